//! What a component may ask of the browser while a visitor's click or key is being handled.

use crate::browser;

/// Copies text; whether it worked.
pub fn copy(text: &str) -> bool {
    browser::clipboard::copy(text)
}

/// Selects what stands in the field with this id, for copying by hand.
pub fn select_all(id: &str) {
    browser::field::select_all(id);
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    browser::focus::move_to(id);
}

/// Prints the letter on the screen.
pub fn print_letter() {
    browser::print::letter();
}

/// Opens the device's share sheet.
pub fn share(title: &str, text: &str, address: &str) {
    browser::share::open(title, text, address);
}

/// What stands in the field with this id.
pub fn field(id: &str) -> String {
    browser::field::with_id(id)
}
