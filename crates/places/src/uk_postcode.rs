//! Postcodes of the United Kingdom as people type them.

use std::fmt;

use crate::legislature::{Country, PostcodeFault, country_among, plain, words};

/// A full postcode: outward and inward code. Prints as such: `SW1A 1AA`, `BFPO 12`.
///
/// Form: BS 7666, as in "About the Postcode Address File" (Royal Mail). Whether somebody lives there is the table's matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UkPostcode {
    // Private: two to four letters and digits in one of the six forms or of `ABROAD`, first letter highest, 0 where there is
    // none.
    outward: u32,
    // Private: below `INWARDS`, or that and a number where there is only one behind the letters.
    inward: u16,
}

/// The letters of inward codes; those that look like others are never used.
const LETTERS: [u8; 20] = *b"ABDEFGHJLNPQRSTUWXYZ";
/// How many inward codes there are.
pub(crate) const INWARDS: u16 = 10 * 20 * 20;

/// The areas, in pairs of characters: two letters, or one and a space. The last ones are of forces and of Gibraltar.
const AREAS: &[u8] =
    b"ABALB BABBBDBHBLBNBRBSBTCACBCFCHCMCOCRCTCVCWDADDDEDGDHDLDNDTDYE ECEHENEXFKFYG GLGUGYHAHDHGHPHRHSHUHXIGIMIPIV\
JEKAKTKWKYL LALDLELLLNLSLUM MEMKMLN NENGNNNPNRNWOLOXPAPEPHPLPOPRRGRHRMS SASESGSKSLSMSNSOSPSRSSSTSWSYTATDTFTNTQTRTSTWUB\
W WAWCWDWFWNWRWSWVYOZEBFGX";

/// Outward codes of the overseas territories, and that of the Girobank: four letters each, or three and a space.
const ABROAD: &[u8] = b"ASCNBBNDBIQQFIQQPCRNSIQQSTHLTDCUTKCAGIR ";

/// How the letters and digits of an outward code follow each other.
const FORMS: [&[u8]; 6] = [b"A9", b"A99", b"A9A", b"AA9", b"AA99", b"AA9A"];

impl UkPostcode {
    /// Reads what a visitor typed or pasted: spaces and punctuation anywhere, letters and digits of every width and script;
    /// O for zero, I and L for one, and the other way round, where only one of them is possible; alone, or in an address, where
    /// the last postcode counts. The codes of forces and of overseas territories are read, too.
    pub fn parse(typed: &str) -> Result<UkPostcode, PostcodeFault> {
        let plain = plain(typed);
        let words = words(&plain);
        let whole = words.concat();
        if whole.is_empty() {
            return Err(PostcodeFault::Empty);
        }
        let has_digit = |text: &[u8]| text.iter().any(u8::is_ascii_digit);
        let as_it_is = |text: &[u8]| read(text, 0);
        // No word of letters alone is a postcode, but for `WIA OAA`; and none of digits alone.
        let mended = |text: &[u8]| {
            if !text.iter().any(u8::is_ascii_alphabetic) {
                None
            } else if has_digit(text) || text.len() == whole.len() && words.len() == 2 {
                read(text, 7)
            } else {
                None
            }
        };
        let within = |read: &dyn Fn(&[u8]) -> Option<UkPostcode>| {
            // Of one word, of two, or of three: `SW1A 1 AA`.
            let ends_at = |at: usize| (0..3).find_map(|more| read(&words.get(at.checked_sub(more)?..=at)?.concat()));
            (0..words.len()).rev().find_map(ends_at)
        };
        let found = as_it_is(&whole)
            .or_else(|| mended(&whole))
            .or_else(|| within(&as_it_is))
            .or_else(|| within(&mended))
            .or_else(|| of_any_area(&whole));
        found.ok_or_else(|| match country_among(&words) {
            Some(country) if country != Country::UnitedKingdom => PostcodeFault::Of(country),
            _ if is_beginning(&whole) => PostcodeFault::TooShort(whole.len()),
            _ => PostcodeFault::Absent,
        })
    }

    pub(crate) fn outward(self) -> u32 {
        self.outward
    }

    pub(crate) fn inward(self) -> u16 {
        self.inward
    }

    /// Whether it is of the overseas territories or the Girobank, whose codes have forms of their own.
    pub(crate) fn is_abroad(self) -> bool {
        self.inward >= INWARDS || !self.outward.to_be_bytes().iter().any(u8::is_ascii_digit)
    }
}

/// A postcode of a known area, with at most so many characters read as those that they look like, and as few as can be;
/// `None` if there are several ways.
fn read(text: &[u8], mends: usize) -> Option<UkPostcode> {
    if let Some(numbered) = numbered(text, mends > 0) {
        return Some(numbered);
    }
    let (outward, inward) = text.split_last_chunk::<3>()?;
    let mut mended = 0;
    let mut inward = *inward;
    for (byte, kind) in inward.iter_mut().zip(b"9AA") {
        let (read, mend) = looks_like(*byte, *kind, b'L')?;
        (*byte, mended) = (read, mended + mend);
    }
    let inward = inward_code(inward)?;
    let abroad = ABROAD.chunks(4).map(<[u8]>::trim_ascii_end).find(|known| alike(outward, known));
    let abroad = abroad.map(|known| (usize::from(outward != known), packed(known)));
    let forms = FORMS.iter().filter(|form| form.len() == outward.len());
    let readings: Vec<_> = forms.filter_map(|form| outward_as(outward, form)).chain(abroad).collect();
    let least = readings.iter().map(|(mends, _)| *mends).min()?;
    let mut best = readings.iter().filter(|(mends, _)| *mends == least);
    match (best.next(), best.next()) {
        (Some((_, outward)), None) if mended + least <= mends => Some(UkPostcode { outward: *outward, inward }),
        _ => None,
    }
}

/// An outward code read in one form: how many characters are read as others, and what it is.
fn outward_as(outward: &[u8], form: &[u8]) -> Option<(usize, u32)> {
    let (mut code, mut mended) = (Vec::new(), 0);
    for (at, (byte, kind)) in outward.iter().zip(form).enumerate() {
        // Of the areas, four begin with an I, and none has one behind.
        let one = if at == 0 && matches!(outward.get(1), Some(b'G' | b'M' | b'P' | b'V')) { b'I' } else { b'L' };
        let (read, mend) = looks_like(*byte, *kind, one)?;
        code.push(read);
        mended += mend;
    }
    let letters = form.iter().take_while(|kind| **kind == b'A').count();
    let (area, district) = code.split_at_checked(letters)?;
    let district_is_good = match district {
        [b'0', b'0'..=b'9'] => false,
        [b'0'] if letters == 1 => false,
        [_, last] if letters == 1 => b"ABCDEFGHJKPSTUW0123456789".contains(last),
        [_, last] => b"ABEHMNPRVWXY0123456789".contains(last),
        _ => true,
    };
    (district_is_good && is_listed(area, AREAS, 2)).then(|| (mended, packed(&code)))
}

/// A character where a letter (`A`) or a digit (`9`) stands, and 1 if it is read as another; `one` is the letter that a 1 is.
fn looks_like(byte: u8, kind: u8, one: u8) -> Option<(u8, usize)> {
    match (kind, byte) {
        (b'A', b'A'..=b'Z') | (b'9', b'0'..=b'9') => Some((byte, 0)),
        (b'A', b'0') => Some((b'O', 1)),
        (b'A', b'1') => Some((one, 1)),
        (b'9', b'O') => Some((b'0', 1)),
        (b'9', b'I' | b'L') => Some((b'1', 1)),
        _ => None,
    }
}

/// A character as the digit that it looks like.
fn as_digit(byte: u8) -> u8 {
    match byte {
        b'O' => b'0',
        b'I' | b'L' => b'1',
        _ => byte,
    }
}

/// Whether two codes look alike.
fn alike(one: &[u8], other: &[u8]) -> bool {
    one.iter().map(|byte| as_digit(*byte)).eq(other.iter().map(|byte| as_digit(*byte)))
}

/// `BFPO 12`, and codes of territories that are letters and a number: `AI-2640`, `KY1-1001`, `MSR1110`, `VG1110`; `mended`
/// says whether a character may be one that only looks like that.
fn numbered(text: &[u8], mended: bool) -> Option<UkPostcode> {
    const LETTERS: [(&[u8], usize, usize); 5] =
        [(b"BFPO", 1, 4), (b"AI", 4, 4), (b"VG", 4, 4), (b"MSR", 4, 4), (b"KY", 5, 5)];
    LETTERS.iter().find_map(|(letters, least, most)| {
        let (outward, digits) = text.split_at_checked(letters.len())?;
        let known = if mended { alike(outward, letters) } else { outward == *letters };
        let digits: Vec<u8> = digits.iter().map(|byte| if mended { as_digit(*byte) } else { *byte }).collect();
        if !known || !(*least..=*most).contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
            return None;
        }
        let number = digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit & 0xf));
        let inward = u16::try_from(u32::from(INWARDS) + number).ok()?;
        Some(UkPostcode { outward: packed(letters), inward })
    })
}

/// What has the form of a postcode, in an area that we do not know.
fn of_any_area(text: &[u8]) -> Option<UkPostcode> {
    let (outward, inward) = text.split_last_chunk()?;
    Some(UkPostcode { outward: outward_code(outward)?, inward: inward_code(*inward)? })
}

/// Whether a code is in a list of codes of the same length, in which shorter ones end in spaces.
fn is_listed(code: &[u8], list: &[u8], length: usize) -> bool {
    list.chunks(length).any(|known| known.strip_prefix(code).is_some_and(|rest| rest.iter().all(|byte| *byte == b' ')))
}

/// `SW1A` as a number that sorts as the text does.
fn packed(text: &[u8]) -> u32 {
    let mut bytes = [0; 4];
    bytes.iter_mut().zip(text).for_each(|(to, from)| *to = *from);
    u32::from_be_bytes(bytes)
}

/// `SW1A` as a number that sorts as the text does; `None` if it is no outward code.
pub(crate) fn outward_code(text: &[u8]) -> Option<u32> {
    let fits = |form: &&&[u8]| {
        form.len() == text.len()
            && form
                .iter()
                .zip(text)
                .all(|(kind, byte)| if *kind == b'9' { byte.is_ascii_digit() } else { byte.is_ascii_uppercase() })
    };
    FORMS.iter().find(fits).map(|_| packed(text))
}

fn inward_code([digit, first, second]: [u8; 3]) -> Option<u16> {
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

impl UkPostcode {
    /// As people write it: `SW1A 1AA`.
    pub fn text(self) -> String {
        let letter = |at: u16| LETTERS.get(usize::from(at % 20)).copied().unwrap_or_default();
        let code = [b'0' + (self.inward / 400 % 10) as u8, letter(self.inward / 20), letter(self.inward)];
        let number = self.inward.checked_sub(INWARDS);
        // What is before the first digit of a number that is not 0 is left out.
        let digit =
            |place| number.filter(|number| *number >= place).map_or(0, |number| b'0' + (number / place % 10) as u8);
        let behind = if number.is_some() {
            [digit(10_000), digit(1000), digit(100), digit(10), digit(1)]
        } else {
            let [first, second, third] = code;
            [first, second, third, 0, 0]
        };
        let bytes = self.outward.to_be_bytes().into_iter().chain([b' ']).chain(behind);
        bytes.filter(|byte| *byte != 0).map(char::from).collect()
    }
}

impl fmt::Display for UkPostcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use PostcodeFault::{Absent, Empty, Of, TooShort};

    fn each_is_read(expected: &[(&str, Result<&str, PostcodeFault>)]) {
        for (typed, expected) in expected {
            assert_eq!(UkPostcode::parse(typed).map(|code| code.to_string()), expected.map(str::to_owned), "{typed:?}");
        }
    }

    #[test]
    fn what_people_type_is_read() {
        each_is_read(&[
            ("SW1A 1AA", Ok("SW1A 1AA")),
            ("sw1a1aa", Ok("SW1A 1AA")),
            ("  s w 1 a 1 a a\n", Ok("SW1A 1AA")),
            ("SW1A\u{a0}1AA", Ok("SW1A 1AA")),
            ("SW1A\u{2003}1AA", Ok("SW1A 1AA")),
            ("SW1A-1AA", Ok("SW1A 1AA")),
            ("SW1A–1AA", Ok("SW1A 1AA")),
            ("SW1A\u{2011}1AA", Ok("SW1A 1AA")),
            ("ＳＷ１Ａ　１ａａ", Ok("SW1A 1AA")),
            ("SW1A－1AA", Ok("SW1A 1AA")),
            ("SW١A ١AA", Ok("SW1A 1AA")),
            ("SW१A १AA", Ok("SW1A 1AA")),
            ("M1 1AE", Ok("M1 1AE")),
            ("B33 8TH", Ok("B33 8TH")),
            ("CR2 6XH", Ok("CR2 6XH")),
            ("DN55 1PT", Ok("DN55 1PT")),
            ("W1A 0AX", Ok("W1A 0AX")),
            ("bt1 1aa", Ok("BT1 1AA")),
            // Of no area that we know, but in the form of a postcode.
            ("QQ1 1AA", Ok("QQ1 1AA")),
            ("", Err(Empty)),
            (" \t- ", Err(Empty)),
            ("\u{200b}", Err(Empty)),
            ("SW", Err(TooShort(2))),
            ("M", Err(TooShort(1))),
            ("SW1A", Err(TooShort(4))),
            ("sw1a 1", Err(TooShort(5))),
            ("SW1A 1A", Err(TooShort(6))),
            ("B33", Err(TooShort(3))),
            ("M1 1", Err(TooShort(3))),
            ("SW1A 1AC", Err(Absent)),
            ("SW1A 1AAA", Err(Absent)),
            ("1AA SW1A", Err(Absent)),
            ("London", Err(Absent)),
            ("SW1A 1АА", Err(Absent)),
        ]);
    }

    #[test]
    fn what_is_pasted_with_it_is_passed_over() {
        for around in ["\u{200b}", "\u{202a}", "\u{202c}", "\u{feff}", "\u{200e}", "\u{ad}", "\u{2066}", "\u{fe0f}"] {
            for typed in [["SW1A", around, "1AA"], ["SW1", around, "A 1AA"], [around, "SW1A 1AA", around]] {
                each_is_read(&[(&typed.concat(), Ok("SW1A 1AA"))]);
            }
        }
        for typed in [
            ".SW1A 1AA",
            "SW1A 1AA.",
            "SW1A 1AA,",
            "“SW1A 1AA”",
            "'SW1A 1AA'",
            "(SW1A 1AA)",
            "[SW1A 1AA]",
            "SW1A 1AA;",
            "SW1A.1AA",
            "SW1A, 1AA",
            "SW1A_1AA",
            "SW1A/1AA",
            "SW1A 1AA!",
            "*SW1A 1AA*",
            "SW1A 1AA。",
            "「SW1A 1AA」",
            "\u{3000}SW1A 1AA",
        ] {
            each_is_read(&[(typed, Ok("SW1A 1AA"))]);
        }
    }

    #[test]
    fn letters_and_digits_that_look_alike_are_read_where_one_can_stand() {
        each_is_read(&[
            ("SWIA 1AA", Ok("SW1A 1AA")),
            ("SWlA 1AA", Ok("SW1A 1AA")),
            ("SW1A IAA", Ok("SW1A 1AA")),
            ("SWIA lAA", Ok("SW1A 1AA")),
            ("WIA OAA", Ok("W1A 0AA")),
            ("EC1A OBB", Ok("EC1A 0BB")),
            ("E1O 6AA", Ok("E10 6AA")),
            ("EIO 6AA", Ok("E10 6AA")),
            ("SE1O 1AA", Ok("SE10 1AA")),
            ("EI 6AA", Ok("E1 6AA")),
            ("EI1 1AA", Ok("E11 1AA")),
            ("BLO 9AA", Ok("BL0 9AA")),
            ("CRO 2AA", Ok("CR0 2AA")),
            ("0X1 1AA", Ok("OX1 1AA")),
            ("P01 1AA", Ok("PO1 1AA")),
            ("S014 2AA", Ok("SO14 2AA")),
            ("C07 9XX", Ok("CO7 9XX")),
            ("Y01O 3AA", Ok("YO10 3AA")),
            ("1P1 1AA", Ok("IP1 1AA")),
            ("1N1 1AA", Ok("LN1 1AA")),
            ("1V1 1AA", Ok("IV1 1AA")),
            ("11 1AA", Ok("L1 1AA")),
            ("SW1A 1A1", Ok("SW1A 1AL")),
            ("FIQQ IZZ", Ok("FIQQ 1ZZ")),
            ("F1QQ 1ZZ", Ok("FIQQ 1ZZ")),
            ("FlQQ lZZ", Ok("FIQQ 1ZZ")),
            ("s1qq 1zz", Ok("SIQQ 1ZZ")),
            ("B1QQ 1ZZ", Ok("BIQQ 1ZZ")),
            ("GIR OAA", Ok("GIR 0AA")),
            ("G1R 0AA", Ok("GIR 0AA")),
            ("BFP0 12", Ok("BFPO 12")),
            ("BFPO 1O", Ok("BFPO 10")),
            ("BFPO l2", Ok("BFPO 12")),
            ("AI-264O", Ok("AI 2640")),
            ("Al 2640", Ok("AI 2640")),
            ("A1-2640", Ok("AI 2640")),
            ("KYI-1001", Ok("KY 11001")),
            ("KY1-11O1", Ok("KY 11101")),
            ("VG111O", Ok("VG 1110")),
            ("MSRlll0", Ok("MSR 1110")),
            ("Example Barracks, BFP0 12", Ok("BFPO 12")),
            ("MILES", Err(Absent)),
            ("SOLES", Err(Absent)),
            // No letter of the end of a postcode looks like these.
            ("SW1A 1A0", Err(Absent)),
            ("SW1A 1OA", Err(Absent)),
        ]);
    }

    #[test]
    fn a_whole_address_has_its_postcode_at_the_end() {
        each_is_read(&[
            ("10 Example Street, London SW1A 2AA", Ok("SW1A 2AA")),
            ("10 Example Street\r\nLondon\r\nsw1a2aa\r\nUnited Kingdom", Ok("SW1A 2AA")),
            ("Flat 1A, 10 Example Street, Manchester M1 1AE", Ok("M1 1AE")),
            ("SW1A 2AA London", Ok("SW1A 2AA")),
            ("SW1A2AA, London", Ok("SW1A 2AA")),
            ("E1 6AN or rather E2 8AA", Ok("E2 8AA")),
            ("Postcode: CH8 9RS.", Ok("CH8 9RS")),
            ("10 Example Street, London SWIA 2AA", Ok("SW1A 2AA")),
            ("10 Example Street, London SW1A 2 AA", Ok("SW1A 2AA")),
            ("10 Example Street, London SW 1A 2AA, England", Ok("SW1A 2AA")),
            ("London E 1 6AN", Ok("E1 6AN")),
            ("SW1A 2AA, Flat 3 B", Ok("SW1A 2AA")),
            ("12 Example Road, Llandudno LL30 1AA, Wales", Ok("LL30 1AA")),
            ("1 Example Barracks, BFPO 12", Ok("BFPO 12")),
            ("Example House, Stanley, FIQQ 1ZZ, Falkland Islands", Ok("FIQQ 1ZZ")),
            ("10 Example Street, London", Err(Absent)),
        ]);
    }

    #[test]
    fn forces_and_territories_have_codes_of_their_own() {
        each_is_read(&[
            ("GIR 0AA", Ok("GIR 0AA")),
            ("BFPO 12", Ok("BFPO 12")),
            ("bfpo12", Ok("BFPO 12")),
            ("BFPO 5305", Ok("BFPO 5305")),
            ("BF1 2AT", Ok("BF1 2AT")),
            ("GX11 1AA", Ok("GX11 1AA")),
            ("FIQQ 1ZZ", Ok("FIQQ 1ZZ")),
            ("ascn1zz", Ok("ASCN 1ZZ")),
            ("STHL 1ZZ", Ok("STHL 1ZZ")),
            ("TDCU 1ZZ", Ok("TDCU 1ZZ")),
            ("TKCA 1ZZ", Ok("TKCA 1ZZ")),
            ("PCRN 1ZZ", Ok("PCRN 1ZZ")),
            ("BBND 1ZZ", Ok("BBND 1ZZ")),
            ("BIQQ 1ZZ", Ok("BIQQ 1ZZ")),
            ("SIQQ 1ZZ", Ok("SIQQ 1ZZ")),
            ("AI-2640", Ok("AI 2640")),
            ("VG1110", Ok("VG 1110")),
            ("MSR 1110", Ok("MSR 1110")),
            ("KY1-1001", Ok("KY 11001")),
            ("KY1 1AA", Ok("KY1 1AA")),
            ("JE2 3AB", Ok("JE2 3AB")),
            ("BFPO", Err(Absent)),
        ]);
    }

    #[test]
    fn a_postcode_of_another_country_is_known_by_its_form() {
        each_is_read(&[
            ("05401", Err(Of(Country::UnitedStates))),
            ("05401-1234", Err(Of(Country::UnitedStates))),
            ("12 Example St, Springfield, IL 62701", Err(Of(Country::UnitedStates))),
            ("12345 Example Street, London", Err(Absent)),
            ("O5401", Err(Of(Country::UnitedStates))),
            ("0540l-1234", Err(Of(Country::UnitedStates))),
            ("IO001", Err(Of(Country::UnitedStates))),
            ("٠٥٤٠١", Err(Of(Country::UnitedStates))),
            ("K1A 0B6", Err(Of(Country::Canada))),
            ("K1A OB6", Err(Of(Country::Canada))),
            ("KIA 0B6", Err(Of(Country::Canada))),
            ("24 Example Drive, Ottawa ON K1M 1M4", Err(Of(Country::Canada))),
        ]);
    }

    #[test]
    fn endless_text_is_refused() {
        assert_eq!(UkPostcode::parse(&"A9".repeat(100_000)), Err(Absent));
        assert_eq!(UkPostcode::parse(&"A9 ".repeat(10_000)), Err(Absent));
        assert_eq!(UkPostcode::parse(&" ".repeat(100_000)), Err(Empty));
    }

    #[test]
    fn postcodes_sort_as_their_texts_do() {
        let codes = ["B1 1AA", "B10 0AA", "B2 1AA", "BA1 1AA", "EC1A 1BB", "EC1A 9AA", "EC1V 0AA", "W1A 0AX"];
        let parsed: Vec<UkPostcode> = codes.iter().map(|code| UkPostcode::parse(code).unwrap()).collect();
        assert!(parsed.is_sorted());
        assert_eq!(parsed.iter().map(ToString::to_string).collect::<Vec<_>>(), codes);
    }
}
