//! Progress lines: "2/4 page's libraries: ok (3 s)".

use std::time::{Duration, Instant};

use anyhow::Result;

/// Counts steps and says how each went.
pub(crate) struct Progress {
    done: usize,
    total: usize,
}

impl Progress {
    /// `total` steps are to come.
    pub(crate) fn of(total: usize) -> Self {
        Self { done: 0, total }
    }

    /// Does one step; its answer is what to say about it ("ok", "up to date").
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<String>) -> Result<()> {
        self.done += 1;
        let started = Instant::now();
        println!("{}/{} {name} …", self.done, self.total);
        let said = work()?;
        println!(
            "{}/{} {name}: {said}{}",
            self.done,
            self.total,
            took(started.elapsed())
        );
        Ok(())
    }
}

/// " (12 s)" for what took a while, nothing for what did not.
pub(crate) fn took(time: Duration) -> String {
    if time < Duration::from_secs(1) {
        return String::new();
    }
    let seconds = time.as_secs();
    if seconds < 120 {
        format!(" ({seconds} s)")
    } else {
        format!(" ({} min {} s)", seconds / 60, seconds % 60)
    }
}
