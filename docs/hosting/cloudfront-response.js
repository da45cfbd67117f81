// Written by the build for https://act.example.org/. Function for the event "viewer response" (cloudfront-js-2.0): the headers.
var styles = "'sha256-STYLE' 'sha256-STYLE-WITH-ACCENT'";
var scripts = "'sha256-SCRIPTS'";
var values = ["nosniff","no-referrer","cross-origin","accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()","default-src 'none'; script-src " + scripts + " 'self' https://act.example.org 'wasm-unsafe-eval'; style-src " + styles + "; connect-src 'self' https://act.example.org; img-src 'self' https://act.example.org data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'","public, max-age=300","default-src 'none'; script-src " + scripts + " 'self' https://act.example.org 'wasm-unsafe-eval'; style-src " + styles + "; connect-src 'self' https://act.example.org; img-src 'self' https://act.example.org data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'","require-corp","no-store","default-src 'none'; script-src 'sha256-PARTNERS-SCRIPT' " + scripts + " 'self' https://act.example.org 'wasm-unsafe-eval'; style-src " + styles + " 'sha256-PARTNERS-STYLE'; connect-src 'self' https://act.example.org; img-src 'self' https://act.example.org data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-src 'self' https://act.example.org; frame-ancestors 'none'","public, max-age=31536000, immutable","*","default-src 'none'; sandbox","public, max-age=3600"];
var rules = [["^/",[["x-content-type-options",0],["referrer-policy",1],["cross-origin-resource-policy",2],["permissions-policy",3]]],["^/$",[["content-security-policy",4],["cache-control",5]]],["^/index\\.html$",[["content-security-policy",4],["cache-control",5]]],["^/404\\.html$",[["content-security-policy",6],["cross-origin-embedder-policy",7],["cache-control",8]]],["^/c/",[["content-security-policy",4],["cache-control",5]]],["^/e/",[["content-security-policy",6],["cross-origin-embedder-policy",7],["cache-control",5]]],["^/partners/",[["content-security-policy",9],["cache-control",5]]],["^/undersigned-",[["cache-control",10],["access-control-allow-origin",11]]],["^/world-",[["cache-control",10],["access-control-allow-origin",11]]],["^/action-",[["cache-control",10],["access-control-allow-origin",11]]],["^/locate-",[["cache-control",10],["access-control-allow-origin",11]]],["^/map-",[["cache-control",10],["access-control-allow-origin",11]]],["^/search-",[["cache-control",10],["access-control-allow-origin",11]]],["^/data/",[["cache-control",10],["access-control-allow-origin",11]]],["^/logos/",[["content-security-policy",12],["cache-control",13]]],["^/oembed/",[["cache-control",13],["access-control-allow-origin",11]]],["^/pictures/",[["cache-control",13],["access-control-allow-origin",11]]],["^/favicon\\.ico$",[["cache-control",13]]],["^/embed/v1\\.js$",[["cache-control",13],["access-control-allow-origin",11]]],["^/embed/integrity\\.json$",[["cache-control",13],["access-control-allow-origin",11]]],["^/embed/v1\\.0\\.0\\.js$",[["cache-control",10],["access-control-allow-origin",11]]],["^/embed/v1\\.1\\.0\\.js$",[["cache-control",10],["access-control-allow-origin",11]]],["^/embed/v1\\.1\\.1\\.js$",[["cache-control",10],["access-control-allow-origin",11]]]];
function handler(event) {
  var response = event.response, uri = fileOf(event.request.uri);
  if (response.statusCode >= 400) uri = "/404.html";
  rules.forEach(function (rule) {
    if (new RegExp(rule[0]).test(uri)) rule[1].forEach(function (pair) {
      response.headers[pair[0]] = { value: values[pair[1]] };
    });
  });
  return response;
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
