//! Built-in functions that make and show text.

use crate::builtins::text::{
    Index, index_of, not_an_integer, quick_ascii, quick_format, quick_repr, quick_str, replaced_stream, retry,
};
use crate::native::{Args, Result};
use crate::num::bigint;
use crate::object::tuple::tuple_words;
use crate::text::utf8;
use crate::types::Type;
use crate::value::Value;
use crate::vm::Vm;

/// `ascii`
pub fn ascii(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match quick_ascii(vm, value)? {
        Some(text) => Ok(text),
        None => {
            let function = vm.frozen_function("_ascii")?;
            Err(vm.tail_forward(function, args))
        }
    }
}

/// `chr`
pub fn chr(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match index_of(vm, value) {
        Index::Value(n) if i32::try_from(n).is_ok() => {
            match u32::try_from(n).ok().filter(|&point| point <= utf8::MAX) {
                Some(point) => {
                    Ok(Value::short_str(utf8::Encoded::new(point).bytes()).unwrap_or(Value::EMPTY_STR))
                }
                None => Err(vm.raise(Type::ValueError, "chr() arg not in range(0x110000)")),
            }
        }
        Index::Value(_) | Index::Huge(_) => {
            Err(vm.raise(Type::OverflowError, "Python int too large to convert to C int"))
        }
        Index::Ask => Err(retry(vm, args, 0, None, "chr")),
        Index::No => Err(not_an_integer(vm, value)),
    }
}

/// `ord`
pub fn ord(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    let inner = vm.unwrap(value);
    let length = if vm.heap.is_str(inner) {
        match vm.heap.str_len(inner) {
            1 => {
                let point = utf8::decode(&vm.heap.text(inner), 0).map_or(0, |(point, _)| point);
                return Ok(Value::int(i64::from(point)));
            }
            n => n,
        }
    } else {
        match vm.heap.bytes_like(inner) {
            Some([byte]) => return Ok(Value::int(i64::from(*byte))),
            Some(bytes) => bytes.len(),
            None => {
                return Err(vm.raise_with(Type::TypeError, |vm, out| {
                    out.write_str("ord() expected string of length 1, but ")?;
                    vm.write_type_name(value, out)?;
                    out.write_str(" found")
                }));
            }
        }
    };
    Err(vm.raise_with(Type::TypeError, |_, out| {
        write!(out, "ord() expected a character, but string of length {length} found")
    }))
}

/// `format`
pub fn format(vm: &mut Vm<'_>, args: Args) -> Result {
    let (value, spec) = (args.get(vm, 0), args.get(vm, 1));
    let spec = if spec.is_unbound() { Value::EMPTY_STR } else { spec };
    let text = vm.unwrap(spec);
    if !vm.heap.is_str(text) {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("format() argument 2 must be str, not ")?;
            vm.write_type_name(spec, out)
        }));
    }
    if let Some(text) = quick_format(vm, value, text)? {
        return Ok(text);
    }
    let function = vm.frozen_function("_format_object")?;
    let value = args.get(vm, 0);
    let spec = if args.len() > 1 { args.get(vm, 1) } else { Value::EMPTY_STR };
    Err(vm.tail_call(function, &[value, spec]))
}

/// `repr`
pub fn repr(vm: &mut Vm<'_>, args: Args) -> Result {
    let value = args.get(vm, 0);
    match quick_repr(vm, value)? {
        Some(text) => Ok(text),
        None => {
            let function = vm.frozen_function("_repr")?;
            Err(vm.tail_forward(function, args))
        }
    }
}

/// `input`
pub fn input(vm: &mut Vm<'_>, args: Args) -> Result {
    let function = vm.frozen_function("_builtin_input")?;
    Err(vm.tail_forward(function, args))
}

/// Output that is gathered here and goes to the host in few pieces.
/// What a stream of text can take: the text itself, bytes with escapes on the stream of errors, else UnicodeEncodeError for
/// lone surrogates. May reserve and move.
pub(crate) fn writable(vm: &mut Vm<'_>, stream: u8, text: Value) -> Result {
    let lone = |text: &[u8]| text.windows(2).any(|pair| pair[0] == 0xED && pair[1] >= 0xA0);
    if vm.heap.is_ascii(text) || !lone(&vm.heap.text(text)) {
        return Ok(text);
    }
    let mut errors = Value::UNBOUND;
    let place = vm.heap.hold(text);
    if stream == 2 {
        let made = vm.heap.new_str(b"backslashreplace");
        errors = vm.grant_memory(made)?;
    }
    let text = vm.heap.held(place);
    crate::builtins::string::encode_value(vm, "encode", text, Value::UNBOUND, errors)
}

struct Line {
    bytes: [u8; 256],
    len: usize,
}

impl Line {
    fn put(&mut self, vm: &mut Vm<'_>, bytes: &[u8]) {
        if bytes.len() > self.bytes.len() - self.len {
            self.flush(vm);
        }
        match self.bytes.get_mut(self.len..self.len + bytes.len()) {
            Some(out) => {
                out.copy_from_slice(bytes);
                self.len += bytes.len();
            }
            None => vm.write(1, bytes),
        }
    }

    fn put_value(&mut self, vm: &mut Vm<'_>, text: Value) {
        let room = self.bytes.len() - self.len;
        let short = {
            let text = vm.heap.text(text);
            let fits = text.len() <= room;
            if let Some(out) = self.bytes.get_mut(self.len..self.len + text.len()).filter(|_| fits) {
                out.copy_from_slice(&text);
                self.len += text.len();
            }
            fits
        };
        if !short {
            self.flush(vm);
            vm.write_value(1, text);
        }
    }

    fn flush(&mut self, vm: &mut Vm<'_>) {
        if self.len > 0 {
            vm.write(1, &self.bytes[..self.len]);
            self.len = 0;
        }
    }
}

/// The keywords of `print`; null where they were not given.
struct Options {
    sep: Value,
    end: Value,
    file: Value,
    flush: Value,
}

fn options(vm: &mut Vm<'_>, args: Args) -> Result<Options> {
    let mut found = Options { sep: Value::NONE, end: Value::NONE, file: Value::NONE, flush: Value::FALSE };
    for k in 0..args.keyword_count() {
        let name = args.keyword_name(vm, k);
        let value = args.keyword_value(vm, k);
        let which = {
            let text = vm.heap.text(name);
            match &*text {
                b"sep" => 0,
                b"end" => 1,
                b"file" => 2,
                b"flush" => 3,
                _ => 4,
            }
        };
        match which {
            0 => found.sep = value,
            1 => found.end = value,
            2 => found.file = value,
            3 => found.flush = value,
            _ => {
                return Err(vm.raise_with(Type::TypeError, |vm, out| {
                    write!(
                        out,
                        "'{}' is an invalid keyword argument for print()",
                        vm.heap.text(name).as_str()
                    )
                }));
            }
        }
    }
    for (name, value) in [("sep", found.sep), ("end", found.end)] {
        if !value.is_none() && !vm.heap.is_str(vm.unwrap(value)) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                write!(out, "{name} must be None or a string, not ")?;
                vm.write_type_name(value, out)
            }));
        }
    }
    Ok(found)
}

/// `print`: to the host natively, until a value needs Python code; the rest, and everything for other files, in frozen code.
pub fn print(vm: &mut Vm<'_>, args: Args) -> Result {
    let options = if args.keyword_count() == 0 {
        Options { sep: Value::NONE, end: Value::NONE, file: Value::NONE, flush: Value::FALSE }
    } else {
        options(vm, args)?
    };
    let stream =
        if options.file.is_none() { replaced_stream(vm, crate::names::STDOUT) } else { options.file };
    let n = args.len();
    let flushes = options.flush == Value::TRUE;
    // What else `flush` may be is asked for its truth by Python code.
    if !stream.is_null() || !(flushes || options.flush == Value::FALSE || options.flush.is_none()) {
        return print_slowly(vm, args, 0);
    }
    let mut line = Line { bytes: [0; 256], len: 0 };
    for i in 0..n {
        if i > 0 {
            match keyword(vm, args, b"sep") {
                Some(sep) => line.put_value(vm, sep),
                None => line.put(vm, b" "),
            }
        }
        let value = args.get(vm, i);
        if let Some(number) = value.as_int() {
            let mut digits = [0; 20];
            line.put(vm, bigint::text_i64(number, &mut digits));
            continue;
        }
        let text = match quick_str(vm, value) {
            Ok(text) => text,
            Err(trap) => {
                line.flush(vm);
                return Err(trap);
            }
        };
        match text {
            Some(text) => match writable(vm, 1, text) {
                Ok(text) => line.put_value(vm, text),
                Err(trap) => {
                    line.flush(vm);
                    return Err(trap);
                }
            },
            None => {
                line.flush(vm);
                return print_slowly(vm, args, i);
            }
        }
    }
    match keyword(vm, args, b"end") {
        Some(end) => line.put_value(vm, end),
        None => line.put(vm, b"\n"),
    }
    line.flush(vm);
    if let Some(host) = vm.host().filter(|_| flushes) {
        host.flush();
    }
    Ok(Value::NONE)
}

/// A keyword argument of `print` that is a string.
fn keyword(vm: &Vm<'_>, args: Args, name: &[u8]) -> Option<Value> {
    (0..args.keyword_count())
        .find(|&k| *vm.heap.text(args.keyword_name(vm, k)) == *name)
        .map(|k| vm.unwrap(args.keyword_value(vm, k)))
        .filter(|&value| vm.heap.is_str(value))
}

/// The arguments from number `from` on by frozen code; the separator before it was put when `from` is not 0.
fn print_slowly(vm: &mut Vm<'_>, args: Args, from: usize) -> Result {
    let n = args.len() - from;
    vm.reserve(tuple_words(n))?;
    let tuple = vm.heap.alloc_tuple(n);
    for i in 0..n {
        let value = args.get(vm, from + i);
        vm.heap.set_item(tuple, i, value);
    }
    let place = vm.heap.hold(tuple);
    let function = vm.frozen_function("_print")?;
    let Options { sep, end, file, flush } = if args.keyword_count() == 0 {
        Options { sep: Value::NONE, end: Value::NONE, file: Value::NONE, flush: Value::FALSE }
    } else {
        options(vm, args)?
    };
    let tuple = vm.heap.held(place);
    Err(vm.tail_call(function, &[tuple, sep, end, file, flush]))
}
