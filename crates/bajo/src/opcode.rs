//! The one opcode table: machine, checker, disassembler, assembler and docs all read it.
//!
//! ```text
//! instruction:  opcode | [target count] | targets ... | [source count] | sources ...
//! opcode byte:  bit 7 = rmw: source 0 is target 0 and is left out of the encoding
//!               bits 6..0 = number in this table
//! counts:       only for rows marked `counted`; they are source operands themselves
//! ```

/// Bit 7 of the opcode byte: source 0 is the operand of target 0 and is left out of the encoding.
pub const RMW: u8 = 0x80;

/// Most targets, and most sources (function number included), that one instruction may have.
pub const MAX_OPERANDS: usize = 8;

/// What an instruction is for. Groups rows of the table; the machine itself does not look at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// No effect.
    Nothing,
    /// Integer arithmetic that wraps modulo 2^32.
    Arithmetic,
    /// Division: may fail with a zero divisor or an overflow.
    Division,
    /// Truth of words: zero is false.
    Logic,
    /// Bit by bit.
    Bits,
    /// Shifts.
    Shift,
    /// Comparison to 1 or 0.
    Test,
    /// Absolute jump.
    Jump,
    /// Branch relative to the end of the instruction.
    Branch,
    /// Conditional move.
    Select,
    /// Move, and loads of bytes and halfwords.
    Move,
    /// Stores of bytes and halfwords.
    Store,
    /// Call of a host function.
    Host,
    /// End of the program.
    Exit,
}

/// Where control goes after an instruction. The numbers are indices of sources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flow {
    /// To the next instruction.
    Next,
    /// To the address in this source.
    Jump(u8),
    /// To the end of the instruction plus this source.
    Branch(u8),
    /// To the end of the instruction plus this source, or to the next instruction.
    Condition(u8),
    /// Nowhere: the program ends.
    Exit,
}

impl Flow {
    /// Index of the source that holds the destination, if there is one.
    #[must_use]
    pub const fn destination(self) -> Option<usize> {
        match self {
            Self::Jump(i) | Self::Branch(i) | Self::Condition(i) => Some(i as usize),
            Self::Next | Self::Exit => None,
        }
    }

    /// True when the destination is an offset from the end of the instruction.
    #[must_use]
    pub const fn is_relative(self) -> bool {
        matches!(self, Self::Branch(_) | Self::Condition(_))
    }
}

/// The targets or the sources of an opcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Operands {
    /// Names of the operands in encoding order. Of a counted list: those that are always meant
    /// (the function number of `Sys`, the first operand of `And`); any number may follow.
    pub names: &'static [&'static str],
    /// True when a count precedes the operands.
    pub counted: bool,
    /// Bytes that a memory access of each of these operands takes: 1, 2 or 4.
    pub size: u8,
}

impl Operands {
    /// How many there are, `None` when a count in the encoding says so.
    #[must_use]
    pub const fn fixed(&self) -> Option<usize> {
        if self.counted { None } else { Some(self.names.len()) }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OpInfo {
    /// The opcode itself.
    pub op: Opcode,
    /// Number, bits 6..0 of the opcode byte.
    pub number: u8,
    /// Mnemonic, as listings and the assembler write it.
    pub name: &'static str,
    /// Name of the enumerator in the C header.
    pub c_name: &'static str,
    /// What it is for.
    pub class: Class,
    /// Where control goes.
    pub flow: Flow,
    /// Operands that are written. They are addresses: there is no immediate target.
    pub targets: Operands,
    /// Operands that are read.
    pub sources: Operands,
    /// What it does, in the names of its operands.
    pub doc: &'static str,
}

impl OpInfo {
    /// True when a target receives the address after the instruction (`JmpLnk`, `BrLnk`).
    #[must_use]
    pub const fn links(&self) -> bool {
        matches!(self.op, Opcode::JmpLnk | Opcode::BrLnk)
    }
}

/// Packed facts the decoder needs about one opcode.
#[derive(Clone, Copy)]
pub(crate) struct Shape(u16);

impl Shape {
    const fn of(info: &OpInfo) -> Self {
        const fn list(o: &Operands) -> u16 {
            let count = if o.counted { 7 } else { o.names.len() as u16 };
            let size = match o.size {
                1 => 0,
                2 => 1,
                _ => 2,
            };
            count | size << 3
        }
        Self(list(&info.targets) | list(&info.sources) << 5)
    }

    /// Number of targets, 7 when counted.
    #[inline(always)]
    pub(crate) const fn targets(self) -> u32 {
        (self.0 & 7) as u32
    }

    /// Number of sources, 7 when counted.
    #[inline(always)]
    pub(crate) const fn sources(self) -> u32 {
        (self.0 >> 5 & 7) as u32
    }

    /// Bytes a target takes.
    #[inline(always)]
    pub(crate) const fn target_size(self) -> u32 {
        1 << (self.0 >> 3 & 3)
    }

    /// Bytes a source takes.
    #[inline(always)]
    pub(crate) const fn source_size(self) -> u32 {
        1 << (self.0 >> 8 & 3)
    }
}

/// In [`Shape`]: the list is counted.
pub(crate) const COUNTED: u32 = 7;

/// Shapes by opcode number.
pub(crate) const SHAPES: [Shape; COUNT] = {
    let mut shapes = [Shape(0); COUNT];
    let mut i = 0;
    while i < COUNT {
        shapes[i] = Shape::of(&OPCODES[i]);
        i += 1;
    }
    shapes
};

macro_rules! list {
    ([$($name:literal)*] $($rest:tt)?) => {
        Operands { names: &[$($name),*], counted: false, size: 4 }
    };
}
macro_rules! operands {
    ([* $($name:literal)*]) => { Operands { names: &[$($name),*], counted: true, size: 4 } };
    ([1: $($name:literal)*]) => { Operands { names: &[$($name),*], counted: false, size: 1 } };
    ([2: $($name:literal)*]) => { Operands { names: &[$($name),*], counted: false, size: 2 } };
    ($names:tt) => { list!($names) };
}

macro_rules! opcodes {
    ($($number:literal $op:ident $c:literal $class:ident $flow:expr, $targets:tt $sources:tt $doc:literal;)*) => {
        /// The 72 opcodes. The discriminant is the number in the encoding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Opcode {
            $(#[doc = $doc] $op = $number,)*
        }

        /// How many opcodes there are; numbers from here to 127 are unknown.
        pub const COUNT: usize = [$($number),*].len();

        /// The table, by number.
        pub const OPCODES: [OpInfo; COUNT] = [
            $(OpInfo {
                op: Opcode::$op,
                number: $number,
                name: stringify!($op),
                c_name: $c,
                class: Class::$class,
                flow: $flow,
                targets: operands!($targets),
                sources: operands!($sources),
                doc: $doc,
            },)*
        ];

        impl Opcode {
            /// The opcode of this number, `None` from 72 on.
            #[must_use]
            #[inline]
            pub const fn from_number(number: u8) -> Option<Self> {
                match number {
                    $($number => Some(Self::$op),)*
                    _ => None,
                }
            }
        }
    };
}

use Flow::{Branch, Condition, Exit, Jump, Next};

opcodes! {
    0 Nop "NOP" Nothing Next, [] [] "nothing";
    1 Add "ADD" Arithmetic Next, ["t"] ["a" "b"] "t = a + b, wraps";
    2 Sub "SUB" Arithmetic Next, ["t"] ["a" "b"] "t = a - b, wraps";
    3 Mul "MUL" Arithmetic Next, ["t"] ["a" "b"] "t = low word of a * b";
    4 Div "DIV" Division Next, ["t"] ["a" "b"]
        "t = a / b signed, truncated toward zero; error 6 if b is 0, error 7 for -2^31 / -1";
    5 DivU "DIV_U" Division Next, ["t"] ["a" "b"] "t = a / b unsigned; error 6 if b is 0";
    6 Rem "REM" Division Next, ["t"] ["a" "b"]
        "t = signed remainder with the sign of a; error 6 if b is 0; -2^31 rem -1 is 0";
    7 RemU "REM_U" Division Next, ["t"] ["a" "b"] "t = unsigned remainder; error 6 if b is 0";
    8 And "AND" Logic Next, ["t"] [* "a"] "t = 0 if any source is 0, else the last source";
    9 Or "OR" Logic Next, ["t"] [* "a"] "t = first source that is not 0, else 0";
    10 BitAnd "BIT_AND" Bits Next, ["t"] ["a" "b"] "t = a and b, bit by bit";
    11 BitOr "BIT_OR" Bits Next, ["t"] ["a" "b"] "t = a or b, bit by bit";
    12 BitXor "BIT_XOR" Bits Next, ["t"] ["a" "b"] "t = a exclusive-or b, bit by bit";
    13 Inv "INV" Bits Next, ["t"] ["a"] "t = a with every bit inverted";
    14 LShift "L_SHIFT" Shift Next, ["t"] ["a" "b"] "t = a << b; 0 if b unsigned is 32 or more";
    15 RShift "R_SHIFT" Shift Next, ["t"] ["a" "b"]
        "t = a >> b keeping the sign; 0 or -1 by the sign of a if b unsigned is 32 or more";
    16 RShiftU "R_SHIFT_U" Shift Next, ["t"] ["a" "b"]
        "t = a >> b filling with zeros; 0 if b unsigned is 32 or more";
    17 TstEq "TST_EQ" Test Next, ["t"] ["a" "b"] "t = 1 if a == b, else 0";
    18 TstNe "TST_NE" Test Next, ["t"] ["a" "b"] "t = 1 if a != b, else 0";
    19 TstGt "TST_GT" Test Next, ["t"] ["a" "b"] "t = 1 if a > b signed, else 0";
    20 TstGe "TST_GE" Test Next, ["t"] ["a" "b"] "t = 1 if a >= b signed, else 0";
    21 TstGtU "TST_GT_U" Test Next, ["t"] ["a" "b"] "t = 1 if a > b unsigned, else 0";
    22 TstGeU "TST_GE_U" Test Next, ["t"] ["a" "b"] "t = 1 if a >= b unsigned, else 0";
    23 Jmp "JMP" Jump Jump(0), [] ["a"] "pc = a";
    24 JmpLnk "JMP_LNK" Jump Jump(0), ["t"] ["a"] "t = address after this instruction; pc = a";
    25 Br "BR" Branch Branch(0), [] ["a"] "pc += a";
    26 BrLnk "BR_LNK" Branch Branch(0), ["t"] ["a"] "t = address after this instruction; pc += a";
    27 BrEq "BR_EQ" Branch Condition(2), [] ["a" "b" "c"] "pc += c if a == b";
    28 BrNe "BR_NE" Branch Condition(2), [] ["a" "b" "c"] "pc += c if a != b";
    29 BrGt "BR_GT" Branch Condition(2), [] ["a" "b" "c"] "pc += c if a > b signed";
    30 BrGe "BR_GE" Branch Condition(2), [] ["a" "b" "c"] "pc += c if a >= b signed";
    31 BrGtU "BR_GT_U" Branch Condition(2), [] ["a" "b" "c"] "pc += c if a > b unsigned";
    32 BrGeU "BR_GE_U" Branch Condition(2), [] ["a" "b" "c"] "pc += c if a >= b unsigned";
    33 MovEq "MOV_EQ" Select Next, ["t"] ["a" "b" "x" "y"] "t = x if a == b, else y";
    34 MovGt "MOV_GT" Select Next, ["t"] ["a" "b" "x" "y"] "t = x if a > b signed, else y";
    35 MovGe "MOV_GE" Select Next, ["t"] ["a" "b" "x" "y"] "t = x if a >= b signed, else y";
    36 MovGtU "MOV_GT_U" Select Next, ["t"] ["a" "b" "x" "y"] "t = x if a > b unsigned, else y";
    37 MovGeU "MOV_GE_U" Select Next, ["t"] ["a" "b" "x" "y"] "t = x if a >= b unsigned, else y";
    38 LdB "LD_B" Move Next, ["t"] [1: "a"] "t = byte a, sign-extended";
    39 LdH "LD_H" Move Next, ["t"] [2: "a"] "t = halfword a, sign-extended";
    40 LdBU "LD_B_U" Move Next, ["t"] [1: "a"] "t = byte a, zero-extended";
    41 LdHU "LD_H_U" Move Next, ["t"] [2: "a"] "t = halfword a, zero-extended";
    42 StB "ST_B" Store Next, [1: "t"] ["a"] "byte t = low byte of a";
    43 StH "ST_H" Store Next, [2: "t"] ["a"] "halfword t = low halfword of a";
    44 Sys "SYS" Host Next, [*] [* "func"] "call host function func with the other sources; results go to the targets";
    45 Exit "EXIT" Exit Exit, [] ["a"] "end the program with exit code a";
    46 Sys00 "SYS00" Host Next, [] ["func"] "call host function func";
    47 Sys01 "SYS01" Host Next, [] ["func" "a"] "call host function func(a)";
    48 Sys02 "SYS02" Host Next, [] ["func" "a" "b"] "call host function func(a, b)";
    49 Sys03 "SYS03" Host Next, [] ["func" "a" "b" "c"] "call host function func(a, b, c)";
    50 Sys04 "SYS04" Host Next, [] ["func" "a" "b" "c" "d"] "call host function func(a, b, c, d)";
    51 Sys10 "SYS10" Host Next, ["t"] ["func"] "t = host function func()";
    52 Sys11 "SYS11" Host Next, ["t"] ["func" "a"] "t = host function func(a)";
    53 Sys12 "SYS12" Host Next, ["t"] ["func" "a" "b"] "t = host function func(a, b)";
    54 Sys13 "SYS13" Host Next, ["t"] ["func" "a" "b" "c"] "t = host function func(a, b, c)";
    55 Sys14 "SYS14" Host Next, ["t"] ["func" "a" "b" "c" "d"] "t = host function func(a, b, c, d)";
    56 Sys20 "SYS20" Host Next, ["t" "u"] ["func"] "t, u = host function func()";
    57 Sys21 "SYS21" Host Next, ["t" "u"] ["func" "a"] "t, u = host function func(a)";
    58 Sys22 "SYS22" Host Next, ["t" "u"] ["func" "a" "b"] "t, u = host function func(a, b)";
    59 Sys23 "SYS23" Host Next, ["t" "u"] ["func" "a" "b" "c"] "t, u = host function func(a, b, c)";
    60 Sys24 "SYS24" Host Next, ["t" "u"] ["func" "a" "b" "c" "d"] "t, u = host function func(a, b, c, d)";
    61 Mov "MOV" Move Next, ["t"] ["a"] "t = a";
    62 Neg "NEG" Arithmetic Next, ["t"] ["a"] "t = -a; -2^31 stays -2^31";
    63 Abs "ABS" Arithmetic Next, ["t"] ["a"] "t = a without its sign; -2^31 stays -2^31";
    64 And2 "AND2" Logic Next, ["t"] ["a" "b"] "t = 0 if a is 0, else b";
    65 Or2 "OR2" Logic Next, ["t"] ["a" "b"] "t = a if a is not 0, else b";
    66 Max "MAX" Arithmetic Next, ["t"] [* "a"] "t = greatest source, signed";
    67 Min "MIN" Arithmetic Next, ["t"] [* "a"] "t = least source, signed";
    68 Not "NOT" Logic Next, ["t"] ["a"] "t = 1 if a is 0, else 0";
    69 Bool "BOOL" Logic Next, ["t"] ["a"] "t = 0 if a is 0, else 1";
    70 LongMul "LONG_MUL" Arithmetic Next, ["t" "u"] ["a" "b"]
        "signed 64-bit product a * b: t = low word, u = high word";
    71 LongMulU "LONG_MUL_U" Arithmetic Next, ["t" "u"] ["a" "b"]
        "unsigned 64-bit product a * b: t = low word, u = high word";
}

impl Opcode {
    /// The row of the table.
    #[must_use]
    pub const fn info(self) -> &'static OpInfo {
        const TABLE: &[OpInfo; COUNT] = &OPCODES;
        &TABLE[self as usize]
    }

    /// Mnemonic.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.info().name
    }

    /// The opcode of this mnemonic, exactly as written in the table.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        OPCODES.iter().find(|row| row.name == name).map(|row| row.op)
    }

    /// Shape for the decoder.
    #[inline(always)]
    pub(crate) const fn shape(self) -> Shape {
        SHAPES[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_at_their_number() {
        assert_eq!(COUNT, 72);
        for (i, row) in OPCODES.iter().enumerate() {
            assert_eq!(row.number as usize, i);
            assert_eq!(row.op as usize, i);
            assert_eq!(Opcode::from_number(row.number), Some(row.op));
            assert_eq!(Opcode::from_name(row.name), Some(row.op));
        }
        assert_eq!(Opcode::from_number(72), None);
        assert_eq!(Opcode::from_name("add"), None);
    }

    #[test]
    fn shapes_say_what_the_rows_say() {
        for row in &OPCODES {
            let shape = row.op.shape();
            assert_eq!(shape.targets(), row.targets.fixed().map_or(COUNTED, |n| n as u32), "{}", row.name);
            assert_eq!(shape.sources(), row.sources.fixed().map_or(COUNTED, |n| n as u32), "{}", row.name);
            assert_eq!(shape.target_size(), u32::from(row.targets.size));
            assert_eq!(shape.source_size(), u32::from(row.sources.size));
        }
    }

    #[test]
    fn destinations_are_sources() {
        for row in &OPCODES {
            let last = row.flow.destination();
            assert_eq!(last.is_some(), matches!(row.class, Class::Jump | Class::Branch), "{}", row.name);
            if let Some(i) = last {
                assert_eq!(i + 1, row.sources.names.len(), "{}", row.name);
            }
        }
    }
}
