//! Offers every region: states and territories, nations and regions of England.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::legislature::Postcode;
use crate::domain::visit::{Event, WhyRegions};
use crate::view::field::field;
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts;
use crate::view::live::Live;
use crate::view::piece::{button, heading};

const FIELD: &str = "state";

/// A list of the regions, and why it is offered.
pub fn region_choice(live: &Live, visitor: &Visitor, why: WhyRegions) -> Html {
    let onsubmit = {
        let tell = visitor.tell.clone();
        let live = live.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = visitor_acts::field(FIELD);
            if let Some((region, _)) = live.page().regions.iter().find(|(code, _)| **code == *chosen) {
                tell.emit(Event::RegionChosen(Rc::clone(region)));
            }
        })
    };
    let by_postcode = visitor.on(Event::PlaceForgotten);
    let because =
        |title, postcode: Postcode, why| (live.fill(title, &[("zip", &postcode.to_string())]), Some(live.text(why)));
    let (title, reason) = match why {
        WhyRegions::Asked => (AttrValue::from(live.page().action.title.clone()), None),
        WhyRegions::Unknown(postcode) => because(Message::ZipUnknown, postcode, Message::ZipUnknownWhy),
        WhyRegions::Military(postcode) => because(Message::ZipMilitary, postcode, Message::ZipMilitaryWhy),
        WhyRegions::Outside(postcode) => because(Message::ZipOutside, postcode, Message::ZipOutsideWhy),
    };
    let problem = reason.as_ref().map(|_| "");
    let regions = live.page().regions.iter().map(|(code, name)| {
        let value = AttrValue::from(code.clone());
        html! { <option key={code.to_string()} {value}>{ AttrValue::from(name.clone()) }</option> }
    });
    html! {
        <form {onsubmit}>
            { heading(title) }
            <p data-problem={problem}>{ reason.unwrap_or_default() }</p>
            <div>
                <label for={FIELD}>{ live.text(Message::StateLabel) }</label>
                { field! {
                    <select class="field" id={FIELD} required=true>
                        <option value="" selected=true>{ live.text(Message::StatePrompt) }</option>
                        { for regions }
                    </select>
                } }
            </div>
            <button class="button wide" type="submit" data-action="choose-state">{ live.text(Message::StateSubmit) }</button>
            { button("link", "back", by_postcode, live.text(Message::ZipInstead)) }
        </form>
    }
}
