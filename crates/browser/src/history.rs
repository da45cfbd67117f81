//! The browser's history, in which an entry of ours holds a number and nothing else.

use std::cell::Cell;
use std::cmp::Ordering;

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use web_sys::History;

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
            if number() == wanted { pushed } else { push_in_lazy_frame(&history, &state) }
        }
        Ordering::Less => history.go_with_delta(wanted as i32 - now as i32),
        // Going nowhere would load the page again.
        Ordering::Equal => Ok(()),
    };
}

thread_local! {
    /// While an entry is made that no visitor went to.
    static IS_PREPARING: Cell<bool> = const { Cell::new(false) };
}

/// WebKit (2.50) keeps no entry that is pushed in a frame with `loading="lazy"`, until that frame has gone to a fragment. This
/// one is always the same, and no element has it. Going back from a pushed entry to one that was not pushed would load the
/// frame again, so the first step is pushed as well.
fn push_in_lazy_frame(history: &History, state: &JsValue) -> Result<(), JsValue> {
    IS_PREPARING.set(true);
    let went = window().location().set_hash("-");
    IS_PREPARING.set(false);
    went.and_then(|()| history.push_state(&JsValue::from_f64(0.0), "")).and_then(|()| history.push_state(state, ""))
}

/// Listens until it is dropped.
pub struct Listener(#[expect(dead_code, reason = "stops listening when it is dropped")] EventListener);

/// Says the number of the entry to which the visitor went by the browser's own buttons.
pub fn listen(act: impl Fn(usize) + 'static) -> Listener {
    Listener(EventListener::new(&window(), "popstate", move |_| {
        if !IS_PREPARING.get() {
            act(number());
        }
    }))
}
