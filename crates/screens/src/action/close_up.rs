//! The map of a ZIP code that covers several districts. The page's script answers the press (`assets/near.js`) and fetches what
//! draws it (`assets/map.js`).

use visit::catalogue::Message;

use crate::action::locate::for_script;
use crate::draw;
use crate::draw::Pen;

/// What the script may have to say, in the order that it knows. That it could not do its part is first.
const TEXTS: [Message; 7] = [
    Message::MapFailed,
    Message::MapWait,
    Message::MapLabel,
    Message::MapHint,
    Message::MapYou,
    Message::MapScale,
    Message::MapCredit,
];

/// The button, and the place for the map. `zip` is empty where the visitor's position is known instead.
pub fn close_up(pen: &mut Pen<'_>, zip: String) {
    let texts = for_script(pen, &TEXTS);
    draw!(pen;
        button(class="link" type="button" data-action="map" data-zip={zip} data-texts={texts}) { ~MapButton }
        div(class="map") { p(class="hint" role="status" id="mapped") }
    );
}
