//! The tables cannot be had: says so, and offers what works without them.

use crate::domain::catalogue::Message;
use crate::domain::legislature::LegislatureId;
use crate::domain::letter::{Guide, Recipient};
use crate::domain::visit::Event;
use crate::draw;
use crate::view::action::controls::{area, back, outside, press, step_heading};
use crate::view::action::seat_choice::SENATE_LIST;
use crate::view::draw::Pen;

/// The directory by state, the official finders, another try, and the letter.
pub fn unavailable(pen: &mut Pen<'_>) {
    let (live, page) = (pen.live, pen.live.page());
    let legislature = page.legislature.as_ref().unwrap_or(&LegislatureId::US_CONGRESS);
    let reader = Recipient::member_of(legislature, page.manner.any_title());
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
            p(class="hint") { [outside(pen, &page.finder, live.text(Message::FinderHouse))] }
            p(class="hint") {
                [if *legislature == LegislatureId::US_CONGRESS { outside(pen, SENATE_LIST, live.text(Message::FinderSenate)) }]
            }
            [area(pen, "letter-subject", live.text(Message::LetterSubject), language, &draft.subject, None)]
            [area(pen, "letter-body", live.text(Message::LetterBody), language, &draft.body, None)]
        }
    );
}
