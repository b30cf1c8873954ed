//! Natives of frozen code about containers and iteration.

use crate::native::Def;

/// Sorted by name.
pub static INTRINSICS: &[Def] = &[];
