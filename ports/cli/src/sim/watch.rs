//! What somebody who watches a simulated robot sees, and may ask for.

use hognose_device::Senses;
use hognose_robot::sim::Sim;

/// What a watcher asks for between two milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Let the program go on.
    Go,
    /// Start it, or go on after a pause.
    Start,
    /// Freeze it.
    Pause,
    /// End it.
    Stop,
    /// Press a button of the robot (0 left, 1 right), or let it go.
    Button(u8, bool),
    /// Leave.
    Quit,
    /// Leave because of Ctrl-C.
    Interrupt,
}

/// Why a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// By itself.
    Finished,
    /// With an error.
    Error,
    /// A limit: time, steps, memory.
    Limit,
    /// Somebody or something stopped it.
    Stopped,
}

impl Cause {
    /// As the command's exit status.
    pub fn status(self) -> u8 {
        match self {
            Cause::Finished => 0,
            Cause::Error => 1,
            Cause::Limit => 3,
            Cause::Stopped => 4,
        }
    }
}

/// How a program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Why.
    pub cause: Cause,
    /// In words.
    pub reason: String,
    /// Of an error: the traceback, or what went wrong where.
    pub error: String,
}

/// A millisecond of a run.
#[derive(Clone, Copy)]
pub struct Moment<'a> {
    /// The robot in its world.
    pub sim: &'a Sim,
    /// What the robot knows by itself.
    pub senses: Senses,
    /// State of the program, as devices call it.
    pub state: &'static str,
    /// How the last run ended.
    pub ending: Option<&'a Ending>,
}

/// Somebody who watches.
pub trait Watcher {
    /// Called before every virtual millisecond; that one comes when this returns.
    fn moment(&mut self, moment: &Moment<'_>) -> Ask;

    /// Output of the program: 1 standard output, 2 standard error.
    fn output(&mut self, stream: u8, bytes: &[u8]);
}
