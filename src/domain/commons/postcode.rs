//! Postcodes of the United Kingdom as people type them.

use std::fmt;

/// A full postcode: outward and inward code. Prints as such: `SW1A 1AA`.
///
/// Form: BS 7666, as in "About the Postcode Address File" (Royal Mail). Whether somebody lives there is the table's matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UkPostcode {
    // Private: two to four letters and digits in one of the six forms, first letter highest, 0 where there is none.
    outward: u32,
    // Private: below `INWARDS`.
    inward: u16,
}

/// Why what was typed is not a full postcode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UkPostcodeFault {
    /// Nothing was typed.
    Empty,
    /// Only its beginning, as `SW1A` or `SW1A 1`. Two in three of these lie in several constituencies: ask for all of it.
    Partial,
    /// Something else than letters, digits, spaces and hyphens; the first such character.
    Character(char),
    /// Letters and digits, but not as a postcode has them.
    Form,
}

/// The letters of inward codes; those that look like others are never used.
const LETTERS: [u8; 20] = *b"ABDEFGHJLNPQRSTUWXYZ";
/// How many inward codes there are.
pub(super) const INWARDS: u16 = 10 * 20 * 20;

impl UkPostcode {
    /// Reads what a visitor typed: spaces and hyphens anywhere, capital and small letters, full-width forms. The letter O
    /// counts as a zero where only a digit can stand.
    pub fn parse(typed: &str) -> Result<UkPostcode, UkPostcodeFault> {
        let (mut all, mut length) = ([0; 7], 0);
        for character in typed.chars() {
            // Full-width forms stand in the order of ASCII.
            let narrow = match character {
                '\u{ff01}'..='\u{ff5e}' => (character as u32 - 0xfee0) as u8,
                '\u{2010}'..='\u{2015}' => b'-',
                _ if character.is_ascii() => character as u8,
                _ if character.is_whitespace() => b' ',
                _ => return Err(UkPostcodeFault::Character(character)),
            };
            match narrow {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => {
                    *all.get_mut(length).ok_or(UkPostcodeFault::Form)? = narrow.to_ascii_uppercase();
                    length += 1;
                }
                b'-' => {}
                _ if narrow.is_ascii_whitespace() => {}
                _ => return Err(UkPostcodeFault::Character(character)),
            }
        }
        let text = all.get(..length).unwrap_or_default();
        if length == 0 {
            return Err(UkPostcodeFault::Empty);
        }
        if let Some((outward, &[digit, first, second])) = text.split_last_chunk() {
            let digit = if digit == b'O' { b'0' } else { digit };
            if let (Some(outward), Some(inward)) = (outward_code(outward), inward_code(digit, first, second)) {
                return Ok(UkPostcode { outward, inward });
            }
        }
        Err(if is_beginning(text) { UkPostcodeFault::Partial } else { UkPostcodeFault::Form })
    }

    pub(super) fn outward(self) -> u32 {
        self.outward
    }

    pub(super) fn inward(self) -> u16 {
        self.inward
    }

    /// The letters before the first digit: `SW`; one letter comes with a zero behind it.
    pub(super) fn area(self) -> [u8; 2] {
        let [first, second, ..] = self.outward.to_be_bytes();
        [first, if second.is_ascii_digit() { 0 } else { second }]
    }
}

/// `SW1A` as a number that sorts as the text does; `None` if it is no outward code.
pub(super) fn outward_code(text: &[u8]) -> Option<u32> {
    let mut forms = [0; 4];
    for (form, byte) in forms.iter_mut().zip(text) {
        *form = if byte.is_ascii_digit() { b'9' } else { b'A' };
    }
    let known = matches!(&forms, b"A9\0\0" | b"A99\0" | b"A9A\0" | b"AA9\0" | b"AA99" | b"AA9A");
    (known && text.len() <= 4)
        .then(|| text.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)) << (32 - 8 * text.len()))
}

fn inward_code(digit: u8, first: u8, second: u8) -> Option<u16> {
    let letter = |letter| LETTERS.iter().position(|known| *known == letter);
    let places = usize::from(digit.checked_sub(b'0')?) * 400 + letter(first)? * 20 + letter(second)?;
    u16::try_from(places).ok().filter(|code| *code < INWARDS)
}

/// Whether a postcode may go on after this: letters of an area, an outward code, or that and some of the inward code.
fn is_beginning(text: &[u8]) -> bool {
    let area = text.len() <= 2 && text.iter().all(u8::is_ascii_alphabetic);
    let sector = match text {
        [outward @ .., b'0'..=b'9'] | [outward @ .., b'0'..=b'9', b'A'..=b'Z'] => outward_code(outward).is_some(),
        _ => false,
    };
    area || sector || outward_code(text).is_some()
}

impl fmt::Display for UkPostcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |at: u16| LETTERS.get(usize::from(at % 20)).copied().unwrap_or_default();
        let inward = [b' ', b'0' + (self.inward / 400) as u8, letter(self.inward / 20), letter(self.inward)];
        for byte in self.outward.to_be_bytes().into_iter().chain(inward).filter(|byte| *byte != 0) {
            fmt::Write::write_char(f, char::from(byte))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_read() {
        use UkPostcodeFault::{Character, Empty, Form, Partial};
        for (typed, expected) in [
            ("SW1A 1AA", Ok("SW1A 1AA")),
            ("sw1a1aa", Ok("SW1A 1AA")),
            ("  s w 1 a 1 a a\n", Ok("SW1A 1AA")),
            ("SW1A\u{a0}1AA", Ok("SW1A 1AA")),
            ("SW1A-1AA", Ok("SW1A 1AA")),
            ("SW1A–1AA", Ok("SW1A 1AA")),
            ("ＳＷ１Ａ　１ａａ", Ok("SW1A 1AA")),
            ("SW1A－1AA", Ok("SW1A 1AA")),
            ("M1 1AE", Ok("M1 1AE")),
            ("B33 8TH", Ok("B33 8TH")),
            ("CR2 6XH", Ok("CR2 6XH")),
            ("DN55 1PT", Ok("DN55 1PT")),
            ("W1A 0AX", Ok("W1A 0AX")),
            ("EC1A OBB", Ok("EC1A 0BB")),
            ("bt1 1aa", Ok("BT1 1AA")),
            ("", Err(Empty)),
            (" \t- ", Err(Empty)),
            ("SW", Err(Partial)),
            ("M", Err(Partial)),
            ("SW1A", Err(Partial)),
            ("sw1a 1", Err(Partial)),
            ("SW1A 1A", Err(Partial)),
            ("B33", Err(Partial)),
            ("M1 1", Err(Partial)),
            ("SW1A 1AC", Err(Form)),
            ("SW1A 1AAA", Err(Form)),
            ("1AA SW1A", Err(Form)),
            ("05401", Err(Form)),
            ("GIR 0AA", Err(Form)),
            ("FIQQ 1ZZ", Err(Form)),
            ("BFPO 12", Err(Form)),
            ("London", Err(Form)),
            ("SW1A 1A!", Err(Character('!'))),
            ("SW1A 1АА", Err(Character('А'))),
            ("SW1A！", Err(Character('！'))),
        ] {
            assert_eq!(UkPostcode::parse(typed).map(|code| code.to_string()), expected.map(str::to_owned), "{typed:?}");
        }
    }

    #[test]
    fn endless_text_is_refused() {
        assert_eq!(UkPostcode::parse(&"A9".repeat(100_000)), Err(UkPostcodeFault::Form));
        assert_eq!(UkPostcode::parse(&" ".repeat(100_000)), Err(UkPostcodeFault::Empty));
    }

    #[test]
    fn postcodes_sort_as_their_texts_do() {
        let codes = ["B1 1AA", "B10 0AA", "B2 1AA", "BA1 1AA", "EC1A 1BB", "EC1A 9AA", "EC1V 0AA", "W1A 0AX"];
        let parsed: Vec<UkPostcode> = codes.iter().map(|code| UkPostcode::parse(code).unwrap()).collect();
        assert!(parsed.is_sorted());
        assert_eq!(parsed.iter().map(ToString::to_string).collect::<Vec<_>>(), codes);
    }
}
