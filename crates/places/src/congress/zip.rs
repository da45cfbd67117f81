//! ZIP codes as people type them.

use std::fmt;

use super::State;
use crate::legislature::{Country, PostcodeFault, country_among, plain, words};

/// A ZIP code: five digits. Prints as such: `05401`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zip(u32);

impl Zip {
    /// Reads what a visitor typed or pasted: five digits of any script, or nine, which are ZIP+4, of which the last four are
    /// dropped; with the letters O, I and L for the digits that they look like; alone, or in an address.
    ///
    /// In an address the last number counts that can be a ZIP code. One at the beginning is that of a house.
    pub fn parse(typed: &str) -> Result<Zip, PostcodeFault> {
        let plain = plain(typed);
        let words = words(&plain);
        let digits = digits(&words);
        let has_digit = |word: &&[u8]| word.iter().any(u8::is_ascii_digit);
        let before_dash = plain.split(|byte| *byte == b'-').next().unwrap_or_default();
        // Five digits with a dash among them are a postcode of Poland.
        let is_dashed = before_dash.len() < plain.len() && (1..5).contains(&before_dash.trim_ascii().len());
        let digits = digits.filter(|_| words.iter().all(has_digit));
        if let Some((5 | 9, zip)) = digits
            && !is_dashed
        {
            return Ok(Zip(zip));
        }
        for (at, word) in words.iter().enumerate().rev().filter(|_| digits.is_none() || words.len() == 1) {
            if let (Some((5 | 9, zip)), Some((before, after))) = (number(word), words.split_at_checked(at))
                && is_zip_between(before, after.get(1..).unwrap_or_default())
            {
                return Ok(Zip(zip));
            }
        }
        Err(match (digits, country_among(&words)) {
            _ if words.is_empty() => PostcodeFault::Empty,
            (Some((count, _)), _) if count < 5 => PostcodeFault::TooShort(count),
            (Some((count, _)), _) if count != 5 && count != 9 => PostcodeFault::TooLong(count),
            // Only British forces and overseas territories have such codes.
            _ if words.iter().any(|word| word.starts_with(b"BFPO") || word.ends_with(b"1ZZ")) => {
                PostcodeFault::Of(Country::UnitedKingdom)
            }
            (_, Some(country)) if country != Country::UnitedStates => PostcodeFault::Of(country),
            _ => PostcodeFault::Absent,
        })
    }

    /// The ZIP code of a number; `None` over 99999.
    pub fn from_number(number: u32) -> Option<Zip> {
        (number < 100_000).then_some(Zip(number))
    }

    /// 0 to 99999.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The territory whose ZIP codes these are, for those that no table of areas has. Source: USPS Domestic Mail Manual,
    /// labeling list L002.
    pub(super) fn territory(self) -> Option<State> {
        let code = match self.0 {
            600..=799 | 900..=999 => b"PR",
            800..=899 => b"VI",
            96_799 => b"AS",
            96_910..=96_932 => b"GU",
            96_950..=96_952 => b"MP",
            _ => return None,
        };
        Some(State(*code))
    }

    /// Whether it is of Palau, Micronesia or the Marshall Islands: states of their own, which the US Postal Service serves.
    pub(super) fn is_outside(self) -> bool {
        matches!(self.0, 96_939..=96_944 | 96_960 | 96_970)
    }

    /// Whether the armed forces use it: APO, FPO and DPO addresses in Europe (090 to 098), the Americas (340) and the
    /// Pacific (962 to 966). Source of the prefixes: USPS Domestic Mail Manual, labeling list L002.
    pub fn is_military(self) -> bool {
        matches!(self.0 / 100, 90..=98 | 340 | 962..=966)
    }
}

/// How many digits words have together, and the number of the first five. Letters that look like digits count beside one;
/// `None` where there is anything else.
fn digits(words: &[&[u8]]) -> Option<(usize, u32)> {
    let (mut count, mut number, mut is_number) = (0, 0, false);
    for byte in words.iter().copied().flatten() {
        let digit = match byte {
            b'0'..=b'9' => {
                is_number = true;
                byte & 0xf
            }
            b'O' => 0,
            b'I' | b'L' => 1,
            _ => return None,
        };
        if count < 5 {
            number = number * 10 + u32::from(digit);
        }
        count += 1;
    }
    // `L10LL` is a postcode of Liverpool; none ends with I or O.
    let may_be_uk = words.last().is_some_and(|word| word.ends_with(b"LL"));
    let is_zip = is_number && !(may_be_uk && country_among(words) == Some(Country::UnitedKingdom));
    is_zip.then_some((count, number))
}

/// The same for a word of an address, which a state may begin: `IL62701`.
fn number(word: &[u8]) -> Option<(usize, u32)> {
    // `IV300LL` is a postcode of Inverness.
    let may_be_uk = word.ends_with(b"LL") && country_among(&[word]) == Some(Country::UnitedKingdom);
    let alone = || digits(&[word.get(word.iter().position(u8::is_ascii_digit)?..)?]).filter(|_| !may_be_uk);
    digits(&[word]).filter(|(count, _)| matches!(count, 5 | 9)).or_else(alone)
}

/// Whether a number of five digits between these words is a ZIP code, and not that of a house, a flat or a box.
fn is_zip_between(before: &[&[u8]], after: &[&[u8]]) -> bool {
    // The rest of ZIP+4, a telephone number, or the name of the country.
    let numbers = after.iter().take_while(|word| number(word).is_some()).count();
    let after = after.get(numbers..).unwrap_or_default();
    let ends = after.first().is_none_or(|word| word.starts_with(b"U"));
    match (before, after) {
        ([], [] | [b"USA"] | [b"UNITED", b"STATES", ..]) => true,
        ([], [state]) => state.len() == 2,
        ([.., b"BOX"], _) | ([], _) => false,
        ([.., state], _) => ends || state.len() == 2 || state.ends_with(b"ZIP") || state.ends_with(b"CODE"),
    }
}

impl Zip {
    /// Its five digits.
    pub fn text(self) -> String {
        [10_000, 1000, 100, 10, 1].map(|place| char::from(b'0' + (self.0 / place % 10) as u8)).iter().collect()
    }
}

impl fmt::Display for Zip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use PostcodeFault::{Absent, Empty, Of, TooLong, TooShort};

    #[test]
    fn what_people_type_is_read() {
        for (typed, expected) in [
            ("05401", Ok("05401")),
            ("IV300LL", Err(Of(Country::UnitedKingdom))),
            ("  05401\n", Ok("05401")),
            ("0 5 4 0 1", Ok("05401")),
            ("054\u{a0}01", Ok("05401")),
            ("05401-1234", Ok("05401")),
            ("05401–1234", Ok("05401")),
            ("05401 - 1234", Ok("05401")),
            ("05401−1234", Ok("05401")),
            ("05401\u{2011}1234", Ok("05401")),
            ("05401 1234", Ok("05401")),
            ("05401\u{2009}1234", Ok("05401")),
            ("054011234", Ok("05401")),
            ("05401-", Ok("05401")),
            ("00000", Ok("00000")),
            ("99999", Ok("99999")),
            ("", Err(Empty)),
            (" \t", Err(Empty)),
            ("\u{200b}", Err(Empty)),
            ("-", Err(Empty)),
            ("0540", Err(TooShort(4))),
            ("054011", Err(TooLong(6))),
            ("05401-12", Err(TooLong(7))),
            ("05401-12345", Err(TooLong(10))),
            ("05-401", Err(Absent)),
            ("abc", Err(Absent)),
            ("Vermont", Err(Absent)),
        ] {
            read(typed, expected);
        }
    }

    #[test]
    fn what_is_pasted_with_it_is_passed_over() {
        for around in
            ["\u{200b}", "\u{202a}", "\u{202c}", "\u{feff}", "\u{200e}", "\u{ad}", "\u{2066}", "\u{fe0f}", "\u{e0020}"]
        {
            read(&["05401", around].concat(), Ok("05401"));
            read(&[around, "05401"].concat(), Ok("05401"));
            read(&["054", around, "01"].concat(), Ok("05401"));
            read(&["Burlington, VT 054", around, "01"].concat(), Ok("05401"));
        }
        for typed in [
            "05401.",
            ".05401",
            "05401,",
            "“05401”",
            "\"05401\"",
            "'05401",
            "(05401)",
            "[05401]",
            "05401;",
            "*05401*",
            "#05401",
            "<05401>",
            "`05401`",
            "«05401»",
            "05401。",
            "・05401",
            "「05401」",
            "-05401",
            "05401--1234",
            "_05401_",
            "05401\r\n",
            "\u{3000}05401",
            "05401!",
            "05401?",
            "…05401",
            "05401\0",
        ] {
            read(typed, Ok("05401"));
        }
    }

    #[test]
    fn digits_of_every_script_and_letters_that_look_like_digits_are_read() {
        for (typed, zip) in [
            ("０５４０１", "05401"),
            ("　０５４０１－１２３４", "05401"),
            ("٠٥٤٠١", "05401"),
            ("۰۵۴۰۱", "05401"),
            ("०५४०१", "05401"),
            ("๐๕๔๐๑", "05401"),
            ("০৫৪০১", "05401"),
            ("𝟎𝟓𝟒𝟎𝟏", "05401"),
            ("𝟶𝟻𝟺𝟶𝟷", "05401"),
            ("٠٥٤٠١-١٢٣٤", "05401"),
            ("O5401", "05401"),
            ("o5401", "05401"),
            ("Ｏ5401", "05401"),
            ("0540l", "05401"),
            ("0540I", "05401"),
            ("l0001", "10001"),
            ("I0001", "10001"),
            ("1OOO1", "10001"),
            ("O54OI-1234", "05401"),
            ("New York, NY lOOO1", "10001"),
        ] {
            read(typed, Ok(zip));
        }
        for typed in ["OIIOI", "0540S", "0S401", "05B01"] {
            read(typed, Err(Absent));
        }
    }

    #[test]
    fn a_whole_address_has_its_zip_code_at_the_end() {
        for (typed, expected) in [
            ("12 Example St, Springfield, IL 62701", Ok("62701")),
            ("12345 Example St, Springfield, IL 62701", Ok("62701")),
            ("12345 Example St\nSpringfield, IL 62701-1234\nUSA", Ok("62701")),
            ("12345 Example St\nSpringfield, IL 62701 - 1234", Ok("62701")),
            ("12345 Example St, Springfield IL 627011234", Ok("62701")),
            ("Jane Doe\r\n12 Example St\r\nSpringfield, Illinois 62701\r\nUnited States of America", Ok("62701")),
            ("1 Example Ave Apt 10002, New York, NY 10001, United States", Ok("10001")),
            ("PO Box 10002, New York NY 10001", Ok("10001")),
            ("ZIP: 05401", Ok("05401")),
            ("zip code=05401", Ok("05401")),
            ("My ZIP is 05401.", Ok("05401")),
            ("VT05401", Ok("05401")),
            ("Springfield IL62701", Ok("62701")),
            ("IL62701", Ok("62701")),
            ("540 IL", Err(Absent)),
            ("VT-05401", Ok("05401")),
            ("Burlington VT 05401 tel. 802-555-0100", Ok("05401")),
            ("05401 USA", Ok("05401")),
            ("05401 VT", Ok("05401")),
            ("05401-1234 USA", Ok("05401")),
            ("05401-1234, VT", Ok("05401")),
            ("05401-1234, United States of America", Ok("05401")),
            ("Springfield, Illinois 62701-1234, U.S.A.", Ok("62701")),
            ("zip 05401 please", Ok("05401")),
            ("Zip code: 05401 (home)", Ok("05401")),
            ("ZIP+4: 05401-1234", Ok("05401")),
            ("05401, United States", Ok("05401")),
            ("Añasco, PR 00610", Ok("00610")),
            ("郵遞區號05401", Ok("05401")),
            ("PSC 3 Box 1234, APO, AE 09021", Ok("09021")),
            // Nobody's guess: the number of a house, of a flat, of a box.
            ("12345 Example St, Springfield, IL", Err(Absent)),
            ("12345 Oak Ct", Err(Absent)),
            ("12345 Elm St Springfield", Err(Absent)),
            ("Apt 12345, 9 Example St, Springfield", Err(Absent)),
            ("PO Box 12345", Err(Absent)),
            ("05401 Burlington", Err(Absent)),
        ] {
            read(typed, expected);
        }
    }

    #[test]
    fn a_postcode_of_another_country_is_known_by_its_form() {
        for (typed, country) in [
            ("SW1A 1AA", Country::UnitedKingdom),
            ("sw1a1aa.", Country::UnitedKingdom),
            ("10 Example Street, London M1 1AE", Country::UnitedKingdom),
            ("10 Example Street\nLondon\nSW1A 1AA\nUnited Kingdom", Country::UnitedKingdom),
            ("K1A 0B6", Country::Canada),
            ("k1a-0b6", Country::Canada),
            ("K1A OB6", Country::Canada),
            ("KIA 0B6", Country::Canada),
            ("SWIA 1AA", Country::UnitedKingdom),
            ("W1A OAA", Country::UnitedKingdom),
            ("SW1A IAA", Country::UnitedKingdom),
            ("M1 IAE", Country::UnitedKingdom),
            ("BFPO 12", Country::UnitedKingdom),
            ("FIQQ 1ZZ", Country::UnitedKingdom),
            ("24 Example Drive, Ottawa ON K1M 1M4, Canada", Country::Canada),
        ] {
            read(typed, Err(Of(country)));
        }
    }

    fn read(typed: &str, expected: Result<&str, PostcodeFault>) {
        assert_eq!(Zip::parse(typed).map(|zip| zip.to_string()), expected.map(str::to_owned), "{typed:?}");
    }

    #[test]
    fn endless_digits_do_not_overflow() {
        assert_eq!(Zip::parse(&"9".repeat(100_000)), Err(TooLong(100_000)));
        assert_eq!(Zip::parse(&"9 x".repeat(10_000)), Err(Absent));
    }

    #[test]
    fn military_prefixes_are_exactly_those_of_the_armed_forces() {
        let prefixes: Vec<u32> =
            (0..1000).filter(|prefix| Zip::from_number(prefix * 100).is_some_and(Zip::is_military)).collect();
        assert_eq!(prefixes, [90, 91, 92, 93, 94, 95, 96, 97, 98, 340, 962, 963, 964, 965, 966]);
        assert_eq!(Zip::from_number(100_000), None);
    }
}
