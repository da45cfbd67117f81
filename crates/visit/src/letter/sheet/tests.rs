use super::*;
use crate::letter::words::{Lead, Point};

fn letter() -> Letter {
    let point = |text: &str| Point { label: text.into(), text: text.into() };
    let variant = |audience: &str, opening: Option<&str>, ask: Option<&str>| Variant {
        audience: vec![audience.to_owned()],
        subject: None,
        opening: opening.map(str::to_owned),
        ask: ask.map(str::to_owned),
    };
    Letter {
        subject: "From {{place}}".into(),
        prompts: vec!["Why?".into(), "Where?".into()],
        opening: "I live in {{place}}.".into(),
        lead: Some(Lead { one: "One:".into(), several: "Some:".into() }),
        points: vec![point("First, {{target.salutation}}."), point("Second."), point("Third.")],
        ask: "Please act.".into(),
        closing: "Yours,".into(),
        variants: vec![variant("us-house", None, Some("House, act.")), variant("E000009", Some("Thank you."), None)],
        ..Letter::default()
    }
}

fn reader(name: &str, place: &str, audiences: &[&str]) -> Recipient {
    let salutation = name.to_owned();
    let audiences = audiences.iter().map(|one| (*one).to_owned()).collect();
    Recipient { salutation, audiences, ..Recipient::unknown(name, place) }
}

/// Edits the letter as `first` gets it, one text after the other, and gives the bodies that three readers get: a senator,
/// another senator, and a member of the House.
fn after(guide: &Guide, edits: &[(&str, &str)]) -> ([String; 3], Guide, Sheet) {
    let letter = letter();
    let readers = [
        reader("Senator One", "Vermont", &["us-senate"]),
        reader("Senator Two", "Vermont", &["us-senate"]),
        reader("Member Three", "Vermont’s 1st district", &["us-house"]),
    ];
    let (mut guide, mut sheet) = (guide.clone(), Sheet::default());
    for (from, to) in edits {
        let source = Source { letter: &letter, title: "", guide: &guide, sheet: &sheet };
        let body = source.body(&readers[0]);
        assert!(body.contains(from), "{from} is not in {body}");
        (guide, sheet) = source.edited(&readers[0], &body.replacen(from, to, 1));
    }
    let source = Source { letter: &letter, title: "", guide: &guide, sheet: &sheet };
    (readers.map(|reader| source.body(&reader)), guide, sheet)
}

fn with_points(points: &[usize]) -> Guide {
    Guide { points: points.into(), ..Guide::default() }
}

#[test]
fn one_edit_holds_for_everybody_and_each_keeps_what_is_theirs() {
    let guide = with_points(&[0]);
    for (what, edits, one, two, three) in [
        (
            "nothing",
            &[][..],
            "I live in Vermont.\n\nOne:\n\nFirst, Senator One.\n\nPlease act.\n\nYours,",
            "I live in Vermont.\n\nOne:\n\nFirst, Senator Two.\n\nPlease act.\n\nYours,",
            "I live in Vermont’s 1st district.\n\nOne:\n\nFirst, Member Three.\n\nHouse, act.\n\nYours,",
        ),
        (
            "a sentence behind a point",
            &[("Senator One.", "Senator One. I mean it.")],
            "I live in Vermont.\n\nOne:\n\nFirst, Senator One. I mean it.\n\nPlease act.\n\nYours,",
            "I live in Vermont.\n\nOne:\n\nFirst, Senator Two. I mean it.\n\nPlease act.\n\nYours,",
            "I live in Vermont’s 1st district.\n\nOne:\n\nFirst, Member Three. I mean it.\n\nHouse, act.\n\nYours,",
        ),
        (
            "a paragraph behind a paragraph that differs",
            &[("act.\n\n", "act.\n\nThank you.\n\n")],
            "I live in Vermont.\n\nOne:\n\nFirst, Senator One.\n\nPlease act.\n\nThank you.\n\nYours,",
            "I live in Vermont.\n\nOne:\n\nFirst, Senator Two.\n\nPlease act.\n\nThank you.\n\nYours,",
            "I live in Vermont’s 1st district.\n\nOne:\n\nFirst, Member Three.\n\nHouse, act.\n\nThank you.\n\nYours,",
        ),
        (
            "a change in a paragraph that differs",
            &[("Please act", "Please act now")],
            "I live in Vermont.\n\nOne:\n\nFirst, Senator One.\n\nPlease act now.\n\nYours,",
            "I live in Vermont.\n\nOne:\n\nFirst, Senator Two.\n\nPlease act now.\n\nYours,",
            "I live in Vermont’s 1st district.\n\nOne:\n\nFirst, Member Three.\n\nHouse, act.\n\nYours,",
        ),
        (
            "a paragraph that differs is taken out",
            &[("\n\nPlease act.", "")],
            "I live in Vermont.\n\nOne:\n\nFirst, Senator One.\n\nYours,",
            "I live in Vermont.\n\nOne:\n\nFirst, Senator Two.\n\nYours,",
            "I live in Vermont’s 1st district.\n\nOne:\n\nFirst, Member Three.\n\nYours,",
        ),
        (
            "a name is taken out",
            &[("First, Senator One.", "First.")],
            "I live in Vermont.\n\nOne:\n\nFirst.\n\nPlease act.\n\nYours,",
            "I live in Vermont.\n\nOne:\n\nFirst.\n\nPlease act.\n\nYours,",
            "I live in Vermont’s 1st district.\n\nOne:\n\nFirst.\n\nHouse, act.\n\nYours,",
        ),
        (
            "everything is written by hand",
            &[("I live in Vermont.\n\nOne:\n\nFirst, Senator One.\n\nPlease act.\n\nYours,", "Free them.")],
            "Free them.",
            "Free them.",
            "Free them.",
        ),
    ] {
        let (bodies, ..) = after(&guide, edits);
        assert_eq!(bodies, [one, two, three], "{what}");
    }
}

#[test]
fn an_edit_of_an_answer_is_an_edit_of_the_answer() {
    let guide = Guide { answers: vec!["Because.".into()], ..Guide::default() };
    let (bodies, guide, sheet) = after(&guide, &[("Because.", "Because I care. ")]);
    assert_eq!((guide.answers, sheet.is_empty()), (vec!["Because I care. ".to_owned()], true));
    assert!(bodies.iter().all(|body| body.starts_with("Because I care. \n\nI live in")), "{bodies:?}");
}

#[test]
fn points_come_and_go_around_an_edit() {
    let (bodies, mut guide, sheet) =
        after(&with_points(&[1]), &[("I live in", "I have long lived in"), ("\n\nPlease", "\n\nMine.\n\nPlease")]);
    assert!(bodies[0].contains("Second.\n\nMine.\n\nPlease act."), "{bodies:?}");
    assert!(!sheet.holds(Part::Point(1)), "a paragraph of one's own behind a point is no part of the point");
    guide.toggle(1);
    guide.toggle(2);
    let letter = letter();
    let source = Source { letter: &letter, title: "", guide: &guide, sheet: &sheet };
    let body = source.body(&reader("Senator One", "Vermont", &[]));
    assert_eq!(body, "I have long lived in Vermont.\n\nOne:\n\nThird.\n\nMine.\n\nPlease act.\n\nYours,");
}

#[test]
fn undoing_an_edit_by_hand_leaves_no_trace() {
    let (_, _, sheet) = after(&with_points(&[0, 1]), &[("Second.", "Second, too."), ("Second, too.", "Second.")]);
    assert!(sheet.is_empty(), "{sheet:?}");
}

#[test]
fn a_subject_is_edited_for_everybody_and_keeps_its_places() {
    let (letter, guide, sheet) = (letter(), Guide::default(), Sheet::default());
    let source = Source { letter: &letter, title: "", guide: &guide, sheet: &sheet };
    let sheet = source.with_subject(&reader("Senator One", "Vermont", &[]), "A word from Vermont");
    let source = Source { sheet: &sheet, ..source };
    let other = source.part(Part::Subject, &reader("Senator Two", "Maine", &[]));
    assert_eq!(other, "A word from Maine");
}
