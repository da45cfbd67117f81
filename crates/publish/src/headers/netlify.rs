//! `_headers`, as Netlify and Cloudflare Pages read it.

use super::Rule;

/// The whole file.
pub fn file(rules: &[Rule]) -> String {
    rules.iter().map(rule).collect()
}

fn rule(rule: &Rule) -> String {
    let lines: String = rule.headers.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    format!("{}\n{lines}\n", rule.pattern)
}
