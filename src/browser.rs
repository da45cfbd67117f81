//! Everything the outside world can do to us; the only home of `web_sys`, `gloo` and `JsValue`.
