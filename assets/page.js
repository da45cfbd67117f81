// Runs before the first paint, in every tier that has scripts, on every page. It marks what works, gives copy and print
// buttons their meaning, and keeps choices off the disk. It needs no Wasm; assets/start.js begins that.
(() => {
  var root = document.documentElement.dataset;
  root.tier = 2;
  // A frame without an origin of its own, as WordPress makes it, can open nothing and send nothing: it is a card.
  var isCard = self.origin === "null", secret = location.hash.split("secret=")[1];
  if (isCard) root.card = secret ? "link" : "";
  // What a partner may ask for in the address; anything else is passed over. WordPress cannot ask, and its own cards are light.
  var asked = new URLSearchParams(location.search), theme = asked.get("theme") || isCard && "light";
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
  // Firefox keeps ticked boxes and chosen radio buttons for after a crash, whatever `autocomplete` says, unless they are
  // what the page began with.
  addEventListener("change", () => document.querySelectorAll("[type=radio],[type=checkbox]").forEach(
    field => field.defaultChecked = field.checked));
})();
