//! Asks for the postcode.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::commons::UkPostcodeFault;
use crate::domain::congress::ZipFault;
use crate::domain::legislature::{LegislatureId, PostcodeFault};
use crate::domain::visit::{Event, Question};
use crate::view::hooks::use_visit::{POSTCODE_FIELD, PRESSED_BY_REGION, Visitor};
use crate::view::hooks::visitor_acts;
use crate::view::live::Live;
use crate::view::piece::{heading, hint_line};

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
    let problem = problem(live, question);
    let invalid = problem.as_ref().map(|_| "true");
    let described = if invalid.is_some() { "zip-problem zip-assurance" } else { "zip-assurance" };
    // Only ZIP codes are digits alone.
    let digits = live.page().legislature == Some(LegislatureId::UsCongress);
    html! {
        <form novalidate=true {onsubmit} data-pending-form="">
            { heading(action.title.clone().into()) }
            { hint_line(live.text(Message::ZipHint)) }
            <div class="problem-place" role="alert">{
                for problem.map(|text| html! { <p key="problem" class="problem" id="zip-problem" data-problem="">{ text }</p> })
            }</div>
            <div class="row">
                <div class="grow">
                    <label for={POSTCODE_FIELD}>{ live.text(Message::ZipLabel) }</label>
                    <input class="field" id={POSTCODE_FIELD} type="text" inputmode={digits.then_some("numeric")} autocomplete="off" maxlength="20"
                        spellcheck="false" aria-describedby={described} aria-invalid={invalid} {onfocus} />
                </div>
                <button class="button" type="submit" data-action="find">{ live.text(Message::ZipSubmit) }</button>
            </div>
            <p class="hint" role="status">{ if waiting { live.text(Message::ZipWaiting) } else { AttrValue::default() } }</p>
            <p class="hint pending-line">{ live.text(Message::ZipWaiting) }</p>
            <p class="assurance" id="zip-assurance">{ live.text(Message::ZipAssurance) }</p>
            <button class="link" type="button" onclick={by_region} data-action="by-state" data-pending-press={PRESSED_BY_REGION}>
                { live.text(Message::StateInstead) }
            </button>
        </form>
    }
}

fn problem(live: &Live, question: &Question) -> Option<AttrValue> {
    let Question::Refused(fault) = question else { return None };
    Some(match fault {
        PostcodeFault::Zip(ZipFault::Empty) | PostcodeFault::Uk(UkPostcodeFault::Empty) => live.text(Message::ZipEmpty),
        PostcodeFault::Zip(ZipFault::TooShort(digits)) => {
            live.fill(Message::ZipTooShort, &[("digits", &digits.to_string())])
        }
        PostcodeFault::Zip(ZipFault::TooLong(digits)) => {
            live.fill(Message::ZipTooLong, &[("digits", &digits.to_string())])
        }
        PostcodeFault::Uk(UkPostcodeFault::Partial) => live.text(Message::ZipTooShort),
        PostcodeFault::Uk(UkPostcodeFault::Form) => live.text(Message::ZipTooLong),
        PostcodeFault::Zip(ZipFault::NotDigits(character))
        | PostcodeFault::Uk(UkPostcodeFault::Character(character)) => {
            live.fill(Message::ZipNotDigits, &[("character", character.encode_utf8(&mut [0; 4]))])
        }
    })
}
