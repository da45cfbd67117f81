//! A page of paper with a few inks. Every pixel is one of 34 colours, so that the file stays small.

use anyhow::Result;

/// What is drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The title's.
    Strong,
    /// That of smaller text.
    Soft,
    /// The campaign's colour.
    Accent,
    /// Thin lines.
    Line,
}

/// How many steps there are from paper to ink.
const STEPS: u8 = 16;

const PAPER: [u8; 3] = [0xff, 0xfd, 0xf9];
const STRONG: [u8; 3] = [0x1b, 0x1a, 0x18];
const SOFT: [u8; 3] = [0x55, 0x51, 0x4a];
const LINE: [u8; 3] = [0xe2, 0xdd, 0xd3];

impl Ink {
    /// The place of a shade in the palette; `step` goes from 0, paper, to [`STEPS`].
    fn shade(self, step: u8) -> u8 {
        match (self, step) {
            (_, 0) => 0,
            (Ink::Strong, step) => step,
            (Ink::Soft, step) => STEPS + step,
            (Ink::Accent, _) => 2 * STEPS + 1,
            (Ink::Line, _) => 2 * STEPS + 2,
        }
    }
}

/// The picture while it is drawn.
pub struct Canvas {
    size: (u32, u32),
    accent: [u8; 3],
    pixels: Vec<u8>,
}

impl Canvas {
    /// Blank paper. `accent` is written `#rrggbb`; anything else gives `None`.
    pub fn new(size: (u32, u32), accent: &str) -> Option<Canvas> {
        let part = |at: usize| u8::from_str_radix(accent.get(at..at + 2)?, 16).ok();
        let accent = [part(1)?, part(3)?, part(5)?];
        let count = usize::try_from(size.0.checked_mul(size.1)?).ok()?;
        Some(Canvas { size, accent, pixels: vec![0; count] })
    }

    /// Fills a rectangle.
    pub fn fill(&mut self, corner: (u32, u32), (width, height): (u32, u32), ink: Ink) {
        for y in 0..i64::from(height) {
            for x in 0..i64::from(width) {
                self.stain((x, y), corner, u8::MAX, ink);
            }
        }
    }

    /// Lets ink cover a part of a pixel, seen from `corner`: `coverage` goes from 0 to 255. Where letters meet, the darker
    /// one counts; what lies outside the paper is lost.
    pub fn stain(&mut self, (x, y): (i64, i64), (left, top): (u32, u32), coverage: u8, ink: Ink) {
        let (x, y) = (x + i64::from(left), y + i64::from(top));
        let (width, height) = (i64::from(self.size.0), i64::from(self.size.1));
        if !(0..width).contains(&x) || !(0..height).contains(&y) {
            return;
        }
        let step = (u16::from(coverage) * u16::from(STEPS) + 127) / 255;
        let shade = ink.shade(u8::try_from(step).unwrap_or(STEPS));
        let at = usize::try_from(y * width + x).unwrap_or(usize::MAX);
        if let Some(pixel) = self.pixels.get_mut(at) {
            *pixel = shade.max(*pixel);
        }
    }

    /// The picture as PNG.
    pub fn png(&self) -> Result<Vec<u8>> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, self.size.0, self.size.1);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette());
        encoder.set_compression(png::Compression::High);
        // Neighbouring numbers of a palette are no neighbouring colours.
        encoder.set_filter(png::Filter::NoFilter);
        let written = encoder.write_header().and_then(|mut writer| {
            writer.write_image_data(&self.pixels)?;
            writer.finish()
        });
        written?;
        Ok(file)
    }

    fn palette(&self) -> Vec<u8> {
        let shades = |ink: [u8; 3]| (1..=STEPS).flat_map(move |step| mixed(ink, step));
        PAPER.into_iter().chain(shades(STRONG)).chain(shades(SOFT)).chain(self.accent).chain(LINE).collect()
    }
}

/// Ink on paper, `step` of [`STEPS`] parts.
fn mixed(ink: [u8; 3], step: u8) -> [u8; 3] {
    let [red, green, blue] = ink;
    let [paper_red, paper_green, paper_blue] = PAPER;
    let part = |ink: u8, paper: u8| {
        let (step, steps) = (u32::from(step), u32::from(STEPS));
        ((u32::from(ink) * step + u32::from(paper) * (steps - step)) / steps) as u8
    };
    [part(red, paper_red), part(green, paper_green), part(blue, paper_blue)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The picture as any reader sees it: three bytes for each pixel.
    fn seen(canvas: &Canvas) -> Vec<[u8; 3]> {
        let file = canvas.png().unwrap();
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut bytes).unwrap();
        bytes.chunks(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
    }

    #[test]
    fn what_is_drawn_is_in_the_file() {
        let accent = [0x8f, 0x1d, 0x2c];
        let mut canvas = Canvas::new((4, 2), "#8f1d2c").unwrap();
        canvas.fill((1, 0), (2, 1), Ink::Accent);
        canvas.fill((3, 1), (9, 9), Ink::Line);
        for (x, coverage) in [(0, 255), (1, 128), (1, 40), (2, 0)] {
            canvas.stain((x, 0), (0, 1), coverage, Ink::Strong);
        }
        let half = mixed(STRONG, 8);
        assert_eq!(seen(&canvas), [PAPER, accent, accent, PAPER, STRONG, half, PAPER, LINE]);
    }

    #[test]
    fn what_falls_outside_is_lost() {
        let mut canvas = Canvas::new((4, 2), "#8f1d2c").unwrap();
        for place in [(-1, 0), (0, -1), (4, 0), (0, 2)] {
            canvas.stain(place, (0, 0), 255, Ink::Soft);
        }
        assert_eq!(seen(&canvas), [PAPER; 8]);
    }

    #[test]
    fn only_a_whole_colour_is_one() {
        assert!(Canvas::new((1, 1), "#8f1d").is_none() && Canvas::new((1, 1), "red").is_none());
    }
}
