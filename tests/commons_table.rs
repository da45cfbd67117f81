//! The compact table of the Commons says exactly what the committed text says, and never anything from damaged bytes.
#![cfg(not(target_arch = "wasm32"))]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use proptest::prelude::*;
use undersigned::cli::disk;

use places::assembly::{Assembly, Home, Manner, PersonRecord, Postcodes, Records, RegionRecord, SeatRecord, Special};
use places::congress::{Offices, Zip, english};
use places::legislature::{Place, Postcode, Seat, TableFault, Validity};
use places::uk_postcode::UkPostcode;
use records::legislature::{self, Folder};

/// England's regions by GSS code, then the other nations.
const REGIONS: [&str; 12] = [
    "E12000001",
    "E12000002",
    "E12000003",
    "E12000004",
    "E12000005",
    "E12000006",
    "E12000007",
    "E12000008",
    "E12000009",
    NORTHERN_IRELAND,
    "S92000003",
    "W92000004",
];

const NORTHERN_IRELAND: &str = "N92000002";

/// The committed folder.
fn folder() -> &'static Folder {
    static FOLDER: OnceLock<Folder> = OnceLock::new();
    let uk = testbench::workspace::root().join("data/uk-commons");
    FOLDER.get_or_init(|| legislature::read(&disk::folder(&uk), &uk).unwrap())
}

fn manner() -> Manner {
    folder().english()
}

/// The table as a visitor's browser reads it.
fn read(bytes: &[u8]) -> Result<Assembly, TableFault> {
    Assembly::from_bytes(bytes, &manner())
}

/// The file as visitors get it.
fn committed() -> &'static [u8] {
    &folder().bytes
}

fn lines(file: &str) -> Vec<Vec<String>> {
    let path = testbench::workspace::root().join("data/uk-commons").join(file);
    let mut reader = csv::Reader::from_path(path).unwrap();
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn found(commons: &Assembly, postcode: &str) -> Option<String> {
    match commons.find(Postcode::Uk(UkPostcode::parse(postcode).unwrap())) {
        Place::Seats(seats) => Some(commons.seat_code(seats[0])),
        _ => None,
    }
}

/// First postcode of every run, read without any code of ours; texts of inward codes sort as their numbers do.
fn runs_in_csv() -> BTreeMap<String, BTreeMap<String, String>> {
    let mut runs: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for row in lines("postcodes.csv") {
        for inward in row[2].split(' ') {
            runs.entry(row[0].clone()).or_default().insert(inward.to_owned(), row[1].clone());
        }
    }
    runs
}

#[test]
fn every_postcode_of_great_britain_gives_what_the_csv_says() {
    const LETTERS: &str = "ABDEFGHJLNPQRSTUWXYZ";
    let commons = read(committed()).unwrap();
    let mut count = 0;
    for (at, (outward, runs)) in runs_in_csv().into_iter().enumerate() {
        count += runs.len();
        // Beginnings of runs and what stands just before them, everywhere; every inward code in one outward code of forty.
        let every = at % 40 == 0;
        let mut expected: Option<&String> = None;
        let mut before: Option<String> = None;
        for inward in (0..4000).map(|number| {
            let letter = |at: usize| &LETTERS[at % 20..=at % 20];
            format!("{}{}{}", number / 400, letter(number / 20), letter(number))
        }) {
            if let Some(next) = runs.get(&inward) {
                if let Some(before) = before {
                    assert_eq!(
                        found(&commons, &format!("{outward} {before}")).as_ref(),
                        expected,
                        "{outward} {before}"
                    );
                }
                expected = Some(next);
            }
            if every || runs.contains_key(&inward) || inward == "9ZZ" {
                assert_eq!(found(&commons, &format!("{outward} {inward}")).as_ref(), expected, "{outward} {inward}");
            }
            before = Some(inward);
        }
    }
    assert_eq!(count, 55_309, "the runs of facts and of the upstream file");
}

#[test]
fn every_seat_and_member_comes_back() {
    let commons = read(committed()).unwrap();
    let seats: Vec<Seat> = REGIONS.into_iter().flat_map(|region| commons.seats_of(region)).collect();
    assert_eq!(seats.len(), 650);
    assert_eq!(commons.seats_of(NORTHERN_IRELAND).len(), 18);
    assert_eq!(commons.seats_of("VT"), []);
    let members: BTreeMap<String, Vec<String>> =
        lines("people.csv").into_iter().map(|row| (row[1].clone(), row)).collect();
    let rows = lines("seats.csv");
    let names: BTreeMap<&str, (&str, &str)> = rows.iter().map(|row| (&*row[0], (&*row[2], &*row[1]))).collect();
    for region in REGIONS {
        for seat in commons.seats_of(region) {
            let (code, representation) = (commons.seat_code(seat), commons.represent(seat).unwrap());
            assert_eq!((&*commons.name_in_letter(seat), region), names[&*code]);
            let [member] = representation.people.as_slice() else { panic!("{code}") };
            let row = &members[&code];
            assert_eq!(
                [&*member.id, &*member.name, member.email.as_deref().unwrap_or_default()],
                [&*row[0], &*row[3], &*row[6]]
            );
            let party = if row[5] == "uk-independents" { "Independent" } else { &*row[5] };
            assert_eq!(member.party.as_deref(), Some(party));
            assert_eq!((&*member.title, &*member.salutation, member.seat), ("MP", &*row[3], Some(seat)));
            assert_eq!(*member.shown, format!("{} MP", row[3]));
            let page = format!("https://members.parliament.uk/member/{}/contact", row[0]);
            assert_eq!(member.site.as_ref().unwrap().as_str(), page);
        }
    }
}

#[test]
fn places_without_a_seat_have_their_own_outcome() {
    let commons = read(committed()).unwrap();
    for (typed, expected) in [
        ("BT1 1AA", Place::Region(NORTHERN_IRELAND.into())),
        ("JE2 3AB", Place::Outside),
        ("GY1 1AA", Place::Outside),
        ("IM1 1AA", Place::Outside),
        ("BF1 0AA", Place::Military),
        ("ZZ9 9ZZ", Place::Unknown),
        ("GX11 1AA", Place::Outside),
        ("FIQQ 1ZZ", Place::Outside),
        ("ASCN 1ZZ", Place::Outside),
        ("STHL 1ZZ", Place::Outside),
        ("TDCU 1ZZ", Place::Outside),
        ("AI-2640", Place::Outside),
        ("KY1-1001", Place::Outside),
        ("BFPO 12", Place::Military),
        ("BF1 2AT", Place::Military),
        ("GIR 0AA", Place::Unknown),
        ("BX1 1LT", Place::Unknown),
    ] {
        assert_eq!(commons.find(Postcode::Uk(UkPostcode::parse(typed).unwrap())), expected, "{typed}");
    }
    let zip = Postcode::Zip(Zip::parse("05401").unwrap());
    assert_eq!(commons.find(zip), Place::Unknown);
}

#[test]
fn tables_do_not_pass_for_each_other_and_stay_small() {
    let bytes = committed();
    assert_eq!(Offices::from_bytes(bytes).unwrap_err(), TableFault::OtherTable);
    // A page for another legislature knows none of the names.
    assert!(Assembly::from_bytes(bytes, &english()).is_ok());
    assert_eq!(Assembly::from_bytes(bytes, &Default::default()).unwrap_err(), TableFault::Content);
    // 48.6 kB were measured for the postcodes alone; members with their addresses are 14 kB more.
    let small = testbench::bytes::brotli(bytes).unwrap().len();
    assert!(small < 62_700, "{small} bytes for whoever chooses the United Kingdom");
}

#[test]
fn runs_that_contradict_each_other_are_refused() {
    let seats = &[("E14000001", "A", 0, true)];
    assert!(read(&Assembly::bytes(&made_up(seats, &[("B1 1AA", 0), ("B1 2AA", 0)])).unwrap()).is_ok());
    assert_eq!(Assembly::bytes(&made_up(seats, &[("B1 1AB", 0), ("B1 1AA", 0)])), Err(TableFault::Content));
}

/// A folder's records, with a made-up member for each seat that is held.
fn made_up(seats: &[(&str, &str, u8, bool)], runs: &[(&str, u16)]) -> Records {
    let day = |text: &str| text.parse().unwrap();
    let validity = Validity { as_of: day("2026-06-27"), valid_from: day("2024-07-04"), valid_to: day("2029-07-08") };
    let seat = |(code, name, region, _): &(&str, &str, u8, bool)| SeatRecord {
        code: (*code).into(),
        name: (*name).into(),
        region: u16::from(*region),
        post: Some(0),
        ..SeatRecord::default()
    };
    let person = |at: usize| PersonRecord {
        id: (at + 1).to_string(),
        homes: vec![Home::Seat(at as u16)],
        name: format!("Example Member {at}"),
        family_name: at.to_string(),
        party: "Example Party".to_owned(),
        ways: [String::new(), String::new(), format!("https://example.org/{}/a", at + 1), String::new(), String::new()],
        ..PersonRecord::default()
    };
    let held = seats.iter().enumerate().filter(|(_, (.., held))| *held);
    let run = |(first, place): &(&str, u16)| (UkPostcode::parse(first).unwrap(), *place);
    Records {
        over_from: day("2029-07-09"),
        redrawn: (Vec::new(), validity.valid_to),
        validity,
        address: "1 Example Street".to_owned(),
        regions: REGIONS.map(|code| RegionRecord { code: code.into(), ..RegionRecord::default() }).into(),
        seats: seats.iter().map(seat).collect(),
        people: held.map(|(at, _)| person(at)).collect(),
        postcodes: Postcodes::Runs(runs.iter().map(run).collect()),
        special: vec![("BT*".into(), Special::Region(9))],
    }
}

/// Sets the length and the checksum right again, so that damage reaches the code behind them.
fn reseal(file: &mut [u8]) {
    let content = file[18..].to_vec();
    let sum = content
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    file[6..10].copy_from_slice(&(content.len() as u32).to_le_bytes());
    file[10..18].copy_from_slice(&sum.to_le_bytes());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bits_are_a_fault(at in any::<prop::sample::Index>(), mask in 1u8..) {
        let mut file = committed().to_vec();
        let at = at.index(file.len());
        file[at] ^= mask;
        prop_assert!(read(&file).is_err());
    }

    #[test]
    fn cut_and_lengthened_files_are_a_fault(at in any::<prop::sample::Index>(), more in 1usize..50) {
        let file = committed();
        prop_assert!(read(&file[..at.index(file.len())]).is_err());
        let longer = [file, &vec![0; more]].concat();
        prop_assert!(read(&longer).is_err());
    }

    #[test]
    fn nonsense_with_a_right_checksum_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30),
        cut in any::<prop::sample::Index>(),
        shorten in any::<bool>(),
        near_the_start in any::<bool>(),
    ) {
        let mut file = committed().to_vec();
        if shorten {
            file.truncate(19 + cut.index(file.len() - 19));
        }
        let reach = if near_the_start { (file.len() - 18).min(400) } else { file.len() - 18 };
        for (at, byte) in changes {
            let at = 18 + at.index(reach);
            file[at] = byte;
        }
        reseal(&mut file);
        if let Ok(commons) = read(&file) {
            for text in ["SW1A 1AA", "AB10 1AB", "ZE3 9JJ", "B1 1AA"] {
                let place = commons.find(Postcode::Uk(UkPostcode::parse(text).unwrap()));
                if let Place::Seats(seats) = place {
                    let _ = (commons.represent(seats[0]), commons.name_in_letter(seats[0]), commons.seat_code(seats[0]));
                }
            }
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic(typed in ".{0,12}") {
        if let Ok(postcode) = UkPostcode::parse(&typed) {
            prop_assert_eq!(UkPostcode::parse(&postcode.to_string()), Ok(postcode));
        }
    }

    #[test]
    fn made_up_tables_come_back(
        numbers in prop::collection::btree_set(1u32..99_999_999, 1..12),
        held in prop::collection::vec(any::<bool>(), 12),
        runs in prop::collection::btree_map(("[A-Z][1-9]", "[0-9][ABDEFGHJLNPQRSTUWXYZ]{2}"), 0u16..12, 0..60),
    ) {
        let codes: Vec<String> = numbers.iter().map(|number| format!("E{number:08}")).collect();
        let seats: Vec<(&str, &str, u8, bool)> =
            codes.iter().zip(&held).enumerate().map(|(at, (code, held))| (&**code, "Example", at as u8, *held)).collect();
        let texts: Vec<(String, u16)> = runs
            .iter()
            .map(|((outward, inward), place)| (format!("{outward} {inward}"), place % codes.len() as u16))
            .collect();
        let runs: Vec<(&str, u16)> = texts.iter().map(|(first, place)| (&**first, *place)).collect();
        let commons = read(&Assembly::bytes(&made_up(&seats, &runs)).unwrap()).unwrap();
        for (first, place) in &runs {
            // Not every letter begins an area of its own: some are answered without the table.
            prop_assert_eq!(found(&commons, first), Some(codes[usize::from(*place)].clone()), "{}", first);
        }
        for (at, region) in REGIONS.iter().enumerate().take(codes.len()) {
            let seat = commons.seats_of(region)[0];
            prop_assert_eq!(commons.seat_code(seat), codes[at].clone());
            prop_assert_eq!(commons.represent(seat).unwrap().vacant, !held[at]);
        }
    }
}

#[test]
fn nobody_is_a_member_once_parliament_has_ended() {
    let seat = read(committed()).unwrap().seats_of(REGIONS[0])[0];
    for (today, over) in
        [(None, false), (Some("2029-07-08"), false), (Some("2029-07-09"), true), (Some("2031-01-01"), true)]
    {
        let commons = read(committed()).unwrap().on(today.map(|day| day.parse().unwrap()));
        for seat in REGIONS.iter().flat_map(|region| commons.seats_of(region)).chain([seat]) {
            let found = commons.represent(seat).unwrap();
            let names = found.people.iter().filter(|person| !person.name.is_empty()).count();
            assert!(!over || names == 0 && found.people.len() == 1 && !found.vacant, "{today:?} {seat:?}");
            assert!(over || found.ended.is_empty() && names == found.people.len(), "{today:?} {seat:?}");
        }
        let former = commons.represent(seat).unwrap().ended;
        assert_eq!(
            former.iter().map(|former| former.until.to_string()).collect::<Vec<_>>().join(" "),
            if over { "2029-07-08" } else { "" }
        );
    }
}
