//! One list of tasks for everybody: in three engines, with everything, without Wasm and without scripts, on the landing
//! page and in a partner's frame. What is stored, asked for or refused afterwards is looked at, too.

pub mod place;
mod steps;

use anyhow::{Context as _, Result, ensure};
use testbench::visit::{Stage, Visitor};
use testbench::webdriver::{Engine, Tier};

use crate::stage;
use place::Place;
use steps::TASKS;

#[test]
fn everybody_can_do_everything_in_chromium() -> Result<()> {
    all_tiers(Engine::Chromium)
}

#[test]
fn everybody_can_do_everything_in_firefox() -> Result<()> {
    all_tiers(Engine::Firefox)
}

#[test]
fn everybody_can_do_everything_in_webkit() -> Result<()> {
    all_tiers(Engine::WebKit)
}

fn all_tiers(engine: Engine) -> Result<()> {
    for tier in Tier::ALL {
        let stage = stage()?;
        let visitor = Visitor::in_tier(&stage, engine, tier)?;
        for place in Place::ALL {
            for (task, act) in TASKS {
                place.open(&visitor)?;
                act(&visitor, place)
                    .with_context(|| format!("{task}: {engine:?}, tier {}, {place:?}", tier.number()))?;
            }
            println!("{engine:?}, tier {}, {place:?}: {} tasks", tier.number(), TASKS.len());
        }
        leaves_nothing_behind(&stage, &visitor)?;
    }
    Ok(())
}

/// What was looked up is in no address, and nothing is stored.
fn leaves_nothing_behind(stage: &Stage, visitor: &Visitor<'_>) -> Result<()> {
    let told: Vec<String> = stage.site.requests().into_iter().map(|request| request.path).collect();
    ensure!(!told.iter().any(|path| path.contains(steps::ZIP)), "{told:?}");
    // A frame has a store of its own.
    for place in Place::ALL {
        place.open(visitor)?;
        let stored = visitor.browser.script(steps::STORED, &[])?;
        ensure!(stored == serde_json::json!([0, 0, 0]), "{place:?}: cookies, local and session storage: {stored}");
    }
    Ok(())
}
