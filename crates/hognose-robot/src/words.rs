//! The functions of the robot by number, for Bajo programs.

use crate::robot::Robot;
use bajo::{Call, HostCall, Memory, UNKNOWN_FUNCTION};

/// Calls a function.
pub fn call(robot: &mut Robot, call: HostCall<'_>, memory: &mut Memory<'_>) -> Result<Call, i32> {
    let _ = (robot, call, memory);
    Err(UNKNOWN_FUNCTION)
}
