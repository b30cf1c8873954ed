//! `traceback`: entries newest last, each knows code object and instruction; lines and carets are found when asked.

use crate::heap::Kind;
use crate::native::{Args, Def, Native, Result};
use crate::text::tables::is_wide;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;
use hognose_image::isa::{BinaryOp, Op};

/// Record fields of a traceback.
pub(crate) const NEXT: usize = 0;
pub(crate) const CODE: usize = 1;
pub(crate) const PC: usize = 2;
const GLOBALS: usize = 3;
/// The frame object, once somebody asked for it.
const FRAME: usize = 4;
/// Set in [`PC`] of an entry that a script made: the line stands above the instruction.
const MADE: i64 = 1 << 46;
const LINE_SHIFT: u32 = 20;

/// Attributes of these types, sorted by name.
pub fn attributes(kind: Type) -> &'static [Def] {
    if kind == Type::Traceback { TRACEBACK } else { &[] }
}

/// What calling one of these types runs.
pub fn constructor(kind: Type) -> Option<Native> {
    if kind == Type::Traceback { Some(make) } else { None }
}

/// `types.TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)`
fn make(vm: &mut Vm<'_>, args: Args) -> Result {
    const PARAMETERS: super::text::Parameters<4> = super::text::Parameters {
        function: "TracebackType",
        names: ["tb_next", "tb_frame", "tb_lasti", "tb_lineno"],
        required: 4,
        positional: 4,
    };
    let given = PARAMETERS.bind(vm, args, 0)?;
    let [next, frame, lasti, line] = core::array::from_fn(|i| given.get(vm, i));
    if !vm.heap.is_record(frame, Type::Frame) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("TracebackType() argument 'tb_frame' must be frame, not ")?;
            super::text::write_given(vm, frame, out)
        }));
    }
    let lasti = small(vm, lasti, LINE_SHIFT)?;
    let line = small(vm, line, 46 - LINE_SHIFT)?;
    if !next.is_none() && !vm.heap.is_record(next, Type::Traceback) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("expected traceback object or None, got '")?;
            vm.write_type_name(next, out)?;
            out.write_str("'")
        }));
    }
    let (code, globals) = (vm.heap.record_field(frame, 0), vm.heap.record_field(frame, 1));
    let pc = Value::int(MADE | line << LINE_SHIFT | lasti);
    let made = vm.heap.new_record(Type::Traceback, &[next, code, pc, globals, frame]);
    vm.grant_memory(made)
}

/// A number of at most so many bits.
fn small(vm: &mut Vm<'_>, value: Value, bits: u32) -> Result<i64> {
    let Some(n) = value.as_index() else {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("'")?;
            vm.write_type_name(value, out)?;
            out.write_str("' object cannot be interpreted as an integer")
        }));
    };
    if n < 0 || n >> bits != 0 {
        return Err(vm.raise(Type::OverflowError, "number out of range for a traceback"));
    }
    Ok(n)
}

/// Where an entry is: the instruction.
fn pc_of(vm: &Vm<'_>, traceback: Value) -> usize {
    let pc = vm.heap.record_field(traceback, PC).as_int().unwrap_or(0);
    if pc & MADE != 0 { (pc & ((1 << LINE_SHIFT) - 1)) as usize } else { pc as usize }
}

static TRACEBACK: &[Def] = defs!["TracebackType";
    Def::member("tb_frame", frame),
    Def::member("tb_lasti", lasti),
    Def::getter("tb_lineno", lineno),
    Def::get_set("tb_next", &(next, set_next)),
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

/// Two a step of `co_positions()`, as in CPython, where code is counted in bytes.
fn lasti(vm: &mut Vm<'_>, args: Args) -> Result {
    let traceback = args.get(vm, 0);
    let pc = pc_of(vm, traceback) as i64;
    let made = vm.heap.record_field(traceback, PC).as_int().unwrap_or(0) & MADE != 0;
    Ok(Value::int(if made { pc } else { 2 * pc }))
}

fn lineno(vm: &mut Vm<'_>, args: Args) -> Result {
    let traceback = args.get(vm, 0);
    Ok(Value::int(line_of(vm, traceback) as i64))
}

/// A frame object for the entry: code, globals, line.
fn frame(vm: &mut Vm<'_>, args: Args) -> Result {
    let traceback = args.get(vm, 0);
    let known = vm.heap.record_field(traceback, FRAME);
    if known.is_object() {
        return Ok(known);
    }
    let line = line_of(vm, traceback);
    let (code, globals) = (vm.heap.record_field(traceback, CODE), vm.heap.record_field(traceback, GLOBALS));
    let values = [code, globals, Value::int(line as i64), Value::NONE, Value::NULL];
    let made = vm.heap.new_record(Type::Frame, &values);
    let frame = vm.grant_memory(made)?;
    let traceback = args.get(vm, 0);
    vm.heap.set_record_field(traceback, FRAME, frame);
    Ok(frame)
}

/// Line of an entry.
pub(crate) fn line_of(vm: &mut Vm<'_>, traceback: Value) -> u32 {
    let code = vm.heap.record_field(traceback, CODE);
    let made = vm.heap.record_field(traceback, PC).as_int().unwrap_or(0);
    if made & MADE != 0 {
        return ((made & !MADE) >> LINE_SHIFT) as u32;
    }
    match vm.position(code, pc_of(vm, traceback)) {
        Some(position) => position.line,
        None => vm.image_code(code).map_or(0, |(_, view)| view.first_line),
    }
}

/// `_traceback_where(traceback)`: `(file, line, name)` of an entry.
pub(crate) fn place(vm: &mut Vm<'_>, args: Args) -> Result {
    let traceback = args.get(vm, 0);
    if !vm.heap.is_record(traceback, Type::Traceback) {
        return Err(vm.raise(Type::TypeError, "not a traceback"));
    }
    let line = line_of(vm, traceback);
    let code = vm.heap.record_field(args.get(vm, 0), CODE);
    let file = file_of(vm, code)?;
    let code = vm.heap.record_field(args.get(vm, 0), CODE);
    let name = vm.heap.code_value(code, 1);
    let made = vm.heap.new_tuple(&[file, Value::int(line as i64), name]);
    vm.grant_memory(made)
}

/// `_traceback_source(traceback)`: the source line of an entry without its indentation, and how wide what stands below it is:
/// `(line, blank, before, marked, after)`; None when the source is not kept. All widths are 0 when nothing is marked.
pub(crate) fn source(vm: &mut Vm<'_>, args: Args) -> Result {
    let traceback = args.get(vm, 0);
    if !vm.heap.is_record(traceback, Type::Traceback) {
        return Err(vm.raise(Type::TypeError, "not a traceback"));
    }
    let code = vm.heap.record_field(traceback, CODE);
    let pc = pc_of(vm, traceback);
    let line = line_of(vm, traceback);
    // The script says where an entry of its own is: only the line is known.
    let position = vm.position(code, pc).filter(|position| position.line == line);
    let operator = if vm.heap.is_kind(code, Kind::Code) { operator_at(vm, code, pc) } else { None };
    let Some(full) = line_of_code(vm, code, line) else { return Ok(Value::NONE) };
    let indent = full.iter().take_while(|b| matches!(b, b' ' | b'\t' | 12)).count();
    let len = full.len() - indent;
    let mut widths = Widths::default();
    if let Some(p) = position {
        let single = p.line == p.end_line;
        let end = if single { (p.end_column as usize).min(full.len()) } else { full.trim_ascii_end().len() };
        widths = measure(full, indent, p.column as usize, end, if single { operator } else { None });
    }
    vm.charge(len / 8);
    vm.reserve(crate::object::string::str_words(len))?;
    let made = vm.heap.alloc_str(len);
    // The source lies in an image of the block or of the library: through a buffer, piece by piece.
    let mut piece = [0u8; 128];
    let mut done = 0;
    while done < len {
        let code = vm.heap.record_field(args.get(vm, 0), CODE);
        let full = line_of_code(vm, code, line).unwrap_or(&[]);
        let part = full.get(indent + done..).unwrap_or(&[]);
        let n = part.len().min(piece.len());
        if n == 0 {
            break;
        }
        piece[..n].copy_from_slice(&part[..n]);
        vm.heap.str_bytes_mut(made)[done..done + n].copy_from_slice(&piece[..n]);
        done += n;
    }
    let ascii = vm.heap.text(made).is_ascii();
    let text = vm.heap.finish_str(made, ascii);
    let [blank, before, marked, after] = widths.0.map(|n| Value::int(n as i64));
    let made = vm.heap.new_tuple(&[text, blank, before, marked, after]);
    vm.grant_memory(made)
}

/// A line of the source that a code object was made from, if it is kept.
fn line_of_code<'a>(vm: &'a Vm<'_>, code: Value, line: u32) -> Option<&'a [u8]> {
    let (image, view) = vm.image_code(code)?;
    let source = image.module(view.module)?.source?;
    nth_line(image.str(source)?, line)
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
    let mut rest = source.strip_prefix(b"\xef\xbb\xbf").unwrap_or(source);
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
        Op::Subscript | Op::StoreSubscript | Op::DelSubscript => Some(Marked::Subscript),
        _ => None,
    }
}

/// Columns below a source line: blank, `~` before, `^`, `~` after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Widths([usize; 4]);

/// What is marked below `line` from byte `start` to `end`: all of it, or an operator among its operands. Nothing when all of the
/// line would be marked.
fn measure(line: &[u8], indent: usize, start: usize, end: usize, marked: Option<Marked>) -> Widths {
    let Some(segment) = line.get(start..end) else { return Widths::default() };
    let anchors = marked.and_then(|m| anchors(segment, m));
    if anchors.is_none() && end - start == line.len() - indent {
        return Widths::default();
    }
    let (left, right) = anchors.unwrap_or((0, segment.len()));
    Widths([
        columns(line.get(indent..start)),
        columns(segment.get(..left)),
        columns(segment.get(left..right)),
        columns(segment.get(right..)),
    ])
}

/// Columns of a terminal that a text takes.
fn columns(text: Option<&[u8]>) -> usize {
    let text = text.and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or("");
    text.chars().map(|c| 1 + is_wide(c as u32) as usize).sum()
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
                        let double = matches!(
                            (b, two),
                            (b'*', Some(b'*')) | (b'/', Some(b'/')) | (b'<', Some(b'<')) | (b'>', Some(b'>'))
                        );
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
            let at = found?;
            let mut end = at + text.len();
            // As in Python, the parenthesis of a right operand is marked when it follows at once.
            if text.len() == 1 && opens_group(segment.get(end..).unwrap_or(&[])) {
                end += 1;
            }
            Some((at, end))
        }
    }
}

/// Does an operand begin with a parenthesis that is not part of it: `(x)`, but not `(x, y)`, `(x).y`, `()`?
fn opens_group(operand: &[u8]) -> bool {
    if operand.first() != Some(&b'(') {
        return false;
    }
    let mut depth = 0usize;
    let (mut close, mut content, mut word) = (None, false, 0);
    tokens(operand, |i, b, literal| {
        if close.is_some() {
            return;
        }
        if !literal && matches!(b, b'(' | b'[' | b'{') {
            content |= depth > 0;
            depth += 1;
        } else if !literal && matches!(b, b')' | b']' | b'}') {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                close = Some((i, content));
            }
        } else if depth == 1 && !literal && b == b',' {
            close = Some((usize::MAX, false));
        } else if !b.is_ascii_whitespace() {
            // A generator expression owns its parentheses.
            let generator = depth == 1 && !literal && operand.get(i..i + 4) == Some(b"for ") && word == 0;
            if generator {
                close = Some((usize::MAX, false));
            }
            content = true;
        }
        word = if !literal && (b.is_ascii_alphanumeric() || b == b'_' || b >= 128) { word + 1 } else { 0 };
    });
    match close {
        Some((at, true)) => {
            operand.get(at.saturating_add(1)..).is_some_and(|rest| rest.trim_ascii().is_empty())
        }
        _ => false,
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
        let indent = text.len() - text.trim_start().len();
        let Widths([a, b, c, d]) = measure(text.as_bytes(), indent, start, end, marked);
        format!("{}{}{}{}", " ".repeat(a), "~".repeat(b), "^".repeat(c), "~".repeat(d))
    }

    extern crate std;
    use std::format;
    use std::string::String;

    #[test]
    fn operators_are_marked_among_their_operands() {
        assert_eq!(line("  x = a / b(1)", 6, 14, Some(Marked::Operator(BinaryOp::TrueDiv))), "    ~~^~~~~~");
        assert_eq!(line("a - -b", 0, 6, Some(Marked::Operator(BinaryOp::Sub))), "~~^~~~");
        assert_eq!(line("a + b + c", 0, 9, Some(Marked::Operator(BinaryOp::Add))), "~~~~~~^~~");
        assert_eq!(line("a // b", 0, 6, Some(Marked::Operator(BinaryOp::FloorDiv))), "~~^^~~");
    }

    #[test]
    fn a_group_behind_an_operator_is_marked() {
        let add = Some(Marked::Operator(BinaryOp::Add));
        assert_eq!(line("a*(b+c)", 0, 7, Some(Marked::Operator(BinaryOp::Mul))), "~^^~~~~");
        assert_eq!(line("a+(b,c)", 0, 7, add), "~^~~~~~");
        assert_eq!(line("a+(b).c", 0, 7, add), "~^~~~~~");
        assert_eq!(line("a+(b for b in c)", 0, 16, add), "~^~~~~~~~~~~~~~~");
        assert_eq!(line("a+()", 0, 4, add), "~^~~");
        assert_eq!(line("a+((b),)", 0, 8, add), "~^~~~~~~");
        assert_eq!(line("a+((b))", 0, 7, add), "~^^~~~~");
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(line("x['\u{65e5}'][0]", 0, 8, Some(Marked::Subscript)), "~^^^^^^");
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
