//! What a webmaster asks next: the site's policy, what to tell visitors, and what to do when nothing shows.

use yew::prelude::*;

use visit::catalogue::Message;

use super::code::{block, code_id, copy};
use crate::Context;

/// See [`Advice`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
}

/// Policy, privacy, trouble.
#[component]
pub fn Advice(props: &Props) -> Html {
    let context = &props.context;
    let origin = context.site.origin();
    let host = context.site.host();
    let policy = format!("frame-src {origin};\nscript-src {origin};");
    let trouble = [Message::KitTroublePolicy, Message::KitTroubleEditor, Message::KitTroubleBlocker];
    let trouble = trouble.map(|message| {
        let text = context.text(message);
        html! { <li key={text.to_string()}>{ text.clone() }</li> }
    });
    html! {
        <>
            <section class="section" aria-labelledby="kit-policy">
                <h2 id="kit-policy">{ context.text(Message::KitPolicy) }</h2>
                <p class="hint">{ context.text(Message::KitPolicyHint) }</p>
                { block(context, "policy", policy) }
            </section>
            <section class="section" aria-labelledby="kit-privacy">
                <h2 id="kit-privacy">{ context.text(Message::KitPrivacy) }</h2>
                <p class="hint">{ context.text(Message::KitPrivacyHint) }</p>
                <blockquote class="kit-quote" id={code_id("privacy")}>{ context.fill(Message::KitPrivacyText, &[("host", host)]) }</blockquote>
                { copy(context, "privacy") }
            </section>
            <section class="section" aria-labelledby="kit-trouble">
                <h2 id="kit-trouble">{ context.text(Message::KitTrouble) }</h2>
                <ul class="kit-list">{ for trouble }</ul>
            </section>
        </>
    }
}
