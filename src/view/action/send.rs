//! Every way in which a letter can reach its person, the best first, each measured before it is offered.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::channel::MailService;
use crate::domain::legislature::Person;
use crate::domain::letter::mail_file::text_address;
use crate::domain::letter::{Destination, Draft, Recipient, destination};
use crate::domain::share::Network;
use crate::domain::visit::{Channel, Copied, Event, Task};
use crate::domain::web_address::HttpsUrl;
use crate::view::action::controls::{area, back, press};
use crate::view::action::on_paper::on_paper;
use crate::view::hooks::use_visit::Visitor;
use crate::view::link::{button_outside, outside};
use crate::view::live::Live;
use crate::view::piece::{heading, hint_line};
use crate::view::share_links::share_links;

/// The best way open, the others folded.
pub fn send_screen(
    live: &Live,
    visitor: &Visitor,
    person: &Person,
    recipient: &Recipient,
    draft: &Draft,
    copied: Copied,
    title: AttrValue,
) -> Html {
    let goal = destination(person);
    let language = Some(live.page().action.letter.language);
    let gaps = if draft.has_gaps() { live.text(Message::SendGaps) } else { AttrValue::default() };
    let (page, label) = match goal {
        Destination::ContactForm(page) => (Some(page), Message::LetterCopyAndOpen),
        Destination::Site(page) => (Some(page), Message::LetterCopyAndOpenSite),
        Destination::Mail(_) | Destination::Unknown => (None, Message::LetterCopy),
    };
    // Offered to whoever has one, a form or not.
    let address = person.email.as_deref();
    let class = if copied == Copied::No { "button quiet" } else { "button" };
    html! {
        <div>
            { back(live, visitor, Event::TurnedTo(Task::Letter)) }
            { heading(title) }
            <p class="gaps">{ gaps }</p>
            <p class="note">{ live.page().action.contact_note.clone() }</p>
            { for address.map(|address| mail(live, visitor, address, draft)) }
            { area("letter-subject", live.text(Message::LetterSubject), language, draft.subject.clone(), None) }
            { copying(visitor, "letter-subject", Copied::Subject, "copy-subject", live.text(Message::LetterSubjectCopy)) }
            { area("letter-body", live.text(Message::LetterBody), language, draft.body.clone(), None) }
            { body_row(live, visitor, page, label, copied) }
            <div role="status">{ outcome(live, goal, copied) }</div>
            <div class="actions">{ press(visitor, Event::Contacted(Channel::Letter), class, "done", live.text(Message::LetterSent)) }</div>
            { hint_line(live.text(Message::SentIsYours)) }
            <div class="more">
                { on_paper(live, visitor, person, draft) }
                { others(live, visitor, person, recipient, draft, address) }
            </div>
        </div>
    }
}

fn copying(visitor: &Visitor, of: &'static str, done: Copied, action: &'static str, label: AttrValue) -> Html {
    let onclick = visitor.copying(of, Event::Copied(done), Event::Copied(Copied::Refused));
    html! { <button class="button quiet wide" type="button" {onclick} data-action={action}>{ label }</button> }
}

fn body_row(live: &Live, visitor: &Visitor, page: Option<&HttpsUrl>, label: Message, copied: Copied) -> Html {
    let copy = visitor.copying("letter-body", Event::Copied(Copied::Letter), Event::Copied(Copied::Refused));
    let class = if copied == Copied::No { "button wide" } else { "button quiet wide" };
    match page {
        Some(page) => {
            let label = live.text(if copied == Copied::No { label } else { Message::LetterCopyAgain });
            html! {
                <div key="page">
                    { button_outside(page.as_str().to_owned(), class, "copy", Some(copy), label) }
                    <p class="hint beneath">{ live.fill(Message::OpensIn, &[("host", page.host())]) }</p>
                </div>
            }
        }
        None => html! {
            <div key="no-page">
                <button class="button quiet wide" type="button" data-action="copy" onclick={copy}>{ live.text(label) }</button>
            </div>
        },
    }
}

/// The links that can carry the letter whole; else the address, to copy before subject and letter.
fn mail(live: &Live, visitor: &Visitor, address: &str, draft: &Draft) -> Html {
    let mut links = (live.program().mail_links)(address, draft).into_iter().peekable();
    let first = links.next_if(|(service, _)| *service == MailService::Program);
    let hint = live.text(if first.is_some() { Message::MailInstead } else { Message::MailTooLong });
    let first = first.map(|(_, link)| button_outside(link, "button wide", "mail", None, live.text(Message::MailOpen)));
    let services = links.map(|(service, link)| {
        html! { <li key={service as u8}>{ outside(link, service.name()) }</li> }
    });
    html! {
        <div class="mail" key="mail">
            { for first }
            <ul class="services">{ for services }</ul>
            { hint_line(hint) }
            { area("letter-to", live.text(Message::MailTo), None, address.to_owned(), None) }
            { copying(visitor, "letter-to", Copied::Address, "copy-to", live.text(Message::MailToCopy)) }
        </div>
    }
}

fn outcome(live: &Live, goal: Destination, copied: Copied) -> Html {
    let next = match goal {
        Destination::ContactForm(page) => live.fill(Message::LetterCopiedNext, &[("host", page.host())]),
        Destination::Site(page) => live.fill(Message::LetterCopiedSite, &[("host", page.host())]),
        Destination::Mail(_) | Destination::Unknown => live.text(Message::LetterCopiedNoPage),
    };
    let (class, text) = match copied {
        Copied::No => ("", AttrValue::default()),
        Copied::Letter => ("done-note", next),
        Copied::Subject => ("done-note", live.text(Message::LetterSubjectNext)),
        Copied::Address => ("done-note", live.text(Message::MailToNext)),
        Copied::Refused => ("problem", live.text(Message::LetterCopyFailed)),
    };
    html! { <p {class}>{ text }</p> }
}

/// A call, a public post if the campaign gives one, and the letter as a file.
fn others(
    live: &Live,
    visitor: &Visitor,
    person: &Person,
    recipient: &Recipient,
    draft: &Draft,
    address: Option<&str>,
) -> Html {
    let call = person
        .phone
        .is_some()
        .then(|| press(visitor, Event::TurnedTo(Task::Call), "link", "call", live.text(Message::SendCall)));
    let post = live.post(recipient).map(|text| {
        let page = live.page();
        html! {
            <details key="post">
                <summary>{ live.text(Message::SendPublic) }</summary>
                { hint_line(live.text(Message::SendPublicHint)) }
                { share_links(&Network::PUBLIC, &page.title, &text, &page.address, &AttrValue::default()) }
            </details>
        }
    });
    let file = address.map(|address| {
        let file = (live.program().mail_file)(address, draft);
        html! { <a key="mail" class="link" download="letter.eml" href={file} data-action="save-mail">{ live.text(Message::SaveMail) }</a> }
    });
    html! {
        <>
            { for post }
            <p class="quiet-row">
                { for call }
                <a class="link" download="letter.txt" href={text_address(draft)} data-action="save">{ live.text(Message::SaveText) }</a>
                { for file }
            </p>
        </>
    }
}
