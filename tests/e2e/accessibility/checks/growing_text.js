// Text follows the size that the visitor has chosen in the browser.
const root = document.documentElement, before = root.style.fontSize;
const texts = [...pieces().map(piece => piece.element), ...controls().filter(element => !/^(radio|checkbox)$/.test(element.type))];
const sizes = texts.map(element => parseFloat(styleOf(element).fontSize));
root.style.fontSize = "200%";
texts.forEach((element, at) => {
  const growth = parseFloat(styleOf(element).fontSize) / sizes[at], enough = sizes[at] >= 24 ? 1.4 : 1.9;
  if (growth < enough) fault(element, `is ${growth.toFixed(1)} times as large when text is set to 200 %`);
});
root.style.fontSize = before;
