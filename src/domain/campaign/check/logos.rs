//! Rules of the signers' pictures.

use serde_json::Value;

use super::{FACTS_FILE, Folder, text_at};
use crate::domain::campaign::fault::{Fault, FaultKind};

pub(super) fn check(facts: &Value, folder: &Folder, faults: &mut Vec<Fault>) {
    let listed = facts.pointer("/signers/listed").and_then(Value::as_array);
    for (at, signer) in listed.into_iter().flatten().enumerate() {
        let Some(name) = text_at(signer, "/logo_image_url").filter(|name| !name.is_empty()) else { continue };
        let kind = match (ending(name), folder.files.get(name)) {
            (None, _) => FaultKind::LogoForm(name.to_owned()),
            (Some(_), None) => FaultKind::LogoMissing(name.to_owned()),
            (Some(ending), Some(bytes)) if !is_picture(ending, bytes) => FaultKind::LogoNotWhatItSays(name.to_owned()),
            _ => continue,
        };
        faults.push(Fault::at(FACTS_FILE, &format!("/signers/listed/{at}/logo_image_url"), kind));
    }
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
}
