//! Instructions and their constructors. Argument order: targets first, then sources, as in listings.

use crate::expr::Expr;
use crate::operand::Operand;
use crate::site::Site;
use bajo::Opcode;

/// The exact encoding an instruction had: its layout starts from it instead of from the largest size, and no
/// varint gets shorter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Whether source 0 may be left out when it is target 0.
    pub rmw: bool,
    /// Least width of every varint, in encoding order (source 0 included even if left out).
    pub widths: Vec<u8>,
}

/// An instruction. Operand counts are checked when the program is assembled.
#[derive(Clone, Debug)]
pub struct Inst {
    pub(crate) op: Opcode,
    pub(crate) targets: Vec<Operand>,
    pub(crate) sources: Vec<Operand>,
    pub(crate) pin: Option<Box<Pin>>,
    pub(crate) site: Option<Site>,
}

impl Inst {
    /// Any instruction. The source line is that of the caller.
    #[track_caller]
    pub fn new(op: Opcode, targets: Vec<Operand>, sources: Vec<Operand>) -> Self {
        Self { op, targets, sources, pin: None, site: Some(Site::here()) }
    }

    /// Keeps the encoding at least as wide as `pin` says.
    #[must_use]
    pub fn pinned(mut self, pin: Pin) -> Self {
        self.pin = Some(Box::new(pin));
        self
    }

    /// Sets or clears the source line.
    #[must_use]
    pub fn at_site(mut self, site: Option<Site>) -> Self {
        self.site = site;
        self
    }

    /// Its targets.
    pub fn targets(&self) -> &[Operand] {
        &self.targets
    }

    /// Its sources.
    pub fn sources(&self) -> &[Operand] {
        &self.sources
    }

    /// The opcode.
    pub fn opcode(&self) -> Opcode {
        self.op
    }

    /// The exact encoding it was given, if any.
    pub fn pin(&self) -> Option<&Pin> {
        self.pin.as_deref()
    }
}

macro_rules! constructors {
    ($($name:ident $op:ident($($t:ident),*; $($s:ident),*))*) => {$(
        #[doc = concat!("`", stringify!($op), "`")]
        #[track_caller]
        pub fn $name($($t: Operand,)* $($s: impl Into<Operand>,)*) -> Inst {
            Inst::new(Opcode::$op, vec![$($t),*], vec![$($s.into()),*])
        }
    )*};
}

constructors! {
    nop Nop(;)
    add Add(t; a, b) sub Sub(t; a, b) mul Mul(t; a, b) div Div(t; a, b) div_u DivU(t; a, b)
    rem Rem(t; a, b) rem_u RemU(t; a, b)
    bit_and BitAnd(t; a, b) bit_or BitOr(t; a, b) bit_xor BitXor(t; a, b) inv Inv(t; a)
    l_shift LShift(t; a, b) r_shift RShift(t; a, b) r_shift_u RShiftU(t; a, b)
    tst_eq TstEq(t; a, b) tst_ne TstNe(t; a, b) tst_gt TstGt(t; a, b) tst_ge TstGe(t; a, b)
    tst_gt_u TstGtU(t; a, b) tst_ge_u TstGeU(t; a, b)
    jmp Jmp(; a) jmp_lnk JmpLnk(t; a)
    mov_eq MovEq(t; a, b, x, y) mov_gt MovGt(t; a, b, x, y) mov_ge MovGe(t; a, b, x, y)
    mov_gt_u MovGtU(t; a, b, x, y) mov_ge_u MovGeU(t; a, b, x, y)
    ld_b LdB(t; a) ld_h LdH(t; a) ld_bu LdBU(t; a) ld_hu LdHU(t; a) st_b StB(t; a) st_h StH(t; a)
    exit Exit(; rc)
    sys00 Sys00(; func) sys01 Sys01(; func, a) sys02 Sys02(; func, a, b) sys03 Sys03(; func, a, b, c)
    sys04 Sys04(; func, a, b, c, d)
    sys10 Sys10(t; func) sys11 Sys11(t; func, a) sys12 Sys12(t; func, a, b) sys13 Sys13(t; func, a, b, c)
    sys14 Sys14(t; func, a, b, c, d)
    sys20 Sys20(t, u; func) sys21 Sys21(t, u; func, a) sys22 Sys22(t, u; func, a, b)
    sys23 Sys23(t, u; func, a, b, c) sys24 Sys24(t, u; func, a, b, c, d)
    mov Mov(t; a) neg Neg(t; a) abs Abs(t; a) and2 And2(t; a, b) or2 Or2(t; a, b)
    not Not(t; a) bool Bool(t; a)
    long_mul LongMul(tl, th; a, b) long_mul_u LongMulU(tl, th; a, b)
}

macro_rules! swapped {
    ($($name:ident $op:ident($($rest:ident),*))*) => {$(
        #[doc = concat!("`", stringify!($op), "` with its first two sources swapped")]
        #[track_caller]
        pub fn $name(t: Operand, a: impl Into<Operand>, b: impl Into<Operand> $(, $rest: impl Into<Operand>)*) -> Inst {
            Inst::new(Opcode::$op, vec![t], vec![b.into(), a.into() $(, $rest.into())*])
        }
    )*};
}

swapped! {
    tst_lt TstGt() tst_le TstGe() tst_lt_u TstGtU() tst_le_u TstGeU()
    mov_lt MovGt(x, y) mov_le MovGe(x, y) mov_lt_u MovGtU(x, y) mov_le_u MovGeU(x, y)
}

/// `MovEq` with its last two sources swapped
#[track_caller]
pub fn mov_ne(
    t: Operand,
    a: impl Into<Operand>,
    b: impl Into<Operand>,
    x: impl Into<Operand>,
    y: impl Into<Operand>,
) -> Inst {
    Inst::new(Opcode::MovEq, vec![t], vec![a.into(), b.into(), y.into(), x.into()])
}

macro_rules! variadic {
    ($($name:ident $op:ident)*) => {$(
        #[doc = concat!("`", stringify!($op), "` over any number of sources; machines accept 1 to 8")]
        #[track_caller]
        pub fn $name(t: Operand, sources: Vec<Operand>) -> Inst {
            Inst::new(Opcode::$op, vec![t], sources)
        }
    )*};
}

variadic!(and And or Or max Max min Min);

/// `Sys`: a host call with any number of results and arguments; machines accept up to 8 results and 7 arguments
#[track_caller]
pub fn sys(func: impl Into<Operand>, results: Vec<Operand>, mut args: Vec<Operand>) -> Inst {
    args.insert(0, func.into());
    Inst::new(Opcode::Sys, results, args)
}

/// `Br`: to an address that is known after layout
#[track_caller]
pub fn br(to: impl Into<Expr>) -> Inst {
    Inst::new(Opcode::Br, vec![], vec![Operand::branch(to)])
}

/// `BrLnk`: as [`br`], `lr` gets the address behind the instruction
#[track_caller]
pub fn br_lnk(lr: Operand, to: impl Into<Expr>) -> Inst {
    Inst::new(Opcode::BrLnk, vec![lr], vec![Operand::branch(to)])
}

macro_rules! branches {
    ($($name:ident $op:ident $doc:literal, $swapped:ident $less:literal;)*) => {$(
        #[doc = concat!("Branches if `a ", $doc, " (`", stringify!($op), "`)")]
        #[track_caller]
        pub fn $name(a: impl Into<Operand>, b: impl Into<Operand>, to: impl Into<Expr>) -> Inst {
            Inst::new(Opcode::$op, vec![], vec![a.into(), b.into(), Operand::branch(to)])
        }
        #[doc = concat!("Branches if `a ", $less, " (`", stringify!($op), "` with `a` and `b` swapped)")]
        #[track_caller]
        pub fn $swapped(a: impl Into<Operand>, b: impl Into<Operand>, to: impl Into<Expr>) -> Inst {
            Inst::new(Opcode::$op, vec![], vec![b.into(), a.into(), Operand::branch(to)])
        }
    )*};
}

branches! {
    br_gt BrGt "> b`, signed", br_lt "< b`, signed";
    br_ge BrGe ">= b`, signed", br_le "<= b`, signed";
    br_gt_u BrGtU "> b`, unsigned", br_lt_u "< b`, unsigned";
    br_ge_u BrGeU ">= b`, unsigned", br_le_u "<= b`, unsigned";
}

/// Branches if `a == b`
#[track_caller]
pub fn br_eq(a: impl Into<Operand>, b: impl Into<Operand>, to: impl Into<Expr>) -> Inst {
    Inst::new(Opcode::BrEq, vec![], vec![a.into(), b.into(), Operand::branch(to)])
}

/// Branches if `a != b`
#[track_caller]
pub fn br_ne(a: impl Into<Operand>, b: impl Into<Operand>, to: impl Into<Expr>) -> Inst {
    Inst::new(Opcode::BrNe, vec![], vec![a.into(), b.into(), Operand::branch(to)])
}
