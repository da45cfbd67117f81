// On the page for partners only: carries out choices in the code and in the preview. Texts are set as text, never as
// markup.
(() => {
  const find = id => document.getElementById(id);
  const offers = JSON.parse(find("kit-data").textContent);
  const chosen = id => { const list = find(id); return list ? list.value : ""; };
  let shown = "";

  // In attributes, `&` is written `&amp;`.
  const withQuery = (address, parts) => {
    const asked = parts.filter(([, value]) => value).map(([name, value]) => name + "=" + value);
    return asked.length ? address + "?" + asked.join("&") : address;
  };

  const update = () => {
    const offer = offers[chosen("kit-language")];
    const theme = ["theme", chosen("kit-theme")], partner = ["p", chosen("kit-partner")];
    const frame = withQuery("", [theme, partner]), link = withQuery("", [partner]);
    for (const name in offer.codes) {
      let code = offer.codes[name];
      // WordPress asks for the address as it is.
      if (name !== "address") code = code
        .split('"' + offer.embed + '"').join('"' + offer.embed + frame.replace("&", "&amp;") + '"')
        .split('"' + offer.landing + '"').join('"' + offer.landing + link + '"');
      find("code-" + name).textContent = code;
    }
    const address = offer.path + frame;
    if (address === shown) return;
    // A new frame, because another address in the old one would be a step of the history.
    const old = document.querySelector(".kit-stage iframe");
    if (shown || old.getAttribute("src") !== address) {
      const fresh = old.cloneNode();
      fresh.src = address;
      fresh.title = offer.title;
      fresh.height = offer.height;
      fresh.removeAttribute("style");
      old.replaceWith(fresh);
    }
    shown = address;
  };

  for (const id of ["kit-language", "kit-theme", "kit-partner"]) {
    const list = find(id);
    if (list) list.addEventListener("change", update);
  }
  // Code is copied as text alone: with the page's markup around it, editors show it instead of pasting what it makes.
  addEventListener("copy", event => {
    const selection = getSelection();
    if (![...document.querySelectorAll(".kit-code")].some(code => selection.containsNode(code.firstChild, true))) return;
    event.clipboardData.setData("text/plain", selection.toString());
    event.preventDefault();
  });
  // Some browsers put choices back after the page is read.
  addEventListener("pageshow", update);
})();
