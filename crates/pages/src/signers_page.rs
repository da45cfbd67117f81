//! A page that lists signers of a long list, one of several: it works without scripts, and holds as many names as come in the first
//! packets of a connection.

use yew::prelude::*;

use visit::catalogue::Message;

use crate::Context;
use crate::signers::list_page;
use crate::site;
use crate::sub_page::sub_page;

/// See [`SignersPage`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// Which of the pages this is; 0 is the first.
    pub number: usize,
}

/// Title, total, links to the other pages, names.
#[component]
pub fn SignersPage(props: &Props) -> Html {
    let Props { context, number } = props;
    let (id, number) = (context.campaign.facts.id.clone(), *number);
    let path = Callback::from(move |language| site::signers(&id, language, number));
    sub_page(context, context.text(Message::SignersTitle), path, AttrValue::default(), list_page(context, number))
}
