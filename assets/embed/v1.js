// The loader: gives the frames of a host page the height of what is in them. Protocol 1 is in docs/architecture.md, "The
// frame and its host"; the frame's side is in assets/page.js. It knows its own pages by its own address, so the file is
// the same for every host. `cargo xtask scripts` makes it small; the small form is committed and ships. Variables are `let`
// because host pages pay for each byte.
(() => {
  // Pasted into the page or loaded as a module, it has no address and cannot know its frames.
  let address = (document.currentScript || "").src;
  if (!address) return;
  // Loaded twice or in two versions, the first one acts.
  let pages = new URL("../e/", address), once = Symbol.for("undersigned:" + pages);
  if (window[once]) return;
  window[once] = 1;

  let all = () => [...document.querySelectorAll("iframe")];
  let isPage = frame => frame.src.startsWith(pages);
  // Some builders strip data attributes.
  let isOurs = frame => "undersigned" in frame.dataset || isPage(frame);
  let isOpaque = frame => frame.hasAttribute("sandbox") && !/allow-same-origin/i.test(frame.sandbox);
  let say = (target, type) => target.postMessage({ undersigned: 1, type }, "*");

  let fit = (frame, target, wanted) => {
    let fitting = Math.min(Math.max(wanted, 120), 12e3), pixels = fitting + "px";
    let isNew = frame.style.height != pixels;
    let state = frame[once] || (frame[once] = { count: 0 });
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
    if (origin != pages.origin && !(origin == "null" && isPage(frame) && isOpaque(frame))) return;
    let { type, height, name } = data;
    if (type === "size" && Number.isInteger(height)) fit(frame, source, height);
    if (type === "top" && document.activeElement == frame && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    if (type === "event" && typeof name === "string" && /^[a-z_]{1,32}$/.test(name))
      frame.dispatchEvent(new CustomEvent("undersigned:" + name));
  });
  all().filter(isOurs).forEach(frame => say(frame.contentWindow, "ping"));
})();
