//! What native modules of other crates need of the engine: bytes of any buffer, text that grows, the host.

use crate::builtins::int::int_of_text;
use crate::builtins::text::{TextBuilder, View, fill_object, put_int, split_block, split_free};
use crate::heap::header::header;
use crate::heap::{Held, Kind};
use crate::native::{ModuleDef, Result, Trap};
use crate::object::bytes::bytes_words;
use crate::object::string::str_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::{File, Host, NO_FILES, Vm};

/// Bytes or text being built; it uses one held value.
pub struct Growing {
    builder: TextBuilder,
}

impl Growing {
    /// Bytes so far.
    pub fn len(&self, vm: &Vm<'_>) -> usize {
        self.builder.len(vm)
    }

    /// The bytes so far.
    pub fn bytes<'a>(&self, vm: &'a Vm<'_>) -> &'a [u8] {
        self.builder.bytes(vm)
    }

    /// Drops everything behind the first `len` bytes.
    pub fn truncate(&self, vm: &mut Vm<'_>, len: usize) {
        self.builder.truncate(vm, len);
    }

    /// Adds bytes from elsewhere than the block. May reserve and move.
    pub fn put(&self, vm: &mut Vm<'_>, bytes: &[u8]) -> Result<()> {
        self.builder.put(vm, bytes)
    }

    /// Adds the bytes from `start` to `end` of a string or of anything with bytes. May reserve and move.
    pub fn put_part(&self, vm: &mut Vm<'_>, value: Value, start: usize, end: usize) -> Result<()> {
        self.builder.put_part(vm, value, start, end)
    }

    /// Adds `n` bytes that a closure writes; it may read other objects, those held before among them. May reserve and move
    /// before it is called.
    pub fn add<const N: usize>(
        &self,
        vm: &mut Vm<'_>,
        n: usize,
        sources: [Held; N],
        fill: impl FnOnce(&Others<'_>, [Value; N], &mut [u8]),
    ) -> Result<()> {
        self.builder.room(vm, n)?;
        let values = sources.map(|place| vm.heap.held(place));
        self.builder.append(vm, n, |view, out| fill(&Others { view }, values, out));
        Ok(())
    }

    /// Adds `repr` of an int.
    pub fn put_int(&self, vm: &mut Vm<'_>, value: Value) -> Result<()> {
        put_int(vm, value, &self.builder)
    }

    /// The bytes as a string; they must be UTF-8, lone surrogates allowed. The builder must not be used any more.
    pub fn text(&self, vm: &mut Vm<'_>) -> Value {
        self.builder.finish(vm)
    }

    /// The bytes as bytes object. The builder must not be used any more.
    pub fn finish(&self, vm: &mut Vm<'_>) -> Value {
        self.builder.finish_bytes(vm)
    }
}

/// Copies as much as there is room for.
fn copy(from: &[u8], to: &mut [u8]) {
    let n = from.len().min(to.len());
    to[..n].copy_from_slice(&from[..n]);
}

/// The objects of the block except the one that is being filled.
pub struct Others<'a> {
    view: &'a View<'a>,
}

impl<'a> Others<'a> {
    /// Bytes of a string or of anything with bytes, from `start` to `end` as far as they are there.
    pub fn part<T>(&self, value: Value, start: usize, end: usize, read: impl FnOnce(&[u8]) -> T) -> T {
        let bytes = self.view.raw(value);
        let end = end.min(bytes.len());
        read(bytes.get(start.min(end)..end).unwrap_or(&[]))
    }
}

impl<'a> Others<'a> {
    /// The bytes of a bytes object as words, for what natives compiled.
    pub fn words(&self, value: Value) -> &'a [u32] {
        self.view.words32(value)
    }
}

impl Vm<'_> {
    /// A bytes object of words that a closure writes, with scratch words that are free again afterwards; it gives how many
    /// words it wrote, or an error. May reserve and move before it is called.
    pub fn new_bytes_of_words<const N: usize, E>(
        &mut self,
        words: usize,
        scratch: usize,
        sources: [Held; N],
        fill: impl FnOnce(&Others<'_>, [Value; N], &mut [u32], &mut [u32]) -> core::result::Result<usize, E>,
    ) -> Result<core::result::Result<Value, E>> {
        let room = bytes_words(words.saturating_mul(4));
        self.reserve(room + scratch / 2 + 1)?;
        let values = sources.map(|place| self.heap.held(place));
        let (view, free) = split_free(&mut self.heap, room + scratch / 2 + 1);
        let (out, scratch) = free.split_at_mut(room.min(free.len()));
        let out: &mut [u32] = bytemuck::cast_slice_mut(out.get_mut(2..).unwrap_or(&mut []));
        let filled = fill(&Others { view: &view }, values, out, bytemuck::cast_slice_mut(scratch));
        let len = match filled {
            Ok(len) => len.min(words),
            Err(error) => return Ok(Err(error)),
        };
        // What was written lies where the object begins: its header is put before it.
        let at = self.heap.take(bytes_words(4 * len));
        if len % 2 != 0 {
            let last = at + 2 + len / 2;
            self.heap.mem[last] &= 0xFFFF_FFFF;
        }
        self.heap.mem[at] = header(Kind::Bytes, 0, 0, bytes_words(4 * len) as u32);
        self.heap.mem[at + 1] = 4 * len as u64;
        Ok(Ok(Value::object(at as u32)))
    }

    /// Runs a closure on the bytes of a bytearray as words, to write, as many as its storage has; it may read other objects.
    /// None: it is no bytearray with storage.
    pub fn with_words<T>(
        &mut self,
        buffer: Value,
        run: impl FnOnce(&Others<'_>, &mut [u32]) -> T,
    ) -> Option<T> {
        if !self.heap.is_kind(buffer, Kind::ByteArray) {
            return None;
        }
        let len = self.heap.bytearray(buffer).len() / 4;
        let storage = self.heap.field(buffer, 3);
        if !storage.is_object() {
            return None;
        }
        let (words, view) = split_block(&mut self.heap, storage);
        let words: &mut [u32] = bytemuck::cast_slice_mut(words.get_mut(2..)?);
        Some(run(&Others { view: &view }, words.get_mut(..len)?))
    }

    /// Bytes or text to build, with room for `capacity` bytes. May reserve and move.
    pub fn growing(&mut self, capacity: usize) -> Result<Growing> {
        Ok(Growing { builder: TextBuilder::new(self, capacity)? })
    }

    /// Has it bytes that lie in one piece: bytes, bytearray, a view of those, or what is built on one of them?
    pub fn has_bytes(&self, value: Value) -> bool {
        let value = self.bytes_inside(value);
        match self.heap.kind(value) {
            Kind::Bytes | Kind::ByteArray => true,
            Kind::MemoryView => {
                // Items lie side by side when the stride is their size.
                let shape = self.heap.word(value, 2);
                let items = self.heap.word(value, 1) >> 32;
                let size = (shape >> 8) as u8 as i64;
                let base = self.heap.field(value, 3);
                base.is_object() && (items <= 1 || (shape >> 32) as i32 as i64 == size)
            }
            _ => false,
        }
    }

    /// Its bytes, see [`Vm::has_bytes`]; none for anything else.
    pub fn bytes_of(&self, value: Value) -> &[u8] {
        View::whole(&self.heap).bytes(self.bytes_inside(value))
    }

    /// Its bytes to write; None when it has none that may be written.
    pub fn bytes_of_mut(&mut self, value: Value) -> Option<&mut [u8]> {
        let value = self.bytes_inside(value);
        match self.heap.kind(value) {
            Kind::ByteArray => Some(self.heap.bytearray_mut(value)),
            Kind::MemoryView => {
                let (place, shape) = (self.heap.word(value, 1), self.heap.word(value, 2));
                let base = self.heap.field(value, 3);
                if (shape >> 16) as u8 != 0
                    || !self.has_bytes(value)
                    || !self.heap.is_kind(base, Kind::ByteArray)
                {
                    return None;
                }
                let (offset, items) = (place as u32 as usize, (place >> 32) as usize);
                let size = (shape >> 8) as u8 as usize;
                self.heap.bytearray_mut(base).get_mut(offset..offset + items * size)
            }
            _ => None,
        }
    }

    /// The bytes of a bytearray as words, to write, as many as its storage has: for the state of natives.
    pub fn words_mut(&mut self, value: Value) -> Option<&mut [u32]> {
        let value = self.bytes_inside(value);
        if !self.heap.is_kind(value, Kind::ByteArray) {
            return None;
        }
        let storage = self.heap.field(value, 3);
        let len = self.heap.bytearray(value).len() / 4;
        if !storage.is_object() {
            return None;
        }
        let at = storage.offset();
        let end = at + self.heap.size(storage);
        let words: &mut [u32] = bytemuck::cast_slice_mut(self.heap.mem.get_mut(at + 2..end)?);
        words.get_mut(..len)
    }

    /// The bytes of a bytes object as words, to read: for what natives compiled.
    pub fn words(&self, value: Value) -> &[u32] {
        if !self.heap.is_kind(value, Kind::Bytes) {
            return &[];
        }
        let len = self.heap.blob(value).len() / 4;
        let at = value.offset();
        let end = at + self.heap.size(value);
        let words: &[u32] = bytemuck::cast_slice(self.heap.mem.get(at + 2..end).unwrap_or(&[]));
        words.get(..len).unwrap_or(&[])
    }

    /// `int(text)`. May reserve and move.
    pub fn int_of_text(&mut self, text: Value) -> Result {
        int_of_text(self, text, 10)
    }

    /// Is it a bytearray that views keep from changing its size?
    pub fn is_exported(&self, value: Value) -> bool {
        let value = self.bytes_inside(value);
        self.heap.is_kind(value, Kind::ByteArray) && self.heap.word(value, 2) as u32 != 0
    }

    /// A new bytes object that a closure fills; it may read other objects, those held before among them. May reserve and
    /// move before it is called.
    pub fn new_bytes_by<const N: usize>(
        &mut self,
        n: usize,
        sources: [Held; N],
        fill: impl FnOnce(&Others<'_>, [Value; N], &mut [u8]),
    ) -> Result {
        self.reserve(bytes_words(n))?;
        let values = sources.map(|place| self.heap.held(place));
        let made = self.heap.alloc_bytes(n);
        fill_object(&mut self.heap, made, 0, n, |view, out| fill(&Others { view }, values, out));
        Ok(made)
    }

    /// A new bytes object with the bytes from `start` to `end` of a held string or of anything with bytes.
    pub fn new_bytes_part(&mut self, source: Held, start: usize, end: usize) -> Result {
        self.new_bytes_by(end.saturating_sub(start), [source], |others, [source], out| {
            others.part(source, start, end, |bytes| copy(bytes, out));
        })
    }

    /// A new string with the bytes from `start` to `end` of a held string or of anything with bytes; they must be UTF-8.
    pub fn new_str_part(&mut self, source: Held, start: usize, end: usize) -> Result {
        self.new_str_by(end.saturating_sub(start), [source], |others, [source], out| {
            others.part(source, start, end, |bytes| copy(bytes, out));
        })
    }

    /// A new string of `n` bytes that a closure fills. May reserve and move before it is called.
    pub fn new_str_by<const N: usize>(
        &mut self,
        n: usize,
        sources: [Held; N],
        fill: impl FnOnce(&Others<'_>, [Value; N], &mut [u8]),
    ) -> Result {
        self.reserve(str_words(n))?;
        let values = sources.map(|place| self.heap.held(place));
        let made = self.heap.alloc_str(n);
        fill_object(&mut self.heap, made, 0, n, |view, out| fill(&Others { view }, values, out));
        let ascii = self.heap.text(made).is_ascii();
        Ok(self.heap.finish_str(made, ascii))
    }

    /// A line of standard input as bytes, empty at its end. May reserve and move. When a request to the engine ended the
    /// wait, the native has to be run again.
    pub fn read_line(&mut self) -> Result {
        let line = self.growing(80)?;
        let Some(host) = self.host.take() else { return Ok(line.finish(self)) };
        let mut failed = None;
        host.read_line(&mut |bytes| match line.put(self, bytes) {
            Ok(()) => true,
            Err(trap) => {
                failed = Some(trap);
                false
            }
        });
        self.host = Some(host);
        self.look_soon();
        match failed {
            Some(trap) => Err(trap),
            // The wait was ended by a request, not by the end of the input.
            None if line.len(self) == 0 && self.is_attention_due() => {
                // So that there is a look at the request before that.
                self.charge(1);
                Err(Trap::Again)
            }
            None => Ok(line.finish(self)),
        }
    }

    /// Asks the host for something about a file; what it reads or writes is not in the block.
    pub fn file(&mut self, request: File<'_>) -> core::result::Result<u64, u16> {
        self.host.as_deref_mut().map_or(Err(NO_FILES), |host| host.file(request))
    }

    /// Asks the host for something by a path that is a string of the block.
    pub fn file_at(
        &mut self,
        path: Value,
        ask: impl FnOnce(&mut dyn Host, &str) -> core::result::Result<u64, u16>,
    ) -> core::result::Result<u64, u16> {
        let text = View::whole(&self.heap).text(path);
        match self.host.as_deref_mut() {
            Some(host) => ask(host, text.as_str()),
            None => Err(NO_FILES),
        }
    }

    /// Gives what is at a path another one; both are strings of the block.
    pub fn file_rename(&mut self, from: Value, to: Value) -> core::result::Result<u64, u16> {
        let view = View::whole(&self.heap);
        let (from, to) = (view.text(from), view.text(to));
        match self.host.as_deref_mut() {
            Some(host) => host.file(File::Rename { from: from.as_str(), to: to.as_str() }),
            None => Err(NO_FILES),
        }
    }

    /// Reads from a file into bytes that may be written, from byte `start` to `end`.
    pub fn file_read(
        &mut self,
        handle: u64,
        into: Value,
        start: usize,
        end: usize,
    ) -> core::result::Result<u64, u16> {
        let Some(mut host) = self.host.take() else { return Err(NO_FILES) };
        let result = match self.bytes_of_mut(into).and_then(|bytes| bytes.get_mut(start..end)) {
            Some(room) => host.file(File::Read(handle, room)),
            None => Ok(0),
        };
        let _ = &mut host;
        self.host = Some(host);
        result
    }

    /// Writes the bytes of an object from byte `start` on to a file.
    pub fn file_write(&mut self, handle: u64, from: Value, start: usize) -> core::result::Result<u64, u16> {
        let Some(host) = self.host.take() else { return Err(NO_FILES) };
        let result = match self.bytes_of(from).get(start..) {
            Some(bytes) => host.file(File::Write(handle, bytes)),
            None => Ok(0),
        };
        self.host = Some(host);
        result
    }

    /// The built-in module of that name, if the engine has it.
    pub fn static_definition(&self, name: &[u8]) -> Option<&'static ModuleDef> {
        self.modules.iter().find(|m| m.name.as_bytes() == name).copied()
    }

    /// Is it an instance of a class whose layout is that of the built-in type, or of that type itself?
    pub fn is_built_on(&self, value: Value, kind: Type) -> bool {
        self.builtin_type_of(value).is_a(kind)
    }
}
