//! What time it is, here and elsewhere.

use std::cell::RefCell;

use js_sys::{Date, Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use places::office_hours::Clock;

/// Milliseconds of a minute.
const MINUTE: f64 = 60_000.0;

/// Now, in minutes since 1 January 1970 in UTC.
pub fn now() -> i32 {
    (Date::now() / MINUTE) as i32
}

/// A zone, a minute, and what a clock there shows.
type Shown = (String, i32, Option<Clock>);

thread_local! {
    // Browsers take milliseconds to look a zone up, and several people have offices in one; each is drawn again with every key.
    static SHOWN: RefCell<Vec<Shown>> = const { RefCell::new(Vec::new()) };
}

/// What a clock in a time zone, by its name in the database of IANA, shows so many minutes after 1 January 1970 in UTC. `None` where
/// the browser doesn't know the zone.
pub fn in_zone(zone: &str, minutes: i32) -> Option<Clock> {
    SHOWN.with_borrow_mut(|shown| {
        shown.retain(|(_, then, _)| *then == minutes);
        let known = shown.iter().find(|(known, ..)| known == zone).map(|(.., clock)| clock.clone());
        known.unwrap_or_else(|| {
            let clock = asked(zone, minutes);
            shown.push((zone.to_owned(), minutes, clock.clone()));
            clock
        })
    })
}

fn asked(zone: &str, minutes: i32) -> Option<Clock> {
    let form = r#"{"weekday":"short","hour":"2-digit","minute":"2-digit","hourCycle":"h23","timeZone":""#;
    let options = JSON::parse(&[form, zone, "\"}"].concat()).ok()?;
    let date = Date::new(&JsValue::from_f64(f64::from(minutes) * MINUTE));
    // Called by name, because a zone that is not known throws.
    let write: Function = Reflect::get(&date, &"toLocaleString".into()).ok()?.dyn_into().ok()?;
    Clock::read(&write.call2(&date, &"en-GB".into(), &options).ok()?.as_string()?)
}
