//! A CloudFront function for "viewer response", and one for "viewer request" that finds `index.html` in S3.

use serde_json::json;

use super::{Rule, Sources};

/// Both functions, to be saved apart. CloudFront allows 10 kB for each.
pub fn file(sources: &Sources, rules: &[Rule]) -> String {
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
            json!([rule.expression(), headers])
        })
        .collect();
    format!(
        "// Written by the build for {}. Two functions (cloudfront-js-2.0): save each under a name of its own.\n\n\
         // 1. Viewer request: S3 knows no index.html below the first folder.\n\
         function handler(event) {{\n  var request = event.request;\n  if (request.uri.endsWith(\"/\")) request.uri += \"index.html\";\n  return request;\n}}\n\n\
         // 2. Viewer response: the headers.\n\
         var values = {};\nvar rules = {};\n\
         function handler(event) {{\n  var uri = event.request.uri, headers = event.response.headers;\n\
         \x20 rules.forEach(rule => {{\n    if (new RegExp(rule[0]).test(uri)) rule[1].forEach(pair => {{ headers[pair[0]] = {{ value: values[pair[1]] }}; }});\n  }});\n\
         \x20 return event.response;\n}}\n",
        sources.origin,
        json!(values),
        json!(rules),
    )
}
