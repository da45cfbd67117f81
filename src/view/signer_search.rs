//! The search among many signers, a live part above the prerendered list.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::catalogue::{Catalogue, Message};
use crate::domain::live::SearchData;
use crate::view::hooks::use_signer_filter::use_signer_filter;
use crate::view::hooks::visitor_acts;

/// The id of the prerendered list.
pub const LIST: &str = "signer-list";

/// See [`SignerSearch`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its data island.
    pub data: Rc<SearchData>,
}

/// A field and a list of countries that narrow the list of signers as one types.
#[component]
pub fn SignerSearch(props: &Props) -> Html {
    let query = use_state(AttrValue::default);
    let country = use_state(AttrValue::default);
    let found = use_signer_filter(LIST, &query, &country);
    let catalogue = use_memo(Rc::clone(&props.data), |data| Catalogue::new(data.language, data.texts.clone()));
    let status = match found {
        Some(0) => catalogue.fill(Message::SignerNone, &[("query", query.trim())]),
        Some(count) => catalogue.count(Message::SignerFound, count, &[]),
        None => String::new(),
    };
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| query.set(visitor_acts::typed(&event).into()))
    };
    let onchange = {
        let country = country.clone();
        Callback::from(move |event: Event| country.set(visitor_acts::chosen(&event).into()))
    };
    let countries = props.data.countries.iter().map(|(code, name)| {
        let value = AttrValue::from(Rc::clone(code));
        html! { <option key={code.to_string()} {value}>{ AttrValue::from(Rc::clone(name)) }</option> }
    });
    html! {
        <div class="signer-search" role="search">
            <div>
                <label for="signer-query">{ AttrValue::from(catalogue.text(Message::SignerSearchLabel)) }</label>
                <input class="field" id="signer-query" type="search" autocomplete="off" {oninput} />
            </div>
            <div>
                <label for="signer-country">{ AttrValue::from(catalogue.text(Message::SignerCountryLabel)) }</label>
                <select class="field" id="signer-country" {onchange}>
                    <option value="" selected=true>{ AttrValue::from(catalogue.text(Message::SignerCountryAll)) }</option>
                    { for countries }
                </select>
            </div>
            <p class="hint" role="status">{ status }</p>
        </div>
    }
}
