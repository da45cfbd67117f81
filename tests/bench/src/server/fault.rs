//! Things that go wrong between a host and a visitor, on purpose, for tests.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use tokio::sync::watch;

use super::State;

/// What goes wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// The same, and the host says that it will never be there, as hosts do that go by paths.
    MissingForEver,
    /// Only its first half arrives.
    Truncated,
    /// The same, and the host says that this is all there will ever be.
    TruncatedForEver,
    /// As long as it should be, and every byte turned over.
    Corrupt,
    /// Its last byte is another one: nothing but its hash can tell.
    LastByte,
    /// It arrives whole, as `text/plain`.
    WrongType,
    /// It arrives after this long.
    Late(Duration),
    /// It arrives when something else is said of it, and as is said then; or never.
    Held,
    /// In it, the first text is replaced by the second.
    Changed(&'static str, &'static str),
    /// It comes with a second security policy; what both allow is allowed.
    Policy(&'static str),
}

impl Fault {
    /// Whether browsers keep what comes of it.
    pub(super) fn is_kept(self) -> bool {
        matches!(self, Fault::MissingForEver | Fault::TruncatedForEver)
    }

    /// What a visitor gets instead of an answer.
    pub(super) async fn spoil(self, answer: Response) -> Response {
        let mut answer = self.spoilt(answer).await;
        if self.is_kept() {
            let for_ever = HeaderValue::from_static("public, max-age=31536000, immutable");
            answer.headers_mut().insert(header::CACHE_CONTROL, for_ever);
        } else if !matches!(self, Fault::Late(_) | Fault::Held | Fault::Policy(_)) {
            // A browser that kept it would have the fault for ever.
            answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        answer
    }

    async fn spoilt(self, answer: Response) -> Response {
        match self {
            Fault::Missing | Fault::MissingForEver => StatusCode::NOT_FOUND.into_response(),
            Fault::Truncated | Fault::TruncatedForEver => rewrite(answer, |bytes| bytes.slice(..bytes.len() / 2)).await,
            Fault::Corrupt => rewrite(answer, |bytes| bytes.iter().map(|byte| !byte).collect()).await,
            Fault::LastByte => {
                let turned = |bytes: Bytes| match bytes.split_last() {
                    Some((last, rest)) => [rest, &[last ^ 1]].concat().into(),
                    None => bytes,
                };
                rewrite(answer, turned).await
            }
            Fault::WrongType => {
                let mut answer = answer;
                answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
                answer
            }
            Fault::Late(delay) => {
                tokio::time::sleep(delay).await;
                answer
            }
            // Whoever asks has waited.
            Fault::Held => answer,
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

/// The fault of a path, once it is not held any more. `changed` is told of every change of faults.
pub(super) async fn released(state: &State, path: &str, mut changed: watch::Receiver<u64>) -> Option<Fault> {
    loop {
        let fault = state.fault(path);
        // It ends with the server, too.
        if fault != Some(Fault::Held) || changed.changed().await.is_err() {
            return fault;
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
