use super::*;

const NAMES: [&str; 3] = ["name", "country", "note"];

fn known(name: &str) -> bool {
    NAMES.contains(&name)
}

/// The rows as "number: field / field".
fn shown(bytes: &[u8]) -> Vec<String> {
    match read(bytes, known) {
        Ok(sheet) => [sheet.header]
            .into_iter()
            .chain(sheet.rows)
            .map(|row| {
                format!(
                    "{}: {}",
                    row.number,
                    row.fields.iter().map(|field| field.trim()).collect::<Vec<_>>().join(" / ")
                )
            })
            .collect(),
        Err(fault) => vec![fault.to_string()],
    }
}

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    let units = [mark, text].concat().encode_utf16().collect::<Vec<_>>();
    units.into_iter().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
}

#[test]
fn a_list_is_read_however_a_spreadsheet_saves_it() {
    let plain = "name,country\nZoé,GB\n\"One, two\",ES\n";
    let expected = ["1: name / country", "2: Zoé / GB", "3: One, two / ES"];
    let semicolons = "name;country\nZoé;GB\nOne, two;ES\n";
    let tabs = "name\tcountry\nZoé\tGB\nOne, two\tES\n";
    let mut cases: Vec<Vec<u8>> = [
        plain.to_owned(),
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        format!("\u{feff}{plain}"),
        semicolons.to_owned(),
        format!("\u{feff}{}", semicolons.replace('\n', "\r\n")),
        tabs.to_owned(),
        tabs.replace('\n', "\r"),
        "name|country\nZoé|GB\n\"One, two\"|ES\n".to_owned(),
        format!("sep=;\r\n{semicolons}"),
        format!("\u{feff}sep=;\n{semicolons}"),
        format!("\"sep=;\"\r{semicolons}"),
        format!("SEP=,\r\n{plain}"),
        format!("sep=\t\r\n{tabs}"),
        "sep=:\nname:country\nZoé:GB\nOne, two:ES".to_owned(),
        // Excel ends rows with the separator where a column was emptied.
        "\"name\";\"country\"\r\n\"Zoé\";\"GB\"\r\n\"One, two\";\"ES\"".to_owned(),
        " name , country \n Zoé ,GB\n\"One, two\",ES".to_owned(),
        format!("\u{feff}\u{feff}{plain}"),
        format!("sep= ;\n{semicolons}"),
        format!("sep=；\n{}", semicolons.replace(';', "；")),
        semicolons.replace(';', "；"),
        semicolons.replace(';', "，"),
        semicolons.replace(';', "、"),
        semicolons.replace(';', "^"),
        semicolons.replace(';', "~"),
        plain.replace('\n', "\u{2028}"),
        plain.replace('\n', "\u{2029}"),
        // Each row saved as one field.
        "\"name,country\"\n\"Zoé,GB\"\n\"\"\"One, two\"\",ES\"\n".to_owned(),
        // What keeps a spreadsheet from calculating.
        plain.replace("Zoé", "=\"Zoé\""),
    ]
    .into_iter()
    .map(String::into_bytes)
    .collect();
    for (little, mark) in [(true, true), (true, false), (false, true), (false, false)] {
        cases.push(utf16(tabs, little, mark));
        cases.push(utf16(&plain.replace('\n', "\r\n"), little, mark));
    }
    for bytes in cases {
        assert_eq!(shown(&bytes), expected, "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn rows_are_numbered_as_the_spreadsheet_shows_them() {
    for (text, expected) in [
        ("name,note\nA,\"one\ntwo\"\nB,x\n", vec!["1: name / note", "2: A / one\ntwo", "3: B / x"]),
        (
            "name,note\r\nA,\"one\r\ntwo\r\n\r\nthree\"\r\nB,x",
            vec!["1: name / note", "2: A / one\ntwo\n\nthree", "3: B / x"],
        ),
        ("name,note\n\n\nA,x\n,\n \nB,y\n\n", vec!["1: name / note", "4: A / x", "7: B / y"]),
        ("\r\n\r\nname;note\r\nA;x", vec!["3: name / note", "4: A / x"]),
        (
            "name,note\nA,say \"\"x\"\"\nB,\"a \"\"b\"\"\nc\"\nC,5\" wide\nD,",
            vec!["1: name / note", "2: A / say \"\"x\"\"", "3: B / a \"b\"\nc", "4: C / 5\" wide", "5: D / "],
        ),
        ("sep=;\nname;note\nA;x", vec!["1: name / note", "2: A / x"]),
        ("List of signers, 2023\n\nname;note\nA;x", vec!["3: name / note", "4: A / x"]),
        ("\"List of signers\",,\nname,note,\nA,x,", vec!["2: name / note / ", "3: A / x / "]),
        ("\"name,note\"\n\n\"A,x\"", vec!["1: name / note", "3: A / x"]),
        ("name\n\"One, two\"", vec!["1: name", "2: One, two"]),
        ("name,note\nA,'+44 20\nB,'quoted'", vec!["1: name / note", "2: A / +44 20", "3: B / 'quoted'"]),
        ("name,note\nA\nB,x,y", vec!["1: name / note", "2: A", "3: B / x / y"]),
    ] {
        assert_eq!(shown(text.as_bytes()), expected, "{text:?}");
    }
}

#[test]
fn what_cannot_be_read_is_one_cause_and_how_to_save() {
    let old = |word: &[u8]| [b"name,country\nA,GB\n", word, b",ES\n"].concat();
    // Two bytes for each sign, as in Big5: as Windows-1252, they are nonsense.
    assert!(!shown(&old(b"\xa5\xdc\xa8\xd2"))[0].contains("perhaps"));
    for (bytes, parts) in [
        (old(b"Zo\xe9"), vec!["row 3 isn't UTF-8", "`Zoé`", "CSV UTF-8"]),
        (old(b"Jos\x8e"), vec!["row 3 isn't UTF-8", "CSV UTF-8"]),
        (old(b"\xad\xbb\xb4\xe4"), vec!["row 3 isn't UTF-8", "CSV UTF-8"]),
        (b"PK\x03\x04\x14\0\0\0[Content_Types].xml".to_vec(), vec![".xlsx", "CSV UTF-8"]),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet".to_vec(), vec![".ods", "CSV UTF-8"]),
        (b"PK\x03\x04\0Index/Document.iwa".to_vec(), vec![".numbers", "CSV UTF-8"]),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec(), vec![".xls", "CSV UTF-8"]),
        (b"%PDF-1.7".to_vec(), vec!["a PDF", "CSV UTF-8"]),
        (b"<!DOCTYPE html><table>".to_vec(), vec!["a web page", "CSV UTF-8"]),
        (b"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">".to_vec(), vec!["a web page"]),
        (b"{\\rtf1 name".to_vec(), vec![".rtf"]),
        (b"\xef\xbb\xbf<html><table>".to_vec(), vec!["a web page", "CSV UTF-8"]),
        (b"\r\n  <table><tr>".to_vec(), vec!["a web page"]),
        (b"ID;PWXL;N;E\n".to_vec(), vec![".slk", "CSV UTF-8"]),
        (b"TABLE\r\n0,1\r\n\"EXCEL\"\r\n".to_vec(), vec![".dif"]),
        (b"{\"url\": \"https://example.org\"}".to_vec(), vec!["JSON"]),
        (b"[{\"name\": \"A\"}]".to_vec(), vec!["JSON"]),
        (b"BEGIN:VCARD\nVERSION:3.0\n".to_vec(), vec![".vcf"]),
        (b"MIME-Version: 1.0\n".to_vec(), vec!["a saved mail or web page"]),
        (b"SQLite format 3\0".to_vec(), vec!["a database"]),
        (b"Rar!\x1a\x07\0".to_vec(), vec!["a compressed file"]),
        (b"\xff\xfen\0a\0m\0e".to_vec(), vec!["damaged text in UTF-16", "CSV UTF-8"]),
        (b"\xff\xfe\0\0n\0\0\0a\0\0\0".to_vec(), vec!["holds no text"]),
        (b"name,country\nA;GB\nB;ES\n".to_vec(), vec!["from row 2 on", "`;`", "in the header by `,`"]),
        (b"name;country\n\nA\tGB\n".to_vec(), vec!["from row 3 on", "tabs", "in the header by `;`"]),
        (b"name,note\nA,\0\0\x01".to_vec(), vec!["holds no text"]),
        (b"name,note\nA,x\nB,\"y\nC,z\n".to_vec(), vec!["quotation mark in row 3"]),
        (b"".to_vec(), vec!["no rows"]),
        (b"\xef\xbb\xbf\r\n\r\n,,\r\n".to_vec(), vec!["no rows"]),
    ] {
        let found = shown(&bytes);
        assert_eq!(found.len(), 1, "{found:?}");
        for part in parts {
            assert!(found[0].contains(part), "{part} in {found:?}");
        }
    }
}
