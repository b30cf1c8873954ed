//! What a program takes of the engine, for firmware that has nothing else in it.

use crate::Engine;
use hognose_image::isa::{BinaryOp, Op, Operand};
use hognose_image::{Constant, Image};
use hognose_vm::heap::Root;

/// What the compiler has every module or class store: that alone is no use of it.
const STORED: &[&[u8]] = &[b"__doc__", b"__module__", b"__qualname__"];

/// Functions that do what an operator does.
const OPERATORS: &[(&str, &str)] = &[
    ("__floordiv__", "op //"),
    ("__lshift__", "op <<"),
    ("__mod__", "op %"),
    ("__mul__", "op *"),
    ("__pow__", "op **"),
    ("__rshift__", "op >>"),
    ("__truediv__", "op /"),
    ("divmod", "op %"),
    ("divmod", "op //"),
    ("pow", "op **"),
    ("pow", "op %"),
];

/// Can it be a name of Python?
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

/// Gives what stands in the instructions of a code object: names, `op` and the name of the instruction or the operator.
fn words_of(image: &Image<'_>, code: u32, out: &mut dyn FnMut(&str)) {
    let Some(code) = image.code(code) else { return };
    for (_, instruction) in code.instructions() {
        word("op ", instruction.op.text(), out);
        for (kind, operand) in instruction.op.operands().iter().zip([instruction.a, instruction.b]) {
            match kind {
                Operand::Name if matches!(instruction.op, Op::StoreName | Op::StoreGlobal) => {}
                Operand::Name | Operand::Const => constant(image, operand, out),
                Operand::Bin => {
                    if let Some(operator) = BinaryOp::from_byte(operand as u8) {
                        word("op ", operator.text(), out);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Gives a word of two parts.
fn word(first: &str, second: &str, out: &mut dyn FnMut(&str)) {
    let mut word = [0; 40];
    let parts = first.bytes().chain(second.bytes());
    let n = word.iter_mut().zip(parts).map(|(to, from)| *to = from).count();
    out(core::str::from_utf8(&word[..n]).unwrap_or_default());
}

/// Gives what a constant may mean: a string a name or a template, others their type.
fn constant(image: &Image<'_>, k: u32, out: &mut dyn FnMut(&str)) {
    match image.constant(k) {
        Some(Constant::Str(text)) => {
            if let Some(name) = core::str::from_utf8(text).ok().filter(|text| is_name(text)) {
                out(name);
                OPERATORS.iter().filter(|(of, _)| *of == name).for_each(|(_, operator)| out(operator));
            }
            if text.contains(&b'%') {
                out("str %");
            }
        }
        Some(Constant::Complex { .. }) => out("complex"),
        Some(Constant::Bytes(text)) if text.contains(&b'%') => out("str %"),
        _ => {}
    }
}

impl Engine<'_> {
    /// Gives every name that the program which was loaded and ran here can ask the engine for, some more than once: those in its
    /// image, and the functions of the library that ran with those in them. A firmware that is built with just these names
    /// (`HOGNOSE_NAMES`) can run the program the same way.
    pub fn names(&mut self, out: &mut dyn FnMut(&str)) {
        if let Some(bytes) = self.image() {
            let image = Image::trusted(bytes);
            (0..image.constant_count())
                .filter(|k| !image.str(*k).is_some_and(|text| STORED.contains(&text)))
                .for_each(|k| constant(&image, k, out));
            (0..image.code_count()).for_each(|code| words_of(&image, code, out));
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
                (inner..code + 1).for_each(|code| words_of(&image, code, out));
            }
            inner = code + 1;
        }
    }
}
