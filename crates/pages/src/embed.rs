//! The same campaign, made for a frame on a partner's page.

use yew::prelude::*;

use visit::catalogue::Message;

use crate::credit::credits;
use crate::footer::Footer;
use crate::headline::headline;
use crate::host_card::HostCard;
use crate::landing::{Props, act};
use crate::signers::Signers;
use crate::statement::{Statement, kicker};

/// Headline, folded statement, folded signers, action.
#[component]
pub fn Embed(props: &Props) -> Html {
    let context = &props.context;
    html! {
        <>
            <main class="embed">
                { credits(context) }
                { kicker(context) }
                { headline(context.language(), &context.words.title) }
                <HostCard {context} />
                <div class="folds">
                    <details>
                        <summary>{ context.text(Message::ReadStatement) }</summary>
                        <Statement {context} />
                    </details>
                    <details>
                        <summary>{ context.text(Message::SignersTitle) }</summary>
                        <Signers {context} search={props.search.clone()} folded=true />
                    </details>
                </div>
                <section class="card" id="act" aria-label={context.text(Message::ActionLabel)}>{ act(props, true) }</section>
                <Footer {context} credits={&props.credits} framed=true />
            </main>
        </>
    }
}
