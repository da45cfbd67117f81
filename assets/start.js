// Starts the Wasm, on pages that have live parts. It marks the third tier before the first paint, keeps what is sent too
// early, and fetches the program once the page has loaded. If that fails for any reason, the page becomes what it is
// without Wasm; if it takes long, both ways are offered. `cargo xtask scripts` makes start.min.js of it, which ships.
(() => {
  var page = document.documentElement, root = page.dataset, me = document.currentScript.dataset;
  if (typeof WebAssembly !== "object" || "card" in root) return;
  root.tier = 3;
  var isWaiting = () => !("ready" in root) && root.tier === "3";
  document.addEventListener("submit", event => {
    if (!isWaiting() || !("pendingForm" in event.target.dataset)) return;
    event.preventDefault();
    root.pending = "";
  });
  document.addEventListener("click", event => {
    var pressed = event.target.closest("[data-pending-press]");
    if (pressed && isWaiting()) root.pending = pressed.dataset.pendingPress;
  });
  var late, giveUp = () => {
    if (!isWaiting()) return;
    clearTimeout(late);
    root.tier = 2;
    // Whoever has pressed already goes on with the list of states.
    if ("pending" in root) {
      var list = document.querySelector(".below-tier-3 details");
      list.open = true;
      list.firstElementChild.focus();
    }
  };
  // A panic while the live parts take over comes after the program has started.
  for (var kind of ["error", "unhandledrejection"]) addEventListener(kind, ({ error, reason }) => {
    if ((error || reason) instanceof WebAssembly.RuntimeError) giveUp();
  });
  // Not before, when the page is there: the first paint and the fetching would make one long task.
  addEventListener("load", () => {
    // Around the action; the page does without. A module, because a script in the page would hold up everything if it hung.
    import(me.action).catch(() => {});
    late = setTimeout(() => {
      if (isWaiting()) root.late = "";
    }, 6e3);
    var part = document.querySelector("[data-island]");
    // The page was cut off.
    if (!part) return giveUp();
    // All at once: each would wait for a bad connection by itself.
    var wasm = fetch(me.wasm, { integrity: me.integrity }), texts = fetch(part.dataset.island).then(answer => answer.text());
    Promise.all([import(me.glue), wasm, texts])
      .then(([glue, answer, json]) => {
        part.dataset.texts = json;
        return glue.default({ module_or_path: answer });
      })
      // It may wait for the visitor's hands to rest, but it is not late.
      .then(() => clearTimeout(late))
      .catch(giveUp);
  });
})();
