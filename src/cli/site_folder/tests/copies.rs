//! Compressed copies beside files.

use std::io::Read as _;

use super::*;

#[test]
fn compressed_copies_follow_what_they_are_of() {
    let root = scratch("twins");
    let [one, two] = ["<p>one</p>", "<p>two</p>"].map(|text| text.repeat(60));
    for path in ["index.html", "index.html.br", "index.html.gz", "c/x/index.html", "c/x/index.html.br", "tiny.html.br"]
    {
        put(&root, path, "stale");
    }
    run(&root, WEEK, NOW, &[("index.html", &one), ("c/x/index.html", &two), ("tiny.html", "tiny"), ("new.html", &one)]);
    let brotli = |path: &str| {
        let mut text = Vec::new();
        brotli::BrotliDecompress(&mut fs::File::open(root.join(path)).unwrap(), &mut text).unwrap();
        String::from_utf8(text).unwrap()
    };
    let gzip = |path: &str| {
        let mut text = String::new();
        flate2::read::GzDecoder::new(fs::File::open(root.join(path)).unwrap()).read_to_string(&mut text).unwrap();
        text
    };
    assert!(brotli("index.html.br") == one && gzip("index.html.gz") == one);
    assert!(brotli("c/x/index.html.br") == two && !root.join("c/x/index.html.gz").exists());
    assert_eq!(brotli("tiny.html.br"), "tiny");
    assert!(brotli("new.html.br") == one && gzip("new.html.gz") == one, "a new file in a folder that has copies");
    fs::remove_dir_all(&root).unwrap();
}

#[test]
fn a_given_site_loses_the_copies_that_it_was_not_given() {
    let root = scratch("given");
    for path in ["index.html", "index.html.br", "index.html.gz"] {
        put(&root, path, "stale");
    }
    let folder = SiteFolder::open_at(&root, WEEK, Compressed::Given, NOW).unwrap();
    for (path, content) in [("index.html", "new"), ("index.html.br", "new copy")] {
        folder.write(path, content.as_bytes()).unwrap();
    }
    folder.finish().unwrap();
    assert_eq!(all(&root), ["index.html", "index.html.br"]);
    assert_eq!(fs::read_to_string(root.join("index.html.br")).unwrap(), "new copy");
    fs::remove_dir_all(&root).unwrap();
}
