use std::collections::BTreeSet;

use super::*;

/// `app` needs `lib`, a macro, and a build script's helper; `lib` and the macro both need `both`; the macro needs `inner`.
fn made_up() -> Graph {
    let package = |name: &str, kind: &str| {
        json!({"id": name, "name": name, "version": "1.0.0", "license": "MIT / Apache-2.0", "description": null,
            "source": "registry+https://github.com/rust-lang/crates.io-index",
            "dependencies": [], "features": {}, "manifest_path": "/Cargo.toml",
            "targets": [{"kind": [kind], "name": name, "src_path": "/lib.rs"}]})
    };
    let edge = |name: &str, kind: Option<&str>| json!({"name": name, "pkg": name, "dep_kinds": [{"kind": kind}]});
    let metadata = json!({
        "packages": [
            package("app", "bin"), package("lib", "lib"), package("macro", "proc-macro"), package("both", "lib"),
            package("inner", "lib"), package("helper", "lib"), package("only-tests", "lib"), package("elsewhere", "lib"),
        ],
        "resolve": {"nodes": [
            {"id": "app", "dependencies": [], "deps": [
                edge("macro", None), edge("lib", None), edge("helper", Some("build")), edge("only-tests", Some("dev")),
                {"name": "elsewhere", "pkg": "elsewhere", "dep_kinds": [{"kind": null, "target": "cfg(windows)"}]}]},
            {"id": "lib", "dependencies": [], "deps": [edge("both", None)]},
            {"id": "macro", "dependencies": [], "deps": [edge("both", None), edge("inner", None)]},
            {"id": "both", "dependencies": [], "deps": []}, {"id": "inner", "dependencies": [], "deps": []}, {"id": "helper", "dependencies": [], "deps": []},
            {"id": "elsewhere", "dependencies": [], "deps": []},
        ]},
        "version": 1, "workspace_members": ["app"], "workspace_root": "/", "target_directory": "/target",
    });
    Graph::parse(&metadata.to_string(), "app", &Target::parse("here", "unix").unwrap()).unwrap()
}

#[test]
fn what_ships_is_told_from_what_only_builds() {
    let graph = made_up();
    let parts: Vec<_> = graph.parts().map(|(package, scope)| (package.name.as_str(), scope.word())).collect();
    let expected = [
        ("both", "required"),
        ("helper", "excluded"),
        ("inner", "excluded"),
        ("lib", "required"),
        ("macro", "excluded"),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn the_lock_files_hashes_are_found_by_name_and_version() {
    let lock = "version = 4\n[[package]]\nname = \"app\"\nversion = \"1.0.0\"\n\
                [[package]]\nname = \"lib\"\nversion = \"1.0.0\"\nchecksum = \"00ff\"\n";
    let bill = bill(&made_up(), &checksums(lock).unwrap(), "1.0.0");
    let lib = bill["components"].as_array().unwrap().iter().find(|part| part["name"] == "lib").unwrap();
    assert_eq!(lib["hashes"], json!([{"alg": "SHA-256", "content": "00ff"}]));
    assert_eq!(lib["licenses"], json!([{"expression": "MIT OR Apache-2.0"}]));
}

/// The program's own bill, against what version 1.6 of the format requires of the parts that are used.
#[test]
fn our_own_bill_is_a_valid_one_and_the_same_each_time() {
    let site = std::env::temp_dir().join(format!("undersigned-sbom-{}", std::process::id()));
    std::fs::create_dir_all(&site).unwrap();
    let read = || {
        write(&site).unwrap();
        std::fs::read_to_string(site.join(BILL)).unwrap()
    };
    let text = read();
    assert_eq!(text, read());
    std::fs::remove_dir_all(&site).unwrap();
    let bill: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        (&bill["bomFormat"], &bill["specVersion"], &bill["version"]),
        (&"CycloneDX".into(), &"1.6".into(), &1.into())
    );
    let own = &bill["metadata"]["component"];
    let components: Vec<&Value> = bill["components"].as_array().unwrap().iter().chain([own]).collect();
    let mut references = BTreeSet::new();
    for component in &components {
        assert!(["application", "library", "data"].contains(&component["type"].as_str().unwrap()), "{component}");
        assert!(!component["name"].as_str().unwrap().is_empty(), "{component}");
        assert!(references.insert(component["bom-ref"].as_str().unwrap()), "{component}: twice");
        assert!(!component["licenses"].as_array().unwrap().is_empty(), "{component}: no licence");
        for hash in component["hashes"].as_array().into_iter().flatten() {
            let content = hash["content"].as_str().unwrap();
            assert!(hash["alg"] == "SHA-256" && content.len() == 64, "{component}");
        }
        if component["purl"].is_string() {
            assert_eq!(component["hashes"].as_array().unwrap().len(), 1, "{component}: not in Cargo.lock");
        }
    }
    for edges in bill["dependencies"].as_array().unwrap() {
        for reference in edges["dependsOn"].as_array().unwrap().iter().chain([&edges["ref"]]) {
            assert!(references.contains(reference.as_str().unwrap()), "{reference}");
        }
    }
    let scope = |name: &str| components.iter().find(|part| part["name"] == name).map(|part| part["scope"].clone());
    let room = components.iter().find(|part| part["name"] == "screens").unwrap();
    assert!(room["purl"].is_null(), "the registry has another package of that name");
    assert_eq!(scope("campaign"), None, "visitors get no checks of campaigns");
    assert_eq!(scope("yew"), Some("required".into()));
    assert_eq!(scope("yew-macro"), Some("excluded".into()));
    assert_eq!(scope("clap"), None, "the native program does not ship");
    assert!(!text.contains(&*workspace::root().to_string_lossy()), "a path of this machine");
}

#[test]
fn what_is_required_is_what_cargo_compiles_into_the_wasm() -> Result<()> {
    let bill = make()?;
    let components = bill.get("components").and_then(Value::as_array).context("no components")?;
    let text =
        |component: &Value, field: &str| component.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let required = components.iter().filter(|component| {
        text(component, "scope") == "required" && text(component, "bom-ref").starts_with("pkg:cargo/")
    });
    let required: BTreeSet<String> = required.map(|component| text(component, "bom-ref")).collect();
    let mut tree = process::cargo();
    // As one asks by hand; macros run in the compiler, and so does what only they need.
    tree.args([
        "tree",
        "-p",
        "undersigned",
        "--target",
        "wasm32-unknown-unknown",
        "-e",
        "normal,no-proc-macro",
        "--prefix",
        "none",
    ]);
    let tree = process::output(&mut tree)?;
    let compiled: BTreeSet<String> = tree
        .lines()
        .filter_map(|line| Some((line.split(' ').next()?, line.split(" v").nth(1)?.split(' ').next()?)))
        .filter(|(name, _)| *name != "undersigned")
        .map(|(name, version)| format!("pkg:cargo/{name}@{version}"))
        .collect();
    assert_eq!(required, compiled);
    assert!(required.iter().any(|package| package.contains("/yew@")), "{required:?}");
    assert!(
        !required.iter().any(|package| package.contains("/syn@") || package.contains("/yew-macro@")),
        "{required:?}"
    );
    Ok(())
}
