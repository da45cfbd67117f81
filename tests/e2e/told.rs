//! A frame says nothing of its visitor: what its host sees is the same for all districts, postcodes and letters.

use anyhow::{Result, ensure};
use testbench::bench::told;

use crate::stage;

#[test]
fn a_host_learns_neither_district_nor_state_nor_what_is_typed() -> Result<()> {
    let stage = stage()?;
    let told = told::measure(&stage)?;
    println!("{told:#?}");
    ensure!(told.districts >= 438, "only {} districts", told.districts);
    for (what, bits) in
        [("district", told.district), ("state", told.state), ("postcode", told.postcode), ("letter", told.letter)]
    {
        // Not a bit of it; a millionth is rounding.
        ensure!(bits.heights < 1e-6, "the heights say {} bits about the {what}", bits.heights);
        ensure!(bits.everything < 1e-6, "the host sees {} bits about the {what}", bits.everything);
    }
    Ok(())
}
