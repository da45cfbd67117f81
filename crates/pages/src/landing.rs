//! A campaign's own page.

use std::sync::Arc;

use yew::prelude::*;

use campaign::Campaign;
use visit::catalogue::Message;

use crate::Context;
use crate::closed::Closed;
use crate::draft_question::draft_question;
use crate::footer::Footer;
use crate::headline::headline;
use crate::leave::leave_quickly;
use crate::masthead::Masthead;
use crate::parts::{Part, parts};
use crate::signers::{Search, Signers};
use crate::site;
use crate::statement::{Statement, kicker};
use crate::static_action::StaticAction;

/// What the pages of a campaign are made of, landing and embed alike.
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// The rendered action, a live part; empty if the campaign is not open.
    pub action: AttrValue,
    /// The parts of the action, one for each answer to "Where do you live?"; the first one is drawn.
    pub parts: Vec<Part>,
    /// What searches among the signers; none for short lists.
    pub search: Option<Search>,
    /// Where the tables come from.
    pub credits: AttrValue,
    /// The open campaign to which a closed one points.
    pub next: Option<Arc<Campaign>>,
}

/// Headline, action, statement, signers: in this order on a phone; statement left and action right on a wide screen.
#[component]
pub fn Landing(props: &Props) -> Html {
    let context = &props.context;
    let id = context.campaign.facts.id.clone();
    let path = Callback::from(move |language| site::landing(&id, language));
    let question = if props.action.is_empty() { Html::default() } else { draft_question(context) };
    html! {
        <>
            <a class="skip" href="#act">{ context.text(Message::SkipToAction) }</a>
            <div class="page">
                { leave_quickly(context) }
                <Masthead {context} {path} />
                <main class="columns">
                    <div class="lead">
                        { kicker(context) }
                        { headline(context.language(), &context.words.title) }
                        <p class="standfirst">{ context.words.summary.clone() }</p>
                    </div>
                    <section class="card" id="act" aria-label={context.text(Message::ActionLabel)}>{ act(props, false) }</section>
                    <div class="body">
                        <Statement {context} />
                        <section class="section">
                            <h2>{ context.text(Message::SignersTitle) }</h2>
                            <Signers {context} search={props.search.clone()} />
                        </section>
                    </div>
                </main>
                <Footer {context} credits={&props.credits} framed=false />
            </div>
            { question }
        </>
    }
}

/// The action in both its forms, or what replaces it once a campaign is closed.
pub fn act(props: &Props, framed: bool) -> Html {
    let context = &props.context;
    if context.words.action.is_none() || props.action.is_empty() {
        return html! { <Closed {context} next={props.next.clone()} {framed} /> };
    }
    html! {
        <>
            { parts(context, &props.parts, &props.action) }
            <StaticAction {context} {framed} />
        </>
    }
}
