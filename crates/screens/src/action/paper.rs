//! The letter for everybody: as it will be read, or open for editing as a whole.

use std::rc::Rc;

use places::legislature::Person;
use visit::catalogue::Message;
use visit::letter::{Part, Recipient, Source};
use visit::{Editing, Event, Field, Loss};

use crate::action::asking::asking;
use crate::action::controls::{area, letter_text, press};
use crate::draw;
use crate::draw::Pen;

/// What the page puts in for each is shown around what is the same for all.
pub fn paper(pen: &mut Pen<'_>) {
    let visit = pen.visit();
    let Some(reader) = visit.reader() else { return };
    let (source, recipient) = (visit.source(), visit.recipient(&reader));
    let is_open = visit.editing == Editing::Everybodys;
    let people = visit.ticked();
    let (editing, action, label) = match is_open {
        true => (Editing::Nothing, "close", Message::LetterDone),
        false => (Editing::Everybodys, "edit", Message::LetterEdit),
    };
    draw!(pen;
        div(class="letter") {
            [if is_open { edited(pen, &source, &recipient, people.len()) } else { read(pen, &source, &recipient, &people) }]
            div(class="quiet-row") {
                [press(pen, Event::EditingChanged(editing), "link", action, label)]
                [if !visit.sheet.is_empty() {
                    press(pen, Event::LossAsked(Loss::Edits), "link", "reset", Message::LetterReset);
                }]
            }
            [asking(pen, |loss| *loss == Loss::Edits)]
            [if people.len() > 1 { alone(pen, &people) }]
        }
    );
}

fn edited(pen: &mut Pen<'_>, source: &Source<'_>, recipient: &Recipient, readers: usize) {
    let language = Some(pen.live.letter().language);
    let (subject, body) = (pen.live.text(Message::LetterSubject), pen.live.text(Message::LetterBody));
    draw!(pen;
        div(class="paper-open" key="open") {
            [area(pen, "letter-subject", subject, language, &source.part(Part::Subject, recipient), Some(Field::Subject))]
            [greeting(pen, source, recipient, readers)]
            [area(pen, "letter-body", body, language, &source.body(recipient), Some(Field::Body))]
            [letter_text(pen, "auto signature", &source.signature())]
        }
    );
}

fn read(pen: &mut Pen<'_>, source: &Source<'_>, recipient: &Recipient, people: &[Rc<Person>]) {
    draw!(pen;
        h3 { ~LetterBody }
        div(class="paper" id="letter" key="shown") {
            [if pen.live.has_translation() { draw!(pen; p(class="hint") { ~PaperTranslation }) }]
            [part(pen, Part::Subject, "subject", &source.part(Part::Subject, recipient), recipient, people)]
            [greeting(pen, source, recipient, people.len())]
            [for (one, text) in source.shown(recipient) {
                let is_own = matches!(one, Part::Answer(_) | Part::BehindOpening | Part::BehindPoints);
                part(pen, one, if is_own { "own" } else { "" }, &text, recipient, people);
            }]
            [letter_text(pen, "auto signature", &source.signature())]
        }
    );
}

fn greeting(pen: &mut Pen<'_>, source: &Source<'_>, recipient: &Recipient, readers: usize) {
    let language = pen.live.letter().language;
    draw!(pen;
        p(class="auto") {
            span(lang={language.lang_attribute()} dir={language.direction()} translate="no") { (source.salutation(recipient)) }
            span { [if readers > 1 { pen.say(Message::PaperForEach) }] }
        }
    );
}

/// A paragraph, what it says in the page's language, and who gets other words in its place.
fn part(pen: &mut Pen<'_>, part: Part, class: &'static str, text: &str, recipient: &Recipient, people: &[Rc<Person>]) {
    let (visit, source) = (pen.visit(), pen.visit().source());
    let here = source.variant(part, recipient);
    draw!(pen;
        div(class={class}) {
            [letter_text(pen, "", text.trim_start())]
            [if let Some(text) = pen.live.translation(part, visit) {
                draw!(pen; p(class="translation") { (text.trim_start()) });
            }]
            [for person in people {
                let recipient = visit.recipient(person);
                if visit.own(&person.id).is_none() && source.variant(part, &recipient) != here {
                    let who = pen.live.fill(Message::PaperInstead, &[("name", &person.shown)]);
                    let text = source.part(part, &recipient);
                    draw!(pen; div(class="instead") { p { (who) } [letter_text(pen, "", text.trim_start())] });
                }
            }]
        }
    );
}

/// The way to a letter for one person alone, on purpose.
fn alone(pen: &mut Pen<'_>, people: &[Rc<Person>]) {
    draw!(pen;
        details(class="alone") {
            summary { ~OwnOpen }
            ul(class="plain-list") {
                [for person in people {
                    let name = &person.shown;
                    let label = pen.live.fill(Message::OwnTitle, &[("name", name)]);
                    let open = Event::EditingChanged(Editing::Own(Rc::clone(&person.id)));
                    draw!(pen;
                        li {
                            button(class="link" type="button" data-action="own" aria-label={label} on={open}) { (name) }
                            " "
                            span(class="tag") { [if pen.visit().own(&person.id).is_some() { pen.say(Message::OwnChanged) }] }
                        }
                    );
                }]
            }
        }
    );
}
