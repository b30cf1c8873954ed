//! One instruction, in place: fetch, operands, action, results. The order of every access is fixed.

use crate::action::{compute, condition};
use crate::bus::{Bus, Call, HostCall};
use crate::fault::{Cause, Fault, Place, code};
use crate::opcode::{COUNTED, MAX_OPERANDS, Opcode, RMW};
use crate::operand::{immediate, source_address, target_address};
use crate::varint::len_of_head;

/// What an instruction did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signal {
    /// Done; the next one stands at `pc`.
    Next,
    /// Failed, or ended the program: see `code`.
    Stop,
    /// Done; the host wants a pause.
    Pause,
    /// Its host call is not finished.
    Pending,
}

/// Everything one instruction needs while it runs. Lives on the native stack.
pub(crate) struct Step<'b, B> {
    pub(crate) bus: &'b mut B,
    /// Running decode position, after the instruction the next one.
    pub(crate) pc: u32,
    pub(crate) exit_code: i32,
    /// See [`Machine::like_original`](crate::Machine::like_original).
    original: bool,
    /// Address of the instruction.
    pub(crate) start: u32,
    pub(crate) opcode: u8,
    /// Last error, 0 for none.
    pub(crate) code: i32,
    /// First error.
    first: Option<(Place, Cause)>,
    pub(crate) target_count: usize,
    pub(crate) source_count: usize,
    pub(crate) targets: [u32; MAX_OPERANDS],
    pub(crate) sources: [i32; MAX_OPERANDS],
    pub(crate) results: [i32; MAX_OPERANDS],
}

impl<'b, B: Bus> Step<'b, B> {
    #[inline(always)]
    pub(crate) fn new(bus: &'b mut B, pc: u32, exit_code: i32, original: bool) -> Self {
        Self {
            bus,
            pc,
            exit_code,
            original,
            start: pc,
            opcode: 0,
            code: code::OK,
            first: None,
            target_count: 0,
            source_count: 0,
            targets: [0; MAX_OPERANDS],
            sources: [0; MAX_OPERANDS],
            results: [0; MAX_OPERANDS],
        }
    }

    /// The error, after a `Stop` that was no exit.
    #[cold]
    pub(crate) fn fault(&self) -> Fault {
        let (place, cause) = self.first.unwrap_or((Place::Opcode, Cause::UnknownOpcode));
        Fault { pc: self.start, opcode: self.opcode, place, cause, code: self.code }
    }

    /// Records an error. The first one is kept as the cause, the last one as the code.
    #[cold]
    #[inline(never)]
    pub(crate) fn note(&mut self, place: Place, cause: Cause, code: i32) {
        if code != code::OK {
            self.code = code;
            if self.first.is_none() {
                self.first = Some((place, cause));
            }
        }
    }

    /// Records an error of the machine itself and stops the instruction.
    #[cold]
    #[inline(never)]
    fn fail(&mut self, place: Place, cause: Cause) -> Signal {
        self.note(place, cause, cause.code());
        Signal::Stop
    }

    /// The rmw flag, and no target or no source. The original forgets to say so: it ends the
    /// instruction here as if it were done, an earlier error is lost, and error 4 turns into an exit.
    #[cold]
    fn no_first_operand(&mut self) -> Signal {
        if !self.original {
            return self.fail(Place::Source(0), Cause::NoFirstOperand);
        }
        self.first = None;
        if self.code == code::BAD_OPERAND {
            self.code = code::EXIT;
            return Signal::Stop;
        }
        self.code = code::OK;
        self.target_count = 0;
        Signal::Next
    }

    #[inline]
    fn fetch(&mut self, len: u32, place: Place) -> u32 {
        let address = self.pc;
        self.pc = address.wrapping_add(len);
        match self.bus.fetch(address, len) {
            Ok(word) => word,
            Err(error) => {
                self.note(place, Cause::Fetch { address }, error.code);
                error.value
            }
        }
    }

    /// The varint at `pc`.
    fn varint(&mut self, place: Place) -> u64 {
        let address = self.pc;
        let head = self.fetch(1, place) as u8;
        let Some(len) = len_of_head(head) else {
            self.note(place, Cause::BadVarint { address }, code::BAD_VARINT);
            return 0;
        };
        let tail = if len > 1 { self.fetch(len - 1, place) } else { 0 };
        (u64::from(tail) << 8 | u64::from(head)) >> len
    }

    #[inline]
    fn read(&mut self, address: u32, len: u32, place: Place) -> u32 {
        match self.bus.read(address, len) {
            Ok(word) => word,
            Err(error) => {
                self.note(place, Cause::Read { address, len: len as u8 }, error.code);
                error.value
            }
        }
    }

    /// Evaluates the source at `pc`: the value of an immediate, or the `len` bytes in memory.
    #[inline(never)]
    fn source(&mut self, len: u32, place: Place) -> u32 {
        let key = self.varint(place);
        if key & 1 == 0 {
            return immediate(key) & u32::MAX >> (32 - 8 * len);
        }
        let mut address = source_address(key);
        if key & 2 != 0 {
            address = self.indirect(address, place);
        }
        self.read(address, len, place)
    }

    /// Evaluates the target at `pc` to its address.
    #[inline]
    fn target(&mut self, place: Place) -> u32 {
        let key = self.varint(place);
        let address = target_address(key);
        if key & 1 == 0 { address } else { self.indirect(address, place) }
    }

    /// The address that an indirect operand means: the word at `reference` plus the offset at `pc`.
    /// Only offsets that are indirect themselves leave the short path.
    #[inline]
    fn indirect(&mut self, reference: u32, place: Place) -> u32 {
        let base = self.read(reference, 4, place);
        let key = self.varint(place);
        let offset = if key & 1 == 0 {
            immediate(key)
        } else if key & 2 == 0 {
            self.read(source_address(key), 4, place)
        } else {
            self.chain(source_address(key), place)
        };
        base.wrapping_add(offset)
    }

    /// The word that a chain of indirect offsets means, its first reference being decoded.
    ///
    /// Links nest inwards: `mem[a + mem[b + mem[c + 1]]]` reads the words at a, b, c while it decodes,
    /// and from the innermost sum outwards when it is through. The words read on the way in are kept in
    /// a fixed buffer. Of a chain longer than that the outer ones are dropped, and read again when they
    /// are needed: the chain is walked again from marks that halve the part still unknown, so the work
    /// grows with n log n, and the native stack does not grow.
    #[cold]
    #[inline(never)]
    fn chain(&mut self, reference: u32, place: Place) -> u32 {
        let mut bases = [0u32; BUFFER];
        let outermost = Link { index: 0, pc: self.pc, reference };
        let mut link = outermost;
        let mut value;
        loop {
            let base = self.read(link.reference, 4, place);
            if let Some(kept) = bases.get_mut(link.index as usize % BUFFER) {
                *kept = base;
            }
            link.index += 1;
            let key = self.varint(place);
            if key & 1 == 0 {
                value = immediate(key);
                break;
            }
            link.reference = source_address(key);
            if key & 2 == 0 {
                value = self.read(link.reference, 4, place);
                break;
            }
            if link.index == MAX_LINKS {
                self.note(place, Cause::EndlessChain, code::BAD_OPERAND);
                return 0;
            }
        }
        // From here `unknown` counts the links that are not summed up yet, outermost first.
        let mut unknown = link.index;
        let mut known = unknown.min(BUFFER as u32);
        let mut marks = [outermost; MARKS];
        let mut depth = 1;
        loop {
            while known > 0 {
                known -= 1;
                unknown -= 1;
                let base = bases.get(unknown as usize % BUFFER).copied().unwrap_or(0);
                value = self.read(base.wrapping_add(value), 4, place);
            }
            if unknown == 0 {
                return value;
            }
            // `marks` always holds the outermost link, and `depth` never passes its length.
            let mut link = marks.get(depth - 1).copied().unwrap_or(outermost);
            let gap = unknown - link.index;
            if gap > BUFFER as u32 && depth < MARKS {
                for _ in 0..gap / 2 {
                    self.walk(&mut link);
                }
                if let Some(mark) = marks.get_mut(depth) {
                    *mark = link;
                }
                depth += 1;
            } else {
                known = gap;
                while link.index < unknown {
                    let base = self.bus.read(link.reference, 4).unwrap_or_else(|error| error.value);
                    if let Some(kept) = bases.get_mut(link.index as usize % BUFFER) {
                        *kept = base;
                    }
                    self.walk(&mut link);
                }
                depth = (depth - 1).max(1);
            }
        }
    }

    /// Goes one link inwards, over code that was decoded before: quietly.
    fn walk(&mut self, link: &mut Link) {
        let mut read = |pc, len| self.bus.read(pc, len).unwrap_or_else(|error| error.value);
        let head = read(link.pc, 1) as u8;
        let len = len_of_head(head).unwrap_or(1);
        let tail = if len > 1 { read(link.pc.wrapping_add(1), len - 1) } else { 0 };
        link.reference = source_address((u64::from(tail) << 8 | u64::from(head)) >> len);
        link.pc = link.pc.wrapping_add(len);
        link.index += 1;
    }

    /// Executes the instruction at `pc`.
    #[inline(always)]
    pub(crate) fn step(&mut self) -> Signal {
        self.start = self.pc;
        let mut ahead = Ahead::at(self.bus, self.pc);
        self.opcode = match ahead.byte() {
            Some(byte) => byte,
            None => ahead.resync(self, |step| step.fetch(1, Place::Opcode)) as u8,
        };
        self.target_count = 0;
        self.source_count = 0;
        let Some(op) = Opcode::from_number(self.opcode & !RMW) else {
            self.pc = ahead.pc;
            return self.fail(Place::Opcode, Cause::UnknownOpcode);
        };
        let shape = op.shape();

        let mut count = shape.targets();
        if count == COUNTED {
            count = ahead.resync(self, |step| step.source(4, Place::TargetCount));
            if count > MAX_OPERANDS as u32 {
                return self.fail(Place::TargetCount, Cause::BadCount { count });
            }
        }
        for i in 0..count as usize {
            let place = Place::Target(i as u8);
            let address = match ahead.target() {
                Some(address) => address,
                None => ahead.resync(self, |step| step.target(place)),
            };
            if let Some(target) = self.targets.get_mut(i) {
                *target = address;
            }
        }
        self.target_count = count as usize;

        let mut count = shape.sources();
        if count == COUNTED {
            count = ahead.resync(self, |step| step.source(4, Place::SourceCount));
            if count > MAX_OPERANDS as u32 {
                return self.fail(Place::SourceCount, Cause::BadCount { count });
            }
        }
        let len = shape.source_size();
        let mut i = 0;
        if self.opcode & RMW != 0 {
            if self.target_count == 0 || count == 0 {
                self.pc = ahead.pc;
                return self.no_first_operand();
            }
            self.sources[0] = self.read(self.targets[0], len, Place::Source(0)) as i32;
            i = 1;
        }
        while i < count as usize {
            let place = Place::Source(i as u8);
            let word = match ahead.source(self, len, place) {
                Some(word) => word,
                None => ahead.resync(self, |step| step.source(len, place)),
            };
            if let Some(source) = self.sources.get_mut(i) {
                *source = word as i32;
            }
            i += 1;
        }
        self.source_count = count as usize;
        self.pc = ahead.pc;
        if self.code != code::OK {
            return Signal::Stop;
        }
        self.finish(op)
    }

    /// [`Step::step`], out of line.
    #[inline(never)]
    pub(crate) fn step_once(&mut self) -> Signal {
        self.step()
    }

    /// Executes the host call whose operands are evaluated.
    #[inline(never)]
    pub(crate) fn finish_host(&mut self) -> Signal {
        match Opcode::from_number(self.opcode & !RMW) {
            Some(op) => self.finish(op),
            None => self.fail(Place::Opcode, Cause::UnknownOpcode),
        }
    }

    /// Executes `op`, its targets and sources being evaluated and `pc` standing behind it.
    #[inline(always)]
    pub(crate) fn finish(&mut self, op: Opcode) -> Signal {
        let signal = match self.act(op) {
            Ok(signal) => signal,
            Err(cause) => return self.fail(Place::Action, cause),
        };
        if matches!(signal, Signal::Stop | Signal::Pending) {
            return signal;
        }

        let len = op.shape().target_size();
        for i in 0..self.target_count {
            let (Some(&address), Some(&word)) = (self.targets.get(i), self.results.get(i)) else { break };
            if let Err(error) = self.bus.write(address, word as u32, len) {
                self.note(Place::Target(i as u8), Cause::Write { address, len: len as u8 }, error.code);
            }
        }
        if self.code == code::OK { signal } else { Signal::Stop }
    }

    /// Does what the opcode says with `sources`: fills `results`, moves `pc`, calls the host.
    #[inline(always)]
    fn act(&mut self, op: Opcode) -> Result<Signal, Cause> {
        use Opcode::*;
        let [a, b, c, ..] = self.sources;
        let next = self.pc;
        match op {
            Jmp | JmpLnk => {
                self.results[0] = next as i32;
                self.go(a as u32);
            }
            Br | BrLnk => {
                self.results[0] = next as i32;
                self.go(next.wrapping_add_signed(a));
            }
            BrEq | BrNe | BrGt | BrGe | BrGtU | BrGeU => {
                if condition(op, a, b) {
                    self.go(next.wrapping_add_signed(c));
                }
            }
            Exit => {
                self.exit_code = a;
                self.code = code::EXIT;
                return Ok(Signal::Stop);
            }
            Sys | Sys00 | Sys01 | Sys02 | Sys03 | Sys04 | Sys10 | Sys11 | Sys12 | Sys13 | Sys14 | Sys20
            | Sys21 | Sys22 | Sys23 | Sys24 => return self.call(),
            _ => [self.results[0], self.results[1]] = compute(op, &self.sources, self.source_count)?,
        }
        Ok(Signal::Next)
    }

    #[inline(always)]
    fn go(&mut self, pc: u32) {
        self.pc = pc;
        self.bus.moved(pc);
    }

    #[inline(never)]
    fn call(&mut self) -> Result<Signal, Cause> {
        let [func, ..] = self.sources;
        let args = self.sources.get(1..self.source_count).ok_or(Cause::NoSources)?;
        self.results = [0; MAX_OPERANDS];
        let results = &mut self.results;
        match self.bus.call(HostCall { func, args, results, wanted: self.target_count, pc: self.pc }) {
            Ok(Call::Done) => {}
            Ok(Call::Pause) => return Ok(Signal::Pause),
            Ok(Call::Pending) => return Ok(Signal::Pending),
            Ok(Call::Goto(pc)) => self.go(pc),
            Err(code) => {
                self.note(Place::Action, Cause::Call { func }, code);
                if code != code::OK {
                    return Ok(Signal::Stop);
                }
            }
        }
        Ok(Signal::Next)
    }
}

/// Words of a chain that are kept on the way in.
pub(crate) const BUFFER: usize = 64;

/// Links after which a chain counts as endless. Only a bus that yields code without end gets there.
const MAX_LINKS: u32 = 1 << 24;

/// Marks on a chain: enough to halve `MAX_LINKS` down to `BUFFER`.
const MARKS: usize = 20;

/// A place in a chain: the reference of link `index` is decoded, its offset starts at `pc`.
#[derive(Clone, Copy)]
struct Link {
    index: u32,
    pc: u32,
    reference: u32,
}

/// The next bytes of code, taken from a bus that lets the machine peek. Kept in locals: a pc that goes
/// through memory for every operand doubles the time of an instruction.
///
/// It knows immediates and direct memory. For all else, and whenever its bytes run out, it says `None`
/// with nothing read or consumed, and `Step` decodes the operand with all care.
struct Ahead {
    pc: u32,
    /// The bytes at `pc`, the first one lowest.
    raw: u64,
    /// How many there are.
    left: u32,
}

impl Ahead {
    #[inline(always)]
    fn at<B: Bus>(bus: &B, pc: u32) -> Self {
        match bus.peek(pc) {
            Some(raw) => Self { pc, raw, left: 8 },
            None => Self { pc, raw: 0, left: 0 },
        }
    }

    /// Lets `decode` work at this pc, and goes on behind what it consumed.
    #[inline(always)]
    fn resync<B: Bus, T>(&mut self, step: &mut Step<'_, B>, decode: impl FnOnce(&mut Step<'_, B>) -> T) -> T {
        step.pc = self.pc;
        let found = decode(step);
        *self = Self::at(step.bus, step.pc);
        found
    }

    #[inline(always)]
    fn skip(&mut self, len: u32) {
        self.pc = self.pc.wrapping_add(len);
        self.raw >>= 8 * len;
        self.left -= len;
    }

    #[inline(always)]
    fn byte(&mut self) -> Option<u8> {
        if self.left == 0 {
            return None;
        }
        let byte = self.raw as u8;
        self.skip(1);
        Some(byte)
    }

    /// The value of the varint, and its length.
    #[inline(always)]
    fn varint(&self) -> Option<(u64, u32)> {
        let len = self.raw.trailing_zeros() + 1;
        if len > 5 || len > self.left {
            return None;
        }
        Some((self.raw << (64 - 8 * len) >> (64 - 7 * len), len))
    }

    #[inline(always)]
    fn source<B: Bus>(&mut self, step: &mut Step<'_, B>, size: u32, place: Place) -> Option<u32> {
        let (key, len) = self.varint()?;
        let word = match key & 3 {
            0 | 2 => immediate(key) & u32::MAX >> (32 - 8 * size),
            1 => step.read(source_address(key), size, place),
            _ => return None,
        };
        self.skip(len);
        Some(word)
    }

    #[inline(always)]
    fn target(&mut self) -> Option<u32> {
        let (key, len) = self.varint()?;
        if key & 1 != 0 {
            return None;
        }
        self.skip(len);
        Some(target_address(key))
    }
}
