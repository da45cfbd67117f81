//! From the committed tables in `data/us` to the compact files that visitors fetch.

pub mod fields;
pub mod lines;
pub mod read;
pub mod rows;
pub mod upstream;
pub mod zones;

use std::path::Path;

use sha2::{Digest, Sha256};

use files::Files;
use places::assembly::Assembly;
use places::congress::{Congress, Offices, TableFault};
use shapes::{Atlas, CloseUps, LOOKUP};

use self::read::Tables;
use crate::fault::Failure;

/// The tables as a site has them.
#[derive(Debug)]
pub struct TableFiles {
    /// The compact files, by their path in the site.
    pub files: Vec<(String, Vec<u8>)>,
    /// Seats, people and ZIP codes, relative to the site: `data/us/congress-0123abcd.bin`.
    pub congress_path: String,
    /// District offices, relative to the site: `data/us/offices-0123abcd.bin`.
    pub offices_path: String,
    /// What visitors fetch on a press only; none where the importer had no shapes.
    pub maps: Option<MapPaths>,
    /// What [`TableFiles::congress_path`] is made of.
    pub congress: Congress,
}

impl TableFiles {
    /// The district offices, as a visitor's browser reads them.
    pub fn offices(&self) -> Result<Offices, Failure> {
        let bytes = self.files.iter().find(|(path, _)| *path == self.offices_path).map(|(_, bytes)| bytes.as_slice());
        Offices::from_bytes(bytes.unwrap_or_default()).map_err(unreadable)
    }
}

/// The files that locate visitors and draw maps for them, relative to the site.
#[derive(Debug)]
pub struct MapPaths {
    /// Shapes of the districts: `data/us/districts-0123abcd.bin`.
    pub districts: String,
    /// What maps of ZIP codes in several districts are drawn from: `data/us/close-ups-0123abcd.bin`.
    pub close_ups: String,
}

/// Reads the tables of `data` (`data/us`) and makes the compact files.
///
/// The same tables give the same bytes and, because the names carry the first 32 bits of their SHA-256, the same names.
pub fn build(files: &Files, data: &Path) -> Result<TableFiles, Failure> {
    let tables = load(files, data)?;
    let congress = Assembly::bytes(&tables.congress.records()).map_err(unreadable)?;
    let offices = tables.offices.to_bytes();
    let congress_path = compact_path("us", "congress", &congress);
    let offices_path = compact_path("us", "offices", &offices);
    let mut files = vec![(congress_path.clone(), congress), (offices_path.clone(), offices)];
    let mut add = |stem: &str, bytes: Vec<u8>| {
        let path = compact_path("us", stem, &bytes);
        files.push((path.clone(), bytes));
        path
    };
    let maps = tables.atlas.zip(tables.close_ups).map(|(atlas, close_ups)| MapPaths {
        districts: add("districts", atlas.to_bytes()),
        close_ups: add("close-ups", close_ups.to_bytes()),
    });
    Ok(TableFiles { files, congress_path, offices_path, maps, congress: tables.congress })
}

fn unreadable(fault: TableFault) -> Failure {
    Failure::CouldNotRun(format!("the compact table can't be read back: {fault}"))
}

/// The tables of a folder.
pub fn load(files: &Files, data: &Path) -> Result<Tables, Failure> {
    let tables = read::tables(&read::texts(files, data)?)?;
    Ok(Tables {
        congress: tables.congress,
        offices: Offices::from_bytes(&tables.offices.to_bytes()).map_err(unreadable)?,
        atlas: tables.atlas.and_then(|atlas| Atlas::from_bytes(&atlas.to_bytes(), LOOKUP)),
        close_ups: tables.close_ups.and_then(|close_ups| CloseUps::from_bytes(&close_ups.to_bytes())),
    })
}

/// The path of a compact file in the site: `data/us/congress-0123abcd.bin`.
///
/// The name carries the first 32 bits of its SHA-256, so that the same bytes have the same name and others another.
pub fn compact_path(country: &str, stem: &str, bytes: &[u8]) -> String {
    let hash = sha256_hex(bytes);
    format!("data/{country}/{stem}-{}.bin", hash.get(..8).unwrap_or(&hash))
}

/// SHA-256 in lower-case hexadecimal, as `sha256sum` prints it.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(hex_digit).collect()
}

fn hex_digit(value: u8) -> char {
    char::from_digit(u32::from(value), 16).unwrap_or('0')
}
