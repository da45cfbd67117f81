//! The compact tables say exactly what the committed text says, and never anything from damaged bytes.
#![cfg(not(target_arch = "wasm32"))]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::OnceLock;

use proptest::prelude::*;
use undersigned::cli::disk;

use places::assembly::Assembly;
use places::congress::{
    Congress, DistrictOffice, Division, HouseSeat, Offices, Official, Party, Role, State, StateKind, TableFault,
    Validity, Zip, english,
};
use places::date::Date;
use places::legislature::{Person, Place, Postcode};
use places::web_address::HttpsUrl;
use records::tables::read::{Tables, tables, texts};
use records::tables::zones;

fn committed() -> Tables {
    let folder = testbench::workspace::root().join("data/us");
    tables(&texts(&disk::folder(&folder), &folder).unwrap()).unwrap()
}

/// The two files as visitors get them.
fn files() -> &'static (Vec<u8>, Vec<u8>) {
    static FILES: OnceLock<(Vec<u8>, Vec<u8>)> = OnceLock::new();
    FILES.get_or_init(|| {
        let tables = committed();
        (Assembly::bytes(&tables.congress.records()).unwrap(), tables.offices.to_bytes())
    })
}

/// The table as a visitor's browser reads it.
fn read(bytes: &[u8]) -> Result<Assembly, TableFault> {
    Assembly::from_bytes(bytes, &english())
}

/// `zip,state,district` read without any code of ours.
fn pairs_in_csv() -> BTreeMap<u32, BTreeSet<(String, u8)>> {
    let text = std::fs::read_to_string(testbench::workspace::root().join("data/us/zip-cd119.csv")).unwrap();
    let mut pairs: BTreeMap<u32, BTreeSet<(String, u8)>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let division = (fields[1].to_owned(), fields[2].parse().unwrap());
        pairs.entry(fields[0].parse().unwrap()).or_default().insert(division);
    }
    pairs
}

#[test]
fn all_hundred_thousand_zip_codes_give_what_the_csv_says() {
    let congress = read(&files().0).unwrap();
    let expected = pairs_in_csv();
    let (mut found, mut territories, mut outside, mut military, mut unknown) = (0, 0, 0, 0, 0);
    for number in 0..100_000 {
        let zip = Zip::from_number(number).unwrap();
        match (congress.find(Postcode::Zip(zip)), expected.get(&number)) {
            (Place::Seats(seats), Some(expected)) => {
                found += 1;
                let codes: Vec<String> = seats.iter().map(|seat| congress.seat_code(*seat)).collect();
                let states: BTreeSet<&str> = codes.iter().map(|code| &code[..2]).collect();
                let changes = codes.chunk_by(|one, other| one[..2] == other[..2]).count();
                assert_eq!(changes, states.len(), "{zip}: those of one state stand together");
                let number = |code: &str| code.get(3..).map_or(0, |number| number.parse().unwrap());
                let divisions: BTreeSet<(String, u8)> =
                    codes.iter().map(|code| (code[..2].to_owned(), number(code))).collect();
                assert_eq!(&divisions, expected, "{zip}");
            }
            (Place::Seats(seats), None) => {
                territories += 1;
                let [seat] = seats.as_slice() else { panic!("{zip}: {seats:?}") };
                let expected = match number {
                    600..=799 | 900..=999 => "PR",
                    800..=899 => "VI",
                    96_910..=96_932 => "GU",
                    96_950..=96_952 => "MP",
                    _ => panic!("{zip}: {seat:?}"),
                };
                assert_eq!(congress.seat_code(*seat), expected, "{zip}");
            }
            (Place::Outside, None) => {
                outside += 1;
                assert!(matches!(number, 96_939..=96_944 | 96_960 | 96_970), "{zip}");
            }
            (Place::Military, None) => {
                military += 1;
                assert!(zip.is_military(), "{zip}");
            }
            (Place::Unknown, None) => {
                unknown += 1;
                assert!(!zip.is_military(), "{zip}");
            }
            (finding, expected) => panic!("{zip}: {finding:?} instead of {expected:?}"),
        }
    }
    assert_eq!(found, expected.len());
    assert_eq!(
        (military, outside),
        (1500, 8),
        "15 military prefixes of 100 ZIP codes each, and three states in the Pacific"
    );
    assert_eq!(unknown, 100_000 - 1508 - found - territories);
    assert!(territories > 200, "{territories}: post offices and buildings of the territories");
}

#[test]
fn people_seats_and_offices_come_back_exactly() {
    let tables = committed();
    let (table, offices) = files();
    let assembly = read(table).unwrap();
    assert_eq!(*assembly.validity(), tables.congress.validity());
    assert_eq!(Offices::from_bytes(offices).unwrap(), tables.offices);
    let rows = |file: &str| {
        let text = std::fs::read_to_string(testbench::workspace::root().join("data/us").join(file)).unwrap();
        text.lines().count() - 1
    };
    let officials = tables.congress.officials();
    assert_eq!(officials.len(), rows("officials.csv"));
    for official in officials {
        let code = if official.role == Role::Senator {
            official.division.state.code().to_owned()
        } else {
            official.division.to_string()
        };
        let seat = assembly.seats_of(&[if official.role == Role::Senator { "" } else { " " }, &code].concat())[0];
        let people = assembly.represent(seat).unwrap().people;
        let person = people.iter().find(|person| *person.id == *official.bioguide).unwrap();
        assert_eq!(same(person), told(official));
    }
    let listed: usize = officials.iter().map(|person| tables.offices.of(&person.bioguide).len()).sum();
    assert_eq!(listed, rows("district-offices.csv"));
}

type Told = (String, String, [Option<String>; 5]);

fn same(person: &Person) -> Told {
    let text = |text: &Option<Rc<str>>| text.as_deref().map(str::to_owned);
    let url = |url: &Option<HttpsUrl>| url.as_ref().map(|url| url.as_str().to_owned());
    let ways =
        [text(&person.email), text(&person.phone), url(&person.site), url(&person.contact_form), text(&person.address)];
    (person.shown.to_string(), person.salutation.to_string(), ways)
}

fn told(official: &Official) -> Told {
    let text = |text: &Option<Arc<str>>| text.as_deref().map(str::to_owned);
    let url = |url: &Option<HttpsUrl>| url.as_ref().map(|url| url.as_str().to_owned());
    let title = official.role.title();
    (
        format!("{title} {}", official.name),
        format!("{title} {}", official.family_name),
        [
            text(&official.email),
            text(&official.phone),
            url(&official.site),
            url(&official.contact_form),
            text(&official.address),
        ],
    )
}

#[test]
fn the_whole_congress_is_there() {
    let congress = committed().congress;
    let divisions: Vec<Division> = State::ALL.into_iter().flat_map(|state| congress.divisions_of(state)).collect();
    let voting = divisions.iter().filter(|division| division.state.kind() == StateKind::State).count();
    assert_eq!((voting, divisions.len() - voting), (435, 6));
    let mut vacant = Vec::new();
    for division in divisions {
        let delegation = congress.delegation(division).unwrap();
        let senators = if division.state.kind() == StateKind::State { 2 } else { 0 };
        assert_eq!(delegation.senators.len(), senators, "{division}");
        match delegation.house {
            HouseSeat::Held(member) => {
                assert_eq!((member.division, member.role), (division, Role::in_the_house(division.state)));
            }
            HouseSeat::Vacant | HouseSeat::Unknown => vacant.push(division.to_string()),
        }
    }
    assert_eq!(vacant, ["CA-14", "FL-20", "GA-13", "TX-23"]);
    let nowhere = Division { state: State::from_code("VT").unwrap(), district: 1 };
    assert_eq!(congress.delegation(nowhere), None);
    let pr = congress.delegation(Division { state: State::from_code("PR").unwrap(), district: 0 }).unwrap();
    assert!(matches!(pr.house, HouseSeat::Held(member) if member.role == Role::ResidentCommissioner));
}

/// Sets the length and the checksum right again, so that damage reaches the code behind them.
fn reseal(file: &mut [u8]) {
    let content = file[18..].to_vec();
    let sum = content
        .iter()
        .fold(0xcbf2_9ce4_8422_2325u64, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3));
    file[6..10].copy_from_slice(&(content.len() as u32).to_le_bytes());
    file[10..18].copy_from_slice(&sum.to_le_bytes());
}

#[test]
fn every_single_changed_byte_of_the_first_thousand_is_noticed() {
    for file in [&files().0, &files().1] {
        for at in 0..1000 {
            let mut damaged = file[..].to_vec();
            damaged[at] ^= 1 << (at % 8);
            assert!(read(&damaged).is_err(), "{at}");
            assert!(Offices::from_bytes(&damaged).is_err(), "{at}");
        }
    }
}

#[test]
fn files_do_not_pass_for_each_other() {
    assert_eq!(read(&files().1), Err(TableFault::OtherTable));
    assert_eq!(Offices::from_bytes(&files().0), Err(TableFault::OtherTable));
    assert_eq!(read(b"<!doctype html><title>Not found</title>"), Err(TableFault::NotATable));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn flipped_bits_are_a_fault(at in any::<prop::sample::Index>(), mask in 1u8..) {
        for (file, congress) in [(&files().0, true), (&files().1, false)] {
            let mut damaged = file.clone();
            let at = at.index(damaged.len());
            damaged[at] ^= mask;
            if congress {
                prop_assert!(read(&damaged).is_err());
            } else {
                prop_assert!(Offices::from_bytes(&damaged).is_err());
            }
        }
    }

    #[test]
    fn cut_and_lengthened_files_are_a_fault(at in any::<prop::sample::Index>(), more in 1usize..50) {
        let (congress, offices) = files();
        prop_assert!(read(&congress[..at.index(congress.len())]).is_err());
        prop_assert!(Offices::from_bytes(&offices[..at.index(offices.len())]).is_err());
        let longer = |file: &[u8]| file.iter().copied().chain(std::iter::repeat_n(0, more)).collect::<Vec<u8>>();
        prop_assert_eq!(read(&longer(congress)), Err(TableFault::Length));
        prop_assert_eq!(Offices::from_bytes(&longer(offices)), Err(TableFault::Length));
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&bytes).is_err());
        prop_assert!(Offices::from_bytes(&bytes).is_err());
    }

    /// Whoever gets past the checksum still meets checks, and a table that opens keeps its promises.
    #[test]
    fn nonsense_with_a_right_checksum_never_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        start in prop::bool::ANY,
    ) {
        for (file, of_congress) in [(&files().0, true), (&files().1, false)] {
            let mut damaged = file.clone();
            for (at, byte) in &changes {
                // Lengths and counts stand near the start, where damage reaches furthest.
                let end = if start { 700 } else { damaged.len() };
                let at = 18 + at.index(end - 18);
                damaged[at] = *byte;
            }
            reseal(&mut damaged);
            if !of_congress {
                let _ = Offices::from_bytes(&damaged);
            } else if let Ok(congress) = read(&damaged) {
                for number in (0..100_000).step_by(97) {
                    if let Place::Seats(seats) = congress.find(Postcode::Zip(Zip::from_number(number).unwrap())) {
                        prop_assert!(!seats.is_empty());
                        for seat in seats {
                            let _ = (congress.represent(seat), congress.seat_code(seat), congress.name_in_letter(seat));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn made_up_tables_come_back(
        zips in prop::collection::btree_map(0u32..100_000, prop::collection::vec((0usize..56, 0u8..4), 0..4), 0..60),
        people in prop::collection::vec(official(), 56),
        senators in prop::collection::vec(official(), 0..3),
    ) {
        let divisions: Vec<Division> = State::ALL.into_iter().enumerate().flat_map(|(at, state)| {
            let numbers = if at % 3 == 0 { 0..=0 } else { 1..=3u8 };
            numbers.map(move |district| Division { state, district })
        }).collect();
        let fitting = |(at, district): (usize, u8)| {
            Division { state: State::ALL[at], district: if at % 3 == 0 { 0 } else { 1 + district % 3 } }
        };
        let zips: BTreeMap<Zip, Vec<Division>> = zips
            .into_iter()
            .map(|(number, set)| (Zip::from_number(number).unwrap(), set.into_iter().map(fitting).collect()))
            .collect();
        let mut officials = Vec::new();
        for (at, mut person) in people.into_iter().enumerate() {
            person.division = fitting((at, at as u8));
            person.role = Role::in_the_house(person.division.state);
            if at % 5 != 0 {
                officials.push(person);
            }
        }
        for mut senator in senators {
            senator.division = Division { state: State::from_code("VT").unwrap(), district: 0 };
            senator.role = Role::Senator;
            officials.push(senator);
        }
        let day = |text: &str| text.parse::<Date>().unwrap();
        let validity = Validity { as_of: day("2026-06-15"), valid_from: day("2025-01-03"), valid_to: day("2199-12-31") };
        let congress = Congress::new(validity, divisions, officials, &zips).unwrap();
        let back = read(&Assembly::bytes(&congress.records()).unwrap()).unwrap();
        for official in congress.officials() {
            let seats = back.seats_of(official.division.state.code());
            let people: Vec<_> = seats.into_iter().flat_map(|seat| back.represent(seat).unwrap().people).collect();
            let told = told(official);
            prop_assert!(people.iter().any(|person| same(person) == told), "{:?}", told);
        }
        for (zip, mut divisions) in zips {
            let mut seen = BTreeSet::new();
            divisions.retain(|division| seen.insert(*division));
            // Without candidates a prefix may still say the territory.
            if !divisions.is_empty() {
                let Place::Seats(seats) = back.find(Postcode::Zip(zip)) else { panic!("{zip}") };
                let codes: Vec<String> = seats.into_iter().map(|seat| back.seat_code(seat)).collect();
                prop_assert_eq!(codes, divisions.iter().map(ToString::to_string).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn made_up_offices_come_back(offices in prop::collection::vec(office(), 0..20)) {
        let table = Offices::new(offices);
        prop_assert_eq!(Offices::from_bytes(&table.to_bytes()).unwrap(), table);
    }
}

fn text() -> impl Strategy<Value = Arc<str>> {
    // Words that resemble the regular ones, so that both short and whole forms occur.
    prop_oneof![
        "[A-Za-zéñ .,'-]{1,20}",
        "[1-9][0-9]{0,3}[A-C]? (Hart|Dirksen) Senate Office Building, Washington, DC 20510",
        "[1-9][0-9]{0,3} (Cannon|Rayburn|Hart) House Office Building, Washington, DC 20515(-[0-9]{3,5})?",
    ]
    .prop_map(Arc::from)
}

fn url() -> impl Strategy<Value = places::web_address::HttpsUrl> {
    "https://(www\\.)?[a-z]{1,4}\\.(house|senate)\\.gov(/[a-z]{0,3}){0,2}".prop_map(|url| url.try_into().unwrap())
}

fn phone() -> impl Strategy<Value = Arc<str>> {
    "(202-22[45]|80[12]-555)-[0-9]{4}".prop_map(Arc::from)
}

fn official() -> impl Strategy<Value = Official> {
    let party = || prop_oneof![Just(Party::Democrat), Just(Party::Republican), Just(Party::Independent)];
    (
        ("[A-C][0-9]{6}", "[A-Ca-z]{1,4}( [A-Z][a-z]{1,3})?", "([A-C][a-z]{0,4} ){0,2}", "(, Jr\\.| III)?", text()),
        any::<bool>(),
        (party(), prop::option::of(party())),
        prop::option::of(phone()),
        (prop::option::of(url()), prop::option::of(url()), prop::option::of("/[a-z/?=&]{0,9}")),
        (prop::option::of(text()), prop::sample::select(vec!["2026-11-03", "2027-01-03", "2029-01-03", "2199-12-31"])),
        prop::option::of("[a-c.]{1,4}@[a-c]{1,3}\\.example".prop_map(Arc::from)),
    )
        .prop_map(|(names, unrelated, (party, caucus), phone, (site, form, path), (address, term_end), email)| {
            let (bioguide, family_name, given, after, other) = names;
            let below =
                site.as_ref().zip(path).and_then(|(site, path)| [site.as_str(), &path].concat().try_into().ok());
            Official {
                bioguide: bioguide.into(),
                name: if unrelated { other } else { [&*given, &family_name, &after].concat().into() },
                family_name: family_name.into(),
                role: Role::Senator,
                division: Division { state: State::ALL[0], district: 0 },
                party,
                caucus,
                phone,
                contact_form: below.or(form),
                site,
                email,
                address,
                term_end: term_end.parse().unwrap(),
            }
        })
}

fn office() -> impl Strategy<Value = DistrictOffice> {
    ("[A-C][0-9]{6}", text(), text(), "(VT|CA)( [0-9]{5}(-[0-9]{4})?)?", prop::option::of(phone())).prop_map(
        |(bioguide, street, city, state_and_zip, phone)| DistrictOffice {
            zone: State::from_code(&state_and_zip[..2]).and_then(zones::of_state).map(Into::into),
            bioguide: bioguide.into(),
            street: street.to_string().into(),
            city: city.to_string().into(),
            state_and_zip: state_and_zip.into(),
            phone: phone.map(|phone| phone.to_string().into()),
        },
    )
}
