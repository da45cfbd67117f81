//! Whatever order somebody does things in: what they typed stays until they let it go, and each person gets the letter that
//! was shown for them.

use proptest::collection::vec;
use proptest::prelude::*;

use super::made_up::*;
use super::*;
use crate::letter::{Part, Recipient};

/// Everybody of the made-up Congress; two have the same words from the campaign unless one of them is the last.
const EVERYBODY: [&str; 7] = ["E000001", "E000002", "E000003", "E000004", "E000006", "E000007", "E000005"];

/// Something that the visitor typed, and whose letter it must be in.
#[derive(Debug)]
enum Typed {
    Shared { mark: String, reader: &'static str },
    Subject { mark: String, reader: &'static str },
    Signed { mark: String },
    Own { mark: String, whose: String },
}

/// What the visitor does next: a move, and numbers that say where.
type Move = (u8, usize, usize);

fn in_body(now: &Rc<Visit>, at: usize, mark: &str) -> Option<(Rc<Visit>, &'static str)> {
    let reader = now.reader()?;
    let recipient = now.recipient(&reader);
    let body = now.source().body(&recipient);
    let places: Vec<usize> = body.char_indices().map(|(at, _)| at).chain([body.len()]).collect();
    let at = places[at % places.len()];
    let typed = [&body[..at], mark, &body[at..]].concat();
    let after = continued(now, [Event::Typed(Field::Body, typed.clone())]);
    let shown = after.source().body(&recipient);
    let is_in_a_name = [&recipient.name, &recipient.role, &recipient.salutation].iter().any(|name| {
        (1..name.len()).any(|cut| body[..at].ends_with(&name[..cut]) && body[at..].starts_with(&name[cut..]))
    });
    if !is_in_a_name {
        assert_eq!(shown.replace('\n', ""), typed.replace('\n', ""), "what is typed is what is shown");
    }
    EVERYBODY.into_iter().find(|id| **id == *reader.id).map(|id| (after, id))
}

fn act(now: &Rc<Visit>, (kind, one, other): Move, mark: &str, typed: &mut Vec<Typed>) -> Rc<Visit> {
    let people = now.people();
    let person = people.get(one % people.len().max(1));
    let places = ["05401", "03101", "03301", "03576", "03755", "20001", "99999", "x"];
    let reader = now.reader().and_then(|reader| EVERYBODY.into_iter().find(|id| **id == *reader.id));
    let event = match kind % 21 {
        0..=2 => {
            let Some((after, reader)) = in_body(now, one, mark) else { return Rc::clone(now) };
            typed.push(Typed::Shared { mark: mark.to_owned(), reader });
            return after;
        }
        3 => {
            let Some(reader) = reader else { return Rc::clone(now) };
            let before = now.guide.answers.get(one % 2).cloned().unwrap_or_default();
            typed.push(Typed::Shared { mark: mark.to_owned(), reader });
            Event::Typed(Field::Answer(one % 2), before + mark)
        }
        4 => {
            let Some(person) = person else { return Rc::clone(now) };
            let opened = continued(now, [Event::EditingChanged(Editing::Own(Rc::clone(&person.id)))]);
            let body = opened.draft(person).body;
            typed.push(Typed::Own { mark: mark.to_owned(), whose: person.id.to_string() });
            return continued(&opened, [Event::Typed(Field::OwnBody(Rc::clone(&person.id)), body + mark)]);
        }
        5 | 6 => Event::PointToggled(one % 2),
        7 => Event::PersonToggled(person.map_or_else(|| "E000001".into(), |person| Rc::clone(&person.id))),
        8 | 9 => Event::WentTo(Step::ALL[one % 3]),
        10 => zip(places[one % places.len()]),
        11 => Event::SeatChosen(seat(["VT0", "NH1", "NH2", "DC0"][one % 4])),
        12 => Event::RegionChosen(region(["VT", "NH", "DC"][one % 3])),
        13 => Event::LossAsked(match one % 4 {
            0 => Loss::Everything,
            1 => Loss::Edits,
            2 => Loss::Point(other % 2),
            _ => Loss::Own(EVERYBODY[other % 7].into()),
        }),
        14 => Event::LossDeclined,
        15 => Event::Contacted(EVERYBODY[one % 7].into(), Channel::Letter),
        16 => {
            let Some(reader) = reader else { return Rc::clone(now) };
            let subject = now.source().part(Part::Subject, &now.recipient(&official(reader)));
            typed.push(Typed::Subject { mark: mark.to_owned(), reader });
            Event::Typed(Field::Subject, subject + mark)
        }
        17 => {
            typed.push(Typed::Signed { mark: mark.to_owned() });
            match one % 2 {
                0 => Event::Typed(Field::Name, [&*now.guide.name, mark].concat()),
                _ => Event::Typed(Field::Address, [&*now.guide.address, mark].concat()),
            }
        }
        // Only looked at, and shown to nobody as changed.
        18 => Event::EditingChanged(Editing::Own(person.map_or_else(|| "E000001".into(), |one| Rc::clone(&one.id)))),
        19 => match one % 2 {
            0 => Event::EditingChanged(Editing::Nothing),
            _ => Event::CardOpened(EVERYBODY[other % 7].into()),
        },
        _ => {
            if let Some(loss) = &now.asking {
                let_go(now, loss, typed);
            }
            Event::LossConfirmed
        }
    };
    continued(now, [event])
}

/// What may go once the visitor says so: only what the question was about.
fn let_go(now: &Visit, loss: &Loss, typed: &mut Vec<Typed>) {
    let source = now.source();
    let is_in_point = |point: usize, mark: &str| {
        EVERYBODY.iter().any(|id| source.part(Part::Point(point), &now.recipient(&official(id))).contains(mark))
    };
    typed.retain(|one| match (loss, one) {
        (Loss::Everything, _) => false,
        // Answers stay, also those that were typed into the letter.
        (Loss::Edits, Typed::Shared { mark, .. }) => now.guide.answers.iter().any(|answer| answer.contains(&**mark)),
        (Loss::Edits, Typed::Subject { .. }) => false,
        (Loss::Point(point), Typed::Shared { mark, .. }) => !is_in_point(*point, mark),
        (Loss::Own(id), Typed::Own { whose, .. }) => **id != **whose,
        _ => true,
    });
}

fn check(now: &Visit, typed: &[Typed]) {
    let source = now.source();
    let recipient = |id: &str| now.recipient(&official(id));
    let variant = |recipient: &Recipient| source.variant(Part::Opening, recipient);
    for one in typed {
        match one {
            Typed::Own { mark, whose } => {
                assert!(now.draft(&official(whose)).body.contains(mark), "{mark} is lost to {whose}");
            }
            Typed::Signed { mark } => assert!(source.signature().contains(mark), "{mark} is not below the letter"),
            Typed::Subject { mark, reader } => {
                let variant = |recipient: &Recipient| source.variant(Part::Subject, recipient);
                let first = recipient(reader);
                for other in EVERYBODY.map(recipient).into_iter().filter(|other| variant(other) == variant(&first)) {
                    let subject = source.draft(&other).subject;
                    assert!(subject.contains(mark), "{mark}, typed for {reader}, is not in {subject}");
                }
            }
            Typed::Shared { mark, reader } => {
                let first = recipient(reader);
                let is_in_variant = source.part(Part::Opening, &first).contains(mark);
                for other in EVERYBODY.map(recipient) {
                    if variant(&other) == variant(&first) || !is_in_variant {
                        let body = source.draft(&other).body;
                        assert!(body.contains(mark), "{mark}, typed for {reader}, is not in {body}");
                    }
                }
            }
        }
    }
    for person in now.ticked() {
        let (recipient, sent) = (now.recipient(&person), now.draft(&person));
        let shown = [&source.salutation(&recipient), "\n\n", &source.body(&recipient), "\n", &source.signature(), "\n"];
        assert!(now.own(&person.id).is_some() || sent.body == shown.concat(), "what is sent is what is shown");
        assert!(
            now.own(&person.id).is_some() || sent.body.starts_with("Dear ") && sent.body.contains(&*person.family_name)
        );
    }
}

proptest! {
    #[test]
    fn nothing_typed_is_lost_unasked_in_any_order(moves in vec((any::<u8>(), 0usize..400, 0usize..400), 1..40)) {
        let mut now = visit([zip("05401"), Event::WentTo(Step::Write)]);
        let mut typed = Vec::new();
        for (at, one) in moves.into_iter().enumerate() {
            // One character each, which no later one can split.
            let mark = char::from_u32(0xe000 + at as u32).unwrap().to_string();
            now = act(&now, one, &mark, &mut typed);
            check(&now, &typed);
        }
    }
}
