// A link among words is told by more than its colour.
for (const link of every("a[href]").filter(element => isDrawn(element) && isInline(element))) {
  const style = styleOf(link), around = styleOf(link.parentElement);
  const lined = style.textDecorationLine !== "none" || parseFloat(style.borderBottomWidth) > 0;
  const other = style.fontWeight !== around.fontWeight || style.fontStyle !== around.fontStyle;
  if (!lined && !other) fault(link, "is told from the words around it by colour alone");
}
