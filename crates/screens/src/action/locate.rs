//! "Use my location". The page's script answers the press (`assets/near.js`) and fetches what does it (`assets/locate.js`).

use visit::catalogue::Message;

use crate::draw;
use crate::draw::Pen;
use crate::hooks::visitor_acts::{Act, LOCATED};

/// What the script may have to say, in the order that it knows. That it could not do its part is first.
const TEXTS: [Message; 6] = [
    Message::LocateFailed,
    Message::LocateWait,
    Message::LocateRefused,
    Message::LocateSlow,
    Message::LocateOutside,
    Message::LocateOwn,
];

/// The button, with everything that the script may have to say; nothing where there are no outlines to look a place up in.
pub fn locate(pen: &mut Pen<'_>) {
    let shapes = &pen.live.page().shapes;
    if shapes.is_empty() {
        return;
    }
    let texts = for_script(pen, &TEXTS);
    draw!(pen;
        div(class="locate") {
            button(class="link" type="button" data-action="locate" act={Act::TakeLocation} data-texts={texts} data-shapes={shapes}) { ~LocateButton }
            p(class="hint" role="status" id={LOCATED})
        }
    );
}

/// Texts for a script, which cannot look them up.
pub fn for_script(pen: &Pen<'_>, messages: &[Message]) -> String {
    let mut texts = String::new();
    for message in messages {
        texts.push_str(pen.live.text(*message));
        texts.push('|');
    }
    texts
}
