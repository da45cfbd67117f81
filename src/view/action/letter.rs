//! A letter to one official: read it, change it, copy it, take it to the office's own page.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::congress::{Division, Official};
use crate::domain::letter::{Destination, Draft, Guide, Recipient, destination, sheet};
use crate::domain::visit::{Channel, Copied, Event};
use crate::view::action::TITLE;
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts;
use crate::view::link::button_outside;
use crate::view::live::Live;
use crate::view::person_lines;

/// The letter, editable. One press copies it and opens the contact page.
pub fn letter_screen(live: &Live, visitor: &Visitor, official: &Official, home: Division, copied: Copied) -> Html {
    let ours = live.letter(&Guide::with_every_point(&live.page().action.letter), &Recipient::official(official, home));
    let edited = visitor.visit.draft(official);
    let draft = edited.unwrap_or(&ours).clone();
    let goal = destination(official);
    let on_paper = sheet(official, &draft, visitor.visit.browser.today);
    let role = live.text(person_lines::role(official.role));
    let name = [("role", role.as_str()), ("name", &official.name)];
    let back = visitor.on(Event::BackToPeople);
    let reset = visitor.on(Event::LetterReset);
    let (subject, body) = (draft.subject.clone(), draft.body.clone());
    let on_subject = {
        let body = body.clone();
        visitor.tell.reform(move |event: InputEvent| {
            let subject = visitor_acts::typed(&event).replace('\n', " ");
            Event::LetterEdited(Draft { subject, body: body.clone() })
        })
    };
    let on_body = {
        let subject = subject.clone();
        visitor.tell.reform(move |event: InputEvent| {
            Event::LetterEdited(Draft { subject: subject.clone(), body: visitor_acts::typed(&event) })
        })
    };
    let print = Callback::from(|_: MouseEvent| visitor_acts::print_letter());
    html! {
        <div>
            <button class="link back" type="button" onclick={back} data-action="back">{ live.text(Message::Back) }</button>
            <h2 id={TITLE} tabindex="-1">{ live.fill(Message::LetterTitle, &name) }</h2>
            <p class="hint">{ live.text(Message::LetterHint) }</p>
            <div>
                <label for="letter-subject">{ live.text(Message::LetterSubject) }</label>
                <textarea class="field" id="letter-subject" rows="2" lang="en" dir="ltr" value={subject} oninput={on_subject} />
            </div>
            <div>
                <label for="letter-body">{ live.text(Message::LetterBody) }</label>
                <textarea class="field" id="letter-body" lang="en" dir="ltr" value={body} oninput={on_body} />
                <div class="print-only letter-sheet" lang="en" dir="ltr" aria-hidden="true">{ on_paper }</div>
            </div>
            <p class="note">{ live.page().action.contact_note.clone() }</p>
            { copy_row(live, visitor, &draft, goal, copied) }
            <div role="status">{ outcome(live, goal, copied) }</div>
            { next_row(live, visitor, &draft, copied) }
            <p class="quiet-row">
                <button class="link" type="button" onclick={print} data-action="print">{ live.text(Message::LetterPrint) }</button>
                <button class="link" type="button" onclick={reset} hidden={edited.is_none()} data-action="reset">{ live.text(Message::LetterReset) }</button>
            </p>
        </div>
    }
}

/// Copies the body and says what came of it. The link or button around it does the rest.
fn copy_body(visitor: &Visitor, draft: &Draft) -> Callback<MouseEvent> {
    let body = draft.body.clone();
    visitor.tell.reform(move |_: MouseEvent| {
        if visitor_acts::copy(&body) {
            Event::Copied(Copied::Letter)
        } else {
            visitor_acts::select_all("letter-body");
            Event::Copied(Copied::Refused)
        }
    })
}

fn copy_row(live: &Live, visitor: &Visitor, draft: &Draft, goal: Destination, copied: Copied) -> Html {
    let copy = copy_body(visitor, draft);
    let class = if copied == Copied::No { "button wide" } else { "button quiet wide" };
    let (page, first) = match goal {
        Destination::ContactForm(page) => (page, Message::LetterCopyAndOpen),
        Destination::Site(page) => (page, Message::LetterCopyAndOpenSite),
        Destination::Unknown => {
            let label = live.text(Message::LetterCopy);
            return html! {
                <div key="no-page">
                    <button {class} type="button" data-action="copy" onclick={copy}>{ label }</button>
                </div>
            };
        }
    };
    let label = live.text(if copied == Copied::No { first } else { Message::LetterCopyAgain });
    html! {
        <div key="page">
            { button_outside(page.as_str().to_owned(), class, "copy", Some(copy), label) }
            <p class="hint beneath">{ live.fill(Message::OpensIn, &[("host", page.host())]) }</p>
        </div>
    }
}

fn outcome(live: &Live, goal: Destination, copied: Copied) -> Html {
    let next = match goal {
        Destination::ContactForm(page) => live.fill(Message::LetterCopiedNext, &[("host", page.host())]),
        Destination::Site(page) => live.fill(Message::LetterCopiedSite, &[("host", page.host())]),
        Destination::Unknown => live.text(Message::LetterCopiedNoPage),
    };
    let (class, lead, rest) = match copied {
        Copied::No => ("", AttrValue::default(), AttrValue::default()),
        Copied::Letter => ("done-note", live.text(Message::LetterCopied), next),
        Copied::Subject => {
            ("done-note", live.text(Message::LetterSubjectCopied), live.text(Message::LetterSubjectNext))
        }
        Copied::Refused => ("problem", AttrValue::default(), live.text(Message::LetterCopyFailed)),
    };
    html! { <p {class}><strong>{ lead }</strong>{ rest }</p> }
}

fn next_row(live: &Live, visitor: &Visitor, draft: &Draft, copied: Copied) -> Html {
    let subject = draft.subject.clone();
    let copy_subject = visitor.tell.reform(move |_: MouseEvent| {
        if visitor_acts::copy(&subject) {
            Event::Copied(Copied::Subject)
        } else {
            visitor_acts::select_all("letter-subject");
            Event::Copied(Copied::Refused)
        }
    });
    let class = if copied == Copied::No { "button quiet" } else { "button" };
    let sent = visitor.on(Event::Contacted(Channel::Letter));
    html! {
        <div class="actions">
            <button {class} type="button" onclick={sent} data-action="done">{ live.text(Message::LetterSent) }</button>
            <button class="button quiet" type="button" onclick={copy_subject} data-action="copy-subject">
                { live.text(Message::LetterSubjectCopy) }
            </button>
        </div>
    }
}
