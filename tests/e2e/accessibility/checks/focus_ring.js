// Whatever has the focus shows it by an outline of 2 px or more, which stands out 3 to 1 and is not cut off.
const held = document.activeElement;
for (const element of reachable()) {
  element.focus({ preventScroll: true, focusVisible: true });
  if (document.activeElement !== element || element.tagName === "IFRAME") continue;
  const style = styleOf(element), width = parseFloat(style.outlineWidth), offset = parseFloat(style.outlineOffset);
  if (style.outlineStyle === "none" || !(width >= 2)) {
    fault(element, `has an outline of ${style.outlineStyle === "none" ? 0 : width} px when it has the focus`);
    continue;
  }
  const ratio = contrast(colour(style.outlineColor), backgroundOf(offset < 0 ? element : element.parentElement));
  if (ratio < 3) fault(element, `has an outline that stands out ${ratio.toFixed(1)} to 1`);
  const box = element.getBoundingClientRect(), reach = width + offset - 1;
  for (let around = element.parentElement; around; around = around.parentElement) {
    const edge = around.getBoundingClientRect();
    if (!/hidden|clip/.test(styleOf(around).overflowX) || around === document.documentElement) continue;
    if (box.left - reach < edge.left || box.right + reach > edge.right || box.top - reach < edge.top || box.bottom + reach > edge.bottom) {
      fault(element, `has an outline that ${describe(around)} cuts off`);
      break;
    }
  }
}
if (held && held !== document.body) held.focus({ preventScroll: true });
else document.activeElement.blur();
