//! An https server with every fault that a real one can have, and a proxy.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use records::tables::sha256_hex;

/// What the server says when it is asked for a file.
#[derive(Clone)]
pub struct Answer {
    kind: Kind,
    /// What it says from the second time on.
    then: Option<Box<Answer>>,
}

#[derive(Clone)]
enum Kind {
    File(String),
    Half(String),
    Redirect(String),
    Status(u16),
    Long(u64),
    Endless,
    Stall(String),
}

impl Answer {
    fn of(kind: Kind) -> Answer {
        Answer { kind, then: None }
    }

    /// The whole file, with a tag; 304 for that tag.
    pub fn file(text: String) -> Answer {
        Answer::of(Kind::File(text))
    }

    /// The length of the whole file, and half of it.
    pub fn half(text: String) -> Answer {
        Answer::of(Kind::Half(text))
    }

    pub fn redirect(to: &str) -> Answer {
        Answer::of(Kind::Redirect(to.to_owned()))
    }

    pub fn status(status: u16) -> Answer {
        Answer::of(Kind::Status(status))
    }

    /// A length, and not much more.
    pub fn long(length: u64) -> Answer {
        Answer::of(Kind::Long(length))
    }

    /// No length, and bytes for as long as somebody reads.
    pub fn endless() -> Answer {
        Answer::of(Kind::Endless)
    }

    /// Nothing at all, for as long as somebody waits.
    pub fn stall() -> Answer {
        Answer::of(Kind::Stall(String::new()))
    }

    /// Half of the file, then nothing.
    pub fn stall_after(text: String) -> Answer {
        Answer::of(Kind::Stall(text))
    }

    pub fn then(self, next: Answer) -> Answer {
        Answer { then: Some(Box::new(next)), ..self }
    }
}

/// Answers on a port of `localhost`.
pub struct Server {
    port: u16,
    state: Arc<Mutex<State>>,
    authority: Arc<(CertificateParams, KeyPair)>,
}

#[derive(Default)]
struct State {
    answers: BTreeMap<String, Answer>,
    asked: Vec<(String, u16)>,
}

impl Server {
    /// Starts, and writes the certificate of its authority to `authority.pem` in a folder.
    pub fn start(folder: &Path) -> Server {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        fs::write(folder.join("authority.pem"), params.self_signed(&key).unwrap().pem()).unwrap();
        Server::with(Arc::new((params, key)), "localhost", false)
    }

    /// Another server of the same authority, whose certificate is wrong: for `other` name, or `expired`.
    pub fn twin(&self, fault: &str) -> Server {
        let host = if fault == "other" { "other.example" } else { "localhost" };
        Server::with(Arc::clone(&self.authority), host, fault == "expired")
    }

    fn with(authority: Arc<(CertificateParams, KeyPair)>, host: &str, expired: bool) -> Server {
        let mut params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        if expired {
            (params.not_before, params.not_after) = (date_time_ymd(2020, 1, 1), date_time_ymd(2021, 1, 1));
        }
        let key = KeyPair::generate().unwrap();
        let issuer = Issuer::from_params(&authority.0, &authority.1);
        let certificate = params.signed_by(&key, &issuer).unwrap();
        let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        let config = Arc::new(config);
        let listener = TcpListener::bind("localhost:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (config, state) = (Arc::clone(&config), Arc::clone(&shared));
                // A client that hangs up is what is tested.
                thread::spawn(move || {
                    let connection = ServerConnection::new(config).unwrap();
                    let _ = serve(StreamOwned::new(connection, stream), &state);
                });
            }
        });
        Server { port, state, authority }
    }

    /// `localhost:12345`.
    pub fn authority(&self) -> String {
        format!("localhost:{}", self.port)
    }

    /// The address of a file.
    pub fn address(&self, file: &str) -> String {
        format!("https://{}/{file}", self.authority())
    }

    pub fn put(&self, file: &str, answer: Answer) {
        self.state.lock().unwrap().answers.insert(file.to_owned(), answer);
    }

    /// Which files were asked for, and with which status they were answered.
    pub fn asked(&self) -> Vec<(String, u16)> {
        self.state.lock().unwrap().asked.clone()
    }
}

type Tls = StreamOwned<ServerConnection, TcpStream>;

fn serve(mut stream: Tls, state: &Mutex<State>) -> std::io::Result<()> {
    let mut request = String::new();
    let mut reader = BufReader::new(&mut stream);
    while !request.ends_with("\r\n\r\n") {
        if reader.read_line(&mut request)? == 0 {
            return Ok(());
        }
    }
    drop(reader);
    let file = request.split(' ').nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
    let tag = request.lines().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        name.eq_ignore_ascii_case("if-none-match").then(|| value.to_owned())
    });
    let kind = {
        let mut state = state.lock().unwrap();
        let answer = state.answers.get(&file).cloned().unwrap_or(Answer::status(404));
        if let Some(next) = answer.then {
            state.answers.insert(file.clone(), *next);
        }
        let status = match &answer.kind {
            Kind::File(text) if tag.as_ref() == Some(&quoted(text)) => 304,
            Kind::Status(status) => *status,
            Kind::Redirect(_) => 302,
            _ => 200,
        };
        state.asked.push((file, status));
        if status == 304 { Kind::Status(304) } else { answer.kind }
    };
    let mut say = |head: &str, body: &str| {
        stream.write_all(format!("HTTP/1.1 {head}\r\nConnection: close\r\n\r\n{body}").as_bytes())?;
        stream.flush()
    };
    match kind {
        Kind::File(text) => {
            say(&format!("200 OK\r\nETag: {}\r\nContent-Length: {}", quoted(&text), text.len()), &text)?;
        }
        Kind::Half(text) => say(&format!("200 OK\r\nContent-Length: {}", text.len()), &text[..text.len() / 2])?,
        Kind::Redirect(to) => say(&format!("302 Found\r\nLocation: {to}\r\nContent-Length: 0"), "")?,
        Kind::Status(304) => say("304 Not Modified", "")?,
        Kind::Status(status) => say(&format!("{status} Example\r\nContent-Length: 0"), "")?,
        Kind::Long(length) => say(&format!("200 OK\r\nContent-Length: {length}"), "[")?,
        Kind::Endless => {
            say("200 OK\r\nTransfer-Encoding: chunked", "")?;
            let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
            loop {
                stream.write_all(chunk.as_bytes())?;
            }
        }
        Kind::Stall(text) => {
            if !text.is_empty() {
                say(&format!("200 OK\r\nContent-Length: {}", text.len()), &text[..text.len() / 2])?;
            }
            // Until the client hangs up.
            let mut rest = Vec::new();
            stream.read_to_end(&mut rest)?;
        }
    }
    stream.conn.send_close_notify();
    stream.flush()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", &sha256_hex(text.as_bytes())[..16])
}

/// A proxy that connects to wherever it is told.
pub struct Proxy {
    port: u16,
    connected: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    pub fn start() -> Proxy {
        let listener = TcpListener::bind("localhost:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let connected = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&connected);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let seen = Arc::clone(&seen);
                thread::spawn(move || tunnel(client, &seen));
            }
        });
        Proxy { port, connected }
    }

    pub fn address(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Whereto, in the order of asking.
    pub fn connected(&self) -> Vec<String> {
        self.connected.lock().unwrap().clone()
    }
}

fn tunnel(mut client: TcpStream, seen: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        client.read_exact(&mut byte).unwrap();
        request.push(byte[0]);
    }
    let request = String::from_utf8(request).unwrap();
    let to = request.strip_prefix("CONNECT ").unwrap().split(' ').next().unwrap().to_owned();
    let mut server = TcpStream::connect(&to).unwrap();
    seen.lock().unwrap().push(to);
    client.write_all(b"HTTP/1.1 200 OK\r\n\r\n").unwrap();
    let (mut from_client, mut to_server) = (client.try_clone().unwrap(), server.try_clone().unwrap());
    thread::spawn(move || std::io::copy(&mut from_client, &mut to_server));
    // Whoever hangs up ends it.
    let _ = std::io::copy(&mut server, &mut client);
}
