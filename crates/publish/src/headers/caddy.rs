//! A configuration for Caddy, which gets its certificate by itself.

use std::collections::BTreeSet;

use super::{Allowed, NOT_FOR_VISITORS, Rule, of_missing};

/// A `Caddyfile` for the site.
pub fn file(sources: &Allowed, rules: &[Rule]) -> String {
    let Allowed { origin, base, .. } = sources;
    let lines: String = rules
        .iter()
        .flat_map(|rule| rule.headers.iter().map(|(name, value)| header(&rule.pattern, name, value)))
        .collect();
    let root = sources.root();
    let top = if base.is_empty() { String::new() } else { format!("\tredir {base} {base}/\n") };
    let plain = if sources.is_secure() { plain(sources) } else { String::new() };
    format!(
        r#"# Written by the build for {origin}{base}/: see docs/hosting for how to use it. Set your folder below.
{origin} {{
	# With a certificate of your own, remove the # from the next line.
	# tls /etc/ssl/{host}/fullchain.pem /etc/ssl/{host}/privkey.pem
	root {base}/* {root}
	# Some people leave out the last slash; the query is kept.
	@page{part} {{
		path {base}/*
		file {{
			try_files {{path}} {{path}}/index.html
		}}
	}}
{top}	# In this order: the file that was found decides the headers, not how the address is written.
	route {base}/* {{
		rewrite @page{part} {{http.matchers.file.relative}}
		# Small files, always whole: a refused range would be cached as long as the file.
		request_header -Range
		request_header -If-Match
		request_header -If-Unmodified-Since
		# Types that some machines don't know.
		@table{part} path_regexp ^{base}/.*\.bin$
		header @table{part} Content-Type application/octet-stream
		@icon{part} path_regexp ^{base}/.*\.ico$
		header @icon{part} Content-Type image/x-icon
		header Vary Accept-Encoding
{lines}		file_server {{
			precompressed br gzip
			hide .* {hidden}
		}}
	}}
{missing}}}
{plain}"#,
        host = sources.host(),
        // Several sites may share one block, in which each name is there once.
        part = base.replace(['/', '.'], "-"),
        hidden = NOT_FOR_VISITORS.join(" "),
        missing = missing(sources, rules),
    )
}

/// Caddy leads from addresses without TLS by itself, but not past a site for every name, such as Debian's first page.
fn plain(sources: &Allowed) -> String {
    format!("http://{} {{\n\tredir {}{{uri}} permanent\n}}\n", sources.host(), sources.origin)
}

fn header(pattern: &str, name: &str, value: &str) -> String {
    format!("\t\theader {pattern} {name} \"{value}\"\n")
}

/// What the path of a request gave is replaced, for nothing is there.
fn missing(sources: &Allowed, rules: &[Rule]) -> String {
    let Allowed { base, .. } = sources;
    let own = of_missing(sources, rules);
    let set: String = own.iter().map(|(name, value)| format!("\t\t\theader {name} \"{value}\"\n")).collect();
    let everywhere = rules.first().map(|rule| rule.headers.as_slice()).unwrap_or_default();
    let names: BTreeSet<&str> = rules.iter().flat_map(|rule| &rule.headers).map(|(name, _)| *name).collect();
    let is_kept = |name: &&str| own.iter().chain(everywhere).any(|(known, _)| known == name);
    let gone = names.into_iter().filter(|name| !is_kept(name));
    let gone: String = gone.map(|name| format!("\t\t\theader -{name}\n")).collect();
    let (root, missing) = (sources.root(), sources.missing());
    format!(
        r#"	handle_errors {{
		handle {base}/* {{
			root * {root}
			# Sent whatever copy of this address or page the browser has.
			request_header -If-None-Match
			request_header -If-Modified-Since
			rewrite * {missing}
			header Content-Type "text/html; charset=utf-8"
{set}{gone}			file_server {{
				precompressed br gzip
			}}
		}}
	}}
"#
    )
}
