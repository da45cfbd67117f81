// What looks like a list is one, also for Safari, which takes a list with `list-style: none` for plain text.
for (const list of every("ul, ol").filter(isShown)) {
  const plain = styleOf(list).listStyleType === "none" && styleOf(list).listStyleImage === "none";
  if (plain && !list.closest("nav") && list.getAttribute("role") !== "list") fault(list, "is no list in Safari");
}
const BULLET = /^\s*([•‣▪–*·-]|\(?\d+[.)])\s/;
for (const parent of new Set(every("p, div").filter(isShown).map(element => element.parentElement))) {
  const typed = [...parent.children].filter(child => /^(p|div)$/i.test(child.tagName) && BULLET.test(child.textContent));
  if (typed.length > 1) fault(typed[0], "begins a list that is made of typed marks");
  const links = [...parent.children].filter(child => child.tagName === "A" && isDrawn(child));
  if (links.length > 3 && links.length === parent.children.length && !parent.closest("nav, ul, ol")) fault(parent, "is a list of links, but not marked as one");
}
for (const text of every("p, div, span").filter(element => element.querySelectorAll(":scope > br").length > 1 && isShown(element))) {
  const typed = text.innerText.split("\n").filter(line => BULLET.test(line));
  if (typed.length > 1) fault(text, "is a list that is made of typed marks");
}
