//! A stage that fails its test when browsers held anything against its pages: no test has to remember to ask.

use std::cell::Cell;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::ops::Deref;
use std::panic::AssertUnwindSafe;

use anyhow::{Result, ensure};
use testbench::visit::Stage;

/// The site and its partner, served for one test. At its end, whatever came of the rest, neither may have broken its
/// security policy, as far as browsers have told by then.
#[derive(Debug)]
pub struct Watched {
    stage: Stage,
    planted: Cell<bool>,
}

impl Watched {
    /// Watches a stage until the end of the test.
    pub fn new(stage: Stage) -> Watched {
        Watched { stage, planted: Cell::new(false) }
    }

    /// Says that this test plants what a policy forbids: from now on browsers must report it.
    pub fn expect_breaches(&self) {
        self.planted.set(true);
    }

    /// Whether browsers have reported what they should: nothing, or something where a test has planted it.
    pub fn verdict(&self) -> Result<()> {
        let breaches = [self.stage.site.breaches(), self.stage.partner.breaches()].concat();
        if self.planted.get() {
            ensure!(!breaches.is_empty(), "nothing of what was planted was reported");
        } else {
            ensure!(breaches.is_empty(), "a security policy was broken: {breaches:#?}");
        }
        Ok(())
    }
}

impl Deref for Watched {
    type Target = Stage;

    fn deref(&self) -> &Stage {
        &self.stage
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        // A test that panics already says why.
        if !std::thread::panicking() {
            let broken = self.verdict().err().map(|broken| broken.to_string());
            assert_eq!(broken, None);
        }
    }
}

#[test]
fn a_report_fails_the_test_unless_it_was_planted() -> Result<()> {
    for planted in [false, true] {
        let stage = crate::stage()?;
        if planted {
            stage.expect_breaches();
            ensure!(stage.verdict().is_err(), "planted, and not missed");
        }
        report(&stage)?;
        ensure!(stage.verdict().is_ok() == planted, "planted: {planted}");
        let end = std::panic::catch_unwind(AssertUnwindSafe(|| drop(stage)));
        ensure!(end.is_ok() == planted, "planted: {planted}");
    }
    Ok(())
}

/// Reports a breach, as a browser does.
fn report(stage: &Stage) -> Result<()> {
    let mut connection = TcpStream::connect(("127.0.0.1", stage.partner.port()))?;
    connection
        .write_all(b"POST /.breach HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}")?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    ensure!(answer.starts_with("HTTP/1.1 204"), "{answer}");
    Ok(())
}
