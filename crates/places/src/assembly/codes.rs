//! Postcodes of any country, as letters and digits.

use std::rc::Rc;

use super::special::without_spaces;
use crate::legislature::bytes::{Reader, Writer};
use crate::legislature::{PostcodeFault, TableFault, country_among, plain, words};

/// The longest postcode, in letters, digits and spaces.
const LONGEST: usize = 12;

/// A postcode in the form of its country: `K1A 0B6`. Filled up with zero bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; LONGEST]);

impl Code {
    /// As people write it.
    pub fn text(self) -> String {
        let mut text = String::new();
        for byte in self.0.into_iter().take_while(|byte| *byte > 0) {
            text.push(char::from(byte));
        }
        text
    }
}

/// The last postcode in what somebody typed. In each form, `9` stands for a digit, `A` for a letter, and everything else for
/// itself; spaces may be left out.
///
/// # Errors
/// [`PostcodeFault`] without one; [`PostcodeFault::Of`] if there is one of another country than `country`.
pub fn read_code(forms: &[String], country: &str, typed: &str) -> Result<Code, PostcodeFault> {
    let plain = plain(typed);
    let words = words(&plain);
    for form in forms {
        for last in (0..words.len()).rev() {
            for first in (0..=last).rev() {
                let joined = words.get(first..=last).unwrap_or_default().concat();
                if let Some(code) = in_form(form, &joined) {
                    return Ok(code);
                }
            }
        }
    }
    if words.is_empty() {
        return Err(PostcodeFault::Empty);
    }
    match country_among(&words) {
        Some(other) if other.code() != country => Err(PostcodeFault::Of(other)),
        _ => Err(PostcodeFault::Absent),
    }
}

fn in_form(form: &str, joined: &[u8]) -> Option<Code> {
    let mut code = Code([0; LONGEST]);
    let mut rest = joined.iter();
    for (place, byte) in form.bytes().enumerate() {
        let is_letter = byte.is_ascii_alphanumeric();
        let taken = if is_letter { *rest.next()? } else { byte };
        let fits = match byte {
            b'9' => taken.is_ascii_digit(),
            b'A' => taken.is_ascii_uppercase(),
            _ => taken == byte,
        };
        *code.0.get_mut(place).filter(|_| fits)? = taken;
    }
    rest.next().is_none().then_some(code)
}

/// Which seats each postcode may belong to. Without spaces, sorted; one that ends in `*` stands for all that begin so.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Codes(Vec<(Rc<str>, Vec<u16>)>);

impl Codes {
    /// Empty for one that is not in the table.
    pub(super) fn find(&self, code: Code) -> &[u16] {
        let mut text = without_spaces(&code.text());
        loop {
            if let Some((_, seats)) = self.0.iter().find(|(known, _)| **known == *text) {
                return seats;
            }
            // A shorter beginning each time.
            if text.ends_with('*') {
                text.pop();
            }
            if text.pop().is_none() {
                return &[];
            }
            text.push('*');
        }
    }

    pub(super) fn write(rows: &[(Rc<str>, Vec<u16>)], writer: &mut Writer) {
        let (mut codes, mut seats) = (Writer::default(), Writer::default());
        for (code, places) in rows {
            codes.line(code);
            seats.number(places.len() as u32);
            places.iter().for_each(|place| seats.number(u32::from(*place)));
        }
        writer.number(rows.len() as u32);
        writer.column(&codes.bytes);
        writer.column(&seats.bytes);
    }

    pub(super) fn read(seats_known: usize, reader: &mut Reader<'_>) -> Result<Codes, TableFault> {
        let count = reader.number();
        let (mut codes, mut seats) = (reader.lines(), reader.column());
        let mut table = Vec::new();
        for _ in 0..count {
            if !reader.is_sound() {
                break;
            }
            let code = codes.line().into();
            let mut places = Vec::new();
            for _ in 0..seats.number() {
                let place = seats.number();
                if place as usize >= seats_known || !seats.is_sound() {
                    return Err(TableFault::Content);
                }
                places.push(place as u16);
            }
            table.push((code, places));
        }
        let sorted = table.is_sorted_by(|(one, _): &(Rc<str>, _), (next, _)| one < next);
        if sorted { Ok(Codes(table)) } else { Err(TableFault::Content) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(forms: &[&str], country: &str, typed: &str) -> String {
        let forms: Vec<String> = forms.iter().map(|form| (*form).to_owned()).collect();
        match read_code(&forms, country, typed) {
            Ok(code) => code.text(),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn a_postcode_is_found_in_whatever_was_typed() {
        for (forms, country, typed, code) in [
            (&["9999"][..], "AU", "2600", "2600"),
            (&["9999"], "AU", " 2 600 ", "2600"),
            (&["9999"], "AU", "12 Example St, Canberra 2600", "2600"),
            (&["9999"], "AU", "1200 Example St 2600", "2600"),
            (&["99999"], "US", "05401-1234", "05401"),
            (&["99999"], "US", "SW1A 1AA", "Of(UnitedKingdom)"),
            (&["A9A 9A9"], "CA", "k1a0b6", "K1A 0B6"),
            (&["A9A 9A9"], "CA", "24 Example Drive, Ottawa ON K1A-0B6", "K1A 0B6"),
            (&["A9A 9A9"], "CA", "05401", "Of(UnitedStates)"),
            (&["9999 AA", "999"], "NL", "1234ab", "1234 AB"),
            (&["9999 AA", "999"], "NL", "123", "123"),
            (&["EX9"], "US", "ex4", "EX4"),
            (&["EX9"], "US", "EY4", "Absent"),
            (&["9999"], "AU", "", "Empty"),
            (&["9999"], "AU", "Canberra", "Absent"),
            (&["9999999999999"], "AU", "1234567890123", "Absent"),
        ] {
            assert_eq!(read(forms, country, typed), code, "{typed}");
        }
    }

    #[test]
    fn the_longest_beginning_wins() {
        let rows: Vec<(Rc<str>, Vec<u16>)> =
            vec![("*".into(), vec![9]), ("12*".into(), vec![1, 2]), ("123*".into(), vec![4]), ("1234".into(), vec![3])];
        let mut writer = Writer::default();
        Codes::write(&rows, &mut writer);
        let table = Codes::read(10, &mut Reader::new(&writer.bytes)).unwrap();
        let forms = ["9999".to_owned()];
        for (typed, seats) in [("1234", &[3][..]), ("1235", &[4]), ("1299", &[1, 2]), ("9999", &[9])] {
            assert_eq!(table.find(read_code(&forms, "AU", typed).unwrap()), seats, "{typed}");
        }
        // A form's hyphens are part of its postcodes, its spaces are not.
        let hyphens: Vec<(Rc<str>, Vec<u16>)> =
            vec![("12*".into(), vec![1]), ("12-3*".into(), vec![2]), ("12-345".into(), vec![3])];
        let mut hyphened = Writer::default();
        Codes::write(&hyphens, &mut hyphened);
        let hyphened = Codes::read(10, &mut Reader::new(&hyphened.bytes)).unwrap();
        for (typed, seats) in [("12-345", &[3][..]), ("12345", &[3]), ("12 346", &[2]), ("12999", &[1]), ("13000", &[])]
        {
            let code = read_code(&["99-999".to_owned()], "PL", typed).unwrap();
            assert_eq!(hyphened.find(code), seats, "{typed}");
        }
        assert!(Codes::default().find(read_code(&forms, "AU", "1234").unwrap()).is_empty());
        assert!(Codes::read(9, &mut Reader::new(&writer.bytes)).is_err());
    }
}
