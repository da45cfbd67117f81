// To enter a control, or to choose in it, changes nothing but the control itself.
const settle = () => new Promise(done => setTimeout(done, 0)).then(() => new Promise(done => setTimeout(done, 0)));
const where = () => [location.href, ...every("h1, h2, [data-step]").map(element => element.dataset.step || element.textContent)].join("|");
const held = document.activeElement, open = window.open, submit = event => { event.preventDefault(); sent = true; };
let opened = false, sent = false;
window.open = () => { opened = true; return null; };
addEventListener("submit", submit, true);
for (const element of reachable().filter(element => element.tagName !== "IFRAME").slice(0, 80)) {
  const before = where();
  element.focus({ preventScroll: true });
  await settle();
  const stayed = document.activeElement === element;
  if (!stayed) fault(element, "sends the focus elsewhere when it receives it");
  if (element.tagName === "SELECT" && stayed) {
    const chosen = element.selectedIndex;
    for (const index of [(chosen + 1) % element.options.length, chosen]) {
      element.selectedIndex = index;
      for (const name of ["input", "change"]) element.dispatchEvent(new Event(name, { bubbles: true }));
      await settle();
    }
    if (element.isConnected && document.activeElement !== element) fault(element, "sends the focus elsewhere when one chooses in it");
  }
  if (where() !== before || opened || sent) fault(element, "changes the page before anything is pressed");
  opened = sent = false;
  if (!element.isConnected) break;
}
removeEventListener("submit", submit, true);
window.open = open;
if (held && held !== document.body) held.focus({ preventScroll: true });
else document.activeElement.blur();
