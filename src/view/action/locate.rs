//! "Use my location". The page's script answers the press (`assets/near.js`) and fetches what does it (`assets/locate.js`).

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::visit::Event;
use crate::draw;
use crate::view::action::controls::outside;
use crate::view::draw::Pen;
use crate::view::hooks::visitor_acts;

/// The id of the place where the script says how far it is. Its value is the seats that were found, while the script presses
/// the hidden button.
const LOCATED: &str = "located";

/// What the script may have to say, in the order that it knows.
const TEXTS: [Message; 5] =
    [Message::LocateWait, Message::LocateRefused, Message::LocateSlow, Message::LocateOutside, Message::LocateFailed];

/// The button, with everything that the script may have to say.
pub fn locate(pen: &mut Pen<'_>) {
    let tell = pen.visitor.tell.clone();
    let mut texts = String::new();
    for message in TEXTS {
        texts.push_str(&pen.live.text(message));
        texts.push('|');
    }
    let found = Callback::from(move |_| tell.emit(Event::RegionChosen(visitor_acts::field(LOCATED).into())));
    draw!(pen;
        div(class="locate") {
            button(class="link" type="button" data-action="locate" data-texts={texts}) { ~LocateButton }
            button(type="button" hidden="" click={found})
            p(class="hint" role="status" id={LOCATED})
            p(class="hint" hidden="") { [outside(pen, &pen.live.page().address, &pen.live.text(Message::LocateOwn))] }
        }
    );
}
