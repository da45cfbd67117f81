//! Every page of the site.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use anyhow::{Context as _, Result};
use yew::prelude::*;

use campaign::{Campaign, Status};
use pages::campaign_list::{CampaignList, Listing, Props as ListProps};
use pages::direction::isolated;
use pages::document::{Document, Head, Pick, Program, ProgramFiles, Props as DocumentProps};
use pages::embed::Embed;
use pages::landing::{Landing, Props as CampaignProps};
use pages::site::{self, Site};
use pages::{Content, Context};
use places::congress::State;
use places::date::Date;
use places::language::Language;
use places::legislature::LegislatureId;
use visit::catalogue::{Catalogue, Message};

use super::catalogues::{LanguageFiles, Overlay};
use super::headers::policy;
use super::icon;
use super::kit;
use super::listed::Folders;
use super::live_parts::{self, LiveParts};
use super::loader::Loaders;
use super::oembed;
use super::previews;
use super::program::Built;
use super::render::markup;
use super::scripts::{Named, Scripts};
use super::signers;
use super::style;
use super::uk::{self, UkFile};
use crate::cli::tables::TableFiles;

/// The page for what is not there, which is also shown in partners' frames.
const NOT_FOUND: &str = "404.html";

/// A path below the site's folder, and what goes there.
pub type File = (String, String);

/// Everything that pages are made from.
pub struct Workshop {
    /// Where the site is published.
    pub site: Site,
    /// The words of the interface.
    pub languages: BTreeMap<Language, LanguageFiles>,
    /// The built program.
    pub program: Built,
    /// The style sheet without an accent.
    pub style: String,
    /// The style sheet of what only the program draws; it comes with the texts.
    pub action_style: String,
    /// The scripts inside pages.
    pub scripts: Scripts,
    /// The loader that host pages may use, in all its versions.
    pub loaders: Loaders,
    /// What the page for partners needs besides.
    pub kit: kit::Parts,
    /// The tables of Congress.
    pub tables: TableFiles,
    /// The table of the Commons, if a campaign needs it.
    pub uk: Option<UkFile>,
    /// The legislatures from folders to which campaigns write.
    pub folders: Folders,
    /// The day of the ZIP table.
    pub zips_as_of: Date,
    /// The states that get directory pages: all of them, but where pages are only looked at.
    pub states: Vec<State>,
    /// Every campaign.
    pub campaigns: Vec<Rc<Campaign>>,
    /// The paths of the pictures for previews.
    pub pictures: BTreeSet<String>,
}

impl Workshop {
    /// The list of campaigns, and the page for what is not there.
    pub fn front(&self) -> Result<Vec<File>> {
        Ok(vec![
            self.list("index.html", self.campaigns.clone(), (Message::ListTitle, Message::ListIntro), Some("/"))?,
            self.list(NOT_FOUND, self.campaigns.clone(), (Message::NotFoundTitle, Message::NotFoundText), None)?,
        ])
    }

    /// The page of a campaign that picks a language.
    pub fn languages_of(&self, campaign: &Rc<Campaign>) -> Result<Vec<File>> {
        let path = [site::languages(&campaign.facts.id).trim_start_matches('/'), "index.html"].concat();
        let page = self.list(&path, vec![Rc::clone(campaign)], (Message::ListTitle, Message::ListIntro), None);
        page.map(|page| vec![page])
    }

    /// What every page names, by its path in the site: tables, and scripts with a name of their own version. It is there
    /// before the pages are.
    pub fn shared_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let tables = self.tables.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let uk = self.uk.as_ref().map(|uk| (uk.path.as_str(), uk.bytes.as_slice()));
        let folders = self.folders.values().flat_map(|folder| {
            let shapes = folder.shapes.as_ref().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
            std::iter::once((folder.path.as_str(), folder.bytes.as_slice())).chain(shapes)
        });
        tables
            .chain(uk)
            .chain(folders)
            .chain(self.named_scripts().map(|script| (script.name.as_str(), script.text.as_bytes())))
    }

    fn named_scripts(&self) -> impl Iterator<Item = &Named> {
        let on_a_press = self.tables.maps.as_ref().map(|_| [&self.scripts.locate, &self.scripts.map]);
        [&self.scripts.action, &self.scripts.search].into_iter().chain(on_a_press.into_iter().flatten())
    }

    /// The style sheet of one campaign's pages.
    pub fn campaign_style(&self, campaign: &Campaign) -> String {
        [self.style.as_str(), &style::accent(&campaign.facts.theme.accent)].concat()
    }

    /// What a campaign has in one language, but its directory: pages, and what other sites ask for.
    pub fn campaign_pages(&self, campaign: &Rc<Campaign>, language: Language) -> Result<Vec<File>> {
        let context = self.context(campaign, language)?;
        let live = live_parts::render(self, &context)?;
        let (search, signers) = signers::besides(self, &context)?;
        let props = CampaignProps {
            context: context.clone(),
            action: live.action.clone(),
            parts: live.parts.clone(),
            search,
            credits: self.credits(campaign, &context.catalogue),
            next: self.next(campaign),
        };
        let id = &campaign.facts.id;
        let landing = site::landing(id, language);
        let mut head = self.head(&context, &live, &landing, |language| site::landing(id, language));
        head.open_graph = previews::open_graph(&context, self.picture(&context));
        head.further.extend(self.leave());
        head.oembed = Some(self.site.address(&site::oembed(id, language)).into());
        head.json_ld = Some(previews::json_ld(&context).into());
        let landing_page = file(&landing, head, "landing", html! { <Landing ..props.clone() /> })?;

        let embed = site::embed(id, language);
        let mut head = self.head(&context, &live, &landing, |language| site::landing(id, language));
        head.title =
            [&*isolated(&context.words.title), " – ", &*context.catalogue.text(Message::ActionLabel)].concat().into();
        head.further.push(self.scripts.frame.clone().into());
        // Editors ask the address of a pasted frame, too.
        head.oembed = Some(self.site.address(&site::oembed(id, language)).into());
        if !campaign.facts.partners.is_empty() {
            head.further.push(self.scripts.credit.clone().into());
        }
        let embed_page = file(&embed, head, "embedded", html! { <Embed ..props /> })?;
        let mut files = vec![landing_page, embed_page, kit::page(self, &context)?, oembed::file(self, &context)?];
        files.extend(live.files);
        files.extend(signers);
        Ok(files)
    }

    /// The head of every page of a campaign.
    pub fn head(
        &self,
        context: &Context,
        live: &LiveParts,
        canonical: &str,
        path: impl Fn(Language) -> String,
    ) -> Head {
        let first = live.parts.first();
        let program = first.and_then(|part| part.island.clone()).map(|island| Program {
            files: self.program(),
            island,
            script: self.scripts.start.clone().into(),
            action: self.site.path(&["/", &self.scripts.action.name].concat()).into(),
        });
        let languages = context.campaign.facts.languages.iter();
        Head {
            language: context.language(),
            title: context.words.title.clone().into(),
            description: context.words.summary.clone().into(),
            canonical: Some(self.site.address(canonical).into()),
            alternates: languages
                .map(|language| (language.lang_attribute(), self.site.address(&path(*language)).into()))
                .collect(),
            open_graph: Vec::new(),
            oembed: None,
            json_ld: None,
            pick: None,
            origin: self.site.origin().to_owned().into(),
            style: self.campaign_style(&context.campaign).into(),
            second_style: None,
            icon: self.icon(),
            script: self.scripts.page.clone().into(),
            further: Vec::new(),
            preview: None,
            program,
        }
    }

    fn icon(&self) -> AttrValue {
        self.site.path(&["/", icon::NAME].concat()).into()
    }

    /// Where the program is.
    pub fn program(&self) -> ProgramFiles {
        let Built { glue, wasm, integrity } = &self.program;
        ProgramFiles {
            glue: self.site.path(&["/", glue].concat()).into(),
            wasm: self.site.path(&["/", wasm].concat()).into(),
            integrity: integrity.clone().into(),
        }
    }

    /// The names of everything that runs in browsers and may be kept for ever.
    pub fn program_files(&self) -> Vec<String> {
        let program = [&self.program.glue, &self.program.wasm];
        program.into_iter().chain(self.named_scripts().map(|script| &script.name)).cloned().collect()
    }

    /// The script of "leave quickly", on every page of a site of which one campaign asks for that: whoever leaves has perhaps come
    /// from another's.
    pub fn leave(&self) -> Option<AttrValue> {
        let asked = self.campaigns.iter().any(|campaign| campaign.facts.leave_quickly.is_some());
        asked.then(|| self.scripts.leave.clone().into())
    }

    /// The address of a campaign's picture, if it has one.
    pub fn picture(&self, context: &Context) -> Option<String> {
        let path = site::picture(&context.campaign.facts.id, context.language());
        self.pictures.contains(&path).then(|| self.site.address(&path))
    }

    /// What the parts of a campaign's pages in one language need.
    pub fn context(&self, campaign: &Rc<Campaign>, language: Language) -> Result<Context> {
        let files = self.language(language)?;
        let missing = || format!("{}: no words in {}", campaign.facts.id.as_str(), language.tag());
        Ok(Context::new(Content {
            site: self.site.clone(),
            campaign: Rc::clone(campaign),
            words: campaign.words.get(&language).with_context(missing)?.clone(),
            catalogue: files.catalogue.clone(),
            places: files.places.clone(),
            licences: self.licences(campaign),
            listed: self.listed(campaign, language)?,
        }))
    }

    /// What the licences of a campaign's tables require pages to say, word for word.
    fn licences(&self, campaign: &Campaign) -> Rc<[AttrValue]> {
        let uk = self.uk.as_ref().filter(|_| uk::is_target(campaign)).map(UkFile::licences).unwrap_or_default();
        let legislatures = campaign.facts.legislatures();
        let folders = legislatures.filter_map(|id| Some(Rc::clone(self.folder(campaign, &id)?)));
        let lines =
            folders.flat_map(|folder| folder.licences().iter().cloned().map(AttrValue::from).collect::<Vec<_>>());
        uk.iter().cloned().chain(lines).collect()
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

    fn next(&self, campaign: &Campaign) -> Option<Rc<Campaign>> {
        let next = campaign.facts.next_campaign.as_ref()?;
        self.campaigns.iter().find(|other| other.facts.id == *next).cloned()
    }

    /// Where the tables come from that a campaign uses, and how old they are; nothing where there is nothing left to do.
    pub fn credits(&self, campaign: &Campaign, catalogue: &Catalogue) -> AttrValue {
        if campaign.facts.status != Status::Open {
            return AttrValue::default();
        }
        let of = |legislature: LegislatureId| {
            if legislature == LegislatureId::US_CONGRESS {
                let officials = catalogue.language.date(self.tables.congress.validity().as_of);
                let zips = catalogue.language.date(self.zips_as_of);
                return catalogue.fill(Message::CreditsUs, &[("officials", &officials), ("zips", &zips)]);
            }
            match self.folder(campaign, &legislature) {
                Some(folder) => folder.credits(catalogue),
                None => self.uk.as_ref().map(|uk| uk.credits(catalogue)).unwrap_or_default(),
            }
        };
        campaign.facts.legislatures().map(of).collect::<Vec<_>>().join(catalogue.language.space()).into()
    }

    fn list(
        &self,
        path: &str,
        mut campaigns: Vec<Rc<Campaign>>,
        (title, intro): (Message, Message),
        canonical: Option<&str>,
    ) -> Result<File> {
        // Pages below `/c/` have their campaign's accent, because they have its headers.
        let own = campaigns.first().filter(|_| path.starts_with("c/"));
        let style = own.map_or_else(|| self.style.clone(), |campaign| self.campaign_style(campaign));
        let pick = own.map(|campaign| Pick {
            languages: tags(&campaigns).into(),
            path: self.site.path(&site::languages(&campaign.facts.id)).into(),
            script: self.scripts.pick.clone().into(),
        });
        let catalogue = self.language(Language::English)?.catalogue.clone();
        let leave =
            campaigns.iter().any(|campaign| campaign.facts.leave_quickly.is_some()).then(|| self.scripts.leave.clone());
        campaigns.sort_by_key(|campaign| campaign.facts.status != Status::Open);
        let head = Head {
            language: catalogue.language,
            title: catalogue.text(title).into(),
            description: catalogue.text(Message::ListIntro).into(),
            canonical: canonical.map(|path| self.site.address(path).into()),
            alternates: Vec::new(),
            open_graph: Vec::new(),
            oembed: None,
            json_ld: None,
            pick,
            origin: self.site.origin().to_owned().into(),
            style: style.into(),
            second_style: None,
            icon: self.icon(),
            script: self.scripts.page.clone().into(),
            // The page for what is not there may be asked for in a frame.
            further: [self.scripts.frame.clone()]
                .into_iter()
                .filter(|_| path == NOT_FOUND)
                .chain(leave)
                .map(AttrValue::from)
                .collect(),
            preview: None,
            program: None,
        };
        let listing = Rc::new(Listing { site: self.site.clone(), catalogue, campaigns });
        let props = ListProps { listing, title, intro, framed: path == NOT_FOUND };
        document(head, "list", html! { <CampaignList ..props /> }).map(|html| (path.to_owned(), html))
    }
}

/// The language tags of campaigns, separated by spaces.
fn tags(campaigns: &[Rc<Campaign>]) -> String {
    let languages = campaigns.iter().flat_map(|campaign| &campaign.facts.languages);
    languages.map(|language| language.tag()).collect::<Vec<_>>().join(" ")
}

/// A page as the file that it becomes.
pub fn file(path: &str, head: Head, kind: &'static str, body: Html) -> Result<File> {
    let path = [path.trim_start_matches('/'), "index.html"].concat();
    Ok((path, document(head, kind, body)?))
}

fn document(head: Head, kind: &'static str, children: Html) -> Result<String> {
    let policy = policy::of_page(&head).into();
    let html = markup::<Document>(DocumentProps { head, policy, kind: kind.into(), children })?;
    Ok(["<!doctype html>\n", &html, "\n"].concat())
}
