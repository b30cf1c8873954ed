//! Indices and slices: what a value of a script means as a place in a sequence.

use crate::heap::Kind;
use crate::names;
use crate::native::Result;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// A value asked for as an index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Index {
    /// An int (or bool, or of a subclass of int).
    At(i64),
    /// An int of more than 64 bits; true: below zero.
    Far(bool),
    /// No int: it may still have `__index__`.
    Other,
}

/// The place that a slice means in a sequence of some length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// First index; any value when there are no items.
    pub start: i64,
    /// End, as `slice.indices` gives it.
    pub stop: i64,
    /// Never 0.
    pub step: i64,
    /// Number of items.
    pub len: usize,
}

impl Bounds {
    /// Index of item `i` of the slice.
    pub fn at(&self, i: usize) -> usize {
        (self.start + self.step * i as i64) as usize
    }

    /// The same items in rising order of their indices.
    pub fn rising(&self) -> Bounds {
        if self.step > 0 || self.len == 0 {
            return *self;
        }
        let first = self.start + self.step * (self.len as i64 - 1);
        Bounds { start: first, stop: self.start + 1, step: self.step.wrapping_neg(), len: self.len }
    }
}

/// A value as an index, without Python code.
pub(crate) fn index_of(vm: &Vm<'_>, value: Value) -> Index {
    let value = vm.unwrap(value);
    if let Some(n) = value.as_index() {
        return Index::At(n);
    }
    if !vm.heap.is_kind(value, Kind::BigInt) {
        return Index::Other;
    }
    match vm.heap.as_i64(value) {
        Some(n) => Index::At(n),
        None => Index::Far(vm.heap.big_parts(value).1),
    }
}

/// Has the value a `__index__`?
pub(crate) fn has_index(vm: &mut Vm<'_>, value: Value) -> bool {
    if matches!(index_of(vm, value), Index::Other) {
        let class = vm.type_of(value);
        return vm.find_in_type(class, names::DUNDER_INDEX).is_some();
    }
    true
}

/// An argument as a number of items or a place; None: its `__index__` must be called. Far ints are OverflowError.
pub(crate) fn argument(vm: &mut Vm<'_>, value: Value) -> Result<Option<i64>> {
    match index_of(vm, value) {
        Index::At(n) => Ok(Some(n)),
        Index::Far(_) => Err(vm.raise(Type::OverflowError, "Python int too large to convert to C ssize_t")),
        Index::Other if has_index(vm, value) => Ok(None),
        Index::Other => Err(not_an_integer(vm, value)),
    }
}

/// TypeError for what cannot be an index.
pub(crate) fn not_an_integer(vm: &mut Vm<'_>, value: Value) -> crate::native::Trap {
    vm.raise_with(Type::TypeError, |vm, out| {
        out.write_str("'")?;
        vm.write_type_name(value, out)?;
        out.write_str("' object cannot be interpreted as an integer")
    })
}

/// A part of a slice, cut to 64 bits; None: not plain.
fn part(vm: &Vm<'_>, value: Value) -> Option<Option<i64>> {
    if value.is_none() {
        return Some(None);
    }
    match index_of(vm, value) {
        Index::At(n) => Some(Some(n)),
        Index::Far(negative) => Some(Some(if negative { -i64::MAX } else { i64::MAX })),
        Index::Other => None,
    }
}

/// What a slice object means for a sequence of `len` items; None when a part needs its `__index__` called.
pub(crate) fn bounds(vm: &mut Vm<'_>, slice: Value, len: usize) -> Result<Option<Bounds>> {
    let parts = [vm.heap.field(slice, 1), vm.heap.field(slice, 2), vm.heap.field(slice, 3)];
    let (Some(start), Some(stop), Some(step)) = (part(vm, parts[0]), part(vm, parts[1]), part(vm, parts[2]))
    else {
        for value in [parts[2], parts[0], parts[1]] {
            if value == Value::int(0) && value == parts[2] {
                return Err(vm.raise(Type::ValueError, "slice step cannot be zero"));
            }
            if !value.is_none() && !has_index(vm, value) {
                return Err(vm.raise(
                    Type::TypeError,
                    "slice indices must be integers or None or have an __index__ method",
                ));
            }
        }
        return Ok(None);
    };
    let step = step.unwrap_or(1).max(-i64::MAX);
    if step == 0 {
        return Err(vm.raise(Type::ValueError, "slice step cannot be zero"));
    }
    Ok(Some(resolve(start, stop, step, len)))
}

/// Defaults and limits of the parts of a slice.
pub(crate) fn resolve(start: Option<i64>, stop: Option<i64>, step: i64, len: usize) -> Bounds {
    let n = len as i64;
    let (lowest, highest) = if step > 0 { (0, n) } else { (-1, n - 1) };
    let place = |value: Option<i64>, default: i64| match value {
        None => default,
        Some(i) if i < 0 => i.saturating_add(n).max(lowest),
        Some(i) => i.min(highest),
    };
    let start = place(start, if step > 0 { 0 } else { n - 1 });
    let stop = place(stop, if step > 0 { n } else { -1 });
    let len = if step > 0 && start < stop {
        (stop - start - 1) / step + 1
    } else if step < 0 && stop < start {
        (start - stop - 1) / -step + 1
    } else {
        0
    };
    Bounds { start, stop, step, len: len as usize }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_take_what_cpython_takes() {
        let taken = |start, stop, step| {
            let b = resolve(start, stop, step, 5);
            (b.start, b.stop, b.len)
        };
        assert_eq!(taken(None, None, 1), (0, 5, 5));
        assert_eq!(taken(None, None, -1), (4, -1, 5));
        assert_eq!(taken(Some(-2), None, 1), (3, 5, 2));
        assert_eq!(taken(Some(1), Some(-1), 2), (1, 4, 2));
        assert_eq!(taken(Some(10), Some(0), -2), (4, 0, 2));
        assert_eq!(taken(Some(i64::MAX), Some(-i64::MAX), -i64::MAX), (4, -1, 1));
        assert_eq!(taken(Some(3), Some(1), 1), (3, 1, 0));
    }

    #[test]
    fn a_falling_slice_rises_over_the_same_places() {
        let falling = resolve(Some(4), None, -2, 5);
        let rising = falling.rising();
        assert_eq!((rising.at(0), rising.at(1), rising.at(2)), (0, 2, 4));
        assert_eq!((falling.at(0), falling.at(1), falling.at(2)), (4, 2, 0));
    }
}
