//! The parts of a page that a program takes over, as the prerendered page marks them: `data-program` names the program,
//! `data-island` where the part's texts are, if they are not in the page itself. A part that is taken is marked `data-taken`.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A part that waits for its program.
pub struct Part {
    /// What the part is drawn into.
    pub root: Element,
    /// Where its texts are; none where the page itself has them, and the part is drawn already.
    pub island: Option<String>,
}

/// The parts that show and wait for this program. They count as taken from now on.
pub fn waiting(program: &str) -> Vec<Part> {
    let selector = ["[data-program='", program, "']:not([data-taken], [hidden])"].concat();
    let Ok(found) = document().query_selector_all(&selector) else { return Vec::new() };
    let roots = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
    let part = |root: Element| {
        // An element takes any attribute.
        let _ = root.set_attribute("data-taken", "");
        Part { island: root.get_attribute("data-island"), root }
    };
    roots.map(part).collect()
}

/// Does something whenever the page says that another part waits (`assets/where.js`).
pub fn whenever_one_waits(act: fn()) {
    EventListener::new(&window(), "part", move |_| act()).forget();
}
