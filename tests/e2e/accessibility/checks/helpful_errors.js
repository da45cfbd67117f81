// An error says what to do: not only that something is wrong.
const EMPTY = /^(error|invalid|wrong|required|incorrect|failed|please try again|not valid|this field is required|錯誤|無效|必填).{0,14}$/i;
for (const field of every("[aria-invalid=true]").filter(isShown)) {
  for (const error of [...isListed(field, "aria-describedby"), ...isListed(field, "aria-errormessage")]) {
    const text = error?.textContent.trim() || "";
    if (!/problem|error/.test(error?.id + error?.className) || !text) continue;
    const words = /\p{Script=Han}/u.test(text) ? text.length / 2 : text.split(/\s+/).length;
    if (words < 4 || EMPTY.test(text)) fault(error, `does not say what to do: “${text}”`);
  }
}
