//! What a host does to a program from outside: run more source over a namespace, call a function, interrupt, and check
//! beforehand that an image finds the host functions it was built for.

use super::load::LoadError;
use crate::builtins::traceback;
use crate::heap::{Kind, Root};
use crate::native::Result;
use crate::object::code::HIDDEN;
use crate::object::exception::E_TRACEBACK;
use crate::types::Type;
use crate::value::Value;
use crate::vm::{Exit, Vm};
use core::fmt::Write;

impl Vm<'_> {
    /// Is there a program that has not ended: something to run?
    pub fn is_active(&self) -> bool {
        self.has_frames()
    }

    /// Starts the main module of an image over a namespace that exists already: what a prompt does with each line.
    pub fn start_over(&mut self, image: Value, globals: Value) -> Result<()> {
        let place = self.heap.hold(globals);
        let stub = self.module_code(image, 0);
        let globals = self.heap.held(place);
        self.heap.release(place);
        self.enter(stub?, globals, globals)
    }

    /// Raises an exception in the program where it stands. `waiting`: inside the call that waits for the host; else at the
    /// instruction that would run next. How the run ended, when nothing handles it.
    pub fn interrupt(&mut self, exception: Value, waiting: bool) -> Option<Exit> {
        if !self.has_frames() {
            return None;
        }
        let _ = self.throw(exception);
        if !waiting {
            // An exception belongs to the instruction before the pc.
            self.pc += 1;
        }
        self.unwind().err()
    }

    /// Where the script stands: the line, None when the image has no positions; and a number that is the same whenever it
    /// stands there again.
    pub fn place(&mut self) -> (Option<u32>, u32) {
        let Some(fp) = self.script_frame() else { return (None, 0) };
        let (code, pc) = (self.frame_code_at(fp), self.frame_pc_at(fp));
        if let Some(position) = self.position(code, pc) {
            return (Some(position.line), position.line);
        }
        let index = pc.saturating_sub(self.heap.code_start(code)) as u32;
        let first = self.image_code(code).map_or(0, |(_, view)| view.first_line);
        (None, 1 << 31 | first << 12 ^ index)
    }

    /// Where an exception was raised in the script: line, column (both from 1, 0 when the image has no positions), and where
    /// in the image as [`Vm::pc`] has it. None: not in the script.
    pub fn raised_at(&mut self, exception: Value) -> Option<(u32, u32, u32)> {
        let mut found = None;
        if !self.heap.is_exception(exception) {
            return None;
        }
        let mut entry = self.heap.field(exception, E_TRACEBACK);
        while self.heap.is_record(entry, Type::Traceback) {
            let code = self.heap.record_field(entry, traceback::CODE);
            if self.heap.is_kind(code, Kind::Code) && self.heap.code_flags(code) & HIDDEN == 0 {
                found = Some(entry);
            }
            entry = self.heap.record_field(entry, traceback::NEXT);
        }
        let code = self.heap.record_field(found?, traceback::CODE);
        let pc =
            self.heap.record_field(found?, traceback::PC).as_int().and_then(|pc| usize::try_from(pc).ok())?;
        let (line, column) = self.position(code, pc).map_or((0, 0), |p| (p.line, p.column.saturating_add(1)));
        Some((line, column, self.pc_in_image(code, pc)))
    }

    /// Where the script stands: line, 0 when unknown, and place in the image: the number of the code object times 65536, and the
    /// byte in it.
    pub fn pc(&mut self) -> (u32, u32) {
        let Some(fp) = self.script_frame() else { return (0, 0) };
        // A frame that calls is at its call, one that runs is at the instruction that comes next.
        let next = fp == self.heap.floor && self.heap.root(Root::Pending).is_null();
        let (code, pc) = (self.frame_code_at(fp), self.frame_pc_at(fp) + usize::from(next));
        let line = self.position(code, pc).map_or(0, |position| position.line);
        (line, self.pc_in_image(code, pc))
    }

    fn pc_in_image(&mut self, code: Value, pc: usize) -> u32 {
        let number = self.heap.code_index(code);
        let index = pc.checked_sub(self.heap.code_start(code));
        let byte = index.and_then(|index| self.byte_of_instruction(code, index)).unwrap_or(0);
        number.saturating_mul(1 << 16).saturating_add(byte.min(0xFFFF))
    }

    /// Runs a function of the frozen library to its end, over whatever waits below, and nothing can interrupt it. None: it
    /// failed or took more fuel than that, and is dropped.
    pub fn run_frozen(&mut self, name: &'static str, argument: Value, fuel: u64) -> Option<Value> {
        let (floor, depth) = (self.heap.floor, self.depth);
        let place = self.heap.hold(self.heap.root(Root::Handled));
        let stop = self.stop.take();
        let exit = match self.start_frozen(name, argument) {
            Ok(()) => self.run(fuel),
            Err(_) => Exit::Raised,
        };
        self.stop = stop;
        let handled = self.heap.held(place);
        self.heap.release(place);
        self.heap.set_root(Root::Handled, handled);
        if exit != Exit::Finished {
            self.drop_call(floor, depth);
            return None;
        }
        Some(self.heap.root(Root::Result))
    }

    /// Drops the frames of a call that did not come to its end; what was raised becomes the result.
    pub(crate) fn drop_call(&mut self, floor: usize, depth: usize) {
        while self.heap.floor < floor {
            self.pop_frame();
        }
        self.depth = depth;
        let exception = self.heap.root(Root::Raised);
        self.heap.set_root(Root::Result, exception);
        self.heap.set_root(Root::Raised, Value::NULL);
    }

    /// Are all host functions there that an image needs, with the signatures it was built for?
    pub fn check_imports(&self, image: Value) -> core::result::Result<(), LoadError> {
        let view = hognose_image::Image::trusted(self.image_bytes(image));
        let mut message = super::Message::default();
        for import in (0..).map_while(|i| view.import(i)) {
            let Some(module) = view.str(import.module) else { break };
            let shown = core::str::from_utf8(module).unwrap_or("?");
            let Some(found) = self.modules.iter().find(|m| m.name.as_bytes() == module) else {
                let _ = write!(message, "it needs host module {shown}, which this engine does not have");
                return Err(LoadError::Check(message));
            };
            for (name, hash) in import.names {
                let Some(name) = view.str(name) else { break };
                let name_shown = core::str::from_utf8(name).unwrap_or("?");
                let Some(def) = found.find(name).and_then(|i| found.attributes.get(i)) else {
                    let _ = write!(message, "it needs {shown}.{name_shown}, which this engine does not have");
                    return Err(LoadError::Check(message));
                };
                let Some(note) = found.note(def.name) else { continue };
                if note.signature != 0 && hash != 0 && note.signature != hash {
                    let has = note.doc.lines().next().unwrap_or("");
                    let _ = write!(
                        message,
                        "it was built for another {shown}.{name_shown} (signature {hash:08x}); here it is {has} (signature {:08x})",
                        note.signature
                    );
                    return Err(LoadError::Check(message));
                }
            }
        }
        Ok(())
    }
}
