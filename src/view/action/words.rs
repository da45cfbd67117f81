//! The supporter's own words, before anything of ours: short questions, and what stands under the letter.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::visit::{Event, Task};
use crate::view::action::controls::{area, back, next};
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts;
use crate::view::live::Live;
use crate::view::piece::{heading, hint_line};

/// A field for each question of the campaign, and one for name and address. All may stay empty.
pub fn words_screen(live: &Live, visitor: &Visitor) -> Html {
    let guide = &visitor.visit.guide;
    let prompts = live.page().action.letter.prompts.iter().enumerate().map(|(at, prompt)| {
        let answered = visitor.tell.reform(move |event: InputEvent| Event::Answered(at, visitor_acts::typed(&event)));
        let answer = guide.answers.get(at).cloned().unwrap_or_default();
        area(["answer-", &at.to_string()].concat(), prompt.clone().into(), None, answer, Some(answered))
    });
    let signed = visitor.tell.reform(|event: InputEvent| Event::Signed(visitor_acts::typed(&event)));
    html! {
        <div>
            { back(live, visitor, Event::BackToPeople) }
            { heading(live.text(Message::WordsTitle)) }
            { hint_line(live.text(Message::WordsHint)) }
            { for prompts }
            { area("signature", live.text(Message::WordsSignature), None, guide.signature.clone(), Some(signed)) }
            <p class="assurance">{ live.text(Message::WordsAssurance) }</p>
            { next(live, visitor, Event::TurnedTo(Task::Points)) }
        </div>
    }
}
