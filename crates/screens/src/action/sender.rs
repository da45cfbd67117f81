//! The card of one person on the last step: what to do, in three moves; a line once it is done or while it waits.

use std::rc::Rc;

use places::legislature::Person;
use visit::catalogue::Message;
use visit::letter::{Destination, destination};
use visit::{Channel, Copied, Event};

use crate::action::controls::press_named;
use crate::action::person_card::who;
use crate::action::ways::{carry, others};
use crate::draw;
use crate::draw::Pen;

/// One card.
pub fn sender(pen: &mut Pen<'_>, person: &Rc<Person>, is_open: bool) {
    let id = &person.id;
    let class = match (is_open, pen.visit().is_done(person)) {
        (true, _) => "sender is-next",
        (false, true) => "sender is-done",
        (false, false) => "sender",
    };
    draw!(pen;
        div(key={id} class={class} data-person={id}) {
            div(class="person") { [who(pen, person, Some(is_open))] }
            [if is_open {
                draw!(pen; div(key="open") { [moves(pen, person)] [others(pen, person)] });
            } else {
                let label = pen.live.fill(Message::SendTo, &[("name", &person.shown)]);
                draw!(pen;
                    div(key="closed") {
                        button(class="link" type="button" data-action="open" aria-label={label} on={Event::CardOpened(Rc::clone(id))}) {
                            ~SendOpen
                        }
                    }
                );
            }]
        }
    );
}

/// Copy, paste, done.
fn moves(pen: &mut Pen<'_>, person: &Rc<Person>) {
    let visit = pen.visit();
    let goal = destination(person);
    let is_copied = !matches!(visit.copied, Copied::No | Copied::Refused);
    let (paste, host) = match (goal, visit.copied) {
        (Destination::ContactForm(page), _) => (Message::PasteForm, page.host()),
        (Destination::Site(page), _) => (Message::PasteSite, page.host()),
        (_, Copied::Mail) => (Message::PasteMailed, ""),
        (Destination::Mail(_), _) => (Message::PasteMail, ""),
        (Destination::Unknown, _) => (Message::PasteAnywhere, ""),
    };
    draw!(pen;
        ol(class="moves") {
            li(class={if is_copied { "did" } else { "" }}) { [carry(pen, person, goal)] }
            li { p { (pen.live.fill(paste, &[("host", host)])) } }
            li {
                [if visit.copied == Copied::No {
                    draw!(pen; p(key="wait") { ~SentWait });
                } else {
                    let label = match visit.next_after(&person.id) {
                        Some(next) => pen.live.fill(Message::SentNext, &[("name", &next.shown)]),
                        None => pen.live.text(Message::LetterSent).to_owned(),
                    };
                    let sent = Event::Contacted(Rc::clone(&person.id), Channel::Letter);
                    draw!(pen;
                        div(key="done") {
                            [press_named(pen, sent, "button wide", "done", &label)]
                            p(class="hint") { ~SentIsYours }
                        }
                    );
                }]
            }
        }
    );
}
