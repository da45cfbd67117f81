//! Renders the live parts of a page, with the data islands from which the browser takes them over.

use std::rc::Rc;

use anyhow::{Context as _, Result};
use yew::prelude::*;

use super::pages::{File, Workshop};
use super::render::markup;
use crate::cli::tables::sha256_hex;
use crate::domain::campaign::words::Letter;
use crate::domain::campaign::{ActionWords, Status};
use crate::domain::catalogue::{LAST_LIVE, Message};
use crate::domain::commons::REGIONS;
use crate::domain::legislature::LegislatureId;
use crate::domain::live::LivePage;
use crate::domain::{people, program, site};
use crate::view::action::seat_choice::finder;
use crate::view::action::{Action, Props as ActionProps};
use crate::view::live::Live;
use crate::view::page::Context;
use crate::view::page::parts::Part;

/// The live parts of a page; empty where the page has none.
#[derive(Default)]
pub struct LiveParts {
    /// The first part as markup.
    pub action: AttrValue,
    /// Every part, one for each answer to "Where do you live?".
    pub parts: Vec<Part>,
    /// Their data islands.
    pub files: Vec<File>,
}

/// Renders the live parts of a campaign's pages: one for each legislature in the campaign's order, then one for people
/// elsewhere, where there are several or the campaign names somebody.
pub fn render(workshop: &Workshop, context: &Context) -> Result<LiveParts> {
    let facts = &context.campaign.facts;
    let open = facts.status == Status::Open;
    let Some(words) = context.words.action.as_ref().filter(|_| open) else { return Ok(LiveParts::default()) };
    let mut answers: Vec<Option<LegislatureId>> = facts.legislatures().map(Some).collect();
    if answers.len() > 1 || !context.campaign.people.is_empty() {
        answers.push(None);
    }
    let mut live = LiveParts::default();
    for (at, legislature) in answers.iter().copied().enumerate() {
        let others = answers.iter().filter(|other| **other != legislature).map(|other| country_code(*other).to_owned());
        let program = program::of(legislature);
        let nobody = legislature.is_none() && context.campaign.people.is_empty();
        let mut part = Part {
            label: context.text(match legislature {
                Some(LegislatureId::UsCongress) => Message::WhereUnitedStates,
                Some(LegislatureId::UkCommons) => Message::WhereUnitedKingdom,
                None => Message::WhereElsewhere,
            }),
            country: country_code(legislature),
            program: (!nobody).then_some(program.name),
            files: if nobody { None } else { Some(workshop.program(program.name)?) },
            island: None,
            is_named: legislature.is_none() && !nobody,
        };
        if !nobody {
            let page = LivePage { others: others.collect(), ..live_page(workshop, context, words, legislature)? };
            let json = serde_json::to_string(&page.to_island())?;
            let path = island_path(context, legislature, &json);
            part.island = Some(context.site.path(&["/", &path].concat()).into());
            live.files.push((path, json));
            if at == 0 {
                live.action =
                    markup::<Action>(ActionProps { live: Live::new(page, program), typed: String::new() })?.into();
            }
        }
        live.parts.push(part);
    }
    Ok(live)
}

/// ISO 3166-1 code of the country of a legislature; empty for people elsewhere.
fn country_code(legislature: Option<LegislatureId>) -> &'static str {
    legislature.map_or("", |legislature| legislature.country().code())
}

/// Where the texts of a part are, by what they are, so that they may be kept for ever.
fn island_path(context: &Context, legislature: Option<LegislatureId>, json: &str) -> String {
    let (hash, tag) = (sha256_hex(json.as_bytes()), context.language().tag());
    let hash = hash.get(..8).unwrap_or(&hash);
    let part = legislature.map_or("people", LegislatureId::name);
    format!("data/parts/{}.{tag}.{part}-{hash}.json", context.campaign.facts.id.as_str())
}

fn live_page(
    workshop: &Workshop,
    context: &Context,
    action: &ActionWords,
    legislature: Option<LegislatureId>,
) -> Result<LivePage> {
    let id = &context.campaign.facts.id;
    let (language, places) = (context.language(), &context.places);
    let path = |file: &str| context.site.path(&["/", file].concat());
    let named = |(code, name): (&str, &str)| (Rc::from(code), Rc::from(name));
    let people = match legislature {
        None => {
            context.campaign.people.iter().map(|person| person.shown(|code| places.region(code).to_owned())).collect()
        }
        Some(_) => Vec::new(),
    };
    let (regions, directory, tables, offices) = match legislature {
        Some(LegislatureId::UsCongress) => {
            let states = places.states_in_order().into_iter().map(|(state, name)| named((state.code(), name)));
            let tables = &workshop.tables;
            let (table, offices) = (path(&tables.congress_path), path(&tables.offices_path));
            (states.collect(), site::directory(id, language), table, offices)
        }
        Some(LegislatureId::UkCommons) => {
            let uk = workshop.uk.as_ref().context("the table of the Commons was not made")?;
            let regions = REGIONS.into_iter().map(|code| named((code, places.uk_region(code))));
            (regions.collect(), site::uk_directory(id, language), path(&uk.path), String::new())
        }
        None => Default::default(),
    };
    Ok(LivePage {
        language,
        texts: workshop.words_of(language, legislature)?.live_texts(LAST_LIVE).to_vec(),
        title: context.words.title.clone(),
        address: context.site.address(&site::landing(id, language)),
        legislature,
        others: Vec::new(),
        directory: context.site.path(&directory),
        finder: legislature.map(finder).unwrap_or_default().to_owned(),
        regions,
        people: people::to_texts(&people),
        action_title: action.title.clone(),
        contact_note: action.contact_note.clone(),
        letter: Letter { translation: None, ..action.letter.clone() },
        translation: action.letter.translation.as_ref().map(|texts| texts.to_letter(language)),
        call: action.call.clone(),
        post: action.post.clone(),
        share_text: context.words.share_text.clone(),
        tables,
        offices,
    })
}
