//! The headers of every path, in the `_headers` form of Netlify and Cloudflare. The development server reads the same.

use super::loader;
use super::pages::Workshop;
use super::style::csp_hash;
use crate::domain::campaign::Campaign;

/// The whole file. No two rules that fit one path set the same header, because hosts would join their values.
pub fn file(workshop: &Workshop) -> String {
    let list_policy = policy(workshop, &csp_hash(&workshop.style), "'none'");
    let mut lines = vec![
        rule(
            "/*",
            &[
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "no-referrer"),
                ("Cross-Origin-Resource-Policy", "cross-origin"),
                ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
            ],
        ),
        rule("/", &[("Content-Security-Policy", &list_policy)]),
        rule("/404.html", &[("Content-Security-Policy", &list_policy)]),
    ];
    for campaign in &workshop.campaigns {
        lines.push(campaign_rules(workshop, campaign, &list_policy));
    }
    let forever = [("Cache-Control", "public, max-age=31536000, immutable"), ("Access-Control-Allow-Origin", "*")];
    lines.push(rule(&["/", &workshop.program.glue].concat(), &forever));
    lines.push(rule(&["/", &workshop.program.wasm].concat(), &forever));
    lines.push(rule("/data/*", &forever));
    let for_an_hour = [("Cache-Control", "public, max-age=3600"), ("Access-Control-Allow-Origin", "*")];
    lines.push(rule(&["/", loader::NEWEST].concat(), &for_an_hour));
    lines.push(rule(&["/", loader::INTEGRITY].concat(), &for_an_hour));
    lines.push(rule(&["/", loader::PINNED].concat(), &forever));
    lines.concat()
}

fn campaign_rules(workshop: &Workshop, campaign: &Campaign, list_policy: &str) -> String {
    let id = campaign.facts.id.as_str();
    let style = csp_hash(&workshop.campaign_style(campaign));
    let closed = policy(workshop, &style, "'none'");
    let open = policy(workshop, &style, "*");
    let mut rules = rule(&["/c/", id, "/"].concat(), &[("Content-Security-Policy", list_policy)]);
    for language in &campaign.facts.languages {
        let tag = language.tag();
        rules.push_str(&rule(&["/c/", id, "/", tag, "/*"].concat(), &[("Content-Security-Policy", &closed)]));
        rules.push_str(&rule(&["/e/", id, "/", tag, "/*"].concat(), &[("Content-Security-Policy", &open)]));
    }
    rules
}

/// Nothing is allowed but our own program, our own tables, and one style and one script by their hashes. The public
/// origin stands beside `'self'`, because a sandboxed frame without its own origin has no `'self'`.
fn policy(workshop: &Workshop, style_hash: &str, ancestors: &str) -> String {
    let address = workshop.site.address("");
    let origin = address.strip_suffix(workshop.site.base_path()).unwrap_or(&address);
    let script = csp_hash(&workshop.boot);
    [
        "default-src 'none'",
        &format!("script-src {script} 'self' {origin} 'wasm-unsafe-eval'"),
        &format!("style-src {style_hash}"),
        &format!("connect-src 'self' {origin}"),
        &format!("img-src 'self' {origin} data:"),
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
        &format!("frame-ancestors {ancestors}"),
    ]
    .join("; ")
}

fn rule(path: &str, headers: &[(&str, &str)]) -> String {
    let lines: String = headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("{path}\n{lines}\n")
}
