//! What people type is written to no disk: every field is made by [`field!`], which says so to the browser.
//!
//! A browser keeps what is in fields for after a crash: Chromium and Firefox write it to the profile's folder in clear
//! text while people type, and leave it there. `autocomplete="off"` stops both. Spelling services and writing assistants
//! send what is typed elsewhere; the other attributes stop those. `cargo xtask check` finds a field that is made without.
//! Firefox keeps boxes and radio buttons all the same; `assets/page.js` takes care of those.

/// Writes a field like `html!` does, and marks it: `field! { <textarea class="field" id="own-words" /> }`.
macro_rules! field {
    (<select $($rest:tt)*) => { yew::html! { <select autocomplete="off" $($rest)* } };
    (<input type="radio" $($rest:tt)*) => { yew::html! { <input type="radio" autocomplete="off" $($rest)* } };
    (<input type="checkbox" $($rest:tt)*) => { yew::html! { <input type="checkbox" autocomplete="off" $($rest)* } };
    (<$kind:ident $($rest:tt)*) => {
        yew::html! {
            <$kind autocomplete="off" spellcheck="false" writingsuggestions="false" data-gramm="false"
                data-gramm_editor="false" data-enable-grammarly="false" $($rest)*
        }
    };
}

pub(crate) use field;
