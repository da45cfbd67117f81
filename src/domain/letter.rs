//! A letter and a call script for one official: the campaign's texts, the supporter's own words, and merge tokens.
//!
//! Letters to the US Congress are English in every language of the interface, because the offices that read them are.

mod guide;
pub mod mail_file;
mod own_share;
mod recipient;

use crate::domain::campaign::token::{Piece, Token, pieces};
use crate::domain::campaign::words::{Call, Letter, Variant};
use crate::domain::language::Language;
use crate::domain::legislature::{Person, Role};
use crate::domain::web_address::HttpsUrl;

pub use guide::Guide;
pub use own_share::own_share;
pub use recipient::{EITHER, Recipient, place, role, state_place};
#[cfg(not(target_arch = "wasm32"))]
pub use recipient::{GROUPS, is_identifier};

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

/// The letter as it reaches the supporter: salutation, their own words, opening, the points they chose in their order,
/// ask, closing, and their name and address or room for them.
pub fn assemble(letter: &Letter, guide: &Guide, recipient: &Recipient, campaign_title: &str) -> Draft {
    let merge = |text: &str| merge(text, recipient, campaign_title);
    // The last variant that is written for them counts, for each part by itself.
    let part = |ours: &str, of: fn(&Variant) -> &Option<String>| {
        let mut fitting = letter.variants.iter().rev().filter(|variant| recipient.is_addressed_by(variant));
        merge(fitting.find_map(|variant| of(variant).as_deref()).unwrap_or(ours))
    };
    let (before, after) = match letter.language {
        Language::English => ("Dear ", ","),
        Language::TraditionalChinese => ("", "："),
    };
    let mut body = [before, &recipient.salutation, after].concat();
    let mut paragraph = |text: &str| {
        body.push_str("\n\n");
        body.push_str(text);
    };
    for answer in guide.answers.iter().map(|answer| answer.trim()).filter(|answer| !answer.is_empty()) {
        paragraph(answer);
    }
    paragraph(&part(&letter.opening, |variant| &variant.opening));
    let points: Vec<_> = guide.points.iter().filter_map(|point| letter.points.get(*point)).collect();
    if let (Some(lead), false) = (&letter.lead, points.is_empty()) {
        paragraph(&merge(if points.len() == 1 { &lead.one } else { &lead.several }));
    }
    for point in points {
        paragraph(&merge(&point.text));
    }
    paragraph(&part(&letter.ask, |variant| &variant.ask));
    paragraph(&merge(&letter.closing));
    let signature = match (guide.signature.trim(), letter.language) {
        ("", Language::English) => "[your name]\n[your postal address]",
        ("", Language::TraditionalChinese) => "[你的姓名]\n[你的郵寄地址]",
        (signature, _) => signature,
    };
    for text in ["\n", signature, "\n"] {
        body.push_str(text);
    }
    Draft { subject: part(&letter.subject, |variant| &variant.subject), body }
}

/// The head of a letter on paper: to whom and where.
pub fn address_block(person: &Person) -> String {
    let title = person.title.as_deref().unwrap_or(role(person.role));
    // Its lines are parted by a comma with a space, which a number such as "1,200" has not.
    let mut address = String::new();
    for (at, part) in person.address.as_deref().unwrap_or_default().split(',').enumerate() {
        match part.strip_prefix(' ') {
            Some(line) if at > 0 => address.extend(["\n", line]),
            None if at > 0 => address.extend([",", part]),
            _ => address.push_str(part),
        }
    }
    match person.role {
        Role::MemberOfParliament => [&person.name, " ", title, "\n", &address].concat(),
        _ => [title, " ", &person.name, "\n", &address].concat().trim_start().to_owned(),
    }
}

/// A call script with its voicemail variant, paragraph by paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// What to say when somebody answers.
    pub paragraphs: Vec<String>,
    /// What to leave on an answering machine.
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
