//! Processes.

/// How a process stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It could run.
    Ready = 1,
    /// It runs now.
    Running = 2,
    /// It waits.
    Blocked = 3,
    /// It has ended, and nobody asked how.
    Zombie = 4,
}

/// A process in a list.
#[derive(Clone, Copy)]
pub struct Job {
    /// The path it was started with.
    pub name: crate::handles::Path,
    /// How it stands.
    pub state: State,
}

/// The processes of a computer.
pub trait Processes {
    /// Starts a program for process `parent`; `arguments` are those after its name. Its number, more than 0. None: it cannot be loaded.
    fn spawn(&mut self, parent: i32, path: &str, arguments: &[&str]) -> Option<i32>;
    /// Runs a program to its end at once, on a system that can wait for programs in no other way; its status, -1 when it cannot be
    /// loaded. None: it is to be started with [`Processes::spawn`].
    fn run(&mut self, path: &str, arguments: &[&str]) -> Option<i32> {
        let _ = (path, arguments);
        None
    }
    /// The status of a process that has ended, and forgets it; None while it runs.
    fn status(&mut self, pid: i32) -> Option<i32>;
    /// Ends a process and what it started. False: there is none.
    fn kill(&mut self, pid: i32) -> bool;
    /// What is in slot `index`. `Err`: there are fewer slots.
    fn job(&mut self, index: usize) -> Result<Option<Job>, ()>;
}
