//! A real WordPress: Debian's packages, on a database and a web server of its own, for one test.

use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use std::io::Write as _;
use testbench::process;
use testbench::server::Port;
use testbench::workspace;

/// How long a database or a web server may take to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The theme of blocks that is driven, and the one without.
pub const THEMES: [&str; 2] = ["twentytwentythree", "twentytwentyone"];

/// A running WordPress with an administrator, an editor and an author; their names are their roles, and the password is
/// `password`.
#[derive(Debug)]
pub struct WordPress {
    folder: PathBuf,
    home: String,
    running: Vec<Child>,
}

impl WordPress {
    /// Installs WordPress and starts it.
    pub fn start(test: &str) -> Result<WordPress> {
        // A socket's path must be short.
        let folder = std::env::temp_dir().join(format!("undersigned-{}-{test}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder)?;
        let port = Port::free_from(0)?.number()?;
        let mut site = WordPress { folder, home: format!("http://127.0.0.1:{port}"), running: Vec::new() };
        site.start_database()?;
        site.copy_files()?;
        site.run(json!({ "do": "install" }))?;
        site.use_theme(THEMES[0])?;
        let mut web = Command::new("php");
        web.env("PHP_CLI_SERVER_WORKERS", "4").args(["-S", &format!("127.0.0.1:{port}"), "-t"]).arg(site.root());
        site.spawn(web)?;
        site.wait("the web server", || std::net::TcpStream::connect(("127.0.0.1", port)).is_ok())?;
        Ok(site)
    }

    /// The folder of its files.
    pub fn root(&self) -> PathBuf {
        self.folder.join("www")
    }

    /// An address of the site.
    pub fn url(&self, path: &str) -> String {
        [&self.home, path].concat()
    }

    /// The address of a post.
    pub fn post_url(&self, post: u64) -> String {
        self.url(&format!("/?p={post}"))
    }

    /// Lets WordPress do something; see `command.php`.
    pub fn run(&self, mut task: Value) -> Result<Value> {
        task["home"] = self.home.as_str().into();
        let mut php = Command::new("php");
        php.arg(workspace::root().join("tests/hosted/wordpress/command.php")).arg(self.root());
        let mut php = php.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        php.stdin.take().context("no input")?.write_all(task.to_string().as_bytes())?;
        let output = php.wait_with_output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        let answer: Value = serde_json::from_str(&text)
            .with_context(|| format!("{task}: {text}{}", String::from_utf8_lossy(&output.stderr)))?;
        Ok(answer["outcome"].clone())
    }

    /// Changes the theme; says which version of it this is.
    pub fn use_theme(&self, theme: &str) -> Result<String> {
        let name = self.run(json!({ "do": "theme", "theme": theme }))?;
        Ok(name.as_str().context("no theme")?.to_owned())
    }

    /// Publishes a post as somebody may: what their role may not write is taken out.
    pub fn post(&self, user: &str, content: &str) -> Result<u64> {
        let post =
            self.run(json!({ "do": "post", "user": user, "title": format!("By an {user}"), "content": content }))?;
        post.as_u64().with_context(|| format!("no post: {post}"))
    }

    fn start_database(&mut self) -> Result<()> {
        let user = process::glance(Command::new("id").arg("-un")).context("nobody runs this")?;
        let (data, socket) = (self.folder.join("db"), self.socket());
        let with = |program: &str| {
            let mut command = Command::new(program_path(program));
            // Those of several databases get in each other's way in a folder for all.
            command.env("TMPDIR", &self.folder);
            command.arg("--no-defaults").arg(format!("--user={user}")).arg(format!("--datadir={}", data.display()));
            command
        };
        let mut install = with("mariadb-install-db");
        install.args(["--auth-root-authentication-method=normal", "--skip-test-db"]);
        ensure!(self.quiet(&mut install)?.status()?.success(), "no database: {}", self.log());
        let mut server = with("mariadbd");
        server.arg(format!("--socket={}", socket.display())).args([
            "--skip-networking",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-buffer-pool-size=32M",
        ]);
        self.spawn(server)?;
        self.wait("the database", || {
            let mut client = Command::new("mariadb");
            client.arg("--no-defaults").arg("-S").arg(&socket).args([
                "-uroot",
                "-e",
                "create database if not exists wp",
            ]);
            process::glance(&mut client).is_some()
        })
    }

    fn copy_files(&self) -> Result<()> {
        // Debian keeps parts of it elsewhere and links to them; a link that leads nowhere is none of ours.
        let mut copy = Command::new("cp");
        copy.args(["-rL", "--no-preserve=mode", "/usr/share/wordpress"]).arg(self.root());
        self.quiet(&mut copy)?.status()?;
        let plugins = self.root().join("wp-content/mu-plugins");
        std::fs::create_dir_all(&plugins)?;
        let ours = workspace::root().join("tests/hosted/wordpress/test-site.php");
        std::fs::copy(ours, plugins.join("test-site.php"))?;
        let keys = ["AUTH", "SECURE_AUTH", "LOGGED_IN", "NONCE"]
            .map(|name| format!("define('{name}_KEY', '{name}'); define('{name}_SALT', '{name}');\n"))
            .concat();
        let config = format!(
            "<?php\ndefine('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', '');\n\
             define('DB_HOST', 'localhost:{}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');\n\
             define('WP_HOME', '{home}'); define('WP_SITEURL', '{home}');\n\
             define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);\n{keys}\
             $table_prefix = 'wp_';\nif (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\n\
             require_once ABSPATH . 'wp-settings.php';\n",
            self.socket().display(),
            home = self.home,
        );
        std::fs::write(self.root().join("wp-config.php"), config)?;
        for theme in THEMES {
            ensure!(self.root().join("wp-content/themes").join(theme).is_dir(), "the theme {theme} is not installed");
        }
        Ok(())
    }

    fn socket(&self) -> PathBuf {
        self.folder.join("s")
    }

    /// What its programs have printed.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }

    fn quiet<'a>(&self, command: &'a mut Command) -> Result<&'a mut Command> {
        let log = std::fs::File::options().create(true).append(true).open(self.folder.join("log"))?;
        Ok(command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log))
    }

    fn spawn(&mut self, mut command: Command) -> Result<()> {
        // A group of its own: PHP's server has children.
        let child = self.quiet(&mut command)?.process_group(0).spawn()?;
        self.running.push(child);
        Ok(())
    }

    fn wait(&mut self, what: &str, is_there: impl Fn() -> bool) -> Result<()> {
        let child = self.running.last_mut().context("nothing was started")?;
        process::wait_until_there(child, PATIENCE, is_there).with_context(|| format!("{what}: {}", self.log()))
    }
}

impl Drop for WordPress {
    fn drop(&mut self) {
        for child in self.running.iter_mut().rev() {
            let group = format!("-{}", child.id());
            let _ = Command::new("kill").args(["-TERM", "--", &group]).status();
            let _ = child.wait();
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Debian keeps servers where few have their `PATH`.
fn program_path(name: &str) -> PathBuf {
    process::find(name).unwrap_or_else(|| Path::new("/usr/sbin").join(name))
}
