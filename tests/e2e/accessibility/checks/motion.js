// Whoever asks for less motion gets none.
const seconds = text => Math.max(...text.split(",").map(part => parseFloat(part) * (part.includes("ms") ? 0.001 : 1)));
for (const element of every("html, body, body *").filter(element => element.checkVisibility())) {
  for (const part of [null, "::before", "::after"]) {
    const style = styleOf(element, part);
    if (style.animationName !== "none" && seconds(style.animationDuration) > 0) fault(element, `moves: ${style.animationName}`);
    if (seconds(style.transitionDuration) > 0.001 && style.transitionProperty !== "none") fault(element, `changes slowly: ${style.transitionProperty}`);
  }
  if (styleOf(element).scrollBehavior === "smooth") fault(element, "scrolls smoothly");
  if (/^(marquee|blink)$/i.test(element.tagName) || (element.autoplay && !element.paused)) fault(element, "moves by itself");
}
