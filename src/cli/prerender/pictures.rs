//! The picture that other sites show beside a link: title and organisations on paper, with the campaign's accent.
//!
//! Text is shaped, broken into lines and drawn by `cosmic-text` with the fonts that it is given, so that the same campaign
//! gives the same bytes everywhere. A title with letters that those fonts lack gets no picture, which is said.

mod canvas;
mod typesetter;

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::PathBuf;

use super::pages::Workshop;
use crate::cli::terminal;
use crate::domain::campaign::Words;
use crate::domain::language::Language;
use crate::domain::site;
use canvas::{Canvas, Ink};
use typesetter::{Paragraph, Typesetter};

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

/// The pictures of every campaign in every language, by their path in the site. `fonts` are font files, parted as in `PATH`;
/// without any, there are none.
pub fn all(workshop: &Workshop, fonts: &OsStr) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let mut pictures = BTreeMap::new();
    if fonts.is_empty() {
        terminal::say("Preview pictures are left out: no fonts are named (`--fonts`)");
        return Ok(pictures);
    }
    let files: Vec<PathBuf> = std::env::split_paths(fonts).collect();
    let mut typesetter = Typesetter::with_fonts(&files)?;
    for campaign in &workshop.campaigns {
        let accent = campaign.facts.theme.accent.light.as_str();
        for (language, words) in &campaign.words {
            let path = site::picture(&campaign.facts.id, *language);
            match picture(&mut typesetter, accent, *language, words)? {
                Some(picture) => {
                    pictures.insert(path, picture);
                }
                None => terminal::say(format_args!("{path} is left out: the fonts lack a letter of it")),
            }
        }
    }
    Ok(pictures)
}

/// The picture of a campaign in one language, as PNG; `None` where the fonts lack a letter.
fn picture(
    typesetter: &mut Typesetter,
    accent: &str,
    language: Language,
    words: &Words,
) -> Result<Option<Vec<u8>>, String> {
    let mut canvas = Canvas::new(SIZE, accent).ok_or_else(|| format!("`{accent}` is not a colour"))?;
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
