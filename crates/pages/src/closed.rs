//! A campaign whose time has passed.

use std::sync::Arc;

use yew::prelude::*;

use campaign::{Campaign, Status};
use visit::catalogue::Message;

use crate::Context;
use crate::site;
use crate::statement::blocks;

/// See [`Closed`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// The open campaign to which it points.
    pub next: Option<Arc<Campaign>>,
    /// Whether links leave a frame.
    pub framed: bool,
}

/// That there is nothing left to send, what came after, and what one can support now.
#[component]
pub fn Closed(props: &Props) -> Html {
    let Props { context, next, framed } = props;
    let target = framed.then_some("_blank");
    let rel = framed.then_some("noopener");
    let title = match context.campaign.facts.status {
        Status::Won => context.text(Message::WonTitle),
        Status::Open | Status::Closed => context.text(Message::ClosedTitle),
    };
    let next = next.as_ref().and_then(|next| {
        let language = context.language();
        let language = if next.words.contains_key(&language) { language } else { *next.words.keys().next()? };
        let words = next.words.get(&language)?;
        let href = context.site.path(&site::landing(&next.facts.id, language));
        Some(html! {
            <p key="next" class="next-campaign">
                <span class="hint">{ context.text(Message::NextCampaign) }</span>
                <a class="button wide" {href} {target} {rel}>{ words.title.clone() }</a>
            </p>
        })
    });
    html! {
        <div class="closed">
            <h2>{ title }</h2>
            <p>{ context.text(Message::ClosedNote) }</p>
            <h3>{ context.text(Message::AftermathTitle) }</h3>
            { blocks(context.language(), &context.words.aftermath) }
            { for next }
        </div>
    }
}
