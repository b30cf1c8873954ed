//! The machine for Python: RAM of its own, host functions as callables.

use bajo::{BAD_ADDRESS, Bus, BusError, Call, Event, HostCall, Instruction, Machine, Outcome};
use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyInt, PySequence, PyString, PyTuple};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The most RAM of one machine.
const MAX_RAM: u64 = 1 << 28;

/// Instructions between two looks at signals, such as an interrupt from the keyboard.
const SLICE: u64 = 1 << 20;

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What host functions may change while the machine runs.
#[derive(Default)]
struct Wishes {
    /// Where the program would go on after the call.
    at: u32,
    goto: Option<u32>,
    pause: bool,
}

/// One machine with its memory.
#[pyclass(frozen, module = "bajo._bajo")]
pub struct Vm {
    machine: Mutex<Machine>,
    /// Locked by a run, unlocked while a host function works.
    ram: Mutex<Vec<u8>>,
    ram_base: u32,
    code: Vec<u8>,
    code_base: u32,
    running: Mutex<bool>,
    wishes: Mutex<Wishes>,
}

/// Where `len` bytes at `address` lie in a region, if they do as a whole.
fn inside(base: u32, size: usize, address: u32, len: usize) -> Option<usize> {
    let offset = usize::try_from(address.checked_sub(base)?).ok()?;
    (offset.checked_add(len)? <= size).then_some(offset)
}

fn word(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |word, byte| (word << 8) | u32::from(*byte))
}

/// Memory and host functions of one run.
struct PyBus<'a, 'py> {
    py: Python<'py>,
    vm: &'a Vm,
    ram: Option<MutexGuard<'a, Vec<u8>>>,
    call: &'a Bound<'py, PyAny>,
    /// The exception that a host function raised.
    raised: Option<PyErr>,
}

impl PyBus<'_, '_> {
    fn host(&mut self, call: &mut HostCall<'_>) -> PyResult<Result<(), i32>> {
        let args = PyTuple::new(self.py, call.args)?;
        let answer = self.call.call1((call.func, args, call.wanted))?;
        if let Ok(refused) = answer.cast::<PyTuple>() {
            // ("error", code)
            if let Ok((tag, code)) = refused.extract::<(String, i32)>() {
                if tag == "error" {
                    return Ok(Err(code));
                }
            }
        }
        if answer.is_none() {
            return Ok(Ok(()));
        }
        if answer.cast::<PyInt>().is_ok() {
            call.results[0] = wrap(&answer)?;
            return Ok(Ok(()));
        }
        let text = answer.cast::<PyString>().is_ok();
        let Some(list) = answer.cast::<PySequence>().ok().filter(|_| !text) else {
            let class = answer.get_type().name()?;
            let message = format!(
                "host function {} returned {class}, allowed are None, int, a sequence of int",
                call.func
            );
            return Err(PyTypeError::new_err(message));
        };
        let count = list.len()?;
        if count > call.results.len() {
            let message = format!("host function {} returned {count} results, allowed are 8", call.func);
            return Err(PyValueError::new_err(message));
        }
        for (i, value) in list.try_iter()?.enumerate() {
            call.results[i] = wrap(&value?)?;
        }
        Ok(Ok(()))
    }
}

/// A Python int as a word: the low 32 bits.
fn wrap(value: &Bound<'_, PyAny>) -> PyResult<i32> {
    if value.cast::<PyInt>().is_err() {
        let class = value.get_type().name()?;
        return Err(PyTypeError::new_err(format!(
            "a host function returned {class} as a result, allowed is int"
        )));
    }
    match value.extract::<i64>() {
        Ok(v) => Ok(v as i32),
        Err(_) => Ok(value.call_method1("__and__", (0xffff_ffff_u32,))?.extract::<u32>()? as i32),
    }
}

impl Bus for PyBus<'_, '_> {
    fn read(&mut self, address: u32, len: u32) -> Result<u32, BusError> {
        let vm = self.vm;
        let len = len as usize;
        if let Some(at) = inside(vm.code_base, vm.code.len(), address, len) {
            return Ok(word(&vm.code[at..at + len]));
        }
        let ram = self.ram.as_deref().map_or(&[][..], Vec::as_slice);
        match inside(vm.ram_base, ram.len(), address, len) {
            Some(at) => Ok(word(&ram[at..at + len])),
            None => Err(BusError::new(BAD_ADDRESS)),
        }
    }

    fn write(&mut self, address: u32, value: u32, len: u32) -> Result<(), BusError> {
        let vm = self.vm;
        let len = len as usize;
        let in_code = inside(vm.code_base, vm.code.len(), address, len).is_some();
        let Some(ram) = self.ram.as_deref_mut().filter(|_| !in_code) else {
            return Err(BusError::new(BAD_ADDRESS));
        };
        match inside(vm.ram_base, ram.len(), address, len) {
            Some(at) => {
                ram[at..at + len].copy_from_slice(&value.to_le_bytes()[..len]);
                Ok(())
            }
            None => Err(BusError::new(BAD_ADDRESS)),
        }
    }

    fn call(&mut self, mut call: HostCall<'_>) -> Result<Call, i32> {
        // Host functions may look at memory and change it.
        self.ram = None;
        lock(&self.vm.wishes).at = call.pc;
        let answer = self.host(&mut call);
        self.ram = Some(lock(&self.vm.ram));
        match answer {
            Err(raised) => {
                self.raised = Some(raised);
                Err(i32::MIN)
            }
            Ok(Err(code)) => Err(code),
            Ok(Ok(())) => {
                let mut wishes = lock(&self.vm.wishes);
                match wishes.goto.take() {
                    // A wish to pause as well is met before the next slice.
                    Some(pc) => Ok(Call::Goto(pc)),
                    None if std::mem::take(&mut wishes.pause) => Ok(Call::Pause),
                    None => Ok(Call::Done),
                }
            }
        }
    }
}

/// The end of a run: `exit`, `spent`, `paused`, `failed`; code; pc; message.
type End = (&'static str, i32, u32, String);

impl Vm {
    fn region(&self, address: i64, size: usize) -> PyResult<u32> {
        u32::try_from(address).map_err(|_| self.outside(address, size))
    }

    fn outside(&self, address: i64, size: usize) -> PyErr {
        let ram = u64::from(self.ram_base) + lock(&self.ram).len() as u64;
        let code = u64::from(self.code_base) + self.code.len() as u64;
        PyValueError::new_err(format!(
            "{size} bytes at {address:#x} are outside RAM {:#x}..{ram:#x} and code {:#x}..{code:#x}",
            self.ram_base, self.code_base
        ))
    }
}

#[pymethods]
impl Vm {
    #[new]
    fn new(
        code: Vec<u8>,
        code_base: u32,
        ram_base: u32,
        ram_size: u64,
        pc: u32,
        like_original: bool,
    ) -> PyResult<Self> {
        if ram_size > MAX_RAM {
            return Err(PyValueError::new_err(format!("{ram_size} bytes of RAM, allowed are {MAX_RAM}")));
        }
        let machine = Machine::new(pc);
        Ok(Self {
            machine: Mutex::new(if like_original { machine.like_original() } else { machine }),
            ram: Mutex::new(vec![0; usize::try_from(ram_size).unwrap_or(0)]),
            ram_base,
            code,
            code_base,
            running: Mutex::new(false),
            wishes: Mutex::new(Wishes::default()),
        })
    }

    #[getter]
    fn pc(&self) -> u32 {
        if *lock(&self.running) {
            let wishes = lock(&self.wishes);
            return wishes.goto.unwrap_or(wishes.at);
        }
        lock(&self.machine).pc()
    }

    #[setter]
    fn set_pc(&self, pc: u32) {
        if *lock(&self.running) {
            lock(&self.wishes).goto = Some(pc);
        } else {
            lock(&self.machine).set_pc(pc);
        }
    }

    #[getter]
    fn exit_code(&self) -> i32 {
        lock(&self.machine).exit_code()
    }

    #[getter]
    fn spent(&self) -> u64 {
        lock(&self.machine).spent()
    }

    /// Asks a run to pause after the current host call.
    fn pause(&self) {
        lock(&self.wishes).pause = true;
    }

    fn read<'py>(&self, py: Python<'py>, address: i64, size: usize) -> PyResult<Bound<'py, PyBytes>> {
        let at = self.region(address, size)?;
        if let Some(offset) = inside(self.code_base, self.code.len(), at, size) {
            return Ok(PyBytes::new(py, &self.code[offset..offset + size]));
        }
        let found = {
            let ram = lock(&self.ram);
            inside(self.ram_base, ram.len(), at, size)
                .map(|offset| PyBytes::new(py, &ram[offset..offset + size]))
        };
        found.ok_or_else(|| self.outside(address, size))
    }

    fn write(&self, address: i64, data: &[u8]) -> PyResult<()> {
        let at = self.region(address, data.len())?;
        let found = {
            let mut ram = lock(&self.ram);
            let offset = inside(self.ram_base, ram.len(), at, data.len());
            offset.map(|offset| ram[offset..offset + data.len()].copy_from_slice(data))
        };
        found.ok_or_else(|| self.outside(address, data.len()))
    }

    /// The instruction at an address as text.
    fn text(&self, address: u32) -> String {
        let ram = lock(&self.ram);
        let bytes = match inside(self.code_base, self.code.len(), address, 1) {
            Some(offset) => &self.code[offset..],
            None => match inside(self.ram_base, ram.len(), address, 1) {
                Some(offset) => &ram[offset..],
                None => return String::new(),
            },
        };
        let end = self.code_base.saturating_add(u32::try_from(self.code.len()).unwrap_or(u32::MAX));
        match Instruction::decode(bytes) {
            Ok(instruction) => instruction.display(address, self.code_base..end).to_string(),
            Err(_) => String::new(),
        }
    }

    /// Runs at most `budget` instructions. `call(func, args, wanted)` answers host calls; `trace(pc, next, sources,
    /// targets, results, message)` sees every instruction.
    #[pyo3(signature = (budget, call, trace=None))]
    fn run<'py>(
        &self,
        py: Python<'py>,
        budget: Option<u64>,
        call: &Bound<'py, PyAny>,
        trace: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<End> {
        if std::mem::replace(&mut *lock(&self.running), true) {
            return Err(PyRuntimeError::new_err("the machine is running already"));
        }
        let mut machine = *lock(&self.machine);
        *lock(&self.wishes) = Wishes { at: machine.pc(), ..Wishes::default() };
        let mut bus = PyBus { py, vm: self, ram: Some(lock(&self.ram)), call, raised: None };
        let mut left = budget.unwrap_or(u64::MAX);
        let mut failed: Option<PyErr> = None;
        let outcome = loop {
            let slice = left.min(SLICE);
            let before = machine.spent();
            let outcome = match trace {
                None => machine.run(&mut bus, slice),
                Some(trace) => {
                    // Trace functions may look at memory, too: one instruction at a time, lock released between.
                    let mut seen = None;
                    let outcome = machine.run_traced(&mut bus, slice.min(1), &mut |event: &Event<'_>| {
                        let message = event.fault.map_or_else(String::new, ToString::to_string);
                        let (sources, targets, results) =
                            (event.sources.to_vec(), event.targets.to_vec(), event.results.to_vec());
                        seen = Some((event.pc, event.next, sources, targets, results, message));
                        true
                    });
                    if let (Some(seen), None) = (seen, &bus.raised) {
                        bus.ram = None;
                        failed = trace.call1(seen).err();
                        bus.ram = Some(lock(&self.ram));
                    }
                    outcome
                }
            };
            *lock(&self.machine) = machine;
            lock(&self.wishes).at = machine.pc();
            left -= machine.spent().wrapping_sub(before).min(left);
            let go_on = outcome == Outcome::Spent && left > 0 && failed.is_none();
            if go_on && lock(&self.wishes).pause {
                break Outcome::Paused;
            }
            if !go_on {
                break outcome;
            }
            // Handlers of signals may look at memory, too.
            bus.ram = None;
            failed = py.check_signals().err();
            bus.ram = Some(lock(&self.ram));
            if failed.is_some() {
                break outcome;
            }
        };
        let raised = bus.raised.take().or(failed);
        drop(bus);
        *lock(&self.running) = false;
        if let Some(raised) = raised {
            return Err(raised);
        }
        let pc = machine.pc();
        Ok(match outcome {
            Outcome::Finished(code) => ("exit", code, pc, String::new()),
            Outcome::Spent => ("spent", 0, pc, String::new()),
            Outcome::Paused | Outcome::Waiting(_) => ("paused", 0, pc, String::new()),
            Outcome::Failed(fault) => ("failed", fault.code, fault.pc, fault.to_string()),
        })
    }
}
