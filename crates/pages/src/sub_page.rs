//! A page below a campaign's own, such as a list of members or of signers.

use yew::prelude::*;

use places::language::Language;
use visit::catalogue::Message;

use crate::Context;
use crate::direction::isolated;
use crate::footer::Footer;
use crate::headline::headline;
use crate::leave::leave_quickly;
use crate::masthead::Masthead;
use crate::site;

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
