//! Natives of frozen code about numbers.

use crate::native::Def;

/// Sorted by name.
pub static INTRINSICS: &[Def] = &[];
