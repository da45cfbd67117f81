//! Which headers every path has: one table, from which the files for each kind of host are written.
//!
//! The development server reads the same file as Netlify and Cloudflare, so tests see what a host would send.

mod apache;
mod caddy;
mod cloudfront;
pub mod limits;
mod netlify;
mod nginx;
#[cfg(test)]
mod overview;
pub mod policy;

use std::collections::BTreeSet;

use layout::{HEADERS, HOSTING, Kind, NOT_FOUND};

use crate::file::File;
use crate::materials::Materials;
use crate::style::csp_hash;
use policy::{Ancestors, PICTURE, Policy};

/// The headers of the paths that a pattern fits. All rules that fit count; no two of them set the same header, because
/// some hosts would join their values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// A path, or the beginning of one before `*`.
    pub pattern: String,
    /// Names and values.
    pub headers: Vec<(&'static str, String)>,
}

impl Rule {
    /// A regular expression for the pattern. `ending` is what may follow the name of a file.
    fn expression(&self, ending: &str) -> String {
        let path = |text: &str| text.replace('.', "\\.");
        match self.pattern.strip_suffix('*') {
            Some(start) => ["^", &path(start)].concat(),
            None => ["^", &path(&self.pattern), ending, "$"].concat(),
        }
    }
}

/// What a site consists of, as far as its headers name it.
pub struct Allowed {
    /// Scheme, host and port of the site.
    pub origin: String,
    /// The path under which the site lies: empty, or `/act`.
    pub base: String,
    /// The hashes of all scripts inside pages.
    pub scripts: String,
    /// The hashes of all style sheets inside pages: the plain one, and one for each accent.
    pub styles: String,
    /// The hash of the script of the page for partners.
    pub kit_script: String,
    /// The hash of the style sheet that the page for partners has besides.
    pub kit_style: String,
    /// The names of the Wasm, its glue, and the script that searches among signers.
    pub program: Vec<String>,
}

impl Allowed {
    fn of(materials: &Materials) -> Allowed {
        let accents = materials.campaigns.iter().map(|campaign| csp_hash(&materials.campaign_style(campaign)));
        let accents: BTreeSet<String> = accents.collect();
        let styles: Vec<String> = std::iter::once(csp_hash(&materials.style)).chain(accents).collect();
        Allowed {
            origin: materials.site.origin().to_owned(),
            base: materials.site.base_path().to_owned(),
            scripts: materials.scripts.hashes(),
            styles: styles.join(" "),
            kit_script: csp_hash(&materials.partners_script),
            kit_style: csp_hash(&materials.partners_style),
            program: stems(&materials.program_files()),
        }
    }

    /// Nothing is allowed but our own program, our own tables, and styles and scripts by their hashes. One policy for all
    /// campaigns, so that their number does not make the files for hosts longer; each page also carries its own, which names
    /// its own style only.
    fn policy(&self, ancestors: Ancestors) -> String {
        let Allowed { origin, scripts, styles, .. } = self;
        Policy { origin, scripts, styles, frames: false }.of_host(ancestors)
    }

    /// The page for partners has a script and a style sheet of its own, and shows the campaign in a frame.
    fn kit_policy(&self) -> String {
        let scripts = [&self.kit_script, " ", &self.scripts].concat();
        let styles = [&self.styles, " ", &self.kit_style].concat();
        Policy { origin: &self.origin, scripts: &scripts, styles: &styles, frames: true }.of_host(Ancestors::Nobody)
    }

    /// The host's name, without scheme and port.
    fn host(&self) -> &str {
        let host = self.origin.split_once("://").map_or(self.origin.as_str(), |(_, host)| host);
        host.split(':').next().unwrap_or(host)
    }

    /// The port, where the address names one.
    fn port(&self) -> Option<&str> {
        let host = self.origin.split_once("://").map_or(self.origin.as_str(), |(_, host)| host);
        host.split_once(':').map(|(_, port)| port)
    }

    /// The path of the page for what is not there. Its rule holds for every address at which nothing is.
    fn missing(&self) -> String {
        [&self.base, "/", NOT_FOUND].concat()
    }

    fn is_secure(&self) -> bool {
        self.origin.starts_with("https://")
    }

    /// The folder in which servers look for the site. A site below a path lies in a folder of that name inside it.
    fn root(&self) -> String {
        ["/var/www/", self.host()].concat()
    }
}

/// What the names of programs begin with, before their fingerprints, as patterns: files of former builds that stay for a while
/// keep their headers.
fn stems(names: &[String]) -> Vec<String> {
    let stems = names.iter().filter_map(|name| name.split_once('-'));
    let stems: BTreeSet<String> = stems.map(|(stem, _)| [stem, "-*"].concat()).collect();
    stems.into_iter().collect()
}

/// What servers are set up with.
const NOT_FOR_VISITORS: [&str; 2] = [HEADERS, HOSTING];

/// Of what browsers can do for a page, only these stay possible: a page may ask where somebody is, if a frame's host allows it.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), \
     hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

/// Every rule, the general ones first.
pub fn table(sources: &Allowed) -> Vec<Rule> {
    let rule = |pattern: &str, headers: &[(&'static str, &str)]| Rule {
        pattern: [&sources.base, pattern].concat(),
        headers: headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
    };
    let closed = sources.policy(Ancestors::Nobody);
    let open = sources.policy(Ancestors::Anybody);
    let mut rules = vec![rule(
        "/*",
        &[
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "cross-origin"),
            ("Permissions-Policy", PERMISSIONS),
        ],
    )];
    for kind in Kind::ALL {
        let keep = ("Cache-Control", kind.keep().cache_control());
        let kit;
        // A host that isolates itself shows only frames that do the same. Nothing foreign is fetched, so it costs nothing.
        const FRAMED: (&str, &str) = ("Cross-Origin-Embedder-Policy", "require-corp");
        let policy = |policy| ("Content-Security-Policy", policy);
        let headers = match kind {
            Kind::Front | Kind::Page => vec![policy(closed.as_str()), keep],
            // Hosts frame addresses that are no longer there, too.
            Kind::Missing | Kind::Embed => vec![policy(&open), FRAMED, keep],
            Kind::Partners => {
                kit = sources.kit_policy();
                vec![policy(&kit), keep]
            }
            // A picture that is opened by itself is a document: one that can run and fetch nothing.
            Kind::Logo => vec![policy(PICTURE), keep],
            Kind::Icon | Kind::NotForVisitors | Kind::Other => vec![keep],
            // An opaque frame is a stranger to its own host: whatever it fetches must be for everyone.
            Kind::Program
            | Kind::Data
            | Kind::OEmbed
            | Kind::Picture
            | Kind::Loader
            | Kind::Integrity
            | Kind::PinnedLoader => vec![keep, ("Access-Control-Allow-Origin", "*")],
        };
        let places = match kind {
            Kind::Program => sources.program.iter().map(|name| ["/", name].concat()).collect(),
            _ => kind.places(),
        };
        rules.extend(places.iter().map(|place| rule(place, &headers)));
    }
    rules
}

/// The headers of the rules that a page for what is not there has beyond those of all paths.
fn of_missing<'r>(sources: &Allowed, rules: &'r [Rule]) -> &'r [(&'static str, String)] {
    let pattern = sources.missing();
    rules.iter().find(|rule| rule.pattern == pattern).map(|rule| rule.headers.as_slice()).unwrap_or_default()
}

/// The table in the form of every kind of host that reads a file.
pub fn files(materials: &Materials) -> Vec<File> {
    let sources = Allowed::of(materials);
    let rules = table(&sources);
    let mut files = vec![File::new(HEADERS, netlify::file(&rules))];
    files.extend(
        for_servers(&sources, &rules).into_iter().map(|(name, text)| File::new(&[HOSTING, "/", name].concat(), text)),
    );
    files
}

fn for_servers(sources: &Allowed, rules: &[Rule]) -> [(&'static str, String); 6] {
    [
        ("nginx.conf", nginx::file(sources, rules)),
        ("Caddyfile", caddy::file(sources, rules)),
        ("apache.htaccess", apache::file(sources, rules)),
        ("apache-site.conf", apache::site(sources)),
        (cloudfront::REQUEST, cloudfront::request(sources)),
        (cloudfront::RESPONSE, cloudfront::response(sources, rules)),
    ]
}

#[cfg(test)]
mod tests;
