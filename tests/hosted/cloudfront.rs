//! The functions for CloudFront, run by Node in front of a folder that stands for S3: it knows names, and no folders.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde_json::json;
use testbench::server::HeaderRules;

use crate::published::{Site, draft, sites};

/// CloudFront takes no longer function.
const LONGEST: usize = 10_240;

/// Reads `{functions, folder, base, paths}`, and writes what comes of each path. A viewer response may be told the address as it
/// was asked for or as the first function left it: both must come to the same.
const DRIVER: &str = "
const fs = require('fs'), vm = require('vm'), { functions, folder, base, paths } = JSON.parse(fs.readFileSync(0, 'utf8'));
const [request, response] = functions.map(file => vm.runInNewContext(fs.readFileSync(file, 'utf8') + ';handler'));
const isFile = file => fs.existsSync(file) && fs.statSync(file).isFile();
console.log(JSON.stringify(paths.map(path => {
  const event = { version: '1.0', context: { eventType: 'viewer-request' }, request: { method: 'GET', uri: path, querystring: {}, headers: {} } };
  const uri = request(event).uri, found = uri.startsWith(base + '/') && isFile(folder + uri.slice(base.length));
  const answer = uri => response({ request: { ...event.request, uri }, response: { statusCode: found ? 200 : 404, headers: {} } });
  const [told, left] = [answer(path), answer(uri)].map(answer => JSON.stringify(answer));
  if (told !== left) throw new Error(path + ': ' + told + ' and ' + left);
  return { path, uri, status: found ? 200 : 404, headers: Object.entries(answer(uri).headers).map(([name, { value }]) => [name, value]) };
})));
";

/// What came of a path.
#[derive(Debug, Deserialize)]
struct Came {
    path: String,
    uri: String,
    status: u16,
    headers: Vec<(String, String)>,
}

#[test]
fn every_file_is_found_and_has_its_row() -> Result<()> {
    for site in [&sites().act, &sites().below] {
        every_file_has_its_row(site)?;
    }
    Ok(())
}

#[test]
fn eight_and_eighty_campaigns_fit_and_have_their_rows() -> Result<()> {
    for count in [8_usize, 80] {
        // Each has an accent of its own: the worst case.
        let named: Vec<(String, String)> = (0..count)
            .map(|at| (format!("example-campaign-of-many-{at:02}"), format!("#{:02x}1d{:02x}", 0x40 + at, 0x90 - at)))
            .collect();
        let campaigns: Vec<(&str, &str)> = named.iter().map(|(id, accent)| (id.as_str(), accent.as_str())).collect();
        let (site, said) = draft(&format!("many-{count}"), "https://act.example.org", &campaigns)?;
        for function in functions(&site) {
            let length = std::fs::metadata(&function)?.len();
            ensure!(length <= LONGEST as u64, "{function}: {length} bytes with {count} campaigns");
        }
        ensure!(!said.contains("CloudFront"), "{said}");
        // Cloudflare has other limits: a number of rules, which is kept, and a length of lines, which is told.
        let rules = std::fs::read_to_string(site.folder.join("_headers"))?;
        ensure!(rules.lines().filter(|line| line.starts_with('/')).count() <= 100, "{count} campaigns");
        let is_long = rules.lines().any(|line| line.chars().count() > 2_000);
        ensure!(
            said.contains("Cloudflare Pages passes over lines") == is_long && is_long == (count == 80),
            "{count}: {said}"
        );
        every_file_has_its_row(&site).with_context(|| format!("{count} campaigns"))?;
    }
    Ok(())
}

fn functions(site: &Site) -> [String; 2] {
    ["request", "response"].map(|name| site.folder.join(format!("_hosting/cloudfront-{name}.js")).display().to_string())
}

fn every_file_has_its_row(site: &Site) -> Result<()> {
    let rules = HeaderRules::parse(&std::fs::read_to_string(site.folder.join("_headers"))?);
    let rules = rules.map_err(|faults| anyhow::anyhow!("{faults:?}"))?;
    let id = &site.campaigns[0];
    let mut expected: BTreeMap<String, Option<String>> = BTreeMap::new();
    for file in site.files()?.into_keys() {
        let path = ["/", file.strip_suffix("index.html").unwrap_or(&file)].concat();
        expected.insert(path, Some(file));
    }
    for (path, file) in [
        (format!("/c/{id}"), Some(format!("c/{id}/index.html"))),
        (format!("/c/{id}/en"), Some(format!("c/{id}/en/index.html"))),
        (format!("/e/{id}/en"), Some(format!("e/{id}/en/index.html"))),
        (format!("/e/{id}/en/index.html"), Some(format!("e/{id}/en/index.html"))),
        (format!("/%63/{id}/en/"), Some(format!("c/{id}/en/index.html"))),
        (format!("/%65/{id}/%65%6E"), Some(format!("e/{id}/en/index.html"))),
        ("/embed/v%31.js".to_owned(), Some("embed/v1.js".to_owned())),
        ("/%64ata/nothing.bin".to_owned(), None),
        ("/data/".to_owned(), None),
        ("/e/nobody/en/".to_owned(), None),
        ("/nowhere".to_owned(), None),
        ("/%".to_owned(), None),
        ("/%zz/%ff%00/".to_owned(), None),
    ] {
        expected.insert(path, file);
    }
    let paths: Vec<String> = expected.keys().map(|path| [site.base(), path].concat()).collect();
    for (came, file) in run(site, &paths)?.into_iter().zip(expected.values()) {
        let found = file.as_ref().map(|file| [site.base(), "/", file].concat());
        ensure!(came.status == if found.is_some() { 200 } else { 404 }, "{came:?}");
        ensure!(found.as_ref().is_none_or(|found| *found == came.uri), "{} became {}", came.path, came.uri);
        let path = found.map(|found| found.strip_suffix("index.html").map_or(found.clone(), str::to_owned));
        let path = path.unwrap_or_else(|| [site.base(), "/404.html"].concat());
        let row: BTreeMap<&str, &str> = rules.for_path(&path).into_iter().collect();
        let headers = came.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        ensure!(headers.clone().count() == row.len() && headers.collect::<BTreeMap<_, _>>() == row, "{came:?}");
        ensure!(came.status == 200 || row.get("cache-control") == Some(&"no-store"), "{came:?}");
    }
    // Below a path, the path itself.
    if !site.base().is_empty() {
        let top = run(site, &[site.base().to_owned()])?;
        ensure!(top.iter().all(|came| came.status == 200 && came.headers.len() > 4), "{top:?}");
    }
    Ok(())
}

fn run(site: &Site, paths: &[String]) -> Result<Vec<Came>> {
    let input = json!({ "functions": functions(site), "folder": site.folder, "base": site.base(), "paths": paths });
    let mut node = Command::new("node")
        .args(["-e", DRIVER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("could not start Node")?;
    node.stdin.take().context("no input")?.write_all(input.to_string().as_bytes())?;
    let output = node.wait_with_output()?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}
