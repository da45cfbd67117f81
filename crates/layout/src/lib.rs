//! What the files of a site are, by their path: how long they may be kept, in which order they are put online, and which stay for a
//! while after the last page that names them. Headers, hosting files, sweeping and byte limits follow from this, and every address
//! begins with a folder that is named here.

/// Where pages are that are opened by themselves.
pub const PAGES: &str = "/c/";
/// Where pages for partners' frames are.
pub const EMBEDS: &str = "/e/";
/// Where it is told how to put a campaign on a site.
pub const PARTNERS: &str = "/partners/";
/// Where oEmbed answers are.
pub const OEMBED: &str = "/oembed/";
/// Where pictures are that other sites show beside a link.
pub const PICTURES: &str = "/pictures/";
/// Where pictures of signers are.
pub const LOGOS: &str = "/logos/";

/// The file that a server gives for the address of a folder.
pub const INDEX_PAGE: &str = "index.html";
/// The page for what is not there, which is also shown in partners' frames.
pub const NOT_FOUND: &str = "404.html";
/// What a run says about its campaigns, for the next run and for other tools.
pub const INDEX: &str = "campaigns.json";
/// The headers, as Netlify and Cloudflare read them.
pub const HEADERS: &str = "_headers";
/// The hash of every file.
pub const SUMS: &str = "SHA256SUMS";
/// What a site is made of.
pub const BILL: &str = "sbom.cdx.json";
/// The folder of what other servers are set up with.
pub const HOSTING: &str = "_hosting";
/// The picture in a browser's tab: the name that programs ask for when a page names none.
pub const ICON: &str = "favicon.ico";
/// The newest version of the loader, under the name that stays.
pub const NEWEST_LOADER: &str = "embed/v1.js";
/// Every version that was ever published, the newest one last. Pages pin them by their hashes: none may change or go.
pub const LOADERS: [&str; 3] = ["embed/v1.0.0.js", "embed/v1.1.0.js", "embed/v1.1.1.js"];
/// The hashes of all versions.
pub const INTEGRITY: &str = "embed/integrity.json";
/// The folder of tables and texts, each named by what is in it.
pub const DATA: &str = "data/";

/// The folders of texts in it: what campaigns say, the words of legislatures, and names of signers.
const TEXTS: [&str; 3] = ["parts/", "words/", "signers/"];

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The list of campaigns.
    Front,
    /// The page for what is not there.
    Missing,
    /// A page that is opened by itself: landing pages, directories, lists of signers.
    Page,
    /// A page in partners' frames.
    Embed,
    /// How to put a campaign on a site.
    Partners,
    /// The Wasm, its glue, and scripts that pages load.
    Program,
    /// A table or texts.
    Data,
    /// A picture of a signer.
    Logo,
    /// An oEmbed answer.
    OEmbed,
    /// What other sites show beside a link.
    Picture,
    /// The picture in a browser's tab.
    Icon,
    /// The loader under the name that stays.
    Loader,
    /// The hashes of all loaders.
    Integrity,
    /// A version of the loader, which hosts pin by its hash.
    PinnedLoader,
    /// For servers and other tools.
    NotForVisitors,
    /// Not ours.
    Other,
}

/// How long a file may be kept by browsers and caches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// What has a name of its own version.
    ForEver,
    /// What a host page fetches at a name that stays.
    AnHour,
    /// Pages: a correction is seen soon.
    FiveMinutes,
    /// What is not there may come a minute later.
    Never,
}

impl Keep {
    /// The value of `Cache-Control`.
    pub fn cache_control(self) -> &'static str {
        match self {
            Keep::ForEver => "public, max-age=31536000, immutable",
            Keep::AnHour => "public, max-age=3600",
            Keep::FiveMinutes => "public, max-age=300",
            Keep::Never => "no-store",
        }
    }
}

/// When a file is put online.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Before the pages, which name it.
    First,
    /// Then: pages, and what is asked for at an address that stays.
    Pages,
}

/// Where the files of a campaign are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfCampaign {
    /// In a folder of its name in this one.
    Folder(&'static str),
    /// In files whose names begin with its own and a full stop, in this folder.
    Named(&'static str),
}

/// What the names of programs, their glue and the scripts that pages load begin with.
pub const STEMS: [&str; 6] = ["undersigned-", "world-", "action-", "locate-", "map-", "search-"];

impl Kind {
    /// Those that visitors and hosts ask for, in the order in which headers are listed.
    pub const ALL: [Kind; 14] = [
        Kind::Front,
        Kind::Missing,
        Kind::Page,
        Kind::Embed,
        Kind::Partners,
        Kind::Program,
        Kind::Data,
        Kind::Logo,
        Kind::OEmbed,
        Kind::Picture,
        Kind::Icon,
        Kind::Loader,
        Kind::Integrity,
        Kind::PinnedLoader,
    ];

    /// What the file at a path of a site is. A compressed copy is what its file is.
    pub fn of(path: &str) -> Kind {
        let path = without_twin(path);
        if path.split('/').any(|part| part.is_empty() || part.starts_with('.')) {
            return Kind::Other;
        }
        let is_in_hosting = || path.strip_prefix(HOSTING).is_some_and(|rest| rest.starts_with('/'));
        if [INDEX, HEADERS, SUMS, BILL].contains(&path) || is_in_hosting() {
            return Kind::NotForVisitors;
        }
        if !path.contains('/') && is_program(path) {
            return Kind::Program;
        }
        let fits = |kind: &&Kind| {
            kind.places().iter().any(|place| match place.strip_suffix('*') {
                Some(start) => path.starts_with(start.trim_start_matches('/')),
                None => path == place.trim_start_matches('/'),
            })
        };
        Kind::ALL.iter().find(fits).copied().unwrap_or(Kind::Other)
    }

    /// Where such files are in a site: paths, and beginnings of paths before `*`. Names of programs depend on the build.
    pub fn places(self) -> Vec<String> {
        let below = |folder: &str| vec![[folder, "*"].concat()];
        let at = |name: &str| vec![["/", name].concat()];
        match self {
            Kind::Front => vec!["/".to_owned(), ["/", INDEX_PAGE].concat()],
            Kind::Missing => at(NOT_FOUND),
            Kind::Page => below(PAGES),
            Kind::Embed => below(EMBEDS),
            Kind::Partners => below(PARTNERS),
            Kind::Data => below(&["/", DATA].concat()),
            Kind::Logo => below(LOGOS),
            Kind::OEmbed => below(OEMBED),
            Kind::Picture => below(PICTURES),
            Kind::Icon => at(ICON),
            Kind::Loader => at(NEWEST_LOADER),
            Kind::Integrity => at(INTEGRITY),
            Kind::PinnedLoader => LOADERS.into_iter().flat_map(at).collect(),
            Kind::Program | Kind::NotForVisitors | Kind::Other => Vec::new(),
        }
    }

    /// How long such a file may be kept.
    pub fn keep(self) -> Keep {
        match self {
            Kind::Program | Kind::Data | Kind::PinnedLoader => Keep::ForEver,
            Kind::Logo | Kind::OEmbed | Kind::Picture | Kind::Icon | Kind::Loader | Kind::Integrity => Keep::AnHour,
            Kind::Front | Kind::Page | Kind::Embed | Kind::Partners | Kind::NotForVisitors | Kind::Other => {
                Keep::FiveMinutes
            }
            Kind::Missing => Keep::Never,
        }
    }

    /// When such a file is put online.
    pub fn phase(self) -> Phase {
        match self {
            Kind::Program | Kind::Data | Kind::PinnedLoader | Kind::Logo | Kind::Picture => Phase::First,
            _ => Phase::Pages,
        }
    }

    /// Where such files of a campaign are, if they are a campaign's.
    pub fn of_campaign(self) -> Option<OfCampaign> {
        let folder = |folder: &'static str| Some(OfCampaign::Folder(folder.trim_start_matches('/')));
        let named = |folder: &'static str| Some(OfCampaign::Named(folder.trim_start_matches('/')));
        match self {
            Kind::Page => folder(PAGES),
            Kind::Embed => folder(EMBEDS),
            Kind::Partners => folder(PARTNERS),
            Kind::Logo => folder(LOGOS),
            Kind::OEmbed => named(OEMBED),
            Kind::Picture => named(PICTURES),
            _ => None,
        }
    }
}

/// The page that every campaign has as long as it is published.
pub fn front_of(campaign: &str) -> String {
    [PAGES.trim_start_matches('/'), campaign, "/", INDEX_PAGE].concat()
}

/// When the file at a path of a site is put online.
pub fn phase(path: &str) -> Phase {
    // What is in the folder of tables under a name that stays is somebody else's.
    match Kind::of(path) {
        Kind::Data if !is_fingerprinted(path) => Phase::Pages,
        kind => kind.phase(),
    }
}

/// Whether a file's name changes with what is in it, so that an old one harms nobody.
pub fn is_fingerprinted(path: &str) -> bool {
    match Kind::of(path) {
        Kind::Program => true,
        Kind::Data => {
            let path = without_twin(path);
            let texts =
                || TEXTS.iter().any(|folder| path.strip_prefix(DATA).is_some_and(|rest| rest.starts_with(folder)));
            let stem = path.strip_suffix(".bin").or_else(|| path.strip_suffix(".json").filter(|_| texts()));
            stem.is_some_and(|stem| stem.rsplit_once('-').is_some_and(|(_, mark)| is_print(mark, 8..=8)))
        }
        _ => false,
    }
}

fn is_program(name: &str) -> bool {
    let stem = ["_bg.wasm", ".js"].iter().find_map(|ending| name.strip_suffix(ending));
    let mark = stem.and_then(|stem| STEMS.iter().find_map(|known| stem.strip_prefix(known)));
    mark.is_some_and(|mark| is_print(mark, 8..=64))
}

fn is_print(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Endings of the compressed copies beside a file.
pub const TWINS: [&str; 2] = [".br", ".gz"];

/// Files with these endings get smaller when they are compressed; pictures don't.
const SHRINKING: [&str; 12] =
    ["html", "css", "js", "mjs", "json", "svg", "txt", "xml", "wasm", "bin", "csv", "webmanifest"];

/// Below so many bytes a compressed copy costs more than it saves.
const SMALLEST: u64 = 200;

/// Whether a file of so many bytes has compressed copies.
pub fn is_compressed(path: &str, bytes: u64) -> bool {
    bytes >= SMALLEST && path.rsplit_once('.').is_some_and(|(_, ending)| SHRINKING.contains(&ending))
}

/// Whether a file is the compressed copy of another.
pub fn is_twin(path: &str) -> bool {
    TWINS.iter().any(|twin| path.ends_with(twin))
}

/// The file beside which a compressed copy lies; the path itself where it is none.
pub fn without_twin(path: &str) -> &str {
    TWINS.iter().find_map(|twin| path.strip_suffix(twin)).unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_known_and_come_first() {
        for (path, fingerprinted, comes) in [
            ("data/us/congress-0123abcd.bin", true, Phase::First),
            ("data/us/congress-0123abcd.bin.br", true, Phase::First),
            ("data/parts/example.en.us-congress-0123abcd.json", true, Phase::First),
            ("data/signers/example.en-0123abcd.json", true, Phase::First),
            ("data/us/congress-0123abc.bin", false, Phase::Pages),
            ("data/us/notes.txt", false, Phase::Pages),
            ("data/mine/report-20261130.json", false, Phase::Pages),
            ("undersigned-0123abcd.js", true, Phase::First),
            ("undersigned-0123abcd4567ef89_bg.wasm.gz", true, Phase::First),
            ("world-0123abcd_bg.wasm", true, Phase::First),
            ("action-0123abcd.js", true, Phase::First),
            ("locate-0123abcd.js", true, Phase::First),
            ("map-0123abcd.js.br", true, Phase::First),
            ("world-tour.js", false, Phase::Pages),
            ("data/../../congress-0123abcd.bin", false, Phase::Pages),
            ("/data/us/congress-0123abcd.bin", false, Phase::Pages),
            ("theirs-0123abcd.js", false, Phase::Pages),
            ("logos/example/one.svg", false, Phase::First),
            ("pictures/example.en.png", false, Phase::First),
            ("embed/v1.0.0.js", false, Phase::First),
            ("embed/v1.js", false, Phase::Pages),
            ("c/example/en/index.html", false, Phase::Pages),
            ("index.html", false, Phase::Pages),
            ("_headers", false, Phase::Pages),
        ] {
            assert_eq!((is_fingerprinted(path), phase(path)), (fingerprinted, comes), "{path}");
        }
    }

    #[test]
    fn every_file_has_a_kind() {
        for (path, kind) in [
            ("index.html", Kind::Front),
            ("404.html.gz", Kind::Missing),
            ("c/example/en/us/vt/index.html", Kind::Page),
            ("e/example/en/index.html", Kind::Embed),
            ("partners/example/index.html", Kind::Partners),
            ("undersigned-0123abcd_bg.wasm", Kind::Program),
            ("data/uk/people-0123abcd.bin", Kind::Data),
            ("logos/example/a.png", Kind::Logo),
            ("oembed/example.en.json", Kind::OEmbed),
            ("pictures/example.en.png", Kind::Picture),
            ("favicon.ico", Kind::Icon),
            ("embed/v1.js", Kind::Loader),
            ("embed/v1.1.1.js", Kind::PinnedLoader),
            ("embed/integrity.json", Kind::Integrity),
            ("_hosting/nginx.conf", Kind::NotForVisitors),
            ("campaigns.json", Kind::NotForVisitors),
            ("SHA256SUMS", Kind::NotForVisitors),
            ("sbom.cdx.json.br", Kind::NotForVisitors),
            ("notes.txt", Kind::Other),
            ("c/../index.html", Kind::Other),
        ] {
            assert_eq!(Kind::of(path), kind, "{path}");
        }
    }
}
