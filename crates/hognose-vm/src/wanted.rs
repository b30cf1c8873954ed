//! Which attributes of built-in types, and which built-in functions, this build has: all, or those whose names its programs
//! use. What is not in a table is not in the program either, when the linker leaves out what nothing refers to.

use crate::native::{Def, Trap};
use crate::types::Type;
use crate::vm::Vm;
use hognose_image::isa::{BinaryOp, Op};

/// The names, sorted; None: all.
const WANTED: Option<&[&str]> = include!(concat!(env!("OUT_DIR"), "/wanted.rs"));

/// Is that name in the build?
pub(crate) const fn is_wanted(name: &str) -> bool {
    match WANTED {
        Some(names) => contains(names, name),
        None => true,
    }
}

/// Is it among those sorted names?
const fn contains(names: &[&str], name: &str) -> bool {
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

/// What the engine itself asks types for: there for all types that programs name.
const ALWAYS: &[&str] = &[
    "__build_class__",
    "__eq__",
    "__hash__",
    "__init__",
    "__init_subclass__",
    "__iter__",
    "__len__",
    "__new__",
    "__next__",
    "__repr__",
    "__str__",
];

/// Is that attribute of a type of that name in the build? Types without a name are those that no program names.
const fn has(of: &str, name: &str) -> bool {
    if is_wanted(name) {
        return true;
    }
    let mut i = 0;
    while i < ALWAYS.len() {
        if order(ALWAYS[i].as_bytes(), name.as_bytes()) == 0 {
            return of.is_empty() || is_wanted(of);
        }
        i += 1;
    }
    false
}

/// How many attributes of a table there are in this build.
pub(crate) const fn count(of: &str, all: &[Def]) -> usize {
    let (mut i, mut n) = (0, 0);
    while i < all.len() {
        n += has(of, all[i].name) as usize;
        i += 1;
    }
    n
}

/// Those attributes.
pub(crate) const fn wanted<const N: usize>(of: &str, all: &[Def]) -> [Def; N] {
    let mut kept = [Def::constant("", |_| Ok(crate::value::Value::NONE)); N];
    let (mut i, mut n) = (0, 0);
    while i < all.len() {
        if has(of, all[i].name) {
            kept[n] = all[i];
            n += 1;
        }
        i += 1;
    }
    kept
}

/// A table of attributes, of the type that programs call so: those of them that this build has.
macro_rules! defs {
    ($of:literal; $($def:expr),* $(,)?) => {{
        const ALL: &[Def] = &[$($def),*];
        const N: usize = $crate::wanted::count($of, ALL);
        static KEPT: [Def; N] = $crate::wanted::wanted($of, ALL);
        &KEPT
    }};
    ($($def:expr),* $(,)?) => { defs!(""; $($def),*) };
}

/// A native, if this build has what goes by that name.
macro_rules! wanted {
    ($name:literal, $native:expr) => {
        if const { $crate::wanted::is_wanted($name) } { Some($native) } else { None }
    };
}

/// Has this build what names say by that word: `op NAME` is an instruction of images, `op +` an operator, `str %` templates?
macro_rules! has {
    ($word:literal) => {
        const { $crate::wanted::is_wanted($word) }
    };
}

/// Which instructions of images this build has.
static OPS: [bool; 256] = {
    let mut has = [false; 256];
    let mut i = 0;
    while i < Op::ALL.len() {
        has[Op::ALL[i] as usize] = is_word("op ", Op::ALL[i].text());
        i += 1;
    }
    has
};

/// Which operators.
static OPERATORS: [bool; 256] = {
    let mut has = [false; 256];
    let mut i = 0;
    while let Some(operator) = BinaryOp::from_byte(i) {
        has[i as usize] = is_word("op ", operator.text());
        i += 1;
    }
    has
};

/// Is a word of those two parts among the names?
const fn is_word(first: &str, second: &str) -> bool {
    let mut word = [0; 40];
    let (first, second) = (first.as_bytes(), second.as_bytes());
    let mut n = 0;
    while n < first.len() {
        word[n] = first[n];
        n += 1;
    }
    while n < first.len() + second.len() {
        word[n] = second[n - first.len()];
        n += 1;
    }
    match core::str::from_utf8(word.split_at(n).0) {
        Ok(word) => is_wanted(word),
        Err(_) => false,
    }
}

/// Has this build that instruction of images, with that operator if it has one?
pub(crate) fn has_instruction(op: Op, operator: u32) -> bool {
    const ALL: bool = WANTED.is_none();
    ALL || OPS[op as usize] && (!matches!(op, Op::Binary | Op::InPlace) || OPERATORS[operator as u8 as usize])
}

impl Vm<'_> {
    /// A program needs what this build leaves out.
    #[cold]
    pub(crate) fn absent(&mut self, what: &str) -> Trap {
        self.raise_with(Type::NotImplementedError, |_, out| {
            write!(out, "this build of the engine has no {what}")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_among_sorted_ones() {
        let names = ["__add__", "a", "ab", "op +", "op load_local"];
        for name in names {
            assert!(contains(&names, name), "{name}");
        }
        for name in ["", "_", "__add", "__add___", "abc", "op", "op -", "z"] {
            assert!(!contains(&names, name), "{name}");
        }
        assert!(!contains(&[], "a"));
    }

    #[test]
    fn words_are_put_together() {
        // Without names everything is there; that the longest word has room is what could fail.
        assert!(Op::ALL.iter().all(|op| "op ".len() + op.text().len() <= 40));
        assert!(Op::ALL.iter().all(|op| is_word("op ", op.text())));
    }
}
