//! Declarations of host functions: what a function takes and gives, in which units and ranges. One declaration serves the
//! checks of arguments, `help()`, the hash in images, the docs page, `.pyi` stubs, and other machines by number.

pub mod argument;
mod macros;
pub mod page;
pub mod wording;

use hognose_vm::native::{Def, ModuleDef, Native, Note};

/// A host module as it was declared.
#[derive(Debug)]
pub struct HostModule {
    /// Name that scripts import.
    pub name: &'static str,
    /// What it is for.
    pub doc: &'static str,
    /// Its functions in the order of their declaration: the place is the number of a function, for machines that call by
    /// number. New functions are added at the end.
    pub functions: &'static [Function],
    /// Its constants.
    pub constants: &'static [Constant],
}

/// A module with the natives behind it, as [`module!`](crate::module) makes it.
pub struct Module {
    /// The declaration.
    pub declaration: HostModule,
    /// The table for the engine.
    pub definition: ModuleDef,
}

/// A host function as it was declared.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// Name in the module.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Its parameters in order; those with a default come last.
    pub parameters: &'static [Parameter],
    /// What it gives.
    pub result: Kind,
    /// Unit of the result, empty for none.
    pub unit: &'static str,
    /// Fuel that a call costs.
    pub cost: u32,
    /// The host answers later.
    pub pending: bool,
    /// Text of `help()`: the Python signature, the doc, the limits.
    pub help: &'static str,
    /// Hash of the declaration: names, types, ranges, units, defaults, in this order. Doc and cost do not count.
    pub signature: u32,
}

/// A parameter of a host function.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// What is allowed.
    pub range: Range,
    /// Is a number beyond the range brought back to its end, and the script told? Else it is refused.
    pub clamped: bool,
    /// Its unit, empty for none.
    pub unit: &'static str,
    /// The value when none is given.
    pub default: Option<Literal>,
}

impl Parameter {
    /// Is a number beyond the range brought back? A negative time never is: nobody means that.
    fn clamps(&self, negative: bool) -> bool {
        self.clamped && !(negative && matches!(self.unit.as_bytes(), b"ms" | b"s"))
    }
}

/// Types of parameters and results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `None`
    None,
    /// `int`; `i64` in Rust.
    Int,
    /// `float`, ints are taken too; `f64`.
    Float,
    /// `bool`; `bool`.
    Bool,
    /// `str`; `&str`.
    Str,
    /// `bytes`, bytearrays are taken too; `&[u8]`.
    Bytes,
    /// Anything; [`Object`](crate::Object).
    Any,
    /// Something to call later; [`Handle`](crate::Handle), which the host must release.
    Callable,
    /// `list`, only as a result.
    List,
    /// `tuple`, only as a result.
    Tuple,
}

impl Kind {
    /// As Python writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::None => "None",
            Kind::Int => "int",
            Kind::Float => "float",
            Kind::Bool => "bool",
            Kind::Str => "str",
            Kind::Bytes => "bytes",
            Kind::Any => "object",
            Kind::Callable => "Callable",
            Kind::List => "list",
            Kind::Tuple => "tuple",
        }
    }
}

/// What is allowed, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Range {
    /// Everything of the type.
    All,
    /// Integers.
    Int(i64, i64),
    /// Floats; never NaN.
    Float(f64, f64),
    /// Lengths of a str in characters, of bytes in bytes.
    Length(i64, i64),
}

/// A value that is known beforehand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Literal {
    /// `None`; only for parameters of any type.
    None,
    /// An int.
    Int(i64),
    /// A float.
    Float(f64),
    /// A bool.
    Bool(bool),
    /// A str.
    Str(&'static str),
}

/// A constant of a host module.
#[derive(Clone, Copy, Debug)]
pub struct Constant {
    /// Its name.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// Its value.
    pub value: Literal,
    /// Its unit, empty for none.
    pub unit: &'static str,
}

#[doc(hidden)]
impl Function {
    /// Fills tables that are made at compile time.
    pub const NONE: Function = Function {
        name: "",
        doc: "",
        parameters: &[],
        result: Kind::None,
        unit: "",
        cost: 0,
        pending: false,
        help: "",
        signature: 0,
    };
}

#[doc(hidden)]
impl Constant {
    /// Fills tables that are made at compile time.
    pub const NONE: Constant = Constant { name: "", doc: "", value: Literal::None, unit: "" };
}

impl HostModule {
    /// Function `number`.
    pub fn function(&self, number: usize) -> Option<&'static Function> {
        self.functions.get(number)
    }

    /// Number and declaration of a function.
    pub fn find(&self, name: &str) -> Option<(usize, &'static Function)> {
        self.functions.iter().enumerate().find(|(_, f)| f.name == name)
    }
}

/// The table of a module for the engine, sorted by name as it must be.
#[doc(hidden)]
pub const fn table<const N: usize>(
    functions: &[(Function, Native)],
    constants: &[(Constant, fn(&mut hognose_vm::vm::Vm<'_>) -> hognose_vm::native::Result)],
) -> [Def; N] {
    let mut table = [Def::constant("", nothing); N];
    let mut n = 0;
    while n < N {
        let def = if n < functions.len() {
            let (function, native) = &functions[n];
            Def::keywords(function.name, *native, 0, hognose_vm::native::MANY)
        } else {
            let (constant, make) = &constants[n - functions.len()];
            Def::constant(constant.name, *make)
        };
        let mut at = n;
        while at > 0 && wording::less(def.name, table[at - 1].name) {
            table[at] = table[at - 1];
            at -= 1;
        }
        assert!(
            at == 0 || wording::less(table[at - 1].name, def.name),
            "two things of a host module have the same name"
        );
        table[at] = def;
        n += 1;
    }
    table
}

/// What is known of the functions of a module.
#[doc(hidden)]
pub const fn notes<const N: usize>(functions: &[(Function, Native)]) -> [Note; N] {
    let mut notes = [Note::doc("", ""); N];
    let mut n = 0;
    while n < N {
        let Function { name, help, signature, .. } = functions[n].0;
        notes[n] = Note { name, doc: help, signature };
        n += 1;
    }
    notes
}

fn nothing(_vm: &mut hognose_vm::vm::Vm<'_>) -> hognose_vm::native::Result {
    Ok(hognose_vm::value::Value::NONE)
}

/// The first parts of a table of pairs.
#[doc(hidden)]
pub const fn firsts<T: Copy, U, const N: usize>(pairs: &[(T, U)], filler: T) -> [T; N] {
    let mut all = [filler; N];
    let mut i = 0;
    while i < N {
        all[i] = pairs[i].0;
        i += 1;
    }
    all
}

/// Module tables of the library and a host in one.
#[doc(hidden)]
pub const fn joined<const N: usize>(
    library: &[&'static ModuleDef],
    modules: &[&'static Module],
) -> [&'static ModuleDef; N] {
    let mut all: [&'static ModuleDef; N] = [&EMPTY; N];
    let mut i = 0;
    while i < N {
        all[i] = if i < library.len() { library[i] } else { &modules[i - library.len()].definition };
        i += 1;
    }
    all
}

static EMPTY: ModuleDef = ModuleDef { name: "", attributes: &[], types: &[], notes: &[], doc: "" };
