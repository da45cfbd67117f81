//! Pictures of every state of the page, and a page that shows them side by side.

mod gallery;
mod scenes;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context as _, Result, anyhow};
use serde_json::json;

use crate::visit::{Stage, Visitor};
use crate::webdriver::{Area, Engine};

pub use gallery::gallery;
use scenes::{Act, Paper, Scene, scenes};

/// What came of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Album {
    /// The pictures that are there, in the order of [`scenes`].
    pub taken: Vec<Scene>,
    /// The names of those that failed.
    pub failed: Vec<String>,
}

/// Takes the pictures whose name contains `only`, into a folder, with a browser for each core. A picture that fails is
/// told and left out.
pub fn take(site: &Path, folder: &Path, only: &str) -> Result<Album> {
    std::fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))?;
    let wanted: Vec<Scene> = scenes().into_iter().filter(|scene| scene.name().contains(only)).collect();
    let next = AtomicUsize::new(0);
    let failed = Mutex::new(BTreeSet::new());
    let work = || -> Result<()> {
        // Of its own, because a scene may let the site fail.
        let stage = Stage::build(site)?;
        let visitor = Visitor::new(&stage, Engine::Chromium)?;
        while let Some(scene) = wanted.get(next.fetch_add(1, Ordering::Relaxed)) {
            match picture(&visitor, scene) {
                Ok(png) => {
                    let file = folder.join(scene.file());
                    std::fs::write(&file, png).with_context(|| format!("could not write {}", file.display()))?;
                    println!("  {}", scene.name());
                }
                Err(error) => {
                    eprintln!("  {} FAILED: {error:#}", scene.name());
                    failed.lock().unwrap_or_else(PoisonError::into_inner).insert(scene.name());
                }
            }
        }
        Ok(())
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| anyhow!("a photographer died"))?)
    })?;
    let failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
    let taken = wanted.into_iter().filter(|scene| !failed.contains(&scene.name())).collect();
    Ok(Album { taken, failed: failed.into_iter().collect() })
}

/// Everything that one scene sets is set again by the next; a page keeps nothing once it is left.
fn picture(visitor: &Visitor<'_>, scene: &Scene) -> Result<Vec<u8>> {
    let browser = &visitor.browser;
    browser.leave_frames()?;
    browser.devtools("Network.clearBrowserCache", json!({}))?;
    browser.set_size(scene.width, 900)?;
    let scheme = json!([{ "name": "prefers-color-scheme", "value": scene.scheme.name() }]);
    browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "", "features": scheme }))?;
    browser.allow_scripts(scene.act != Act::NoScript)?;
    scene.act.perform(visitor, scene)?;
    // A tab that the visitor has opened is in front, and what is behind it is hardly drawn.
    browser.close_other_windows()?;
    if scene.paper == Paper::Print {
        // Only now: on paper there is nothing to press.
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print", "features": scheme }))?;
    }
    if scene.paper == Paper::Turned {
        browser.script("document.documentElement.dir = 'rtl'", &[])?;
    }
    browser.screenshot(Area::Page)
}
