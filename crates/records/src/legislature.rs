//! A legislature as a folder of data: reads it, reports every fault with file, row and column, and makes the compact file.
//!
//! `docs/legislatures.md` tells people what the folder holds.

mod document;
mod people;
mod postcodes;
mod rules;
mod settings;
mod sheet;
mod tables;
mod words;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::Result;

use files::{FileFault, Files};

pub use self::rules::is_taken;
pub use self::settings::schema;
use self::settings::{Settings, Sources};
use self::sheet::Sheet;
use crate::days;
use crate::fault::{Failure, Fault};
use crate::sources::Source;
use crate::tables::compact_path;
use campaign::check::Audiences;
use campaign::{Campaign, Status};
use places::assembly::{Assembly, Manner, Records};
use places::date::Date;
use places::language::Language;
use places::legislature::{LegislatureId, Validity};
use places::names::Places;
use visit::catalogue::{Catalogue, Message};

/// The file that makes a folder one of a legislature.
pub const SETTINGS: &str = "legislature.toml";

/// The folder inside a campaign's own that holds a legislature of its own.
pub const OWN: &str = "legislature";

/// A legislature that was read from its folder and has no fault.
#[derive(Clone, Debug)]
pub struct Folder {
    /// Its name, which is the folder's except inside a campaign.
    pub id: LegislatureId,
    settings: Settings,
    sources: Sources,
    /// Whether it lies inside a campaign.
    is_own: bool,
    regions: Vec<tables::Region>,
    words: BTreeMap<Language, Vec<(Message, String)>>,
    /// The compact file, the same for every visitor.
    pub bytes: Vec<u8>,
    /// Where it is, relative to the site: `data/ca-commons/people-0123abcd.bin`.
    pub path: String,
    /// The outlines of its seats and where they are; none where people don't find themselves by location.
    pub shapes: Option<(String, Vec<u8>)>,
}

/// Where the legislature of this name is for a campaign: in the campaign's own folder, else among those of `data`.
fn folder_of(files: &Files, data: &Path, campaign: &Path, id: &LegislatureId) -> PathBuf {
    let own = campaign.join(OWN);
    let is_own = files.read(&own.join(SETTINGS)).is_ok_and(|text| name_in(text).as_deref() == Some(id.name()));
    if is_own { own } else { data.join(id.name()) }
}

/// The name that a `legislature.toml` gives itself, even where the rest of it has faults.
fn name_in(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let line = |line: &str| toml::from_str::<settings::Name>(line.trim_start_matches('\u{feff}')).ok();
    text.lines().find_map(line).map(|name| name.id)
}

/// Every folder of `data` that holds a legislature, and that of a campaign, if it has one.
pub fn folders(files: &Files, data: &Path, campaigns: &Path) -> Vec<PathBuf> {
    let inside = |folder: &Path| files.inside(folder).unwrap_or_default().into_iter().map(Path::to_owned);
    let own = inside(campaigns).map(|campaign| campaign.join(OWN));
    let mut folders: Vec<PathBuf> =
        inside(data).chain(own).filter(|folder| files.is_file(&folder.join(SETTINGS))).collect();
    folders.sort();
    folders
}

/// The legislatures from folders to which a campaign may write, with whom its texts may name. A folder with faults counts: they
/// are told where it is read.
pub fn known(files: &Files, data: &Path, campaign: &Path) -> BTreeMap<String, Audiences> {
    let inside = files.inside(data).unwrap_or_default().into_iter().map(Path::to_owned);
    let folders = inside.chain([campaign.join(OWN)]);
    let audiences = |folder: PathBuf| {
        let text = files.read(&folder.join(SETTINGS)).ok()?;
        let Some(settings) = rules::settings(text, &mut Vec::new()) else {
            return Some((name_in(text)?, Audiences::default()));
        };
        let people = files.read(&folder.join("people.csv")).unwrap_or_default();
        let people = Sheet::read("people.csv", people, &mut Vec::new());
        let people = people.rows.iter().map(|row| row.get("id").to_owned()).collect();
        Some((settings.id.clone(), Audiences { groups: settings.audiences(), people }))
    };
    folders.filter_map(audiences).collect()
}

/// The legislature in a campaign's folder, if it has one.
pub fn own(files: &Files, campaign: &Path) -> Option<PathBuf> {
    let own = campaign.join(OWN);
    files.is_file(&own.join(SETTINGS)).then_some(own)
}

/// Whether a folder is meant to hold a legislature, even one that lacks its settings.
pub fn looks_like_one(files: &Files, folder: &Path) -> bool {
    [SETTINGS, "seats.csv"].iter().any(|file| files.is_file(&folder.join(file)))
}

/// The folders of legislatures that open campaigns bring themselves.
pub fn own_of_open(files: &Files, folder: &Path, campaigns: &[Campaign]) -> impl Iterator<Item = PathBuf> {
    let open = campaigns.iter().filter(|campaign| campaign.facts.status == Status::Open);
    open.filter_map(move |campaign| own(files, &folder.join(campaign.facts.id.as_str())))
}

/// What is wrong with the names of a legislature in `data` or of a campaign's own: another one of `data` has them, as its own or in
/// addresses.
pub fn name_taken(files: &Files, folder: &Path, data: &Path) -> Option<Failure> {
    if !folder.ends_with(OWN) && folder.parent() != Some(data) {
        return None;
    }
    let names = |folder: &Path| -> Vec<(&'static str, String)> {
        let text = files.read(&folder.join(SETTINGS)).unwrap_or_default();
        let path = rules::settings(text, &mut Vec::new()).and_then(|settings| settings.path);
        let names = [("id", name_in(text)), ("path", path)];
        names.into_iter().filter_map(|(field, name)| Some((field, name?))).collect()
    };
    let own = names(folder);
    let others = files.inside(data).unwrap_or_default().into_iter().filter(|other| *other != folder);
    let faults = others.flat_map(|other| {
        let theirs = names(other);
        let same = own.iter().filter(|(_, name)| theirs.iter().any(|(_, theirs)| theirs == name));
        let fault = |(field, name): &(&str, String)| {
            let problem = format!("`{name}` is the name of {}; choose another", other.display());
            Fault::new(&folder.join(SETTINGS).display().to_string(), field, problem)
        };
        same.map(fault).collect::<Vec<_>>()
    });
    let faults: Vec<Fault> = faults.collect();
    (!faults.is_empty()).then_some(Failure::Faults(faults))
}

/// Reads the folder of a legislature, or lists everything that is wrong in it.
pub fn read(files: &Files, folder: &Path) -> Result<Folder, Failure> {
    let mut faults = Vec::new();
    let given = Given { files, folder };
    let settings = given.required(SETTINGS, &mut faults).and_then(|text| rules::settings(text, &mut faults));
    let sources = given.required("sources.toml", &mut faults).and_then(|text| Sources::parse(text, &mut faults));
    let words = words::read(files, folder, &mut faults);
    let mut sheet = |file: &'static str| match given.required(file, &mut faults) {
        Some(bytes) => Sheet::read(file, bytes, &mut faults),
        None => Sheet::absent(file),
    };
    let (regions, seats, people) = (sheet("regions.csv"), sheet("seats.csv"), sheet("people.csv"));
    let postcodes = given.has("postcodes.csv").then(|| sheet("postcodes.csv"));
    let of_postcodes: &[&str] = match &settings {
        Some(settings) if settings.has_uk_postcodes() => &["outward", "seat", "from"],
        _ => &["postcode", "seat"],
    };
    let sound = [
        regions.expect(&["code", "name"], &["name.*"], &mut faults),
        seats.expect(&["code", "region", "name"], &["ocd_id", "name.*"], &mut faults),
        people.expect(&["id", "seat", "name"], &people::OPTIONAL, &mut faults),
        postcodes.as_ref().is_none_or(|sheet| sheet.expect(of_postcodes, &[], &mut faults)),
    ];
    // What cannot be read is not also missing elsewhere.
    if sound.contains(&false) {
        return Err(failure(folder, faults));
    }
    let regions = tables::regions(&regions, &mut faults);
    let seats = tables::seats(&seats, &regions, &mut faults);
    let shapes = given.optional("shapes.topojson", &mut faults);
    let shapes = shapes.and_then(|bytes| tables::outlines(bytes, &seats, &mut faults));
    let (Some(settings), Some(sources)) = (settings, sources) else { return Err(failure(folder, faults)) };
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let is_own =
        folder.parent().and_then(Path::parent).is_some_and(|above| above.ends_with("campaigns")) || name == OWN;
    if !is_own && settings.id != name {
        let problem = format!("id: `{}` should be the name of the folder, `{name}`", settings.id);
        faults.push(Fault::new(SETTINGS, "whole file", problem));
    }
    if sources.as_of > settings.valid_to && settings.valid_to >= settings.valid_from {
        let problem = format!(
            "{} is after valid_to in legislature.toml, {}: that term is over; write the one of these people there",
            sources.as_of, settings.valid_to
        );
        faults.push(Fault::new("sources.toml", "as_of", problem));
    }
    let people = people::people(&people, &settings, &regions, &seats, &mut faults);
    let special = postcodes::special(&settings, &regions, &seats, &mut faults);
    let postcodes = postcodes::postcodes(postcodes, &settings, &seats, &special, &mut faults);
    if !faults.is_empty() {
        return Err(failure(folder, faults));
    }
    let Settings { valid_from, valid_to, .. } = settings;
    let records = Records {
        validity: Validity { as_of: sources.as_of, valid_from, valid_to },
        over_from: days::after(valid_to),
        address: settings.address.clone(),
        regions: regions.iter().map(|region| region.record(&seats)).collect(),
        seats: tables::with_posts(seats, &people),
        people,
        postcodes,
        special,
        redrawn: (Vec::new(), valid_to),
    };
    let bytes = Assembly::bytes(&records).map_err(|fault| Failure::CouldNotRun(fault.to_string()))?;
    let id = LegislatureId::new(settings.id.clone());
    let path = compact_path(settings.path(), "people", &bytes);
    let shapes = shapes.map(|bytes| (compact_path(settings.path(), "shapes", &bytes), bytes));
    Ok(Folder { id, settings, sources, is_own, regions, words, bytes, path, shapes })
}

/// The files of a folder.
#[derive(Clone, Copy)]
struct Given<'a> {
    files: &'a Files,
    folder: &'a Path,
}

impl<'a> Given<'a> {
    fn has(self, file: &str) -> bool {
        self.files.has(&self.folder.join(file))
    }

    /// A file that must be there.
    fn required(self, file: &str, faults: &mut Vec<Fault>) -> Option<&'a [u8]> {
        if !self.has(file) {
            faults.push(Fault::new(file, "whole file", "is missing; docs/legislatures.md says what it holds"));
        }
        self.optional(file, faults)
    }

    /// A file that may be there.
    fn optional(self, file: &str, faults: &mut Vec<Fault>) -> Option<&'a [u8]> {
        match self.files.read(&self.folder.join(file)) {
            Ok(bytes) => Some(bytes),
            Err(FileFault::Absent) => None,
            Err(error) => {
                faults.push(Fault::new(file, "whole file", format_args!("cannot be read: {error}")));
                None
            }
        }
    }
}

/// So many faults of one file are listed: more have one cause.
const MOST_FAULTS: usize = 50;

/// The faults in the order of files and lines.
fn failure(folder: &Path, mut faults: Vec<Fault>) -> Failure {
    let line = |fault: &Fault| -> u64 {
        let number = fault.place.strip_prefix("line ").and_then(|rest| rest.split(',').next());
        number.and_then(|number| number.parse().ok()).unwrap_or_default()
    };
    faults.sort_by(|one, other| (&one.file, line(one), one).cmp(&(&other.file, line(other), other)));
    let mut shown: Vec<Fault> = Vec::new();
    for of_file in faults.chunk_by(|one, other| one.file == other.file) {
        shown.extend(of_file.iter().take(MOST_FAULTS).cloned());
        if let (Some(first), more @ 1..) = (of_file.first(), of_file.len().saturating_sub(MOST_FAULTS)) {
            shown.push(Fault::new(&first.file, "whole file", format_args!("has {more} more faults")));
        }
    }
    for fault in &mut shown {
        fault.file = folder.join(&fault.file).display().to_string();
    }
    Failure::Faults(shown)
}

impl Folder {
    /// What addresses of its pages call it.
    pub fn path_name(&self) -> &str {
        self.settings.path()
    }

    /// When members and boundaries hold.
    pub fn validity(&self) -> Validity {
        let Settings { valid_from, valid_to, .. } = self.settings;
        Validity { as_of: self.sources.as_of, valid_from, valid_to }
    }

    /// The day of the postcodes.
    pub fn postcodes_as_of(&self) -> Date {
        self.sources.postcodes_as_of.unwrap_or(self.sources.as_of)
    }

    /// ISO 3166-1 code of its country, or `EU`.
    pub fn country(&self) -> &str {
        &self.settings.country
    }

    /// The official finder of members.
    pub fn finder(&self) -> &str {
        self.settings.finder.as_str()
    }

    /// Whether a party or another group has this id.
    pub fn has_group(&self, id: &str) -> bool {
        self.settings.group.iter().any(|group| group.id == id)
    }

    /// Whether people are found by a postcode.
    pub fn asks_for_postcodes(&self) -> bool {
        !self.settings.postcodes.is_empty()
    }

    /// What it is called among the answers to "Where do you live?": its own label, else its country's name.
    pub fn label(&self, language: Language, places: &Places) -> String {
        let label = self.settings.label.get(language.tag()).or_else(|| self.settings.label.get("en"));
        label.cloned().unwrap_or_else(|| places.region(self.country()).to_owned())
    }

    /// Whether its country's code leads to it.
    pub fn is_national(&self) -> bool {
        self.settings.national.unwrap_or(self.settings.label.is_empty())
    }

    /// The code of every region, in the order of the folder.
    pub fn region_codes(&self) -> impl Iterator<Item = &str> {
        self.regions.iter().map(|region| region.code.as_str())
    }

    /// Code and name of every region, in the order of the folder.
    pub fn regions(&self, language: Language, places: &Places) -> Vec<(Rc<str>, Rc<str>)> {
        self.regions.iter().map(|region| (region.code.as_str().into(), region.name(language, places).into())).collect()
    }

    /// The interface texts that differ from those of other legislatures from folders.
    pub fn words(&self, language: Language) -> Vec<(Message, Rc<str>)> {
        let words = self.words.get(&language).into_iter().flatten();
        words.map(|(message, text)| (*message, text.as_str().into())).collect()
    }

    /// What a page says of its members: shown in the page's language, written to in the letter's.
    pub fn manner(&self, catalogue: &Catalogue, letter: Language, first: &[String]) -> Manner {
        let note = self.sources.emails_as_of.map(|day| {
            catalogue.fill(Message::EmailsAsOf, &[("date", &catalogue.language.date(day))]) + catalogue.language.space()
        });
        self.settings.manner(catalogue.language, letter, first, note.unwrap_or_default())
    }

    /// What a page in English would say of its members: for the command line.
    pub fn english(&self) -> Manner {
        self.settings.manner(Language::English, Language::English, &[], String::new())
    }

    /// The tables as a visitor's browser reads them.
    pub fn assembly(&self, manner: &Manner) -> Result<Assembly> {
        Ok(Assembly::from_bytes(&self.bytes, manner)?)
    }

    /// The last day on which members hold their seats.
    pub fn valid_to(&self) -> Date {
        self.settings.valid_to
    }

    /// How old the records are, in the language of a page.
    pub fn credits(&self, catalogue: &Catalogue) -> String {
        let day = |date| catalogue.language.date(date);
        let (name, date) = (&self.settings.name, &day(self.sources.as_of));
        match self.sources.postcodes_as_of {
            None => catalogue.fill(Message::CreditsFolder, &[("name", name), ("date", date)]),
            Some(postcodes) => {
                let values = [("name", name.as_str()), ("date", date), ("postcodes", &day(postcodes))];
                catalogue.fill(Message::CreditsPostcodes, &values)
            }
        }
    }

    /// Its name among the legislatures of all campaigns: that of a campaign's own begins with the campaign's.
    pub fn unique_name(&self, campaign: &str) -> String {
        if self.is_own { [campaign, "/", self.id.name()].concat() } else { self.id.name().to_owned() }
    }

    /// What the tables were made from.
    pub fn listed_sources(&self) -> Vec<Source> {
        self.sources.source.iter().map(Source::from).collect()
    }

    /// What licences require pages to say, word for word.
    pub fn licences(&self) -> &[String] {
        &self.sources.credit
    }
}

/// The folders of the legislatures to which a campaign writes; campaigns share most of them.
pub fn folders_of(files: &Files, data: &Path, campaigns: &Path, campaign: &Campaign) -> Vec<PathBuf> {
    let own = campaigns.join(campaign.facts.id.as_str());
    let listed = campaign.facts.legislatures();
    let from_folders = listed.filter(|id| *id != LegislatureId::US_CONGRESS);
    from_folders.map(|id| folder_of(files, data, &own, &id)).collect()
}

#[cfg(test)]
mod tests;
