//! Membership in ranges, views and bytes that needs no Python code.

use super::index::{Index, index_of};
use crate::builtins::range;
use crate::heap::Kind;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `item in container`; None when Python code must say, or raise.
pub(crate) fn quick_contains(vm: &mut Vm<'_>, item: Value, container: Value) -> Option<bool> {
    match vm.heap.kind(container) {
        Kind::Range => range::position(vm, container, item).map(|found| found.is_some()),
        Kind::Bytes | Kind::ByteArray => {
            let bytes = vm.heap.bytes_like(container)?;
            let cost = bytes.len() / 8;
            let found = match vm.heap.bytes_like(item) {
                Some(part) => crate::text::search::find(bytes, part).is_some(),
                None => match index_of(vm, item) {
                    Index::At(n) => bytes.contains(&u8::try_from(n).ok()?),
                    _ => return None,
                },
            };
            vm.charge(cost);
            Some(found)
        }
        Kind::Record => {
            let kind = Type::from_index(vm.heap.aux(container));
            let dict = vm.heap.record_field(container, 0);
            if !matches!(kind, Type::DictKeys | Type::MappingProxy) || !vm.heap.is_kind(dict, Kind::Dict) {
                return None;
            }
            vm.contains_builtin(item, dict).ok().flatten()
        }
        _ => None,
    }
}
