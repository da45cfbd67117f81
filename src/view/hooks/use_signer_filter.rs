//! Filters the prerendered list of signers.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser;
use crate::domain::signer_search::{Row, search};

/// What is asked for, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Words of the name.
    pub query: AttrValue,
    /// ISO 3166-1 alpha-2 code; empty for all.
    pub country: AttrValue,
    /// How many signers fit; none before anything was asked for.
    pub found: Option<usize>,
}

/// The filter as it stands, and how to set its query and its country.
///
/// The list with this id is not drawn by any component. It is read when something is first asked for, and shows only what
/// fits from then on.
#[hook]
pub fn use_signer_filter(list: &'static str) -> (Filter, Callback<AttrValue>, Callback<AttrValue>) {
    let filter = use_state(Filter::default);
    let rows = use_mut_ref(|| None::<Vec<Row>>);
    let (setter, rows_too, now) = (filter.setter(), Rc::clone(&rows), (*filter).clone());
    let on_query = Callback::from(move |query| setter.set(applied(list, &rows_too, query, now.country.clone())));
    let (setter, now) = (filter.setter(), (*filter).clone());
    let on_country = Callback::from(move |country| setter.set(applied(list, &rows, now.query.clone(), country)));
    ((*filter).clone(), on_query, on_country)
}

fn applied(list: &str, rows: &RefCell<Option<Vec<Row>>>, query: AttrValue, country: AttrValue) -> Filter {
    let mut rows = rows.borrow_mut();
    let rows = rows.get_or_insert_with(|| browser::signer_list::rows(list));
    let found = search(rows, &query, &country);
    browser::signer_list::show_only(list, &found);
    Filter { query, country, found: Some(found.len()) }
}
