//! A browser takes over what was prerendered, and nothing of it changes under the visitor's hands.
#![cfg(target_arch = "wasm32")]
// Clippy knows tests by their attribute; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "taking_over/stage.rs"]
mod stage;

use gloo::timers::future::TimeoutFuture;
use gloo::utils::{document, document_element};
use js_sys::Function;
use undersigned::start::take_over;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

use places::date::Date;
use places::language::Language;
use places::legislature::Person;
use places::people::{named, to_texts};
use visit::catalogue::{LAST_LIVE, MESSAGES};
use visit::island::{ACTION, LivePage};

use stage::{
    choose, clear, described, fill_in, find, live_page, mark, marks, press, set_up, set_up_action, set_up_island,
    set_up_search, until, until_shown, visible_nodes,
};

wasm_bindgen_test_configure!(run_in_browser);

const SIGNERS: [(&str, &str); 7] = [
    ("Example Organisation 0001", "GB"),
    ("Example Réseau 0002", "FR"),
    ("Example Organisation 0003", "FR"),
    ("例子組織 0004", ""),
    ("Przykład Łódź 0005", "PL"),
    ("ПРИМЕР 0006", ""),
    ("Beispiel-Müller Co‑op 0007", "DE"),
];

fn typed() -> String {
    find::<HtmlInputElement>("#zip").value()
}

fn shown_signers() -> Vec<String> {
    let items = document().query_selector_all("#signer-list > li[data-name]").unwrap();
    let items = (0..items.length()).map(|at| items.get(at).unwrap());
    let shown = items.filter(|item| !item.unchecked_ref::<HtmlElement>().hidden());
    shown.map(|item| item.text_content().unwrap()).collect()
}

/// As in the database of time zones of IANA, of which browsers have a copy. 2026: summer begins on 8 and 29 March, and ends on 25 October
/// and 1 November.
#[wasm_bindgen_test]
fn clocks_are_those_of_the_place_and_its_summer() {
    for (zone, utc, time, is_weekend, open) in [
        ("America/New_York", "2026-01-14T14:05Z", "09:05", false, true),
        ("America/New_York", "2026-01-14T13:59Z", "08:59", false, false),
        ("America/New_York", "2026-07-15T20:59Z", "16:59", false, true),
        ("America/New_York", "2026-07-15T21:00Z", "17:00", false, false),
        // Sunday in UTC, still Saturday there.
        ("America/New_York", "2026-07-19T02:00Z", "22:00", true, false),
        ("America/New_York", "2026-03-07T15:00Z", "10:00", true, false),
        ("America/New_York", "2026-03-09T15:00Z", "11:00", false, true),
        ("America/New_York", "2026-11-02T15:00Z", "10:00", false, true),
        ("America/New_York", "2026-07-15T04:00Z", "00:00", false, false),
        ("America/Phoenix", "2026-07-15T17:00Z", "10:00", false, true),
        ("Pacific/Honolulu", "2026-07-15T20:00Z", "10:00", false, true),
        ("Pacific/Guam", "2026-07-19T23:30Z", "09:30", false, true),
        ("Pacific/Pago_Pago", "2026-07-15T05:00Z", "18:00", false, false),
        ("Europe/London", "2026-03-28T09:00Z", "09:00", true, false),
        ("Europe/London", "2026-03-30T09:00Z", "10:00", false, true),
        ("Europe/London", "2026-10-23T09:00Z", "10:00", false, true),
        ("Europe/London", "2026-10-26T09:00Z", "09:00", false, true),
        // Half an hour, and a summer when it is winter here.
        ("Asia/Kolkata", "2026-01-14T09:00Z", "14:30", false, true),
        ("Australia/Sydney", "2026-01-14T23:00Z", "10:00", false, true),
    ] {
        let minutes = js_sys::Date::parse(utc) / 60_000.0;
        let clock = browser::clock::in_zone(zone, minutes as i32).unwrap();
        assert_eq!((&*clock.time, clock.is_weekend, clock.is_office_hour()), (time, is_weekend, open), "{zone} {utc}");
    }
    assert_eq!(browser::clock::in_zone("Example/Nowhere", 0), None);
    assert!((browser::clock::now() as f64 - js_sys::Date::now() / 60_000.0).abs() < 2.0);
}

#[wasm_bindgen_test]
async fn taking_over_changes_nothing_that_was_prerendered() {
    clear();
    let action = set_up_action(live_page()).await;
    let before = described(&visible_nodes(&action));
    assert!(before.len() > 8, "the part is not empty: {before:?}");
    take_over();
    until_shown("[data-ready]").await;
    yew::scheduler::flush().await;
    assert_eq!(described(&visible_nodes(&action)), before);
}

#[wasm_bindgen_test]
async fn nothing_is_replaced_while_somebody_types_and_what_was_typed_is_kept() {
    clear();
    set_up_action(live_page()).await;
    let field = find::<HtmlInputElement>("#zip");
    field.set_value("0540");
    field.focus().unwrap();
    take_over();
    // The program looks whether the visitor is at rest; three looks are enough to see that it waits.
    TimeoutFuture::new(350).await;
    assert!(field.is_connected() && document().active_element().unwrap().id() == "zip");
    assert!(!document_element().has_attribute("data-ready"));
    field.blur().unwrap();
    until_shown("[data-ready]").await;
    yew::scheduler::flush().await;
    assert_eq!(typed(), "0540");
    find::<Element>("[data-step=find]");
    assert!(document().query_selector("[data-problem]").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn what_was_sent_before_is_carried_out() {
    clear();
    set_up_action(live_page()).await;
    find::<HtmlInputElement>("#zip").set_value("05401");
    find::<HtmlInputElement>("#zip").focus().unwrap();
    document_element().set_attribute("data-pending", "").unwrap();
    take_over();
    until_shown("[data-state=people]").await;
    assert!(!document_element().has_attribute("data-pending"));
    let people = find::<Element>("#action").text_content().unwrap();
    for name in ["Example E000001", "Example E000002", "Example E000003"] {
        assert!(people.contains(name), "{people}");
    }
}

#[wasm_bindgen_test]
async fn a_mistake_that_was_sent_before_is_told_and_kept_in_the_field() {
    clear();
    set_up_action(live_page()).await;
    find::<HtmlInputElement>("#zip").set_value("054");
    document_element().set_attribute("data-pending", "").unwrap();
    take_over();
    until_shown("#zip-problem").await;
    assert!(find::<Element>("#zip-problem").text_content().unwrap().starts_with("zip.too_short"));
    assert_eq!(typed(), "054");
    until("the field has the focus", || document().active_element().is_some_and(|element| element.id() == "zip")).await;
}

#[wasm_bindgen_test]
async fn a_visitor_comes_from_a_zip_code_to_a_letter() {
    clear();
    let action = set_up_action(live_page()).await;
    take_over();
    until_shown("[data-ready]").await;
    find::<HtmlInputElement>("#zip").set_value("05401");
    press("[data-action=find]");
    until_shown("[data-state=people]").await;
    assert_eq!(document().active_element().unwrap().id(), "action-title", "the focus follows the screen");
    press("[data-action=write]");
    until_shown("[data-state=write]").await;
    press("[data-point='0']");
    yew::scheduler::flush().await;
    let letter = find::<Element>("#letter").text_content().unwrap();
    assert!(
        letter.contains("Example text.")
            && letter.contains("Example opening from Vermont.")
            && letter.contains("Example ask."),
        "{letter}"
    );
    assert!(document().contains(Some(&action)));
    // What a member publishes is offered, in Congress as elsewhere.
    press("[data-action=next]");
    until_shown("[data-step=send]").await;
    let link = find::<Element>("[data-action=mail]").get_attribute("href").unwrap();
    assert!(link.starts_with("mailto:senator@example.org?subject="), "{link}");
}

#[wasm_bindgen_test]
async fn people_whom_the_campaign_names_are_written_to_by_mail() {
    clear();
    let person = Person {
        email: Some("someone@example.org".into()),
        ..named("embassies.csv:2".into(), "Example Person".into(), "Person".into(), "Ambassador".into())
    };
    let people = to_texts(&[person.into()]);
    let page = LivePage { legislature: None, people, tables: String::new(), offices: String::new(), ..live_page() };
    let texts = MESSAGES.iter().take(LAST_LIVE as usize + 1).map(|(_, name)| (*name).into()).collect();
    set_up_action(LivePage { texts, ..page }).await;
    take_over();
    until_shown("[data-ready]").await;
    until_shown("[data-state=people]").await;
    press("[data-action=write]");
    until_shown("[data-state=write]").await;
    press("[data-action=next]");
    until_shown("[data-state=send]").await;
    let letter = find::<HtmlTextAreaElement>("#letter-body").value();
    assert!(letter.starts_with("Dear Ambassador Person,") && letter.contains("from [your town]."), "{letter}");
    let link = find::<Element>("[data-action=mail]").get_attribute("href").unwrap();
    assert!(link.starts_with("mailto:someone@example.org?subject="), "{link}");
}

#[wasm_bindgen_test]
async fn tables_that_are_none_leave_the_letter_and_another_try() {
    for address in ["data:text/html,<h1>Example error page</h1>", "data:application/octet-stream,"] {
        clear();
        let mut page = LivePage { tables: address.to_owned(), ..live_page() };
        page.letter.language = Language::TraditionalChinese;
        set_up_action(page).await;
        take_over();
        until_shown("[data-ready]").await;
        find::<HtmlInputElement>("#zip").set_value("05401");
        press("[data-action=find]");
        until_shown("[data-state=unavailable]").await;
        let letter = find::<HtmlTextAreaElement>("#letter-body").value();
        assert!(letter.contains("Example ask."), "{letter}");
        for field in ["#letter-subject", "#letter-body"] {
            let said = ["lang", "dir", "translate"].map(|name| find::<Element>(field).get_attribute(name).unwrap());
            assert_eq!(said, ["zh-Hant-HK", "ltr", "no"], "the letter's language, not the page's");
        }
        let told = find::<Element>("[data-state=unavailable]");
        press("[data-action=retry]");
        until("the first answer goes", || !told.is_connected()).await;
        until_shown("[data-state=unavailable]").await;
    }
}

#[wasm_bindgen_test]
async fn a_part_whose_data_do_not_read_stays_as_it_was() {
    let whole = live_page().to_island();
    for texts in [&whole[..0], &whole[..whole.len() - 1]] {
        clear();
        let root = set_up(ACTION, "<p>Example</p>");
        set_up_island(&root, texts);
        take_over();
        let tier = || document_element().get_attribute("data-tier");
        until("the page needs no program", || tier().as_deref() == Some("2")).await;
        assert_eq!(root.inner_html(), "<p>Example</p>");
        assert!(!document_element().has_attribute("data-ready"));
    }
}

#[wasm_bindgen_test]
fn the_search_narrows_the_prerendered_list() {
    clear();
    set_up_search(SIGNERS.map(|(name, country)| (name.to_owned(), country)));
    let items = visible_nodes(&find::<Element>("#signer-list"));
    mark(&items);
    for (query, country, shown) in [
        ("reseau", "", vec!["Example Réseau 0002"]),
        ("0003 ORGANISATION", "", vec!["Example Organisation 0003"]),
        ("", "FR", vec!["Example Réseau 0002", "Example Organisation 0003"]),
        ("organisation", "FR", vec!["Example Organisation 0003"]),
        ("組織", "", vec!["例子組織 0004"]),
        ("RÉSEAU  example", "FR", vec!["Example Réseau 0002"]),
        ("lodz", "", vec!["Przykład Łódź 0005"]),
        ("przyklad", "", vec!["Przykład Łódź 0005"]),
        ("пример", "", vec!["ПРИМЕР 0006"]),
        ("coop", "", vec!["Beispiel-Müller Co‑op 0007"]),
        ("co-op", "", vec!["Beispiel-Müller Co‑op 0007"]),
        ("mueller", "", vec!["Beispiel-Müller Co‑op 0007"]),
        ("beispiel muller", "", vec!["Beispiel-Müller Co‑op 0007"]),
        ("beispielmüller", "", vec!["Beispiel-Müller Co‑op 0007"]),
        ("nobody", "", vec![]),
        ("", "", SIGNERS.map(|(name, _)| name).to_vec()),
    ] {
        choose("#signer-country", country);
        fill_in("#signer-query", query);
        assert_eq!(shown_signers(), shown, "{query} {country}");
        let told = match shown.len() {
            0 => format!("none: {query}"),
            1 => "1 one".to_owned(),
            count => format!("{count} other"),
        };
        let status = find::<Element>("#signer-status").text_content().unwrap();
        assert_eq!(status, told, "{query} {country}");
        assert_eq!(find::<HtmlInputElement>("#signer-query").value(), query, "the field is the visitor's");
    }
    assert!(!find::<HtmlElement>("#signer-list > .unlisted").hidden(), "what is not named is no signer to search");
    let after = visible_nodes(&find::<Element>("#signer-list"));
    assert_eq!(marks(&after), (0..items.len()).map(Some).collect::<Vec<_>>(), "no item is drawn anew");
}

#[wasm_bindgen_test]
async fn of_thousands_sixty_are_shown_and_the_others_in_turn() {
    clear();
    set_up_search((1..=5000).map(|number| (format!("Example Organisation {number:04}"), "")));
    assert_eq!(shown_signers().len(), 5000, "nothing is hidden before somebody searches");
    fill_in("#signer-query", "example");
    let told = || find::<Element>("#signer-status").text_content().unwrap();
    let numbers = || (shown_signers().len(), told());
    until("the names to be read", || !told().is_empty()).await;
    assert_eq!(numbers(), (60, "1 to 60 of 5,000".to_owned()));
    assert_eq!(find::<Element>("#signer-more").text_content().unwrap(), "next 60");
    press("#signer-more");
    assert_eq!(numbers(), (60, "61 to 120 of 5,000".to_owned()));
    press("#signer-more");
    press("#signer-back");
    assert_eq!(numbers(), (60, "61 to 120 of 5,000".to_owned()));
    press("#signer-back");
    assert!(find::<HtmlElement>("#signer-back").hidden(), "nothing before");
    fill_in("#signer-query", "example 499");
    assert_eq!(numbers(), (15, "15 other".to_owned()), "0499 to 4499, and 4990 to 4999");
    assert!(find::<HtmlElement>("#signer-more").hidden(), "nothing more to show");
}

#[wasm_bindgen_test]
fn dates_and_numbers_are_those_of_the_browser() {
    let date_of = Function::new_with_args(
        "language, year, month, day",
        "return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
            .format(new Date(Date.UTC(year, month - 1, day)));",
    );
    let number_of =
        Function::new_with_args("language, number", "return new Intl.NumberFormat(language).format(number);");
    let says = |function: &Function, arguments: &[JsValue]| {
        let arguments: js_sys::Array = arguments.iter().collect();
        function.apply(&JsValue::NULL, &arguments).unwrap().as_string().unwrap()
    };
    for language in Language::ALL {
        let tag = JsValue::from(language.lang_attribute());
        let mut dates = 0;
        for year in [1900, 1949, 1997, 2000, 2023, 2024, 2199] {
            for (month, day) in (1..=12).flat_map(|month| [1, 9, 10, 28, 29, 30, 31].map(|day| (month, day))) {
                let Some(date) = Date::new(year, month, day) else { continue };
                let browser = says(&date_of, &[tag.clone(), year.into(), month.into(), day.into()]);
                assert_eq!(language.date(date), browser, "{date}");
                dates += 1;
            }
        }
        assert!(dates > 500);
        for number in (0..130).chain((0..10_000_000).step_by(49_999)).chain([999, 1_000, 9_999, 10_000, 123_456_789]) {
            let browser = says(&number_of, &[tag.clone(), JsValue::from_f64(number as f64)]);
            assert_eq!(language.number(number), browser);
        }
    }
}
