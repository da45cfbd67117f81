//! Filters the prerendered list of signers.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser;
use crate::domain::signer_search::{Row, search};

/// Shows only the signers that fit, in the prerendered list with this id, and says how many do. `None` before the list
/// was read. The list is read when the component appears and not again.
#[hook]
pub fn use_signer_filter(list: &'static str, query: &AttrValue, country: &AttrValue) -> Option<usize> {
    let rows = use_state(|| None::<Rc<[Row]>>);
    {
        let rows = rows.clone();
        use_effect_with((), move |()| rows.set(Some(browser::signer_list::rows(list))));
    }
    let found = (*rows).as_ref().map(|rows| search(rows, query, country));
    let count = found.as_ref().map(Vec::len);
    use_effect_with(found, move |found| {
        if let Some(found) = found {
            browser::signer_list::show_only(list, found);
        }
    });
    count
}
