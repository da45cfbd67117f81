//! Whether an SVG picture only draws. Opened by itself, one is a document of our origin: it could run scripts and fetch from
//! elsewhere, so whatever could do either is refused.

mod css;

use base64::Engine as _;
use roxmltree::{Attribute, Document, Node, ParsingOptions};

use super::raster;

/// What a picture does besides drawing, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Danger {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The element, if it is in one.
    pub element: Option<String>,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong in a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Not XML; what the reader says.
    NotXml(String),
    /// Not in UTF-8, or said to be in another encoding.
    Encoding,
    /// `<!DOCTYPE …>`, where entities are declared.
    Doctype,
    /// `<?xml-stylesheet …?>` and others; the name.
    Instruction(String),
    /// Not `<svg xmlns="http://www.w3.org/2000/svg">`.
    NoSvg,
    /// An element that runs or embeds something.
    Element,
    /// An attribute that runs something: `onload`.
    Handler(String),
    /// An address beyond the picture: the attribute, and the address.
    Address(String, String),
    /// An animation that would change such an attribute.
    Animation(String),
    /// Style that fetches: what it names.
    Style(String),
    /// A picture inside that is too large to be drawn.
    Bomb,
    /// Parts that are drawn so often that a browser would hang.
    Repeated,
}

/// The namespace of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";
/// Namespaces of what drawing programs note for themselves, and of descriptions. Browsers ignore both.
const NOTES: [&str; 11] = [
    "inkscape",
    "sodipodi",
    "w3.org/1999/02/22-rdf-syntax-ns",
    "purl.org/dc",
    "creativecommons.org",
    "web.resource.org/cc",
    "ns.adobe.com",
    "bohemiancoding.com/sketch",
    "figma.com",
    "serif.com",
    "vectornator.io",
];
/// Elements that run, embed or load something, in any namespace.
const RUNNING: [&str; 26] = [
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "source",
    "track",
    "handler",
    "listener",
    "html",
    "body",
    "head",
    "link",
    "meta",
    "base",
    "frame",
    "frameset",
    "applet",
    "form",
    "input",
    "img",
    "canvas",
    "template",
    "portal",
];
/// Elements that change attributes while the picture is shown.
const ANIMATIONS: [&str; 6] = ["animate", "set", "animatetransform", "animatemotion", "animatecolor", "discard"];
/// So often may the parts of a picture be drawn through `use`.
const MOST_PARTS: u64 = 20_000;

/// All that a picture would do besides drawing, in the order of the file.
pub fn dangers(bytes: &[u8]) -> Vec<Danger> {
    let start = |what| vec![Danger { line: 1, column: 1, element: None, what }];
    let Ok(text) = str::from_utf8(bytes) else { return start(What::Encoding) };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !says_utf8(text) {
        return start(What::Encoding);
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: 200_000, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(roxmltree::Error::DtdDetected) => {
            let at = text.find("<!DOCTYPE").or_else(|| text.find("<!")).unwrap_or(0);
            let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
            return vec![Danger { line, column: 1, element: None, what: What::Doctype }];
        }
        Err(error) => {
            let place = error.pos();
            let (line, column) = (place.row as usize, place.col as usize);
            return vec![Danger { line, column, element: None, what: What::NotXml(error.to_string()) }];
        }
    };
    let mut found = Vec::new();
    for node in document.descendants() {
        let mut push = |what| {
            let place = document.text_pos_at(node.range().start);
            let element = node.is_element().then(|| node.tag_name().name().to_owned());
            found.push(Danger { line: place.row as usize, column: place.col as usize, element, what });
        };
        if let Some(instruction) = node.pi() {
            push(What::Instruction(instruction.target.to_owned()));
        }
        if node.is_element() {
            element(node).into_iter().for_each(&mut push);
            node.attributes().flat_map(|one| attribute(node, one)).for_each(&mut push);
        }
    }
    let root = document.root_element();
    if root.tag_name().name() != "svg" || root.tag_name().namespace() != Some(SVG) {
        found.extend(start(What::NoSvg));
    }
    if is_repeated(&document) {
        found.extend(start(What::Repeated));
    }
    found
}

/// Whether a file says that it is in UTF-8, or says nothing: browsers believe the declaration, whatever it is.
fn says_utf8(text: &str) -> bool {
    let declaration = text.strip_prefix("<?xml").and_then(|rest| rest.split("?>").next()).unwrap_or_default();
    let said = declaration
        .split_once("encoding")
        .map(|(_, rest)| rest.trim_start_matches([' ', '=', '"', '\'', '\t', '\n', '\r']));
    let name = said.map(|said| said.split(['"', '\'']).next().unwrap_or_default().to_lowercase());
    name.is_none_or(|name| ["utf-8", "utf8", "us-ascii", "ascii"].contains(&name.as_str()))
}

fn element(node: Node<'_, '_>) -> Vec<What> {
    let name = node.tag_name().name().to_lowercase();
    let space = node.tag_name().namespace();
    let foreign = space.is_some_and(|space| space != SVG && !NOTES.iter().any(|known| space.contains(known)));
    let mut found = Vec::new();
    if foreign || RUNNING.contains(&name.as_str()) {
        found.push(What::Element);
    }
    if name == "style" {
        let text: String = node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect();
        found.extend(css::fetched(&text).map(What::Style));
    }
    found
}

fn attribute(node: Node<'_, '_>, one: Attribute<'_, '_>) -> Vec<What> {
    let name = one.name().to_lowercase();
    let shown = one.name().to_owned();
    // Tabs and line ends are nothing in an address, and control characters before it are nothing either.
    let value: String = one.value().chars().filter(|c| !c.is_control()).collect();
    let value = value.trim();
    let lower: String = value.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let mut found = Vec::new();
    if name.starts_with("on") && one.namespace().is_none() {
        found.push(What::Handler(shown.clone()));
    }
    let address = matches!(
        name.as_str(),
        "href" | "src" | "data" | "action" | "formaction" | "ping" | "base" | "srcset" | "poster" | "handler"
    );
    // Drawing programs note the file that they exported in words of their own.
    let note = one.namespace().is_some_and(|space| NOTES.iter().any(|known| space.contains(known)));
    if address && !note {
        found.extend(address_fault(value).map(|fault| match fault {
            Address::Elsewhere => What::Address(shown.clone(), value.chars().take(60).collect()),
            Address::Bomb => What::Bomb,
        }));
    } else if ["javascript:", "vbscript:", "data:text", "data:image/svg", "data:application"]
        .iter()
        .any(|scheme| lower.contains(scheme))
    {
        found.push(What::Address(shown.clone(), value.chars().take(60).collect()));
    }
    let element = node.tag_name().name().to_lowercase();
    if name == "attributename" && ANIMATIONS.contains(&element.as_str()) {
        let changed = lower.rsplit(':').next().unwrap_or_default();
        if changed.starts_with("on") || ["href", "src", "style", "class"].contains(&changed) {
            found.push(What::Animation(value.to_owned()));
        }
    }
    if !note && !address {
        found.extend(css::fetched(value).map(What::Style));
    }
    found
}

enum Address {
    Elsewhere,
    Bomb,
}

/// What is wrong with an address: only places in the picture itself and plain pictures inside it are good.
fn address_fault(value: &str) -> Option<Address> {
    if value.is_empty() || value.starts_with('#') {
        return None;
    }
    let plain: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    let Some((head, data)) = plain.split_once(',') else { return Some(Address::Elsewhere) };
    let head = head.to_lowercase();
    let kind = head.strip_prefix("data:image/").and_then(|kind| kind.strip_suffix(";base64"));
    if !kind.is_some_and(|kind| matches!(kind, "png" | "jpeg" | "jpg" | "webp" | "gif")) {
        return Some(Address::Elsewhere);
    }
    let bytes = base64::engine::general_purpose::STANDARD.decode(data.as_bytes());
    let Ok(bytes) = bytes else { return Some(Address::Elsewhere) };
    match raster::dimensions(&bytes) {
        Some((width, height)) if width.max(height) <= raster::MOST_PIXELS => None,
        Some(_) => Some(Address::Bomb),
        // A picture of a kind that we cannot measure.
        None => Some(Address::Elsewhere),
    }
}

/// Whether parts are drawn again in parts that are drawn again, and so on.
fn is_repeated(document: &Document<'_>) -> bool {
    let ids: std::collections::HashMap<&str, Node<'_, '_>> =
        document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut parts = 0;
    let mut waiting = vec![(document.root_element(), 0)];
    while let Some((node, depth)) = waiting.pop() {
        parts += 1;
        if parts > MOST_PARTS || depth > 40 {
            return true;
        }
        if node.tag_name().name() == "use" {
            let target =
                node.attributes().find(|one| one.name() == "href").and_then(|one| one.value().strip_prefix('#'));
            waiting.extend(target.and_then(|id| ids.get(id)).map(|target| (*target, depth + 1)));
        }
        waiting.extend(node.children().filter(Node::is_element).map(|child| (child, depth)));
    }
    false
}

/// Width and height of a picture, in units of its own, if it says them.
pub fn proportions(bytes: &[u8]) -> Option<(f64, f64)> {
    let text = str::from_utf8(bytes).ok()?;
    let document = Document::parse(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?;
    let root = document.root_element();
    let number = |text: &str| text.trim().trim_end_matches(|c: char| c.is_alphabetic()).parse::<f64>().ok();
    let said = |name: &str| root.attribute(name).filter(|text| !text.contains('%')).and_then(number);
    let window: Option<Vec<f64>> = root
        .attribute("viewBox")
        .and_then(|text| text.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty()).map(number).collect());
    let window = window.and_then(|window| Some((*window.get(2)?, *window.get(3)?)));
    let own = said("width").zip(said("height"));
    own.or(window).filter(|(width, height)| *width > 0.0 && *height > 0.0)
}

#[cfg(test)]
mod tests;
