//! A computer with programs on it: processes in turns, each an engine in a block of its own, and a prompt.

use crate::computer::Shared;
use crate::host::Program;
use crate::jobs::{Jobs, SLOTS};
use crate::part::State;
use crate::prompt::Prompt;
use crate::vibe::{Turn, Vibe, turn};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::any::TypeId;
use hognose::{Budget, Control, Engine, Error, Host, LoadError, ModuleDef, Outcome};
use hognose_prompt::State as Doing;

/// Instructions of a turn.
const FUEL: u64 = 50_000;
/// Status of a program that could not be loaded, or that another one ended.
const NOT_LOADED: i32 = -1;
/// Status of a program that was ended by Ctrl-C.
const INTERRUPTED: i32 = 130;
/// Longest wait when there is nothing to do, milliseconds.
const IDLE: u32 = 10;
/// Bytes read from a file at a time.
const PIECE: usize = 4096;

/// What a process is.
enum Kind {
    Script,
    Prompt(Box<Prompt>),
}

/// A process that was loaded.
struct Running {
    pid: i32,
    engine: Engine<'static>,
    control: &'static Control,
    kind: Kind,
    /// Who it waits for.
    child: Option<i32>,
}

/// A host with its control, for use by one process after the other.
type Seat = (&'static mut dyn Host, &'static Control);

/// How a turn ended.
enum Progress {
    Busy,
    Idle(u32),
    Ended(i32),
}

/// A computer with programs on it.
pub struct Machine {
    computer: Shared,
    jobs: Jobs,
    words: usize,
    modules: &'static [&'static ModuleDef],
    running: Vec<Running>,
    /// Blocks and hosts that processes left: they are made once and used again, so that no number of programs fills the memory.
    blocks: Vec<&'static mut [u64]>,
    seats: Vec<Seat>,
    prompts: Vec<Box<Prompt>>,
    fuel: u64,
    /// Statuses of processes that nobody started.
    ended: Vec<(i32, i32)>,
}

impl Machine {
    /// Without processes; each will have a block of that many bytes. `jobs` is what the computer answers to
    /// [`Computer::processes`](crate::Computer::processes) with.
    pub fn new(
        computer: Shared,
        jobs: Jobs,
        bytes: usize,
        modules: &'static [&'static ModuleDef],
    ) -> Machine {
        Machine {
            computer,
            jobs,
            words: bytes / 8,
            modules,
            running: Vec::new(),
            blocks: Vec::new(),
            seats: Vec::new(),
            prompts: Vec::new(),
            fuel: FUEL,
            ended: Vec::new(),
        }
    }

    /// Instructions of a turn, for tests that want the same turns everywhere.
    pub fn set_fuel(&mut self, fuel: u64) {
        self.fuel = fuel.max(1);
    }

    /// Starts a script that nobody waits for: its path and arguments. Its number, None when all slots are in use.
    pub fn start(&mut self, words: &[&str]) -> Option<i32> {
        let words = words.iter().map(|&word| String::from(word)).collect();
        self.jobs.try_borrow_mut().ok()?.add(0, words)
    }

    /// Starts a prompt; its number. None: no slot or no memory is left.
    pub fn start_prompt(&mut self, banner: &str) -> Option<i32> {
        let pid = self.start(&["prompt"])?;
        if let Ok(mut jobs) = self.jobs.try_borrow_mut() {
            jobs.get(pid)?.new = false;
        }
        let (mut engine, control) = self.engine(pid, "")?;
        let _ = engine.set_arguments(&[""]);
        let mut prompt = self.prompts.pop().unwrap_or_else(|| Box::new(Prompt::new(banner)));
        prompt.begin(&mut engine);
        self.running.push(Running { pid, engine, control, kind: Kind::Prompt(prompt), child: None });
        Some(pid)
    }

    /// The status of a process that [`Machine::start`] started, once it has ended.
    pub fn status(&mut self, pid: i32) -> Option<i32> {
        let at = self.ended.iter().position(|(other, _)| *other == pid)?;
        Some(self.ended.swap_remove(at).1)
    }

    /// Is there a process?
    pub fn is_busy(&self) -> bool {
        !self.running.is_empty() || self.jobs.try_borrow_mut().is_ok_and(|mut jobs| jobs.new_one().is_some())
    }

    /// Gives every process a turn, and waits a little when none has anything to do.
    pub fn step(&mut self) {
        if let Ok(mut computer) = self.computer.try_borrow_mut() {
            computer.poll();
        }
        self.load_new();
        self.take_interrupt();
        let mut idle = Some(IDLE);
        for i in 0..self.running.len() {
            let Some(running) = self.running.get_mut(i) else { break };
            let pid = running.pid;
            if let Ok(mut jobs) = self.jobs.try_borrow_mut() {
                if let Some(entry) = jobs.get(pid).filter(|entry| entry.status.is_none()) {
                    entry.state = State::Running;
                }
            }
            let progress = running.advance(self.computer, self.fuel);
            let state = match progress {
                Progress::Busy => {
                    idle = None;
                    State::Ready
                }
                Progress::Idle(ms) => {
                    idle = idle.map(|idle| idle.min(ms));
                    State::Blocked
                }
                Progress::Ended(status) => {
                    idle = None;
                    if let Ok(mut jobs) = self.jobs.try_borrow_mut() {
                        jobs.end(pid, status);
                    }
                    self.note(pid, status);
                    continue;
                }
            };
            if let Ok(mut jobs) = self.jobs.try_borrow_mut() {
                if let Some(entry) = jobs.get(pid).filter(|entry| entry.status.is_none()) {
                    entry.state = state;
                }
            }
        }
        self.remove_ended();
        if let (Some(ms), Ok(mut computer)) = (idle, self.computer.try_borrow_mut()) {
            computer.idle(ms);
        }
    }

    fn note(&mut self, pid: i32, status: i32) {
        if self.ended.len() >= SLOTS {
            self.ended.remove(0);
        }
        self.ended.push((pid, status));
    }

    /// Ctrl-C goes to the program in front: the first one, or who it waits for.
    fn take_interrupt(&mut self) {
        let Some(mut front) = self.running.first() else { return };
        for _ in 0..SLOTS {
            let child =
                front.child.and_then(|child| self.running.iter().find(|running| running.pid == child));
            match child {
                Some(child) => front = child,
                None => break,
            }
        }
        if matches!(&front.kind, Kind::Prompt(prompt) if prompt.is_typing()) {
            return;
        }
        let Ok(mut computer) = self.computer.try_borrow_mut() else { return };
        if computer.keyboard().is_some_and(|keyboard| keyboard.take_interrupt()) {
            front.control.interrupt();
        }
    }

    fn load_new(&mut self) {
        loop {
            let (pid, words) = {
                let Ok(mut jobs) = self.jobs.try_borrow_mut() else { return };
                let Some(entry) = jobs.new_one() else { return };
                entry.new = false;
                (entry.pid, entry.words.clone())
            };
            if let Err(status) = self.load(pid, &words) {
                if let Ok(mut jobs) = self.jobs.try_borrow_mut() {
                    jobs.end(pid, status);
                }
                self.note(pid, status);
            }
        }
    }

    fn print(&self, text: &str) {
        if let Ok(mut computer) = self.computer.try_borrow_mut() {
            computer.print(2, text.as_bytes());
        }
    }

    /// The bytes of a file, without CR.
    fn read(&self, path: &str) -> Option<Vec<u8>> {
        let mut computer = self.computer.try_borrow_mut().ok()?;
        let disk = computer.files()?;
        if disk.stat(path)?.folder {
            return None;
        }
        let mut text = Vec::new();
        let mut piece = vec![0; PIECE];
        let mut at = 0;
        loop {
            let n = disk.read(path, at, &mut piece)?;
            if n == 0 {
                text.retain(|&byte| byte != b'\r');
                return Some(text);
            }
            text.extend_from_slice(piece.get(..n)?);
            at += n as u64;
        }
    }

    fn load(&mut self, pid: i32, words: &[String]) -> Result<(), i32> {
        let path = words.first().map_or("", String::as_str);
        let Some(text) = self.read(path) else {
            self.print(&alloc::format!("hognose: cannot open {path}\n"));
            return Err(NOT_LOADED);
        };
        let folder =
            path.rsplit_once('/').map_or("", |(folder, _)| if folder.is_empty() { "/" } else { folder });
        let Some((mut engine, control)) = self.engine(pid, folder) else {
            self.print("hognose: no memory for another program\n");
            return Err(NOT_LOADED);
        };
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let loaded = engine.set_arguments(&words).and_then(|()| engine.load_source_bytes(&text, path));
        if let Err(error) = loaded {
            match error {
                Error::Raised | Error::Load(LoadError::Source(_)) => {
                    engine.report();
                }
                error => self.print(&alloc::format!("hognose: {path}: {error}\n")),
            }
            self.give_back(engine, control);
            return Err(1);
        }
        self.running.push(Running { pid, engine, control, kind: Kind::Script, child: None });
        Ok(())
    }

    fn engine(&mut self, pid: i32, folder: &str) -> Option<(Engine<'static>, &'static Control)> {
        let (host, control) = match self.seats.pop() {
            Some((host, control)) => {
                let program = host.state_of(TypeId::of::<Program>())?.downcast_mut::<Program>()?;
                *program = Program::new(self.computer, pid, folder, control);
                (host, control)
            }
            None => {
                let control: &'static Control = Box::leak(Box::new(Control::new()));
                let host: &'static mut dyn Host =
                    Box::leak(Box::new(Program::new(self.computer, pid, folder, control)));
                (host, control)
            }
        };
        control.clear();
        let block = self.blocks.pop().unwrap_or_else(|| Box::leak(vec![0u64; self.words].into_boxed_slice()));
        let mut engine = Engine::with_modules(block, self.modules).ok()?;
        engine.set_host(host);
        engine.set_control(control);
        Some((engine, control))
    }

    fn give_back(&mut self, mut engine: Engine<'static>, control: &'static Control) {
        engine.stop();
        engine.flush_files();
        let computer = self.computer;
        let _ = engine.vm().with_host::<Vibe, _>(|vibe, vm| {
            if let Ok(mut computer) = computer.try_borrow_mut() {
                vibe.leave(&mut *computer, vm);
            }
            Ok(())
        });
        let _ = engine.vm().with_host::<Program, _>(|program, _| {
            program.close_files();
            Ok(())
        });
        if let Some(host) = engine.vm().take_host() {
            self.seats.push((host, control));
        }
        self.blocks.push(engine.into_block());
    }

    fn remove_ended(&mut self) {
        let mut i = 0;
        while let Some(running) = self.running.get(i) {
            let over = self.jobs.try_borrow_mut().is_ok_and(|mut jobs| jobs.is_over(running.pid));
            if over {
                let Running { pid, engine, control, kind, .. } = self.running.remove(i);
                self.give_back(engine, control);
                if let Kind::Prompt(prompt) = kind {
                    self.prompts.push(prompt);
                }
                // Another process ended it.
                if !self.ended.iter().any(|(other, _)| *other == pid) {
                    self.note(pid, NOT_LOADED);
                }
            } else {
                i += 1;
            }
        }
    }
}

impl Running {
    fn advance(&mut self, computer: Shared, fuel: u64) -> Progress {
        let outcome = match &mut self.kind {
            Kind::Script => self.engine.run(Budget::fuel(fuel)),
            Kind::Prompt(prompt) => loop {
                match prompt.step(&mut self.engine, self.control, fuel) {
                    Doing::Idle => {
                        let key = computer
                            .try_borrow_mut()
                            .ok()
                            .and_then(|mut computer| computer.keyboard()?.key());
                        match key {
                            Some(key) => prompt.key(key),
                            None => return Progress::Idle(IDLE),
                        }
                    }
                    Doing::Left(status) => return Progress::Ended(status.into()),
                    Doing::Waiting => break Outcome::Waiting,
                    Doing::Busy | Doing::Reset => break Outcome::Spent,
                }
            },
        };
        let turn = turn(&mut self.engine, outcome);
        self.child = self.engine.vm().with_host::<Vibe, _>(|vibe, _| Ok(vibe.awaited())).unwrap_or(None);
        match (outcome, turn) {
            (_, Turn::Exited(status)) => Progress::Ended(status),
            (Outcome::Finished, _) => Progress::Ended(0),
            (Outcome::Failed, _) => {
                let interrupted = &*self.engine.result().type_name() == b"KeyboardInterrupt";
                let status = self.engine.report();
                Progress::Ended(if interrupted { INTERRUPTED } else { status.into() })
            }
            (Outcome::Stopped, _) | (Outcome::Waiting, Turn::Strange) => Progress::Ended(NOT_LOADED),
            (Outcome::Waiting, Turn::Yielded) => Progress::Idle(IDLE),
            (Outcome::Waiting, Turn::Waiting(ms)) => Progress::Idle(ms),
            _ => Progress::Busy,
        }
    }
}
