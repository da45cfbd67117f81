// Nothing leads on, or away, by itself.
for (const element of every("meta[http-equiv]")) {
  if (/refresh/i.test(element.httpEquiv)) fault(element, `leads on after ${element.content}`);
}
for (const element of every("marquee, blink, video[autoplay], audio[autoplay]")) fault(element, "goes on by itself");
for (const element of every("[role=timer]").filter(isShown)) fault(element, "counts down");
