//! Natives of frozen code about text and bytes.

use crate::native::Def;

/// Sorted by name.
pub static INTRINSICS: &[Def] = &[];
