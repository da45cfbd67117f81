// What follows in the source follows on the screen: never higher in the same column, never earlier in the same row.
// What is written in a picture is not read: its name is.
const all = pieces().filter(({ element }) => !element.closest("[role=img]")), rtl = styleOf(document.documentElement).direction === "rtl";
const rowOf = (one, other) => {
  let parent = one;
  while (!parent.contains(other)) parent = parent.parentElement;
  const child = of => [...parent.children].find(child => child.contains(of));
  return /flex|grid/.test(styleOf(parent).display) && [child(one), child(other)];
};
for (let at = 0; at < all.length; at++) {
  for (let next = at + 1; next < Math.min(all.length, at + 60); next++) {
    const first = all[at], then = all[next];
    if (first.element === then.element || first.element.contains(then.element) || then.element.contains(first.element)) continue;
    const sameColumn = Math.min(first.box.right, then.box.right) - Math.max(first.box.left, then.box.left) > 1;
    const [upper, lower] = [asSeen(first.box, first.element, then.element), asSeen(then.box, then.element, first.element)];
    if (sameColumn && lower.bottom <= upper.top + 1 && lower.top < upper.top) {
      fault(then.element, `is above ${describe(first.element)}, which comes before it`);
      break;
    }
    const row = rowOf(first.element, then.element);
    if (!row || !row[0] || !row[1] || row[0] === row[1]) continue;
    const [one, two] = row.map(child => child.getBoundingClientRect());
    const before = rtl ? two.left >= one.right - 1 : two.right <= one.left + 1;
    if (before && Math.abs(one.top - two.top) < 24) {
      fault(then.element, `is in front of ${describe(first.element)}, which comes before it`);
      break;
    }
  }
}
