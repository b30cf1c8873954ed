//! The first look at a heap that came in: objects tile it, values are values, references hit the starts of objects. After
//! this the collector can run over it.

use super::error::{Fault, SnapshotError};
use crate::builtins::memoryview::VIEW_WORDS;
use crate::heap::header::{aux, high, kind_byte, size};
use crate::heap::{Kind, Root};
use crate::object::class::CLASS_WORDS;
use crate::object::code::{CACHE_WORDS, CODE_RAW, STUB_WORDS, cache_words};
use crate::object::dict::{DICT_WORDS, table_words};
use crate::object::exception::EXCEPTION_WORDS;
use crate::object::function::FUNCTION_WORDS;
use crate::object::generator::GENERATOR_WORDS;
use crate::object::grown::{GROWN_WORDS, is_grown};
use crate::object::instance::INSTANCE_WORDS;
use crate::object::iter::ITER_WORDS;
use crate::object::shape::SHAPE_WORDS;
use crate::value::Value;
use crate::vm::{FRAME, Vm};

/// Fewest and most words of an object of that kind.
fn words_of(kind: Kind) -> (usize, usize) {
    use Kind::*;
    const ANY: usize = u32::MAX as usize;
    match kind {
        Filler => (1, ANY),
        Str | Bytes | BigInt | Buffer | Image => (2, ANY),
        Complex => (3, 3),
        Tuple | Array => (1, ANY),
        List | BoundMethod | Module => (3, 3),
        Dict | Set | FrozenSet => (DICT_WORDS, DICT_WORDS),
        Table => (table_words(8, 1), ANY),
        ByteArray | Slice | Range => (4, 4),
        MemoryView => (VIEW_WORDS, VIEW_WORDS),
        Cell => (2, 2),
        Function => (FUNCTION_WORDS, FUNCTION_WORDS),
        Code => (CODE_RAW, ANY),
        CodeStub => (STUB_WORDS, STUB_WORDS),
        Class => (CLASS_WORDS, CLASS_WORDS),
        Shape => (SHAPE_WORDS, SHAPE_WORDS),
        Instance => (INSTANCE_WORDS, u16::MAX as usize),
        Exception => (EXCEPTION_WORDS, EXCEPTION_WORDS),
        Generator => (GENERATOR_WORDS, ANY),
        Iter => (ITER_WORDS, ITER_WORDS),
        Record => (2, ANY),
    }
}

impl Vm<'_> {
    pub(crate) fn object_error(&self, at: usize, what: Fault) -> SnapshotError {
        let kind = Kind::from_byte(kind_byte(self.heap.mem[at])).unwrap_or(Kind::Filler);
        SnapshotError::Object { word: at, kind, what }
    }

    pub(crate) fn frame_error(&self, fp: usize, what: Fault) -> SnapshotError {
        SnapshotError::Frame { back: self.heap.map - fp, what }
    }

    // The collector's bitmap serves as a set of words of the heap.

    pub(crate) fn clear_bits(&mut self) {
        let (map, groups) = (self.heap.map, self.heap.top.div_ceil(64) + 1);
        let groups = groups.min(self.heap.words().div_ceil(64));
        self.heap.mem[map..map + groups].fill(0);
    }

    pub(crate) fn bit(&self, at: usize) -> bool {
        self.heap.mem[self.heap.map + at / 64] >> (at % 64) & 1 != 0
    }

    pub(crate) fn set_bit(&mut self, at: usize) {
        let word = self.heap.map + at / 64;
        self.heap.mem[word] |= 1 << (at % 64);
    }

    /// Does the value, if it is a reference, hit an object?
    fn hits(&self, value: Value) -> Result<(), Fault> {
        if !self.is_value(value) {
            return Err("a word that is no value");
        }
        if value.is_object() && (value.offset() >= self.heap.top || !self.bit(value.offset())) {
            return Err("a reference to what is no object");
        }
        Ok(())
    }

    /// Proves that the collector can run.
    pub(crate) fn check_structure(&mut self) -> Result<(), SnapshotError> {
        self.clear_bits();
        let mut at = 1;
        while at < self.heap.top {
            let words = self.check_size(at).map_err(|what| self.object_error(at, what))?;
            self.set_bit(at);
            at += words;
        }
        let mut at = 1;
        while at < self.heap.top {
            self.check_references(at).map_err(|what| self.object_error(at, what))?;
            at += size(self.heap.mem[at]);
        }
        for i in 0..crate::heap::ROOTS {
            let root = Root::ALL[i];
            let value = self.heap.root(root);
            self.hits(value).map_err(|what| SnapshotError::Root { root, what })?;
            // The collector looks into these without asking what they are.
            if matches!(root, Root::Interned | Root::Ids | Root::Classes)
                && !self.heap.fits(value, super::wanted::Wanted::IsOrNull(Kind::Array))
            {
                return Err(SnapshotError::Root { root, what: "not an array" });
            }
        }
        let mut fp = self.heap.floor;
        while fp < self.heap.map {
            fp += self.check_frame_words(fp).map_err(|what| self.frame_error(fp, what))?;
        }
        Ok(())
    }

    /// The object's words end within the heap and hold what its counts promise.
    fn check_size(&self, at: usize) -> Result<usize, Fault> {
        let head = self.heap.mem[at];
        let kind = Kind::from_byte(kind_byte(head)).ok_or("no such kind")?;
        let words = if kind == Kind::Instance { aux(head) as usize } else { high(head) as usize };
        let (least, most) = words_of(kind);
        if words < least || words > most {
            return Err("a size that this kind cannot have");
        }
        if words > self.heap.top - at {
            return Err("more words than the heap has left");
        }
        match kind {
            Kind::Table => {
                let counts = self.heap.mem[at + 1];
                let (entries, buckets) = (counts as u32 as u64, counts >> 32);
                let stride = aux(head) as u64;
                let fits = matches!(stride, 1 | 2)
                    && buckets.is_power_of_two()
                    && buckets >= 8
                    && entries < buckets
                    && 2 + entries * stride + buckets == words as u64;
                if !fits {
                    return Err("counts that do not go with its size");
                }
            }
            Kind::Code => {
                let [_, w1, _, _, w4, w5] = [0, 1, 2, 3, 4, 5].map(|i| self.heap.mem[at + i]);
                let (instructions, caches) = (w1 as u32 as u64, w1 >> 32);
                let (values, handlers) = (w4 >> 32, w5 as u32 as u64);
                let sum =
                    CODE_RAW as u64 + values + instructions + 2 * handlers + CACHE_WORDS as u64 * caches;
                if sum != words as u64 {
                    return Err("counts that do not go with its size");
                }
            }
            Kind::Str if is_grown(head) && words != GROWN_WORDS => {
                return Err("a size that a grown string cannot have");
            }
            _ => {}
        }
        Ok(words)
    }

    /// All references of the object hit objects. What only speeds things up is cleared instead: caches and stamps.
    fn check_references(&mut self, at: usize) -> Result<(), Fault> {
        let head = self.heap.mem[at];
        match Kind::from_byte(kind_byte(head)) {
            Some(Kind::Instance) => {
                let shape = Value::object(high(head));
                self.hits(shape)?;
                if !self.heap.is_kind(shape, Kind::Shape) {
                    return Err("its shape is none");
                }
            }
            Some(Kind::Code) => {
                for cache in cache_words(self.heap.mem, at).step_by(CACHE_WORDS) {
                    self.hits(Value(self.heap.mem[cache]))?;
                    self.heap.mem[cache + 1] = 0;
                    self.heap.mem[cache + 2] = Value::NULL.0;
                }
            }
            Some(Kind::Dict | Kind::Set | Kind::FrozenSet) => self.heap.mem[at + 2] &= u32::MAX as u64,
            _ => {}
        }
        let (start, end) = self.heap.value_words(at);
        for i in start..end {
            self.hits(Value(self.heap.mem[i]))?;
        }
        // What reads texts does not ask.
        if is_grown(head) && !self.heap.is_kind(self.heap.field(Value::object(at as u32), 2), Kind::Buffer) {
            return Err("grown without a buffer");
        }
        Ok(())
    }

    /// The frame ends within the stack; its values are values.
    fn check_frame_words(&self, fp: usize) -> Result<usize, Fault> {
        let words = self.frame_words(fp);
        if words < FRAME || words > self.heap.map - fp {
            return Err("a size that it cannot have");
        }
        for i in fp + 2..fp + words {
            self.hits(Value(self.heap.mem[i]))?;
        }
        Ok(words)
    }
}
