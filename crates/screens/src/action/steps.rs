//! Where one is on the way.

use visit::Step;
use visit::catalogue::Message;

use crate::draw;
use crate::draw::Pen;

/// The three steps, with the current one marked.
pub fn steps(pen: &mut Pen<'_>) {
    let current = pen.visit().step;
    draw!(pen;
        ol(class="steps" aria-label=~StepsLabel) {
            [for (step, name) in Step::ALL.into_iter().zip([Message::StepFind, Message::StepWrite, Message::StepSend]) {
                let class = if step < current { "done" } else { "" };
                draw!(pen; li(class={class} aria-current=?{(step == current).then_some("step")}) { ~{name} });
            }]
        }
    );
}
