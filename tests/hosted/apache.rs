//! Apache, set up by following docs/hosting.

use anyhow::{Context as _, Result};

use crate::machine::Machine;
use crate::published::{Site, sites};
use crate::rows::Served;
use crate::visited::visitors_get_everything;

/// Apache with sites on it, running.
fn with(test: &str, sites: &[&Site]) -> Result<Machine> {
    let mut machine = Machine::new("apache2", test)?;
    for site in sites {
        machine.follow_guide(site, "apache")?;
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
    Served::looks_as_the_guide_says(&machine.heads_by_guide(site)?)?;
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

#[test]
fn a_browser_gets_everything_and_frames_fit() -> Result<()> {
    visitors_get_everything("apache2", "apache")
}
