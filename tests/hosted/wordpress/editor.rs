//! Somebody copies the code from the page for partners and pastes it into the real editor.

use anyhow::{Context as _, Result, ensure};
use serde_json::json;
use testbench::webdriver::{Browser, Engine, Tier};

use super::site::WordPress;
use super::{Sight, shows, stands};
use crate::live::{CAMPAIGN, Live, live};

/// The keys, as WebDriver writes them.
const CONTROL: &str = "\u{e009}";

/// Logs in by the form.
pub fn log_in(browser: &Browser, wordpress: &WordPress, user: &str) -> Result<()> {
    browser.open(&wordpress.url("/wp-login.php"))?;
    browser.type_into("#user_login", user)?;
    browser.type_into("#user_pass", "password")?;
    browser.click("#wp-submit")?;
    browser.wait_for("the dashboard", |browser| Ok(browser.address()?.contains("/wp-admin/")))
}

/// Opens the editor on a new post.
pub fn open_editor(browser: &Browser, wordpress: &WordPress) -> Result<()> {
    browser.open(&wordpress.url("/wp-admin/post-new.php"))?;
    browser.wait_for("the editor", |browser| {
        let ready = "return !!window.wp?.data?.select('core/editor')?.getCurrentPostId()";
        Ok(browser.script(ready, &[])? == true)
    })?;
    // The greeting lies over everything.
    browser.script(
        "const feature = ['core/edit-post', 'welcomeGuide'];
        if (wp.data.select('core/preferences').get(...feature)) wp.data.dispatch('core/preferences').set(...feature, false)",
        &[],
    )?;
    browser.wait_for_visible(".block-editor-default-block-appender__content")
}

/// Publishes what is in the editor. Returns the post's number and what is kept of it.
pub fn publish(browser: &Browser) -> Result<(u64, String)> {
    browser.script(
        "wp.data.dispatch('core/editor').editPost({ title: 'Pasted', status: 'publish' });
        wp.data.dispatch('core/editor').savePost();",
        &[],
    )?;
    browser.wait_for("the post to be saved", |browser| {
        let saved = "const editor = wp.data.select('core/editor');
            return !editor.isSavingPost() && editor.didPostSaveRequestSucceed()";
        Ok(browser.script(saved, &[])? == true)
    })?;
    let post = browser.script("return wp.data.select('core/editor').getCurrentPostId()", &[])?;
    let content = browser.script("return wp.data.select('core/editor').getCurrentPost().content", &[])?;
    Ok((post.as_u64().context("no post")?, content.as_str().context("no content")?.to_owned()))
}

/// Pastes what is on the clipboard, and waits until the editor has made something of it.
fn paste(browser: &Browser) -> Result<String> {
    browser.click(".block-editor-default-block-appender__content")?;
    browser.chord(CONTROL, "v")?;
    let mut content = String::new();
    let pasted = browser.wait_for("the editor to take it", |browser| {
        let now = browser.script("return wp.data.select('core/editor').getEditedPostContent()", &[])?;
        content = now.as_str().unwrap_or_default().to_owned();
        Ok(content.contains(CAMPAIGN))
    });
    pasted.context(content.clone())?;
    Ok(content)
}

/// What is copied on the page for partners: the id of the code, an end that its address gets before, and the block that the
/// editor makes of it. The editor makes an Embed block only of an address with `https`, which this site lacks: a query has it.
const COPIED: [(&str, &str, &str); 5] = [
    ("code-loader", "", "wp:"),
    ("code-frame", "", "wp:"),
    ("code-frame", "?p=https", "wp:embed"),
    ("code-address", "", "wp:paragraph"),
    ("code-address", "?p=https", "wp:embed"),
];

/// Copies a form of the code on the page for partners.
fn copy_code(browser: &Browser, live: &Live, (code, end): (&str, &str)) -> Result<()> {
    browser.open(&live.site.url(&format!("/partners/{CAMPAIGN}/")))?;
    browser.script(
        "document.querySelectorAll('details').forEach(one => one.open = true);
        const code = document.getElementById(arguments[0]);
        code.textContent = code.textContent.replace(/\\/[ce]\\/[a-z0-9-]+\\/en\\//, address => address + arguments[1])",
        &[code.into(), end.into()],
    )?;
    browser.click(&format!("[data-copy='{code}']"))
}

fn pasted_code_becomes_a_campaign(engine: Engine, users: &[&str]) -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start(&format!("paste-{engine:?}"))?);
    for user in users {
        let browser = Browser::start(engine, Tier::Wasm)?;
        browser.set_size(1_200, 900)?;
        if engine == Engine::Chromium {
            browser.allow_clipboard()?;
        }
        log_in(&browser, &wordpress, user)?;
        for (code, end, block) in COPIED {
            copy_code(&browser, live, (code, end))?;
            open_editor(&browser, &wordpress)?;
            let content = paste(&browser)?;
            ensure!(!content.contains("&lt;iframe"), "the code became text: {content}");
            if block == "wp:embed" {
                // What comes there changes the block: WordPress remembers the ratio of some frames for ever.
                browser.wait_for("the preview", |browser| browser.is_visible(".wp-block-embed iframe"))?;
            }
            let (post, kept) = publish(&browser)?;
            ensure!(!kept.contains("aspect-ratio"), "{kept}");
            let address = if code == "code-address" { live.landing() } else { live.embed() };
            ensure!(kept.contains(&[&address, end].concat()), "{kept}");
            ensure!(kept.starts_with(&["<!-- ", block].concat()), "{code}{end}: {kept}");
            browser.open(&wordpress.post_url(post))?;
            browser.wait_for("the card", |browser| browser.is_visible("iframe[src*='/e/']"))?;
        }
    }
    Ok(())
}

#[test]
fn what_the_partners_page_copies_becomes_a_campaign_in_the_editor() -> Result<()> {
    pasted_code_becomes_a_campaign(Engine::Chromium, &["admin", "author"])
}

#[test]
fn what_the_partners_page_copies_becomes_a_campaign_in_firefox() -> Result<()> {
    pasted_code_becomes_a_campaign(Engine::Firefox, &["author"])
}

#[test]
fn a_pasted_snippet_stays_in_its_column() -> Result<()> {
    let (live, wordpress) = (live()?, WordPress::start("column")?);
    for user in ["admin", "author"] {
        let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
        browser.set_size(1_200, 900)?;
        log_in(&browser, &wordpress, user)?;
        // The editor counts `https` in what is pasted, and takes it for an address if there is one. Here, the query has it.
        let code = live.code("loader")?.replace(&format!("{}\"", live.embed()), &format!("{}?p=https\"", live.embed()));
        for (pasted, sight) in [
            (code.clone(), Sight::Card),
            (
                format!("<!-- wp:html -->\n{code}\n<!-- /wp:html -->"),
                if user == "admin" { Sight::Frame } else { Sight::Link },
            ),
        ] {
            open_editor(&browser, &wordpress)?;
            let blocks = "const text = { HTML: '', plainText: arguments[0], mode: 'AUTO' };
                const paragraph = wp.blocks.createBlock('core/paragraph', { content: arguments[1] });
                wp.data.dispatch('core/block-editor').insertBlocks([paragraph, ...wp.blocks.pasteHandler(text)]);
                return wp.data.select('core/block-editor').getBlocks().map(block => block.name)";
            let names = browser.script(blocks, &[pasted.as_str().into(), super::TEXT.into()])?;
            let expected = if sight == Sight::Card { "core/embed" } else { "core/html" };
            ensure!(names.as_array().is_some_and(|names| names.contains(&json!(expected))), "{names}");
            let (post, kept) = publish(&browser)?;
            if sight == Sight::Link {
                stands(&browser, &wordpress.post_url(post), sight).with_context(|| kept)?;
            } else {
                shows(&browser, &wordpress.post_url(post), sight).with_context(|| kept)?;
            }
        }
    }
    Ok(())
}
