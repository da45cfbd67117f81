//! Work on all cores: jobs are taken in their order, and answers come back in it, however many hands there are.

use std::num::NonZeroUsize;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Result, anyhow, bail};

use super::terminal::progress::Progress;

/// As many hands as the machine has cores for us.
pub fn all() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Does every job and gives the answers in the order of the jobs; with a failure, that of the first job that fails.
///
/// `begin` makes what one hand needs and keeps: Yew's values stay with the thread that made them. Nobody begins for whom
/// there is no job.
pub fn each<Job, Desk, Answer>(
    hands: NonZeroUsize,
    jobs: &[Job],
    progress: &Progress,
    begin: impl Fn() -> Result<Desk> + Sync,
    work: impl Fn(&mut Desk, &Job) -> Result<Answer> + Sync,
) -> Result<Vec<Answer>>
where
    Job: Sync,
    Answer: Send,
{
    let next = AtomicUsize::new(0);
    let answers: Mutex<Vec<(usize, Result<Answer>)>> = Mutex::default();
    let put = |at, answer| answers.lock().map(|mut answers| answers.push((at, answer))).is_ok();
    let hand = || {
        let mut desk = None;
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(at) else { return };
            if desk.is_none() {
                match begin() {
                    Ok(ready) => desk = Some(ready),
                    Err(problem) => {
                        next.store(jobs.len(), Ordering::Relaxed);
                        put(at, Err(problem));
                        return;
                    }
                }
            }
            let Some(desk) = &mut desk else { return };
            let answer = work(desk, job);
            if answer.is_err() {
                // Those that were taken before are finished; no new ones are begun.
                next.store(jobs.len(), Ordering::Relaxed);
            }
            progress.step();
            put(at, answer);
        }
    };
    let alive = thread::scope(|scope| {
        let hands: Vec<_> = (0..hands.get().min(jobs.len())).map(|_| scope.spawn(hand)).collect();
        // All are waited for, also after one that died.
        hands.into_iter().filter_map(|hand| hand.join().err()).count() == 0
    });
    let mut answers = answers.into_inner().map_err(|_| anyhow!(DIED))?;
    answers.sort_by_key(|(at, _)| *at);
    if !alive {
        bail!(DIED);
    }
    answers.into_iter().map(|(_, answer)| answer).collect()
}

const DIED: &str = "a thread died; its message is above";

#[cfg(test)]
mod tests {
    use super::*;

    fn tens(hands: usize, jobs: &[u32], bad: &[u32]) -> Result<Vec<u32>> {
        let work = |desk: &mut u32, job: &u32| {
            *desk += 1;
            if bad.contains(job) { bail!("{job} is bad") } else { Ok(job * 10) }
        };
        each(NonZeroUsize::new(hands).unwrap(), jobs, &Progress::silent(), || Ok(0), work)
    }

    #[test]
    fn answers_come_in_the_order_of_jobs() {
        let jobs: Vec<u32> = (0..500).collect();
        for hands in [1, 2, 7, 600] {
            assert_eq!(tens(hands, &jobs, &[]).unwrap(), jobs.iter().map(|job| job * 10).collect::<Vec<_>>());
        }
        assert_eq!(tens(3, &[], &[]).unwrap(), Vec::<u32>::new());
    }

    #[test]
    fn the_first_failure_counts() {
        let jobs: Vec<u32> = (0..500).collect();
        for hands in [1, 2, 7] {
            assert_eq!(tens(hands, &jobs, &[400, 33, 34]).unwrap_err().to_string(), "33 is bad", "{hands}");
        }
        let none = each(all(), &jobs, &Progress::silent(), || bail!("no desk"), |(): &mut (), job| Ok(*job));
        assert_eq!(none.unwrap_err().to_string(), "no desk");
    }
}
