//! The supervisor: one program at a time, from its upload to the safe state after its end.

mod end;
mod tell;
mod upload;

pub(crate) use upload::storage;

use crate::gear::Gear;
use crate::limits::Bounds;
use crate::note::{Failure, Note, Notes};
use crate::program::{Library, Program, Refused, Slice, Source};
use crate::setting::Setting;
use crate::store::{Entry, Store};
use crate::{Equipment, Millis, Owner, Signal};
use embedded_storage::nor_flash::NorFlash;
use hognose::ModuleDef;
use hognose_link::{Line, NakCode, Refusal, State, StopReason};

/// How a device runs programs.
#[derive(Clone, Copy)]
pub struct Config<'m> {
    /// Built-in modules of Python programs: those of the library and those of the equipment.
    pub modules: &'m [&'static ModuleDef],
    /// The part of the library written in Python: `hognose::FROZEN`, or `hognose::CORE` for small machines.
    pub frozen: &'static [u8],
    /// Instructions in one step: as many as take a millisecond or so.
    pub slice: u64,
}

impl<'m> Config<'m> {
    /// With these modules, the whole library, and 1000 instructions in a step.
    pub const fn new(modules: &'m [&'static ModuleDef]) -> Config<'m> {
        Config { modules, frozen: hognose::FROZEN, slice: 1000 }
    }
}

/// Instructions that showing an error may take.
const REPORT: u64 = 500_000;
/// Host calls and output are counted over so many ms.
const WINDOW: Millis = 100;
/// Output that nobody takes holds a program up for so many ms.
const PATIENCE: Millis = 3000;
/// A program that runs is looked after at least every so many ms: less than its watchdog allows.
const BEAT: Millis = 50;
/// Longest way to the safe state, ms.
const STOPPING: Millis = 100;

/// Instructions between two looks at output and calls: what they can write fits the room that is kept for it.
const PIECE: u64 = 64;

/// One run of a program.
#[derive(Clone, Copy, Debug)]
struct Run {
    entry: Option<Entry>,
    crc: u32,
    bounds: Bounds,
    began: Millis,
    /// How long it was paused so far.
    frozen: Millis,
    paused: Option<Millis>,
    /// When the window began in which calls and output are counted.
    window: Millis,
    /// Since when output waits to be taken.
    blocked: Option<Millis>,
}

/// A device: owns a program's life over both engines, and leaves the equipment safe at its every end.
///
/// It does nothing by itself: call [`Device::step`] with the time, and again when it says. It never waits. The link drives it as
/// its [`hognose_link::Runtime`]; [`Device::publish`] tells the link what happened.
///
/// ```
/// # use hognose_device::{flash::*, store::*, *};
/// # fn run<E: Equipment + 'static>(equipment: E, modules: &'static [&'static hognose::ModuleDef]) -> Result<(), StoreError> {
/// let mut block = vec![0u64; 8 * 1024];
/// let mut flash = vec![0u8; 6 * SECTOR];
/// let mut gear = Gear::new(equipment);
/// let store = Store::open(MemoryFlash::new(&mut flash), 8192)?;
/// let mut device = Device::new(&mut block, &mut gear, store, Config::new(modules));
/// let mut now = 0;
/// device.boot(now);
/// while now < 1000 {
///     // A super-loop sleeps until then, or until something comes over the link; so does a thread, and a task of an executor
///     // awaits a timer. Bytes of the link go to `Hub::receive(.., &mut device)` in between.
///     let next = device.step(now);
///     while let Some(note) = device.note() {
///         println!("{note:?}");
///     }
///     now = next.max(now + 1);
/// }
/// # Ok(())
/// # }
/// ```
pub struct Device<'m, E, F> {
    gear: Option<&'m mut Gear<E>>,
    program: Program<'m>,
    pub(crate) store: Store<F>,
    config: Config<'m>,
    state: State,
    reason: StopReason,
    pub(crate) now: Millis,
    run: Option<Run>,
    /// How long the last program ran, and what it used.
    last: (Millis, u64, usize),
    notes: Notes,
    failure: Option<Failure>,
    emergency: bool,
    fault: bool,
    tethered: bool,
    stopping: Millis,
    pub(crate) staging: Option<Bounds>,
    pub(crate) status_due: bool,
    pub(crate) next_status: Millis,
    pub(crate) next_reading: Millis,
    pub(crate) nonces: u64,
    /// When something happened last.
    pub(crate) active: Millis,
}

impl<'m, E: Equipment + 'static, F: NorFlash> Device<'m, E, F> {
    /// A device whose programs get that block. Engines borrow the gear while they run, so it lies beside the device.
    pub fn new(block: &'m mut [u64], gear: &'m mut Gear<E>, store: Store<F>, config: Config<'m>) -> Self {
        let state = if store.program().is_some() { State::Ready } else { State::Empty };
        Device {
            gear: Some(gear),
            program: Program::Empty(block),
            store,
            config,
            state,
            reason: StopReason::None,
            now: 0,
            run: None,
            last: (0, 0, 0),
            notes: Notes::new(),
            failure: None,
            emergency: false,
            fault: false,
            tethered: false,
            stopping: 0,
            staging: None,
            status_due: true,
            next_status: 0,
            next_reading: 0,
            nonces: 0,
            active: 0,
        }
    }

    /// The device was switched on: the safe state, and then the program that is set to start by itself.
    pub fn boot(&mut self, now: Millis) {
        self.now = now;
        self.gear_mut().equipment.poll(now);
        self.gear_mut().equipment.make_safe(now, "");
        self.attend();
        if self.store.program().is_some_and(|program| program.autostart) {
            // Why it cannot start now is said; a button or a host may start it later.
            if self.start().is_err() {
                self.notes.push(Note::Warning("the program could not start by itself"));
            }
        }
    }

    pub(crate) fn gear_mut(&mut self) -> &mut Gear<E> {
        match self.gear.as_deref_mut() {
            Some(gear) => gear,
            None => unreachable!("engines have it only while they run"),
        }
    }

    pub(crate) fn gear_ref(&self) -> &Gear<E> {
        match self.gear.as_deref() {
            Some(gear) => gear,
            None => unreachable!("engines have it only while they run"),
        }
    }

    /// The equipment.
    pub fn equipment(&mut self) -> &mut E {
        &mut self.gear_mut().equipment
    }

    /// The store.
    pub fn store(&mut self) -> &mut Store<F> {
        &mut self.store
    }

    /// State of the lifecycle.
    pub const fn state(&self) -> State {
        self.state
    }

    /// Why the last program ended.
    pub const fn reason(&self) -> StopReason {
        self.reason
    }

    /// How the last program failed, or which limit ended it. Kept until the next one starts.
    pub const fn failure(&self) -> Option<&Failure> {
        self.failure.as_ref()
    }

    /// The oldest note that nobody took. [`Device::publish`] takes them too.
    pub fn note(&mut self) -> Option<Note> {
        self.notes.pop()
    }

    /// Output of programs that nobody took, the oldest first, as much as lies in one piece.
    pub fn output(&self) -> &[u8] {
        self.gear_ref().console.peek()
    }

    /// So many bytes of [`Device::output`] were taken.
    pub fn taken(&mut self, count: usize) {
        if count > 0 {
            if let Some(run) = &mut self.run {
                run.blocked = None;
            }
        }
        self.gear_mut().console.take(count);
    }

    /// Input for the program.
    ///
    /// # Errors
    /// When there is no room for it: the room that there is.
    pub fn input(&mut self, bytes: &[u8]) -> Result<(), usize> {
        self.gear_mut().put_input(bytes)
    }

    /// Seeds the nonces of keyed carriers: with something that is different at every start, best from a source of randomness.
    pub fn seed(&mut self, seed: u64) {
        self.nonces ^= seed;
    }

    // Time

    /// Does everything that is due, and runs the program a little. Gives when it wants to be called next: `now` when the program
    /// could go on at once.
    pub fn step(&mut self, now: Millis) -> Millis {
        self.now = self.now.max(now);
        let now = self.now;
        let mut next = self.gear_mut().equipment.poll(now);
        self.attend();
        if self.state == State::Stopping {
            self.end_stopping();
        }
        if self.state == State::Running {
            next = next.min(self.advance()).min(now + BEAT);
            self.attend();
        }
        if self.state == State::Stopping {
            next = next.min(now + 1);
        }
        next
    }

    /// The program's own time: it stands still in a pause.
    fn program_time(&self) -> Millis {
        self.run.map_or(0, |run| run.paused.unwrap_or(self.now).saturating_sub(run.began + run.frozen))
    }

    /// Runs a slice of the program; when it could go on.
    fn advance(&mut self) -> Millis {
        let (now, time) = (self.now, self.program_time());
        let Some(run) = &mut self.run else { return Millis::MAX };
        let bounds = run.bounds;
        let Some(gear) = self.gear.as_deref_mut() else { return now };
        gear.time = time;
        // Watchdog of the equipment: this slice is looked after.
        gear.equipment.alive(now);
        if bounds.run_time != 0 && time >= Millis::from(bounds.run_time) {
            return self.exceed(
                StopReason::TimeLimit,
                format_args!("it ran {time} ms, allowed are {}", bounds.run_time),
            );
        }
        let steps = self.program.steps();
        if bounds.steps != 0 && steps >= bounds.steps {
            return self.exceed(
                StopReason::StepLimit,
                format_args!("it ran {steps} instructions, allowed are {}", bounds.steps),
            );
        }
        // Calls and output above their rate wait for the next window.
        if time >= run.window + WINDOW {
            // What was too much in one window counts in the next ones.
            let windows = u32::try_from((time - run.window) / WINDOW).unwrap_or(u32::MAX);
            run.window = time - time % WINDOW;
            gear.calls = gear.calls.saturating_sub(quota(bounds.host_calls).saturating_mul(windows));
            gear.written = gear.written.saturating_sub(quota(bounds.console).saturating_mul(windows));
        }
        if over(gear, &bounds) {
            return now + (run.window + WINDOW - time);
        }
        // Output that is not taken holds the program up, but not for ever.
        if gear.console.is_full() {
            let since = *run.blocked.get_or_insert(now);
            if now < since + PATIENCE {
                return now + 5;
            }
        } else {
            run.blocked = None;
        }
        while let Some(handler) = gear.equipment.dropped() {
            self.program.release(handler);
        }
        if !gear.in_handler {
            if let Some(handler) = gear.equipment.event() {
                gear.in_handler = true;
                if !self.program.call(&mut self.gear, handler) {
                    let gear = self.gear_mut();
                    gear.in_handler = false;
                    gear.equipment.event_done();
                }
            }
        }
        let Some(gear) = self.gear.as_deref_mut() else { return now };
        if self.program.is_waiting() {
            let answer = match gear.sleep_end() {
                Some(end) if time >= end => {
                    gear.sleeps[usize::from(gear.in_handler)] = None;
                    Some(Ok(crate::Value::None))
                }
                Some(_) => None,
                None => gear.equipment.answer(),
            };
            match answer {
                Some(answer) => self.program.answer(&mut self.gear, answer),
                None => return self.gear_ref().sleep_end().map_or(Millis::MAX, |end| now + (end - time)),
            }
        }
        let left = if bounds.steps == 0 { u64::MAX } else { bounds.steps - steps };
        match self.pieces(self.config.slice.min(left), &bounds) {
            Slice::Goes => now,
            // What it waits for may be there already.
            Slice::Waits => {
                self.gear_ref().sleep_end().map_or(now + 1, |end| now + end.saturating_sub(time).max(1))
            }
            Slice::Handled => {
                let gear = self.gear_mut();
                gear.sleeps[1] = None;
                gear.in_handler = false;
                gear.equipment.event_done();
                now
            }
            Slice::Finished => {
                self.shut_down(StopReason::Finished, "finished");
                now
            }
            Slice::Failed => {
                self.fail();
                now
            }
            Slice::Stopped => {
                self.shut_down(StopReason::Host, StopReason::Host.text());
                now
            }
        }
    }

    /// Runs on within that much fuel, as long as output and calls keep their rates.
    fn pieces(&mut self, fuel: u64, bounds: &Bounds) -> Slice {
        let end = self.program.steps().saturating_add(fuel);
        loop {
            let left = end.saturating_sub(self.program.steps());
            let slice = self.program.run(&mut self.gear, left.min(PIECE));
            let gear = self.gear_ref();
            if slice != Slice::Goes || left <= PIECE || gear.console.is_full() || over(gear, bounds) {
                return slice;
            }
        }
    }

    /// Does what the equipment asks for.
    fn attend(&mut self) {
        while let Some(signal) = self.gear_mut().equipment.signal() {
            match signal {
                Signal::ButtonPressed => {
                    self.notes.push(Note::Button(true));
                    self.active = self.now;
                    self.button();
                }
                Signal::ButtonReleased(_) => self.notes.push(Note::Button(false)),
                Signal::StopRequested => {
                    let reason = Line::from(self.gear_ref().equipment.stop_reason());
                    let text = reason.as_str();
                    self.shut_down(StopReason::Finished, if text.is_empty() { "finished" } else { text });
                }
                Signal::Stalled => self.notes.push(Note::Stalled),
                Signal::BatteryLow => {
                    let level = self.gear_ref().equipment.senses().battery;
                    self.notes.push(Note::Battery(level));
                }
                Signal::BatteryCritical => {
                    let level = self.gear_ref().equipment.senses().battery;
                    self.notes.push(Note::Battery(level));
                    self.shut_down(StopReason::LowBattery, StopReason::LowBattery.text());
                }
                Signal::BrownOut => self.break_down(StopReason::LowBattery, "voltage broke down"),
                Signal::Tilted => self.shut_down(StopReason::Tilted, StopReason::Tilted.text()),
                Signal::RemoteLost => {
                    let now = self.now;
                    self.gear_mut().equipment.release(now, Owner::Remote);
                    self.notes.push(Note::Warning("remote drive fell silent: motors stopped"));
                }
                Signal::Watchdog => self.shut_down(StopReason::Watchdog, StopReason::Watchdog.text()),
                Signal::Tethered(on) => {
                    self.tethered = on;
                    self.status_due = true;
                    if on && self.drives() && self.gear_ref().equipment.refusal().is_some() {
                        self.shut_down(StopReason::Tethered, StopReason::Tethered.text());
                    }
                }
                Signal::Broken(part) => self.break_down(StopReason::Error, part),
            }
        }
    }

    /// May the device go to sleep? Nothing runs, and for as long as [`Setting::SleepAfter`] says nobody pressed the button or sent
    /// a command. What sleep is, the port knows; a press of the button or a byte on the link should end it.
    pub fn may_sleep(&self) -> bool {
        let after = self.store.setting(Setting::SleepAfter);
        let rests = matches!(self.state, State::Empty | State::Ready | State::Fault);
        rests && after > 0 && self.now >= self.active.saturating_add(after as Millis)
    }

    /// Does the program that runs use the motors?
    fn drives(&self) -> bool {
        let motors = self.gear_ref().equipment.grant("motors").unwrap_or(0);
        self.run.is_some_and(|run| run.entry.is_some_and(|entry| entry.uses & motors != 0))
    }

    fn button(&mut self) {
        match self.state {
            State::Running | State::Paused => self.shut_down(StopReason::Button, StopReason::Button.text()),
            State::WaitingStart => self.launch_or_warn(),
            State::Ready if self.store.setting(Setting::ButtonStarts) != 0 => self.launch_or_warn(),
            _ => {}
        }
    }

    fn launch_or_warn(&mut self) {
        if self.may_start().and_then(|entry| self.launch(entry)).is_err() {
            self.notes.push(Note::Warning("the program cannot start now"));
        }
    }

    // Commands

    fn go(&mut self, to: State, reason: StopReason) {
        if self.state != to {
            self.notes.push(Note::State { from: self.state, to, reason });
            self.state = to;
            self.status_due = true;
            self.active = self.now;
        }
    }

    fn busy(&self) -> Refusal {
        Refusal::say(NakCode::Busy, 0, format_args!("busy, the device is {}", self.state))
    }

    /// What has to be so that the program may start; the program.
    fn may_start(&self) -> Result<Entry, Refusal> {
        if self.fault {
            return Err(Refusal::say(
                NakCode::Fault,
                0,
                format_args!("the device has a fault: clear it first"),
            ));
        }
        if self.emergency {
            return Err(Refusal::say(NakCode::Fault, 0, format_args!("emergency stop: clear it first")));
        }
        let entry = *self.store.program().ok_or_else(|| Refusal::new(NakCode::NoProgram))?;
        let equipment = &self.gear_ref().equipment;
        let motors = equipment.grant("motors").unwrap_or(0);
        if entry.uses & motors != 0 {
            if let Some(why) = equipment.refusal() {
                let (code, value) = match why {
                    _ if self.tethered => (NakCode::Tethered, 0),
                    "low battery" => (NakCode::LowBattery, equipment.senses().battery.into()),
                    _ => (NakCode::Fault, 0),
                };
                return Err(Refusal::say(code, value, format_args!("{why}")));
            }
        }
        Ok(entry)
    }

    /// Starts the program that is stored, or arms the gate for it.
    ///
    /// # Errors
    /// Why not, see the table of commands in the documentation of the crate.
    pub fn start(&mut self) -> Result<(), Refusal> {
        match self.state {
            State::Running | State::WaitingStart => Ok(()),
            State::Paused => self.resume(),
            State::Stopping => Err(self.busy()),
            State::Empty if !self.fault && !self.emergency => Err(Refusal::new(NakCode::NoProgram)),
            State::Empty | State::Ready | State::Fault => {
                let entry = self.may_start()?;
                if self.store.setting(Setting::StartGate) != 0 {
                    self.go(State::WaitingStart, StopReason::None);
                    return Ok(());
                }
                self.launch(entry)
            }
        }
    }

    fn launch(&mut self, entry: Entry) -> Result<(), Refusal> {
        let bounds = self.bounds(&entry.limits)?;
        let grants = entry.grants & self.granted();
        self.load(Some(entry), None, &bounds, grants)?;
        self.begin(Some(entry), entry.crc, bounds, grants);
        Ok(())
    }

    /// Runs a program that is built in, as a demonstration: a program that runs is stopped for it.
    ///
    /// # Errors
    /// When the image is refused, or the device must not move.
    pub fn demonstrate(&mut self, image: &'static [u8]) -> Result<(), Refusal> {
        if self.fault || self.emergency {
            return Err(Refusal::new(NakCode::Fault));
        }
        self.shut_down(StopReason::Demo, StopReason::Demo.text());
        self.settle();
        let bounds = self.bounds(&hognose_link::Limits::default())?;
        self.load(None, Some(image), &bounds, u32::MAX)?;
        self.begin(None, hognose_link::crc::crc32(image), bounds, u32::MAX);
        Ok(())
    }

    fn begin(&mut self, entry: Option<Entry>, crc: u32, bounds: Bounds, grants: u32) {
        let now = self.now;
        let gear = self.gear_mut();
        gear.clear();
        gear.time = 0;
        gear.barred = false;
        gear.equipment.begin(now, grants);
        gear.equipment.alive(now);
        self.run =
            Some(Run { entry, crc, bounds, began: now, frozen: 0, paused: None, window: 0, blocked: None });
        self.failure = None;
        self.reason = StopReason::None;
        self.go(State::Running, StopReason::None);
    }

    /// The limits of a program here.
    pub(crate) fn bounds(&self, limits: &hognose_link::Limits) -> Result<Bounds, Refusal> {
        let bounds = Bounds::new(limits, |setting| self.store.setting(setting)).map_err(|high| {
            let (name, asked, allowed) = (high.name, high.asked, high.allowed);
            Refusal::say(
                NakCode::LimitTooHigh,
                allowed,
                format_args!("limit {name} of {asked}, this device allows {allowed}"),
            )
        })?;
        let block = u32::try_from(self.program.block_len()).unwrap_or(u32::MAX);
        if limits.memory > block {
            return Err(Refusal::say(
                NakCode::LimitTooHigh,
                block,
                format_args!("limit memory of {}, this device has {block}", limits.memory),
            ));
        }
        Ok(bounds)
    }

    /// The grants that this device gives.
    pub(crate) fn granted(&self) -> u32 {
        self.store.setting(Setting::Grants) as u32
    }

    /// Puts the program of that entry, or a built-in one, into the block; the grants that it uses.
    pub(crate) fn load(
        &mut self,
        entry: Option<Entry>,
        image: Option<&'static [u8]>,
        bounds: &Bounds,
        grants: u32,
    ) -> Result<u32, Refusal> {
        let library = Library { modules: self.config.modules, frozen: self.config.frozen };
        let Some(gear) = self.gear.as_deref() else { return Ok(0) };
        let source = match (entry, image) {
            (Some(entry), _) => Source::Stored(&mut self.store, entry),
            (None, image) => Source::Fixed(image.unwrap_or(&[])),
        };
        let size = bounds.memory;
        match self.program.load(source, bounds, grants, library, &gear.equipment) {
            Ok(uses) => Ok(uses.grants),
            Err(Refused::Image(at, text)) => Err(Refusal { code: NakCode::BadImage, value: at, text }),
            Err(Refused::Grant(text)) => Err(Refusal { code: NakCode::NotGranted, value: 0, text }),
            Err(Refused::Memory) => {
                let block = self.program.block_len() as u32;
                let have = if size == 0 { block } else { size.min(block) };
                Err(Refusal::say(
                    NakCode::TooLarge,
                    have,
                    format_args!("the program does not fit into {have} bytes of memory"),
                ))
            }
        }
    }

    /// Freezes program, clock and motion.
    ///
    /// # Errors
    /// When there is no program.
    pub fn pause(&mut self) -> Result<(), Refusal> {
        match self.state {
            State::Empty => Err(Refusal::new(NakCode::NoProgram)),
            State::Running => {
                let now = self.now;
                self.gear_mut().equipment.pause(now);
                if let Some(run) = &mut self.run {
                    run.paused = Some(now);
                }
                self.go(State::Paused, StopReason::None);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Goes on where [`Device::pause`] stopped.
    ///
    /// # Errors
    /// When nothing is paused.
    pub fn resume(&mut self) -> Result<(), Refusal> {
        match self.state {
            State::Running => Ok(()),
            State::Paused => {
                let now = self.now;
                if let Some(run) = &mut self.run {
                    run.frozen += run.paused.take().map_or(0, |since| now - since);
                }
                self.gear_mut().equipment.resume(now);
                self.go(State::Running, StopReason::None);
                Ok(())
            }
            _ => Err(Refusal::new(NakCode::NotPaused)),
        }
    }

    /// Stops what runs, and whoever drives. It cannot fail, and may be called at any time.
    pub fn stop(&mut self, reason: StopReason) {
        let now = self.now;
        if self.state == State::WaitingStart {
            self.go(State::Ready, reason);
        }
        if self.run.is_some() {
            self.shut_down(reason, reason.text());
        } else {
            self.gear_mut().equipment.make_safe(now, reason.text());
        }
        self.gear_mut().equipment.release(now, Owner::Remote);
    }

    /// Stops, and bars the actuators until [`Device::clear`].
    pub fn emergency(&mut self) {
        self.stop(StopReason::Emergency);
        let now = self.now;
        self.emergency = true;
        self.status_due = true;
        // Nobody is stronger.
        let _ = self.gear_mut().equipment.claim(now, Owner::Stop);
    }

    /// Clears a fault or an emergency stop.
    pub fn clear(&mut self) {
        let now = self.now;
        if self.emergency {
            self.emergency = false;
            self.gear_mut().equipment.release(now, Owner::Stop);
        }
        if self.fault {
            self.fault = false;
            self.gear_mut().equipment.clear_fault();
        }
        if self.state == State::Fault {
            let to = self.resting();
            self.go(to, StopReason::None);
        }
    }

    /// Deletes the program; stops it first.
    ///
    /// # Errors
    /// When the flash fails.
    pub fn delete(&mut self) -> Result<(), Refusal> {
        self.stop(StopReason::Host);
        self.settle();
        if self.store.program().is_some() {
            self.store.delete().map_err(|error| storage(&error))?;
            self.notes.push(Note::Deleted);
        }
        if self.state == State::Ready {
            self.go(State::Empty, StopReason::None);
        }
        Ok(())
    }
}

/// What a rate allows in one window.
fn quota(rate: u16) -> u32 {
    (u32::from(rate) * WINDOW as u32 / 1000).max(1)
}

/// Were there more calls or more output than in a window may be?
fn over<E>(gear: &Gear<E>, bounds: &Bounds) -> bool {
    let over = |count: u32, rate: u16| rate != 0 && count >= quota(rate);
    over(gear.calls, bounds.host_calls) || over(gear.written, bounds.console)
}
