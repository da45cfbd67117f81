// The search among many signers, and the ways through a list that is shown in parts. A page holds all names, or the first ones of
// a long list, whose rows come in a file once it is opened or searched. Only pages with a list to search load it, and it needs
// no Wasm.
(() => {
  // So many are in the document at a time: laying out thousands for each key takes long on an old phone.
  var BATCH = 60;
  var find = id => document.getElementById(id);
  var query = find("signer-query"), country = find("signer-country"), more = find("signer-more"), back = find("signer-back");
  var list = find("signer-list"), status = find("signer-status"), words = status.dataset, named = list.dataset.names;
  // Those whom the source does not name.
  var unlisted = list.querySelectorAll(".unlisted");
  // Rows as they come, the lists that the page was drawn with, and where the parts begin that were left behind.
  var rows, drawn, from = 0, before = [], isRead, shown;

  // As `crates/campaign/src/folding.rs` does, which says what and why; a test compares both.
  var letters = { "&": " and " };
  "ßss æae œoe øo đd ðd ɗd ɖd łl ħh ŧt þth ŋn ɓb ƙk ƴy əe ɛe ɔo ςσ ٱا ىي یي ةه ہه ەه ھه ۃه کك ڪك".split(" ")
    .forEach(pair => letters[pair[0]] = pair.slice(1));
  var fold = text => text.replace(/[´΄᾽᾿]/g, "").normalize("NFKD")
    .replace(/['"`.\xad·\u02b9-\u02df\u0300-\u036f\u0483-\u0487\u055a\u0591-\u05bd\u05bf-\u05c7\u05f3\u05f4\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2018-\u201f\u2027\u202a-\u202e\u2032-\u2037\u2060-\u206f\u20d0-\u20ff\u275b-\u275e\u30fb\ua78b\ua78c\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]/g, "")
    .toUpperCase().toLowerCase()
    .replace(/[!-/:-@[-`{-~\xa1-\u06f9\u1806\u2010-\u205e\u2212\u2500\u2501\u2e00-\u2e7f\u3001-\u3020\u3030\u30a0]/g, letter =>
      letters[letter] || (/[٠-٩۰-۹]/.test(letter) ? letter.charCodeAt() & 15
        : /[!-/:-@[-`{-\xbf×÷֊־،؛؟\u1806-\u30a0]/.test(letter) ? " " : letter));
  // A name, and as some type it: without hyphens ("Coop" for "Co-op"), with other spellings of umlauts ("Mueller").
  var spelt = text => {
    var joined = text.normalize().replace(/[-\u2010-\u2015]/g, "");
    return [text, joined, joined.replace(/[äöü]/gi, "$&e").replace(/å/gi, "aa").replace(/ø/gi, "oe")].join(" ");
  };
  var fill = (text, name, value) => text.split("{" + name + "}").join(value);
  // The page says how its language writes numbers: the browser would first load that for every language it knows.
  var number = count => String(count).replace(/\B(?=(\d{3})+$)/g, words.separator);
  var counted = (text, count) => fill(text, "count", number(count));

  var make = (tag, inner, attributes) => {
    var element = document.createElement(tag);
    for (var name in attributes) element.setAttribute(name, attributes[name]);
    element.append(...inner);
    return element;
  };
  var outside = (text, href, more) => make("a", [text], { href, target: "_blank", rel: "noopener noreferrer", ...more });
  // As `item` of crates/pages/src/signers.rs draws it; a test compares both.
  var draw = ([name, code, facts, url, source, logo, mark, apart], texts) => make("li", [
    logo ? make("img", [], { class: "logo", src: logo, alt: "", width: 72, height: 40, loading: "lazy" })
      : make("span", [mark], { class: "monogram", "aria-hidden": true }),
    make("span", [
      make("span", [url ? outside(name, url) : make("span", [name])], { translate: "no" }),
      make("small", source
        ? [facts && facts + " · ", outside(texts.source, source, { "aria-label": fill(texts.of, "name", apart || name) })]
        : [facts])
    ])
  ]);

  // Most keys change nothing of what is shown.
  var hold = part => {
    var items = part.map(row => row.item = row.item || row.draw());
    if (items.some((item, at) => item !== list.children[at]) || list.children.length !== items.length + unlisted.length)
      list.replaceChildren(...items, ...unlisted);
  };
  var show = () => {
    if (!isRead) return;
    var wanted = fold(query.value).split(/\s+/);
    var found = rows.filter(row =>
      (!country.value || row.country === country.value) && wanted.every(word => row.name.includes(word)));
    if (query.value.trim() || country.value || from) {
      var part = found.slice(from, from + BATCH);
      shown = part.length;
      hold(part);
    } else {
      // As it was, with what is folded in it.
      for (var [home, items] of drawn) home.replaceChildren(...items);
      shown = named ? list.querySelectorAll("[data-name]").length : Math.min(BATCH, found.length);
      if (!named && found.length > BATCH) hold(found.slice(0, BATCH));
    }
    var rest = found.length - from - shown;
    status.textContent = !found.length ? fill(words.none, "query", query.value.trim())
      : rest || from ? fill(fill(counted(words.part, found.length), "first", number(from + 1)), "last", number(from + shown))
      : counted(found.length === 1 && words.one || words.other, found.length);
    back.hidden = !from;
    more.hidden = rest < 1;
    more.textContent = counted(more.dataset.more, Math.min(BATCH, rest));
  };
  // A few at a time: an old phone folds thousands of names for a quarter of a second.
  var read = start => {
    for (var end = Math.min(start + 200, rows.length); start < end; start++) rows[start].name = fold(spelt(rows[start].name));
    if (start < rows.length) setTimeout(read, 0, start);
    else {
      isRead = 1;
      show();
    }
  };
  // When the field is first touched, or the list is opened: a visit without a search costs nothing.
  var begin = () => {
    if (rows) return;
    rows = [];
    drawn = [list, ...list.querySelectorAll("ul")].map(home => [home, [...home.childNodes]]);
    if (named) fetch(named).then(answer => answer.json()).then(texts => {
      rows = texts.rows.map(row => ({ name: row[0], country: row[1], draw: () => draw(row, texts) }));
      read(0);
    }).catch(() => {
      rows = 0;
      status.textContent = words.failed;
    });
    else {
      rows = [...list.querySelectorAll("[data-name]")]
        .map(item => ({ item, name: item.getAttribute("data-name"), country: item.getAttribute("data-country") }));
      read(0);
    }
  };
  var anew = () => {
    from = 0;
    before = [];
    begin();
    show();
  };
  // To the beginning of the part, from below it.
  var turn = () => {
    show();
    var first = list.firstElementChild;
    first.tabIndex = -1;
    first.focus();
    list.parentElement.scrollTop = 0;
  };
  query.addEventListener("focus", begin);
  query.addEventListener("input", anew);
  country.addEventListener("change", anew);
  // Where something is folded; `toggle` does not bubble.
  list.addEventListener("toggle", begin, true);
  more.addEventListener("click", () => {
    before.push(from);
    from += shown;
    turn();
  });
  back.addEventListener("click", () => {
    from = before.pop();
    turn();
  });
})();
