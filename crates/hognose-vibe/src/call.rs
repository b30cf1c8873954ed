//! A call of a function of module `vibe`: its arguments against the declaration, in the words of the module.

use crate::computer::Computer;
use crate::vibe::Vibe;
use crate::wait::Wait;
use core::ops::Deref;
use hognose::declare::{Function, Kind, Literal};
use hognose::{Args, NativeResult, Text, Type, Value, Vm};
use hognose_vm::heap::{Kind as Heap, Root};
use hognose_vm::native::Trap;

/// Most parameters of a function.
const MOST: usize = 8;

/// A function of the module.
pub type Body = fn(&mut Call<'_>, &mut Vm<'_>) -> NativeResult;

/// A call with arguments that were checked.
pub struct Call<'a> {
    /// The program.
    pub vibe: &'a mut Vibe,
    /// The computer.
    pub computer: &'a mut dyn Computer,
    args: Args,
    ints: [i64; MOST],
    function: &'static Function,
}

/// Text or bytes of the program.
pub enum Words<'v> {
    /// A str.
    Text(Text<'v>),
    /// Bytes.
    Bytes(&'v [u8]),
}

impl Deref for Words<'_> {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        match self {
            Words::Text(text) => text.as_str().as_bytes(),
            Words::Bytes(bytes) => bytes,
        }
    }
}

impl Words<'_> {
    /// Up to the first NUL.
    pub fn until_nul(&self) -> &[u8] {
        self.split(|&byte| byte == 0).next().unwrap_or(&[])
    }

    /// Up to the first NUL, as text; nothing when it is not UTF-8.
    pub fn as_str(&self) -> Option<&str> {
        core::str::from_utf8(self.until_nul()).ok()
    }
}

impl Call<'_> {
    /// Int `i`.
    pub fn int(&self, i: usize) -> i64 {
        self.ints.get(i).copied().unwrap_or(0)
    }

    /// Int `i`, cut to 32 bits.
    pub fn int32(&self, i: usize) -> i32 {
        self.int(i) as i32
    }

    /// Int `i` as colour.
    pub fn color(&self, i: usize) -> u32 {
        self.int(i) as u32
    }

    /// Is argument `i` there?
    pub fn has(&self, i: usize) -> bool {
        i < self.args.len()
    }

    /// Argument `i` as it was given.
    pub fn value(&self, vm: &Vm<'_>, i: usize) -> Value {
        self.args.get(vm, i)
    }

    /// All arguments, to hand on.
    pub fn arguments(&self) -> Args {
        self.args
    }

    /// Text, or bytes of any kind.
    pub fn words<'v>(&self, vm: &'v Vm<'_>, i: usize) -> Words<'v> {
        words(vm, self.args.get(vm, i))
    }

    /// The program waits; its answer comes from [`turn`](crate::vibe::turn).
    pub fn wait(&mut self, vm: &mut Vm<'_>, wait: Wait) -> NativeResult {
        self.vibe.abandon(self.computer);
        self.vibe.wait = wait;
        vm.heap.set_root(Root::Pending, Value::int(self.function.signature.into()));
        Err(Trap::Pending)
    }

    /// A moment that many milliseconds from now; None for never, when they are negative.
    pub fn moment(&mut self, milliseconds: i64) -> Option<u64> {
        let milliseconds = u64::try_from(milliseconds).ok()?;
        Some(crate::wait::uptime(self.computer).saturating_add(milliseconds))
    }
}

/// A value as text or bytes.
pub fn words<'v>(vm: &'v Vm<'_>, value: Value) -> Words<'v> {
    let value = vm.unwrap(value);
    if vm.heap.is_str(value) { Words::Text(vm.heap.text(value)) } else { Words::Bytes(vm.bytes_of(value)) }
}

/// Checks the arguments and calls the function.
pub fn enter(vm: &mut Vm<'_>, args: Args, function: &'static Function, body: Body) -> NativeResult {
    vm.charge(function.cost as usize);
    if args.keyword_count() > 0 {
        return Err(vm.raise(Type::TypeError, "function doesn't take keyword arguments"));
    }
    let ints = check(vm, args, function)?;
    vm.with_host::<Vibe, _>(|vibe, vm| {
        let shared = vibe.computer;
        match shared.try_borrow_mut() {
            Ok(mut computer) => body(&mut Call { vibe, computer: &mut *computer, args, ints, function }, vm),
            Err(_) => Err(vm.raise(Type::RuntimeError, "the computer is busy")),
        }
    })
}

fn check(vm: &mut Vm<'_>, args: Args, function: &'static Function) -> NativeResult<[i64; MOST]> {
    let parameters = function.parameters;
    let given = args.len();
    let least = parameters.iter().filter(|p| p.default.is_none()).count();
    if given > parameters.len() || given < least {
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            if least == parameters.len() {
                write!(out, "function takes {least} positional arguments but {given} were given")
            } else if given < least {
                write!(out, "function missing {} required positional arguments", least - given)
            } else {
                write!(out, "function expected at most {} arguments, got {given}", parameters.len())
            }
        }));
    }
    let mut ints = [0; MOST];
    for (i, (parameter, slot)) in parameters.iter().zip(&mut ints).enumerate() {
        let given = args.get(vm, i);
        if given.is_unbound() {
            *slot = match parameter.default {
                Some(Literal::Int(n)) => n,
                Some(Literal::Bool(on)) => on.into(),
                _ => 0,
            };
            continue;
        }
        let value = vm.unwrap(given);
        match parameter.kind {
            Kind::Int => *slot = int(vm, given, value)?,
            Kind::Str if !vm.heap.is_str(value) && vm.heap.bytes_like(value).is_none() => {
                return Err(not_text(vm, given));
            }
            Kind::Bytes if !vm.heap.is_str(value) && !vm.has_bytes(value) => return Err(not_text(vm, given)),
            Kind::Bool => *slot = truth(vm, value).into(),
            _ => {}
        }
    }
    Ok(ints)
}

/// An int as 64 bits; those of `1 << 63` and above keep their bits.
fn int(vm: &mut Vm<'_>, given: Value, value: Value) -> NativeResult<i64> {
    if !vm.is_a(value, Type::Int) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("can't convert ")?;
            vm.write_type_name(given, out)?;
            out.write_str(" to int")
        }));
    }
    if let Some(n) = vm.heap.as_i64(value) {
        return Ok(n);
    }
    match vm.heap.big_parts(value) {
        ([a, b], false) => Ok((u64::from(*a) | u64::from(*b) << 32) as i64),
        _ => Err(vm.raise(Type::OverflowError, "overflow converting long int to machine word")),
    }
}

#[cold]
fn not_text(vm: &mut Vm<'_>, given: Value) -> Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str("can't convert '")?;
        vm.write_type_name(given, out)?;
        out.write_str("' object to str implicitly")
    })
}

/// Is it true? Of objects of a script's own classes only those that are None, false, zero or empty are not.
fn truth(vm: &Vm<'_>, value: Value) -> bool {
    if value.is_none()
        || value == Value::FALSE
        || value.as_float() == Some(0.0)
        || vm.heap.as_i64(value) == Some(0)
    {
        return false;
    }
    if vm.heap.is_str(value) {
        return vm.heap.str_len(value) > 0;
    }
    match vm.heap.kind(value) {
        Heap::List | Heap::Tuple => !vm.heap.items(value).is_empty(),
        Heap::Dict | Heap::Set | Heap::FrozenSet => vm.heap.dict_len(value) > 0,
        _ => !vm.heap.bytes_like(value).is_some_and(|bytes| bytes.is_empty()),
    }
}
