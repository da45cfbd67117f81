//! Joins districts and ZIP codes by census block, exactly and in little memory: from the Census Bureau's
//! `NationalCD120.txt` (block to district) and `tab20_zcta520_tabblock20_natl.txt` (block to ZCTA, one gigabyte).

use std::io::Read;

use places::congress::Division;
use records::fault::Fault;
use records::tables::fields::{self, FieldFault};

use super::reviewed::Input;
use super::table;
use super::table::Pairs;
use super::zips::{is_land, number, state_of_fips};

/// Blocks with their district: the number of a block (its 15 digits) times 128, and the number of the district. Eight bytes
/// for each of 8 million blocks.
#[derive(Debug, Default)]
pub struct Blocks(
    // Private: sorted, so that a block is found by halving.
    Vec<u64>,
);

/// No district has this number: blocks of water.
const WATER: u64 = 127;

impl Blocks {
    /// Reads the columns `GEOID` and `CDFP` of the block equivalency file.
    pub fn read(bytes: impl Read, input: &Input, faults: &mut Vec<Fault>) -> Blocks {
        let mut blocks = Vec::new();
        table::each(bytes, &input.file, b',', &["GEOID", "CDFP"], faults, |fields| {
            let &[geoid, district] = fields else { return Ok(()) };
            let number = number(district)?.map_or(WATER, u64::from);
            if number > WATER {
                return Err(FieldFault::not(district, "a district"));
            }
            blocks.push(block(geoid)? << 7 | number);
            Ok(())
        });
        blocks.sort_unstable();
        for pair in blocks.windows(2) {
            if let [one, other] = pair
                && one >> 7 == other >> 7
            {
                faults.push(Fault::new(
                    &input.file,
                    format_args!("block {:015}", one >> 7),
                    "this block is listed twice",
                ));
            }
        }
        Blocks(blocks)
    }

    /// The number of the block's district; `Some(None)` for water.
    fn district(&self, block: u64) -> Option<Option<u8>> {
        let at = self.0.partition_point(|entry| entry >> 7 < block);
        let entry = self.0.get(at).filter(|entry| *entry >> 7 == block)?;
        Some(u8::try_from(entry & 127).ok().filter(|_| entry & 127 != WATER))
    }

    /// Reads the columns `GEOID_ZCTA5_20`, `GEOID_TABBLOCK_20` and `AREALAND_PART` of the relationship file: the districts
    /// in which a ZIP code has land.
    pub fn join(&self, bytes: impl Read, input: &Input, faults: &mut Vec<Fault>) -> Pairs {
        let mut pairs = Pairs::new();
        let names = ["GEOID_ZCTA5_20", "GEOID_TABBLOCK_20", "AREALAND_PART"];
        table::each(bytes, &input.file, b'|', &names, faults, |fields| {
            let &[zcta, geoid, land] = fields else { return Ok(()) };
            if zcta.is_empty() || geoid.is_empty() || !is_land(land)? {
                return Ok(());
            }
            let found = self
                .district(block(geoid)?)
                .ok_or_else(|| FieldFault::row(format_args!("block {geoid} has no known district")))?;
            if let Some(district) = found {
                let state = state_of_fips(geoid.get(..2).unwrap_or_default())?;
                pairs.insert((fields::zip(zcta)?, Division { state, district }));
            }
            Ok(())
        });
        pairs
    }
}

/// The number of a block: state, county, tract and block, 15 digits.
fn block(geoid: &str) -> Result<u64, FieldFault> {
    let digits = geoid.len() == 15 && geoid.bytes().all(|byte| byte.is_ascii_digit());
    geoid.parse().ok().filter(|_| digits).ok_or_else(|| FieldFault::not(geoid, "a census block"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::import::us::reviewed::Format;
    use crate::cli::import::us::zips::tests::input;

    #[test]
    fn blocks_join_districts_and_zip_codes_exactly() {
        let districts = "\u{feff}GEOID,CDFP\n500010001001000,00\n330010001001001,01\n330010001001002,02\n\
            330010001001003,ZZ\n110010001001000,98\n";
        let head = "\u{feff}OID_ZCTA5_20|GEOID_ZCTA5_20|OID_TABBLOCK_20|GEOID_TABBLOCK_20|AREALAND_PART|AREAWATER_PART";
        let zips = "1|05401|2|500010001001000|9|0\n1|03801|2|330010001001001|9|0\n1|03801|2|330010001001002|9|0\n\
            1|03801|2|330010001001003|9|0\n1|03802|2|330010001001001|0|9\n||2|330010001001001|9|0\n1|20001|2|110010001001000|9|0\n";
        let mut faults = Vec::new();
        let blocks = Blocks::read(districts.as_bytes(), &input(Format::BlockDistricts), &mut faults);
        let pairs = blocks.join(format!("{head}\n{zips}").as_bytes(), &input(Format::BlockZips), &mut faults);
        let shown: Vec<String> = pairs.iter().map(|(zip, division)| format!("{zip} {division}")).collect();
        assert_eq!((shown.join(", ").as_str(), faults.len()), ("03801 NH-1, 03801 NH-2, 05401 VT, 20001 DC", 0));
    }

    #[test]
    fn every_bad_block_is_named() {
        let mut faults = Vec::new();
        let districts = "GEOID,CDFP\n500010001001000,00\n500010001001000,01\n5000100,00\n50001000100100x,00\n\
            500010001001001,xx\n500010001001002\n";
        let blocks = Blocks::read(districts.as_bytes(), &input(Format::BlockDistricts), &mut faults);
        let zips = "GEOID_ZCTA5_20|GEOID_TABBLOCK_20|AREALAND_PART\n05401|500010001001009|9\n5401|500010001001000|9\n\
            05401|500010001001000|x\n";
        blocks.join(zips.as_bytes(), &input(Format::BlockZips), &mut faults);
        let shown: Vec<String> = faults.iter().map(|fault| fault.place.clone()).collect();
        assert_eq!(
            shown,
            ["line 4", "line 5", "line 6", "line 7", "block 500010001001000", "line 2", "line 3", "line 4"]
        );
        let mut faults = Vec::new();
        Blocks::read("GEOID|CDFP\n".as_bytes(), &input(Format::BlockDistricts), &mut faults);
        assert_eq!(faults.len(), 2, "another delimiter");
    }
}
