//! "Use my location". The page's script answers the press (`assets/near.js`) and fetches what does it (`assets/locate.js`).

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::visit::Event;
use crate::view::hooks::use_visit::Visitor;
use crate::view::hooks::visitor_acts;
use crate::view::link::outside;
use crate::view::live::Live;

/// The id of the place where the script says how far it is. Its value is the seats that were found, while the script presses
/// the hidden button.
const LOCATED: &str = "located";

/// What the script may have to say, in the order that it knows.
const TEXTS: [Message; 5] =
    [Message::LocateWait, Message::LocateRefused, Message::LocateSlow, Message::LocateOutside, Message::LocateFailed];

/// The button, with everything that the script may have to say.
pub fn locate(live: &Live, visitor: &Visitor) -> Html {
    let tell = visitor.tell.clone();
    let mut texts = String::new();
    for message in TEXTS {
        texts.push_str(&live.text(message));
        texts.push('|');
    }
    let onclick = Callback::from(move |_| tell.emit(Event::RegionChosen(visitor_acts::field(LOCATED).into())));
    html! {
        <div key="locate" class="locate">
            <button class="link" type="button" data-action="locate" data-texts={texts}>{ live.text(Message::LocateButton) }</button>
            <button type="button" hidden=true {onclick} />
            <p class="hint" role="status" id={LOCATED}></p>
            <p class="hint" hidden=true>{ outside(live.page().address.clone(), live.text(Message::LocateOwn)) }</p>
        </div>
    }
}
