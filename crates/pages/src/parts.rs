//! The parts of the action, one for each answer to "Where do you live?".

use yew::prelude::*;

use visit::catalogue::Message;
use visit::island::ACTION;
use visit::share::Network;

use crate::Context;
use crate::document::raw;
use crate::field::field;
use crate::share_links::share_links;
use crate::site;

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is called among the answers: "United Kingdom".
    pub label: AttrValue,
    /// ISO 3166-1 code of its country, or its own name; empty for people elsewhere.
    pub country: AttrValue,
    /// Marks it for the program that takes it over; none where there is nobody to write to.
    pub program: Option<&'static str>,
    /// Where the part's texts are; none where there is nobody to write to.
    pub island: Option<AttrValue>,
    /// Whether it leads to people whom the campaign names, so that its first screen shows them.
    pub is_named: bool,
}

/// The id of a part by its place.
fn id(at: usize) -> AttrValue {
    match at {
        0 => ACTION.into(),
        _ => [ACTION, "-", &at.to_string()].concat().into(),
    }
}

/// The question where there are several parts, and the parts, of which one shows.
pub fn parts(context: &Context, parts: &[Part], drawn: &AttrValue) -> Html {
    let shown = parts.iter().enumerate().map(|(at, part)| {
        let class = classes!("tier-3", "part", part.is_named.then_some("named"));
        let Part { program, island, .. } = part;
        if at == 0 {
            return html! { <div key={at} id={id(at)} {class} data-program={*program} data-island={island}>{ raw(drawn) }</div> };
        }
        if program.is_none() {
            return html! { <div key={at} id={id(at)} {class} hidden=true>{ elsewhere(context) }</div> };
        }
        html! {
            <div key={at} id={id(at)} {class} hidden=true data-program={*program} data-island={island}>
                <p class="hint" role="status">{ context.text(Message::ZipWaiting) }</p>
            </div>
        }
    });
    let answers = parts.iter().enumerate().map(|(at, part)| {
        html! {
            <label key={at} class="where-choice">
                { field! { <input type="radio" name="where" value={id(at)} data-country={part.country.clone()} checked={at == 0} /> } }
                <span>{ part.label.clone() }</span>
            </label>
        }
    });
    let question = (parts.len() > 1).then(|| {
        html! {
            <fieldset key="where" class="tier-3 where">
                <legend>{ context.text(Message::WhereLabel) }</legend>
                <div class="where-choices">{ for answers }</div>
                <p class="hint">{ context.text(Message::WhereHint) }</p>
            </fieldset>
        }
    });
    html! {
        <>
            { for question }
            { for shown }
            // Filled and shown by start.js where a part fails.
            <p class="part-note" role="alert" data-note={context.text(Message::PartFailed)} />
            <button class="button quiet part-retry" type="button" data-retry="">{ context.text(Message::TablesRetry) }</button>
        </>
    }
}

/// For those whom no legislature of the campaign represents, and to whom it names nobody.
fn elsewhere(context: &Context) -> Html {
    let words = &context.words;
    let address = context.site.address(&site::landing(&context.campaign.facts.id, context.language()));
    html! {
        <div class="action">
            <div class="screen" data-step="elsewhere">
                <div>
                    <h2>{ context.text(Message::ElsewhereTitle) }</h2>
                    <p>{ context.text(Message::ElsewhereText) }</p>
                    { share_links(&Network::ALL, &words.title, &words.share_text, &address, &context.text(Message::ShareEmail)) }
                </div>
            </div>
        </div>
    }
}
