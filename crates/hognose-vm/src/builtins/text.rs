//! Values as text: `str`, `repr` and `format` where no Python code is needed.

mod builder;
mod format;
mod index;
mod number;
mod parameters;
mod part;
mod percent;
mod quick;
mod repr;
pub(crate) mod special;
mod view;

pub(crate) use super::console::replaced as replaced_stream;
pub(crate) use builder::TextBuilder;
pub(crate) use format::quick_format;
pub(crate) use index::{
    Index, bound, bytes_count, index_of, int_argument, new_of, not_an_integer, retry, retry_with,
};
pub(crate) use number::{int_str, prefixed, put_int, with_int};
pub(crate) use parameters::Parameters;
pub(crate) use part::{Parts, copy_part, list_of_parts, substring};
pub(crate) use percent::{float_to_int, percent, percent_fields, percent_values};
pub(crate) use quick::quick_template;
pub(crate) use repr::{
    active_containers, escape_all, make_active_containers, object_repr, quick_ascii, quick_repr,
};
pub(crate) use view::{View, fill_object, make_bytes, make_str, split_block, split_free};

use crate::heap::Kind;
use crate::names;
use crate::native::{Args, Result};
use crate::object::string::Text;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// Bytes of a string, or of bytes, bytearrays and contiguous views; none for anything else.
pub(crate) fn raw<'a>(vm: &'a Vm<'_>, value: Value) -> Text<'a> {
    View::whole(&vm.heap).raw(value)
}

/// Whose method a special method of a value is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// A user class (or there is none): only Python code knows.
    User,
    /// A built-in type.
    Builtin(Type),
}

/// Whose method a type has under that name.
pub(crate) fn owner(vm: &mut Vm<'_>, class: Value, name: Value) -> Owner {
    let Some(found) = vm.find_in_type(class, name) else { return Owner::Builtin(Type::Object) };
    match found.as_native() {
        // `__repr__ = __str__`: another method under that name.
        Some(index)
            if name == names::DUNDER_REPR
                && vm.native_def(index).is_some_and(|def| def.name == "__str__") =>
        {
            Owner::User
        }
        Some(index) if index >> 16 < crate::native::MODULE_TABLES => {
            Owner::Builtin(Type::from_index((index >> 16) as u16))
        }
        _ => Owner::User,
    }
}

/// Writes what a wrong argument is: the name of its type, or None.
pub(crate) fn write_given(vm: &Vm<'_>, value: Value, out: &mut dyn core::fmt::Write) -> core::fmt::Result {
    if value.is_none() { out.write_str("None") } else { vm.write_type_name(value, out) }
}

/// `str(value)` when that needs no Python code.
pub(crate) fn quick_str(vm: &mut Vm<'_>, value: Value) -> Result<Option<Value>> {
    if vm.heap.is_str(value) {
        return Ok(Some(value));
    }
    let mut value = value;
    while vm.heap.is_record(value, Type::MappingProxy) {
        // The text of what it shows, but its `repr` says what it is.
        value = vm.heap.record_field(value, 0);
    }
    if value.is_object() && !is_plain(vm, value) {
        let class = vm.type_of(value);
        match owner(vm, class, names::DUNDER_STR) {
            Owner::User => return Ok(None),
            Owner::Builtin(Type::Str) => return Ok(Some(vm.unwrap(value))),
            Owner::Builtin(Type::Object | Type::Bytes | Type::ByteArray) => {}
            Owner::Builtin(_) => return Ok(None),
        }
    }
    quick_repr(vm, value)
}

/// Built-in objects whose `str` is always their `repr`.
fn is_plain(vm: &Vm<'_>, value: Value) -> bool {
    matches!(
        vm.heap.kind(value),
        Kind::BigInt
            | Kind::Complex
            | Kind::List
            | Kind::Dict
            | Kind::Tuple
            | Kind::Set
            | Kind::Bytes
            | Kind::Function
    )
}

/// `__str__` of built-in types: native `str(self)`.
pub(crate) fn str_method(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match quick_str(vm, value)? {
        Some(text) => Ok(text),
        None => repr_method(vm, args),
    }
}

/// `__repr__` of built-in types: natively, else in frozen code.
pub(crate) fn repr_method(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    if vm.heap.is_kind(value, Kind::Instance) {
        let function = vm.frozen_function("_repr_named")?;
        return Err(vm.tail_forward(function, args));
    }
    match quick_repr(vm, value)? {
        Some(text) => Ok(text),
        None => {
            let function = vm.frozen_function("_repr_container")?;
            let value = args.get(vm, 0);
            Err(vm.tail_call(function, &[value]))
        }
    }
}
