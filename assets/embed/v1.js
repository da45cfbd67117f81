// The loader: gives the frames of a host page the height of what is in them. Protocol 1 is in docs/architecture.md, "The
// frame and its host"; the frame's side is in assets/frame.js. It knows its own pages by its own address, so the file is
// the same for every host. `cargo xtask loader` makes it small; the small form is committed and ships. Variables are `let`
// because host pages pay for each byte.
(() => {
  // A module has no `document.currentScript`, and an element named so would take its place. A call stack names the running
  // file in both. A copy under another name, in a bundle or in the page itself has no such address: it serves marked frames.
  let [, home] = /(https?:\S+?\/)embed\/v1[.\d]*js/.exec(Error().stack) || [];
  // Loaded twice or in two versions, the first one acts.
  let pages = home + "e/", once = Symbol.for("undersigned:" + pages);
  if (window[once]) return;
  window[once] = 1;

  let all = () => [...document.querySelectorAll("iframe")];
  let isMarked = frame => "undersigned" in frame.dataset;
  let isPage = frame => home ? frame.src.startsWith(pages) : isMarked(frame) && /^https?:.+\/e\//.test(frame.src);
  // Some builders strip data attributes.
  let isOurs = frame => isPage(frame) || home && isMarked(frame);
  // A sandbox that takes the page's origin away.
  let isOpaque = frame => /^(?![^]*allow-same-origin)[^]/i.test(frame.sandbox);
  let say = (target, type, key) => target.postMessage({ undersigned: 1, type, key }, "*");
  // A strict policy refuses the snippet's style; what a script sets, none does. Without any, a frame is 300 pixels wide.
  let widen = ({ style, width, clientWidth }) => {
    if (!width && !style.width && clientWidth == 300) style.width = "100%", style.border = 0;
  };

  let fit = (frame, target, wanted, state) => {
    let fitting = Math.min(Math.max(wanted, 120), 12e3), pixels = fitting + "px";
    let isNew = frame.style.height != pixels;
    // Nothing is lost: the frame is asked again when it is quiet.
    let askLater = () => {
      clearTimeout(state.timer);
      state.timer = setTimeout(say, 2e3, target, "ping");
    };
    if (isNew) {
      // So many changes in two seconds.
      if (state.count > 39) return askLater();
      state.count++;
      setTimeout(() => state.count--, 2e3);
      frame.height = fitting;
      // Stronger than a style sheet's `iframe { height: … }`.
      frame.style.height = pixels;
    }
    // Only a frame that has its height may hide its scroll bar. A border may take a little of the page's margin.
    if (frame.clientHeight > wanted - 9) say(target, "ok");
    else if (isNew) askLater();
  };

  addEventListener("message", ({ source, origin, data }) => {
    let frame = all().find(frame => frame.contentWindow == source);
    if (!frame || !data || data.undersigned !== 1 || !isOurs(frame)) return;
    let { src } = frame, { type, height, name, key } = data, state = frame[once];
    // Another place in the document, or another address: another page. The one that is leaving may still speak, with its key.
    if (!state || state.source != source || state.src != src && state.key != key) state = frame[once] = { src, source, count: 0 };
    if (origin == "null" && isPage(frame) && isOpaque(frame)) {
      // Without an origin, the first page proves by a key, told only to it, that no other one took its place.
      if (!state.key) say(source, "ping", state.key = Math.random());
      else if (key != state.key) return;
    } else if (origin != new URL(home || src).origin) return;
    widen(frame);
    if (type == "size" && Number.isInteger(height)) fit(frame, source, height, state);
    if (type == "top" && document.activeElement == frame && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    if (type == "event" && typeof name == "string" && /^[a-z_]{1,32}$/.test(name))
      frame.dispatchEvent(new CustomEvent("undersigned:" + name));
  });
  all().filter(isOurs).forEach(frame => {
    widen(frame);
    say(frame.contentWindow, "ping");
  });
})();
