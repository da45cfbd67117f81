//! A letter by post: what the printer gets.

use places::legislature::Person;
use visit::letter::{Draft, address_block, lines};

use crate::draw;
use crate::draw::Pen;
use crate::hooks::visitor_acts::Act;

/// Folded on the screen; alone on the paper, with the supporter's address at its head.
pub fn on_paper(pen: &mut Pen<'_>, person: &Person, draft: &Draft) {
    let guide = &pen.visit().guide;
    let language = pen.live.letter().language;
    let day = pen.visit().browser.today.map(|today| language.date(today)).unwrap_or_default();
    let sender = [&guide.name, "\n", &lines(&guide.address)].concat();
    let sheet = [&address_block(person), "\n\n", &day, "\n\n", &draft.subject, "\n\n", &draft.body].concat();
    draw!(pen;
        details(class="on-paper") {
            summary { ~SendPost }
            p(class="hint") { ~SendPostHint }
            [for (class, text) in [("print-only letter-sheet sender-address", sender), ("print-only letter-sheet", sheet)] {
                draw!(pen;
                    div(class={class} lang={language.lang_attribute()} dir={language.direction()} translate="no" aria-hidden="true") { (text) }
                );
            }]
            button(class="button quiet" type="button" data-action="print" act={Act::Print}) { ~LetterPrint }
        }
    );
}
