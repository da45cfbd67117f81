//! A letter by post: what the printer gets, and where the supporter's own address is typed for it.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::legislature::Person;
use crate::domain::letter::{Draft, address_block};
use crate::view::field::field;
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts;
use crate::view::live::Live;

/// Folded on the screen; alone on the paper. The return address is in the field only, and nothing listens to it.
pub fn on_paper(live: &Live, visitor: &Visitor, person: &Person, draft: &Draft) -> Html {
    let print = Callback::from(|_: MouseEvent| visitor_acts::print_letter());
    let language = live.page().action.letter.language;
    let day = visitor.visit.browser.today.map(|today| language.date(today)).unwrap_or_default();
    let sheet = [&address_block(person), "\n\n", &day, "\n\n", &draft.subject, "\n\n", &draft.body].concat();
    html! {
        <details class="on-paper">
            <summary>{ live.text(Message::SendPost) }</summary>
            <p class="hint">{ live.text(Message::SendPostHint) }</p>
            <label for="return-address">{ live.text(Message::SendReturn) }</label>
            { field! { <textarea class="field" id="return-address" rows="4" defaultvalue={visitor.visit.guide.signature.clone()} /> } }
            <div class="print-only letter-sheet" lang={language.lang_attribute()} dir={language.direction()} translate="no" aria-hidden="true">{ sheet }</div>
            <button class="button quiet" type="button" onclick={print} data-action="print">{ live.text(Message::LetterPrint) }</button>
        </details>
    }
}
