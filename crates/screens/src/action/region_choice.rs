//! Offers every region: states and territories, nations and regions of England.

use visit::catalogue::Message;
use visit::{Event, WhyRegions};

use crate::action::controls::{hint, press, step_heading};
use crate::action::locate::locate;
use crate::draw;
use crate::draw::Pen;
use crate::hooks::visitor::REGION_FIELD;
use crate::hooks::visitor_acts::Act;

/// A list of the regions, and why it is offered; the first screen where there are no postcodes.
pub fn region_choice(pen: &mut Pen<'_>, why: WhyRegions, is_waiting: bool) {
    let asks = pen.live.page().asks_for_postcodes();
    let chosen_before = pen.visit().typed.clone();
    let because = match why {
        WhyRegions::Asked => None,
        WhyRegions::Unknown(postcode) => Some((Message::ZipUnknown, postcode, Message::ZipUnknownWhy)),
        WhyRegions::Military(postcode) => Some((Message::ZipMilitary, postcode, Message::ZipMilitaryWhy)),
        WhyRegions::Outside(postcode) => Some((Message::ZipOutside, postcode, Message::ZipOutsideWhy)),
    };
    draw!(pen;
        form(act={Act::ChooseRegion} data-pending-form="") {
            [if asks { press(pen, Event::PlaceForgotten, "link back", "back", Message::ZipInstead) }]
            [match because {
                None => {
                    step_heading(pen, &pen.live.page().action_title);
                    if !asks {
                        hint(pen, pen.live.text(Message::ZipHint));
                    }
                }
                Some((title, postcode, reason)) => {
                    let title = pen.live.fill(title, &[("zip", &postcode.text())]);
                    step_heading(pen, &title);
                    draw!(pen; p(data-problem="") { ~{reason} });
                }
            }]
            div {
                label(for={REGION_FIELD}) { ~StateLabel }
                select(class="field" id={REGION_FIELD} required="") {
                    option(value="" selected="") { ~StatePrompt }
                    [for (code, name) in &pen.live.page().regions {
                        let selected = (**code == *chosen_before).then_some("");
                        draw!(pen; option(key={code} value={code} selected=?{selected}) { (name) });
                    }]
                }
            }
            button(class="button wide" type="submit" data-action="choose-state") { ~StateSubmit }
            [if !asks {
                draw!(pen;
                    p(class="hint" role="status") { [if is_waiting { pen.say(Message::ZipWaiting) }] }
                    p(class="hint pending-line") { ~ZipWaiting }
                    p(class="assurance") { ~ZipAssurance }
                );
                locate(pen);
            }]
        }
    );
}
