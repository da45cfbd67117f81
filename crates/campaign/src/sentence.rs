//! How a fault reads: what is wrong, and what to do.

mod look_alike;
mod picture;
mod quoted;

use places::language::Language;
use visit::letter::token::Token;

use self::quoted::{cut, quoted};
use crate::contrast::{LEAST, LIGHT_PAPER};
use crate::fault::{CountFault, Fault, FaultKind, LimitFault, LogoFault, LookAlike};
use crate::shown;

/// One line for a fault: `campaigns/x/en.json: /title: is empty; …`. Control characters are escaped.
pub fn line(fault: &Fault) -> String {
    let file = &fault.file;
    let text = match (&fault.kind, fault.place.as_str()) {
        (FaultKind::Syntax { line, column, .. }, _) => format!("{file}:{line}:{column}: {}", sentence(&fault.kind)),
        (FaultKind::Logo(LogoFault::Unsafe(danger)), _) => {
            format!("{file}:{}:{}: {}", danger.line, danger.column, sentence(&fault.kind))
        }
        (kind, "") => format!("{file}: {}", sentence(kind)),
        (kind, place) => format!("{file}: {place}: {}", sentence(kind)),
    };
    shown::line(&text)
}

/// What is wrong, and what to do, without the place.
pub fn sentence(kind: &FaultKind) -> String {
    use FaultKind as F;
    match kind {
        F::CannotRead(reason) => format!("cannot be read: {reason}"),
        F::FileMissing => "the file is missing; add it, or remove its language from `languages`".to_owned(),
        F::WordsUndeclared(tag) => {
            format!("`languages` in campaign.json does not name `{tag}`; add it there, or remove this file")
        }
        F::NotALanguage(known) => {
            format!("no language of the interface has this name; words files are {}", list(known, "and"))
        }
        F::NotUtf8(at) => format!("byte {at} is not UTF-8 text; save the file with the encoding UTF-8"),
        F::Syntax { message, .. } => format!("not JSON: {message}{}", hint(message)),
        F::FieldTwice => "duplicate field; keep one".to_owned(),
        F::FieldUnknown(near) => {
            format!("no such field; {}", meant(near.as_deref(), "remove it, or look up its name in docs/campaigns.md"))
        }
        F::FieldMissing => "is missing; add it".to_owned(),
        F::WrongType { expected, found } => format!("must be {expected}, but is {found}"),
        F::NotAChoice { found, choices, nearest } => format!(
            "{} is not allowed here; {}",
            quoted(found),
            meant(nearest.as_deref(), &format!("write {}", list(choices, "or")))
        ),
        F::NotOneOf(names) => format!("must have exactly one of the fields {}", list(names, "or")),
        F::ListTooShort { least } => format!("has too few items; it needs at least {least}"),
        F::ListTooLong { most, found } => format!("has {found} items; the limit is {most}"),
        F::NumberOutside { found, least, most } => {
            format!("{found} is not allowed here; write a whole number from {least} to {most}")
        }
        F::Unreadable(reason) => format!("cannot be understood: {reason}"),
        F::TextEmpty => "is empty; write the text, or remove the field if it is optional".to_owned(),
        F::TextUntrimmed => "begins or ends with a space; remove it".to_owned(),
        F::TextTooLong { most, found } => format!("is {found} characters long; shorten it to {most}"),
        F::HiddenCharacter('\n' | '\r') => "contains a line break; start a new list item instead".to_owned(),
        F::HiddenCharacter(character) => {
            format!("contains the hidden character U+{:04X}; remove it", u32::from(*character))
        }
        F::StillToFillIn(text) => format!("is still to be written ({})", quoted(text)),
        F::Damaged(text) => {
            format!("{} was read in a wrong encoding on its way; type its letters again", quoted(text))
        }
        F::Date(fault) => fault.to_string(),
        F::Address(fault) => look_alike::sentence(fault),
        F::Slug(text) => {
            format!("{} can't name a folder and an address; use 1 to 64 of a-z, 0-9 and -", quoted(text))
        }
        F::PartnerSlug(text) => {
            format!("{} can't be a partner's name in an address; use 1 to 40 of a-z, 0-9 and -", quoted(text))
        }
        F::Colour(text) => format!("{} is not a colour; write it as #8f1d2c", quoted(text)),
        F::Country(code) => {
            format!("{} is not an ISO 3166-1 country code; use two capital letters, as in GB", quoted(code))
        }
        F::ForeignText { language, found } => {
            let found_han = found.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
            let is_ascii = found.chars().all(|c| c.is_ascii() || !c.is_alphabetic());
            match language {
                Language::English if found_han => {
                    format!("{} is Chinese, but should be English; translate it", quoted(found))
                }
                Language::English => format!("{} isn't English; translate it", quoted(found)),
                Language::TraditionalChinese if found_han && !is_ascii => {
                    format!("{} has simplified Chinese characters; use traditional ones", quoted(found))
                }
                Language::TraditionalChinese if is_ascii => {
                    format!("{} is English, but should be Chinese; translate it", quoted(found))
                }
                Language::TraditionalChinese => format!("{} isn't Chinese; translate it", quoted(found)),
            }
        }
        F::LookAlike(LookAlike::Signer { name, other, first }) => format!(
            "{} looks like {} at {first}, and is written with other letters; if it is the same organisation, remove one of them, \
             else write it with the letters of its own language",
            quoted(name),
            quoted(other)
        ),
        F::LookAlike(LookAlike::Mixed { word, letter }) => format!(
            "{} mixes letters of different scripts that look alike; `{letter}` (U+{:04X}) is not what it seems",
            quoted(word),
            u32::from(*letter)
        ),
        F::LookAlike(LookAlike::Foreign(word)) => {
            format!("{} looks like a Latin word, but is written in another script; retype it", quoted(word))
        }
        F::Limit(LimitFault::TooLarge { most, found }) => {
            format!("has {found} bytes; no file of this kind needs more than {most}")
        }
        F::Limit(LimitFault::Link) => "is a symbolic link; put the file itself here".to_owned(),
        F::Limit(LimitFault::More { count, .. }) => {
            format!("{count} more faults of one kind; the first hundred are above")
        }
        F::Count(CountFault::Told { found, stated, besides }) => {
            format!("says {found} signers, but campaign.json states {stated} with {besides} besides; make them agree")
        }
        F::TokenSingle(token) => {
            format!("{} won't be filled in; merge tokens have two plain braces, like {{{{place}}}}", quoted(token))
        }
        F::TokenUnknown { name, nearest } => {
            let near = nearest.as_deref().map(braced);
            let all: Vec<String> = Token::ALL.map(|token| braced(token.name())).to_vec();
            let otherwise = format!("use one of {}", all.join(", "));
            format!(
                "merge token {} does not exist; {}",
                cut(&braced(name)),
                near.map_or(otherwise, |near| format!("did you mean {near}?"))
            )
        }
        F::TokenUnpaired(braces) => format!("unpaired `{braces}`; a merge token is written {{{{place}}}}"),
        F::TokenMisplaced(name) => {
            format!(
                "merge token {} works only in `letter`, `call` and `post`; write the text itself here",
                braced(name)
            )
        }
        F::IdNotFolder { id, folder } => {
            format!("{} differs from the folder's name, {}; make them the same", quoted(id), quoted(folder))
        }
        F::LanguageTwice(tag) => format!("`{tag}` is a duplicate; remove it"),
        F::UpdatedBeforeIssued { issued, updated } => format!("{updated} is before the statement was issued, {issued}"),
        F::SignedAfterText { signed, text } => {
            format!("{signed} is after the statement last changed, {text}; correct it, or set `updated`")
        }
        F::SignerTwice { name, first } => format!("{} is already listed at {first}; remove one", quoted(name)),
        F::SignerOutOfOrder { name, before } => format!(
            "{} comes after {}, which is not alphabetical; move it, or set `order` to `as_published`",
            quoted(name),
            quoted(before)
        ),
        F::Count(CountFault::MoreListed { listed, stated, besides }) => format!(
            "{listed} are listed, but the source states {stated} with {besides} besides; correct the count or the list"
        ),
        F::Count(CountFault::MorePeople { listed, stated }) => {
            format!("{listed} people are listed, but the source states {stated}; correct the number or the list")
        }
        F::Count(CountFault::BesidesNotListed { besides, listed }) => {
            format!("{besides} are counted besides the total, but only {listed} are listed")
        }
        F::PartnerTwice { slug, first } => {
            format!("{} is already used at {first}; give each partner its own", quoted(slug))
        }
        F::PeopleForm(name) => {
            format!("{} is not a file name that ends in .csv, made of letters, digits, `-` and `_`", quoted(name))
        }
        F::PeopleMissing(name) => format!("{} is not in the folder; add the list, or remove the target", quoted(name)),
        F::PeopleTwice(name) => format!("{} is already named by an earlier target; remove one", quoted(name)),
        F::PeopleUndeclared => {
            "no target names this list; add { \"people\": \"…\" } to `targets`, or remove the file".to_owned()
        }
        F::Sheet(fault) => fault.to_string(),
        F::HeaderMissing => {
            "the first row must name the columns: title,first_name,last_name,zip_code,country,gender,email,phone"
                .to_owned()
        }
        F::ColumnUnknown(nearest) => match nearest {
            Some(near) => format!("no such column; did you mean {}?", quoted(near)),
            None => "no such column; remove it, or look up its name in docs/campaigns.md".to_owned(),
        },
        F::RowWidth { expected, found } => {
            format!(
                "has {found} fields, but the header has {expected}; put texts that contain commas in quotation marks"
            )
        }
        F::Email(text) => format!("{} is not an e-mail address; write one like someone@example.org", quoted(text)),
        F::Phone(text) => {
            format!("{} is not a telephone number with a country code; write it like +44 20 7946 0000", quoted(text))
        }
        F::PersonWithoutChannel => "has neither e-mail address nor telephone number; supporters need one".to_owned(),
        F::PersonTwice { first } => format!("is already in row {first}; remove one"),
        F::Logo(fault) => picture::sentence(fault),
        F::Contrast { colour, paper, ratio } => {
            // Rounded down: 4.499 is not 4.50.
            let ratio = (ratio * 100.0).floor() / 100.0;
            let direction = if *paper == LIGHT_PAPER { "darker" } else { "lighter" };
            format!(
                "{colour} on {paper} has a contrast of {ratio:.2}:1; choose a {direction} colour, at least {LEAST}:1"
            )
        }
        F::OpenWithoutTargets => {
            "an open campaign needs someone to write to; add a target, or set `status` to `closed`".to_owned()
        }
        F::OpenWithoutAction => {
            "an open campaign needs words for its action; add them, or set `status` to `closed`".to_owned()
        }
        F::EndedWithoutAftermath(_) => {
            "a campaign that has ended must say what happened next; add at least one paragraph".to_owned()
        }
        F::NextOfOpen => {
            "only a campaign that has ended may point to the next; remove it, or set `status` to `closed`".to_owned()
        }
        F::NextIsItself => "a campaign cannot point to itself".to_owned(),
        F::NextUnknown(slug) => format!("there is no campaign {} beside this one", quoted(slug.as_str())),
        F::NextNotOpen(slug) => format!("the campaign {} is not open; point to one that is", quoted(slug.as_str())),
        F::PartMissing(file) => format!("is missing, but {file} has it; write it in this language too"),
        F::PartsDiffer { parts, here, there, file } => {
            format!(
                "there are {here} {parts} here and {there} in {file}; every language needs the same ones in the same order"
            )
        }
        F::AudienceUnknown { found, groups, nearest } => format!(
            "{} is neither a group nor an official's identifier; {}",
            quoted(found),
            meant(nearest.as_deref(), &format!("the groups are {}", list(groups, "and")))
        ),
        F::VariantEmpty => "changes nothing; give it a subject, an opening or an ask".to_owned(),
    }
}

/// What usually lies behind a parser's words.
fn hint(message: &str) -> &'static str {
    match message {
        _ if message.contains("trailing comma") => "; remove the comma before the closing bracket",
        _ if message.contains("expected `,` or") => {
            "; a comma is missing, or a quotation mark inside a text needs \\ before it"
        }
        _ if message.contains("control character") => "; a text must stay on one line",
        _ if message.contains("EOF") => "; the file ends before its last bracket or quotation mark is closed",
        _ if message.contains("key must be a string") => "; put field names in straight quotation marks",
        _ if message.contains("trailing characters") => "; there is text after the last bracket",
        _ => "",
    }
}

fn meant(near: Option<&str>, otherwise: &str) -> String {
    near.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean `{near}`?"))
}

fn braced(name: &str) -> String {
    format!("{{{{{name}}}}}")
}

fn list(items: &[String], last: &str) -> String {
    let items: Vec<String> = items.iter().map(|item| format!("`{item}`")).collect();
    match items.split_last() {
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::text::is_hidden;

    #[test]
    fn nothing_from_a_file_reaches_the_terminal_as_a_command() {
        let fault = Fault::at("a\u{1b}[2J/en.json", "/x\u{202e}", FaultKind::Slug("\u{7}一".repeat(60)));
        let line = line(&fault);
        assert!(!line.chars().any(is_hidden), "{line}");
        assert!(line.starts_with("a\\u{1b}[2J/en.json: /x\\u{202e}: `\\u{7}一") && line.contains('…'), "{line}");
    }
}
