// Asks before a letter that is not sent is lost: by the browser's own question when the page is left, and by one in the
// page when a link to another language is followed. The Wasm marks a letter in the making with data-draft.
(() => {
  // Whoever leaves quickly has emptied the page before.
  var leaving, unsent = () => !leaving && !document.body.hidden && document.querySelector("[data-draft]");
  addEventListener("beforeunload", event => {
    if (unsent()) event.preventDefault();
  });
  // Before leave.js, which follows links by itself.
  addEventListener("click", event => {
    // Each screen of the action begins at its top, also one to which somebody goes back.
    history.scrollRestoration = "manual";
    var pressed = event.target.closest("a[hreflang],#draft-stay,#draft-go"), ask = document.getElementById("draft");
    if (!pressed) return;
    if (pressed.id === "draft-stay") ask.close();
    else if (pressed.id === "draft-go") leaving = 1;
    else if (unsent()) {
      event.preventDefault();
      document.getElementById("draft-go").href = pressed.href;
      ask.showModal();
    }
  }, true);
})();
