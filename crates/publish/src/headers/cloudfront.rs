//! Two CloudFront functions: one finds pages in S3, the other adds the headers.

use serde_json::json;

use super::{Allowed, Rule};

/// The name of the function for "viewer request".
pub const REQUEST: &str = "cloudfront-request.js";
/// The name of the function for "viewer response".
pub const RESPONSE: &str = "cloudfront-response.js";

/// CloudFront takes no longer function: 10 kB, which are 10,240 bytes.
pub const LONGEST: usize = 10_240;

/// From an address to a file in S3, in both functions. Letters that somebody spelled with percent signs are the same letters; S3
/// knows no `index.html` of a folder; and some people leave out the last slash.
const FILE_OF: &str = "function fileOf(uri) {\n  uri = uri.replace(/%([2-7][0-9a-f])/gi, function (spelled, code) {\n\
    \x20   var letter = String.fromCharCode(parseInt(code, 16));\n\
    \x20   return /[\\w.~-]/.test(letter) ? letter : spelled;\n  });\n\
    \x20 var name = uri.slice(uri.lastIndexOf(\"/\") + 1);\n\
    \x20 if (name === \"\") return uri + \"index.html\";\n\
    \x20 return name.indexOf(\".\") < 0 && name !== \"SHA256SUMS\" ? uri + \"/index.html\" : uri;\n}\n";

/// Finds the file.
pub fn request(sources: &Allowed) -> String {
    format!(
        "// Written by the build for {}{}/. Function for the event \"viewer request\" (cloudfront-js-2.0): finds the pages.\n\
         function handler(event) {{\n  event.request.uri = fileOf(event.request.uri);\n  return event.request;\n}}\n{FILE_OF}",
        sources.origin, sources.base
    )
}

/// The headers, by the path that was asked for and by what became of it. A list of hashes that several values share is
/// written once.
pub fn response(sources: &Allowed, rules: &[Rule]) -> String {
    let mut values: Vec<&str> = Vec::new();
    let mut number = |value| {
        values.iter().position(|known| *known == value).unwrap_or_else(|| {
            values.push(value);
            values.len() - 1
        })
    };
    let rules: Vec<_> = rules
        .iter()
        .map(|rule| {
            let headers: Vec<_> =
                rule.headers.iter().map(|(name, value)| json!([name.to_ascii_lowercase(), number(value)])).collect();
            json!([rule.expression(""), headers])
        })
        .collect();
    let mut values = json!(values).to_string();
    let mut shared = String::new();
    for (name, hashes) in [("styles", &sources.styles), ("scripts", &sources.scripts)] {
        values = values.replace(hashes.as_str(), &["\" + ", name, " + \""].concat());
        shared.push_str(&format!("var {name} = {};\n", json!(hashes)));
    }
    format!(
        "// Written by the build for {origin}{base}/. Function for the event \"viewer response\" (cloudfront-js-2.0): the headers.\n\
         {shared}var values = {values};\nvar rules = {rules};\n\
         function handler(event) {{\n  var response = event.response, uri = fileOf(event.request.uri);\n\
         \x20 if (response.statusCode >= 400) uri = {missing};\n\
         \x20 rules.forEach(function (rule) {{\n    if (new RegExp(rule[0]).test(uri)) rule[1].forEach(function (pair) {{\n\
         \x20     response.headers[pair[0]] = {{ value: values[pair[1]] }};\n    }});\n  }});\n  return response;\n}}\n{FILE_OF}",
        origin = sources.origin,
        base = sources.base,
        rules = json!(rules),
        missing = json!(sources.missing()),
    )
}
