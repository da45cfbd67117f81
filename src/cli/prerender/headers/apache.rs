//! A configuration for Apache 2.4, as `.htaccess` in the site's folder or inside its `<Directory>`.

use super::{Rule, Sources};

/// The file. Needs `mod_headers`; with `mod_rewrite`, the compressed twins are served.
pub fn file(sources: &Sources, rules: &[Rule]) -> String {
    let rules: String = rules.iter().map(rule).collect();
    format!(
        "# Written by the build. Save it as .htaccess in the site's folder. Needs mod_headers and mod_rewrite.\n\
         ErrorDocument 404 {}/404.html\nDirectoryIndex index.html\nAddDefaultCharset utf-8\n\
         AddType application/wasm .wasm\nAddType text/javascript .js\n\
         RewriteEngine On\n\
         RewriteCond %{{HTTP:Accept-Encoding}} br\nRewriteCond %{{REQUEST_FILENAME}}.br -f\n\
         RewriteRule ^(.+)\\.(html|js|wasm|bin|json)$ $1.$2.br [L]\n\
         AddEncoding br .br\n<FilesMatch \"\\.html\\.br$\">\n  ForceType text/html\n</FilesMatch>\n\
         <FilesMatch \"\\.js\\.br$\">\n  ForceType text/javascript\n</FilesMatch>\n\
         <FilesMatch \"\\.wasm\\.br$\">\n  ForceType application/wasm\n</FilesMatch>\n\
         <FilesMatch \"\\.json\\.br$\">\n  ForceType application/json\n</FilesMatch>\n\
         <FilesMatch \"\\.bin\\.br$\">\n  ForceType application/octet-stream\n</FilesMatch>\n{rules}",
        sources.base
    )
}

fn rule(rule: &Rule) -> String {
    let lines: String =
        rule.headers.iter().map(|(name, value)| format!("  Header always set {name} \"{value}\"\n")).collect();
    format!("<If \"%{{REQUEST_URI}} =~ m#{}#\">\n{lines}</If>\n", rule.expression())
}
