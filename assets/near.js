// "Use my location" and the map of a ZIP code: what does them comes on a press. Their buttons are invisible until this script is
// here. The build names the scripts that it fetches.
(() => {
  var again = "";
  document.documentElement.dataset.near = "";
  addEventListener("click", ({ target }) => {
    var button = target.closest("[data-action=locate],[data-action=map]");
    if (!button) return;
    var map = button.dataset.action === "map", note = document.getElementById(map ? "mapped" : "located");
    // Once the seats are found, the script presses the button for the program.
    if (!note || note.value) return;
    Promise.all([import("./LOCATE" + again), map && import("./MAP" + again)])
      .then(([locate, map]) => (map || locate).default(button, locate))
      .catch(() => {
        // Browsers remember that a module did not come, but not with what is behind a #.
        again += "#";
        note.textContent = button.dataset.texts.split("|")[0];
      });
  });
})();
