//! A saved web page: the text of its article, without menus, forms and what else is around it.

use scraper::{ElementRef, Html, Node, Selector};

use campaign::release::{Source, day_in};
use places::date::Date;

use super::SourceFault;

/// Whether a file is a web page.
pub fn is_page(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..2048).unwrap_or(bytes)).replace('\0', "").to_lowercase();
    let start = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{fffd}');
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<article",
        "<main",
        "<div",
        "<h1",
        "<p>",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><html",
        "<!-- saved from",
    ]
    .iter()
    .any(|tag| start.starts_with(tag))
        || start.starts_with('<') && start.contains("<html")
}

/// The text of a page.
pub fn read(bytes: &[u8]) -> Result<Source, SourceFault> {
    let page = Html::parse_document(&decoded(bytes)?);
    let root = article(&page).unwrap_or_else(|| page.root_element());
    let mut text = Text::default();
    text.block(root);
    text.end_paragraph();
    let own = Selector::parse("h1").ok().and_then(|selector| root.select(&selector).next());
    let heading = own.or_else(|| first(&page, "h1"));
    let title = heading.map(plain).filter(|title| !title.is_empty());
    let title = title.or_else(|| content(&page, "meta[property='og:title']")).or_else(|| {
        // "Headline | Site".
        let title = plain(first(&page, "title")?);
        let (head, _) = title.rsplit_once(" | ").or_else(|| title.rsplit_once(" – ")).unwrap_or((&title, ""));
        Some(head.trim().to_owned()).filter(|title| !title.is_empty())
    });
    Ok(Source { text: text.paragraphs.join("\n\n"), title, issued: day(&page) })
}

/// The text in the encoding that the page names, UTF-8 if none.
fn decoded(bytes: &[u8]) -> Result<String, SourceFault> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return Ok(encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned());
    }
    let start = String::from_utf8_lossy(bytes.get(..4096).unwrap_or(bytes)).to_lowercase();
    let named = start.split_once("charset=").map(|(_, rest)| {
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        rest.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))
            .next()
            .unwrap_or_default()
            .to_owned()
    });
    let encoding =
        named.and_then(|name| encoding_rs::Encoding::for_label(name.as_bytes())).unwrap_or(encoding_rs::UTF_8);
    // What a page says of itself may be wrong: then it is better not to guess.
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(SourceFault::OldEncoding)
}

/// The element with the text: the longest article, else the main part, else the body.
fn article(page: &Html) -> Option<ElementRef<'_>> {
    let longest = |selector: &str| {
        let selector = Selector::parse(selector).ok()?;
        page.select(&selector).max_by_key(|element| length(*element)).filter(|element| length(*element) > 0)
    };
    let whole = page.root_element();
    // A release may have several sections: one counts that holds nearly everything.
    [("article", 3.0), ("main", 3.0), ("[role=main]", 3.0), ("section", 1.25), ("body", 3.0)]
        .into_iter()
        .filter_map(|(selector, share)| Some((longest(selector)?, share)))
        .find(|(element, share)| length(*element) as f64 * share > length(whole) as f64)
        .map(|(element, _)| element)
}

/// How much text is in the paragraphs of an element.
fn length(element: ElementRef<'_>) -> usize {
    Selector::parse("p, li, blockquote").map_or(0, |selector| {
        element.select(&selector).map(|paragraph| paragraph.text().map(str::len).sum::<usize>()).sum()
    })
}

fn first<'a>(page: &'a Html, selector: &str) -> Option<ElementRef<'a>> {
    page.select(&Selector::parse(selector).ok()?).next()
}

fn content(page: &Html, selector: &str) -> Option<String> {
    Some(first(page, selector)?.attr("content")?.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The day that the page says apart from its text.
fn day(page: &Html) -> Option<Date> {
    let said = content(
        page,
        "meta[property='article:published_time'], meta[name=date], meta[name='dc.date'], meta[name='DC.date'], meta[name='DC.date.issued'], \
         meta[itemprop=datePublished], [itemprop=datePublished][content]",
    );
    let said = said.or_else(|| {
        Some(first(page, "article time[datetime], main time[datetime], time[datetime]")?.attr("datetime")?.to_owned())
    });
    let said = said.or_else(|| {
        // What search engines read.
        let data = first(page, "script[type='application/ld+json']")?.text().collect::<String>();
        let (_, rest) = data.split_once("\"datePublished\"")?;
        rest.split('"').nth(1).map(str::to_owned)
    })?;
    day_in(said.get(..10).unwrap_or(&said))
}

fn plain(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs of a page while it is read.
#[derive(Default)]
struct Text {
    paragraphs: Vec<String>,
    current: String,
    mark: &'static str,
}

impl Text {
    fn end_paragraph(&mut self) {
        let lines: Vec<&str> = self.current.lines().map(str::trim).collect();
        let text = lines.join("\n");
        let text = text.trim();
        if !text.is_empty() {
            self.paragraphs.push([self.mark, text].concat());
        }
        self.current.clear();
        self.mark = "";
    }

    fn block(&mut self, element: ElementRef<'_>) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => {
                    let spaced = text.starts_with(char::is_whitespace);
                    if spaced && !self.current.is_empty() && !self.current.ends_with(char::is_whitespace) {
                        self.current.push(' ');
                    }
                    self.current.push_str(&text.split_whitespace().collect::<Vec<_>>().join(" "));
                    if text.ends_with(char::is_whitespace)
                        && !self.current.is_empty()
                        && !self.current.ends_with(char::is_whitespace)
                    {
                        self.current.push(' ');
                    }
                }
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.element(element);
                    }
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>) {
        if is_around(element) {
            return;
        }
        match element.value().name() {
            "br" => self.current.push('\n'),
            "a" | "abbr" | "b" | "bdi" | "bdo" | "cite" | "code" | "em" | "font" | "i" | "ins" | "label" | "mark"
            | "q" | "s" | "small" | "span" | "strong" | "sub" | "sup" | "time" | "u" | "wbr" => {
                let quoted = element.value().name() == "q";
                self.current.push_str(if quoted { "“" } else { "" });
                self.block(element);
                self.current.push_str(if quoted { "”" } else { "" });
            }
            "blockquote" => self.quotation(element),
            "figcaption" => {
                self.end_paragraph();
                let text = plain(element);
                let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-'));
                self.paragraphs.push(format!("— {text}"));
            }
            name => {
                self.end_paragraph();
                if name == "li" {
                    self.mark = "• ";
                }
                self.block(element);
                self.end_paragraph();
            }
        }
    }

    /// What is said, between quotation marks unless it has some, and who said it on a line of its own.
    fn quotation(&mut self, element: ElementRef<'_>) {
        self.end_paragraph();
        let mut inner = Text::default();
        inner.block(element);
        inner.end_paragraph();
        let signed = Selector::parse("footer, cite, figcaption")
            .ok()
            .and_then(|selector| element.select(&selector).next())
            .map(plain);
        let mut said: Vec<String> = inner.paragraphs.into_iter().filter(|text| signed.as_ref() != Some(text)).collect();
        if let Some(last) = said.last_mut()
            && let Some(stem) = signed.as_deref().and_then(|signed| last.strip_suffix(signed))
        {
            *last = stem.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-')).to_owned();
        }
        let marked = said.first().is_some_and(|text| text.starts_with(['“', '"', '‘', '«', '„', '「', '»', '\'']));
        let last = said.len().saturating_sub(1);
        for (at, text) in said.into_iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let close = if at == last { "”" } else { "" };
            self.paragraphs.push(if marked { text } else { format!("“{text}{close}") });
        }
        if let Some(signed) = signed.filter(|signed| !signed.is_empty()) {
            self.paragraphs.push(format!(
                "— {}",
                signed.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '–' | '-'))
            ));
        }
    }
}

/// Whether an element is around the text: menus, forms, what nobody sees.
fn is_around(element: ElementRef<'_>) -> bool {
    const NAMES: [&str; 19] = [
        "script", "style", "noscript", "template", "nav", "form", "button", "select", "iframe", "svg", "aside",
        "figure", "dialog", "head", "video", "audio", "object", "canvas", "menu",
    ];
    let value = element.value();
    let name = value.name();
    let hidden = value.attr("hidden").is_some()
        || value.attr("aria-hidden") == Some("true")
        || value.attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    let role = matches!(value.attr("role"), Some("navigation" | "banner" | "contentinfo" | "search" | "complementary"));
    let page_footer = name == "footer"
        && !element.ancestors().filter_map(ElementRef::wrap).any(|above| above.value().name() == "blockquote");
    let skip = value.attr("class").is_some_and(|class| class.split_whitespace().any(|one| one.starts_with("skip")));
    let headless =
        name == "header" && Selector::parse("h1").is_ok_and(|selector| element.select(&selector).next().is_none());
    // A quotation may be the figure, and who said it its caption.
    let quoted = name == "figure"
        && Selector::parse("blockquote").is_ok_and(|selector| element.select(&selector).next().is_some());
    hidden || role || skip || headless || page_footer || NAMES.contains(&name) && !quoted
}
