//! nginx as Debian brings it, with the configuration that ships.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use crate::server::Port;
use crate::tools::packages;
use crate::{process, workspace};

/// The package with the module that serves `.br` twins.
pub const BROTLI: &str = "libnginx-mod-http-brotli-static";

/// Where Debian puts that module.
const MODULE: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// How long it may take to start.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running nginx; it ends when dropped.
#[derive(Debug)]
pub struct Nginx {
    process: Child,
    folder: PathBuf,
    port: u16,
}

/// Makes sure that nginx can serve `.br` twins.
pub fn brotli_ready() -> Result<()> {
    if Path::new(MODULE).is_file() { Ok(()) } else { packages::install(&[BROTLI]) }
}

impl Nginx {
    /// Serves a built site on this machine, with one worker for each core.
    pub fn start(dist: &Path) -> Result<Nginx> {
        let folder = workspace::target().join("bench").join("nginx");
        std::fs::create_dir_all(&folder).with_context(|| format!("could not make {}", folder.display()))?;
        let shipped = dist.join("_hosting/nginx.conf");
        let shipped =
            std::fs::read_to_string(&shipped).with_context(|| format!("could not read {}", shipped.display()))?;
        // Given back at once, so that nginx can take it.
        let port = Port::free_from(0)?.number()?;
        std::fs::write(folder.join("nginx.conf"), configuration(&shipped, dist, &folder, port)?)?;
        let process = Command::new("nginx")
            .arg("-p")
            .arg(&folder)
            .arg("-c")
            .arg(folder.join("nginx.conf"))
            .arg("-e")
            .arg(folder.join("error.log"))
            .spawn()
            .context("could not start nginx")?;
        let mut nginx = Nginx { process, folder, port };
        nginx.wait()?;
        Ok(nginx)
    }

    /// Where it listens.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// A folder for what belongs to it.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn wait(&mut self) -> Result<()> {
        let port = self.port;
        let answers = || TcpStream::connect(("127.0.0.1", port)).is_ok();
        process::wait_until_there(&mut self.process, PATIENCE, answers).with_context(|| {
            let log = std::fs::read_to_string(self.folder.join("error.log")).unwrap_or_default();
            format!("nginx: {}", log.lines().last().unwrap_or("it says nothing"))
        })
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // Its workers go with the master, which is asked, not killed.
        let mut stop = Command::new("nginx");
        stop.arg("-p")
            .arg(&self.folder)
            .arg("-c")
            .arg(self.folder.join("nginx.conf"))
            .arg("-e")
            .arg(self.folder.join("error.log"))
            .args(["-s", "stop"]);
        let asked = stop.status().is_ok_and(|status| status.success());
        if !asked {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

/// The shipped file, as whoever hosts a site puts it into nginx's own: with an address, a folder and the twins.
fn configuration(shipped: &str, dist: &Path, folder: &Path, port: u16) -> Result<String> {
    let mut site = String::with_capacity(shipped.len());
    // What was measured is what is served, without TLS: a site built for this machine has one server.
    let mut missing = vec!["listen ", "root ", "# brotli_static "];
    for line in shipped.lines() {
        let word = missing.iter().position(|word| line.trim_start().starts_with(word)).map(|at| missing.remove(at));
        match word {
            Some("listen ") => site.push_str(&format!("    listen 127.0.0.1:{port} backlog=1024;")),
            Some("root ") => site.push_str(&format!("root \"{}\";", dist.display())),
            Some(_) => site.push_str("brotli_static on;"),
            None if line.trim_start().starts_with("listen ") => {}
            None => site.push_str(line),
        }
        site.push('\n');
    }
    if let [word, ..] = missing.as_slice() {
        bail!("the shipped configuration has no `{word}`");
    }
    // As root, a worker of another user might not reach the folder; otherwise nginx passes over the line.
    let head = format!(
        "load_module {MODULE};\nuser root;\nworker_processes auto;\ndaemon off;\npid \"{}/nginx.pid\";\n",
        folder.display()
    );
    let body = |name: &str| format!("{name}_temp_path \"{}/{name}\";\n", folder.display());
    let bodies = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(body).concat();
    Ok([&head, "events { worker_connections 1024; }\nhttp {\nsendfile on;\ntcp_nopush on;\n", &bodies, &site, "}\n"]
        .concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_configuration_fits_in() -> Result<()> {
        let shipped = "server {\n    listen 8080;\n    listen [::]:8080;\n    root /var/www/localhost;\n    # brotli_static on;\n\
                       \x20   add_header Cache-Control x;\n}\n";
        let whole = configuration(shipped, Path::new("/srv/site"), Path::new("/tmp/x"), 8123)?;
        for part in ["listen 127.0.0.1:8123 ", "brotli_static on;", "root \"/srv/site\";", "add_header Cache-Control"] {
            assert!(whole.contains(part), "{part}");
        }
        assert!(configuration("server {}", Path::new("/a"), Path::new("/b"), 1).is_err());
        Ok(())
    }
}
