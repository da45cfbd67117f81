//! How large PNG, JPEG and WebP pictures are, from their headers alone: nothing is unpacked.

use std::io::Cursor;

use image::{ImageFormat, ImageReader};

/// The page shows a picture 40 pixels wide; this is sharp on screens with three times the density.
pub const ENOUGH: u32 = 120;
/// Wider or higher ones are told: they cost visitors more than they see.
pub const MOST_NEEDED: u32 = 2 * ENOUGH;
/// Wider or higher ones are no logos, and could fill a browser's memory.
pub const MOST_PIXELS: u32 = 4_096;

/// Width and height in pixels, as the header says.
pub fn dimensions(bytes: &[u8]) -> Option<(u32, u32)> {
    ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?.into_dimensions().ok()
}

/// What a file is by its first bytes.
pub fn kind(bytes: &[u8]) -> Option<&'static str> {
    Some(match image::guess_format(bytes).ok()? {
        ImageFormat::Png => "png",
        ImageFormat::Jpeg => "jpeg",
        ImageFormat::WebP => "webp",
        ImageFormat::Gif => "gif",
        ImageFormat::Avif => "avif",
        ImageFormat::Ico => "ico",
        ImageFormat::Bmp => "bmp",
        ImageFormat::Tiff => "tiff",
        _ => return None,
    })
}
