//! A static server with the shipped headers, for looking and for tests: it remembers requests and can fail on purpose.

mod answer;
mod draft;
mod fault;
mod headers;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, Result, anyhow, bail};
use tokio::runtime::Runtime;

pub use fault::Fault;
pub use headers::{HeaderFault, HeaderRules};

/// How many ports are tried, one after the other.
const PORTS_TRIED: u16 = 50;

/// What a server shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A built site, with its `_headers` and `404.html`.
    Site(PathBuf),
    /// A site that is being worked on: its pages load again when it is built anew. Without the shipped headers, whose
    /// security policy forbids that.
    Draft(PathBuf),
    /// Pages by their path, such as `/plain/`.
    Pages(BTreeMap<String, Page>),
}

/// A page that exists only while the server runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its HTML.
    pub html: String,
    /// Further headers, such as a security policy.
    pub headers: Vec<(String, String)>,
}

/// What a visitor asked for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Request {
    /// `GET`, `HEAD` …
    pub method: String,
    /// The path and, after `?`, the query.
    pub path: String,
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    runtime: Option<Runtime>,
}

#[derive(Debug)]
struct State {
    content: Content,
    rules: HeaderRules,
    requests: Mutex<Vec<Request>>,
    faults: Mutex<BTreeMap<String, Fault>>,
}

/// A port, held until the server starts on it.
#[derive(Debug)]
pub struct Port(TcpListener);

impl Port {
    /// Takes the first free port from `first` on, on this machine only; 0 takes any.
    pub fn free_from(first: u16) -> Result<Port> {
        let last = first.saturating_add(PORTS_TRIED);
        let candidates = if first == 0 { 0..=0 } else { first..=last };
        for port in candidates {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                Ok(listener) => return Ok(Port(listener)),
                Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => {}
                Err(error) => return Err(error).with_context(|| format!("could not listen on port {port}")),
            }
        }
        bail!("ports {first} to {last} are all busy; stop a program that uses one of them")
    }

    /// Its number.
    pub fn number(&self) -> Result<u16> {
        Ok(self.0.local_addr().context("a port lost its address")?.port())
    }
}

impl Server {
    /// Starts a server on a port.
    pub fn start(content: Content, port: Port) -> Result<Server> {
        let rules = match &content {
            Content::Site(folder) => read_rules(folder)?,
            Content::Draft(_) | Content::Pages(_) => HeaderRules::default(),
        };
        let address = port.0.local_addr().context("a port lost its address")?;
        let state = Arc::new(State { content, rules, requests: Mutex::default(), faults: Mutex::default() });
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .context("could not start the server's thread")?;
        port.0.set_nonblocking(true).context("could not set up the port")?;
        let listener = {
            let _inside = runtime.enter();
            tokio::net::TcpListener::from_std(port.0).context("could not set up the port")?
        };
        let router = answer::router(Arc::clone(&state));
        runtime.spawn(async move { axum::serve(listener, router).await });
        Ok(Server { address, state, runtime: Some(runtime) })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Its origin by name, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port())
    }

    /// Its origin by number: for browsers another site than [`Server::origin`] of any server.
    pub fn origin_by_number(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The full address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }

    /// Everything that was asked for since the start or the last [`Server::forget_requests`], in order.
    pub fn requests(&self) -> Vec<Request> {
        locked(&self.state.requests).clone()
    }

    /// Starts the list of requests anew.
    pub fn forget_requests(&self) {
        locked(&self.state.requests).clear();
    }

    /// Lets a path fail from now on. A path that ends with `*` means everything that starts so.
    pub fn fail(&self, path: &str, fault: Fault) {
        locked(&self.state.faults).insert(path.to_owned(), fault);
    }

    /// Lets nothing fail any more.
    pub fn heal(&self) {
        locked(&self.state.faults).clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl State {
    fn fault(&self, path: &str) -> Option<Fault> {
        let matches = |pattern: &str| match pattern.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == pattern,
        };
        locked(&self.faults).iter().find(|(pattern, _)| matches(pattern)).map(|(_, fault)| *fault)
    }
}

/// A lock that a thread died with still holds a list.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read_rules(folder: &std::path::Path) -> Result<HeaderRules> {
    let file = folder.join("_headers");
    if !file.is_file() {
        return Ok(HeaderRules::default());
    }
    let text = std::fs::read_to_string(&file).with_context(|| format!("could not read {}", file.display()))?;
    HeaderRules::parse(&text).map_err(|faults| {
        anyhow!(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
            .context(format!("{} cannot be read", file.display()))
    })
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};

    use super::*;

    /// A built site with a page, its twin, a program and a header file; removed when dropped.
    struct Site(PathBuf);

    impl Site {
        fn new(name: &str) -> Site {
            let folder = std::env::temp_dir().join(format!("undersigned-server-{name}-{}", std::process::id()));
            std::fs::create_dir_all(folder.join("about")).unwrap();
            for (file, content) in [
                ("about/index.html", "<p>About</p>"),
                ("about/index.html.br", "brotli"),
                ("about/index.html.gz", "gzip"),
                ("app.wasm", "0123456789"),
                ("table.bin", "table"),
                ("404.html", "<p>Nothing here</p>"),
                ("_headers", "/*\n  X-Test: all\n/app.wasm\n  X-Test: app\n"),
            ] {
                std::fs::write(folder.join(file), content).unwrap();
            }
            Site(folder)
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    /// The whole answer to a request, as it comes over the wire; header names in lower case.
    fn get(server: &Server, path: &str, encodings: &str) -> String {
        let mut connection = std::net::TcpStream::connect(server.address).unwrap();
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encodings}\r\nConnection: close\r\n\r\n"
        );
        connection.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[test]
    fn files_come_with_their_type_their_twin_and_the_shipped_headers() -> Result<()> {
        let site = Site::new("files");
        let server = Server::start(Content::Site(site.0.clone()), Port::free_from(0)?)?;
        for (path, encodings, parts) in [
            ("/about/", "", &["200 OK", "content-type: text/html; charset=utf-8", "x-test: all", "About"][..]),
            ("/about/", "gzip, br", &["200 OK", "content-encoding: br", "text/html; charset=utf-8", "brotli"]),
            ("/about/", "gzip", &["200 OK", "content-encoding: gzip", "vary: accept-encoding"]),
            ("/about", "", &["307 Temporary Redirect", "location: /about/"]),
            ("/app.wasm", "br", &["200 OK", "content-type: application/wasm", "x-test: app"]),
            ("/table.bin", "", &["200 OK", "content-type: application/octet-stream"]),
            ("/nowhere", "", &["404 Not Found", "text/html; charset=utf-8", "Nothing here"]),
            ("/_headers", "", &["404 Not Found"]),
            ("/../Cargo.toml", "", &["404 Not Found"]),
        ] {
            let answer = get(&server, path, encodings);
            for part in parts {
                assert!(answer.contains(part), "{path} ({encodings}) has no {part:?}:\n{answer}");
            }
        }
        Ok(())
    }

    #[test]
    fn a_draft_asks_for_the_next_build_and_forbids_nothing() -> Result<()> {
        let site = Site::new("draft");
        let server = Server::start(Content::Draft(site.0.clone()), Port::free_from(0)?)?;
        assert!(get(&server, "/.build", "").ends_with("\r\n\r\n"), "there is no index.html yet");
        std::fs::write(site.0.join("index.html"), "<p>Built</p>")?;
        assert!(!get(&server, "/.build", "").ends_with("\r\n\r\n"));
        let page = get(&server, "/", "");
        assert!(page.contains("<p>Built</p>") && page.contains("location.reload"), "{page}");
        assert!(!page.contains("x-test"), "{page}");
        assert!(!get(&server, "/app.wasm", "").contains("location.reload"));
        Ok(())
    }

    #[test]
    fn requests_are_remembered_and_paths_can_fail() -> Result<()> {
        let site = Site::new("faults");
        let server = Server::start(Content::Site(site.0.clone()), Port::free_from(0)?)?;
        for (fault, part) in [
            (Fault::Missing, "404 Not Found"),
            (Fault::Truncated, "\r\n\r\n01234"),
            (Fault::WrongType, "content-type: text/plain"),
        ] {
            server.fail("/app*", fault);
            let answer = get(&server, "/app.wasm?x=1", "br");
            assert!(answer.contains(part), "{fault:?}:\n{answer}");
            assert!(fault != Fault::Truncated || !answer.contains("56789"), "{answer}");
        }
        server.heal();
        assert!(get(&server, "/app.wasm", "").contains("0123456789"));
        let paths: Vec<String> = server.requests().into_iter().map(|request| request.path).collect();
        assert_eq!(paths, ["/app.wasm?x=1", "/app.wasm?x=1", "/app.wasm?x=1", "/app.wasm"]);
        Ok(())
    }

    #[test]
    fn a_busy_port_moves_to_the_next() -> Result<()> {
        let taken = Port::free_from(28_080)?;
        let next = Port::free_from(taken.number()?)?;
        assert!(next.number()? > taken.number()?);
        Ok(())
    }
}
