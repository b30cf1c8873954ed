//! Hardware that keeps a record of everything it is told, around other hardware: for tests of order, rate and limits.

use crate::hardware::{Broken, Charge, Frame, Hardware, Inertia, Motor, Screen, Sensor, Side, Zones};
use crate::limits::Calibration;
use hognose_device::Millis;
use std::vec::Vec;

/// Something that the hardware was told or asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    /// A motor, when that is something else than before.
    Motor(Side, Motor),
    /// A sensor was switched.
    Power(Sensor, bool),
    /// A sensor was read.
    Read(Sensor),
    /// The battery gauge was read.
    Gauge,
    /// The lights.
    Lights(Frame),
    /// A tone, or silence.
    Tone(Option<(f32, u8)>),
    /// The display.
    Screen,
}

/// Hardware with a record.
#[derive(Clone, Debug)]
pub struct Recorder<H> {
    /// The hardware inside.
    pub hardware: H,
    /// What it was told, in order.
    pub told: Vec<Told>,
    motors: [Option<Motor>; 2],
}

impl<H> Recorder<H> {
    /// Around that hardware, with an empty record.
    pub fn new(hardware: H) -> Recorder<H> {
        Recorder { hardware, told: Vec::new(), motors: [None; 2] }
    }

    /// What was told since this was asked last.
    pub fn take(&mut self) -> Vec<Told> {
        core::mem::take(&mut self.told)
    }

    /// How often something of that kind was told.
    pub fn count(&self, kind: impl Fn(&Told) -> bool) -> usize {
        self.told.iter().filter(|told| kind(told)).count()
    }
}

impl<H: Hardware> Hardware for Recorder<H> {
    fn calibration(&self) -> Calibration {
        self.hardware.calibration()
    }

    fn motor(&mut self, side: Side, motor: Motor) -> Result<(), Broken> {
        if self.motors[side.index()] != Some(motor) {
            self.motors[side.index()] = Some(motor);
            self.told.push(Told::Motor(side, motor));
        }
        self.hardware.motor(side, motor)
    }

    fn counts(&mut self, side: Side) -> i32 {
        self.hardware.counts(side)
    }

    fn power(&mut self, sensor: Sensor, on: bool) {
        self.told.push(Told::Power(sensor, on));
        self.hardware.power(sensor, on);
    }

    fn inertia(&mut self) -> Result<Option<Inertia>, Broken> {
        self.told.push(Told::Read(Sensor::Imu));
        self.hardware.inertia()
    }

    fn zones(&mut self) -> Result<Option<Zones>, Broken> {
        self.told.push(Told::Read(Sensor::Front));
        self.hardware.zones()
    }

    fn side(&mut self, side: Side) -> Result<Option<u16>, Broken> {
        self.told.push(Told::Read([Sensor::LeftSide, Sensor::RightSide][side.index()]));
        self.hardware.side(side)
    }

    fn floor(&mut self) -> Result<Option<[u16; 3]>, Broken> {
        self.told.push(Told::Read(Sensor::Floor));
        self.hardware.floor()
    }

    fn bumped(&mut self) -> bool {
        self.hardware.bumped()
    }

    fn button(&mut self, side: Side) -> bool {
        self.hardware.button(side)
    }

    fn charge(&mut self) -> Result<Charge, Broken> {
        self.told.push(Told::Gauge);
        self.hardware.charge()
    }

    fn tethered(&mut self) -> bool {
        self.hardware.tethered()
    }

    fn show_lights(&mut self, frame: &Frame) {
        self.told.push(Told::Lights(*frame));
        self.hardware.show_lights(frame);
    }

    fn tone(&mut self, tone: Option<(f32, u8)>) {
        self.told.push(Told::Tone(tone));
        self.hardware.tone(tone);
    }

    fn show_screen(&mut self, screen: &Screen) {
        self.told.push(Told::Screen);
        self.hardware.show_screen(screen);
    }

    fn note(&mut self, now: Millis, what: &str) {
        self.hardware.note(now, what);
    }
}
