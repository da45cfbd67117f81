//! The tables cannot be had: says so, and offers what works without them.

use visit::Event;
use visit::catalogue::Message;
use visit::letter::{Guide, Recipient};

use crate::action::controls::{area, back, outside, press, step_heading};
use crate::draw;
use crate::draw::Pen;

/// The directory by state, the official finders, another try, and the letter.
pub fn unavailable(pen: &mut Pen<'_>) {
    let (live, page) = (pen.live, pen.live.page());
    let reader = Recipient::anyone(page.legislature.as_ref(), &page.manner.anyone);
    let draft = live.draft(&Guide::with_every_point(live.letter()), &reader);
    let language = Some(live.letter().language);
    draw!(pen;
        div {
            [back(pen, Event::PlaceForgotten)]
            [step_heading(pen, live.text(Message::TablesFailed))]
            p(data-problem="") { ~TablesFailedWhy }
            div(class="actions") {
                [press(pen, Event::TablesAsked, "button", "retry", Message::TablesRetry)]
                a(class="button quiet" data-action="directory" href={page.directory} target="_blank" rel="noopener noreferrer") { ~DirectoryLink }
            }
            [for (address, label) in &page.finders { draw!(pen; p(class="hint") { [outside(pen, address, label)] }) }]
            [area(pen, "letter-subject", live.text(Message::LetterSubject), language, &draft.subject, None)]
            [area(pen, "letter-body", live.text(Message::LetterBody), language, &draft.body, None)]
        }
    );
}
