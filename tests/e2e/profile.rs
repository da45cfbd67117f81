//! What a browser has written to the folder of its profile, looked for as it may lie there: in any of the encodings and
//! packings in which browsers keep sessions, histories, databases and caches.

mod leveldb;
mod unpack;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result};
use testbench::measure;

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    /// The text.
    pub text: String,
    /// The file, relative to the profile.
    pub file: String,
    /// In which packing: `plain`, `lz4`, `snappy` …
    pub packing: &'static str,
}

/// Where any of the texts lie in the files of a profile. A file that goes while it is looked at is passed over: a running
/// browser makes and removes them.
pub fn traces(profile: &Path, texts: &[&str]) -> Result<BTreeSet<Trace>> {
    let mut found = BTreeSet::new();
    for path in measure::files(profile)? {
        // Locks are links to nowhere, or sockets.
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let file = path.strip_prefix(profile).context("a file outside its folder")?.display().to_string();
        for (packing, content) in unpack::views(&bytes) {
            let here = texts.iter().filter(|text| holds(&content, text));
            found.extend(here.map(|text| Trace { text: (*text).to_owned(), file: file.clone(), packing }));
        }
    }
    Ok(found)
}

/// Whether a text is in a file, in UTF-8 or in UTF-16 of either order of bytes. Digits within longer numbers are no such text: browsers
/// write down the time in milliseconds.
fn holds(content: &[u8], text: &str) -> bool {
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    // The other order is the same bytes from the second one on, for letters and digits.
    let either = little.strip_suffix(b"\0").unwrap_or(&little);
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    [(text.as_bytes(), 1), (either, 2)].iter().any(|(wanted, width)| {
        let mut places = std::iter::successors(find(content, wanted, 0), |at| find(content, wanted, at + 1));
        places.any(|at| !is_number || !is_within_number(content, at, wanted.len(), *width))
    })
}

/// Whether a digit stands before or behind; `width` is how many bytes a letter takes.
fn is_within_number(content: &[u8], at: usize, length: usize, width: usize) -> bool {
    let beside = [at.checked_sub(width), Some(at + length + width - 1)].into_iter().flatten();
    beside.filter_map(|at| content.get(at)).any(u8::is_ascii_digit)
}

/// The first place of some bytes in others, from a place on.
fn find(content: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let first = *wanted.first()?;
    let mut at = from;
    loop {
        at += content.get(at..)?.iter().position(|byte| *byte == first)?;
        if content.get(at..)?.starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests;
