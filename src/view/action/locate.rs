//! "Use my location". The page's script answers the press (`assets/near.js`) and fetches what does it (`assets/locate.js`).

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::visit::Event;
use crate::draw;
use crate::view::draw::Pen;
use crate::view::hooks::visitor_acts;

/// The id of the place where the script says how far it is. Its value is the seats that were found, while the script presses
/// the button a second time.
const LOCATED: &str = "located";

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
    let tell = pen.visitor.tell.clone();
    let texts = for_script(pen, &TEXTS);
    let pressed = Callback::from(move |_| {
        let seats = visitor_acts::field(LOCATED);
        // The tables are asked for whatever the browser answers: that they come tells nobody whether a district was found.
        tell.emit(if seats.is_empty() { Event::TablesAsked } else { Event::RegionChosen(seats.into()) });
    });
    draw!(pen;
        div(class="locate") {
            button(class="link" type="button" data-action="locate" click={pressed} data-texts={texts} data-shapes={shapes}) { ~LocateButton }
            p(class="hint" role="status" id={LOCATED})
        }
    );
}

/// Texts for a script, which cannot look them up.
pub fn for_script(pen: &Pen<'_>, messages: &[Message]) -> String {
    let mut texts = String::new();
    for message in messages {
        texts.push_str(&pen.live.text(*message));
        texts.push('|');
    }
    texts
}
