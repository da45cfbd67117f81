//! What becomes of letters on the way.

use super::made_up::*;
use super::*;

#[test]
fn what_was_written_survives_every_way_through() {
    let edited = writing([
        Event::Typed(Field::Answer(0), "My own words.".into()),
        Event::Typed(Field::Body, "My own words.\n\nI have long lived in Vermont.\n\nPlease act.\n\nYours,".into()),
        Event::EditingChanged(Editing::Own("E000002".into())),
        own("E000002", "mine"),
    ]);
    for (what, events) in [
        ("back", vec![Event::WentTo(Step::Find)]),
        ("back and forth", vec![Event::WentTo(Step::Find), Event::WentTo(Step::Write), Event::WentTo(Step::Send)]),
        ("another place and back", vec![Event::PlaceForgotten, zip("03101"), Event::PlaceForgotten, zip("05401")]),
        ("a person less", vec![Event::WentTo(Step::Find), Event::PersonToggled("E000003".into())]),
        ("a call", vec![Event::Contacted("E000001".into(), Channel::Reached)]),
        ("the end", vec![Event::WentTo(Step::Send), Event::Finished, Event::WentTo(Step::Send)]),
        ("a loss that is declined", vec![Event::LossAsked(Loss::Edits), Event::LossDeclined]),
        ("a loss that is not answered", vec![Event::LossAsked(Loss::Everything), Event::WentTo(Step::Write)]),
    ] {
        let after = continued(&edited, events);
        assert_eq!(after.draft(&official("E000002")).body, "mine", "{what}");
        let others = after.draft(&official("E000001")).body;
        assert!(
            others.contains("My own words.") && others.contains("I have long lived in Vermont"),
            "{what}: {others}"
        );
    }
}

#[test]
fn each_gets_what_is_theirs_around_what_is_the_same() {
    let now = writing([Event::Typed(Field::Body, "I live in Vermont. Truly.\n\nPlease act.\n\nYours,".into())]);
    for (whose, head) in [
        ("E000001", "Dear Senator E000001,\n\nI live in Vermont. Truly.\n\n"),
        ("E000003", "Dear Representative E000003,\n\nI live in Vermont. Truly.\n\n"),
    ] {
        let body = now.draft(&official(whose)).body;
        assert!(body.starts_with(head), "{body}");
    }
}

#[test]
fn a_letter_to_one_alone_is_made_on_purpose_and_reaches_nobody_else() {
    let now = writing([
        Event::EditingChanged(Editing::Own("E000001".into())),
        own("E000001", "alone"),
        Event::EditingChanged(Editing::Nothing),
        Event::Typed(Field::Answer(0), "For the others.".into()),
    ]);
    assert_eq!(now.draft(&official("E000001")).body, "alone");
    assert!(now.draft(&official("E000002")).body.contains("For the others."));
    assert_eq!(now.reader().unwrap().id, official("E000002").id, "the shared letter is shown as somebody gets it");
    let asked = continued(&now, [Event::LossAsked(Loss::Own("E000001".into()))]);
    assert_eq!(asked.draft(&official("E000001")).body, "alone", "asked first");
    let same = continued(&asked, [Event::LossConfirmed]);
    assert!(same.draft(&official("E000001")).body.contains("For the others."));
}

#[test]
fn a_letter_that_was_only_looked_at_stays_everybodys() {
    let look = Event::EditingChanged(Editing::Own("E000001".into()));
    for (what, events) in [
        ("closed", vec![look.clone(), Event::EditingChanged(Editing::Nothing)]),
        ("left by Back", vec![look.clone(), Event::WentTo(Step::Find), Event::WentTo(Step::Write)]),
        ("left for the cards", vec![look.clone(), Event::WentTo(Step::Send), Event::WentTo(Step::Write)]),
        ("left for another", vec![look.clone(), Event::EditingChanged(Editing::Own("E000002".into()))]),
        ("typed and taken back", {
            let before = writing([]).draft(&official("E000001")).body;
            vec![look.clone(), own("E000001", "x"), own("E000001", &before), Event::EditingChanged(Editing::Nothing)]
        }),
        (
            "opened from its card",
            vec![Event::WentTo(Step::Send), look.clone(), Event::EditingChanged(Editing::Nothing)],
        ),
    ] {
        let after = continued(&writing(events), [Event::Typed(Field::Answer(0), "Later.".into())]);
        assert!(after.draft(&official("E000001")).body.contains("Later."), "{what}: the letter is as it was");
    }
}

#[test]
fn a_letter_to_one_alone_opens_from_its_card() {
    let now = writing([
        Event::WentTo(Step::Send),
        Event::CardOpened("E000002".into()),
        Event::Copied(Copied::Letter),
        Event::EditingChanged(Editing::Own("E000002".into())),
    ]);
    assert_eq!(shown(&now), "write to 3");
    assert_eq!(now.editing, Editing::Own("E000002".into()));
    let sent = continued(&now, [own("E000002", "alone"), Event::WentTo(Step::Send)]);
    assert_eq!(sent.copied, Copied::No, "what was copied before is not what is sent");
    assert_eq!(sent.draft(&official("E000002")).body, "alone");
}

#[test]
fn only_what_is_the_visitors_own_is_asked_about() {
    let edit = Event::Typed(Field::Body, "I live in Vermont.\n\nOne:\n\nFirst. Mine.\n\nPlease act.\n\nYours,".into());
    for (what, events, asks) in [
        ("an empty letter", vec![Event::LossAsked(Loss::Everything)], false),
        ("an answer", vec![Event::Typed(Field::Answer(0), "a".into()), Event::LossAsked(Loss::Everything)], true),
        ("a name", vec![Event::Typed(Field::Name, "a".into()), Event::LossAsked(Loss::Everything)], true),
        ("a point as it was", vec![Event::PointToggled(0), Event::PointToggled(0)], false),
        ("a point that was edited", vec![Event::PointToggled(0), edit.clone(), Event::PointToggled(0)], true),
        ("edits", vec![Event::PointToggled(0), edit, Event::LossAsked(Loss::Edits)], true),
        (
            "a letter to one alone, as the shared one",
            vec![Event::EditingChanged(Editing::Own("E000001".into())), Event::LossAsked(Loss::Own("E000001".into()))],
            false,
        ),
    ] {
        assert_eq!(writing(events).asking.is_some(), asks, "{what}");
    }
}

#[test]
fn a_copy_counts_only_while_the_letter_is_as_it_was_copied() {
    let copied = writing([Event::WentTo(Step::Send), Event::Copied(Copied::Letter)]);
    assert_eq!(shown(&copied), "send to E000001, Letter");
    for (what, event, screen) in [
        ("the subject after it", Event::Copied(Copied::Subject), "send to E000001, Subject"),
        ("refused", Event::Copied(Copied::Refused), "send to E000001, Refused"),
        ("another card", Event::CardOpened("E000003".into()), "send to E000003, No"),
        ("sent", Event::Contacted("E000001".into(), Channel::Letter), "send to E000002, No"),
        ("a busy line", Event::Contacted("E000001".into(), Channel::Busy), "send to E000001, Letter"),
    ] {
        assert_eq!(shown(&continued(&copied, [event])), screen, "{what}");
    }
    let again = continued(&copied, [Event::WentTo(Step::Write), Event::WentTo(Step::Send)]);
    assert_eq!(shown(&again), "send to E000001, No");
}

#[test]
fn what_would_be_lost_is_known() {
    let words = Event::Typed(Field::Answer(0), "mine".into());
    for (what, events, has) in [
        ("nothing written", vec![], false),
        ("own words", vec![words.clone()], true),
        ("a chosen point", vec![Event::PointToggled(0)], true),
        ("an edited letter", vec![Event::Typed(Field::Body, "a".into())], true),
        ("the people again", vec![words.clone(), Event::WentTo(Step::Find)], true),
        ("finished", vec![words.clone(), Event::Finished], false),
        ("started over", vec![words, Event::LossAsked(Loss::Everything), Event::LossConfirmed], false),
    ] {
        assert_eq!(writing(events).has_draft(), has, "{what}");
    }
}
