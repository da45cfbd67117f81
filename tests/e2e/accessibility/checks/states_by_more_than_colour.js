// What is current, chosen or refused is told by more than its colour.
const STATES = ["aria-current", "aria-selected", "aria-pressed", "aria-checked", "aria-invalid"];
const PROPERTIES = ["fontWeight", "fontStyle", "textDecorationLine", "borderTopWidth", "borderBottomWidth", "borderInlineStartWidth", "outlineStyle", "fontSize"];
const look = element => [null, "::before", "::after"].map(part => {
  const style = styleOf(element, part);
  return part ? style.content : PROPERTIES.map(name => style[name]).join();
}).join("|");
const isOn = (element, name) => element.hasAttribute(name) && element.getAttribute(name) !== "false";
for (const name of STATES) {
  for (const element of every(`[${name}]`).filter(element => isDrawn(element) && isOn(element, name))) {
    const group = element.closest("ul, ol, nav, form, fieldset, [role=group], [role=tablist]") || element.parentElement;
    const others = [...group.querySelectorAll(element.tagName)].filter(other => other !== element && !isOn(other, name) && isDrawn(other) && other.type === element.type);
    if (others.some(other => look(other) === look(element))) fault(element, `is ${name}, but told by colour alone`);
  }
}
