//! Things that go wrong between a host and a visitor, on purpose, for tests.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use tokio::sync::watch;

/// What goes wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// Only its first half arrives.
    Truncated,
    /// As long as it should be, and every byte turned over.
    Corrupt,
    /// It arrives whole, as `text/plain`.
    WrongType,
    /// It arrives after this long.
    Late(Duration),
    /// It arrives when everything is healed, or never.
    Held,
    /// The first text stands as the second one in it.
    Changed(&'static str, &'static str),
    /// It comes with a second security policy; what both allow is allowed.
    Policy(&'static str),
}

impl Fault {
    /// What a visitor gets instead of an answer. `healed` changes when everything is healed.
    pub(super) async fn spoil(self, answer: Response, mut healed: watch::Receiver<u64>) -> Response {
        match self {
            Fault::Missing => StatusCode::NOT_FOUND.into_response(),
            Fault::Truncated => rewrite(answer, |bytes| bytes.slice(..bytes.len() / 2)).await,
            Fault::Corrupt => rewrite(answer, |bytes| bytes.iter().map(|byte| !byte).collect()).await,
            Fault::WrongType => {
                let mut answer = answer;
                answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
                answer
            }
            Fault::Late(delay) => {
                tokio::time::sleep(delay).await;
                answer
            }
            Fault::Held => {
                // It ends with the server, too.
                let _ = healed.changed().await;
                answer
            }
            Fault::Changed(from, to) => {
                rewrite(answer, |bytes| String::from_utf8_lossy(&bytes).replace(from, to).into()).await
            }
            Fault::Policy(policy) => {
                let mut answer = answer;
                answer.headers_mut().append(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
                answer
            }
        }
    }
}

/// The same answer with other bytes.
pub(super) async fn rewrite(answer: Response, change: impl FnOnce(Bytes) -> Bytes) -> Response {
    let (mut parts, body) = answer.into_parts();
    match axum::body::to_bytes(body, usize::MAX).await {
        Ok(bytes) => {
            parts.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(parts, Body::from(change(bytes)))
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
