//! Thanks, and a way to pass it on.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::share::Network;
use crate::domain::visit::{Event, LinkCopy};
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts;
use crate::view::live::Live;
use crate::view::page::copy_button::{Labels, copy_button};
use crate::view::person_lines;
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
    let done = visit.people().iter().filter(|person| visit.is_done(person)).count();
    let print = Callback::from(|_: MouseEvent| visitor_acts::print_letter());
    let labels = Labels {
        label: live.text(Message::SummaryCopy),
        done: live.text(Message::SummaryCopied),
        refused: live.text(Message::LetterCopyFailed),
    };
    html! {
        <div>
            { heading(live.text(Message::ThanksTitle)) }
            <p>{ live.count(Message::ThanksSome, done, &[]) }</p>
            <div class="letter-sheet summary" id="summary" translate="no">{ summary(live, visitor) }</div>
            { copy_button("summary", None, labels) }
            <button class="link" type="button" onclick={print} data-action="print">{ live.text(Message::LetterPrint) }</button>
            <h3>{ live.text(Message::ShareTitle) }</h3>
            <div class="actions">
                { button_if(visit.browser.share_sheet, "button", "pass-on", share, live.text(Message::ShareNative)) }
                { button("button quiet", "copy-link", copy, live.text(Message::ShareCopy)) }
            </div>
            <p class="hint" role="status">{ said }{ " " }<span class="address">{ shown }</span></p>
            { share_links(&Network::ALL, &page.title, &page.share_text, &page.address, &live.text(Message::ShareEmail)) }
            <p class="quiet-row">
                { button("link", "back", back, live.text(Message::ThanksBack)) }
                { button("link", "again", again, live.text(Message::StartOver)) }
            </p>
        </div>
    }
}

/// A line for each person with what the visitor says they did.
fn summary(live: &Live, visitor: &Visitor) -> String {
    let mut summary = live.page().title.clone();
    for person in visitor.visit.people() {
        let done = person_lines::done(live.catalogue(), visitor.visit.channels(&person));
        let name = person_lines::full_name(live.catalogue(), &person);
        summary = [summary.as_str(), "\n", &name, ": ", if done.is_empty() { "–" } else { done.as_str() }].concat();
    }
    summary
}
