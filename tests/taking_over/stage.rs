//! Prerendered live parts set up in the test page, as a published page has them.

use std::collections::BTreeMap;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use gloo::utils::{document, document_element};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement, Node};
use yew::{BaseComponent, LocalServerRenderer};

use pages::signer_search::LIST;
use places::assembly::Assembly;
use places::congress::{Congress, Division, Offices, Official, Role, State, Validity, Zip, english};
use places::date::Date;
use places::language::Language;
use places::legislature::LegislatureId;
use screens::action::{Action, Props as ActionProps};
use screens::context::Live;
use visit::catalogue::{LAST_LIVE, MESSAGES};
use visit::island::{ACTION, LivePage};
use visit::letter::words::{Call, Letter, Point};

const STAGE: &str = "stage";

/// Every live message says its own name and the count that it was given.
fn messages() -> Vec<Rc<str>> {
    MESSAGES.iter().take(LAST_LIVE as usize + 1).map(|(_, name)| format!("{name} {{count}}").into()).collect()
}

fn vermont() -> Division {
    Division { state: State::from_code("VT").unwrap(), district: 0 }
}

/// A made-up Congress: Vermont, with two senators, one member of the House and the ZIP code 05401.
fn congress() -> Congress {
    let day = |text: &str| text.parse::<Date>().unwrap();
    let validity = Validity { as_of: day("2026-06-15"), valid_from: day("2025-01-03"), valid_to: day("2027-01-03") };
    let official = |(bioguide, role): (&str, Role)| {
        let email = (bioguide == "E000001").then(|| "senator@example.org".into());
        Official { email, ..Official::new(bioguide, &["Example ", bioguide].concat(), bioguide, role, vermont()) }
    };
    let people = [("E000001", Role::Senator), ("E000002", Role::Senator), ("E000003", Role::Representative)];
    let zips = BTreeMap::from([(Zip::from_number(5401).unwrap(), vec![vermont()])]);
    Congress::new(validity, [vermont()], people.map(official), &zips).unwrap()
}

fn data_address(bytes: &[u8]) -> String {
    let escaped: String = bytes.iter().map(|byte| format!("%{byte:02x}")).collect();
    ["data:application/octet-stream,", &escaped].concat()
}

/// A made-up page whose tables are in its own addresses, so that nothing is fetched over a network.
pub fn live_page() -> LivePage {
    LivePage {
        language: Language::English,
        texts: messages(),
        title: "Example </script> title".into(),
        address: "https://act.example.org/c/example/en/".into(),
        others: Vec::new(),
        directory: "/c/example/en/us/".into(),
        legislature: Some(LegislatureId::US_CONGRESS),
        country: "US".into(),
        ask_first: Vec::new(),
        manner: english(),
        shapes: String::new(),
        finders: vec![("https://finder.example/".into(), "Example finder".into())],
        people: vec![],
        regions: vec![("VT".into(), "Vermont".into())],
        action_title: "Example action & more".into(),
        contact_note: "Example note.".into(),
        letter: Letter {
            language: Language::English,
            subject: "Example subject".into(),
            prompts: vec!["Example question?".into()],
            lead: None,
            variants: vec![],
            translation: None,
            opening: "Example opening from {{place}}.".into(),
            points: vec![Point { label: "Example point".into(), text: "Example text.".into() }],
            ask: "Example ask.".into(),
            closing: "Sincerely,".into(),
        },
        translation: None,
        call: Call { script: vec!["Example script.".into()], voicemail: "Example voicemail.".into() },
        post: None,
        share_text: "Example text to pass on".into(),
        tables: data_address(&Assembly::bytes(&congress().records()).unwrap()),
        offices: data_address(&Offices::default().to_bytes()),
    }
}

/// An empty stage, in the place of the one before, and a root element that nobody has marked. The rest of the body is the
/// test runner's.
pub fn clear() {
    if let Some(before) = document().get_element_by_id(STAGE) {
        before.remove();
    }
    let stage = document().create_element("main").unwrap();
    stage.set_id(STAGE);
    document().body().unwrap().append_child(&stage).unwrap();
    for name in ["data-ready", "data-pending", "data-tier"] {
        document_element().remove_attribute(name).unwrap();
    }
}

fn add(element: &Element) {
    document().get_element_by_id(STAGE).unwrap().append_child(element).unwrap();
}

/// The action as it is published.
pub async fn set_up_action(page: LivePage) -> Element {
    let island = page.to_island();
    let props = ActionProps { live: Live::new(page), typed: String::new() };
    let root = set_up(ACTION, &markup::<Action>(props).await);
    root.set_attribute("data-program", "").unwrap();
    set_up_island(&root, &island);
    root
}

/// What `crates/pages/src/signer_search.rs` draws, as far as the script asks for it.
const SEARCH: &str = "<input id=signer-query><select id=signer-country><option value=''><option>FR<option>GB</select>
    <p id=signer-status data-one='{count} one' data-other='{count} other' data-none='none: {query}'
    data-part='{first} to {last} of {count}' data-separator=,></p>
    <button id=signer-back hidden></button><button id=signer-more data-more='next {count}' hidden></button>";

/// The search among signers, above a list of these names and countries, and its script as it ships.
pub fn set_up_search<'a>(signers: impl IntoIterator<Item = (String, &'a str)>) {
    document_element().set_attribute("lang", "en-GB").unwrap();
    set_up("search", SEARCH);
    let list = document().create_element("ul").unwrap();
    list.set_id(LIST);
    for (name, country) in signers {
        let item = document().create_element("li").unwrap();
        item.set_text_content(Some(&name));
        item.set_attribute("data-name", &name).unwrap();
        item.set_attribute("data-country", country).unwrap();
        list.append_child(&item).unwrap();
    }
    // "53 more organisations" is no signer.
    let more = document().create_element("li").unwrap();
    more.set_class_name("unlisted");
    list.append_child(&more).unwrap();
    add(&list);
    let script = document().create_element("script").unwrap();
    script.set_text_content(Some(include_str!("../../assets/search.js")));
    add(&script);
}

async fn markup<C>(props: C::Properties) -> String
where
    C: BaseComponent,
    C::Properties: 'static,
{
    LocalServerRenderer::<C>::with_props(props).render().await
}

/// An element with this id and markup, at the end of the stage.
pub fn set_up(id: &str, markup: &str) -> Element {
    let root = document().create_element("div").unwrap();
    root.set_id(id);
    if id == ACTION {
        root.set_attribute("data-program", "").unwrap();
    }
    root.set_inner_html(markup);
    add(&root);
    root
}

/// The data island of a part, as a script of the page hands it over.
pub fn set_up_island(part: &Element, texts: &[String]) {
    part.set_attribute("data-texts", &serde_json::to_string(texts).unwrap()).unwrap();
}

/// The only element that fits a CSS selector, now.
pub fn find<T: JsCast>(selector: &str) -> T {
    let found = document().query_selector_all(selector).unwrap();
    assert_eq!(found.length(), 1, "{selector}");
    found.get(0).unwrap().dyn_into().unwrap()
}

/// Waits until something is so. Fails after ten seconds.
pub async fn until(what: &str, condition: impl Fn() -> bool) {
    for _ in 0..1000 {
        if condition() {
            return;
        }
        TimeoutFuture::new(10).await;
    }
    panic!("never: {what}");
}

/// Waits until an element fits a CSS selector.
pub async fn until_shown(selector: &str) {
    until(selector, || document().query_selector(selector).unwrap().is_some()).await;
}

/// Types a text into a field, as one paste.
pub fn fill_in(selector: &str, text: &str) {
    find::<HtmlInputElement>(selector).set_value(text);
    send(&find(selector), "input");
}

/// Chooses from a list.
pub fn choose(selector: &str, value: &str) {
    find::<HtmlSelectElement>(selector).set_value(value);
    send(&find(selector), "change");
}

/// Presses a button or a link.
pub fn press(selector: &str) {
    find::<HtmlElement>(selector).click();
}

fn send(target: &Element, event: &str) {
    let how = EventInit::new();
    how.set_bubbles(true);
    target.dispatch_event(&Event::new_with_event_init_dict(event, &how).unwrap()).unwrap();
}

/// Elements and texts below a node, in order, without comments: what a visitor's browser shows.
pub fn visible_nodes(root: &Node) -> Vec<Node> {
    let mut nodes = Vec::new();
    let children = root.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.get(at)) {
        // Yew takes the markers away, and with them nothing that anybody sees. Empty texts are not seen either.
        let is_text = child.node_type() == Node::TEXT_NODE;
        if child.node_type() == Node::ELEMENT_NODE || is_text && !child.text_content().unwrap_or_default().is_empty() {
            nodes.push(child.clone());
            nodes.extend(visible_nodes(&child));
        }
    }
    nodes
}

/// Each node in words: its name, attributes by name, or its text.
pub fn described(nodes: &[Node]) -> Vec<String> {
    let one = |node: &Node| match node.dyn_ref::<Element>() {
        None => format!("{:?}", node.text_content().unwrap_or_default()),
        Some(element) => {
            let names = element.get_attribute_names();
            let mut attributes: Vec<String> = names
                .iter()
                .filter_map(|name| name.as_string())
                .map(|name| format!(" {name}={:?}", element.get_attribute(&name).unwrap_or_default()))
                .collect();
            attributes.sort();
            format!("<{}{}>", element.tag_name(), attributes.concat())
        }
    };
    nodes.iter().map(one).collect()
}

const MARK: &str = "__prerendered";

/// Marks nodes with their number, where no markup shows it.
pub fn mark(nodes: &[Node]) {
    for (at, node) in nodes.iter().enumerate() {
        Reflect::set(node, &MARK.into(), &JsValue::from_f64(at as f64)).unwrap();
    }
}

/// The numbers that nodes were marked with; none for a node that is new.
pub fn marks(nodes: &[Node]) -> Vec<Option<usize>> {
    let one = |node: &Node| Reflect::get(node, &MARK.into()).unwrap().as_f64().map(|at| at as usize);
    nodes.iter().map(one).collect()
}
