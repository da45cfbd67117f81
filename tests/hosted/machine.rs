//! A made-up machine: the folders of Debian's servers below a scratch folder, on which the commands of the documentation run as they
//! are written. Small programs with the names of Debian's lead them there; nothing of the real machine is touched.

use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use testbench::process;
use testbench::server::Port;

use crate::asking::Line;
use crate::guide;
use crate::published::Site;

/// How long a server may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// One machine; its server ends and its folders go when it is dropped.
#[derive(Debug)]
pub struct Machine {
    /// The server's name, as Debian's package and `systemctl` know it.
    server: &'static str,
    root: PathBuf,
    /// For addresses without TLS.
    pub http: u16,
    /// For addresses with TLS.
    pub https: u16,
    hosts: Vec<String>,
    process: Option<Child>,
}

impl Machine {
    /// A machine on which a server was just installed.
    pub fn new(server: &'static str, test: &str) -> Result<Machine> {
        // Below the folder for such things: a server's workers may not be allowed to read anybody's home.
        let root = std::env::temp_dir().join(format!("undersigned-hosted-{}-{server}-{test}", std::process::id()));
        let _ = std::fs::remove_dir_all(&root);
        for folder in ["bin", "etc/letsencrypt/live", "etc/ssl", "run", "tmp", "work", "var/www/html"] {
            std::fs::create_dir_all(root.join(folder))?;
        }
        // nginx's links name the real machine's folders; Apache's are relative, and its programs know them.
        let links = if server == "nginx" { "-rL" } else { "-a" };
        let is_copied =
            Command::new("cp").arg(links).arg(Path::new("/etc").join(server)).arg(root.join("etc")).status()?;
        ensure!(is_copied.success(), "could not copy /etc/{server}");
        for folder in ["log", "lib", "lock"] {
            std::fs::create_dir_all(root.join("var").join(folder).join(server))?;
        }
        std::fs::create_dir_all(root.join("run").join(server))?;
        std::fs::create_dir_all(root.join("var/run").join(server))?;
        let (http, https) = (free_port()?, free_port()?);
        let machine = Machine { server, root, http, https, hosts: Vec::new(), process: None };
        machine.write_programs()?;
        Ok(machine)
    }

    /// Puts a site on the machine by typing in what the documentation says, after a certificate was made for its name.
    pub fn follow_guide(&mut self, site: &Site, name: &str) -> Result<()> {
        let host = site.host();
        if !self.hosts.iter().any(|known| known == host) {
            self.make_certificate(host)?;
            self.hosts.push(host.to_owned());
        }
        let link = self.root.join("work/dist");
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink(&site.folder, &link)?;
        let folder = format!("{}/var/www/$SITE{}", self.root.display(), site.base());
        let mut commands = [guide::names(host, &folder)?, guide::commands("pages")?, guide::commands(name)?].concat();
        if name == "caddy" && site.url.starts_with("https:") {
            // Nobody would give it one for a made-up name.
            commands.push_str(&guide::commands("caddy-certificate")?);
        }
        let commands = in_place(&commands, &self.root);
        self.shell(&format!("set -eu\n{commands}")).with_context(|| format!("{name}: {commands}"))?;
        let told = std::fs::read_to_string(self.root.join("systemctl")).unwrap_or_default();
        ensure!(told.contains(&format!(" {}\n", self.server)), "nobody told the server: {told:?}");
        self.run_program("localise", &[])
    }

    /// Puts only the pages of a site on the machine.
    pub fn copy_pages(&self, site: &Site) -> Result<PathBuf> {
        let folder = self.root.join("var/www").join(site.host()).join(site.base().trim_start_matches('/'));
        let names = guide::names(site.host(), &folder.display().to_string())?;
        let link = self.root.join("work/dist");
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink(&site.folder, &link)?;
        self.shell(&[&names, &*guide::commands("pages")?].concat())?;
        Ok(folder)
    }

    /// Changes a file of the machine, named below `/etc`, as somebody does in an editor.
    pub fn edit(&self, file: &str, change: impl FnOnce(&str) -> Result<String>) -> Result<()> {
        let file = self.root.join("etc").join(file);
        let text = std::fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
        std::fs::write(&file, change(&text)?)?;
        self.run_program("localise", &[])
    }

    /// Runs a program of the machine.
    pub fn run_program(&self, program: &str, arguments: &[&str]) -> Result<()> {
        self.shell(&[&[program], arguments].concat().join(" ")).map(drop)
    }

    /// What the last look at a site shows that the documentation asks for: the head of each answer, in small letters.
    pub fn heads_by_guide(&self, site: &Site) -> Result<Vec<String>> {
        let commands = [guide::names(site.host(), "/")?, guide::commands("check")?].concat();
        let said = self.shell(&commands.replace("CAMPAIGN", &site.campaigns[0]))?;
        let heads = said.split("\r\n\r\n").map(|head| head.trim().to_lowercase());
        Ok(heads.filter(|head| !head.is_empty()).collect())
    }

    /// Returns what the commands print.
    fn shell(&self, commands: &str) -> Result<String> {
        let output = self.equipped("sh").arg("-c").arg(commands).current_dir(self.root.join("work")).output()?;
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        ensure!(output.status.success(), "{}: {said}", output.status);
        Ok(said)
    }

    fn equipped(&self, program: &str) -> Command {
        let path = std::env::var("PATH").unwrap_or_default();
        let mut command = Command::new(program);
        command
            .env("PATH", format!("{}:{path}:/usr/sbin", self.root.join("bin").display()))
            .env("APACHE_CONFDIR", self.root.join("etc/apache2"))
            .env("APACHE_STATE_DIRECTORY", self.root.join("var/lib/apache2"))
            .env("HOME", &self.root)
            .env("XDG_DATA_HOME", self.root.join("var/lib/caddy"))
            .env("XDG_CONFIG_HOME", self.root.join("var/lib/caddy"));
        command
    }

    /// Starts the server and waits until it answers, with TLS and without.
    pub fn start(&mut self) -> Result<()> {
        self.start_at(&[self.http, self.https])
    }

    /// Starts the server and waits until it answers at these ports.
    pub fn start_at(&mut self, ports: &[u16]) -> Result<()> {
        let mut server = self.equipped("sh");
        let script = match self.server {
            "nginx" => "exec nginx -g 'daemon off;'".to_owned(),
            "caddy" => format!("exec caddy run --config {}/etc/caddy/Caddyfile", self.root.display()),
            _ => ". \"$APACHE_CONFDIR/envvars\"; exec apache2 -d \"$APACHE_CONFDIR\" -D FOREGROUND".to_owned(),
        };
        let log = std::fs::File::create(self.root.join("log"))?;
        server.arg("-c").arg(script).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        // Apache ends with everything in its group.
        server.process_group(0);
        self.process = Some(server.spawn().context("could not start the server")?);
        self.wait(ports)
    }

    fn wait(&mut self, ports: &[u16]) -> Result<()> {
        let answer = || ports.iter().all(|port| TcpStream::connect(("127.0.0.1", *port)).is_ok());
        let process = self.process.as_mut().context("no server was started")?;
        process::wait_until_there(process, PATIENCE, answer).with_context(|| format!("{}: {}", self.server, self.log()))
    }

    /// What the server said.
    pub fn log(&self) -> String {
        let folder = self.root.join("var/log").join(self.server);
        let logs = [self.root.join("log"), folder.join("error.log")];
        logs.iter().map(|log| std::fs::read_to_string(log).unwrap_or_default()).collect()
    }

    /// How its sites are reached.
    pub fn line(&self, address: &'static str) -> Line {
        Line {
            hosts: self.hosts.clone(),
            ports: vec![self.http, self.https],
            address,
            certificate: self.root.join("etc/ssl/all.pem"),
            folder: self.root.join("tmp/answers"),
        }
    }

    /// The address of a site on this machine, without the slash at the end.
    pub fn url(&self, site: &Site) -> String {
        format!("https://{}:{}{}", site.host(), self.https, site.base())
    }

    /// Where Let's Encrypt's program puts one; and where the documentation tells to put one's own.
    fn make_certificate(&self, host: &str) -> Result<()> {
        let folder = self.root.join("etc/letsencrypt/live").join(host);
        std::fs::create_dir_all(&folder)?;
        let output = Command::new("openssl")
            .args([
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
            ])
            .arg(format!("/CN={host}"))
            .arg("-addext")
            .arg(format!("subjectAltName=DNS:{host}"))
            .arg("-keyout")
            .arg(folder.join("privkey.pem"))
            .arg("-out")
            .arg(folder.join("fullchain.pem"))
            .output()?;
        ensure!(output.status.success(), "openssl: {}", String::from_utf8_lossy(&output.stderr));
        let own = self.root.join("etc/ssl").join(host);
        std::os::unix::fs::symlink(&folder, own)?;
        let known = self.root.join("etc/ssl/all.pem");
        let all = std::fs::read_to_string(&known).unwrap_or_default();
        std::fs::write(known, [all, std::fs::read_to_string(folder.join("fullchain.pem"))?].concat())?;
        Ok(())
    }

    /// Programs that stand before those of the real machine.
    fn write_programs(&self) -> Result<()> {
        let root = self.root.display();
        // Packages are installed by the test command, or these tests are skipped.
        let packages = "for package in \"$@\"; do case $package in -*|install) ;; *)\n\
            dpkg-query -W -f '${Status}' \"$package\" | grep -q ' installed' || { echo \"$package is not installed\" >&2; exit 1; };;\n\
            esac; done";
        let nginx = format!(
            "localise\nmkdir -p {root}/var/log/nginx\nexec /usr/sbin/nginx -e {root}/var/log/nginx/error.log -c {root}/etc/nginx/nginx.conf \"$@\""
        );
        let curl = process::find("curl").context("no curl")?;
        let curl = format!(
            "exec {} --cacert {root}/etc/ssl/all.pem --connect-to ::127.0.0.1:{} \"$@\"",
            curl.display(),
            self.https
        );
        for (name, script) in [
            ("curl", curl),
            ("sudo", "exec \"$@\"".to_owned()),
            ("apt-get", packages.to_owned()),
            // Debian's Apache gives its folders away before it starts, which only root may, and only root needs.
            ("chown", "[ \"$(id -u)\" != 0 ] || exec /usr/bin/chown \"$@\"".to_owned()),
            ("systemctl", format!("echo \"$@\" >> {root}/systemctl")),
            ("localise", self.localise()),
            ("nginx", nginx),
            ("apache2ctl", "localise\nexec /usr/sbin/apache2ctl \"$@\"".to_owned()),
            ("caddy", "localise\nexec /usr/bin/caddy \"$@\"".to_owned()),
        ] {
            let file = self.root.join("bin").join(name);
            std::fs::write(&file, format!("#!/bin/sh\nset -e\n{script}\n"))?;
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755))?;
        }
        if self.server == "nginx" {
            let body = |name: &str| format!("{name}_temp_path {root}/tmp/{name};\n");
            let bodies = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(body).concat();
            std::fs::write(self.root.join("etc/nginx/conf.d/scratch.conf"), bodies)?;
        }
        if self.server == "caddy" {
            let file = self.root.join("etc/caddy/Caddyfile");
            let head = format!(
                "{{\n\tadmin off\n\thttp_port {}\n\thttps_port {}\n\tskip_install_trust\n}}\n",
                self.http, self.https
            );
            let shipped = std::fs::read_to_string(&file)?;
            std::fs::write(&file, [head, shipped].concat())?;
        }
        Ok(())
    }

    /// Leads paths and ports in configurations to this machine, also when some were led there before.
    fn localise(&self) -> String {
        let (root, http, https) = (self.root.display(), self.http, self.https);
        let ports = [
            format!("s#\\(listen \\(\\[::\\]:\\)\\?\\)80\\b#\\1{http}#g"),
            format!("s#\\(listen \\(\\[::\\]:\\)\\?\\)443\\b#\\1{https}#g"),
            format!("s#^\\([[:space:]]*Listen \\)80$#\\1{http}#"),
            format!("s#^\\([[:space:]]*Listen \\)443$#\\1{https}#"),
            format!("s#<VirtualHost \\*:80>#<VirtualHost *:{http}>#"),
            format!("s#<VirtualHost \\*:443>#<VirtualHost *:{https}>#"),
            format!("s#^:80 {{#:{http} {{#"),
        ];
        let ports: String = ports.iter().map(|port| format!(" -e '{port}'")).collect();
        let server = self.server;
        format!(
            "find {root}/etc/{server} -type f | while read -r file; do\n\
             sed -i -e 's#{root}/#/#g' -e 's#\\(^\\|[[:space:]=\"(]\\)/\\(etc/{server}\\|etc/letsencrypt\\|etc/ssl\\|var\\|run\\)/#\\1{root}/\\2/#g'{ports} \"$file\"\ndone"
        )
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        if let Some(mut process) = self.process.take() {
            // Asked, not killed, so that its workers go with it.
            if matches!(process.try_wait(), Ok(None)) {
                let _ = Command::new("kill").arg(process.id().to_string()).status();
                let _ = process.wait();
            }
        }
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

/// A port that no other machine of these tests has, and that no connection is given for its other end.
pub fn free_port() -> Result<u16> {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let first = 20_000 + u16::try_from(std::process::id() % 100)? * 100;
    loop {
        let number = first + NEXT.fetch_add(1, Ordering::Relaxed) % 100;
        if Port::free_from(number)?.number()? == number {
            return Ok(number);
        }
    }
}

/// The same commands with the folders of the machine.
fn in_place(commands: &str, root: &Path) -> String {
    commands.replace("/etc/", &format!("{}/etc/", root.display()))
}
