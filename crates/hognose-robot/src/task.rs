//! Moves: what was begun, how it ended.

use crate::hardware::Motor;
use hognose_device::Millis;

/// What the motors do at the end of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Stop {
    /// They turn freely.
    Coast,
    /// They brake without current.
    #[default]
    Brake,
    /// They hold their position.
    Hold,
}

impl Stop {
    /// All, in the order of their numbers for Bajo programs.
    pub const ALL: [Stop; 3] = [Stop::Coast, Stop::Brake, Stop::Hold];

    /// Its name as programs know it.
    pub const fn name(self) -> &'static str {
        match self {
            Stop::Coast => "coast",
            Stop::Brake => "brake",
            Stop::Hold => "hold",
        }
    }

    /// What a motor that is not driven is told.
    pub(crate) const fn motor(self) -> Motor {
        match self {
            Stop::Coast => Motor::Coast,
            _ => Motor::Brake,
        }
    }
}

/// A move that was begun: to ask later how it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MoveId {
    pub(crate) slot: u8,
    pub(crate) id: u32,
}

/// What goes on in a slot: the base and the left wheel share the first, the right wheel has the second.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Task {
    pub id: u32,
    pub then: Stop,
    /// When it ends with False, in the program's time.
    pub deadline: Millis,
    /// When it ends with True whatever was reached.
    pub until: Option<Millis>,
    /// Ticks that it has been at its goal.
    pub settled: u8,
    /// Ticks since its reference came to the goal.
    pub waited: u16,
    /// Reached or not, once it is over.
    pub result: Option<bool>,
}

impl Task {
    pub const NONE: Task = Task {
        id: 0,
        then: Stop::Brake,
        deadline: 0,
        until: None,
        settled: 0,
        waited: 0,
        result: Some(true),
    };
}
