//! The server as a visitor without a browser sees it.

use std::io::{Read as _, Write as _};

use super::*;

/// A built site with a page, its twin, a program and a header file; removed when dropped.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> Site {
        let folder = std::env::temp_dir().join(format!("undersigned-server-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("about")).unwrap();
        std::fs::create_dir_all(folder.join("data")).unwrap();
        for (file, content) in [
            ("about/index.html", "<p>About</p>"),
            ("about/index.html.br", "brotli"),
            ("about/index.html.gz", "gzip"),
            ("app.wasm", "0123456789"),
            ("table.bin", "table"),
            ("404.html", "<p>Nothing here</p>"),
            ("_headers", "/*\n  X-Test: all\n/app.wasm\n  X-Test: app\n/data/*\n  Cache-Control: public, immutable\n"),
            ("data/here.bin", "here"),
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
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encodings}\r\nConnection: close\r\n\r\n");
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
        ("/data/here.bin", "", &["200 OK", "cache-control: public, immutable"]),
        ("/data/not-there-yet.bin", "", &["404 Not Found", "cache-control: no-store"]),
        ("/_headers", "", &["404 Not Found", "cache-control: no-store"]),
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

#[test]
fn what_is_held_back_comes_as_is_said_of_it_later() -> Result<()> {
    let site = Site::new("held");
    let server = Server::start(Content::Site(site.0.clone()), Port::free_from(0)?)?;
    server.fail("*.wasm", Fault::Held);
    std::thread::scope(|scope| {
        let answer = scope.spawn(|| get(&server, "/app.wasm", ""));
        while server.requests().is_empty() {
            std::thread::yield_now();
        }
        server.fail("*.wasm", Fault::Truncated);
        let answer = answer.join().unwrap();
        assert!(answer.ends_with("\r\n\r\n01234") && answer.contains("cache-control: no-store"), "{answer}");
    });
    Ok(())
}

#[test]
fn browsers_are_asked_to_report_and_their_reports_are_kept() -> Result<()> {
    let site = Site::new("reports");
    std::fs::write(site.0.join("_headers"), "/*\n  Content-Security-Policy: default-src 'none'\n")?;
    let server = Server::start(Content::Site(site.0.clone()), Port::free_from(0)?)?;
    let page = get(&server, "/about/", "");
    assert!(page.contains("content-security-policy: default-src 'none'; report-uri /.breach"), "{page}");
    let mut connection = std::net::TcpStream::connect(server.address)?;
    connection.write_all(b"POST /.breach HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    assert!(answer.starts_with("HTTP/1.1 204"), "{answer}");
    assert_eq!((server.breaches(), server.requests().len()), (vec!["{}".to_owned()], 1));
    Ok(())
}
