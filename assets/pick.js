// On a page that only lists languages: goes on to the one that the browser prefers.
(() => {
  // The page says where it is: the address that was asked for may lack the last slash.
  var { languages, path } = document.currentScript.dataset, known = languages.split(" ");
  for (var wanted of navigator.languages || []) {
    var found = known.find(tag => tag.split("-")[0] === wanted.split("-")[0]);
    if (found) {
      location.replace(path + found + "/");
      break;
    }
  }
})();
