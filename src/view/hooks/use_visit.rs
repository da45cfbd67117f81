//! The state of a visit, and fetching what it needs on the visitor's first touch.

use std::rc::Rc;

use yew::html::ImplicitClone;
use yew::prelude::*;

use crate::browser;
use crate::domain::visit::{Browser, Event, Shared, Tables, Task, Visit};
use crate::view::live::Live;

/// The id of the field for the postcode.
pub const POSTCODE_FIELD: &str = "zip";

/// What the start script remembers of a press on "by state" before the Wasm is there.
pub const PRESSED_BY_REGION: &str = "by-state";

/// What the action needs of a visit.
#[derive(Clone, PartialEq)]
pub struct Visitor {
    /// What is known.
    pub visit: Rc<Visit>,
    /// Says that something happened.
    pub tell: Callback<Event>,
}

impl ImplicitClone for Visitor {}

impl Visitor {
    /// A button's callback that says that `event` happened. One closure serves every button.
    pub fn on(&self, event: Event) -> Callback<MouseEvent> {
        let tell = self.tell.clone();
        Callback::from(move |_| tell.emit(event.clone()))
    }

    /// A button's callback that copies what stands in the field with the id `of`, and says `done`; or selects it there
    /// and says `refused` where the browser does not let pages copy.
    pub fn copying(&self, of: &'static str, done: Event, refused: Event) -> Callback<MouseEvent> {
        let tell = self.tell.clone();
        Callback::from(move |_| {
            let copied = browser::clipboard::copy(&browser::field::with_id(of));
            if !copied {
                browser::field::select_all(of);
            }
            tell.emit(if copied { done.clone() } else { refused.clone() });
        })
    }
}

struct State(Rc<Visit>);

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<State>, event: Event) -> Rc<State> {
        let next = Rc::clone(&self.0).after(event);
        if Rc::ptr_eq(&next, &self.0) { self } else { Rc::new(State(next)) }
    }
}

/// Holds a visit in memory, for as long as the page is open.
///
/// Telling [`Event::TablesAsked`], or an event that needs the tables, fetches them if nobody has yet: the whole country,
/// so that the request says nothing about the visitor. What was `typed` and sent before the Wasm arrived is carried out.
#[hook]
pub fn use_visit(live: &Live, typed: &str) -> Visitor {
    let named = live.people();
    let state = use_reducer(|| State(Rc::new(Visit { named, typed: typed.to_owned(), ..Visit::default() })));
    let tables = state.0.tables.clone();
    let dispatcher = state.dispatcher();
    let live = live.clone();
    let read = live.program().postcode;
    let tell = Callback::from(move |event: Event| {
        let absent = matches!(tables, Tables::Untouched | Tables::Failed);
        let asks = matches!(
            event,
            Event::TablesAsked | Event::PostcodeEntered(..) | Event::ByRegionChosen | Event::RegionChosen(_)
        );
        if asks && absent {
            dispatcher.dispatch(Event::TablesAsked);
            load(&live, dispatcher.clone());
        }
        if event == Event::OfficesAsked {
            load_offices(&live, dispatcher.clone());
        }
        // Whether an office is open is asked when somebody is about to call.
        if matches!(event, Event::CallOpened(_) | Event::TurnedTo(Task::Call)) {
            dispatcher.dispatch(Event::BrowserAsked(asked()));
        }
        if event != Event::TablesAsked {
            dispatcher.dispatch(event);
        }
    });
    {
        let (tell, typed) = (tell.clone(), typed.to_owned());
        use_effect_with((), move |()| {
            browser::page::mark_ready();
            tell.emit(Event::BrowserAsked(asked()));
            browser::focus::restore();
            let pending = browser::page::take_pending();
            if pending.as_deref() == Some(PRESSED_BY_REGION) {
                tell.emit(Event::ByRegionChosen);
            } else if pending.is_some() {
                let postcode = read(&typed);
                let refused = postcode.is_err();
                tell.emit(Event::PostcodeEntered(typed, postcode));
                if refused {
                    browser::focus::move_to(POSTCODE_FIELD);
                }
            } else if !typed.is_empty() {
                tell.emit(Event::TablesAsked);
            }
        });
    }
    Visitor { visit: Rc::clone(&state.0), tell }
}

fn asked() -> Browser {
    Browser { today: browser::page::today(), now: Some(browser::page::now()), share_sheet: browser::share::available() }
}

fn load(live: &Live, dispatcher: UseReducerDispatcher<State>) {
    let program = *live.program();
    let (offices, loaded) = (live.clone(), dispatcher.clone());
    let read = move |bytes: &[u8]| {
        let Ok(legislature) = (program.tables)(bytes, browser::page::today()) else { return false };
        loaded.dispatch(Event::TablesLoaded(Shared(legislature)));
        load_offices(&offices, loaded.clone());
        true
    };
    let failed = move || dispatcher.dispatch(Event::TablesFailed);
    browser::fetch::bytes(live.page().tables.clone(), Box::new(read), Box::new(failed));
}

/// An extra: cards do without when it is missing, and say so. Asked for by every visitor alike, whatever was found.
fn load_offices(live: &Live, dispatcher: UseReducerDispatcher<State>) {
    let (program, path) = (*live.program(), live.page().offices.clone());
    if path.is_empty() {
        return;
    }
    let loaded = dispatcher.clone();
    let read = move |bytes: &[u8]| {
        let Ok(offices) = (program.offices)(bytes) else { return false };
        loaded.dispatch(Event::OfficesLoaded(Shared(Rc::new(offices))));
        true
    };
    let failed = move || dispatcher.dispatch(Event::OfficesFailed);
    browser::fetch::bytes(path, Box::new(read), Box::new(failed));
}
