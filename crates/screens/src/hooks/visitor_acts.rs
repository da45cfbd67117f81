//! What an element does when it is pressed, typed into, sent or focused. One listener serves all of them.

use std::rc::Rc;

use yew::Callback;
use yew::virtual_dom::{Listener, ListenerKind};

use browser::{clipboard, field, print, share};
use visit::{Copied, Event, Field, LinkCopy};

use super::visitor::{self, POSTCODE_FIELD, REGION_FIELD};
use crate::context::Live;

/// The id of the place where the script for locations says how far it is. Its value is the seats that were found, while the
/// script presses the button a second time.
pub const LOCATED: &str = "located";

/// What an element does: when it is pressed, where nothing else is said.
#[derive(Clone, Debug)]
pub enum Act {
    /// Says that this happened.
    Tell(Event),
    /// Says what is typed in this field, at each key.
    Type(Field),
    /// Copies what is in the field with this id and says so; where the browser does not let pages copy, selects it there and says
    /// that.
    Copy(&'static str, Copied),
    /// Copies the link to the campaign.
    CopyLink,
    /// Opens the device's share sheet.
    Share,
    /// Prints the letter on the screen.
    Print,
    /// When it gets the focus, asks for the tables.
    AskTables,
    /// Asks what time it is, to say whether an office is open.
    AskTime,
    /// When it is sent, looks up what is in the field for the postcode.
    EnterPostcode,
    /// When it is sent, takes the region that is chosen in the list.
    ChooseRegion,
    /// Takes what the script for locations found, or asks for the tables while it looks.
    TakeLocation,
}

/// Does something on the kind of event that goes with it.
pub struct Actor {
    /// What is done.
    pub act: Act,
    /// The campaign.
    pub live: Live,
    /// Who is told.
    pub tell: Callback<Event>,
}

impl Listener for Actor {
    fn kind(&self) -> ListenerKind {
        match self.act {
            Act::Type(_) => ListenerKind::oninput,
            Act::EnterPostcode | Act::ChooseRegion => ListenerKind::onsubmit,
            Act::AskTables => ListenerKind::onfocus,
            _ => ListenerKind::onclick,
        }
    }

    fn handle(&self, event: yew::events::Event) {
        let page = self.live.page();
        let happened = match &self.act {
            Act::Tell(event) => event.clone(),
            Act::Type(typed) => Event::Typed(typed.clone(), field::of_event(&event)),
            Act::Copy(of, done) => {
                let copied = clipboard::copy(&field::with_id(of));
                if !copied {
                    field::select_all(of);
                }
                Event::Copied(if copied { *done } else { Copied::Refused })
            }
            Act::CopyLink => {
                Event::LinkCopied(if clipboard::copy(&page.address) { LinkCopy::Copied } else { LinkCopy::Refused })
            }
            Act::Share => return share::open(&page.title, &page.share_text, &page.address),
            Act::Print => return print::letter(),
            Act::AskTables => Event::TablesAsked,
            Act::AskTime => Event::BrowserAsked(visitor::asked()),
            Act::EnterPostcode => {
                event.prevent_default();
                return visitor::enter(&self.live, &self.tell, field::with_id(POSTCODE_FIELD));
            }
            Act::ChooseRegion => {
                event.prevent_default();
                let chosen = field::with_id(REGION_FIELD);
                let Some((region, _)) = page.regions.iter().find(|(code, _)| **code == *chosen) else { return };
                Event::RegionChosen(Rc::clone(region))
            }
            Act::TakeLocation => {
                let seats = field::with_id(LOCATED);
                // The tables are asked for whatever the browser answers: that they come tells nobody whether a district was found.
                if seats.is_empty() { Event::TablesAsked } else { Event::RegionChosen(seats.into()) }
            }
        };
        self.tell.emit(happened);
    }

    fn passive(&self) -> bool {
        false
    }
}
