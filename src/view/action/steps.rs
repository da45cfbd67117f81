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

/// The three steps, with the current one marked.
pub fn steps(live: &Live, current: Step) -> Html {
    let steps = [(Step::Find, Message::StepFind), (Step::Write, Message::StepWrite), (Step::Send, Message::StepSend)]
        .map(|(step, name)| {
            let class = if step < current { "done" } else { "" };
            let marked = (step == current).then_some("step");
            html! { <li key={name as u16} {class} aria-current={marked}>{ live.text(name) }</li> }
        });
    html! { <ol class="steps" aria-label={live.text(Message::StepsLabel)}>{ for steps }</ol> }
}
