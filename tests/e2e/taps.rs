//! Three screens, few taps.

use anyhow::{Result, ensure};
use xtask::bench::taps;
use xtask::measure::Verdict;

use crate::stage;

#[test]
fn everybody_gets_through_in_three_screens_and_few_taps() -> Result<()> {
    for bar in taps::bars(&*stage()?)? {
        println!("{}: {:?}", bar.what, bar.measured);
        ensure!(bar.verdict() == Verdict::Goal, "{}: {:?}, at most {}", bar.what, bar.measured, bar.limit);
    }
    Ok(())
}
