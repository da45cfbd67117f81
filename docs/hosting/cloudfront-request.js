// Written by the build for https://act.example.org/. Function for the event "viewer request" (cloudfront-js-2.0): finds the pages.
function handler(event) {
  event.request.uri = fileOf(event.request.uri);
  return event.request;
}
function fileOf(uri) {
  uri = uri.replace(/%([2-7][0-9a-f])/gi, function (spelled, code) {
    var letter = String.fromCharCode(parseInt(code, 16));
    return /[\w.~-]/.test(letter) ? letter : spelled;
  });
  var name = uri.slice(uri.lastIndexOf("/") + 1);
  if (name === "") return uri + "index.html";
  return name.indexOf(".") < 0 && name !== "SHA256SUMS" ? uri + "/index.html" : uri;
}
