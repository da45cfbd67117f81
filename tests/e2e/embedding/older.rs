//! Code that was pasted before: pasted code is never edited again. `tests/fixtures/snippets` keeps one of each form that was ever
//! published, as it was; a new form of the snippet gets a file there before it is changed again.

use std::fs;

use anyhow::{Context as _, Result, ensure};
use testbench::visit::Visitor;
use testbench::webdriver::Engine;
use testbench::workspace;

use super::loader::host;
use super::{EMBED, in_frame, inside, wait_until_fitted};
use crate::stage;

#[test]
fn every_older_form_of_the_snippet_works() -> Result<()> {
    let stage = stage()?;
    let visitor = Visitor::new(&stage, Engine::Chromium)?;
    let browser = &visitor.browser;
    let mut forms: Vec<_> = fs::read_dir(workspace::root().join("tests/fixtures/snippets"))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    forms.sort();
    ensure!(forms.len() >= 7, "older forms are kept");
    for form in forms {
        let code = fs::read_to_string(&form)?
            .replace("https://act.example.org", &stage.site.origin())
            .replace("CAMPAIGN/", &format!("{}/", stage.open_campaign()?.id))
            .replace(" loading=\"lazy\"", "");
        let host = host(&code)?;
        browser.open(&host.origin_by_number())?;
        if code.contains("<details>") {
            browser.click("summary")?;
        }
        let place = || form.display().to_string();
        if code.contains("<script") {
            wait_until_fitted(browser, EMBED).with_context(place)?;
        } else {
            let [_, _, shown, _, told] = inside(browser, EMBED).with_context(place)?;
            ensure!((shown, told) == (860, 0), "{}: {shown} px", form.display());
        }
        in_frame(browser, EMBED, || {
            visitor.wait_until_ready()?;
            visitor.find("05401")
        })
        .with_context(place)?;
    }
    Ok(())
}
