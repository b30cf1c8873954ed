//! The core of the Python package `bajo`: turns its objects into programs for the assembler, and runs machines.
#![forbid(unsafe_code)]

mod assembly;
mod classes;
mod convert;
mod disassembly;
mod fault;
mod lazy;
mod vm;

use bajo::{OPCODES, varint};
use bajo_asm::{Env, Region};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

/// Numbers of the opcodes by mnemonic.
#[pyfunction]
fn opcodes(py: Python<'_>) -> PyResult<Bound<'_, PyDict>> {
    let dict = PyDict::new(py);
    for row in &OPCODES {
        dict.set_item(row.name, row.number)?;
    }
    Ok(dict)
}

/// The shortest varint of a number below 2^35.
#[pyfunction]
fn encode_varint(py: Python<'_>, x: u64) -> PyResult<Bound<'_, PyBytes>> {
    match varint::encode(x) {
        Some((bytes, len)) => Ok(PyBytes::new(py, &bytes[..len])),
        None => {
            Err(PyValueError::new_err(format!("{x} has no varint, allowed are 0 to {}", varint::LIMIT - 1)))
        }
    }
}

/// An environment without registers, or why it is refused.
fn env(ram: (i64, i64), code: (i64, i64), max_passes: i64) -> PyResult<Env> {
    let refuse = |e: bajo_asm::EnvError| PyValueError::new_err(e.to_string());
    let passes = u32::try_from(max_passes.max(0)).unwrap_or(u32::MAX);
    Env::new(Region::new(ram.0, ram.1), Region::new(code.0, code.1))
        .and_then(|env| env.passes(passes))
        .map_err(refuse)
}

/// Refuses regions and numbers of passes that make no sense.
#[pyfunction]
fn check_env(ram: (i64, i64), code: (i64, i64), max_passes: i64) -> PyResult<()> {
    env(ram, code, max_passes).map(|_| ())
}

#[pymodule]
fn _bajo(m: &Bound<'_, PyModule>) -> PyResult<()> {
    m.add_function(wrap_pyfunction!(opcodes, m)?)?;
    m.add_function(wrap_pyfunction!(encode_varint, m)?)?;
    m.add_function(wrap_pyfunction!(check_env, m)?)?;
    m.add_function(wrap_pyfunction!(assembly::assemble, m)?)?;
    m.add_function(wrap_pyfunction!(disassembly::disassemble, m)?)?;
    m.add_class::<assembly::Assembly>()?;
    m.add_class::<assembly::Layout>()?;
    m.add_class::<vm::Vm>()?;
    Ok(())
}
