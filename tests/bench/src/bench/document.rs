//! What was measured, in `docs/performance.md`, and three lines of it in the README: written, never typed.

use anyhow::{Context as _, Result};

use super::{Measures, pure};
use crate::measure::Bar;
use crate::workspace;

const END: &str = "<!-- end -->\n";

/// Puts the measures between the marks of both documents.
pub fn write(measures: &Measures) -> Result<()> {
    let performance = "docs/performance.md";
    put(performance, "table", &table(&measures.rows))?;
    if let Some(scaling) = &measures.scaling {
        put(performance, "scaling", &[scaling.table(), "\n".to_owned(), table(&scaling.bars)].concat())?;
    }
    if let Some(benches) = &measures.pure {
        put(performance, "pure", &pure::table(benches))?;
    }
    put("README.md", "summary", &measures.rows.iter().take(3).map(line).collect::<String>())
}

fn table(bars: &[Bar]) -> String {
    let head = "| | measured | goal | limit |\n|---|---|---|---|\n";
    [head.to_owned(), bars.iter().map(row).collect()].concat()
}

fn row(bar: &Bar) -> String {
    let measured = bar.measured.map_or_else(|| "–".to_owned(), |number| bar.shown(number));
    format!("| {} | {measured} | {} | {} |\n", bar.what, bar.shown(bar.goal), bar.shown(bar.limit))
}

fn line(bar: &Bar) -> String {
    let measured = bar.measured.map_or_else(|| "–".to_owned(), |number| bar.shown(number));
    format!("- {}: **{measured}** (limit {})\n", bar.what, bar.shown(bar.limit))
}

fn put(name: &str, part: &str, content: &str) -> Result<()> {
    let file = workspace::root().join(name);
    let text = std::fs::read_to_string(&file).with_context(|| format!("could not read {name}"))?;
    let text = replaced(&text, part, content).with_context(|| format!("{name} lacks the marks around the {part}"))?;
    std::fs::write(&file, text).with_context(|| format!("could not write {name}"))
}

fn mark(part: &str) -> String {
    format!("<!-- {part}: written by `cargo xtask bench --write` -->\n")
}

fn replaced(text: &str, part: &str, content: &str) -> Option<String> {
    let mark = mark(part);
    let (before, rest) = text.split_once(&mark)?;
    let (_, after) = rest.split_once(END)?;
    Some([before, &mark, content, END, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_between_the_marks_changes_and_once_is_enough() {
        let with =
            |one: &str, two: &str| ["a\n", &mark("one"), one, END, "b\n", &mark("two"), two, END, "c\n"].concat();
        let once = replaced(&with("old\n", "old\n"), "two", "new\n").unwrap();
        assert_eq!(once, with("old\n", "new\n"));
        assert_eq!(replaced(&once, "two", "new\n"), Some(once));
        assert_eq!(replaced("no marks", "one", "new"), None);
    }

    #[test]
    fn the_documents_have_a_place_for_every_part() {
        for (name, parts) in [("docs/performance.md", &["table", "pure", "scaling"][..]), ("README.md", &["summary"])] {
            let text = std::fs::read_to_string(workspace::root().join(name)).unwrap();
            for part in parts {
                assert!(replaced(&text, part, "").is_some(), "{name}: {part}");
            }
        }
    }
}
