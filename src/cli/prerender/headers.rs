//! Which headers every path has: one table, from which the files for each kind of host are written.
//!
//! The development server reads the same file as Netlify and Cloudflare, so tests see what a host would send.

mod apache;
mod caddy;
mod cloudfront;
mod netlify;
mod nginx;
#[cfg(test)]
mod overview;
pub mod policy;

use super::kit;
use super::loader;
use super::pages::{File, Workshop};
use super::style::csp_hash;
use policy::Policy;

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
    /// A regular expression for the pattern. Hosts look up `index.html` for a path that ends with `/`.
    fn expression(&self) -> String {
        let path = |text: &str| text.replace('.', "\\.");
        match self.pattern.strip_suffix('*') {
            Some(start) => ["^", &path(start)].concat(),
            None if self.pattern.ends_with('/') => ["^", &path(&self.pattern), "(index\\.html)?$"].concat(),
            None => ["^", &path(&self.pattern), "$"].concat(),
        }
    }
}

/// What the table is made of.
pub struct Sources {
    /// Scheme, host and port of the site.
    pub origin: String,
    /// The path under which the site lies: empty, or `/act`.
    pub base: String,
    /// The hashes of all scripts inside pages.
    pub scripts: String,
    /// The hash of the style sheet without an accent.
    pub style: String,
    /// The campaigns.
    pub campaigns: Vec<CampaignSources>,
    /// The hash of the script of the page for partners.
    pub kit_script: String,
    /// The names of the Wasm, its glue, and the script that searches among signers.
    pub program: Vec<String>,
}

/// What the rules of one campaign are made of.
pub struct CampaignSources {
    /// Its id.
    pub id: String,
    /// The hash of its style sheet.
    pub style: String,
    /// The hash of the style sheet of its page for partners.
    pub kit_style: String,
}

impl Sources {
    fn of(workshop: &Workshop) -> Sources {
        let campaigns = workshop.campaigns.iter().map(|campaign| CampaignSources {
            id: campaign.facts.id.as_str().to_owned(),
            style: csp_hash(&workshop.campaign_style(campaign)),
            kit_style: csp_hash(&kit::page_style(workshop, campaign)),
        });
        Sources {
            origin: workshop.site.origin().to_owned(),
            base: workshop.site.base_path().to_owned(),
            scripts: workshop.scripts.hashes(),
            style: csp_hash(&workshop.style),
            campaigns: campaigns.collect(),
            kit_script: csp_hash(&workshop.kit.script),
            program: workshop.program_files(),
        }
    }

    /// Nothing is allowed but our own program, our own tables, and styles and scripts by their hashes.
    fn policy(&self, style: &str, ancestors: &str) -> String {
        let Sources { origin, scripts, .. } = self;
        Policy { origin, scripts, style, frames: false }.of_host(ancestors)
    }

    /// The page for partners has a script of its own, and shows the campaign in a frame.
    fn kit_policy(&self, style: &str) -> String {
        let scripts = [&self.kit_script, " ", &self.scripts].concat();
        Policy { origin: &self.origin, scripts: &scripts, style, frames: true }.of_host("'none'")
    }
}

/// How long a page may be kept: a correction is seen soon.
const SHORT: &str = "public, max-age=300";
/// How long what has a name of its own version may be kept.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// How long what a host page fetches at a name that stays may be kept.
const AN_HOUR: &str = "public, max-age=3600";

/// Every rule, the general ones first.
pub fn table(sources: &Sources) -> Vec<Rule> {
    let rule = |pattern: &str, headers: &[(&'static str, &str)]| Rule {
        pattern: [&sources.base, pattern].concat(),
        headers: headers.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
    };
    let page = |pattern: &str, style: &str, ancestors: &str| {
        let policy = sources.policy(style, ancestors);
        rule(pattern, &[("Content-Security-Policy", &policy), ("Cache-Control", SHORT)])
    };
    let mut rules = vec![
        rule(
            "/*",
            &[
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "no-referrer"),
                ("Cross-Origin-Resource-Policy", "cross-origin"),
                ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ],
        ),
        page("/", &sources.style, "'none'"),
        page("/404.html", &sources.style, "'none'"),
    ];
    for CampaignSources { id, style, kit_style } in &sources.campaigns {
        rules.push(page(&["/c/", id, "/*"].concat(), style, "'none'"));
        rules.push(page(&["/e/", id, "/*"].concat(), style, "*"));
        let policy = sources.kit_policy(kit_style);
        let kit = ["/partners/", id, "/*"].concat();
        rules.push(rule(&kit, &[("Content-Security-Policy", &policy), ("Cache-Control", SHORT)]));
    }
    // An opaque frame is a stranger to its own host: whatever it fetches must be for everyone.
    let fetched = |pattern: &str, keep| rule(pattern, &[("Cache-Control", keep), ("Access-Control-Allow-Origin", "*")]);
    for name in &sources.program {
        rules.push(fetched(&["/", name].concat(), FOR_EVER));
    }
    rules.push(fetched("/data/*", FOR_EVER));
    rules.push(rule("/logos/*", &[("Cache-Control", AN_HOUR)]));
    rules.push(fetched("/oembed/*", AN_HOUR));
    rules.push(fetched("/pictures/*", AN_HOUR));
    rules.push(fetched(&["/", loader::NEWEST].concat(), AN_HOUR));
    rules.push(fetched(&["/", loader::INTEGRITY].concat(), AN_HOUR));
    rules.push(fetched(&["/", loader::PINNED].concat(), FOR_EVER));
    rules
}

/// The table in the form of every kind of host that reads a file.
pub fn files(workshop: &Workshop) -> Vec<File> {
    let sources = Sources::of(workshop);
    let rules = table(&sources);
    let mut files = vec![("_headers".to_owned(), netlify::file(&rules))];
    files.extend(for_servers(&sources, &rules).into_iter().map(|(name, text)| (["_hosting/", name].concat(), text)));
    files
}

fn for_servers(sources: &Sources, rules: &[Rule]) -> [(&'static str, String); 4] {
    [
        ("nginx.conf", nginx::file(sources, rules)),
        ("Caddyfile", caddy::file(sources, rules)),
        ("apache.htaccess", apache::file(sources, rules)),
        ("cloudfront.js", cloudfront::file(sources, rules)),
    ]
}

#[cfg(test)]
mod tests;
