//! The types of module `re`: what they can do is in the tables of modules `_re` and `_re_match` of the library.

use crate::native::Def;
use crate::types::Type;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    match kind {
        Type::RegexPattern => PATTERN,
        Type::RegexMatch => MATCH,
        _ => SCANNER,
    }
}

static PATTERN: &[Def] = defs!["Pattern";
    Def::class_method("__class_getitem__", super::methods::class_getitem, 1, 1),
    Def::frozen("__copy__", &"_re_same"),
    Def::frozen("__deepcopy__", &"_re_same"),
    Def::frozen("__eq__", &"_re_equal"),
    Def::frozen("__hash__", &"_re_hash"),
    Def::frozen("__repr__", &"_re_pattern_repr"),
    Def::library("findall", &"_re"),
    Def::library("finditer", &"_re"),
    Def::library("flags", &"_re"),
    Def::library("fullmatch", &"_re"),
    Def::library("groupindex", &"_re"),
    Def::library("groups", &"_re"),
    Def::library("match", &"_re"),
    Def::library("pattern", &"_re"),
    Def::library("scanner", &"_re"),
    Def::library("search", &"_re"),
    Def::library("split", &"_re"),
    Def::library("sub", &"_re"),
    Def::library("subn", &"_re"),
];

static MATCH: &[Def] = defs!["Pattern";
    Def::class_method("__class_getitem__", super::methods::class_getitem, 1, 1),
    Def::frozen("__copy__", &"_re_same"),
    Def::frozen("__deepcopy__", &"_re_same"),
    Def::library("__getitem__", &"_re_match"),
    Def::frozen("__repr__", &"_re_match_repr"),
    Def::library("end", &"_re_match"),
    Def::library("endpos", &"_re_match"),
    Def::library("expand", &"_re_match"),
    Def::library("group", &"_re_match"),
    Def::library("groupdict", &"_re_match"),
    Def::library("groups", &"_re_match"),
    Def::library("lastgroup", &"_re_match"),
    Def::library("lastindex", &"_re_match"),
    Def::library("pos", &"_re_match"),
    Def::library("re", &"_re_match"),
    Def::library("regs", &"_re_match"),
    Def::library("span", &"_re_match"),
    Def::library("start", &"_re_match"),
    Def::library("string", &"_re_match"),
];

static SCANNER: &[Def] =
    defs![Def::library("match", &"_re"), Def::library("pattern", &"_re"), Def::library("search", &"_re")];
