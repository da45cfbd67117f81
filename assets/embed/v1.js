// The loader: gives the frames of a host page the height of what is in them. Protocol 1 is in docs/architecture.md, "The
// frame and its host"; the frame's side is in assets/page.js. It knows its own pages by its own address, so the file is
// the same for every host. `cargo xtask scripts` makes it small; the small form is committed and ships.
(() => {
  const script = document.currentScript;
  // Pasted into the page or loaded as a module, it has no address and cannot know its frames.
  if (!script || !script.src) return;
  // Loaded twice or in two versions, the first one acts.
  const pages = new URL("../e/", script.src), once = Symbol.for("undersigned:" + pages);
  if (window[once]) return;
  window[once] = 1;

  const states = new WeakMap(), all = () => [...document.querySelectorAll("iframe")];
  const isPage = frame => frame.src.startsWith(pages);
  // Some builders strip data attributes.
  const isOurs = frame => "undersigned" in frame.dataset || isPage(frame);
  const isOpaque = frame => frame.hasAttribute("sandbox") && !/allow-same-origin/i.test(frame.sandbox);
  const say = (target, type) => target.postMessage({ undersigned: 1, type }, "*");

  const fit = (frame, target, wanted) => {
    const fitting = Math.min(Math.max(wanted, 120), 12e3), style = frame.style, moment = performance.now();
    const isNew = frame.height != fitting || style.height != fitting + "px";
    const state = states.get(frame) || { times: [] };
    // Nothing is lost: the frame is asked again when it is quiet.
    const askLater = () => {
      clearTimeout(state.timer);
      state.timer = setTimeout(say, 2e3, target, "ping");
    };
    states.set(frame, state);
    if (isNew) {
      state.times = state.times.filter(time => moment - time < 2e3);
      if (state.times.length > 39) return askLater();
      state.times.push(moment);
      frame.height = fitting;
      // Stronger than a style sheet's `iframe { height: … }`.
      style.height = fitting + "px";
    }
    // Only a frame that has its height may hide its scroll bar. A border may take a little of the page's margin.
    if (frame.clientHeight > wanted - 9) say(target, "ok");
    else if (isNew) askLater();
  };

  addEventListener("message", ({ source, origin, data }) => {
    const frame = all().find(frame => frame.contentWindow === source);
    if (!frame || !data || data.undersigned !== 1 || !isOurs(frame)) return;
    if (origin !== pages.origin && !(origin === "null" && isPage(frame) && isOpaque(frame))) return;
    const { type, height, name } = data;
    if (type === "size" && Number.isInteger(height)) fit(frame, source, height);
    if (type === "top" && document.activeElement === frame && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
    if (type === "event" && typeof name === "string" && /^[a-z_]{1,32}$/.test(name))
      frame.dispatchEvent(new CustomEvent("undersigned:" + name));
  });
  all().filter(isOurs).forEach(frame => say(frame.contentWindow, "ping"));
})();
