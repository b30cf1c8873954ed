//! Text that grows: a buffer object of the block, kept in a held place.

use super::view::{View, fill_object};
use crate::heap::{Held, Kind, header};
use crate::native::{Result, Trap};
use crate::object::bytes::{BYTEARRAY_WORDS, bytes_words};
use crate::object::string::{ASCII, str_words};
use crate::text::sink::{Full, Sink};
use crate::value::Value;
use crate::vm::Vm;

/// Text being built. Its buffer is used up to its length; what lies behind is room to grow.
pub(crate) struct TextBuilder {
    place: Held,
}

impl TextBuilder {
    /// An empty text with room for `capacity` bytes. May reserve and move. Takes a held place until the caller releases it.
    pub fn new(vm: &mut Vm<'_>, capacity: usize) -> Result<TextBuilder> {
        let words = bytes_words(capacity);
        vm.reserve(words)?;
        let buffer = vm.heap.alloc_buffer(capacity);
        vm.heap.set_len_word(buffer, 0);
        Ok(TextBuilder { place: vm.heap.hold(buffer) })
    }

    fn buffer(&self, vm: &Vm<'_>) -> Value {
        vm.heap.held(self.place)
    }

    /// Bytes so far.
    pub fn len(&self, vm: &Vm<'_>) -> usize {
        vm.heap.len_word(self.buffer(vm))
    }

    /// The text so far.
    pub fn bytes<'a>(&self, vm: &'a Vm<'_>) -> &'a [u8] {
        vm.heap.blob(self.buffer(vm))
    }

    /// Drops everything behind the first `len` bytes.
    pub fn truncate(&self, vm: &mut Vm<'_>, len: usize) {
        let len = len.min(self.len(vm));
        let buffer = self.buffer(vm);
        vm.heap.set_len_word(buffer, len);
    }

    /// Makes room for `more` bytes. May reserve and move.
    pub fn room(&self, vm: &mut Vm<'_>, more: usize) -> Result<()> {
        let buffer = self.buffer(vm);
        let old = vm.heap.size(buffer);
        let len = vm.heap.len_word(buffer);
        let Some(total) = len.checked_add(more).filter(|&total| total < u32::MAX as usize - 64) else {
            return Err(vm.out_of_memory());
        };
        if bytes_words(total) <= old {
            return Ok(());
        }
        let grown =
            bytes_words(total.saturating_add(total / 2).saturating_add(48).min(u32::MAX as usize - 64));
        let at = buffer.offset();
        if at + old == vm.heap.top {
            // The youngest object grows where it stands, unless a collection puts another behind it.
            let words = if vm.heap.reserve(grown - old).is_ok() { grown } else { bytes_words(total) };
            vm.reserve(words - old)?;
            let at = self.buffer(vm).offset();
            if at + old == vm.heap.top {
                vm.heap.take(words - old);
                let head = &mut vm.heap.mem[at];
                *head = *head & 0xFFFF_FFFF | (words as u64) << 32;
                return Ok(());
            }
        }
        let words = if vm.heap.reserve(grown).is_ok() { grown } else { bytes_words(total) };
        vm.reserve(words)?;
        let from = self.buffer(vm).offset();
        let to = vm.heap.take(words);
        vm.heap.mem[to] = header::header(Kind::Buffer, 0, 0, words as u32);
        vm.heap.mem.copy_within(from + 1..from + bytes_words(len), to + 1);
        vm.heap.set_held(self.place, Value::object(to as u32));
        Ok(())
    }

    /// Adds `n` bytes, room for which was made, by a closure.
    pub fn append(&self, vm: &mut Vm<'_>, n: usize, fill: impl FnOnce(&View<'_>, &mut [u8])) {
        let buffer = self.buffer(vm);
        let len = vm.heap.len_word(buffer);
        fill_object(&mut vm.heap, buffer, len, n, fill);
        vm.heap.set_len_word(buffer, len + n);
    }

    /// Adds bytes from elsewhere than the block.
    pub fn put(&self, vm: &mut Vm<'_>, bytes: &[u8]) -> Result<()> {
        self.room(vm, bytes.len())?;
        self.append(vm, bytes.len(), |_, out| out.copy_from_slice(bytes));
        Ok(())
    }

    /// Adds a byte `count` times.
    pub fn fill(&self, vm: &mut Vm<'_>, byte: u8, count: usize) -> Result<()> {
        self.room(vm, count)?;
        self.append(vm, count, |_, out| out.fill(byte));
        Ok(())
    }

    /// Adds a string, or the bytes of bytes, bytearrays and contiguous views.
    pub fn put_value(&self, vm: &mut Vm<'_>, value: Value) -> Result<()> {
        self.put_part(vm, value, 0, usize::MAX)
    }

    /// Adds the bytes from `start` to `end` of a string or of bytes.
    pub fn put_part(&self, vm: &mut Vm<'_>, value: Value, start: usize, end: usize) -> Result<()> {
        let len = super::raw(vm, value).len();
        let end = end.min(len);
        let n = end.saturating_sub(start);
        if n == 0 {
            return Ok(());
        }
        let place = vm.heap.hold(value);
        let room = self.room(vm, n);
        let value = vm.heap.held(place);
        vm.heap.release(place);
        room?;
        self.append(vm, n, |view, out| {
            if let Some(part) = view.raw(value).get(start..end) {
                out.copy_from_slice(part);
            }
        });
        Ok(())
    }

    /// Runs a renderer over the text; what it puts must not come from the block.
    pub fn render(
        &self,
        vm: &mut Vm<'_>,
        put: impl FnOnce(&mut dyn Sink) -> core::result::Result<(), Full>,
    ) -> Result<()> {
        let mut sink = Growing { vm, builder: self, trap: None };
        let result = put(&mut sink);
        let trap = sink.trap;
        match (result, trap) {
            (Ok(()), _) => Ok(()),
            (Err(Full), Some(trap)) => Err(trap),
            (Err(Full), None) => Err(vm.out_of_memory()),
        }
    }

    /// Gives the unused words back and makes the buffer an object of that kind, which has the same layout.
    fn become_kind(&self, vm: &mut Vm<'_>, kind: Kind, flags: u8) -> Value {
        let buffer = self.buffer(vm);
        let (at, old, len) = (buffer.offset(), vm.heap.size(buffer), vm.heap.len_word(buffer));
        let words = str_words(len).min(old);
        if at + old == vm.heap.top {
            vm.heap.top = at + words;
        } else if words < old {
            // Objects tile the heap: what is cut off in its middle is a gap that the collector closes.
            vm.heap.mem[at + words] = header::header(Kind::Filler, 0, 0, (old - words) as u32);
        }
        vm.heap.mem[at] = header::header(kind, flags, 0, words as u32);
        buffer
    }

    /// The text as a string. The builder must not be used any more.
    pub fn finish(&self, vm: &mut Vm<'_>) -> Value {
        if let Some(short) = Value::short_str(self.bytes(vm)) {
            let buffer = self.buffer(vm);
            if buffer.offset() + vm.heap.size(buffer) == vm.heap.top {
                vm.heap.top = buffer.offset();
                vm.heap.set_held(self.place, Value::NONE);
            }
            return short;
        }
        let ascii = self.bytes(vm).is_ascii();
        self.become_kind(vm, Kind::Str, if ascii { ASCII } else { 0 })
    }

    /// The text as bytes. The builder must not be used any more.
    pub fn finish_bytes(&self, vm: &mut Vm<'_>) -> Value {
        self.become_kind(vm, Kind::Bytes, 0)
    }

    /// The text as a bytearray. The builder must not be used any more.
    pub fn finish_bytearray(&self, vm: &mut Vm<'_>) -> Result {
        let storage = self.become_kind(vm, Kind::Buffer, 0);
        let len = vm.heap.len_word(storage);
        vm.reserve(BYTEARRAY_WORDS)?;
        let storage = self.buffer(vm);
        Ok(vm.heap.alloc_bytearray(storage, len))
    }
}

/// A builder as a sink.
struct Growing<'a, 'm> {
    vm: &'a mut Vm<'m>,
    builder: &'a TextBuilder,
    trap: Option<Trap>,
}

impl Sink for Growing<'_, '_> {
    fn put(&mut self, bytes: &[u8]) -> core::result::Result<(), Full> {
        self.builder.put(self.vm, bytes).map_err(|trap| {
            self.trap = Some(trap);
            Full
        })
    }

    fn fill(&mut self, byte: u8, count: usize) -> core::result::Result<(), Full> {
        self.builder.fill(self.vm, byte, count).map_err(|trap| {
            self.trap = Some(trap);
            Full
        })
    }
}
