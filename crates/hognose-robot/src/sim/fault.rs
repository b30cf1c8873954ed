//! Faults that can be put in.

use super::world::Button;
use crate::hardware::Sensor;
use serde::{Deserialize, Serialize};

/// Something that goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// A motor that does not turn.
    StuckMotor(Button),
    /// A motor driver that does not answer.
    DeadMotor(Button),
    /// A sensor that does not answer.
    DeadSensor(Part),
    /// A sensor that gives nothing new.
    SilentSensor(Part),
    /// The battery has this charge from now on, percent.
    Battery(f64),
    /// The link to the host is lost.
    LostLink,
    /// A cable is on.
    Tether,
    /// It was lifted and lies on its side.
    Tilt,
}

/// A sensor in a world file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Inertial measurement.
    Imu,
    /// Distance in front.
    Front,
    /// Proximity left.
    LeftSide,
    /// Proximity right.
    RightSide,
    /// Colour of the floor.
    Floor,
    /// The battery gauge.
    Gauge,
}

impl Part {
    /// The part that is this sensor.
    pub fn of(sensor: Sensor) -> Part {
        match sensor {
            Sensor::Imu => Part::Imu,
            Sensor::Front => Part::Front,
            Sensor::LeftSide => Part::LeftSide,
            Sensor::RightSide => Part::RightSide,
            Sensor::Floor => Part::Floor,
        }
    }
}
