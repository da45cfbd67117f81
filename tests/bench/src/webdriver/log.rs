//! What Chromium keeps about a page: console lines, breaches of the security policy, requests.

use anyhow::{Context as _, Result};
use serde_json::Value;

/// A line of the browser's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// `SEVERE`, `WARNING`, `INFO` …
    pub level: String,
    /// `security`, `network`, `console-api`, `javascript` …
    pub source: String,
    /// The line.
    pub message: String,
}

impl LogEntry {
    /// Whether the page broke its own security policy.
    pub fn is_policy_violation(&self) -> bool {
        self.message.contains("Content Security Policy") || self.message.contains("Permissions policy violation")
    }

    /// Whether something went wrong.
    pub fn is_error(&self) -> bool {
        self.level == "SEVERE"
    }
}

/// Reads the answer to a request for the `browser` log.
pub(super) fn read(answer: &Value) -> Result<Vec<LogEntry>> {
    let text = |entry: &Value, name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let entries = answer.as_array().context("the browser's log is no list")?;
    Ok(entries
        .iter()
        .map(|entry| LogEntry {
            level: text(entry, "level"),
            source: text(entry, "source"),
            message: text(entry, "message"),
        })
        .collect())
}

/// Reads the addresses out of the answer to a request for the `performance` log.
pub(super) fn requested(answer: &Value) -> Result<Vec<String>> {
    let entries = answer.as_array().context("the browser's log is no list")?;
    let mut addresses = Vec::new();
    for entry in entries {
        let message = entry.get("message").and_then(Value::as_str).unwrap_or("{}");
        let message: Value = serde_json::from_str(message).context("the browser's log holds a line that is no JSON")?;
        if message.pointer("/message/method").and_then(Value::as_str) != Some("Network.requestWillBeSent") {
            continue;
        }
        let address = message.pointer("/message/params/request/url").and_then(Value::as_str).unwrap_or_default();
        if address.starts_with("http") {
            addresses.push(address.to_owned());
        }
    }
    Ok(addresses)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn requests_are_picked_out_of_the_performance_log() -> Result<()> {
        let line = |method: &str, url: &str| {
            json!({ "message": json!({ "message": { "method": method, "params": { "request": { "url": url } } } })
                .to_string() })
        };
        let answer = json!([
            line("Network.requestWillBeSent", "http://localhost:1/a"),
            line("Network.requestWillBeSent", "data:text/plain,x"),
            line("Page.frameNavigated", "http://localhost:1/b"),
        ]);
        assert_eq!(requested(&answer)?, ["http://localhost:1/a"]);
        Ok(())
    }
}
