//! A letter as a file: plain text, or a draft that a mail program opens (RFC 5322, RFC 2045, RFC 2047).

use crate::channel::{encode, with_crlf};
use crate::letter::Draft;

/// An address (`data:`) under which a browser saves letters as one plain text, a line between them.
pub fn text_address(letters: &[Draft]) -> String {
    let texts: Vec<String> =
        letters.iter().map(|draft| [&draft.subject, "\r\n\r\n", &with_crlf(&draft.body)].concat()).collect();
    ["data:text/plain;charset=utf-8,", &encode(&texts.join("\r\n----------\r\n\r\n"))].concat()
}

/// An address (`data:`) under which a browser saves the letter as a mail to `to`.
pub fn mail_address(to: &str, draft: &Draft) -> String {
    ["data:message/rfc822;base64,", &base64(mail(to, draft).as_bytes())].concat()
}

/// The letter as a message that is not sent yet. Who sends it, and when, is for the mail program to say.
///
/// Nothing but the text of subject and body comes from the supporter, both encoded, so no line of theirs can become a
/// header.
pub fn mail(to: &str, draft: &Draft) -> String {
    let to: String = to.chars().filter(char::is_ascii_graphic).collect();
    let mut mail = ["To: ", &to, "\r\nSubject:"].concat();
    let mut word = String::new();
    for letter in draft.subject.chars() {
        if word.len() + letter.len_utf8() > WORD {
            push_word(&mut mail, &word);
            word.clear();
        }
        word.push(letter);
    }
    push_word(&mut mail, &word);
    mail.push_str("\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n");
    for line in with_crlf(&draft.body).as_bytes().chunks(57) {
        mail.push_str(&base64(line));
        mail.push_str("\r\n");
    }
    mail
}

/// Bytes of text in one encoded word, so that its line stays within the 76 characters of RFC 2047.
const WORD: usize = 39;

fn push_word(mail: &mut String, word: &str) {
    if mail.ends_with("?=") {
        mail.push_str("\r\n");
    }
    mail.push_str(" =?utf-8?B?");
    mail.push_str(&base64(word.as_bytes()));
    mail.push_str("?=");
}

/// Base64 of RFC 4648, padded.
fn base64(bytes: &[u8]) -> String {
    let digit = |bits: u32| match (bits & 63) as u8 {
        value @ 0..=25 => b'A' + value,
        value @ 26..=51 => b'a' + (value - 26),
        value @ 52..=61 => b'0' + (value - 52),
        62 => b'+',
        _ => b'/',
    };
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
        for place in 0..4 {
            let padding = place > group.len();
            text.push(if padding { '=' } else { char::from(digit(bits >> (18 - 6 * place))) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::base64::Engine as _;

    #[test]
    fn base64_is_as_others_write_it() {
        let bytes: Vec<u8> = (0..=255).collect();
        for length in 0..=bytes.len() {
            let expected = ::base64::engine::general_purpose::STANDARD.encode(&bytes[..length]);
            assert_eq!(base64(&bytes[..length]), expected);
        }
    }
}
