// Runs before the first paint, in every tier that has scripts. It marks what works, keeps what is sent too early, and
// starts the Wasm after the page has loaded. If that fails for any reason, the page stays what it is without Wasm.
(function () {
  "use strict";
  var root = document.documentElement, me = document.currentScript.dataset;
  var able = me.glue && typeof WebAssembly === "object";
  root.dataset.tier = able ? "3" : "2";
  addEventListener("click", function (event) {
    if (event.target.closest("[data-print-page]")) print();
  });
  if (me.languages) {
    var known = me.languages.split(" "), wanted = navigator.languages || [];
    for (var i = 0; i < wanted.length; i++) {
      var found = known.filter(function (tag) { return tag.split("-")[0] === wanted[i].split("-")[0]; })[0];
      if (found) { location.replace(found + "/"); break; }
    }
  }
  if (!able) return;
  document.addEventListener("submit", function (event) {
    if ("ready" in root.dataset || !("pendingForm" in event.target.dataset)) return;
    event.preventDefault();
    root.dataset.pending = "";
  });
  function withoutWasm() { if (!("ready" in root.dataset)) root.dataset.tier = "2"; }
  addEventListener("load", function () {
    import(me.glue).then(function (glue) {
      return glue.default({ module_or_path: fetch(me.wasm, { integrity: me.integrity }) });
    }).catch(withoutWasm);
  });
})();
