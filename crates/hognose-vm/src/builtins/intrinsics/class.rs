//! Natives of frozen code about classes, calls, imports, matching, with.

use crate::native::Def;

/// Sorted by name.
pub static INTRINSICS: &[Def] = &[];
