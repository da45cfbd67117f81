//! Sets a paragraph in the largest size that fits, with lines of about the same length.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use cosmic_text::fontdb::Database;
use cosmic_text::{Attrs, Buffer, Color, Family, FontSystem, Metrics, Shaping, SwashCache, Weight};

use files::Files;
use places::language::Language;

/// A text to be set.
pub struct Paragraph<'a> {
    /// What it says.
    pub text: &'a str,
    /// In which language: how far its lines are apart.
    pub language: Language,
    /// The sizes to try, in pixels, the largest first.
    pub sizes: &'a [u16],
    /// Whether it is a title.
    pub strong: bool,
}

/// Fonts, and what was made of them.
pub struct Typesetter {
    fonts: FontSystem,
    cache: SwashCache,
    family: String,
}

/// A paragraph that has been set.
pub struct Set(Buffer);

impl Typesetter {
    /// Reads font files; the family of the first one counts, the others help out where it lacks a letter.
    pub fn with_fonts(files: &Files, fonts: &[PathBuf]) -> Result<Typesetter> {
        let mut database = Database::new();
        for file in fonts {
            database.load_font_data(files.read(file).with_context(|| file.display().to_string())?.to_vec());
        }
        let family = database.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
        let family = family.context("there is no font in the files for pictures")?;
        // The locale of the machine must not matter.
        let fonts = FontSystem::new_with_locale_and_db("en-GB".to_owned(), database);
        Ok(Typesetter { fonts, cache: SwashCache::new(), family })
    }

    /// Sets a paragraph into a box, in the smallest size even if that does not fit. Nothing if the fonts lack a character.
    pub fn set(&mut self, paragraph: &Paragraph<'_>, width: u32, height: u32) -> Option<Set> {
        let mut best = None;
        for size in paragraph.sizes {
            let buffer = self.lay_out(paragraph, f32::from(*size), width as f32);
            let fits = lines(&buffer) as f32 * buffer.metrics().line_height <= height as f32;
            best = Some(buffer);
            if fits {
                break;
            }
        }
        let mut buffer = best?;
        let complete = buffer.layout_runs().all(|run| run.glyphs.iter().all(|glyph| glyph.glyph_id != 0));
        self.balance(&mut buffer, width);
        complete.then_some(Set(buffer))
    }

    fn lay_out(&mut self, paragraph: &Paragraph<'_>, size: f32, width: f32) -> Buffer {
        let leading = match paragraph.language {
            Language::English => 1.2,
            Language::TraditionalChinese => 1.36,
        };
        let weight = if paragraph.strong { Weight::SEMIBOLD } else { Weight::NORMAL };
        let spacing = if paragraph.strong && paragraph.language == Language::English { -0.012 } else { 0.0 };
        let attributes = Attrs::new().family(Family::Name(&self.family)).weight(weight).letter_spacing(spacing);
        let mut buffer = Buffer::new(&mut self.fonts, Metrics::new(size, (size * leading).round()));
        buffer.set_size(Some(width), None);
        buffer.set_text(paragraph.text, &attributes, Shaping::Advanced, None);
        buffer.shape_until_scroll(&mut self.fonts, false);
        buffer
    }

    /// The narrowest width, to four pixels, that needs no more lines.
    fn balance(&mut self, buffer: &mut Buffer, width: u32) {
        let wanted = lines(buffer);
        let (mut enough, mut too_little) = (width, width / 4);
        while enough - too_little > 4 {
            let middle = too_little.midpoint(enough);
            buffer.set_size(Some(middle as f32), None);
            buffer.shape_until_scroll(&mut self.fonts, false);
            if lines(buffer) <= wanted { enough = middle } else { too_little = middle }
        }
        buffer.set_size(Some(enough as f32), None);
        buffer.shape_until_scroll(&mut self.fonts, false);
    }

    /// Gives each pixel that a paragraph covers, seen from its upper left corner, and how much of it: 1 to 255.
    pub fn draw(&mut self, Set(mut buffer): Set, mut stain: impl FnMut(i32, i32, u8)) {
        buffer.draw(&mut self.fonts, &mut self.cache, Color::rgb(0, 0, 0), |left, top, width, height, colour| {
            for y in (top..).take(height as usize) {
                for x in (left..).take(width as usize) {
                    stain(x, y, colour.a());
                }
            }
        });
    }
}

fn lines(buffer: &Buffer) -> usize {
    buffer.layout_runs().count()
}
