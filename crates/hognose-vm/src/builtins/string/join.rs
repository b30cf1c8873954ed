//! `join`

use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::object::cut::LONGEST;
use crate::object::string::str_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `join`: lists and tuples natively, other iterables by way of a list that frozen code makes.
pub fn join(vm: &mut Vm<'_>, args: Args) -> Result {
    let items = args.get(vm, 1);
    if !matches!(vm.heap.kind(items), Kind::List | Kind::Tuple) {
        let function = vm.frozen_function("_str_join")?;
        return Err(vm.tail_forward(function, args));
    }
    let separator = args.get(vm, 0);
    let n = vm.heap.items(items).len();
    let mut total = vm.heap.text(separator).len().saturating_mul(n.saturating_sub(1));
    for i in 0..n {
        let item = vm.heap.items(items).get(i).map_or(Value::NONE, |&word| Value(word));
        if LONGEST > 0 && item.is_short_str() {
            total = total.saturating_add(item.short_bytes().1);
            continue;
        }
        let inner = vm.unwrap(item);
        if !vm.heap.is_str(inner) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                write!(out, "sequence item {i}: expected str instance, ")?;
                vm.write_type_name(item, out)?;
                out.write_str(" found")
            }));
        }
        total = total.saturating_add(vm.heap.text(inner).len());
    }
    if n == 1 {
        let item = vm.heap.items(items).first().map_or(Value::NONE, |&word| Value(word));
        if vm.heap.is_str(item) {
            return Ok(item);
        }
    }
    if total > vm.heap.words() * 8 {
        return Err(vm.out_of_memory());
    }
    vm.charge(n + total / 8);
    vm.reserve(str_words(total))?;
    let (separator, items) = (args.get(vm, 0), args.get(vm, 1));
    let made = vm.heap.alloc_str(total);
    let mut at = 0;
    let mut ascii = n < 2 || vm.heap.is_ascii(separator);
    let has_separator = separator != Value::EMPTY_STR;
    for i in 0..n {
        if i > 0 && has_separator {
            at += add(vm, separator, made, at);
        }
        let item = vm.heap.items(items).get(i).map_or(Value::NONE, |&word| Value(word));
        let item = if LONGEST > 0 && item.is_short_str() { item } else { vm.unwrap(item) };
        ascii &= vm.heap.is_ascii(item);
        at += add(vm, item, made, at);
    }
    Ok(vm.heap.finish_str(made, ascii))
}

/// Adds a string to the one being built; gives the number of its bytes.
#[inline]
fn add(vm: &mut Vm<'_>, text: Value, made: Value, at: usize) -> usize {
    if LONGEST > 0 && text.is_short_str() {
        let (bytes, n) = text.short_bytes();
        if n > 0 {
            vm.heap.put_few(made.offset() + 2, at, u64::from_le_bytes(bytes), n);
        }
        return n;
    }
    vm.heap.copy_text(text, made, at)
}
