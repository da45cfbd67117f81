use proptest::prelude::*;

use super::*;

fn sample() -> (Files, &'static Path) {
    let folder = Path::new("../../campaigns/example-city/legislature");
    let mut files = Files::default();
    files.read_folder(folder, |_| Some(u64::MAX));
    (files, folder)
}

const FILES: [&str; 7] =
    [SETTINGS, "sources.toml", "regions.csv", "seats.csv", "people.csv", "postcodes.csv", "shapes.topojson"];

/// What a slip of a hand or a program may leave in a file.
const SLIPS: [&[u8]; 20] = [
    b"",
    b",",
    b"\"",
    b"\n",
    b"\r",
    b"\n\n",
    b"{",
    b"}",
    b"[",
    b"*",
    b"-",
    b"9",
    b"W1",
    b"EX-CITY",
    b"\0",
    b"\xe9",
    b"\xef\xbb\xbf",
    "\u{202e}".as_bytes(),
    b"99999999999999999999",
    b"FILL IN: x",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    /// Whatever is changed in a folder, reading it ends with faults or with a file that a visitor's browser reads.
    #[test]
    fn what_is_read_from_a_changed_folder_can_be_used(
        file in 0..FILES.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..40usize, 0..SLIPS.len()), 1..4),
    ) {
        let (mut files, folder) = sample();
        let mut bytes = files.read(&folder.join(FILES[file])).unwrap().to_vec();
        for (at, cut, slip) in changes {
            let at = at.index(bytes.len() + 1);
            let end = (at + cut.saturating_sub(20)).min(bytes.len());
            bytes.splice(at..end, SLIPS[slip].iter().copied());
        }
        files.add(folder.join(FILES[file]), bytes);
        match read(&files, folder) {
            Ok(folder) => {
                let manner = folder.settings.manner(Language::English, Language::English, &[], String::new());
                let assembly = folder.assembly(&manner).unwrap();
                for region in &folder.regions {
                    for seat in assembly.seats_of(&region.code) {
                        prop_assert!(assembly.represent(seat).is_some());
                    }
                }
            }
            Err(failure) => {
                let said = failure.to_string();
                prop_assert!(!said.is_empty() && !said.chars().any(|c| c.is_control() && c != '\n'), "{said}");
            }
        }
    }
}
