//! The measured table in `docs/performance.md`, and three lines of it in the README: written, never typed.

use anyhow::{Context as _, Result};

use crate::measure::Bar;
use crate::workspace;

const BEGIN: &str = "<!-- measured by `cargo xtask bench --write` -->\n";
const END: &str = "<!-- end -->\n";

/// Puts the measures between the marks of both documents.
pub fn write(bars: &[Bar]) -> Result<()> {
    let heading = "| | measured | goal | limit |\n|---|---|---|---|\n";
    let table = bars.iter().map(row).collect::<String>();
    put("docs/performance.md", &[heading, &table].concat())?;
    put("README.md", &bars.iter().take(3).map(line).collect::<String>())
}

fn row(bar: &Bar) -> String {
    let measured = bar.measured.map_or_else(|| "–".to_owned(), |number| bar.shown(number));
    format!("| {} | {measured} | {} | {} |\n", bar.what, bar.shown(bar.goal), bar.shown(bar.limit))
}

fn line(bar: &Bar) -> String {
    let measured = bar.measured.map_or_else(|| "–".to_owned(), |number| bar.shown(number));
    format!("- {}: **{measured}** (limit {})\n", bar.what, bar.shown(bar.limit))
}

fn put(name: &str, content: &str) -> Result<()> {
    let file = workspace::root().join(name);
    let text = std::fs::read_to_string(&file).with_context(|| format!("could not read {name}"))?;
    let text = replaced(&text, content).with_context(|| format!("{name} lacks the marks around the measures"))?;
    std::fs::write(&file, text).with_context(|| format!("could not write {name}"))
}

fn replaced(text: &str, content: &str) -> Option<String> {
    let (before, rest) = text.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some([before, BEGIN, content, END, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_changes() {
        let text = ["a\n", BEGIN, "old\n", END, "b\n"].concat();
        assert_eq!(replaced(&text, "new\n"), Some(["a\n", BEGIN, "new\n", END, "b\n"].concat()));
        assert_eq!(replaced("no marks", "new"), None);
    }
}
