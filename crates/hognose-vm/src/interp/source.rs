//! Source text that is in the block: compiled for `compile`, `eval`, `exec` and imports.

use crate::heap::{Held, Kind};
use crate::names;
use crate::native::Result;
use crate::object::grown::home;
use crate::types::Type;
use crate::value::Value;
use crate::vm::{CompileError, CompileRequest, Shown, Vm};

/// What to compile, by held values.
#[derive(Clone, Copy)]
pub(crate) struct Source {
    /// The text: str or bytes.
    pub(crate) text: Held,
    /// Name of the file in tracebacks, a str.
    pub(crate) file: Held,
    /// Dotted name of the module, a str.
    pub(crate) module: Held,
    /// Is it a package?
    pub(crate) package: bool,
    /// 0 exec, 1 eval, 2 single.
    pub(crate) mode: u8,
    /// Names are looked up in a namespace of their own first.
    pub(crate) separate_locals: bool,
    /// Keep the text in the image, for tracebacks.
    pub(crate) keep_source: bool,
}

/// What compiling came to.
pub(crate) enum Compiled {
    /// The image.
    Image(Value),
    /// The text was refused.
    Refused(CompileError),
}

/// Bytes of a str or bytes object in the lower part of the block.
fn bytes_at<'a>(low: &'a [u64], value: Value, short: &'a mut [u8; 8]) -> &'a [u8] {
    if value.is_short_str() {
        let (bytes, n) = value.short_bytes();
        *short = bytes;
        return &short[..n];
    }
    if value.is_name() {
        return names::TEXT.get(value.payload() as usize).map_or(b"", |text| text.as_bytes());
    }
    let at = value.offset();
    let Some(&[head, word]) = low.get(at..).and_then(|words| words.first_chunk()) else { return &[] };
    let bytes: &[u8] = bytemuck::cast_slice(&low[home(low, at, head) + 2..]);
    bytes.get(..word as u32 as usize).unwrap_or(&[])
}

impl Vm<'_> {
    /// Compiles text of the block into an image object. Every object may move.
    pub(crate) fn compile_held(&mut self, source: Source) -> Result<Compiled> {
        let Some(compiler) = self.compiler else { return Err(self.no_compiler()) };
        for attempt in 0..2 {
            if attempt == 1 {
                self.heap.collect();
            }
            let (text, file, module) =
                (self.heap.held(source.text), self.heap.held(source.file), self.heap.held(source.module));
            let top = self.heap.top;
            let end = self.heap.floor.saturating_sub(32);
            if end <= top + 2 {
                continue;
            }
            let (low, gap) = self.heap.mem.split_at_mut(top);
            let (mut a, mut b, mut c) = ([0; 8], [0; 8], [0; 8]);
            let decoded = !text.is_object() || (low[text.offset()] as u8) == Kind::Str as u8;
            let text = bytes_at(low, text, &mut a);
            let request = CompileRequest {
                source: text,
                text: decoded,
                file: core::str::from_utf8(bytes_at(low, file, &mut b)).unwrap_or("?"),
                module: core::str::from_utf8(bytes_at(low, module, &mut c)).unwrap_or("?"),
                package: source.package,
                mode: source.mode,
                separate_locals: source.separate_locals,
                keep_source: source.keep_source,
                characters: self.characters,
            };
            let cost = text.len();
            let made = compiler.compile(&request, &mut gap[2..end - top]);
            self.charge(cost);
            match made {
                Ok(len) => match self.adopt_image(len, end) {
                    Some(image) => return self.checked(image),
                    None => continue,
                },
                Err(error) if error.kind == Type::MemoryError && attempt == 0 => continue,
                Err(error) if error.kind == Type::MemoryError => return Err(self.out_of_memory()),
                Err(error) => return Ok(Compiled::Refused(error)),
            }
        }
        Err(self.out_of_memory())
    }

    /// Bytes that lie in the gap, two words above the top, become an image object; none when there is no room.
    pub(crate) fn adopt_image(&mut self, len: usize, end: usize) -> Option<Value> {
        self.adopt(Kind::Image, len, end)
    }

    /// Bytes that lie in the gap, two words above the top, become an object of that kind.
    pub(crate) fn adopt(&mut self, kind: Kind, len: usize, end: usize) -> Option<Value> {
        let top = self.heap.top;
        let words = crate::object::bytes::bytes_words(len);
        if top + words > end {
            return None;
        }
        self.heap.mem[top] = crate::heap::header::header(kind, 0, 0, words as u32);
        self.heap.mem[top + 1] = len as u64;
        self.heap.top = top + words;
        if self.heap.limit < self.heap.top {
            self.heap.limit = self.heap.top;
        }
        Some(Value::object(top as u32))
    }

    fn checked(&mut self, image: Value) -> Result<Compiled> {
        match self.check_image(image) {
            Ok(image) => Ok(Compiled::Image(image)),
            Err(error) => Err(self.raise_load(error)),
        }
    }

    /// Raises what is wrong with an image.
    pub(crate) fn raise_load(&mut self, error: super::LoadError) -> crate::native::Trap {
        match error {
            super::LoadError::Memory => self.out_of_memory(),
            super::LoadError::NoCompiler => self.no_compiler(),
            error => self.raise_with(Type::ImportError, |_, out| write!(out, "{error}")),
        }
    }

    /// What frozen code raises for refused text: `(class, message, details or None)`.
    pub(crate) fn refusal(&mut self, error: &CompileError, source: Source) -> Result {
        let mark = self.heap.held_mark();
        let result = self.refusal_held(error, source);
        self.heap.release_to(mark);
        result
    }

    fn refusal_held(&mut self, error: &CompileError, source: Source) -> Result {
        let made = self.heap.new_str(error.text().as_bytes());
        let message = self.grant_memory(made)?;
        let message = self.heap.hold(message);
        let syntax = error.kind.is_a(Type::SyntaxError);
        let details = if syntax { self.details(error, source)? } else { Value::NONE };
        let (message, kind) = (self.heap.held(message), error.kind.value());
        let made = self.heap.new_tuple(&[kind, message, details]);
        self.grant_memory(made)
    }

    /// `(filename, lineno, offset, text, end_lineno, end_offset)`
    fn details(&mut self, error: &CompileError, source: Source) -> Result {
        let text = self.shown(error, source)?;
        let numbers = error.at.map(|n| Value::int(n as i32 as i64));
        let file = self.heap.held(source.file);
        let made = self.heap.new_tuple(&[file, numbers[0], numbers[1], text, numbers[2], numbers[3]]);
        self.grant_memory(made)
    }

    /// The text that stands with the error. What Python would read from the file is None: the source is not from there.
    fn shown(&mut self, error: &CompileError, source: Source) -> Result {
        let (start, end, open, close) = match error.shown {
            Shown::Text { start, end, open, close } => (start, end, open, close),
            Shown::OfFile { start, end } if source.keep_source => (start, end, false, false),
            _ => return Ok(Value::NONE),
        };
        let value = self.heap.held(source.text);
        let whole = if self.heap.is_str(value) {
            self.heap.text(value)
        } else {
            crate::object::string::Text::Bytes(self.heap.bytes_like(value).unwrap_or(&[]))
        };
        let (start, end) = (start as usize, end as usize);
        let Some(len) = end.checked_sub(start).filter(|_| end <= whole.len()) else { return Ok(Value::NONE) };
        // The end of the line belongs to it if it is there; that of the last line of a file is.
        let newline =
            !error.cut && (open || source.mode == 0 || whole.get(end).is_some_and(|&byte| byte == b'\n'));
        let size = len + usize::from(open) + usize::from(close) + usize::from(newline);
        self.reserve(crate::object::string::str_words(size))?;
        let made = self.heap.alloc_str(size);
        let value = self.heap.held(source.text);
        let mut scratch = [0; 8];
        let (low, object) = self.heap.mem.split_at_mut(made.offset());
        let whole = bytes_at(low, value, &mut scratch);
        let target: &mut [u8] = bytemuck::cast_slice_mut(&mut object[2..]);
        let Some(part) = whole.get(start..end) else { return Ok(Value::NONE) };
        let first = usize::from(open);
        target[..first].fill(b'(');
        target[first..first + len].copy_from_slice(part);
        target[first + len..first + len + usize::from(close)].fill(b')');
        target[size - usize::from(newline)..size].fill(b'\n');
        if crate::text::utf8::check(&target[..size], 0, true).is_err() {
            target[..size].iter_mut().filter(|b| **b >= 128).for_each(|b| *b = b'?');
        }
        let ascii = target[..size].is_ascii();
        Ok(self.heap.finish_str(made, ascii))
    }
}
