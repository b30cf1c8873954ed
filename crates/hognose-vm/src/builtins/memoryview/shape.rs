//! Properties of views, casts, lists.

use super::super::text::Parameters;
use super::item::{size_of, to_value, unpack};
use super::{BASE, Layout, SHAPE, derive, layout, living};
use crate::heap::{Held, Kind};
use crate::native::{Args, Result};
use crate::object::list::list_words;
use crate::object::tuple::tuple_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `__len__`
pub fn len(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shape = vm.heap.field(view, SHAPE);
    Ok(if shape.is_object() { vm.heap.item(shape, 0) } else { Value::int(layout(vm, view).items as i64) })
}

/// `contiguous`, `c_contiguous`
pub fn contiguous(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    Ok(Value::bool(layout(vm, view).is_contiguous()))
}

/// `f_contiguous`
pub fn f_contiguous(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shape = vm.heap.field(view, SHAPE);
    // Of several dimensions only a row or column is.
    let long = if shape.is_object() {
        (0..vm.heap.tuple_len(shape)).filter(|&i| vm.heap.item(shape, i).raw_int() > 1).count()
    } else {
        1
    };
    Ok(Value::bool(layout(vm, view).is_contiguous() && long <= 1))
}

/// `format`
pub fn format(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    Ok(Value::char(layout(vm, view).format as char))
}

/// `itemsize`
pub fn itemsize(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    Ok(Value::int(layout(vm, view).size as i64))
}

/// `nbytes`
pub fn nbytes(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shown = layout(vm, view);
    Ok(Value::int((shown.items * shown.size) as i64))
}

/// `readonly`
pub fn readonly(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    Ok(Value::bool(layout(vm, view).readonly))
}

/// `ndim`
pub fn ndim(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shape = vm.heap.field(view, SHAPE);
    Ok(Value::int(if shape.is_object() { vm.heap.tuple_len(shape) as i64 } else { 1 }))
}

/// `shape`
pub fn shape(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shape = vm.heap.field(view, SHAPE);
    if shape.is_object() {
        return Ok(shape);
    }
    let items = layout(vm, view).items;
    let made = vm.heap.new_tuple(&[Value::int(items as i64)]);
    vm.grant_memory(made)
}

/// `strides`
pub fn strides(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shown = layout(vm, view);
    let shape = vm.heap.field(view, SHAPE);
    if !shape.is_object() {
        let made = vm.heap.new_tuple(&[Value::int(shown.stride as i64)]);
        return vm.grant_memory(made);
    }
    let n = vm.heap.tuple_len(shape);
    vm.reserve(tuple_words(n))?;
    let shape = vm.heap.field(args.get(vm, 0), SHAPE);
    let made = vm.heap.alloc_tuple(n);
    let mut stride = shown.size as i64;
    for i in (0..n).rev() {
        vm.heap.set_item(made, i, Value::int(stride));
        stride = stride.saturating_mul(vm.heap.item(shape, i).raw_int());
    }
    Ok(made)
}

/// `suboffsets`
pub fn suboffsets(vm: &mut Vm<'_>, args: Args) -> Result {
    living(vm, args)?;
    Ok(vm.heap.root(crate::heap::Root::EmptyTuple))
}

static CAST: Parameters<2> =
    Parameters { function: "cast", names: ["format", "shape"], required: 1, positional: 2 };

/// `cast`
pub fn cast(vm: &mut Vm<'_>, args: Args) -> Result {
    let bound = CAST.bind(vm, args, 1)?;
    let view = living(vm, args)?;
    let given = bound.get(vm, 0);
    let text = vm.unwrap(given);
    if !vm.heap.is_str(text) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("cast() argument 'format' must be str, not ")?;
            crate::builtins::text::write_given(vm, given, out)
        }));
    }
    let wanted = bound.get(vm, 1);
    let lengths = vm.unwrap(wanted);
    if !wanted.is_unbound() && !matches!(vm.heap.kind(lengths), Kind::List | Kind::Tuple) {
        return Err(vm.raise(Type::TypeError, "shape must be a list or a tuple"));
    }
    let shown = layout(vm, view);
    if !shown.is_contiguous() {
        return Err(vm.raise(Type::TypeError, "memoryview: casts are restricted to C-contiguous views"));
    }
    let format = match &*vm.heap.text(text) {
        [format] | [b'@', format] => Some(*format),
        _ => None,
    };
    let Some((format, size)) = format.and_then(|format| Some((format, size_of(format)?))) else {
        return Err(vm.raise(
            Type::ValueError,
            "memoryview: destination format must be a native single character format prefixed with an optional '@'",
        ));
    };
    let is_bytes = |format: u8| matches!(format, b'B' | b'b' | b'c');
    if !is_bytes(shown.format) && !is_bytes(format) {
        return Err(vm.raise(Type::TypeError, "memoryview: cannot cast between two non-byte formats"));
    }
    let bytes = shown.items * shown.size;
    if bytes % size != 0 {
        return Err(vm.raise(Type::TypeError, "memoryview: length is not a multiple of itemsize"));
    }
    let new = Layout { items: bytes / size, format, size, stride: size as i32, ..shown };
    if wanted.is_unbound() {
        return derive(vm, view, &new, Value::NULL);
    }
    let n = vm.heap.items(lengths).len();
    if n > 64 {
        return Err(vm.raise(Type::ValueError, "memoryview: number of dimensions must not exceed 64"));
    }
    let mut product = size as u64;
    for i in 0..n {
        let length = vm.heap.items(lengths).get(i).map_or(Value::NONE, |&word| Value(word));
        if !vm.heap.is_integer(length) {
            return Err(vm.raise(Type::TypeError, "memoryview.cast(): elements of shape must be integers"));
        }
        let length = vm.heap.as_i64(length).unwrap_or(i64::MAX);
        if length <= 0 {
            return Err(
                vm.raise(Type::ValueError, "memoryview.cast(): elements of shape must be integers > 0")
            );
        }
        product = product.saturating_mul(length as u64);
    }
    if product != bytes as u64 || n == 0 {
        return Err(vm.raise(Type::TypeError, "memoryview: product(shape) * itemsize != buffer size"));
    }
    if n == 1 {
        return derive(vm, view, &new, Value::NULL);
    }
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    let lengths = vm.unwrap(bound.get(vm, 1));
    for i in 0..n {
        let length = vm.heap.items(lengths).get(i).map_or(1, |&word| Value(word).as_index().unwrap_or(1));
        vm.heap.set_item(tuple, i, Value::int(length));
    }
    let view = args.get(vm, 0);
    derive(vm, view, &new, tuple)
}

/// `tolist`: lists in lists for several dimensions.
pub fn tolist(vm: &mut Vm<'_>, args: Args) -> Result {
    let view = living(vm, args)?;
    let shown = layout(vm, view);
    vm.charge(shown.items);
    let view = vm.heap.hold(view);
    let shape = vm.heap.field(vm.heap.held(view), SHAPE);
    let mut items = items(vm, view, &shown)?;
    if !shape.is_object() {
        return Ok(items);
    }
    // Rows of the last dimension first, then rows of those, until one list is left.
    let n = vm.heap.tuple_len(vm.heap.field(vm.heap.held(view), SHAPE));
    for i in (1..n).rev() {
        let length = vm.heap.item(vm.heap.field(vm.heap.held(view), SHAPE), i).raw_int().max(1) as usize;
        items = rows(vm, items, length)?;
    }
    Ok(items)
}

/// All items of a view as a list.
fn items(vm: &mut Vm<'_>, view: Held, shown: &Layout) -> Result {
    vm.reserve(list_words(shown.items))?;
    let list = vm.heap.alloc_list(shown.items);
    let place = vm.heap.hold(list);
    for i in 0..shown.items {
        let base = vm.heap.field(vm.heap.held(view), BASE);
        let at = shown.place(i);
        let item = {
            let bytes = vm.heap.bytes_like(base).unwrap_or(&[]);
            unpack(shown.format, bytes.get(at..at + shown.size).unwrap_or(&[]))
        };
        let item = to_value(vm, item)?;
        let list = vm.heap.held(place);
        vm.heap.set_list_item(list, i, item);
    }
    Ok(vm.heap.held(place))
}

/// A list cut into lists of `length` items.
fn rows(vm: &mut Vm<'_>, items: Value, length: usize) -> Result {
    let n = vm.heap.items(items).len() / length;
    let place = vm.heap.hold(items);
    vm.reserve(list_words(n) + n * list_words(length))?;
    let items = vm.heap.held(place);
    let list = vm.heap.alloc_list(n);
    for row in 0..n {
        let inner = vm.heap.alloc_list(length);
        for i in 0..length {
            let item = vm.heap.list_item(items, row * length + i);
            vm.heap.set_list_item(inner, i, item);
        }
        vm.heap.set_list_item(list, row, inner);
    }
    Ok(list)
}
