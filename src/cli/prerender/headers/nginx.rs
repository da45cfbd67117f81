//! A configuration for nginx. `add_header` in a `location` forgets those above it, so the headers come from maps.

use std::collections::BTreeSet;

use super::{Rule, Sources};

/// A file for the `http` block: a map per header, and a server.
pub fn file(sources: &Sources, rules: &[Rule]) -> String {
    let names: BTreeSet<&str> = rules.iter().flat_map(|rule| &rule.headers).map(|(name, _)| *name).collect();
    let maps: String = names.iter().map(|name| map(name, rules)).collect();
    let headers: String =
        names.iter().map(|name| format!("    add_header {name} {} always;\n", variable(name))).collect();
    let host = sources.origin.split_once("://").map_or(sources.origin.as_str(), |(_, host)| host);
    let host = host.split(':').next().unwrap_or(host);
    let base = &sources.base;
    format!(
        "# Written by the build. Put it into nginx's http block (conf.d), and set the folder and your certificate.\n\
         map_hash_bucket_size 256;\n{maps}\
         server {{\n    listen 80;\n    server_name {host};\n    root /srv/undersigned/dist;\n\
         \x20   error_page 404 {base}/404.html;\n    charset utf-8;\n    server_tokens off;\n\
         \x20   types {{ text/html html; text/plain txt; application/json json; text/javascript js; application/wasm wasm; \
         application/octet-stream bin; image/png png; image/svg+xml svg; image/webp webp; }}\n\
         \x20   # Needs the module ngx_http_gzip_static_module; with ngx_brotli, add brotli_static on.\n    gzip_static on;\n\
         \x20   access_log off;\n{headers}\
         \x20   location / {{ try_files $uri $uri/index.html =404; }}\n}}\n"
    )
}

fn variable(header: &str) -> String {
    ["$undersigned_", &header.to_ascii_lowercase().replace('-', "_")].concat()
}

/// An empty value adds no header.
fn map(name: &str, rules: &[Rule]) -> String {
    let lines: String = rules
        .iter()
        .filter_map(|rule| Some((rule, rule.headers.iter().find(|(known, _)| *known == name)?)))
        .map(|(rule, (_, value))| format!("    \"~{}\" \"{value}\";\n", rule.expression()))
        .collect();
    format!("map $uri {} {{\n    default \"\";\n{lines}}}\n", variable(name))
}
