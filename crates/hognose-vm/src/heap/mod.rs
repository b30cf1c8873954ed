//! The block: objects growing up from its start, frames growing down from its end, the collector's bitmap behind them.
//!
//! ```text
//! 0        1                      top           limit    floor            map        end
//! | unused | objects ...          | free ........ | .... | frames ....... | bitmap   |
//! ```
//!
//! *Reserve, then commit*: [`Heap::reserve`] may collect and move every object; the allocations that it covers cannot
//! fail and do not move anything. So a value read before a `reserve` must be read again after it, from a place that the
//! collector knows: a register, a root, a held value, another object.

mod classes;
mod collect;
pub mod header;
mod state;

pub use header::Kind;

use crate::value::Value;
use header::{aux, flags, header, high, kind_byte, size};

/// The block is full, also after a collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOfMemory;

macro_rules! roots {
    ($($(#[$doc:meta])+ $name:ident,)+) => {
        /// Values that the collector keeps and updates, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(usize)]
        pub enum Root { $($(#[$doc])+ $name,)+ }

        impl Root {
            /// All of them, by number.
            pub(crate) const ALL: [Root; ROOTS] = [$(Root::$name,)+];
        }
    };
}

roots! {
    /// The exception being raised.
    Raised,
    /// The exception being handled (`sys.exc_info`), or None.
    Handled,
    /// `sys.modules`, a dict.
    Modules,
    /// Dict of the names of module `builtins` that a script replaced or added; null before.
    Builtins,
    /// Buffer: open-addressed table of interned strings.
    Interned,
    /// The MemoryError built in advance.
    MemoryError,
    /// The empty tuple.
    EmptyTuple,
    /// Array of (object, id) pairs of immutable objects whose id was asked.
    Ids,
    /// Result of the last run: value or exception.
    Result,
    /// Array: lowered functions of frozen code by index.
    Frozen,
    /// Callable of a call that a native asked for.
    TailCallable,
    /// Keyword names of that call, a tuple or null.
    TailKeywords,
    /// Image of the frozen library, null before first use.
    FrozenImage,
    /// Cached shape of the empty instance-less dictionary mode.
    DictShape,
    /// Handles given to the host: Array.
    Handles,
    /// Arguments (`sys.argv`) list.
    Argv,
    /// What a pending host function waits with.
    Pending,
    /// Keyword names of the native call that runs, a tuple.
    CallKeywords,
    /// Namespace for the frame of a call that a native asked for, null for none.
    TailNamespace,
    /// Image of the program, whose modules imports may find.
    Program,
    /// The exception that is being shown.
    Reported,
    /// Buffer: what lookups found lately, null before the first and after a collection.
    Lookups,
    /// Table of all classes.
    Classes,
    /// Spare for the embedding layer.
    Host,
}

pub(crate) const ROOTS: usize = Root::Host as usize + 1;
/// How many values natives may hold at once.
const HELD: usize = 48;

/// The block and what is where in it.
pub struct Heap<'m> {
    /// The block.
    pub mem: &'m mut [u64],
    /// Words of it that are used.
    size: usize,
    /// First free word after the objects.
    pub(crate) top: usize,
    /// Where the next collection starts; at most `floor`.
    pub(crate) limit: usize,
    /// First word of the youngest frame.
    pub(crate) floor: usize,
    /// First word of the collector's bitmap: the end of the stack.
    pub(crate) map: usize,
    /// Objects before this word stay where they are in the running collection.
    still: usize,
    pub(crate) roots: [Value; ROOTS],
    held: [Value; HELD],
    held_count: usize,
    /// Arguments of a call that a native asked for.
    pub(crate) tail: [Value; 8],
    /// Next identity to give out.
    next_id: u32,
    /// Next stamp for keys of a namespace.
    next_stamp: u32,
    /// Most words ever in use, objects and frames.
    pub(crate) peak: usize,
    /// Collections so far.
    pub collections: u32,
    /// Words that collections looked at or moved, for the measure of pauses.
    pub longest_collection: usize,
    /// Collect and move everything at every reserve.
    pub(crate) stress: bool,
    /// Reserves left until one fails on purpose.
    pub(crate) fail_after: Option<u64>,
    /// Calls of `reserve` so far while `stress` or `fail_after` is on.
    pub reserves: u64,
    /// Collections switched off by the script (`gc.disable`); an emergency still collects.
    pub gc_enabled: bool,
    shift: usize,
    /// Collections in a row after which hardly anything was free.
    scarce: u8,
    #[cfg(debug_assertions)]
    promised: usize,
}

/// Words kept free between objects and frames, so that the collector's mark stack is never without room.
const SLACK: usize = 24;
/// Words of a heap that the rig moves at every reserve; one of twice as many at every second.
const STRESS_WORDS: usize = 8 * 1024;
/// A collection that leaves less than this part of the block free is a scarce one.
const SCARCE_PART: usize = 64;
/// So many scarce collections in a row are the end: a program that collects at every turn would not get anywhere, and its budget
/// does not count collections.
const SCARCE_LIMIT: u8 = 64;
/// Below this many live words a big block is not collected at all.
const CALM: usize = 48 * 1024;

impl<'m> Heap<'m> {
    /// Takes over a block. At least 128 words.
    pub fn new(mem: &'m mut [u64]) -> Result<Heap<'m>, OutOfMemory> {
        Heap::within(mem, usize::MAX)
    }

    /// Over at most that many words of a block; the others stay as they are.
    pub fn within(mem: &'m mut [u64], words: usize) -> Result<Heap<'m>, OutOfMemory> {
        let words = mem.len().min(u32::MAX as usize).min(words);
        if words < 128 {
            return Err(OutOfMemory);
        }
        // One bit a word, and a running count (half a word) for each 64 of them.
        let groups = words.div_ceil(64);
        let map = words - groups - groups.div_ceil(2);
        let mut heap = Heap {
            mem,
            size: words,
            top: 1,
            limit: 0,
            floor: map,
            map,
            still: 0,
            roots: [Value::NULL; ROOTS],
            held: [Value::NULL; HELD],
            held_count: 0,
            tail: [Value::NULL; 8],
            next_id: 1,
            next_stamp: 1,
            peak: 0,
            collections: 0,
            longest_collection: 0,
            stress: false,
            fail_after: None,
            reserves: 0,
            gc_enabled: true,
            shift: 0,
            scarce: 0,
            #[cfg(debug_assertions)]
            promised: 0,
        };
        heap.set_limit();
        Ok(heap)
    }

    /// Where the next collection starts: at twice the live size on a big block, else when the block is full.
    fn set_limit(&mut self) {
        let full = self.floor.saturating_sub(SLACK);
        self.limit = if self.stress || self.fail_after.is_some() {
            0
        } else if !self.gc_enabled {
            full
        } else {
            full.min((self.top * 2).max(CALM))
        };
    }

    /// Switches the rigs of the tests on or off.
    pub fn set_rig(&mut self, stress: bool, fail_after: Option<u64>) {
        self.stress = stress;
        self.fail_after = fail_after;
        self.set_limit();
    }

    /// Collections on or off (`gc.enable`, `gc.disable`).
    pub fn set_gc_enabled(&mut self, on: bool) {
        self.gc_enabled = on;
        self.set_limit();
    }

    /// Makes sure that `words` words can be allocated. May move every object.
    #[inline]
    pub fn reserve(&mut self, words: usize) -> Result<(), OutOfMemory> {
        if words <= self.limit.saturating_sub(self.top) {
            #[cfg(debug_assertions)]
            {
                self.promised = words;
            }
            return Ok(());
        }
        self.reserve_slowly(words)
    }

    /// Can `words` words be reserved without a collection?
    pub(crate) fn has_room(&self, words: usize) -> bool {
        self.top + words <= self.limit
    }

    /// Does the rig want everything to move now? Always on a small heap; the larger it is the rarer, or programs with much
    /// data would never end.
    fn is_stressed(&self) -> bool {
        self.stress && self.reserves % (1 + (self.top / STRESS_WORDS) as u64) == 0
    }

    #[cold]
    #[inline(never)]
    fn reserve_slowly(&mut self, words: usize) -> Result<(), OutOfMemory> {
        if self.stress || self.fail_after.is_some() {
            self.reserves += 1;
        }
        if let Some(left) = self.fail_after {
            if left == 0 {
                self.fail_after = None;
                self.set_limit();
                return Err(OutOfMemory);
            }
            self.fail_after = Some(left - 1);
        }
        let full = self.floor.saturating_sub(SLACK);
        if self.is_stressed()
            || self.gc_enabled && self.fail_after.is_none() && !self.stress
            || words > full.saturating_sub(self.top)
        {
            self.collect_counting()?;
        }
        let full = self.floor.saturating_sub(SLACK);
        if words > full.saturating_sub(self.top) {
            self.collect_hard();
        }
        if words > full || self.top > full - words {
            return Err(OutOfMemory);
        }
        if self.limit != 0 && self.top + words > self.limit {
            self.limit = (self.top + words + words / 2).min(full);
        }
        #[cfg(debug_assertions)]
        {
            self.promised = words;
        }
        Ok(())
    }

    /// Collects; out of memory when hardly anything was free after many collections in a row. The next such row is half as long.
    fn collect_counting(&mut self) -> Result<(), OutOfMemory> {
        self.collect();
        let free = self.floor.saturating_sub(SLACK).saturating_sub(self.top);
        if self.stress || self.fail_after.is_some() || free >= self.size / SCARCE_PART {
            self.scarce = 0;
            return Ok(());
        }
        self.scarce += 1;
        if self.scarce < SCARCE_LIMIT {
            return Ok(());
        }
        self.scarce = SCARCE_LIMIT / 2;
        Err(OutOfMemory)
    }

    /// Makes room for a frame of `words` words below the floor, without moving the floor.
    #[cold]
    #[inline(never)]
    pub(crate) fn reserve_frame(&mut self, words: usize) -> Result<(), OutOfMemory> {
        if self.floor < self.top + words + SLACK {
            self.collect_counting()?;
        }
        if self.floor < self.top + words + SLACK {
            self.collect_hard();
        }
        if self.floor < self.top + words + SLACK {
            return Err(OutOfMemory);
        }
        let lowest = self.floor - words - SLACK;
        if self.limit > lowest {
            self.limit = lowest;
        }
        Ok(())
    }

    /// Takes words that were reserved. The caller fills them before the next reserve.
    #[inline]
    pub(crate) fn take(&mut self, words: usize) -> usize {
        #[cfg(debug_assertions)]
        {
            assert!(self.promised >= words, "allocated {words} words but reserved {}", self.promised);
            self.promised -= words;
        }
        let at = self.top;
        self.top = at + words;
        at
    }

    /// A new object of `words` words (header included), all words but the header zero.
    pub(crate) fn alloc_raw(&mut self, kind: Kind, flag: u8, aux: u16, words: usize) -> usize {
        let at = self.take(words);
        self.mem[at] = header(kind, flag, aux, words as u32);
        self.mem[at + 1..at + words].fill(0);
        at
    }

    /// A new object whose words after `raw` zero words are all `fill`.
    pub(crate) fn alloc_values(
        &mut self,
        kind: Kind,
        aux: u16,
        raw: usize,
        values: usize,
        fill: Value,
    ) -> usize {
        let words = 1 + raw + values;
        let at = self.take(words);
        self.mem[at] = header(kind, 0, aux, words as u32);
        self.mem[at + 1..at + 1 + raw].fill(0);
        self.mem[at + 1 + raw..at + words].fill(fill.0);
        at
    }

    // Roots and held values

    /// Reads a root.
    #[inline]
    pub fn root(&self, root: Root) -> Value {
        self.roots[root as usize]
    }

    /// Writes a root.
    #[inline]
    pub fn set_root(&mut self, root: Root, value: Value) {
        self.roots[root as usize] = value;
    }

    /// Keeps a value through collections until [`Heap::release`]; returns its place.
    pub fn hold(&mut self, value: Value) -> Held {
        if self.held_count == HELD {
            // Only a native that forgets to release can come here: the oldest places are reused, memory stays safe.
            self.held_count = 0;
        }
        self.held[self.held_count] = value;
        self.held_count += 1;
        Held(self.held_count - 1)
    }

    /// A held value, as it is now.
    #[inline]
    pub fn held(&self, place: Held) -> Value {
        self.held[place.0]
    }

    /// Changes a held value.
    #[inline]
    pub fn set_held(&mut self, place: Held, value: Value) {
        self.held[place.0] = value;
    }

    /// How many values are held: to give back with [`Heap::release_to`].
    pub fn held_mark(&self) -> usize {
        self.held_count
    }

    /// Lets go of everything held since the mark.
    pub fn release_to(&mut self, mark: usize) {
        self.held_count = mark.min(HELD);
    }

    /// Lets go of that value and all held after it.
    pub fn release(&mut self, place: Held) {
        self.release_to(place.0);
    }

    // Raw access

    /// Header word of an object.
    #[inline]
    pub(crate) fn head(&self, value: Value) -> u64 {
        self.mem[value.offset()]
    }

    /// Kind of an object; Filler for anything that is none.
    #[inline]
    pub fn kind(&self, value: Value) -> Kind {
        if value.is_object() {
            Kind::from_byte(kind_byte(self.head(value))).unwrap_or(Kind::Filler)
        } else {
            Kind::Filler
        }
    }

    /// Is it an object of that kind?
    #[inline]
    pub fn is_kind(&self, value: Value, kind: Kind) -> bool {
        value.is_object() && kind_byte(self.mem[value.offset()]) == kind as u8
    }

    /// Aux field of an object.
    #[inline]
    pub(crate) fn aux(&self, value: Value) -> u16 {
        aux(self.head(value))
    }

    /// Flags of an object.
    #[inline]
    pub(crate) fn flags(&self, value: Value) -> u8 {
        flags(self.head(value))
    }

    /// Sets the flags of an object.
    pub(crate) fn set_flags(&mut self, value: Value, flags: u8) {
        let word = &mut self.mem[value.offset()];
        *word = *word & !0xFF00 | (flags as u64) << 8;
    }

    /// Upper half of the header.
    #[inline]
    pub(crate) fn high(&self, value: Value) -> u32 {
        high(self.head(value))
    }

    /// Size in words, header included.
    #[inline]
    pub fn size(&self, value: Value) -> usize {
        size(self.head(value))
    }

    /// Words of the object at that place, for walks over the heap.
    pub(crate) fn words_at(&self, at: usize) -> usize {
        size(self.mem[at])
    }

    /// Word `i` of an object; 0 is the header.
    #[inline]
    pub(crate) fn word(&self, value: Value, i: usize) -> u64 {
        self.mem[value.offset() + i]
    }

    /// Sets word `i` of an object.
    #[inline]
    pub(crate) fn set_word(&mut self, value: Value, i: usize, word: u64) {
        self.mem[value.offset() + i] = word;
    }

    /// Word `i` of an object as a value.
    #[inline]
    pub fn field(&self, value: Value, i: usize) -> Value {
        Value(self.mem[value.offset() + i])
    }

    /// Sets word `i` of an object.
    #[inline]
    pub fn set_field(&mut self, value: Value, i: usize, field: Value) {
        self.mem[value.offset() + i] = field.0;
    }

    /// Lower half of word 1: the length of most kinds.
    #[inline]
    pub(crate) fn len_word(&self, value: Value) -> usize {
        self.mem[value.offset() + 1] as u32 as usize
    }

    /// Sets the lower half of word 1.
    #[inline]
    pub(crate) fn set_len_word(&mut self, value: Value, len: usize) {
        let word = &mut self.mem[value.offset() + 1];
        *word = *word & !0xFFFF_FFFF | len as u32 as u64;
    }

    /// Bytes of the object from word `i` to its end.
    #[inline]
    pub(crate) fn bytes_from(&self, value: Value, i: usize) -> &[u8] {
        let at = value.offset();
        let n = size(self.mem[at]);
        bytemuck::cast_slice(&self.mem[at + i..at + n])
    }

    /// Bytes of the object from word `i` to its end, to write.
    #[inline]
    pub(crate) fn bytes_from_mut(&mut self, value: Value, i: usize) -> &mut [u8] {
        let at = value.offset();
        let n = size(self.mem[at]);
        bytemuck::cast_slice_mut(&mut self.mem[at + i..at + n])
    }

    // Identity

    /// A number for this object that no other living object has and that survives moving. May need 2 words and move.
    pub fn identity(&mut self, value: Value) -> Result<u64, OutOfMemory> {
        if !value.is_object() {
            return Ok(value.0);
        }
        match self.kind(value).has_id() {
            Some(word) => {
                let at = value.offset() + word;
                if self.mem[at] >> 32 == 0 {
                    let id = self.next_id;
                    self.next_id = self.next_id.wrapping_add(1).max(1);
                    self.mem[at] |= (id as u64) << 32;
                }
                Ok((self.mem[at] >> 32) << 4)
            }
            None => self.identity_by_table(value),
        }
    }

    fn identity_by_table(&mut self, value: Value) -> Result<u64, OutOfMemory> {
        let table = self.root(Root::Ids);
        let used = if table.is_object() { self.size(table) - 1 } else { 0 };
        for i in (0..used).step_by(2) {
            if self.field(table, 1 + i) == value {
                return Ok((self.field(table, 2 + i).raw_int() as u64) << 4);
            }
        }
        let free = (0..used).step_by(2).find(|&i| self.field(table, 1 + i).is_null());
        let id = self.next_id;
        self.next_id = self.next_id.wrapping_add(1).max(1);
        let slot = match free {
            Some(i) => i,
            None => {
                let held = self.hold(value);
                let grown = used + used / 2 / 2 * 2 + 8;
                let room = self.reserve(1 + grown);
                let value_now = self.held(held);
                self.release(held);
                room?;
                let old = self.root(Root::Ids);
                let at = self.alloc_values(Kind::Array, 0, 0, grown, Value::NULL);
                for i in 0..used {
                    self.mem[at + 1 + i] = self.mem[old.offset() + 1 + i];
                }
                self.set_root(Root::Ids, Value::object(at as u32));
                return Ok(self.enter_id(used, value_now, id));
            }
        };
        Ok(self.enter_id(slot, value, id))
    }

    fn enter_id(&mut self, slot: usize, value: Value, id: u32) -> u64 {
        let table = self.root(Root::Ids);
        self.set_field(table, 1 + slot, value);
        self.set_field(table, 2 + slot, Value::int(id as i64));
        (id as u64) << 4
    }

    /// A new stamp for the keys of a namespace, never the same twice.
    pub(crate) fn new_stamp(&mut self) -> u32 {
        self.next_stamp = self.next_stamp.wrapping_add(1).max(1);
        self.next_stamp
    }

    // Figures

    /// Words in use now, objects and frames.
    pub fn used_words(&self) -> usize {
        self.top + (self.map - self.floor)
    }

    /// Objects in the block, dead ones among them.
    pub fn count_objects(&self) -> usize {
        let (mut at, mut n) = (1, 0);
        while at < self.top {
            at += self.words_at(at).max(1);
            n += 1;
        }
        n
    }

    /// Words free now; after a collection they are one piece.
    pub fn free_words(&self) -> usize {
        self.floor.saturating_sub(self.top)
    }

    /// Most words ever in use.
    pub fn peak_words(&self) -> usize {
        self.peak.max(self.used_words())
    }

    /// Words of the block that may be used.
    pub fn words(&self) -> usize {
        self.size
    }
}

/// Place of a held value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held(usize);

impl Kind {
    /// Word whose upper half is the identity, for kinds that have one.
    fn has_id(self) -> Option<usize> {
        use Kind::*;
        match self {
            List | Dict | Set | FrozenSet | ByteArray | Function | Class | Exception | Module | Record => {
                Some(1)
            }
            Instance | Generator => Some(1),
            _ => None,
        }
    }
}

impl Heap<'_> {
    /// Held value by number, for records made of several.
    pub(crate) fn held_at(&self, i: usize) -> Value {
        self.held.get(i).copied().unwrap_or(Value::NULL)
    }
}
