// What looks like a heading is one, none is empty, none skips a level, and none says what the label of a field below it says.
const base = parseFloat(styleOf(document.body).fontSize);
const ELSEWHERE = "h1, h2, h3, h4, h5, h6, [role=heading], button, a, label, summary, legend, li, dt, th, td, caption, figure, blockquote, nav, dialog, [role=img], [aria-hidden=true]";
for (const { element, text } of pieces()) {
  if (element.closest(ELSEWHERE) || text.length > 80 || /[.!?:,;…。！？：，；]$/.test(text)) continue;
  let block = element;
  while (/inline|contents/.test(styleOf(block).display)) block = block.parentElement;
  const alone = block.textContent.trim() === text, style = styleOf(element);
  const looks = parseFloat(style.fontSize) >= base * 1.2 || parseInt(style.fontWeight) >= 600;
  if (alone && looks && block.nextElementSibling) fault(element, "looks like a heading, but is none");
}
let level = 0;
for (const heading of every("h1, h2, h3, h4, h5, h6").filter(isShown)) {
  const next = Number(heading.tagName[1]);
  if (!heading.textContent.trim()) fault(heading, "is an empty heading");
  if (level && next > level + 1) fault(heading, `comes after a heading of level ${level}`);
  level = next;
  const labels = [...heading.parentElement.querySelectorAll("label, legend")].filter(isShown);
  const twice = labels.some(label => !heading.closest("legend") && label.textContent.trim() === heading.textContent.trim());
  if (twice) fault(heading, "says the same as the label of a field below it");
}
