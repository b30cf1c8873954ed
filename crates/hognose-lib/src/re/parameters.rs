//! Arguments of methods, by place and by name.

use hognose_vm::native::{Args, Result, Trap};
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// The arguments behind the receiver; unbound for those that were not given. The first `required` of them must be.
pub fn parameters<const N: usize>(
    vm: &mut Vm<'_>,
    args: Args,
    function: &str,
    names: [&str; N],
    required: usize,
) -> Result<[Value; N]> {
    let mut values = [Value::UNBOUND; N];
    let given = args.len().saturating_sub(1);
    if given + args.keyword_count() > N {
        let total = given + args.keyword_count();
        return Err(vm.raise_with(Type::TypeError, |_, out| {
            let plural = if N == 1 { "" } else { "s" };
            write!(out, "{function}() takes at most {N} argument{plural} ({total} given)")
        }));
    }
    for (i, value) in values.iter_mut().enumerate().take(given) {
        *value = args.get(vm, 1 + i);
    }
    let mut unknown = None;
    for k in 0..args.keyword_count() {
        let name = args.keyword_name(vm, k);
        let at = {
            let text = vm.heap.text(name);
            names.iter().position(|n| n.as_bytes() == &*text)
        };
        match at {
            Some(at) if at < given => {
                let name = names[at];
                return Err(vm.raise_with(Type::TypeError, |_, out| {
                    write!(
                        out,
                        "argument for {function}() given by name ('{name}') and position ({})",
                        at + 1
                    )
                }));
            }
            Some(at) => values[at] = args.keyword_value(vm, k),
            None => unknown = Some(name),
        }
    }
    if let Some(at) = values.iter().take(required).position(|v| v.is_unbound()) {
        return Err(missing(vm, function, names[at], at));
    }
    if let Some(name) = unknown {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            let text = vm.heap.text(name);
            write!(out, "'{}' is an invalid keyword argument for {function}()", text.as_str())
        }));
    }
    Ok(values)
}

#[cold]
fn missing(vm: &mut Vm<'_>, function: &str, name: &str, at: usize) -> Trap {
    vm.raise_with(Type::TypeError, |_, out| {
        write!(out, "{function}() missing required argument '{name}' (pos {})", at + 1)
    })
}

/// An int, the default when it was not given. Ints beyond 64 bits: the largest or smallest there is.
pub fn number(vm: &mut Vm<'_>, value: Value, default: i64) -> Result<i64> {
    if value.is_unbound() {
        return Ok(default);
    }
    let inner = vm.unwrap(value);
    if let Some(n) = vm.heap.as_i64(inner) {
        return Ok(n);
    }
    let sign = vm.heap.int_parts(inner).map(|parts| parts.negative());
    match sign {
        Some(negative) => Ok(if negative { i64::MIN } else { i64::MAX }),
        None => {
            Err(crate::argument::wrong_type(vm, "'", value, "' object cannot be interpreted as an integer"))
        }
    }
}
