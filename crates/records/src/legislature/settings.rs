//! `legislature.toml` and `sources.toml`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use places::assembly::{Forms, Manner, RoleWords};
use places::date::Date;
use places::language::Language;
use places::web_address::HttpsUrl;

use super::document;
use crate::fault::Fault;

/// What one reads to know whose folder it is.
#[derive(Deserialize)]
pub struct Name {
    /// The legislature's name.
    pub id: String,
}

/// `legislature.toml`: what a legislature is, and what its members are called.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "A legislature")]
pub struct Settings {
    /// The name by which campaigns refer to it; the folder has the same name: `[a-z0-9-]{1,64}`.
    pub id: String,
    /// What it is called in English: "House of Commons of Canada".
    pub name: String,
    /// What addresses of its pages and files call it, if not by its id: `[a-z0-9-]{1,64}`.
    #[serde(default)]
    pub path: Option<String>,
    /// What to call it among the answers to "Where do you live?", by language tag; otherwise its country's name.
    #[serde(default)]
    pub label: BTreeMap<String, String>,
    /// Whether the code of its country leads to it, as when somebody types a postcode of that country elsewhere; otherwise it does
    /// where there is no label.
    #[serde(default)]
    pub national: Option<bool>,
    /// ISO 3166-1 alpha-2 code, upper case, or `EU`.
    #[schemars(extend("pattern" = "^[A-Z]{2}$"))]
    pub country: String,
    /// The language of the names of seats and parties (BCP 47).
    pub names_in: String,
    /// The first day of the legislature in its boundaries.
    pub valid_from: Date,
    /// The last day on which its members can sit.
    pub valid_to: Date,
    /// Where people look their members up officially.
    pub finder: HttpsUrl,
    /// Where letters on paper go to whoever has no address of their own, one line.
    #[serde(default)]
    pub address: String,
    /// The clock on the wall of the main offices.
    #[serde(default)]
    pub office: Option<Office>,
    /// The forms of postcodes: `9` stands for a digit, `A` for a letter, everything else for itself. `uk` alone stands for British
    /// postcodes, of which postcodes.csv lists runs. Empty where people are not found by postcode.
    #[serde(default)]
    pub postcodes: Vec<String>,
    /// What postcodes mean that postcodes.csv doesn't have.
    #[serde(default)]
    pub special: Vec<SpecialPostcodes>,
    /// As what people sit; at least one.
    pub role: Vec<Role>,
    /// Audiences for variants of a campaign's texts: parties, political groups, committees.
    #[serde(default)]
    pub group: Vec<Group>,
}

/// Postcodes that belong to no seat of their own.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SpecialPostcodes {
    /// In capital letters and digits, without spaces; `*` stands for any end.
    pub postcodes: Vec<String>,
    /// What to tell whoever types one.
    pub meaning: Meaning,
}

/// What to tell whoever types a special postcode.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// An address of the armed forces: they vote where they are registered.
    Military,
    /// Nobody in the legislature represents that place.
    Outside,
    /// Nobody lives there.
    Nowhere,
    /// Somewhere in this region: its seats are offered.
    Region(String),
    /// In this seat.
    Seat(String),
}

/// Where the main offices are, so that callers are told what time it is there.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// The city, as the page names it.
    pub city: String,
    /// Its name in the database of IANA: `America/Toronto`.
    pub time_zone: String,
}

/// As what somebody sits.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// As people.csv names it.
    pub id: String,
    /// An audience: the chamber.
    #[serde(default)]
    pub chamber: String,
    /// By language tag; at least `en`.
    pub words: BTreeMap<String, RoleText>,
}

/// How people in a role are called in one language. `{name}` stands for the whole name, `{family}` for the family name. The
/// forms that end in `_f` and `_m` are for women and men, where grammar needs it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleText {
    /// On the page: "{name} MP".
    pub shown: String,
    /// In a letter: "MP".
    pub title: String,
    /// In a letter, behind "Dear".
    pub salutation: String,
    /// Above the address of a letter on paper; otherwise name and title.
    pub addressed: Option<String>,
    /// In place of a name that is not known: "Your MP".
    pub vacant: String,
    /// What stands for the writer's own place in a letter to nobody in particular: "[your riding]"; otherwise "[your town]".
    pub place: Option<String>,
    #[allow(missing_docs, reason = "said above")]
    pub shown_f: Option<String>,
    #[allow(missing_docs, reason = "said above")]
    pub title_f: Option<String>,
    #[allow(missing_docs, reason = "said above")]
    pub salutation_f: Option<String>,
    #[allow(missing_docs, reason = "said above")]
    pub shown_m: Option<String>,
    #[allow(missing_docs, reason = "said above")]
    pub title_m: Option<String>,
    #[allow(missing_docs, reason = "said above")]
    pub salutation_m: Option<String>,
}

/// People who can be addressed together.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// As people.csv and a campaign's variants name it: `[a-z0-9-]{1,64}`.
    pub id: String,
    /// By language tag; at least `en`.
    pub words: BTreeMap<String, GroupText>,
}

/// What a group is called in one language.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupText {
    /// "European People’s Party".
    pub name: String,
}

/// `sources.toml`: how old the records are, and what licences ask to be said.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    /// The day of people.csv.
    pub as_of: Date,
    /// The day of the e-mail addresses, where they are older.
    pub emails_as_of: Option<Date>,
    /// The day of postcodes.csv, where it is older.
    pub postcodes_as_of: Option<Date>,
    /// Sentences that licences require on pages, word for word.
    #[serde(default)]
    pub credit: Vec<String>,
    /// The files that the tables were made from; `undersigned refresh` and people read them.
    #[serde(default, rename = "source")]
    pub source: Vec<toml::Table>,
}

/// The schema of `legislature.toml` for editors.
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(Settings)
}

impl Sources {
    /// Reads the file; what is wrong goes to `faults`.
    pub fn parse(bytes: &[u8], faults: &mut Vec<Fault>) -> Option<Sources> {
        document::read("sources.toml", bytes, faults).map(|document| document.content)
    }
}

impl Settings {
    /// Whether postcodes are British ones.
    pub fn has_uk_postcodes(&self) -> bool {
        self.postcodes == [Manner::UK]
    }

    /// What addresses of its pages and files call it.
    pub fn path(&self) -> &str {
        self.path.as_deref().unwrap_or(&self.id)
    }

    /// The place of a role by its name; the only one where a row names none.
    pub fn role(&self, id: &str) -> Option<u8> {
        match (&*self.role, id) {
            ([_], "") => Some(0),
            (roles, id) => roles.iter().position(|role| role.id == id).map(|place| place as u8),
        }
    }

    /// Whom variants of a campaign's texts may name together.
    pub fn audiences(&self) -> Vec<String> {
        let chambers = self.role.iter().map(|role| &role.chamber);
        let all = std::iter::once(&self.id).chain(chambers).chain(self.group.iter().map(|group| &group.id));
        all.filter(|id| !id.is_empty()).cloned().collect()
    }

    /// See [`super::Folder::manner`].
    pub fn manner(&self, language: Language, letter: Language, first: &[String], note: String) -> Manner {
        let roles =
            self.role.iter().flat_map(|role| role.in_languages(&self.id, language, letter).to_texts()).collect();
        let groups = self.group.iter().map(|group| (group.id.as_str().into(), group.name(language).into())).collect();
        let words = self.role.first().and_then(|role| of_language(&role.words, letter));
        let title = words.map(|text| text.title.clone()).unwrap_or_default();
        let place = words.and_then(|text| text.place.clone()).unwrap_or_else(|| "[your town]".to_owned());
        Manner {
            names_in: self.names_in.clone(),
            postcodes: self.postcodes.clone(),
            roles,
            groups,
            first: first.to_vec(),
            note,
            anyone: vec![title, "[name]".to_owned(), place],
            capital: self.office.iter().flat_map(|office| [office.city.clone(), office.time_zone.clone()]).collect(),
            ..Manner::default()
        }
    }
}

/// The words of a language, else of English.
fn of_language<T>(words: &BTreeMap<String, T>, language: Language) -> Option<&T> {
    words.get(language.tag()).or_else(|| words.get("en"))
}

impl Group {
    fn name(&self, language: Language) -> &str {
        of_language(&self.words, language).map_or(&self.id, |text| &text.name)
    }
}

impl Role {
    fn in_languages(&self, legislature: &str, language: Language, letter: Language) -> RoleWords {
        let (Some(shown), Some(written)) = (of_language(&self.words, language), of_language(&self.words, letter))
        else {
            return RoleWords::default();
        };
        let own = |text: &Option<String>, other: &String| text.as_ref().unwrap_or(other).clone();
        let forms = |own_shown, own_title, own_salutation| {
            let title = own(own_title, &written.title);
            Forms {
                shown: own(own_shown, &shown.shown),
                salutation: own(own_salutation, &written.salutation),
                addressed: written.addressed.clone().unwrap_or_else(|| ["{name}\n", &title].concat()),
                title,
            }
        };
        let neutral = forms(&None, &None, &None);
        let female = forms(&shown.shown_f, &written.title_f, &written.salutation_f);
        let male = forms(&shown.shown_m, &written.title_m, &written.salutation_m);
        let mut audiences = vec![legislature, self.chamber.as_str()];
        audiences.retain(|one| !one.is_empty());
        audiences.dedup();
        RoleWords { audiences: audiences.join(" "), vacant: shown.vacant.clone(), forms: [neutral, female, male] }
    }
}

impl RoleText {
    /// Every form that is written, with its key.
    pub(super) fn forms(&self) -> impl Iterator<Item = (&'static str, &String)> {
        let always = [
            ("shown", &self.shown),
            ("title", &self.title),
            ("salutation", &self.salutation),
            ("vacant", &self.vacant),
        ];
        let own = [
            ("shown_f", &self.shown_f),
            ("title_f", &self.title_f),
            ("salutation_f", &self.salutation_f),
            ("shown_m", &self.shown_m),
            ("title_m", &self.title_m),
            ("salutation_m", &self.salutation_m),
            ("addressed", &self.addressed),
            ("place", &self.place),
        ];
        always.into_iter().chain(own.into_iter().filter_map(|(key, text)| Some((key, text.as_ref()?))))
    }
}
