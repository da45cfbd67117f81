//! The campaign in a real frame, as wide as on a phone, in a column, or as the page allows.

use yew::prelude::*;

use visit::catalogue::Message;

use super::Props;
use crate::field::field;
use crate::site;
use crate::snippet::{ALLOW, REFERRER_POLICY, SANDBOX};

/// The frame of the snippet. The width is chosen without any script.
#[component]
pub fn Preview(props: &Props) -> Html {
    let content = &props.content;
    let context = &content.context;
    let snippet = &content.offer.snippet;
    let column = context.fill(Message::KitWidthColumn, &[("column", &content.column.to_string())]);
    let widths = [
        ("phone", context.text(Message::KitWidthPhone)),
        ("column", column),
        ("full", context.text(Message::KitWidthFull)),
    ];
    let widths = widths.into_iter().map(|(width, label)| {
        let id = ["kit-", width].concat();
        html! {
            <span key={width}>
                { field! { <input type="radio" name="kit-width" id={id.clone()} value={width} checked={width == "column"} /> } }
                <label for={id}>{ label }</label>
            </span>
        }
    });
    let path = context.site.path(&site::embed(&context.campaign.facts.id, content.offer.language));
    html! {
        <section class="section kit-preview" aria-labelledby="kit-preview">
            <h2 id="kit-preview">{ context.text(Message::KitPreview) }</h2>
            <fieldset class="kit-widths">
                <legend class="hint">{ context.text(Message::KitWidths) }</legend>
                { for widths }
            </fieldset>
            <div class="kit-stage">
                <iframe data-undersigned="" src={path} title={snippet.frame_title.clone()} height={snippet.height.to_string()}
                    loading="lazy" referrerpolicy={REFERRER_POLICY} allow={ALLOW} sandbox={SANDBOX}></iframe>
            </div>
        </section>
    }
}
