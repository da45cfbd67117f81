//! The packages of a program and what they need, from `cargo metadata`.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result};
use cargo_metadata::cargo_platform::Cfg;
use cargo_metadata::{DepKindInfo, DependencyKind, MetadataCommand, Package, PackageId, TargetKind};

/// The package URL of a package, which identifies it everywhere in the bill.
pub fn reference(package: &Package) -> String {
    format!("pkg:cargo/{}@{}", package.name, package.version)
}

/// Whether it runs inside the compiler only.
fn is_macro(package: &Package) -> bool {
    package.targets.iter().any(|target| target.is_kind(TargetKind::ProcMacro))
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

/// The target for which the program is built.
#[derive(Debug, Default)]
pub struct Target {
    name: String,
    holds: Vec<Cfg>,
}

impl Target {
    /// A target by its triple, from what `rustc --print cfg` tells about it.
    pub fn parse(name: &str, cfg: &str) -> Result<Target> {
        let holds = cfg.lines().map(str::parse).collect::<Result<_, _>>().context("rustc prints no conditions")?;
        Ok(Target { name: name.to_owned(), holds })
    }

    fn needs(&self, info: &DepKindInfo) -> bool {
        info.target.as_ref().is_none_or(|condition| condition.matches(&self.name, &self.holds))
    }
}

/// What one program needs.
#[derive(Debug)]
pub struct Graph {
    root: Package,
    packages: BTreeMap<PackageId, (Package, Scope)>,
    needs: BTreeMap<PackageId, BTreeSet<PackageId>>,
}

impl Graph {
    /// The graph of the workspace's package `root`, from the output of `cargo metadata`. Dependencies that only other targets need are left
    /// out.
    pub fn parse(metadata: &str, root: &str, target: &Target) -> Result<Graph> {
        let metadata = MetadataCommand::parse(metadata).context("cargo metadata is not as expected")?;
        let resolve = metadata.resolve.as_ref().context("cargo metadata resolved no dependencies")?;
        let all: BTreeMap<_, _> = metadata.packages.iter().map(|package| (&package.id, package)).collect();
        let nodes: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
        let root = all.values().find(|package| package.name == root).context("the program is not in the workspace")?;
        let mut graph = Graph { root: (*root).clone(), packages: BTreeMap::new(), needs: BTreeMap::new() };
        let mut open = vec![(&root.id, Scope::Shipped)];
        while let Some((id, scope)) = open.pop() {
            let (Some(package), Some(node)) = (all.get(id), nodes.get(id)) else { continue };
            let scope = if is_macro(package) { Scope::BuildOnly } else { scope };
            match graph.packages.get(id) {
                Some((_, known)) if *known == Scope::Shipped || *known == scope => continue,
                _ => graph.packages.insert(id.clone(), ((*package).clone(), scope)),
            };
            let needs = graph.needs.entry(id.clone()).or_default();
            for edge in &node.deps {
                let is =
                    |kind: DependencyKind| edge.dep_kinds.iter().any(|info| info.kind == kind && target.needs(info));
                if is(DependencyKind::Normal) || is(DependencyKind::Build) {
                    needs.insert(edge.pkg.clone());
                    open.push((&edge.pkg, if is(DependencyKind::Normal) { scope } else { Scope::BuildOnly }));
                }
            }
        }
        Ok(graph)
    }

    /// Marks every package that is not in this list, by name and version, as only needed to build the program.
    pub fn ship_only(&mut self, compiled_in: &BTreeSet<(String, String)>) {
        for (package, scope) in self.packages.values_mut() {
            if !compiled_in.contains(&(package.name.to_string(), package.version.to_string())) {
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
        parts.sort_by_key(|(package, _)| reference(package));
        parts.into_iter().map(|(package, scope)| (package, *scope))
    }

    /// Each package with the references of those that it needs directly, in order.
    pub fn edges(&self) -> impl Iterator<Item = (&Package, impl Iterator<Item = String>)> {
        let mut all: Vec<_> = self.packages.values().map(|(package, _)| package).collect();
        all.sort_by_key(|package| reference(package));
        all.into_iter().map(|package| {
            let needs = self.needs.get(&package.id).into_iter().flatten();
            let references: BTreeSet<String> =
                needs.filter_map(|id| Some(reference(&self.packages.get(id)?.0))).collect();
            (package, references.into_iter())
        })
    }
}
