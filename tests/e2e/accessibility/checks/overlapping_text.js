// No text lies upon another.
const lines = pieces().flatMap(piece => piece.lines.map(line => ({ ...piece, line }))).sort((a, b) => a.line.top - b.line.top);
for (let at = 0; at < lines.length; at++) {
  for (let next = at + 1; next < lines.length && lines[next].line.top < lines[at].line.bottom; next++) {
    const [one, other] = [lines[at], lines[next]];
    if (one.element === other.element || one.element.contains(other.element) || other.element.contains(one.element)) continue;
    const across = Math.min(one.line.right, other.line.right) - Math.max(one.line.left, other.line.left);
    const [upper, lower] = [asSeen(one.line, one.element, other.element), asSeen(other.line, other.element, one.element)];
    const down = Math.min(upper.bottom, lower.bottom) - Math.max(upper.top, lower.top);
    if (across > 2 && down > 0 && down > Math.min(upper.height, lower.height) * 0.35) {
      fault(other.element, `lies upon ${describe(one.element)}`);
    }
  }
}
