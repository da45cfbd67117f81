//! Rules of the signers' pictures: they only draw, are what their names say, and are as large as they need be.

pub mod raster;
pub mod svg;

use std::collections::BTreeSet;

use serde_json::Value;

use super::{FACTS_FILE, Folder, text_at};
use crate::fault::{Fault, FaultKind, LogoFault};

/// Heavier pictures are told: a page may show hundreds.
const MOST_BYTES: usize = 64 << 10;
/// The page shows a picture whole, in a circle. Of one that is so many times as wide as high, the circle cuts off the ends.
const WIDEST: f64 = 1.25;

pub(super) fn check(facts: &Value, folder: &Folder, faults: &mut Vec<Fault>) {
    let listed = facts.pointer("/signers/listed").and_then(Value::as_array);
    let mut seen = BTreeSet::new();
    for (at, signer) in listed.into_iter().flatten().enumerate() {
        let Some(name) = text_at(signer, "/logo_image_url").filter(|name| !name.is_empty()) else { continue };
        let mut push = |kind| {
            faults.push(Fault::at(FACTS_FILE, &format!("/signers/listed/{at}/logo_image_url"), FaultKind::Logo(kind)))
        };
        match (ending(name), folder.files.get(name)) {
            (None, _) => push(LogoFault::Form(name.to_owned())),
            (Some(_), None) => push(LogoFault::Missing(name.to_owned())),
            (Some(ending), Some(bytes)) if !is_picture(ending, bytes) => {
                push(LogoFault::NotWhatItSays { name: name.to_owned(), is: raster::kind(bytes) });
            }
            (Some(ending), Some(bytes)) if seen.insert(name) => faults.extend(picture(name, ending, bytes)),
            _ => {}
        }
    }
}

/// What is wrong with a picture, told at its place in its own file.
fn picture(name: &str, ending: &str, bytes: &[u8]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let size = match ending {
        "svg" => {
            faults.extend(
                svg::dangers(bytes)
                    .into_iter()
                    .map(|danger| Fault::of_file(name, FaultKind::Logo(LogoFault::Unsafe(danger)))),
            );
            svg::proportions(bytes)
        }
        _ => match raster::dimensions(bytes) {
            Some((width, height)) => {
                if width.max(height) > raster::MOST_NEEDED {
                    let fitting = fitting(width, height);
                    faults.push(Fault::of_file(
                        name,
                        FaultKind::Logo(LogoFault::TooLarge { found: (width, height), fitting }),
                    ));
                }
                Some((f64::from(width), f64::from(height)))
            }
            None => {
                faults.push(Fault::of_file(name, FaultKind::Logo(LogoFault::Damaged)));
                None
            }
        },
    };
    if let Some((width, height)) = size.filter(|(width, height)| width / height > WIDEST || height / width > WIDEST) {
        let found = (width.round() as u64, height.round() as u64);
        faults.push(Fault::of_file(name, FaultKind::Logo(LogoFault::NotSquare { found })));
    }
    if bytes.len() > MOST_BYTES && faults.is_empty() {
        faults
            .push(Fault::of_file(name, FaultKind::Logo(LogoFault::TooHeavy { most: MOST_BYTES, found: bytes.len() })));
    }
    faults
}

/// The size that would do, in the same proportions.
fn fitting(width: u32, height: u32) -> (u32, u32) {
    let longest = u64::from(width.max(height)).max(1);
    let scaled = |side: u32| {
        u32::try_from(u64::from(side) * u64::from(raster::ENOUGH) / longest).unwrap_or(raster::ENOUGH).max(1)
    };
    (scaled(width), scaled(height))
}

/// The ending of a plain file name that pages can show as a picture.
fn ending(name: &str) -> Option<&str> {
    let (stem, ending) = name.rsplit_once('.')?;
    let plain =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'));
    (plain(stem) && !stem.is_empty() && !stem.starts_with('.') && matches!(ending, "svg" | "png" | "webp"))
        .then_some(ending)
}

/// Whether the content is of the kind that the name promises, by its first bytes (PNG: RFC 2083; WebP: RFC 9649).
fn is_picture(ending: &str, bytes: &[u8]) -> bool {
    match ending {
        "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP"),
        _ => {
            let text = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes));
            let text = text.trim_start_matches('\u{feff}').trim_start();
            text.starts_with('<') && text.contains("<svg")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_leave_the_folder_or_are_no_picture_do_not_pass() {
        for (name, good) in [
            ("freedom-house.svg", true),
            ("a.b.png", true),
            ("../a.png", false),
            ("a/b.png", false),
            (".png", false),
            ("logo.jpg", false),
            ("logo.PNG", false),
            ("lo go.png", false),
        ] {
            assert_eq!(ending(name).is_some(), good, "{name}");
        }
    }

    #[test]
    fn content_must_be_what_the_name_says() {
        for (ending, bytes, good) in [
            ("png", &b"\x89PNG\r\n\x1a\n...."[..], true),
            ("png", b"<svg/>", false),
            ("webp", b"RIFF\0\0\0\0WEBPVP8 ", true),
            ("webp", b"RIFF", false),
            ("svg", b"<?xml version=\"1.0\"?>\n<svg xmlns=\"x\"/>", true),
            ("svg", b"<!doctype html><p>not found", false),
        ] {
            assert_eq!(is_picture(ending, bytes), good, "{ending}");
        }
    }

    /// A PNG's header that says a size, and nothing else.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 1, 1);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.write_header().unwrap().write_image_data(&[0]).unwrap();
        bytes[16..20].copy_from_slice(&width.to_be_bytes());
        bytes[20..24].copy_from_slice(&height.to_be_bytes());
        let sum = crc(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        bytes
    }

    fn crc(bytes: &[u8]) -> u32 {
        bytes.iter().fold(u32::MAX, |sum, byte| {
            (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
        }) ^ u32::MAX
    }

    #[test]
    fn pictures_are_as_large_as_they_need_be_and_fit_the_circle() {
        let svg = |size: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {size}/>").into_bytes();
        for (name, bytes, expected) in [
            ("a.png", png(120, 120), ""),
            ("a.png", png(240, 200), ""),
            ("a.png", png(40, 40), ""),
            ("a.png", png(20_000, 20_000), "Logo(TooLarge { found: (20000, 20000), fitting: (120, 120) })"),
            ("a.png", png(600, 500), "Logo(TooLarge { found: (600, 500), fitting: (120, 100) })"),
            ("a.png", png(200, 50), "Logo(NotSquare { found: (200, 50) })"),
            ("a.png", png(50, 200), "Logo(NotSquare { found: (50, 200) })"),
            ("a.png", b"\x89PNG\r\n\x1a\nnothing".to_vec(), "Logo(Damaged)"),
            ("a.svg", svg("viewBox=\"0 0 10 10\""), ""),
            ("a.svg", svg("viewBox=\"0 0 300 60\""), "Logo(NotSquare { found: (300, 60) })"),
            (
                "a.svg",
                [svg("width=\"1\" height=\"1\""), vec![b' '; 70_000]].concat(),
                "Logo(TooHeavy { most: 65536, found: 70062 })",
            ),
        ] {
            let ending = ending(name).unwrap();
            let found: Vec<_> = picture(name, ending, &bytes).iter().map(|fault| format!("{:?}", fault.kind)).collect();
            assert_eq!(found.join("; "), expected, "{name}");
        }
    }
}
