//! The state of a device and its program.

use super::{coded, in_order};

coded! {
    /// States of the lifecycle.
    State as "state" {
        /// No program.
        Empty = 0 "empty",
        /// A program is there.
        Ready = 1 "ready",
        /// A program is there and waits for its start button.
        WaitingStart = 2 "waiting for start",
        /// The program runs.
        Running = 3 "running",
        /// Program, clock and motion are frozen.
        Paused = 4 "paused",
        /// On the way to the safe state.
        Stopping = 5 "stopping",
        /// A hardware fault, until cleared.
        Fault = 6 "fault",
    }
}

coded! {
    /// Why a program ended.
    StopReason as "stop reason" {
        /// None has ended yet.
        None = 0 "none",
        /// It came to its end.
        Finished = 1 "finished",
        /// Stopped over the link.
        Host = 2 "stopped by host",
        /// Stopped at the device.
        Button = 3 "stopped by button",
        /// An error that it did not catch.
        Error = 4 "error",
        /// Ran too long.
        TimeLimit = 5 "time limit",
        /// Needed too much memory.
        MemoryLimit = 6 "memory limit",
        /// Too many instructions.
        StepLimit = 7 "step limit",
        /// The link it needs was lost.
        LinkLost = 8 "link lost",
        /// Put on the cable with motors running.
        Tethered = 9 "tethered",
        /// Battery too low.
        LowBattery = 10 "low battery",
        /// Tilted or lifted.
        Tilted = 11 "tilted or lifted",
        /// A demonstration took over.
        Demo = 12 "preempted by demo",
        /// Another program took its place.
        Replaced = 13 "replaced",
        /// A watchdog.
        Watchdog = 14 "watchdog",
        /// Power off.
        PowerOff = 15 "power off",
        /// Emergency stop.
        Emergency = 16 "emergency stop",
    }
}

/// What a device tells about itself and its program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Status {
    /// State of the lifecycle.
    pub state: State,
    /// Why the last program ended.
    pub reason: StopReason,
    /// Slot of the program.
    pub slot: u8,
    /// CRC-32 of the program, 0 if there is none.
    pub program: u32,
    /// Where it is in the image.
    pub pc: u32,
    /// Line of the source, 0 if unknown.
    pub line: u32,
    /// Milliseconds since the device started.
    pub uptime: u32,
    /// Milliseconds the program ran.
    pub run_time: u32,
    /// Instructions it ran.
    pub steps: u64,
    /// Bytes of memory in use.
    pub memory: u32,
    /// Most bytes of memory in use during this run.
    pub memory_peak: u32,
    /// Battery in per cent, 255 if unknown.
    pub battery: u8,
    /// Battery in millivolts, 0 if unknown.
    pub millivolts: u16,
    /// On the cable.
    pub tethered: bool,
}

in_order!(Status {
    state: message,
    reason: message,
    slot: u8,
    program: u32,
    pc: u32,
    line: u32,
    uptime: u32,
    run_time: u32,
    steps: u64,
    memory: u32,
    memory_peak: u32,
    battery: u8,
    millivolts: u16,
    tethered: bool,
});
