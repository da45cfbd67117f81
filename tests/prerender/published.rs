//! Sites that the program published into scratch folders, and their pages as an HTML5 parser reads them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};

/// Where the sites of these tests say that they are.
pub const PUBLIC_URL: &str = "https://act.example.org/sub";
/// What of it stands in front of own paths.
pub const BASE: &str = "/sub";

/// A path inside the project.
pub fn project(path: &str) -> PathBuf {
    testbench::workspace::root().join(path)
}

/// A folder that is empty when a test begins.
pub fn scratch(name: &str) -> PathBuf {
    let folder = testbench::workspace::scratch().join("prerender").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A folder as Trunk leaves it: programs that are none, under the names that programs have.
pub fn built(name: &str) -> PathBuf {
    let folder = scratch(name);
    std::fs::write(folder.join("undersigned-test.js"), "export default 0;").unwrap();
    std::fs::write(folder.join("undersigned-test_bg.wasm"), "no Wasm").unwrap();
    folder
}

/// Runs `undersigned prerender`.
pub fn prerender(out: &Path, campaigns: &Path) -> Output {
    prerender_on("2", out, campaigns)
}

/// The same on a number of cores.
pub fn prerender_on(cores: &str, out: &Path, campaigns: &Path) -> Output {
    testbench::workspace::undersigned()
        .args(["prerender", "--public-url", PUBLIC_URL, "--cores", cores, "--out"])
        .arg(out)
        .arg("--campaigns")
        .arg(campaigns)
        .env_remove("UNDERSIGNED_FONTS")
        .current_dir(project(""))
        .output()
        .expect("the program starts")
}

fn publish(name: &str, campaigns: &Path) -> PathBuf {
    let out = built(name);
    let output = prerender(&out, campaigns);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&[output.stdout, output.stderr].concat()));
    out
}

/// The campaigns that ship, published once for all tests.
pub fn shipped() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| publish("shipped", &project("campaigns")))
}

/// Made-up campaigns, published once for all tests: `example-53` and `example-uk`, which writes to the
/// Commons, are open, `example-5000` closed and `example-12` won.
pub fn examples() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| publish("examples", &example_campaigns("campaigns-of-examples")))
}

/// Writes the campaigns of [`examples`] into a scratch folder.
pub fn example_campaigns(name: &str) -> PathBuf {
    let folder = scratch(name);
    let words: Value =
        serde_json::from_str(&std::fs::read_to_string(project("tests/fixtures/site/en.json")).unwrap()).unwrap();
    for (id, status, signers, stated) in [
        ("example-53", "open", 53, 60),
        ("example-5000", "closed", 5000, 5000),
        ("example-12", "won", 12, 12),
        ("example-uk", "open", 2, 2),
    ] {
        let mut facts = json!({
            "id": id, "status": status, "issued": "2026-01-31", "languages": ["en"],
            "theme": {"accent": {"light": "#8f1d2c", "dark": "#f2a7ab"}},
            "signers": {"stated": {"count": stated, "besides": 0}, "order": "as_published", "listed": example_signers(signers)},
        });
        let mut words = words.clone();
        let (facts_too, words_too) = (facts.as_object_mut().unwrap(), words.as_object_mut().unwrap());
        if status == "open" {
            let targets = match id {
                "example-uk" => json!([{"legislature": "uk-commons"}, {"people": "embassies.csv"}]),
                _ => json!([{"legislature": "us-congress"}]),
            };
            facts_too.insert("targets".into(), targets);
            if id == "example-uk" {
                let letter = json!({
                    "language": "zh-Hant", "subject": "範例主題 <!--<script>", "opening": "來自{{place}}的範例開首。",
                    "points": [{"label": "Example point", "text": "範例要點。"}], "ask": "範例請求。", "closing": "此致",
                });
                words_too["action"]["letter"] = letter;
                words_too["action"]["call"] = json!({"script": ["來自{{place}}的範例。"], "voicemail": "範例留言。"});
            }
            words_too.remove("aftermath");
        } else {
            facts_too.insert("next_campaign".into(), json!("example-53"));
            words_too.remove("action");
        }
        std::fs::create_dir_all(folder.join(id)).unwrap();
        std::fs::write(folder.join(id).join("campaign.json"), facts.to_string()).unwrap();
        std::fs::write(folder.join(id).join("en.json"), words.to_string()).unwrap();
        if id == "example-uk" {
            let list = "title,last_name,country,email\nAmbassador,Example,GB,someone@example.org\n";
            std::fs::write(folder.join(id).join("embassies.csv"), list).unwrap();
        }
    }
    folder
}

/// The name of a made-up signer, counted from 1; the first is a name that tries to be markup.
pub fn example_signer(number: usize) -> String {
    if number == 1 {
        "Example <b>\"Organisation\"</b> & 'Sons' 0001".into()
    } else {
        format!("Example Organisation {number:04}")
    }
}

fn example_signers(count: usize) -> Vec<Value> {
    let signer = |number: usize| {
        let country = ["GB", "FR", "TW"][number % 3];
        json!({"organization": example_signer(number), "country": country, "source": "https://example.org/?a=1&b=2"})
    };
    (1..=count).map(signer).collect()
}

/// Every file of a folder by its path inside it, parted by `/`.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let found = testbench::measure::files(folder).unwrap().into_iter();
    found
        .map(|file| {
            let name = file.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            (name, std::fs::read(file).unwrap())
        })
        .collect()
}

/// A page of a site.
pub struct Page {
    /// The site's folder.
    pub site: PathBuf,
    /// Its address below the site's own: `/c/example-53/en/`, `/404.html`.
    pub path: String,
    /// As it was written.
    pub text: String,
    /// As a browser would read it.
    pub html: Html,
}

/// The page at an address below the site's own.
pub fn page(site: &Path, path: &str) -> Page {
    let file = site.join(file_of(path));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path}: {error}"));
    Page { site: site.to_owned(), path: path.to_owned(), html: Html::parse_document(&text), text }
}

/// Every page of a site.
pub fn pages(site: &Path) -> Vec<Page> {
    let names = files(site).into_keys().filter(|name| name.ends_with(".html"));
    names.map(|name| page(site, &["/", name.strip_suffix("index.html").unwrap_or(&name)].concat())).collect()
}

fn file_of(path: &str) -> String {
    let path = path.trim_start_matches('/');
    if path.is_empty() || path.ends_with('/') { [path, "index.html"].concat() } else { path.to_owned() }
}

impl Page {
    /// Every element that fits a CSS selector.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.html.select(&Selector::parse(selector).unwrap()).collect()
    }

    /// The only element that fits a CSS selector.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{}: {selector}", self.path);
        found[0]
    }

    /// Whether any element fits a CSS selector.
    pub fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// An attribute of the only element that fits a CSS selector.
    pub fn attribute(&self, selector: &str, name: &str) -> &str {
        self.one(selector).attr(name).unwrap_or_else(|| panic!("{}: {selector} has no {name}", self.path))
    }

    /// The text of the only element that fits a CSS selector.
    pub fn text_of(&self, selector: &str) -> String {
        text(self.one(selector))
    }

    /// The texts of a data island.
    pub fn island(&self) -> Vec<String> {
        let texts = |path: &str| -> Vec<String> {
            let path = path.strip_prefix(BASE).unwrap();
            serde_json::from_str(&std::fs::read_to_string(self.site.join(&path[1..])).unwrap()).unwrap()
        };
        self.attribute("#action", "data-island").split(' ').flat_map(texts).collect()
    }

    /// Whether the page stands in frames.
    pub fn is_embed(&self) -> bool {
        self.path.starts_with("/e/")
    }

    /// Whether an own path (with the base path) or address leads to a file of the site.
    pub fn leads_somewhere(&self, link: &str) -> bool {
        let path = link.strip_prefix(PUBLIC_URL).or_else(|| link.strip_prefix(BASE));
        path.is_some_and(|path| path.starts_with('/') && self.site.join(file_of(path)).is_file())
    }

    /// The parts of the Content-Security-Policy of this page by their names. Two rules that fit one page are a fault.
    pub fn policy(&self) -> BTreeMap<String, Vec<String>> {
        let rules = std::fs::read_to_string(self.site.join("_headers")).unwrap();
        let mut policies = Vec::new();
        let mut fits = false;
        for line in rules.lines() {
            let line = line.strip_prefix(BASE).unwrap_or(line);
            match (line.strip_prefix("  "), line.strip_suffix('*')) {
                (Some(header), _) if fits => policies.extend(header.strip_prefix("Content-Security-Policy: ")),
                (Some(_), _) => {}
                (None, Some(start)) => fits = self.path.starts_with(start),
                (None, None) => fits = self.path == line,
            }
        }
        assert_eq!(policies.len(), 1, "{}: {policies:?}", self.path);
        let words = |part: &str| part.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let parts = policies[0].split("; ").map(words);
        parts.map(|mut part| (part.remove(0), part)).collect()
    }
}

/// All text inside an element.
pub fn text(element: ElementRef<'_>) -> String {
    element.text().collect()
}
