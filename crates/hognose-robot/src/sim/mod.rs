//! The simulator: a robot in a world, in virtual time. It is a board like any other.
//!
//! Same world, same seed, same calls: the same bits, on every machine.

pub mod battery;
pub mod body;
pub mod clock;
mod fault;
pub mod noise;
pub mod picture;
mod ray;
mod sense;
pub mod trace;
pub mod world;

pub use clock::Clock;
pub use fault::{Fault, Part};
pub use trace::{Trace, What};
pub use world::World;

use crate::hardware::{Broken, Charge, Frame, Hardware, Inertia, Motor, Screen, Sensor, Side, Zones};
use crate::limits::{self, Calibration};
use battery::Battery;
use body::Body;
use hognose_device::Millis;
use noise::Noise;
use sense::Senses;
use std::boxed::Box;
use std::string::String;
use std::vec::Vec;
use trace::{hex, short};
use world::{Button, Wall};

/// Seconds of a step.
const STEP: f64 = 0.001;
/// Poses are traced this often, ms.
const TRACED: Millis = 50;
/// The inertial sensor is ready when it stood still for this long, ms.
const SETTLE: Millis = 1000;
/// Current of everything that is always on, mA.
const IDLE: f64 = 180.0;
/// Current of a fully lit colour channel, mA.
const CHANNEL: f64 = 20.0;
/// Current of the speaker at full volume, mA.
const SPEAKER: f64 = 120.0;
/// Current of the display, mA.
const DISPLAY: f64 = 15.0;

/// How to simulate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// All randomness comes from it.
    pub seed: u64,
    /// No noise, no drift, no slip.
    pub ideal: bool,
    /// Keep a trace.
    pub trace: bool,
}

/// A sensor's power and what it has ready.
#[derive(Clone, Copy, Debug)]
struct Feed<T> {
    since: Option<Millis>,
    next: Millis,
    ready: Option<T>,
}

impl<T> Feed<T> {
    const OFF: Feed<T> = Feed { since: None, next: 0, ready: None };
}

/// A robot in a world.
#[derive(Clone, Debug)]
pub struct Sim {
    world: World,
    walls: Vec<Wall>,
    options: Options,
    now: Millis,
    body: Body,
    senses: Senses,
    battery: Battery,
    motors: [Motor; 2],
    pressed: [bool; 2],
    faults: Vec<Fault>,
    reached: Vec<bool>,
    inertia: Feed<Inertia>,
    zones: Feed<Box<Zones>>,
    sides: [Feed<u16>; 2],
    floor: Feed<[u16; 3]>,
    frames: u64,
    heading_zero: f64,
    still_since: Millis,
    settled: bool,
    lights: Frame,
    tone: Option<(f32, u8)>,
    screen: Box<Screen>,
    transfers: u64,
    trace: Trace,
    traced: ([f64; 3], [Option<f64>; 2], Option<f64>),
}

impl Sim {
    /// A robot at the start of a world, standing, at time 0.
    pub fn new(world: World, options: Options) -> Sim {
        let mut noise = Noise::new(options.seed, !options.ideal);
        let walls = world.obstacles();
        let body = Body::new(&world, &mut noise.fork());
        let senses = Senses::new(&mut noise.fork());
        let mut battery = Battery::new(world.battery, world.drain);
        battery.step(IDLE + DISPLAY, 0.0);
        let mut trace = Trace::default();
        if options.trace {
            trace
                .push(0, What::Start { world: world.name.clone(), seed: options.seed, ideal: options.ideal });
        }
        Sim {
            reached: std::vec![false; world.goals.len()],
            walls,
            options,
            now: 0,
            heading_zero: body.pose.heading,
            body,
            senses,
            battery,
            motors: [Motor::Coast; 2],
            pressed: [false; 2],
            faults: Vec::new(),
            inertia: Feed::OFF,
            zones: Feed::OFF,
            sides: [Feed::OFF; 2],
            floor: Feed::OFF,
            frames: 0,
            still_since: 0,
            settled: false,
            lights: [[0; 3]; 8],
            tone: None,
            screen: Box::new([0; 1024]),
            transfers: 0,
            trace,
            traced: ([f64::NAN; 3], [None; 2], None),
            world,
        }
    }

    // Time

    /// Virtual time, ms.
    pub fn now(&self) -> Millis {
        self.now
    }

    /// Lets the world go on until that time. Earlier times change nothing.
    pub fn advance(&mut self, to: Millis) {
        while self.now < to {
            self.step();
        }
    }

    fn step(&mut self) {
        self.now += 1;
        for i in 0..self.world.faults.len() {
            let mishap = self.world.faults[i];
            if mishap.at == self.now {
                self.inject(mishap.fault);
            }
            if mishap.until == Some(self.now) {
                self.mend(mishap.fault);
            }
        }
        let stuck = [Button::Left, Button::Right].map(|side| self.has(Fault::StuckMotor(side)));
        self.body.step(STEP, self.motors, stuck, self.battery.voltage, &self.world, &self.walls);
        if self.now % 10 == 0 {
            let current = self.current();
            self.battery.step(current, 0.01);
        }
        if self.body.rims.iter().any(|v| v.abs() > 1.0) {
            self.still_since = self.now;
        }
        self.sample();
        for (i, goal) in self.world.goals.iter().enumerate() {
            let away = libm::hypot(self.body.pose.x - goal.at[0], self.body.pose.y - goal.at[1]);
            if !self.reached[i] && away <= goal.radius {
                self.reached[i] = true;
                if self.options.trace {
                    self.trace.push(self.now, What::Goal(goal.name.clone()));
                }
            }
        }
        self.trace_step();
    }

    /// What everything takes from the battery, mA.
    fn current(&self) -> f64 {
        let lit: f64 = self.lights.iter().flatten().map(|&part| f64::from(part) / 255.0).sum();
        let sound = self.tone.map_or(0.0, |(_, volume)| f64::from(volume) / 100.0);
        IDLE + self.body.current + CHANNEL * lit + SPEAKER * sound + DISPLAY
    }

    fn sample(&mut self) {
        let now = self.now;
        if self.inertia.due(now) {
            self.inertia.next += limits::IMU_PERIOD;
            let since = self.inertia.since.unwrap_or(now);
            self.settled |= self.options.ideal || now - self.still_since.max(since) >= SETTLE;
            let tilted = self.has(Fault::Tilt);
            let on = (now - since) as f64 / 1000.0;
            let sample =
                self.senses.inertia(&self.body, &self.world, self.heading_zero, on, self.settled, tilted);
            self.inertia.put(sample, self.faults.contains(&Fault::SilentSensor(Part::Imu)));
        }
        if self.zones.due(now) {
            self.frames += 1;
            self.zones.next = self.zones.since.unwrap_or(0) + (self.frames + 1) * 1000 / limits::FRONT_RATE;
            let zones = self.senses.zones(&self.body, &self.walls);
            self.zones.put(Box::new(zones), self.faults.contains(&Fault::SilentSensor(Part::Front)));
        }
        for side in Side::BOTH {
            let i = side.index();
            if self.sides[i].due(now) {
                self.sides[i].next += limits::SENSE_PERIOD;
                let (sign, part) = match side {
                    Side::Left => (-1.0, Part::LeftSide),
                    Side::Right => (1.0, Part::RightSide),
                };
                let counts = self.senses.side(&self.body, &self.walls, sign);
                self.sides[i].put(counts, self.faults.contains(&Fault::SilentSensor(part)));
            }
        }
        if self.floor.due(now) {
            self.floor.next += limits::SENSE_PERIOD;
            let raw = self.senses.floor(&self.body, &self.world, limits::SENSE_PERIOD as f64 / 1000.0);
            self.floor.put(raw, self.faults.contains(&Fault::SilentSensor(Part::Floor)));
        }
    }

    // The world from outside

    /// The world.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The body: where it is, how it moves.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The battery.
    pub fn battery(&self) -> &Battery {
        &self.battery
    }

    /// What the motors are told.
    pub fn motors(&self) -> [Motor; 2] {
        self.motors
    }

    /// Puts the robot somewhere, standing.
    pub fn place(&mut self, pose: world::Pose) {
        self.body.pose = pose;
        self.body.rims = [0.0; 2];
        self.senses.forget_floor();
    }

    /// Presses or lets go of a button.
    pub fn press(&mut self, side: Side, down: bool) {
        self.pressed[side.index()] = down;
    }

    /// Puts a fault in.
    pub fn inject(&mut self, fault: Fault) {
        if let Fault::Battery(charge) = fault {
            self.battery.charge = charge.clamp(0.0, 100.0);
            return;
        }
        if !self.has(fault) {
            self.faults.push(fault);
        }
    }

    /// Takes a fault out.
    pub fn mend(&mut self, fault: Fault) {
        self.faults.retain(|&f| f != fault);
    }

    /// Is a fault in?
    pub fn has(&self, fault: Fault) -> bool {
        self.faults.contains(&fault)
    }

    /// The lights.
    pub fn lights(&self) -> &Frame {
        &self.lights
    }

    /// The tone that sounds: Hz and volume in percent.
    pub fn tone(&self) -> Option<(f32, u8)> {
        self.tone
    }

    /// The display.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Which goals were reached.
    pub fn goals(&self) -> &[bool] {
        &self.reached
    }

    /// Has it touched something in a world where that ends the program?
    pub fn is_over(&self) -> bool {
        self.world.collision_ends && self.body.collisions > 0
    }

    /// Transfers from sensors so far.
    pub fn transfers(&self) -> u64 {
        self.transfers
    }

    /// The walls, boxes and border as segments.
    pub fn walls(&self) -> &[Wall] {
        &self.walls
    }

    // Trace

    /// The trace so far.
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Output of the program, for the trace.
    pub fn print(&mut self, text: &str) {
        self.record(|| What::Print(text.into()));
    }

    fn record(&mut self, what: impl FnOnce() -> What) {
        if self.options.trace {
            let what = what();
            self.trace.push(self.now, what);
        }
    }

    fn trace_step(&mut self) {
        if !self.options.trace {
            return;
        }
        let contact = self.body.contact.map(|angle| short(libm::round(angle)));
        if contact.is_some() != self.traced.2.is_some() {
            self.traced.2 = contact;
            self.trace.push(self.now, What::Touch(contact));
        }
        if self.now % TRACED != 0 {
            return;
        }
        let pose = &self.body.pose;
        let pose = [short(pose.x), short(pose.y), short(pose.heading)];
        if pose != self.traced.0 {
            self.traced.0 = pose;
            self.trace.push(self.now, What::Pose(pose));
        }
        let motors = self.motors.map(|motor| match motor {
            Motor::Duty(duty) => Some(short(f64::from(duty))),
            _ => None,
        });
        if motors != self.traced.1 {
            self.traced.1 = motors;
            self.trace.push(self.now, What::Motors(motors));
        }
    }

    fn answers(&self, part: Part, name: &'static str) -> Result<(), Broken> {
        if self.has(Fault::DeadSensor(part)) { Err(Broken { part: name }) } else { Ok(()) }
    }
}

impl<T> Feed<T> {
    fn due(&self, now: Millis) -> bool {
        self.since.is_some() && now >= self.next
    }

    fn put(&mut self, sample: T, silent: bool) {
        if !silent {
            self.ready = Some(sample);
        }
    }

    fn power(&mut self, on: bool, now: Millis, period: Millis) {
        if on != self.since.is_some() {
            *self = Feed { since: on.then_some(now), next: now + period, ready: None };
        }
    }
}

impl Hardware for Sim {
    fn calibration(&self) -> Calibration {
        Calibration { slip: if self.options.ideal { 0.0 } else { 0.01 }, ..Calibration::default() }
    }

    fn motor(&mut self, side: Side, motor: Motor) -> Result<(), Broken> {
        let button = [Button::Left, Button::Right][side.index()];
        if self.has(Fault::DeadMotor(button)) {
            return Err(Broken { part: "motor driver" });
        }
        self.motors[side.index()] = motor;
        Ok(())
    }

    fn counts(&mut self, side: Side) -> i32 {
        self.body.counts(side.index())
    }

    fn power(&mut self, sensor: Sensor, on: bool) {
        let now = self.now;
        match sensor {
            Sensor::Imu => {
                if on && self.inertia.since.is_none() {
                    self.heading_zero = self.body.pose.heading;
                    self.settled = false;
                }
                self.inertia.power(on, now, limits::IMU_PERIOD);
            }
            Sensor::Front => {
                self.frames = 0;
                self.zones.power(on, now, 1000 / limits::FRONT_RATE);
            }
            Sensor::LeftSide | Sensor::RightSide => {
                let i = usize::from(sensor == Sensor::RightSide);
                self.sides[i].power(on, now, limits::SENSE_PERIOD);
            }
            Sensor::Floor => {
                self.senses.forget_floor();
                self.floor.power(on, now, limits::SENSE_PERIOD);
            }
        }
        self.record(|| What::Power(sensor.name().into(), on));
    }

    fn inertia(&mut self) -> Result<Option<Inertia>, Broken> {
        self.transfers += 1;
        self.answers(Part::Imu, "inertial sensor")?;
        Ok(self.inertia.ready.take())
    }

    fn zones(&mut self) -> Result<Option<Zones>, Broken> {
        self.transfers += 1;
        self.answers(Part::Front, "front sensor")?;
        Ok(self.zones.ready.take().map(|zones| *zones))
    }

    fn side(&mut self, side: Side) -> Result<Option<u16>, Broken> {
        self.transfers += 1;
        let (part, name) = match side {
            Side::Left => (Part::LeftSide, "left side sensor"),
            Side::Right => (Part::RightSide, "right side sensor"),
        };
        self.answers(part, name)?;
        Ok(self.sides[side.index()].ready.take())
    }

    fn floor(&mut self) -> Result<Option<[u16; 3]>, Broken> {
        self.transfers += 1;
        self.answers(Part::Floor, "floor sensor")?;
        Ok(self.floor.ready.take())
    }

    fn bumped(&mut self) -> bool {
        self.body.contact.is_some()
    }

    fn button(&mut self, side: Side) -> bool {
        let button = [Button::Left, Button::Right][side.index()];
        let pressed = |press: &world::Press| {
            press.button == button && press.at <= self.now && self.now < press.at.saturating_add(press.hold)
        };
        self.pressed[side.index()] || self.world.presses.iter().any(pressed)
    }

    fn charge(&mut self) -> Result<Charge, Broken> {
        self.answers(Part::Gauge, "battery gauge")?;
        Ok(Charge {
            voltage: libm::round(self.battery.voltage * 1000.0) as u16,
            current: libm::round(self.battery.current) as i16,
            level: self.battery.level(),
            charging: false,
        })
    }

    fn tethered(&mut self) -> bool {
        self.has(Fault::Tether)
    }

    fn show_lights(&mut self, frame: &Frame) {
        if self.lights != *frame {
            self.lights = *frame;
            self.record(|| What::Lights(hex(frame.iter().flatten().copied())));
        }
    }

    fn tone(&mut self, tone: Option<(f32, u8)>) {
        if self.tone != tone {
            self.tone = tone;
            self.record(|| What::Tone(tone.map(|(hz, volume)| [short(f64::from(hz)), f64::from(volume)])));
        }
    }

    fn show_screen(&mut self, screen: &Screen) {
        if *self.screen != *screen {
            *self.screen = *screen;
            self.record(|| What::Screen(hex(screen.iter().copied())));
        }
    }

    fn note(&mut self, _now: Millis, what: &str) {
        let text: String = what.into();
        self.record(|| What::Note(text));
    }
}
