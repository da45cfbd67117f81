// Every field has a label that one can see, and its hint and error belong to it for those who do not see them beside it.
const fields = every("input:not([type=hidden]), select, textarea").filter(isShown);
const belongs = field => [...isListed(field, "aria-describedby"), ...isListed(field, "aria-errormessage")];
for (const field of fields) {
  const labels = [...(field.labels || []), ...isListed(field, "aria-labelledby")];
  if (!labels.some(label => label && isDrawn(label))) fault(field, "has no label that can be seen");
  if (belongs(field).includes(null)) fault(field, "names a hint that is not there");
  const linked = belongs(field).filter(Boolean);
  if (field.ariaInvalid === "true" && !linked.some(element => isDrawn(element) && element.textContent.trim())) fault(field, "is refused, but no error belongs to it");
}
const all = fields.flatMap(belongs);
for (const text of every("[id$='-hint'], [id$='-problem'], [id$='-error']").filter(element => isDrawn(element) && element.textContent.trim())) {
  if (!all.some(linked => linked && (linked === text || linked.contains(text)))) fault(text, "belongs to no field");
}
