//! Offers every region: states and territories, nations and regions of England.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::visit::{Event, WhyRegions};
use crate::draw;
use crate::view::action::controls::{press, step_heading};
use crate::view::draw::Pen;
use crate::view::hooks::visitor_acts;

const FIELD: &str = "state";

/// A list of the regions, and why it is offered.
pub fn region_choice(pen: &mut Pen<'_>, why: WhyRegions) {
    let chosen = {
        let (tell, live) = (pen.visitor.tell.clone(), pen.live.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = visitor_acts::field(FIELD);
            if let Some((region, _)) = live.page().regions.iter().find(|(code, _)| **code == *chosen) {
                tell.emit(Event::RegionChosen(Rc::clone(region)));
            }
        })
    };
    let because = match why {
        WhyRegions::Asked => None,
        WhyRegions::Unknown(postcode) => Some((Message::ZipUnknown, postcode, Message::ZipUnknownWhy)),
        WhyRegions::Military(postcode) => Some((Message::ZipMilitary, postcode, Message::ZipMilitaryWhy)),
        WhyRegions::Outside(postcode) => Some((Message::ZipOutside, postcode, Message::ZipOutsideWhy)),
    };
    draw!(pen;
        form(submit={chosen}) {
            [press(pen, Event::PlaceForgotten, "link back", "back", Message::ZipInstead)]
            [match because {
                None => step_heading(pen, &pen.live.page().action_title),
                Some((title, postcode, reason)) => {
                    let title = pen.live.fill(title, &[("zip", &postcode.to_string())]);
                    step_heading(pen, &title);
                    draw!(pen; p(data-problem="") { ~{reason} });
                }
            }]
            div {
                label(for={FIELD}) { ~StateLabel }
                select(class="field" id={FIELD} required="") {
                    option(value="" selected="") { ~StatePrompt }
                    [for (code, name) in &pen.live.page().regions { draw!(pen; option(key={code} value={code}) { (name) }) }]
                }
            }
            button(class="button wide" type="submit" data-action="choose-state") { ~StateSubmit }
        }
    );
}
