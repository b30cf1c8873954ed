//! The robot as a board: what must be written for a real one. [`Board`](crate::board::Board) puts one together from parts of
//! `embedded-hal`, the simulator is another one.

use crate::limits::Calibration;
use core::fmt;
use hognose_device::Millis;

/// A side of the robot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
}

impl Side {
    /// Both, left first.
    pub const BOTH: [Side; 2] = [Side::Left, Side::Right];

    /// 0 left, 1 right.
    pub const fn index(self) -> usize {
        self as usize
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Side::Left => "left",
            Side::Right => "right",
        }
    }
}

/// What a motor is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Motor {
    /// Both inputs low: it turns freely. The state after power-on.
    Coast,
    /// Both inputs high: it brakes itself, without current from the battery.
    Brake,
    /// Driven, from -1 to 1.
    Duty(f32),
}

/// Sensors that are switched on when a program uses them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sensor {
    /// Inertial measurement.
    Imu,
    /// Distance in front.
    Front,
    /// Proximity on the left.
    LeftSide,
    /// Proximity on the right.
    RightSide,
    /// Colour below, with its lamp.
    Floor,
}

impl Sensor {
    /// All of them, in the order of their numbers.
    pub const ALL: [Sensor; 5] =
        [Sensor::Imu, Sensor::Front, Sensor::LeftSide, Sensor::RightSide, Sensor::Floor];

    /// Its name as programs know it.
    pub const fn name(self) -> &'static str {
        match self {
            Sensor::Imu => "imu",
            Sensor::Front => "front",
            Sensor::LeftSide => "left_side",
            Sensor::RightSide => "right_side",
            Sensor::Floor => "floor",
        }
    }
}

/// A sample of the inertial sensor. Axes: x ahead, y to the right, z down, so that turning right is positive around z.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Inertia {
    /// Yaw since the sensor was switched on, degrees, clockwise positive, without wrapping.
    pub yaw: f32,
    /// Nose up, degrees.
    pub pitch: f32,
    /// Left side up, degrees.
    pub roll: f32,
    /// Rate around x, y, z, degrees/s.
    pub rate: [f32; 3],
    /// Acceleration with gravity along x, y, z, mm/s².
    pub acceleration: [f32; 3],
    /// Magnetic field along x, y, z, µT.
    pub magnetic: [f32; 3],
    /// Is it calibrated and settled?
    pub ready: bool,
}

/// A frame of the front sensor: distances of 8 by 8 zones in mm, row 0 at the top, column 0 at the left; -1: nothing seen.
pub type Zones = [i16; 64];

/// A reading of the battery gauge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charge {
    /// Voltage, mV.
    pub voltage: u16,
    /// Current, mA, positive when it discharges.
    pub current: i16,
    /// Charge, percent of what is usable.
    pub level: u8,
    /// Does it charge?
    pub charging: bool,
}

/// A part does not answer or answers nonsense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Which one.
    pub part: &'static str,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} does not answer", self.part)
    }
}

impl core::error::Error for Broken {}

/// Lights: 8 colours, red, green, blue. The order is [`lights::NAMES`](crate::lights::NAMES).
pub type Frame = [[u8; 3]; 8];

/// One page buffer of the display: 8 pages of 128 columns, bit 0 at the top.
pub type Screen = [u8; 1024];

/// A board. Nothing here may wait longer than a bus transfer takes, and every limit is kept above: what is called here is allowed.
///
/// How often each function is called is fixed ([`limits`](crate::limits)), however often programs ask.
pub trait Hardware {
    /// What was measured on this robot.
    fn calibration(&self) -> Calibration {
        Calibration::default()
    }

    /// Tells a motor what to do until the next call.
    ///
    /// # Errors
    /// The motor driver does not answer. The robot goes to its safe state.
    fn motor(&mut self, side: Side, motor: Motor) -> Result<(), Broken>;

    /// Encoder counts since power-on, forward positive; they wrap.
    fn counts(&mut self, side: Side) -> i32;

    /// Switches a sensor on or off. By default they are always on.
    fn power(&mut self, sensor: Sensor, on: bool) {
        let _ = (sensor, on);
    }

    /// A new sample of the inertial sensor, None when there is none since the last.
    ///
    /// # Errors
    /// It does not answer. So with the other sensors.
    fn inertia(&mut self) -> Result<Option<Inertia>, Broken>;

    /// A new frame of the front sensor.
    fn zones(&mut self) -> Result<Option<Zones>, Broken>;

    /// Proximity counts of a side, 0 to 65535.
    fn side(&mut self, side: Side) -> Result<Option<u16>, Broken>;

    /// Colour of the floor, raw, red, green, blue.
    fn floor(&mut self) -> Result<Option<[u16; 3]>, Broken>;

    /// Does something touch the body?
    fn bumped(&mut self) -> bool {
        false
    }

    /// Is a button down? Not debounced.
    fn button(&mut self, side: Side) -> bool;

    /// The battery.
    fn charge(&mut self) -> Result<Charge, Broken>;

    /// Is a cable on, so that driving would pull it?
    fn tethered(&mut self) -> bool {
        false
    }

    /// Shows colours on the lights, as they are.
    fn show_lights(&mut self, frame: &Frame);

    /// Sounds a tone at a volume in percent, None: silence.
    fn tone(&mut self, tone: Option<(f32, u8)>);

    /// Shows a page buffer.
    fn show_screen(&mut self, screen: &Screen);

    /// Something for the record of a run, with the time: a simulator keeps it, a board needs not.
    fn note(&mut self, now: Millis, what: &str) {
        let _ = (now, what);
    }
}
