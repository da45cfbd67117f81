// No text is cut off by the box around it, or spills over its edge.
for (const { element, lines } of pieces()) {
  for (let box = element; box && box !== document.documentElement; box = box.parentElement) {
    const style = styleOf(box), edge = box.getBoundingClientRect();
    if (style.display === "inline" || style.display === "contents") continue;
    const cuts = /hidden|clip/.test(style.overflowX + style.overflowY) || style.contain.includes("paint");
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
    const drawn = ["Top", "Right", "Bottom", "Left"].some(side => parseFloat(style[`border${side}Width`]) > 0)
      || (colour(style.backgroundColor)[3] > 0 && box !== document.body);
    if (scrolls) break;
    const out = lines.find(line => line.left < edge.left - 1 || line.right > edge.right + 1
      || line.top < edge.top - line.height * 0.25 || line.bottom > edge.bottom + line.height * 0.25);
    if (out && cuts) fault(element, `is cut off by ${describe(box)}`);
    else if (out && drawn) fault(element, `spills out of ${describe(box)}`);
    if (out) break;
    if (style.position === "absolute" || style.position === "fixed") break;
  }
}
