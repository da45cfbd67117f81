//! What may come out of a campaign's files: an allow-list, and a look at a page as a browser's parser reads it.
//!
//! The parser is html5ever, Servo's; nothing of ours takes part. Whoever adds an element or an attribute on purpose adds
//! it here.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use scraper::{ElementRef, Html, Node};
use sha2::{Digest as _, Sha256};

/// Where the pages say that they are.
pub const PUBLIC_URL: &str = "https://act.example.org/sub";

/// Elements, each with the attributes that it may have besides [`EVERYWHERE`].
const ALLOWED: [(&str, &str); 48] = [
    ("a", "href hreflang rel target data-action data-leave"),
    ("aside", ""),
    ("b", ""),
    ("bdi", ""),
    ("blockquote", ""),
    ("body", ""),
    (
        "button",
        "type data-action data-copy data-done data-more data-pending-press data-print-page data-refused data-retry data-shapes data-texts",
    ),
    ("code", ""),
    ("details", "open"),
    ("dialog", ""),
    ("div", "data-island data-program data-state data-step"),
    ("fieldset", ""),
    ("figcaption", ""),
    ("figure", ""),
    ("footer", ""),
    ("form", "novalidate data-pending-form"),
    ("h1", ""),
    ("h2", ""),
    ("h3", ""),
    ("head", ""),
    ("header", ""),
    ("html", ""),
    ("iframe", "allow data-undersigned frameborder height loading referrerpolicy sandbox src title width"),
    ("img", "src alt width height loading"),
    (
        "input",
        "autocomplete checked inputmode maxlength name spellcheck type value writingsuggestions data-country \
         data-enable-grammarly data-gramm data-gramm_editor",
    ),
    ("label", "for"),
    ("legend", ""),
    ("li", "data-country data-name"),
    ("link", "href hreflang rel type"),
    ("main", ""),
    ("meta", "charset content name property http-equiv"),
    ("nav", ""),
    ("ol", ""),
    ("option", "selected value"),
    ("p", "data-failed data-none data-note data-one data-origin data-other data-part data-partner data-separator"),
    ("pre", "translate"),
    (
        "script",
        "data-path async defer src type data-action data-glue data-integrity data-island data-languages data-wasm",
    ),
    ("section", ""),
    ("select", "autocomplete"),
    ("small", ""),
    ("span", "translate"),
    ("strong", ""),
    ("style", ""),
    ("summary", ""),
    ("time", "datetime"),
    ("title", ""),
    ("ul", "data-names"),
    ("wbr", ""),
];

/// What every element may have.
const EVERYWHERE: &str = "class dir hidden id lang role tabindex translate aria-current aria-describedby aria-hidden aria-label \
                          aria-labelledby aria-live";

/// Everything that is wrong with a page. `policy` is the Content-Security-Policy that the site sends with it.
pub fn page(path: &str, text: &str, policy: &str) -> Vec<String> {
    let html = Html::parse_document(text);
    let mut faults: Vec<String> = html.errors.iter().map(|error| format!("{path}: not sound HTML: {error}")).collect();
    for node in html.tree.nodes() {
        let fault = match node.value() {
            Node::Comment(other) => Some(format!("a comment: {:?}", &**other)),
            Node::Element(_) => ElementRef::wrap(node).and_then(|element| element_fault(element, path, policy)),
            _ => None,
        };
        faults.extend(fault.map(|fault| format!("{path}: {fault}")));
    }
    faults
}

/// Everything that is wrong with code that others paste into their pages.
pub fn pasted(path: &str, code: &str) -> Vec<String> {
    let html = Html::parse_fragment(code);
    let mut faults: Vec<String> = html.errors.iter().map(|error| format!("{path}: not sound HTML: {error}")).collect();
    // The parser puts a body around a piece.
    let pasted = ["html", "body", "div", "iframe", "p", "a", "script", "blockquote", "details", "summary"];
    for element in html.tree.nodes().filter_map(ElementRef::wrap) {
        let name = element.value().name();
        let own =
            |attribute| element.attr(attribute).is_none_or(|url: &str| url.starts_with(&format!("{PUBLIC_URL}/")));
        // The one style that the snippet gives its frame.
        let is_snippets = |value: &str| name == "iframe" && value == "width: 100%; border: 0";
        let handler = element
            .value()
            .attrs()
            .find(|(name, value)| name.starts_with("on") || *name == "style" && !is_snippets(value));
        if !pasted.contains(&name) || !own("src") || !own("href") || handler.is_some() {
            faults.push(format!("{path}: pasted code holds {}", element.html()));
        }
    }
    faults
}

fn element_fault(element: ElementRef<'_>, path: &str, policy: &str) -> Option<String> {
    let name = element.value().name();
    let Some((_, own)) = ALLOWED.iter().find(|(allowed, _)| *allowed == name) else {
        return Some(format!("an element <{name}>"));
    };
    for (attribute, value) in element.value().attrs() {
        let known = |list: &str| list.split_whitespace().any(|allowed| allowed == attribute);
        if !known(own) && !known(EVERYWHERE) {
            return Some(format!("<{name}> has {attribute}={value:?}"));
        }
        if ["href", "src", "data-glue", "data-island", "data-path", "data-wasm"].contains(&attribute)
            && !value
                .split(if attribute == "data-island" { ' ' } else { '\0' })
                .all(|address| may_lead_to(name, address))
        {
            return Some(format!("<{name}> leads to {attribute}={value:?}"));
        }
    }
    match name {
        "script" => script_fault(element, policy),
        "style" if !policy.contains(&hash(&content(element))) => Some("a style that is not ours".to_owned()),
        "iframe" if !path.starts_with("partners/") => Some("a frame".to_owned()),
        _ => None,
    }
}

fn script_fault(element: ElementRef<'_>, policy: &str) -> Option<String> {
    let content = content(element);
    match (element.attr("type"), element.attr("src")) {
        (Some("application/json" | "application/ld+json"), None) => {
            let json = serde_json::from_str::<serde_json::Value>(&content);
            json.err().map(|error| format!("data that is not JSON: {error}"))
        }
        (None, Some(_)) if content.is_empty() => None,
        (None, None) if policy.contains(&hash(&content)) => None,
        _ => Some(format!("a script that is not ours: {:?}", element.html().chars().take(200).collect::<String>())),
    }
}

/// Whether an address is of a kind that the element is for.
fn may_lead_to(element: &str, address: &str) -> bool {
    let own_path = address.starts_with("/sub/");
    match element {
        "a" => {
            own_path
                || address.starts_with('#')
                || ["https://", "tel:+", "sgnl://send?text="].iter().any(|start| address.starts_with(start))
                || address.strip_prefix("mailto:").is_some_and(is_mail)
        }
        "link" => address == "/sub/favicon.ico" || address.starts_with(&format!("{PUBLIC_URL}/")),
        _ => own_path,
    }
}

/// `<nobody or somebody>?subject=…&body=…`, and no other field, such as `cc`.
fn is_mail(rest: &str) -> bool {
    let (_, fields) = rest.split_once('?').unwrap_or((rest, ""));
    fields.split('&').all(|field| ["", "subject", "body"].contains(&field.split('=').next().unwrap_or_default()))
}

/// Element and attribute names in their order, and how deep they stand: what text may never change.
pub fn skeleton(text: &str) -> String {
    let html = Html::parse_document(text);
    let mut lines = String::new();
    for element in html.tree.nodes().filter_map(ElementRef::wrap) {
        let mut names: Vec<&str> = element.value().attrs().map(|(name, _)| name).collect();
        names.sort_unstable();
        lines.push_str(&format!("{} {} {}\n", element.ancestors().count(), element.value().name(), names.join(" ")));
    }
    lines
}

fn content(element: ElementRef<'_>) -> String {
    element.text().collect()
}

fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}
