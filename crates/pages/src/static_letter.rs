//! The letter on pages without the program.

use yew::prelude::*;

use campaign::ActionWords;
use visit::catalogue::Message;
use visit::letter::{self, Guide, Recipient};

use crate::Context;
use crate::copy_button::{Labels, copy_button};

/// The id of the letter's subject.
const SUBJECT: &str = "static-subject";

/// The id of the letter's text.
const LETTER: &str = "static-letter";

/// The letter as text to select.
pub fn letter_text(context: &Context, action: &ActionWords, recipient: &Recipient) -> Html {
    let language = action.letter.language;
    let draft =
        letter::assemble(&action.letter, &Guide::with_every_point(&action.letter), recipient, &context.words.title);
    html! {
        <details>
            <summary>{ context.text(Message::StaticLetterTitle) }</summary>
            <p class="hint">{ context.text(Message::StaticLetterHint) }</p>
            <p class="note">{ action.contact_note.clone() }</p>
            <div class="letter-text" lang={language.lang_attribute()} dir={language.direction()} translate="no">
                <p><strong id={SUBJECT}>{ draft.subject }</strong></p>
                <div class="letter-sheet" id={LETTER}>{ draft.body }</div>
            </div>
            { copies(context) }
        </details>
    }
}

/// Copies the letter and its subject separately, because forms ask for them so.
fn copies(context: &Context) -> Html {
    let refused = context.text(Message::LetterCopyFailed);
    let button = |of, label, done| {
        let labels = Labels { label: context.text(label), done: context.text(done), refused: refused.clone() };
        copy_button(of, None, labels)
    };
    html! {
        <>
            { button(LETTER, Message::LetterCopy, Message::LetterCopiedNoPage) }
            { button(SUBJECT, Message::LetterSubjectCopy, Message::LetterSubjectNext) }
        </>
    }
}
