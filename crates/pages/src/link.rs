//! Links that leave this site. They always open their own tab: in a frame under a host's `frame-src`, following one in
//! place would replace the whole frame with an error page. They tell the other side nothing about where they were.
//!
//! Functions, not components: each component costs every visitor half a kilobyte.

use yew::prelude::*;

/// A link in running text. `href` is `https:`, `mailto:`, `tel:` or an app's own scheme, made by `visit`.
pub fn outside(href: impl Into<AttrValue>, content: impl Into<AttrValue>) -> Html {
    let (href, content) = (href.into(), content.into());
    html! { <a {href} target="_blank" rel="noopener noreferrer">{ content }</a> }
}

/// A link that looks like a button. `onclick` runs before the browser follows the link; `action` is what tests know it by.
pub fn button_outside(
    href: impl Into<AttrValue>,
    class: &'static str,
    action: &'static str,
    onclick: Option<Callback<MouseEvent>>,
    content: AttrValue,
) -> Html {
    let href = href.into();
    html! { <a {href} {class} target="_blank" rel="noopener noreferrer" data-action={action} {onclick}>{ content }</a> }
}
