//! The envelope and the small parts of the binary tables.
//!
//! A table file is: the four bytes `USgn`; one byte for what it holds ([`Kind`]); one for the version of the format;
//! the length of the content in bytes (`u32`, little-endian); its FNV-1a checksum (`u64`, little-endian,
//! <http://www.isthe.com/chongo/tech/comp/fnv/>); the content. Within the content, numbers are LEB128: seven bits per
//! byte, lowest first, the high bit set on all but the last. Columns are a length in bytes, then those bytes.
//!
//! The checksum is there to notice accidents (a cut download, an error page under the file's name, a bad disk): any
//! change within one byte is always found, others but for one in 2^64. It does not protect from somebody who makes a
//! false table; the fingerprint in the file's name and the host do.

use std::cell::Cell;
use std::rc::Rc;

use super::TableFault;
use crate::date::Date;

const MAGIC: [u8; 4] = *b"USgn";
/// Counts up with every change of what the bytes mean.
fn version(kind: Kind) -> u8 {
    match kind {
        Kind::Assembly => 1,
        Kind::Offices => 3,
    }
}

const HEADER: usize = 18;

/// What a table holds.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Kind {
    Offices = b'O' as isize,
    Assembly = b'A' as isize,
}

/// Puts content into its envelope.
pub(crate) fn seal(kind: Kind, content: &[u8]) -> Vec<u8> {
    let mut file = Vec::with_capacity(HEADER + content.len());
    file.extend(MAGIC);
    file.extend([kind as u8, version(kind)]);
    file.extend((content.len() as u32).to_le_bytes());
    file.extend(checksum(content).to_le_bytes());
    file.extend(content);
    file
}

/// Takes the content out of its envelope, if nothing happened to it on the way.
pub(crate) fn open(kind: Kind, file: &[u8]) -> Result<Reader<'_>, TableFault> {
    let Some((header, content)) = file.split_first_chunk::<HEADER>() else {
        return Err(if file.starts_with(&MAGIC) { TableFault::Length } else { TableFault::NotATable });
    };
    let &[m0, m1, m2, m3, found_kind, found, l0, l1, l2, l3, c0, c1, c2, c3, c4, c5, c6, c7] = header;
    if [m0, m1, m2, m3] != MAGIC {
        return Err(TableFault::NotATable);
    }
    if found_kind != kind as u8 {
        return Err(TableFault::OtherTable);
    }
    if found != version(kind) {
        return Err(TableFault::Version(found));
    }
    if u32::from_le_bytes([l0, l1, l2, l3]) as usize != content.len() {
        return Err(TableFault::Length);
    }
    if u64::from_le_bytes([c0, c1, c2, c3, c4, c5, c6, c7]) != checksum(content) {
        return Err(TableFault::Checksum);
    }
    Ok(Reader::new(content))
}

fn checksum(content: &[u8]) -> u64 {
    content.iter().fold(0xcbf2_9ce4_8422_2325, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// Reads the parts one after another. What is not there reads as nothing, and [`Reader::end`] tells of it: a fault at each part would
/// cost every visitor a kilobyte. Whoever reads as many parts as a number says asks [`Reader::is_sound`] at each.
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    faulty: Rc<Cell<bool>>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(rest: &'a [u8]) -> Reader<'a> {
        Reader { rest, faulty: Rc::default() }
    }

    /// Whether everything was there so far, in all columns of the file.
    pub(crate) fn is_sound(&self) -> bool {
        !self.faulty.get()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    /// [`TableFault::Content`] if something was not there, or something is left.
    pub(crate) fn end(&self) -> Result<(), TableFault> {
        if self.is_sound() && self.is_empty() { Ok(()) } else { Err(TableFault::Content) }
    }

    /// Says that what was read makes no sense.
    pub(crate) fn fail(&mut self) {
        self.rest = &[];
        self.faulty.set(true);
    }

    pub(crate) fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((&byte, rest)) => {
                self.rest = rest;
                byte
            }
            None => {
                self.fail();
                0
            }
        }
    }

    #[inline(never)]
    pub(crate) fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fail();
        0
    }

    #[inline(never)]
    pub(crate) fn column(&mut self) -> Reader<'a> {
        let length = self.number() as usize;
        let mut column = &[][..];
        match self.rest.split_at_checked(length) {
            Some((first, rest)) => (column, self.rest) = (first, rest),
            None => self.fail(),
        }
        Reader { rest: column, faulty: Rc::clone(&self.faulty) }
    }

    /// A number for the year, a byte each for month and day.
    #[inline(never)]
    pub(crate) fn date(&mut self) -> Date {
        let (year, month, day) = (self.number(), self.byte(), self.byte());
        let date = u16::try_from(year).ok().and_then(|year| Date::new(year, month, day));
        date.unwrap_or_else(|| {
            self.fail();
            Date::FALLBACK
        })
    }

    /// A column of texts that each end in a line break.
    #[inline(never)]
    pub(crate) fn lines(&mut self) -> Lines<'a> {
        let mut column = self.column();
        let rest = str::from_utf8(column.rest).unwrap_or_else(|_| {
            column.fail();
            ""
        });
        Lines { rest, faulty: column.faulty }
    }
}

/// Texts of one column.
pub(crate) struct Lines<'a> {
    rest: &'a str,
    faulty: Rc<Cell<bool>>,
}

impl<'a> Lines<'a> {
    pub(crate) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    #[inline(never)]
    pub(crate) fn line(&mut self) -> &'a str {
        let (line, rest) = self.rest.split_once('\n').unwrap_or_else(|| {
            self.faulty.set(true);
            ("", "")
        });
        self.rest = rest;
        line
    }
}

/// Writes what [`Reader`] reads.
#[derive(Default)]
pub(crate) struct Writer {
    pub(crate) bytes: Vec<u8>,
}

impl Writer {
    pub(crate) fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
    }

    /// Below 2^28.
    pub(crate) fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.bytes.push((number & 0x7f) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    pub(crate) fn column(&mut self, column: &[u8]) {
        self.number(column.len() as u32);
        self.bytes.extend(column);
    }

    pub(crate) fn line(&mut self, line: &str) {
        self.bytes.extend(line.as_bytes());
        self.bytes.push(b'\n');
    }

    /// Texts as a column of their own.
    pub(crate) fn lines(&mut self, lines: &[&str]) {
        let mut column = Writer::default();
        lines.iter().for_each(|line| column.line(line));
        self.column(&column.bytes);
    }

    pub(crate) fn date(&mut self, date: Date) {
        self.number(u32::from(date.year()));
        self.byte(date.month());
        self.byte(date.day());
    }
}

/// A number with a sign as one without: 0, −1, 1, −2, 2 …
pub(crate) fn zigzag(number: i32) -> u32 {
    (number << 1 ^ number >> 31) as u32
}

/// The number that [`zigzag`] was given.
pub(crate) fn unzigzag(code: u32) -> i32 {
    (code >> 1) as i32 ^ -((code & 1) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_columns_come_back() {
        let numbers = [0, 1, 127, 128, 16_383, 16_384, 99_999, (1 << 28) - 1];
        let mut writer = Writer::default();
        for number in numbers {
            writer.number(number);
        }
        writer.column(b"one\ntwo\n");
        let mut reader = Reader::new(&writer.bytes);
        for number in numbers {
            assert_eq!(reader.number(), number);
        }
        let mut lines = reader.lines();
        assert_eq!((lines.line(), lines.line()), ("one", "two"));
        assert_eq!(reader.end(), Ok(()));
        assert_eq!((lines.line(), reader.is_sound()), ("", false));
        assert_eq!(reader.end(), Err(TableFault::Content));
        let mut short = Reader::new(&[0x80]);
        assert_eq!((short.number(), short.end()), (0, Err(TableFault::Content)));
        let mut long = Reader::new(&[5, 1]);
        assert!(long.column().is_empty() && !long.is_sound());
    }

    #[test]
    fn each_accident_has_its_name() {
        let good = seal(Kind::Assembly, b"content");
        assert!(open(Kind::Assembly, &good).is_ok());
        let changed = |at: usize, to: u8| {
            let mut file = good.clone();
            file[at] = to;
            open(Kind::Assembly, &file).err()
        };
        assert_eq!(changed(0, b'<'), Some(TableFault::NotATable));
        assert_eq!(changed(5, 9), Some(TableFault::Version(9)));
        assert_eq!(changed(6, 9), Some(TableFault::Length));
        assert_eq!(changed(20, b'?'), Some(TableFault::Checksum));
        assert_eq!(open(Kind::Offices, &good).err(), Some(TableFault::OtherTable));
        assert_eq!(open(Kind::Assembly, b"<!doctype html><title>404</title>").err(), Some(TableFault::NotATable));
        assert_eq!(open(Kind::Assembly, b"").err(), Some(TableFault::NotATable));
        assert_eq!(open(Kind::Assembly, &good[..10]).err(), Some(TableFault::Length));
        assert_eq!(open(Kind::Assembly, &good[..good.len() - 1]).err(), Some(TableFault::Length));
    }
}
