//! Natives of frozen code about library modules.

use crate::native::Def;

/// Sorted by name.
pub static INTRINSICS: &[Def] = &[];
