//! Which attributes of built-in types, and which built-in functions, this build has: all, or those whose names its programs
//! use. What is not in a table is not in the program either, when the linker leaves out what nothing refers to.

use crate::native::Def;

/// The names, sorted; None: all.
const WANTED: Option<&[&str]> = include!(concat!(env!("OUT_DIR"), "/wanted.rs"));

/// Is that name in the build? Names of the engine's own, `<...>` and the like, are not asked for.
pub(crate) const fn is_wanted(name: &str) -> bool {
    let Some(names) = WANTED else { return true };
    let (mut low, mut high) = (0, names.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match order(names[middle].as_bytes(), name.as_bytes()) {
            0 => return true,
            1 => high = middle,
            _ => low = middle + 1,
        }
    }
    false
}

/// 0: the same; 1: `a` is greater; 2: it is less.
const fn order(a: &[u8], b: &[u8]) -> u8 {
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return if a[i] > b[i] { 1 } else { 2 };
        }
        i += 1;
    }
    if a.len() == b.len() {
        0
    } else if a.len() > b.len() {
        1
    } else {
        2
    }
}

/// How many attributes of a table there are in this build.
pub(crate) const fn count(all: &[Def]) -> usize {
    let (mut i, mut n) = (0, 0);
    while i < all.len() {
        n += is_wanted(all[i].name) as usize;
        i += 1;
    }
    n
}

/// Those attributes.
pub(crate) const fn wanted<const N: usize>(all: &[Def]) -> [Def; N] {
    let mut kept = [Def::constant("", |_| Ok(crate::value::Value::NONE)); N];
    let (mut i, mut n) = (0, 0);
    while i < all.len() {
        if is_wanted(all[i].name) {
            kept[n] = all[i];
            n += 1;
        }
        i += 1;
    }
    kept
}

/// A table of attributes: those of them that this build has.
macro_rules! defs {
    ($($def:expr),* $(,)?) => {{
        const ALL: &[Def] = &[$($def),*];
        const N: usize = $crate::wanted::count(ALL);
        static KEPT: [Def; N] = $crate::wanted::wanted(ALL);
        &KEPT
    }};
}

/// A native, if this build has what goes by that name.
macro_rules! wanted {
    ($name:literal, $native:expr) => {
        if const { $crate::wanted::is_wanted($name) } { Some($native) } else { None }
    };
}
