//! The Python classes of operands and items, and which one an object is of.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt, PyType};

/// What an object is, as far as the assembler cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Int,
    Bool,
    Imm,
    Label,
    Reg,
    MemAddr,
    NamedReg,
    CodeAt,
    IMem,
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    Sizeof,
    Offset,
    BranchTo,
    /// A lazy immediate of the user's own.
    Custom,
    Op,
    Bytes,
    Data,
    Align,
    NoPad,
    /// A directive of the user's own: it tells the layout nothing.
    Directive,
    Other,
}

/// The classes, looked up once per build.
pub struct Classes<'py> {
    /// Exact classes, the most frequent ones first.
    exact: Vec<(Bound<'py, PyType>, Kind)>,
    /// Classes that may be subclassed, special ones before general ones.
    bases: Vec<(Bound<'py, PyType>, Kind)>,
}

impl<'py> Classes<'py> {
    pub fn load(py: Python<'py>) -> PyResult<Self> {
        let core = py.import("bajo.core")?;
        let class =
            |name: &str| -> PyResult<Bound<'py, PyType>> { Ok(core.getattr(name)?.cast_into::<PyType>()?) };
        let exact = vec![
            (class("Reg")?, Kind::Reg),
            (py.get_type::<PyInt>(), Kind::Int),
            (class("BranchTo")?, Kind::BranchTo),
            (class("Label")?, Kind::Label),
            (class("IMem")?, Kind::IMem),
            (class("Op")?, Kind::Op),
            (class("CodeAt")?, Kind::CodeAt),
            (class("MemAddr")?, Kind::MemAddr),
            (class("NamedReg")?, Kind::NamedReg),
            (class("Imm")?, Kind::Imm),
            (class("Bytes")?, Kind::Bytes),
            (class("DataExpr")?, Kind::Data),
            (class("ImmAdd")?, Kind::Add),
            (class("ImmSub")?, Kind::Sub),
            (class("ImmMul")?, Kind::Mul),
            (class("ImmDiv")?, Kind::Div),
            (class("ImmMod")?, Kind::Mod),
            (class("ImmSizeof")?, Kind::Sizeof),
            (class("ImmOffset")?, Kind::Offset),
            (class("NoPad")?, Kind::NoPad),
            (class("Align")?, Kind::Align),
            (py.get_type::<PyBool>(), Kind::Bool),
        ];
        // Subclasses of the arithmetic classes may compute something else: they count as the user's own.
        let bases = vec![
            (class("Reg")?, Kind::Reg),
            (class("MemAddr")?, Kind::MemAddr),
            (class("NamedReg")?, Kind::NamedReg),
            (class("CodeAt")?, Kind::CodeAt),
            (class("IMem")?, Kind::IMem),
            (class("Label")?, Kind::Label),
            (class("ImmExpr")?, Kind::Custom),
            (class("Op")?, Kind::Op),
            (class("Bytes")?, Kind::Bytes),
            (class("DataExpr")?, Kind::Data),
            (class("Align")?, Kind::Align),
            (class("NoPad")?, Kind::NoPad),
            (class("Directive")?, Kind::Directive),
            (class("Imm")?, Kind::Imm),
            (py.get_type::<PyInt>(), Kind::Int),
        ];
        Ok(Self { exact, bases })
    }

    pub fn kind(&self, object: &Bound<'py, PyAny>) -> PyResult<Kind> {
        let of = object.get_type();
        for (class, kind) in &self.exact {
            if of.is(class) {
                return Ok(*kind);
            }
        }
        for (class, kind) in &self.bases {
            if object.is_instance(class)? {
                return Ok(*kind);
            }
        }
        Ok(Kind::Other)
    }
}
