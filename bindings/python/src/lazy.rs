//! Lazy immediates written in Python.

use crate::assembly::Layout as PyLayout;
use bajo_asm::{Layout, Lazy, LazyError, Number};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyInt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The `Layout` object that lazy immediates of one build are given.
pub struct Shown {
    object: Py<PyAny>,
    attached: AtomicBool,
}

impl Shown {
    pub fn new(object: Py<PyAny>) -> Arc<Self> {
        Arc::new(Self { object, attached: AtomicBool::new(false) })
    }

    fn get<'py>(&self, py: Python<'py>, layout: &Arc<Layout>) -> PyResult<&Bound<'py, PyAny>> {
        let object = self.object.bind(py);
        if !self.attached.swap(true, Ordering::Relaxed) {
            object.call_method1("_attach", (PyLayout(Arc::clone(layout)),))?;
        }
        Ok(object)
    }
}

/// An object with `result_for(lay)`.
pub struct Custom {
    pub object: Py<PyAny>,
    pub shown: Arc<Shown>,
}

impl Lazy for Custom {
    fn value(&self, layout: &Arc<Layout>) -> Result<Number, LazyError> {
        Python::attach(|py| {
            let value = self.object.bind(py).call_method1("result_for", (self.shown.get(py, layout)?,))?;
            Ok(number(&value)?)
        })
    }

    fn text(&self) -> String {
        Python::attach(|py| match self.object.bind(py).repr() {
            Ok(text) => text.to_string_lossy().into_owned(),
            Err(_) => "a lazy immediate".to_owned(),
        })
    }
}

/// A Python int of any size.
pub fn number(value: &Bound<'_, PyAny>) -> PyResult<Number> {
    if let Ok(small) = value.extract::<i64>() {
        return Ok(Number::from(small));
    }
    let Ok(int) = value.cast::<PyInt>() else {
        let class = value.get_type().name()?;
        return Err(PyTypeError::new_err(format!("result_for returned {class}, allowed is int")));
    };
    // Hexadecimal has no limit of digits, and costs linear time.
    let text: String = int.call_method1("__format__", ("x",))?.extract()?;
    Ok(Number::parse_hex(&text).unwrap_or(Number::from(0)))
}
