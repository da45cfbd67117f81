//! Derives the table of ZIP codes: pairs from one of three upstream forms, refined by the map.

use std::path::Path;

use places::congress::DistrictOffice;
use records::fault::{Failure, Fault};
use records::tables::rows::ZipRow;
use records::tables::{fields, lines, sha256_hex};

use super::blocks::Blocks;
use super::close_ups::CloseUpTables;
use super::ground::{Candidates, Ground, Refined, without_map};
use super::reviewed::{Format, Input, Reviewed, Seats};
use super::sources::Sources;
use super::table::Pairs;
use super::zips;
use crate::cli::disk;
use crate::cli::import::reviewed::{self as shared, FILE, Streamed};

const TABLE: &str = "zip-cd119.csv";
/// The tables that come from the map, in the order of [`ZipTable::maps`].
const MAPS: [&str; 4] =
    ["districts-cd119.topojson", "close-up-districts-cd119.topojson", "close-up-zips-cd119.topojson", "places.csv"];

/// The table, with what it was made of.
pub struct ZipTable {
    /// Every ZIP code with its candidates.
    pub candidates: Candidates,
    /// The upstream files, the one that says which candidates there are first.
    pub inputs: Vec<Input>,
    /// How many candidates a thousand people are offered, where the map tells.
    pub candidates_per_thousand_people: Option<u64>,
    /// What a reader of `sources.toml` should know.
    pub note: String,
    /// What visitors are located by, and what maps are drawn from.
    pub maps: Vec<MapTable>,
}

/// A committed table that comes from the map. Empty where no file of shapes is named.
#[derive(Debug, Default)]
pub struct MapTable {
    /// Its file name.
    pub file: &'static str,
    /// TopoJSON or CSV.
    pub text: Vec<u8>,
    /// How many outlines or rows it has.
    pub rows: usize,
    /// The names of its upstream files.
    pub from: Vec<String>,
    /// How good it is.
    pub note: String,
}

impl ZipTable {
    /// How many pairs of a ZIP code and a candidate it has.
    pub fn rows(&self) -> usize {
        self.candidates.values().map(|divisions| divisions.len()).sum()
    }

    /// Every pair.
    pub fn pairs(&self) -> Pairs {
        let rows = self.candidates.iter();
        rows.flat_map(|(zip, divisions)| divisions.keys().map(|division| (*zip, *division))).collect()
    }
}

/// Reads everything in `from` that `reviewed` names. `to` holds the tables that are there already.
pub fn derive(
    from: &Path,
    to: &Path,
    reviewed: &Reviewed,
    seats: &Seats,
    offices: &[DistrictOffice],
    faults: &mut Vec<Fault>,
) -> Result<ZipTable, Failure> {
    let (mut pairs, mut inputs) = pairs(from, reviewed, faults)?;
    if !reviewed.lines_kept.is_empty() {
        keep_lines(&mut pairs, to, reviewed, faults)?;
    }
    let mut notes = Vec::new();
    let of_offices = zips::add_missing_places(&mut pairs, &seats.divisions, offices);
    if !of_offices.is_empty() {
        let list = listed(&of_offices);
        notes.push(format!(
            "The ZIP file does not cover some places at all; from the offices of their members: {list}."
        ));
    }
    pairs.extend(reviewed.pairs(faults));
    let tract = inputs.first().is_some_and(|input| input.format == Format::Zccd);
    let mut candidates = without_map(&pairs);
    let mut maps = MAPS.map(|file| MapTable { file, ..MapTable::default() }).into();
    let mut measured = None;
    if let Some(ground) = ground(from, reviewed, &mut inputs, faults)? {
        if tract {
            let Refined { candidates: refined, added, slivers, measure } = ground.refine(&pairs);
            candidates = refined;
            measured = Some(measure.candidates_per_thousand_people());
            notes.push(format!(
                "{slivers} candidates were left out: their part of the ZIP code is nowhere 50 m wide and holds no centre of population."
            ));
            notes.push(format!("Measured: {measure}."));
            if !added.is_empty() {
                let list = listed(&added);
                notes.push(format!("Missing in the ZIP file, whose rows keep one of two states: {list}."));
            }
        } else {
            candidates = ground.shares(&pairs);
        }
        if let Some((input, bytes)) = shared::optional_input(from, &reviewed.input, Format::ZipMiddles, faults)? {
            ground.strays((input, &bytes), &candidates, faults);
            inputs.push(input.clone());
        }
        maps = drawn(from, reviewed, &ground, &candidates, &mut inputs, faults)?;
    }
    let candidates_per_thousand_people = measured;
    Ok(ZipTable { candidates, inputs, candidates_per_thousand_people, note: notes.join(" "), maps })
}

/// The table that is in `to` already, with what its `sources.toml` says of it. `offices` is the file of the offices, which
/// is read again.
pub fn keep(to: &Path, offices: &str, faults: &mut Vec<Fault>) -> Result<ZipTable, Failure> {
    let texts =
        lines::texts(&disk::folder(to), to, &[&[TABLE, "sources.toml"], &MAPS[..]].concat(), "undersigned import us")?;
    let sources = String::from_utf8_lossy(texts.get("sources.toml").map(Vec::as_slice).unwrap_or_default());
    let broken = |problem: String| Failure::Faults(vec![Fault::new("sources.toml", "whole file", problem)]);
    let sources: Sources = toml::from_str(&sources).map_err(|error| broken(error.to_string()))?;
    let mut named = |name: &'static str| {
        let table = sources.table.iter().find(|table| table.file == name);
        let table = table.ok_or_else(|| broken(format!("no table {name}")))?;
        let text = texts.get(name).cloned().unwrap_or_default();
        if sha256_hex(&text) != table.sha256 {
            faults.push(Fault::new(name, "whole file", "changed by hand; `undersigned import us` makes it"));
        }
        Ok::<_, Failure>((table, text))
    };
    let (table, _) = named(TABLE)?;
    let mut maps = Vec::new();
    let mut from = table.from.clone();
    for file in MAPS {
        let (map, text) = named(file)?;
        from.extend_from_slice(&map.from);
        maps.push(MapTable { file, text, rows: map.rows, from: map.from.clone(), note: map.note.clone() });
    }
    let own = |input: &Input| input.file != offices && from.contains(&input.file);
    let inputs = sources.source.iter().filter(|input| own(input)).cloned().collect();
    let mut candidates = Candidates::new();
    let rows = lines::rows(&texts, TABLE, faults, |row: ZipRow| Ok(row.parse()?));
    for (_, (zip, division, share)) in rows {
        candidates.entry(zip).or_default().insert(division, share);
    }
    let candidates_per_thousand_people = table.candidates_per_thousand_people;
    Ok(ZipTable { candidates, inputs, candidates_per_thousand_people, note: table.note.clone(), maps })
}

/// The tables of [`MAPS`].
fn drawn(
    from: &Path,
    reviewed: &Reviewed,
    ground: &Ground,
    candidates: &Candidates,
    inputs: &mut Vec<Input>,
    faults: &mut Vec<Fault>,
) -> Result<Vec<MapTable>, Failure> {
    let mut file = |format| shared::optional_input(from, &reviewed.input, format, faults);
    let (shapes, places) = (file(Format::DistrictShapes)?, file(Format::PlaceNames)?);
    let Some((input, bytes)) = &shapes else { return Ok(Vec::new()) };
    let shapes = (*input, bytes.as_slice());
    let crowd = ground.crowd();
    let places = places.as_ref().map(|(input, bytes)| (*input, bytes.as_slice()));
    let located = ground.atlas(shapes, &crowd, faults);
    let located = located.map(|atlas| (atlas.to_topojson(), atlas.names().count(), ground.located(&atlas).to_string()));
    let (text, rows, measured) = located.unwrap_or_default();
    let close_ups = CloseUpTables::draw(ground, &crowd, shapes, places, candidates, faults)?;
    let named = |formats: &[Format]| {
        let named = reviewed.input.iter().filter(|input| formats.contains(&input.format));
        named.map(|input| input.file.clone()).collect::<Vec<_>>()
    };
    let of_districts = named(&[Format::DistrictShapes, Format::PopulationCentres]);
    let [of_drawn, of_zips, of_places] = [
        [Format::DistrictShapes, Format::ZipOutlines],
        [Format::ZipOutlines, Format::DistrictShapes],
        [Format::PlaceNames, Format::DistrictShapes],
    ]
    .map(|formats| named(&formats));
    inputs.extend(places.map(|(input, _)| input.clone()));
    let tables = [
        (
            (text.into_bytes(), rows),
            of_districts,
            format!("Simplified, least where many people live. Measured: {measured}."),
        ),
        (
            close_ups.districts,
            of_drawn,
            "Simplified to a fiftieth of the smallest ZIP code around, for maps of these.".to_owned(),
        ),
        (
            close_ups.zips,
            of_zips,
            "ZIP codes with several candidates; simplified to a thirtieth of their own side.".to_owned(),
        ),
        (
            close_ups.places,
            of_places,
            "Places that maps of these ZIP codes show, with the district that each lies in.".to_owned(),
        ),
    ];
    let table = |(file, ((text, rows), from, note))| MapTable { file, text, rows, from, note };
    Ok(MAPS.into_iter().zip(tables).map(table).collect())
}

fn pairs(from: &Path, reviewed: &Reviewed, faults: &mut Vec<Fault>) -> Result<(Pairs, Vec<Input>), Failure> {
    let forms = [Format::Zccd, Format::Census, Format::BlockZips];
    let input = shared::only(&reviewed.input, &forms)?;
    let mut bytes = Streamed::open(from, input)?;
    if input.format != Format::BlockZips {
        let pairs = zips::read(&mut bytes, input, faults);
        bytes.finish(input, faults);
        return Ok((pairs, vec![input.clone()]));
    }
    let districts = shared::only(&reviewed.input, &[Format::BlockDistricts])?;
    let mut district_bytes = Streamed::open(from, districts)?;
    let blocks = Blocks::read(&mut district_bytes, districts, faults);
    district_bytes.finish(districts, faults);
    let pairs = blocks.join(&mut bytes, input, faults);
    bytes.finish(input, faults);
    Ok((pairs, vec![districts.clone(), input.clone()]))
}

/// Takes the districts of some states from the table that is there already.
fn keep_lines(pairs: &mut Pairs, to: &Path, reviewed: &Reviewed, faults: &mut Vec<Fault>) -> Result<(), Failure> {
    let texts = lines::texts(&disk::folder(to), to, &[TABLE], "undersigned import us")?;
    let before = lines::rows(&texts, TABLE, faults, |row: ZipRow| Ok(row.parse()?));
    for kept in &reviewed.lines_kept {
        match fields::state(&kept.state) {
            Ok(state) => {
                pairs.retain(|(_, division)| division.state != state);
                let own = before.iter().filter(|(_, (_, division, _))| division.state == state);
                pairs.extend(own.map(|(_, (zip, division, _))| (*zip, *division)));
            }
            Err(problem) => faults.push(Fault::new(FILE, "lines_kept", problem)),
        }
    }
    Ok(())
}

/// The map, if `reviewed` names one: all three of its files or none.
fn ground(
    from: &Path,
    reviewed: &Reviewed,
    inputs: &mut Vec<Input>,
    faults: &mut Vec<Fault>,
) -> Result<Option<Ground>, Failure> {
    let mut file = |format| shared::optional_input(from, &reviewed.input, format, faults);
    let (shapes, outlines, centres) =
        (file(Format::DistrictShapes)?, file(Format::ZipOutlines)?, file(Format::PopulationCentres)?);
    match (shapes, outlines, centres) {
        (Some(shapes), Some(outlines), Some(centres)) => {
            inputs.extend([&shapes, &outlines, &centres].map(|(input, _)| (*input).clone()));
            let [shapes, outlines, centres] =
                [&shapes, &outlines, &centres].map(|(input, bytes)| (*input, bytes.as_slice()));
            Ok(Some(Ground::read(shapes, outlines, centres, faults)))
        }
        (None, None, None) => Ok(None),
        _ => {
            let problem =
                "district-shapes, zip-outlines and population-centres belong together; name all three or none";
            faults.push(Fault::new(FILE, "input", problem));
            Ok(None)
        }
    }
}

fn listed(pairs: &Pairs) -> String {
    let list: Vec<String> = pairs.iter().map(|(zip, division)| format!("{zip} ({division})")).collect();
    list.join(", ")
}
