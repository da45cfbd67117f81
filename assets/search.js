// The search among many signers: it narrows the prerendered list, which is its data. Only pages with a long list load it,
// and it needs no Wasm. `cargo xtask scripts` makes search.min.js of it, which ships.
(() => {
  // So many are shown at first, and so many more each time: laying out thousands for each key takes long on an old phone.
  var BATCH = 100;
  var find = id => document.getElementById(id);
  var query = find("signer-query"), country = find("signer-country"), more = find("signer-more");
  var status = find("signer-status"), words = status.dataset;
  var rows, limit;

  // As `src/domain/folding.rs` does, which says what and why; a test compares both.
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
  var counted = (text, count) => fill(text, "count", String(count).replace(/\B(?=(\d{3})+$)/g, words.separator));

  var narrow = () => {
    // Read when the field is first touched: a visit without a search costs nothing.
    rows = rows || [...document.querySelectorAll("#signer-list > [data-name]")]
      .map(item => ({ item, name: fold(spelt(item.getAttribute("data-name"))), country: item.getAttribute("data-country") }));
    var wanted = fold(query.value).split(/\s+/), found = 0;
    for (var row of rows) {
      var fits = (!country.value || row.country === country.value) && wanted.every(word => row.name.includes(word));
      var hidden = !fits || ++found > limit;
      if (row.item.hidden !== hidden) row.item.hidden = hidden;
    }
    status.textContent = found
      ? counted(found === 1 && words.one || words.other, found)
      : fill(words.none, "query", query.value.trim());
    more.hidden = found <= limit;
    more.textContent = counted(more.dataset.more, found - limit);
  };
  var anew = () => {
    limit = BATCH;
    narrow();
  };
  query.addEventListener("focus", () => rows || anew());
  query.addEventListener("input", anew);
  country.addEventListener("change", anew);
  more.addEventListener("click", () => {
    limit += BATCH;
    narrow();
  });
})();
