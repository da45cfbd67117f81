//! Packages of a program and what they need, as `cargo metadata` tells them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use serde::Deserialize;

/// A package, one version of it.
#[derive(Clone, Debug, Deserialize)]
pub struct Package {
    id: String,
    /// Its name in the registry.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence, an SPDX expression.
    pub license: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    targets: Vec<Target>,
}

#[derive(Clone, Debug, Deserialize)]
struct Target {
    kind: Vec<String>,
}

impl Package {
    /// Its package URL, which names it everywhere in the bill.
    pub fn reference(&self) -> String {
        format!("pkg:cargo/{}@{}", self.name, self.version)
    }

    /// Whether it runs inside the compiler only.
    fn is_macro(&self) -> bool {
        self.targets.iter().any(|target| target.kind.iter().any(|kind| kind == "proc-macro"))
    }
}

/// What a package is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Its code may be in what visitors download.
    Shipped,
    /// It runs while the program is built: macros, build scripts and what they need.
    BuildOnly,
}

impl Scope {
    /// CycloneDX's word.
    pub fn word(self) -> &'static str {
        match self {
            Scope::Shipped => "required",
            Scope::BuildOnly => "excluded",
        }
    }
}

/// What one program needs.
#[derive(Debug)]
pub struct Graph {
    root: Package,
    packages: BTreeMap<String, (Package, Scope)>,
    needs: BTreeMap<String, BTreeSet<String>>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<Kind>,
}

#[derive(Deserialize)]
struct Kind {
    /// `None` is an ordinary dependency.
    kind: Option<String>,
}

impl Edge {
    fn is(&self, wanted: Option<&str>) -> bool {
        self.dep_kinds.iter().any(|kind| kind.kind.as_deref() == wanted)
    }
}

impl Graph {
    /// The graph of the workspace's package `root`, from the output of `cargo metadata`.
    pub fn parse(metadata: &str, root: &str) -> Result<Graph> {
        let metadata: Metadata = serde_json::from_str(metadata).context("cargo metadata is not as expected")?;
        let all: BTreeMap<String, Package> =
            metadata.packages.into_iter().map(|package| (package.id.clone(), package)).collect();
        let nodes: BTreeMap<&str, &Node> = metadata.resolve.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        let root = all.values().find(|package| package.name == root).context("the program is not in the workspace")?;
        let mut graph = Graph { root: root.clone(), packages: BTreeMap::new(), needs: BTreeMap::new() };
        let mut open = vec![(root.id.as_str(), Scope::Shipped)];
        while let Some((id, scope)) = open.pop() {
            let (Some(package), Some(node)) = (all.get(id), nodes.get(id)) else { continue };
            let scope = if package.is_macro() { Scope::BuildOnly } else { scope };
            match graph.packages.get(id) {
                Some((_, known)) if *known == Scope::Shipped || *known == scope => continue,
                _ => graph.packages.insert(id.to_owned(), (package.clone(), scope)),
            };
            let needs = graph.needs.entry(id.to_owned()).or_default();
            for edge in node.deps.iter().filter(|edge| edge.is(None) || edge.is(Some("build"))) {
                needs.insert(edge.pkg.clone());
                open.push((&edge.pkg, if edge.is(None) { scope } else { Scope::BuildOnly }));
            }
        }
        Ok(graph)
    }

    /// Says which packages, by name and version, are compiled into the program; all others are there to build it.
    pub fn ship_only(&mut self, compiled_in: &BTreeSet<(String, String)>) {
        for (package, scope) in self.packages.values_mut() {
            if !compiled_in.contains(&(package.name.clone(), package.version.clone())) {
                *scope = Scope::BuildOnly;
            }
        }
    }

    /// The program itself.
    pub fn root(&self) -> &Package {
        &self.root
    }

    /// Everything else, by name and version.
    pub fn parts(&self) -> impl Iterator<Item = (&Package, Scope)> {
        let mut parts: Vec<_> = self.packages.values().filter(|(package, _)| package.id != self.root.id).collect();
        parts.sort_by_key(|(package, _)| package.reference());
        parts.into_iter().map(|(package, scope)| (package, *scope))
    }

    /// Each package with the references of those that it needs directly, in order.
    pub fn edges(&self) -> impl Iterator<Item = (&Package, impl Iterator<Item = String>)> {
        let mut all: Vec<_> = self.packages.values().map(|(package, _)| package).collect();
        all.sort_by_key(|package| package.reference());
        all.into_iter().map(|package| {
            let needs = self.needs.get(&package.id).into_iter().flatten();
            let references: BTreeSet<String> =
                needs.filter_map(|id| Some(self.packages.get(id)?.0.reference())).collect();
            (package, references.into_iter())
        })
    }
}
