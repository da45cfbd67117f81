//! Three screens, few taps.

use anyhow::{Result, ensure};
use testbench::bench::taps;
use testbench::measure::{Bar, Verdict};

use crate::{named, stage};

#[test]
fn everybody_gets_through_in_three_screens_and_few_taps() -> Result<()> {
    within(taps::bars(&*stage()?)?)
}

#[test]
fn people_whom_a_campaign_names_take_no_taps_to_find() -> Result<()> {
    for people in [1, 3, 12] {
        within(taps::named(&*named::stage(&format!("taps-{people}"), people)?, people.try_into()?)?)?;
    }
    Ok(())
}

fn within(bars: Vec<Bar>) -> Result<()> {
    for bar in bars {
        println!("{}: {:?}", bar.what, bar.measured);
        ensure!(bar.verdict() == Verdict::Goal, "{}: {:?}, at most {}", bar.what, bar.measured, bar.limit);
    }
    Ok(())
}
