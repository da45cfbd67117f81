//! A static server with the shipped headers, for looking and for tests: it remembers requests and can fail on purpose.

mod answer;
mod draft;
mod fault;
mod headers;
mod report;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, Result, anyhow, bail};
use tokio::runtime::Runtime;
use tokio::sync::watch;

pub use fault::Fault;
pub use headers::{HeaderFault, HeaderRules};

/// How many ports are tried, one after the other.
const PORTS_TRIED: u16 = 50;

/// What a server shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A built site, with its `_headers` and `404.html`.
    Site(PathBuf),
    /// A site that is being worked on: its pages reload when it is rebuilt. Without the shipped headers, whose
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
    /// Where the visitor came from, as far as they say.
    pub referrer: Option<String>,
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
    breaches: Mutex<Vec<String>>,
    faults: Mutex<BTreeMap<String, Fault>>,
    /// Counts how often the faults changed; answers that are held back wait for the next time.
    changed: watch::Sender<u64>,
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
        let state = Arc::new(State::new(content, rules));
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

    /// Empties the list of requests.
    pub fn forget_requests(&self) {
        locked(&self.state.requests).clear();
    }

    /// What browsers held against pages of this site under its security policy, as they reported it.
    pub fn breaches(&self) -> Vec<String> {
        locked(&self.state.breaches).clone()
    }

    /// Lets a path fail from now on, what is held back of it included. A path that ends with `*` means everything that
    /// starts so; one that begins with it, everything that ends so.
    pub fn fail(&self, path: &str, fault: Fault) {
        locked(&self.state.faults).insert(path.to_owned(), fault);
        self.state.changed.send_modify(|times| *times += 1);
    }

    /// Lets a path, written as for [`Server::fail`], fail no longer, and gives what was held back of it.
    pub fn mend(&self, path: &str) {
        locked(&self.state.faults).remove(path);
        self.state.changed.send_modify(|times| *times += 1);
    }

    /// Lets nothing fail any more, and gives what was held back.
    pub fn heal(&self) {
        locked(&self.state.faults).clear();
        self.state.changed.send_modify(|times| *times += 1);
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
    fn new(content: Content, rules: HeaderRules) -> State {
        State {
            content,
            rules,
            requests: Mutex::default(),
            breaches: Mutex::default(),
            faults: Mutex::default(),
            changed: watch::Sender::new(0),
        }
    }

    fn fault(&self, path: &str) -> Option<Fault> {
        let matches = |pattern: &str| match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
            (Some(end), _) => path.ends_with(end),
            (None, Some(start)) => path.starts_with(start),
            (None, None) => path == pattern,
        };
        locked(&self.faults).iter().find(|(pattern, _)| matches(pattern)).map(|(_, fault)| *fault)
    }
}

/// A lock that a thread died with still holds a list.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn read_rules(folder: &std::path::Path) -> Result<HeaderRules> {
    let file = folder.join(layout::HEADERS);
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
mod tests;
