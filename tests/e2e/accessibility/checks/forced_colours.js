// With the visitor's own few colours, controls keep an edge or an underline, and the focus its outline.
const background = element => contrast(colour(styleOf(element).borderTopColor), backgroundOf(element.parentElement));
for (const element of controls()) {
  const style = styleOf(element);
  const edge = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) >= 1 && background(element) >= 3;
  const line = style.textDecorationLine.includes("underline") || element.tagName === "SUMMARY";
  const native = /^(checkbox|radio|range|file|color)$/.test(element.type) && style.appearance !== "none";
  if (!edge && !line && !native) fault(element, "has neither an edge nor an underline in forced colours");
}
const held = document.activeElement;
for (const element of reachable()) {
  element.focus({ preventScroll: true, focusVisible: true });
  const style = styleOf(element);
  if (document.activeElement === element && element.tagName !== "IFRAME" && (style.outlineStyle === "none" || !(parseFloat(style.outlineWidth) >= 2))) fault(element, "does not show the focus in forced colours");
}
if (held && held !== document.body) held.focus({ preventScroll: true });
else document.activeElement.blur();
