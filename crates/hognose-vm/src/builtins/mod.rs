//! Built-in types and functions: static tables, one type or theme a file, and the natives behind them.
//!
//! Each type's file has `attributes`, sorted by name (a test keeps it so), and `constructor`, if it can be called.
//! What may run Python code (a user's `__eq__`, an iterable of the script) is not done here: such natives hand over to the
//! frozen function of the same purpose with [`Vm::tail_forward`](crate::vm::Vm::tail_forward).

mod alias;
pub(crate) mod array;
mod bytes;
mod class;
mod complex;
pub(crate) mod console;
pub(crate) mod deque;
mod descriptor;
mod dict;
mod exception;
mod float;
mod function;
mod functions;
mod generator;
mod int;
mod intrinsics;
mod iterator;
mod list;
pub(crate) mod memoryview;
mod methods;
mod module;
mod none;
mod notes;
mod object;
pub(crate) mod operator;
mod range;
mod regex;
mod set;
mod slice;
mod string;
mod subclass;
mod text;
pub(crate) mod traceback;
mod tuple;
mod view;

pub use array::TYPE as ARRAY;
pub use deque::TYPE as DEQUE;
pub use functions::FUNCTIONS;
pub use intrinsics::{Growing, INTRINSICS, Others, find_intrinsic};
pub(crate) use intrinsics::{getter_count, named_defaults};
pub(crate) use methods::quick_len;
pub use notes::notes;
pub(crate) use operator::{
    iter_record, next_other, payload_binary, quick_compare, quick_contains, sequence_binary, sequence_item,
};
pub(crate) use text::{quick_format, quick_repr, quick_str};

use crate::native::{Def, Native};
use crate::types::Type;

/// Table number of module `builtins`.
pub const BUILTINS_TABLE: u32 = 0xFFFE;
/// Table number of the first table of natives that only frozen code sees.
pub const INTRINSICS_TABLE: u32 = 0xFFF0;

/// Index of a name of module `builtins`.
pub fn find_function(name: &[u8]) -> Option<usize> {
    FUNCTIONS.binary_search_by(|def| def.name.as_bytes().cmp(name)).ok()
}

/// Attributes that a built-in type itself has, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::Object => object::attributes(kind),
        Type::Type => class::attributes(kind),
        Type::None | Type::Ellipsis | Type::NotImplemented => none::attributes(kind),
        Type::Int | Type::Bool => int::attributes(kind),
        Type::Float => float::attributes(kind),
        Type::Complex => complex::attributes(kind),
        Type::Str => string::attributes(kind),
        Type::Bytes | Type::ByteArray => bytes::attributes(kind),
        Type::MemoryView => memoryview::attributes(kind),
        Type::List => list::attributes(kind),
        Type::Tuple => tuple::attributes(kind),
        Type::Dict => dict::attributes(kind),
        Type::DictKeys | Type::DictValues | Type::DictItems | Type::MappingProxy => view::attributes(kind),
        Type::Set | Type::FrozenSet => set::attributes(kind),
        Type::Range => range::attributes(kind),
        Type::Slice => slice::attributes(kind),
        Type::ListIterator
        | Type::ListReverseIterator
        | Type::TupleIterator
        | Type::RangeIterator
        | Type::LongRangeIterator
        | Type::StrIterator
        | Type::StrAsciiIterator
        | Type::BytesIterator
        | Type::ByteArrayIterator
        | Type::MemoryIterator
        | Type::DictKeyIterator
        | Type::OdictIterator
        | Type::DictValueIterator
        | Type::DictItemIterator
        | Type::DictReverseKeyIterator
        | Type::DictReverseValueIterator
        | Type::DictReverseItemIterator
        | Type::SetIterator
        | Type::ArrayIterator
        | Type::DequeIterator
        | Type::DequeReverseIterator
        | Type::CallableIterator
        | Type::SequenceIterator
        | Type::Enumerate
        | Type::Zip
        | Type::Map
        | Type::Filter
        | Type::Reversed => iterator::attributes(kind),
        Type::Function
        | Type::Builtin
        | Type::MethodDescriptor
        | Type::WrapperDescriptor
        | Type::GetSetDescriptor
        | Type::MemberDescriptor
        | Type::Method
        | Type::Code
        | Type::Frame
        | Type::Cell => function::attributes(kind),
        Type::Generator
        | Type::Coroutine
        | Type::CoroutineWrapper
        | Type::AsyncGenerator
        | Type::AsyncGeneratorStep
        | Type::AsyncGeneratorThrow
        | Type::AnextAwaitable => generator::attributes(kind),
        Type::Module => module::attributes(kind),
        Type::OdictKeys | Type::OdictValues | Type::OdictItems => &[],
        // Their modules bring them along.
        Type::Deque | Type::Array => &[],
        Type::Property | Type::StaticMethod | Type::ClassMethod | Type::Super | Type::TupleGetter => {
            descriptor::attributes(kind)
        }
        Type::GenericAlias | Type::Union => alias::attributes(kind),
        Type::Traceback => traceback::attributes(kind),
        Type::ConsoleText | Type::ConsoleReader | Type::ConsoleWriter => console::attributes(kind),
        Type::RegexPattern | Type::RegexMatch | Type::RegexScanner => regex::attributes(kind),
        _ => exception::attributes(kind),
    }
}

/// What calling a built-in type runs; None when it cannot be called.
pub fn constructor(kind: Type) -> Option<Native> {
    match kind {
        Type::Object => object::constructor(kind),
        Type::Type => class::constructor(kind),
        Type::None | Type::Ellipsis | Type::NotImplemented => none::constructor(kind),
        Type::Int | Type::Bool => int::constructor(kind),
        Type::Float => float::constructor(kind),
        Type::Complex => complex::constructor(kind),
        Type::Str => string::constructor(kind),
        Type::Bytes | Type::ByteArray => bytes::constructor(kind),
        Type::MemoryView => memoryview::constructor(kind),
        Type::List => list::constructor(kind),
        Type::Tuple => tuple::constructor(kind),
        Type::Dict => dict::constructor(kind),
        Type::DictKeys | Type::DictValues | Type::DictItems | Type::MappingProxy => view::constructor(kind),
        Type::Set | Type::FrozenSet => set::constructor(kind),
        Type::Range => range::constructor(kind),
        Type::Slice => slice::constructor(kind),
        Type::ListIterator
        | Type::ListReverseIterator
        | Type::TupleIterator
        | Type::RangeIterator
        | Type::LongRangeIterator
        | Type::StrIterator
        | Type::StrAsciiIterator
        | Type::BytesIterator
        | Type::ByteArrayIterator
        | Type::MemoryIterator
        | Type::DictKeyIterator
        | Type::OdictIterator
        | Type::DictValueIterator
        | Type::DictItemIterator
        | Type::DictReverseKeyIterator
        | Type::DictReverseValueIterator
        | Type::DictReverseItemIterator
        | Type::SetIterator
        | Type::ArrayIterator
        | Type::DequeIterator
        | Type::DequeReverseIterator
        | Type::CallableIterator
        | Type::SequenceIterator
        | Type::Enumerate
        | Type::Zip
        | Type::Map
        | Type::Filter
        | Type::Reversed => iterator::constructor(kind),
        Type::Function
        | Type::Builtin
        | Type::MethodDescriptor
        | Type::WrapperDescriptor
        | Type::GetSetDescriptor
        | Type::MemberDescriptor
        | Type::Method
        | Type::Code
        | Type::Frame
        | Type::Cell => function::constructor(kind),
        Type::Generator
        | Type::Coroutine
        | Type::CoroutineWrapper
        | Type::AsyncGenerator
        | Type::AsyncGeneratorStep
        | Type::AsyncGeneratorThrow
        | Type::AnextAwaitable => generator::constructor(kind),
        Type::Module => module::constructor(kind),
        Type::Deque | Type::Array => None,
        Type::Property | Type::StaticMethod | Type::ClassMethod | Type::Super | Type::TupleGetter => {
            descriptor::constructor(kind)
        }
        Type::GenericAlias | Type::Union => alias::constructor(kind),
        Type::Traceback => traceback::constructor(kind),
        Type::ConsoleText | Type::ConsoleReader | Type::ConsoleWriter => console::constructor(kind),
        Type::HostHandle | Type::RegexPattern | Type::RegexMatch | Type::RegexScanner => None,
        _ => exception::constructor(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_sorted(table: &[Def], of: &str) {
        for pair in table.windows(2) {
            assert!(pair[0].name < pair[1].name, "{of}: {} before {}", pair[0].name, pair[1].name);
        }
    }

    #[test]
    fn all_tables_are_sorted_for_binary_search() {
        for &kind in Type::ALL {
            assert_sorted(attributes(kind), kind.name());
        }
        for brought in [&ARRAY, &DEQUE] {
            assert_sorted(brought.attributes, brought.kind.name());
        }
        assert_sorted(FUNCTIONS, "builtins");
        for table in INTRINSICS {
            assert_sorted(table, "intrinsics");
        }
    }
}
