//! Draws with what one thread needs for itself: Yew's texts and the interface texts stay on the thread that made them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use yew::prelude::*;

use campaign::{Campaign, Status};
use layout::ICON;
use pages::document::{Document, Head, Program, ProgramFiles, Props as DocumentProps};
use pages::listed::Listed;
use pages::site;
use pages::{Content, Context};
use places::congress::Offices;
use places::language::Language;
use places::legislature::LegislatureId;
use records::catalogues::{self, LanguageFiles, Overlay};
use records::legislature::Folder;
use visit::catalogue::{Catalogue, Message};

use crate::file::File;
use crate::headers::policy;
use crate::markup::markup;
use crate::materials::{Materials, Program as ProgramNames};

/// A folder, the languages of page and letter, and whom a campaign asks first.
type ListedKey = (String, Language, Language, Vec<String>);

/// Draws on one thread.
pub struct Renderer<'m> {
    /// What pages are made from.
    pub materials: &'m Materials,
    /// The words of the interface.
    languages: BTreeMap<Language, LanguageFiles>,
    /// The district offices of members of Congress.
    pub(crate) offices: Rc<Offices>,
    /// What was read of folders: most campaigns write to the same ones.
    listed: RefCell<BTreeMap<ListedKey, Rc<Listed>>>,
}

impl<'m> Renderer<'m> {
    /// Makes what a thread needs.
    ///
    /// # Errors
    /// Materials are checked before, so only what was checked wrongly.
    pub fn new(materials: &'m Materials) -> Result<Renderer<'m>> {
        let (files, languages) = materials.languages();
        Ok(Renderer {
            materials,
            languages: catalogues::read(files, languages)?,
            offices: Rc::new(materials.tables.offices()?),
            listed: RefCell::default(),
        })
    }

    /// The head of every page of a campaign. `island` says where the texts of its first live part are.
    pub fn head(
        &self,
        context: &Context,
        island: Option<AttrValue>,
        canonical: &str,
        path: impl Fn(Language) -> String,
    ) -> Head {
        let program = island.map(|island| Program {
            files: self.program(),
            island,
            script: self.materials.scripts.start.clone().into(),
            action: self.materials.site.path(&["/", &self.materials.scripts.action.name].concat()).into(),
        });
        let languages = context.campaign.facts.languages.iter();
        Head {
            language: context.language(),
            title: context.words.title.clone().into(),
            description: context.words.summary.clone().into(),
            canonical: Some(self.materials.site.address(canonical).into()),
            alternates: languages
                .map(|language| (language.lang_attribute(), self.materials.site.address(&path(*language)).into()))
                .collect(),
            open_graph: Vec::new(),
            oembed: None,
            json_ld: None,
            pick: None,
            origin: self.materials.site.origin().to_owned().into(),
            style: self.materials.campaign_style(&context.campaign).into(),
            second_style: None,
            icon: self.icon(),
            script: self.materials.scripts.page.clone().into(),
            further: Vec::new(),
            preview: None,
            program,
        }
    }

    pub(crate) fn icon(&self) -> AttrValue {
        self.materials.site.path(&["/", ICON].concat()).into()
    }

    /// Where the program is.
    pub fn program(&self) -> ProgramFiles {
        let ProgramNames { glue, wasm, integrity, .. } = &self.materials.program;
        ProgramFiles {
            glue: self.materials.site.path(&["/", glue].concat()).into(),
            wasm: self.materials.site.path(&["/", wasm].concat()).into(),
            integrity: integrity.clone().into(),
        }
    }

    /// The script of "leave quickly", on every page of a site of which one campaign asks for that: whoever leaves has perhaps come
    /// from another's.
    pub fn leave(&self) -> Option<AttrValue> {
        let asked = self.materials.campaigns.iter().any(|campaign| campaign.facts.leave_quickly.is_some());
        asked.then(|| self.materials.scripts.leave.clone().into())
    }

    /// The address of a campaign's picture, if it has one.
    pub fn picture(&self, context: &Context) -> Option<String> {
        let path = site::picture(&context.campaign.facts.id, context.language());
        self.materials.pictures.contains(&path).then(|| self.materials.site.address(&path))
    }

    /// What the parts of a campaign's pages in one language need.
    pub fn context(&self, campaign: &Arc<Campaign>, language: Language) -> Result<Context> {
        let files = self.language(language)?;
        let missing = || format!("{}: no words in {}", campaign.facts.id.as_str(), language.tag());
        Ok(Context::new(Content {
            site: self.materials.site.clone(),
            campaign: Arc::clone(campaign),
            words: campaign.words.get(&language).with_context(missing)?.clone(),
            catalogue: files.catalogue.clone(),
            places: files.places.clone(),
            licences: self.licences(campaign),
            listed: self.listed(campaign, language)?,
        }))
    }

    /// What the licences of a campaign's tables require pages to say, word for word.
    fn licences(&self, campaign: &Campaign) -> Rc<[AttrValue]> {
        let legislatures = campaign.facts.legislatures();
        let folders = legislatures.filter_map(|id| self.folder(campaign, &id));
        let lines =
            folders.flat_map(|folder| folder.licences().iter().cloned().map(AttrValue::from).collect::<Vec<_>>());
        lines.collect()
    }

    /// The words of the interface as they read in some parts of the action.
    pub fn words_of(&self, language: Language, overlay: Overlay) -> Result<Catalogue> {
        let files = self.language(language)?;
        Ok(files.catalogue.with(files.others.get(&overlay).map(Vec::as_slice).unwrap_or_default()))
    }

    /// The words of the interface, and names of places, in a language.
    pub fn language(&self, language: Language) -> Result<&LanguageFiles> {
        self.languages.get(&language).with_context(|| format!("no words of the interface in {}", language.tag()))
    }

    /// Where the tables come from that a campaign uses, and how old they are; nothing where there is nothing left to do.
    pub fn credits(&self, campaign: &Campaign, catalogue: &Catalogue) -> AttrValue {
        if campaign.facts.status != Status::Open {
            return AttrValue::default();
        }
        let of = |legislature: LegislatureId| {
            if legislature == LegislatureId::US_CONGRESS {
                let officials = catalogue.language.date(self.materials.tables.congress.validity().as_of);
                let zips = catalogue.language.date(self.materials.zips_as_of);
                return catalogue.fill(Message::CreditsUs, &[("officials", &officials), ("zips", &zips)]);
            }
            self.folder(campaign, &legislature).map(|folder| folder.credits(catalogue)).unwrap_or_default()
        };
        campaign.facts.legislatures().map(of).collect::<Vec<_>>().join(catalogue.language.space()).into()
    }

    /// The folder of a legislature to which a campaign writes.
    pub fn folder(&self, campaign: &Campaign, id: &LegislatureId) -> Option<&Arc<Folder>> {
        self.materials.folders.get(&(campaign.facts.id.clone(), id.clone()))
    }

    /// What the pages of a campaign in one language say of the legislatures from folders to which it writes.
    pub fn listed(&self, campaign: &Campaign, language: Language) -> Result<Vec<Rc<Listed>>> {
        let mut all = Vec::new();
        for id in campaign.facts.legislatures() {
            let Some(folder) = self.folder(campaign, &id) else { continue };
            let files = self.language(language)?;
            let action = campaign.words.get(&language).and_then(|words| words.action.as_ref());
            let letter = action.map_or(language, |action| action.letter.language);
            let first = &campaign.facts.ask_first;
            let key = (folder.unique_name(campaign.facts.id.as_str()), language, letter, first.clone());
            if let Some(listed) = self.listed.borrow().get(&key) {
                all.push(Rc::clone(listed));
                continue;
            }
            let words = self.words_of(language, Overlay::Folder)?.with(&folder.words(language));
            let manner = folder.manner(&words, letter, first);
            let listed = Rc::new(Listed {
                id,
                path: folder.path_name().to_owned(),
                label: folder.label(language, &files.places),
                finder: folder.finder().to_owned(),
                valid_to: folder.valid_to(),
                regions: folder.regions(language, &files.places),
                members: folder.assembly(&manner)?,
                anyone: manner.anyone,
                names_in: manner.names_in,
                note: manner.note,
                words,
            });
            self.listed.borrow_mut().insert(key, Rc::clone(&listed));
            all.push(listed);
        }
        Ok(all)
    }
}

/// A page as the file that it becomes.
pub fn file(path: &str, head: Head, kind: &'static str, body: Html) -> Result<File> {
    Ok(File::page(path, document(head, kind, body)?))
}

pub(crate) fn document(head: Head, kind: &'static str, children: Html) -> Result<String> {
    let policy = policy::of_page(&head).into();
    let html = markup::<Document>(DocumentProps { head, policy, kind: kind.into(), children })?;
    Ok(["<!doctype html>\n", &html, "\n"].concat())
}
