//! Filters the prerendered list of signers.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::signer_list::SignerList;
use crate::domain::signer_search::search;

/// So many signers are shown at first, and so many more each time: laying out thousands for each key takes long on an
/// old phone.
const BATCH: usize = 100;

/// What is asked for, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Words of the name.
    pub query: AttrValue,
    /// ISO 3166-1 alpha-2 code; empty for all.
    pub country: AttrValue,
    /// At most so many are shown.
    pub limit: usize,
    /// How many signers fit; none before anything was asked for.
    pub found: Option<usize>,
}

/// A change of the filter.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The search field received the focus.
    Focused,
    /// The search field holds this text.
    Query(AttrValue),
    /// This country was chosen.
    Country(AttrValue),
    /// More of what fits is wanted.
    More,
}

/// The filter as it stands, and how to change it.
///
/// The list with this id is not drawn by any component. It is read when the field is first touched, and shows only what
/// fits from then on.
#[hook]
pub fn use_signer_filter(id: &'static str) -> (Filter, Callback<Change>) {
    let filter =
        use_state(|| Filter { query: AttrValue::default(), country: AttrValue::default(), limit: BATCH, found: None });
    let list = use_mut_ref(|| None::<SignerList>);
    let now = (*filter).clone();
    let change = Callback::from(move |change| filter.set(applied(id, &list, (*filter).clone(), change)));
    (now, change)
}

fn applied(id: &str, list: &Rc<RefCell<Option<SignerList>>>, mut filter: Filter, change: Change) -> Filter {
    filter.limit = if change == Change::More { filter.limit + BATCH } else { BATCH };
    match change {
        Change::Focused | Change::More => {}
        Change::Query(query) => filter.query = query,
        Change::Country(country) => filter.country = country,
    }
    let mut list = list.borrow_mut();
    let list = list.get_or_insert_with(|| SignerList::read(id));
    let mut found = search(&list.rows, &filter.query, &filter.country);
    filter.found = Some(found.len());
    found.truncate(filter.limit);
    list.show_only(&found);
    filter
}
