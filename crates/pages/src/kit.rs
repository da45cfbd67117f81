//! How to put a campaign on a site: choices, code to paste, a preview, and what a webmaster asks.

pub mod advice;
pub mod choices;
pub mod code;
pub mod preview;

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use places::language::Language;
use visit::catalogue::Message;

use crate::Context;
use crate::document::{data_block, raw};
use crate::footer::Footer;
use crate::headline::headline;
use crate::masthead::Masthead;
use crate::site;
use crate::snippet::Snippet;
use advice::Advice;
use choices::Choices;
use code::Code;
use preview::Preview;

/// The campaign in one language, as a partner may choose it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The language.
    pub language: Language,
    /// What is pasted.
    pub snippet: Snippet,
}

/// What the page is made of. Equal if it is the same one.
#[derive(Debug)]
pub struct Content {
    /// The campaign's page.
    pub context: Context,
    /// The code in the page's language, without any choice.
    pub offer: Offer,
    /// The width of the column for which frames have their height, in CSS pixels.
    pub column: u32,
    /// Path of the loader, for the preview.
    pub loader: String,
    /// The code in every language, for the script that carries out choices; already safe in a script element.
    pub island: AttrValue,
    /// That script.
    pub script: AttrValue,
}

/// What the page and its parts are drawn from.
#[derive(Properties)]
pub struct Props {
    /// What the page is made of.
    pub content: Rc<Content>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.content, &other.content)
    }
}

/// Everything between the masthead and the foot works as text; the script only changes what is there.
#[component]
pub fn Kit(props: &Props) -> Html {
    let content = &props.content;
    let context = &content.context;
    let campaign = Arc::clone(&context.campaign);
    let path = Callback::from(move |language| site::partners(&campaign.facts, language));
    let back = context.site.path(&site::landing(&context.campaign.facts.id, context.language()));
    html! {
        <>
            <div class="page kit">
                <Masthead {context} {path} />
                <main>
                    <p class="kicker"><a href={back}>{ context.text(Message::DirectoryBack) }</a>{ " · " }{ context.words.title.clone() }</p>
                    { headline(context.language(), &context.text(Message::KitTitle)) }
                    <p class="standfirst">{ context.text(Message::KitIntro) }</p>
                    <Choices {context} />
                    <Code content={Rc::clone(content)} />
                    <Preview content={Rc::clone(content)} />
                    <Advice {context} />
                </main>
                <Footer {context} credits="" framed=false />
            </div>
            { data_block("kit-data", "application/json", &content.island) }
            <script>{ raw(&content.script) }</script>
            <script async=true src={content.loader.clone()}></script>
        </>
    }
}
