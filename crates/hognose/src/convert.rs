//! Values of Rust as values of a script.

use crate::handle::{self, Handle};
use crate::object::Object;
use hognose_vm::native::Result;
use hognose_vm::object::list::list_words;
use hognose_vm::object::tuple::tuple_words;
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// Rust types that can be given to a script: results of host functions, answers, arguments of calls, globals.
///
/// | Rust | Python |
/// |---|---|
/// | `()` | `None` |
/// | `bool`, integers, `f32`, `f64` | `bool`, `int`, `float` |
/// | `&str`, `char` | `str` |
/// | `&[u8]` | `bytes` |
/// | `Option<T>` | the value or `None` |
/// | `(A, B)` ... four, `[T; N]` | `tuple` |
/// | [`List`] | `list` |
/// | [`Handle`] | what it holds |
pub trait ToPython {
    /// Makes the value. May collect. `MemoryError` when the block is full.
    fn to_python(self, vm: &mut Vm<'_>) -> Result<Value>;
}

impl ToPython for () {
    fn to_python(self, _vm: &mut Vm<'_>) -> Result<Value> {
        Ok(Value::NONE)
    }
}

impl ToPython for bool {
    fn to_python(self, _vm: &mut Vm<'_>) -> Result<Value> {
        Ok(Value::bool(self))
    }
}

macro_rules! integers {
    ($make:ident as $as:ty: $($t:ty)*) => { $(
        impl ToPython for $t {
            fn to_python(self, vm: &mut Vm<'_>) -> Result<Value> {
                let made = vm.heap.$make(self as $as);
                vm.grant_memory(made)
            }
        }
    )* };
}

integers! { new_int as i64: i8 i16 i32 i64 isize }
integers! { new_uint as u64: u8 u16 u32 u64 usize }

impl ToPython for f64 {
    fn to_python(self, _vm: &mut Vm<'_>) -> Result<Value> {
        Ok(Value::float(self))
    }
}

impl ToPython for f32 {
    fn to_python(self, _vm: &mut Vm<'_>) -> Result<Value> {
        Ok(Value::float(self as f64))
    }
}

impl ToPython for &str {
    fn to_python(self, vm: &mut Vm<'_>) -> Result<Value> {
        let made = vm.heap.new_str(self.as_bytes());
        vm.grant_memory(made)
    }
}

impl ToPython for char {
    fn to_python(self, _vm: &mut Vm<'_>) -> Result<Value> {
        Ok(Value::char(self))
    }
}

impl ToPython for &[u8] {
    fn to_python(self, vm: &mut Vm<'_>) -> Result<Value> {
        let made = vm.heap.new_bytes(self);
        vm.grant_memory(made)
    }
}

impl<T: ToPython> ToPython for Option<T> {
    fn to_python(self, vm: &mut Vm<'_>) -> Result<Value> {
        match self {
            Some(value) => value.to_python(vm),
            None => Ok(Value::NONE),
        }
    }
}

impl ToPython for Handle {
    fn to_python(self, vm: &mut Vm<'_>) -> Result<Value> {
        match handle::value(vm, self) {
            Some(value) => Ok(value),
            None => Err(vm.raise(Type::RuntimeError, "the host used a handle that holds nothing")),
        }
    }
}

impl ToPython for Value {
    /// It must be a value of this engine that is right now: nothing may have run since it was read.
    fn to_python(self, _vm: &mut Vm<'_>) -> Result<Value> {
        Ok(self)
    }
}

/// The items of an iterator as a `list`.
///
/// ```
/// use hognose::{Budget, Engine, List};
///
/// let mut block = vec![0u64; 16 * 1024];
/// let mut engine = Engine::new(&mut block)?;
/// engine.load_source("total = sum(readings)", "total.py")?;
/// engine.set_global("readings", List([3, 4, 5].iter().copied()))?;
/// engine.run(Budget::fuel(10_000));
/// assert_eq!(engine.global_as::<i64>("total"), Ok(12));
/// # Ok::<(), hognose::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct List<I>(pub I);

impl<T: ToPython, I: ExactSizeIterator<Item = T>> ToPython for List<I> {
    fn to_python(self, vm: &mut Vm<'_>) -> Result<Value> {
        let n = self.0.len();
        vm.reserve(list_words(n))?;
        let list = vm.heap.alloc_list(n);
        let place = vm.heap.hold(list);
        for (i, item) in self.0.take(n).enumerate() {
            let value = match item.to_python(vm) {
                Ok(value) => value,
                Err(trap) => {
                    vm.heap.release(place);
                    return Err(trap);
                }
            };
            let list = vm.heap.held(place);
            vm.heap.set_list_item(list, i, value);
        }
        let list = vm.heap.held(place);
        vm.heap.release(place);
        Ok(list)
    }
}

/// A tuple whose items are made one after the other by `make`.
fn tuple(
    vm: &mut Vm<'_>,
    n: usize,
    mut make: impl FnMut(usize, &mut Vm<'_>) -> Result<Value>,
) -> Result<Value> {
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    let place = vm.heap.hold(tuple);
    for i in 0..n {
        match make(i, vm) {
            Ok(value) => {
                let tuple = vm.heap.held(place);
                vm.heap.set_item(tuple, i, value);
            }
            Err(trap) => {
                vm.heap.release(place);
                return Err(trap);
            }
        }
    }
    let tuple = vm.heap.held(place);
    vm.heap.release(place);
    Ok(tuple)
}

impl<T: ToPython, const N: usize> ToPython for [T; N] {
    fn to_python(self, vm: &mut Vm<'_>) -> Result<Value> {
        let mut items = self.into_iter();
        tuple(vm, N, |_, vm| match items.next() {
            Some(item) => item.to_python(vm),
            None => Ok(Value::NONE),
        })
    }
}

/// Arguments of a call from the host: a tuple of at most six, or an array of at most eight.
pub trait Arguments {
    /// Makes each value and gives it to `put` at once.
    fn put(self, vm: &mut Vm<'_>, put: &mut dyn FnMut(&mut Vm<'_>, Value)) -> Result<()>;
}

impl Arguments for () {
    fn put(self, _vm: &mut Vm<'_>, _put: &mut dyn FnMut(&mut Vm<'_>, Value)) -> Result<()> {
        Ok(())
    }
}

impl<T: ToPython, const N: usize> Arguments for [T; N] {
    fn put(self, vm: &mut Vm<'_>, put: &mut dyn FnMut(&mut Vm<'_>, Value)) -> Result<()> {
        const { assert!(N <= 8, "a call from the host takes at most 8 arguments") };
        for item in self {
            let value = item.to_python(vm)?;
            put(vm, value);
        }
        Ok(())
    }
}

macro_rules! tuples {
    ($( ($($t:ident $i:tt)+) )+) => { $(
        impl<$($t: ToPython),+> Arguments for ($($t,)+) {
            fn put(self, vm: &mut Vm<'_>, put: &mut dyn FnMut(&mut Vm<'_>, Value)) -> Result<()> {
                $(
                    let value = self.$i.to_python(vm)?;
                    put(vm, value);
                )+
                Ok(())
            }
        }
    )+ };
}

tuples! { (A 0) (A 0 B 1) (A 0 B 1 C 2) (A 0 B 1 C 2 D 3) (A 0 B 1 C 2 D 3 E 4) (A 0 B 1 C 2 D 3 E 4 F 5) }

macro_rules! tuple_values {
    ($( ($n:literal $($t:ident $i:tt)+) )+) => { $(
        impl<$($t: ToPython),+> ToPython for ($($t,)+) {
            fn to_python(self, vm: &mut Vm<'_>) -> Result<Value> {
                let mut items = ($(Some(self.$i),)+);
                tuple(vm, $n, |i, vm| match i {
                    $($i => items.$i.take().to_python(vm),)+
                    _ => Ok(Value::NONE),
                })
            }
        }
    )+ };
}

tuple_values! { (2 A 0 B 1) (3 A 0 B 1 C 2) (4 A 0 B 1 C 2 D 3) }

/// What a host function of the macro may take: how it is held while the function runs, and how it is seen.
pub trait Parameter {
    /// What is kept beside the engine while the function runs.
    type Held<'v>;
    /// Reads a value that was checked.
    fn hold<'v>(vm: &'v Vm<'_>, value: Value) -> Self::Held<'v>;
}

/// Markers of the kinds of parameters, used by the macro.
pub mod kinds {
    /// `int`
    pub enum Int {}
    /// `float`
    pub enum Float {}
    /// `bool`
    pub enum Bool {}
    /// `str`
    pub enum Str {}
    /// `bytes`
    pub enum Bytes {}
    /// anything
    pub enum Any {}
    /// something to call later
    pub enum Callable {}
}

impl Parameter for kinds::Int {
    type Held<'v> = i64;
    fn hold<'v>(vm: &'v Vm<'_>, value: Value) -> i64 {
        vm.heap.as_i64(value).unwrap_or(0)
    }
}

impl Parameter for kinds::Float {
    type Held<'v> = f64;
    fn hold<'v>(_vm: &'v Vm<'_>, value: Value) -> f64 {
        value.as_float().unwrap_or(0.0)
    }
}

impl Parameter for kinds::Bool {
    type Held<'v> = bool;
    fn hold<'v>(_vm: &'v Vm<'_>, value: Value) -> bool {
        value == Value::TRUE
    }
}

impl Parameter for kinds::Str {
    type Held<'v> = hognose_vm::object::string::Text<'v>;
    fn hold<'v>(vm: &'v Vm<'_>, value: Value) -> Self::Held<'v> {
        vm.heap.text(value)
    }
}

impl Parameter for kinds::Bytes {
    type Held<'v> = &'v [u8];
    fn hold<'v>(vm: &'v Vm<'_>, value: Value) -> &'v [u8] {
        vm.heap.bytes_like(value).unwrap_or(&[])
    }
}

impl Parameter for kinds::Any {
    type Held<'v> = Object<'v>;
    fn hold<'v>(vm: &'v Vm<'_>, value: Value) -> Object<'v> {
        Object::new(&vm.heap, value)
    }
}

impl Parameter for kinds::Callable {
    type Held<'v> = Handle;
    fn hold<'v>(_vm: &'v Vm<'_>, value: Value) -> Handle {
        Handle::from_bits(value.as_int().unwrap_or(0) as u32)
    }
}
