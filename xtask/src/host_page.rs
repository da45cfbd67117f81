//! Pages of made-up partners, which embed a campaign as the README tells them to.

use anyhow::{Context as _, Result};

use crate::published::Campaign;
use crate::workspace;

/// A partner's page from `tests/hosts/<name>.html`, with a campaign from an origin put in.
pub fn render(name: &str, embed_origin: &str, campaign: &Campaign) -> Result<String> {
    let file = workspace::root().join("tests/hosts").join(format!("{name}.html"));
    let template = std::fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    Ok(fill(&template, &[("EMBED_ORIGIN", embed_origin), ("CAMPAIGN", &campaign.id), ("TITLE", &campaign.title)]))
}

/// Puts values, as text, where `{{NAME}}` stands.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), &escape(value)))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_put_in_as_text() {
        let values = [("TITLE", "Say \"free\" <now>"), ("CAMPAIGN", "x")];
        assert_eq!(
            fill(r#"<i title="{{TITLE}}">{{CAMPAIGN}}</i>"#, &values),
            r#"<i title="Say &quot;free&quot; &lt;now&gt;">x</i>"#
        );
    }
}
