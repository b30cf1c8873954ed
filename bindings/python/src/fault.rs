//! Faults as Python sees them.

use bajo_asm::{Fault, FaultKind};
use pyo3::exceptions::PyException;
use pyo3::prelude::*;

/// Kind, message, index of the node in the flat code, cause.
pub type Shown = (&'static str, String, Option<usize>, Option<Py<PyAny>>);

fn name(kind: &FaultKind) -> &'static str {
    match kind {
        FaultKind::Duplicate { .. } => "duplicate",
        FaultKind::Detached { .. } => "detached",
        FaultKind::Missing { .. } => "missing",
        FaultKind::Register { .. } => "register",
        FaultKind::Operand { .. } => "operand",
        FaultKind::Count { .. } => "count",
        FaultKind::Item { .. } => "item",
        FaultKind::Address { .. } | FaultKind::Value { .. } | FaultKind::Huge { .. } => "range",
        FaultKind::Data { .. } => "data",
        FaultKind::Zero { .. } => "zero",
        FaultKind::Outside { .. } | FaultKind::Fit { .. } | FaultKind::Long { .. } => "address",
        FaultKind::Empty => "empty",
        FaultKind::Lazy { .. } => "lazy",
        FaultKind::Unstable => "build",
    }
}

/// Translates a fault; `node` is where it belongs.
///
/// # Errors
/// Exceptions that are no errors, such as an interrupt from the keyboard: they go on as they are.
pub fn show(py: Python<'_>, fault: Fault, node: Option<usize>) -> PyResult<Shown> {
    let message = fault.to_string();
    let kind = name(&fault.kind);
    let FaultKind::Lazy { cause, .. } = fault.kind else { return Ok((kind, message, node, None)) };
    match cause.downcast::<PyErr>() {
        Ok(error) if !error.is_instance_of::<PyException>(py) => Err(*error),
        Ok(error) => Ok((kind, message, node, Some(error.into_value(py).into_any()))),
        Err(_) => Ok((kind, message, node, None)),
    }
}
