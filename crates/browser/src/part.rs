//! The parts of a page that the program takes over, as the prerendered page marks them with `data-program`; `data-island` says where the part's texts are, which the page's scripts put into `data-texts`. A part that is taken is marked
//! `data-taken`.

use gloo::events::EventListener;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::task::after;

/// A part that waits for its program.
pub struct Part {
    /// What the part is drawn into.
    pub root: Element,
    /// The texts of its data island, in JSON.
    pub texts: String,
}

/// The parts that show and wait for the program. They count as taken from now on.
pub fn waiting() -> Vec<Part> {
    let Ok(found) = document().query_selector_all("[data-program]:not([data-taken], [hidden])") else {
        return Vec::new();
    };
    let roots = (0..found.length()).filter_map(|at| Some(found.item(at)?.unchecked_into::<Element>()));
    let part = |root: Element| {
        // An element takes any attribute.
        let _ = root.set_attribute("data-taken", "");
        Part { texts: root.get_attribute("data-texts").unwrap_or_default(), root }
    };
    roots.map(part).collect()
}

/// How long to wait before looking again, in milliseconds.
const A_MOMENT: u32 = 100;

/// Does something with a part once the visitor is at rest: nothing in it has the focus, nothing is being pressed. What is
/// sent or pressed ends the wait, for the start script remembers it (`data-pending`).
pub fn once_at_rest(root: Element, act: Box<dyn FnOnce(Element)>) {
    let busy = root.matches(":focus-within, :active").unwrap_or(false);
    if busy && !document_element().has_attribute("data-pending") {
        after(A_MOMENT, Box::new(move || once_at_rest(root, act)));
    } else {
        super::focus::remember(&root);
        act(root);
    }
}

/// Does something whenever the page says that another part waits (`assets/where.js`).
pub fn whenever_one_waits(act: impl Fn() + 'static) {
    EventListener::new(&window(), "part", move |_| act()).forget();
}
