//! A telephone call to one person: the number, the time there, what one could say, and what came of it.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::State;
use crate::domain::legislature::{Person, Role};
use crate::domain::letter::Recipient;
use crate::domain::office_hours::{Clock, LONDON, WASHINGTON, Zone, zone_of};
use crate::domain::visit::{Channel, Event};
use crate::view::action::controls::{back, press};
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::{button_outside, outside};
use crate::view::live::Live;
use crate::view::person_lines;
use crate::view::piece::{heading, hint_line};

/// Every number of the person, the script, and the voicemail variant, folded.
pub fn call_screen(live: &Live, visitor: &Visitor, person: &Person, recipient: &Recipient, title: AttrValue) -> Html {
    let script = live.script(recipient);
    let language = live.page().action.letter.language;
    let main = person.phone.as_ref().map(|phone| {
        let label = live.fill(Message::CallNumber, &[("number", phone)]);
        button_outside(person_lines::telephone(phone), "button wide", "telephone", None, label)
    });
    let main = main.unwrap_or_else(|| html! { <p>{ live.text(Message::CallNoNumber) }</p> });
    let offices = visitor.visit.offices.as_ref().map_or(&[][..], |offices| offices.0.of(&person.id));
    let others = offices.iter().enumerate().filter_map(|(at, office)| {
        let phone = office.phone.as_ref()?;
        let zone = office.state_and_zip.get(..2).and_then(State::from_code).and_then(zone_of);
        Some(html! {
            <li key={at}>
                <span><span lang="en" dir="ltr" translate="no">{ AttrValue::from(Rc::clone(&office.city)) }</span><span class="role">{ hours(live, visitor, zone) }</span></span>
                { outside(person_lines::telephone(phone), Rc::clone(phone)) }
            </li>
        })
    });
    let main_zone = match person.role {
        Role::MemberOfParliament => Some(LONDON),
        Role::Named => None,
        _ => Some(WASHINGTON),
    };
    let paragraphs = script.paragraphs.into_iter().enumerate().map(|(at, text)| html! { <p key={at}>{ text }</p> });
    let outcomes = [
        (Channel::Reached, "done", Message::CallReached),
        (Channel::Voicemail, "voicemail", Message::CallLeft),
        (Channel::Busy, "busy", Message::CallBusy),
    ]
    .map(|(channel, action, label)| {
        press(visitor, Event::Contacted(channel), "button quiet", action, live.text(label))
    });
    html! {
        <div>
            { back(live, visitor, Event::BackToPeople) }
            { heading(title) }
            { hint_line(live.text(Message::CallHint)) }
            <p class="note">{ live.page().action.contact_note.clone() }</p>
            { main }
            { hint_line(hours(live, visitor, main_zone)) }
            <ul class="numbers">{ for others }</ul>
            <h3>{ live.text(Message::CallScript) }</h3>
            <div class="script" lang={language.lang_attribute()} dir={language.direction()} translate="no">{ for paragraphs }</div>
            <details>
                <summary>{ live.text(Message::CallVoicemail) }</summary>
                <p class="script" lang={language.lang_attribute()} dir={language.direction()} translate="no">{ script.voicemail }</p>
            </details>
            <h3>{ live.text(Message::CallOutcome) }</h3>
            <div class="actions">{ for outcomes }</div>
        </div>
    }
}

/// The time on the office's wall, and whether somebody is likely to answer.
fn hours(live: &Live, visitor: &Visitor, zone: Option<Zone>) -> AttrValue {
    let (Some(now), Some(zone)) = (visitor.visit.browser.now, zone) else { return AttrValue::default() };
    let clock = Clock::in_zone(zone, now);
    let message = if clock.is_office_hour() { Message::CallOpen } else { Message::CallClosed };
    live.fill(message, &[("time", &clock.time())])
}
