//! What postcodes mean that no table of places has.

use std::rc::Rc;

use crate::legislature::TableFault;
use crate::legislature::bytes::{Reader, Writer};

/// What a postcode means that belongs to no seat of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Special {
    /// An address of the armed forces.
    Military,
    /// A place that nobody in the legislature represents.
    Outside,
    /// Nobody lives there.
    Nowhere,
    /// Somewhere in the region at this place.
    Region(u16),
    /// In the seat at this place.
    Seat(u16),
}

/// A postcode as tables have it.
pub(super) fn without_spaces(postcode: &str) -> String {
    let mut text = String::new();
    for byte in postcode.bytes() {
        if byte != b' ' {
            text.push(char::from(byte));
        }
    }
    text
}

/// Beginnings of postcodes (`BT*`) and whole ones, without spaces.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Specials(Vec<(Rc<str>, Special)>);

impl Specials {
    /// Spaces in the postcode don't count.
    pub(super) fn find(&self, postcode: &str) -> Option<Special> {
        let postcode = without_spaces(postcode);
        let is_it = |known: &str| match known.strip_suffix('*') {
            Some(beginning) => postcode.starts_with(beginning),
            None => postcode == known,
        };
        self.0.iter().find(|(known, _)| is_it(known)).map(|(_, special)| *special)
    }

    pub(super) fn write(specials: &[(Rc<str>, Special)], writer: &mut Writer) {
        let (mut codes, mut meanings) = (Writer::default(), Writer::default());
        for (code, special) in specials {
            codes.line(code);
            meanings.number(match special {
                Special::Military => 0,
                Special::Outside => 1,
                Special::Nowhere => 2,
                Special::Region(place) => 3 + 2 * u32::from(*place),
                Special::Seat(place) => 4 + 2 * u32::from(*place),
            });
        }
        writer.column(&codes.bytes);
        writer.column(&meanings.bytes);
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Specials, TableFault> {
        let (mut codes, mut meanings) = (reader.lines(), reader.column());
        let mut specials = Vec::new();
        while !meanings.is_empty() {
            let special = match meanings.number() {
                0 => Special::Military,
                1 => Special::Outside,
                2 => Special::Nowhere,
                odd if odd % 2 == 1 => Special::Region((odd / 2 - 1) as u16),
                even => Special::Seat((even / 2 - 2) as u16),
            };
            specials.push((codes.line().into(), special));
        }
        Ok(Specials(specials))
    }
}
