//! How far a long run is, for whoever sits before it: one line that is written over, and gone at the end.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::{is_watched, write_over};

/// A run that ends before is not long.
const PATIENCE: Duration = Duration::from_millis(600);
/// Nobody reads faster.
const EVERY: Duration = Duration::from_millis(100);

/// Counts steps, and shows them on the terminal if there is one.
pub struct Progress {
    what: &'static str,
    total: usize,
    done: AtomicUsize,
    watched: bool,
    begun: Instant,
    /// When it was last shown.
    shown: Mutex<Option<Instant>>,
}

impl Progress {
    /// Begins to count to `total`; `what` ends in no full stop: "Drawing pages".
    pub fn new(what: &'static str, total: usize) -> Progress {
        Progress::begun(what, total, is_watched())
    }

    /// Shows nothing, wherever it runs.
    #[cfg(test)]
    pub fn silent() -> Progress {
        Progress::begun("", 0, false)
    }

    fn begun(what: &'static str, total: usize, watched: bool) -> Progress {
        Progress { what, total, done: AtomicUsize::new(0), watched, begun: Instant::now(), shown: Mutex::new(None) }
    }

    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if !self.watched {
            return;
        }
        // Whoever comes while another writes has nothing to add.
        let Ok(mut shown) = self.shown.try_lock() else { return };
        let now = Instant::now();
        if is_time(now - self.begun, shown.map(|then| now - then)) {
            *shown = Some(now);
            write_over(&self.line(done));
        }
    }

    fn line(&self, done: usize) -> String {
        format!("{} … {done} of {}", self.what, self.total)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.get_mut().is_ok_and(|shown| shown.is_some()) {
            write_over("");
        }
    }
}

/// Whether to show it, so long after the beginning and after the last time.
fn is_time(since_begun: Duration, since_shown: Option<Duration>) -> bool {
    since_begun >= PATIENCE && since_shown.is_none_or(|since| since >= EVERY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_long_runs_are_told_and_not_too_often() {
        let ms = Duration::from_millis;
        for (since_begun, since_shown, shown) in
            [(599, None, false), (600, None, true), (800, Some(99), false), (800, Some(100), true)]
        {
            assert_eq!(is_time(ms(since_begun), since_shown.map(ms)), shown, "{since_begun} {since_shown:?}");
        }
    }

    #[test]
    fn the_line_says_how_far_it_is() {
        assert_eq!(Progress::new("Drawing pages", 12).line(5), "Drawing pages … 5 of 12");
    }
}
