//! What an embed shows in a frame without an origin of its own, as WordPress makes it: who asks for what, and two links.
//!
//! Nothing else works there: no form, no new tab, no telephone. WordPress opens these links itself, if the page's script
//! asks it to. Elsewhere the address is below them as text.

use yew::prelude::*;

use campaign::Status;
use visit::catalogue::Message;

use crate::Context;
use crate::signers::stated;
use crate::site;

/// See [`HostCard`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
}

/// Summary, number of signers, and the way to the landing page. The style sheet shows it on `data-card` only.
#[component]
pub fn HostCard(props: &Props) -> Html {
    let context = &props.context;
    let landing = site::landing(&context.campaign.facts.id, context.language());
    let path = context.site.path(&landing);
    let act = (context.campaign.facts.status == Status::Open).then(|| {
        let href = [&path, "#act"].concat();
        html! { <a key="act" class="button" {href} target="_blank" rel="noopener">{ context.text(Message::ActionLabel) }</a> }
    });
    let read = html! { <a class="button quiet" href={path} target="_blank" rel="noopener">{ context.text(Message::ReadStatement) }</a> };
    html! {
        <div class="host-card">
            <p class="lede">{ context.words.summary.clone() }</p>
            <p class="stated">{ stated(context) }</p>
            <p class="actions">{ for act }{ read }</p>
            <p class="hint address">{ context.site.address(&landing) }</p>
        </div>
    }
}
