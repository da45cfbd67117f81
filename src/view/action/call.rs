//! A telephone call to one official: the number, and what one could say.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::{Division, Official};
use crate::domain::letter::Recipient;
use crate::domain::visit::{Channel, Event};
use crate::view::action::TITLE;
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::Outside;
use crate::view::live::Live;
use crate::view::person_lines;

/// See [`CallScreen`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Words.
    pub live: Live,
    /// The visit.
    pub visitor: Visitor,
    /// Whom.
    pub official: Rc<Official>,
    /// From where.
    pub home: Division,
}

/// Every number of the official, the script, and the voicemail variant, folded.
#[component]
pub fn CallScreen(props: &Props) -> Html {
    let Props { live, visitor, official, home } = props;
    let script = live.script(&Recipient::official(official, *home));
    let back = visitor.tell.reform(|_: MouseEvent| Event::BackToPeople);
    let called = visitor.tell.reform(|_: MouseEvent| Event::Contacted(Channel::Call));
    let washington = official.phone.as_ref().map(|phone| {
        html! {
            <Outside key="washington" class="button wide" href={person_lines::telephone(phone)} action="telephone">
                { live.fill(Message::CallNumber, &[("number", phone)]) }
            </Outside>
        }
    });
    let washington = washington.unwrap_or_else(|| html! { <p key="none">{ live.text(Message::CallNoNumber) }</p> });
    let offices = visitor.visit.offices.as_ref().map_or(&[][..], |offices| offices.0.of(&official.bioguide));
    let others = offices.iter().enumerate().filter_map(|(at, office)| {
        let phone = office.phone.as_ref()?;
        Some(html! {
            <li key={at}>
                <span lang="en">{ AttrValue::from(Rc::clone(&office.city)) }</span>
                <Outside href={person_lines::telephone(phone)}>{ AttrValue::from(Rc::clone(phone)) }</Outside>
            </li>
        })
    });
    let paragraphs = script.paragraphs.into_iter().enumerate().map(|(at, text)| html! { <p key={at}>{ text }</p> });
    html! {
        <div>
            <button class="link back" type="button" onclick={back} data-action="back">{ live.text(Message::Back) }</button>
            <h2 id={TITLE} tabindex="-1">{ live.fill(Message::CallTitle, &[("name", &official.name)]) }</h2>
            <p class="hint">{ live.text(Message::CallHint) }</p>
            { washington }
            <ul class="numbers">{ for others }</ul>
            <h3>{ live.text(Message::CallScript) }</h3>
            <div class="script" lang="en">{ for paragraphs }</div>
            <details>
                <summary>{ live.text(Message::CallVoicemail) }</summary>
                <p class="script" lang="en">{ script.voicemail }</p>
            </details>
            <button class="button quiet wide" type="button" onclick={called} data-action="done">{ live.text(Message::CallDone) }</button>
        </div>
    }
}
