//! The card that WordPress makes of a bare address: that it always comes, how far the post moves for it, and where it leads.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use testbench::server::Fault;
use testbench::webdriver::{Browser, Engine, Tier};

use super::site::{THEMES, WordPress};
use super::{FRAME, Sight, TEXT, appears, embed_block, html_block, in_blocks, paragraph, shows};
use crate::live::{Live, live};

/// Writes down, from the beginning, the heights that WordPress gives its frame, and how far the post moves.
const RECORDER: &str = "<script>
    window.given = [];
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(({ startTime, value }) => shifts.push([startTime, value])))
        .observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(all => all.forEach(({ target, attributeName }) => {
        if (target.localName !== 'iframe') return;
        if (attributeName === 'style') window.shownAt = window.shownAt || performance.now();
        else given.push(Number(target.height));
    })).observe(document, { subtree: true, attributeFilter: ['height', 'style'] });
    </script>";

/// How far the post has moved, in all and once the card was there. WordPress puts the frame in the place of its quotation: that
/// is the first move after it is shown, and how far it goes is how much higher the card is.
const SHIFTS: &str = "const later = shifts.filter(([time]) => time >= window.shownAt).slice(1);
    const sum = list => list.reduce((total, [, value]) => total + value, 0);
    return [sum(shifts), sum(later)]";

/// How often the card is loaded in each theme, half of them with an answer that comes late. Chromium lays out nothing in some
/// hidden frames, about one load in five; hence so many in the first.
const LOADS: [usize; 2] = [30, 6];

/// How far the post may move in all. What WordPress itself does is counted: its hidden frame goes up by the quotation's height,
/// and the text below goes down by the rest of the card's 200 pixels. Lines are 27 pixels high in the block theme, so whatever
/// the quotation's length, one of the two goes 126 pixels of the window's 1,200. How much of the window they cover is up to the
/// post: 0.036 where its text fills the window, 0.0502 where it is so short that the footer, which is wider, comes into view.
const FARTHEST: f64 = 0.05;
const FARTHEST_OF_TWO_LINES: f64 = 0.051;

#[test]
fn the_card_always_appears_and_moves_little() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("loads")?);
    let (long, of_two_lines) = recorded_posts(&wordpress, live)?;
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    browser.set_size(1_200, 900)?;
    for (theme, loads) in THEMES.into_iter().zip(LOADS) {
        let theme = wordpress.use_theme(theme)?;
        moves_little(&browser, live, (&long, loads), FARTHEST).context(theme.clone())?;
        moves_little(&browser, live, (&of_two_lines, 2), FARTHEST_OF_TWO_LINES).context(theme)?;
    }
    Ok(())
}

/// Firefox doesn't say how far a page moves, but the heights are the same.
#[test]
fn the_card_appears_in_firefox_soon_or_late() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("loads-firefox")?);
    let (long, _) = recorded_posts(&wordpress, live)?;
    let browser = Browser::start(Engine::Firefox, Tier::Wasm)?;
    browser.set_size(1_200, 900)?;
    for theme in THEMES {
        let theme = wordpress.use_theme(theme)?;
        moves_little(&browser, live, (&long, 2), FARTHEST).context(theme)?;
    }
    Ok(())
}

/// The addresses of two posts that write down what becomes of their card: one whose text fills the window, and one with a line
/// before the card and a line after it.
fn recorded_posts(wordpress: &WordPress, live: &Live) -> Result<(String, String)> {
    let card = [&html_block(RECORDER), "\n\n", &in_blocks(&embed_block(&live.landing()))].concat();
    let text = ["\n\n", &paragraph(TEXT)].concat().repeat(8);
    let post = |content: &str| Ok(wordpress.post_url(wordpress.post("admin", content)?));
    post(&[&card, &*text].concat()).and_then(|long| Ok((long, post(&card)?)))
}

/// Loads a post that many times.
fn moves_little(browser: &Browser, live: &Live, (address, loads): (&str, usize), limit: f64) -> Result<()> {
    let (mut tallest, mut farthest, mut later) = (0_u64, 0.0_f64, 0.0_f64);
    for load in 0..loads {
        live.site.heal();
        if load % 2 == 1 {
            live.site.fail("/e/*", Fault::Late(Duration::from_millis(300)));
        }
        // Another query, so that nothing is kept.
        browser.open(&format!("{address}&load={load}"))?;
        // Nobody scrolls: how far things move depends on where they are in the window.
        appears(browser, Sight::Card).with_context(|| format!("load {load}"))?;
        let given: Vec<u64> = serde_json::from_value(browser.script("return given", &[])?)?;
        let (all, after): (f64, f64) = serde_json::from_value(browser.script(SHIFTS, &[])?)?;
        tallest = given.into_iter().chain([tallest]).max().unwrap_or_default();
        (farthest, later) = (farthest.max(all), later.max(after));
    }
    live.site.heal();
    println!(
        "{loads} loads: at most {tallest} px high; the post moved by {farthest:.4}, with the card there by {later:.4}"
    );
    ensure!(tallest < 1_000, "{tallest} px");
    ensure!(later < 0.01, "{later}");
    ensure!(farthest < limit, "{farthest}");
    Ok(())
}

#[test]
fn a_dark_device_shows_a_light_card_as_wordpress_does() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("dark")?);
    let address = wordpress.post_url(wordpress.post("author", &in_blocks(&embed_block(&live.landing())))?);
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    browser.devtools("Emulation.setEmulatedMedia", dark)?;
    shows(&browser, &address, Sight::Card)?;
    browser.enter_frame(FRAME)?;
    let light = browser.script(
        "const [red] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g); return red > 200",
        &[],
    )?;
    ensure!(light == true, "the card is dark");
    Ok(())
}

#[test]
fn the_cards_buttons_lead_to_the_campaign() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("links")?);
    let address = wordpress.post_url(wordpress.post("author", &in_blocks(&embed_block(&live.landing())))?);
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    for (button, end) in [(".host-card .button:not(.quiet)", "#act"), (".host-card .quiet", "")] {
        shows(&browser, &address, Sight::Card)?;
        browser.enter_frame(FRAME)?;
        browser.click(button)?;
        browser.leave_frames()?;
        browser.wait_for("the campaign's page", |browser| Ok(browser.address()? == [&live.landing(), end].concat()))?;
    }
    Ok(())
}
