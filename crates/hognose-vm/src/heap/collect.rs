//! Mark and slide: precise marking without recursion, then sliding compaction.
//!
//! Marking sets one bit for *every word* of a living object in the bitmap behind the stack. A running count of set bits a
//! group of 64 words then gives the new place of any object with one load and one population count, so objects need no
//! forwarding word. The mark stack is the free gap; when it is full, marking goes on by walking the heap for marked
//! objects again.

use super::header::{aux, high, kind_byte, size};
use super::{HELD, Heap, Kind, ROOTS, Root};
use crate::object::code;
use crate::object::grown::{GROWN_WORDS, is_grown};
use crate::value::{NARROW, Value};

/// Tables that live themselves, but keep nothing alive.
const WEAK: [Root; 3] = [Root::Interned, Root::Ids, Root::Classes];
/// Words of a frame that are not values, at its start.
pub(crate) const FRAME_RAW: usize = 2;

impl Heap<'_> {
    /// Frees everything unreachable and closes all gaps. Every object may move.
    pub fn collect(&mut self) {
        // The rig that moves objects also lets go of functions, now and then: making them again takes long.
        self.collect_with(self.stress && self.collections % 16 == 0);
    }

    /// The same, and lets go of functions of the frozen library that nothing but their table refers to: they are made again
    /// when they are next called.
    pub(crate) fn collect_hard(&mut self) {
        self.collect_with(true);
    }

    fn collect_with(&mut self, hard: bool) {
        self.peak = self.peak.max(self.used_words());
        self.collections = self.collections.wrapping_add(1);
        self.set_root(Root::Lookups, Value::NULL);
        self.longest_collection = self.longest_collection.max(self.top);
        let groups = self.words().div_ceil(64);
        let used_groups = self.top.div_ceil(64) + 1;
        let map = self.map;
        let end = (map + used_groups.min(groups)).min(self.words());
        self.mem[map..end].fill(0);

        self.mark_all(hard);
        self.forget_dead();
        self.count(groups, used_groups);
        let shift = if self.stress { 1 - self.shift } else { 0 };
        self.update_roots(shift);
        self.slide(shift);
        self.shift = shift;
        self.set_limit();
        if self.limit < self.top && !self.stress && self.fail_after.is_none() {
            self.limit = self.top;
        }
    }

    #[inline]
    pub(super) fn is_marked(&self, at: usize) -> bool {
        self.mem[self.map + at / 64] >> (at % 64) & 1 != 0
    }

    #[inline]
    fn set_marks(&mut self, at: usize, words: usize) {
        let bit = at % 64;
        if bit + words < 64 {
            // Nearly always.
            self.mem[self.map + at / 64] |= ((1u64 << words) - 1) << bit;
            return;
        }
        self.set_many_marks(at, words);
    }

    #[inline(never)]
    fn set_many_marks(&mut self, at: usize, words: usize) {
        let (mut first, end) = (at, at + words);
        while first < end {
            let bit = first % 64;
            let n = (64 - bit).min(end - first);
            let mask = if n == 64 { u64::MAX } else { ((1u64 << n) - 1) << bit };
            self.mem[self.map + first / 64] |= mask;
            first += n;
        }
    }

    fn mark_all(&mut self, hard: bool) {
        let mut pile = Pile { next: self.top, full: false };
        let library = if hard { self.root(Root::Frozen) } else { Value::NULL };
        let functions = if library.is_object() { self.field(library, 3) } else { Value::NULL };
        for table in [library, functions] {
            if table.is_object() {
                self.set_marks(table.offset(), self.size(table));
            }
        }
        for i in 0..ROOTS {
            if !WEAK.iter().any(|&root| root as usize == i) {
                self.mark(self.roots[i], &mut pile);
            }
        }
        for i in 0..HELD {
            if i < self.held_count {
                self.mark(self.held[i], &mut pile);
            }
        }
        for i in 0..self.tail.len() {
            self.mark(self.tail[i], &mut pile);
        }
        // The tables of weak references live, what they refer to need not.
        for root in WEAK {
            let table = self.root(root);
            if table.is_object() && !self.is_marked(table.offset()) {
                self.set_marks(table.offset(), self.size(table));
            }
        }
        self.drain(&mut pile);
        let mut frame = self.floor;
        while frame < self.map {
            let words = (self.mem[frame] >> 32) as usize;
            if words < FRAME_RAW {
                break;
            }
            for i in frame + FRAME_RAW..(frame + words).min(self.map) {
                self.mark(Value(self.mem[i]), &mut pile);
            }
            self.drain(&mut pile);
            frame += words;
        }
        self.mark_again(functions, &mut pile);
        if functions.is_object() {
            self.forget_functions(library, functions, &mut pile);
        }
    }

    /// As long as the mark stack was too small: goes over the heap for what is marked.
    fn mark_again(&mut self, functions: Value, pile: &mut Pile) {
        let [names, ids, classes] = WEAK.map(|root| self.root(root));
        let weak = [names, ids, classes, functions];
        while pile.full {
            pile.full = false;
            let mut at = 1;
            while at < self.top {
                let words = size(self.mem[at]);
                if self.is_marked(at) && !weak.contains(&Value::object(at as u32)) {
                    self.scan(at, pile);
                    self.drain(pile);
                }
                at += words;
            }
        }
    }

    /// Takes functions that are not marked off the table of the frozen library; all else that is in it lives.
    fn forget_functions(&mut self, library: Value, functions: Value, pile: &mut Pile) {
        let used = self.dict_used(library);
        for entry in 0..used {
            if !self.is_kind(self.entry_value(library, entry), Kind::Function) {
                self.mark(self.entry_value(library, entry), pile);
                self.drain(pile);
            }
        }
        self.mark_again(functions, pile);
        // From the end: what is removed there may shorten the table.
        for entry in (0..used).rev() {
            let (key, value) = (self.entry_key(library, entry), self.entry_value(library, entry));
            if self.is_kind(value, Kind::Function) && !self.is_marked(value.offset()) {
                self.remove_entry(library, entry);
            } else {
                // Keys are strings: nothing behind them is left to mark.
                self.mark(key, pile);
            }
        }
    }

    #[inline]
    fn mark(&mut self, value: Value, pile: &mut Pile) {
        if value.is_object() {
            self.mark_at(value.offset(), pile);
        }
    }

    #[inline(never)]
    fn mark_at(&mut self, at: usize, pile: &mut Pile) {
        self.mark_here(at, pile);
    }

    /// [`Heap::mark_at`] for the loop over the values of an object: there a call would be a third of the work.
    #[inline(always)]
    fn mark_here(&mut self, at: usize, pile: &mut Pile) {
        if at >= self.top || self.is_marked(at) {
            return;
        }
        let head = self.mem[at];
        self.set_marks(at, size(head));
        if is_leaf(head) || self.is_plain_tuple(at, head) {
            return;
        }
        if pile.next < self.floor {
            self.mem[pile.next] = at as u64;
            pile.next += 1;
        } else {
            pile.full = true;
        }
    }

    /// Is it a tuple of at most three items that refers to nothing? That is found out sooner than it is piled and scanned.
    #[inline(always)]
    fn is_plain_tuple(&self, at: usize, head: u64) -> bool {
        let items = (high(head) as usize).wrapping_sub(1);
        cfg!(target_pointer_width = "64")
            && kind_byte(head) == Kind::Tuple as u8
            && items <= 3
            && self.mem[at + 1..at + 1 + items].iter().all(|&word| !Value(word).is_object())
    }

    fn drain(&mut self, pile: &mut Pile) {
        while pile.next > self.top {
            pile.next -= 1;
            let at = self.mem[pile.next] as usize;
            self.scan(at, pile);
        }
    }

    fn scan(&mut self, at: usize, pile: &mut Pile) {
        let head = self.mem[at];
        let (start, end) = self.value_words(at);
        for i in start..end {
            let value = Value(self.mem[i]);
            if value.is_object() {
                self.mark_here(value.offset(), pile);
            }
        }
        if kind_byte(head) == Kind::Instance as u8 {
            self.mark_at(high(head) as usize, pile);
        } else if kind_byte(head) == Kind::Code as u8 {
            let caches = code::cache_words(self.mem, at);
            for i in caches.step_by(code::CACHE_WORDS) {
                self.mark(Value(self.mem[i]), pile);
                let key = (self.mem[i + 1] >> 32) as usize;
                if key != 0 {
                    self.mark_at(key, pile);
                }
                self.mark(Value(self.mem[i + 2]), pile);
            }
        }
    }

    /// First and last + 1 of the words of an object that are plain values.
    pub(crate) fn value_words(&self, at: usize) -> (usize, usize) {
        let head = self.mem[at];
        let end = at + size(head);
        let first = FIRST_VALUE[kind_byte(head) as usize & 31] as usize;
        if first != 0 { ((at + first).min(end), end) } else { self.some_value_words(at, head, end) }
    }

    /// The same for kinds whose values do not go on to the end.
    #[inline(never)]
    fn some_value_words(&self, at: usize, head: u64, end: usize) -> (usize, usize) {
        match Kind::from_byte(kind_byte(head)) {
            Some(Kind::Table) => {
                let values = self.mem[at + 1] as u32 as usize * aux(head) as usize;
                (at + 2, (at + 2 + values).min(end))
            }
            Some(Kind::Str) if is_grown(head) => ((at + 2).min(end), (at + GROWN_WORDS).min(end)),
            Some(Kind::Code) => code::value_words(self.mem, at),
            _ => (end, end),
        }
    }

    /// Drops dead strings from the table of interned ones and dead objects from the table of ids.
    fn forget_dead(&mut self) {
        let ids = self.root(Root::Ids);
        if ids.is_object() {
            for i in (1..self.size(ids)).step_by(2) {
                let value = self.field(ids, i);
                if value.is_object() && !self.is_marked(value.offset()) {
                    self.set_field(ids, i, Value::NULL);
                }
            }
        }
        let names = self.root(Root::Interned);
        if names.is_object() {
            for i in 1..self.size(names) {
                let value = self.field(names, i);
                if value.is_object() && !self.is_marked(value.offset()) {
                    self.set_field(names, i, Value::DELETED);
                }
            }
        }
        self.forget_dead_classes();
    }

    /// Running counts of living words before each group.
    fn count(&mut self, groups: usize, used: usize) {
        let counts = self.map + groups;
        let mut sum = 1u32;
        let used = used.min(groups);
        self.still = 0;
        for group in 0..used {
            let word = &mut self.mem[counts + group / 2];
            if group % 2 == 0 {
                *word = *word & !0xFFFF_FFFF | sum as u64;
            } else {
                *word = *word & 0xFFFF_FFFF | (sum as u64) << 32;
            }
            // Word 0 is of no object.
            let bits = self.mem[self.map + group];
            let full = bits | (group == 0) as u64;
            if !NARROW && self.still == group * 64 {
                self.still += full.trailing_ones() as usize;
            }
            sum += bits.count_ones();
        }
    }

    /// Where the living object at `at` will be.
    #[inline]
    fn target(&self, at: usize) -> usize {
        let group = at / 64;
        let counts = self.map + self.words().div_ceil(64);
        let pair = self.mem[counts + group / 2];
        let before = if group % 2 == 0 { pair as u32 } else { (pair >> 32) as u32 };
        let below = self.mem[self.map + group] & ((1u64 << (at % 64)) - 1);
        before as usize + below.count_ones() as usize
    }

    #[inline]
    fn moved(&self, value: Value, shift: usize) -> Value {
        if value.is_object() && value.offset() < self.top {
            let at = value.offset();
            // No gap before it: most of what lives long.
            let target = if !NARROW && at < self.still { at } else { self.target(at) };
            Value::object((target + shift) as u32)
        } else {
            value
        }
    }

    fn update_roots(&mut self, shift: usize) {
        for i in 0..ROOTS {
            self.roots[i] = self.moved(self.roots[i], shift);
        }
        for i in 0..self.held_count.min(HELD) {
            self.held[i] = self.moved(self.held[i], shift);
        }
        for i in 0..self.tail.len() {
            self.tail[i] = self.moved(self.tail[i], shift);
        }
        let mut frame = self.floor;
        while frame < self.map {
            let words = (self.mem[frame] >> 32) as usize;
            if words < FRAME_RAW {
                break;
            }
            for i in frame + FRAME_RAW..(frame + words).min(self.map) {
                self.mem[i] = self.moved(Value(self.mem[i]), shift).0;
            }
            frame += words;
        }
    }

    /// Updates all references inside living objects and moves the objects down; then everything up by `shift`.
    fn slide(&mut self, shift: usize) {
        let top = self.top;
        let mut next = 1;
        let mut at = self.next_marked(1);
        // Neighbours move together.
        let mut run = at;
        while at < top {
            let head = self.mem[at];
            let words = size(head);
            if !is_leaf(head) {
                self.update_references(at, head, shift);
            }
            let end = at + words;
            at = self.next_marked(end);
            if at != end || at >= top {
                if next != run {
                    self.mem.copy_within(run..end, next);
                }
                next += end - run;
                run = at;
            }
        }
        if shift != 0 {
            self.mem.copy_within(1..next, 1 + shift);
            self.mem[1] = super::header::header(Kind::Filler, 0, 0, 1);
            next += shift;
        }
        self.top = next;
    }

    /// Lets an object refer to where everything will be.
    fn update_references(&mut self, at: usize, head: u64, shift: usize) {
        let (start, end) = self.value_words(at);
        if kind_byte(head) == Kind::Code as u8 {
            for i in code::cache_words(self.mem, at).step_by(code::CACHE_WORDS) {
                self.mem[i] = self.moved(Value(self.mem[i]), shift).0;
                let key = self.mem[i + 1];
                if key >> 32 != 0 {
                    let place = self.target((key >> 32) as usize) + shift;
                    self.mem[i + 1] = key & 0xFFFF_FFFF | (place as u64) << 32;
                }
                self.mem[i + 2] = self.moved(Value(self.mem[i + 2]), shift).0;
            }
        } else if kind_byte(head) == Kind::Instance as u8 {
            let shape = self.target(high(head) as usize) + shift;
            self.mem[at] = head & 0xFFFF_FFFF | (shape as u64) << 32;
        }
        for i in start..end {
            self.mem[i] = self.moved(Value(self.mem[i]), shift).0;
        }
    }

    /// First marked word at or after `at`, or `top`.
    fn next_marked(&self, at: usize) -> usize {
        let mut group = at / 64;
        let mut bits = self.mem[self.map + group] & (u64::MAX << (at % 64));
        let last = self.top / 64;
        loop {
            if bits != 0 {
                return group * 64 + bits.trailing_zeros() as usize;
            }
            group += 1;
            if group > last {
                return self.top;
            }
            bits = self.mem[self.map + group];
        }
    }
}

/// Where the values of an object begin that go on to its end, by kind; 0 for other kinds.
const FIRST_VALUE: [u8; 32] = {
    let mut first = [0; 32];
    let mut byte = 0;
    while byte < 32 {
        if let Some(kind) = Kind::from_byte(byte) {
            if let Some(raw) = kind.raw_words() {
                first[byte as usize] = 1 + raw as u8;
            }
        }
        byte += 1;
    }
    first
};

/// Kinds without references, a bit each: those that have neither values up to their end nor a layout of their own.
const LEAVES: u64 = {
    let mut leaves = 0;
    let mut byte = 0;
    while byte < 32 {
        if Kind::from_byte(byte).is_some() && FIRST_VALUE[byte as usize] == 0 {
            leaves |= 1 << byte;
        }
        byte += 1;
    }
    leaves & !(1 << Kind::Table as u8 | 1 << Kind::Code as u8)
};

/// Does an object with that header refer to no other?
#[inline]
fn is_leaf(head: u64) -> bool {
    LEAVES >> (kind_byte(head) & 63) & 1 != 0 && !is_grown(head)
}

/// The mark stack.
struct Pile {
    next: usize,
    full: bool,
}
