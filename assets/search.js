// The search among many signers: it narrows the prerendered list, which is its data. Only pages with a long list load it,
// and it needs no Wasm. `cargo xtask scripts` makes search.min.js of it, which ships.
(() => {
  // So many are shown at first, and so many more each time: laying out thousands for each key takes long on an old phone.
  var BATCH = 100;
  var find = id => document.getElementById(id);
  var query = find("signer-query"), country = find("signer-country"), more = find("signer-more");
  var status = find("signer-status"), words = status.dataset;
  var rows, limit;

  // Lower case without the accents of Latin letters, so that "reseau" finds "Réseau". These five have no accent to part with.
  var plain = { "ø": "o", "đ": "d", "ł": "l", "ŧ": "t", "ı": "i" };
  var fold = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[øđłŧı]/g, letter => plain[letter]);
  var fill = (text, name, value) => text.split("{" + name + "}").join(value);
  // The page says how its language writes numbers: the browser would first load that for every language it knows.
  var counted = (text, count) => fill(text, "count", String(count).replace(/\B(?=(\d{3})+$)/g, words.separator));

  var narrow = () => {
    // Read when the field is first touched: a visit without a search costs nothing.
    rows = rows || [...document.querySelectorAll("#signer-list > [data-name]")]
      .map(item => ({ item, name: fold(item.getAttribute("data-name")), country: item.getAttribute("data-country") }));
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
