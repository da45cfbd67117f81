//! Plain links to pass a campaign on.

use yew::prelude::*;

use crate::domain::share::Network;
use crate::view::link::outside;

/// Plain links to pass a campaign on by these networks; they work without scripts. `email` is what the page's language
/// calls e-mail.
pub fn share_links(networks: &[Network], title: &str, text: &str, address: &str, email: &AttrValue) -> Html {
    let links = networks.iter().map(|network| {
        let name = network.name().map_or_else(|| email.clone(), AttrValue::Static);
        html! { <li key={*network as u8}>{ outside(network.link(title, text, address), name) }</li> }
    });
    html! { <ul class="pass-on">{ for links }</ul> }
}
