// "Leave quickly": empties the page and puts another in its place, so that going back does not return here. Two presses
// of Escape do the same. Links to other pages of the site replace the page too, so that none of them is a step back: this
// script is on every page of a site that has the control on one. Without scripts the control is a plain link.
(() => {
  var before = -Infinity;
  var leave = event => {
    var link = document.querySelector("[data-leave]");
    if (!link) return;
    event.preventDefault();
    document.querySelectorAll("input,textarea,select").forEach(field => {
      field.value = field.defaultValue = "";
      field.checked = field.defaultChecked = false;
    });
    document.title = "";
    document.body.hidden = true;
    // Each step of the action is an entry of the history, which holds its number: the first of them is replaced.
    var steps = history.state, go = () => location.replace(link.href);
    if (!(steps > 0)) return go();
    addEventListener("popstate", go);
    history.go(-steps);
  };
  addEventListener("click", event => {
    if (event.target.closest("[data-leave]")) return leave(event);
    var link = event.target.closest("a[href]");
    // What opens a new tab is left to the browser; so is what draft.js has stopped.
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin || event.defaultPrevented
      || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    location.replace(link.href);
  });
  addEventListener("keydown", event => {
    if (event.key !== "Escape") return before = -Infinity;
    if (event.timeStamp - before < 2e3) leave(event);
    before = event.timeStamp;
  });
})();
