//! Two sites below paths of one host name, put together as docs/hosting tells it: "Several sites".

use anyhow::{Context as _, Result};

use crate::machine::Machine;
use crate::published::{Site, sites};
use crate::rows::Served;

/// Sets the first site up by the guide, lets somebody add the second, and looks at both.
fn share(
    (server, guide): (&'static str, &str),
    add: impl FnOnce(&Machine, &Site, std::path::PathBuf) -> Result<()>,
) -> Result<()> {
    let (first, second) = (&sites().below, &sites().beside);
    let mut machine = Machine::new(server, "shared")?;
    machine.follow_guide(first, guide)?;
    add(&machine, second, machine.copy_pages(second)?)?;
    machine.start()?;
    for site in [first, second] {
        let served = Served::new(site, machine.url(site), machine.line("127.0.0.1"))?;
        served.every_file_has_its_row().with_context(|| machine.log())?;
        served.what_is_missing_says_so().with_context(|| site.url.clone())?;
        served.its_own_name_needs_no_slash()?;
    }
    Ok(())
}

/// The configuration that the build wrote for a site.
fn written(site: &Site, file: &str) -> Result<String> {
    Ok(std::fs::read_to_string(site.folder.join("_hosting").join(file))?)
}

/// What is behind the first `start`, up to the last `end`.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Result<&'t str> {
    let (_, rest) = text.split_once(start).with_context(|| format!("no {start:?} in {text}"))?;
    let (inside, _) = rest.rsplit_once(end).with_context(|| format!("no {end:?} in {rest}"))?;
    Ok(inside)
}

#[test]
fn apache_needs_the_second_sites_pages_and_its_htaccess() -> Result<()> {
    share(("apache2", "apache"), |_, site, folder| {
        Ok(std::fs::write(folder.join(".htaccess"), written(site, "apache.htaccess")?)?)
    })
}

#[test]
fn nginx_takes_the_second_sites_maps_and_locations() -> Result<()> {
    share(("nginx", "nginx"), |machine, site, _| {
        let second = written(site, "nginx.conf")?.replace("# brotli_static", "brotli_static");
        let (maps, servers) = second.split_once("\nserver {").context("no server")?;
        let locations = between(servers, "error_page 400", "\n}")?;
        let (_, locations) = locations.split_once('\n').context("no locations")?;
        machine.edit("nginx/conf.d/example.org.conf", |first| {
            let (start, rest) = first.split_once("\nserver {").context("no server")?;
            let (servers, end) = rest.rsplit_once("\n}").context("no end")?;
            Ok([start, "\n", maps, "\nserver {", servers, "\n", locations, "\n}", end].concat())
        })
    })
}

#[test]
fn caddy_takes_what_is_inside_the_second_sites_block() -> Result<()> {
    share(("caddy", "caddy"), |machine, site, _| {
        let second = written(site, "Caddyfile")?;
        let inside = between(&second, "{\n", "\n}\nhttp://")?;
        let (lines, errors) = inside.split_once("\thandle_errors {\n").context("no errors")?;
        let errors = errors.strip_suffix("\t}").context("no end of the errors")?;
        machine.edit("caddy/sites/example.org", |first| {
            let (start, end) = first.split_once("\thandle_errors {\n").context("no errors")?;
            Ok([start, lines, "\thandle_errors {\n", errors, end].concat())
        })
    })
}
