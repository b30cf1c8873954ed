//! `to_bytes`, `from_bytes`

use super::super::text::{Index, Parameters, index_of, not_an_integer, raw, split_block, with_int};
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::num::bigint::{self, BytesError, Order};
use crate::object::bytes::bytes_words;
use crate::object::int::int_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

static TO_BYTES: Parameters<3> =
    Parameters { function: "to_bytes", names: ["length", "byteorder", "signed"], required: 0, positional: 2 };
static FROM_BYTES: Parameters<3> = Parameters {
    function: "from_bytes",
    names: ["bytes", "byteorder", "signed"],
    required: 1,
    positional: 2,
};

/// The order of bytes named by an argument; big when there is none.
fn order(vm: &mut Vm<'_>, function: &str, value: Value) -> Result<Order> {
    if value.is_unbound() {
        return Ok(Order::Big);
    }
    let inner = vm.unwrap(value);
    if !vm.heap.is_str(inner) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            write!(out, "{function}() argument 'byteorder' must be str, not ")?;
            crate::builtins::text::write_given(vm, value, out)
        }));
    }
    let found = match &*vm.heap.text(inner) {
        b"big" => Some(Order::Big),
        b"little" => Some(Order::Little),
        _ => None,
    };
    match found {
        Some(order) => Ok(order),
        None => Err(vm.raise(Type::ValueError, "byteorder must be either 'little' or 'big'")),
    }
}

/// The truth of an argument; false when it was not given or only Python code knows.
fn flag(vm: &Vm<'_>, value: Value) -> bool {
    !value.is_unbound() && vm.quick_truth(value).unwrap_or(false)
}

/// `to_bytes`
pub fn to_bytes(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = TO_BYTES.bind(vm, args, 1)?;
    let length = bound.get(vm, 0);
    let length = if length.is_unbound() {
        1
    } else {
        match index_of(vm, length) {
            Index::Value(n) if n < 0 => {
                return Err(vm.raise(Type::ValueError, "length argument must be non-negative"));
            }
            Index::Value(n) if n as u64 <= vm.heap.words() as u64 * 8 => n as usize,
            Index::Value(_) => return Err(vm.out_of_memory()),
            Index::Huge(_) => {
                return Err(vm.raise(Type::OverflowError, "Python int too large to convert to C ssize_t"));
            }
            Index::Ask => {
                let function = vm.frozen_function("_int_to_bytes")?;
                let (byteorder, signed) = (bound.get(vm, 1), bound.get(vm, 2));
                let byteorder = if byteorder.is_unbound() { crate::names::short("big") } else { byteorder };
                let signed = if signed.is_unbound() { Value::FALSE } else { signed };
                let (int, length) = (args.get(vm, 0), bound.get(vm, 0));
                return Err(vm.tail_call(function, &[int, length, byteorder, signed]));
            }
            Index::No => return Err(not_an_integer(vm, length)),
        }
    };
    let byteorder = bound.get(vm, 1);
    let order = order(vm, "to_bytes", byteorder)?;
    let signed = flag(vm, bound.get(vm, 2));
    vm.charge(length / 8);
    vm.reserve(bytes_words(length))?;
    let int = vm.unwrap(args.get(vm, 0));
    let made = vm.heap.alloc_bytes(length);
    let small = with_int(vm, int, |int| {
        let mut limbs = [0; 2];
        match int.mag {
            mag if mag.len() <= 2 => {
                limbs[..mag.len()].copy_from_slice(mag);
                Some((int.neg, limbs))
            }
            _ => None,
        }
    });
    let result = match small {
        Some(Some((neg, limbs))) => {
            bigint::to_bytes(bigint::Int::new(neg, &limbs), order, signed, vm.heap.blob_mut(made))
        }
        _ => {
            let (words, view) = split_block(&mut vm.heap, made);
            let out: &mut [u8] = bytemuck::cast_slice_mut(words.get_mut(2..).unwrap_or(&mut []));
            let out = out.get_mut(..length).unwrap_or(&mut []);
            view.with_big(int, |int| bigint::to_bytes(int, order, signed, out))
        }
    };
    match result {
        Ok(()) => Ok(made),
        Err(BytesError::Negative) => {
            Err(vm.raise(Type::OverflowError, "can't convert negative int to unsigned"))
        }
        Err(BytesError::TooBig) => Err(vm.raise(Type::OverflowError, "int too big to convert")),
    }
}

/// `from_bytes`
pub fn from_bytes(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = FROM_BYTES.bind(vm, args, 1)?;
    let byteorder = bound.get(vm, 1);
    let order = order(vm, "from_bytes", byteorder)?;
    let given = bound.get(vm, 0);
    let data = vm.bytes_inside(given);
    let signed = flag(vm, bound.get(vm, 2));
    let user_bytes = vm.is_user_object(given) && {
        let class = vm.type_of(given);
        vm.find_user(class, crate::names::DUNDER_BYTES).is_some()
    };
    let data = match vm.heap.kind(data) {
        Kind::Bytes | Kind::ByteArray if !user_bytes => data,
        Kind::MemoryView => crate::builtins::memoryview::copy_bytes(vm, data)?,
        _ => {
            let function = vm.frozen_function("_int_from_bytes")?;
            let class = args.get(vm, 0);
            let (given, byteorder) = (bound.get(vm, 0), bound.get(vm, 1));
            let byteorder = if byteorder.is_unbound() { crate::names::short("big") } else { byteorder };
            return Err(vm.tail_call(function, &[class, given, byteorder, Value::bool(signed)]));
        }
    };
    let n = raw(vm, data).len();
    vm.charge(n / 8);
    let limbs = n.div_ceil(4) + 1;
    let place = vm.heap.hold(data);
    vm.reserve(int_words(limbs))?;
    let data = vm.heap.held(place);
    let made = vm.heap.alloc_big(limbs);
    let result = {
        let (words, view) = split_block(&mut vm.heap, made);
        let out: &mut [u32] = bytemuck::cast_slice_mut(words.get_mut(2..).unwrap_or(&mut []));
        bigint::from_bytes(view.bytes(data), order, signed, out)
    };
    let Ok(result) = result else { return Err(vm.raise(Type::SystemError, "bytes were misread")) };
    let int = vm.heap.finish_big(made, result.len, result.neg);
    let class = args.get(vm, 0);
    if class == Type::Int.value() {
        return Ok(int);
    }
    Err(vm.tail_call(class, &[int]))
}
