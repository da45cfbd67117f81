//! The picture that other sites show beside a link: title and organisations on paper, with the campaign's accent.
//!
//! Text is shaped, broken into lines and drawn by `cosmic-text` with the fonts that it is given, so that the same campaign gives the
//! same bytes everywhere. A title with letters that those fonts lack gets no picture, which is said.

mod canvas;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::PathBuf;

use cosmic_text::fontdb::Database;
use cosmic_text::{Align, Attrs, Buffer, Family, FontSystem, Metrics, Shaping, SwashCache, Weight};

use super::pages::Workshop;
use crate::cli::terminal;
use crate::domain::language::Language;
use crate::domain::site;
use crate::view::page::Context;
use canvas::{Canvas, Ink};

/// Width and height in pixels, as Open Graph readers expect them.
pub const SIZE: (u32, u32) = (1_200, 630);

/// The space around everything.
const MARGIN: u32 = 84;

/// The sizes that a title may have, the first that fits in four lines counts.
const TITLE_SIZES: [f32; 5] = [78.0, 68.0, 60.0, 52.0, 44.0];

/// Draws pictures with the fonts of one folder.
pub struct Painter {
    fonts: FontSystem,
    glyphs: SwashCache,
    family: String,
}

/// A line of text to draw.
struct Line<'a> {
    text: &'a str,
    size: f32,
    weight: Weight,
}

impl Painter {
    /// Reads font files; the first one's family counts.
    pub fn new(files: &[PathBuf]) -> Result<Painter, String> {
        let mut database = Database::new();
        for file in files {
            let font = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
            database.load_font_data(font);
        }
        let family = database.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
        let family = family.ok_or("no font is in the files for pictures")?;
        let fonts = FontSystem::new_with_locale_and_db("en".to_owned(), database);
        Ok(Painter { fonts, glyphs: SwashCache::new(), family })
    }

    /// The picture of a campaign in one language, as PNG; `None` where the fonts lack a letter.
    pub fn picture(&mut self, context: &Context) -> Result<Option<Vec<u8>>, String> {
        let accent = context.campaign.facts.theme.accent.light.as_str();
        let mut canvas = Canvas::new(SIZE, accent).ok_or_else(|| format!("`{accent}` is not a colour"))?;
        canvas.fill((MARGIN, MARGIN), (104, 7), Ink::Accent);
        let byline = Line { text: &context.words.byline, size: 31.0, weight: Weight::NORMAL };
        let provider = Line { text: &context.site.provider, size: 28.0, weight: Weight::NORMAL };
        let leading = if context.language() == Language::English { 1.16 } else { 1.3 };
        let title = |size| Line { text: &context.words.title, size, weight: Weight::SEMIBOLD };
        let title = TITLE_SIZES.into_iter().map(title).find(|line| self.lines(line, leading) <= 4);
        let title = title.unwrap_or(Line { text: &context.words.title, size: 40.0, weight: Weight::SEMIBOLD });
        let whole = [
            self.draw(&mut canvas, &byline, 1.3, MARGIN + 36, Ink::Soft),
            self.draw(&mut canvas, &title, leading, MARGIN + 104, Ink::Full),
            self.draw(&mut canvas, &provider, 1.3, SIZE.1 - MARGIN - 30, Ink::Soft),
        ];
        if whole.contains(&false) {
            return Ok(None);
        }
        canvas.png().map(Some)
    }

    fn set(&mut self, line: &Line<'_>, leading: f32) -> Buffer {
        let mut buffer = Buffer::new(&mut self.fonts, Metrics::new(line.size, line.size * leading));
        #[allow(clippy::cast_precision_loss, reason = "a picture's width is far below what f32 holds exactly")]
        buffer.set_size(Some((SIZE.0 - 2 * MARGIN) as f32), None);
        let attributes = Attrs::new().family(Family::Name(&self.family)).weight(line.weight);
        // The beginning of a right-to-left text is on the right by itself.
        buffer.set_text(line.text, &attributes, Shaping::Advanced, None::<Align>);
        buffer.shape_until_scroll(&mut self.fonts, false);
        buffer
    }

    fn lines(&mut self, line: &Line<'_>, leading: f32) -> usize {
        self.set(line, leading).layout_runs().count()
    }

    /// Draws a text from `top` down; says whether the fonts have all its letters.
    fn draw(&mut self, canvas: &mut Canvas, line: &Line<'_>, leading: f32, top: u32, ink: Ink) -> bool {
        let mut buffer = self.set(line, leading);
        let whole = buffer.layout_runs().all(|run| run.glyphs.iter().all(|glyph| glyph.glyph_id != 0));
        let black = cosmic_text::Color::rgb(0, 0, 0);
        buffer.draw(&mut self.fonts, &mut self.glyphs, black, |x, y, width, height, colour| {
            let place = (u32::try_from(x).ok(), u32::try_from(y).ok());
            if let (Some(x), Some(y)) = place {
                canvas.cover((x + MARGIN, y + top), (width, height), ink, colour.a());
            }
        });
        whole
    }
}

/// The pictures of every campaign in every language, by their path in the site. `fonts` are font files, parted as in `PATH`;
/// without any, there are none.
pub fn all(workshop: &Workshop, fonts: &OsStr) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut pictures = BTreeMap::new();
    if fonts.is_empty() {
        terminal::say("Preview pictures are left out: no fonts are named (`--fonts`)");
        return Ok(pictures);
    }
    let files: Vec<_> = std::env::split_paths(fonts).collect();
    let mut painter = Painter::new(&files)?;
    for campaign in &workshop.campaigns {
        for language in &campaign.facts.languages {
            let path = site::picture(&campaign.facts.id, *language);
            match painter.picture(&workshop.context(campaign, *language)?)? {
                Some(picture) => {
                    pictures.insert(path, picture);
                }
                None => terminal::say(format_args!("{path} is left out: the fonts lack a letter of it")),
            }
        }
    }
    Ok(pictures)
}
