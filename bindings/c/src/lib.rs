//! The Bajo machine for C: the functions that `bajo.h` declares.
//!
//! This is the border, and the only place of Bajo with `unsafe`. The machine itself is the crate
//! `bajo`; here its bus becomes three callbacks in a struct that the host owns.
#![cfg_attr(target_os = "none", no_std)]
#![allow(non_camel_case_types, reason = "the names of the C interface")]

use core::ffi::{c_int, c_uint};
use machine::fault::code;
use machine::{BAD_ADDRESS, Bus, BusError, Call, Event, HostCall, Machine, Outcome, Trace, UNKNOWN_FUNCTION};

/// Reads `len` bytes at `addr`, zero-extended.
pub type bajo_read = unsafe extern "C" fn(me: *mut bajo_t, addr: u32, len: c_uint) -> u32;

/// Writes the low `len` bytes of `val` at `addr`.
pub type bajo_write = unsafe extern "C" fn(me: *mut bajo_t, addr: u32, val: u32, len: c_uint);

/// Calls host function `fn_`: up to `nargs` arguments, room for 8 results, all zero before.
pub type bajo_call =
    unsafe extern "C" fn(me: *mut bajo_t, fn_: c_int, res: *mut i32, args: *const i32, nargs: c_uint);

/// A machine, as `bajo.h` declares it. Hosts embed it as the first member of a struct of their own.
#[repr(C)]
pub struct bajo_t {
    /// Running decode position, between instructions the next one.
    pub pc: u32,
    /// Error of the last instruction. Callbacks set it to fail.
    pub err: c_int,
    /// Exit code.
    pub exit_rc: c_int,
    /// Memory, read.
    pub read: Option<bajo_read>,
    /// Memory, written.
    pub write: Option<bajo_write>,
    /// Host functions.
    pub call: Option<bajo_call>,
}

/// The bus over the callbacks. `me` is valid for as long as this lives, and no reference to it is held
/// across a callback, which may change it.
struct Callbacks {
    me: *mut bajo_t,
}

impl Callbacks {
    fn set_pc(&mut self, pc: u32) {
        // SAFETY: `me` is valid, see the struct.
        unsafe { (*self.me).pc = pc }
    }

    fn pc(&self) -> u32 {
        // SAFETY: `me` is valid, see the struct.
        unsafe { (*self.me).pc }
    }

    /// Calls `callback` with `err` cleared, and returns what it gave and the error it set.
    fn guarded<T>(&mut self, callback: impl FnOnce(*mut bajo_t) -> T) -> (T, c_int) {
        // SAFETY: `me` is valid, see the struct.
        unsafe { (*self.me).err = code::OK }
        let given = callback(self.me);
        // SAFETY: the same.
        (given, unsafe { (*self.me).err })
    }
}

impl Bus for Callbacks {
    fn read(&mut self, address: u32, len: u32) -> Result<u32, BusError> {
        // SAFETY: `me` is valid, see the struct.
        let Some(read) = (unsafe { (*self.me).read }) else { return Err(BusError::new(BAD_ADDRESS)) };
        // SAFETY: the host promises callbacks of this type that may be called with its own struct.
        match self.guarded(|me| unsafe { read(me, address, len) }) {
            (value, code::OK) => Ok(value),
            (value, code) => Err(BusError { code, value }),
        }
    }

    fn write(&mut self, address: u32, value: u32, len: u32) -> Result<(), BusError> {
        // SAFETY: `me` is valid, see the struct.
        let Some(write) = (unsafe { (*self.me).write }) else { return Err(BusError::new(BAD_ADDRESS)) };
        // SAFETY: the host promises callbacks of this type that may be called with its own struct.
        match self.guarded(|me| unsafe { write(me, address, value, len) }) {
            ((), code::OK) => Ok(()),
            ((), code) => Err(BusError::new(code)),
        }
    }

    fn call(&mut self, call: HostCall<'_>) -> Result<Call, i32> {
        // SAFETY: `me` is valid, see the struct.
        let Some(function) = (unsafe { (*self.me).call }) else { return Err(UNKNOWN_FUNCTION) };
        let (res, args, nargs) = (call.results.as_mut_ptr(), call.args.as_ptr(), call.args.len() as c_uint);
        // SAFETY: as above; `res` has room for 8 results, `args` holds `nargs` arguments.
        match self.guarded(|me| unsafe { function(me, call.func, res, args, nargs) }) {
            ((), code::OK) if self.pc() != call.pc => Ok(Call::Goto(self.pc())),
            ((), code::OK) => Ok(Call::Done),
            ((), code) => Err(code),
        }
    }

    // The host may look at the pc while an instruction is decoded: it is the position of the byte that
    // is read, then the one behind it.
    fn fetch(&mut self, pc: u32, len: u32) -> Result<u32, BusError> {
        self.set_pc(pc);
        let word = self.read(pc, len);
        self.set_pc(pc.wrapping_add(len));
        word
    }

    fn moved(&mut self, pc: u32) {
        self.set_pc(pc);
    }
}

/// Pauses the machine when a callback has set the pc, which is then where the program goes on.
struct WatchPc {
    me: *mut bajo_t,
}

impl Trace for WatchPc {
    #[inline]
    fn instruction(&mut self, event: &Event<'_>) -> bool {
        // SAFETY: `me` is valid as long as the call of `run` below.
        event.next == unsafe { (*self.me).pc }
    }
}

/// Runs, and leaves pc, error and exit code in `me`.
///
/// # Safety
/// `me` is null or points to a machine whose callbacks may be called.
unsafe fn run(me: *mut bajo_t, budget: u64) -> c_int {
    if me.is_null() {
        return code::BUG;
    }
    // SAFETY: `me` is valid, the caller says.
    let (pc, exit_rc) = unsafe { ((*me).pc, (*me).exit_rc) };
    let mut machine = Machine::with_exit_code(pc, exit_rc).like_original();
    let mut bus = Callbacks { me };
    let err = loop {
        let left = budget - machine.spent();
        let outcome = machine.run_traced(&mut bus, left, &mut WatchPc { me });
        machine.set_pc(bus.pc());
        match outcome {
            Outcome::Spent => break code::OK,
            Outcome::Paused if machine.spent() == budget => break code::OK,
            Outcome::Paused => {}
            Outcome::Finished(_) => break code::EXIT,
            Outcome::Failed(fault) => break fault.code,
            // No callback of the C interface can leave a call open.
            Outcome::Waiting(_) => break code::BUG,
        }
    };
    // SAFETY: `me` is valid, the caller says.
    unsafe {
        (*me).err = err;
        (*me).exit_rc = machine.exit_code();
    }
    err
}

/// Makes `me` ready to execute the instruction at `pc`: clears `err` and `exit_rc`, leaves the callbacks.
///
/// # Safety
/// `me` is null or points to a `bajo_t`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bajo_init(me: *mut bajo_t, pc: u32) {
    if me.is_null() {
        return;
    }
    // SAFETY: `me` is valid, the caller says.
    unsafe {
        (*me).pc = pc;
        (*me).err = code::OK;
        (*me).exit_rc = 0;
    }
}

/// Executes one instruction and returns its error, 0 if there is none.
///
/// # Safety
/// `me` is null or points to a machine whose callbacks may be called with it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bajo_step(me: *mut bajo_t) -> c_int {
    // SAFETY: the caller says so.
    unsafe { run(me, 1) }
}

/// Executes until an instruction ends with an error, and returns it: 1 after `Exit`.
///
/// # Safety
/// As for [`bajo_step`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bajo_run(me: *mut bajo_t) -> c_int {
    loop {
        // SAFETY: the caller says so.
        let err = unsafe { run(me, u64::MAX) };
        if err != code::OK {
            return err;
        }
    }
}

/// Executes until an instruction ends with an error, which it returns, or until `budget` instructions are
/// executed: then it returns 0, and goes on when it is called again.
///
/// # Safety
/// As for [`bajo_step`].
#[unsafe(no_mangle)]
pub unsafe extern "C" fn bajo_run_budget(me: *mut bajo_t, budget: u64) -> c_int {
    // SAFETY: the caller says so.
    unsafe { run(me, budget) }
}

#[cfg(target_os = "none")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
