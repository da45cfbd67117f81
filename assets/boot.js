// Runs before the first paint, in every tier that has scripts. It marks what works, tells a host page how high this page
// is, keeps what is sent too early, and starts the Wasm after the page has loaded. If that fails for any reason, the page
// stays what it is without Wasm. `cargo xtask scripts` makes boot.min.js of it, which ships.
(() => {
  var root = document.documentElement.dataset, me = document.currentScript.dataset;
  var able = me.glue && typeof WebAssembly === "object";
  root.tier = able ? 3 : 2;
  // What a partner may ask for in the address; anything else is passed over.
  var asked = new URLSearchParams(location.search), theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.theme = theme;
  if (asked.get("background") === "none") root.background = "none";
  addEventListener("click", event => {
    if (event.target.closest("[data-print-page]")) print();
  });
  if (me.languages) {
    var known = me.languages.split(" ");
    for (var wanted of navigator.languages || []) {
      var found = known.find(tag => tag.split("-")[0] === wanted.split("-")[0]);
      if (found) { location.replace(found + "/"); break; }
    }
  }

  // In a frame: the messages of docs/architecture.md, "The frame and its host". They say nothing of the visitor, so any
  // parent may read them; only the parent is heard.
  if (parent !== window) {
    var secret = location.hash.split("secret=")[1], unanswered, title;
    var tell = (type, height) => parent.postMessage({ undersigned: 1, type, height }, "*");
    var tellSize = () => {
      var value = Math.ceil(document.body.getBoundingClientRect().height);
      // None while the frame is not displayed.
      if (!value) return;
      tell("size", value);
      // WordPress's own dialect.
      if (secret) parent.postMessage({ message: "height", value, secret }, "*");
      // Whoever does not answer may have cut us off: then we scroll by ourselves.
      clearTimeout(unanswered);
      unanswered = setTimeout(() => delete root.fitted, 1e3);
    };
    // Focus has moved to a new screen's title. Where the engine has not brought it into view, the host is asked to.
    var onChange = () => {
      var before = title;
      title = document.querySelector("[data-step] h2");
      if (before && title && title !== before) new IntersectionObserver(([seen], observer) => {
        observer.disconnect();
        if (!seen.isIntersecting && document.hasFocus()) tell("top");
      }).observe(title);
    };
    addEventListener("message", ({ source, data }) => {
      if (source !== parent || !data) return;
      var type = data.undersigned === 1 && data.type;
      if (type === "ok") {
        clearTimeout(unanswered);
        root.fitted = "";
      }
      if (type === "ping" || secret && data.secret === secret) tellSize();
    });
    addEventListener("load", tellSize);
    document.addEventListener("DOMContentLoaded", () => {
      tellSize();
      onChange();
      new ResizeObserver(tellSize).observe(document.body);
      new MutationObserver(onChange).observe(document.body, { childList: true, subtree: true });
    });
  }

  if (!able) return;
  document.addEventListener("submit", event => {
    if ("ready" in root || !("pendingForm" in event.target.dataset)) return;
    event.preventDefault();
    root.pending = "";
  });
  document.addEventListener("click", event => {
    var pressed = event.target.closest("[data-pending-press]");
    if (pressed && !("ready" in root)) root.pending = pressed.dataset.pendingPress;
  });
  addEventListener("load", () => {
    import(me.glue)
      .then(glue => glue.default({ module_or_path: fetch(me.wasm, { integrity: me.integrity }) }))
      .catch(() => { if (!("ready" in root)) root.tier = 2; });
  });
})();
