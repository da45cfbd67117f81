// "Use my location": what does it comes on a press. The button is invisible until this script is here.
// `cargo xtask scripts` makes near.min.js of it, and the build names the script that it fetches.
(() => {
  if (!navigator.geolocation) return;
  document.documentElement.dataset.near = "";
  var again = "";
  addEventListener("click", ({ target }) => {
    var button = target.closest("[data-action=locate]"), note = document.getElementById("located");
    // Once the seats are found, the script presses the button for the program.
    if (button && !note.value) import("./LOCATE" + again)
      .then(module => module.default(button))
      .catch(() => {
        // Browsers remember that a module did not come, but not with what stands behind a #.
        again += "#";
        note.textContent = button.dataset.texts.split("|")[4];
      });
  });
})();
