//! Plain links to pass a campaign on.

use yew::prelude::*;

use crate::domain::share::Network;
use crate::view::link::Outside;

/// See [`ShareLinks`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's headline.
    pub title: AttrValue,
    /// The text to pass on.
    pub text: AttrValue,
    /// The landing page's public address.
    pub address: AttrValue,
    /// What the page's language calls e-mail.
    pub email: AttrValue,
}

/// Plain links to pass a campaign on; they work without scripts.
#[component]
pub fn ShareLinks(props: &Props) -> Html {
    let links = Network::ALL.map(|network| {
        let href = network.link(&props.title, &props.text, &props.address);
        let name = network.name().map_or(props.email.clone(), AttrValue::Static);
        html! { <li key={name.to_string()}><Outside {href}>{ name }</Outside></li> }
    });
    html! { <ul class="share-links">{ for links }</ul> }
}
