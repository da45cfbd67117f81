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
