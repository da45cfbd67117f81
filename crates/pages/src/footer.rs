//! The end of a page: privacy and sources.

use yew::prelude::*;

use visit::catalogue::Message;

use crate::Context;
use crate::link::outside;
use crate::site;

/// Where the licences are that tables come under, by the names that their credits give them.
const LICENCES: [(&str, &str); 3] = [
    (
        "Open Parliament Licence v3.0",
        "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/",
    ),
    ("Open Government Licence v.3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"),
    ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
];

/// A line of credit, word for word, in which the licence is a link.
fn with_link(line: &str) -> Html {
    let named = LICENCES.into_iter().find_map(|(name, address)| Some((line.split_once(name)?, name, address)));
    match named {
        Some(((before, after), name, address)) => {
            html! { <>{ before.to_owned() }{ outside(address, name) }{ after.to_owned() }</> }
        }
        None => html! { line.to_owned() },
    }
}

/// See [`Footer`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// Where the tables come from; empty where a page uses none.
    pub credits: AttrValue,
    /// Whether the page is in a frame and should offer its own page.
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
    let licences = licences.map(|(at, line)| html! { <p key={at} lang="en" dir="ltr">{ with_link(line) }</p> });
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
            <p>{ context.text(Message::PrivacyLine) }{ context.language().space() }{ context.fill(Message::PublishedBy, &[("provider", &context.site.provider)]) }</p>
            { for own_page }
            <p><a href={kit} {target} {rel}>{ context.text(Message::KitLink) }</a></p>
            { for credits }
        </footer>
    }
}
