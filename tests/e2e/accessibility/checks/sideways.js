// Nothing sticks out of the window, and nothing needs to be scrolled sideways.
const root = document.scrollingElement, rtl = styleOf(root).direction === "rtl", width = root.clientWidth;
const scrolls = element => /auto|scroll|hidden|clip/.test(styleOf(element).overflowX);
let found = false;
for (const element of every("body *")) {
  const box = element.getBoundingClientRect();
  if (!isShown(element) || styleOf(element).position === "fixed") continue;
  let inside = element.parentElement;
  while (inside !== document.body && !scrolls(inside)) inside = inside.parentElement;
  if (inside === document.body && (rtl ? box.left < -1 : box.right > width + 1) && box.width > 1) {
    found = true;
    fault(element, `reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px in a window of ${width} px`);
  }
  const across = element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(styleOf(element).overflowX);
  if (across && !/^(textarea|input|select|pre|table)$/i.test(element.tagName)) fault(element, "has to be scrolled sideways");
}
if (!found && root.scrollWidth > width + 1) fault(root, `is ${root.scrollWidth} px wide in a window of ${width} px`);
