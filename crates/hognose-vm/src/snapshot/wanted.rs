//! What may stand in a field.

use crate::heap::{Heap, Kind};
use crate::types::Type;
use crate::value::{self, Value};
use crate::vm::Vm;

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Anything that a script can have.
    Visible,
    /// The same, or one of the engine's markers.
    Any,
    /// The same, or unbound.
    Bound,
    /// The same, or null.
    VisibleOrNull,
    /// Nothing but null.
    Null,
    /// An object of that kind.
    Is(Kind),
    /// The same, or null.
    IsOrNull(Kind),
    /// The same, or null, or None.
    IsOrNone(Kind),
    /// A string.
    Str,
    /// A string or null.
    StrOrNull,
    /// A built-in type or a class.
    Class,
    /// An inline integer, 0 or more.
    Count,
    /// An int, of any size.
    Int,
    /// The same, or a bool.
    Index,
    /// A code object or a stub.
    Code,
    /// A traceback or None.
    Entry,
    /// An image, or null for the library.
    Image,
}

/// Kinds of objects that never stand in a variable.
pub(crate) fn hidden(kind: Kind) -> bool {
    matches!(kind, Kind::Filler | Kind::Table | Kind::Shape | Kind::Image)
}

impl Heap<'_> {
    /// Can a script have this value?
    pub(crate) fn is_visible(&self, value: Value) -> bool {
        if value.is_object() {
            return !hidden(self.kind(value));
        }
        match value.tag() {
            value::TAG_SPECIAL => value.payload() < Value::UNBOUND.payload(),
            // No object has so many bits.
            value::TAG_REF => false,
            _ => true,
        }
    }

    /// May this value stand where that is wanted?
    pub(crate) fn fits(&self, value: Value, wanted: Wanted) -> bool {
        match wanted {
            Wanted::Visible => self.is_visible(value),
            Wanted::Any => !value.is_object() || self.is_visible(value),
            Wanted::Bound => self.is_visible(value) || value.is_unbound(),
            Wanted::VisibleOrNull => self.is_visible(value) || value.is_null(),
            Wanted::Null => value.is_null(),
            Wanted::Is(kind) => self.is_kind(value, kind),
            Wanted::IsOrNull(kind) => self.is_kind(value, kind) || value.is_null(),
            Wanted::IsOrNone(kind) => self.is_kind(value, kind) || value.is_null() || value.is_none(),
            Wanted::Str => self.is_str(value),
            Wanted::StrOrNull => self.is_str(value) || value.is_null(),
            Wanted::Class => value.as_builtin_type().is_some() || self.is_class(value),
            Wanted::Count => value.is_int() && value.raw_int() >= 0,
            Wanted::Int => value.is_int() || self.is_kind(value, Kind::BigInt),
            Wanted::Index => value.is_bool() || self.fits(value, Wanted::Int),
            Wanted::Code => self.is_kind(value, Kind::Code) || self.is_kind(value, Kind::CodeStub),
            Wanted::Entry => value.is_none() || self.is_record(value, Type::Traceback),
            Wanted::Image => value.is_null() || self.is_kind(value, Kind::Image),
        }
    }
}

impl Vm<'_> {
    /// Is it well-formed as a value, whatever it refers to? References are looked at elsewhere.
    pub(crate) fn is_value(&self, value: Value) -> bool {
        let payload = value.payload();
        match value.tag() {
            value::TAG_NATIVE => payload <= u32::MAX as u64 && self.native_def(payload as u32).is_some(),
            value::TAG_TYPE => payload < Type::ALL.len() as u64,
            value::TAG_NAME => payload < crate::names::TEXT.len() as u64,
            value::TAG_SHORT => {
                let (bytes, n) = value.short_bytes();
                let text = &bytes[..n];
                Value::short_str(text) == Some(value) && is_text(text)
            }
            value::TAG_SPECIAL => payload <= Value::NULL.payload(),
            value::TAG_REF => payload <= u32::MAX as u64,
            value::TAG_INT => true,
            // All that is below the first tag is a float, stamped NaNs too.
            _ => true,
        }
    }
}

/// Generalised UTF-8: surrogates may stand alone, but not in pairs that mean one character.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    crate::text::utf8::check(bytes, 0, true).is_ok()
}
