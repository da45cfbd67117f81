//! The search among many signers. `assets/search.js` gives it life, without Wasm, so it costs pages with a short list
//! nothing.

use std::collections::BTreeSet;

use yew::prelude::*;

use visit::catalogue::{FORM_SEPARATOR, Message};

use crate::Context;
use crate::field::field;

/// The id of the list that is searched. Its items carry `data-name` and `data-country`.
pub const LIST: &str = "signer-list";

/// A field and a list of countries that narrow the list of signers as one types. `script` is the path of the script.
pub fn signer_search(context: &Context, script: &AttrValue) -> Html {
    let listed = &context.campaign.facts.signers.listed;
    let codes: BTreeSet<&str> = listed.iter().filter_map(|signer| signer.country.as_deref()).collect();
    let mut countries: Vec<(&str, &str)> = codes.into_iter().map(|code| (context.places.region(code), code)).collect();
    countries.sort_unstable();
    let countries = countries.into_iter().map(|(name, code)| {
        html! { <option key={code} value={code.to_owned()}>{ name.to_owned() }</option> }
    });
    let found = context.catalogue.text(Message::SignerFound);
    let (one, other) = found.split_once(FORM_SEPARATOR).map_or((None, &*found), |(one, other)| (Some(one), other));
    html! {
        <div class="signer-search" role="search">
            <div>
                <label for="signer-query">{ context.text(Message::SignerSearchLabel) }</label>
                { field! { <input class="field" id="signer-query" type="search" /> } }
            </div>
            <div>
                <label for="signer-country">{ context.text(Message::SignerCountryLabel) }</label>
                { field! {
                    <select class="field" id="signer-country">
                        <option value="" selected=true>{ context.text(Message::SignerCountryAll) }</option>
                        { for countries }
                    </select>
                } }
            </div>
            <p class="hint" id="signer-status" role="status" data-one={one.map(str::to_owned)} data-other={other.to_owned()}
                data-none={context.text(Message::SignerNone)} data-part={context.text(Message::SignersPart)}
                data-failed={context.text(Message::SignersFailed)} data-separator={context.catalogue.language.thousands()}></p>
            <script src={script} defer=true></script>
        </div>
    }
}

/// Below a list that is shown in parts: the ways to the next and the last part. Empty and hidden until there is one.
pub(crate) fn signer_pages(context: &Context) -> Html {
    html! {
        <p key="pages" class="signer-parts scripted">
            <button class="link" id="signer-back" type="button" hidden=true>{ context.text(Message::SignersBackwards) }</button>
            <button class="link" id="signer-more" type="button" hidden=true data-more={context.text(Message::SignerMore)}></button>
        </p>
    }
}
