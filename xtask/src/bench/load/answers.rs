//! What wrk says of the answers that it had.

use anyhow::{Context as _, Result, bail};

/// Answers of one measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Answers {
    /// How many in a second.
    pub per_second: f64,
    /// The bytes of each, headers included.
    pub bytes: f64,
    /// What 99 of 100 waited at most, as wrk writes it: `3.21ms`.
    pub slow: String,
}

impl Answers {
    /// Reads what wrk prints. Fails where answers were anything but good.
    pub fn read(printed: &str) -> Result<Answers> {
        if let Some(line) = printed.lines().find(|line| line.contains("Non-2xx") || line.contains("Socket errors")) {
            bail!("the server did not answer every time: {}", line.trim());
        }
        let after = |name: &str| printed.lines().find_map(|line| line.trim().strip_prefix(name)).map(str::trim);
        let per_second =
            after("Requests/sec:").and_then(|number| number.parse().ok()).context("wrk counts no answers")?;
        let per_second_bytes = after("Transfer/sec:").and_then(bytes).context("wrk counts no bytes")?;
        let slow = after("99%").context("wrk knows nothing of waiting")?.to_owned();
        Ok(Answers { per_second, bytes: per_second_bytes / per_second, slow })
    }
}

/// Bytes as wrk writes them, a kilobyte being 1024.
fn bytes(text: &str) -> Option<f64> {
    let units = [("GB", 1u64 << 30), ("MB", 1 << 20), ("KB", 1 << 10), ("B", 1)];
    units.iter().find_map(|(unit, size)| Some(text.strip_suffix(unit)?.parse::<f64>().ok()? * *size as f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = "Running 5s test @ http://127.0.0.1:1\n  1 threads and 64 connections\n  \
        Thread Stats   Avg      Stdev     Max   +/- Stdev\n    Latency     2.00ms    1.00ms  30.00ms   90.00%\n    \
        Req/Sec    20.00k     1.00k   25.00k    70.00%\n  Latency Distribution\n     50%    1.90ms\n     99%    5.25ms\n  \
        100000 requests in 5.00s, 0.95GB read\nRequests/sec:  20000.00\nTransfer/sec:    200.00MB\n";

    #[test]
    fn what_wrk_prints_is_read() {
        let expected = Answers { per_second: 20_000.0, bytes: 10_485.76, slow: "5.25ms".to_owned() };
        assert_eq!(Answers::read(PRINTED).unwrap(), expected);
    }

    #[test]
    fn bad_answers_are_no_measure() {
        for line in ["  Non-2xx or 3xx responses: 7\n", "  Socket errors: connect 0, read 3, write 0, timeout 0\n"] {
            assert!(Answers::read(&[PRINTED, line].concat()).is_err(), "{line}");
        }
        assert!(Answers::read("").is_err());
    }
}
