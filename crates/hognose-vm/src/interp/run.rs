//! The loop. Hot instructions are here, whole; all others are one call away.
//!
//! State lives in locals: the block, the pc, the frame, the fuel. Whatever leaves the loop's own arms puts pc and fuel back
//! first and loads everything again afterwards, since objects (code too) may have moved and the frame may be another.

use super::frame::{self, Cont};
use super::generator;
use super::lookup::{self, Use};
use crate::heap::header::{aux, kind_byte};
use crate::heap::{Kind, Root};
use crate::lower::op::{self, a, b, bc, c, cs, s};
use crate::native::Trap;
use crate::object::code::CODE_RAW;
use crate::object::dict::{Place, place};
use crate::object::function::{F_CODE, F_GLOBALS};
use crate::object::generator::{G_PC, State};
use crate::object::grown::home;
use crate::object::string::ASCII;
use crate::types::Type;
use crate::value::{NARROW, Value};
use crate::vm::{Exit, FRAME, Vm};

const LIST: u8 = Kind::List as u8;
const TUPLE: u8 = Kind::Tuple as u8;
const INSTANCE: u8 = Kind::Instance as u8;
const FUNCTION: u8 = Kind::Function as u8;
const ITER: u8 = Kind::Iter as u8;
const CELL: u8 = Kind::Cell as u8;
const DICT: u8 = Kind::Dict as u8;
const GENERATOR: u8 = Kind::Generator as u8;
const SET: u8 = Kind::Set as u8;
const FROZENSET: u8 = Kind::FrozenSet as u8;
const STR: u8 = Kind::Str as u8;
const BYTES: u8 = Kind::Bytes as u8;
const BYTEARRAY: u8 = Kind::ByteArray as u8;
const KEY_MASK: u64 = 0xFFFF_FFFF_0000_00FF;
/// Bits of a header that tell a built-in type: the kind, and the type of kinds that many types share.
pub(crate) const TYPE_MASK: u64 = 0xFFFF_00FF;
/// Cached slot of an attribute: this plus the word of the object.
pub(crate) const SLOT: u64 = 0xFFFD << 48 | 1 << 32;
/// The part of a cache key that changes with every change of a class.
#[inline(always)]
pub(crate) const fn epoch_bits(epoch: u32) -> u64 {
    ((epoch & 0xFF_FFFF) << 8) as u64
}

/// The bits of the numbers of instructions.
const NUMBERS: u8 = 127;
/// An index that may be one. On small machines no block has more words than these bits say, and knowing that makes one
/// comparison of two where several words are taken.
#[inline(always)]
const fn within(at: usize) -> usize {
    if NARROW { at & 0x1FFF_FFFF } else { at }
}

/// How far the counter of the loop lags behind the next instruction while one runs: what takes fewer registers, 2 % of the
/// instructions of a loop on a Cortex-M3, 17 % on x86-64 the other way round.
const LAG: usize = NARROW as usize;

/// Numbers of comparisons in the instructions.
const EQUAL: u8 = 2;
const UNEQUAL: u8 = 3;

#[inline(always)]
fn compare_ints(op: u8, x: i64, y: i64) -> bool {
    match op {
        0 => x < y,
        1 => x <= y,
        2 => x == y,
        3 => x != y,
        4 => x > y,
        _ => x >= y,
    }
}

#[inline(always)]
fn compare_floats(op: u8, x: f64, y: f64) -> bool {
    match op {
        0 => x < y,
        1 => x <= y,
        2 => x == y,
        3 => x != y,
        4 => x > y,
        _ => x >= y,
    }
}

/// Two inline integers or floats as floats. Inline integers have at most 48 bits, so they are exact.
#[inline(always)]
fn reals(x: u64, y: u64) -> Option<(f64, f64)> {
    let real = |word: u64| {
        let value = Value(word);
        if value.is_int() { Some(value.raw_int() as f64) } else { value.as_float() }
    };
    Some((real(x)?, real(y)?))
}

/// Arithmetic of an instruction whose operands are floats, or a float and an integer, for machines where that takes calls
/// anyway: those would cost the loop registers. Is it done?
#[inline(never)]
fn soft_arithmetic(mem: &mut [u64], regs: usize, w: u64) -> bool {
    let read = |i: usize| mem.get(regs + i).copied();
    let (Some(x), Some(y)) = (read(b(w)), read(c(w))) else { return false };
    let y = match w as u8 {
        op::ADDI | op::SUBI => Value::int(c(w) as u16 as i16 as i64).0,
        _ => y,
    };
    let (x, y) = if Value(x).is_float() && Value(y).is_float() {
        (f64::from_bits(x), f64::from_bits(y))
    } else if let Some(both) = reals(x, y) {
        both
    } else {
        return false;
    };
    let result = match w as u8 {
        op::ADD | op::ADDI => x + y,
        op::SUB | op::SUBI => x - y,
        op::MUL => x * y,
        op::TRUEDIV if y != 0.0 => x / y,
        _ => return false,
    };
    match mem.get_mut(regs + a(w)) {
        Some(place) => *place = Value::float(result).0,
        None => return false,
    }
    true
}

/// A comparison of floats; one function for all instructions where it takes calls anyway.
#[inline(never)]
fn soft_compare(op: u8, x: f64, y: f64) -> bool {
    compare_floats(op, x, y)
}

#[inline(always)]
fn compare_reals(op: u8, x: f64, y: f64) -> bool {
    if NARROW { soft_compare(op, x, y) } else { compare_floats(op, x, y) }
}

impl Vm<'_> {
    /// Runs until the program ends, the budget is spent, or the host is needed.
    pub(crate) fn execute(&mut self) -> Exit {
        self.running = true;
        let exit = self.steps();
        self.settle_fuel();
        self.running = false;
        exit
    }

    fn steps(&mut self) -> Exit {
        loop {
            if self.returned || !self.runs() {
                self.returned = false;
                return Exit::Finished;
            }
            let trap = match self.inner() {
                Ok(exit) => return exit,
                Err(trap) => trap,
            };
            match trap {
                Trap::Raised => {
                    if let Err(exit) = self.unwind() {
                        return exit;
                    }
                }
                Trap::Pending => return Exit::Pending,
                Trap::Again => {
                    // The whole instruction runs again, carriers of its call are made anew.
                    while self.has_frames() && self.frame_flags(self.heap.floor) & super::frame::CARRIER != 0
                    {
                        self.pop_frame();
                    }
                    self.pc -= 1;
                    if self.fuel < 0 {
                        if let Some(exit) = self.next_slice() {
                            return exit;
                        }
                    }
                }
                Trap::Call | Trap::Resume => {
                    let _ = self.raise(Type::SystemError, "a native asked for a call where none can be made");
                    if let Err(exit) = self.unwind() {
                        return exit;
                    }
                }
            }
        }
    }

    #[inline(never)]
    fn inner(&mut self) -> Result<Exit, Trap> {
        'reload: loop {
            if self.returned || !self.runs() {
                self.returned = false;
                return Ok(Exit::Finished);
            }
            // Jumps and calls outside the loop only charge; this is where they are seen.
            if self.fuel < 0 {
                if let Some(exit) = self.next_slice() {
                    return Ok(exit);
                }
            }
            // Registers of the youngest frame.
            let mut regs = self.heap.floor + FRAME;
            let mut code = self.code_base();
            let mut pc = code + self.pc - LAG;
            // What the machine counts fast; the rest of it stays behind.
            let mut fuel = self.fuel.clamp(-(1 << 30), 1 << 30) as isize;
            self.fuel -= fuel as i64;
            let epoch = epoch_bits(self.epoch);
            let mem: &mut [u64] = &mut *self.heap.mem;

            macro_rules! reg {
                ($i:expr) => {
                    mem[regs + $i]
                };
            }
            // Puts the loop's locals where all others look for them.
            macro_rules! settle {
                () => {
                    self.pc = pc + LAG - code;
                    self.heap.floor = regs - FRAME;
                    self.fuel += fuel as i64;
                };
            }
            // Leaves the loop's locals, runs an operation, and comes back to the top.
            macro_rules! leave {
                ($e:expr) => {{
                    settle!();
                    $e?;
                    continue 'reload;
                }};
            }
            macro_rules! slow {
                ($w:expr) => {
                    leave!(self.operation($w))
                };
            }
            macro_rules! jump {
                ($rel:expr) => {{
                    let rel = $rel as isize;
                    pc = (pc as isize + rel) as usize;
                    if rel < 0 {
                        fuel += rel;
                        if fuel < 0 {
                            settle!();
                            if let Some(exit) = self.next_slice() {
                                return Ok(exit);
                            }
                            continue 'reload;
                        }
                    }
                }};
            }
            // The sum or difference of two inline integers as one, if it is.
            macro_rules! sum {
                ($x:expr, $y:expr, $checked:ident, $wrapping:ident) => {{
                    if NARROW {
                        let r = Value($x).raw_int().$wrapping(Value($y).raw_int());
                        if Value::fits(r) { Some(Value::int(r).0) } else { None }
                    } else {
                        // Shifted up by 16 the 48-bit integers overflow exactly when the result needs more than 48 bits.
                        (($x << 16) as i64).$checked(($y << 16) as i64).map(|r| (r as u64) >> 16 | 0xFFFF << 48)
                    }
                }};
            }
            macro_rules! arithmetic {
                ($w:expr, $checked:ident, $wrapping:ident, $float:tt) => {{
                    let w = $w;
                    let (x, y) = (reg!(b(w)), reg!(c(w)));
                    if Value(x & y).is_int() {
                        if let Some(r) = sum!(x, y, $checked, $wrapping) {
                            reg!(a(w)) = r;
                        } else {
                            slow!(w)
                        }
                    } else if NARROW {
                        if !soft_arithmetic(mem, regs, w) {
                            slow!(w)
                        }
                    } else if Value(x).is_float() && Value(y).is_float() {
                        reg!(a(w)) = Value::float(f64::from_bits(x) $float f64::from_bits(y)).0;
                    } else if let Some((m, n)) = reals(x, y) {
                        reg!(a(w)) = Value::float(m $float n).0;
                    } else {
                        slow!(w)
                    }
                }};
            }

            // The sum or difference of an integer or float and a small integer.
            macro_rules! shift {
                ($w:expr, $checked:ident, $wrapping:ident, $float:tt) => {{
                    let w = $w;
                    let (x, n) = (reg!(b(w)), c(w) as u16 as i16 as i64);
                    if Value(x).is_int() {
                        if let Some(r) = sum!(x, n as u64, $checked, $wrapping) {
                            reg!(a(w)) = r;
                        } else {
                            slow!(w)
                        }
                    } else if NARROW {
                        if !soft_arithmetic(mem, regs, w) {
                            slow!(w)
                        }
                    } else if Value(x).is_float() {
                        reg!(a(w)) = Value::float(f64::from_bits(x) $float n as f64).0;
                    } else {
                        slow!(w)
                    }
                }};
            }
            // Leaves that block when a comparison of integers is what the instruction jumps at. Each comparison branches by
            // itself; that something is not less is that it is greater or equal.
            macro_rules! compare_and {
                ($w:expr, $x:expr, $y:expr, $taken:lifetime) => {{
                    let (x, y): (i64, i64) = ($x, $y);
                    match s($w) & 31 {
                        16 | 5 => {
                            if x < y {
                                break $taken;
                            }
                        }
                        17 | 4 => {
                            if x <= y {
                                break $taken;
                            }
                        }
                        18 | 3 => {
                            if x == y {
                                break $taken;
                            }
                        }
                        19 | 2 => {
                            if x != y {
                                break $taken;
                            }
                        }
                        20 | 1 => {
                            if x > y {
                                break $taken;
                            }
                        }
                        _ => {
                            if x >= y {
                                break $taken;
                            }
                        }
                    }
                }};
            }

            // Another shape than the last one at this place: was it looked up lately? The cache then holds it.
            macro_rules! recall {
                ($cache:expr, $key:expr, $head:expr, $use:expr) => {
                    $head as u8 == INSTANCE && {
                        let table = self.heap.roots[Root::Lookups as usize];
                        let word = lookup::recall(mem, table, $key, mem[$cache], $use);
                        if word != Value::NULL.0 {
                            mem[$cache + 1] = $key;
                            mem[$cache + 2] = word;
                        }
                        word != Value::NULL.0
                    }
                };
            }
            // Goes on in a generator, with a value as the result of its `yield`.
            macro_rules! enter {
                ($enter:path, $at:expr, $value:expr, $cont:expr, $dst:expr, $w:expr) => {{
                    let (at, value) = ($at, $value);
                    let limit = self.heap.limit.max(self.heap.top);
                    let handled = self.heap.roots[Root::Handled as usize];
                    let meta = frame::meta($cont, frame::GENERATOR_FRAME, $dst as u16);
                    let is_fresh = mem[at + 1] as u32 == State::Created as u32;
                    if self.depth >= self.depth_limit {
                        slow!($w)
                    }
                    match $enter(mem, at, regs - FRAME, limit, (pc + LAG - code) as u64, meta, handled) {
                        Some(fp) => {
                            regs = fp + FRAME;
                            self.depth += 1;
                            code = Value(mem[Value(mem[fp + 2]).offset() + F_CODE]).offset();
                            pc = code + mem[at + G_PC] as usize - LAG;
                            if !is_fresh {
                                let w = mem[pc + LAG];
                                let to = if w as u8 == op::YFROM { a(w) + 1 } else { a(mem[pc + LAG - 1]) };
                                reg!(to) = value.0;
                            }
                            fuel -= generator::RESUME_COST;
                            if fuel < 0 {
                                settle!();
                                if let Some(exit) = self.next_slice() {
                                    return Ok(exit);
                                }
                                continue 'reload;
                            }
                            continue;
                        }
                        None => slow!($w),
                    }
                }};
            }

            'next: loop {
                pc += LAG;
                let w = mem[pc];
                pc += 1 - LAG;
                // Every number of 7 bits has an arm, so that the jump needs no look at the range.
                let number = w as u8 & NUMBERS;
                match number {
                    op::MOVE => reg!(a(w)) = reg!(b(w)),
                    op::LOADK => reg!(a(w)) = mem[code + CODE_RAW + bc(w) as usize],
                    op::LOADI => reg!(a(w)) = Value::int(bc(w) as i32 as i64).0,
                    op::LOADS => reg!(a(w)) = 0xFFFD << 48 | b(w) as u64,
                    op::CHECK => {
                        if reg!(a(w)) == Value::UNBOUND.0 {
                            slow!(w)
                        }
                    }
                    op::LOADCELL => {
                        let cell = Value(reg!(b(w))).offset();
                        let value = mem[cell + 1];
                        if value == Value::UNBOUND.0 || mem[cell] as u8 != CELL {
                            slow!(w)
                        }
                        reg!(a(w)) = value;
                    }
                    op::STORECELL => {
                        let cell = Value(reg!(a(w))).offset();
                        if mem[cell] as u8 != CELL {
                            slow!(w)
                        }
                        mem[cell + 1] = reg!(b(w));
                    }
                    op::LOADGLOBAL => {
                        // Parts of objects are taken as slices of known length: one bounds check for several loads.
                        let cache = within(code + bc(w) as usize);
                        let function = Value(mem[regs + 2 - FRAME]).offset();
                        let globals = within(Value(mem[function + F_GLOBALS]).offset());
                        if let (Some(cache), Some(dict)) =
                            (mem.get(cache + 1..cache + 3), mem.get(globals + 2..globals + 4))
                        {
                            if (dict[0] >> 32) as u32 == cache[0] as u32 {
                                let cached = Value(cache[1]);
                                if cached.is_int() {
                                    reg!(a(w)) =
                                        mem[Value(dict[1]).offset() + 3 + 2 * cached.0 as u32 as usize];
                                    continue;
                                }
                                // The stamp of a dict that nobody watches is that of an empty cache.
                                if cache[0] as u32 != 0 {
                                    reg!(a(w)) = cached.0;
                                    continue;
                                }
                            }
                        }
                        slow!(w)
                    }
                    op::STOREGLOBAL => {
                        let cache = within(code + bc(w) as usize);
                        let function = Value(mem[regs + 2 - FRAME]).offset();
                        let globals = within(Value(mem[function + F_GLOBALS]).offset());
                        if let (Some(cache), Some(dict)) =
                            (mem.get(cache + 1..cache + 3), mem.get(globals + 2..globals + 4))
                        {
                            if (dict[0] >> 32) as u32 == cache[0] as u32 && cache[0] as u32 != 0 {
                                let place = Value(dict[1]).offset() + 3 + 2 * cache[1] as u32 as usize;
                                mem[place] = reg!(a(w));
                                continue;
                            }
                        }
                        slow!(w)
                    }
                    op::LOADATTR => {
                        let object = Value(reg!(b(w)));
                        let cache = code + cs(w);
                        if object.is_object() {
                            let head = mem[object.offset()];
                            let key = (head & KEY_MASK) | epoch;
                            if key == mem[cache + 1] || recall!(cache, key, head, Use::Load) {
                                let mut value = mem[cache + 2];
                                if value >> 32 == SLOT >> 32 {
                                    // Instances of one shape differ in how many slots are inside them.
                                    let word = value as u32 as usize;
                                    value = if word < (head >> 16) as u16 as usize {
                                        mem[object.offset() + word]
                                    } else {
                                        Value::NULL.0
                                    };
                                }
                                if value != Value::NULL.0 {
                                    reg!(a(w)) = value;
                                    continue;
                                }
                            }
                        }
                        slow!(w)
                    }
                    op::STOREATTR => {
                        let object = Value(reg!(a(w)));
                        let cache = code + cs(w);
                        let at = object.offset();
                        if !object.is_object() {
                            slow!(w)
                        }
                        let head = mem[at];
                        let key = (head & KEY_MASK) | epoch;
                        if key == mem[cache + 1] || recall!(cache, key, head, Use::Store) {
                            let cached = mem[cache + 2];
                            if cached >> 32 == SLOT >> 32 {
                                let word = cached as u32 as usize;
                                if word < (mem[at] >> 16) as u16 as usize {
                                    mem[at + word] = reg!(b(w));
                                } else {
                                    slow!(w)
                                }
                            } else {
                                // A known new attribute: the shape that has it, whose last slot it is.
                                let shape = Value(cached).offset();
                                let word = mem[shape + 2] as usize + 3;
                                if word < (mem[at] >> 16) as u16 as usize {
                                    mem[at + word] = reg!(b(w));
                                    mem[at] = mem[at] & 0xFFFF_FFFF | (shape as u64) << 32;
                                } else {
                                    slow!(w)
                                }
                            }
                        } else {
                            slow!(w)
                        }
                    }
                    op::LOADMETHOD => {
                        let object = Value(reg!(b(w)));
                        let cache = code + cs(w);
                        if object.is_object() {
                            let head = mem[object.offset()];
                            let key = if head as u8 == INSTANCE {
                                (head & KEY_MASK) | epoch
                            } else {
                                head & TYPE_MASK
                            };
                            if key == mem[cache + 1] || recall!(cache, key, head, Use::Method) {
                                let value = mem[cache + 2];
                                reg!(a(w) + 1) = object.0;
                                reg!(a(w)) = value;
                                continue;
                            }
                        } else if object.is_short_str() && mem[cache + 1] == Kind::Str as u64 {
                            // Short strings are no objects, but have the methods of those that are.
                            let value = mem[cache + 2];
                            reg!(a(w) + 1) = object.0;
                            reg!(a(w)) = value;
                            continue;
                        }
                        slow!(w)
                    }
                    op::SUBSCR => {
                        let (object, index) = (Value(reg!(b(w))), Value(reg!(c(w))));
                        if object.is_object() && mem[object.offset()] as u8 == DICT {
                            if let Place::At(at) = place(mem, object.offset(), index) {
                                reg!(a(w)) = mem[at as usize + 1];
                                continue;
                            }
                        } else if object.is_object() && index.is_int() {
                            let at = object.offset();
                            let i = index.raw_int();
                            match mem[at] as u8 {
                                LIST => {
                                    let len = mem[at + 1] as u32 as i64;
                                    let i = if i < 0 { i + len } else { i };
                                    if i >= 0 && i < len {
                                        let storage = Value(mem[at + 2]).offset();
                                        reg!(a(w)) = mem[storage + 1 + i as usize];
                                        continue;
                                    }
                                }
                                TUPLE => {
                                    let len = (mem[at] >> 32) as i64 - 1;
                                    let i = if i < 0 { i + len } else { i };
                                    if i >= 0 && i < len {
                                        reg!(a(w)) = mem[at + 1 + i as usize];
                                        continue;
                                    }
                                }
                                STR if (mem[at] >> 8) as u8 & ASCII != 0 => {
                                    let len = mem[at + 1] as u32 as i64;
                                    let i = if i < 0 { i + len } else { i };
                                    if i >= 0 && i < len {
                                        let i = i as usize;
                                        let at = home(mem, at, mem[at]);
                                        reg!(a(w)) =
                                            Value::character(mem[at + 2 + i / 8].to_ne_bytes()[i % 8]).0;
                                        continue;
                                    }
                                }
                                kind @ (BYTES | BYTEARRAY) => {
                                    let len = mem[at + 1] as u32 as i64;
                                    let i = if i < 0 { i + len } else { i };
                                    if i >= 0 && i < len {
                                        let i = i as usize;
                                        let at = if kind == BYTES { at } else { Value(mem[at + 3]).offset() };
                                        let byte = mem[at + 2 + i / 8].to_ne_bytes()[i % 8];
                                        reg!(a(w)) = Value::int(byte as i64).0;
                                        continue;
                                    }
                                }
                                _ => {}
                            }
                        }
                        slow!(w)
                    }
                    op::STORESUB => {
                        let (object, index) = (Value(reg!(a(w))), Value(reg!(b(w))));
                        if object.is_object() && mem[object.offset()] as u8 == DICT {
                            match place(mem, object.offset(), index) {
                                Place::At(at) => {
                                    mem[at as usize + 1] = reg!(c(w));
                                    continue;
                                }
                                Place::Missing(hash) => leave!(self.store_new(w, hash)),
                                Place::Unknown => {}
                            }
                        } else if object.is_object() && index.is_int() {
                            let at = object.offset();
                            let kind = mem[at] as u8;
                            if kind == LIST || kind == BYTEARRAY {
                                let len = mem[at + 1] as u32 as i64;
                                let i = index.raw_int();
                                let i = if i < 0 { i + len } else { i };
                                let value = reg!(c(w));
                                if i >= 0 && i < len {
                                    let i = i as usize;
                                    if kind == LIST {
                                        let storage = Value(mem[at + 2]).offset();
                                        mem[storage + 1 + i] = value;
                                        continue;
                                    }
                                    if value & !0xFF == Value::int(0).0 {
                                        let word = Value(mem[at + 3]).offset() + 2 + i / 8;
                                        let mut bytes = mem[word].to_ne_bytes();
                                        bytes[i % 8] = value as u8;
                                        mem[word] = u64::from_ne_bytes(bytes);
                                        continue;
                                    }
                                }
                            }
                        }
                        slow!(w)
                    }
                    op::CONTAINS => {
                        let (item, container) = (reg!(b(w)), Value(reg!(c(w))));
                        if container.is_object()
                            && matches!(mem[container.offset()] as u8, DICT | SET | FROZENSET)
                        {
                            let truth = match place(mem, container.offset(), Value(item)) {
                                Place::At(_) => true,
                                Place::Missing(_) => false,
                                Place::Unknown => slow!(w),
                            };
                            reg!(a(w)) = Value::bool(truth != (s(w) != 0)).0;
                        } else {
                            slow!(w)
                        }
                    }
                    op::NOT => {
                        let x = Value(reg!(b(w)));
                        if x == Value::TRUE {
                            reg!(a(w)) = Value::FALSE.0;
                        } else if x == Value::FALSE || x.is_none() {
                            reg!(a(w)) = Value::TRUE.0;
                        } else {
                            slow!(w)
                        }
                    }
                    op::ADD => arithmetic!(w, checked_add, wrapping_add, +),
                    op::SUB => arithmetic!(w, checked_sub, wrapping_sub, -),
                    op::MUL => {
                        let (x, y) = (reg!(b(w)), reg!(c(w)));
                        if Value(x & y).is_int() {
                            let (m, n) = (Value(x).raw_int(), Value(y).raw_int());
                            if NARROW {
                                // Of numbers of 32 bits; the product of larger ones takes longer anyway.
                                let r = m as i32 as i64 * n as i32 as i64;
                                let wide = |n: i64| (n >> 32) as i32 != (n as i32) >> 31;
                                if wide(m) || wide(n) || !Value::fits(r) {
                                    slow!(w)
                                }
                                reg!(a(w)) = Value::int(r).0;
                            } else if let Some(r) = m.checked_mul((y << 16) as i64) {
                                reg!(a(w)) = (r as u64) >> 16 | 0xFFFF << 48;
                            } else {
                                slow!(w)
                            }
                        } else if NARROW {
                            if !soft_arithmetic(mem, regs, w) {
                                slow!(w)
                            }
                        } else if Value(x).is_float() && Value(y).is_float() {
                            reg!(a(w)) = Value::float(f64::from_bits(x) * f64::from_bits(y)).0;
                        } else if let Some((m, n)) = reals(x, y) {
                            reg!(a(w)) = Value::float(m * n).0;
                        } else {
                            slow!(w)
                        }
                    }
                    op::TRUEDIV if NARROW => {
                        if !soft_arithmetic(mem, regs, w) {
                            slow!(w)
                        }
                    }
                    op::TRUEDIV => match reals(reg!(b(w)), reg!(c(w))) {
                        Some((x, y)) if y != 0.0 => reg!(a(w)) = Value::float(x / y).0,
                        _ => slow!(w),
                    },
                    op::FLOORDIV => {
                        let (x, y) = (Value(reg!(b(w))), Value(reg!(c(w))));
                        if x.is_int() && y.is_int() && y.raw_int() > 0 {
                            reg!(a(w)) = Value::int(x.raw_int().div_euclid(y.raw_int())).0;
                        } else {
                            slow!(w)
                        }
                    }
                    op::MOD => {
                        let (x, y) = (Value(reg!(b(w))), Value(reg!(c(w))));
                        if x.is_int() && y.is_int() && y.raw_int() > 0 {
                            reg!(a(w)) = Value::int(x.raw_int().rem_euclid(y.raw_int())).0;
                        } else {
                            slow!(w)
                        }
                    }
                    op::AND => {
                        let (x, y) = (reg!(b(w)), reg!(c(w)));
                        if Value(x & y).is_int() {
                            reg!(a(w)) = x & y;
                        } else {
                            slow!(w)
                        }
                    }
                    op::OR => {
                        let (x, y) = (reg!(b(w)), reg!(c(w)));
                        if Value(x & y).is_int() {
                            reg!(a(w)) = x | y;
                        } else {
                            slow!(w)
                        }
                    }
                    op::XOR => {
                        let (x, y) = (reg!(b(w)), reg!(c(w)));
                        if Value(x & y).is_int() {
                            reg!(a(w)) = x ^ y | 0xFFFF << 48;
                        } else {
                            slow!(w)
                        }
                    }
                    op::LSHIFT => {
                        let (x, y) = (Value(reg!(b(w))), Value(reg!(c(w))));
                        if x.is_int() && y.is_int() && (0..46).contains(&y.raw_int()) {
                            let (n, k) = (x.raw_int(), y.raw_int());
                            let r = n << k;
                            if r >> k == n && Value::fits(r) {
                                reg!(a(w)) = Value::int(r).0;
                                continue;
                            }
                        }
                        slow!(w)
                    }
                    op::RSHIFT => {
                        let (x, y) = (Value(reg!(b(w))), Value(reg!(c(w))));
                        if x.is_int() && y.is_int() && y.raw_int() >= 0 {
                            reg!(a(w)) = Value::int(x.raw_int() >> y.raw_int().min(63)).0;
                        } else {
                            slow!(w)
                        }
                    }
                    op::ADDI => shift!(w, checked_add, wrapping_add, +),
                    op::SUBI => shift!(w, checked_sub, wrapping_sub, -),
                    op::CMP => {
                        let (x, y) = (Value(reg!(b(w))), Value(reg!(c(w))));
                        if x.is_int() && y.is_int() {
                            reg!(a(w)) = Value::bool(compare_ints(s(w), x.raw_int(), y.raw_int())).0;
                        } else if x.is_float() && y.is_float() {
                            reg!(a(w)) = Value::bool(compare_reals(s(w), x.raw_float(), y.raw_float())).0;
                        } else if x.is_short_str() && y.is_short_str() && matches!(s(w), EQUAL | UNEQUAL) {
                            reg!(a(w)) = Value::bool((x == y) == (s(w) == EQUAL)).0;
                        } else {
                            slow!(w)
                        }
                    }
                    op::IS => {
                        let same = reg!(b(w)) == reg!(c(w));
                        reg!(a(w)) = Value::bool(same != (s(w) != 0)).0;
                    }
                    op::CMPJ => {
                        let (x, y) = (Value(reg!(a(w))), Value(reg!(b(w))));
                        'taken: {
                            if x.is_int() && y.is_int() {
                                compare_and!(w, x.raw_int(), y.raw_int(), 'taken);
                                continue 'next;
                            }
                            let truth = if x.is_float() && y.is_float() {
                                compare_reals(s(w) & 15, x.raw_float(), y.raw_float())
                            } else if x.is_short_str()
                                && y.is_short_str()
                                && matches!(s(w) & 15, EQUAL | UNEQUAL)
                            {
                                (x == y) == (s(w) & 15 == EQUAL)
                            } else {
                                slow!(w)
                            };
                            if truth != (s(w) >> 4 != 0) {
                                continue 'next;
                            }
                        }
                        jump!(c(w) as u16 as i16);
                    }
                    op::CMPIJ => {
                        let x = Value(reg!(a(w)));
                        let n = b(w) as u16 as i16;
                        'taken: {
                            if x.is_int() {
                                compare_and!(w, x.raw_int(), n as i64, 'taken);
                                continue 'next;
                            }
                            if !x.is_float() {
                                slow!(w)
                            }
                            if compare_reals(s(w) & 15, x.raw_float(), n as f64) != (s(w) >> 4 != 0) {
                                continue 'next;
                            }
                        }
                        jump!(c(w) as u16 as i16);
                    }
                    op::JUMP | op::LOOP => jump!(bc(w) as i32),
                    op::JF | op::JT => {
                        let x = Value(reg!(a(w)));
                        let truth = if x == Value::TRUE {
                            true
                        } else if x == Value::FALSE || x.is_none() {
                            false
                        } else if x.is_int() {
                            x.raw_int() != 0
                        } else {
                            slow!(w)
                        };
                        if truth == (number == op::JT) {
                            jump!(bc(w) as i32);
                        }
                    }
                    op::JNONE => {
                        if reg!(a(w)) == Value::NONE.0 {
                            jump!(bc(w) as i32);
                        }
                    }
                    op::JNOTNONE => {
                        if reg!(a(w)) != Value::NONE.0 {
                            jump!(bc(w) as i32);
                        }
                    }
                    op::FORITER => {
                        let iterator = Value(reg!(a(w)));
                        let at = iterator.offset();
                        if !iterator.is_object() {
                            slow!(w)
                        }
                        if mem[at] as u8 != ITER {
                            if mem[at] as u8 == GENERATOR {
                                enter!(generator::enter, at, Value::NONE, Cont::For, b(w), w)
                            }
                            slow!(w)
                        }
                        let kind = (mem[at] >> 16) as u16;
                        if kind == Type::RangeIterator as u16 {
                            // a: next value, b: how many are left, x: step.
                            if mem[at + 2] != 0 {
                                let value = mem[at + 1] as i64;
                                reg!(b(w)) = Value::int(value).0;
                                mem[at + 1] = value.wrapping_add(Value(mem[at + 3]).raw_int()) as u64;
                                mem[at + 2] -= 1;
                                if s(w) != 0 {
                                    pc += 1;
                                }
                                continue;
                            }
                        } else if kind == Type::ListIterator as u16 {
                            // a: index, x: list or None.
                            let list = Value(mem[at + 3]);
                            if list.is_object() {
                                let i = mem[at + 1] as usize;
                                if i < mem[list.offset() + 1] as u32 as usize {
                                    let storage = Value(mem[list.offset() + 2]).offset();
                                    reg!(b(w)) = mem[storage + 1 + i];
                                    mem[at + 1] += 1;
                                    if s(w) != 0 {
                                        pc += 1;
                                    }
                                    continue;
                                }
                            }
                            mem[at + 3] = Value::NONE.0;
                        } else if kind == Type::TupleIterator as u16 {
                            let tuple = Value(mem[at + 3]);
                            if tuple.is_object() {
                                let i = mem[at + 1] as usize;
                                if i + 1 < (mem[tuple.offset()] >> 32) as usize {
                                    reg!(b(w)) = mem[tuple.offset() + 1 + i];
                                    mem[at + 1] += 1;
                                    if s(w) != 0 {
                                        pc += 1;
                                    }
                                    continue;
                                }
                            }
                            mem[at + 3] = Value::NONE.0;
                        } else if kind == Type::StrAsciiIterator as u16 {
                            // a: next byte, x: str or None.
                            let text = Value(mem[at + 3]);
                            let i = mem[at + 1] as usize;
                            if text.is_object()
                                && (mem[text.offset()] >> 8) as u8 & ASCII != 0
                                && i < mem[text.offset() + 1] as u32 as usize
                            {
                                let at_text = home(mem, text.offset(), mem[text.offset()]);
                                let byte = mem[at_text + 2 + i / 8].to_ne_bytes()[i % 8];
                                reg!(b(w)) = Value::character(byte).0;
                                mem[at + 1] += 1;
                                if s(w) != 0 {
                                    pc += 1;
                                }
                                continue;
                            }
                            slow!(w)
                        } else if kind == Type::DictKeyIterator as u16
                            || kind == Type::DictValueIterator as u16
                            || kind == Type::DictItemIterator as u16
                            || kind == Type::SetIterator as u16
                        {
                            // a: next entry, b: length at the beginning and above it how many were given, x: dict or None.
                            let source = Value(mem[at + 3]).offset();
                            let given = mem[at + 2];
                            let entry = match mem.get(source + 1..source + 4) {
                                Some(dict)
                                    if given as u32 == dict[0] as u32
                                        && given >> 32 < given & 0xFFFF_FFFF =>
                                {
                                    let table = Value(dict[2]).offset();
                                    let stride = aux(mem[table]) as usize;
                                    let end = table + 2 + dict[1] as u32 as usize * stride;
                                    let mut entry = table + 2 + mem[at + 1] as usize * stride;
                                    while entry < end && mem[entry] == Value::DELETED.0 {
                                        entry += stride;
                                        mem[at + 1] += 1;
                                    }
                                    if entry < end { entry } else { 0 }
                                }
                                _ => 0,
                            };
                            if entry == 0 {
                                slow!(w)
                            }
                            reg!(b(w)) = if kind == Type::DictItemIterator as u16 {
                                let top = self.heap.top;
                                if top + 3 > self.heap.limit {
                                    slow!(w)
                                }
                                mem[top] = crate::heap::header::header(Kind::Tuple, 0, 0, 3);
                                mem[top + 1] = mem[entry];
                                mem[top + 2] = mem[entry + 1];
                                self.heap.top = top + 3;
                                Value::object(top as u32).0
                            } else {
                                mem[entry + (kind == Type::DictValueIterator as u16) as usize]
                            };
                            mem[at + 1] += 1;
                            mem[at + 2] += 1 << 32;
                            if s(w) != 0 {
                                pc += 1;
                            }
                            continue;
                        } else if kind == Type::BytesIterator as u16 || kind == Type::ByteArrayIterator as u16
                        {
                            // a: index, x: bytes or None.
                            let source = Value(mem[at + 3]);
                            let i = mem[at + 1] as usize;
                            if source.is_object() && i < mem[source.offset() + 1] as u32 as usize {
                                let bytes = if kind == Type::BytesIterator as u16 {
                                    source.offset()
                                } else {
                                    Value(mem[source.offset() + 3]).offset()
                                };
                                let byte = mem[bytes + 2 + i / 8].to_ne_bytes()[i % 8];
                                reg!(b(w)) = Value::int(byte as i64).0;
                                mem[at + 1] += 1;
                                if s(w) != 0 {
                                    pc += 1;
                                }
                                continue;
                            }
                            slow!(w)
                        } else {
                            slow!(w)
                        }
                        if s(w) == 0 {
                            jump!(c(w) as u16 as i16);
                        }
                    }
                    op::LAPPEND => {
                        let list = Value(reg!(a(w)));
                        if !list.is_object() || mem[list.offset()] as u8 != LIST {
                            slow!(w)
                        }
                        let list = list.offset();
                        let storage = Value(mem[list + 2]);
                        let len = mem[list + 1] as u32 as usize;
                        if storage.is_object() && len + 1 < (mem[storage.offset()] >> 32) as usize {
                            mem[storage.offset() + 1 + len] = reg!(b(w));
                            mem[list + 1] += 1;
                        } else {
                            slow!(w)
                        }
                    }
                    op::CALL | op::CALLM => {
                        let fp = regs - FRAME;
                        // First argument, counted from the frame; the callable lies before it.
                        let mut first = a(w) + FRAME + 1;
                        let mut n = b(w);
                        let mut callee = Value(mem[fp + first - 1]);
                        if number == op::CALLM {
                            if callee.is_null() {
                                callee = Value(mem[fp + first]);
                                first += 1;
                            } else {
                                n += 1;
                            }
                        }
                        'other: {
                            if !callee.is_object() {
                                break 'other;
                            }
                            let function = within(callee.offset());
                            let target = match mem.get(function..function + 4) {
                                Some(f) if f[0] as u8 == FUNCTION => within(Value(f[F_CODE]).offset()),
                                _ => break 'other,
                            };
                            let Some(head) = mem.get(target..target + CODE_RAW) else { break 'other };
                            let words = head[2] as u16 as usize + FRAME;
                            // As many arguments as plain parameters; what else there is has no such number.
                            if head[2] as u32 as usize >> 16 != n + 1 || fp < words + self.heap.limit {
                                break 'other;
                            }
                            let start = target + (CODE_RAW - LAG) + (head[4] >> 32) as usize;
                            let left = fuel - head[1] as u32 as isize;
                            let new = fp - words;
                            // The arguments lie above the new frame.
                            let Some((below, above)) = mem.split_at_mut_checked(fp) else { break 'other };
                            let (Some(frame), Some(args)) = (below.get_mut(new..), above.get(first..)) else {
                                break 'other;
                            };
                            let Some((head, registers)) = frame.split_first_chunk_mut::<FRAME>() else {
                                break 'other;
                            };
                            let Some((params, rest)) = registers.split_at_mut_checked(n) else {
                                break 'other;
                            };
                            let depth = self.depth;
                            if left < 0 || depth >= self.depth_limit {
                                break 'other;
                            }
                            // What the loop keeps becomes the callee's as early as can be: it has few registers.
                            fuel = left;
                            self.depth = depth + 1;
                            let link = (pc + LAG - code) as u64 | (words as u64) << 32;
                            let caller = code;
                            code = target;
                            pc = start;
                            regs = new + FRAME;
                            // Objects differ in their lower halves.
                            let below = callee.0 >> 32 << 32 | caller as u64;
                            *head = [link, (c(w) as u64) << 16, callee.0, below];
                            frame::copy_few(args, params);
                            frame::unbind(rest);
                            continue 'next;
                        }
                        if let Some(index) = callee.as_native() {
                            leave!(self.call_native_instruction(index, fp + first, n, c(w) as u16));
                        }
                        leave!(self.call_instruction(callee, fp + first, n, c(w) as u16))
                    }
                    op::RET => {
                        let from = regs + a(w);
                        let mut fp = regs - FRAME;
                        let (link, meta, below) = match mem.get(within(fp)..within(fp) + FRAME) {
                            Some(words) => (words[0], words[1], words[3]),
                            None => (0, 1, 0),
                        };
                        if meta as u16 != 0 {
                            let value = mem[from];
                            if value == Value::NONE.0 && meta as u16 == Cont::Init as u16 {
                                leave!(self.initialised())
                            }
                            if value == Value::UNBOUND.0 {
                                slow!(w)
                            }
                            leave!(self.return_value(Value(value)))
                        }
                        fp += (link >> 32) as usize;
                        regs = fp + FRAME;
                        self.depth -= 1;
                        code = Value(below).offset();
                        pc = code + link as u32 as usize - LAG;
                        reg!((meta >> 16) as u16 as usize) = mem[from];
                    }
                    op::YIELD => {
                        let value = reg!(a(w));
                        let mut next = pc + LAG - code;
                        let handled = self.heap.roots[Root::Handled as usize];
                        // Through all that delegate with `yield from` to who asked.
                        let mut is_first = true;
                        loop {
                            let fp = regs - FRAME;
                            let (link, meta) = (mem[fp], mem[fp + 1]);
                            let Some(fp) = generator::leave(mem, fp, next, handled) else {
                                if is_first {
                                    slow!(w)
                                }
                                leave!(self.yield_from_stepped(Value(value)))
                            };
                            regs = fp + FRAME;
                            self.depth -= 1;
                            let function = Value(mem[fp + 2]).offset();
                            code = Value(mem[function + F_CODE]).offset();
                            pc = code + link as u32 as usize - LAG;
                            let cont = meta as u8;
                            if cont == Cont::YieldFrom as u8 {
                                next = pc + LAG - 1 - code;
                                is_first = false;
                                continue;
                            }
                            if cont == Cont::For as u8 {
                                let w = mem[pc + LAG - 1];
                                if w as u8 == op::FORITER && s(w) != 0 {
                                    pc += 1;
                                }
                            } else if cont != Cont::Normal as u8 && cont != Cont::Step as u8 {
                                leave!(self.finish(Cont::from_byte(cont), (meta >> 16) as u16, Value(value)))
                            }
                            reg!((meta >> 16) as u16 as usize) = value;
                            break;
                        }
                    }
                    op::YFROM => {
                        let iterator = Value(reg!(a(w)));
                        if iterator.is_object() && mem[iterator.offset()] as u8 == GENERATOR {
                            let value = Value(reg!(a(w) + 1));
                            enter!(generator::enter_far, iterator.offset(), value, Cont::YieldFrom, a(w), w)
                        }
                        slow!(w)
                    }
                    op::BTUPLE => {
                        // Small tuples without leaving, as long as the block has room.
                        let n = c(w);
                        let top = self.heap.top;
                        if n == 0 || top + n + 1 > self.heap.limit {
                            slow!(w)
                        }
                        mem[top] = crate::heap::header::header(Kind::Tuple, 0, 0, n as u32 + 1);
                        for i in 0..n {
                            mem[top + 1 + i] = reg!(b(w) + i);
                        }
                        self.heap.top = top + n + 1;
                        reg!(a(w)) = Value::object(top as u32).0;
                    }
                    op::UNPACK => {
                        let object = Value(reg!(b(w)));
                        if object.is_object() && kind_byte(mem[object.offset()]) == TUPLE {
                            let n = c(w);
                            if (mem[object.offset()] >> 32) as usize == n + 1 {
                                for i in 0..n {
                                    reg!(a(w) + n - 1 - i) = mem[object.offset() + 1 + i];
                                }
                                continue;
                            }
                        }
                        slow!(w)
                    }
                    op::NOP => {}
                    op::DELLOCAL
                    | op::DELCELL
                    | op::MAKECELL
                    | op::COPYFREE
                    | op::LOADCLASSCELL
                    | op::DELGLOBAL
                    | op::LOADNAME
                    | op::STORENAME
                    | op::DELNAME
                    | op::DELATTR
                    | op::DELSUB
                    | op::SLICE
                    | op::NEG
                    | op::POS
                    | op::INV
                    | op::POW
                    | op::MATMUL
                    | op::GETITER
                    | op::GETAITER
                    | op::GETANEXT
                    | op::ENDASYNCFOR
                    | op::GETYFITER
                    | op::BLIST
                    | op::BSET
                    | op::BDICT
                    | op::BSTR
                    | op::SADD
                    | op::DADD
                    | op::LEXTEND
                    | op::SUPDATE
                    | op::DUPDATE
                    | op::DMERGE
                    | op::L2T
                    | op::UNPACKX
                    | op::FORMAT
                    | op::FORMATS
                    | op::CALLK
                    | op::CALLMK
                    | op::CALLX
                    | op::MKFUN
                    | op::BUILDCLASS
                    | op::AYIELD
                    | op::AWAITABLE
                    | op::RAISE
                    | op::RERAISE
                    | op::PUSHH
                    | op::POPH
                    | op::MATCHX
                    | op::MATCHG
                    | op::PREPSTAR
                    | op::WITHENTER
                    | op::WITHEXC
                    | op::AWITHENTER
                    | op::LOADAE
                    | op::MMAP
                    | op::MSEQ
                    | op::MKEYS
                    | op::MCLASS
                    | op::LEN
                    | op::IMPORT
                    | op::IMPORTFROM
                    | op::IMPORTSTAR
                    | op::SETUPANN
                    | op::PRINTEXPR
                    | op::STOP => slow!(w),
                    114 | 115 | 116 | 117 | 118 | 119 | 120 | 121 | 122 | 123 | 124 | 125 | 126 | 127 => {
                        slow!(w)
                    }
                    _ => slow!(w),
                }
            }
        }
    }

    /// One instruction that is not done in the loop.
    #[inline(never)]
    fn operation(&mut self, w: u64) -> crate::native::Result<()> {
        match w as u8 {
            op::CHECK => self.op_check(w),
            op::DELLOCAL if has!("op del_local") => self.op_delete_local(w),
            op::LOADCELL => self.op_load_cell(w),
            op::STORECELL => self.op_store_cell(w),
            op::DELCELL if has!("op del_cell") => self.op_delete_cell(w),
            op::MAKECELL => self.op_make_cell(w),
            op::COPYFREE => self.op_copy_free(w),
            op::LOADCLASSCELL if has!("op load_class_cell") => self.op_load_class_cell(w),
            op::LOADGLOBAL => self.op_load_global(w),
            op::STOREGLOBAL => self.op_store_global(w),
            op::DELGLOBAL if has!("op del_global") => self.op_delete_global(w),
            op::LOADNAME if has!("op load_name") => self.op_load_name(w),
            op::STORENAME if has!("op store_name") => self.op_store_name(w),
            op::DELNAME if has!("op del_name") => self.op_delete_name(w),
            op::LOADATTR if has!("op load_attr") => self.op_load_attribute(w),
            op::STOREATTR if has!("op store_attr") => self.op_store_attribute(w),
            op::DELATTR if has!("op del_attr") => self.op_delete_attribute(w),
            op::LOADMETHOD if has!("op load_method") => self.op_load_method(w),
            op::SUBSCR if has!("op subscript") => self.op_subscript(w),
            op::STORESUB if has!("op store_subscript") => self.op_store_subscript(w),
            op::DELSUB if has!("op del_subscript") => self.op_delete_subscript(w),
            op::SLICE if has!("op build_slice") => self.op_slice(w),
            op::NEG | op::POS | op::INV
                if has!("op negative") || has!("op positive") || has!("op invert") =>
            {
                self.op_unary(w)
            }
            op::NOT => self.op_not(w),
            op::ADD..=op::MATMUL | op::ADDI | op::SUBI => self.op_binary(w),
            op::CMP | op::CMPJ | op::CMPIJ => self.op_compare(w),
            op::CONTAINS => self.op_contains(w),
            op::JF | op::JT => self.op_branch(w),
            op::GETITER => self.op_get_iter(w),
            op::FORITER => self.op_for_iter(w),
            op::GETAITER if has!("op get_aiter") => self.op_get_aiter(w),
            op::GETANEXT if has!("op get_anext") => self.op_get_anext(w),
            op::ENDASYNCFOR if has!("op end_async_for") => self.op_end_async_for(w),
            op::GETYFITER if has!("op get_yield_from_iter") => self.op_get_yield_from_iter(w),
            op::BTUPLE => self.op_build_tuple(w),
            op::BLIST => self.op_build_list(w),
            op::BSET if has!("op build_set") => self.op_build_set(w),
            op::BDICT if has!("op build_dict") => self.op_build_dict(w),
            op::BSTR if has!("op build_string") => self.op_build_string(w),
            op::LAPPEND => self.op_list_append(w),
            op::SADD if has!("op set_add") => self.op_set_add(w),
            op::DADD if has!("op dict_add") => self.op_dict_add(w),
            op::LEXTEND if has!("op list_extend") => self.op_list_extend(w),
            op::SUPDATE if has!("op set_update") => self.op_set_update(w),
            op::DUPDATE if has!("op dict_update") => self.op_dict_update(w),
            op::DMERGE if has!("op dict_merge") => self.op_dict_merge(w),
            op::L2T if has!("op list_to_tuple") => self.op_list_to_tuple(w),
            op::UNPACK if has!("op unpack") => self.op_unpack(w),
            op::UNPACKX if has!("op unpack_star") => self.op_unpack_star(w),
            op::FORMAT | op::FORMATS if has!("op format") || has!("op format_spec") => self.op_format(w),
            op::CALLK | op::CALLMK if has!("op call_keywords") || has!("op call_method_keywords") => {
                self.op_call_keywords(w)
            }
            op::CALLX if has!("op call_spread") => self.op_call_spread(w),
            op::MKFUN => self.op_make_function(w),
            op::BUILDCLASS if has!("op load_build_class") => self.op_load_build_class(w),
            op::RET => self.op_return_unbound(w),
            op::YIELD if has!("op yield") => self.op_yield(w),
            op::AYIELD if has!("op async_yield") => self.op_async_yield(w),
            op::YFROM if has!("op yield_from") => self.op_yield_from(w),
            op::AWAITABLE if has!("op get_awaitable") => self.op_get_awaitable(w),
            op::RAISE if has!("op raise") => self.op_raise(w),
            op::RERAISE if has!("op reraise") => self.op_reraise(w),
            op::PUSHH if has!("op push_handled") => self.op_push_handled(w),
            op::POPH if has!("op pop_handled") => self.op_pop_handled(w),
            op::MATCHX if has!("op match_exception") => self.op_match_exception(w),
            op::MATCHG if has!("op match_group") => self.op_match_group(w),
            op::PREPSTAR if has!("op prepare_reraise_star") => self.op_prepare_reraise_star(w),
            op::WITHENTER if has!("op before_with") => self.op_before_with(w),
            op::WITHEXC if has!("op with_except") => self.op_with_except(w),
            op::AWITHENTER if has!("op before_async_with") => self.op_before_async_with(w),
            op::LOADAE => {
                self.set_reg(a(w), Type::AssertionError.value());
                Ok(())
            }
            op::MMAP if has!("op match_mapping") => self.op_match_mapping(w),
            op::MSEQ if has!("op match_sequence") => self.op_match_sequence(w),
            op::MKEYS if has!("op match_keys") => self.op_match_keys(w),
            op::MCLASS if has!("op match_class") => self.op_match_class(w),
            op::LEN if has!("op get_len") => self.op_get_len(w),
            op::IMPORT if has!("op import_name") => self.op_import_name(w),
            op::IMPORTFROM if has!("op import_from") => self.op_import_from(w),
            op::IMPORTSTAR if has!("op import_star") => self.op_import_star(w),
            op::SETUPANN if has!("op setup_annotations") => self.op_setup_annotations(w),
            op::PRINTEXPR if has!("op print_expression") => self.op_print_expression(w),
            _ => {
                self.heap.set_root(Root::Raised, Value::NONE);
                Err(self.raise(Type::SystemError, "unknown instruction"))
            }
        }
    }
}
