//! Links that leave this site.

use yew::prelude::*;

/// See [`Outside`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where it leads; `https:`, `mailto:`, `tel:` or an app's own scheme, made by `domain`.
    pub href: AttrValue,
    /// Style class.
    #[prop_or_default]
    pub class: AttrValue,
    /// What tests and the boot script know it by.
    #[prop_or_default]
    pub action: Option<AttrValue>,
    /// Spoken instead of the content.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Called before the browser follows the link.
    #[prop_or_default]
    pub onclick: Callback<()>,
    /// What it shows.
    pub children: Html,
}

/// A link that leaves this site. It always opens its own tab: in a frame under a host's `frame-src`, following it in
/// place would replace the whole frame with an error page. It tells the other side nothing about where it was.
#[component]
pub fn Outside(props: &Props) -> Html {
    let onclick = props.onclick.reform(|_: MouseEvent| ());
    html! {
        <a href={&props.href} class={&props.class} target="_blank" rel="noopener noreferrer" data-action={props.action.clone()}
            aria-label={props.label.clone()} {onclick}>{ props.children.clone() }</a>
    }
}
