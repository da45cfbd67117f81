//! Pages that reload by themselves when the site is rebuilt.

use std::path::Path;
use std::time::UNIX_EPOCH;

use axum::body::Bytes;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use super::fault::rewrite;

/// Where pages ask which build it is.
const BUILD: &str = "/.build";

/// Asks every second. Answers that are empty come while one build takes the other's place.
const RELOAD: &str = "
<script>(function () {
  var known;
  setInterval(function () {
    fetch('/.build').then(function (answer) { return answer.text(); }).then(function (build) {
      if (known && build && build !== known) location.reload();
      known = build || known;
    }).catch(function () {});
  }, 1000);
})();</script>
";

/// Answers from a folder that is built again and again, never from a cache.
pub(super) async fn answer(folder: &Path, request: Request, next: Next) -> Response {
    let mut answer = match request.uri().path() {
        BUILD => build(folder).into_response(),
        _ => next.run(request).await,
    };
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let is_page =
        answer.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return answer;
    }
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    rewrite(answer, |page| Bytes::from([&without_policy(&String::from_utf8_lossy(&page)), RELOAD].concat())).await
}

/// A page without the security policy in its head, which forbids to load it again.
fn without_policy(page: &str) -> String {
    let policy = page.split_once("<meta http-equiv=\"Content-Security-Policy\"");
    let rest = policy.and_then(|(before, from)| Some((before, from.split_once('>')?.1)));
    rest.map_or_else(|| page.to_owned(), |(before, after)| [before, after].concat())
}

/// What tells one build from the next; empty while there is none.
fn build(folder: &Path) -> String {
    let written = std::fs::metadata(folder.join("index.html")).and_then(|data| data.modified()).ok();
    let since = written.and_then(|written| written.duration_since(UNIX_EPOCH).ok());
    since.map_or_else(String::new, |since| since.as_millis().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_has_no_policy_and_loses_nothing_else() {
        for (page, draft) in [
            ("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><p>a > b", "<p>a > b"),
            ("<p>no policy", "<p>no policy"),
        ] {
            assert_eq!(without_policy(page), draft);
        }
    }
}
