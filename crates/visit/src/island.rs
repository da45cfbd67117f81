//! What the live part of a page reads: the campaign's words, the interface's words, and where the tables are.
//!
//! A data island is a file beside the page: a JSON list of texts, in the order in which this module writes and reads them; a
//! list within it comes with its length before it. The browser's own parser reads it, so no JSON parser and no field names are
//! shipped.

use std::rc::Rc;

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
    /// What to say on the telephone.
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
        let mut writer = Writer::default();
        writer.one(self.language.tag());
        writer.many(self.texts.iter());
        writer.one(self.legislature.as_ref().map_or("", LegislatureId::name));
        writer.manner(&self.manner);
        for text in [&self.country, &self.shapes, &self.title, &self.address, &self.directory] {
            writer.one(text);
        }
        writer.many(self.finders.iter().flat_map(|(address, label)| [address, label]));
        writer.many(self.others.iter());
        writer.many(self.people.iter());
        writer.many(self.regions.iter().flat_map(|(code, name)| [code, name]));
        for text in [&self.action_title, &self.contact_note] {
            writer.one(text);
        }
        writer.letter(&self.letter);
        writer.one(if self.translation.is_some() { "1" } else { "" });
        if let Some(translation) = &self.translation {
            writer.letter(translation);
        }
        writer.one(&self.call.voicemail);
        writer.one(self.post.as_deref().unwrap_or_default());
        writer.many(self.call.script.iter());
        for text in [&self.share_text, &self.tables, &self.offices] {
            writer.one(text);
        }
        writer.0
    }

    /// The page that [`LivePage::to_island`] told of; `None` if the texts are not such an island.
    pub fn from_island(texts: Vec<String>) -> Option<LivePage> {
        let mut reader = Reader(texts.into_iter());
        let language = reader.language()?;
        let texts = reader.many()?.into_iter().map(Rc::from).collect();
        let legislature = reader.maybe()?.map(LegislatureId::new);
        let manner = reader.manner()?;
        let (country, shapes) = (reader.one()?, reader.one()?);
        let (title, address, directory) = (reader.one()?, reader.one()?, reader.one()?);
        let finders = reader.shared_pairs()?;
        let others = reader.many()?;
        let people = reader.many()?;
        let regions = reader.shared_pairs()?;
        let (action_title, contact_note) = (reader.one()?, reader.one()?);
        let letter = reader.letter()?;
        let translation = match reader.maybe()? {
            Some(_) => Some(reader.letter()?),
            None => None,
        };
        let voicemail = reader.one()?;
        let post = reader.maybe()?;
        let call = Call { script: reader.many()?, voicemail };
        let (share_text, tables, offices) = (reader.one()?, reader.one()?, reader.one()?);
        Some(LivePage {
            language,
            texts,
            title,
            address,
            legislature,
            country,
            manner,
            shapes,
            others,
            directory,
            finders,
            regions,
            people,
            action_title,
            contact_note,
            letter,
            translation,
            call,
            post,
            share_text,
            tables,
            offices,
        })
    }
}

#[derive(Default)]
struct Writer(Vec<String>);

impl Writer {
    fn one(&mut self, text: &str) {
        self.0.push(text.to_owned());
    }

    fn many<T: AsRef<str>>(&mut self, texts: impl Iterator<Item = T>) {
        let texts: Vec<T> = texts.collect();
        self.one(&texts.len().to_string());
        for text in texts {
            self.one(text.as_ref());
        }
    }
}

struct Reader(std::vec::IntoIter<String>);

impl Writer {
    fn manner(&mut self, manner: &Manner) {
        self.one(&manner.names_in);
        for list in [&manner.postcodes, &manner.roles, &manner.first, &manner.capital, &manner.anyone] {
            self.many(list.iter());
        }
        for pairs in [&manner.groups, &manner.notes] {
            self.many(pairs.iter().flat_map(|(id, text)| [id, text]));
        }
        self.one(&manner.note);
    }

    fn letter(&mut self, letter: &Letter) {
        self.one(letter.language.tag());
        for text in [&letter.subject, &letter.opening, &letter.ask, &letter.closing] {
            self.one(text);
        }
        self.many(letter.prompts.iter());
        self.many(letter.lead.iter().flat_map(|lead| [&lead.one, &lead.several]));
        self.many(letter.points.iter().flat_map(|point| [&point.label, &point.text]));
        self.one(&letter.variants.len().to_string());
        for variant in &letter.variants {
            self.many(variant.audience.iter());
            for text in [&variant.subject, &variant.opening, &variant.ask] {
                self.one(text.as_deref().unwrap_or_default());
            }
        }
    }
}

impl Reader {
    fn manner(&mut self) -> Option<Manner> {
        let (names_in, postcodes, roles) = (self.one()?, self.many()?, self.many()?);
        let (first, capital, anyone) = (self.many()?, self.many()?, self.many()?);
        let (groups, notes) = (self.shared_pairs()?, self.shared_pairs()?);
        Some(Manner { names_in, postcodes, roles, groups, first, notes, note: self.one()?, capital, anyone })
    }

    fn letter(&mut self) -> Option<Letter> {
        let language = self.language()?;
        let (subject, opening, ask, closing) = (self.one()?, self.one()?, self.one()?, self.one()?);
        let prompts = self.many()?;
        let lead = self.pairs()?.pop().map(|(one, several)| Lead { one, several });
        let points = self.pairs()?.into_iter().map(|(label, text)| Point { label, text }).collect();
        let mut variants = Vec::new();
        for _ in 0..self.length()? {
            let audience = self.many()?;
            let (subject, opening, ask) = (self.maybe()?, self.maybe()?, self.maybe()?);
            variants.push(Variant { audience, subject, opening, ask });
        }
        Some(Letter { language, subject, prompts, opening, lead, points, ask, closing, variants, translation: None })
    }

    fn one(&mut self) -> Option<String> {
        self.0.next()
    }

    fn language(&mut self) -> Option<Language> {
        let tag = self.one()?;
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// A text that may be absent: then it is empty.
    fn maybe(&mut self) -> Option<Option<String>> {
        self.one().map(|text| Some(text).filter(|text| !text.is_empty()))
    }

    /// A length, which is never more than what follows.
    fn length(&mut self) -> Option<usize> {
        let length: usize = self.one()?.parse().ok()?;
        (length <= self.0.len()).then_some(length)
    }

    fn many(&mut self) -> Option<Vec<String>> {
        let length = self.length()?;
        Some(self.0.by_ref().take(length).collect())
    }

    fn shared_pairs(&mut self) -> Option<Vec<(Rc<str>, Rc<str>)>> {
        Some(self.pairs()?.into_iter().map(|(one, other)| (one.into(), other.into())).collect())
    }

    fn pairs(&mut self) -> Option<Vec<(String, String)>> {
        let mut texts = self.many()?.into_iter();
        let mut pairs = Vec::with_capacity(texts.len() / 2);
        while let (Some(one), Some(other)) = (texts.next(), texts.next()) {
            pairs.push((one, other));
        }
        Some(pairs)
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
                capital: vec!["c".into(), "7".into()],
                anyone: vec!["t".into(), "s".into(), "p".into()],
                roles: vec!["1".into(), "2".into()],
                groups: vec![("g".into(), "G".into())],
                first: vec!["g".into()],
                note: "n".into(),
            },
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
    fn an_island_cut_short_is_none() {
        let texts = page().to_island();
        for length in 0..texts.len() {
            assert_eq!(LivePage::from_island(texts[..length].to_vec()), None, "{length}");
        }
    }
}
