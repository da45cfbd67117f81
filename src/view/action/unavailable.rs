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
    let legislature = page.legislature.unwrap_or(LegislatureId::UsCongress);
    let draft = live.draft(&Guide::with_every_point(live.letter()), &Recipient::member_of(legislature));
    let language = Some(live.letter().language);
    draw!(pen;
        div {
            [back(pen, Event::PlaceForgotten)]
            [step_heading(pen, &live.text(Message::TablesFailed))]
            p(data-problem="") { ~TablesFailedWhy }
            div(class="actions") {
                [press(pen, Event::TablesAsked, "button", "retry", Message::TablesRetry)]
                a(class="button quiet" data-action="directory" href={page.directory} target="_blank" rel="noopener noreferrer") { ~DirectoryLink }
            }
            p(class="hint") { [outside(pen, &page.finder, &live.text(Message::FinderHouse))] }
            p(class="hint") {
                [if legislature == LegislatureId::UsCongress { outside(pen, SENATE_LIST, &live.text(Message::FinderSenate)) }]
            }
            [area(pen, "letter-subject", &live.text(Message::LetterSubject), language, &draft.subject, None)]
            [area(pen, "letter-body", &live.text(Message::LetterBody), language, &draft.body, None)]
        }
    );
}
