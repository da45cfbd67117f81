//! The tables cannot be had: says so, and offers what works without them.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::letter::Recipient;
use crate::domain::visit::Event;
use crate::view::action::TITLE;
use crate::view::action::division_choice::{HOUSE_FINDER, SENATE_LIST};
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::Outside;
use crate::view::live::Live;

/// See [`Unavailable`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Words.
    pub live: Live,
    /// The visit.
    pub visitor: Visitor,
}

/// The directory by state, the official finders, another try, and the letter.
#[component]
pub fn Unavailable(props: &Props) -> Html {
    let Props { live, visitor } = props;
    let retry = visitor.tell.reform(|_: MouseEvent| Event::TablesAsked);
    let draft = live.letter(&Recipient::unknown("[your state]"));
    html! {
        <div>
            <h2 id={TITLE} tabindex="-1">{ live.text(Message::TablesFailed) }</h2>
            <p data-problem="">{ live.text(Message::TablesFailedWhy) }</p>
            <div class="actions">
                <button class="button" type="button" onclick={retry} data-action="retry">{ live.text(Message::TablesRetry) }</button>
                <Outside class="button quiet" href={live.page().directory.clone()}>{ live.text(Message::DirectoryLink) }</Outside>
            </div>
            <p class="hint"><Outside href={HOUSE_FINDER}>{ live.text(Message::FinderHouse) }</Outside></p>
            <p class="hint"><Outside href={SENATE_LIST}>{ live.text(Message::FinderSenate) }</Outside></p>
            <div>
                <label for="letter-subject">{ live.text(Message::LetterSubject) }</label>
                <input class="field" id="letter-subject" lang="en" readonly=true value={draft.subject} />
            </div>
            <div>
                <label for="letter-body">{ live.text(Message::LetterBody) }</label>
                <textarea class="field" id="letter-body" lang="en" readonly=true value={draft.body} />
            </div>
        </div>
    }
}
