//! The same campaign, made for a frame on a partner's page.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::view::page::credit::credits;
use crate::view::page::footer::Footer;
use crate::view::page::headline::headline;
use crate::view::page::host_card::HostCard;
use crate::view::page::landing::{Props, act};
use crate::view::page::signers::Signers;
use crate::view::page::statement::{Statement, kicker};

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
