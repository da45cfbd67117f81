//! What becomes of letters on the way.

use super::made_up::*;
use super::*;

#[test]
fn an_edited_letter_survives_leaving_it() {
    let edited = visit([zip("05401"), letter_to("E000001"), Event::LetterEdited(draft("mine"))]);
    for (what, events) in [
        ("back", vec![Event::BackToPeople]),
        ("another letter", vec![Event::BackToPeople, letter_to("E000002"), Event::LetterEdited(draft("other"))]),
        ("another place and back", vec![Event::PlaceForgotten, zip("03101"), Event::PlaceForgotten, zip("05401")]),
        ("a call", contact("E000001", Channel::Reached).into()),
        ("the end", vec![Event::Finished, Event::BackToPeople]),
    ] {
        let after = continued(&edited, events);
        assert_eq!(after.draft(&official("E000001")), Some(&draft("mine")), "{what}");
    }
    assert_eq!(edited.draft(&official("E000002")), None, "a letter belongs to one person");
}

#[test]
fn the_last_edit_counts_until_it_is_thrown_away() {
    let edited = visit([
        zip("05401"),
        letter_to("E000001"),
        Event::LetterEdited(draft("one")),
        Event::LetterEdited(draft("two")),
    ]);
    assert_eq!(edited.drafts.len(), 1);
    assert_eq!(edited.draft(&official("E000001")), Some(&draft("two")));
    let reset = continued(&edited, [Event::LetterReset]);
    assert_eq!(reset.draft(&official("E000001")), None);
    assert_eq!(shown(&reset), "Words to E000001");
}

#[test]
fn the_first_letter_begins_with_the_guide_and_the_others_use_it() {
    let mut now = visit([zip("05401"), letter_to("E000001")]);
    for (what, event, screen) in [
        ("own words", Event::Answered(0, "mine".into()), "Words to E000001"),
        ("on", Event::TurnedTo(Task::Points), "Points to E000001"),
        ("a point", Event::PointToggled(2), "Points to E000001"),
        ("back to the words", Event::TurnedTo(Task::Words), "Words to E000001"),
        ("on again", Event::TurnedTo(Task::Points), "Points to E000001"),
        ("the letter", Event::TurnedTo(Task::Letter), "Letter to E000001"),
        ("the people", Event::BackToPeople, VERMONT),
        ("another letter", letter_to("E000002"), "Letter to E000002"),
    ] {
        now = continued(&now, [event]);
        assert_eq!(shown(&now), screen, "{what}");
    }
    assert_eq!((now.guide.answers.as_slice(), now.guide.points.as_slice()), (&["mine".to_owned()][..], &[2][..]));
}

#[test]
fn choosing_points_anew_makes_that_letter_anew_and_no_other() {
    let edited = visit([
        zip("05401"),
        letter_to("E000001"),
        Event::TurnedTo(Task::Letter),
        Event::LetterEdited(draft("one")),
        Event::BackToPeople,
        letter_to("E000002"),
        Event::LetterEdited(draft("two")),
    ]);
    let anew = continued(&edited, [Event::TurnedTo(Task::Points)]);
    assert_eq!(anew.draft(&official("E000001")), Some(&draft("one")));
    assert_eq!(anew.draft(&official("E000002")), None);
}

#[test]
fn what_would_be_lost_is_known() {
    let words = Event::Answered(0, "mine".into());
    for (what, events, has) in [
        ("nothing written", vec![zip("05401"), letter_to("E000001")], false),
        ("own words", vec![zip("05401"), letter_to("E000001"), words.clone()], true),
        ("a chosen point", vec![zip("05401"), letter_to("E000001"), Event::PointToggled(0)], true),
        ("an edited letter", vec![zip("05401"), letter_to("E000001"), Event::LetterEdited(draft("a"))], true),
        ("the people again", vec![zip("05401"), letter_to("E000001"), words.clone(), Event::BackToPeople], true),
        ("finished", vec![zip("05401"), letter_to("E000001"), words.clone(), Event::Finished], false),
        ("started over", vec![zip("05401"), letter_to("E000001"), words, Event::StartedOver], false),
    ] {
        assert_eq!(visit(events).has_draft(), has, "{what}");
    }
}

#[test]
fn what_was_copied_is_forgotten_with_the_screen() {
    let copied = visit([
        zip("05401"),
        letter_to("E000001"),
        Event::TurnedTo(Task::Send(Copied::No)),
        Event::Copied(Copied::Letter),
    ]);
    assert_eq!(shown(&copied), "Send(Letter) to E000001");
    for (what, event, screen) in [
        ("the subject after it", Event::Copied(Copied::Subject), "Send(Subject) to E000001"),
        ("refused", Event::Copied(Copied::Refused), "Send(Refused) to E000001"),
        ("back to the letter", Event::TurnedTo(Task::Letter), "Letter to E000001"),
    ] {
        assert_eq!(shown(&continued(&copied, [event])), screen, "{what}");
    }
}
