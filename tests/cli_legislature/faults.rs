//! What can be wrong in the folder of a legislature, and what is said then.

use std::fs;
use std::path::Path;

/// What is done to a file.
pub enum Change {
    /// The first of these texts becomes another.
    Replace(&'static str, &'static str),
    /// It holds something else.
    Write(&'static [u8]),
    /// It gets more at its end.
    Append(&'static str),
    /// It is made anew from what it was.
    Make(fn(&str) -> Vec<u8>),
    /// It goes.
    Remove,
    /// There is a folder in its place.
    Folder,
}

use Change::{Append, Folder, Make, Remove, Replace, Write};

impl Change {
    pub fn make(&self, path: &Path, what: &str) {
        let before = || fs::read_to_string(path).unwrap_or_default();
        match self {
            Replace(from, to) => {
                assert!(before().contains(from), "{what}: no {from}");
                fs::write(path, before().replacen(from, to, 1)).unwrap();
            }
            Write(bytes) => fs::write(path, bytes).unwrap(),
            Append(more) => fs::write(path, before() + more).unwrap(),
            Make(make) => fs::write(path, make(&before())).unwrap(),
            Remove => fs::remove_file(path).unwrap(),
            Folder => {
                fs::remove_file(path).unwrap();
                fs::create_dir(path).unwrap();
            }
        }
    }
}

const TOML: &str = "legislature.toml";
const REGIONS: &str = "regions.csv";
const SEATS: &str = "seats.csv";
const PEOPLE: &str = "people.csv";
const POSTCODES: &str = "postcodes.csv";
const SHAPES: &str = "shapes.topojson";
const SOURCES: &str = "sources.toml";

/// A row of people.csv about ward 1, and what stands there instead.
const ADA: &str = "ec-1,W1,councillor,Ada Example,Example,f,Independent,,ward1@example.org,+44 1632 960001,,,";

/// What is wrong, in which file, how it came about, and the whole line that tells it.
pub type Case = (&'static str, &'static str, Change, &'static str);

/// Every case.
pub fn all() -> Vec<Case> {
    [files(), toml(), places(), people(), postcodes(), shapes(), words()].into_iter().flatten().collect()
}

fn files() -> Vec<Case> {
    vec![
        ("no settings", SEATS, Remove, "seats.csv: whole file: is missing; docs/legislatures.md says what it holds"),
        ("no regions", REGIONS, Remove, "regions.csv: whole file: is missing; docs/legislatures.md says what it holds"),
        ("no people", PEOPLE, Remove, "people.csv: whole file: is missing; docs/legislatures.md says what it holds"),
        (
            "no sources",
            SOURCES,
            Remove,
            "sources.toml: whole file: is missing; docs/legislatures.md says what it holds",
        ),
        (
            "an empty table",
            PEOPLE,
            Write(b""),
            "people.csv: line 1: names no columns; docs/legislatures.md says which there are",
        ),
        (
            "only line ends",
            SEATS,
            Write(b"\n\n\n"),
            "seats.csv: line 1: names no columns; docs/legislatures.md says which there are",
        ),
        (
            "only a mark",
            REGIONS,
            Write(b"\xef\xbb\xbf"),
            "regions.csv: line 1: names no columns; docs/legislatures.md says which there are",
        ),
        (
            "only commas",
            SEATS,
            Write(b",,,\n,,,\n"),
            "seats.csv: line 1: names no columns; docs/legislatures.md says which there are",
        ),
        (
            "empty settings",
            TOML,
            Write(b""),
            "legislature.toml: whole file: is empty; docs/legislatures.md says what it holds",
        ),
        (
            "empty sources",
            SOURCES,
            Write(b" \n"),
            "sources.toml: whole file: is empty; docs/legislatures.md says what it holds",
        ),
        (
            "a folder in its place",
            PEOPLE,
            Folder,
            "people.csv: whole file: cannot be read: Is a directory (os error 21)",
        ),
        (
            "Latin-1",
            PEOPLE,
            Make(|text| latin(&text.replace("Ada Example", "Ad\u{e9}l Example"))),
            "people.csv: line 2: is not UTF-8 text; save the file with the encoding UTF-8",
        ),
        (
            "Latin-1 settings",
            TOML,
            Make(|text| latin(&text.replace("name = \"Example City Council\"", "name = \"Citt\u{e0}\""))),
            "legislature.toml: line 3: is not UTF-8 text; save the file with the encoding UTF-8",
        ),
        (
            "UTF-16",
            SEATS,
            Make(|text| text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            "seats.csv: line 1: is not UTF-8 text; save the file with the encoding UTF-8",
        ),
        (
            "read as another encoding",
            PEOPLE,
            Replace("Ada Example", "Ad\u{c3}\u{a9}l Example"),
            "people.csv: line 2, name: `Ad\u{c3}\u{a9}l Example` was read in a wrong encoding on its way; type its letters again",
        ),
        (
            "semicolons",
            SEATS,
            Make(|text| text.replace(',', ";").into_bytes()),
            "seats.csv: line 1: `code;region;name`: there are semicolons between its fields; save the table with commas",
        ),
        (
            "tabs",
            SEATS,
            Make(|text| text.replace(',', "\t").into_bytes()),
            "seats.csv: line 1: `code\\u{9}region\\u{9}name`: there are tabs between its fields; save the table with commas",
        ),
        (
            "no such column",
            PEOPLE,
            Replace("family_name", "surname"),
            "people.csv: line 1: no column is called `surname`; there are id, seat, name, gender, party, groups, email, phone, site, contact_form, address, role, family_name",
        ),
        (
            "a column in capitals",
            PEOPLE,
            Replace("gender", "Gender"),
            "people.csv: line 1: no column is called `Gender`; there are id, seat, name, gender, party, groups, email, phone, site, contact_form, address, role, family_name",
        ),
        (
            "a column twice",
            SEATS,
            Make(|text| with_column(text, "name", "x")),
            "seats.csv: line 1: two columns are called `name`",
        ),
        (
            "no roles",
            PEOPLE,
            Make(without_roles),
            "people.csv: line 1: there is no column `role`, and legislature.toml has several roles; add it, with the id of one in each row",
        ),
        (
            "a language in other letters",
            REGIONS,
            Replace("name.zh-Hant", "name.zh-hant"),
            "regions.csv: line 1: name.zh-hant: `zh-hant` is not a language such as en, fr or zh-Hant",
        ),
        ("a column lacks", SEATS, Make(without_last), "seats.csv: line 1: there is no column `name`"),
        (
            "no language",
            REGIONS,
            Replace("name.fr", "name.fr_CA"),
            "regions.csv: line 1: name.fr_CA: `fr_CA` is not a language such as en, fr or zh-Hant",
        ),
        (
            "a comma in a name",
            SEATS,
            Replace("Ward 1: North Gate", "North Gate, Ward 1"),
            "seats.csv: line 2, column 4: `Ward 1` belongs to no column of line 1; a text that holds commas stands in quotation marks",
        ),
    ]
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect()
}

fn with_column(text: &str, name: &str, field: &str) -> Vec<u8> {
    let mut lines = text.lines();
    let head = lines.next().unwrap_or_default();
    let rows = lines.map(|line| format!("{line},{field}\n"));
    format!("{head},{name}\n{}", rows.collect::<String>()).into_bytes()
}

/// The table without its third column.
fn without_roles(text: &str) -> Vec<u8> {
    let without = |line: &str| {
        let fields = line.split(',').enumerate().filter(|(at, _)| *at != 2).map(|(_, field)| field);
        fields.collect::<Vec<_>>().join(",") + "\n"
    };
    text.lines().map(without).collect::<String>().into_bytes()
}

fn without_last(text: &str) -> Vec<u8> {
    text.lines()
        .map(|line| format!("{}\n", line.rsplit_once(',').map_or("", |(rest, _)| rest)))
        .collect::<String>()
        .into_bytes()
}

fn toml() -> Vec<Case> {
    vec![
        (
            "not TOML",
            TOML,
            Replace("country = \"GB\"", "country = GB"),
            "legislature.toml: line 4, column 11: string values must be quoted, expected literal string",
        ),
        (
            "a quotation mark lacks",
            TOML,
            Replace("country = \"GB\"", "country = \"GB"),
            "legislature.toml: line 4, column 14: invalid basic string, expected `\"`",
        ),
        (
            "people of a later term",
            TOML,
            Replace("2036-05-02", "2026-05-09"),
            "sources.toml: as_of: 2026-09-01 is after valid_to in legislature.toml, 2026-05-09: that term is over; write the one of these people there",
        ),
        (
            "no country, and no name for it",
            TOML,
            Make(|text| {
                text.replace("\"GB\"", "\"XX\"").replace("[label]\nen = \"Example City\"\n", "[label]\n").into_bytes()
            }),
            "legislature.toml: line 13, label: XX is the code of no country; write what the answer to “Where do you live?” says",
        ),
        (
            "a field twice",
            TOML,
            Replace("country = \"GB\"", "country = \"GB\"\ncountry = \"GB\""),
            "legislature.toml: line 5, column 1: duplicate key",
        ),
        (
            "no such field",
            TOML,
            Replace("finder =", "find ="),
            "legislature.toml: line 8, column 1: unknown field `find`, expected one of `id`, `name`, `path`, `label`, `national`, `country`, `names_in`, `valid_from`, `valid_to`, `finder`, `address`, `office`, `postcodes`, `special`, `role`, `group`",
        ),
        (
            "a field lacks",
            TOML,
            Replace("names_in = \"en\"\n", ""),
            "legislature.toml: line 1, column 1: missing field `names_in`",
        ),
        (
            "no time zone",
            TOML,
            Replace("\"Europe/London\"", "\"London\""),
            "legislature.toml: line 90, office.time_zone: `London` is no time zone of IANA's database, such as America/Toronto",
        ),
        (
            "the zone that stands for none",
            TOML,
            Replace("\"Europe/London\"", "\"Etc/Unknown\""),
            "legislature.toml: line 90, office.time_zone: `Etc/Unknown` is no time zone of IANA's database, such as America/Toronto",
        ),
        (
            "an hour in place of a time zone",
            TOML,
            Replace("\"Europe/London\"", "\"+01:00\""),
            "legislature.toml: line 90, office.time_zone: `+01:00` is no time zone of IANA's database, such as America/Toronto",
        ),
        (
            "an office without a time zone",
            TOML,
            Replace("time_zone = \"Europe/London\"\n", ""),
            "legislature.toml: line 88, column 1: missing field `time_zone`",
        ),
        (
            "an office in no city",
            TOML,
            Replace("[office]\ncity = \"Example City\"", "[office]\ncity = \"\""),
            "legislature.toml: line 89, office.city: write a text in one line",
        ),
        (
            "another name than the folder",
            TOML,
            Replace("id = \"example-city\"", "id = \"another\""),
            "legislature.toml: whole file: id: `another` should be the name of the folder, `example-city`",
        ),
        (
            "no country",
            TOML,
            Replace("\"GB\"", "\"Britain\""),
            "legislature.toml: line 4, country: `Britain` is not a code of ISO 3166-1, such as CA, or EU",
        ),
        (
            "no language",
            TOML,
            Replace("names_in = \"en\"", "names_in = \"English\""),
            "legislature.toml: line 5, names_in: `English` is not a language such as en, fr or zh-Hant",
        ),
        (
            "the end before the beginning",
            TOML,
            Replace("valid_to = \"2036-05-02\"", "valid_to = \"2016-05-02\""),
            "legislature.toml: line 7, valid_to: 2016-05-02 is before valid_from",
        ),
        (
            "no such day",
            TOML,
            Replace("2036-05-02", "2036-02-30"),
            "legislature.toml: line 7, column 12: `2036-02-30` is not a day of the calendar",
        ),
        (
            "not https",
            TOML,
            Replace("finder = \"https:", "finder = \"http:"),
            "legislature.toml: line 8, column 10: `http://example.org/council` is not an https address; write it in full, as https://example.org/page",
        ),
        (
            "an unknown placeholder",
            TOML,
            Replace("\"Councillor {family}\"", "\"Councillor {surname}\""),
            "legislature.toml: line 25, role.words.en.salutation: only {name} and {family} may be in braces",
        ),
        (
            "a placeholder that is not closed",
            TOML,
            Replace("\"Councillor {name}\"", "\"Councillor {name\""),
            "legislature.toml: line 23, role.words.en.shown: only {name} and {family} may be in braces",
        ),
        (
            "a placeholder that is not opened",
            TOML,
            Replace("\"Councillor {name}\"", "\"Councillor name}\""),
            "legislature.toml: line 23, role.words.en.shown: only {name} and {family} may be in braces",
        ),
        (
            "braces in two",
            TOML,
            Replace("\"Councillor {name}\"", "\"Councillor {{name}}\""),
            "legislature.toml: line 23, role.words.en.shown: only {name} and {family} may be in braces",
        ),
        (
            "a card without a name",
            TOML,
            Replace("\"Councillor {name}\"", "\"Councillor\""),
            "legislature.toml: line 23, role.words.en.shown: must hold {name}",
        ),
        (
            "a name in a title",
            TOML,
            Replace("title = \"Councillor\"", "title = \"Councillor {name}\""),
            "legislature.toml: line 24, role.words.en.title: is used without a name; remove {name} and {family}",
        ),
        (
            "a form that one language lacks",
            TOML,
            Replace("vacant = \"votre conseiller ou conseillère\"\n", ""),
            "legislature.toml: line 34, column 1: missing field `vacant`",
        ),
        (
            "no English",
            TOML,
            Replace("[role.words.en]", "[role.words.de]"),
            "legislature.toml: line 22, role.words: has no words in English; write `words.en`",
        ),
        (
            "a text of the example",
            TOML,
            Replace("\"Example City Council\"", "\"FILL IN: the name\""),
            "legislature.toml: line 3, name: is still to be written (`FILL IN: the name`)",
        ),
        (
            "a hidden character",
            TOML,
            Replace("\"Councillor\"", "\"Council\u{202e}lor\""),
            "legislature.toml: line 24, role.words.en.title: contains the hidden character U+202E; remove it",
        ),
        (
            "a day in words",
            SOURCES,
            Replace("as_of = \"2026-09-01\"", "as_of = \"September\""),
            "sources.toml: line 2, column 9: `September` is not a date; write it as 2023-01-31",
        ),
        (
            "no day",
            SOURCES,
            Replace("as_of = \"2026-09-01\"\n", ""),
            "sources.toml: line 1, column 1: missing field `as_of`",
        ),
        (
            "no such field in sources",
            SOURCES,
            Append("\n[licence]\nname = \"x\"\n"),
            "sources.toml: line 12, column 2: unknown field `licence`, expected one of `as_of`, `emails_as_of`, `postcodes_as_of`, `credit`, `source`",
        ),
    ]
}

fn places() -> Vec<Case> {
    vec![
        (
            "a seat's code twice",
            SEATS,
            Append("W9,EX-CITY,Ward 10\n"),
            "seats.csv: line 11, code: `W9` is the code in line 10 too; capitals make no difference",
        ),
        (
            "codes that differ in capitals",
            SEATS,
            Append("w9,EX-CITY,Ward 10\n"),
            "seats.csv: line 11, code: `w9` is the code in line 10 too; capitals make no difference",
        ),
        (
            "regions that differ in capitals",
            REGIONS,
            Append("ex-city,Other,x,x\n"),
            "regions.csv: line 3, code: `ex-city` is the code in line 2 too; capitals make no difference",
        ),
        (
            "a code that is too long",
            SEATS,
            Append("W1234567890123456,EX-CITY,Ward 10\n"),
            "seats.csv: line 11, code: `W1234567890123456` is not 1 to 16 letters, digits and hyphens",
        ),
        (
            "a code with an accent",
            SEATS,
            Append("É1,EX-CITY,Ward 10\n"),
            "seats.csv: line 11, code: `É1` is not 1 to 16 letters, digits and hyphens",
        ),
        (
            "no code",
            SEATS,
            Append(",EX-CITY,Ward 10\n"),
            "seats.csv: line 11, code: `` is not 1 to 16 letters, digits and hyphens",
        ),
        ("a seat without a name", SEATS, Append("W10,EX-CITY,\n"), "seats.csv: line 11, name: write the seat's name"),
        (
            "a seat with a name of spaces",
            SEATS,
            Append("W10,EX-CITY,   \n"),
            "seats.csv: line 11, name: write the seat's name",
        ),
        (
            "a region without a name",
            REGIONS,
            Append("EX-2,,x,x\n"),
            "regions.csv: line 3, name: write the region's name",
        ),
        (
            "no such region",
            SEATS,
            Append("W10,EX-TOWN,Ward 10\n"),
            "seats.csv: line 11, region: regions.csv has no `EX-TOWN`",
        ),
        ("no region at all", SEATS, Append("W10,,Ward 10\n"), "seats.csv: line 11, region: regions.csv has no ``"),
        (
            "a seat with a region's code",
            SEATS,
            Append("EX-CITY,EX-CITY,Ward 10\n"),
            "seats.csv: line 11, code: `EX-CITY` is a region's code too; only the one seat of a region may have its code",
        ),
        (
            "a name on two lines",
            SEATS,
            Append("W10,EX-CITY,\"Ward\n10\"\n"),
            "seats.csv: line 11, name: contains a line break; look for a quotation mark that is not closed",
        ),
    ]
}

fn people() -> Vec<Case> {
    fn with(row: &'static str, said: &'static str) -> Case {
        (row, PEOPLE, Replace(ADA, row), said)
    }
    vec![
        with(
            "ec 1,W1,councillor,Ada Example,,,,,,,,,",
            "people.csv: line 2, id: `ec 1` is not 1 to 40 letters, digits, dots, colons and hyphens",
        ),
        with(
            ",W1,councillor,Ada Example,,,,,,,,,",
            "people.csv: line 2, id: `` is not 1 to 40 letters, digits, dots, colons and hyphens",
        ),
        with("ec-2,W1,councillor,Ada Example,,,,,,,,,", "people.csv: line 3, id: `ec-2` is the id in line 2 too"),
        with(
            "ec-1,W99,councillor,Ada Example,,,,,,,,,",
            "people.csv: line 2, seat: neither seats.csv nor regions.csv has `W99`",
        ),
        with(
            "ec-1,W1;W2,councillor,Ada Example,,,,,,,,,",
            "people.csv: line 2, seat: neither seats.csv nor regions.csv has `W1;W2`",
        ),
        with(
            "ec-1,w1,councillor,Ada Example,,,,,,,,,",
            "people.csv: line 2, seat: neither seats.csv nor regions.csv has `w1`",
        ),
        with("ec-1,W1 W1,councillor,Ada Example,,,,,,,,,", "people.csv: line 2, seat: `W1` is there twice"),
        with("ec-1,,councillor,Ada Example,,,,,,,,,", "people.csv: line 2, seat: write the code of the seat"),
        with(
            "ec-1,W1,alderman,Ada Example,,,,,,,,,",
            "people.csv: line 2, role: legislature.toml has no role `alderman`; there are councillor, mayor",
        ),
        with(
            "ec-1,W1,,Ada Example,,,,,,,,,",
            "people.csv: line 2, role: legislature.toml has no role ``; there are councillor, mayor",
        ),
        with(
            "ec-1,W1,councillor,,Example,,,,,,,,",
            "people.csv: line 2, name: write the person's name; a seat without a holder has no row",
        ),
        with(
            "ec-1,W1,councillor,Ada\u{202e} Example,,,,,,,,,",
            "people.csv: line 2, name: contains the hidden character U+202E; remove it",
        ),
        with(
            "ec-1,W1,councillor,Ada\u{1b}[31m Example,,,,,,,,,",
            "people.csv: line 2, name: contains the hidden character U+001B; remove it",
        ),
        with(
            "ec-1,W1,councillor,Ada\u{200b}Example,,,,,,,,,",
            "people.csv: line 2, name: contains the hidden character U+200B; remove it",
        ),
        with(
            "ec-1,W1,councillor,\"Ada\tExample\",,,,,,,,,",
            "people.csv: line 2, name: contains the hidden character U+0009; remove it",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,female,,,,,,,",
            "people.csv: line 2, gender: `female` is neither f nor m nor empty",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,F,,,,,,,",
            "people.csv: line 2, gender: `F` is neither f nor m nor empty",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,example-rail,,,,,",
            "people.csv: line 2, groups: legislature.toml has no group `example-rail`",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,ada.example.org,,,,",
            "people.csv: line 2, email: `ada.example.org` is not an e-mail address",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,mailto:a@example.org,,,,",
            "people.csv: line 2, email: `mailto:a@example.org` is not an e-mail address",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,a@example.org b@example.org,,,,",
            "people.csv: line 2, email: `a@example.org b@example.org` is not an e-mail address",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,a@example.org?cc=b@example.org,,,,",
            "people.csv: line 2, email: `a@example.org?cc=b@example.org` is not an e-mail address",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,,01632 960001,,,",
            "people.csv: line 2, phone: `01632 960001` is not a number with the country's code, such as +1-613-555-0100",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,,+,,,",
            "people.csv: line 2, phone: `+` is not a number with the country's code, such as +1-613-555-0100",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,,+44 1632 960001 ext. 5,,,",
            "people.csv: line 2, phone: `+44 1632 960001 ext. 5` is not a number with the country's code, such as +1-613-555-0100",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,,+44 1632 960001 / 960002 960003,,,",
            "people.csv: line 2, phone: `+44 1632 960001 / 960002 960003` is not a number with the country's code, such as +1-613-555-0100",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,,,http://example.org,,",
            "people.csv: line 2, site: `http://example.org` is not an address that begins with https://",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,,,,javascript:alert(1),",
            "people.csv: line 2, contact_form: `javascript:alert(1)` is not an address that begins with https://",
        ),
        with(
            "ec-1,W1,councillor,Ada Example,,,,,,,www.example.org,,",
            "people.csv: line 2, site: `www.example.org` is not an address that begins with https://",
        ),
        (
            "nobody",
            PEOPLE,
            Make(|text| text.lines().next().unwrap_or_default().as_bytes().to_vec()),
            "people.csv: whole file: lists nobody",
        ),
    ]
}

fn postcodes() -> Vec<Case> {
    fn with(row: &'static str, said: &'static str) -> Case {
        (row, POSTCODES, Append(row), said)
    }
    vec![
        with("05401,W1\n", "postcodes.csv: line 14, postcode: `05401` is not of the form ZZ9 9AA"),
        with("ZZ9 9A,W1\n", "postcodes.csv: line 14, postcode: `ZZ9 9A` is not of the form ZZ9 9AA"),
        with("ZZ99AAA,W1\n", "postcodes.csv: line 14, postcode: `ZZ99AAA` is not of the form ZZ9 9AA"),
        with("ZZ9 9AA*,W1\n", "postcodes.csv: line 14, postcode: `ZZ9 9AA*` is not of the form ZZ9 9AA"),
        with("ZY*,W1\n", "postcodes.csv: line 14, postcode: `ZY*` is not of the form ZZ9 9AA"),
        with("ZZ*9,W1\n", "postcodes.csv: line 14, postcode: `ZZ*9` is not of the form ZZ9 9AA"),
        with(
            "ZZ9.1AA,W1\n",
            "postcodes.csv: line 14, postcode: `ZZ9.1AA` is not a postcode, or the beginning of several with * at its end",
        ),
        with(
            ",W1\n",
            "postcodes.csv: line 14, postcode: `` is not a postcode, or the beginning of several with * at its end",
        ),
        with(
            "zz45aa,W4\n",
            "postcodes.csv: line 14, postcode: `zz45aa` is in line 5 too; write all seats of a postcode in one row",
        ),
        with(
            "ZZ4-5AA,W4\n",
            "postcodes.csv: line 14, postcode: `ZZ4-5AA` is in line 5 too; write all seats of a postcode in one row",
        ),
        with("ZZ9 9ZZ,W10\n", "postcodes.csv: line 14, seat: seats.csv has no `W10`"),
        with("ZZ9 9ZZ,EX-CITY\n", "postcodes.csv: line 14, seat: seats.csv has no `EX-CITY`"),
        with("ZZ9 9ZZ,W1 W1\n", "postcodes.csv: line 14, seat: `W1` is there twice"),
        with("ZZ9 9ZZ,\n", "postcodes.csv: line 14, seat: write the code of at least one seat"),
        (
            "no table",
            POSTCODES,
            Remove,
            "postcodes.csv: whole file: is missing, and legislature.toml says what postcodes look like",
        ),
        (
            "no form",
            TOML,
            Replace("postcodes = [\"ZZ9 9AA\"]", ""),
            "postcodes.csv: whole file: legislature.toml doesn't say what postcodes look like; write postcodes = [\"99999\"], for instance",
        ),
        ("no rows", POSTCODES, Write(b"postcode,seat\n"), "postcodes.csv: whole file: lists no postcode"),
    ]
}

fn shapes() -> Vec<Case> {
    vec![
        (
            "an outline without a seat",
            SHAPES,
            Replace("\"W9\"", "\"W10\""),
            "shapes.topojson: whole file: seats.csv has no `W10`",
        ),
        (
            "an outline twice",
            SHAPES,
            Replace("\"W9\"", "\"W8\""),
            "shapes.topojson: whole file: `W8` has two outlines; make them one MultiPolygon",
        ),
        (
            "an outline without a code",
            SHAPES,
            Replace("\"code\":\"W1\"", "\"ward\":\"W1\""),
            "shapes.topojson: whole file: outline 1 has no property `code` with a seat's code in quotation marks",
        ),
        (
            "a code that is a number",
            SHAPES,
            Replace("\"code\":\"W2\"", "\"code\":2"),
            "shapes.topojson: whole file: outline 2 has no property `code` with a seat's code in quotation marks",
        ),
        (
            "metres in place of degrees",
            SHAPES,
            Replace("[[-0.15,0.05]", "[[-415000.5,0.05]"),
            "shapes.topojson: whole file: the outline of `W1` is not in degrees of longitude and latitude (WGS 84)",
        ),
        (
            "an arc that is not there",
            SHAPES,
            Replace("[[0,1,2,3]]", "[[0,1,2,99]]"),
            "shapes.topojson: whole file: the outline of W1 is empty or incomplete",
        ),
        (
            "no arcs",
            SHAPES,
            Replace("[[0,1,2,3]]", "[[]]"),
            "shapes.topojson: whole file: the outline of W1 is empty or incomplete",
        ),
        (
            "nothing",
            SHAPES,
            Write(b""),
            "shapes.topojson: whole file: is not TopoJSON with a collection of polygons: EOF while parsing a value at line 1 column 0",
        ),
        (
            "a page",
            SHAPES,
            Write(b"<!doctype html>"),
            "shapes.topojson: whole file: is not TopoJSON with a collection of polygons: expected value at line 1 column 1",
        ),
        (
            "GeoJSON",
            SHAPES,
            Write(b"{\"type\":\"FeatureCollection\",\"features\":[]}"),
            "shapes.topojson: whole file: is not TopoJSON with a collection of polygons: missing field `arcs` at line 1 column 42",
        ),
    ]
}

fn words() -> Vec<Case> {
    const ENGLISH: &str = "words.en.json";
    const CHINESE: &str = "words.zh-Hant.json";
    vec![
        (
            "a key that one language lacks",
            CHINESE,
            Replace("  \"state.label\": \"城市\",\n", ""),
            "words.zh-Hant.json: whole file: no `state.label`, which another language has",
        ),
        (
            "a value that nothing fills in",
            ENGLISH,
            Replace("{state}: which", "{stat}: which"),
            "words.en.json: choose.state_title: nothing fills in {stat}; did you mean {state}?",
        ),
        (
            "a value that is not closed",
            CHINESE,
            Replace("截至{date}", "截至{date"),
            "words.zh-Hant.json: people.as_of: a brace stands alone; a value is written {so}, with plain braces",
        ),
        (
            "left in another language",
            CHINESE,
            Replace("你住在哪個選區？", "Which ward do you live in?"),
            "words.zh-Hant.json: choose.title: `Which ward do you live in?` is in another language than zh-Hant; translate it",
        ),
        (
            "a key that no message has",
            ENGLISH,
            Replace("\"choose.state_title\"", "\"choose.town_title\""),
            "words.en.json: choose.town_title: no message has this name; remove it",
        ),
        (
            "no JSON",
            ENGLISH,
            Write(b"{\n  \"zip.label\": \"ZIP\",\n}"),
            "words.en.json: whole file: trailing comma at line 3 column 1",
        ),
        (
            "another language",
            "words.zh.json",
            Write(b"{}"),
            "words.zh.json: whole file: is no language of the interface; there are words.en.json, words.zh-Hant.json",
        ),
    ]
}

/// Faults that make rows elsewhere wrong too: the line about the cause is among what is said.
pub fn with_consequences() -> Vec<Case> {
    vec![
        (
            "a row too short",
            SEATS,
            Replace("W1,EX-CITY,Ward 1: North Gate", "W1,EX-CITY"),
            "seats.csv: line 2: has 2 fields; line 1 names 3 columns",
        ),
        (
            "a short name that is taken",
            TOML,
            Replace("id = \"example-city\"", "id = \"example-city\"\npath = \"signers\""),
            "legislature.toml: line 3, path: `signers` is the name of something else in addresses; choose another",
        ),
        (
            "special postcodes in small letters",
            TOML,
            Append("\n[[special]]\npostcodes = [\"zz9*\"]\nmeaning = \"outside\"\n"),
            "legislature.toml: line 93, special.postcodes: `zz9*` is not a postcode in capital letters and digits, or the beginning of several with * at its end",
        ),
        (
            "special postcodes of a region that there is not",
            TOML,
            Append("\n[[special]]\npostcodes = [\"ZZ9*\"]\nmeaning = { region = \"EX-NOWHERE\" }\n"),
            "legislature.toml: special: regions.csv has no `EX-NOWHERE`",
        ),
        (
            "special postcodes of another form",
            TOML,
            Append("\n[[special]]\npostcodes = [\"99999\"]\nmeaning = \"outside\"\n"),
            "legislature.toml: special: `99999` is not of the form ZZ9 9AA",
        ),
        (
            "a meaning that nobody knows",
            TOML,
            Append("\n[[special]]\npostcodes = [\"ZZ9*\"]\nmeaning = \"elsewhere\"\n"),
            "legislature.toml: line 94, column 11: unknown variant `elsewhere`, expected one of `military`, `outside`, `nowhere`, `region`, `seat`",
        ),
        (
            "British postcodes without their runs",
            TOML,
            Replace("postcodes = [\"ZZ9 9AA\"]", "postcodes = [\"uk\"]"),
            "postcodes.csv: line 1: there is no column `outward`",
        ),
        (
            "a name in capitals",
            TOML,
            Replace("id = \"councillor\"", "id = \"Councillor\""),
            "legislature.toml: line 19, role.id: `Councillor` is not 1 to 64 of a-z, 0-9 and -",
        ),
        (
            "a form in small letters",
            TOML,
            Replace("ZZ9 9AA", "zz9 9aa"),
            "legislature.toml: line 11, postcodes: `zz9 9aa` is not a form such as 99999 or A9A 9A9: 9 for a digit, A for a letter, at most 12 characters",
        ),
        (
            "a role twice",
            TOML,
            Replace("id = \"mayor\"", "id = \"councillor\""),
            "legislature.toml: line 47, role.id: two roles are called `councillor`",
        ),
        (
            "a code twice",
            SEATS,
            Replace("W2,", "W1,"),
            "seats.csv: line 3, code: `W1` is the code in line 2 too; capitals make no difference",
        ),
        (
            "a code with a space",
            REGIONS,
            Replace("EX-CITY,", "EX CITY,"),
            "regions.csv: line 2, code: `EX CITY` is not 1 to 16 letters, digits and hyphens",
        ),
        (
            "a quotation mark that is not closed",
            SEATS,
            Replace("Ward 5: Market Square", "\"Ward 5: Market Square"),
            "seats.csv: line 6, name: contains a line break; look for a quotation mark that is not closed",
        ),
        (
            "an address that is taken",
            TOML,
            Replace("id = \"example-city\"", "id = \"signers\""),
            "legislature.toml: line 2, id: `signers` is the name of something else in addresses; choose another",
        ),
        (
            "an address of the United States",
            TOML,
            Replace("id = \"example-city\"", "id = \"us\""),
            "legislature.toml: line 2, id: `us` is the name of something else in addresses; choose another",
        ),
        (
            "an address of the United Kingdom",
            TOML,
            Replace("id = \"example-city\"", "id = \"uk\""),
            "legislature.toml: line 2, id: `uk` is the name of something else in addresses; choose another",
        ),
        (
            "a name in capitals",
            TOML,
            Replace("id = \"example-city\"", "id = \"Example City\""),
            "legislature.toml: line 2, id: `Example City` is not 1 to 64 of a-z, 0-9 and -",
        ),
    ]
}

/// What is done to a file, and is all the same.
pub fn harmless() -> Vec<(&'static str, &'static str, Change)> {
    const MARK: fn(&str) -> Vec<u8> = |text| format!("\u{feff}{text}").into_bytes();
    const CRLF: fn(&str) -> Vec<u8> = |text| text.replace('\n', "\r\n").into_bytes();
    let mut cases = vec![
        ("empty rows at the end", PEOPLE, Append(",,,,,,,,,,,,\n,,,,,,,,,,,,\n\n")),
        (
            "empty columns at the end",
            SEATS,
            Make(|text| text.lines().map(|line| format!("{line},,,\n")).collect::<String>().into_bytes()),
        ),
        (
            "empty columns and rows",
            POSTCODES,
            Make(|text| text.lines().chain([""]).map(|line| format!("{line},,\n")).collect::<String>().into_bytes()),
        ),
        ("no line end at the end", SEATS, Make(|text| text.trim_end().as_bytes().to_vec())),
        ("spaces around names of columns", SEATS, Replace("code,region,name", " code , region,name ")),
        (
            "everything in quotation marks",
            REGIONS,
            Make(|text| {
                text.lines()
                    .map(|line| format!("\"{}\"\n", line.replace(',', "\",\"")))
                    .collect::<String>()
                    .into_bytes()
            }),
        ),
        (
            "columns in another order",
            POSTCODES,
            Make(|text| {
                text.lines()
                    .map(|line| line.split_once(',').map_or_else(String::new, |(one, two)| format!("{two},{one}\n")))
                    .collect::<String>()
                    .into_bytes()
            }),
        ),
        ("no shapes", SHAPES, Remove),
        (
            "no outline for a seat",
            SHAPES,
            Make(|text| {
                text.lines()
                    .filter(|line| !line.contains("W9"))
                    .collect::<Vec<_>>()
                    .join("\n")
                    .replace("},\n]}}}", "}\n]}}}")
                    .into_bytes()
            }),
        ),
        ("somebody called Todo", PEOPLE, Replace("Ada Example,Example", "Ada Todo,Todo")),
        ("a name with an apostrophe", PEOPLE, Replace("Ada Example,Example", "Ada O’Example,O’Example")),
        ("nobody for a seat", PEOPLE, Replace(ADA, ",,,,,,,,,,,,")),
    ];
    for (mark, crlf, file) in [
        ("a mark in settings", "CRLF in settings", TOML),
        ("a mark in sources", "CRLF in sources", SOURCES),
        ("a mark in people", "CRLF in people", PEOPLE),
        ("a mark in postcodes", "CRLF in postcodes", POSTCODES),
        ("a mark in words", "CRLF in words", "words.en.json"),
    ] {
        cases.extend([(mark, file, Make(MARK)), (crlf, file, Make(CRLF))]);
    }
    cases
}
