use places::legislature::{Place, Postcode};
use proptest::prelude::*;

use super::*;

fn sample() -> (Files, &'static Path) {
    let folder = Path::new("../../campaigns/example-city/legislature");
    let mut files = Files::default();
    files.read_folder(folder, |_| Some(u64::MAX));
    (files, folder)
}

const FILES: [&str; 7] =
    [SETTINGS, "sources.toml", "regions.csv", "seats.csv", "people.csv", "postcodes.csv", "shapes.topojson"];

/// What a slip of a hand or a program may leave in a file.
const SLIPS: [&[u8]; 20] = [
    b"",
    b",",
    b"\"",
    b"\n",
    b"\r",
    b"\n\n",
    b"{",
    b"}",
    b"[",
    b"*",
    b"-",
    b"9",
    b"W1",
    b"EX-CITY",
    b"\0",
    b"\xe9",
    b"\xef\xbb\xbf",
    "\u{202e}".as_bytes(),
    b"99999999999999999999",
    b"FILL IN: x",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// Whatever is changed in a folder, reading it ends with faults or with a file that a visitor's browser reads.
    #[test]
    fn what_is_read_from_a_changed_folder_can_be_used(
        file in 0..FILES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..40usize, 0..SLIPS.len()), 1..4),
    ) {
        let (mut files, folder) = sample();
        let mut bytes = files.read(&folder.join(FILES[file])).unwrap().to_vec();
        for (at, cut, slip) in changes {
            let at = at.index(bytes.len() + 1);
            let end = (at + cut.saturating_sub(20)).min(bytes.len());
            bytes.splice(at..end, SLIPS[slip].iter().copied());
        }
        files.add(folder.join(FILES[file]), bytes);
        match read(&files, folder) {
            Ok(folder) => {
                let manner = folder.settings.manner(Language::English, Language::English, &[], String::new());
                let assembly = folder.assembly(&manner).unwrap();
                for region in &folder.regions {
                    for seat in assembly.seats_of(&region.code) {
                        prop_assert!(assembly.represent(seat).is_some());
                    }
                }
            }
            Err(failure) => {
                let said = failure.to_string();
                prop_assert!(!said.is_empty() && !said.chars().any(|c| c.is_control() && c != '\n'), "{said}");
            }
        }
    }
}

/// The sample with British postcodes: wards have runs, and one ward's are not known.
fn with_runs(rows: &str) -> Result<Folder, Failure> {
    let (mut files, folder) = sample();
    let settings = String::from_utf8(files.read(&folder.join(SETTINGS)).unwrap().to_vec()).unwrap();
    let settings = settings.replace("postcodes = [\"ZZ9 9AA\"]", "postcodes = [\"uk\"]");
    let settings = settings
        + "\n[[special]]\npostcodes = [\"ZE*\"]\nmeaning = { seat = \"W9\" }\n\
           [[special]]\npostcodes = [\"BF*\"]\nmeaning = \"military\"\n";
    files.add(folder.join(SETTINGS), settings.into_bytes());
    files.add(folder.join("postcodes.csv"), ["outward,seat,from\n", rows].concat().into_bytes());
    read(&files, folder)
}

const RUNS: &str =
    "ZZ1,W1,1AA 3AA\nZZ1,W2,2AA\nZZ2,W3,1AA\nZZ3,W4,1AA\nZZ4,W5,1AA\nZZ5,W6,1AA\nZZ6,W7,1AA\nZZ7,W8,1AA\n";

#[test]
fn a_council_may_have_british_postcodes_in_runs() {
    let folder = with_runs(RUNS).unwrap();
    let manner = folder.english();
    let assembly = folder.assembly(&manner).unwrap();
    let found = |postcode: &str| assembly.find(Postcode::read(&manner, "GB", postcode).unwrap());
    let seat = |place: Place| match place {
        Place::Seats(seats) => assembly.seat_code(seats[0]),
        other => format!("{other:?}"),
    };
    for (postcode, expected) in [
        ("ZZ1 1AB", "W1"),
        ("zz1 9zz", "W1"),
        ("ZZ12AA", "W2"),
        ("ZZ1 2ZZ", "W2"),
        ("ZE1 0AA", "W9"),
        ("BF1 1AA", "Military"),
        ("ZZ9 1AA", "Unknown"),
    ] {
        assert_eq!(seat(found(postcode)), expected, "{postcode}");
    }
}

#[test]
fn runs_that_contradict_each_other_or_leave_a_ward_out_are_told() {
    for (rows, said) in [
        (RUNS.replace("ZZ7,W8,1AA\n", ""), "postcodes.csv: whole file: no postcode lies in `W8`"),
        (RUNS.replace("ZZ1,W2,2AA", "ZZ1,W2,3AA"), "postcodes.csv: line 3, from: ZZ1 3AA is also in line 2"),
        (RUNS.replace("ZZ2,W3,1AA", "ZZ2,W3,1CA"), "postcodes.csv: line 4, from: `ZZ2 1CA` is not a postcode"),
        (RUNS.replace("ZZ2,W3", "ZZ2,W33"), "postcodes.csv: line 4, seat: seats.csv has no `W33`"),
        (RUNS.replace("ZZ2,W3,1AA", "ZZ2,W3,"), "postcodes.csv: line 4, from: write the inward code"),
    ] {
        let told = with_runs(&rows).unwrap_err().to_string();
        assert!(told.contains(said), "no `{said}` in {told}");
    }
}

/// What is special is written as people write postcodes, and found as the form writes them.
#[test]
fn special_postcodes_are_found_in_any_form() {
    let (mut files, folder) = sample();
    let settings = String::from_utf8(files.read(&folder.join(SETTINGS)).unwrap().to_vec()).unwrap();
    let settings = settings.replace("postcodes = [\"ZZ9 9AA\"]", "postcodes = [\"99-999\"]");
    let special = "\n[[special]]\npostcodes = [\"77*\", \"88-001\", \"88002\"]\nmeaning = \"outside\"\n";
    files.add(folder.join(SETTINGS), [settings, special.to_owned()].concat().into_bytes());
    files.add(folder.join("postcodes.csv"), b"postcode,seat\n12-345,W1\n".as_slice());
    let folder = read(&files, folder).unwrap();
    let manner = folder.english();
    let assembly = folder.assembly(&manner).unwrap();
    for (postcode, expected) in [
        ("77-123", Place::Outside),
        ("77123", Place::Outside),
        ("88-001", Place::Outside),
        ("88002", Place::Outside),
        ("88-003", Place::Unknown),
    ] {
        assert_eq!(assembly.find(Postcode::read(&manner, "XX", postcode).unwrap()), expected, "{postcode}");
    }
}
