//! `translate` and `maketrans`

use super::super::text::TextBuilder;
use crate::heap::Kind;
use crate::native::{Args, Result};
use crate::object::dict::Lookup;
use crate::text::utf8;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `maketrans`
pub fn maketrans(vm: &mut Vm<'_>, args: Args) -> Result {
    if args.keyword_count() > 0 {
        return Err(vm.raise(Type::TypeError, "str.maketrans() takes no keyword arguments"));
    }
    let n = args.len();
    if n == 0 || n > 3 {
        let (many, limit, plural) = if n == 0 { ("least", 1, "") } else { ("most", 3, "s") };
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            write!(out, "maketrans expected at {many} {limit} argument{plural}, got {n}")
        }));
    }
    let function = vm.frozen_function("_str_maketrans")?;
    Err(vm.tail_forward(function, args))
}

/// `translate`: dicts natively, other tables in frozen code.
pub fn translate(vm: &mut Vm<'_>, args: Args) -> Result {
    let table = args.get(vm, 1);
    if args.get(vm, 0) == Value::EMPTY_STR {
        return Ok(Value::EMPTY_STR);
    }
    if !vm.heap.is_kind(table, Kind::Dict) {
        let function = vm.frozen_function("_str_translate")?;
        return Err(vm.tail_forward(function, args));
    }
    let n = vm.heap.text(args.get(vm, 0)).len();
    vm.charge(n);
    let builder = TextBuilder::new(vm, n)?;
    let mut at = 0;
    // What stands for itself goes over in runs.
    let mut run = 0;
    loop {
        let text = args.get(vm, 0);
        let Some((point, size)) = utf8::decode(&vm.heap.text(text), at) else { break };
        let table = args.get(vm, 1);
        let key = Value::int(i64::from(point));
        let Ok(hash) = vm.heap.table_hash(key) else { return Err(vm.out_of_memory()) };
        let value = match vm.heap.find(table, key, hash) {
            Lookup::Missing => {
                at += size;
                continue;
            }
            Lookup::Found(entry) => vm.heap.entry_value(table, entry),
            Lookup::Ask { .. } => {
                let function = vm.frozen_function("_str_translate")?;
                return Err(vm.tail_forward(function, args));
            }
        };
        let place = vm.heap.hold(value);
        builder.put_part(vm, text, run, at)?;
        let value = vm.heap.held(place);
        vm.heap.release(place);
        put_replacement(vm, &builder, value)?;
        at += size;
        run = at;
    }
    let text = args.get(vm, 0);
    if run == 0 {
        return Ok(text);
    }
    builder.put_part(vm, text, run, at)?;
    Ok(builder.finish(vm))
}

/// Puts what a table says: a string, a code point, or nothing for None.
fn put_replacement(vm: &mut Vm<'_>, builder: &TextBuilder, value: Value) -> Result<()> {
    if value.is_none() {
        return Ok(());
    }
    let inner = vm.unwrap(value);
    if vm.heap.is_str(inner) {
        return builder.put_value(vm, inner);
    }
    if vm.heap.is_integer(inner) {
        let point = vm.heap.as_i64(inner).and_then(|n| u32::try_from(n).ok()).filter(|&n| n <= utf8::MAX);
        return match point {
            Some(point) => builder.render(vm, |sink| utf8::put(point, sink)),
            None => Err(vm.raise(Type::ValueError, "character mapping must be in range(0x110000)")),
        };
    }
    Err(vm.raise(Type::TypeError, "character mapping must return integer, None or str"))
}
