//! What people type or paste where a postcode is asked for, in plain letters and digits, and whose postcode it looks like.

/// A country whose postcodes are told apart by their form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Country {
    /// `05401`.
    UnitedStates,
    /// `SW1A 1AA`.
    UnitedKingdom,
    /// `K1A 0B6`.
    Canada,
}

impl Country {
    /// ISO 3166-1 code, in upper case.
    pub fn code(self) -> &'static str {
        match self {
            Country::UnitedStates => "US",
            Country::UnitedKingdom => "GB",
            Country::Canada => "CA",
        }
    }
}

/// Whose postcode a text is, or ends with; `None` if no form fits.
pub fn country_of(typed: &str) -> Option<Country> {
    country_among(&words(&plain(typed)))
}

/// The same for the words of [`words`]. Letters and digits that look alike are told apart by where they are, as in `K1A OB6`.
pub(crate) fn country_among(words: &[&[u8]]) -> Option<Country> {
    let mut found = shape(words);
    for at in 0..words.len() {
        let last = at + 1 == words.len();
        for from in [at.saturating_sub(1), at] {
            // A number of five digits before the end may be that of a house.
            match shape(words.get(from..=at).unwrap_or_default()) {
                Some(Country::UnitedStates) if !last => {}
                here => found = here.or(found),
            }
        }
    }
    found
}

/// The country of a postcode that is these words together; one of the letters and digits may be another that it looks like.
fn shape(words: &[&[u8]]) -> Option<Country> {
    // A one stands for each letter, a zero for each digit, after a one; and a one for each that may be the other.
    let (mut shape, mut unsure) = (1_u32, 0_u32);
    for byte in words.iter().copied().flatten() {
        shape = shape << 1 | u32::from(!byte.is_ascii_digit());
        unsure = unsure << 1 | u32::from(matches!(byte, b'0' | b'O' | b'I' | b'L'));
    }
    // At first as it is, then with one mended, at last with all that may be digits.
    let mends = [0].into_iter().chain((0..9).map(|at| 1 << at)).chain([shape]);
    mends.map(|mend| shape ^ mend & unsure).find_map(|shape| match shape {
        0b10_0000 | 0b10_0000_0000 => Some(Country::UnitedStates),
        0b11_0011 | 0b110_0011 | 0b110_1011 | 0b111_0011 | 0b1110_0011 | 0b1110_1011 => Some(Country::UnitedKingdom),
        0b110_1010 => Some(Country::Canada),
        _ => None,
    })
}

/// The words of what [`plain`] gives.
pub fn words(plain: &[u8]) -> Vec<&[u8]> {
    plain.split(|byte| matches!(byte, b' ' | b'-')).filter(|word| !word.is_empty()).collect()
}

/// A text in capital letters A to Z, the digits 0 to 9, and `-` for every dash; `?` for other letters of Latin, Greek and
/// Cyrillic, and a space for everything else. Digits of all scripts count, and full-width letters. What takes no room is
/// passed over, because whoever pasted it cannot see it.
pub fn plain(typed: &str) -> Vec<u8> {
    let mut plain = Vec::new();
    for character in typed.chars() {
        let code = u32::from(character);
        plain.push(match code {
            0xad
            | 0x300..=0x36f
            | 0x61c
            | 0x115f
            | 0x1160
            | 0x180b..=0x180f
            | 0x200b..=0x200f
            | 0x202a..=0x202e
            | 0x2060..=0x206f
            | 0x3164
            | 0xfe00..=0xfe0f
            | 0xfeff
            | 0xffa0
            | 0xfff9..=0xfffb
            | 0xe0000..=0xe0fff => continue,
            0x2010..=0x2015 | 0x2043 | 0x2212 | 0xfe58 | 0xfe63 => b'-',
            // Full-width forms are in the order of ASCII.
            0xff01..=0xff5e => simple((code - 0xfee0) as u8),
            0..=0x7f => simple(code as u8),
            0xc0..=0x52f => b'?',
            _ => digit(code).unwrap_or(b' '),
        });
    }
    plain
}

fn simple(byte: u8) -> u8 {
    let upper = byte.to_ascii_uppercase();
    if upper.is_ascii_alphanumeric() || upper == b'-' { upper } else { b' ' }
}

/// A digit of any script (Unicode, general category Nd) as a digit of ours.
fn digit(code: u32) -> Option<u8> {
    let zeros =
        ZEROS.iter().map(|zero| u32::from(*zero)).chain(HIGH_ZEROS.iter().map(|zero| 0x1_0000 | u32::from(*zero)));
    zeros.filter_map(|zero| code.checked_sub(zero)).find(|value| *value < 10).map(|value| b'0' + value as u8)
}

/// Where the ten digits of each script begin (Unicode 17), but for ASCII and full width.
const ZEROS: [u16; 35] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
    0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
    0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0,
];

/// The same beyond U+FFFF, less 0x10000.
const HIGH_ZEROS: [u16; 40] = [
    0x4a0, 0xd30, 0xd40, 0x1066, 0x10f0, 0x1136, 0x11d0, 0x12f0, 0x1450, 0x14d0, 0x1650, 0x16c0, 0x16d0, 0x16da,
    0x1730, 0x18e0, 0x1950, 0x1bf0, 0x1c50, 0x1d50, 0x1da0, 0x1de0, 0x1f50, 0x6130, 0x6a60, 0x6ac0, 0x6b50, 0x6d70,
    0xccf0, 0xd7ce, 0xd7d8, 0xd7e2, 0xd7ec, 0xd7f6, 0xe140, 0xe2f0, 0xe4f0, 0xe5f1, 0xe950, 0xfbf0,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_says_whose_it_is() {
        use Country::{Canada, UnitedKingdom, UnitedStates};
        for (typed, country) in [
            ("05401", Some(UnitedStates)),
            ("05401-1234", Some(UnitedStates)),
            ("12 Example St, Springfield, IL 62701", Some(UnitedStates)),
            ("12345 Example St, Springfield", None),
            ("SW1A 1AA", Some(UnitedKingdom)),
            ("m11ae", Some(UnitedKingdom)),
            ("1 Example Street, London W1A 0AX, England", Some(UnitedKingdom)),
            ("K1A 0B6", Some(Canada)),
            ("24 Example Drive, Ottawa ON K1M 1M4, Canada", Some(Canada)),
            ("O5401", Some(UnitedStates)),
            ("0540l", Some(UnitedStates)),
            ("l0OO1", Some(UnitedStates)),
            ("Burlington, VT O5401", Some(UnitedStates)),
            ("SWIA 1AA", Some(UnitedKingdom)),
            ("W1A OAA", Some(UnitedKingdom)),
            ("E1O 6AA", Some(UnitedKingdom)),
            ("M1 IAE", Some(UnitedKingdom)),
            ("0X1 1AA", Some(UnitedKingdom)),
            ("10 Example Street, London SWIA 2AA", Some(UnitedKingdom)),
            ("K1A OB6", Some(Canada)),
            ("KIA 0B6", Some(Canada)),
            ("kla-0b6", Some(Canada)),
            ("Ottawa ON KIA 0B6", Some(Canada)),
            ("10 Old Mill Road", None),
            ("10 Lilac Street", None),
            ("Hi Lou", None),
            ("", None),
            ("1234", None),
            ("1234 AB", None),
            ("100-0001", None),
            ("110001", None),
            ("Example", None),
        ] {
            assert_eq!(country_of(typed), country, "{typed}");
        }
    }

    #[test]
    fn every_digit_of_unicode_is_read_as_ours() {
        let digits = regex::Regex::new(r"^\p{Nd}$").unwrap();
        let (mut run, mut read) = (0, 0);
        for character in '\0'..=char::MAX {
            if !digits.is_match(character.encode_utf8(&mut [0; 4])) {
                run = 0;
                continue;
            }
            // Every script has its ten digits in order.
            assert_eq!(plain(&character.to_string()), [b'0' + run % 10], "{character:?}");
            (run, read) = (run + 1, read + 1);
        }
        assert!(read >= 760, "{read}");
    }

    #[test]
    fn whatever_takes_no_room_is_passed_over_and_everything_else_parts_words() {
        for character in
            ['\u{ad}', '\u{200b}', '\u{200d}', '\u{2060}', '\u{202e}', '\u{2069}', '\u{feff}', '\u{fe0f}', '\u{e0041}']
        {
            assert_eq!(plain(&format!("a{character}1")), b"A1", "{character:?}");
        }
        for character in ['\n', '\t', '\u{a0}', '\u{3000}', '.', '“', '、', '（', '/', '號', '…', '\u{2028}', '\0']
        {
            assert_eq!(plain(&format!("a{character}1")), b"A 1", "{character:?}");
        }
        assert_eq!(plain("é1—²"), b"?1- ");
    }
}
