//! The code to paste, in every form, each with a button that copies it.

use yew::prelude::*;

use visit::catalogue::Message;

use super::Props;
use crate::Context;
use crate::copy_button::{Labels, copy_button};

/// The form that fits most sites, open; the others, folded.
#[component]
pub fn Code(props: &Props) -> Html {
    let context = &props.content.context;
    let snippet = &props.content.offer.snippet;
    let text = |message| context.text(message);
    let height = context.language().number(usize::try_from(snippet.height).unwrap_or_default());
    let kept = context.fill(Message::KitFrameHint, &[("height", &height)]);
    let host = context.site.host();
    let newest = context.fill(Message::KitNewestHint, &[("host", host)]);
    let copy = |form: &'static str, code: String| block(context, form, code);
    html! {
        <section class="section" aria-labelledby="kit-code">
            <h2 id="kit-code">{ text(Message::KitCode) }</h2>
            <h3 id="kit-loader">{ text(Message::KitLoader) }</h3>
            <p class="hint">{ text(Message::KitLoaderHint) }</p>
            <p class="hint">{ context.fill(Message::KitScript, &[("host", host)]) }</p>
            { copy("loader", snippet.frame_with_pinned_loader()) }
            <div class="folds">
                { fold("frame", text(Message::KitFrame), kept, copy("frame", snippet.frame())) }
                { fold("card", text(Message::KitCard), text(Message::KitCardHint), copy("card", snippet.card())) }
                { fold("address", text(Message::KitAddress), text(Message::KitAddressHint), copy("address", snippet.landing.clone())) }
                { fold("newest", text(Message::KitNewest), newest, copy("newest", snippet.frame_with_newest_loader())) }
            </div>
        </section>
    }
}

fn fold(form: &'static str, title: AttrValue, hint: AttrValue, code: Html) -> Html {
    html! {
        <details>
            <summary id={["kit-", form].concat()}>{ title }</summary>
            <p class="hint">{ hint }</p>
            { code }
        </details>
    }
}

/// Code to copy. One press selects all of it where nothing copies.
pub fn block(context: &Context, form: &'static str, code: String) -> Html {
    html! {
        <div class="kit-block">
            <pre class="kit-code" dir="ltr" translate="no" id={code_id(form)}>{ code }</pre>
            { copy(context, form) }
        </div>
    }
}

/// Copies the element with the id that [`code_id`] gives for this form.
pub fn copy(context: &Context, form: &'static str) -> Html {
    let labels = Labels {
        label: context.text(Message::KitCopy),
        done: context.text(Message::KitCopied),
        refused: context.text(Message::KitCopyFailed),
    };
    copy_button(&code_id(form), Some(&["kit-", form].concat()), labels)
}

/// The id of a text to copy. The page's script puts choices into it.
pub fn code_id(form: &str) -> String {
    ["code-", form].concat()
}
