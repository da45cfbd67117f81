//! What the live part of a page reads: the campaign's words, the interface's words, and where the tables are.
//!
//! A data island is a file beside the page: a JSON list of texts. Each type's fields are listed once, in the order in which they are
//! written and read ([`in_order`]); a list within comes with its length before it. The browser's own parser reads it, so no JSON parser and no field names are
//! shipped.

use std::rc::Rc;
use std::vec::IntoIter;

use places::assembly::Manner;
use places::language::Language;
use places::legislature::LegislatureId;

use crate::letter::words::{Call, Lead, Letter, Point, Variant};

/// The data island of a page with an open campaign.
#[derive(Clone, Debug, PartialEq)]
pub struct LivePage {
    /// The page's language.
    pub language: Language,
    /// The live messages in the order of [`crate::catalogue::MESSAGES`].
    pub texts: Vec<Rc<str>>,
    /// The campaign's headline.
    pub title: String,
    /// The landing page's public address, for sharing.
    pub address: String,
    /// Whose members this part leads to; none where it leads to people whom the campaign names.
    pub legislature: Option<LegislatureId>,
    /// ISO 3166-1 code of the country of that legislature, or `EU`; empty without one.
    pub country: String,
    /// How people are found and what the legislature's members are called.
    pub manner: Manner,
    /// Whom the campaign wants to be written to first: [`Manner::first`], which is not among what campaigns share.
    pub ask_first: Vec<String>,
    /// The path of the outlines of its seats, for those who look their own up by location; empty where there are none.
    pub shapes: String,
    /// Of the other parts of the action, the ISO 3166-1 codes of their countries; empty for the one for people elsewhere.
    pub others: Vec<String>,
    /// The path of the directory by region.
    pub directory: String,
    /// Official finders of members, the best first: address and what the page calls it; empty without a legislature.
    pub finders: Vec<(Rc<str>, Rc<str>)>,
    /// Code and name of every region, in the order in which the page offers them.
    pub regions: Vec<(Rc<str>, Rc<str>)>,
    /// People whom the campaign names, as [`places::people::to_texts`] tells of them.
    pub people: Vec<String>,
    /// What supporters are asked to do, in a few words.
    pub action_title: String,
    /// What to consider before contacting anybody.
    pub contact_note: String,
    /// What to write.
    pub letter: Letter,
    /// The letter in the page's language, to read beside it.
    pub translation: Option<Letter>,
    /// What to say on the phone.
    pub call: Call,
    /// A public post, if the campaign gives one.
    pub post: Option<String>,
    /// The text that supporters pass on.
    pub share_text: String,
    /// The path of the legislature's tables; empty without one.
    pub tables: String,
    /// The path of the district offices; empty where there is no such table.
    pub offices: String,
}

impl LivePage {
    /// Whether people are found by a postcode; otherwise the first screen offers the regions.
    pub fn asks_for_postcodes(&self) -> bool {
        !self.manner.postcodes.is_empty()
    }

    /// Whether there are maps of the places where a postcode lies in several seats.
    pub fn is_mapped(&self) -> bool {
        !self.shapes.is_empty() && self.asks_for_postcodes() && !self.offices.is_empty()
    }

    /// The island's texts.
    pub fn to_island(&self) -> Vec<String> {
        let mut texts = Vec::new();
        self.write(&mut texts);
        texts
    }

    /// The island in two files, one to follow the other: what a campaign says, and the legislature's tables, regions and texts, which
    /// are the same in all campaigns with this language and legislature.
    pub fn to_files(&self) -> (Vec<String>, Vec<String>) {
        let (mut own, mut texts) = (self.to_island(), Vec::new());
        // The last fields.
        [&self.tables, &self.offices, &self.shapes].into_iter().for_each(|path| path.write(&mut texts));
        self.manner.write(&mut texts);
        self.finders.write(&mut texts);
        self.regions.write(&mut texts);
        self.texts.write(&mut texts);
        own.truncate(own.len() - texts.len());
        (own, texts)
    }

    /// The page that [`LivePage::to_island`] told of; `None` if the texts are not such an island.
    pub fn from_island(texts: Vec<String>) -> Option<LivePage> {
        let mut page: LivePage = Island::read(&mut texts.into_iter())?;
        page.manner.first = page.ask_first.clone();
        Some(page)
    }
}

/// What an island holds, in texts.
trait Island: Sized {
    fn write(&self, texts: &mut Vec<String>);
    fn read(texts: &mut IntoIter<String>) -> Option<Self>;
}

/// The fields of a type in the order in which an island has them. What is behind the semicolon isn't in it.
macro_rules! in_order {
    ($($name:ident { $($field:ident),+ $(; $($other:ident: $value:expr),+)? })+) => { $(
        impl Island for $name {
            fn write(&self, texts: &mut Vec<String>) {
                $(self.$field.write(texts);)+
            }

            fn read(texts: &mut IntoIter<String>) -> Option<$name> {
                Some($name { $($field: Island::read(texts)?,)+ $($($other: $value),+)? })
            }
        }
    )+ };
}

in_order! {
    LivePage {
        language, legislature, ask_first, country, title, address, directory, others, people, action_title, contact_note, letter,
        translation, call, post, share_text, tables, offices, shapes, manner, finders, regions, texts
    }
    Manner { names_in, postcodes, roles, capital, anyone, groups, notes, note; first: Vec::new() }
    Letter { language, subject, opening, ask, closing, prompts, lead, points, variants; translation: None }
    Lead { one, several }
    Point { label, text }
    Variant { audience, subject, opening, ask }
    Call { voicemail, script }
}

impl Island for String {
    fn write(&self, texts: &mut Vec<String>) {
        texts.push(self.clone());
    }

    fn read(texts: &mut IntoIter<String>) -> Option<String> {
        texts.next()
    }
}

impl Island for Rc<str> {
    fn write(&self, texts: &mut Vec<String>) {
        texts.push(self.to_string());
    }

    fn read(texts: &mut IntoIter<String>) -> Option<Rc<str>> {
        texts.next().map(Rc::from)
    }
}

impl Island for Language {
    fn write(&self, texts: &mut Vec<String>) {
        texts.push(self.tag().to_owned());
    }

    fn read(texts: &mut IntoIter<String>) -> Option<Language> {
        let tag = texts.next()?;
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

impl Island for LegislatureId {
    fn write(&self, texts: &mut Vec<String>) {
        texts.push(self.name().to_owned());
    }

    fn read(texts: &mut IntoIter<String>) -> Option<LegislatureId> {
        texts.next().map(LegislatureId::new)
    }
}

/// A length, which is never more than what follows.
fn length(texts: &mut IntoIter<String>) -> Option<usize> {
    let length = texts.next()?.parse().ok()?;
    (length <= texts.len()).then_some(length)
}

/// A list comes with its length before it.
impl<T: Island> Island for Vec<T> {
    fn write(&self, texts: &mut Vec<String>) {
        texts.push(self.len().to_string());
        self.iter().for_each(|item| item.write(texts));
    }

    fn read(texts: &mut IntoIter<String>) -> Option<Vec<T>> {
        let length = length(texts)?;
        let mut list = Vec::new();
        for _ in 0..length {
            list.push(T::read(texts)?);
        }
        Some(list)
    }
}

/// As a list of one or none.
impl<T: Island> Island for Option<T> {
    fn write(&self, texts: &mut Vec<String>) {
        texts.push(usize::from(self.is_some()).to_string());
        self.iter().for_each(|item| item.write(texts));
    }

    fn read(texts: &mut IntoIter<String>) -> Option<Option<T>> {
        if texts.next()? == "0" { Some(None) } else { T::read(texts).map(Some) }
    }
}

impl<T: Island, U: Island> Island for (T, U) {
    fn write(&self, texts: &mut Vec<String>) {
        self.0.write(texts);
        self.1.write(texts);
    }

    fn read(texts: &mut IntoIter<String>) -> Option<(T, U)> {
        Some((T::read(texts)?, U::read(texts)?))
    }
}

/// The id of the element that is taken over: the first part of the action.
pub const ACTION: &str = "action";

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> LivePage {
        let point = |label: &str| Point { label: label.into(), text: [label, " text"].concat() };
        LivePage {
            language: Language::TraditionalChinese,
            texts: vec!["a".into(), "".into(), "2".into()],
            title: "Title".into(),
            address: "https://example.org/".into(),
            legislature: Some(LegislatureId::UK_COMMONS),
            country: "GB".into(),
            manner: Manner {
                names_in: "en".into(),
                postcodes: vec!["A9".into()],
                notes: vec![("r".into(), "R".into())],
                capital: vec!["c".into(), "Europe/London".into()],
                anyone: vec!["t".into(), "s".into(), "p".into()],
                roles: vec!["1".into(), "2".into()],
                groups: vec![("g".into(), "G".into())],
                first: vec!["g".into()],
                note: "n".into(),
            },
            ask_first: vec!["g".into()],
            shapes: "/s.bin".into(),
            others: vec!["US".into(), "".into()],
            directory: "/d/".into(),
            finders: vec![("https://example.org/find".into(), "Find".into())],
            people: vec!["a".into(), "".into()],
            regions: vec![("VT".into(), "佛蒙特州".into()), ("DC".into(), "x".into())],
            action_title: "Act".into(),
            contact_note: "n".into(),
            letter: Letter {
                language: Language::English,
                subject: "s".into(),
                prompts: vec!["p".into(), "q".into()],
                opening: "o".into(),
                lead: Some(Lead { one: "1".into(), several: "2".into() }),
                points: vec![point("one"), point("two")],
                ask: "ask".into(),
                closing: "c".into(),
                variants: vec![Variant {
                    audience: vec!["us-senate".into(), "E000001".into()],
                    subject: None,
                    opening: Some("other".into()),
                    ask: None,
                }],
                translation: None,
            },
            translation: Some(Letter { subject: "主".into(), opening: "開".into(), ..Letter::default() }),
            call: Call { script: vec!["1".into(), "2".into(), "3".into()], voicemail: "v".into() },
            post: None,
            share_text: "share".into(),
            tables: "/c.bin".into(),
            offices: "/o.bin".into(),
        }
    }

    #[test]
    fn an_island_tells_everything() {
        assert_eq!(LivePage::from_island(page().to_island()), Some(page()));
    }

    #[test]
    fn campaigns_share_the_file_of_their_legislature() {
        let other = LivePage { title: "Another".into(), address: "https://example.org/b/".into(), ..page() };
        let ((own, texts), (others, same)) = (page().to_files(), other.to_files());
        assert!(own != others && texts == same && texts.ends_with(&["3", "a", "", "2"].map(str::to_owned)));
        assert_eq!([own, texts].concat(), page().to_island());
    }

    #[test]
    fn an_island_cut_short_is_none() {
        let texts = page().to_island();
        for length in 0..texts.len() {
            assert_eq!(LivePage::from_island(texts[..length].to_vec()), None, "{length}");
        }
    }
}
