//! The bytes of an image.
//!
//! All fixed numbers are little-endian. `varint` is as in [`varint`](crate::varint): shortest form only. `const` is a
//! varint index into the constant pool, `const?` is 0 for none, else the index plus 1.
//!
//! An image is header, offset table, records, with nothing between and nothing after.
//!
//! | at | bytes | what |
//! |---|---|---|
//! | 0 | 4 | magic `HOGN` |
//! | 4 | 2 | version of instruction set and format: 1 |
//! | 6 | 2 | flags: 1 wide, 2 stripped (no positions) |
//! | 8 | 4 | length of the image in bytes |
//! | 12 | 4 | CRC-32/ISO-HDLC over all bytes but these four |
//! | 16 | 4 W | number of modules, host imports, constants, code objects |
//! | 16 + 4 W | W each | offset from the start of the image of every record: modules, host imports, constants, code objects |
//!
//! W is 2, or 4 when the flag wide is set. It is set exactly when the image would be longer than 65,535 bytes without.
//! Records lie in the order of the table and tile the rest: the first begins where the table ends, each ends where the
//! next begins, the last ends with the image. So no record needs its own length.
//!
//! **Module** (module 0 is the main one):
//!
//! | type | what |
//! |---|---|
//! | varint | flags: 1 package |
//! | const | dotted name, a `str` |
//! | varint | index of its top-level code object |
//! | const | name of the source file as tracebacks show it, a `str` |
//! | const? | source text, a `str`, for tracebacks |
//!
//! **Host import**: const (name of the host module, a `str`), then to the end of the record for each name used: const
//! (name, a `str`) and the hash of its signature in 4 bytes.
//!
//! **Constant**: one byte of tag, then to the end of the record:
//!
//! | tag | then |
//! |---|---|
//! | 0 None, 1 True, 2 False, 3 Ellipsis | nothing |
//! | 4 int | zigzag varint of at most 64 bits |
//! | 5 big int, 6 negative big int | magnitude, little-endian, last byte not 0; only for numbers that do not fit 64 bits |
//! | 7 float | 8 bytes IEEE 754 |
//! | 8 complex | real, imaginary: 8 bytes each |
//! | 9 str | UTF-8; lone surrogates are allowed, as 3 bytes each |
//! | 10 bytes | the bytes |
//! | 11 tuple, 12 frozenset | const of each item, each lower than the constant's own index |
//!
//! **Code object**:
//!
//! | type | what |
//! |---|---|
//! | varint | flags: 1 takes `*args`, 2 takes `**kwargs`, 4 generator, 8 coroutine, 16 asynchronous generator, 32 namespace (its locals are a mapping: module, class body, `exec`), 64 nested, 128 hidden from tracebacks |
//! | const, const | name, qualified name |
//! | varint | module index |
//! | varint | first line |
//! | varint | maximum stack depth |
//! | const? | doc string |
//! | varint, varint, varint | positional parameters (with the positional-only ones), positional-only ones, keyword-only ones |
//! | varint, varint, varint | number of locals, cell variables, free variables |
//! | varint | length of the code in bytes |
//! | varint | number of exception ranges |
//! | const each | names of the locals: positional parameters, keyword-only ones, `*args`, `**kwargs`, then the others |
//! | const, varint each | cell variables: name, and 0 or 1 plus the index of the parameter it takes over |
//! | const each | free variables |
//! | bytes | the code, see [`isa`](crate::isa) |
//! | 4 varints each | exception ranges: start, length (not 0), target, stack depth; bytes of code |
//! | to the end | positions, see [`position`](crate::position); nothing when stripped |
//!
//! Exception ranges are ordered by their end, those of equal end by falling start: inner ones come first, and the first
//! that holds the place of the instruction is the one that counts. Two ranges are disjoint or one holds the other.
//!
//! Limits, proved by the checker: code of one code object below 2^24 bytes; locals, cells, free variables and stack of one
//! code object together at most 65,535; lines and columns below 2^30; 1,024 modules; 1,024 names of host modules and
//! functions; 255 keyword names in a call; 255 exception ranges around one place.

/// First four bytes.
pub const MAGIC: [u8; 4] = *b"HOGN";
/// Version of instruction set and format. A reader takes this one only.
pub const ISA_VERSION: u16 = 1;
/// Bytes before the counts.
pub const HEADER: usize = 16;
/// Kinds of records: modules, host imports, constants, code objects.
pub const SECTIONS: usize = 4;
/// Where the length stands.
pub const LENGTH_AT: usize = 8;
/// Where the CRC stands.
pub const CRC_AT: usize = 12;

/// Offsets and counts take 4 bytes, not 2.
pub const FLAG_WIDE: u16 = 1;
/// There are no position tables.
pub const FLAG_STRIPPED: u16 = 2;
/// All flags that exist.
pub const FLAGS_KNOWN: u16 = 3;

/// Tag of `None`.
pub const TAG_NONE: u8 = 0;
/// Tag of `True`.
pub const TAG_TRUE: u8 = 1;
/// Tag of `False`.
pub const TAG_FALSE: u8 = 2;
/// Tag of `Ellipsis`.
pub const TAG_ELLIPSIS: u8 = 3;
/// Tag of an int of at most 64 bits.
pub const TAG_INT: u8 = 4;
/// Tag of a big int above 0.
pub const TAG_BIG: u8 = 5;
/// Tag of a big int below 0.
pub const TAG_BIG_NEGATIVE: u8 = 6;
/// Tag of a float.
pub const TAG_FLOAT: u8 = 7;
/// Tag of a complex number.
pub const TAG_COMPLEX: u8 = 8;
/// Tag of a string.
pub const TAG_STR: u8 = 9;
/// Tag of bytes.
pub const TAG_BYTES: u8 = 10;
/// Tag of a tuple.
pub const TAG_TUPLE: u8 = 11;
/// Tag of a frozenset.
pub const TAG_FROZENSET: u8 = 12;

/// The module is a package.
pub const MODULE_PACKAGE: u32 = 1;

/// Takes `*args`.
pub const CODE_VARARGS: u32 = 1;
/// Takes `**kwargs`.
pub const CODE_KEYWORDS: u32 = 2;
/// Calling it makes a generator.
pub const CODE_GENERATOR: u32 = 4;
/// Calling it makes a coroutine.
pub const CODE_COROUTINE: u32 = 8;
/// Calling it makes an asynchronous generator.
pub const CODE_ASYNC_GENERATOR: u32 = 16;
/// Its locals are a mapping: module, class body, `exec`.
pub const CODE_NAMESPACE: u32 = 32;
/// Written inside another function.
pub const CODE_NESTED: u32 = 64;
/// Frozen code of the engine: tracebacks leave it out.
pub const CODE_HIDDEN: u32 = 128;
/// All code flags that exist.
pub const CODE_FLAGS_KNOWN: u32 = 255;
/// Of these a code object has at most one.
pub const CODE_KINDS: u32 = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;

/// Longest code of one code object, plus 1: labels have 3 bytes.
pub const CODE_LIMIT: u32 = 1 << 24;
/// Most locals, most cells (cell and free variables together), most stack words of one code object.
pub const SLOT_LIMIT: u32 = u16::MAX as u32;
