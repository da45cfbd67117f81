//! Whatever stands around a postcode, and however its letters and digits are written, it is the same postcode.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;

use places::congress::Zip;
use places::legislature::{Country, country_of};
use places::uk_postcode::UkPostcode;

/// What takes no room, as messengers, word processors and keyboards leave it behind.
const UNSEEN: [&str; 12] = [
    "", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{202a}", "\u{202c}", "\u{2066}", "\u{2069}", "\u{feff}",
    "\u{ad}", "\u{fe0f}",
];
/// What may stand before and behind.
const AROUND: [&str; 24] = [
    "", " ", "  ", "\t", "\n", "\r\n", "\u{a0}", "\u{3000}", "\u{202f}", ".", ",", ";", "“", "”", "'", "\"", "(", ")",
    "[", "]", "–", "*", "。", "…",
];
/// What may stand between the two parts of a postcode.
const BETWEEN: [&str; 10] = ["", " ", "  ", "\u{a0}", "\u{2009}", "-", "–", "\u{2011}", ".", "\u{3000}"];
/// Where the digits of some scripts begin.
const ZEROS: [char; 6] = ['0', '０', '٠', '۰', '०', '𝟎'];

/// A text with its letters and digits in other forms, and with what is not seen after each character.
fn decorated(text: &str, unseen: &str, zero: char, wide: bool, small: bool) -> String {
    let mut decorated = String::new();
    for character in text.chars() {
        let character = if small { character.to_ascii_lowercase() } else { character };
        let shown = match character.to_digit(10) {
            Some(digit) => char::from_u32(u32::from(zero) + digit),
            None if wide && character.is_ascii_alphabetic() => char::from_u32(u32::from(character) + 0xfee0),
            None => None,
        };
        decorated.push(shown.unwrap_or(character));
        decorated.push_str(unseen);
    }
    decorated
}

fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop::sample::select(texts)
}

prop_compose! {
    fn uk()(
        outward in prop::sample::select(&["M1", "B33", "CR2", "DN55", "W1A", "EC1A", "SW1A", "BT9", "L1", "IV30", "SO14", "BL0"][..]),
        inward in "[0-9][ABDEFGHJLNPQRSTUWXYZ]{2}",
    ) -> (&'static str, String) {
        (outward, inward)
    }
}

proptest! {
    #[test]
    fn a_zip_code_is_read_with_anything_around_it(
        number in 0u32..100_000,
        unseen in one_of(&UNSEEN),
        before in one_of(&AROUND),
        after in one_of(&AROUND),
        zero in prop::sample::select(&ZEROS[..]),
        plus_four in prop::option::of((one_of(&BETWEEN), 0u32..10_000)),
    ) {
        let zip = Zip::from_number(number);
        let plus_four = plus_four.map(|(between, digits)| format!("{between}{digits:04}")).unwrap_or_default();
        let typed = [unseen, before, &decorated(&format!("{number:05}{plus_four}"), unseen, zero, false, false), after].concat();
        prop_assert_eq!(Zip::parse(&typed).ok(), zip, "{:?}", typed);
        let address = format!("12345 Example St{before} Springfield, IL {typed}\nUSA");
        prop_assert_eq!(Zip::parse(&address).ok(), zip, "{:?}", address);
        prop_assert_eq!(UkPostcode::parse(&typed).is_err(), true);
        prop_assert_eq!(country_of(&typed), Some(Country::UnitedStates));
    }

    #[test]
    fn letters_that_look_like_digits_are_those_digits_in_a_zip_code(number in 0u32..100_000, which in any::<[u8; 5]>()) {
        let digits = format!("{number:05}");
        let typed: String = digits.chars().zip(which).map(|(digit, which)| match (digit, which % 4) {
            ('0', 1) => 'O',
            ('0', 2) => 'o',
            ('1', 1) => 'l',
            ('1', 2) => 'I',
            _ => digit,
        }).collect();
        prop_assume!(typed.contains(|character: char| character.is_ascii_digit()));
        // `L10LL` is a postcode of Liverpool.
        prop_assume!(country_of(&typed) != Some(Country::UnitedKingdom));
        prop_assert_eq!(Zip::parse(&typed).ok(), Zip::from_number(number), "{}", typed);
    }

    #[test]
    fn a_uk_postcode_is_read_with_anything_around_it(
        (outward, inward) in uk(),
        unseen in one_of(&UNSEEN),
        before in one_of(&AROUND),
        after in one_of(&AROUND),
        between in one_of(&BETWEEN),
        zero in prop::sample::select(&ZEROS[..]),
        (wide, small) in any::<(bool, bool)>(),
    ) {
        let expected = format!("{outward} {inward}");
        let typed = [unseen, before, &decorated(&[outward, between, &inward].concat(), unseen, zero, wide, small), after].concat();
        let read = |typed: &str| UkPostcode::parse(typed).map(|postcode| postcode.to_string());
        prop_assert_eq!(read(&typed), Ok(expected.clone()), "{:?}", typed);
        let address = format!("Flat 1, 10 Example Street{before} Exampleton {typed}\nUnited Kingdom");
        prop_assert_eq!(read(&address), Ok(expected), "{:?}", address);
        prop_assert_eq!(Zip::parse(&typed).is_err(), true);
        prop_assert_eq!(country_of(&typed), Some(Country::UnitedKingdom));
    }

    #[test]
    fn a_uk_postcode_with_look_alikes_is_never_another_one((outward, inward) in uk(), which in any::<[u8; 7]>()) {
        let code = [outward, &inward].concat();
        let typed: String = code.chars().zip(which).map(|(character, which)| match (character, which % 3) {
            ('0', 1) => 'O',
            ('O', 1) => '0',
            ('1', 1) => 'I',
            ('1', 2) => 'l',
            ('I' | 'L', 1) => '1',
            _ => character,
        }).collect();
        // Some are read in no way, where several would be as good; none is read in a wrong one that has fewer changes.
        if let Ok(read) = UkPostcode::parse(&typed) {
            let changes = |other: &str| other.chars().zip(typed.to_uppercase().chars()).filter(|(one, other)| one != other).count();
            let read = read.to_string().replace(' ', "");
            prop_assert!(read == code || changes(&read) <= changes(&code), "{typed} read as {read}, meant {code}");
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(typed in ".{0,40}") {
        if let Ok(zip) = Zip::parse(&typed) {
            prop_assert_eq!(Zip::parse(&zip.to_string()), Ok(zip));
        }
        if let Ok(postcode) = UkPostcode::parse(&typed) {
            prop_assert_eq!(UkPostcode::parse(&postcode.to_string()), Ok(postcode));
        }
        let _ = country_of(&typed);
    }
}
