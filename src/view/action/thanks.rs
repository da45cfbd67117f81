//! Thanks, and a way to pass it on.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::visit::{Event, LinkCopy};
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts;
use crate::view::live::Live;
use crate::view::piece::{button, button_if, heading};
use crate::view::share_links::share_links;

/// The visitor's own count, the device's share sheet where there is one, and plain links.
pub fn thanks(live: &Live, visitor: &Visitor) -> Html {
    let page = live.page();
    let visit = &visitor.visit;
    let back = visitor.on(Event::BackToPeople);
    let again = visitor.on(Event::StartedOver);
    let share = {
        let live = live.clone();
        Callback::from(move |_: MouseEvent| {
            let page = live.page();
            visitor_acts::share(&page.title, &page.share_text, &page.address);
        })
    };
    let copy = {
        let address = page.address.clone();
        visitor.tell.reform(move |_: MouseEvent| {
            Event::LinkCopied(if visitor_acts::copy(&address) { LinkCopy::Copied } else { LinkCopy::Refused })
        })
    };
    let (said, shown) = match visit.link {
        LinkCopy::Untried => (AttrValue::default(), String::new()),
        LinkCopy::Copied => (live.text(Message::ShareCopied), String::new()),
        LinkCopy::Refused => (live.text(Message::ShareCopyFailed), page.address.clone()),
    };
    html! {
        <div>
            { heading(live.text(Message::ThanksTitle)) }
            <p>{ live.count(Message::ThanksSome, visit.contacted.len(), &[]) }</p>
            <h3>{ live.text(Message::ShareTitle) }</h3>
            <div class="actions">
                { button_if(visit.browser.share_sheet, "button", "share", share, live.text(Message::ShareNative)) }
                { button("button quiet", "copy-link", copy, live.text(Message::ShareCopy)) }
            </div>
            <p class="hint" role="status">{ said }{ " " }<span class="address">{ shown }</span></p>
            { share_links(&page.title, &page.share_text, &page.address, &live.text(Message::ShareEmail)) }
            <p class="quiet-row">
                { button("link", "back", back, live.text(Message::ThanksBack)) }
                { button("link", "again", again, live.text(Message::StartOver)) }
            </p>
        </div>
    }
}
