//! Renders the live parts of a page, with the data islands from which the browser takes them over.

use std::rc::Rc;

use anyhow::{Result, bail};
use yew::prelude::*;

use campaign::{ActionWords, Status};
use layout::DATA;
use pages::Context;
use pages::parts::Part;
use pages::site;
use places::assembly::Manner;
use places::congress;
use places::congress::{HOUSE_FINDER, SENATE_LIST, State, StateKind};
use places::legislature::LegislatureId;
use places::people;
use records::catalogues::Overlay;
use records::tables::sha256_hex;
use screens::action::{Action, Props as ActionProps};
use screens::context::Live;
use screens::person_lines;
use visit::catalogue::{LAST_LIVE, Message};
use visit::island::LivePage;
use visit::letter::words::Letter;

use super::markup::markup;
use super::renderer::Renderer;
use crate::file::File;

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

impl LiveParts {
    /// Where the texts of the first part are.
    pub fn island(&self) -> Option<AttrValue> {
        self.parts.first()?.island.clone()
    }
}

/// Renders the live parts of a campaign's pages: one for each legislature in the campaign's order, then one for people
/// elsewhere, where there are several or the campaign names somebody.
pub fn render(renderer: &Renderer<'_>, context: &Context) -> Result<LiveParts> {
    let facts = &context.campaign.facts;
    let open = facts.status == Status::Open;
    let Some(words) = context.words.action.as_ref().filter(|_| open) else { return Ok(LiveParts::default()) };
    let mut answers: Vec<Option<LegislatureId>> = facts.legislatures().map(Some).collect();
    if answers.len() > 1 || !context.campaign.people.is_empty() {
        answers.push(None);
    }
    let mut live = LiveParts::default();
    for (at, legislature) in answers.iter().enumerate() {
        let code = |legislature: &Option<LegislatureId>| country_code(renderer, context, legislature.as_ref());
        let others = answers.iter().filter(|other| *other != legislature).map(code);
        let legislature = legislature.as_ref();
        let nobody = legislature.is_none() && context.campaign.people.is_empty();
        let mut part = Part {
            label: label(context, legislature),
            country: country_code(renderer, context, legislature).into(),
            program: (!nobody).then_some(""),
            island: None,
            is_named: legislature.is_none() && !nobody,
        };
        if !nobody {
            let page = LivePage { others: others.collect(), ..live_page(renderer, context, words, legislature)? };
            let (own, mut texts) = page.to_files();
            // assets/start.js takes the last text for the style of what the program draws.
            texts.push(renderer.materials.action_style.clone());
            let own = island_file("parts", Some(context.campaign.facts.id.as_str()), context, legislature, &own)?;
            let texts = island_file("words", None, context, legislature, &texts)?;
            let address = |file: &File| context.site.path(&["/", &file.path].concat());
            part.island = Some([address(&own), address(&texts)].join(" ").into());
            live.files.extend([own, texts]);
            if at == 0 {
                live.action = markup::<Action>(ActionProps { live: Live::new(page), typed: String::new() })?.into();
            }
        }
        live.parts.push(part);
    }
    Ok(live)
}

/// What an answer to "Where do you live?" says.
fn label(context: &Context, legislature: Option<&LegislatureId>) -> AttrValue {
    let listed = |id: &LegislatureId| context.listed.iter().find(|listed| listed.id == *id);
    match legislature {
        None => context.text(Message::WhereElsewhere),
        Some(id) if *id == LegislatureId::US_CONGRESS => context.text(Message::WhereUnitedStates),
        Some(id) => listed(id).map(|listed| listed.label.clone().into()).unwrap_or_default(),
    }
}

/// ISO 3166-1 code of the country of a legislature, or the name of one that doesn't stand for its country; empty for people
/// elsewhere.
fn country_code(renderer: &Renderer<'_>, context: &Context, legislature: Option<&LegislatureId>) -> String {
    let Some(id) = legislature else { return String::new() };
    match renderer.folder(&context.campaign, id) {
        Some(folder) if folder.is_national() => folder.country().to_owned(),
        Some(_) => id.name().to_owned(),
        None => "US".to_owned(),
    }
}

/// A file of texts of a part, called by what is in it, so that it may be kept for ever.
fn island_file(
    folder: &str,
    campaign: Option<&str>,
    context: &Context,
    legislature: Option<&LegislatureId>,
    texts: &[String],
) -> Result<File> {
    let json = serde_json::to_string(texts)?;
    let hash = sha256_hex(json.as_bytes());
    let hash = hash.get(..8).unwrap_or(&hash);
    let part = legislature.map_or("people", LegislatureId::name);
    let name =
        [campaign, Some(context.language().tag()), Some(part)].into_iter().flatten().collect::<Vec<_>>().join(".");
    Ok(File::new(&format!("{DATA}{folder}/{name}-{hash}.json"), json))
}

/// What a page says of members of Congress.
fn of_congress(context: &Context) -> Manner {
    let (catalogue, places) = (&context.catalogue, &context.places);
    let shown = |role| {
        let title = catalogue.text(person_lines::role(role));
        [&*title, people::beside(&title)].concat()
    };
    let without_senators = State::ALL.into_iter().filter(|state| state.kind() != StateKind::State);
    let note = |state: State| {
        let text = catalogue.fill(Message::PeopleDelegateNote, &[("place", places.state(state))]);
        (state.code().into(), text.into())
    };
    let first = context.campaign.facts.ask_first.clone();
    let manner = congress::manner(
        shown,
        |party, caucus| person_lines::party(catalogue, party, caucus),
        without_senators.map(note).collect(),
    );
    Manner { first, ..manner }
}

/// What a page tells of its legislature.
#[derive(Default)]
struct Own {
    texts: Vec<Rc<str>>,
    country: String,
    manner: Manner,
    shapes: String,
    regions: Vec<(Rc<str>, Rc<str>)>,
    directory: String,
    finders: Vec<(Rc<str>, Rc<str>)>,
    tables: String,
    offices: String,
}

fn live_page(
    renderer: &Renderer<'_>,
    context: &Context,
    action: &ActionWords,
    legislature: Option<&LegislatureId>,
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
    let folder = legislature.and_then(|legislature| renderer.folder(&context.campaign, legislature));
    let own = match (legislature, folder) {
        (Some(_), Some(folder)) => {
            let words = renderer.words_of(language, Overlay::Folder)?.with(&folder.words(language));
            let first = &context.campaign.facts.ask_first;
            Own {
                texts: words.live_texts(LAST_LIVE).to_vec(),
                country: folder.country().to_owned(),
                manner: folder.manner(&words, action.letter.language, first),
                shapes: folder.shapes.as_ref().map(|(path, _)| path.clone()).unwrap_or_default(),
                regions: folder.regions(language, places),
                directory: site::listed(id, language, folder.path_name()),
                finders: vec![(folder.finder().into(), words.text(Message::FinderHouse))],
                tables: path(&folder.path),
                offices: String::new(),
            }
        }
        (Some(legislature), None) if *legislature == LegislatureId::US_CONGRESS => {
            let states = places.states_in_order().into_iter().map(|(state, name)| named((state.code(), name)));
            let tables = &renderer.materials.tables;
            Own {
                texts: context.catalogue.live_texts(LAST_LIVE).to_vec(),
                country: "US".to_owned(),
                manner: of_congress(context),
                shapes: tables.maps.as_ref().map(|maps| maps.districts.clone()).unwrap_or_default(),
                regions: states.collect(),
                directory: site::directory(id, language),
                finders: vec![
                    (HOUSE_FINDER.into(), context.catalogue.text(Message::FinderHouse)),
                    (SENATE_LIST.into(), context.catalogue.text(Message::FinderSenate)),
                ],
                tables: path(&tables.congress_path),
                offices: path(&tables.offices_path),
            }
        }
        (Some(legislature), None) => bail!("{}: the folder of this legislature was not read", legislature.name()),
        (None, _) => {
            let words = renderer.words_of(language, Overlay::People)?;
            Own { texts: words.live_texts(LAST_LIVE).to_vec(), ..Own::default() }
        }
    };
    Ok(LivePage {
        language,
        texts: own.texts,
        title: context.words.title.clone(),
        address: context.site.address(&site::landing(id, language)),
        legislature: legislature.cloned(),
        country: own.country,
        ask_first: own.manner.first.clone(),
        manner: own.manner,
        shapes: own.shapes,
        others: Vec::new(),
        directory: context.site.path(&own.directory),
        finders: own.finders,
        regions: own.regions,
        people: people::to_texts(&people),
        action_title: action.title.clone(),
        contact_note: action.contact_note.clone(),
        letter: Letter { translation: None, ..action.letter.clone() },
        translation: action.letter.translation.as_ref().map(|texts| texts.to_letter(language)),
        call: action.call.clone(),
        post: action.post.clone(),
        share_text: context.words.share_text.clone(),
        tables: own.tables,
        offices: own.offices,
    })
}
