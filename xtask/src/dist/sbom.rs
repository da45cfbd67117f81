//! `sbom.cdx.json`: what the shipped program is made of (CycloneDX 1.6, <https://cyclonedx.org/docs/1.6/json/>).
//!
//! Written from `cargo metadata` for the target that browsers run. No date and no serial number, which the format does
//! not require: the same sources give the same file.

mod graph;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result};
use layout::BILL;
use serde::Deserialize;
use serde_json::{Value, json};
use testbench::tools::{Tool, rust};
use testbench::{process, workspace};

use cargo_metadata::Package;
use graph::{Graph, Scope, Target, reference};

/// The package of which both programs of the page are made.
const PROGRAM: &str = "undersigned";

/// Writes the bill of materials into a site's folder.
pub fn write(site: &Path) -> Result<()> {
    let text = serde_json::to_string_pretty(&make()?)?;
    let file = site.join(BILL);
    std::fs::write(&file, text + "\n").with_context(|| format!("could not write {}", file.display()))
}

/// The bill of the project as it is.
fn make() -> Result<Value> {
    let mut metadata = process::cargo();
    metadata.args(["metadata", "--format-version", "1", "--locked", "--filter-platform", rust::WASM]);
    let mut rustc = Command::new("rustc");
    let target = Target::parse(
        rust::WASM,
        &process::output(rustc.current_dir(workspace::root()).args(["--print", "cfg", "--target", rust::WASM]))?,
    )?;
    let mut graph = Graph::parse(&process::output(&mut metadata)?, PROGRAM, &target)?;
    graph.ship_only(&compiled_in()?);
    let lock = std::fs::read_to_string(workspace::root().join("Cargo.lock")).context("could not read Cargo.lock")?;
    let compiler = process::output(Command::new("rustc").current_dir(workspace::root()).arg("--version"))?;
    let compiler = compiler.split_whitespace().nth(1).unwrap_or_default();
    Ok(bill(&graph, &checksums(&lock)?, compiler))
}

/// Name and version of each package that is compiled into what visitors run. `cargo metadata` lists more: packages that only
/// tests or other programs of the workspace enable.
fn compiled_in() -> Result<BTreeSet<(String, String)>> {
    let mut tree = process::cargo();
    tree.args(["tree", "--locked", "--package", PROGRAM, "--target", rust::WASM, "--edges", "normal,no-proc-macro"])
        .args(["--prefix", "none", "--format", "{p}"]);
    let lines = process::output(&mut tree)?;
    let package = |line: &str| {
        let mut words = line.split(' ');
        Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
    };
    Ok(lines.lines().filter_map(package).collect())
}

/// SHA-256 of a package as it was fetched, by name and version.
type Checksums = BTreeMap<(String, String), String>;

fn checksums(lock: &str) -> Result<Checksums> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    #[derive(Deserialize)]
    struct Locked {
        name: String,
        version: String,
        checksum: Option<String>,
    }
    let lock: Lock = toml::from_str(lock).context("Cargo.lock is not as expected")?;
    let known =
        lock.package.into_iter().filter_map(|package| Some(((package.name, package.version), package.checksum?)));
    Ok(known.collect())
}

fn bill(graph: &Graph, checksums: &Checksums, compiler: &str) -> Value {
    let mut components: Vec<Value> =
        graph.parts().map(|(package, scope)| component(package, scope, checksums)).collect();
    components.push(json!({
        "type": "library", "bom-ref": format!("rust-std@{compiler}"), "name": "rust-std", "version": compiler,
        "description": "The Rust standard library", "scope": "required", "licenses": [{"expression": "MIT OR Apache-2.0"}],
    }));
    let tool = |name: &str, version: &str| json!({"type": "application", "name": name, "version": version});
    let mut tools = vec![tool("rustc", compiler)];
    tools.extend(Tool::FOR_A_BUILD.map(|made_with| tool(made_with.package(), made_with.version())));
    let dependencies: Vec<Value> = graph
        .edges()
        .map(|(package, needs)| json!({"ref": reference(package), "dependsOn": needs.collect::<Vec<_>>()}))
        .collect();
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": own(graph.root()), "tools": {"components": tools}},
        "components": components,
        "dependencies": dependencies,
    })
}

/// The program itself.
fn own(package: &Package) -> Value {
    json!({
        "type": "application", "bom-ref": reference(package), "name": package.name, "version": package.version,
        "description": package.description, "licenses": licences(package),
    })
}

/// A package that is part of the program, or only needed to build it.
fn component(package: &Package, scope: Scope, checksums: &Checksums) -> Value {
    let key = (package.name.to_string(), package.version.to_string());
    let hashes: Vec<Value> =
        checksums.get(&key).map(|hash| json!({"alg": "SHA-256", "content": hash})).into_iter().collect();
    let mut component = json!({
        "type": "library", "bom-ref": reference(package), "name": package.name, "version": package.version,
        "scope": scope.word(), "licenses": licences(package),
    });
    // Our own rooms are in no registry, where other packages may have their names.
    if let (Some(_), Some(component)) = (&package.source, component.as_object_mut()) {
        component.insert("hashes".to_owned(), hashes.into());
        component.insert("purl".to_owned(), reference(package).into());
    }
    component
}

/// An SPDX expression. Old packages write a slash for "or".
fn licences(package: &Package) -> Vec<Value> {
    let expression = |said: &String| said.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ");
    package.license.iter().map(|said| json!({"expression": expression(said)})).collect()
}

#[cfg(test)]
mod tests;
