//! From operands to varints, for one layout.

use crate::code::Content;
use crate::expr::{Expr, Term};
use crate::fault::FaultKind;
use crate::inst::Inst;
use crate::layout::Layout;
use crate::number::Number;
use crate::operand::{Last, Mem, Operand, Place};
use crate::program::Program;
use bajo::opcode::RMW;
use bajo::varint;
use std::sync::Arc;

/// The largest varint value: what an operand counts as while its value is impossible.
const LARGEST: u64 = varint::LIMIT - 1;

/// Bytes of the shortest varint of `value`.
pub(crate) fn width(value: u64) -> u8 {
    varint::len(value).unwrap_or(varint::MAX_LEN) as u8
}

/// Appends `value` in `width` bytes. A `width` above the shortest gives an over-long form, which machines read as
/// the same value.
fn write_varint(out: &mut Vec<u8>, value: u64, width: u8) {
    let n = width.clamp(1, varint::MAX_LEN as u8);
    let word = (value << n) | (1 << (n - 1));
    out.extend_from_slice(&word.to_le_bytes()[..usize::from(n)]);
}

/// Why a value could not be computed.
pub(crate) enum Failure {
    /// A later layout may cure it.
    Value(FaultKind),
    /// It is final: a lazy value failed.
    Lazy(FaultKind),
}

/// A memory operand inside an expression, met during evaluation.
pub(crate) enum Met {
    Register(i64),
    Address(i64),
    Code(i64),
}

/// Encodes items against a layout. Keeps its buffers from item to item.
pub(crate) struct Encoder<'a> {
    pub program: &'a Program,
    pub layout: &'a Arc<Layout>,
    stack: Vec<Number>,
    /// Varint values of the current instruction, in encoding order, source 0 included.
    pub words: Vec<u64>,
    /// Where source 0 stands in `words`.
    source0: (usize, usize),
    /// Whether source 0 is target 0.
    pub same: bool,
    /// What went wrong since it was last emptied.
    pub failures: Vec<Failure>,
}

impl<'a> Encoder<'a> {
    pub fn new(program: &'a Program, layout: &'a Arc<Layout>) -> Self {
        Self {
            program,
            layout,
            stack: Vec::new(),
            words: Vec::new(),
            source0: (0, 0),
            same: false,
            failures: Vec::new(),
        }
    }

    /// Evaluates an expression. `own` is the slot it is written in, `met` gets every memory operand inside.
    pub fn eval(
        &mut self,
        expr: &Expr,
        own: usize,
        place: Place,
        mut met: Option<&mut Vec<Met>>,
    ) -> Result<Number, Failure> {
        if met.is_none() {
            if let Some(value) = self.eval_small(expr) {
                return Ok(Number::from(value));
            }
        }
        let layout = self.layout;
        let number = |v: Option<i64>| Number::from(v.unwrap_or(0));
        self.stack.clear();
        for term in &expr.terms {
            let value = match term {
                Term::Int(v) => v.clone(),
                Term::Label(label) => number(self.program.slot_of_label(label.id()).map(|s| layout.start(s))),
                Term::Item(id) => number(self.program.slot_of_item(*id).map(|s| layout.start(s))),
                Term::SizeOf(id) => number(self.program.slot_of_item(*id).map(|s| layout.size(s))),
                Term::Reg(n) => {
                    let address = n.checked_mul(4);
                    if let Some(met) = &mut met {
                        met.push(Met::Register(address.unwrap_or(i64::MAX)));
                    }
                    Number::from(*n).mul(&Number::from(4)).unwrap_or(Number::from(0))
                }
                Term::Named(name) => {
                    let n = self.program.env.named.get(&**name).copied().unwrap_or(0);
                    if let Some(met) = &mut met {
                        met.push(Met::Register(n.checked_mul(4).unwrap_or(i64::MAX)));
                    }
                    Number::from(n).mul(&Number::from(4)).unwrap_or(Number::from(0))
                }
                Term::Addr(a) => {
                    if let Some(met) = &mut met {
                        met.push(Met::Address(*a));
                    }
                    Number::from(*a)
                }
                Term::Lazy(lazy) => match lazy.value(layout) {
                    Ok(value) => value,
                    Err(cause) => {
                        let operand = place.to_string();
                        return Err(Failure::Lazy(FaultKind::Lazy { operand, what: lazy.text(), cause }));
                    }
                },
                Term::At => {
                    if let (Some(met), Some(top)) = (&mut met, self.stack.last()) {
                        met.push(Met::Code(top.small().unwrap_or(i64::MAX)));
                    }
                    continue;
                }
                Term::From(base) => {
                    let slot = match base {
                        None => own,
                        Some(id) => self.program.slot_of_item(*id).unwrap_or(own),
                    };
                    let end = Number::from(layout.start(slot).saturating_add(layout.size(slot)));
                    self.pop().sub(&end)
                }
                Term::Add => {
                    let (a, b) = self.pop2();
                    a.add(&b)
                }
                Term::Sub => {
                    let (a, b) = self.pop2();
                    a.sub(&b)
                }
                Term::Mul => {
                    let (a, b) = self.pop2();
                    a.mul(&b).ok_or_else(|| Failure::Value(FaultKind::Huge { operand: place.to_string() }))?
                }
                Term::Div | Term::Mod => {
                    let (a, b) = self.pop2();
                    let zero = || Failure::Value(FaultKind::Zero { operand: place.to_string() });
                    let (q, r) = a.div_mod(&b).ok_or_else(zero)?;
                    if matches!(term, Term::Div) { q } else { r }
                }
                Term::Nowhere(_) | Term::Wrong(_) => Number::from(0),
            };
            self.stack.push(value);
        }
        Ok(self.pop())
    }

    /// Evaluates what most expressions are: labels, items and a little arithmetic. `None` for all else.
    fn eval_small(&self, expr: &Expr) -> Option<i64> {
        let mut stack = [0i64; 4];
        let mut depth = 0;
        for term in &expr.terms {
            let value = match term {
                Term::Label(label) => self.layout.start(self.program.slot_of_label(label.id())?),
                Term::Item(id) => self.layout.start(self.program.slot_of_item(*id)?),
                Term::Int(v) => v.small()?,
                Term::At => continue,
                Term::Add | Term::Sub => {
                    depth = usize::checked_sub(depth, 2)?;
                    let (a, b) = (stack[depth], stack[depth + 1]);
                    if matches!(term, Term::Add) { a.checked_add(b)? } else { a.checked_sub(b)? }
                }
                _ => return None,
            };
            *stack.get_mut(depth)? = value;
            depth += 1;
        }
        (depth == 1).then_some(stack[0])
    }

    fn pop(&mut self) -> Number {
        self.stack.pop().unwrap_or(Number::from(0))
    }

    fn pop2(&mut self) -> (Number, Number) {
        let b = self.pop();
        (self.pop(), b)
    }

    /// The distance of a branch.
    pub fn distance(&mut self, to: &Expr, own: usize, place: Place) -> Result<Number, Failure> {
        let end = Number::from(self.layout.start(own).saturating_add(self.layout.size(own)));
        Ok(self.eval(to, own, place, None)?.sub(&end))
    }

    /// The address of direct memory.
    pub fn address(&mut self, mem: &Mem, own: usize, place: Place) -> Result<u32, Failure> {
        let address = match mem {
            Mem::Reg(n) => Number::from(*n).mul(&Number::from(4)).unwrap_or(Number::from(-1)),
            Mem::Named(name) => {
                let n = self.program.env.named.get(&**name).copied().unwrap_or(0);
                Number::from(n).mul(&Number::from(4)).unwrap_or(Number::from(-1))
            }
            Mem::Addr(a) => Number::from(*a),
            Mem::At(expr) => self.eval(expr, own, place, None)?,
        };
        address.small().and_then(|a| u32::try_from(a).ok()).ok_or_else(|| {
            Failure::Value(FaultKind::Address { operand: place.to_string(), address: address.to_string() })
        })
    }

    fn push_immediate(&mut self, value: Result<Number, Failure>, place: Place) {
        let word = value.and_then(|v| match v.small() {
            Some(s) if (-(1 << 31)..1 << 32).contains(&s) => {
                // The word as the machine sees it: unsigned values above 2^31 are negative.
                let s = s as u32 as i32;
                Ok(if s >= 0 { (s as u64) << 2 } else { ((!s as u64) << 2) | 2 })
            }
            _ => Err(Failure::Value(FaultKind::Value { operand: place.to_string(), value: v.to_string() })),
        });
        self.push(word);
    }

    fn push(&mut self, word: Result<u64, Failure>) {
        match word {
            Ok(word) => self.words.push(word),
            Err(failure) => {
                self.failures.push(failure);
                self.words.push(LARGEST);
            }
        }
    }

    /// Direct memory, or the base of an indirection, as a target operand without the source bit.
    fn key(&mut self, mem: &Mem, indirect: bool, own: usize, place: Place) -> Result<u64, Failure> {
        let a = u64::from(self.address(mem, own, place)?);
        let (payload, byte) = if a % 4 == 0 { (a / 4, 0) } else { (a, 2) };
        Ok((payload << 2) | byte | u64::from(indirect))
    }

    fn push_mem(&mut self, mem: &Mem, indirect: bool, target: bool, own: usize, place: Place) {
        let key = self.key(mem, indirect, own, place);
        self.push(key.map(|k| if target { k } else { (k << 1) | 1 }));
    }

    fn operand(&mut self, operand: &Operand, own: usize, place: Place) {
        // Only the outermost reference of a target is encoded as one.
        let mut target = matches!(place, Place::Target(..));
        for base in &operand.chain {
            self.push_mem(base, true, target, own, place);
            target = false;
        }
        match &operand.last {
            Last::Mem(mem) => self.push_mem(mem, false, target, own, place),
            Last::Imm(v) => self.push_immediate(Ok(Number::from(*v)), place),
            Last::Lazy(expr) => {
                let value = self.eval(expr, own, place, None);
                self.push_immediate(value, place);
            }
            Last::Branch(expr) => {
                let value = self.distance(expr, own, place);
                self.push_immediate(value, place);
            }
            Last::Wrong(_) => self.words.push(LARGEST),
        }
    }

    /// Computes `words` and `same` of an instruction.
    pub fn inst(&mut self, inst: &Inst, own: usize) {
        self.words.clear();
        let info = inst.op.info();
        if info.targets.counted {
            self.push_immediate(Ok(Number::from(inst.targets.len() as i64)), Place::Data);
        }
        let target0 = self.words.len();
        let mut target0_end = target0;
        for (i, operand) in inst.targets.iter().enumerate() {
            self.operand(operand, own, Place::Target(inst.op, i));
            if i == 0 {
                target0_end = self.words.len();
            }
        }
        if info.sources.counted {
            self.push_immediate(Ok(Number::from(inst.sources.len() as i64)), Place::Data);
        }
        let source0 = self.words.len();
        self.source0 = (source0, source0);
        for (i, operand) in inst.sources.iter().enumerate() {
            self.operand(operand, own, Place::Source(inst.op, i));
            if i == 0 {
                self.source0.1 = self.words.len();
            }
        }
        let (t, s) = (&self.words[target0..target0_end], &self.words[source0..self.source0.1]);
        self.same = match (t, s) {
            ([t0, t_rest @ ..], [s0, s_rest @ ..]) => (t0 << 1) | 1 == *s0 && t_rest == s_rest,
            _ => false,
        };
    }

    /// Bytes of the instruction in `words`, each varint at least as wide as `least` says.
    pub fn inst_size(&self, rmw: bool, least: &[u8]) -> u64 {
        let rmw = rmw && self.same;
        let mut size = 1;
        for (i, &word) in self.words.iter().enumerate() {
            if !(rmw && (self.source0.0..self.source0.1).contains(&i)) {
                size += u64::from(width(word).max(least.get(i).copied().unwrap_or(1)));
            }
        }
        size
    }

    /// Writes the instruction in `words`.
    pub fn write_inst(&self, inst: &Inst, rmw: bool, least: &[u8], out: &mut Vec<u8>) {
        let rmw = rmw && self.same;
        out.push(inst.op.info().number | if rmw { RMW } else { 0 });
        for (i, &word) in self.words.iter().enumerate() {
            if !(rmw && (self.source0.0..self.source0.1).contains(&i)) {
                write_varint(out, word, width(word).max(least.get(i).copied().unwrap_or(1)));
            }
        }
    }

    /// Appends the bytes of data. What does not fit is written as zeros and reported.
    pub fn write_data(&mut self, content: &Content, own: usize, out: &mut Vec<u8>) {
        match content {
            Content::Bytes(bytes) => out.extend_from_slice(bytes),
            Content::Data { value, size } => {
                let start = out.len();
                out.resize(start + usize::try_from(*size).unwrap_or(0), 0);
                let value = match self.eval(value, own, Place::Data, None) {
                    Ok(value) => value,
                    Err(failure) => return self.failures.push(failure),
                };
                match value.to_bytes(*size) {
                    Some(bytes) => out[start..start + bytes.len()].copy_from_slice(&bytes),
                    None => {
                        let kind = FaultKind::Data { value: value.to_string(), size: *size };
                        self.failures.push(Failure::Value(kind));
                    }
                }
            }
            Content::Inst(_) | Content::Wrong(_) => {}
        }
    }
}

/// The largest size of an instruction, or the size its pin asks for: where a layout starts.
pub(crate) fn start_size(inst: &Inst) -> u64 {
    let info = inst.op.info();
    if let Some(pin) = &inst.pin {
        // Source 0 stands behind the targets and the counts.
        let words = |o: &Operand| o.chain.len() + 1;
        let before = inst.targets.iter().map(words).sum::<usize>()
            + usize::from(info.targets.counted)
            + usize::from(info.sources.counted);
        let left_out = if pin.rmw { inst.sources.first().map_or(0, words) } else { 0 };
        let widths = pin.widths.iter().enumerate();
        let kept = widths.filter(|(i, _)| !(before..before + left_out).contains(i));
        return 1 + kept.map(|(_, w)| u64::from(*w)).sum::<u64>();
    }
    let widest = |operands: &[Operand]| operands.iter().map(|o| 5 * (o.chain.len() as u64 + 1)).sum::<u64>();
    let counts = u64::from(info.targets.counted) + u64::from(info.sources.counted);
    1 + 5 * counts + widest(&inst.targets) + widest(&inst.sources)
}

/// Whether an operand encodes the same in every layout.
fn is_constant(operand: &Operand) -> bool {
    let constant = |mem: &Mem| !matches!(mem, Mem::At(_));
    operand.chain.iter().all(constant)
        && match &operand.last {
            Last::Imm(_) | Last::Wrong(_) => true,
            Last::Mem(mem) => constant(mem),
            Last::Lazy(_) | Last::Branch(_) => false,
        }
}

/// Whether an instruction encodes the same in every layout.
pub(crate) fn is_fixed(inst: &Inst) -> bool {
    inst.targets.iter().chain(&inst.sources).all(is_constant)
}
