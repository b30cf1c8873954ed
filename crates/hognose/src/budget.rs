//! What one run may spend, and how it ended.

use core::time::Duration;

/// What one call of [`Engine::run`](crate::Engine::run) may spend: fuel, and time by a clock of the host.
///
/// ```
/// use hognose::Budget;
/// use std::time::{Duration, Instant};
///
/// let start = Instant::now();
/// let clock = || start.elapsed();
/// let budget = Budget::fuel(1_000_000).time(Duration::from_millis(20), &clock);
/// assert_eq!(budget.fuel, 1_000_000);
/// ```
#[derive(Clone, Copy)]
pub struct Budget<'a> {
    /// Instructions, counted the same on every machine. A run ends within a few thousand of them after that.
    pub fuel: u64,
    pub(crate) time: Option<(Duration, Clock<'a>)>,
}

/// A clock of the host: time since any fixed moment.
pub type Clock<'a> = &'a dyn Fn() -> Duration;

impl<'a> Budget<'a> {
    /// That many instructions.
    pub const fn fuel(fuel: u64) -> Budget<'a> {
        Budget { fuel, time: None }
    }

    /// No limit: only [`Control`](crate::Control) ends a script that does not end itself.
    pub const UNLIMITED: Budget<'a> = Budget { fuel: u64::MAX, time: None };

    /// And at most that much time. The clock is read every 4,096 instructions; what a program computes does not depend
    /// on it, only where it is interrupted.
    pub const fn time(mut self, limit: Duration, clock: Clock<'a>) -> Budget<'a> {
        self.time = Some((limit, clock));
        self
    }
}

impl core::fmt::Debug for Budget<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Budget")
            .field("fuel", &self.fuel)
            .field("time", &self.time.map(|(limit, _)| limit))
            .finish()
    }
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The program, or the function that the host called, ended; [`Engine::result`](crate::Engine::result) is its value.
    Finished,
    /// The fuel of the budget is spent: run again to go on.
    Spent,
    /// The time of the budget is over: run again to go on.
    TimeSpent,
    /// The host asked for a pause with [`Control::pause`](crate::Control::pause): run again to go on.
    Paused,
    /// A host function will answer later: [`Engine::answer`](crate::Engine::answer), then run again.
    Waiting,
    /// An exception that nobody caught; [`Engine::result`](crate::Engine::result) is the exception and
    /// [`Engine::report`](crate::Engine::report) shows it.
    Failed,
    /// Stopped by the host. Nothing of the program runs any more.
    Stopped,
}
