//! Who signed: the stated total and the names that are known, as different facts.

use yew::prelude::*;

use crate::domain::campaign::Signer;
use crate::domain::campaign::facts::SignerOrder;
use crate::domain::catalogue::Message;
use crate::domain::direction::isolated;
use crate::view::link::outside;
use crate::view::page::Context;
use crate::view::page::people_who_signed::people_who_signed;
use crate::view::page::signer_search::{LIST, signer_search};
use crate::view::person_lines::monogram;

/// From so many listed signers on, the list is folded and comes with a search.
pub const SEARCH_FROM: usize = 13;

/// See [`Signers`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// The path of the script that searches; none for short lists.
    pub search: Option<AttrValue>,
    /// The heading's level differs: the embed folds the section under its own summary.
    #[prop_or_default]
    pub folded: bool,
}

/// Total, note, and list; a long list is folded.
#[component]
pub fn Signers(props: &Props) -> Html {
    let Props { context, search, folded } = props;
    let signers = &context.campaign.facts.signers;
    let listed = signers.listed.len();
    let items = signers.listed.iter().map(|signer| item(context, signer));
    let unlisted = unlisted(context).map(|count| {
        html! {
            <li key="unlisted" class="unlisted">
                <span class="monogram" aria-hidden="true">{ "+" }{ context.language().number(count) }</span>
                <span>
                    { context.count(Message::SignersUnlisted, count, &[]) }
                    <small>{ context.text(Message::SignersUnlistedNote) }</small>
                </span>
            </li>
        }
    });
    let order = match signers.order {
        _ if listed < 2 => AttrValue::default(),
        SignerOrder::Alphabetical => context.text(Message::SignersOrderAlphabetical),
        SignerOrder::AsPublished => context.text(Message::SignersOrderPublished),
    };
    let list = html! { <ul class="signers" id={LIST}>{ for items }{ for unlisted }</ul> };
    let searched = search.is_some();
    let search = search
        .as_ref()
        .map(|script| html! { <div key="search" class="scripted">{ signer_search(context, script) }</div> });
    let list = html! { <>{ for search }{ list }</> };
    let list = if listed >= SEARCH_FROM && !folded {
        html! {
            <details key="list" class="signer-fold">
                <summary>{ context.count(Message::SignersShow, listed, &[]) }</summary>
                { list }
            </details>
        }
    } else {
        html! { <div key="list" class={searched.then_some("signer-box")}>{ list }</div> }
    };
    html! {
        <>
            <p class="stated">{ stated(context) }{ " " }{ listed_of(context, listed) }</p>
            <p class="hint">{ context.words.signers_note.clone() }{ " " }{ order }</p>
            { list }
            { for people_who_signed(context) }
        </>
    }
}

/// How many signed according to the source: "53 organisations signed together with …".
pub fn stated(context: &Context) -> AttrValue {
    let signers = &context.campaign.facts.signers;
    let count = signers.stated.count as usize;
    let besides = signers.listed.iter().take(signers.stated.besides as usize);
    let names: Vec<_> = besides.map(|signer| isolated(&signer.organization)).collect();
    if names.is_empty() {
        context.count(Message::SignersStated, count, &[])
    } else {
        context.count(Message::SignersStatedBesides, count, &[("names", &names.join(", "))])
    }
}

/// How many are named here, where that is some of them, but not all.
fn listed_of(context: &Context, listed: usize) -> AttrValue {
    match unlisted(context) {
        Some(_) if listed > context.campaign.facts.signers.stated.besides as usize => {
            context.count(Message::SignersListed, listed, &[])
        }
        _ => AttrValue::default(),
    }
}

/// How many of those who signed are not named here; `None` if all are.
fn unlisted(context: &Context) -> Option<usize> {
    let signers = &context.campaign.facts.signers;
    let total = (signers.stated.count + signers.stated.besides) as usize;
    total.checked_sub(signers.listed.len()).filter(|count| *count > 0)
}

fn item(context: &Context, signer: &Signer) -> Html {
    let language = context.language();
    let country = signer.country.as_deref().map(|code| context.places.region(code).to_owned());
    let signed =
        signer.signed.map(|date| context.catalogue.fill(Message::SignerSigned, &[("date", &language.date(date))]));
    let facts: Vec<String> = country.into_iter().chain(signed).collect();
    let facts = if facts.is_empty() { String::new() } else { [&facts.join(" · "), " · "].concat() };
    let name = signer.organization.clone();
    let linked = match &signer.site_url {
        Some(url) => outside(url.as_str().to_owned(), name.clone()),
        None => html! { <span>{ &name }</span> },
    };
    let mark = match &signer.logo_image_url {
        Some(file) => {
            let source = context.site.path(&["/logos/", context.campaign.facts.id.as_str(), "/", file].concat());
            html! { <img key="mark" class="monogram" src={source} alt="" width="40" height="40" loading="lazy" /> }
        }
        None => html! { <span key="mark" class="monogram" aria-hidden="true">{ monogram(&name) }</span> },
    };
    let source = context.text(Message::SignerSource);
    // One name in two countries is two organisations.
    let key = [&name, " ", signer.country.as_deref().unwrap_or_default()].concat();
    let source_label = context.fill(Message::SignerSourceOf, &[("name", &isolated(&name))]);
    html! {
        <li key={key} data-name={name.clone()} data-country={signer.country.clone()}>
            { mark }
            <span>
                <span translate="no">{ linked }</span>
                <small>
                    { facts }
                    <a href={signer.source.as_str().to_owned()} target="_blank" rel="noopener noreferrer" aria-label={source_label}>{ source }</a>
                </small>
            </span>
        </li>
    }
}
