//! Thanks, and a way to pass it on.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::visit::Event;
use crate::view::action::TITLE;
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts::{self, use_share_sheet};
use crate::view::live::Live;
use crate::view::share_links::share_links;

/// See [`Thanks`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Words.
    pub live: Live,
    /// The visit.
    pub visitor: Visitor,
}

/// What came of copying the link.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    Untouched,
    Copied,
    Refused,
}

/// The visitor's own count, the device's share sheet where there is one, and plain links.
#[component]
pub fn Thanks(props: &Props) -> Html {
    let Props { live, visitor } = props;
    let page = live.page();
    let link = use_state(|| Link::Untouched);
    let sheet = use_share_sheet();
    let count = visitor.visit.contacted.len();
    let back = visitor.on(Event::BackToPeople);
    let again = visitor.on(Event::PlaceForgotten);
    let share = {
        let live = live.clone();
        Callback::from(move |_: MouseEvent| {
            let page = live.page();
            visitor_acts::share(&page.title, &page.share_text, &page.address);
        })
    };
    let copy = {
        let (link, address) = (link.clone(), page.address.clone());
        Callback::from(move |_: MouseEvent| {
            link.set(if visitor_acts::copy(&address) { Link::Copied } else { Link::Refused });
        })
    };
    let (said, shown) = match *link {
        Link::Untouched => (AttrValue::default(), None),
        Link::Copied => (live.text(Message::ShareCopied), None),
        Link::Refused => (live.text(Message::ShareCopyFailed), Some(page.address.clone())),
    };
    html! {
        <div>
            <h2 id={TITLE} tabindex="-1">{ live.text(Message::ThanksTitle) }</h2>
            <p>{ live.count(Message::ThanksSome, count, &[]) }</p>
            <h3>{ live.text(Message::ShareTitle) }</h3>
            <div class="actions">
                <button class="button" type="button" onclick={share} hidden={!sheet} data-action="share">{ live.text(Message::ShareNative) }</button>
                <button class="button quiet" type="button" onclick={copy} data-action="copy-link">{ live.text(Message::ShareCopy) }</button>
            </div>
            <p class="hint" role="status">{ said }{ " " }<span class="address">{ shown.unwrap_or_default() }</span></p>
            { share_links(&page.title, &page.share_text, &page.address, &live.text(Message::ShareEmail)) }
            <p class="quiet-row">
                <button class="link" type="button" onclick={back} data-action="back">{ live.text(Message::ThanksBack) }</button>
                <button class="link" type="button" onclick={again} data-action="again">{ live.text(Message::StartOver) }</button>
            </p>
        </div>
    }
}
