//! Faults on the command line: `2s:stuck_motor=left`.

use crate::limits::duration;
use hognose_robot::sim::world::{Button, Mishap};
use hognose_robot::sim::{Fault, Part};

/// What can be said.
const KNOWN: &str = "stuck_motor=left|right, dead_motor=left|right, dead_sensor=PART, silent_sensor=PART, \
    battery=PERCENT, lost_link, tether, tilt; PART is imu, front, left_side, right_side, floor or gauge";

fn time(text: &str) -> Result<u64, String> {
    if text.trim_end_matches(|c: char| c.is_ascii_alphabetic()) == "0" {
        return Ok(1);
    }
    duration(text).map(|time| (time.as_millis() as u64).max(1))
}

/// A fault with its time.
pub fn fault(text: &str) -> Result<Mishap, String> {
    let (when, what) =
        text.split_once(':').ok_or(format!("'{text}' has no time; write for example 2s:stuck_motor=left"))?;
    let (at, until) = match when.split_once('-') {
        Some((from, to)) => (time(from)?, Some(time(to)?)),
        None => (time(when)?, None),
    };
    if until.is_some_and(|until| until <= at) {
        return Err(format!("'{when}' ends before it begins"));
    }
    let (name, value) = what.split_once('=').unwrap_or((what, ""));
    let unknown = || format!("'{what}' is no fault; there are {KNOWN}");
    let side = || match value {
        "left" => Ok(Button::Left),
        "right" => Ok(Button::Right),
        _ => Err(unknown()),
    };
    let part = || match value {
        "imu" => Ok(Part::Imu),
        "front" => Ok(Part::Front),
        "left_side" => Ok(Part::LeftSide),
        "right_side" => Ok(Part::RightSide),
        "floor" => Ok(Part::Floor),
        "gauge" => Ok(Part::Gauge),
        _ => Err(unknown()),
    };
    let fault = match (name, value) {
        ("stuck_motor", _) => Fault::StuckMotor(side()?),
        ("dead_motor", _) => Fault::DeadMotor(side()?),
        ("dead_sensor", _) => Fault::DeadSensor(part()?),
        ("silent_sensor", _) => Fault::SilentSensor(part()?),
        ("battery", _) => {
            let charge = value.parse::<f64>().ok().filter(|charge| (0.0..=100.0).contains(charge));
            Fault::Battery(charge.ok_or(format!("'{value}' is no charge; write 0 to 100 percent"))?)
        }
        ("lost_link", "") => Fault::LostLink,
        ("tether", "") => Fault::Tether,
        ("tilt", "") => Fault::Tilt,
        _ => return Err(unknown()),
    };
    Ok(Mishap { at, fault, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_read() {
        let made = |at, fault, until| Ok(Mishap { at, fault, until });
        assert_eq!(fault("2s:stuck_motor=left"), made(2000, Fault::StuckMotor(Button::Left), None));
        assert_eq!(fault("0-1500ms:dead_sensor=gauge"), made(1, Fault::DeadSensor(Part::Gauge), Some(1500)));
        assert_eq!(fault("1s:battery=4.5"), made(1000, Fault::Battery(4.5), None));
        assert_eq!(fault("1s:tilt"), made(1000, Fault::Tilt, None));
        for wrong in [
            "",
            "tilt",
            "1s:",
            "1s:tilt=3",
            "x:tilt",
            "2s-1s:tilt",
            "1s:stuck_motor",
            "1s:battery=101",
            "1s:battery=nan",
            "1s:dead_sensor=nose",
            "1s:fire",
        ] {
            assert!(fault(wrong).is_err(), "{wrong}");
        }
    }
}
