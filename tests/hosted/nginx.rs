//! Nginx, set up by following docs/hosting.

use anyhow::{Context as _, Result};
use xtask::webdriver::{Browser, Engine, Tier};

use crate::machine::{Machine, free_port};
use crate::published::{Site, draft, sites};
use crate::rows::Served;

/// Nginx with sites on it, running.
fn with(test: &str, sites: &[&Site]) -> Result<Machine> {
    let mut machine = Machine::new("nginx", test)?;
    for site in sites {
        machine.follow_guide(site, "nginx")?;
    }
    machine.start()?;
    Ok(machine)
}

#[test]
fn a_site_is_served_row_by_row() -> Result<()> {
    let site = &sites().act;
    let machine = with("rows", &[site])?;
    let served = Served::new(site, machine.url(site), machine.line("127.0.0.1"))?;
    served.is_right().with_context(|| machine.log())?;
    // By the other protocol, too; and without TLS one is led to it.
    let served = Served::new(site, machine.url(site), machine.line("[::1]"))?;
    served.every_file_has_its_row().context("IPv6")?;
    served.plain_addresses_lead_on(machine.http)
}

#[test]
fn a_site_below_a_path_is_served_row_by_row() -> Result<()> {
    let site = &sites().below;
    let machine = with("below", &[site])?;
    let served = Served::new(site, machine.url(site), machine.line("127.0.0.1"))?;
    served.is_right().with_context(|| machine.log())?;
    served.its_own_name_needs_no_slash()
}

/// Each with its own policy: theirs differ by the accents of their campaigns.
#[test]
fn two_sites_share_nothing() -> Result<()> {
    let both = [&sites().act, &sites().other];
    let machine = with("two", &both)?;
    for site in both {
        let served = Served::new(site, machine.url(site), machine.line("127.0.0.1"))?;
        served.every_file_has_its_row().with_context(|| machine.log())?;
        served.what_is_missing_says_so().with_context(|| site.url.clone())?;
    }
    Ok(())
}

/// The page that picks a language, asked for in every way that nginx serves it; on a site without TLS, for this machine only.
#[test]
fn a_language_is_picked_with_and_without_the_last_slash() -> Result<()> {
    let port = free_port()?;
    for base in ["", "/act"] {
        let url = format!("http://localhost:{port}{base}");
        let (site, _) = draft("local", &url, &[("example-one", "#8f1d2c")])?;
        let mut machine = Machine::new("nginx", "local")?;
        machine.follow_guide(&site, "nginx")?;
        machine.start_at(&[port])?;
        let browser = Browser::start(Engine::Chromium, Tier::Wasm)?;
        for path in
            ["/c/example-one", "/c/example-one/", "/c/example-one/index.html", "/%63/example-one", "/c/example-one?x=1"]
        {
            browser.open(&[&url, path].concat())?;
            let expected = [&url, "/c/example-one/en/"].concat();
            browser
                .wait_for("the page in a language", |browser| Ok(browser.address()? == expected))
                .with_context(|| format!("{path} led to {:?}: {}", browser.address(), machine.log()))?;
            browser.wait_for_visible("h1.headline")?;
        }
    }
    Ok(())
}
