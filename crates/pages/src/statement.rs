//! The statement as an article.

use yew::prelude::*;

use campaign::Block;
use campaign::words::Quotation;
use places::language::Language;
use visit::catalogue::Message;

use crate::Context;
use crate::direction::isolated;
use crate::link::outside;

/// See [`Statement`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
}

/// The paragraphs and quotations, and the link to the full text.
#[component]
pub fn Statement(props: &Props) -> Html {
    let context = &props.context;
    let full_text = context.campaign.facts.full_text.as_ref().map(|url| {
        html! {
            <p key="full" class="full-text">
                { outside(url.as_str().to_owned(), context.fill(Message::FullText, &[("host", url.host())])) }
            </p>
        }
    });
    html! {
        <div class="prose">
            { blocks(context.language(), &context.words.statement) }
            { for full_text }
            { sources(context) }
            <p class="scripted"><button class="link" type="button" data-print-page="">{ context.text(Message::Print) }</button></p>
        </div>
    }
}

/// The sources besides the full text, as links named by their hosts.
fn sources(context: &Context) -> Html {
    let facts = &context.campaign.facts;
    let sources: Vec<_> = facts.sources.iter().filter(|url| Some(*url) != facts.full_text.as_ref()).collect();
    let links = sources
        .iter()
        .map(|url| html! { <li key={url.as_str()}>{ outside(url.as_str().to_owned(), url.host().to_owned()) }</li> });
    html! {
        <div class="sources" hidden={sources.is_empty()}>
            <span>{ context.text(Message::SourcesAt) }</span><ul>{ for links }</ul>
        </div>
    }
}

/// Paragraphs, headings and quotations, in order.
pub fn blocks(language: Language, blocks: &[Block]) -> Html {
    let parts = blocks.iter().enumerate().map(|(at, block)| match block {
        Block::Heading(text) => html! { <h2 key={at}>{ text.clone() }</h2> },
        Block::Paragraph(text) => html! { <p key={at}>{ text.clone() }</p> },
        Block::Quotation(quotation) => {
            html! { <figure key={at} class="quote">{ quoted(language, quotation) }</figure> }
        }
    });
    html! { <>{ for parts }</> }
}

fn quoted(language: Language, quotation: &Quotation) -> Html {
    let (open, close) = language.quotation_marks();
    let comma = language.comma();
    let role = quotation.role.as_ref().map(|role| [comma, &isolated(role)].concat()).unwrap_or_default();
    html! {
        <>
            <blockquote><p>{ open }{ isolated(&quotation.text) }{ close }</p></blockquote>
            <figcaption>{ isolated(&quotation.speaker) }{ role }</figcaption>
        </>
    }
}

/// "Statement · CFHK Foundation and 53 NGOs · 31 January 2023 · updated 31 July 2023"
pub fn kicker(context: &Context) -> Html {
    let facts = &context.campaign.facts;
    let language = context.language();
    let updated = facts.updated.map(|date| {
        let text = context.fill(Message::Updated, &[("date", &language.date(date))]);
        html! { <span key="updated">{ " · " }<time datetime={date.to_string()}>{ text }</time></span> }
    });
    html! {
        <p class="kicker">
            <b>{ context.text(Message::Statement) }</b>
            { " · " }<span>{ isolated(&context.words.byline) }</span>
            { " · " }<time datetime={facts.issued.to_string()}>{ language.date(facts.issued) }</time>
            { for updated }
        </p>
    }
}
