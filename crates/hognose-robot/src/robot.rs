//! The robot: everything between programs and hardware.

use crate::base::Base;
use crate::buttons::{Buttons, Edge};
use crate::color::{self, Points, Vote};
use crate::display::Display;
use crate::events::{Events, Moment};
use crate::hardware::{Broken, Charge, Hardware, Inertia, Motor, Sensor, Side, Zones};
use crate::lights::Lights;
use crate::limits::{self, Settings};
use crate::part::{self, Part};
use crate::queue::Queue;
use crate::sense::Sense;
use crate::sensing::Query;
use crate::sound::Sound;
use crate::task::MoveId;
use core::task::Poll;
use hognose::{Handle, Raise};
use hognose_device::{Millis, Owner, Senses, Signal, Value};

/// What a function of the robot gives: a value, now or later, or what is wrong.
pub type Reply = Result<Poll<Value>, Raise>;

/// A value that is there at once.
pub(crate) const fn now(value: Value) -> Reply {
    Ok(Poll::Ready(value))
}

/// Nothing, at once.
pub(crate) const DONE: Reply = now(Value::None);

/// What a program waits for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wait {
    /// A time of the program.
    Until(Millis),
    /// The end of a move.
    Move(MoveId),
    /// The end of a sound.
    Sound(u32),
    /// A button: the presses so far of each that counts, and until when.
    Button([Option<u32>; 2], Option<Millis>),
    /// The first sample of a sensor.
    Read(Query),
}

/// A tilt counts when it is larger than this, degrees, for [`TILT_TIME`].
const TILT: f32 = 60.0;
const TILT_TIME: Millis = 500;
/// Rates below this are none, degrees/s.
const STILL: f32 = 2.0;
/// It stands still when it did so for this long.
const STILL_TIME: Millis = 500;

/// A robot without its hardware. Programs change what it shall do, [`Robot::poll`] does it.
pub struct Robot {
    /// Time of the last call.
    pub(crate) at: Millis,
    /// How long the program was paused so far.
    pub(crate) frozen: Millis,
    paused_at: Option<Millis>,
    running: bool,
    began_at: Millis,
    pub(crate) settings: Settings,
    grants: u32,
    owner: Owner,
    remote_at: Millis,
    remote_drives: bool,
    alive_at: Millis,
    broken: Option<&'static str>,

    pub(crate) base: Base,
    next_tick: Millis,
    last_tick: Millis,
    pub(crate) imu: Sense<Inertia>,
    pub(crate) front: Sense<Zones>,
    pub(crate) sides: [Sense<u16>; 2],
    pub(crate) floor: Sense<[u16; 3]>,
    /// The nearest that this frame and the one before saw in the part that detects.
    pub(crate) near: [i16; 2],
    /// Frames since the front sensor is on.
    pub(crate) frames: u32,
    /// See [`limits::Calibration::floor_seen`].
    pub(crate) floor_seen: i16,
    pub(crate) vote: Vote,
    pub(crate) points: Points,
    pub(crate) detectable: u8,
    moved_at: Millis,
    level_at: Millis,
    was_tilted: bool,

    pub(crate) lights: Lights,
    pub(crate) sound: Sound,
    pub(crate) display: Display,
    pub(crate) buttons: Buttons,
    bumped: bool,
    pub(crate) charge: Option<Charge>,
    next_charge: Millis,
    low: bool,
    critical: bool,
    tethered: bool,

    waits: [Option<Wait>; 2],
    pub(crate) events: Events,
    in_handler: bool,
    signals: Queue<Signal, 16>,
    pub(crate) limited: u32,
    pub(crate) reason: [u8; 40],
    pub(crate) reason_len: usize,
    warned: [u32; 32],
    /// Functions that `robot.help()` has shown so far.
    pub(crate) helped: usize,
}

impl Robot {
    /// A robot that has not been polled yet.
    pub fn new(calibration: limits::Calibration, settings: Settings) -> Robot {
        let mut sound = Sound::default();
        sound.set_most(settings.volume);
        let mut base = Base::new(calibration);
        base.set_cap(settings.speed);
        Robot {
            at: 0,
            frozen: 0,
            paused_at: None,
            running: false,
            began_at: 0,
            settings,
            grants: part::ALL,
            owner: Owner::Nobody,
            remote_at: 0,
            remote_drives: false,
            alive_at: 0,
            broken: None,
            base,
            next_tick: 0,
            last_tick: 0,
            imu: Sense::new(Sensor::Imu, limits::IMU_PERIOD),
            front: Sense::new(Sensor::Front, 1000 / limits::FRONT_RATE),
            sides: [
                Sense::new(Sensor::LeftSide, limits::SENSE_PERIOD),
                Sense::new(Sensor::RightSide, limits::SENSE_PERIOD),
            ],
            floor: Sense::new(Sensor::Floor, limits::SENSE_PERIOD),
            near: [limits::FRONT_MAX; 2],
            frames: 0,
            floor_seen: calibration.floor_seen(),
            vote: Vote::default(),
            points: Points::default(),
            detectable: 0xFF,
            moved_at: 0,
            level_at: 0,
            was_tilted: false,
            lights: Lights::default(),
            sound,
            display: Display::default(),
            buttons: Buttons::default(),
            bumped: false,
            charge: None,
            next_charge: 0,
            low: false,
            critical: false,
            tethered: false,
            waits: [None; 2],
            events: Events::default(),
            in_handler: false,
            signals: Queue::EMPTY,
            limited: 0,
            reason: [0; 40],
            reason_len: 0,
            warned: [0; 32],
            helped: 0,
        }
    }

    // Time

    /// The program's time: it stands still in a pause.
    pub fn program_time(&self) -> Millis {
        self.paused_at.unwrap_or(self.at).saturating_sub(self.frozen)
    }

    /// Since when the program runs, without pauses, ms.
    pub fn running_for(&self) -> Millis {
        self.program_time().saturating_sub(self.began_at)
    }

    /// Does everything that is due. Gives when it wants to be called next.
    pub fn poll(&mut self, now: Millis, hardware: &mut dyn Hardware) -> Millis {
        self.at = self.at.max(now);
        let now = self.at;
        let program = self.program_time();
        let mut next = self.tick(now, program, hardware);
        next = next.min(self.poll_buttons(now, hardware));
        next = next.min(self.poll_sensors(now, hardware));
        next = next.min(self.poll_battery(now, hardware));
        next = next.min(self.lights.poll(now, program, hardware));
        next = next.min(self.sound.poll(now, hardware));
        next = next.min(self.display.poll(now, hardware));
        if self.running && self.paused_at.is_none() {
            if now > self.alive_at + limits::WATCHDOG {
                self.make_safe(now, "watchdog", hardware);
                self.signal(Signal::Watchdog);
            } else {
                let moment = self.moment();
                self.events.look(program, moment);
                if let Some(Wait::Until(end)) = self.waits[usize::from(self.in_handler)] {
                    next = next.min(end.saturating_add(self.frozen));
                }
            }
        }
        next.max(now + 1)
    }

    fn tick(&mut self, now: Millis, program: Millis, hardware: &mut dyn Hardware) -> Millis {
        if now < self.next_tick {
            return self.next_tick;
        }
        self.next_tick = now + limits::MOTOR_PERIOD;
        let passed = if self.last_tick == 0 { limits::MOTOR_PERIOD } else { now - self.last_tick };
        self.last_tick = now;
        // Called late, the control takes at most two periods at once: it must not jump.
        let dt = passed.clamp(1, 2 * limits::MOTOR_PERIOD) as f32 / 1000.0;
        if self.owner == Owner::Remote && self.remote_drives && now > self.remote_at + limits::REMOTE_SILENCE
        {
            self.base.halt(Motor::Brake);
            self.remote_drives = false;
            self.signal(Signal::RemoteLost);
        }
        if let Err(broken) = self.base.tick(program, dt, hardware) {
            self.fail(now, broken, hardware);
        }
        if self.base.is_moving() {
            self.moved_at = now;
        }
        if self.base.take_stall() {
            self.signal(Signal::Stalled);
            hardware.note(now, "stalled");
        }
        self.next_tick
    }

    fn fail(&mut self, now: Millis, broken: Broken, hardware: &mut dyn Hardware) {
        if self.broken != Some(broken.part) {
            self.broken = Some(broken.part);
            self.signal(Signal::Broken(broken.part));
            self.make_safe(now, broken.part, hardware);
        }
    }

    fn poll_buttons(&mut self, now: Millis, hardware: &mut dyn Hardware) -> Millis {
        let signals = &mut self.signals;
        let next = self.buttons.poll(now, hardware, |edge| {
            let signal = match edge {
                Edge::Down(Side::Left) => Signal::ButtonPressed,
                Edge::Up(Side::Left, after) => Signal::ButtonReleased(after.min(u32::MAX.into()) as u32),
                _ => return,
            };
            signals.push(signal);
        });
        if next == now + limits::BUTTON_PERIOD {
            self.bumped = hardware.bumped();
            let tethered = hardware.tethered();
            if tethered != self.tethered {
                self.tethered = tethered;
                self.signal(Signal::Tethered(tethered));
                let cap = if tethered { self.settings.tethered_speed } else { self.settings.speed };
                self.base.set_cap(cap);
                if tethered && cap <= 0.0 {
                    self.base.halt(Motor::Brake);
                }
            }
        }
        next
    }

    fn poll_sensors(&mut self, now: Millis, hardware: &mut dyn Hardware) -> Millis {
        let live = self.running && self.paused_at.is_none();
        let (base, moved_at, level_at) = (&mut self.base, &mut self.moved_at, &mut self.level_at);
        let keep = base.needs_gyro() || self.settings.tilt_stop && self.running;
        let was_on = self.imu.is_on();
        let mut next = self.imu.poll(
            now,
            keep,
            hardware,
            |hw| hw.inertia(),
            |sample| {
                base.correct(sample.yaw);
                if sample.rate.iter().any(|rate| rate.abs() > STILL) {
                    *moved_at = now;
                }
                if sample.pitch.abs() < TILT && sample.roll.abs() < TILT {
                    *level_at = now;
                }
            },
        );
        if was_on != self.imu.is_on() {
            self.level_at = now;
            self.base.lose_gyro();
        }
        let tilted = self.imu.last().is_some() && now > self.level_at + TILT_TIME;
        if tilted && !self.was_tilted && self.settings.tilt_stop {
            self.signal(Signal::Tilted);
        }
        self.was_tilted = tilted;

        let (near, frames, floor) = (&mut self.near, &mut self.frames, self.floor_seen);
        let keep = live && self.events.has(1);
        let turn = self.front.poll(
            now,
            keep,
            hardware,
            |hw| hw.zones(),
            |zones| {
                *near = [crate::sensing::nearest(zones, 1..7, floor), near[0]];
                *frames = frames.saturating_add(1);
            },
        );
        next = next.min(turn);
        if !self.front.is_on() {
            self.near = [limits::FRONT_MAX; 2];
            self.frames = 0;
        }
        let keep = live && self.events.has(2);
        for side in Side::BOTH {
            let turn = self.sides[side.index()].poll(now, keep, hardware, |hw| hw.side(side), |_| {});
            next = next.min(turn);
        }
        let (vote, points) = (&mut self.vote, &self.points);
        let turn = self.floor.poll(
            now,
            false,
            hardware,
            |hw| hw.floor(),
            |raw| {
                vote.add(color::classify(points.rgb(*raw)));
            },
        );
        if !self.floor.is_on() {
            self.vote = Vote::default();
        }
        next.min(turn)
    }

    fn poll_battery(&mut self, now: Millis, hardware: &mut dyn Hardware) -> Millis {
        if now < self.next_charge {
            return self.next_charge;
        }
        self.next_charge = now + limits::BATTERY_PERIOD;
        // A gauge that does not answer changes nothing: the motors go on with the voltage that was.
        if let Ok(charge) = hardware.charge() {
            self.base.set_voltage(f32::from(charge.voltage) / 1000.0);
            let (low, critical) =
                (charge.level <= limits::BATTERY_LOW, charge.level <= limits::BATTERY_CRITICAL);
            if critical && !self.critical {
                self.signal(Signal::BatteryCritical);
            } else if low && !self.low && !critical {
                self.signal(Signal::BatteryLow);
            }
            (self.low, self.critical) = (low, critical);
            if charge.voltage < limits::BROWN_OUT {
                self.signal(Signal::BrownOut);
            }
            self.charge = Some(charge);
        }
        self.next_charge
    }

    fn moment(&self) -> Moment {
        let side =
            |side: Side| self.sides[side.index()].last().map_or(0, |&counts| crate::sensing::percent(counts));
        Moment {
            presses: self.buttons.presses(Side::Right),
            front: self.front.last().map(|_| self.near[0].max(self.near[1])),
            side: side(Side::Left).max(side(Side::Right)),
            bumped: self.bumped,
            battery: self.charge.map_or(100, |charge| charge.level),
        }
    }

    /// For handlers that are added: what is so already is no event.
    pub(crate) fn moment_now(&self) -> Moment {
        self.moment()
    }

    pub(crate) fn signal(&mut self, signal: Signal) {
        // A full queue means that nobody listens; the newest is not more important than the oldest then.
        self.signals.push(signal);
    }

    // Life

    /// A program begins, with those grants.
    pub fn begin(&mut self, at: Millis, grants: u32) {
        self.at = self.at.max(at);
        self.frozen += self.paused_at.take().map_or(0, |since| self.at - since);
        self.forget();
        self.running = true;
        self.grants = grants;
        self.began_at = self.program_time();
        self.alive_at = self.at;
        self.owner = self.owner.max(Owner::Program);
        if self.owner == Owner::Program {
            self.base.begin();
        }
        self.lights.begin();
        self.sound.begin();
        self.display.clear();
        self.display.show();
        self.buttons.begin();
        self.points = Points::default();
        self.detectable = 0xFF;
        self.limited = 0;
        self.reason_len = 0;
    }

    fn forget(&mut self) {
        self.waits = [None; 2];
        self.events.clear();
        self.in_handler = false;
        self.warned = [0; 32];
        self.helped = 0;
        self.imu.forget();
        self.front.forget();
        self.floor.forget();
        self.sides.iter_mut().for_each(Sense::forget);
    }

    /// Freezes the program's clock and motion.
    pub fn pause(&mut self, at: Millis) {
        self.at = self.at.max(at);
        if self.paused_at.is_none() && self.running {
            self.paused_at = Some(self.at);
            self.sound.stop();
            if self.owner == Owner::Program {
                self.base.pause();
            }
        }
    }

    /// Goes on.
    pub fn resume(&mut self, at: Millis) {
        self.at = self.at.max(at);
        if let Some(since) = self.paused_at.take() {
            self.frozen += self.at - since;
            self.alive_at = self.at;
            self.base.resume();
        }
    }

    /// The safe state. See [`Equipment::make_safe`](hognose_device::Equipment::make_safe).
    pub fn make_safe(&mut self, at: Millis, reason: &str, hardware: &mut dyn Hardware) {
        self.at = self.at.max(at);
        let was_running = self.running;
        self.base.halt(Motor::Brake);
        for side in Side::BOTH {
            if let Err(broken) = hardware.motor(side, Motor::Brake) {
                if self.broken != Some(broken.part) {
                    self.broken = Some(broken.part);
                    self.signal(Signal::Broken(broken.part));
                }
            }
        }
        self.sound.cut(self.at, hardware);
        self.lights.black_out(self.at, hardware);
        if was_running {
            self.display.show_message("stopped:", reason);
            self.display.poll(self.at, hardware);
        }
        self.frozen += self.paused_at.take().map_or(0, |since| self.at - since);
        self.forget();
        self.imu.off(hardware);
        self.front.off(hardware);
        self.sides.iter_mut().for_each(|side| side.off(hardware));
        self.floor.off(hardware);
        self.base.lose_gyro();
        self.running = false;
        self.remote_drives = false;
        if matches!(self.owner, Owner::Program | Owner::Demo) {
            self.owner = Owner::Nobody;
        }
    }

    /// Are motors, sound and lights off, sensors idle and nothing claimed?
    pub fn is_safe(&self) -> bool {
        let sensors_off = !self.imu.is_on() && !self.front.is_on() && !self.floor.is_on();
        self.base.is_off()
            && self.sound.is_silent()
            && self.lights.are_off()
            && sensors_off
            && self.sides.iter().all(|side| !side.is_on())
            && !self.running
    }

    /// The engine lives.
    pub fn alive(&mut self, at: Millis) {
        self.alive_at = self.alive_at.max(at);
    }

    /// The next thing that the supervisor should know.
    pub fn take_signal(&mut self) -> Option<Signal> {
        self.signals.pop()
    }

    /// Why the program asked to be stopped.
    pub fn stop_reason(&self) -> &str {
        core::str::from_utf8(self.reason.get(..self.reason_len).unwrap_or(&[])).unwrap_or("")
    }

    /// Why no motor may be driven now.
    pub fn refusal(&self) -> Option<&'static str> {
        if let Some(part) = self.broken {
            return Some(part);
        }
        if self.tethered && self.settings.tethered_speed <= 0.0 {
            return Some("tethered: take the cable off");
        }
        self.critical.then_some("low battery")
    }

    /// The hardware was repaired: what was broken counts as whole again.
    pub fn clear_fault(&mut self) {
        self.broken = None;
    }

    // Who drives

    /// Who has the actuators.
    pub fn owner(&self) -> Owner {
        self.owner
    }

    /// Takes the actuators.
    pub fn claim(&mut self, at: Millis, owner: Owner) -> Result<(), Owner> {
        self.at = self.at.max(at);
        if owner < self.owner {
            return Err(self.owner);
        }
        if owner > self.owner {
            self.base.halt(Motor::Brake);
            self.owner = owner;
        }
        Ok(())
    }

    /// Gives them back.
    pub fn release(&mut self, at: Millis, owner: Owner) {
        self.at = self.at.max(at);
        if owner == self.owner {
            self.base.halt(Motor::Brake);
            self.remote_drives = false;
            self.owner = if self.running { Owner::Program } else { Owner::Nobody };
        }
    }

    /// Drives by hand.
    pub fn remote(&mut self, at: Millis, speed: i16, turn: i16) -> Result<(), Owner> {
        self.claim(at, Owner::Remote)?;
        self.remote_at = self.at;
        self.remote_drives = speed != 0 || turn != 0;
        if self.refusal().is_some() || !self.remote_drives {
            self.base.halt(Motor::Brake);
        } else {
            let (speed, turn) = self.drive_limits(f32::from(speed), f32::from(turn));
            if self.base.drive(speed, turn) {
                self.limited += 1;
            }
        }
        Ok(())
    }

    /// May the program use a part now?
    pub(crate) fn granted(&self, part: Part) -> Result<(), Raise> {
        if self.grants & part.bit() == 0 {
            return Err(part::not_granted(part));
        }
        // After the safe state nothing of a program that goes on all the same reaches the hardware.
        if self.running { Ok(()) } else { Err(Raise::runtime("the robot is in its safe state")) }
    }

    /// May the program drive now?
    pub(crate) fn may_drive(&self) -> Result<(), Raise> {
        self.granted(Part::Motors)?;
        if self.owner > Owner::Program {
            return Err(Raise::with(
                hognose::Type::RuntimeError,
                format_args!("{} has the motors", self.owner),
            ));
        }
        match self.refusal() {
            Some(why) => Err(Raise::with(hognose::Type::RuntimeError, format_args!("no driving: {why}"))),
            None => Ok(()),
        }
    }

    // Waiting

    /// The program waits for this; its engine gets the answer from [`Robot::take_answer`].
    pub(crate) fn wait(&mut self, wait: Wait) -> Reply {
        self.waits[usize::from(self.in_handler)] = Some(wait);
        Ok(Poll::Pending)
    }

    /// The answer to what the program waits for, once it is there.
    pub fn take_answer(&mut self) -> Option<Result<Value, Raise>> {
        let level = usize::from(self.in_handler);
        let wait = self.waits[level]?;
        if self.paused_at.is_some() {
            return None;
        }
        let program = self.program_time();
        let answer = match wait {
            Wait::Until(end) => (program >= end).then_some(Ok(Value::None)),
            Wait::Move(id) => self.base.outcome(id).map(|reached| Ok(Value::Bool(reached))),
            Wait::Sound(id) => self.sound.has_ended(id).then_some(Ok(Value::None)),
            Wait::Button(before, deadline) => self.button_answer(before, deadline),
            Wait::Read(query) => match self.ask(query) {
                Ok(Poll::Pending) => None,
                Ok(Poll::Ready(value)) => Some(Ok(value)),
                Err(raise) => Some(Err(raise)),
            },
        };
        if answer.is_some() {
            self.waits[level] = None;
        }
        answer
    }

    /// Does the program wait for something?
    pub fn is_waiting(&self) -> bool {
        self.waits[usize::from(self.in_handler)].is_some()
    }

    /// A handler of the program to call now.
    pub fn take_event(&mut self) -> Option<Handle> {
        if self.in_handler || self.paused_at.is_some() || !self.running {
            return None;
        }
        let handle = self.events.next(self.program_time())?;
        self.in_handler = true;
        Some(handle)
    }

    /// The handler has returned.
    pub fn event_done(&mut self) {
        self.waits[1] = None;
        self.in_handler = false;
    }

    /// A handle that the engine may release.
    pub fn take_dropped(&mut self) -> Option<Handle> {
        self.events.take_dropped()
    }

    // Telemetry

    /// Has it stood still for a while, as far as the inertial sensor knows?
    pub(crate) fn is_still(&self) -> bool {
        self.at >= self.moved_at + STILL_TIME
    }

    /// How often something was limited since the program began.
    pub fn limited(&self) -> u32 {
        self.limited + self.lights.limited + self.sound.limited
    }

    /// A place of the program where something was limited: true the first time, to say it once.
    pub fn warn_once(&mut self, place: u32) -> bool {
        self.limited += 1;
        let place = place.max(1);
        for known in &mut self.warned {
            if *known == place {
                return false;
            }
            if *known == 0 {
                *known = place;
                return true;
            }
        }
        false
    }

    /// Pose and sensors.
    pub fn senses(&self) -> Senses {
        let [x, y] = self.base.pose();
        let side =
            |side: Side| self.sides[side.index()].last().map_or(0, |&counts| crate::sensing::percent(counts));
        let speed = |side: Side| self.base.wheels[side.index()].speed as i16;
        let pressed = |side: Side| u8::from(self.buttons.is_pressed(side));
        Senses {
            x: x as i32,
            y: y as i32,
            heading: (self.base.heading() * 10.0) as i32,
            left: speed(Side::Left),
            right: speed(Side::Right),
            front: self.front.last().map_or(0, |zones| crate::sensing::ahead(zones, self.floor_seen) as u16),
            left_side: side(Side::Left),
            right_side: side(Side::Right),
            floor: self.floor.last().map_or([0; 3], |raw| self.points.rgb(*raw)),
            buttons: pressed(Side::Left) | pressed(Side::Right) << 1,
            battery: self.charge.map_or(0, |charge| charge.level),
            voltage: self.charge.map_or(0, |charge| charge.voltage),
        }
    }
}
