//! Offers every state and territory.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::State;
use crate::domain::visit::{Event, WhyStates};
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts;
use crate::view::live::Live;
use crate::view::piece::{button, heading};

const FIELD: &str = "state";

/// A list of the 56 states and territories.
pub fn state_choice(live: &Live, visitor: &Visitor, why: WhyStates) -> Html {
    let onsubmit = {
        let tell = visitor.tell.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(state) = State::from_code(&visitor_acts::field(FIELD)) {
                tell.emit(Event::StateChosen(state));
            }
        })
    };
    let by_zip = visitor.on(Event::PlaceForgotten);
    let (title, reason) = match why {
        WhyStates::Asked => (AttrValue::from(live.page().action.title.clone()), None),
        WhyStates::UnknownZip(zip) => {
            (live.fill(Message::ZipUnknown, &[("zip", &zip.to_string())]), Some(live.text(Message::ZipUnknownWhy)))
        }
        WhyStates::Military(zip) => {
            (live.fill(Message::ZipMilitary, &[("zip", &zip.to_string())]), Some(live.text(Message::ZipMilitaryWhy)))
        }
    };
    let problem = reason.as_ref().map(|_| "");
    let states = live.page().states.iter().map(|(code, name)| {
        let value = AttrValue::from(code.clone());
        html! { <option key={code.to_string()} {value}>{ AttrValue::from(name.clone()) }</option> }
    });
    html! {
        <form {onsubmit}>
            { heading(title) }
            <p data-problem={problem}>{ reason.unwrap_or_default() }</p>
            <div>
                <label for={FIELD}>{ live.text(Message::StateLabel) }</label>
                <select class="field" id={FIELD} required=true>
                    <option value="" selected=true>{ live.text(Message::StatePrompt) }</option>
                    { for states }
                </select>
            </div>
            <button class="button wide" type="submit" data-action="choose-state">{ live.text(Message::StateSubmit) }</button>
            { button("link", "back", by_zip, live.text(Message::ZipInstead)) }
        </form>
    }
}
