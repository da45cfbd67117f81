mod letters;
mod made_up;

use super::*;
use crate::domain::date::Date;
use made_up::*;

#[test]
fn each_answer_leads_to_its_screen() {
    for (what, answer, screen) in [
        ("one division", zip("05401"), VERMONT),
        ("a division of several", zip("03101"), "people of NH-1: E000004 E000005 E000006"),
        ("ZIP+4", zip(" 05401-1234 "), VERMONT),
        ("a split ZIP code", zip("03301"), "seats NH-1 NH-2"),
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
        ("a state with several", Event::RegionChosen(region("NH")), "seats NH-1 NH-2"),
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
    assert_eq!(shown(&visit([zip("05401"), zip("03301")])), "seats NH-1 NH-2", "no place of before is kept");
}

#[test]
fn changing_the_place_asks_anew() {
    for events in [
        vec![zip("05401"), Event::PlaceForgotten],
        vec![zip("03301"), Event::SeatChosen(seat("NH1")), Event::PlaceForgotten],
        vec![zip("05401"), letter_to("E000001"), Event::PlaceForgotten],
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
        letter_to("E000001"),
        Event::TurnedTo(Task::Send(Copied::No)),
        Event::Copied(Copied::Letter),
    ]);
    for late in [Event::TablesAsked, Event::TablesFailed, tables()] {
        assert!(Rc::ptr_eq(&continued(&chosen, [late.clone()]), &chosen), "{late:?}");
    }
}

#[test]
fn contacting_everyone_ends_in_thanks() {
    let write = |bioguide| contact(bioguide, Channel::Letter);
    let call = |bioguide| contact(bioguide, Channel::Reached);
    for (place, contacts, last) in [
        ("05401", vec![write("E000001"), call("E000002")], write("E000003")),
        ("03755", vec![write("E000004")], call("E000005")),
        ("20001", vec![], call("E000007")),
    ] {
        let mut now = visit([zip(place)]);
        for contact in contacts {
            now = continued(&now, contact);
            assert!(shown(&now).starts_with("people"), "{place}: back to the others");
        }
        assert_eq!(shown(&continued(&now, last)), "thanks", "{place}");
    }
}

#[test]
fn whoever_was_contacted_stays_so_when_the_place_changes() {
    let channels = |visit: &Visit, whose| visit.channels(&official(whose)).collect::<Vec<_>>();
    let contacted = continued(&visit([zip("03101")]), contact("E000004", Channel::Letter));
    let elsewhere = continued(&contacted, [Event::PlaceForgotten, zip("03755")]);
    assert_eq!(channels(&elsewhere, "E000004"), [Channel::Letter]);
    assert_eq!(channels(&elsewhere, "E000005"), []);
    for (call, both) in
        [(Channel::Busy, [Channel::Letter, Channel::Busy]), (Channel::Reached, [Channel::Letter, Channel::Reached])]
    {
        let again =
            continued(&elsewhere, contact("E000004", Channel::Voicemail).into_iter().chain(contact("E000004", call)));
        assert_eq!(channels(&again, "E000004"), both, "one letter and the last outcome of a call");
    }
}

#[test]
fn a_line_that_was_busy_leaves_the_person_to_do() {
    for (channel, done) in
        [(Channel::Busy, false), (Channel::Voicemail, true), (Channel::Reached, true), (Channel::Letter, true)]
    {
        let now = continued(&visit([zip("20001")]), contact("E000007", channel));
        assert_eq!(now.is_done(&official("E000007")), done, "{channel:?}");
        assert_eq!(shown(&now) == "thanks", done, "{channel:?}");
    }
}

#[test]
fn starting_over_leaves_nothing_for_the_next_visitor() {
    let first = visit([
        zip("05401"),
        letter_to("E000001"),
        Event::LetterEdited(draft("mine")),
        Event::Contacted(Channel::Letter),
        Event::Finished,
        Event::LinkCopied(LinkCopy::Copied),
    ]);
    let second = continued(&first, [Event::StartedOver]);
    assert_eq!(shown(&second), "place");
    let second = continued(&second, [zip("05401"), letter_to("E000001")]);
    assert_eq!(second.draft(&official("E000001")), None);
    assert_eq!(second.contacted, []);
    assert_eq!(second.link, LinkCopy::Untried);
}

#[test]
fn one_may_finish_early_and_come_back() {
    let finished = visit([zip("05401"), Event::Finished]);
    assert_eq!(shown(&finished), "thanks");
    assert_eq!(shown(&continued(&finished, [Event::BackToPeople])), VERMONT);
}

#[test]
fn what_changes_nothing_gives_the_same_visit_back() {
    let today = Browser { today: Date::new(2026, 6, 15), share_sheet: true, now: None };
    let at_letter = [zip("05401"), letter_to("E000001")];
    for (what, before, event) in [
        ("asked twice", visit([]), Event::TablesAsked),
        ("the same ZIP code", visit([zip("05401")]), zip("05401-0000")),
        ("the same state", visit([Event::RegionChosen(region("NH"))]), Event::RegionChosen(region("NH"))),
        ("the same division", visit([Event::SeatChosen(seat("NH1"))]), Event::SeatChosen(seat("NH1"))),
        ("nothing to forget", visit([]), Event::PlaceForgotten),
        ("already there", visit([zip("05401")]), Event::BackToPeople),
        ("nothing to reset", visit(at_letter.clone()), Event::LetterReset),
        (
            "the same draft",
            visit([&at_letter[..], &[Event::LetterEdited(draft("a"))]].concat()),
            Event::LetterEdited(draft("a")),
        ),
        ("an edit without a letter", visit([zip("05401")]), Event::LetterEdited(draft("a"))),
        ("copied without a letter", visit([zip("05401")]), Event::Copied(Copied::Letter)),
        ("turned without anybody", visit([zip("05401")]), Event::TurnedTo(Task::Points)),
        ("contacted without anybody", visit([zip("05401")]), Event::Contacted(Channel::Reached)),
        ("the browser said so before", visit([Event::BrowserAsked(today)]), Event::BrowserAsked(today)),
        (
            "the link was copied before",
            visit([Event::LinkCopied(LinkCopy::Copied)]),
            Event::LinkCopied(LinkCopy::Copied),
        ),
    ] {
        assert!(Rc::ptr_eq(&continued(&before, [event]), &before), "{what}");
    }
}
