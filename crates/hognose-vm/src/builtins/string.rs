//! `str`: its table of attributes, its constructor, and the methods that take a string to another one.

mod codec;
mod construct;
mod escape;
mod find;
mod join;
mod layout;
mod split;
mod strip;
mod template;
mod test;
mod translate;

pub(crate) use codec::{decode_value, encode_value};
pub(crate) use layout::{is_absent, put_expanded, put_zeros, tab_size};
pub(crate) use split::{parts, split_arguments, splitlines, three_parts};
pub(crate) use strip::{Ends, most_replacements};
pub(crate) use template::{format_fields, split_field};

use super::text::special;
use super::text::{repr_method, str_method};
use crate::native::{Def, MANY, Native};
use crate::types::Type;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    let _ = kind;
    ATTRIBUTES
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    wanted!("str", construct::constructor)
}

static ATTRIBUTES: &[Def] = defs!["str";
    Def::function("__add__", special::concat, 1, 1),
    Def::function("__contains__", special::contains, 1, 1),
    Def::function("__eq__", special::eq, 1, 1),
    Def::function("__format__", special::format, 1, 1),
    Def::function("__ge__", special::ge, 1, 1),
    Def::function("__getitem__", special::getitem, 1, 1),
    Def::function("__getnewargs__", special::newargs, 0, 0),
    Def::function("__gt__", special::gt, 1, 1),
    Def::function("__hash__", special::hash, 0, 0),
    Def::function("__iter__", special::iter, 0, 0),
    Def::function("__le__", special::le, 1, 1),
    Def::function("__len__", special::len, 0, 0),
    Def::function("__lt__", special::lt, 1, 1),
    Def::function("__mod__", special::percent, 1, 1),
    Def::function("__mul__", special::repeat, 1, 1),
    Def::function("__ne__", special::ne, 1, 1),
    Def::fixed("__new__", construct::new, 0, MANY),
    Def::function("__repr__", repr_method, 0, 0),
    Def::function("__rmod__", special::rpercent, 1, 1),
    Def::function("__rmul__", special::repeat, 1, 1),
    Def::function("__str__", str_method, 0, 0),
    Def::function("capitalize", layout::capitalize, 0, 0),
    Def::function("casefold", layout::casefold, 0, 0),
    Def::function("center", layout::center, 1, 2),
    Def::function("count", find::count, 0, MANY),
    Def::keywords("encode", codec::encode, 0, MANY),
    Def::function("endswith", find::endswith, 0, MANY),
    Def::keywords("expandtabs", layout::expandtabs, 0, MANY),
    Def::function("find", find::find, 0, MANY),
    Def::keywords("format", template::format, 0, MANY),
    Def::function("format_map", template::format_map, 1, 1),
    Def::function("index", find::index, 0, MANY),
    Def::function("isalnum", test::isalnum, 0, 0),
    Def::function("isalpha", test::isalpha, 0, 0),
    Def::function("isascii", test::isascii, 0, 0),
    Def::function("isdecimal", test::isdecimal, 0, 0),
    Def::function("isdigit", test::isdigit, 0, 0),
    Def::function("isidentifier", test::isidentifier, 0, 0),
    Def::function("islower", test::islower, 0, 0),
    Def::function("isnumeric", test::isnumeric, 0, 0),
    Def::function("isprintable", test::isprintable, 0, 0),
    Def::function("isspace", test::isspace, 0, 0),
    Def::function("istitle", test::istitle, 0, 0),
    Def::function("isupper", test::isupper, 0, 0),
    Def::function("join", join::join, 1, 1),
    Def::function("ljust", layout::ljust, 1, 2),
    Def::function("lower", layout::lower, 0, 0),
    Def::function("lstrip", strip::lstrip, 0, 1),
    Def::fixed("maketrans", translate::maketrans, 0, MANY),
    Def::function("partition", split::partition, 1, 1),
    Def::function("removeprefix", strip::removeprefix, 1, 1),
    Def::function("removesuffix", strip::removesuffix, 1, 1),
    Def::function("replace", strip::replace, 2, 3),
    Def::function("rfind", find::rfind, 0, MANY),
    Def::function("rindex", find::rindex, 0, MANY),
    Def::function("rjust", layout::rjust, 1, 2),
    Def::function("rpartition", split::rpartition, 1, 1),
    Def::keywords("rsplit", split::rsplit, 0, MANY),
    Def::function("rstrip", strip::rstrip, 0, 1),
    Def::keywords("split", split::split, 0, MANY),
    Def::keywords("splitlines", split::splitlines, 0, MANY),
    Def::function("startswith", find::startswith, 0, MANY),
    Def::function("strip", strip::strip, 0, 1),
    Def::function("swapcase", layout::swapcase, 0, 0),
    Def::function("title", layout::title, 0, 0),
    Def::function("translate", translate::translate, 1, 1),
    Def::function("upper", layout::upper, 0, 0),
    Def::function("zfill", layout::zfill, 1, 1),
];
