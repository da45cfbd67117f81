//! A letter and a call script for one official: the campaign's texts, the supporter's own words, and merge tokens.
//!
//! Letters to the US Congress are English in every language of the interface, because the offices that read them are.

mod guide;
pub mod mail_file;
mod recipient;
mod sheet;
mod template;
pub mod token;
pub mod words;

use places::language::Language;
use places::legislature::Person;
use places::web_address::HttpsUrl;

use crate::letter::token::{Piece, Token, pieces};
use crate::letter::words::{Call, Letter};

pub use guide::Guide;
pub use recipient::Recipient;
pub use recipient::{GROUPS, is_identifier};
pub use sheet::{Part, Sheet, Source};
pub use template::typed;

/// A letter that a supporter can copy: plain text, lines parted by `\n`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// One line.
    pub subject: String,
    /// Salutation, paragraphs parted by empty lines, closing.
    pub body: String,
}

impl Draft {
    /// Whether something in square brackets is still to be filled in.
    pub fn has_gaps(&self) -> bool {
        self.body.split_once('[').is_some_and(|(_, after)| after.contains(']'))
    }
}

/// Where a letter to an official goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination<'a> {
    /// A page made for writing to them.
    ContactForm(&'a HttpsUrl),
    /// An address for mail.
    Mail(&'a str),
    /// Their site; the visitor must look for the form.
    Site(&'a HttpsUrl),
    /// Nothing is published.
    Unknown,
}

/// The best place for a letter to somebody. Only 2 of 437 members of the House have a published form; members of the
/// House of Commons have an address for mail.
pub fn destination(person: &Person) -> Destination<'_> {
    match (&person.contact_form, &person.email, &person.site) {
        (Some(form), ..) => Destination::ContactForm(form),
        (None, Some(address), _) => Destination::Mail(address),
        (None, None, Some(site)) => Destination::Site(site),
        (None, None, None) => Destination::Unknown,
    }
}

/// The letter as the campaign and the supporter's choices make it.
pub fn assemble(letter: &Letter, guide: &Guide, recipient: &Recipient, campaign_title: &str) -> Draft {
    Source { letter, title: campaign_title, guide, sheet: &Sheet::default() }.draft(recipient)
}

impl Source<'_> {
    /// The letter as this reader gets it: what the page puts in at its head and its foot, and the body.
    pub fn draft(&self, recipient: &Recipient) -> Draft {
        let (head, foot) = (self.salutation(recipient), self.signature());
        let body = [&head, "\n\n", &self.body(recipient), "\n", &foot, "\n"].concat();
        Draft { subject: self.part(Part::Subject, recipient), body }
    }

    /// The line that greets this reader.
    pub fn salutation(&self, recipient: &Recipient) -> String {
        let (before, after) = match self.letter.language {
            Language::English => ("Dear ", ","),
            Language::TraditionalChinese => ("", "："),
        };
        [before, &recipient.salutation, after].concat()
    }

    /// Name and address below the letter. What is missing is asked for in square brackets, but an address only while there is
    /// no name either.
    pub fn signature(&self) -> String {
        let (no_name, no_address) = match self.letter.language {
            Language::English => ("[your name]", "[your postal address]"),
            Language::TraditionalChinese => ("[你的姓名]", "[你的郵寄地址]"),
        };
        match (self.guide.name.trim(), self.guide.address.trim()) {
            ("", "") => [no_name, "\n", no_address].concat(),
            ("", address) => [no_name, "\n", address].concat(),
            (name, "") => name.to_owned(),
            (name, address) => [name, "\n", address].concat(),
        }
    }
}

/// The head of a letter on paper: to whom and where.
pub fn address_block(person: &Person) -> String {
    [&*person.addressed, "\n", &lines(person.address.as_deref().unwrap_or_default())].concat()
}

/// An address in lines. They are parted by a comma with a space, which a number such as "1,200" has not; a state stays beside its
/// town: "Washington, DC 20510".
pub fn lines(address: &str) -> String {
    let mut text = String::new();
    for (at, part) in address.split(',').enumerate() {
        let line = part.strip_prefix(' ').filter(|line| !matches!(line.as_bytes(), [_, b'A'..=b'Z', b' ', ..]));
        match line {
            Some(line) if at > 0 => text.extend(["\n", line]),
            None if at > 0 => text.extend([",", part]),
            _ => text.push_str(part),
        }
    }
    text
}

/// A call script with its voicemail variant, paragraph by paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// What to say when somebody answers.
    pub paragraphs: Vec<String>,
    /// The message to leave on voicemail.
    pub voicemail: String,
}

/// The call script for one official.
pub fn script(call: &Call, recipient: &Recipient, campaign_title: &str) -> Script {
    Script {
        paragraphs: call.script.iter().map(|text| merge(text, recipient, campaign_title)).collect(),
        voicemail: merge(&call.voicemail, recipient, campaign_title),
    }
}

/// Puts values for merge tokens. `undersigned check` refuses unknown ones, so none is left for a visitor to see.
pub fn merge(text: &str, recipient: &Recipient, campaign_title: &str) -> String {
    let value = |piece| match piece {
        Piece::Text(text) | Piece::Unpaired(text) => text,
        Piece::Unknown(_) => "",
        Piece::Token(Token::TargetName) => &recipient.name,
        Piece::Token(Token::TargetRole) => &recipient.role,
        Piece::Token(Token::TargetSalutation) => &recipient.salutation,
        Piece::Token(Token::Place) => &recipient.place,
        Piece::Token(Token::CampaignTitle) => campaign_title,
    };
    pieces(text).into_iter().map(value).collect()
}

#[cfg(test)]
mod tests;
