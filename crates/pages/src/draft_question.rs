//! The question that is asked before a change of language throws a letter away. A small script opens it.

use yew::prelude::*;

use visit::catalogue::Message;

use crate::Context;
use crate::site;

/// A dialog that is closed in the HTML; `assets/draft.js` opens it and lets its link lead where the pressed one did.
pub fn draft_question(context: &Context) -> Html {
    let here = context.site.path(&site::landing(&context.campaign.facts.id, context.language()));
    html! {
        <dialog class="card" id="draft" aria-labelledby="draft-title">
            <h2 id="draft-title">{ context.text(Message::LeaveDraftTitle) }</h2>
            <p>{ context.text(Message::LeaveDraftText) }</p>
            <div class="actions">
                <button class="button" type="button" id="draft-stay">{ context.text(Message::LeaveDraftStay) }</button>
                <a class="button quiet" id="draft-go" href={here}>{ context.text(Message::LeaveDraftGo) }</a>
            </div>
        </dialog>
    }
}
