//! A page that lists signers of a long list, one of several: it works without scripts, and holds as many names as come in the first
//! packets of a connection.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::direction::isolated;
use crate::domain::site;
use crate::view::page::Context;
use crate::view::page::footer::Footer;
use crate::view::page::leave::leave_quickly;
use crate::view::page::masthead::Masthead;
use crate::view::page::signers::list_page;

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
    let back = context.site.path(&site::landing(&id, context.language()));
    let path = Callback::from(move |language| site::signers(&id, language, number));
    html! {
        <div class="page narrow">
            { leave_quickly(context) }
            <Masthead {context} {path} />
            <main>
                <p class="kicker"><a href={back}>{ context.text(Message::DirectoryBack) }</a>{ " · " }{ isolated(&context.words.title) }</p>
                <h1 class="headline">{ context.text(Message::SignersTitle) }</h1>
                { list_page(context, number) }
            </main>
            <Footer {context} credits="" framed=false />
        </div>
    }
}
