//! `traceback`: entries newest last, each knows code object and instruction; lines and carets are found when asked.

use crate::heap::Kind;
use crate::native::{Args, Def, Native, Result};
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::{BinaryOp, Op};

/// Record fields of a traceback.
const NEXT: usize = 0;
const CODE: usize = 1;
const PC: usize = 2;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    if kind == Type::Traceback { TRACEBACK } else { &[] }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    let _ = kind;
    None
}

static TRACEBACK: &[Def] = &[
    Def::getter("tb_frame", frame),
    Def::getter("tb_lasti", lasti),
    Def::getter("tb_lineno", lineno),
    Def::get_set("tb_next", next, set_next),
];

fn next(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(args.get(vm, 0), NEXT))
}

fn set_next(vm: &mut Vm<'_>, args: Args) -> Result {
    let (traceback, value) = (args.get(vm, 0), args.get(vm, 1));
    if !value.is_none() && !vm.heap.is_record(value, Type::Traceback) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("expected traceback object, got '")?;
            vm.write_type_name(value, out)?;
            out.write_str("'")
        }));
    }
    let mut at = value;
    while vm.heap.is_record(at, Type::Traceback) {
        if at == traceback {
            return Err(vm.raise(Type::ValueError, "traceback loop detected"));
        }
        at = vm.heap.record_field(at, NEXT);
    }
    vm.heap.set_record_field(traceback, NEXT, value);
    Ok(Value::NONE)
}

fn lasti(vm: &mut Vm<'_>, args: Args) -> Result {
    Ok(vm.heap.record_field(args.get(vm, 0), PC))
}

fn lineno(vm: &mut Vm<'_>, args: Args) -> Result {
    let traceback = args.get(vm, 0);
    Ok(Value::int(line_of(vm, traceback) as i64))
}

/// A frame object for the entry: code, globals, line.
fn frame(vm: &mut Vm<'_>, args: Args) -> Result {
    let traceback = args.get(vm, 0);
    let line = line_of(vm, traceback);
    let (code, globals) = (vm.heap.record_field(traceback, CODE), vm.heap.record_field(traceback, 3));
    let made = vm.heap.new_record(Type::Frame, &[code, globals, Value::int(line as i64), Value::NONE]);
    vm.grant_memory(made)
}

/// Line of an entry.
pub(crate) fn line_of(vm: &mut Vm<'_>, traceback: Value) -> u32 {
    let code = vm.heap.record_field(traceback, CODE);
    let pc = vm.heap.record_field(traceback, PC).as_int().unwrap_or(0) as usize;
    match vm.position(code, pc) {
        Some(position) => position.line,
        None => vm.image_code(code).map_or(0, |(_, view)| view.first_line),
    }
}

/// `(file, line, name, source line without indentation or None, carets or "")` of an entry.
pub(crate) fn entry(vm: &mut Vm<'_>, args: Args) -> Result {
    let traceback = args.get(vm, 0);
    if !vm.heap.is_record(traceback, Type::Traceback) {
        return Err(vm.raise(Type::TypeError, "not a traceback"));
    }
    let code = vm.heap.record_field(traceback, CODE);
    let pc = vm.heap.record_field(traceback, PC).as_int().unwrap_or(0) as usize;
    let line = line_of(vm, traceback);
    let position = vm.position(code, pc);
    let operator = if vm.heap.is_kind(code, Kind::Code) { operator_at(vm, code, pc) } else { None };
    // Source line and carets into buffers on the native stack: long lines are cut.
    let mut text = [0u8; 400];
    let mut text_len = None;
    let mut carets = [0u8; 400];
    let mut carets_len = 0;
    if let Some((image, view)) = vm.image_code(code) {
        let module = image.module(view.module);
        if let Some(source) = module.and_then(|m| m.source).and_then(|k| image.str(k)) {
            if let Some(full) = nth_line(source, line) {
                let trimmed = full.trim_ascii();
                let indent = full.len() - full.trim_ascii_start().len();
                let n = trimmed.len().min(text.len());
                text[..n].copy_from_slice(&trimmed[..n]);
                text_len = Some(n);
                if let Some(p) = position {
                    let (start, end) = (p.column as usize, p.end_column as usize);
                    let last = indent + trimmed.len();
                    let single = p.line == p.end_line;
                    let end = if single { end.min(full.len()) } else { last };
                    if start <= end {
                        carets_len = mark(full, indent, last, start, end, if single { operator } else { None }, &mut carets);
                    }
                }
            }
        }
    }
    let name = vm.heap.code_value(code, 1);
    let file = file_of(vm, code)?;
    let f = vm.heap.hold(file);
    let source = match text_len {
        Some(n) => {
            let made = vm.heap.new_str(&text[..n]);
            vm.grant_memory(made)?
        }
        None => Value::NONE,
    };
    let s = vm.heap.hold(source);
    let made = vm.heap.new_str(&carets[..carets_len]);
    let carets = vm.grant_memory(made)?;
    let name = if name.is_object() {
        let traceback = args.get(vm, 0);
        let code = vm.heap.record_field(traceback, CODE);
        vm.heap.code_value(code, 1)
    } else {
        name
    };
    let (file, source) = (vm.heap.held(f), vm.heap.held(s));
    let made = vm.heap.new_tuple(&[file, Value::int(line as i64), name, source, carets]);
    vm.grant_memory(made)
}

/// File name of a code object, as a string.
pub(crate) fn file_of(vm: &mut Vm<'_>, code: Value) -> Result {
    let found = vm.image_code(code).and_then(|(image, view)| image.module(view.module)).map(|m| m.file);
    let image = vm.heap.code_image(code);
    match found {
        Some(k) => vm.image_constant(image, k, true),
        None => Ok(Value::EMPTY_STR),
    }
}

/// Line `n` (from 1) of a text, without its end.
fn nth_line(source: &[u8], n: u32) -> Option<&[u8]> {
    let mut rest = source;
    for _ in 1..n {
        let at = rest.iter().position(|&b| b == b'\n' || b == b'\r')?;
        let skip = if rest[at] == b'\r' && rest.get(at + 1) == Some(&b'\n') { 2 } else { 1 };
        rest = rest.get(at + skip..)?;
    }
    let end = rest.iter().position(|&b| b == b'\n' || b == b'\r').unwrap_or(rest.len());
    if rest.is_empty() && end == 0 { None } else { rest.get(..end) }
}

/// What the failing instruction does, when CPython marks it: a binary operator or a subscript.
#[derive(Clone, Copy)]
enum Marked {
    Operator(BinaryOp),
    Subscript,
}

fn operator_at(vm: &mut Vm<'_>, code: Value, pc: usize) -> Option<Marked> {
    let index = pc.checked_sub(vm.heap.code_start(code))?;
    let byte = vm.byte_of_instruction(code, index)?;
    let (_, view) = vm.image_code(code)?;
    let instruction = view.decode(byte)?;
    match instruction.op {
        Op::Binary => BinaryOp::from_byte(instruction.a as u8).map(Marked::Operator),
        Op::Subscript => Some(Marked::Subscript),
        _ => None,
    }
}

/// Writes the line of carets (without the four columns of indentation) and gives its length; 0 for none.
fn mark(
    line: &[u8],
    indent: usize,
    last: usize,
    start: usize,
    end: usize,
    marked: Option<Marked>,
    out: &mut [u8],
) -> usize {
    let segment = line.get(start..end).unwrap_or(&[]);
    let anchors = marked.and_then(|m| anchors(segment, m));
    if anchors.is_none() && start == indent && end == last {
        return 0;
    }
    let mut n = 0;
    let mut put = |b: u8| {
        if n < out.len() {
            out[n] = b;
            n += 1;
        }
    };
    for (i, &b) in line.iter().enumerate().take(end).skip(indent) {
        if b & 0xC0 == 0x80 {
            continue;
        }
        put(match anchors {
            _ if i < start => b' ',
            None => b'^',
            Some((left, right)) => {
                if i >= start + left && i < start + right {
                    b'^'
                } else {
                    b'~'
                }
            }
        });
    }
    n
}

/// Start and end of the operator in the text of a binary expression, or of the brackets of a subscript.
fn anchors(segment: &[u8], marked: Marked) -> Option<(usize, usize)> {
    match marked {
        Marked::Subscript => {
            let close = segment.iter().rposition(|&b| b == b']')?;
            let mut open = None;
            let mut stack = [0usize; 32];
            let mut depth = 0;
            tokens(segment, |i, b, _| {
                if matches!(b, b'(' | b'[' | b'{') {
                    if depth < stack.len() {
                        stack[depth] = i;
                    }
                    depth += 1;
                } else if matches!(b, b')' | b']' | b'}') {
                    depth = depth.saturating_sub(1);
                    if i == close && depth < stack.len() {
                        open = Some(stack[depth]);
                    }
                }
            });
            open.map(|open| (open, close + 1))
        }
        Marked::Operator(operator) => {
            let text = operator.text().as_bytes();
            let mut found: Option<usize> = None;
            let mut depth = 0usize;
            // Whether what came before can end an operand: tells a binary minus from a sign.
            let mut operand = false;
            let mut skip = 0;
            tokens(segment, |i, b, literal| {
                if i < skip {
                    return;
                }
                if literal {
                    operand = true;
                    return;
                }
                match b {
                    b'(' | b'[' | b'{' => {
                        depth += 1;
                        operand = false;
                    }
                    b')' | b']' | b'}' => {
                        depth = depth.saturating_sub(1);
                        operand = true;
                    }
                    b' ' | b'\t' => {}
                    _ if b.is_ascii_alphanumeric() || b == b'_' || b >= 128 || b == b'.' => operand = true,
                    _ => {
                        let two = segment.get(i + 1).copied();
                        let double = matches!((b, two), (b'*', Some(b'*')) | (b'/', Some(b'/')) | (b'<', Some(b'<')) | (b'>', Some(b'>')));
                        let len = if double { 2 } else { 1 };
                        if depth == 0 && operand && segment.get(i..i + len) == Some(text) {
                            let first = operator == BinaryOp::Pow && found.is_some();
                            if !first {
                                found = Some(i);
                            }
                        }
                        skip = i + len;
                        operand = false;
                    }
                }
            });
            found.map(|i| (i, i + text.len()))
        }
    }
}

/// Visits the bytes of a piece of source; inside string literals `literal` is set.
fn tokens(segment: &[u8], mut visit: impl FnMut(usize, u8, bool)) {
    let mut quote = 0u8;
    let mut escaped = false;
    for (i, &b) in segment.iter().enumerate() {
        if quote != 0 {
            visit(i, b, true);
            if escaped {
                escaped = false;
            } else if b == b'\\' {
                escaped = true;
            } else if b == quote {
                quote = 0;
            }
            continue;
        }
        if b == b'\'' || b == b'"' {
            quote = b;
            visit(i, b, true);
            continue;
        }
        visit(i, b, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, start: usize, end: usize, marked: Option<Marked>) -> String {
        let mut out = [0; 100];
        let indent = text.len() - text.trim_start().len();
        let n = mark(text.as_bytes(), indent, text.trim_end().len(), start, end, marked, &mut out);
        String::from_utf8_lossy(&out[..n]).into_owned()
    }

    extern crate std;
    use std::string::String;

    #[test]
    fn operators_are_marked_among_their_operands() {
        assert_eq!(line("  x = a / b(1)", 6, 14, Some(Marked::Operator(BinaryOp::TrueDiv))), "    ~~^~~~~~");
        assert_eq!(line("a - -b", 0, 6, Some(Marked::Operator(BinaryOp::Sub))), "~~^~~~");
        assert_eq!(line("a + b + c", 0, 9, Some(Marked::Operator(BinaryOp::Add))), "~~~~~~^~~");
        assert_eq!(line("a // b", 0, 6, Some(Marked::Operator(BinaryOp::FloorDiv))), "~~^^~~");
    }

    #[test]
    fn subscripts_mark_their_brackets() {
        assert_eq!(line("d['k'][x[0]]", 0, 12, Some(Marked::Subscript)), "~~~~~~^^^^^^");
    }

    #[test]
    fn a_whole_line_is_not_marked() {
        assert_eq!(line("    f(1)", 4, 8, None), "");
        assert_eq!(line("    f(1) + 2", 4, 8, None), "^^^^");
    }
}
