//! The question before something of the visitor's own is thrown away.

use visit::catalogue::Message;
use visit::{Event, Loss};

use crate::action::controls::press;
use crate::draw;
use crate::draw::Pen;

/// The question, where `is_here` says that it is about what this place shows; a place for it otherwise.
pub fn asking(pen: &mut Pen<'_>, is_here: fn(&Loss) -> bool) {
    let question = pen.visit().asking.as_ref().filter(|loss| is_here(loss)).map(|loss| match loss {
        Loss::Everything => (Message::LossEverything, Message::LossEverythingYes),
        Loss::Edits => (Message::LossEdits, Message::LossYes),
        Loss::Point(_) => (Message::LossPoint, Message::LossYes),
        Loss::Own(_) => (Message::LossOwn, Message::LossYes),
    });
    draw!(pen;
        div(role="alert") {
            [if let Some((text, yes)) = question {
                draw!(pen;
                    div(class="note asking") {
                        p { ~{text} }
                        div(class="actions") {
                            [press(pen, Event::LossDeclined, "button", "keep", Message::LossKeep)]
                            [press(pen, Event::LossConfirmed, "button quiet", "lose", yes)]
                        }
                    }
                );
            }]
        }
    );
}
