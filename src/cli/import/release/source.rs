//! The text of a release, out of whatever file it comes in.

mod office;
mod web_page;

use campaign::release::Source;

/// Why there is no text in a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceFault {
    /// A kind of file that is not read: "a PDF".
    #[error("is {0}, which isn't supported; open it and save it as .docx, .odt or plain text (UTF-8)")]
    NotRead(&'static str),
    /// Letters in an encoding that cannot be known for certain.
    #[error("isn't UTF-8 text; open it and save it as .docx, or as plain text with the encoding UTF-8")]
    OldEncoding,
    /// A zipped file that is no document, or a damaged one; what the reader says.
    #[error("can't be read as a document: {0}; save it again, or as plain text (UTF-8)")]
    Damaged(String),
}

/// Reads plain text, a web page, or a document of Word or LibreOffice.
///
/// # Errors
/// Where the file is of another kind, which is named.
pub fn read(bytes: &[u8]) -> Result<Source, SourceFault> {
    // Whatever is before the first sign of a kind.
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let begins = |words: &[u8]| bare.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    match bytes {
        _ if begins(b"PK") => office::read(bytes),
        _ if begins(b"{\\rtf") => Err(SourceFault::NotRead("a rich text document (.rtf)")),
        _ if begins(b"%PDF") => Err(SourceFault::NotRead("a PDF")),
        _ if begins(b"\xd0\xcf\x11\xe0") => {
            Err(SourceFault::NotRead("an old Word document (.doc) or an Outlook mail (.msg)"))
        }
        _ if begins(b"bplist") => Err(SourceFault::NotRead("a web archive of Safari (.webarchive)")),
        _ if begins(b"{\"") || begins(b"[{") => Err(SourceFault::NotRead("a JSON file")),
        _ if begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8") => Err(SourceFault::NotRead("a picture")),
        _ if has_header(bare, &["snapshot-content-location", "content-type: multipart/related"]) => {
            Err(SourceFault::NotRead("a saved web page in one file (.mht)"))
        }
        _ if begins(b"From ")
            || has_header(bare, &["received", "mime-version", "return-path", "delivered-to", "message-id"]) =>
        {
            Err(SourceFault::NotRead("a saved mail (.eml)"))
        }
        _ if web_page::is_page(bytes) => web_page::read(bytes),
        _ if begins(b"<?xml") => Err(SourceFault::NotRead("an XML file")),
        _ => plain(bytes).map(|text| Source { text, ..Source::default() }),
    }
}

/// Whether the lines before the first empty one have one of these, as mails do.
fn has_header(bytes: &[u8], names: &[&str]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes)).to_lowercase();
    let mut lines = start.lines().take_while(|line| !line.trim().is_empty());
    let is = |line: &str, name: &str| {
        line.strip_prefix(name).is_some_and(|rest| name.contains(':') || rest.starts_with(':'))
    };
    lines.any(|line| names.iter().any(|name| is(line, name)))
}

/// Plain text in UTF-8 or, with a mark at its beginning or with noughts in it, UTF-16.
fn plain(bytes: &[u8]) -> Result<String, SourceFault> {
    let noughts = |from: usize| bytes.iter().take(512).skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (encoding, rest) = match bytes {
        [0xff, 0xfe, rest @ ..] => (encoding_rs::UTF_16LE, rest),
        [0xfe, 0xff, rest @ ..] => (encoding_rs::UTF_16BE, rest),
        _ if noughts(1) > noughts(0) => (encoding_rs::UTF_16LE, bytes),
        _ if noughts(0) > noughts(1) => (encoding_rs::UTF_16BE, bytes),
        _ => (encoding_rs::UTF_8, bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest).ok_or(SourceFault::OldEncoding)?;
    if text.contains('\0') { Err(SourceFault::NotRead("no text")) } else { Ok(text.into_owned()) }
}

#[cfg(test)]
mod tests;
