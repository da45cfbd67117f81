// A frame's title says what is in it.
for (const frame of every("iframe, frame").filter(isShown)) {
  const title = (frame.title || frame.ariaLabel || "").trim();
  if (!title) fault(frame, "has no title");
  else if (/^(i?frame|embed(ded)?( content)?|content|widget|untitled|campaign)$/i.test(title) || /^https?:|\.html?$/.test(title) || title.length < 8) fault(frame, `has a title that says nothing: “${title}”`);
  else if (every("iframe").some(other => other !== frame && other.title === frame.title && other.src !== frame.src)) fault(frame, "has the title of another frame");
}
