//! Commands that the WebDriver client does not know by name.

use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command below the session's address, with a JSON body.
#[derive(Clone, Debug)]
pub(super) struct Command {
    path: String,
    body: Value,
}

impl Command {
    /// A command of the standard.
    pub(super) fn standard(path: &str, body: Value) -> Command {
        Command { path: path.to_owned(), body }
    }

    /// A method of Chromium's DevTools protocol.
    pub(super) fn devtools(method: &str, parameters: Value) -> Command {
        Command { path: "goog/cdp/execute".to_owned(), body: json!({ "cmd": method, "params": parameters }) }
    }

    /// The entries of a log since the last time.
    pub(super) fn log(kind: &str) -> Command {
        Command { path: "se/log".to_owned(), body: json!({ "type": kind }) }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _address: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
