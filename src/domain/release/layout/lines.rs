//! From lines to paragraphs, whatever ends the lines.

use super::press;
use crate::domain::release::dates;

/// The paragraphs, each on one line and without the mark of a list. They are parted by empty lines; in a text without any,
/// each line is one.
pub fn paragraphs_of(text: &str) -> Vec<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let lines: Vec<&str> = text
        .split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'])
        .map(|line| line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}'))
        .collect();
    let filled = lines.iter().position(|line| !line.is_empty()).unwrap_or(0);
    let last = lines.iter().rposition(|line| !line.is_empty()).unwrap_or(0);
    let lines = lines.get(filled..=last).unwrap_or_default();
    let each_line = !lines.iter().any(|line| line.is_empty());
    let mut paragraphs: Vec<String> = Vec::new();
    let mut current = String::new();
    for line in lines {
        let alone = current.is_empty();
        let own = each_line || stands_alone(line, alone, &current);
        if (line.is_empty() || own || bullet(line).is_some()) && !alone {
            paragraphs.push(std::mem::take(&mut current));
        }
        let text = bullet(line).unwrap_or(line);
        if !current.is_empty() && !text.is_empty() && !joins_without_space(&current, text) {
            current.push(' ');
        }
        current.push_str(text);
        if own && !current.is_empty() {
            paragraphs.push(std::mem::take(&mut current));
        }
    }
    paragraphs.push(current);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Whether a line in a block is a paragraph of its own: a date, a contact, "PRESS RELEASE".
fn stands_alone(line: &str, alone: bool, before: &str) -> bool {
    if line.is_empty() {
        return false;
    }
    let short = before.split_whitespace().count() <= 25 && !before.ends_with([',', ';']);
    press::is_marker(line)
        || press::is_end(line)
        || press::is_contact_line(line)
        || press::is_chrome(line) && (alone || line.to_lowercase().ends_with("of page"))
        || dates::line(line).is_some() && (alone || short)
}

/// Lines of Chinese are broken without a space.
fn joins_without_space(before: &str, after: &str) -> bool {
    let wide = |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ff60}').contains(&c);
    before.chars().next_back().is_some_and(wide) && after.chars().next().is_some_and(wide)
}

/// The text of a list's item.
fn bullet(line: &str) -> Option<&str> {
    const MARKS: [char; 17] =
        ['•', '◦', '▪', '▫', '‣', '⁃', '●', '○', '■', '□', '·', '*', '-', '➢', '➤', '✓', '\u{f0b7}'];
    let mark = line.chars().next().filter(|mark| MARKS.contains(mark))?;
    let rest = line.get(mark.len_utf8()..)?;
    // "-ENDS-", "**bold**", "- ENDS -", "— Jane Doe" are none.
    let tied = matches!(mark, '*' | '-' | '·');
    let spaced = rest.starts_with([' ', '\t', '\u{a0}']);
    let text = rest.trim_start();
    let plain = text.chars().next().is_some_and(|c| c.is_alphanumeric() || "“\"‘「『«„'(（".contains(c));
    ((spaced || !tied) && plain && !press::is_end(line)).then_some(text)
}
