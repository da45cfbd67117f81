//! The tables cannot be had: says so, and offers what works without them.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::legislature::LegislatureId;
use crate::domain::letter::{Guide, Recipient};
use crate::domain::visit::Event;
use crate::view::action::controls::area;
use crate::view::action::seat_choice::SENATE_LIST;
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::{button_outside, outside};
use crate::view::live::Live;
use crate::view::piece::{button, heading};

/// The directory by state, the official finders, another try, and the letter.
pub fn unavailable(live: &Live, visitor: &Visitor) -> Html {
    let retry = visitor.on(Event::TablesAsked);
    let page = live.page();
    let legislature = page.legislature.unwrap_or(LegislatureId::UsCongress);
    let draft = live.letter(&Guide::with_every_point(&page.action.letter), &Recipient::member_of(legislature));
    let senate = (legislature == LegislatureId::UsCongress).then(|| {
        html! { <p class="hint" key="senate">{ outside(SENATE_LIST, live.text(Message::FinderSenate)) }</p> }
    });
    let language = Some(page.action.letter.language);
    let back = visitor.on(Event::PlaceForgotten);
    html! {
        <div>
            { button("link back", "back", back, live.text(Message::Back)) }
            { heading(live.text(Message::TablesFailed)) }
            <p data-problem="">{ live.text(Message::TablesFailedWhy) }</p>
            <div class="actions">
                { button("button", "retry", retry, live.text(Message::TablesRetry)) }
                { button_outside(page.directory.clone(), "button quiet", "directory", None, live.text(Message::DirectoryLink)) }
            </div>
            <p class="hint">{ outside(page.finder.clone(), live.text(Message::FinderHouse)) }</p>
            { for senate }
            { area("letter-subject", live.text(Message::LetterSubject), language, draft.subject, None) }
            { area("letter-body", live.text(Message::LetterBody), language, draft.body, None) }
        </div>
    }
}
