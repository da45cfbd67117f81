//! A telephone call to one official: the number, and what one could say.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::{Division, Official};
use crate::domain::letter::Recipient;
use crate::domain::visit::{Channel, Event};
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::{button_outside, outside};
use crate::view::live::Live;
use crate::view::person_lines;
use crate::view::piece::{button, heading, hint_line};

/// Every number of the official, the script, and the voicemail variant, folded.
pub fn call_screen(live: &Live, visitor: &Visitor, official: &Official, home: Division) -> Html {
    let script = live.script(&Recipient::official(official, home));
    let role = live.text(person_lines::role(official.role));
    let back = visitor.on(Event::BackToPeople);
    let called = visitor.on(Event::Contacted(Channel::Call));
    let washington = official.phone.as_ref().map(|phone| {
        let label = live.fill(Message::CallNumber, &[("number", phone)]);
        button_outside(person_lines::telephone(phone), "button wide", "telephone", None, label)
    });
    let washington = washington.unwrap_or_else(|| html! { <p>{ live.text(Message::CallNoNumber) }</p> });
    let offices = visitor.visit.offices.as_ref().map_or(&[][..], |offices| offices.0.of(&official.bioguide));
    let others = offices.iter().enumerate().filter_map(|(at, office)| {
        let phone = office.phone.as_ref()?;
        Some(html! {
            <li key={at}>
                <span lang="en" dir="ltr">{ AttrValue::from(Rc::clone(&office.city)) }</span>
                { outside(person_lines::telephone(phone), Rc::clone(phone)) }
            </li>
        })
    });
    let paragraphs = script.paragraphs.into_iter().enumerate().map(|(at, text)| html! { <p key={at}>{ text }</p> });
    html! {
        <div>
            { button("link back", "back", back, live.text(Message::Back)) }
            { heading(live.fill(Message::CallTitle, &[("role", role.as_str()), ("name", &official.name)])) }
            { hint_line(live.text(Message::CallHint)) }
            { washington }
            <ul class="numbers">{ for others }</ul>
            <h3>{ live.text(Message::CallScript) }</h3>
            <div class="script" lang="en" dir="ltr">{ for paragraphs }</div>
            <details>
                <summary>{ live.text(Message::CallVoicemail) }</summary>
                <p class="script" lang="en" dir="ltr">{ script.voicemail }</p>
            </details>
            { button("button quiet wide", "done", called, live.text(Message::CallDone)) }
        </div>
    }
}
