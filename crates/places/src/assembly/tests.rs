use super::*;

fn manner(first: &[&str]) -> Manner {
    let forms = |title: &str| Forms {
        shown: [title, " {name}"].concat(),
        title: title.to_owned(),
        salutation: [title, " {family}"].concat(),
        addressed: [title, " {name}"].concat(),
    };
    let role = |title: &str| RoleWords {
        audiences: "example-city example-chamber".to_owned(),
        vacant: ["Your ", title].concat(),
        forms: [forms(title), forms("Madam"), forms("Sir")],
    };
    Manner {
        names_in: "en".to_owned(),
        roles: ["Councillor", "Mayor"].into_iter().flat_map(|title| role(title).to_texts()).collect(),
        groups: vec![("x-red".into(), "Red Party".into())],
        first: first.iter().map(|one| (*one).to_owned()).collect(),
        ..Manner::default()
    }
}

fn records() -> Records {
    let date = |year| Date::new(year, 1, 1).unwrap();
    let seat = |code: &str, region, post| SeatRecord {
        code: code.into(),
        name: ["Ward ", code].concat().into(),
        region,
        post,
        ..SeatRecord::default()
    };
    let region = |code: &str| RegionRecord { code: code.into(), name: code.into(), ..RegionRecord::default() };
    let person = |id: &str, role, homes: &[Home]| PersonRecord {
        id: id.to_owned(),
        homes: homes.to_vec(),
        role,
        name: ["Example Person ", id].concat(),
        family_name: id.to_owned(),
        ways: std::array::from_fn(|at| if at == 2 { format!("https://example.org/{id}/page") } else { String::new() }),
        ..PersonRecord::default()
    };
    Records {
        validity: Validity { as_of: date(2026), valid_from: date(2025), valid_to: date(2028) },
        address: "1 Example Square".to_owned(),
        over_from: "2028-01-02".parse().unwrap(),
        regions: vec![region("N"), region("S")],
        seats: vec![seat("1", 0, Some(0)), seat("2", 0, Some(0)), seat("3", 1, Some(1))],
        people: vec![
            PersonRecord { party: "x-red".to_owned(), ..person("a", 0, &[Home::Seat(0)]) },
            PersonRecord { gender: Gender::Female, ..person("b", 0, &[Home::Seat(1)]) },
            PersonRecord {
                gender: Gender::Male,
                party: "Blue".to_owned(),
                ..person("c", 1, &[Home::Region(0), Home::Seat(2)])
            },
        ],
        postcodes: Postcodes::Codes(vec![
            PostcodeRecord { code: "10000".into(), seats: vec![1, 0] },
            PostcodeRecord { code: "2*".into(), seats: vec![2] },
        ]),
        special: vec![
            ("9*".into(), Special::Military),
            ("80000".into(), Special::Region(1)),
            ("80001".into(), Special::Seat(1)),
        ],
        redrawn: (Vec::new(), date(2028)),
    }
}

fn read(manner: &Manner) -> Assembly {
    Assembly::from_bytes(&Assembly::bytes(&records()).unwrap(), manner).unwrap()
}

fn shown(assembly: &Assembly, place: u16) -> Vec<String> {
    let people = assembly.represent(Seat(place)).unwrap().people;
    people.iter().map(|person| person.shown.to_string()).collect()
}

#[test]
fn whoever_sits_for_a_region_represents_all_of_its_seats() {
    let assembly = read(&manner(&[]));
    assert_eq!(shown(&assembly, 0), ["Councillor Example Person a", "Sir Example Person c"]);
    assert_eq!(shown(&assembly, 1), ["Madam Example Person b", "Sir Example Person c"]);
    assert_eq!(shown(&assembly, 2), ["Sir Example Person c"]);
    assert_eq!(assembly.seats_of("N"), [Seat(0), Seat(1)]);
    assert_eq!(assembly.seats_of(" 3 1 9"), [Seat(2), Seat(0)]);
    assert!(assembly.seats_of("X").is_empty());
    assert_eq!(assembly.represent(Seat(3)), None);
}

#[test]
fn people_come_back_whole() {
    let assembly = read(&manner(&[]));
    let [councillor, mayor] = &*assembly.represent(Seat(0)).unwrap().people else { panic!() };
    assert_eq!(councillor.party, Some("Red Party".into()));
    assert_eq!(mayor.party, Some("Blue".into()));
    assert_eq!(
        councillor.groups.iter().map(|group| &**group).collect::<Vec<_>>(),
        ["example-city", "example-chamber", "x-red"]
    );
    assert_eq!(&*councillor.salutation, "Councillor a");
    assert_eq!(councillor.site.as_ref().map(|site| site.as_str()), Some("https://example.org/a/page"));
    assert_eq!(councillor.address.as_deref(), Some("1 Example Square"));
    assert_eq!(councillor.seat, Some(Seat(0)));
    assert_eq!(mayor.seat, None);
}

#[test]
fn whom_the_campaign_asks_first_comes_first() {
    assert_eq!(shown(&read(&manner(&["c", "x-red"])), 0), ["Sir Example Person c", "Councillor Example Person a"]);
    assert_eq!(shown(&read(&manner(&["x-red"])), 0), ["Councillor Example Person a", "Sir Example Person c"]);
}

#[test]
fn nobody_holds_a_seat_after_the_last_day() {
    for (day, shown_then) in [
        ("2028-01-01", ["Councillor Example Person a", "Sir Example Person c"]),
        ("2028-01-02", ["Your Mayor", "Your Councillor"]),
    ] {
        let assembly = read(&manner(&[])).on(day.parse().ok());
        assert_eq!(shown(&assembly, 0), shown_then, "{day}");
        let ended = assembly.represent(Seat(0)).unwrap().ended;
        assert_eq!(ended.len(), if day == "2028-01-01" { 0 } else { 2 });
    }
    // Who doesn't know the day trusts the records.
    assert_eq!(shown(&read(&manner(&[])).on(None), 2), ["Sir Example Person c"]);
}

#[test]
fn a_postcode_offers_its_seats_in_order() {
    let assembly = read(&manner(&[]));
    let find = |typed: &str| {
        let code = read_code(&["99999".to_owned()], "US", typed).unwrap();
        assembly.find(Postcode::Code(code))
    };
    assert_eq!(find("10000"), Place::Seats(vec![Seat(1), Seat(0)]));
    assert_eq!(find("21234"), Place::Seats(vec![Seat(2)]));
    assert_eq!(find("30000"), Place::Unknown);
    assert_eq!(find("91234"), Place::Military);
    assert_eq!(find("80000"), Place::Region("S".into()));
    assert_eq!(find("80001"), Place::Seats(vec![Seat(1)]));
}

#[test]
fn bytes_that_are_cut_or_changed_are_refused() {
    let bytes = Assembly::bytes(&records()).unwrap();
    for length in 0..bytes.len() {
        assert!(Assembly::from_bytes(&bytes[..length], &manner(&[])).is_err(), "{length}");
    }
    // A page that knows fewer roles than the table.
    let few = Manner { roles: Vec::new(), ..manner(&[]) };
    assert!(Assembly::from_bytes(&bytes, &few).is_err());
}

#[test]
fn a_seat_that_nobody_holds_is_vacant_whoever_sits_for_its_region() {
    let without = |gone: &[&str]| {
        let mut records = records();
        records.people.retain(|person| !gone.contains(&&*person.id));
        let assembly = Assembly::from_bytes(&Assembly::bytes(&records).unwrap(), &manner(&[])).unwrap();
        [0, 1, 2].map(|place| assembly.represent(Seat(place)).unwrap().vacant)
    };
    assert_eq!(without(&[]), [false, false, false]);
    assert_eq!(without(&["b"]), [false, true, false]);
    assert_eq!(without(&["a", "c"]), [true, false, true]);
    // Where everybody sits for a region, no seat is anybody's own.
    let mut regional = records();
    regional.people =
        vec![PersonRecord { homes: vec![Home::Region(0), Home::Region(1)], ..regional.people.swap_remove(0) }];
    regional.seats.iter_mut().for_each(|seat| seat.post = None);
    let assembly = Assembly::from_bytes(&Assembly::bytes(&regional).unwrap(), &manner(&[])).unwrap();
    assert!(!assembly.represent(Seat(0)).unwrap().vacant);
}
