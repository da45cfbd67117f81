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
