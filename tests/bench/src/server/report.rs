//! Browsers tell what a page's security policy kept them from.

use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};

use super::{State, locked};

/// Where they tell it.
pub(super) const PLACE: &str = "/.breach";

/// More than this is no report.
const LONGEST: usize = 65_536;

/// Keeps a report.
pub(super) async fn keep(state: &State, request: Request) -> Response {
    let Ok(body) = to_bytes(request.into_body(), LONGEST).await else { return StatusCode::BAD_REQUEST.into_response() };
    locked(&state.breaches).push(String::from_utf8_lossy(&body).into_owned());
    StatusCode::NO_CONTENT.into_response()
}

/// Adds to the shipped policy, if there is one, where to report. Changes nothing of what it allows.
pub(super) fn ask(headers: &mut HeaderMap) {
    let name: HeaderName = header::CONTENT_SECURITY_POLICY;
    let Some(policy) = headers.get(&name).and_then(|policy| policy.to_str().ok()) else { return };
    if let Ok(policy) = HeaderValue::try_from(format!("{policy}; report-uri {PLACE}")) {
        headers.insert(name, policy);
    }
}
