// What every check may use. A check is the body of a function; it calls `fault(element, what)` for each fault it finds.

const every = css => [...document.querySelectorAll(css)];
const styleOf = (element, part) => getComputedStyle(element, part);

// Rendered and not invisible. What a closed `<details>` holds is not.
const isShown = element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;

// Shown, and at a place that one can look at or scroll to.
const isDrawn = element => {
  const box = element.getBoundingClientRect();
  return isShown(element) && box.right > 0 && box.left < innerWidth && box.width > 1 && box.height > 1;
};

// Every piece of text on the page, with the element that holds it and the box of each of its lines.
const pieces = (from = document.body) => {
  const walker = document.createTreeWalker(from, NodeFilter.SHOW_TEXT), found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    if (!node.data.trim() || /^(script|style|option|textarea|title)$/i.test(element.tagName) || !isDrawn(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(line => line.width > 0.5 && line.height > 0.5);
    if (lines.length) found.push({ element, text: node.data.trim(), lines, box: range.getBoundingClientRect() });
  }
  return found;
};

// A box as it is seen beside another element: what is scrolled away lies at the edge of the part that scrolls.
const asSeen = (box, element, other) => {
  let { top, right, bottom, left } = box;
  for (let part = element.parentElement; part && !part.contains(other); part = part.parentElement) {
    if (!/auto|scroll/.test(styleOf(part).overflowY)) continue;
    const edge = part.getBoundingClientRect(), within = at => Math.min(Math.max(at, edge.top), edge.bottom);
    [top, bottom] = [within(top), within(bottom)];
  }
  return { top, right, bottom, left, height: bottom - top };
};

const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
const controls = () => every(CONTROLS).filter(element => isDrawn(element) && !element.disabled);
const reachable = () => every(`${CONTROLS}, [tabindex], iframe`)
  .filter(element => isShown(element) && !element.disabled && element.tabIndex >= 0);

// A link inside a sentence: its line has other words.
const isInline = element => {
  const parent = element.parentElement;
  const others = [...parent.childNodes].filter(node => node !== element && node.textContent.replace(/[\s·|,/]/g, ""));
  return styleOf(element).display === "inline" && /^(p|span|li|dd|td|figcaption|small|div)$/i.test(parent.tagName)
    && others.some(node => node.nodeType === 3 || styleOf(node).display === "inline");
};

const isListed = (element, attribute) => (element.getAttribute(attribute) || "").split(/\s+/).filter(Boolean)
  .map(id => document.getElementById(id));

// Colours as [red, green, blue, opacity], 0–255 and 0–1.
const colour = text => {
  const numbers = (text.match(/-?[\d.]+(e-?\d+)?/g) || []).map(Number), [alpha = 1] = numbers.slice(3);
  const scale = text.startsWith("color(") ? 255 : 1;
  return [...numbers.slice(0, 3).map(part => part * scale), alpha];
};
const over = (top, below) => [...[0, 1, 2].map(at => top[at] * top[3] + below[at] * (1 - top[3])), 1];
const backgroundOf = element => {
  const layers = [];
  for (let at = element; at; at = at.parentElement) layers.push(colour(styleOf(at).backgroundColor));
  const canvas = styleOf(document.documentElement).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? 18 : 255;
  return layers.reduceRight((below, layer) => over(layer, below), [canvas, canvas, canvas, 1]);
};
const luminance = ([red, green, blue]) => [red, green, blue]
  .map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
  .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

// An element in words: `button.link "Back"`.
const describe = element => {
  const classes = [...element.classList].map(name => `.${name}`).join(""), id = element.id ? `#${element.id}` : "";
  const words = (element.textContent || element.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
  return `${element.tagName.toLowerCase()}${id}${classes}${words && ` "${words}"`}`;
};
