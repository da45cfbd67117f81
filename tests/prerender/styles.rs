//! Which style comes with a page, and which with the texts of its program.

use std::collections::BTreeSet;

use scraper::Selector;

use crate::published::{examples, files, pages, project, shipped};

/// The classes that a style sheet has rules for.
fn classes(sheet: &str) -> BTreeSet<String> {
    let text = std::fs::read_to_string(project("assets").join(sheet)).unwrap();
    // What stands in braces are values, but in the blocks of media.
    let rules = text.lines().filter(|line| !line.trim_start().starts_with("/*"));
    let selectors = rules.filter_map(|line| line.split('{').next());
    let names = selectors.flat_map(|selector| selector.split('.').skip(1).collect::<Vec<_>>());
    let name =
        |text: &str| text.split(|letter: char| !letter.is_alphanumeric() && letter != '-').next().map(str::to_owned);
    names.filter_map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn what_only_the_program_draws_is_in_no_page() {
    let page_style = classes("style.css");
    let only: Vec<String> = classes("action.css").into_iter().filter(|class| !page_style.contains(class)).collect();
    assert!(only.len() > 20, "{only:?}");
    let any: Vec<String> = only.iter().map(|class| format!(".{class}")).collect();
    let any = Selector::parse(&any.join(", ")).unwrap();
    for page in [shipped(), examples()].into_iter().flat_map(pages) {
        let bare = page.html.select(&any).next().map(|element| element.html());
        assert_eq!(bare, None, "{} has no rule for it", page.path);
    }
}

#[test]
fn the_style_of_the_program_comes_last_with_its_texts() {
    let mut looked = 0;
    for (name, bytes) in
        files(shipped()).into_iter().filter(|(name, _)| name.starts_with("data/words/") && name.ends_with(".json"))
    {
        let texts: Vec<String> = serde_json::from_slice(&bytes).unwrap();
        assert!(texts.last().is_some_and(|style| style.contains(".who{") && !style.contains("/*")), "{name}");
        looked += 1;
    }
    assert!(looked > 4, "{looked}");
}
