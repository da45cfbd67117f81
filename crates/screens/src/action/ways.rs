//! Every way in which a letter can reach its person: the best first, each measured before it is offered, the others folded.

use std::rc::Rc;

use places::legislature::Person;
use visit::catalogue::Message;
use visit::channel::{MailService, mail_links};
use visit::letter::{Destination, Draft, mail_file};
use visit::share::Network;
use visit::{Copied, Editing, Event};

use crate::action::controls::{area, outside, press};
use crate::action::on_paper::on_paper;
use crate::action::pass_on::pass_on;
use crate::action::reach::reach;
use crate::draw;
use crate::draw::Pen;
use crate::hooks::visitor_acts::Act;

/// The first move: the letter on the clipboard, or in an e-mail, and what came of it.
pub fn carry(pen: &mut Pen<'_>, person: &Person, goal: Destination) {
    let copied = pen.visit().copied;
    let (page, label, said) = match goal {
        Destination::ContactForm(page) => (Some(page), Message::LetterCopyAndOpen, Message::LetterCopiedNext),
        Destination::Site(page) => (Some(page), Message::LetterCopyAndOpenSite, Message::LetterCopiedSite),
        Destination::Mail(_) | Destination::Unknown => (None, Message::LetterCopy, Message::LetterCopiedNoPage),
    };
    let mail = match goal {
        Destination::Mail(address) => {
            let links = mail_links(address, &pen.visit().draft(person));
            links.into_iter().find(|(service, _)| *service == MailService::Program).map(|(_, link)| link)
        }
        _ => None,
    };
    let class = if copied == Copied::No { "button wide" } else { "button quiet wide" };
    let again = if copied == Copied::No { label } else { Message::LetterCopyAgain };
    let said = match copied {
        Copied::No => None,
        Copied::Letter => Some(said),
        Copied::Mail => Some(Message::MailOpened),
        Copied::Subject => Some(Message::LetterSubjectNext),
        Copied::Address => Some(Message::MailToNext),
        Copied::Refused => Some(Message::LetterCopyFailed),
    };
    let (link, action, label) = match (mail, page) {
        (Some(link), _) => (Some(link), "mail", Message::MailOpen),
        (None, page) => (page.map(|page| page.as_str().to_owned()), "copy", again),
    };
    let act = match action {
        "mail" => Act::Tell(Event::Copied(Copied::Mail)),
        _ => Act::Copy("letter-body", Copied::Letter),
    };
    draw!(pen;
        div {
            [match link {
                Some(link) => draw!(pen;
                    a(class={class} data-action={action} href={link} target="_blank" rel="noopener noreferrer" act={act}) { ~{label} }
                ),
                None => draw!(pen; button(class={class} type="button" data-action={action} act={act}) { ~{label} }),
            }]
            [if let Some(page) = page {
                draw!(pen; p(class="hint beneath") { (pen.live.fill(Message::OpensIn, &[("host", page.host())])) });
            }]
            p(class={if copied == Copied::Refused { "problem" } else { "done-note" }} role="status") {
                [if let Some(said) = said { pen.say(said) }]
            }
            [if !matches!(copied, Copied::No | Copied::Mail) {
                copying(pen, "letter-subject", Copied::Subject, "link", "copy-subject", Message::LetterSubjectCopy);
            }]
        }
    );
}

fn copying(
    pen: &mut Pen<'_>,
    of: &'static str,
    done: Copied,
    class: &'static str,
    action: &'static str,
    label: Message,
) {
    draw!(pen; button(class={class} type="button" data-action={action} act={Act::Copy(of, done)}) { ~{label} });
}

/// The letter to read, a call, other e-mail, paper, a public post.
pub fn others(pen: &mut Pen<'_>, person: &Rc<Person>) {
    let (live, visit) = (pen.live, pen.visit());
    let draft = visit.draft(person);
    let language = Some(live.letter().language);
    let own = Event::EditingChanged(Editing::Own(Rc::clone(&person.id)));
    draw!(pen;
        div(class="more") {
            [reach(pen, person)]
            details(class="read") {
                summary { ~LetterRead }
                [area(pen, "letter-subject", live.text(Message::LetterSubject), language, &draft.subject, None)]
                [area(pen, "letter-body", live.text(Message::LetterBody), language, &draft.body, None)]
                [press(pen, own, "link", "own", Message::LetterEditThis)]
            }
            [if let Some(address) = &person.email { mail(pen, address, &draft) }]
            [on_paper(pen, person, &draft)]
            [if let Some(text) = live.post(&visit.recipient(person)) {
                draw!(pen;
                    details {
                        summary { ~SendPublic }
                        p(class="hint") { ~SendPublicHint }
                        [pass_on(pen, &Network::PUBLIC, &text)]
                    }
                );
            }]
        }
    );
}

/// The services that can carry the letter whole, and the parts to copy.
fn mail(pen: &mut Pen<'_>, address: &str, draft: &Draft) {
    let links = mail_links(address, draft);
    let to = pen.live.text(Message::MailTo);
    draw!(pen;
        details(class="mail") {
            summary { ~MailOther }
            p(class="hint") { ~MailInstead }
            ul(class="services") {
                [for (service, link) in links.iter().filter(|(service, _)| *service != MailService::Program) {
                    draw!(pen; li { [outside(pen, link, service.name())] });
                }]
            }
            [area(pen, "letter-to", to, None, address, None)]
            div(class="actions") {
                [copying(pen, "letter-to", Copied::Address, "button quiet", "copy-to", Message::MailToCopy)]
                [copying(pen, "letter-subject", Copied::Subject, "button quiet", "copy-mail-subject", Message::LetterSubjectCopy)]
                [copying(pen, "letter-body", Copied::Letter, "button quiet", "copy-mail", Message::LetterCopy)]
            }
            a(class="link" download="letter.eml" data-action="save-mail" href={mail_file::mail_address(address, draft)}) { ~SaveMail }
        }
    );
}
