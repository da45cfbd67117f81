// Written by the build for https://act.example.org. Two functions (cloudfront-js-2.0): save each under a name of its own.

// 1. Viewer request: S3 knows no index.html below the first folder.
function handler(event) {
  var request = event.request;
  if (request.uri.endsWith("/")) request.uri += "index.html";
  return request;
}

// 2. Viewer response: the headers.
var values = ["nosniff","no-referrer","cross-origin","camera=(), geolocation=(), microphone=(), payment=(), usb=()","default-src 'none'; script-src 'sha256-SCRIPTS' 'self' https://act.example.org 'wasm-unsafe-eval'; style-src 'sha256-STYLE'; connect-src 'self' https://act.example.org; img-src 'self' https://act.example.org data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'","public, max-age=300","default-src 'none'; script-src 'sha256-SCRIPTS' 'self' https://act.example.org 'wasm-unsafe-eval'; style-src 'sha256-CAMPAIGN-STYLE'; connect-src 'self' https://act.example.org; img-src 'self' https://act.example.org data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'","default-src 'none'; script-src 'sha256-SCRIPTS' 'self' https://act.example.org 'wasm-unsafe-eval'; style-src 'sha256-CAMPAIGN-STYLE'; connect-src 'self' https://act.example.org; img-src 'self' https://act.example.org data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors *","default-src 'none'; script-src 'sha256-PARTNERS-SCRIPT' 'sha256-SCRIPTS' 'self' https://act.example.org 'wasm-unsafe-eval'; style-src 'sha256-PARTNERS-STYLE'; connect-src 'self' https://act.example.org; img-src 'self' https://act.example.org data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-src 'self' https://act.example.org; frame-ancestors 'none'","public, max-age=31536000, immutable","*","public, max-age=3600"];
var rules = [["^/",[["x-content-type-options",0],["referrer-policy",1],["cross-origin-resource-policy",2],["permissions-policy",3]]],["^/(index\\.html)?$",[["content-security-policy",4],["cache-control",5]]],["^/404\\.html$",[["content-security-policy",4],["cache-control",5]]],["^/c/CAMPAIGN/",[["content-security-policy",6],["cache-control",5]]],["^/e/CAMPAIGN/",[["content-security-policy",7],["cache-control",5]]],["^/partners/CAMPAIGN/",[["content-security-policy",8],["cache-control",5]]],["^/undersigned-HASH\\.js$",[["cache-control",9],["access-control-allow-origin",10]]],["^/undersigned-HASH_bg\\.wasm$",[["cache-control",9],["access-control-allow-origin",10]]],["^/world-HASH\\.js$",[["cache-control",9],["access-control-allow-origin",10]]],["^/world-HASH_bg\\.wasm$",[["cache-control",9],["access-control-allow-origin",10]]],["^/action-HASH\\.js$",[["cache-control",9],["access-control-allow-origin",10]]],["^/search-HASH\\.js$",[["cache-control",9],["access-control-allow-origin",10]]],["^/data/",[["cache-control",9],["access-control-allow-origin",10]]],["^/logos/",[["cache-control",11]]],["^/oembed/",[["cache-control",11],["access-control-allow-origin",10]]],["^/pictures/",[["cache-control",11],["access-control-allow-origin",10]]],["^/embed/v1\\.js$",[["cache-control",11],["access-control-allow-origin",10]]],["^/embed/integrity\\.json$",[["cache-control",11],["access-control-allow-origin",10]]],["^/embed/v1\\.0\\.0\\.js$",[["cache-control",9],["access-control-allow-origin",10]]]];
function handler(event) {
  var uri = event.request.uri, headers = event.response.headers;
  rules.forEach(rule => {
    if (new RegExp(rule[0]).test(uri)) rule[1].forEach(pair => { headers[pair[0]] = { value: values[pair[1]] }; });
  });
  return event.response;
}
