//! From a request to an answer: content, then faults, then headers.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State as Shared};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse as _, Response};
use tower_http::services::{ServeDir, ServeFile};

use super::{Content, Fault, State, draft, fault, locked, report};

/// Neither by browsers nor on the way to them.
const NEVER_KEPT: HeaderValue = HeaderValue::from_static("no-store");

/// The whole server.
pub(super) fn router(state: Arc<State>) -> Router {
    let router = match &state.content {
        Content::Site(folder) | Content::Draft(folder) => {
            let not_found = ServeFile::new(folder.join("404.html")).precompressed_br().precompressed_gzip();
            let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().not_found_service(not_found);
            Router::new().fallback_service(files)
        }
        Content::Pages(_) => Router::new().fallback(page).with_state(Arc::clone(&state)),
    };
    router.layer(from_fn_with_state(state, around))
}

/// A page that is not a file.
async fn page(Shared(state): Shared<Arc<State>>, request: Request) -> Response {
    let Content::Pages(pages) = &state.content else { return StatusCode::NOT_FOUND.into_response() };
    let Some(page) = pages.get(request.uri().path()) else { return StatusCode::NOT_FOUND.into_response() };
    let mut answer = Html(page.html.clone()).into_response();
    set(answer.headers_mut(), page.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    answer
}

/// Remembers the request, lets it fail if it shall, and adds the shipped headers.
async fn around(Shared(state): Shared<Arc<State>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if path == report::PLACE {
        return report::keep(&state, request).await;
    }
    locked(&state.requests).push(super::Request {
        method: request.method().to_string(),
        path: request.uri().path_and_query().map_or_else(|| path.clone(), ToString::to_string),
        referrer: request.headers().get(header::REFERER).and_then(|page| page.to_str().ok()).map(ToOwned::to_owned),
    });
    // The header file is for the host, not for visitors.
    if path == "/_headers" {
        return (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, NEVER_KEPT)]).into_response();
    }
    if let Content::Draft(folder) = &state.content {
        return draft::answer(folder, request, next).await;
    }
    let fails = state.fault(&path).is_some();
    let fault = fault::released(&state, &path, state.changed.subscribe()).await;
    if fault.is_some() {
        // A spoiled file, not a file that does not unpack, and not "as you have it".
        for name in [header::ACCEPT_ENCODING, header::IF_MODIFIED_SINCE, header::IF_NONE_MATCH] {
            request.headers_mut().remove(name);
        }
    }
    let mut answer = next.run(request).await;
    let is_missing = answer.status() == StatusCode::NOT_FOUND;
    let headers = answer.headers_mut();
    name_charset(headers);
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    set(headers, if is_missing { state.rules.for_missing(&path) } else { state.rules.for_path(&path) });
    report::ask(headers);
    if answer.status() == StatusCode::NOT_FOUND {
        // Headers go by paths: without this, a file that is not there yet would be missing for as long as it may be kept.
        answer.headers_mut().insert(header::CACHE_CONTROL, NEVER_KEPT);
    }
    if let Some(fault) = fault {
        answer = fault.spoil(answer).await;
    }
    if fails && !fault.is_some_and(Fault::is_kept) {
        // The next visit meets what is then.
        answer.headers_mut().insert(header::CACHE_CONTROL, NEVER_KEPT);
    }
    answer
}

fn set<'a>(headers: &mut HeaderMap, pairs: impl IntoIterator<Item = (&'a str, &'a str)>) {
    for (name, value) in pairs {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
}

/// Text is UTF-8, and says so.
fn name_charset(headers: &mut HeaderMap) {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("text/")
        && !kind.contains("charset")
        && let Ok(kind) = HeaderValue::try_from(format!("{kind}; charset=utf-8"))
    {
        headers.insert(header::CONTENT_TYPE, kind);
    }
}
