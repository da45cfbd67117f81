//! Where tables come from: the `[[source]]` entries that every `sources.toml` has.

use std::path::Path;

use files::Files;

/// A file that tables were made from. What its entry doesn't say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its name among the inputs.
    pub file: String,
    /// Who published it.
    pub source: String,
    /// Where it was.
    pub address: String,
    /// Under which licence, as its publisher says.
    pub licence: String,
    /// Its day, or version.
    pub date: String,
    /// Its checksum, hexadecimal.
    pub sha256: String,
}

impl From<&toml::Table> for Source {
    fn from(entry: &toml::Table) -> Source {
        let text = |key: &str| entry.get(key).and_then(toml::Value::as_str).unwrap_or_default().to_owned();
        Source {
            file: text("file"),
            source: text("source"),
            address: text("address"),
            licence: text("licence"),
            date: text("date"),
            sha256: text("sha256"),
        }
    }
}

/// The sources of a folder of tables; none where its `sources.toml` doesn't read, which is told where the tables are.
pub fn of(files: &Files, folder: &Path) -> Vec<Source> {
    let text = files.text(&folder.join("sources.toml")).unwrap_or_default();
    let document: toml::Table = toml::from_str(text).unwrap_or_default();
    let entries = document.get("source").and_then(toml::Value::as_array).into_iter().flatten();
    entries.filter_map(toml::Value::as_table).map(Source::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_read_whatever_else_the_file_says() {
        let mut files = Files::default();
        let text = "as_of = \"2026-01-01\"\n[[table]]\nfile = \"a.csv\"\n[[source]]\nfile = \"in.csv\"\nlicence = \"CC0-1.0\"\nrows = 3\n";
        files.add("data/x/sources.toml", text.as_bytes());
        let expected = Source { file: "in.csv".to_owned(), licence: "CC0-1.0".to_owned(), ..Source::default() };
        assert_eq!(of(&files, Path::new("data/x")), [expected]);
        files.add("data/x/sources.toml", b"[[source".as_slice());
        assert_eq!(of(&files, Path::new("data/x")), []);
    }
}
