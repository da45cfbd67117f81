// Whatever is in another language than what is around it says so, and what says so is. Names may stay as they are.
const languageOf = element => (element.closest("[lang]")?.lang || "").split("-")[0];
const HAN = /\p{Script=Han}/u;
const isName = element => element.closest("[translate=no]");
// Four words of running text; a name in capitals is none.
const isLatin = text => !HAN.test(text) && /(\p{Script=Latin}{2,}[\s,;:]+){3}\p{Script=Latin}{2,}/u.test(text)
  && (text.match(/(?<![\p{L}.@/])\p{Ll}{2,}/gu) || []).length >= 2;
const isHan = text => /\p{Script=Han}{2}/u.test(text) && (text.match(/\p{Script=Han}/gu).length > 3 || !/\p{Script=Latin}/u.test(text));
const look = (element, text) => {
  const language = languageOf(element);
  if (!language) fault(element, "has no language");
  else if (/^(zh|ja)$/.test(language) ? isLatin(text) : isHan(text)) {
    if (!isName(element)) fault(element, `is said to be in “${language}”: ${text.slice(0, 40)}`);
  }
};
for (const { element, text } of pieces()) look(element, text);
for (const element of every("textarea, option, [aria-label], [title], [placeholder], img[alt]").filter(isShown)) {
  const values = [element.tagName === "TEXTAREA" ? element.value : "", ...["aria-label", "title", "placeholder", "alt"].map(name => element.getAttribute(name) || "")];
  for (const value of values) if (value) look(element, value);
}
