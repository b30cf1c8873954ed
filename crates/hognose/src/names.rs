//! What a program takes of the engine, for firmware that has nothing else in it.

use crate::Engine;
use hognose_image::isa::Operand;
use hognose_image::{Constant, Image};
use hognose_vm::heap::Root;

/// Can it be a name of Python?
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Gives the names in the instructions of a code object.
fn names_of(image: &Image<'_>, code: u32, out: &mut dyn FnMut(&str)) {
    let Some(code) = image.code(code) else { return };
    for (_, instruction) in code.instructions() {
        for (kind, k) in instruction.op.operands().iter().zip([instruction.a, instruction.b]) {
            if matches!(kind, Operand::Name | Operand::Const) {
                if let Some(name) =
                    image.str(k).and_then(|text| core::str::from_utf8(text).ok()).filter(|t| is_name(t))
                {
                    out(name);
                }
            }
        }
    }
}

impl Engine<'_> {
    /// Gives every name that the program which was loaded and ran here can ask the engine for, some more than once: those in its
    /// image, and the functions of the library that ran with those in them. A firmware that is built with just these names
    /// (`HOGNOSE_NAMES`) can run the program the same way.
    pub fn names(&mut self, out: &mut dyn FnMut(&str)) {
        if let Some(bytes) = self.image() {
            let image = Image::trusted(bytes);
            for k in 0..image.constant_count() {
                if let Some(Constant::Str(text)) = image.constant(k) {
                    if let Some(name) = core::str::from_utf8(text).ok().filter(|text| is_name(text)) {
                        out(name);
                    }
                }
            }
        }
        let vm = self.vm();
        let image = vm.frozen_image();
        let Some(core) = image.module(0) else { return };
        let made = vm.heap.root(Root::Frozen);
        // Those inside a function stand before it.
        let mut inner = 0;
        for code in 0..core.code {
            let Some(name) = image.outer_name(code) else { continue };
            let Ok(text) = core::str::from_utf8(name) else { continue };
            let ran = made.is_object()
                && vm.heap.find_name(name).is_some_and(|key| vm.heap.get_str(made, key).is_some());
            if ran {
                out(text);
                (inner..code + 1).for_each(|code| names_of(&image, code, out));
            }
            inner = code + 1;
        }
    }
}
