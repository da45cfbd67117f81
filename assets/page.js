// Runs before the first paint, in every tier that has scripts, on every page. It marks what works, gives copy and print
// buttons their meaning, and tells a host page how high this page is. It needs no Wasm; assets/start.js begins that.
// `cargo xtask scripts` makes page.min.js of it, which ships.
(() => {
  var root = document.documentElement.dataset;
  root.tier = 2;
  // A frame without an origin of its own, as WordPress makes it, can open nothing and send nothing: it is a card.
  var isCard = self.origin === "null", secret = location.hash.split("secret=")[1];
  if (isCard) root.card = "";
  // What a partner may ask for in the address; anything else is passed over.
  var asked = new URLSearchParams(location.search), theme = asked.get("theme");
  if (theme === "light" || theme === "dark") root.theme = theme;
  if (asked.get("background") === "none") root.background = "none";

  // The text is selected, too: where the browser refuses, the visitor's own keyboard copies it.
  var copy = button => {
    var { copy, done, refused } = button.dataset;
    getSelection().selectAllChildren(document.getElementById(copy));
    button.nextElementSibling.textContent = document.execCommand("copy") ? done : refused;
  };
  addEventListener("click", event => {
    var pressed = event.target.closest("[data-print-page],[data-copy],a[href]");
    if (!pressed) return;
    if ("printPage" in pressed.dataset) print();
    if (pressed.dataset.copy) copy(pressed);
    // WordPress follows links to our own pages, if it is asked so.
    if (isCard && secret && pressed.href) {
      event.preventDefault();
      parent.postMessage({ message: "link", value: pressed.href, secret }, "*");
    }
  });

  // In a frame: the messages of docs/architecture.md, "The frame and its host". They say nothing of the visitor, so any
  // parent may read them; only the parent is heard.
  if (parent === self) return;
  var unanswered, title;
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
})();
