//! Asks for the postcode.

use places::assembly::Manner;
use visit::catalogue::Message;
use visit::{Event, Question, WhyRegions};

use crate::action::controls::{hint, step_heading};
use crate::action::locate::locate;
use crate::action::region_choice::region_choice;
use crate::draw;
use crate::draw::Pen;
use crate::hooks::visitor::{POSTCODE_FIELD, PRESSED_BY_REGION};
use crate::hooks::visitor_acts::Act;
use crate::place_problem::{problem, way_on};

/// The field is not controlled: what was typed before the Wasm arrived stays.
pub fn place_form(pen: &mut Pen<'_>, question: &Question) {
    if !pen.live.page().asks_for_postcodes() {
        return region_choice(pen, WhyRegions::Asked, *question == Question::Waiting);
    }
    let fault = match question {
        Question::Refused(fault) => Some(*fault),
        Question::Open | Question::Waiting => None,
    };
    let invalid = fault.map(|_| "true");
    let described = if invalid.is_some() { "zip-problem zip-assurance" } else { "zip-assurance" };
    let is_digits = |form: &String| form == Manner::ZIP || form.bytes().all(|byte| byte == b'9');
    let digits = pen.live.page().manner.postcodes.iter().all(is_digits).then_some("numeric");
    draw!(pen;
        form(novalidate="" act={Act::EnterPostcode} data-pending-form="") {
            [step_heading(pen, &pen.live.page().action_title)]
            [hint(pen, pen.live.text(Message::ZipHint))]
            div(class="problem-place" role="alert") {
                [if let Some(fault) = fault {
                    draw!(pen; p(class="problem" id="zip-problem" data-problem="") { (problem(pen.live, fault)) });
                }]
            }
            [if let Some((code, label)) = fault.and_then(|fault| way_on(pen.live, fault)) {
                draw!(pen; button(class="link" type="button" data-action="elsewhere" data-go={code}) { ~{label} });
            }]
            div(class="row") {
                div(class="grow") {
                    label(for={POSTCODE_FIELD}) { ~ZipLabel }
                    input(class="field" id={POSTCODE_FIELD} type="text" inputmode=?{digits} aria-describedby={described}
                        aria-invalid=?{invalid} act={Act::AskTables})
                }
                button(class="button" type="submit" data-action="find") { ~ZipSubmit }
            }
            p(class="hint" role="status") { [if *question == Question::Waiting { pen.say(Message::ZipWaiting) }] }
            p(class="hint pending-line") { ~ZipWaiting }
            p(class="assurance" id="zip-assurance") { ~ZipAssurance }
            [locate(pen)]
            button(class="link" type="button" data-action="by-state" data-pending-press={PRESSED_BY_REGION} on={Event::ByRegionChosen}) {
                ~StateInstead
            }
        }
    );
}
