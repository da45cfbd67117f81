//! Who put the campaign on their site: a line per partner, all hidden until a script knows which one it is.

use yew::prelude::*;

use visit::catalogue::Message;

use crate::Context;
use crate::direction::isolated;

/// The credit lines of an embed. Empty for a campaign without partners.
pub fn credits(context: &Context) -> Html {
    let lines = context.campaign.facts.partners.iter().map(|partner| {
        html! {
            <p key={partner.slug.as_str().to_owned()} class="credit" hidden=true data-partner={partner.slug.as_str().to_owned()} data-origin={partner.site.origin().to_owned()}>
                { context.fill(Message::PartnerCredit, &[("partner", &isolated(&partner.name))]) }
            </p>
        }
    });
    html! { <div class="credits">{ for lines }</div> }
}
