//! A configuration for Apache 2.4: `.htaccess` in the site's folder, which any host with Apache reads, and a virtual host for
//! those who have a server of their own.

use super::{Allowed, NOT_FOR_VISITORS, Rule};

/// What the copies that are served instead of a file are called, for those who may have them. `q=0` means "not this one".
const COPIES: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// What may follow a file's name after a copy was chosen.
const COPY: &str = "(\\.(br|gz))?";

/// What Apache says of addresses that can name no file: `%zz`, `%2F`, names that are too long.
const REFUSED: [&str; 4] = ["400", "403", "404", "414"];

/// The `.htaccess`. Needs `mod_headers` and `mod_rewrite`, and `AllowOverride FileInfo Indexes`.
pub fn file(sources: &Allowed, rules: &[Rule]) -> String {
    let rules: String = rules.iter().map(rule).collect();
    let copies: String = COPIES.iter().map(|(encoding, ending)| copy(encoding, ending)).collect();
    format!(
        "# Written by the build for {origin}{base}/: see docs/hosting for how to use it. Save it as .htaccess in the site's folder.\n\
         # Needs mod_headers and mod_rewrite, and AllowOverride FileInfo Indexes; otherwise every page answers with an error 500.\n\
         ErrorDocument 403 {missing}\nErrorDocument 404 {missing}\nDirectoryIndex index.html\nFileETag MTime Size\n\n\
         AddDefaultCharset utf-8\nAddCharset utf-8 .js .json .svg\n\
         AddType text/javascript .js\nAddType application/wasm .wasm\nAddType application/octet-stream .bin\n\
         AddType image/svg+xml .svg\nAddType image/webp .webp\nAddType image/x-icon .ico\n\n\
         # Compressed copies keep the type of their file; br isn't a language here.\n\
         RemoveType .gz .br\nRemoveLanguage .br\nAddEncoding br .br\nAddEncoding gzip .gz\n\
         SetEnvIf Request_URI ^ no-gzip no-brotli\n\n\
         RewriteEngine On\n\
         # Dotfiles, files for the server, and directory listings are not for visitors.\n\
         RewriteRule (^|/)(\\.(?!well-known/)|({hidden})(/|$)) - [R=404,L]\n\
         RewriteCond %{{REQUEST_FILENAME}} -d\nRewriteCond %{{REQUEST_FILENAME}}/index.html !-f\nRewriteRule ^ - [R=404,L]\n\
         {copies}\nHeader always set Vary \"Accept-Encoding\"\n{rules}\
         # Errors are never cached.\n<If \"true\">\n\
         \x20 Header always set Cache-Control \"no-store\" \"expr=%{{REQUEST_STATUS}} -ge 400\"\n</If>\n",
        origin = sources.origin,
        base = sources.base,
        missing = sources.missing(),
        hidden = NOT_FOR_VISITORS.join("|"),
    )
}

fn copy(encoding: &str, ending: &str) -> String {
    format!(
        "RewriteCond %{{HTTP:Accept-Encoding}} \"(^|[,\\s]){encoding}\\s*(,|$|;\\s*q=(1|0?\\.0*[1-9]))\"\n\
         RewriteCond %{{REQUEST_FILENAME}}.{ending} -f\n\
         RewriteRule ^(.+)\\.(html|js|json|wasm|bin|svg|txt)$ $1.$2.{ending} [L]\n"
    )
}

fn rule(rule: &Rule) -> String {
    let lines: String =
        rule.headers.iter().map(|(name, value)| format!("  Header always set {name} \"{value}\"\n")).collect();
    format!("<If \"%{{REQUEST_URI}} =~ m#{}#\">\n{lines}</If>\n", rule.expression(COPY))
}

/// A virtual host, for `sites-available`.
pub fn site(sources: &Allowed) -> String {
    let (host, root) = (sources.host(), sources.root());
    let port = sources.port();
    let refused = REFUSED.map(|status| format!("    ErrorDocument {status} {}\n", sources.missing())).concat();
    let inside = format!(
        "    ServerName {host}\n    DocumentRoot {root}\n    # Refused before the folder is read.\n{refused}    # No log of visitors.\n    CustomLog /dev/null common\n\
         \x20   <Directory {root}>\n        Options FollowSymLinks\n        AllowOverride FileInfo Indexes\n        Require all granted\n\
         \x20   </Directory>\n"
    );
    let head = format!(
        "# Written by the build for {}{}/: see docs/hosting for how to use it. Set your folder and your certificate below.\n",
        sources.origin, sources.base
    );
    if !sources.is_secure() {
        return format!("{head}<VirtualHost *:{}>\n{inside}</VirtualHost>\n", port.unwrap_or("80"));
    }
    format!(
        "{head}<VirtualHost *:80>\n    ServerName {host}\n    CustomLog /dev/null common\n\
         \x20   # Where Let's Encrypt looks when the certificate is renewed.\n    DocumentRoot /var/www/html\n\
         \x20   RedirectMatch permanent ^/(?!\\.well-known/acme-challenge/)(.*)$ {origin}/$1\n</VirtualHost>\n\
         <VirtualHost *:{port}>\n{inside}    SSLEngine on\n\
         \x20   SSLCertificateFile /etc/letsencrypt/live/{host}/fullchain.pem\n\
         \x20   SSLCertificateKeyFile /etc/letsencrypt/live/{host}/privkey.pem\n</VirtualHost>\n",
        origin = sources.origin,
        port = port.unwrap_or("443"),
    )
}
