//! A field that was left and is come back to.

use yew::prelude::*;

use crate::browser;

/// Puts `typed` into the field with this id when it appears anew and is empty, as `screen` says. The field is not
/// controlled, because a controlled one loses what is typed before the Wasm is there.
#[hook]
pub fn use_typed_again(screen: AttrValue, id: &'static str, typed: String) {
    use_effect_with(screen, move |_| browser::field::fill_if_empty(id, &typed));
}
