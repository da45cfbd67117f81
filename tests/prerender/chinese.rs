//! Chinese as it is set in Hong Kong: one way of spacing, marks of full width, one word for one thing, and titles whose lines end
//! between words.

use regex::Regex;
use scraper::{Node, Selector};

use crate::published::{examples, pages, project, shipped};

/// Han, then a space, then a letter or a digit, or the other way round; the style sheet makes that room (`text-autospace`), also
/// around what is put in. A space behind a mark of full width. A mark of half width beside Han.
const FAULTS: [&str; 4] = [
    r"\p{Han} [\p{Latin}0-9{]|[\p{Latin}0-9}] \p{Han}",
    r"[，。；：、！？」）] [^ ]",
    r"\p{Han} \p{Han}",
    r"\p{Han}[,.:;!?()]|[,:;!?()]\p{Han}",
];

/// What is called otherwise elsewhere: each with the word that is used.
const OTHER_WORDS: [(&str, &str); 9] = [
    ("這裡", "這裏"),
    ("哪裡", "哪裏"),
    ("頁面", "網頁"),
    ("打開", "開啟"),
    ("致函", "寫信"),
    ("郵件", "電郵"),
    ("軟件", "程式"),
    ("點擊", "按"),
    ("激活", "啟用"),
];

fn faults(text: &str) -> Vec<String> {
    let found = FAULTS.iter().filter_map(|fault| Regex::new(fault).unwrap().find(text));
    found.map(|found| found.as_str().to_owned()).collect()
}

fn other_words(text: &str) -> Vec<String> {
    let found = OTHER_WORDS.iter().filter(|(word, _)| text.contains(word));
    found.map(|(word, used)| format!("{word}, elsewhere {used}")).collect()
}

#[test]
fn the_checks_find_what_they_look_for() {
    for text in [
        "第 4 選區",
        "共有53 個",
        "寫信給 {name}",
        "{name} 的信",
        "不用 cookie",
        "完成。 由此",
        "部長 陳大文",
        "群島 (基林)",
        "是,還是",
        "完成.",
    ] {
        assert!(!faults(text).is_empty(), "{text}");
    }
    for text in [
        "第4選區",
        "2023年1月31日",
        "寫信給{name}",
        "Example Person MP",
        "CFHK基金會 · 2023年",
        "（CFHK）基金會",
        "共3,003人",
    ] {
        assert_eq!(faults(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(other_words("在這裡打開網頁").len(), 2);
}

#[test]
fn every_text_of_the_interface_is_set_in_the_same_way() {
    let mut found = Vec::new();
    for file in std::fs::read_dir(project("assets/languages")).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !name.contains("zh-Hant") {
            continue;
        }
        // Keys are ASCII, so only texts can have such faults, one on a line.
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            let text = line.replace("\": \"", "\":\"").replace("\", \"", "\",\"");
            found.extend(
                faults(&text).into_iter().chain(other_words(&text)).map(|fault| format!("{name}: {fault:?} in {line}")),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn what_pages_put_together_is_set_in_the_same_way() {
    let mut found = Vec::new();
    let (blocks, mut looked) =
        (Selector::parse("p, h1, h2, h3, li, summary, label, legend, button, figcaption").unwrap(), 0);
    for page in [shipped(), examples()].into_iter().flat_map(pages).filter(|page| page.path.contains("/zh-Hant/")) {
        for block in page.html.select(&blocks) {
            // Words in another language, code, and what a reader types as it is, have ways of their own.
            let text: String = block
                .descendants()
                .filter_map(|node| match node.value() {
                    Node::Text(text) => {
                        let is_other = node.ancestors().any(|parent| match parent.value() {
                            Node::Element(element) => {
                                element.attr("lang").is_some_and(|lang| lang.starts_with("en"))
                                    || element.attr("translate") == Some("no")
                                    || ["code", "script", "style"].contains(&element.name())
                            }
                            _ => false,
                        });
                        Some(if is_other { "…" } else { &**text })
                    }
                    _ => None,
                })
                .collect();
            looked += 1;
            found.extend(faults(&text).into_iter().map(|fault| format!("{}: {fault:?} in {text}", page.path)));
        }
    }
    found.sort();
    found.dedup();
    assert!(looked > 1_000, "{looked} texts");
    assert!(found.is_empty(), "{}", found[..found.len().min(40)].join("\n"));
}

#[test]
fn titles_end_their_lines_between_words() {
    for path in ["/c/cfhk-blinken-2023/zh-Hant/", "/e/cfhk-blinken-2023/zh-Hant/"] {
        let page = crate::published::page(shipped(), path);
        let title = page.one("h1").inner_html();
        assert_eq!(title, "請<wbr>就<wbr>政治犯<wbr>問題<wbr>向北京<wbr>發聲", "{path}");
    }
    let style = std::fs::read_to_string(project("assets/style.css")).unwrap();
    assert!(style.contains("word-break: keep-all") && style.contains("text-autospace: normal"));
}
