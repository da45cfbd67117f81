// In a frame, tells the host page how high this page is: the messages of docs/architecture.md, "The frame and its host".
// Whatever a host can see must not depend on where a visitor lives or what they type. So heights are told in coarse steps,
// and only when one changes; from the first press on, the action keeps one height (`data-begun` in style.css) and scrolls;
// and no focus that moves scrolls the host: what does is the same for everybody. Every screen is held to
// that: nothing here knows one by its name.
(() => {
  var html = document.documentElement, root = html.dataset, secret = location.hash.split("secret=")[1];
  var unanswered, told, title, stage, key;
  // The style sheet keeps room for a scroll bar on both sides, and takes as much from the page's margin: a line is as long
  // with a bar as without one. Some browsers take that room from `vw`, too.
  var keepRoom = () => {
    var bars = innerWidth - html.offsetWidth;
    html.style.setProperty("--vw", innerWidth / 100 + "px");
    if (bars && !("fitted" in root)) html.style.setProperty("--bar", bars / 2 + "px");
  };
  keepRoom();
  if (parent === self) return;
  root.framed = "";
  var find = id => document.getElementById(id);
  // tests/bench/src/heights.rs measures in the same steps. A card has nothing to press or to fill in that stays in it, so its
  // height says nothing.
  var step = root.card === "link" ? 1 : 64;
  var height = () => document.body && Math.ceil(document.body.getBoundingClientRect().height / step) * step;
  // It says nothing of the visitor, so any parent may read it; only the parent is heard.
  var tell = (type, height) => parent.postMessage({ undersigned: 1, type, height, key }, "*");
  // WordPress's own dialect.
  var tellWordPress = value => parent.postMessage({ message: "height", value, secret }, "*");
  var tellSize = () => {
    keepRoom();
    // A hidden tab, slide or panel has no width in which a page could have its height.
    told = innerWidth > 50 && height();
    if (!told) {
      // WordPress hides its frame until it hears a height, and some engines lay out nothing in a hidden frame.
      if (secret && document.readyState === "complete") tellWordPress(200);
      return;
    }
    if (secret) {
      // WordPress gives a height without an answer, up to a limit. A line may break elsewhere once there is no scroll bar.
      root.fitted = "";
      told = height();
      if (told > 1e3) delete root.fitted;
      tellWordPress(told);
    }
    tell("size", told);
    clearTimeout(unanswered);
    if (!secret) {
      // Whoever does not answer may have cut us off: then we scroll by ourselves.
      unanswered = setTimeout(() => delete root.fitted, 1e3);
    }
  };
  var tellChange = () => height() === told || tellSize();
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || !data) return;
    var type = data.undersigned === 1 && data.type;
    // By it, the loader knows a page without an origin.
    key = data.key || key;
    if (type === "ok") {
      clearTimeout(unanswered);
      root.fitted = "";
      tellChange();
    }
    if (type === "ping" || secret && data.secret === secret) tellSize();
  });

  var begin = ({ type, target }) => {
    var card = target.closest("#act");
    // The host is asked to show the top of the frame when a form is sent, whatever comes of it, and when one goes to another
    // step, which the history's length tells as well.
    if (type === "submit") tell("top");
    else if (!target.closest("button,summary,a,[type=radio]")) return;
    if (!card || "begun" in root) return;
    card.style.height = card.offsetHeight + "px";
    root.begun = "";
  };
  addEventListener("click", begin);
  addEventListener("submit", begin);

  // The browser would scroll the host to what gets the focus: only the action scrolls.
  var elements = HTMLElement.prototype, { focus } = elements;
  elements.focus = function () {
    focus.call(this, { preventScroll: true });
    var card = this.closest("#act"), box = this.getBoundingClientRect(), around = card && card.getBoundingClientRect();
    if (card && (box.top < around.top || box.bottom > around.bottom)) card.scrollTop += box.top - around.top - 16;
  };
  // A new step begins at the top of the frame, if the host has our script and the frame has the focus; else, a new screen begins
  // where the action comes into view, be its upper part out of the window.
  var onChange = () => {
    var before = title, last = stage, card = find("act");
    title = find("action-title");
    stage = title && title.parentNode.parentNode.dataset.step;
    if (!title || !before || title === before) return;
    if (stage !== last) tell("top");
    // Once the host has scrolled, or does not.
    setTimeout(() => new IntersectionObserver(([{ intersectionRect, boundingClientRect: { top, height } }], observer) => {
      observer.disconnect();
      var hidden = intersectionRect.top - top;
      card.style.paddingTop = hidden > 0 ? Math.min(hidden + 16, height / 2) + "px" : "";
    }).observe(card), 100);
  };
  addEventListener("load", tellSize);
  // A height that was told while the frame had another size is told again.
  addEventListener("resize", tellChange);
  addEventListener("DOMContentLoaded", () => {
    tellSize();
    onChange();
    new ResizeObserver(() => keepRoom() || tellChange()).observe(document.body);
    new MutationObserver(onChange).observe(document.body, { childList: true, subtree: true });
  });
})();
