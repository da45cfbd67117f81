//! The search among many signers, a live part above the prerendered list.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::{Catalogue, Message};
use crate::domain::live::SearchData;
use crate::view::hooks::use_signer_filter::{Change, use_signer_filter};
use crate::view::hooks::visitor_acts;

/// The id of the prerendered list.
pub const LIST: &str = "signer-list";

/// What the search needs, from its data island.
#[derive(Debug, PartialEq)]
pub struct Search {
    /// The words of the interface.
    pub catalogue: Catalogue,
    /// Code and name of every country that a signer has, by name.
    pub countries: Vec<(Rc<str>, Rc<str>)>,
}

impl Search {
    /// Takes the data island.
    pub fn new(data: SearchData) -> Search {
        Search { catalogue: Catalogue::new(data.language, data.texts), countries: data.countries }
    }
}

/// See [`SignerSearch`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its words and countries.
    pub data: Rc<Search>,
}

/// A field and a list of countries that narrow the list of signers as one types.
#[component]
pub fn SignerSearch(props: &Props) -> Html {
    let catalogue = &props.data.catalogue;
    let (filter, change) = use_signer_filter(LIST);
    let found = filter.found.unwrap_or_default();
    let status = match filter.found {
        Some(0) => catalogue.fill(Message::SignerNone, &[("query", filter.query.trim())]),
        Some(count) => catalogue.count(Message::SignerFound, count, &[]),
        None => String::new(),
    };
    let rest = found.saturating_sub(filter.limit);
    let onfocus = change.reform(|_: FocusEvent| Change::Focused);
    let oninput = change.reform(|event: InputEvent| Change::Query(visitor_acts::typed(&event).into()));
    let onchange = change.reform(|event: Event| Change::Country(visitor_acts::chosen(&event).into()));
    let more = change.reform(|_: MouseEvent| Change::More);
    let countries = props.data.countries.iter().map(|(code, name)| {
        let value = AttrValue::from(Rc::clone(code));
        html! { <option key={code.to_string()} {value}>{ AttrValue::from(Rc::clone(name)) }</option> }
    });
    html! {
        <div class="signer-search" role="search">
            <div>
                <label for="signer-query">{ AttrValue::from(catalogue.text(Message::SignerSearchLabel)) }</label>
                <input class="field" id="signer-query" type="search" autocomplete="off" {onfocus} {oninput} />
            </div>
            <div>
                <label for="signer-country">{ AttrValue::from(catalogue.text(Message::SignerCountryLabel)) }</label>
                <select class="field" id="signer-country" {onchange}>
                    <option value="" selected=true>{ AttrValue::from(catalogue.text(Message::SignerCountryAll)) }</option>
                    { for countries }
                </select>
            </div>
            <p class="hint" role="status">{ status }</p>
            <button class="link" type="button" onclick={more} hidden={rest == 0} data-action="more-signers">
                { AttrValue::from(catalogue.fill(Message::SignerMore, &[("count", &catalogue.language.number(rest))])) }
            </button>
        </div>
    }
}
