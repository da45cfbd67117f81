//! The members of Congress by state, for those who cannot or will not run Wasm.

use std::rc::Rc;
use std::sync::Arc;

use yew::prelude::*;

use places::congress::{self, Congress, Delegation, HOUSE_FINDER, HouseSeat, Offices, Official, State};
use places::date::Date;
use visit::catalogue::Message;
use visit::letter::Recipient;

use crate::Context;
use crate::directory_entry::{member, vacant};
use crate::link::outside;
use crate::site;
use crate::static_action::texts;
use crate::sub_page::sub_page;

/// So many districts go on one page: with their offices, they come in the first packets of a connection.
const DISTRICTS_ON_A_PAGE: usize = 20;

/// What a directory page lists.
#[derive(Clone, PartialEq)]
pub enum Listed {
    /// Every state and territory, as links.
    States,
    /// Who represents one of them.
    Members(Part),
}

/// A part of the divisions of a state: all of them, but for the largest states.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The state.
    pub state: State,
    /// Its divisions with their members.
    pub delegations: Rc<[Delegation]>,
    /// Which part this is; 0 is the first.
    pub number: usize,
    /// The day from which the state has other districts, if it is known to.
    pub redrawn_on: Option<Date>,
}

impl Part {
    /// The parts of a state, each to go on a page of its own.
    pub fn all(congress: &Congress, state: State) -> Vec<Part> {
        let divisions = congress.divisions_of(state).into_iter();
        let delegations: Rc<[Delegation]> = divisions.filter_map(|division| congress.delegation(division)).collect();
        let count = delegations.len().div_ceil(DISTRICTS_ON_A_PAGE).max(1);
        let redrawn_on = congress.redrawn_on(state);
        let part = |number| Part { state, delegations: Rc::clone(&delegations), number, redrawn_on };
        (0..count).map(part).collect()
    }

    fn chunk(&self, number: usize) -> &[Delegation] {
        self.delegations.chunks(DISTRICTS_ON_A_PAGE).nth(number).unwrap_or_default()
    }
}

/// See [`Directory`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The campaign's page.
    pub context: Context,
    /// What it lists.
    pub listed: Listed,
    /// Where the tables come from.
    pub credits: AttrValue,
    /// The offices of all members.
    pub offices: Rc<Offices>,
}

/// The index of states, or the members of one.
#[component]
pub fn Directory(props: &Props) -> Html {
    match &props.listed {
        Listed::States => states(props),
        Listed::Members(part) => members(props, part),
    }
}

fn states(props: &Props) -> Html {
    let context = &props.context;
    let (id, language) = (&context.campaign.facts.id, context.language());
    let states = context.places.states_in_order().into_iter().map(|(state, name)| {
        let href = context.site.path(&site::directory_of(id, language, state, 0));
        html! { <li key={state.code()}><a {href}>{ name.to_owned() }</a></li> }
    });
    let states = html! { <ul class="state-list">{ for states }</ul> };
    frame(props, context.text(Message::DirectoryIndexTitle), states)
}

/// Senators, then every member of the House by district, then the letter with the state filled in.
fn members(props: &Props, part: &Part) -> Html {
    let context = &props.context;
    let name = context.places.state(part.state).to_owned();
    let entry = |official: &Arc<Official>| member(context, official, props.offices.of(&official.bioguide));
    let senators = part.delegations.first().map(|first| first.senators.as_slice()).unwrap_or_default();
    let senate_title =
        (!senators.is_empty()).then(|| html! { <h2 key="senate">{ context.text(Message::DirectorySenators) }</h2> });
    let senators = senators.iter().map(entry);
    let house = part.chunk(part.number).iter().map(|delegation| match &delegation.house {
        HouseSeat::Held(official) => entry(official),
        HouseSeat::Vacant | HouseSeat::Unknown => vacant(context, delegation.division),
    });
    let recipient = Recipient::unknown(title_of_all(&part.delegations), &part.state.in_a_sentence());
    let texts = context.words.action.as_ref().map(|action| texts(context, action, &recipient));
    let content = html! {
        <>
            { for senate_title }
            <ul class="directory senate">{ for senators }</ul>
            <h2>{ context.text(Message::DirectoryHouse) }</h2>
            <p class="hint">{ terms(context, part, &name) }</p>
            { other_parts(context, part) }
            <ul class="directory house">{ for house }</ul>
            <p class="hint">{ context.text(Message::StaticFinderHint) }{ context.language().space() }{ outside(HOUSE_FINDER, context.text(Message::FinderHouse)) }</p>
            { for texts }
        </>
    };
    frame(props, context.fill(Message::DirectoryTitle, &[("state", &name)]), content)
}

/// Until when the members listed hold their seats, and whether the districts are others afterwards.
fn terms(context: &Context, part: &Part, state: &str) -> String {
    let date = |day| context.catalogue.language.date(day);
    let held = part.delegations.iter().filter_map(|delegation| match &delegation.house {
        HouseSeat::Held(official) => Some(official.term_end),
        HouseSeat::Vacant | HouseSeat::Unknown => None,
    });
    let ends = held.min().map(|end| context.fill(Message::DirectoryTerms, &[("date", &date(end))]).to_string());
    let redrawn = part
        .redrawn_on
        .map(|day| context.fill(Message::DirectoryRedrawn, &[("date", &date(day)), ("state", state)]).to_string());
    ends.into_iter().chain(redrawn).collect::<Vec<_>>().join(context.language().space())
}

/// Links to the other districts of a state that takes several pages.
fn other_parts(context: &Context, part: &Part) -> Html {
    let (id, language) = (&context.campaign.facts.id, context.language());
    let links = part.delegations.chunks(DISTRICTS_ON_A_PAGE).enumerate().map(|(number, chunk)| {
        let district = |delegation: Option<&Delegation>| delegation.map_or(0, |it| it.division.district).to_string();
        let (first, last) = (district(chunk.first()), district(chunk.last()));
        let href = context.site.path(&site::directory_of(id, language, part.state, number));
        let current = (number == part.number).then_some("page");
        let label = context.fill(Message::DirectoryDistricts, &[("first", &first), ("last", &last)]);
        html! { <li key={number}><a {href} aria-current={current}>{ label }</a></li> }
    });
    let is_one = part.delegations.len() <= DISTRICTS_ON_A_PAGE;
    let links = (!is_one).then(|| html! { <ul key="parts" class="parts">{ for links }</ul> });
    html! { <div>{ for links }</div> }
}

/// The title that fits whoever is listed.
fn title_of_all(delegations: &[Delegation]) -> &'static str {
    match delegations.first() {
        Some(Delegation { senators, house: HouseSeat::Held(official), .. }) if senators.is_empty() => {
            official.role.title()
        }
        _ => congress::EITHER,
    }
}

fn frame(props: &Props, title: AttrValue, content: Html) -> Html {
    let context = &props.context;
    let id = context.campaign.facts.id.clone();
    let listed = props.listed.clone();
    let path = Callback::from(move |language| match &listed {
        Listed::Members(part) => site::directory_of(&id, language, part.state, part.number),
        Listed::States => site::directory(&id, language),
    });
    let content = html! {
        <>
            <p class="hint">{ context.text(Message::DirectoryAsked) }</p>
            { content }
        </>
    };
    sub_page(context, title, path, props.credits.clone(), content)
}
