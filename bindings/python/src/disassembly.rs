//! Disassembled code as plain Python values, from which the package makes its objects.

use bajo_asm::{Expr, Last, Mem, Operand};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyString, PyTuple};

/// A name and a value: what an operand or a base is.
fn pair<'py>(py: Python<'py>, name: &str, value: Bound<'py, PyAny>) -> PyResult<Bound<'py, PyTuple>> {
    PyTuple::new(py, [PyString::new(py, name).into_any(), value])
}

fn int(py: Python<'_>, value: i64) -> PyResult<Bound<'_, PyAny>> {
    Ok(value.into_pyobject(py)?.into_any())
}

fn mem<'py>(py: Python<'py>, mem: &Mem) -> PyResult<Bound<'py, PyTuple>> {
    match mem {
        Mem::Reg(n) => pair(py, "reg", int(py, *n)?),
        Mem::Addr(a) => pair(py, "mem", int(py, *a)?),
        Mem::Named(_) | Mem::At(_) => Err(PyValueError::new_err("memory that disassembly does not make")),
    }
}

fn label<'py>(py: Python<'py>, name: &str, to: &Expr) -> PyResult<Bound<'py, PyTuple>> {
    let text = to.as_label().and_then(|l| l.given_name()).unwrap_or_default();
    pair(py, name, PyString::new(py, text).into_any())
}

/// Bases from the outside in, then what stands at the end.
fn operand<'py>(py: Python<'py>, operand: &Operand) -> PyResult<Bound<'py, PyAny>> {
    let list = PyList::empty(py);
    for base in &operand.chain {
        list.append(mem(py, base)?)?;
    }
    list.append(match &operand.last {
        Last::Imm(v) => pair(py, "imm", int(py, *v)?)?,
        Last::Mem(m) => mem(py, m)?,
        Last::Lazy(to) => label(py, "label", to)?,
        Last::Branch(to) => label(py, "branch", to)?,
        Last::Wrong(_) => return Err(PyValueError::new_err("an operand that disassembly does not make")),
    })?;
    Ok(list.into_any())
}

/// Lines of `(label or None, bytes)` or `(label or None, (op, targets, sources, rmw, widths))`.
#[pyfunction]
#[pyo3(signature = (data, base, entries))]
pub fn disassemble<'py>(
    py: Python<'py>,
    data: &[u8],
    base: u32,
    entries: Option<Vec<u32>>,
) -> PyResult<Bound<'py, PyList>> {
    let lines = PyList::empty(py);
    for line in bajo_asm::disassemble(data, base, entries.as_deref()).lines {
        let name = line.label.as_ref().and_then(|l| l.given_name());
        let what = match (line.item.inst(), line.item.inst().and_then(|i| i.pin())) {
            (Some(inst), Some(pin)) => {
                let operands = |all: &[Operand]| -> PyResult<Bound<'py, PyTuple>> {
                    PyTuple::new(py, all.iter().map(|o| operand(py, o)).collect::<PyResult<Vec<_>>>()?)
                };
                let parts = (
                    inst.opcode().name(),
                    operands(inst.targets())?,
                    operands(inst.sources())?,
                    pin.rmw,
                    PyBytes::new(py, &pin.widths),
                );
                parts.into_pyobject(py)?.into_any()
            }
            _ => PyBytes::new(py, &line.bytes).into_any(),
        };
        lines.append((name, what))?;
    }
    Ok(lines)
}
