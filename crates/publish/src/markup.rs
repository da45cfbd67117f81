//! Runs Yew's server renderer without an async runtime.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use anyhow::{Context as _, Result};
use yew::BaseComponent;

/// Renders a component to markup.
pub fn markup<C>(props: C::Properties) -> Result<String>
where
    C: BaseComponent,
    C::Properties: 'static,
{
    // Markers for hydration would only make pages larger: live parts are drawn again.
    let renderer = yew::LocalServerRenderer::<C>::with_props(props).hydratable(false);
    finished(renderer.render()).context("a component waits for something while rendering")
}

/// A future that never waits, finished. Yew's renderer wakes itself a few times and is done.
fn finished<T>(future: impl Future<Output = T>) -> Option<T> {
    const MOST_TURNS: usize = 100_000;
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    (0..MOST_TURNS).find_map(|_| match future.as_mut().poll(&mut context) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    })
}
