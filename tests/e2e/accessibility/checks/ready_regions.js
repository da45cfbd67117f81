// A place where news is announced is there, empty, before the news: one that appears together with them is not heard.
for (const region of every("[role=status], [role=alert], [role=log], [aria-live]:not([aria-live=off])")) {
  if (isInHiddenPart(region.parentElement)) continue;
  if (!region.checkVisibility({ visibilityProperty: true })) fault(region, "is not there until it has something to say");
}
function isInHiddenPart(element) {
  return !element.checkVisibility({ visibilityProperty: true });
}
