// Targets are at least 24 by 24 px, or have that much room; buttons and fields are 44 px high.
const boxes = new Map(controls().map(element => [element, element.getBoundingClientRect()]));
const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
const hasRoom = (element, box) => [...boxes].every(([other, edge]) => {
  if (other === element || element.contains(other) || other.contains(element)) return true;
  const seen = asSeen(edge, other, element);
  if (!seen.height) return true;
  const [x, y] = middle(box), [left, top] = [Math.max(seen.left, Math.min(x, seen.right)), Math.max(seen.top, Math.min(y, seen.bottom))];
  return Math.hypot(x - left, y - top) >= 12;
});
for (const [element, box] of boxes) {
  const acts = element.matches("button, summary, select, textarea, [role=button], .button, input:not([type=checkbox], [type=radio], [type=range])");
  const size = `is ${Math.round(box.width)} by ${Math.round(box.height)} px`;
  if (acts && box.height < 43.5) fault(element, `${size}; what one presses or fills in is 44 px high`);
  else if (Math.min(box.width, box.height) < 23.5 && !isInline(element) && !hasRoom(element, box)) fault(element, size);
}
