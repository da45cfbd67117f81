//! Paper of a fixed size on which three inks are laid in steps, and its PNG with a palette: small, and the same every time.

/// What is laid on the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// For what is said.
    Full,
    /// For who says it.
    Soft,
    /// The campaign's own.
    Accent,
}

/// How many steps there are from paper to ink.
const STEPS: u8 = 32;

/// As in `assets/style.css`.
const PAPER: [u8; 3] = [0xff, 0xfd, 0xf9];
const INK: [u8; 3] = [0x1b, 0x1a, 0x18];
const INK_SOFT: [u8; 3] = [0x55, 0x51, 0x4a];

/// A picture in the making. Every pixel is an ink and how much of it.
pub struct Canvas {
    size: (u32, u32),
    accent: [u8; 3],
    pixels: Vec<u8>,
}

impl Canvas {
    /// Empty paper. `accent` is `#rrggbb`; anything else gives `None`.
    pub fn new(size: (u32, u32), accent: &str) -> Option<Canvas> {
        let part = |at: usize| u8::from_str_radix(accent.get(at..at + 2)?, 16).ok();
        let accent = [part(1)?, part(3)?, part(5)?];
        let count = usize::try_from(size.0.checked_mul(size.1)?).ok()?;
        Some(Canvas { size, accent, pixels: vec![0; count] })
    }

    /// A rectangle of ink.
    pub fn fill(&mut self, corner: (u32, u32), size: (u32, u32), ink: Ink) {
        self.cover(corner, size, ink, u8::MAX);
    }

    /// A rectangle of which `opacity` (0 to 255) is covered. What lies outside the paper is lost.
    pub fn cover(&mut self, (left, top): (u32, u32), (width, height): (u32, u32), ink: Ink, opacity: u8) {
        let step = u16::from(opacity) * u16::from(STEPS - 1) / 255;
        let value = ink as u8 * STEPS + u8::try_from(step).unwrap_or(STEPS - 1);
        if step == 0 {
            return;
        }
        for y in top..top.saturating_add(height).min(self.size.1) {
            for x in left..left.saturating_add(width).min(self.size.0) {
                let at = usize::try_from(y * self.size.0 + x).unwrap_or(usize::MAX);
                if let Some(pixel) = self.pixels.get_mut(at) {
                    *pixel = value;
                }
            }
        }
    }

    /// The picture as PNG.
    pub fn png(&self) -> Result<Vec<u8>, String> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.size.0, self.size.1);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&self.pixels)?;
            writer.finish()
        });
        written.map_err(|error| error.to_string())?;
        Ok(file)
    }

    fn palette(&self) -> Vec<u8> {
        let mixed = |ink: [u8; 3], step: u8| -> Vec<u8> {
            let (some, all) = (u16::from(step), u16::from(STEPS - 1));
            let mix = |(paper, ink)| (u16::from(paper) * (all - some) + u16::from(ink) * some) / all;
            PAPER.into_iter().zip(ink).map(|pair| u8::try_from(mix(pair)).unwrap_or_default()).collect()
        };
        [INK, INK_SOFT, self.accent]
            .into_iter()
            .flat_map(|ink| (0..STEPS).flat_map(move |step| mixed(ink, step)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_is_in_the_file() {
        let mut canvas = Canvas::new((4, 2), "#8f1d2c").unwrap();
        canvas.fill((1, 0), (2, 1), Ink::Accent);
        canvas.cover((3, 1), (9, 9), Ink::Full, 255);
        let file = canvas.png().unwrap();
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        let pixel = |x: usize, y: usize| &pixels[(y * 4 + x) * 3..][..3];
        assert_eq!(
            (pixel(0, 0), pixel(1, 0), pixel(2, 0)),
            (&PAPER[..], &[0x8f, 0x1d, 0x2c][..], &[0x8f, 0x1d, 0x2c][..])
        );
        assert_eq!((pixel(3, 1), pixel(2, 1)), (&INK[..], &PAPER[..]));
    }

    #[test]
    fn only_a_whole_colour_is_one() {
        assert!(Canvas::new((1, 1), "#8f1d").is_none() && Canvas::new((1, 1), "red").is_none());
    }
}
