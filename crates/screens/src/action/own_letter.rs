//! The letter to one person alone: all of it can be changed, and nothing of it reaches the others.

use std::rc::Rc;

use visit::catalogue::Message;
use visit::{Editing, Event, Field, Loss};

use crate::action::asking::asking;
use crate::action::controls::{area, back, press, step_heading};
use crate::draw;
use crate::draw::Pen;

/// Subject and letter, and the way back to what everybody gets.
pub fn own_letter(pen: &mut Pen<'_>, id: &Rc<str>) {
    let visit = pen.visit();
    let draft = visit.own(id).cloned().unwrap_or_default();
    let person = visit.people().into_iter().find(|person| person.id == *id);
    let name = person.map(|person| Rc::clone(&person.shown)).unwrap_or_default();
    let title = pen.live.fill(Message::OwnTitle, &[("name", &name)]);
    let language = Some(pen.live.letter().language);
    let (subject, body) = (pen.live.text(Message::LetterSubject), pen.live.text(Message::LetterBody));
    let close = Event::EditingChanged(Editing::Nothing);
    draw!(pen;
        div {
            [back(pen, close.clone())]
            [step_heading(pen, &title)]
            p(class="hint") { ~OwnHint }
            [area(pen, "letter-subject", subject, language, &draft.subject, Some(Field::OwnSubject(Rc::clone(id))))]
            [area(pen, "letter-body", body, language, &draft.body, Some(Field::OwnBody(Rc::clone(id))))]
            [press(pen, close, "button wide", "close", Message::OwnDone)]
            [press(pen, Event::LossAsked(Loss::Own(Rc::clone(id))), "link", "rejoin", Message::OwnRejoin)]
            [asking(pen, |loss| matches!(loss, Loss::Own(_)))]
        }
    );
}
