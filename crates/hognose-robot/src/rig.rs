//! A robot with its hardware: equipment that a supervisor looks after.

use crate::hardware::Hardware;
use crate::limits::Settings;
use crate::part;
use crate::robot::Robot;
use core::any::{Any, TypeId};
use hognose::{Handle, Raise};
use hognose_device::{Equipment, Millis, Owner, Senses, Signal, Value};

/// A robot and its hardware.
pub struct Rig<H> {
    /// The robot.
    pub robot: Robot,
    /// Its hardware.
    pub hardware: H,
}

impl<H: Hardware> Rig<H> {
    /// A robot on that hardware.
    pub fn new(hardware: H, settings: Settings) -> Rig<H> {
        Rig { robot: Robot::new(hardware.calibration(), settings), hardware }
    }
}

impl<H: Hardware> Equipment for Rig<H> {
    fn poll(&mut self, now: Millis) -> Millis {
        self.robot.poll(now, &mut self.hardware)
    }

    fn begin(&mut self, now: Millis, grants: u32) {
        self.robot.begin(now, grants);
    }

    fn pause(&mut self, now: Millis) {
        self.robot.pause(now);
    }

    fn resume(&mut self, now: Millis) {
        self.robot.resume(now);
    }

    fn make_safe(&mut self, now: Millis, reason: &str) {
        self.robot.make_safe(now, reason, &mut self.hardware);
    }

    fn is_safe(&self) -> bool {
        self.robot.is_safe()
    }

    fn alive(&mut self, now: Millis) {
        self.robot.alive(now);
    }

    fn answer(&mut self) -> Option<Result<Value, Raise>> {
        self.robot.take_answer()
    }

    fn event(&mut self) -> Option<Handle> {
        self.robot.take_event()
    }

    fn event_done(&mut self) {
        self.robot.event_done();
    }

    fn dropped(&mut self) -> Option<Handle> {
        self.robot.take_dropped()
    }

    fn signal(&mut self) -> Option<Signal> {
        self.robot.take_signal()
    }

    fn stop_reason(&self) -> &str {
        self.robot.stop_reason()
    }

    fn owner(&self) -> Owner {
        self.robot.owner()
    }

    fn claim(&mut self, now: Millis, owner: Owner) -> Result<(), Owner> {
        self.robot.claim(now, owner)
    }

    fn release(&mut self, now: Millis, owner: Owner) {
        self.robot.release(now, owner);
    }

    fn drive(&mut self, now: Millis, speed: i16, turn: i16) -> Result<(), Owner> {
        self.robot.remote(now, speed, turn)
    }

    fn module(&self) -> &'static str {
        "robot"
    }

    fn function(&self, number: i32) -> Option<u32> {
        let entry = crate::words::TABLE.iter().find(|entry| entry.number == number)?;
        let part = entry.name.split('.').next().unwrap_or("");
        Some(part::grant(part).unwrap_or(0))
    }

    fn code(&self, raise: &Raise) -> i32 {
        crate::words::code(raise)
    }

    fn grant(&self, name: &str) -> Option<u32> {
        part::grant(name)
    }

    fn senses(&self) -> Senses {
        self.robot.senses()
    }

    fn refusal(&self) -> Option<&'static str> {
        self.robot.refusal()
    }

    fn clear_fault(&mut self) {
        self.robot.clear_fault();
    }

    fn limited(&self) -> u32 {
        self.robot.limited()
    }

    fn warn(&mut self, place: u32) -> bool {
        self.robot.warn_once(place)
    }

    fn state_of(&mut self, part: TypeId) -> Option<&mut dyn Any> {
        (part == TypeId::of::<Robot>()).then_some(&mut self.robot as &mut dyn Any)
    }

    fn call(&mut self, call: bajo::HostCall<'_>, memory: &mut bajo::Memory<'_>) -> Result<bajo::Call, i32> {
        crate::words::call(&mut self.robot, call, memory)
    }
}
