// "Leave quickly": empties the page and puts another in its place, so that going back does not return here. Two presses
// of Escape do the same. Without scripts the control is a plain link. `cargo xtask scripts` makes leave.min.js of it.
(() => {
  var before = -Infinity;
  var leave = event => {
    var link = document.querySelector("[data-leave]");
    if (!link) return;
    event.preventDefault();
    document.querySelectorAll("input,textarea,select").forEach(field => field.value = "");
    document.title = "";
    document.body.hidden = true;
    location.replace(link.href);
  };
  addEventListener("click", event => {
    if (event.target.closest("[data-leave]")) leave(event);
  });
  addEventListener("keydown", event => {
    if (event.key !== "Escape") return before = -Infinity;
    if (event.timeStamp - before < 2e3) leave(event);
    before = event.timeStamp;
  });
})();
