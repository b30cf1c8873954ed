//! Replacement texts, read once: a bytes object of words, three a piece (what, and one or two numbers).

use super::{PROGRAM, SOURCE, kind_of};
use crate::regex::{Kind, Piece, Program, RegexError, Template};
use hognose_vm::builtins::Growing;
use hognose_vm::heap::Held;
use hognose_vm::native::Result;
use hognose_vm::text::utf8;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

const TEXT: u32 = 0;
const CHAR: u32 = 1;
const GROUP: u32 = 2;
/// Words of a piece.
const WORDS: usize = 3;

/// Pieces of a template for matches of a pattern. None: it has no escapes, so it is itself the replacement.
pub fn read(vm: &mut Vm<'_>, pattern: Held, template: Held) -> Result {
    let value = vm.unwrap(vm.heap.held(template));
    let (len, escapes) = {
        let count = |bytes: &[u8]| (bytes.len(), bytes.iter().filter(|&&b| b == b'\\').count());
        if vm.heap.is_str(value) { count(&vm.heap.text(value)) } else { count(vm.bytes_of(value)) }
    };
    vm.charge(len / 8);
    if escapes == 0 {
        return Ok(Value::NONE);
    }
    let kind = kind_of(vm, vm.heap.held(pattern));
    // Each escape is a piece, with text before it, and text after the last.
    let words = (2 * escapes + 1) * WORDS;
    let record = vm.heap.held(pattern);
    let program = vm.heap.hold(vm.heap.record_field(record, PROGRAM));
    let source = vm.heap.hold(vm.unwrap(vm.heap.record_field(record, SOURCE)));
    let inner = vm.heap.hold(value);
    let made = vm.new_bytes_of_words(
        words,
        0,
        [program, source, inner],
        |others, [program, source, inner], out, _| {
            others.part(source, 0, usize::MAX, |source| {
                others.part(inner, 0, usize::MAX, |template| {
                    let mut len = 0;
                    let Some(program) = Program::new(others.words(program)) else { return Ok(0) };
                    for piece in Template::new(template, program, source) {
                        let piece = match piece? {
                            Piece::Text(span) => [TEXT, span.start, span.end],
                            Piece::Char(c) => [CHAR, c, 0],
                            Piece::Group(group) => [GROUP, group, 0],
                        };
                        if let Some(to) = out.get_mut(len..len + WORDS) {
                            to.copy_from_slice(&piece);
                            len += WORDS;
                        }
                    }
                    Ok::<usize, RegexError>(len)
                })
            })
        },
    )?;
    match made {
        Ok(pieces) => Ok(pieces),
        Err(error) => Err(super::pattern::fail(vm, error, kind, template)),
    }
}

/// Adds a template's text for a match.
pub fn put(
    vm: &mut Vm<'_>,
    out: &Growing,
    kind: Kind,
    template: Held,
    pieces: Held,
    text: Held,
    span: impl Fn(&mut Vm<'_>, usize) -> Option<(usize, usize)>,
) -> Result<()> {
    let value = vm.unwrap(vm.heap.held(template));
    let n = vm.words(vm.heap.held(pieces)).len() / WORDS;
    if vm.heap.held(pieces).is_none() {
        return out.put_part(vm, value, 0, usize::MAX);
    }
    for i in 0..n {
        let piece = match vm.words(vm.heap.held(pieces)).get(i * WORDS..(i + 1) * WORDS) {
            Some(&[what, a, b]) => (what, a, b),
            _ => break,
        };
        match piece {
            (TEXT, start, end) => {
                let value = vm.unwrap(vm.heap.held(template));
                out.put_part(vm, value, start as usize, end as usize)?;
            }
            (CHAR, c, _) if kind == Kind::Bytes => out.put(vm, &[c as u8])?,
            (CHAR, c, _) => out.put(vm, utf8::Encoded::new(c).bytes())?,
            (_, group, _) => {
                if let Some((start, end)) = span(vm, group as usize) {
                    let value = vm.unwrap(vm.heap.held(text));
                    vm.charge(end.saturating_sub(start) / 8);
                    out.put_part(vm, value, start, end)?;
                }
            }
        }
    }
    Ok(())
}
