//! The plugin in `integrations/wordpress`: an administrator names a site once, and everybody's posts show its campaigns in
//! full.

use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use testbench::process;
use testbench::server::{Content, Port, Server};
use testbench::webdriver::{Browser, Engine, Tier};
use testbench::workspace;

use super::editor::{log_in, open_editor, publish};
use super::site::{THEMES, WordPress};
use super::{Sight, TEXT, embed_block, in_blocks, in_lines, paragraph, shows};
use crate::live::{CAMPAIGN, live};

const PLUGIN: &str = "undersigned/undersigned.php";
const OPTION: &str = "undersigned_host";
/// The list of the site's campaigns, as WordPress keeps it.
const CACHE: &str = "undersigned_campaigns";

/// A WordPress with the plugin, switched on.
fn with_plugin(test: &str) -> Result<WordPress> {
    let wordpress = WordPress::start(test)?;
    let folder = wordpress.root().join("wp-content/plugins/undersigned");
    std::fs::create_dir_all(&folder)?;
    for file in ["undersigned.php", "readme.txt"] {
        std::fs::copy(workspace::root().join("integrations/wordpress").join(file), folder.join(file))?;
    }
    let outcome = wordpress.run(json!({ "do": "plugin", "plugin": PLUGIN }))?;
    ensure!(outcome == true, "{outcome}");
    Ok(wordpress)
}

fn name_site(wordpress: &WordPress, address: &str) -> Result<()> {
    wordpress.run(json!({ "do": "option", "name": OPTION, "value": address })).map(drop)
}

#[test]
fn php_reads_it_and_the_readme_says_the_same() -> Result<()> {
    let folder = workspace::root().join("integrations/wordpress");
    process::run(Command::new("php").arg("-l").arg(folder.join("undersigned.php")))?;
    let (code, readme) =
        (std::fs::read_to_string(folder.join("undersigned.php"))?, std::fs::read_to_string(folder.join("readme.txt"))?);
    let value = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.trim_start_matches([' ', '*']).starts_with(name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    };
    for (header, line) in [
        ("Version", "Stable tag"),
        ("License", "License"),
        ("Requires at least", "Requires at least"),
        ("Requires PHP", "Requires PHP"),
    ] {
        let expected = value(&code, header).with_context(|| header.to_owned())?;
        ensure!(value(&readme, line) == Some(expected.clone()), "{line} is not {expected}");
    }
    // It pins the loader that the site publishes.
    let hashes: Value = serde_json::from_str(&std::fs::read_to_string(crate::built().join("embed/integrity.json"))?)?;
    let pinned = hashes.as_object().context("no hashes")?;
    ensure!(pinned.iter().any(
        |(name, hash)| code.contains(&format!("/embed/{name}'")) && code.contains(hash.as_str().unwrap_or("none"))
    ));
    Ok(())
}

#[test]
fn an_administrator_names_the_site_and_nobody_else_can() -> Result<()> {
    let (live, wordpress) = (live()?, with_plugin("settings")?);
    let settings = wordpress.url("/wp-admin/options-general.php?page=undersigned");
    for user in ["author", "editor"] {
        let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
        log_in(&browser, &wordpress, user)?;
        browser.open(&settings)?;
        ensure!(browser.count(&format!("#{OPTION}"))? == 0, "an {user} sees the settings");
        // Nor by sending the form itself.
        let send = "const done = arguments[arguments.length - 1];
            fetch('/wp-admin/options.php', { method: 'POST', body: new URLSearchParams({ option_page: 'undersigned', action: 'update', [arguments[0]]: 'https://other.example.org' }) })
                .then(answer => done(answer.status))";
        let status = browser.script_later(send, &[OPTION.into()])?;
        ensure!(status.as_u64() >= Some(400), "{status}");
    }
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    log_in(&browser, &wordpress, "admin")?;
    let save = |address: &str| -> Result<String> {
        browser.open(&settings)?;
        // The browser's own check of addresses is not ours.
        browser.script("document.querySelector('form[action=\"options.php\"]').noValidate = true", &[])?;
        browser.type_into(&format!("#{OPTION}"), address)?;
        browser.script("window.isOld = true", &[])?;
        browser.click("#submit")?;
        browser.wait_for("the page again", |browser| {
            Ok(browser.script("return !window.isOld && document.readyState === 'complete'", &[])? == true)
        })?;
        browser.value(&format!("#{OPTION}"))
    };
    let site = live.site.origin();
    ensure!(save(&format!("{site}/"))? == site);
    ensure!(browser.texts(".wrap li")?.len() == 1, "the site's campaigns are listed");
    // What people have at hand is the address of a campaign; phones write capitals.
    let typed = site.replace("http://localhost", "HTTP://LocalHost");
    for meant in [
        typed.clone(),
        format!("  {typed}/  "),
        live.landing(),
        live.embed(),
        format!("{}?p=example-01#act", live.landing()),
        live.site.url(&format!("/partners/{CAMPAIGN}/")),
        live.site.url(&format!("/c/{CAMPAIGN}")),
        live.site.url(&format!("/c/{CAMPAIGN}/en/us/vt/")),
        live.site.url("/index.html"),
    ] {
        ensure!(save(&meant)? == site, "{meant} was refused");
        ensure!(browser.count(".settings-error.notice-error")? == 0, "{meant} is a fault");
    }
    for refused in [
        "http://act.example.org",
        "act.example.org",
        "javascript:alert(1)",
        "https://user:password@act.example.org",
        "https://act.example.org/?x=1",
        "https://act.example.org/#x",
        "https://act.example.org/\"><b>",
        "https://act.example.org/[evil]",
        "https://",
        "//act.example.org",
        "https://act.example.org:port",
        "ftp://act.example.org",
        "https://localhost.example.org@evil.example.org",
    ] {
        ensure!(save(refused)? == site, "{refused} was taken");
        ensure!(browser.count(".settings-error.notice-error")? > 0, "nothing is said of {refused}");
    }
    // Another site, below a path, that is not there: said, and not fatal.
    let nowhere = format!("{site}/no-such-place");
    ensure!(save(&nowhere)? == nowhere);
    ensure!(browser.text(".notice-error.inline")?.contains("404"), "{}", browser.text(".wrap")?);
    ensure!(save("")?.is_empty());
    Ok(())
}

#[test]
fn an_address_shows_the_whole_campaign_whoever_wrote_it() -> Result<()> {
    let (live, wordpress) = (live()?, with_plugin("frame")?);
    let (landing, embed) = (live.landing(), live.embed());
    let short = live.site.url(&format!("/c/{CAMPAIGN}/"));
    let slashless = landing.trim_end_matches('/');
    let contents = [
        in_blocks(&embed_block(&landing)),
        in_lines(&landing),
        in_lines(slashless),
        in_blocks(&embed_block(&embed)),
        in_lines(&format!("{landing}?theme=dark&p=example-01#act")),
        in_lines(&short),
        // Typed, or pasted as plain text: the editor leaves it in a paragraph.
        in_blocks(&paragraph(&landing)),
        in_lines(&format!("[embed]{landing}[/embed]")),
    ];
    // Before the site is named, nothing changes.
    let before = wordpress.post("author", &contents[0])?;
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    shows(&browser, &wordpress.post_url(before), Sight::Card)?;
    name_site(&wordpress, &live.site.origin())?;
    for theme in THEMES {
        wordpress.use_theme(theme)?;
        for content in &contents {
            for user in ["admin", "author"] {
                let address = wordpress.post_url(wordpress.post(user, content)?);
                for width in [1_200, 360] {
                    browser.set_size(width, 900)?;
                    shows(&browser, &address, Sight::Frame)
                        .with_context(|| format!("{user}, {theme}, {width} px: {content}"))?;
                }
                let sandbox = browser.attribute("iframe[src*='/e/']", "sandbox")?.context("no sandbox")?;
                ensure!(sandbox.contains("allow-same-origin") && sandbox.contains("allow-popups"), "{sandbox}");
                ensure!(browser.count("script[src*='/embed/v1.'][integrity^='sha384-'][crossorigin]")? == 1);
            }
        }
    }
    // A stranger's address is none of the plugin's business.
    let stranger = wordpress.post("author", &in_lines("http://localhost:9/c/x/en/"))?;
    browser.open(&wordpress.post_url(stranger))?;
    ensure!(browser.count("iframe[data-undersigned]")? == 0);
    Ok(())
}

/// Neither shows frames.
#[test]
fn feeds_and_mail_get_a_link() -> Result<()> {
    let (live, wordpress) = (live()?, with_plugin("feed-plugin")?);
    name_site(&wordpress, &live.site.origin())?;
    for content in [in_blocks(&embed_block(&live.landing())), in_lines(&live.embed())] {
        wordpress.post("author", &content)?;
    }
    let feed = process::glance(Command::new("curl").arg("-s").arg(wordpress.url("/?feed=rss2"))).context("no feed")?;
    let link = format!("<p><a href=\"{}\"", live.landing());
    ensure!(feed.matches(&link).count() == 2 && !feed.contains("<iframe"), "{feed}");
    Ok(())
}

#[test]
fn an_address_shows_the_whole_campaign_in_firefox() -> Result<()> {
    let (live, wordpress) = (live()?, with_plugin("frame-firefox")?);
    name_site(&wordpress, &live.site.origin())?;
    let address = wordpress.post_url(wordpress.post("author", &in_blocks(&embed_block(&live.landing())))?);
    let browser = Browser::start(Engine::Firefox, Tier::Wasm)?;
    for theme in THEMES {
        let theme = wordpress.use_theme(theme)?;
        for width in [1_200, 500] {
            browser.set_size(width, 900)?;
            shows(&browser, &address, Sight::Frame).with_context(|| format!("{theme}, {width} px"))?;
        }
    }
    Ok(())
}

#[test]
fn the_editor_lists_the_campaigns_and_an_author_picks_one() -> Result<()> {
    an_author_picks_a_campaign(Engine::Chromium)
}

#[test]
fn the_editor_lists_the_campaigns_in_firefox() -> Result<()> {
    an_author_picks_a_campaign(Engine::Firefox)
}

fn an_author_picks_a_campaign(engine: Engine) -> Result<()> {
    let (live, wordpress) = (live()?, with_plugin(&format!("patterns-{engine:?}"))?);
    name_site(&wordpress, &live.site.origin())?;
    let browser = Browser::start(engine, Tier::Wasm)?;
    browser.set_size(1_200, 900)?;
    log_in(&browser, &wordpress, "author")?;
    open_editor(&browser, &wordpress)?;
    let patterns = "const done = arguments[arguments.length - 1];
        wp.apiFetch({ path: '/wp/v2/block-patterns/patterns' }).then(all => done(all.filter(one => (one.categories || []).includes('undersigned'))))";
    let patterns = browser.script_later(patterns, &[])?;
    let patterns = patterns.as_array().context("no list")?;
    ensure!(patterns.len() == 2, "one for each language: {patterns:?}");
    let english =
        patterns.iter().find(|one| one["name"] == format!("undersigned/{CAMPAIGN}-en")).context("no English")?;
    ensure!(english["title"].as_str().is_some_and(|title| title.contains("[evil a=2]")), "{english}");
    let content = english["content"].as_str().context("no content")?;
    browser.script(
        "const paragraph = wp.blocks.createBlock('core/paragraph', { content: arguments[1] });
        wp.data.dispatch('core/block-editor').insertBlocks([paragraph, ...wp.blocks.parse(arguments[0])])",
        &[content.into(), TEXT.into()],
    )?;
    // What the editor shows itself is the whole campaign, too.
    browser.wait_for("the preview", |browser| browser.is_visible(".wp-block-embed iframe"))?;
    let (post, kept) = publish(&browser)?;
    ensure!(kept.contains(&live.landing()) && !kept.contains("<iframe"), "only the address is kept: {kept}");
    shows(&browser, &wordpress.post_url(post), Sight::Frame)
}

#[test]
fn a_list_of_campaigns_is_believed_only_as_far_as_it_has_the_right_form() -> Result<()> {
    let wordpress = with_plugin("hostile")?;
    let folder = testbench::workspace::scratch().join("hosted/hostile-list");
    std::fs::create_dir_all(&folder)?;
    let list = json!([
        { "id": "good", "title": "<img src=x onerror=alert(1)> [evil] \"quoted\"", "languages": ["en", "../..", "en\"><b>", 7], "heights": { "en": 99_999, "fr": "x" } },
        { "id": "../bad", "title": "Bad", "languages": ["en"] },
        { "id": "no-title", "languages": ["en"] },
        { "id": ["list"], "title": "Bad" },
        { "id": "none", "title": "None", "languages": "en", "heights": 5 },
        "text",
        null,
    ]);
    std::fs::write(folder.join("campaigns.json"), list.to_string())?;
    std::fs::write(folder.join("index.html"), "<!doctype html><title>x</title>")?;
    let server = Server::start(Content::Site(folder), Port::free_from(0)?)?;
    name_site(&wordpress, &server.origin().replace("127.0.0.1", "localhost"))?;
    let site = server.origin();
    name_site(&wordpress, &site)?;
    let address = wordpress.post_url(wordpress.post("author", &in_lines(&format!("{site}/c/good/en/")))?);
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    browser.open(&address)?;
    ensure!(browser.attribute("iframe[data-undersigned]", "height")?.as_deref() == Some("12000"));
    ensure!(browser.count(".evil")? == 0 && browser.count("img[src='x']")? == 0);
    let title = browser.attribute("iframe[data-undersigned]", "title")?.context("no title")?;
    ensure!(title.contains("[evil]") && title.contains("\"quoted\""), "{title}");
    let kept = wordpress.run(json!({ "do": "transient", "name": CACHE }))?;
    let ids: Vec<_> = kept["list"].as_object().context("no list")?.keys().collect();
    ensure!(ids == ["good", "none"], "{ids:?}");
    ensure!(kept["list"]["good"]["languages"] == json!(["en"]), "{kept}");
    Ok(())
}

#[test]
fn posts_stay_readable_without_it() -> Result<()> {
    let (live, wordpress) = (live()?, with_plugin("uninstall")?);
    name_site(&wordpress, &live.site.origin())?;
    let address = wordpress.post_url(wordpress.post("author", &in_blocks(&embed_block(&live.landing())))?);
    let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
    shows(&browser, &address, Sight::Frame)?;
    wordpress.run(json!({ "do": "uninstall", "plugin": PLUGIN }))?;
    for name in [OPTION, CACHE] {
        let left = wordpress.run(json!({ "do": "left", "name": name }))?;
        ensure!(left == 0, "{name} is left");
    }
    shows(&browser, &address, Sight::Card)
}
