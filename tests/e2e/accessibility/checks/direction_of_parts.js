// A part in another language than the page runs in its own direction, wherever that shows.
const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/, root = document.documentElement;
const directionFor = language => RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
if (!("turned" in root.dataset) && root.dir !== directionFor(root.lang)) fault(root, `is in “${root.lang}”, with the direction “${root.dir}”`);
for (const element of every("body [lang]").filter(isShown)) {
  const text = (element.value || element.textContent).trim();
  // Words alone run as their letters do; a mark or a digit at an end goes where the direction says.
  const shows = /^[^\p{L}]|[^\p{L}]$/u.test(text) || text.includes("\n");
  const turned = styleOf(element).direction !== directionFor(element.lang);
  if (shows && turned && element.lang !== root.lang) fault(element, `runs ${styleOf(element).direction} in “${element.lang}”`);
}
for (const { element, text } of pieces()) {
  const foreign = /[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(text) && styleOf(element).direction === "ltr";
  if (foreign && !element.closest("bdi, [dir=auto]")) fault(element, "has letters that run from right to left, but no direction");
}
// A name stands where the page's lines begin, whichever way it runs itself. Paragraphs begin where their own language does.
for (const element of every("body :is(span, strong, a, h1, h2, h3)[dir]").filter(isShown)) {
  const { direction, display, textAlign } = styleOf(element), around = styleOf(element.parentElement).direction;
  if (direction === around || display === "inline" || textAlign === "center") continue;
  const range = document.createRange(), box = element.getBoundingClientRect();
  range.selectNodeContents(element);
  const text = range.getBoundingClientRect(), gaps = [text.left - box.left, box.right - text.right];
  const [before, after] = around === "rtl" ? gaps.reverse() : gaps;
  if (before > after + 8) fault(element, `stands ${Math.round(before)} px from where lines begin`);
}
