//! A configuration for nginx. `add_header` in a `location` forgets those above it, so the headers come from maps.

use std::collections::BTreeSet;

use records::tables::sha256_hex;

use super::{Allowed, NOT_FOR_VISITORS, Rule};

/// nginx reads no longer word than 4,096 bytes.
const LONGEST_WORD: usize = 3_000;

/// A file for the `http` block: a map per header, and the server.
pub fn file(sources: &Allowed, rules: &[Rule]) -> String {
    let names: BTreeSet<&str> = rules.iter().flat_map(|rule| &rule.headers).map(|(name, _)| *name).collect();
    let variables = Variables::of(sources);
    let (pieces, styles) = variables.styles(&sources.styles);
    let maps: String = names.iter().map(|name| variables.map(name, rules, (&sources.styles, &styles))).collect();
    let headers: String = names
        .iter()
        .map(|name| {
            let variable = if *name == KEPT { variables.status() } else { variables.header(name) };
            format!("        add_header {name} {variable} always;\n")
        })
        .collect();
    let status = format!(
        "# Errors are never cached.\nmap $status {} {{\n    default {};\n    \"~^[45]\" \"no-store\";\n}}\n",
        variables.status(),
        variables.header(KEPT),
    );
    let servers = servers(sources, &location(sources, &headers));
    format!(
        "# Written by the build for {origin}{base}/: see docs/hosting for how to use it.\n\
         # Goes into nginx's http block, as a file in /etc/nginx/conf.d. Set your folder and your certificate below.\n\n\
         {pieces}{maps}{status}\n{servers}",
        origin = sources.origin,
        base = sources.base,
    )
}

/// The header whose value depends on what became of the request.
const KEPT: &str = "Cache-Control";

/// The names of this site's variables: all sites on a server share one room. Names must be short for nginx's tables.
struct Variables {
    start: String,
}

impl Variables {
    fn of(sources: &Allowed) -> Variables {
        let hash = sha256_hex([sources.origin.as_str(), &sources.base].concat().as_bytes());
        Variables { start: ["$undersigned_", hash.get(..8).unwrap_or(&hash), "_"].concat() }
    }

    fn header(&self, name: &str) -> String {
        let initials: String = name.split('-').filter_map(|word| word.chars().next()).collect();
        [self.start.as_str(), &initials.to_ascii_lowercase()].concat()
    }

    fn status(&self) -> String {
        [&self.start, "kept"].concat()
    }

    /// Maps that hold a long list of hashes in pieces, and the variables that make it whole. A short list stays as it is.
    fn styles(&self, styles: &str) -> (String, String) {
        if styles.len() <= LONGEST_WORD / 2 {
            return (String::new(), styles.to_owned());
        }
        let (mut maps, mut whole) = (String::new(), Vec::new());
        let hashes: Vec<&str> = styles.split(' ').collect();
        for (at, piece) in hashes.chunks(LONGEST_WORD / 60).enumerate() {
            let variable = format!("{}s{at}", self.start);
            maps.push_str(&format!("map $uri {variable} {{\n    default \"{}\";\n}}\n", piece.join(" ")));
            whole.push(variable);
        }
        (maps, whole.join(" "))
    }

    /// An empty value adds no header.
    fn map(&self, name: &str, rules: &[Rule], (styles, pieces): (&str, &str)) -> String {
        let lines: String = rules
            .iter()
            .filter_map(|rule| Some((rule, rule.headers.iter().find(|(known, _)| *known == name)?)))
            .map(|(rule, (_, value))| {
                format!("    \"~{}\" \"{}\";\n", rule.expression(""), value.replace(styles, pieces))
            })
            .collect();
        format!("map $uri {} {{\n    default \"\";\n{lines}}}\n", self.header(name))
    }
}

/// Everything that belongs to the site and to nothing else on the server.
fn location(sources: &Allowed, headers: &str) -> String {
    let Allowed { base, .. } = sources;
    let top = if base.is_empty() {
        String::new()
    } else {
        format!("    location = {base} {{\n        absolute_redirect off;\n        return 301 {base}/;\n    }}\n")
    };
    format!(
        "{top}    location ^~ {base}/ {{\n        root {root};\n        try_files $uri ${{uri}}index.html $uri/index.html =404;\n\
         \x20       error_page 404 {base}/404.html;\n        absolute_redirect off;\n        max_ranges 0;\n        server_tokens off;\n        access_log off;\n\
         \x20       # Dotfiles and files for the server are not for visitors.\n\
         \x20       location ~ \"/(\\.(?!well-known/)|({hidden})(/|$))\" {{ return 404; }}\n\
         \x20       types {{\n            text/html html;\n            text/plain txt;\n            text/javascript js;\n\
         \x20           application/json json;\n            application/wasm wasm;\n            application/octet-stream bin;\n\
         \x20           image/png png;\n            image/svg+xml svg;\n            image/webp webp;\n            image/jpeg jpg jpeg;\n\
         \x20           image/x-icon ico;\n        }}\n\
         \x20       charset utf-8;\n        charset_types text/plain text/javascript application/json image/svg+xml;\n\
         \x20       gzip off;\n        gzip_static on;\n\
         \x20       # With the module for it (Debian: libnginx-mod-http-brotli-static), remove the # from the next line.\n\
         \x20       # brotli_static on;\n\
         \x20       add_header Vary Accept-Encoding always;\n{headers}    }}\n",
        root = sources.root(),
        hidden = NOT_FOR_VISITORS.join("|"),
    )
}

/// With TLS, a second server leads to the first.
fn servers(sources: &Allowed, location: &str) -> String {
    let (host, port) = (sources.host(), sources.port());
    let listen = |port: &str, how: &str| format!("    listen {port}{how};\n    listen [::]:{port}{how};\n");
    if !sources.is_secure() {
        let listen = listen(port.unwrap_or("80"), "");
        return format!("server {{\n{listen}    server_name {host};\n{location}}}\n");
    }
    format!(
        "server {{\n{plain}    server_name {host};\n    access_log off;\n\
         \x20   # Where Let's Encrypt looks when the certificate is renewed.\n\
         \x20   location ^~ /.well-known/acme-challenge/ {{ root /var/www/html; }}\n\
         \x20   location / {{ return 301 {origin}$request_uri; }}\n}}\n\
         server {{\n{tls}    server_name {host};\n\
         \x20   ssl_certificate /etc/letsencrypt/live/{host}/fullchain.pem;\n\
         \x20   ssl_certificate_key /etc/letsencrypt/live/{host}/privkey.pem;\n\
         \x20   server_tokens off;\n\x20   # For addresses that can't name a file.\n\x20   error_page 400 414 {missing};\n{location}}}\n",
        missing = sources.missing(),
        plain = listen("80", ""),
        tls = listen(port.unwrap_or("443"), " ssl http2"),
        origin = sources.origin,
    )
}
