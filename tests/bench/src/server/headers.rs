//! The shipped `_headers` file, as Netlify and Cloudflare read it, so that local runs have the real headers.

use std::fmt;

/// A header file, parsed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeaderRules {
    rules: Vec<Rule>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    pattern: Pattern,
    headers: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Pattern {
    Exact(String),
    /// Everything that starts so: the pattern ended with `*`.
    Below(String),
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderFault {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub fault: &'static str,
    /// The line itself.
    pub text: String,
}

impl fmt::Display for HeaderFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "_headers:{}: {}: {:?}", self.line, self.fault, self.text)
    }
}

impl std::error::Error for HeaderFault {}

impl HeaderRules {
    /// Reads a header file: lines that start with `/` are paths, indented `Name: value` lines below belong to them,
    /// `#` starts a comment. Fails with every line that is neither.
    pub fn parse(text: &str) -> Result<HeaderRules, Vec<HeaderFault>> {
        let mut rules: Vec<Rule> = Vec::new();
        let mut faults = Vec::new();
        for (index, raw) in text.lines().enumerate() {
            let line = raw.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut fault = |fault| faults.push(HeaderFault { line: index + 1, fault, text: line.to_owned() });
            if !raw.starts_with(char::is_whitespace) {
                match Pattern::parse(line) {
                    Ok(pattern) => rules.push(Rule { pattern, headers: Vec::new() }),
                    Err(problem) => fault(problem),
                }
                continue;
            }
            match (line.split_once(':'), rules.last_mut()) {
                (None, _) => fault("a header needs a colon after its name"),
                (Some(_), None) => fault("a header needs a path above it"),
                (Some((name, _)), Some(_)) if !is_token(name) => fault("this is no header name"),
                (Some((name, value)), Some(rule)) => {
                    rule.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
                }
            }
        }
        if faults.is_empty() { Ok(HeaderRules { rules }) } else { Err(faults) }
    }

    /// The headers of a path, names in lower case, in the order they first appear. All matching rules apply; a later
    /// rule replaces the value of an earlier one.
    pub fn for_path(&self, path: &str) -> Vec<(&str, &str)> {
        let mut found: Vec<(&str, &str)> = Vec::new();
        for (name, value) in self.rules.iter().filter(|rule| rule.pattern.matches(path)).flat_map(|rule| &rule.headers)
        {
            match found.iter_mut().find(|(known, _)| known == name) {
                Some(known) => known.1 = value,
                None => found.push((name, value)),
            }
        }
        found
    }
}

impl HeaderRules {
    /// The headers of an address at which nothing is: those of the page for that, or of the path where no such page has any.
    pub(crate) fn for_missing<'r>(&'r self, path: &'r str) -> Vec<(&'r str, &'r str)> {
        let mut pages = self.rules.iter().filter_map(|rule| match &rule.pattern {
            Pattern::Exact(exact) if exact.ends_with("/404.html") => Some(exact.as_str()),
            _ => None,
        });
        self.for_path(pages.next_back().unwrap_or(path))
    }
}

impl Pattern {
    fn parse(text: &str) -> Result<Pattern, &'static str> {
        if !text.starts_with('/') {
            return Err("a path starts with `/`");
        }
        match text.split_once('*') {
            None => Ok(Pattern::Exact(text.to_owned())),
            Some((start, "")) => Ok(Pattern::Below(start.to_owned())),
            Some(_) => Err("`*` may stand only at the end of a path"),
        }
    }

    fn matches(&self, path: &str) -> bool {
        match self {
            Pattern::Exact(exact) => path == exact,
            Pattern::Below(start) => path.starts_with(start),
        }
    }
}

fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "\
# For every page
/*
  X-Content-Type-Options: nosniff
  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'

/e/*
  content-security-policy: default-src 'none'
  Access-Control-Allow-Origin: *
/about
\tX-Robots-Tag: noindex
";

    #[test]
    fn all_matching_rules_apply_and_later_ones_win() {
        let rules = HeaderRules::parse(FILE).unwrap();
        let nosniff = ("x-content-type-options", "nosniff");
        let closed = ("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
        let open = ("content-security-policy", "default-src 'none'");
        for (path, expected) in [
            ("/", vec![nosniff, closed]),
            ("/e/x/en/", vec![nosniff, open, ("access-control-allow-origin", "*")]),
            ("/elsewhere", vec![nosniff, closed]),
            ("/about", vec![nosniff, closed, ("x-robots-tag", "noindex")]),
            ("/about/us", vec![nosniff, closed]),
        ] {
            assert_eq!(rules.for_path(path), expected, "{path}");
        }
    }

    #[test]
    fn what_is_missing_has_the_headers_of_its_page_wherever_it_is_missed() {
        let rules = HeaderRules::parse("/*\n  A: all\n/e/*\n  B: embed\n/404.html\n  B: missing\n").unwrap();
        assert_eq!(rules.for_missing("/e/x/"), [("a", "all"), ("b", "missing")]);
        let rules = HeaderRules::parse("/e/*\n  B: embed\n").unwrap();
        assert_eq!(rules.for_missing("/e/x/"), [("b", "embed")]);
    }

    #[test]
    fn every_unreadable_line_is_named() {
        for (text, line, fault) in [
            ("  A: b\n", 1, "a header needs a path above it"),
            ("/*\n  no colon here\n", 2, "a header needs a colon after its name"),
            ("/*\n  two words: b\n", 2, "this is no header name"),
            ("e/*\n", 1, "a path starts with `/`"),
            ("/*/x\n", 1, "`*` may stand only at the end of a path"),
        ] {
            let faults = HeaderRules::parse(text).unwrap_err();
            assert_eq!(faults.iter().map(|fault| (fault.line, fault.fault)).collect::<Vec<_>>(), [(line, fault)]);
        }
        assert_eq!(HeaderRules::parse("x\ny\n").unwrap_err().len(), 2);
    }

    #[test]
    fn an_empty_file_has_no_rules() {
        assert_eq!(HeaderRules::parse("").unwrap().for_path("/"), []);
    }
}
