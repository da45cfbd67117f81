//! Campaigns in a real WordPress: every way to put one into a post, as those may who write posts, on themes with and without
//! blocks. `wordpress/editor.rs` pastes in its editor, `wordpress/card.rs` looks at the card that WordPress makes of an address, and
//! `wordpress/plugin.rs` is about `integrations/wordpress`.

mod card;
mod editor;
mod plugin;
mod several;
mod site;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use testbench::webdriver::{Browser, Engine, Tier};

use crate::live::{CAMPAIGN, Live, live};
use site::{THEMES, WordPress};

/// The text that stands in the column before and after the campaign.
const TEXT: &str = "We have put our name to a statement. It takes two minutes to send it on.";
const FRAME: &str = "iframe[src*='/e/']";

/// What visitors of a post see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sight {
    /// WordPress's own frame, without an origin: a card.
    Card,
    /// The whole campaign.
    Frame,
    /// A link: the role may not post frames.
    Link,
}

/// A way to put a campaign into a post.
struct Way {
    name: &'static str,
    content: String,
    /// What an administrator's post shows, and what an author's.
    sights: [Sight; 2],
}

fn paragraph(text: &str) -> String {
    format!("<!-- wp:paragraph -->\n<p>{text}</p>\n<!-- /wp:paragraph -->")
}

/// As the block editor saves an address that was pasted on a line of its own.
fn embed_block(address: &str) -> String {
    let url = json!({ "url": address });
    format!(
        "<!-- wp:embed {url} -->\n<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\n{address}\n</div></figure>\n<!-- /wp:embed -->"
    )
}

fn html_block(code: &str) -> String {
    format!("<!-- wp:html -->\n{code}\n<!-- /wp:html -->")
}

fn in_blocks(block: &str) -> String {
    [&paragraph(TEXT), "\n\n", block, "\n\n", &paragraph(TEXT)].concat()
}

fn in_lines(line: &str) -> String {
    [TEXT, "\n\n", line, "\n\n", TEXT].concat()
}

fn ways(live: &Live) -> Result<Vec<Way>> {
    let (landing, embed) = (live.landing(), live.embed());
    let bare = |address: &str| address.trim_end_matches('/').to_owned();
    let with = |query: &str| [&landing, query].concat();
    let way = |name, content, sights| Way { name, content, sights };
    let (card, full) = ([Sight::Card, Sight::Card], [Sight::Frame, Sight::Link]);
    Ok(vec![
        way("address in a block", in_blocks(&embed_block(&landing)), card),
        way("address on a line", in_lines(&landing), card),
        way("address without its last slash, in a block", in_blocks(&embed_block(&bare(&landing))), card),
        way("address without its last slash, on a line", in_lines(&bare(&landing)), card),
        way("address with a query", in_lines(&with("?p=example-01")), card),
        way("the frame's address in a block", in_blocks(&embed_block(&embed)), card),
        way("the frame's address without its last slash", in_lines(&bare(&embed)), card),
        way("snippet in an HTML block", in_blocks(&html_block(live.code("loader")?)), full),
        way("newest snippet in an HTML block", in_blocks(&html_block(live.code("newest")?)), full),
        way("snippet without a script in an HTML block", in_blocks(&html_block(live.code("frame")?)), full),
        way("snippet between lines", in_lines(live.code("loader")?), full),
    ])
}

/// Of a post: the place of its text's column and of its campaign, and whether anything is wider than the window.
#[derive(Debug, Deserialize)]
struct Look {
    /// Left edge and width of the text.
    column: (f64, f64),
    /// Left edge, width and height of the frame, if there is one that can be seen.
    frame: Option<(f64, f64, f64)>,
    /// How far the page can be scrolled to the side.
    sideways: f64,
    /// Whether the planted shortcode has run.
    evil: bool,
    /// Whether there is a link to the campaign.
    link: bool,
}

const LOOK: &str = "const root = document.documentElement, place = element => element.getBoundingClientRect();
    const text = place([...document.querySelectorAll('p')].find(one => one.textContent.startsWith('We have put')));
    const frame = document.querySelector('iframe[src*=\"/e/\"]'), style = frame && getComputedStyle(frame);
    const seen = frame && style.visibility === 'visible' && style.position !== 'absolute' && style.display !== 'none';
    return {
        column: [text.left, text.width],
        frame: seen ? [place(frame).left, place(frame).width, place(frame).height] : null,
        sideways: root.scrollWidth - root.clientWidth,
        evil: !!document.querySelector('.evil'),
        link: !!document.querySelector(`a[href*=\"/c/${arguments[0]}/\"]`),
    }";

fn look(browser: &Browser) -> Result<Look> {
    serde_json::from_value(browser.script(LOOK, &[CAMPAIGN.into()])?).context("the post has no text")
}

/// Of the page in the frame: the height that it needs, and that it has.
const NEEDS: &str = "return [document.body.getBoundingClientRect().height, innerHeight]";

/// Opens a post and waits until it shows what it should, in the column of the text.
fn shows(browser: &Browser, address: &str, sight: Sight) -> Result<()> {
    browser.wait_for("the post, which WordPress cannot give while its database is locked", |browser| {
        browser.open(address)?;
        Ok(browser.script("return document.body.innerText.includes('We have put')", &[])? == true)
    })?;
    browser.script("document.querySelector('iframe')?.scrollIntoView({ block: 'center' })", &[])?;
    appears(browser, sight)
}

/// Waits until the open post shows what it should, in the column of the text.
fn appears(browser: &Browser, sight: Sight) -> Result<()> {
    let mut seen = String::new();
    let shown = browser.wait_for("the campaign in its column", |browser| {
        let look = look(browser)?;
        seen = format!("{look:?}");
        ensure!(!look.evil, "the planted shortcode has run");
        if look.sideways > 0.0 {
            return Ok(false);
        }
        let Some((left, width, height)) = look.frame else { return Ok(sight == Sight::Link && look.link) };
        let in_column = (left - look.column.0).abs() <= 1.0 && (width - look.column.1).abs() <= 1.0;
        let (needs, title) = browser.within(FRAME, || Ok((browser.script(NEEDS, &[])?, browser.text("h1")?)))?;
        let needs: (f64, f64) = serde_json::from_value(needs)?;
        let has_whole_text = title.contains("[evil a=2]");
        seen = format!("{seen}, needs {} px, has {} px", needs.0, needs.1);
        // Heights come in steps; WordPress gives a card between 200 and 1,000 pixels.
        let fits = needs.1 + 2.0 >= needs.0.min(1_000.0) && height <= needs.0.max(200.0) + 66.0;
        Ok(match sight {
            Sight::Link => false,
            Sight::Card => in_column && fits && height <= 1_000.0 && has_whole_text,
            Sight::Frame => in_column && fits && has_whole_text,
        })
    });
    shown.context(seen)
}

fn resize(browser: &Browser, width: u32) -> Result<()> {
    browser.set_size(width, 900)
}

/// Every way, by an administrator and by an author.
fn posts(wordpress: &WordPress, live: &Live) -> Result<Vec<(String, String, Sight)>> {
    let mut posts = Vec::new();
    for Way { name, content, sights } in ways(live)? {
        for (user, sight) in ["admin", "author"].into_iter().zip(sights) {
            let post = wordpress.post(user, &content)?;
            posts.push((format!("{name}, by an {user}"), wordpress.post_url(post), sight));
        }
    }
    Ok(posts)
}

/// Without the script, the frame keeps the height in its code and scrolls.
fn has_script(name: &str) -> bool {
    !name.starts_with("snippet without a script")
}

#[test]
fn every_way_into_a_post_stays_in_its_column() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("ways")?);
    let posts = posts(&wordpress, live)?;
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    for theme in THEMES {
        let theme = wordpress.use_theme(theme)?;
        for width in [1_200, 360] {
            resize(&browser, width)?;
            for (name, address, sight) in &posts {
                let place = || format!("{name}, {theme}, {width} px");
                if has_script(name) {
                    shows(&browser, address, *sight).with_context(place)?;
                } else {
                    stands(&browser, address, *sight).with_context(place)?;
                }
            }
        }
    }
    Ok(())
}

/// The same without asking how high the frame is.
fn stands(browser: &Browser, address: &str, sight: Sight) -> Result<()> {
    browser.open(address)?;
    let look = look(browser)?;
    ensure!(!look.evil && look.sideways <= 0.0 && look.link, "{look:?}");
    let Some((left, width, _)) = look.frame else {
        ensure!(sight == Sight::Link, "{look:?}");
        return Ok(());
    };
    ensure!((left - look.column.0).abs() <= 1.0 && (width - look.column.1).abs() <= 1.0, "{look:?}");
    Ok(())
}

#[test]
fn every_way_into_a_post_works_in_firefox() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("firefox")?);
    let browser = Browser::start(Engine::Firefox, Tier::Wasm)?;
    for (name, address, sight) in posts(&wordpress, live)? {
        if has_script(&name) {
            shows(&browser, &address, sight).context(name)?;
        }
    }
    Ok(())
}
