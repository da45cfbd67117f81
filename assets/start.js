// Starts the Wasm, on pages that have live parts. It marks the third tier before the first paint, keeps what is sent too
// early, fetches the program at once, and runs it when the page has loaded. Whoever asked their browser
// to save data gets it at the first touch (docs/decisions/0006). A part whose program fails, for any reason, gives way to what works
// without Wasm and can be tried again; other parts stay as they are. If it takes long, both ways are offered.
(() => {
  var page = document.documentElement, root = page.dataset, me = document.currentScript.dataset;
  if (typeof WebAssembly !== "object" || "card" in root) return;
  root.tier = 3;
  var shown = () => document.querySelector(".part:not([hidden])");
  var isWaiting = () => root.tier === "3" && !("ready" in root && "taken" in shown().dataset);
  document.addEventListener("submit", event => {
    if (!("pendingForm" in event.target.dataset)) return;
    // The page would begin again, and lose what was begun in another part.
    event.preventDefault();
    if (isWaiting()) root.pending = "";
  });
  document.addEventListener("click", ({ target }) => {
    var pressed = target.closest("[data-pending-press]");
    if (pressed && isWaiting()) root.pending = pressed.dataset.pendingPress;
    if (target.closest("[data-retry]")) start(shown());
  });
  // A host may have said that a missing or broken file never changes, and a browser that it has not come: the second time
  // the host itself is asked. Browsers remember which modules failed, but not with what is behind a #, which they tell nobody.
  var twice = (address, get) => get(address).catch(() => fetch(address, { cache: "reload" })
    .then(answer => answer.blob())
    .then(() => get(address + "#" + Date.now())));
  // Around the action; the page does without. A module, because a script in the page would hold up everything if it hung.
  var around, surround = () => around = around || twice(me.action, address => import(address))
    .then(module => module.default(start))
    .catch(() => around = 0);
  // Whoever answers "Where do you live?" needs it.
  addEventListener("change", surround);
  // Where a failure is announced: that place is there, empty, before.
  var say = text => document.querySelectorAll("[data-note]").forEach(note => note.textContent = text(note));
  var fail = part => {
    root.tier = 2;
    // Unless the page was cut off.
    if (part) {
      part.dataset.failed = "";
      say(note => note.dataset.note);
    }
    // Whoever has pressed already goes on with the list of states.
    if ("pending" in root) {
      var list = document.querySelector(".below-tier-3 details");
      list.open = true;
      list.firstElementChild.focus();
      delete root.pending;
    }
  };
  // A panic while a live part takes over comes after the program has started.
  for (var kind of ["error", "unhandledrejection"]) addEventListener(kind, ({ error, reason }) => {
    if ((error || reason) instanceof WebAssembly.RuntimeError && (isWaiting() || !shown().querySelector(".action"))) fail(shown());
  });
  var loaded = new Promise(done => addEventListener("load", done));
  // All at once: each would wait for a bad connection by itself. The glue is small, and Firefox takes no page for loaded while
  // a module is on its way.
  // One program serves every part; each has its own texts.
  var styled, program, get = island => Promise.all([
    program = program || Promise.all([
      loaded.then(() => twice(me.glue, address => import(address))),
      twice(me.wasm, address => fetch(address, { integrity: me.integrity, priority: "low" }))
    ]),
    // What the campaign says, and the words of the interface, which many campaigns share.
    Promise.all(island.split(" ").map(file => twice(file, address => fetch(address).then(answer => answer.json()))))
  ]);
  // This script says where the first part's texts are: that part is not parsed yet.
  var saves = (navigator.connection || {}).saveData || matchMedia("(prefers-reduced-data: reduce)").matches;
  var early = saves ? 0 : get(me.island);
  // Who needs it hears of its failure.
  if (early) early.catch(() => 0);
  // Once for each part, until it fails.
  var load = part => {
    if (!part.program) {
      var { island } = part.dataset;
      // It runs when the page is there: the first paint and the program would make one long task.
      part.program = (island === me.island && early || get(island)).then(([[glue, module_or_path], files]) => {
        var texts = files.flat();
        part.dataset.texts = JSON.stringify(texts);
        // The last text is the style of what the program draws; pages do without. Through the model, which no policy forbids.
        var { sheet } = document.querySelector("style");
        styled = styled || sheet.insertRule(`@media all{${texts[texts.length - 1]}}`, sheet.cssRules.length);
        return glue.default({ module_or_path });
      });
      if (island === me.island) early = 0;
    }
    return part.program;
  };
  var start = part => {
    var { dataset } = part;
    // A part that failed has left the page to what works without any.
    root.tier = 3;
    say(() => "");
    surround();
    if (!("program" in dataset)) return;
    if ("failed" in dataset) {
      part.program = program = 0;
      delete dataset.failed;
      delete dataset.taken;
    }
    var late = setTimeout(() => {
      if (!("taken" in dataset)) root.late = "";
    }, 6e3);
    load(part)
      // It may have been left before its program came, and that may be here by now.
      .then(() => dispatchEvent(new Event("part")))
      .catch(() => {
        part.program = program = 0;
        // Whoever has gone on to another part is not disturbed.
        if (part.isConnected) fail(part);
      })
      // It may wait for the visitor's hands to rest, but it is not late.
      .then(() => clearTimeout(late));
  };
  var touched = ({ target }) => !around && target.closest(".part") && start(shown());
  if (saves) for (kind of ["focusin", "pointerdown"]) document.addEventListener(kind, touched);
  addEventListener("load", () => shown() ? saves || start(shown()) : fail());
})();
