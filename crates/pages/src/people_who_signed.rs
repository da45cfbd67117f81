//! The people who signed for themselves, below the organisations.

use yew::prelude::*;

use campaign::facts::PersonSigner;
use places::web_address::HttpsUrl;
use visit::catalogue::Message;

use crate::Context;
use crate::direction::isolated;

/// How many signed, and their names; folded, because there may be thousands. `None` where the campaign tells of nobody.
pub fn people_who_signed(context: &Context) -> Option<Html> {
    let signers = &context.campaign.facts.signers;
    let listed = signers.people.len();
    let total = signers.stated.people.map_or(listed, |count| count as usize);
    if total == 0 {
        return None;
    }
    let some = match (1..total).contains(&listed) {
        true => context.count(Message::SignersListed, listed, &[]),
        false => AttrValue::default(),
    };
    // Thousands of links to the same page would be most of the page.
    let first = signers.people.first().map(|person| &person.source);
    let shared = first.filter(|source| signers.people.iter().all(|person| person.source == **source));
    let items = signers.people.iter().enumerate().map(|(at, person)| item(context, at, person, shared.is_none()));
    let list = (listed > 0).then(|| {
        html! {
            <details key="list" class="signer-fold">
                <summary>{ context.count(Message::SignersPeopleShow, listed, &[]) }</summary>
                <ul class="signers">{ for items }</ul>
            </details>
        }
    });
    let title = context.text(Message::SignersPeopleTitle);
    Some(html! {
        <div key="people">
            <h3>{ title.clone() }</h3>
            <p class="stated">{ context.count(Message::SignersPeopleStated, total, &[]) }{ context.language().space() }{ some }</p>
            { for shared.map(|source| html! { <p key="source" class="hint">{ link(context, source, &title) }</p> }) }
            { for list }
        </div>
    })
}

fn item(context: &Context, at: usize, person: &PersonSigner, linked: bool) -> Html {
    let country = person.country.as_deref().map(|code| context.places.region(code).to_owned());
    let signed = person
        .signed
        .map(|date| context.catalogue.fill(Message::SignerSigned, &[("date", &context.language().date(date))]));
    let facts: Vec<String> = person.role.clone().into_iter().chain(country).chain(signed).collect();
    let facts = facts.join(" · ");
    let parting = if linked && !facts.is_empty() { " · " } else { "" };
    let source = linked.then(|| link(context, &person.source, &person.name));
    html! {
        <li key={at}>
            <span><span translate="no">{ person.name.clone() }</span><small>{ facts }{ parting }{ for source }</small></span>
        </li>
    }
}

fn link(context: &Context, source: &HttpsUrl, name: &str) -> Html {
    let label = context.fill(Message::SignerSourceOf, &[("name", &isolated(name))]);
    html! {
        <a key="link" href={source.as_str().to_owned()} target="_blank" rel="noopener noreferrer" aria-label={label}>
            { context.text(Message::SignerSource) }
        </a>
    }
}
