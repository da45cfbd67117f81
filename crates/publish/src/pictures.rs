//! The picture that other sites show beside a link: title and organisations on paper, with the campaign's accent.
//!
//! Text is shaped, broken into lines and drawn by `cosmic-text` with the fonts that it is given, so that the same campaign
//! gives the same bytes everywhere. A title with letters that those fonts lack gets no picture, which is said.

mod canvas;
mod typesetter;

use std::sync::Arc;

use anyhow::{Context as _, Result};

use campaign::{Campaign, Words};
use pages::site;
use places::language::Language;

use canvas::{Canvas, Ink};
use typesetter::Paragraph;
pub use typesetter::Typesetter;

/// Width and height in pixels, as Open Graph readers expect them.
pub const SIZE: (u32, u32) = (1_200, 630);

/// From the left and right edges to what is drawn.
const MARGIN: u32 = 88;
/// Where the accent's rule is.
const RULE: u32 = 84;
/// Where the title begins, and how high it may be.
const TITLE: (u32, u32) = (138, 336);
/// Where the line above the byline is.
const LINE: u32 = 508;
/// Where the byline begins, and how high it may be.
const BYLINE: (u32, u32) = (532, 64);

/// The sizes that a title and a byline may have; the first that fits counts.
const TITLE_SIZES: [u16; 8] = [80, 72, 64, 58, 52, 46, 40, 36];
const BYLINE_SIZES: [u16; 6] = [34, 30, 26, 22, 18, 16];

/// Every picture that campaigns want, one in each language.
pub fn wanted(campaigns: &[Arc<Campaign>]) -> Vec<Wanted<'_>> {
    campaigns.iter().flat_map(|campaign| of(campaign)).collect()
}

/// What a picture is made of.
pub struct Wanted<'a> {
    /// Its path in the site, which begins with `/`.
    pub path: String,
    accent: &'a str,
    language: Language,
    words: &'a Words,
}

fn of(campaign: &Campaign) -> impl Iterator<Item = Wanted<'_>> {
    let accent = campaign.facts.theme.accent.light.as_str();
    campaign.words.iter().map(move |(language, words)| {
        let path = site::picture(&campaign.facts.id, *language);
        Wanted { path, accent, language: *language, words }
    })
}

/// A picture as PNG; `None` where the fonts lack a letter.
pub fn picture(typesetter: &mut Typesetter, wanted: &Wanted<'_>) -> Result<Option<Vec<u8>>> {
    let Wanted { accent, language, words, .. } = *wanted;
    let mut canvas = Canvas::new(SIZE, accent).with_context(|| format!("`{accent}` is not a colour"))?;
    let width = SIZE.0 - 2 * MARGIN;
    canvas.fill((MARGIN, RULE), (96, 8), Ink::Accent);
    canvas.fill((MARGIN, LINE), (width, 2), Ink::Line);
    let title = Paragraph { text: &words.title, language, sizes: &TITLE_SIZES, strong: true };
    let byline = Paragraph { text: &words.byline, language, sizes: &BYLINE_SIZES, strong: false };
    for (paragraph, (top, height), ink) in [(title, TITLE, Ink::Strong), (byline, BYLINE, Ink::Soft)] {
        let Some(set) = typesetter.set(&paragraph, width, height) else { return Ok(None) };
        typesetter.draw(set, |x, y, coverage| canvas.stain((i64::from(x), i64::from(y)), (MARGIN, top), coverage, ink));
    }
    canvas.png().map(Some)
}
