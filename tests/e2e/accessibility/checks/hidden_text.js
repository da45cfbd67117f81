// Text is for everyone or for no one: none is only seen or only read aloud. Initials and marks beside a name are ornament.
for (const hidden of every("[aria-hidden=true], [role=presentation]").filter(isDrawn)) {
  const letters = (hidden.innerText || "").match(/\p{L}/gu) || [];
  if (letters.length > 3 && hidden.ariaHidden === "true") fault(hidden, "is seen, but not read aloud");
}
for (const element of every("body *")) {
  const text = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("").trim();
  if (!text || /^(script|style|noscript|option|title)$/i.test(element.tagName) || element.closest("[aria-hidden=true], svg") || !isShown(element)) continue;
  // It appears when it receives the focus.
  if (element.matches("a[href^='#']") && element === document.body.querySelector("a")) continue;
  const style = styleOf(element), box = element.getBoundingClientRect();
  const off = box.right <= 0 || box.left >= Math.max(innerWidth, document.scrollingElement.scrollWidth) || box.bottom + scrollY <= 0;
  const clipped = [style.clipPath, style.clip].some(clip => /inset\(50%|inset\(100%|rect\((0|1)px(, | )(0|1)px/.test(clip));
  const tiny = box.width <= 1 || box.height <= 1 || parseFloat(style.fontSize) < 2;
  const faint = !element.checkVisibility({ opacityProperty: true }) || contrast(over(colour(style.color), backgroundOf(element)), backgroundOf(element)) < 1.2;
  if (off || clipped || tiny || faint) fault(element, "is read aloud, but not seen");
}
