//! The way to act without Wasm: a directory by state, and the letter and the call script as text.

use yew::prelude::*;

use campaign::ActionWords;
use places::congress::EITHER;
use places::congress::{HOUSE_FINDER, SENATE_LIST};
use places::legislature::LegislatureId;
use screens::person_lines;
use visit::catalogue::Message;
use visit::channel::mail_to;
use visit::letter::{self, Recipient};
use visit::share::Network;

use crate::direction::isolated;
use crate::link::outside;
use crate::share_links::share_links;
use crate::site;
use crate::static_letter::letter_text;
use crate::{Context, listed};

/// See [`StaticAction`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// Whether links leave a frame.
    pub framed: bool,
}

/// Shown where the live action cannot run.
#[component]
pub fn StaticAction(props: &Props) -> Html {
    let Props { context, framed } = props;
    let facts = &context.campaign.facts;
    let language = context.language();
    let first = facts.legislatures().next().unwrap_or(LegislatureId::US_CONGRESS);
    let reader = anyone(context, &first);
    let by_place = facts.legislatures().next().is_some();
    let Some(action) = &context.words.action else { return html! { <div class="below-tier-3" /> } };
    html! {
        <div class="below-tier-3">
            <h2>{ action.title.clone() }</h2>
            <p>{ action.description.clone() }</p>
            { for by_place.then(|| html! { <p key="asked" class="hint">{ context.text(Message::DirectoryAsked) }</p> }) }
            { for us_choice(context, *framed) }
            { listed::choices(context, *framed) }
            { for named(context) }
            { texts(context, action, &reader) }
            <h3>{ context.text(Message::ShareTitle) }</h3>
            { share_links(&Network::ALL, &context.words.title, &context.words.share_text, &context.site.address(&site::landing(&facts.id, language)), &context.text(Message::ShareEmail)) }
        </div>
    }
}

/// Any member of a legislature.
fn anyone(context: &Context, id: &LegislatureId) -> Recipient {
    if let Some(listed) = context.listed.iter().find(|listed| listed.id == *id) {
        return Recipient::anyone(Some(id), &listed.anyone);
    }
    Recipient::unknown(EITHER, "[your state]")
}

/// The way to the directory of Congress, if the campaign writes to it.
fn us_choice(context: &Context, framed: bool) -> Option<Html> {
    let facts = &context.campaign.facts;
    if !facts.legislatures().any(|legislature| legislature == LegislatureId::US_CONGRESS) {
        return None;
    }
    let language = context.language();
    let target = framed.then_some("_blank");
    let rel = framed.then_some("noopener");
    let states = context.places.states_in_order().into_iter().map(|(state, name)| {
        let href = context.site.path(&site::directory_of(&facts.id, language, state, 0));
        html! { <li key={state.code()}><a {href} {target} {rel}>{ name.to_owned() }</a></li> }
    });
    Some(html! {
        <details key="us">
            <summary>{ context.text(Message::StaticStateTitle) }</summary>
            <p class="hint">{ context.text(Message::StaticStateHint) }</p>
            <ul class="state-list">{ for states }</ul>
            <p class="hint">{ context.text(Message::StaticFinderHint) }</p>
            <ul class="plain-list">
                <li>{ outside(HOUSE_FINDER, context.text(Message::FinderHouse)) }</li>
                <li>{ outside(SENATE_LIST, context.text(Message::FinderSenate)) }</li>
            </ul>
        </details>
    })
}

/// The people whom the campaign names, if any.
fn named(context: &Context) -> Option<Html> {
    let people = &context.campaign.people;
    let entries = people.iter().map(|named| {
        let person = named.shown(|code| context.places.region(code).to_owned());
        let email = person.email.as_ref().map(|email| {
            html! { <span key="email">{ outside(mail_to(email), email.to_string()) }</span> }
        });
        let phone = person.phone.as_ref().map(|phone| {
            html! { <span key="phone">{ outside(person_lines::telephone(phone), phone.to_string()) }</span> }
        });
        html! {
            <li key={person.id.to_string()}>
                <span class="name">{ isolated(&person.shown) }</span>
                <span class="role">{ person.place.as_deref().unwrap_or_default().to_owned() }</span>
                <span class="ways">{ for email }{ for phone }</span>
            </li>
        }
    });
    (!people.is_empty()).then(|| {
        html! {
            <details key="named">
                <summary>{ context.text(Message::NamedTitle) }</summary>
                <ul class="directory house">{ for entries }</ul>
            </details>
        }
    })
}

/// The letter and the call script as text to select.
pub fn texts(context: &Context, action: &ActionWords, recipient: &Recipient) -> Html {
    html! { <>{ letter_text(context, action, recipient) }{ call_text(context, action, recipient) }</> }
}

fn call_text(context: &Context, action: &ActionWords, recipient: &Recipient) -> Html {
    let language = action.letter.language;
    let script = letter::script(&action.call, recipient, &context.words.title);
    let paragraphs = script.paragraphs.into_iter().enumerate().map(|(at, text)| html! { <p key={at}>{ text }</p> });
    html! {
        <details>
            <summary>{ context.text(Message::StaticCallTitle) }</summary>
            <p class="hint">{ context.text(Message::StaticLetterHint) }</p>
            <div class="script" lang={language.lang_attribute()} dir={language.direction()} translate="no">{ for paragraphs }</div>
            <h3>{ context.text(Message::CallVoicemail) }</h3>
            <p class="script" lang={language.lang_attribute()} dir={language.direction()} translate="no">{ script.voicemail }</p>
        </details>
    }
}
