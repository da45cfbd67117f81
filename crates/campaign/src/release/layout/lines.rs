//! From lines to paragraphs, whatever ends the lines.

use super::press;
use crate::release::dates;

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
        let item = bullet(line).is_some()
            || enumerated(line) && begins_list(&current)
            || dashed(line) && begins_list(&current);
        if (line.is_empty() || own || item) && !alone {
            paragraphs.push(std::mem::take(&mut current));
        }
        let text = bullet(line)
            .or_else(|| line.get('–'.len_utf8()..).filter(|_| item && dashed(line)))
            .unwrap_or(line)
            .trim_start();
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
        || alone && press::is_contact_heading(line)
        || alone && press::is_navigation(line)
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
    // Word's hollow circle, as a letter.
    if let Some(rest) = line.strip_prefix("o\t") {
        return Some(rest.trim_start());
    }
    const MARKS: [char; 27] = [
        '►', '→', '✔', '☑', '❖', '◆', '◇', '※', '＊', '－', '•', '◦', '▪', '▫', '‣', '⁃', '●', '○', '■', '□', '·', '*',
        '-', '➢', '➤', '✓', '\u{f0b7}',
    ];
    let mark = line.chars().next().filter(|mark| MARKS.contains(mark))?;
    let rest = line.get(mark.len_utf8()..)?;
    // "-ENDS-", "**bold**", "- ENDS -", "— Jane Doe" are none.
    let tied = matches!(mark, '*' | '-' | '·' | '→' | '－' | '＊');
    let spaced = rest.starts_with([' ', '\t', '\u{a0}']);
    let text = rest.trim_start();
    let plain = text.chars().next().is_some_and(|c| c.is_alphanumeric() || "“\"‘「『«„'(（".contains(c));
    ((spaced || !tied) && plain && !press::is_end(line)).then_some(text)
}

/// Whether an item of a list may follow these words.
fn begins_list(before: &str) -> bool {
    before.is_empty()
        || before.ends_with([':', ';', '.', ',', '：', '；', '。', '，', '、'])
        || [" and", " or"].iter().any(|end| before.ends_with(end))
}

/// "1. ", "2) ", "(a) ", 一、, （二）: the mark is a part of the text.
fn enumerated(line: &str) -> bool {
    let open = line.starts_with(['(', '（', '[']);
    let inside = line.trim_start_matches(['(', '（', '[']);
    let end = inside.find(|c: char| !c.is_alphanumeric()).unwrap_or(inside.len());
    let (mark, rest) = inside.split_at(end);
    let count = mark.chars().count();
    let number = (1..=2).contains(&count) && mark.bytes().all(|byte| byte.is_ascii_digit());
    let letter = count == 1 && mark.bytes().all(|byte| byte.is_ascii_alphabetic());
    let roman = (1..=4).contains(&count) && mark.bytes().all(|byte| b"ivx".contains(&byte));
    let chinese = (1..=2).contains(&count) && mark.chars().all(|c| "一二三四五六七八九十".contains(c));
    let closed = rest.starts_with([')', '）', ']']) && (number || letter || roman || chinese);
    let dotted =
        rest.starts_with(". ") && (number || letter && mark.bytes().all(|byte| byte.is_ascii_lowercase()) || roman);
    closed && (open || rest.starts_with(") ") || chinese)
        || dotted && !open
        || chinese && rest.starts_with(['、', '.', '．'])
}

/// "– publish the answer": a dash of another kind before a small letter. "— Jane Doe" signs a quotation.
fn dashed(line: &str) -> bool {
    let rest = line.strip_prefix('–').or_else(|| line.strip_prefix('—'));
    rest.and_then(|rest| rest.strip_prefix([' ', '\t', '\u{a0}']))
        .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_lowercase()))
}
