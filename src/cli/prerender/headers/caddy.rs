//! A configuration for Caddy, which gets its certificate by itself.

use super::{Rule, Sources};

/// A `Caddyfile` for the site.
pub fn file(sources: &Sources, rules: &[Rule]) -> String {
    let lines: String = rules
        .iter()
        .flat_map(|rule| {
            rule.headers.iter().map(|(name, value)| format!("\theader {} {name} \"{value}\"\n", rule.pattern))
        })
        .collect();
    format!(
        "# Written by the build. Set the folder.\n{} {{\n\troot * /srv/undersigned/dist\n\
         \tfile_server {{\n\t\tprecompressed br gzip\n\t}}\n\
         \thandle_errors {{\n\t\trewrite * {}/404.html\n\t\tfile_server\n\t}}\n{lines}}}\n",
        sources.origin, sources.base
    )
}
