//! Printing.

use gloo::events::EventListener;
use gloo::utils::{document_element, window};

const MARK: &str = "data-print";

/// Prints one part of the page: the style sheet hides the rest while the root element says so.
pub fn letter() {
    // Some browsers return before they print, so the mark goes when the printing is over.
    EventListener::once(&window(), "afterprint", |_| {
        let _ = document_element().remove_attribute(MARK);
    })
    .forget();
    // Without the mark the whole page is printed, letter included.
    let _ = document_element().set_attribute(MARK, "letter");
    // A browser without a printer dialog leaves the page as it is.
    let _ = window().print();
}
