//! The state of a visit, and fetching what it needs on the visitor's first touch.

use std::rc::Rc;

use yew::prelude::*;

use places::assembly::Assembly;
use places::congress::Offices;
use places::legislature::Postcode;
use visit::{Browser, Event, Shared, Tables, Visit};

use crate::context::Live;

/// The id of the field for the postcode.
pub const POSTCODE_FIELD: &str = "zip";

/// The id of the field for the region.
pub const REGION_FIELD: &str = "state";

/// What the start script remembers of a press on "by state" before the Wasm is there.
pub const PRESSED_BY_REGION: &str = "by-state";

/// A visit, and whoever is told what happens in it.
pub struct Visitor {
    /// What is known.
    pub visit: Visit,
    /// Says that something happened.
    pub tell: Callback<Event>,
}

impl Visitor {
    /// A visit begins. It is held in memory, for as long as the page is open.
    pub fn new(live: &Live, typed: &str, tell: Callback<Event>) -> Visitor {
        let visit = Visit {
            letter: Shared(Rc::clone(live.letter())),
            title: live.page().title.as_str().into(),
            named: Shared(live.people()),
            typed: typed.to_owned(),
            ..Visit::default()
        };
        Visitor { visit, tell }
    }

    /// Takes what happened.
    ///
    /// [`Event::TablesAsked`], or an event that needs the tables, fetches them if nobody has yet: the whole country, so that the
    /// request says nothing about the visitor.
    pub fn take(&mut self, live: &Live, event: Event) {
        let absent = matches!(self.visit.tables, Tables::Untouched | Tables::Failed);
        let asks = matches!(
            event,
            Event::TablesAsked | Event::PostcodeEntered(..) | Event::ByRegionChosen | Event::RegionChosen(_)
        );
        if asks && absent {
            self.visit.apply(Event::TablesAsked);
            load(live, self.tell.clone());
        }
        if matches!(event, Event::OfficesAsked) {
            load_offices(live, self.tell.clone());
        }
        if !matches!(event, Event::TablesAsked) {
            self.visit.apply(event);
        }
    }

    /// Once the live part is in the page: says so, and carries out what was `typed` and sent before the Wasm arrived.
    pub fn arrive(&self, live: &Live, typed: &str) {
        browser::page::mark_ready();
        self.tell.emit(Event::BrowserAsked(asked()));
        browser::focus::restore();
        let pending = browser::page::take_pending();
        if pending.as_deref() == Some(PRESSED_BY_REGION) {
            self.tell.emit(Event::ByRegionChosen);
        } else if pending.is_some() {
            enter(live, &self.tell, typed.to_owned());
        } else if !typed.is_empty() {
            self.tell.emit(Event::TablesAsked);
        }
    }
}

/// The form for the postcode was sent off with this text; where there are none, the list of regions with this code.
pub fn enter(live: &Live, tell: &Callback<Event>, typed: String) {
    if !live.page().asks_for_postcodes() {
        if !typed.is_empty() {
            tell.emit(Event::RegionChosen(typed.into()));
        }
        return;
    }
    let page = live.page();
    let postcode = Postcode::read(&page.manner, &page.country, &typed);
    let refused = postcode.is_err();
    tell.emit(Event::PostcodeEntered(typed, postcode));
    if refused {
        browser::focus::move_to(POSTCODE_FIELD);
    }
}

/// What the browser says of itself now.
pub fn asked() -> Browser {
    Browser {
        today: browser::page::today(),
        now: Some(browser::clock::now()),
        share_sheet: browser::share::available(),
    }
}

fn load(live: &Live, tell: Callback<Event>) {
    let (page, loaded) = (live.clone(), tell.clone());
    let read = move |bytes: &[u8]| {
        let Ok(legislature) = Assembly::from_bytes(bytes, &page.page().manner) else { return false };
        loaded.emit(Event::TablesLoaded(Shared(Rc::new(legislature.on(browser::page::today())))));
        load_offices(&page, loaded.clone());
        true
    };
    let failed = move || tell.emit(Event::TablesFailed);
    browser::fetch::bytes(live.page().tables.clone(), Box::new(read), Box::new(failed));
    // A browser's first clock takes 12 ms, a phone's 50: now, while nobody waits, and not when people are shown.
    if let [_, zone] = &*live.page().manner.capital {
        let (zone, now) = (zone.clone(), browser::clock::now());
        browser::task::later(Box::new(move || drop(browser::clock::in_zone(&zone, now))));
    }
}

/// An extra: cards do without when it is missing, and say so. Asked for by every visitor alike, whatever was found.
fn load_offices(live: &Live, tell: Callback<Event>) {
    let path = live.page().offices.clone();
    if path.is_empty() {
        return;
    }
    let loaded = tell.clone();
    let read = move |bytes: &[u8]| {
        let Ok(offices) = Offices::from_bytes(bytes) else { return false };
        loaded.emit(Event::OfficesLoaded(Shared(Rc::new(offices))));
        true
    };
    let failed = move || tell.emit(Event::OfficesFailed);
    browser::fetch::bytes(path, Box::new(read), Box::new(failed));
}
