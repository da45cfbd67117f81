//! A page below a campaign's own, such as a list of members or of signers.

use yew::prelude::*;

use crate::domain::catalogue::Message;
use crate::domain::direction::isolated;
use crate::domain::language::Language;
use crate::domain::site;
use crate::view::page::Context;
use crate::view::page::footer::Footer;
use crate::view::page::headline::headline;
use crate::view::page::leave::leave_quickly;
use crate::view::page::masthead::Masthead;

/// The way back to the campaign, a heading, what the page holds, and where that comes from. `path` is the page's own in a
/// language.
pub fn sub_page(
    context: &Context,
    title: AttrValue,
    path: Callback<Language, String>,
    credits: AttrValue,
    content: Html,
) -> Html {
    let back = context.site.path(&site::landing(&context.campaign.facts.id, context.language()));
    html! {
        <div class="page narrow">
            { leave_quickly(context) }
            <Masthead {context} {path} />
            <main>
                <p class="kicker"><a href={back}>{ context.text(Message::DirectoryBack) }</a>{ " · " }{ isolated(&context.words.title) }</p>
                { headline(context.language(), &title) }
                { content }
            </main>
            <Footer {context} {credits} framed=false />
        </div>
    }
}
