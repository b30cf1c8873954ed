//! Natives that only the frozen library sees, by names that begin with an underscore: one table a theme.

mod class;
mod container;
mod library;
mod number;
mod object;
mod text;

pub(crate) use container::getter_count;
pub use library::access::{Growing, Others};
pub(crate) use library::named_defaults;

use crate::native::Def;

/// Natives for frozen code: each table sorted by name.
pub static INTRINSICS: &[&[Def]] = &[
    class::INTRINSICS,
    container::INTRINSICS,
    library::INTRINSICS,
    number::INTRINSICS,
    object::INTRINSICS,
    text::INTRINSICS,
];

/// Table and index of a native that only frozen code sees.
pub fn find_intrinsic(name: &[u8]) -> Option<(usize, usize)> {
    if name.first() != Some(&b'_') {
        return None;
    }
    INTRINSICS.iter().enumerate().find_map(|(table, defs)| {
        defs.binary_search_by(|def| def.name.as_bytes().cmp(name)).ok().map(|entry| (table, entry))
    })
}
