//! One card for each person, in turn.

use places::decimal::decimal;
use visit::catalogue::Message;
use visit::{Event, Step};

use crate::action::controls::{back, press, step_heading};
use crate::action::sender::sender;
use crate::draw;
use crate::draw::Pen;

/// The open card, with those that are done and those that wait around it.
pub fn send_screen(pen: &mut Pen<'_>) {
    let visit = pen.visit();
    let done = visit.done();
    let title = pen.live.count(Message::SendTitle, visit.ticked().len(), &[("done", &decimal(done))]);
    let has_gaps = visit.current().is_some_and(|person| visit.draft(&person).has_gaps());
    let note = &pen.live.page().contact_note;
    draw!(pen;
        div {
            [back(pen, Event::WentTo(Step::Write))]
            [step_heading(pen, &title)]
            p(class="note") { (note) }
            [if has_gaps { draw!(pen; p(class="gaps") { ~SendGaps }) }]
            [senders(pen)]
            p(class="quiet-row") {
                [keep(pen)]
                [if done > 0 {
                    press(pen, Event::Finished, "link", "finish", Message::PeopleFinish);
                }]
            }
        }
    );
}

/// The cards.
pub fn senders(pen: &mut Pen<'_>) {
    let current = pen.visit().current().filter(|_| !pen.visit().finished);
    draw!(pen;
        div(class="senders") {
            [for person in pen.visit().ticked() { sender(pen, &person, current.as_ref() == Some(&person)) }]
        }
    );
}

/// All letters in one file, named after the campaign.
pub fn keep(pen: &mut Pen<'_>) {
    let letters: Vec<_> = pen.visit().ticked().iter().map(|person| pen.visit().draft(person)).collect();
    let name = [&pen.live.page().title, ".txt"].concat();
    let file = pen.live.letters_file(&letters);
    draw!(pen; a(class="link" data-action="save" download={name} href={file}) { ~SaveText });
}
