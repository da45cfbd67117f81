//! A site as a function: files of campaigns and tables go in, the files of the site come out. No file system, no clock, no
//! environment: the same bytes in a shell, in a test and in a browser.

// Each word of a template is a step of the macro that reads it.
#![recursion_limit = "1024"]

mod bill;
mod campaign_pages;
pub mod campaigns;
mod credits;
mod directory;
mod file;
mod headers;
mod icon;
mod kit;
mod legislatures;
mod listed;
mod lists;
mod live_parts;
mod loader;
mod markup;
mod materials;
mod measured;
mod oembed;
mod page_set;
pub mod pictures;
mod previews;
mod renderer;
mod scripts;
mod signers;
pub mod site_file;
mod style;
pub mod sums;

use anyhow::{Result, anyhow};

pub use file::File;
pub use headers::limits::exceeded as refused_by_hosts;
pub use materials::{Failure, Materials, Program, Sources, campaigns as read_campaigns};
pub use page_set::PageSet;
pub use renderer::Renderer;

use pictures::Typesetter;

/// Every file of a site but the built program, in order of the paths; the last one lists the sums of all, the program's too.
///
/// # Errors
/// [`Failure::Campaigns`] with all faults of all campaigns; [`Failure::Other`] with the first thing that is missing or wrong
/// elsewhere.
pub fn publish(sources: &Sources) -> Result<Vec<File>, Failure> {
    let mut materials = Materials::read(sources)?;
    let mut files = draw_pictures(sources, &mut materials)?;
    files.extend(materials.shared_files().map(|(path, bytes)| File::new(path, bytes)));
    files.extend(materials.logos()?.into_iter().map(|(path, bytes)| File::new(&path, bytes)));
    files.extend(draw(&materials)?);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    // Campaigns share the tables and words of a legislature.
    files.dedup();
    match files.windows(2).find_map(|pair| (pair.first()?.path == pair.last()?.path).then(|| pair.first())) {
        Some(Some(File { path, .. })) => Err(Failure::Other(anyhow!("two files would be {path}"))),
        _ => {
            let Program { glue, wasm, sums: [of_glue, of_wasm], .. } = materials.program;
            files.push(sums::of(&files, [(glue, of_glue), (wasm, of_wasm)]));
            Ok(files)
        }
    }
}

/// Every page, and what other tools, hosts and sites read.
///
/// # Errors
/// What could not be drawn.
pub fn draw(materials: &Materials) -> Result<Vec<File>> {
    let renderer = Renderer::new(materials)?;
    let mut files = Vec::new();
    for set in PageSet::all(materials) {
        files.extend(set.draw(&renderer)?);
    }
    Ok(files)
}

/// The pictures that other sites show beside links, which pages name from then on.
fn draw_pictures(sources: &Sources, materials: &mut Materials) -> Result<Vec<File>> {
    if sources.fonts.is_empty() {
        return Ok(Vec::new());
    }
    let mut typesetter = Typesetter::with_fonts(&sources.files, &sources.fonts)?;
    let mut files = Vec::new();
    for wanted in pictures::wanted(&materials.campaigns) {
        let picture = pictures::picture(&mut typesetter, &wanted)?;
        files.extend(picture.map(|bytes| File::new(&wanted.path, bytes)));
    }
    materials.pictures = files.iter().map(|file| ["/", &file.path].concat()).collect();
    Ok(files)
}
