//! Posts with more than one campaign, posts whose frames other plugins touch, and what feeds and excerpts keep of a post.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use testbench::webdriver::{Browser, Engine, Tier};

use super::site::{THEMES, WordPress};
use super::{NEEDS, embed_block, html_block, in_blocks, in_lines, paragraph};
use crate::live::{Live, live};

/// Numbers the frames of a post and brings each into view once, so that none waits for that; tells how many there are.
const NUMBER: &str = "const frames = [...document.querySelectorAll('iframe')];
    frames.forEach((frame, at) => { frame.id = `frame-${at}`; frame.scrollIntoView({ block: 'center' }) });
    return [frames.length, document.documentElement.scrollWidth - document.documentElement.clientWidth]";

/// Of a frame: whether it can be seen, and how far it sticks out of what it is in.
const PLACE: &str =
    "const frame = document.getElementById(arguments[0]), { left, right, height } = frame.getBoundingClientRect();
    const around = frame.parentElement.getBoundingClientRect(), style = getComputedStyle(frame);
    return [style.position !== 'absolute' && height > 0, Math.max(around.left - left, right - around.right)]";

/// Opens a post and waits until it has so many frames, each as high as its page needs, and none sticking out.
fn all_fit(browser: &Browser, address: &str, count: u64) -> Result<()> {
    browser.open(address)?;
    let mut seen = String::new();
    let fitted = browser.wait_for("every frame to fit", |browser| {
        let (frames, sideways): (u64, f64) = serde_json::from_value(browser.script(NUMBER, &[])?)?;
        seen = format!("{frames} frames, {sideways} px to the side");
        let mut fits = frames == count && sideways <= 0.0;
        for at in 0..frames {
            let id = format!("frame-{at}");
            let (shown, out): (bool, f64) = serde_json::from_value(browser.script(PLACE, &[id.as_str().into()])?)?;
            let needs = browser.within(&format!("#{id}"), || browser.script(NEEDS, &[]))?;
            let (needs, has): (f64, f64) = serde_json::from_value(needs)?;
            seen = format!("{seen}; {at}: shown {shown}, out {out}, needs {needs}, has {has}");
            fits &= shown && out <= 1.0 && needs > 100.0 && has + 2.0 >= needs && has <= needs.max(200.0) + 66.0;
        }
        Ok(fits)
    });
    fitted.context(seen)
}

fn columns(left: &str, right: &str) -> String {
    let column =
        |block: &str| format!("<!-- wp:column -->\n<div class=\"wp-block-column\">{block}</div>\n<!-- /wp:column -->");
    format!(
        "<!-- wp:columns -->\n<div class=\"wp-block-columns\">{}\n\n{}</div>\n<!-- /wp:columns -->",
        column(left),
        column(right)
    )
}

/// What an administrator may have put into one post, and how many frames that makes.
fn posts(live: &Live) -> Result<Vec<(&'static str, String, u64)>> {
    let code = live.code("loader")?;
    let chinese = |text: &str| text.replace("/en/", "/zh-Hant/");
    let (card, full) = (embed_block(&live.landing()), html_block(code));
    let both = |first: &str, second: &str| in_blocks(&[first, "\n\n", second].concat());
    Ok(vec![
        ("the same code twice", both(&full, &full), 2),
        ("the same code twice in one block", in_blocks(&html_block(&[code, "\n", code].concat())), 2),
        ("two languages", both(&full, &html_block(&chinese(code))), 2),
        ("pinned and newest script", both(&full, &html_block(live.code("newest")?)), 2),
        ("the same address twice", both(&card, &card), 2),
        ("two addresses on lines", in_lines(&[&live.landing(), "\n\n", &chinese(&live.landing())].concat()), 2),
        ("an address and the code", both(&card, &full), 2),
        ("the code and an address in columns", in_blocks(&columns(&full, &card)), 2),
        ("the code in a classic block", in_blocks(code), 1),
        (
            "an address in a shortcode",
            in_lines(&format!("[embed width=\"300\" height=\"200\"]{}[/embed]", live.landing())),
            1,
        ),
    ])
}

#[test]
fn a_post_may_hold_several_campaigns() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("several")?);
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    for theme in THEMES {
        wordpress.use_theme(theme)?;
        for (name, content, count) in posts(live)? {
            let address = wordpress.post_url(wordpress.post("admin", &content)?);
            for width in [1_200, 360] {
                browser.set_size(width, 900)?;
                all_fit(&browser, &address, count).with_context(|| format!("{name}, {theme}, {width} px"))?;
            }
        }
    }
    Ok(())
}

/// What plugins that load frames later make of the code: the address waits in another attribute, a script puts it back when the
/// frame comes near, and a copy stands by for visitors without scripts. Some hold back every script of the page, too.
#[test]
fn frames_that_a_plugin_loads_late_fit() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("lazy")?);
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    let code = live.code("loader")?;
    let (frame, script) = code.split_once("<script").context("no script")?;
    let put_back = |attribute: &str| {
        format!(
            "<script>new IntersectionObserver((all, observer) => all.forEach(({{ isIntersecting, target }}) => {{
            if (!isIntersecting) return;
            target.src = target.getAttribute('{attribute}');
            observer.disconnect();
            }})).observe(document.querySelector('iframe[{attribute}]'))</script>"
        )
    };
    let held = format!("<template id=\"held\"><script{script}</template>");
    let release = "<script>addEventListener('load', () => {
        const script = document.createElement('script');
        for (const { name, value } of held.content.firstChild.attributes) script.setAttribute(name, value);
        document.body.append(script);
        })</script>";
    for (name, content) in [
        (
            "an empty page first",
            [&code.replace(" src=\"", " src=\"about:blank\" data-lazy-src=\""), &*put_back("data-lazy-src")].concat(),
        ),
        (
            "no address first",
            [&frame.replace(" src=\"", " data-src=\""), "<script", script, &put_back("data-src")].concat(),
        ),
        ("its script later", [frame, &held, release].concat()),
        ("both later", [&frame.replace(" src=\"", " data-src=\""), &held, release, &put_back("data-src")].concat()),
    ] {
        // The script has an address of its own, which such plugins leave alone here.
        let content = content.replace("<script async src=\"about:blank\" data-lazy-src=", "<script async src=");
        let address = wordpress.post_url(wordpress.post("admin", &in_blocks(&html_block(&content)))?);
        all_fit(&browser, &address, 1).context(name)?;
    }
    Ok(())
}

fn fetched(address: &str) -> Result<String> {
    let output = Command::new("curl").args(["-s", "-L", address]).output()?;
    ensure!(output.status.success(), "{address}: {}", output.status);
    Ok(String::from_utf8(output.stdout)?)
}

/// Feeds and mail show words and links; so must what stands in for the frame. In an excerpt there are only words.
#[test]
fn feeds_and_excerpts_keep_the_words_and_the_way_to_the_campaign() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("feed")?);
    let code = live.code("loader")?;
    for (name, content) in [
        ("address in a block", in_blocks(&embed_block(&live.landing()))),
        ("address on a line", in_lines(&live.landing())),
        ("address in a paragraph", in_blocks(&paragraph(&live.landing()))),
        ("the frame's address", in_blocks(&embed_block(&live.embed()))),
        ("code in an HTML block", in_blocks(&html_block(code))),
        ("code between lines", in_lines(code)),
    ] {
        for user in ["admin", "author"] {
            let post = wordpress.post(user, &content)?;
            let feed = fetched(&wordpress.url("/?feed=rss2"))?;
            let feed = item_about(&feed, &wordpress.post_url(post)).with_context(|| feed.clone())?;
            let words = feed.split_once("<content:encoded>").context("no content")?;
            ensure!(words.1.contains(&format!("href=\"{}", live.landing())), "{name}, by an {user}: no link in {feed}");
            for unwanted in ["&lt;iframe", "&lt;div", "class=\"evil\"", "<p></p>"] {
                ensure!(!feed.contains(unwanted), "{name}, by an {user}: {unwanted} in {feed}");
            }
            for unwanted in ["iframe", "sandbox", "integrity", "class=\"evil\""] {
                ensure!(!words.0.contains(unwanted), "{name}, by an {user}: {unwanted} in the excerpt: {}", words.0);
            }
        }
    }
    Ok(())
}

/// The item of a feed that is about a post.
fn item_about<'f>(feed: &'f str, address: &str) -> Option<&'f str> {
    let mut items = feed.split("<item>");
    items.find(|item| item.contains(&format!("<link>{address}</link>")))
}
