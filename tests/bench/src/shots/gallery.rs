//! The page that shows all pictures side by side.

use super::Scene;

const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;margin:1.5rem;background:#ddd;color:#111}
main{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}
figure{margin:0}img{display:block;max-inline-size:100%;border:1px solid #888;background:#fff}
figcaption{font-weight:600}";

/// The HTML of the page; the pictures are beside it.
pub fn gallery(scenes: &[Scene]) -> String {
    let figures: Vec<String> = scenes
        .iter()
        .map(|scene| {
            let (name, file) = (scene.name(), scene.file());
            let shown = scene.width / 2;
            format!(
                "<figure><figcaption>{name}</figcaption><a href=\"{file}\"><img loading=\"lazy\" src=\"{file}\" \
                 width=\"{shown}\" alt=\"{name}\"></a></figure>"
            )
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Undersigned, {} pictures</title>\n\
         <style>{STYLE}</style>\n<h1>{} pictures</h1>\n<main>\n{}\n</main></html>\n",
        scenes.len(),
        scenes.len(),
        figures.join("\n")
    )
}
