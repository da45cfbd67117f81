use super::*;

fn read_all(text: &[u8]) -> (Vec<NamedPerson>, Vec<String>) {
    let mut faults = Vec::new();
    let people = read("a.csv", text, &mut faults);
    (people, faults.iter().map(|fault| format!("{} {:?}", fault.place, fault.kind)).collect())
}

#[test]
fn a_list_as_a_spreadsheet_saves_it_is_read() {
    let text = "\u{feff}email,last_name,first_name,title,country,phone,zip_code,gender\r\n\
        one@example.org,One,Example,Ambassador,US,+1 555 0100,20001,f\r\n\
        \"two@example.org\",\"Two, the Second\",,,,,,\r\n\
        ,,,,,,,\r\n\
        ,Three,Example,Minister,GB,020 7946 0000,,\r\n";
    let (people, faults) = read_all(text.as_bytes());
    assert_eq!(faults, Vec::<String>::new());
    let shown: Vec<_> = people.iter().map(|named| (&*named.id, &*named.name, named.country.as_deref())).collect();
    assert_eq!(
        shown,
        [
            ("a.csv:2", "Example One", Some("US")),
            ("a.csv:3", "Two, the Second", None),
            ("a.csv:5", "Example Three", Some("GB"))
        ]
    );
    let one = people[0].shown(str::to_owned);
    assert_eq!(
        (Some(&*one.title).filter(|title| !title.is_empty()), &*one.family_name, one.email.as_deref()),
        (Some("Ambassador"), "One", Some("one@example.org"))
    );
    assert_eq!(people[2].phone.as_deref(), Some("+44 20 7946 0000"));
}

#[test]
fn a_list_is_read_as_spreadsheets_elsewhere_save_it_or_told_in_one_line() {
    let plain = "title,first_name,last_name,zip_code,country,gender,email,phone\n\
        Ambassador,Zoé,Example,,GB,,someone@example.org,+44 20 7946 0000\nConsul,José,Example,,ES,,other@example.org,\n";
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let semicolons = plain.replace(',', ";");
    for bytes in [
        plain.as_bytes().to_vec(),
        semicolons.clone().into_bytes(),
        ["\u{feff}", &semicolons.replace('\n', "\r\n")].concat().into_bytes(),
        ["sep=;\r\n", &semicolons].concat().into_bytes(),
        plain.replace(',', "\t").into_bytes(),
        plain.replace('\n', "\r").into_bytes(),
        utf16(&["\u{feff}", &plain.replace(',', "\t")].concat()),
        utf16(&plain.replace(',', "\t")),
        plain.replace("first_name", "First Name").into_bytes(),
        plain
            .replace("first_name,last_name", "firstName,Surname")
            .replace("email,phone", "E-mail,Phone number")
            .into_bytes(),
        // Excel leaves out empty fields at the end.
        plain.replace("other@example.org,", "other@example.org").into_bytes(),
        // Columns that were emptied.
        plain.replace('\n', ",,\n").into_bytes(),
    ] {
        let mut faults = Vec::new();
        let people = read("a.csv", &bytes, &mut faults);
        assert_eq!(faults, [], "{}", String::from_utf8_lossy(&bytes));
        let rows: Vec<_> = people.iter().map(|named| (&*named.id, &*named.name)).collect();
        assert_eq!(rows, [("a.csv:2", "Zoé Example"), ("a.csv:3", "José Example")]);
    }
    let old: Vec<u8> = plain.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for (bytes, kind) in [
        (old, "OldEncoding"),
        (b"PK\x03\x04\x14\0".to_vec(), "NotAList"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "NotAList"),
        (plain.replacen("Zoé", "\"Zoé", 1).into_bytes(), "QuoteOpen"),
        (plain.split_once('\n').unwrap().1.as_bytes().to_vec(), "HeaderMissing"),
    ] {
        let mut faults = Vec::new();
        read("a.csv", &bytes, &mut faults);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert!(format!("{:?}", faults[0].kind).contains(kind), "{faults:?}");
    }
}

#[test]
fn every_fault_is_told_with_row_and_column() {
    for (text, expected) in [
        ("", vec![" Sheet(Empty)"]),
        ("first_name,last_name,email\n", vec![" Sheet(Empty)"]),
        // The cause alone, not what follows from it in each row.
        (
            "first_name,lsat_name,email,email\nA,B,c@example.org,\n",
            vec!["/1/lsat_name ColumnUnknown(Some(\"last_name\"))", "/1/email FieldTwice"],
        ),
        ("first_name,last_name\nA,B\nA,C\n", vec!["/1/email FieldMissing"]),
        ("last_name,e-mial\nA,a@example.org\n", vec!["/1/e-mial ColumnUnknown(Some(\"email\"))"]),
        ("first_name,email\nA,a@example.org\n", vec!["/1/last_name FieldMissing"]),
        ("last_name,email\nA;a@example.org\n", vec![" Sheet(OtherSeparator { row: 2, header: ',', rows: ';' })"]),
        (
            "last_name,email,country,phone\n,no,uk,12\n",
            vec![
                "/2/last_name TextEmpty",
                "/2/country Country(\"uk\")",
                "/2/email Email(\"no\")",
                "/2/phone Phone(\"12\")",
            ],
        ),
        (
            "last_name,email\nA,a@example.org\nB\nA,A@example.org\n",
            vec!["/3 RowWidth { expected: 2, found: 1 }", "/4 PersonTwice { first: 2 }"],
        ),
        ("last_name,email\nA\u{202e},a@example.org\n", vec!["/2/last_name HiddenCharacter('\\u{202e}')"]),
    ] {
        let mut faults = read_all(text.as_bytes()).1;
        let mut expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
        faults.sort();
        expected.sort();
        assert_eq!(faults, expected, "{text:?}");
    }
    assert_eq!(read_all(b"last_name,email\n\xff,a@example.org\n").1, [" Sheet(OldEncoding { row: 2, guess: \"ÿ\" })"]);
    let long = (0..101).map(|at| format!("A{at},a{at}@example.org\n")).collect::<String>();
    assert_eq!(
        read_all(["last_name,email\n", &long].concat().as_bytes()).1,
        [" ListTooLong { most: 100, found: 101 }"]
    );
}

#[test]
fn lists_and_targets_name_each_other() {
    let good = b"last_name,email\nA,a@example.org\n".to_vec();
    let faults_of = |targets: Value, files: &[&str]| {
        let files = files.iter().map(|file| ((*file).to_owned(), good.clone())).collect();
        let mut faults = Vec::new();
        let folder = Folder { name: "x".to_owned(), files, ..Folder::default() };
        let people = check(&serde_json::json!({ "targets": targets }), &folder, &mut faults);
        (
            people.len(),
            faults.iter().map(|fault| format!("{}{} {:?}", fault.file, fault.place, fault.kind)).collect::<Vec<_>>(),
        )
    };
    let target = |file: &str| serde_json::json!({ "people": file });
    assert_eq!(faults_of([target("a.csv")].into(), &["a.csv"]), (1, vec![]));
    for (targets, files, expected) in [
        (vec![target("b.csv")], &[][..], "campaign.json/targets/0/people PeopleMissing(\"b.csv\")"),
        (vec![target("../a.csv")], &[], "campaign.json/targets/0/people PeopleForm(\"../a.csv\")"),
        (vec![target("a.csv"), target("a.csv")], &["a.csv"], "campaign.json/targets/1/people PeopleTwice(\"a.csv\")"),
        (vec![], &["a.csv"], "a.csv PeopleUndeclared"),
    ] {
        assert_eq!(faults_of(targets.into(), files).1, [expected]);
    }
}
