//! The end of a page: privacy and sources.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::site;
use crate::view::page::Context;

/// See [`Footer`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// Where the tables come from; empty where a page uses none.
    pub credits: AttrValue,
    /// Whether the page stands in a frame and should offer its own page.
    pub framed: bool,
}

/// What the page promises, where its data come from, and the way out of a frame.
#[component]
pub fn Footer(props: &Props) -> Html {
    let Props { context, credits, framed } = props;
    let own_page = framed.then(|| {
        let href = context.site.path(&site::landing(&context.campaign.facts.id, context.language()));
        html! { <p key="own"><a {href} target="_blank" rel="noopener">{ context.text(Message::OpenOnOwnPage) }</a></p> }
    });
    let kit = context.site.path(&site::partners(&context.campaign.facts, context.language()));
    let (target, rel) = (framed.then_some("_blank"), framed.then_some("noopener"));
    let named = !credits.is_empty();
    let licences = context.licences.iter().enumerate();
    let licences = licences.map(|(at, line)| html! { <p key={at} lang="en" dir="ltr">{ line.clone() }</p> });
    let credits = named.then(|| {
        html! {
            <details key="credits">
                <summary>{ context.text(Message::CreditsTitle) }</summary>
                <p>{ credits }</p>
                { for licences }
            </details>
        }
    });
    html! {
        <footer class="foot">
            <p>{ context.text(Message::PrivacyLine) }{ " " }{ context.fill(Message::PublishedBy, &[("provider", &context.site.provider)]) }</p>
            { for own_page }
            <p><a href={kit} {target} {rel}>{ context.text(Message::KitLink) }</a></p>
            { for credits }
        </footer>
    }
}
