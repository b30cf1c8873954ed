//! What a supervisor needs of the machine it looks after: the seam between programs and things that move.

use crate::{Millis, Owner, Value};
use core::any::{Any, TypeId};
use hognose::{Handle, Raise};

/// Everything on a device that a program can reach: actuators, sensors, lights, sound, clock.
///
/// The supervisor owns the life of a program, the equipment owns the things. Nothing here waits, and nothing needs an engine:
/// [`Equipment::make_safe`] works whatever the program does.
///
/// ```text
/// power on      poll ...
/// start         begin ── run a slice of the engine ── alive ── poll ── run ...
///   waits       answer gives Some: hand it to the engine       (engine says that it waits: run nothing before)
///   event       event gives Some: call that handle             (only while no handler runs; event_done after it)
/// pause         pause ── poll ... ── resume
/// any end       stop the engine ── make_safe ── poll ...
/// ```
///
/// Times are those of one clock, which the caller has: the equipment has none. `poll` may be called more often than needed, and
/// late; what was due is done then.
pub trait Equipment {
    /// Does what is due at `now`: control of the motors, sensors, lights, sound, watchdog. Gives when it wants to be called
    /// next, never before `now` + 1.
    fn poll(&mut self, now: Millis) -> Millis;

    // The life of a program

    /// A program begins: everything to its defaults, from a safe state. `grants` has a bit for each part that the program may
    /// use ([`Equipment::grant`]).
    fn begin(&mut self, now: Millis, grants: u32);

    /// Freezes the program's clock and its motion: motors hold, sound is silent, lights stay as they are. Does nothing when
    /// paused.
    fn pause(&mut self, now: Millis);

    /// Goes on where [`Equipment::pause`] stopped: the rest of a move is driven, waits last as long as they still had to.
    fn resume(&mut self, now: Millis);

    /// The safe state, at once and in this order: motors, sound, lights, display (shows `reason`), sensors, what the program had
    /// claimed. It never waits and never fails; calling it again changes nothing. Ends the program as far as the equipment
    /// knows it.
    fn make_safe(&mut self, now: Millis, reason: &str);

    /// Are motors, sound and lights off and nothing claimed?
    fn is_safe(&self) -> bool;

    /// The engine shows that it lives. When it does not for 100 ms while a program runs, the equipment goes to its safe state
    /// by itself and says [`Signal::Watchdog`].
    fn alive(&mut self, now: Millis);

    // What a program waits for

    /// The answer of the host function that the program waits for, once it is there. Each is given once.
    fn answer(&mut self) -> Option<Result<Value, Raise>>;

    /// A handler of the program to call for an event that happened, without arguments. None while a handler runs.
    fn event(&mut self) -> Option<Handle>;

    /// The handler that [`Equipment::event`] gave has returned.
    fn event_done(&mut self);

    /// A handler that is not needed any more: release it.
    fn dropped(&mut self) -> Option<Handle>;

    /// The next thing that the supervisor should know, oldest first.
    fn signal(&mut self) -> Option<Signal>;

    /// Why the program asked to be stopped ([`Signal::StopRequested`]), as it said; at most 40 bytes.
    fn stop_reason(&self) -> &str;

    // Who drives

    /// Who has the actuators.
    fn owner(&self) -> Owner;

    /// Takes the actuators, from a weaker owner too; what that one did is stopped. The error is the owner that has them.
    fn claim(&mut self, now: Millis, owner: Owner) -> Result<(), Owner>;

    /// Gives the actuators back; motors brake. Does nothing when that owner does not have them.
    fn release(&mut self, now: Millis, owner: Owner);

    /// Drives by hand: mm/s forward, degrees/s clockwise, until the next call. Without one for 500 ms the motors stop. The error
    /// is the owner that has the actuators.
    fn drive(&mut self, now: Millis, speed: i16, turn: i16) -> Result<(), Owner>;

    // What it is

    /// The module that Python programs import it by.
    fn module(&self) -> &'static str;

    /// The grants that a function of Bajo programs needs; None: there is no such function.
    fn function(&self, number: i32) -> Option<u32>;

    /// The negative code that stands for an exception in Bajo programs.
    fn code(&self, raise: &Raise) -> i32;

    /// The bit of a part in grants, by the name that programs import; None: there is no such part.
    fn grant(&self, name: &str) -> Option<u32>;

    /// Pose and sensors, for telemetry.
    fn senses(&self) -> Senses;

    /// May motors be driven by the program that is there: is a cable on, is the battery good? None when they may.
    fn refusal(&self) -> Option<&'static str>;

    /// What was broken was repaired.
    fn clear_fault(&mut self);

    /// How often something was limited since the program began: speeds, brightness, sounds.
    fn limited(&self) -> u32;

    /// Something was limited at that place of the program: true when that is to be said, which it is once a place.
    fn warn(&mut self, place: u32) -> bool;

    // Engines

    /// The state behind the modules of the equipment, for `Host::state_of`.
    fn state_of(&mut self, part: TypeId) -> Option<&mut dyn Any>;

    /// A call of a Bajo program. `Call::Pending`: the answer comes by [`Equipment::answer`].
    ///
    /// # Errors
    /// A negative code, see the table of the functions.
    fn call(&mut self, call: bajo::HostCall<'_>, memory: &mut bajo::Memory<'_>) -> Result<bajo::Call, i32>;
}

/// What equipment tells the supervisor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// The start/stop button was pressed.
    ButtonPressed,
    /// It was let go, after so many milliseconds.
    ButtonReleased(u32),
    /// The program asks to be stopped; see the reason that it gave.
    StopRequested,
    /// A wheel did not turn although it was told to; the move was ended.
    Stalled,
    /// The battery is low: a warning.
    BatteryLow,
    /// The battery is empty: stop.
    BatteryCritical,
    /// The voltage broke down.
    BrownOut,
    /// The machine lies on its side or was lifted.
    Tilted,
    /// Remote drive fell silent; the motors were stopped.
    RemoteLost,
    /// The engine did not report for too long; the equipment is in its safe state.
    Watchdog,
    /// A cable was put on (true) or taken off.
    Tethered(bool),
    /// A part of the hardware does not work.
    Broken(&'static str),
}

/// Pose and sensors at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Senses {
    /// Position by odometry since the program began, mm, to the right.
    pub x: i32,
    /// Position by odometry, mm, ahead as it stood then.
    pub y: i32,
    /// Heading, tenths of a degree, clockwise positive.
    pub heading: i32,
    /// Speed of the left wheel, mm/s.
    pub left: i16,
    /// Speed of the right wheel, mm/s.
    pub right: i16,
    /// Distance to what is in front, mm; 2000 for nothing, 0 when the sensor is off.
    pub front: u16,
    /// Proximity left, 0 to 100.
    pub left_side: u8,
    /// Proximity right, 0 to 100.
    pub right_side: u8,
    /// Colour of the floor: red, green, blue.
    pub floor: [u8; 3],
    /// Buttons, bit 0 left, bit 1 right.
    pub buttons: u8,
    /// Charge of the battery, percent.
    pub battery: u8,
    /// Voltage of the battery, mV.
    pub voltage: u16,
}
