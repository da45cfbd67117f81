//! Where one is on the way.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::view::live::Live;

/// The three steps of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Find the officials.
    Find,
    /// Write to them or call them.
    Write,
    /// Send it off, thank and share.
    Send,
}

/// See [`Steps`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Words.
    pub live: Live,
    /// The current step.
    pub step: Step,
}

/// The three steps, with the current one marked.
#[component]
pub fn Steps(props: &Props) -> Html {
    let steps = [(Step::Find, Message::StepFind), (Step::Write, Message::StepWrite), (Step::Send, Message::StepSend)]
        .map(|(step, name)| {
            let class = if step < props.step { "done" } else { "" };
            let current = (step == props.step).then_some("step");
            html! { <li key={name as u16} {class} aria-current={current}>{ props.live.text(name) }</li> }
        });
    html! { <ol class="steps" aria-label={props.live.text(Message::StepsLabel)}>{ for steps }</ol> }
}
