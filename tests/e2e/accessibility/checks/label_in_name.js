// What one reads on a control is part of what it is called, for those who call it by voice.
const plain = text => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
for (const element of controls()) {
  const named = isListed(element, "aria-labelledby").map(label => label?.textContent || "").join(" ") || element.ariaLabel;
  const seen = plain(element.innerText || "");
  if (named && seen && !plain(named).includes(seen)) fault(element, `reads “${seen}”, but is called “${named}”`);
}
