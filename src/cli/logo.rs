//! `undersigned logo`: resizes a signer's logo for the page.

use std::io::Cursor;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::{Args, ValueEnum};
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageReader, Limits, Rgba, RgbaImage};

use campaign::check::logos::raster;

use crate::cli::exit::Exit;
use crate::cli::files;
use crate::cli::terminal;

/// Larger files are no logo.
const MOST_BYTES: u64 = 64 << 20;
/// What unpacking a picture may take.
const MOST_MEMORY: u64 = 512 << 20;
/// A picture that is wider than high, or higher than wide, by more than this factor is fitted whole into the page's circle.
const WIDEST: f64 = 1.25;

/// Resize a signer's logo for the page.
///
/// Reads PNG, JPEG and WebP. Scales the picture down and centres it on a transparent square; fits a wide one into the circle
/// in which the page shows it. Strips metadata left by cameras and programs. Never enlarges.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit codes: 0 written, 2 could not run. Then name the file in `logo_image_url` of campaign.json."
)]
pub struct Arguments {
    /// The picture: .png, .jpg or .webp.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// File to write [default: NAME-logo.png beside FILE].
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// PNG or WebP [default: from the extension of --out, else PNG].
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Width and height in pixels.
    #[arg(long, value_name = "PIXELS", default_value_t = raster::ENOUGH, value_parser = clap::value_parser!(u32).range(16..=i64::from(raster::MOST_NEEDED)))]
    size: u32,
    /// Replace an existing file, even FILE itself.
    #[arg(long)]
    overwrite: bool,
}

/// What to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// PNG.
    Png,
    /// WebP, lossless.
    Webp,
}

pub fn run(arguments: &Arguments) -> Exit {
    match make(arguments) {
        Ok(said) => {
            terminal::say(said);
            Exit::Good
        }
        Err(error) => {
            terminal::complain(error);
            Exit::CouldNotRun
        }
    }
}

fn make(arguments: &Arguments) -> Result<String> {
    let file = arguments.file.display();
    let place = || file.to_string();
    let (out, format) = target(arguments)?;
    if !arguments.overwrite && out.exists() {
        bail!("{}: already exists; choose another with --out, or pass --overwrite", out.display());
    }
    let bytes = files::read(&arguments.file, MOST_BYTES).with_context(place)?;
    let picture = unpack(&bytes).with_context(place)?;
    let (before, made) = ((picture.width(), picture.height()), fitted(picture, arguments.size));
    let packed = pack(&made, format).with_context(place)?;
    files::replace(&out, &packed).with_context(|| out.display().to_string())?;
    Ok(format!(
        "{}: {} × {} pixels, {} bytes ({file}: {} × {} pixels, {} bytes)",
        out.display(),
        made.width(),
        made.height(),
        packed.len(),
        before.0,
        before.1,
        bytes.len()
    ))
}

/// Where to write, and what.
fn target(arguments: &Arguments) -> Result<(PathBuf, Format)> {
    let called = |path: &Path| path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let format = match (arguments.format, arguments.out.as_deref().and_then(called).as_deref()) {
        (Some(format), _) => format,
        (None, Some("webp")) => Format::Webp,
        (None, Some("png") | None) => Format::Png,
        (None, Some(other)) => bail!("can't write .{other}; use .png or .webp"),
    };
    let ending = match format {
        Format::Png => "png",
        Format::Webp => "webp",
    };
    let stem = arguments.file.file_stem().unwrap_or_default().to_string_lossy();
    // A name that campaign.json may hold.
    let stem: String =
        stem.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' }).collect();
    let beside = || arguments.file.with_file_name(format!("{stem}-logo.{ending}"));
    let out = arguments.out.clone().unwrap_or_else(beside);
    match called(&out) {
        Some(called) if called == ending => Ok((out, format)),
        _ => bail!("{}: doesn't end in .{ending}, which is what it would contain", out.display()),
    }
}

/// Why no logo can be made of a picture; a sentence with its file before it.
#[derive(Debug, thiserror::Error)]
enum PictureFault {
    #[error("is SVG, which needs no scaling; export it as PNG if the file is too large")]
    Svg,
    #[error("is {0} × {1} pixels, too large to unpack; export a smaller one")]
    TooLarge(u32, u32),
    #[error("is not a PNG, JPEG or WebP; export it as one")]
    OtherKind,
    #[error("can't be read: {0}")]
    Damaged(ImageError),
}

/// The pixels of a picture, the right way up.
fn unpack(bytes: &[u8]) -> Result<DynamicImage, PictureFault> {
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Err(PictureFault::Svg);
    }
    let guessed = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = guessed.map_err(|error| PictureFault::Damaged(ImageError::IoError(error)))?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let unread = |error: ImageError| match (error, raster::dimensions(bytes)) {
        (ImageError::Limits(_), Some((width, height))) => PictureFault::TooLarge(width, height),
        (ImageError::Unsupported(_), _) => PictureFault::OtherKind,
        (error, _) => PictureFault::Damaged(error),
    };
    let mut decoder = reader.into_decoder().map_err(unread)?;
    let size = decoder.total_bytes();
    if size > MOST_MEMORY {
        let (width, height) = decoder.dimensions();
        return Err(PictureFault::TooLarge(width, height));
    }
    let orientation = decoder.orientation().map_err(unread)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unread)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// A picture on a square, no larger than it was.
fn fitted(picture: DynamicImage, size: u32) -> RgbaImage {
    let (width, height) = (f64::from(picture.width()), f64::from(picture.height()));
    // A wide one is as long as the circle lets its corners be.
    let wide = width / height > WIDEST || height / width > WIDEST;
    let reach = if wide { width.hypot(height) } else { width.max(height) };
    let scale = (f64::from(size) / reach).min(1.0);
    let side = if scale < 1.0 { size } else { (reach.ceil() as u32).max(1) };
    let scaled = |length: f64| ((length * scale).round() as u32).clamp(1, side);
    let mut pixels = picture.into_rgba8();
    if scale < 1.0 {
        // Colours of pixels that cannot be seen must not mix into those that can.
        pixels.pixels_mut().for_each(|Rgba(pixel)| weigh(pixel));
        pixels = image::imageops::resize(&pixels, scaled(width), scaled(height), FilterType::Lanczos3);
        pixels.pixels_mut().for_each(|Rgba(pixel)| unweigh(pixel));
    }
    let mut square = RgbaImage::new(side, side);
    let (left, top) = ((side - pixels.width().min(side)) / 2, (side - pixels.height().min(side)) / 2);
    image::imageops::overlay(&mut square, &pixels, i64::from(left), i64::from(top));
    square
}

fn weigh(pixel: &mut [u8; 4]) {
    let [red, green, blue, alpha] = pixel;
    for channel in [red, green, blue] {
        *channel = (u32::from(*channel) * u32::from(*alpha) / 255) as u8;
    }
}

fn unweigh(pixel: &mut [u8; 4]) {
    let [red, green, blue, alpha] = pixel;
    for channel in [red, green, blue] {
        *channel = (u32::from(*channel) * 255).checked_div(u32::from(*alpha)).unwrap_or(0).min(255) as u8;
    }
}

fn pack(picture: &RgbaImage, format: Format) -> image::ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    match format {
        Format::Png => {
            picture.write_with_encoder(PngEncoder::new_with_quality(
                &mut bytes,
                CompressionType::Best,
                PngFilter::Adaptive,
            ))?;
        }
        Format::Webp => picture.write_with_encoder(WebPEncoder::new_lossless(&mut bytes))?,
    }
    Ok(bytes)
}
