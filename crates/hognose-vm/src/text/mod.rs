//! Text as pure algorithms: format templates, representations, UTF-8, case, search.
//!
//! Nothing here knows a heap, a value or an engine. Strings are byte slices of generalised UTF-8 (see [`utf8`]);
//! results go to a [`sink::Sink`] or come back as offsets. No input makes anything here panic.

pub mod case;
pub mod field;
pub mod format_spec;
pub mod percent;
pub mod repr;
pub mod search;
pub mod sink;
pub mod space;
pub mod str_format;
pub mod tables;
pub mod utf8;
