//! A device with the simulated robot: the supervisor that runs on boards too.

use hognose_device::{Config, Device, Gear};
use hognose_robot::sim::Sim;
use hognose_robot::{Rig, Settings, python};

/// Memory for programs, bytes.
pub const MEMORY: usize = 64 * 1024;

/// A device with the simulated robot, and that flash.
pub type Robot<'m, F> = Device<'m, Rig<Sim>, F>;

/// What a device with that robot is made around.
pub fn gear(sim: Sim) -> Gear<Rig<Sim>> {
    Gear::new(Rig::new(sim, Settings::default()))
}

/// Memory for programs.
pub fn block() -> Vec<u64> {
    vec![0; MEMORY / 8]
}

/// How it runs programs: 1000 instructions in a virtual millisecond, as a small board does.
pub fn config() -> Config<'static> {
    Config::new(&python::MODULES)
}

pub use hognose_robot::words::host_table;
