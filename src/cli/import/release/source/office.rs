//! Documents of Word (.docx) and LibreOffice (.odt): XML in a zipped file.

use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use campaign::release::Source;

use super::SourceFault;

/// More text is no release. Also what a small zipped file may unfold to.
const MOST_BYTES: u64 = 16 << 20;

/// The text of a document, and its headline if it is marked as the title.
pub fn read(bytes: &[u8]) -> Result<Source, SourceFault> {
    let damaged = |error: &dyn std::fmt::Display| SourceFault::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect();
    let has = |name: &str| names.iter().any(|other| other == name);
    // Word on the web numbers it: `word/document2.xml`.
    let word = names.iter().find(|name| name.starts_with("word/document") && name.ends_with(".xml"));
    let name = match word {
        Some(word) => word.as_str(),
        None if has("xl/workbook.xml") => return Err(SourceFault::NotRead("an Excel workbook (.xlsx)")),
        None if has("ppt/presentation.xml") => return Err(SourceFault::NotRead("a presentation (.pptx)")),
        None if names.iter().any(|name| name.starts_with("Index/")) => {
            return Err(SourceFault::NotRead("a Pages document (.pages)"));
        }
        None if has("META-INF/container.xml") => return Err(SourceFault::NotRead("an e-book (.epub)")),
        None if has("content.xml") => "content.xml",
        None => return Err(SourceFault::NotRead("a zipped file that holds no document")),
    };
    let file = archive.by_name(name).map_err(|error| damaged(&error))?;
    let mut xml = String::new();
    let length = file.take(MOST_BYTES + 1).read_to_string(&mut xml).map_err(|error| damaged(&error))?;
    if length as u64 > MOST_BYTES {
        return Err(SourceFault::Damaged("it holds more than 16 MB of text".to_owned()));
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: 2_000_000, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&xml, options).map_err(|error| damaged(&error))?;
    let mut paragraphs: Vec<String> = Vec::new();
    let mut title = None;
    for node in document.descendants().filter(|node| is_paragraph(node) && !is_twice(node)) {
        let mut text = String::new();
        gather(node, &mut text);
        let text = text.trim();
        if title.is_none() && !text.is_empty() && is_title(&node) {
            title = Some(text.to_owned());
        }
        let mark = if is_item(&node) && !text.is_empty() { "• " } else { "" };
        paragraphs.push([mark, text].concat());
    }
    Ok(Source { text: paragraphs.join("\n\n"), title, issued: None })
}

fn is_paragraph(node: &Node<'_, '_>) -> bool {
    let name = node.tag_name().name();
    node.is_element() && (name == "p" || name == "h")
        // Inside another one it is a text box or a note, which comes after it.
        && node.tag_name().namespace().is_some_and(|space| space.contains("wordprocessingml") || space.contains("opendocument:xmlns:text"))
}

/// Word writes shapes twice, for older readers too; deleted text stays until the change is accepted.
fn is_twice(node: &Node<'_, '_>) -> bool {
    node.ancestors()
        .any(|above| matches!(above.tag_name().name(), "Fallback" | "tracked-changes" | "note" | "annotation"))
}

fn gather(node: Node<'_, '_>, text: &mut String) {
    for child in node.children() {
        match child.tag_name().name() {
            "" => {
                // LibreOffice keeps text in the paragraph, Word in `w:t`.
                let word = node.tag_name().namespace().is_some_and(|space| space.contains("wordprocessingml"));
                if child.is_text() && (!word || node.tag_name().name() == "t") {
                    text.push_str(child.text().unwrap_or_default());
                }
            }
            "tab" | "s" => text.push(' '),
            "br" | "cr" | "line-break" => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            "del" | "delText" | "instrText" | "Fallback" | "note" | "annotation" | "pPr" | "rPr" => {}
            // A paragraph in a text box is told by itself.
            "p" | "h" => {}
            _ => gather(child, text),
        }
    }
}

/// Whether a paragraph has the style of a title.
fn is_title(node: &Node<'_, '_>) -> bool {
    let styles =
        node.descendants().filter(|node| node.tag_name().name() == "pStyle").flat_map(|style| style.attributes());
    let own = node.attributes().filter(|attribute| attribute.name() == "style-name");
    styles.chain(own).any(|style| {
        let name = style.value().to_lowercase();
        name == "title" || name.replace(['_', ' '], "") == "heading1" || name == "titel" || name == "titre"
    }) || node.tag_name().name() == "h"
        && node.attributes().any(|attribute| attribute.name() == "outline-level" && attribute.value() == "1")
}

/// Whether a paragraph is an item of a list.
fn is_item(node: &Node<'_, '_>) -> bool {
    let numbered = node.children().filter(|child| child.tag_name().name() == "pPr").flat_map(|child| child.children());
    numbered.into_iter().any(|child| child.tag_name().name() == "numPr")
        || node.parent().is_some_and(|parent| parent.tag_name().name() == "list-item")
}
