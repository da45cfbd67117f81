//! The browser's history, in which an entry of ours holds a number and nothing else.

use std::cmp::Ordering;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;

/// The number in the current entry: 0 in one that is not ours.
fn number() -> usize {
    let state = window().history().and_then(|history| history.state()).ok();
    state.and_then(|state| state.as_f64()).map_or(0, |number| number as usize)
}

/// Goes to the entry with this number: a new one if it is beyond the current one, else back.
pub fn go_to(wanted: usize) {
    let (Ok(history), now) = (window().history(), number()) else { return };
    let state = JsValue::from_f64(wanted as f64);
    // A browser that refuses leaves its Back button as it is everywhere else.
    let _ = match wanted.cmp(&now) {
        Ordering::Greater => {
            let pushed = history.push_state(&state, "");
            if number() == wanted {
                pushed
            } else {
                // WebKit (2.50) keeps no entry that is pushed in a frame with `loading="lazy"`, until that frame has gone to
                // a fragment. This one is always the same, and no element has it.
                window().location().set_hash("-").and_then(|()| history.replace_state(&state, ""))
            }
        }
        Ordering::Less => history.go_with_delta(wanted as i32 - now as i32),
        // Going nowhere would load the page again.
        Ordering::Equal => Ok(()),
    };
}

/// Listens until it is dropped.
pub struct Listener(#[expect(dead_code, reason = "stops listening when it is dropped")] EventListener);

/// Says the number of the entry to which the visitor went by the browser's own buttons.
pub fn listen(act: impl Fn(usize) + 'static) -> Listener {
    Listener(EventListener::new(&window(), "popstate", move |_| act(number())))
}
