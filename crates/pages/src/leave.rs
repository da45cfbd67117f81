//! "Leave quickly": for readers who must not be seen reading.

use yew::prelude::*;

use visit::catalogue::Message;

use crate::Context;

/// A link that a script turns into more: it empties the page and takes its place in the history. Empty on campaigns that
/// do not ask for it, and never in a frame, where the partner's page would stay.
pub fn leave_quickly(context: &Context) -> Html {
    let link = context.campaign.facts.leave_quickly.as_ref().map(|url| {
        html! {
            <aside key="leave" class="leave-place" aria-label={context.text(Message::LeaveQuickly)}>
                <a class="leave" href={url.as_str().to_owned()} rel="noopener noreferrer" data-leave="">
                    { context.text(Message::LeaveQuickly) }
                    <small class="scripted">{ context.text(Message::LeaveQuicklyHint) }</small>
                </a>
            </aside>
        }
    });
    html! { <>{ for link }</> }
}
