//! Natives of frozen code about attributes, exceptions, tracebacks, generators.

use crate::native::Def;

/// Sorted by name.
pub static INTRINSICS: &[Def] = &[];
