//! The tables cannot be had: says so, and offers what works without them.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::letter::{EITHER, Guide, Recipient};
use crate::domain::visit::Event;
use crate::view::action::division_choice::{HOUSE_FINDER, SENATE_LIST};
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::{button_outside, outside};
use crate::view::live::Live;
use crate::view::piece::{button, heading};

/// The directory by state, the official finders, another try, and the letter.
pub fn unavailable(live: &Live, visitor: &Visitor) -> Html {
    let retry = visitor.on(Event::TablesAsked);
    let draft =
        live.letter(&Guide::with_every_point(&live.page().action.letter), &Recipient::unknown(EITHER, "[your state]"));
    let back = visitor.on(Event::PlaceForgotten);
    html! {
        <div>
            { button("link back", "back", back, live.text(Message::Back)) }
            { heading(live.text(Message::TablesFailed)) }
            <p data-problem="">{ live.text(Message::TablesFailedWhy) }</p>
            <div class="actions">
                { button("button", "retry", retry, live.text(Message::TablesRetry)) }
                { button_outside(live.page().directory.clone(), "button quiet", "directory", None, live.text(Message::DirectoryLink)) }
            </div>
            <p class="hint">{ outside(HOUSE_FINDER, live.text(Message::FinderHouse)) }</p>
            <p class="hint">{ outside(SENATE_LIST, live.text(Message::FinderSenate)) }</p>
            <div>
                <label for="letter-subject">{ live.text(Message::LetterSubject) }</label>
                <textarea class="field" id="letter-subject" rows="2" lang="en" dir="ltr" readonly=true value={draft.subject} />
            </div>
            <div>
                <label for="letter-body">{ live.text(Message::LetterBody) }</label>
                <textarea class="field" id="letter-body" lang="en" dir="ltr" readonly=true value={draft.body} />
            </div>
        </div>
    }
}
