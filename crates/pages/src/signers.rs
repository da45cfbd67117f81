//! Who signed: the stated total and the names that are known, as different facts.

use serde_json::{Value, json};
use yew::prelude::*;

use campaign::Signer;
use campaign::facts::SignerOrder;
use places::web_address::HttpsUrl;
use screens::person_lines::monogram;
use visit::catalogue::Message;

use crate::Context;
use crate::direction::isolated;
use crate::link::outside;
use crate::people_who_signed::people_who_signed;
use crate::signer_search::{LIST, signer_pages, signer_search};
use crate::site;

/// From so many listed signers on, the list is folded and comes with a search.
pub const SEARCH_FROM: usize = 13;

/// So many names of a folded list are open.
const OPEN: usize = 12;

/// A landing page holds all names up to so many, and else the first of them: with the rest of the page, they come in the first
/// packets of a connection.
const ON_PAGE: (usize, usize) = (20, 14);

/// The same for an embed.
const IN_FRAME: (usize, usize) = (12, 8);

/// What searches among the signers.
#[derive(Clone, Debug, PartialEq)]
pub struct Search {
    /// The path of the script.
    pub script: AttrValue,
    /// The path of the file that holds every name; none where pages hold them all.
    pub names: Option<AttrValue>,
}

/// Whether a list is longer than some page holds, so that there is a file of all names, and pages of them.
pub fn is_long(listed: usize) -> bool {
    listed > IN_FRAME.0
}

/// See [`Signers`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// What searches; none for short lists.
    pub search: Option<Search>,
    /// The heading's level differs: the embed folds the section under its own summary.
    #[prop_or_default]
    pub folded: bool,
}

/// The source of every name, where it is the same.
fn shared_source(signers: &[Signer]) -> Option<&HttpsUrl> {
    let (first, others) = signers.split_first()?;
    (!others.is_empty() && others.iter().all(|signer| signer.source == first.source)).then_some(&first.source)
}

/// Total, note, and list; a long list is folded after the first names.
#[component]
pub fn Signers(props: &Props) -> Html {
    let Props { context, search, folded } = props;
    let signers = &context.campaign.facts.signers;
    let listed = signers.listed.len();
    let source = shared_source(&signers.listed);
    let (whole, first) = if *folded { IN_FRAME } else { ON_PAGE };
    let held = if listed > whole { first } else { listed };
    let all = (held < listed).then(|| {
        let href = context.site.path(&site::signers(&context.campaign.facts.id, context.language(), 0));
        let target = folded.then_some("_blank");
        let rel = folded.then_some("noopener");
        html! { <p key="all"><a {href} {target} {rel}>{ context.count(Message::SignersAll, listed, &[]) }</a></p> }
    });
    let mut items: Vec<Html> =
        signers.listed.iter().take(held).map(|signer| item(context, signer, source.is_none())).collect();
    // The first names are open to everybody; a click, or the browser's own search, opens the rest.
    let rest = if listed >= SEARCH_FROM && !folded { items.split_off(OPEN) } else { Vec::new() };
    let rest = (!rest.is_empty()).then(|| {
        html! {
            <li key="rest" class="signer-rest">
                <details>
                    <summary>{ context.count(if held < listed { Message::SignersFirst } else { Message::SignersShow }, held, &[]) }</summary>
                    <ul class="signers">{ for rest }</ul>
                </details>
            </li>
        }
    });
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
    let names = search.as_ref().filter(|_| held < listed).and_then(|search| search.names.clone());
    let list =
        html! { <ul class="signers" id={LIST} data-names={names}>{ for items }{ for rest }{ for unlisted }</ul> };
    let searched = search.is_some();
    let turning = searched.then(|| signer_pages(context));
    let search = search
        .as_ref()
        .map(|search| html! { <div key="search" class="scripted">{ signer_search(context, &search.script) }</div> });
    let list = html! { <>{ for search }{ list }{ for turning }{ for all }</> };
    let source = source.map(|url| source_of_all(context, url));
    html! {
        <>
            <p class="stated">{ stated(context) }{ context.language().space() }{ listed_of(context, listed) }</p>
            <p class="hint">{ context.words.signers_note.clone() }{ context.language().space() }{ order(context) }</p>
            { for source }
            <div class={searched.then_some("signer-box")}>{ list }</div>
            { for people_who_signed(context) }
        </>
    }
}

fn source_of_all(context: &Context, url: &HttpsUrl) -> Html {
    html! {
        <p key="source" class="hint">
            <a href={url.as_str().to_owned()} target="_blank" rel="noopener noreferrer">{ context.fill(Message::SignersSource, &[("host", url.host())]) }</a>
        </p>
    }
}

/// So many names go on each of the pages that list them all.
const ON_A_LIST: usize = 150;

/// How many pages list all names; none where other pages hold them.
pub fn list_pages(listed: usize) -> usize {
    if is_long(listed) { listed.div_ceil(ON_A_LIST) } else { 0 }
}

/// The names of one of these pages, which count from 0, and links to the others.
pub(crate) fn list_page(context: &Context, number: usize) -> Html {
    let listed = &context.campaign.facts.signers.listed;
    let source = shared_source(listed);
    let items =
        listed.iter().skip(number * ON_A_LIST).take(ON_A_LIST).map(|signer| item(context, signer, source.is_none()));
    let (id, language) = (&context.campaign.facts.id, context.language());
    let part = |other: usize| {
        let href = context.site.path(&site::signers(id, language, other));
        let (first, last) = (other * ON_A_LIST + 1, listed.len().min((other + 1) * ON_A_LIST));
        let label = [language.number(first), "–".to_owned(), language.number(last)].concat();
        html! { <li key={other}><a {href} aria-current={(other == number).then_some("page")}>{ label }</a></li> }
    };
    let parts = list_pages(listed.len());
    let parts = (parts > 1).then(|| {
        html! {
            <nav key="parts" aria-label={context.text(Message::SignersParts)}><ul class="parts">{ for (0..parts).map(part) }</ul></nav>
        }
    });
    html! {
        <>
            <p class="stated">{ stated(context) }{ context.language().space() }{ listed_of(context, listed.len()) }</p>
            <p class="hint">{ context.words.signers_note.clone() }{ context.language().space() }{ order(context) }</p>
            { for source.map(|url| source_of_all(context, url)) }
            { for parts.clone() }
            <ul class="signers">{ for items }</ul>
            { for parts }
        </>
    }
}

/// The file that holds every name, for the search: rows as `assets/search.js` reads them, and the words beside them.
pub fn names_file(context: &Context) -> Value {
    let listed = &context.campaign.facts.signers.listed;
    let shared = shared_source(listed).is_some();
    let row = |signer: &Signer| {
        let logo = signer.logo_image_url.as_ref().map(|file| logo(context, file));
        let mark = logo.is_none().then(|| monogram(&signer.organization).to_string());
        let source = (!shared).then(|| signer.source.as_str());
        let url = signer.site_url.as_ref().map(HttpsUrl::as_str);
        // Names that run the other way are told apart from the text around them.
        let apart = isolated(&signer.organization);
        let apart = (apart != signer.organization).then_some(apart);
        json!([signer.organization, signer.country, facts(context, signer), url, source, logo, mark, apart])
    };
    json!({
        "source": &*context.text(Message::SignerSource),
        "of": &*context.catalogue.text(Message::SignerSourceOf),
        "rows": listed.iter().map(row).collect::<Vec<_>>(),
    })
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
        context.count(
            Message::SignersStatedBesides,
            count,
            &[("names", &names.join(context.language().between_names()))],
        )
    }
}

/// The rule of the order, in words; nothing where there is no order to tell of.
fn order(context: &Context) -> AttrValue {
    let signers = &context.campaign.facts.signers;
    match signers.order {
        _ if signers.listed.len() < 2 => AttrValue::default(),
        SignerOrder::Alphabetical => context.text(Message::SignersOrderAlphabetical),
        SignerOrder::AsPublished => context.text(Message::SignersOrderPublished),
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

/// The country of a signer, and the day on which it signed.
fn facts(context: &Context, signer: &Signer) -> String {
    let language = context.language();
    let country = signer.country.as_deref().map(|code| context.places.region(code).to_owned());
    let signed =
        signer.signed.map(|date| context.catalogue.fill(Message::SignerSigned, &[("date", &language.date(date))]));
    country.into_iter().chain(signed).collect::<Vec<_>>().join(" · ")
}

fn logo(context: &Context, file: &str) -> String {
    context.site.path(&site::logo(&context.campaign.facts.id, file))
}

/// One signer; `assets/search.js` makes the same of a row of [`names_file`].
fn item(context: &Context, signer: &Signer, names_source: bool) -> Html {
    let facts = facts(context, signer);
    let comma = if facts.is_empty() || !names_source { "" } else { " · " };
    let facts = [&facts, comma].concat();
    let name = signer.organization.clone();
    let linked = match &signer.site_url {
        Some(url) => outside(url.as_str().to_owned(), name.clone()),
        None => html! { <span>{ &name }</span> },
    };
    let mark = match &signer.logo_image_url {
        Some(file) => {
            let source = logo(context, file);
            html! { <img key="mark" class="logo" src={source} alt="" width="72" height="40" loading="lazy" /> }
        }
        None => html! { <span key="mark" class="monogram" aria-hidden="true">{ monogram(&name) }</span> },
    };
    let source = names_source.then(|| {
        let label = context.fill(Message::SignerSourceOf, &[("name", &isolated(&name))]);
        html! {
            <a href={signer.source.as_str().to_owned()} target="_blank" rel="noopener noreferrer" aria-label={label}>
                { context.text(Message::SignerSource) }
            </a>
        }
    });
    // One name in two countries is two organisations.
    let key = [&name, " ", signer.country.as_deref().unwrap_or_default()].concat();
    html! {
        <li key={key} data-name={name.clone()} data-country={signer.country.clone()}>
            { mark }
            <span>
                <span translate="no">{ linked }</span>
                <small>
                    { facts }
                    { for source }
                </small>
            </span>
        </li>
    }
}
