mod letters;
mod made_up;
mod orders;

use places::date::Date;

use super::*;
use made_up::*;

#[test]
fn each_answer_leads_to_its_screen() {
    for (what, answer, screen) in [
        ("one division", zip("05401"), VERMONT),
        ("a division of several", zip("03101"), "people of NH-1: E000004 E000005 E000006"),
        ("ZIP+4", zip(" 05401-1234 "), VERMONT),
        ("a split ZIP code", zip("03301"), "seats NH-1 NH-2: E000004 E000005"),
        ("a ZIP code across a state line", zip("03576"), "seats NH-1 VT"),
        ("a vacant seat", zip("03755"), "people of NH-2: E000004 E000005, seat vacant"),
        ("the District, without senators", zip("20001"), "people of DC: E000007"),
        ("an armed-forces address", zip("09001"), "regions, 09001 military"),
        ("a PO box", zip("05402"), "regions, 05402 unknown"),
        ("nothing", zip("  "), "refused Empty"),
        ("too short", zip("0540"), "refused TooShort(4)"),
        ("too long", zip("054011"), "refused TooLong(6)"),
        ("letters", zip("Vermont"), "refused Absent"),
        ("a postcode of another country", zip("SW1A 1AA"), "refused Of(UnitedKingdom)"),
        ("no ZIP code", Event::ByRegionChosen, "regions"),
        ("a state with one division", Event::RegionChosen(region("VT")), VERMONT),
        ("a state with several", Event::RegionChosen(region("NH")), "seats NH-1 NH-2: E000004 E000005"),
        ("the District as a state", Event::RegionChosen(region("DC")), "people of DC: E000007"),
    ] {
        assert_eq!(shown(&visit([answer.clone()])), screen, "{what}");
        let early = continued(&Rc::default(), [Event::TablesAsked, answer, tables()]);
        assert_eq!(shown(&early), screen, "{what}, before the tables");
    }
}

#[test]
fn what_is_answered_before_the_tables_waits_for_them() {
    for (answer, before) in [
        (zip("05401"), "waiting"),
        (zip("03301"), "waiting"),
        (Event::ByRegionChosen, "waiting"),
        (Event::RegionChosen(region("VT")), "waiting"),
        (zip("054"), "refused TooShort(3)"),
    ] {
        assert_eq!(shown(&continued(&Rc::default(), [answer.clone()])), before, "{answer:?}");
        assert_eq!(shown(&continued(&Rc::default(), [Event::TablesAsked, answer.clone()])), before, "{answer:?}");
    }
    assert_eq!(shown(&Visit::default()), "place");
    assert_eq!(shown(&continued(&Rc::default(), [Event::TablesAsked])), "place", "touching the field asks nothing");
}

#[test]
fn offices_that_fail_are_told_until_they_are_asked_for_again() {
    let at_people = visit([zip("05401")]);
    let failed = continued(&at_people, [Event::OfficesFailed]);
    assert!(failed.offices_failed && !at_people.offices_failed);
    assert_eq!(shown(&failed), VERMONT, "nothing else changes");
    assert!(!continued(&failed, [Event::OfficesAsked]).offices_failed);
}

#[test]
fn a_choice_among_divisions_settles_the_place() {
    let at_state_line = visit([zip("03576")]);
    for (chosen, screen) in [("VT0", VERMONT), ("NH1", "people of NH-1: E000004 E000005 E000006")] {
        assert_eq!(shown(&continued(&at_state_line, [Event::SeatChosen(seat(chosen))])), screen);
    }
    let by_state = visit([Event::RegionChosen(region("NH")), Event::SeatChosen(seat("NH2"))]);
    assert_eq!(shown(&by_state), "people of NH-2: E000004 E000005, seat vacant");
}

#[test]
fn a_second_answer_replaces_the_first() {
    let unknown = visit([zip("99999")]);
    assert_eq!(shown(&continued(&unknown, [Event::RegionChosen(region("VT"))])), VERMONT);
    assert_eq!(shown(&continued(&unknown, [zip("05401")])), VERMONT);
    assert_eq!(shown(&visit([zip("05401"), zip("0540")])), "refused TooShort(4)");
    assert_eq!(
        shown(&visit([zip("05401"), zip("03301")])),
        "seats NH-1 NH-2: E000004 E000005",
        "no place of before is kept"
    );
}

#[test]
fn changing_the_place_asks_anew() {
    for events in [
        vec![zip("05401"), Event::PlaceForgotten],
        vec![zip("03301"), Event::SeatChosen(seat("NH1")), Event::PlaceForgotten],
        vec![zip("05401"), Event::WentTo(Step::Write), Event::PlaceForgotten],
        vec![zip("x"), Event::PlaceForgotten],
    ] {
        assert_eq!(shown(&visit(events.clone())), "place", "{events:?}");
    }
}

#[test]
fn tables_that_cannot_be_had_are_told_and_can_be_asked_for_again() {
    for answer in [zip("05401"), Event::ByRegionChosen, Event::RegionChosen(region("VT"))] {
        let failed = continued(&Rc::default(), [Event::TablesAsked, answer.clone(), Event::TablesFailed]);
        assert_eq!(shown(&failed), "unavailable", "{answer:?}");
        let again = continued(&failed, [Event::TablesAsked]);
        assert_eq!(shown(&again), "waiting", "{answer:?}");
        assert_ne!(shown(&continued(&again, [tables()])), "unavailable", "{answer:?}");
        assert_eq!(shown(&continued(&again, [Event::TablesFailed])), "unavailable", "{answer:?}");
    }
    let touched = continued(&Rc::default(), [Event::TablesAsked, Event::TablesFailed]);
    assert_eq!(shown(&touched), "place", "nobody is interrupted while typing");
    assert_eq!(shown(&continued(&touched, [zip("0540")])), "refused TooShort(4)");
}

#[test]
fn tables_that_are_here_stay() {
    let chosen = visit([
        zip("03576"),
        Event::SeatChosen(seat("VT0")),
        Event::WentTo(Step::Write),
        Event::Typed(Field::Name, "mine".into()),
        Event::WentTo(Step::Send),
        Event::Copied(Copied::Letter),
    ]);
    for late in [Event::TablesAsked, Event::TablesFailed, tables()] {
        assert_eq!(continued(&chosen, [late.clone()]), chosen, "{late:?}");
    }
}

#[test]
fn senators_are_known_before_the_district_is() {
    let split = visit([zip("03301"), Event::WentTo(Step::Write)]);
    assert_eq!(shown(&split), "write to 2");
    let place = |visit: &Visit, whose| visit.recipient(&official(whose)).place;
    assert_eq!(place(&split, "E000004"), "New Hampshire");
    let known =
        continued(&split, [Event::WentTo(Step::Find), Event::SeatChosen(seat("NH1")), Event::WentTo(Step::Write)]);
    assert_eq!(shown(&known), "write to 3");
    assert_eq!(place(&known, "E000006"), "New Hampshire\u{2019}s 1st congressional district");
    let across = visit([zip("03576"), Event::WentTo(Step::Write)]);
    assert_eq!(shown(&across), "seats NH-1 VT", "nobody represents two states");
}

#[test]
fn everybody_is_ticked_and_nobody_writes_to_nobody() {
    let toggled = |ids: &[&str]| ids.iter().map(|id| Event::PersonToggled((*id).into())).collect::<Vec<_>>();
    for (what, toggles, screen) in [
        ("all", &[][..], "write to 3"),
        ("one less", &["E000002"], "write to 2"),
        ("and again", &["E000002", "E000002"], "write to 3"),
        ("none", &["E000001", "E000002", "E000003"], VERMONT),
    ] {
        let now = continued(&visit([zip("05401")]), toggled(toggles));
        assert_eq!(shown(&continued(&now, [Event::WentTo(Step::Write)])), screen, "{what}");
        let send = if screen == VERMONT { VERMONT } else { "send to E000001, No" };
        assert_eq!(shown(&continued(&now, [Event::WentTo(Step::Send)])), send, "{what}, forward in the history");
    }
    for step in [Step::Write, Step::Send] {
        assert_eq!(shown(&visit([Event::WentTo(step)])), "place", "there is nobody yet");
    }
}

#[test]
fn one_card_after_the_other_ends_in_thanks() {
    let sent = |id: &str| Event::Contacted(id.into(), Channel::Letter);
    let mut now = writing([Event::WentTo(Step::Send)]);
    for (id, next, screen) in [
        ("E000001", Some("E000002"), "send to E000002, No"),
        ("E000002", Some("E000003"), "send to E000003, No"),
        ("E000003", None, "thanks"),
    ] {
        assert_eq!(now.next_after(id).map(|person| person.id.to_string()).as_deref(), next);
        now = continued(&now, [sent(id)]);
        assert_eq!(shown(&now), screen);
    }
    assert_eq!(shown(&continued(&now, [Event::CardOpened("E000002".into())])), "send to E000002, No", "a look back");
    let with_two =
        continued(&visit([zip("05401")]), [Event::PersonToggled("E000002".into()), Event::WentTo(Step::Send)]);
    assert_eq!(shown(&continued(&with_two, [sent("E000001"), sent("E000003")])), "thanks", "those who were ticked");
}

#[test]
fn whoever_was_contacted_stays_so_when_the_place_changes() {
    let channels = |visit: &Visit, whose| visit.channels(&official(whose)).collect::<Vec<_>>();
    let contact = |id: &str, channel| Event::Contacted(id.into(), channel);
    let contacted = continued(&visit([zip("03101")]), [contact("E000004", Channel::Letter)]);
    let elsewhere = continued(&contacted, [Event::PlaceForgotten, zip("03755")]);
    assert_eq!(channels(&elsewhere, "E000004"), [Channel::Letter]);
    assert_eq!(channels(&elsewhere, "E000005"), []);
    for (call, both) in
        [(Channel::Busy, [Channel::Letter, Channel::Busy]), (Channel::Reached, [Channel::Letter, Channel::Reached])]
    {
        let again = continued(&elsewhere, [contact("E000004", Channel::Voicemail), contact("E000004", call)]);
        assert_eq!(channels(&again, "E000004"), both, "one letter and the last outcome of a call");
    }
}

#[test]
fn a_line_that_was_busy_leaves_the_person_to_do() {
    for (channel, done) in
        [(Channel::Busy, false), (Channel::Voicemail, true), (Channel::Reached, true), (Channel::Letter, true)]
    {
        let now = visit([zip("20001"), Event::WentTo(Step::Send), Event::Contacted("E000007".into(), channel)]);
        assert_eq!(now.is_done(&official("E000007")), done, "{channel:?}");
        assert_eq!(shown(&now) == "thanks", done, "{channel:?}");
    }
}

#[test]
fn starting_over_leaves_nothing_for_the_next_visitor() {
    let first = writing([
        Event::Typed(Field::Body, "mine".into()),
        Event::Typed(Field::Answer(0), "mine".into()),
        Event::EditingChanged(Editing::Own("E000002".into())),
        Event::PersonToggled("E000003".into()),
        Event::WentTo(Step::Send),
        Event::Contacted("E000001".into(), Channel::Letter),
        Event::Finished,
        Event::LinkCopied(LinkCopy::Copied),
        Event::LossAsked(Loss::Everything),
    ]);
    assert_eq!(shown(&first), "thanks", "asked first");
    let second = continued(&first, [Event::LossConfirmed]);
    let fresh = Visit {
        letter: second.letter.clone(),
        tables: second.tables.clone(),
        named: second.named.clone(),
        ..Visit::default()
    };
    assert!(*second == fresh, "{:?} {:?} {:?}", second.guide, second.own, second.contacted);
}

#[test]
fn one_may_finish_early_and_come_back() {
    let finished = writing([Event::WentTo(Step::Send), Event::Finished]);
    assert_eq!(shown(&finished), "thanks");
    assert_eq!(shown(&continued(&finished, [Event::WentTo(Step::Send)])), "send to E000001, No");
    assert_eq!(shown(&visit([zip("05401"), Event::Finished])), "thanks", "after calls alone");
}

#[test]
fn what_changes_nothing_gives_the_same_visit_back() {
    let today = Browser { today: Date::new(2026, 6, 15), share_sheet: true, now: None };
    for (what, before, event) in [
        ("asked twice", visit([]), Event::TablesAsked),
        ("the same ZIP code", visit([zip("05401")]), zip("05401-0000")),
        ("the same state", visit([Event::RegionChosen(region("NH"))]), Event::RegionChosen(region("NH"))),
        ("the same division", visit([Event::SeatChosen(seat("NH1"))]), Event::SeatChosen(seat("NH1"))),
        ("nothing to forget", visit([]), Event::PlaceForgotten),
        ("already there", visit([zip("05401")]), Event::WentTo(Step::Find)),
        ("nobody to write to", visit([]), Event::WentTo(Step::Write)),
        ("nothing to undo", writing([]), Event::LossAsked(Loss::Edits)),
        ("nothing to confirm", writing([]), Event::LossConfirmed),
        (
            "the same answer",
            writing([Event::Typed(Field::Answer(0), "a".into())]),
            Event::Typed(Field::Answer(0), "a".into()),
        ),
        (
            "the same letter",
            writing([]),
            Event::Typed(Field::Body, "I live in Vermont.\n\nPlease act.\n\nYours,".into()),
        ),
        ("an edit without a reader", visit([]), Event::Typed(Field::Body, "a".into())),
        ("nobody's own letter", writing([]), own("E000001", "a")),
        ("the browser said so before", visit([Event::BrowserAsked(today)]), Event::BrowserAsked(today)),
        (
            "the link was copied before",
            visit([Event::LinkCopied(LinkCopy::Copied)]),
            Event::LinkCopied(LinkCopy::Copied),
        ),
    ] {
        assert_eq!(continued(&before, [event]), before, "{what}");
    }
}
