//! The instruction set of the portable image: a compact stack code.
//!
//! One byte of opcode, then its operands. This table is the only place that knows them; encoder, decoder, checker,
//! assembler, disassembler and the lowering pass are driven by it.
//!
//! | operand | encoded as | means |
//! |---|---|---|
//! | `Num` | varint | a plain number |
//! | `Int` | zigzag varint | a small signed integer |
//! | `Const` | varint | index into the constant pool, any kind |
//! | `Name` | varint | index into the constant pool, a `str` |
//! | `Tuple` | varint | index into the constant pool, a tuple of `str` |
//! | `Local` | varint | local variable, parameters first |
//! | `Cell` | varint | cell variables of this code first, free variables after them |
//! | `Code` | varint | index of a code object of this image |
//! | `Label` | 3 bytes, little-endian | byte offset inside this code object's code |
//! | `Bin` | 1 byte | [`BinaryOp`] |
//! | `Cmp` | 1 byte | [`CompareOp`] |
//!
//! varint: 7 bits a byte, low bits first, high bit set on all but the last byte, at most 5 bytes, shortest form only.
//!
//! Stack pictures below read `[before] -> [after]`, the top at the right. An exception range unwinds the stack to its
//! depth, pushes the exception and goes on at its target.

/// What an operand refers to, which says how it is encoded and checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// A plain number.
    Num,
    /// A small signed integer.
    Int,
    /// Index into the constant pool.
    Const,
    /// Index of a `str` in the constant pool.
    Name,
    /// Index of a tuple of `str` in the constant pool.
    Tuple,
    /// Local variable.
    Local,
    /// Cell or free variable.
    Cell,
    /// Code object of this image.
    Code,
    /// Byte offset in this code.
    Label,
    /// A [`BinaryOp`].
    Bin,
    /// A [`CompareOp`].
    Cmp,
}

/// Where control may go after an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To the next instruction.
    Next,
    /// To the label only.
    Jump,
    /// To the next instruction or to the label.
    Branch,
    /// Nowhere: returns or raises.
    End,
}

macro_rules! ops {
    ($( $(#[doc = $doc:literal])+ $name:ident = $code:literal, $text:literal, [$($operand:ident),*], $flow:ident; )+) => {
        /// An opcode of the image.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Op { $( $(#[doc = $doc])+ $name = $code, )+ }

        impl Op {
            /// All opcodes in order of their number.
            pub const ALL: &'static [Op] = &[$(Op::$name),+];

            /// The opcode with that number, if there is one.
            #[inline]
            pub const fn from_byte(byte: u8) -> Option<Op> {
                match byte { $( $code => Some(Op::$name), )+ _ => None }
            }

            /// Its word in the text form.
            pub const fn text(self) -> &'static str {
                match self { $( Op::$name => $text, )+ }
            }

            /// Kinds of its operands, in order; at most two.
            pub const fn operands(self) -> &'static [Operand] {
                match self { $( Op::$name => &[$(Operand::$operand),*], )+ }
            }

            /// What it does, as it stands in this table, line by line.
            pub const fn doc(self) -> &'static [&'static str] {
                match self { $( Op::$name => &[$($doc),+], )+ }
            }

            /// Where control goes after it.
            pub const fn flow(self) -> Flow {
                match self { $( Op::$name => Flow::$flow, )+ }
            }
        }
    };
}

ops! {
    // Constants
    /// `[] -> [constant]`
    Const = 0x01, "const", [Const], Next;
    /// `[] -> [int]`
    Int = 0x02, "int", [Int], Next;
    /// `[] -> [None]`
    None = 0x03, "none", [], Next;
    /// `[] -> [True]`
    True = 0x04, "true", [], Next;
    /// `[] -> [False]`
    False = 0x05, "false", [], Next;
    /// `[] -> [Ellipsis]`
    Ellipsis = 0x06, "ellipsis", [], Next;

    // Stack
    /// `[a] -> []`
    Pop = 0x08, "pop", [], Next;
    /// `[.. n-th] -> [.. n-th, n-th]`: pushes a copy of the n-th from the top; 1 is the top.
    Copy = 0x09, "copy", [Num], Next;
    /// Exchanges the top with the n-th from the top; n is at least 2.
    Swap = 0x0a, "swap", [Num], Next;

    // Variables
    /// `[] -> [value]`; UnboundLocalError when unbound.
    LoadLocal = 0x10, "load_local", [Local], Next;
    /// `[value] -> []`
    StoreLocal = 0x11, "store_local", [Local], Next;
    /// Unbinds; UnboundLocalError when unbound.
    DelLocal = 0x12, "del_local", [Local], Next;
    /// `[] -> [value]` through a cell; NameError/UnboundLocalError when empty.
    LoadCell = 0x13, "load_cell", [Cell], Next;
    /// `[value] -> []`
    StoreCell = 0x14, "store_cell", [Cell], Next;
    /// Empties the cell; error when empty.
    DelCell = 0x15, "del_cell", [Cell], Next;
    /// `[] -> [cell]`: the cell itself, for the closure tuple of `make_function`.
    LoadClosure = 0x16, "load_closure", [Cell], Next;
    /// `[] -> [value]`: the class namespace first (name of the cell), then the cell.
    LoadClassCell = 0x17, "load_class_cell", [Cell], Next;
    /// `[] -> [value]`: globals, then builtins.
    LoadGlobal = 0x18, "load_global", [Name], Next;
    /// `[value] -> []`
    StoreGlobal = 0x19, "store_global", [Name], Next;
    /// Unbinds a global.
    DelGlobal = 0x1a, "del_global", [Name], Next;
    /// `[] -> [value]`: local namespace (module or class body, exec), then globals, then builtins.
    LoadName = 0x1b, "load_name", [Name], Next;
    /// `[value] -> []` into the local namespace.
    StoreName = 0x1c, "store_name", [Name], Next;
    /// Unbinds in the local namespace.
    DelName = 0x1d, "del_name", [Name], Next;

    // Attributes and items
    /// `[object] -> [value]`
    LoadAttr = 0x20, "load_attr", [Name], Next;
    /// `[value, object] -> []`
    StoreAttr = 0x21, "store_attr", [Name], Next;
    /// `[object] -> []`
    DelAttr = 0x22, "del_attr", [Name], Next;
    /// `[object] -> [callable, receiver]` for `call_method`.
    LoadMethod = 0x23, "load_method", [Name], Next;
    /// `[object, index] -> [value]`
    Subscript = 0x24, "subscript", [], Next;
    /// `[value, object, index] -> []`
    StoreSubscript = 0x25, "store_subscript", [], Next;
    /// `[object, index] -> []`
    DelSubscript = 0x26, "del_subscript", [], Next;
    /// `[start, stop (, step)] -> [slice]`; the number is 2 or 3.
    BuildSlice = 0x27, "build_slice", [Num], Next;

    // Operators
    /// `[a] -> [-a]`
    Negative = 0x28, "negative", [], Next;
    /// `[a] -> [+a]`
    Positive = 0x29, "positive", [], Next;
    /// `[a] -> [~a]`
    Invert = 0x2a, "invert", [], Next;
    /// `[a] -> [not a]`
    Not = 0x2b, "not", [], Next;
    /// `[a, b] -> [a op b]`
    Binary = 0x2c, "binary", [Bin], Next;
    /// `[a, b] -> [a op= b]`
    InPlace = 0x2d, "in_place", [Bin], Next;
    /// `[a, b] -> [a op b]`
    Compare = 0x2e, "compare", [Cmp], Next;

    // Jumps
    /// Goes to the label.
    Jump = 0x30, "jump", [Label], Jump;
    /// `[a] -> []`, jumps when a is false.
    JumpIfFalse = 0x31, "jump_if_false", [Label], Branch;
    /// `[a] -> []`, jumps when a is true.
    JumpIfTrue = 0x32, "jump_if_true", [Label], Branch;
    /// `[a] -> [a]` and jumps when a is false, else `[a] -> []`.
    JumpIfFalseOrPop = 0x33, "jump_if_false_or_pop", [Label], Branch;
    /// `[a] -> [a]` and jumps when a is true, else `[a] -> []`.
    JumpIfTrueOrPop = 0x34, "jump_if_true_or_pop", [Label], Branch;
    /// `[a] -> []`, jumps when a is None.
    JumpIfNone = 0x35, "jump_if_none", [Label], Branch;
    /// `[a] -> []`, jumps when a is not None.
    JumpIfNotNone = 0x36, "jump_if_not_none", [Label], Branch;

    // Iteration
    /// `[iterable] -> [iterator]`
    GetIter = 0x38, "get_iter", [], Next;
    /// `[iterator] -> [iterator, item]`, or `[iterator] -> []` and jumps when exhausted.
    ForIter = 0x39, "for_iter", [Label], Branch;
    /// `[aiterable] -> [aiterator]`
    GetAiter = 0x3a, "get_aiter", [], Next;
    /// `[aiterator] -> [aiterator, awaitable]`
    GetAnext = 0x3b, "get_anext", [], Next;
    /// `[aiterator, exception] -> []` for StopAsyncIteration, else raises it again.
    EndAsyncFor = 0x3c, "end_async_for", [], Next;
    /// `[iterable] -> [iterator]` for `yield from`: coroutines allowed where CPython allows them.
    GetYieldFromIter = 0x3d, "get_yield_from_iter", [], Next;

    // Building
    /// `[a1 .. an] -> [tuple]`
    BuildTuple = 0x40, "build_tuple", [Num], Next;
    /// `[a1 .. an] -> [list]`
    BuildList = 0x41, "build_list", [Num], Next;
    /// `[a1 .. an] -> [set]`
    BuildSet = 0x42, "build_set", [Num], Next;
    /// `[k1, v1 .. kn, vn] -> [dict]`
    BuildDict = 0x43, "build_dict", [Num], Next;
    /// `[s1 .. sn] -> [str]`
    BuildString = 0x44, "build_string", [Num], Next;
    /// `[.. list .. value] -> [.. list ..]`; the list is the n-th from the top after the pop; 1 is the top.
    ListAppend = 0x45, "list_append", [Num], Next;
    /// `[.. set .. value] -> [.. set ..]`
    SetAdd = 0x46, "set_add", [Num], Next;
    /// `[.. dict .. key, value] -> [.. dict ..]`
    DictAdd = 0x47, "dict_add", [Num], Next;
    /// `[list, iterable] -> [list]`
    ListExtend = 0x48, "list_extend", [], Next;
    /// `[set, iterable] -> [set]`
    SetUpdate = 0x49, "set_update", [], Next;
    /// `[dict, mapping] -> [dict]`, later keys win: `{**a}`.
    DictUpdate = 0x4a, "dict_update", [], Next;
    /// `[callable, args, dict, mapping] -> [callable, args, dict]`, a key twice is TypeError: `f(**a, **b)`.
    DictMerge = 0x4b, "dict_merge", [], Next;
    /// `[list] -> [tuple]`
    ListToTuple = 0x4c, "list_to_tuple", [], Next;
    /// `[iterable] -> [an .. a1]`: the first item on top.
    Unpack = 0x4d, "unpack", [Num], Next;
    /// `[iterable] -> [last .. , list, .. first]`: n before the star, m after it; the first item on top.
    UnpackStar = 0x4e, "unpack_star", [Num, Num], Next;
    /// `[value] -> [str]`; conversion 0 none, 1 str, 2 repr, 3 ascii.
    Format = 0x4f, "format", [Num], Next;
    /// `[value, spec] -> [str]`; conversion as above.
    FormatSpec = 0x50, "format_spec", [Num], Next;

    // Calls and functions
    /// `[callable, a1 .. an] -> [result]`
    Call = 0x52, "call", [Num], Next;
    /// `[callable, a1 .. an] -> [result]`: the last of the n arguments carry the names of the tuple.
    CallKeywords = 0x53, "call_keywords", [Num, Tuple], Next;
    /// `[callable, receiver, a1 .. an] -> [result]`
    CallMethod = 0x54, "call_method", [Num], Next;
    /// `[callable, receiver, a1 .. an] -> [result]` with keyword names as above.
    CallMethodKeywords = 0x55, "call_method_keywords", [Num, Tuple], Next;
    /// 0: `[callable, iterable] -> [result]`; 1: `[callable, iterable, mapping] -> [result]`.
    CallSpread = 0x56, "call_spread", [Num], Next;
    /// `[defaults?, keyword_defaults?, annotations?, closure?] -> [function]`; the number says which are there:
    /// 1 tuple of defaults, 2 dict of keyword-only defaults, 4 dict of annotations, 8 tuple of cells.
    MakeFunction = 0x57, "make_function", [Code, Num], Next;
    /// `[] -> [__build_class__]`
    LoadBuildClass = 0x58, "load_build_class", [], Next;
    /// `[value] -> ` leaves the code with the value.
    Return = 0x59, "return", [], End;
    /// `[value] -> [sent]`
    Yield = 0x5a, "yield", [], Next;
    /// `[iterator, value] -> [result]`: delegates until the iterator ends.
    YieldFrom = 0x5b, "yield_from", [], Next;
    /// `[value] -> [sent]` in an async generator.
    AsyncYield = 0x5c, "async_yield", [], Next;
    /// `[awaitable] -> [iterator]`; the number is 0 for `await`, 1 for `async with` entry, 2 for its exit.
    GetAwaitable = 0x5d, "get_awaitable", [Num], Next;

    // Exceptions
    /// 0: bare `raise`; 1: `[exception]`; 2: `[exception, cause]`.
    Raise = 0x60, "raise", [Num], End;
    /// `[exception]`: raises it again as it is, no new traceback entry for this frame.
    Reraise = 0x61, "reraise", [], End;
    /// `[exception] -> [previous, exception]`: it becomes the handled exception.
    PushHandled = 0x62, "push_handled", [], Next;
    /// `[previous] -> []`: becomes the handled exception again.
    PopHandled = 0x63, "pop_handled", [], Next;
    /// `[exception, type] -> [exception, bool]`
    MatchException = 0x64, "match_exception", [], Next;
    /// `[exception, type] -> [rest or None, match or None]` for `except*`.
    MatchGroup = 0x65, "match_group", [], Next;
    /// `[original, list] -> [exception or None]`: what is left to raise after `except*` clauses.
    PrepareReraiseStar = 0x66, "prepare_reraise_star", [], Next;
    /// `[manager] -> [exit, entered]`
    BeforeWith = 0x67, "before_with", [], Next;
    /// `[exit, previous, exception] -> [exit, previous, exception, result]`: calls exit with the exception.
    WithExcept = 0x68, "with_except", [], Next;
    /// `[manager] -> [aexit, awaitable]`
    BeforeAsyncWith = 0x69, "before_async_with", [], Next;
    /// `[] -> [AssertionError]`, whatever the name is bound to.
    LoadAssertionError = 0x6a, "load_assertion_error", [], Next;

    // Pattern matching
    /// `[subject] -> [subject, bool]`
    MatchMapping = 0x70, "match_mapping", [], Next;
    /// `[subject] -> [subject, bool]`
    MatchSequence = 0x71, "match_sequence", [], Next;
    /// `[subject, keys] -> [subject, keys, values or None]`
    MatchKeys = 0x72, "match_keys", [], Next;
    /// `[subject, class, names] -> [values or None]` with n positional patterns.
    MatchClass = 0x73, "match_class", [Num], Next;
    /// `[subject] -> [subject, len]`
    GetLen = 0x74, "get_len", [], Next;

    // Modules
    /// `[level, fromlist] -> [module]`
    ImportName = 0x78, "import_name", [Name], Next;
    /// `[module] -> [module, value]`
    ImportFrom = 0x79, "import_from", [Name], Next;
    /// `[module] -> []`: all public names into the local namespace.
    ImportStar = 0x7a, "import_star", [], Next;
    /// Makes sure that the local namespace has `__annotations__`.
    SetupAnnotations = 0x7b, "setup_annotations", [], Next;
    /// `[value] -> []`: shows it, as the interactive prompt does.
    PrintExpression = 0x7c, "print_expression", [], Next;
}

macro_rules! numbered {
    ($(#[$meta:meta])* $enum:ident { $( $name:ident = $code:literal, $text:literal; )+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum $enum { $( #[doc = concat!("`", $text, "`")] $name = $code, )+ }
        impl $enum {
            /// All of them in order.
            pub const ALL: &'static [$enum] = &[$($enum::$name),+];
            /// The one with that number.
            pub const fn from_byte(byte: u8) -> Option<$enum> {
                match byte { $( $code => Some($enum::$name), )+ _ => None }
            }
            /// As it is written in Python.
            pub const fn text(self) -> &'static str {
                match self { $( $enum::$name => $text, )+ }
            }
        }
    };
}

numbered! {
    /// Binary operators, plain and in place.
    BinaryOp {
        Add = 0, "+"; Sub = 1, "-"; Mul = 2, "*"; TrueDiv = 3, "/"; FloorDiv = 4, "//"; Mod = 5, "%"; Pow = 6, "**";
        LShift = 7, "<<"; RShift = 8, ">>"; And = 9, "&"; Or = 10, "|"; Xor = 11, "^"; MatMul = 12, "@";
    }
}

numbered! {
    /// Comparison operators.
    CompareOp {
        Lt = 0, "<"; Le = 1, "<="; Eq = 2, "=="; Ne = 3, "!="; Gt = 4, ">"; Ge = 5, ">=";
        Is = 6, "is"; IsNot = 7, "is not"; In = 8, "in"; NotIn = 9, "not in";
    }
}

/// What an instruction does to the depth of the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Values that have to be there; all of them are taken.
    pub pops: u32,
    /// Values put there instead when control goes on to the next instruction.
    pub pushes: u32,
    /// Values put there instead when control goes to the label; equal to `pushes` when there is none.
    pub jump_pushes: u32,
}

impl Op {
    /// Effect on the depth of the stack with these operands, which are taken as they come: absurd ones give absurd figures
    /// that end at `u32::MAX`.
    pub const fn effect(self, a: u32, b: u32) -> Effect {
        let (pops, pushes) = match self {
            Op::Const | Op::Int | Op::None | Op::True | Op::False | Op::Ellipsis => (0, 1),
            Op::Pop => (1, 0),
            Op::Copy => (a, a.saturating_add(1)),
            Op::Swap => (a, a),
            Op::LoadLocal
            | Op::LoadCell
            | Op::LoadClosure
            | Op::LoadClassCell
            | Op::LoadGlobal
            | Op::LoadName => (0, 1),
            Op::StoreLocal | Op::StoreCell | Op::StoreGlobal | Op::StoreName => (1, 0),
            Op::DelLocal | Op::DelCell | Op::DelGlobal | Op::DelName => (0, 0),
            Op::LoadAttr => (1, 1),
            Op::StoreAttr => (2, 0),
            Op::DelAttr => (1, 0),
            Op::LoadMethod => (1, 2),
            Op::Subscript => (2, 1),
            Op::StoreSubscript => (3, 0),
            Op::DelSubscript => (2, 0),
            Op::BuildSlice => (a, 1),
            Op::Negative | Op::Positive | Op::Invert | Op::Not => (1, 1),
            Op::Binary | Op::InPlace | Op::Compare => (2, 1),
            Op::Jump => (0, 0),
            Op::JumpIfFalse | Op::JumpIfTrue | Op::JumpIfNone | Op::JumpIfNotNone => (1, 0),
            Op::JumpIfFalseOrPop | Op::JumpIfTrueOrPop => {
                return Effect { pops: 1, pushes: 0, jump_pushes: 1 };
            }
            Op::GetIter | Op::GetAiter | Op::GetYieldFromIter => (1, 1),
            Op::ForIter => return Effect { pops: 1, pushes: 2, jump_pushes: 0 },
            Op::GetAnext => (1, 2),
            Op::EndAsyncFor => (2, 0),
            Op::BuildTuple | Op::BuildList | Op::BuildSet | Op::BuildString => (a, 1),
            Op::BuildDict => (a.saturating_mul(2), 1),
            Op::ListAppend | Op::SetAdd => (a.saturating_add(1), a),
            Op::DictAdd => (a.saturating_add(2), a),
            Op::ListExtend | Op::SetUpdate | Op::DictUpdate => (2, 1),
            Op::DictMerge => (4, 3),
            Op::ListToTuple => (1, 1),
            Op::Unpack => (1, a),
            Op::UnpackStar => (1, a.saturating_add(b).saturating_add(1)),
            Op::Format => (1, 1),
            Op::FormatSpec => (2, 1),
            Op::Call | Op::CallKeywords => (a.saturating_add(1), 1),
            Op::CallMethod | Op::CallMethodKeywords => (a.saturating_add(2), 1),
            Op::CallSpread => (a.saturating_add(2), 1),
            Op::MakeFunction => (b.count_ones(), 1),
            Op::LoadBuildClass => (0, 1),
            Op::Return => (1, 0),
            Op::Yield | Op::AsyncYield | Op::GetAwaitable => (1, 1),
            Op::YieldFrom => (2, 1),
            Op::Raise => (a, 0),
            Op::Reraise => (1, 0),
            Op::PushHandled => (1, 2),
            Op::PopHandled => (1, 0),
            Op::MatchException | Op::MatchGroup => (2, 2),
            Op::PrepareReraiseStar => (2, 1),
            Op::BeforeWith | Op::BeforeAsyncWith => (1, 2),
            Op::WithExcept => (3, 4),
            Op::LoadAssertionError => (0, 1),
            Op::MatchMapping | Op::MatchSequence => (1, 2),
            Op::MatchKeys => (2, 3),
            Op::MatchClass => (3, 1),
            Op::GetLen => (1, 2),
            Op::ImportName => (2, 1),
            Op::ImportFrom => (1, 2),
            Op::ImportStar => (1, 0),
            Op::SetupAnnotations => (0, 0),
            Op::PrintExpression => (1, 0),
        };
        Effect { pops, pushes, jump_pushes: pushes }
    }
}
