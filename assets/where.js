// "Where do you live?", on pages whose campaign writes to several countries. It shows one part of the action at a time, and
// has that part's texts fetched when it is chosen. What was begun in a part
// stays in it, out of the document: two parts have fields of the same names. start.js calls this with what starts a part.
export default start => {
  var page = document.documentElement.dataset, parts = {};
  var show = question => {
    var now = document.querySelector(".part:not([hidden])");
    var next = parts[question.value] || document.getElementById(question.value);
    parts[now.id] = now;
    now.replaceWith(next);
    next.hidden = false;
    // What was pressed was meant for the part of before.
    delete page.pending;
    // draft.js asks before a letter is lost, this one too.
    document.querySelector(".where").toggleAttribute("data-draft", Object.values(parts).some(
      part => part !== next && part.querySelector("[data-draft]")));
    start(next);
  };
  addEventListener("change", event => {
    if (event.target.name === "where") show(event.target);
  });
  // "This is a postcode of another country": its part takes what was typed. One whose program is still to come finds it in
  // a field of ours, as if it had been sent too early (start.js).
  addEventListener("click", event => {
    var pressed = event.target.closest("[data-go]");
    if (!pressed) return;
    var typed = document.getElementById("zip").value;
    var answer = document.querySelector(`.where [data-country="${pressed.dataset.go}"]`);
    answer.click();
    answer.focus();
    var next = document.getElementById(answer.value), find = next.querySelector("[data-action=find]");
    if (find) {
      next.querySelector("#zip").value = typed;
      find.click();
    } else if ("program" in next.dataset && !("taken" in next.dataset)) {
      var field = document.createElement("input");
      field.type = "hidden";
      field.autocomplete = "off";
      field.id = "zip";
      field.value = typed;
      next.append(field);
      page.pending = "";
    }
  });
  // Whoever answered before this was here.
  var answered = document.querySelector(".where :checked:not([value=action])");
  if (answered) show(answered);
};
