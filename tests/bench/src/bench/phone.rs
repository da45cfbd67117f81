//! A slow phone on a slow network, as Chromium plays it, and what its browser observes of a page.

use anyhow::Result;
use serde_json::{Value, json};

use crate::webdriver::Browser;

/// Runs in every page before its own scripts, and keeps what the browser observes.
const OBSERVE: &str = "window.seen = { paint: 0, largest: 0, shift: 0, longest: 0, ready: 0 };
    const watch = (type, keep) => new PerformanceObserver(list => list.getEntries().forEach(keep)).observe({ type, buffered: true });
    watch('paint', entry => { if (entry.name === 'first-contentful-paint') seen.paint = entry.startTime; });
    watch('largest-contentful-paint', entry => { seen.largest = entry.startTime; });
    watch('layout-shift', entry => { if (!entry.hadRecentInput) seen.shift += entry.value; });
    watch('longtask', entry => { seen.longest = Math.max(seen.longest, entry.duration); });
    new MutationObserver(() => { if (!seen.ready && 'ready' in document.documentElement.dataset) seen.ready = performance.now(); })
        .observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });";

/// Makes pages opened from now on keep in `window.seen` what the browser observes.
pub fn observe(browser: &Browser) -> Result<()> {
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": OBSERVE })).map(drop)
}

/// 1.6 Mb/s down, 750 kb/s up, 150 ms.
pub fn slow_network(browser: &Browser) -> Result<()> {
    browser.devtools("Network.enable", json!({}))?;
    let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750 });
    browser.devtools("Network.emulateNetworkConditions", slow).map(drop)
}

/// A processor so many times slower than this one.
pub fn slow_processor(browser: &Browser, times: u32) -> Result<()> {
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).map(drop)
}

/// The bytes of JavaScript objects that are in use, in all frames of the page's process, after what is not was swept away.
pub fn heap(browser: &Browser) -> Result<f64> {
    browser.devtools("HeapProfiler.collectGarbage", json!({}))?;
    browser.devtools("Performance.enable", json!({}))?;
    let answer = browser.devtools("Performance.getMetrics", json!({}))?;
    let metrics = answer.get("metrics").and_then(Value::as_array);
    let used = metrics.into_iter().flatten().find(|metric| metric.get("name") == Some(&json!("JSHeapUsedSize")));
    used.and_then(|metric| metric.get("value")?.as_f64()).ok_or_else(|| anyhow::anyhow!("the browser has no heap"))
}
