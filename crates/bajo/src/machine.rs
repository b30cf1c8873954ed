//! The machine: its state, and running it in place.

use crate::bus::Bus;
use crate::fault::{Cause, Fault, Place, code};
use crate::opcode::{MAX_OPERANDS, Opcode};
use crate::step::{Signal, Step};
use crate::trace::{Event, Trace};

/// Why `run` returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The program ended itself, with this exit code.
    Finished(i32),
    /// The budget is spent. `run` goes on.
    Spent,
    /// The host or the trace asked for a pause. `run` goes on.
    Paused,
    /// This host function is not finished: [`Machine::answer`] it, then `run` goes on.
    Waiting(i32),
    /// An instruction failed. `run` would go on behind it.
    Failed(Fault),
}

/// The whole state of a program, apart from its memory: 64 bytes that may be copied at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Machine {
    pub(crate) spent: u64,
    pub(crate) pc: u32,
    pub(crate) exit_code: i32,
    /// Address of the instruction that waits for the host.
    start: u32,
    /// Host function that it waits for.
    func: i32,
    /// Where the results will go.
    targets: [u32; MAX_OPERANDS],
    /// How many; `IDLE` when nothing waits.
    target_count: u8,
    /// First byte of the waiting instruction.
    opcode: u8,
    original: bool,
}

/// In `Machine::target_count`: no host call is open.
const IDLE: u8 = 0xff;

/// Length of a state written by [`Machine::to_bytes`].
pub const STATE_LEN: usize = 59;

impl Machine {
    /// A machine about to execute the instruction at `pc`.
    #[must_use]
    pub const fn new(pc: u32) -> Self {
        Self::with_exit_code(pc, 0)
    }

    /// The same with an exit code that an earlier run left.
    #[must_use]
    pub const fn with_exit_code(pc: u32, exit_code: i32) -> Self {
        Self {
            spent: 0,
            pc,
            exit_code,
            start: 0,
            func: 0,
            targets: [0; MAX_OPERANDS],
            target_count: IDLE,
            opcode: 0,
            original: false,
        }
    }

    /// The same machine, but an instruction with the rmw flag and no target or no source does nothing,
    /// without an error, as in the C original. Its sources are not skipped: their bytes are executed
    /// next. Otherwise this is error 4. No assembler produces such code.
    #[must_use]
    pub const fn like_original(mut self) -> Self {
        self.original = true;
        self
    }

    pub(crate) const fn is_original(&self) -> bool {
        self.original
    }

    /// Address of the next instruction. After a failure: the byte after the last one decoded.
    #[must_use]
    pub const fn pc(&self) -> u32 {
        self.pc
    }

    /// Lets the program go on elsewhere. An open host call is forgotten.
    pub fn set_pc(&mut self, pc: u32) {
        self.pc = pc;
        self.target_count = IDLE;
    }

    /// Exit code of the last `Exit`, 0 before.
    #[must_use]
    pub const fn exit_code(&self) -> i32 {
        self.exit_code
    }

    /// Instructions executed so far: those that failed or ended the program count too.
    #[must_use]
    pub const fn spent(&self) -> u64 {
        self.spent
    }

    /// The host function that the program waits for.
    #[must_use]
    pub const fn waiting(&self) -> Option<i32> {
        if self.target_count == IDLE { None } else { Some(self.func) }
    }

    /// Executes at most `budget` instructions, in place.
    #[inline]
    pub fn run<B: Bus>(&mut self, bus: &mut B, budget: u64) -> Outcome {
        self.run_traced(bus, budget, &mut ())
    }

    /// The same, and shows every instruction to `trace`.
    pub fn run_traced<B: Bus, T: Trace>(&mut self, bus: &mut B, budget: u64, trace: &mut T) -> Outcome {
        if let Some(func) = self.waiting() {
            return Outcome::Waiting(func);
        }
        let mut step = Step::new(bus, self.pc, self.exit_code, self.original);
        let mut left = budget;
        let outcome = loop {
            if left == 0 {
                break Outcome::Spent;
            }
            left -= 1;
            let signal = step.step();
            let mut go_on = true;
            if T::ON {
                go_on = show(&step, signal, trace);
            }
            if signal == Signal::Next && go_on {
                continue;
            }
            break self.outcome(&step, signal);
        };
        self.pc = step.pc;
        self.exit_code = step.exit_code;
        self.spent = self.spent.wrapping_add(budget - left);
        outcome
    }

    /// Executes one instruction.
    pub fn step<B: Bus>(&mut self, bus: &mut B) -> Outcome {
        self.run(bus, 1)
    }

    /// What a signal means to the caller of `run`; opens the host call of a pending one.
    #[cold]
    #[inline(never)]
    pub(crate) fn outcome<B: Bus>(&mut self, step: &Step<'_, B>, signal: Signal) -> Outcome {
        match signal {
            Signal::Next | Signal::Pause => Outcome::Paused,
            Signal::Stop if step.code == code::EXIT => Outcome::Finished(step.exit_code),
            Signal::Stop => Outcome::Failed(step.fault()),
            Signal::Pending => {
                self.start = step.start;
                self.opcode = step.opcode;
                self.func = step.sources[0];
                self.targets = step.targets;
                self.target_count = step.target_count as u8;
                Outcome::Waiting(self.func)
            }
        }
    }

    /// Finishes the host call that the program waits for: writes `results` to its targets. Missing
    /// ones are 0, surplus ones are ignored. Does nothing when no call is open.
    ///
    /// # Errors
    /// When a target cannot be written. The others are, and the program would go on behind the call.
    pub fn answer<B: Bus>(&mut self, bus: &mut B, results: &[i32]) -> Result<(), Fault> {
        let count = if self.target_count == IDLE { 0 } else { usize::from(self.target_count) };
        self.target_count = IDLE;
        let mut fault: Option<Fault> = None;
        for (i, &address) in self.targets.iter().enumerate().take(count) {
            let word = results.get(i).copied().unwrap_or(0);
            let written = bus.write(address, word as u32, 4);
            if let Some(error) = written.err().filter(|error| error.code != code::OK) {
                let cause = Cause::Write { address, len: 4 };
                let (start, opcode) = (self.start, self.opcode);
                let new = Fault { pc: start, opcode, place: Place::Target(i as u8), cause, code: error.code };
                fault = Some(Fault { code: error.code, ..fault.unwrap_or(new) });
            }
        }
        fault.map_or(Ok(()), Err)
    }

    /// Lets the host call that the program waits for fail: no target is written, the program would go
    /// on behind the call. The error to report, `None` when no call is open.
    pub fn refuse(&mut self, code: i32) -> Option<Fault> {
        let func = self.waiting()?;
        self.target_count = IDLE;
        let cause = Cause::Call { func };
        Some(Fault { pc: self.start, opcode: self.opcode, place: Place::Action, cause, code })
    }

    /// The state as bytes, the same on every machine.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; STATE_LEN] {
        let mut bytes = [0; STATE_LEN];
        bytes[0..8].copy_from_slice(&self.spent.to_le_bytes());
        bytes[8..12].copy_from_slice(&self.pc.to_le_bytes());
        bytes[12..16].copy_from_slice(&self.exit_code.to_le_bytes());
        bytes[16..20].copy_from_slice(&self.start.to_le_bytes());
        bytes[20..24].copy_from_slice(&self.func.to_le_bytes());
        for (to, from) in bytes[24..56].chunks_exact_mut(4).zip(self.targets) {
            to.copy_from_slice(&from.to_le_bytes());
        }
        bytes[56] = self.target_count;
        bytes[57] = self.opcode;
        bytes[58] = u8::from(self.original);
        bytes
    }

    /// A state that [`Machine::to_bytes`] wrote. `None` when the bytes cannot be one; every state that
    /// is accepted is safe to run.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; STATE_LEN]) -> Option<Self> {
        let word = |at: usize| {
            let mut word = [0; 4];
            word.copy_from_slice(&bytes[at..at + 4]);
            u32::from_le_bytes(word)
        };
        let target_count = bytes[56];
        if (target_count != IDLE && usize::from(target_count) > MAX_OPERANDS) || bytes[58] > 1 {
            return None;
        }
        let mut targets = [0; MAX_OPERANDS];
        for (i, target) in targets.iter_mut().enumerate() {
            *target = word(24 + 4 * i);
        }
        Some(Self {
            spent: u64::from(word(0)) | u64::from(word(4)) << 32,
            pc: word(8),
            exit_code: word(12) as i32,
            start: word(16),
            func: word(20) as i32,
            targets,
            target_count,
            opcode: bytes[57],
            original: bytes[58] != 0,
        })
    }
}

fn show<B: Bus, T: Trace>(step: &Step<'_, B>, signal: Signal, trace: &mut T) -> bool {
    let fault = (signal == Signal::Stop && step.code != code::EXIT).then(|| step.fault());
    let written = if matches!(signal, Signal::Next | Signal::Pause) { step.target_count } else { 0 };
    trace.instruction(&Event {
        pc: step.start,
        next: step.pc,
        op: Opcode::from_number(step.opcode & !crate::opcode::RMW),
        sources: step.sources.get(..step.source_count).unwrap_or(&[]),
        targets: step.targets.get(..step.target_count).unwrap_or(&[]),
        results: step.results.get(..written).unwrap_or(&[]),
        fault: fault.as_ref(),
    })
}
