//! Asks for the postcode.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::legislature::LegislatureId;
use crate::domain::visit::{Event, Question};
use crate::view::action::locate::locate;
use crate::view::field::field;
use crate::view::hooks::use_visit::{POSTCODE_FIELD, PRESSED_BY_REGION, Visitor};
use crate::view::hooks::visitor_acts;
use crate::view::live::Live;
use crate::view::piece::{heading, hint_line};
use crate::view::place_problem::{problem, way_on};

/// The field is not controlled: what was typed before the Wasm arrived stays.
pub fn place_form(live: &Live, visitor: &Visitor, question: &Question) -> Html {
    let action = &live.page().action;
    let onsubmit = {
        let tell = visitor.tell.clone();
        let read = live.program().postcode;
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = visitor_acts::field(POSTCODE_FIELD);
            let postcode = read(&typed);
            let refused = postcode.is_err();
            tell.emit(Event::PostcodeEntered(typed, postcode));
            if refused {
                visitor_acts::focus(POSTCODE_FIELD);
            }
        })
    };
    let onfocus = visitor.tell.reform(|_: FocusEvent| Event::TablesAsked);
    let by_region = visitor.on(Event::ByRegionChosen);
    let waiting = *question == Question::Waiting;
    let fault = match question {
        Question::Refused(fault) => Some(*fault),
        Question::Open | Question::Waiting => None,
    };
    let invalid = fault.map(|_| "true");
    let described = if invalid.is_some() { "zip-problem zip-assurance" } else { "zip-assurance" };
    // Only ZIP codes are digits alone.
    let digits = live.page().legislature == Some(LegislatureId::UsCongress);
    html! {
        <form novalidate=true {onsubmit} data-pending-form="">
            { heading(action.title.clone().into()) }
            { hint_line(live.text(Message::ZipHint)) }
            <div class="problem-place" role="alert">{
                for fault.map(|fault| html! { <p key="problem" class="problem" id="zip-problem" data-problem="">{ problem(live, fault) }</p> })
            }</div>
            { for fault.and_then(|fault| way_on(live, fault)) }
            <div class="row">
                <div class="grow">
                    <label for={POSTCODE_FIELD}>{ live.text(Message::ZipLabel) }</label>
                    { field! {
                        <input class="field" id={POSTCODE_FIELD} type="text" inputmode={digits.then_some("numeric")}
                            aria-describedby={described} aria-invalid={invalid} {onfocus} />
                    } }
                </div>
                <button class="button" type="submit" data-action="find">{ live.text(Message::ZipSubmit) }</button>
            </div>
            <p class="hint" role="status">{ if waiting { live.text(Message::ZipWaiting) } else { AttrValue::default() } }</p>
            <p class="hint pending-line">{ live.text(Message::ZipWaiting) }</p>
            <p class="assurance" id="zip-assurance">{ live.text(Message::ZipAssurance) }</p>
            { for digits.then(|| locate(live, visitor)) }
            <button class="link" type="button" onclick={by_region} data-action="by-state" data-pending-press={PRESSED_BY_REGION}>
                { live.text(Message::StateInstead) }
            </button>
        </form>
    }
}
