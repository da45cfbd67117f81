//! The top of a page: who publishes it, and its languages.

use yew::prelude::*;

use places::language::Language;
use visit::catalogue::Message;

use crate::Context;

/// See [`Masthead`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// The path of the same page in a language.
    pub path: Callback<Language, String>,
}

/// The way to all campaigns, and to the same page in other languages.
#[component]
pub fn Masthead(props: &Props) -> Html {
    let Props { context, path } = props;
    let here = context.language();
    let languages = context.campaign.facts.languages.iter().map(|language| {
        let href = context.site.path(&path.emit(*language));
        let current = (*language == here).then_some("page");
        html! {
            <li key={language.tag()}>
                <a {href} hreflang={language.lang_attribute()} lang={language.lang_attribute()} aria-current={current}>{ language.own_name() }</a>
            </li>
        }
    });
    html! {
        <header class="masthead">
            <a href={context.site.path("/")}>{ context.text(Message::AllCampaigns) }</a>
            <nav aria-label={context.text(Message::LanguagesLabel)}><ul class="languages">{ for languages }</ul></nav>
        </header>
    }
}
