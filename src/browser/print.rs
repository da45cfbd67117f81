//! Printing.

/// Prints one part of the page: the style sheet hides the rest while the root element says so.
pub fn letter() {
    let root = gloo::utils::document_element();
    // Without the mark the whole page is printed, letter included.
    let _ = root.set_attribute("data-print", "letter");
    // A browser without a printer dialog leaves the page as it is.
    let _ = gloo::utils::window().print();
    let _ = root.remove_attribute("data-print");
}
