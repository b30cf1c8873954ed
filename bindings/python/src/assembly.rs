//! Assembling a flat list of Python objects.

use crate::convert::Converter;
use crate::fault;
use crate::lazy::Shown;
use bajo_asm::{Env, Placed};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyList, PyMapping, PyString};
use std::sync::Arc;

/// Addresses and sizes of items, by index.
#[pyclass(frozen, module = "bajo._bajo")]
pub struct Layout(pub Arc<bajo_asm::Layout>);

#[pymethods]
impl Layout {
    fn start(&self, slot: usize) -> i64 {
        self.0.start(slot)
    }

    fn size(&self, slot: usize) -> i64 {
        self.0.size(slot)
    }

    fn code_range(&self) -> (i64, i64) {
        let range = self.0.code_range();
        (range.lo, range.hi)
    }

    /// The index of the item at an address (of several the last), -1 for padding, `None` if none starts there.
    fn item_at(&self, address: i64) -> Option<i64> {
        let layout = &self.0;
        let (mut lo, mut hi) = (0, layout.len());
        while lo < hi {
            let middle = lo + (hi - lo) / 2;
            if layout.start(middle) <= address {
                lo = middle + 1;
            } else {
                hi = middle;
            }
        }
        // `lo` is the first item behind the address.
        let end = match lo.checked_sub(1) {
            Some(before) if layout.start(before) == address => return i64::try_from(before).ok(),
            Some(before) => layout.start(before) + layout.size(before),
            None => layout.code_range().lo,
        };
        (lo < layout.len() && address >= end).then_some(-1)
    }
}

/// An assembled program.
#[pyclass(frozen, module = "bajo._bajo")]
pub struct Assembly(bajo_asm::Assembly);

#[pymethods]
impl Assembly {
    fn layout(&self) -> Layout {
        Layout(Arc::clone(self.0.layout()))
    }

    fn code<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.0.code())
    }

    fn listing(&self) -> String {
        self.0.listing()
    }

    /// The text of one item.
    fn text(&self, index: usize) -> String {
        if index < self.0.layout().len() { self.0.item_text(index) } else { String::new() }
    }

    /// Indices of items in order of address, `None` for padding.
    fn placed(&self) -> Vec<Option<usize>> {
        let index = |placed| match placed {
            Placed::Padding { .. } => None,
            Placed::Item { index, .. } => Some(index),
        };
        self.0.placed().map(index).collect()
    }

    fn passes(&self) -> u32 {
        self.0.passes()
    }

    fn repairs(&self) -> u32 {
        self.0.repairs()
    }

    fn is_grown(&self) -> bool {
        self.0.is_grown()
    }
}

/// Assembles a flat list of items, labels and directives: an `Assembly`, or the list of what is wrong. Without a RAM
/// region no address is refused.
#[pyfunction]
pub fn assemble<'py>(
    py: Python<'py>,
    flat: &Bound<'py, PyList>,
    layout: &Bound<'py, PyAny>,
    ram: Option<(i64, i64)>,
    code: (i64, i64),
    named: &Bound<'py, PyMapping>,
    max_passes: i64,
) -> PyResult<Bound<'py, PyAny>> {
    let mut env = match ram {
        Some(ram) => crate::env(ram, code, max_passes)?,
        None => Env::anywhere(u32::try_from(code.0).unwrap_or(0)),
    };
    for pair in named.items()?.iter() {
        let (key, number): (Bound<'py, PyAny>, Bound<'py, PyAny>) = pair.extract()?;
        env = env.register(&register_name(&key)?, number.extract::<i64>()?);
    }
    let converter = Converter::new(py, flat, Shown::new(layout.clone().unbind()))?;
    let (program, nodes) = converter.code()?;
    match bajo_asm::assemble(program, env) {
        Ok(assembly) => Ok(Bound::new(py, Assembly(assembly))?.into_any()),
        Err(faults) => {
            let shown = PyList::empty(py);
            for fault in faults.0 {
                let node = nodes.of(&fault);
                shown.append(fault::show(py, fault, node)?)?;
            }
            Ok(shown.into_any())
        }
    }
}

/// The name of a register: text as it is, any other key as Python writes it.
pub fn register_name(key: &Bound<'_, PyAny>) -> PyResult<String> {
    match key.cast::<PyString>() {
        Ok(text) => Ok(text.to_string_lossy().into_owned()),
        Err(_) => Ok(key.repr()?.to_string_lossy().into_owned()),
    }
}
