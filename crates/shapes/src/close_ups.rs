//! What maps of single ZIP codes are drawn from: the districts, an outline of each ZIP code, and names of places.
//!
//! The compact form is numbers as in `atlas.rs`: the length of the districts' bytes and these, the length of the outlines'
//! bytes and these, both in steps of [`DRAWING`]; then how many places each district has, in the order of the districts;
//! of all places the steps east from one to the next, then the steps north, in [`LOOKUP`] to a degree, then a number from 0 to 3 that tells how large
//! each is; and their names, with line breaks between them. `assets/map.js` reads it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::atlas::{Atlas, LOOKUP, number, push, push_signed, signed};
use crate::grid::DRAWING;

/// Places of so many people and more are drawn before smaller ones.
const SIZES: [u32; 3] = [1_000, 10_000, 100_000];

/// Everything that such maps show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloseUps {
    /// The districts.
    pub districts: Atlas,
    /// The ZIP codes that cover several of them.
    pub zips: Atlas,
    /// Places with a name in and around these ZIP codes, by district, in the order of the districts.
    pub towns: Vec<Town>,
}

/// A place with a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Town {
    /// The name of the district that it is in, as [`CloseUps::districts`] has it.
    pub district: String,
    /// Degrees east, in steps of [`LOOKUP`].
    pub east: i32,
    /// Degrees north, in the same.
    pub north: i32,
    /// From 0 for a village to 3 for a city.
    pub size: u8,
    /// What it is called.
    pub name: String,
}

impl Town {
    /// A place by its degrees and the number of its people, 0 if nobody knows it.
    pub fn new(district: String, (longitude, latitude): (f64, f64), people: u32, name: String) -> Town {
        let on_axis = |degrees: f64| (degrees * f64::from(LOOKUP)).round() as i32;
        let size = SIZES.iter().filter(|size| people >= **size).count() as u8;
        Town { district, east: on_axis(longitude), north: on_axis(latitude), size, name }
    }
}

impl CloseUps {
    /// Puts the places into the order of the districts. Those of no district are left out.
    pub fn new(districts: Atlas, zips: Atlas, towns: impl IntoIterator<Item = Town>) -> CloseUps {
        let mut by_district: BTreeMap<String, Vec<Town>> = BTreeMap::new();
        for town in towns {
            by_district.entry(town.district.clone()).or_default().push(town);
        }
        by_district.values_mut().for_each(|towns| towns.sort());
        let towns = districts.names().filter_map(|name| by_district.remove(name)).flatten().collect();
        CloseUps { districts, zips, towns }
    }

    /// The names of the places that are in both a ZIP code and a district, the largest first.
    pub fn places_in(&self, zip: &str, district: &str) -> Vec<&str> {
        let degrees = |steps: i32| f64::from(steps) / f64::from(LOOKUP);
        let own = self.towns.iter().filter(|town| town.district == district);
        let mut own: Vec<&Town> =
            own.filter(|town| self.zips.holds(zip, degrees(town.east), degrees(town.north))).collect();
        own.sort_by_key(|town| Reverse(town.size));
        own.into_iter().map(|town| town.name.as_str()).collect()
    }

    /// The compact form.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for atlas in [&self.districts, &self.zips] {
            let own = atlas.to_bytes();
            push(&mut bytes, own.len());
            bytes.extend(own);
        }
        for district in self.districts.names() {
            push(&mut bytes, self.towns.iter().filter(|town| town.district == district).count());
        }
        for axis in [|town: &Town| town.east, |town: &Town| town.north] {
            let mut before = 0;
            for town in &self.towns {
                push_signed(&mut bytes, i64::from(axis(town) - before));
                before = axis(town);
            }
        }
        bytes.extend(self.towns.iter().map(|town| town.size));
        let names: Vec<&str> = self.towns.iter().map(|town| town.name.as_str()).collect();
        bytes.extend(names.join("\n").bytes());
        bytes
    }

    /// Reads what [`CloseUps::to_bytes`] wrote; `None` for anything else.
    pub fn from_bytes(bytes: &[u8]) -> Option<CloseUps> {
        let mut rest = bytes;
        let rest = &mut rest;
        let mut atlas = || {
            let length = usize::try_from(number(rest)?).ok()?;
            let (own, behind) = rest.split_at_checked(length)?;
            *rest = behind;
            Atlas::from_bytes(own, DRAWING)
        };
        let (districts, zips) = (atlas()?, atlas()?);
        let mut owners = Vec::new();
        for district in districts.names() {
            let count = usize::try_from(number(rest)?).ok().filter(|count| *count <= bytes.len())?;
            for _ in 0..count {
                owners.push(district.to_owned());
            }
        }
        let mut axis = || {
            let mut at = 0i64;
            let places = owners.iter().map(|_| {
                at = at.checked_add(signed(number(rest)?))?;
                i32::try_from(at).ok()
            });
            places.collect::<Option<Vec<i32>>>()
        };
        let (east, north) = (axis()?, axis()?);
        let (sizes, names) = rest.split_at_checked(owners.len())?;
        let mut names = str::from_utf8(names).ok()?.split('\n');
        let places = owners.iter().zip(east).zip(north).zip(sizes);
        let towns = places.map(|(((district, east), north), size)| {
            let name = names.next().filter(|name| !name.is_empty())?.to_owned();
            (*size as usize <= SIZES.len()).then(|| Town { district: district.clone(), east, north, size: *size, name })
        });
        let towns = towns.collect::<Option<Vec<Town>>>()?;
        names.next().is_none_or(|more| towns.is_empty() && more.is_empty()).then_some(CloseUps {
            districts,
            zips,
            towns,
        })
    }
}

#[cfg(test)]
mod tests;
