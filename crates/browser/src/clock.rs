//! What time it is, here and elsewhere.

use js_sys::{Date, Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use places::office_hours::Clock;

/// Milliseconds of a minute.
const MINUTE: f64 = 60_000.0;

/// Now, in minutes since 1 January 1970 in UTC.
pub fn now() -> i32 {
    (Date::now() / MINUTE) as i32
}

/// What a clock in a time zone, by its name in the database of IANA, shows so many minutes after 1 January 1970 in UTC. `None` where
/// the browser doesn't know the zone.
pub fn in_zone(zone: &str, minutes: i32) -> Option<Clock> {
    let form = r#"{"weekday":"short","hour":"2-digit","minute":"2-digit","hourCycle":"h23","timeZone":""#;
    let options = JSON::parse(&[form, zone, "\"}"].concat()).ok()?;
    let date = Date::new(&JsValue::from_f64(f64::from(minutes) * MINUTE));
    // Called by name, because a zone that is not known throws.
    let write: Function = Reflect::get(&date, &"toLocaleString".into()).ok()?.dyn_into().ok()?;
    Clock::read(&write.call2(&date, &"en-GB".into(), &options).ok()?.as_string()?)
}
