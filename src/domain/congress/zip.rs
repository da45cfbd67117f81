//! ZIP codes as people type them.

use std::fmt;

/// A ZIP code: five digits. Prints as such: `05401`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zip(u32);

/// Why what was typed is not a ZIP code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZipFault {
    /// Nothing was typed.
    Empty,
    /// Fewer than five digits; how many there are.
    TooShort(usize),
    /// More than five digits that are not ZIP+4; how many there are.
    TooLong(usize),
    /// Something else than digits, spaces and the hyphen of ZIP+4; the first such character.
    NotDigits(char),
}

impl Zip {
    /// Reads what a visitor typed: spaces anywhere, full-width digits, and ZIP+4 with a hyphen, a space or nothing
    /// between (`05401-1234`), of which the last four digits are dropped. A hyphen counts only after five digits.
    pub fn parse(typed: &str) -> Result<Zip, ZipFault> {
        let (mut number, mut digits, mut hyphens) = (0, 0, 0);
        for character in typed.chars() {
            match character {
                '0'..='9' | '０'..='９' => {
                    // Both ranges start at a code point whose last four bits are 0.
                    let digit = u32::from(character) & 0xF;
                    if digits < 5 {
                        number = number * 10 + digit;
                    }
                    digits += 1;
                }
                '-' | '‐' | '‑' | '‒' | '–' | '—' | '−' | '－' if digits == 5 && hyphens == 0 => {
                    hyphens = 1
                }
                _ if character.is_whitespace() => {}
                _ => return Err(ZipFault::NotDigits(character)),
            }
        }
        match digits {
            0 => Err(ZipFault::Empty),
            1..=4 => Err(ZipFault::TooShort(digits)),
            5 | 9 => Ok(Zip(number)),
            _ => Err(ZipFault::TooLong(digits)),
        }
    }

    /// The ZIP code of a number; `None` over 99999.
    pub fn from_number(number: u32) -> Option<Zip> {
        (number < 100_000).then_some(Zip(number))
    }

    /// 0 to 99999.
    pub fn number(self) -> u32 {
        self.0
    }

    /// Whether the armed forces use it: APO, FPO and DPO addresses in Europe (090 to 098), the Americas (340) and the
    /// Pacific (962 to 966). Source of the prefixes: USPS Domestic Mail Manual, labeling list L002.
    pub fn is_military(self) -> bool {
        matches!(self.0 / 100, 90..=98 | 340 | 962..=966)
    }
}

impl fmt::Display for Zip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in [10_000, 1000, 100, 10, 1] {
            fmt::Write::write_char(f, char::from(b'0' + (self.0 / place % 10) as u8))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_read() {
        for (typed, expected) in [
            ("05401", Ok("05401")),
            ("  05401\n", Ok("05401")),
            ("0 5 4 0 1", Ok("05401")),
            ("054\u{a0}01", Ok("05401")),
            ("０５４０１", Ok("05401")),
            ("　０５４０１－１２３４", Ok("05401")),
            ("05401-1234", Ok("05401")),
            ("05401–1234", Ok("05401")),
            ("05401 1234", Ok("05401")),
            ("054011234", Ok("05401")),
            ("05401-", Ok("05401")),
            ("00000", Ok("00000")),
            ("99999", Ok("99999")),
            ("", Err(ZipFault::Empty)),
            (" \t", Err(ZipFault::Empty)),
            ("0540", Err(ZipFault::TooShort(4))),
            ("054011", Err(ZipFault::TooLong(6))),
            ("05401-12", Err(ZipFault::TooLong(7))),
            ("05401-12345", Err(ZipFault::TooLong(10))),
            ("-05401", Err(ZipFault::NotDigits('-'))),
            ("05-401", Err(ZipFault::NotDigits('-'))),
            ("05401--1234", Err(ZipFault::NotDigits('-'))),
            ("O5401", Err(ZipFault::NotDigits('O'))),
            ("SW1A 1AA", Err(ZipFault::NotDigits('S'))),
            ("٠٥٤٠١", Err(ZipFault::NotDigits('٠'))),
        ] {
            assert_eq!(Zip::parse(typed).map(|zip| zip.to_string()), expected.map(str::to_owned), "{typed:?}");
        }
    }

    #[test]
    fn endless_digits_do_not_overflow() {
        assert_eq!(Zip::parse(&"9".repeat(100_000)), Err(ZipFault::TooLong(100_000)));
    }

    #[test]
    fn military_prefixes_are_exactly_those_of_the_armed_forces() {
        let prefixes: Vec<u32> =
            (0..1000).filter(|prefix| Zip::from_number(prefix * 100).is_some_and(Zip::is_military)).collect();
        assert_eq!(prefixes, [90, 91, 92, 93, 94, 95, 96, 97, 98, 340, 962, 963, 964, 965, 966]);
        assert_eq!(Zip::from_number(100_000), None);
    }
}
