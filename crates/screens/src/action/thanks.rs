//! Thanks, and a way to pass it on.

use visit::catalogue::Message;
use visit::share::Network;
use visit::{Event, LinkCopy, Loss, Step};

use crate::action::asking::asking;
use crate::action::controls::{press, step_heading};
use crate::action::pass_on::pass_on;
use crate::action::send::{keep, senders};
use crate::draw;
use crate::draw::Pen;
use crate::hooks::visitor_acts::Act;

/// The visitor's own count, the letters to keep, the device's share sheet where there is one, and plain links.
pub fn thanks(pen: &mut Pen<'_>) {
    let (live, page, visit) = (pen.live, pen.live.page(), pen.visit());
    let (said, shown) = match visit.link {
        LinkCopy::Untried => (None, ""),
        LinkCopy::Copied => (Some(Message::ShareCopied), ""),
        LinkCopy::Refused => (Some(Message::ShareCopyFailed), &*page.address),
    };
    draw!(pen;
        div {
            [step_heading(pen, live.text(Message::ThanksTitle))]
            p { (live.count(Message::ThanksSome, visit.done(), &[])) }
            [senders(pen)]
            p(class="quiet-row") { [keep(pen)] }
            h3 { ~ShareTitle }
            div(class="actions") {
                [if visit.browser.share_sheet {
                    draw!(pen; button(class="button" type="button" data-action="pass-on" act={Act::Share}) { ~ShareNative });
                }]
                button(class="button quiet" type="button" data-action="copy-link" act={Act::CopyLink}) { ~ShareCopy }
            }
            p(class="hint" role="status") { [if let Some(said) = said { pen.say(said) }] " " span(class="address") { (shown) } }
            [pass_on(pen, &Network::ALL, &page.share_text)]
            p(class="quiet-row") {
                [press(pen, Event::WentTo(Step::Send), "link", "back", Message::ThanksBack)]
                [press(pen, Event::LossAsked(Loss::Everything), "link", "again", Message::StartOver)]
            }
            [asking(pen, |loss| *loss == Loss::Everything)]
        }
    );
}
