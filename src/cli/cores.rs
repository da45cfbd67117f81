//! Work on all cores: jobs are taken in their order, and answers come back in it, on however many threads.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::Result;
use rayon::ThreadPoolBuilder;

use super::terminal::progress::Progress;

/// As many threads as the machine has cores for us.
pub fn all() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Does every job and returns the answers in the order of the jobs; if jobs fail, the error of the first of them.
///
/// `begin` makes what one thread needs and keeps, because Yew's values stay on the thread that made them. That is dear, so
/// each thread does it once, which rayon's `map_init` does not promise, and not at all if no job is left.
pub fn each<Job, Desk, Answer>(
    threads: NonZeroUsize,
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
    let take = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        jobs.get(at).map(|job| (at, job))
    };
    let work_until_done = || {
        let mut answers = Vec::new();
        let mut desk = None;
        while let Some((at, job)) = take() {
            let mut answer = || {
                let desk = match &mut desk {
                    Some(desk) => desk,
                    none => none.insert(begin()?),
                };
                work(desk, job)
            };
            let answer = answer();
            if answer.is_err() {
                // Jobs that were taken are finished; no others are begun.
                next.store(jobs.len(), Ordering::Relaxed);
            }
            answers.push((at, answer));
            progress.step();
        }
        answers
    };
    let pool = ThreadPoolBuilder::new().num_threads(threads.get().min(jobs.len().max(1))).build()?;
    let mut answers: Vec<_> = pool.broadcast(|_| work_until_done()).into_iter().flatten().collect();
    answers.sort_by_key(|(at, _)| *at);
    answers.into_iter().map(|(_, answer)| answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tens(threads: usize, jobs: &[u32], bad: &[u32]) -> Result<Vec<u32>> {
        let work = |desk: &mut u32, job: &u32| {
            *desk += 1;
            if bad.contains(job) { anyhow::bail!("{job} is bad") } else { Ok(job * 10) }
        };
        each(NonZeroUsize::new(threads).unwrap(), jobs, &Progress::silent(), || Ok(0), work)
    }

    #[test]
    fn answers_come_in_the_order_of_jobs() {
        let jobs: Vec<u32> = (0..500).collect();
        for threads in [1, 2, 7, 600] {
            assert_eq!(tens(threads, &jobs, &[]).unwrap(), jobs.iter().map(|job| job * 10).collect::<Vec<_>>());
        }
        assert_eq!(tens(3, &[], &[]).unwrap(), Vec::<u32>::new());
    }

    #[test]
    fn the_first_failure_counts() {
        let jobs: Vec<u32> = (0..500).collect();
        for threads in [1, 2, 7] {
            assert_eq!(tens(threads, &jobs, &[400, 33, 34]).unwrap_err().to_string(), "33 is bad", "{threads}");
        }
        let none = each(all(), &jobs, &Progress::silent(), || anyhow::bail!("no desk"), |(): &mut (), job| Ok(*job));
        assert_eq!(none.unwrap_err().to_string(), "no desk");
    }

    #[test]
    fn each_thread_begins_once_and_only_for_a_job() {
        for (threads, jobs) in [(1, 9), (3, 2), (4, 1_000), (5, 0)] {
            let begun = AtomicUsize::new(0);
            let begin = || {
                begun.fetch_add(1, Ordering::Relaxed);
                Ok(())
            };
            let jobs = vec![(); jobs];
            each(NonZeroUsize::new(threads).unwrap(), &jobs, &Progress::silent(), begin, |(), ()| Ok(())).unwrap();
            assert!(begun.into_inner() <= threads.min(jobs.len()), "{threads} threads, {} jobs", jobs.len());
        }
    }
}
