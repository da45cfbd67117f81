//! What both halves need.

use std::path::{Path, PathBuf};

use files::Files;
use publish::{Program, Sources};

/// All sources in one file, one after the other: path, a line end, length in bytes as a decimal number, a line end, content.
#[cfg(not(target_arch = "wasm32"))]
pub fn pack<'f>(files: impl Iterator<Item = (&'f Path, &'f [u8])>) -> Vec<u8> {
    let mut packed = Vec::new();
    for (path, bytes) in files {
        packed.extend(format!("{}\n{}\n", path.to_str().unwrap(), bytes.len()).into_bytes());
        packed.extend(bytes);
    }
    packed
}

/// What was packed.
#[cfg(target_arch = "wasm32")]
pub fn unpack(mut packed: &[u8]) -> Files {
    let mut files = Files::default();
    while !packed.is_empty() {
        let mut lines = packed.splitn(3, |byte| *byte == b'\n');
        let mut line = || str::from_utf8(lines.next().unwrap()).unwrap();
        let (path, length) = (Path::new(line()), line().parse().unwrap());
        let (bytes, rest) = lines.next().unwrap().split_at(length);
        files.add(path, bytes);
        packed = rest;
    }
    files
}

/// SHA-384 of `abc`, which stands for the program (FIPS 180-4 has it as an example).
const ABC: &str = "ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";

/// SHA-256 of `abc` (FIPS 180-4), and of `none`, which stands for the glue.
const ABC_256: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
const NONE: &str = "140bedbf9c3f6d56a9846d2ba7088798683f4da0c248231336e6a05679e4fdfe";

/// A bill of the program with one component.
pub const BILL: &str = r#"{"bomFormat":"CycloneDX","components":[{"bom-ref":"pkg:cargo/example@1.0.0","name":"example","type":"library"}]}"#;

/// The sources, by the names that they have in the project and in the file of all of them.
pub fn sources(files: Files, fonts: Vec<PathBuf>) -> Sources {
    Sources {
        files,
        campaigns: "campaigns".into(),
        data: "data".into(),
        site: "site.toml".into(),
        assets: "assets".into(),
        scripts: "assets".into(),
        heights: None,
        fonts,
        public_url: Some("https://act.example.org".to_owned()),
        program: Program {
            glue: "undersigned-0123abcd.js".to_owned(),
            wasm: "undersigned-0123abcd_bg.wasm".to_owned(),
            integrity: ["sha384-", ABC].concat(),
            sums: [NONE.to_owned(), ABC_256.to_owned()],
            bill: Some(BILL.into()),
        },
    }
}
