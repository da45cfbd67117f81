//! A letter to one person: read it, change it.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::letter::{Draft, Recipient, own_share};
use crate::domain::visit::{Copied, Event, Task};
use crate::view::action::controls::{area, back, next, press};
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts;
use crate::view::live::Live;
use crate::view::piece::{heading, hint_line};

/// The letter as it stands: edited by hand, or made from the guide.
pub fn current(live: &Live, visitor: &Visitor, id: &str, recipient: &Recipient) -> Draft {
    let edited = visitor.visit.drafts.iter().find(|(whose, _)| **whose == *id).map(|(_, draft)| draft.clone());
    edited.unwrap_or_else(|| live.letter(&visitor.visit.guide, recipient))
}

/// The letter as plain text, editable, with how much of it is the supporter's own.
pub fn letter_screen(live: &Live, visitor: &Visitor, id: &str, recipient: &Recipient, title: AttrValue) -> Html {
    let draft = current(live, visitor, id, recipient);
    let ours = live.letter(&visitor.visit.guide.without_answers(), recipient);
    let share = own_share(&draft.body, &ours.body).to_string();
    let edited = visitor.visit.drafts.iter().any(|(whose, _)| **whose == *id);
    let language = Some(live.page().action.letter.language);
    let on_subject = {
        let body = draft.body.clone();
        visitor.tell.reform(move |event: InputEvent| {
            let subject = visitor_acts::typed(&event).replace('\n', " ");
            Event::LetterEdited(Draft { subject, body: body.clone() })
        })
    };
    let on_body = {
        let subject = draft.subject.clone();
        visitor.tell.reform(move |event: InputEvent| {
            Event::LetterEdited(Draft { subject: subject.clone(), body: visitor_acts::typed(&event) })
        })
    };
    let again = press(visitor, Event::TurnedTo(Task::Points), "link", "points", live.text(Message::LetterPoints));
    let anew = if edited {
        html! {
            <details class="anew" key="edited">
                <summary>{ live.text(Message::LetterPoints) }</summary>
                { hint_line(live.text(Message::LetterPointsAsk)) }
                { press(visitor, Event::TurnedTo(Task::Points), "button quiet", "points-anew", live.text(Message::LetterPointsAnew)) }
            </details>
        }
    } else {
        html! { <div key="as-made">{ again }</div> }
    };
    html! {
        <div>
            { back(live, visitor, Event::BackToPeople) }
            { heading(title) }
            { hint_line(live.text(Message::LetterHint)) }
            { area("letter-subject", live.text(Message::LetterSubject), language, draft.subject, Some(on_subject)) }
            { area("letter-body", live.text(Message::LetterBody), language, draft.body, Some(on_body)) }
            <p class="hint gauge">
                <meter min="0" max="100" value={share.clone()} aria-label={live.text(Message::GaugeLabel)}></meter>
                { live.fill(Message::GaugeShare, &[("share", &share)]) }
            </p>
            { next(live, visitor, Event::TurnedTo(Task::Send(Copied::No))) }
            { anew }
            <div hidden={!edited}>
                { press(visitor, Event::LetterReset, "link", "reset", live.text(Message::LetterReset)) }
            </div>
        </div>
    }
}
