//! `dict` and sets: compact, in order of insertion.
//!
//! The object: `[live u32, id u32] [used u32, stamp u32] table`. The table: `[entries u32, buckets u32]`, then the entries
//! (key and value for dicts, aux 2; key only for sets, aux 1), then the buckets, one word each: `hash u32, entry + 1`.
//! A bucket keeps the hash, so growing needs no hash again. Deleted entries hold the deleted marker until the next growth.
//! The stamp of a namespace changes with its set of keys; 0 means that nobody watches.

use crate::hash::{hash_few, hash_word, join, unhash_word};
use crate::heap::header::header;
use crate::heap::{Heap, Kind, OutOfMemory};
use crate::object::equal::{TupleHash, visible_small};
use crate::value::{NARROW, Value};

/// Words of a dict or set without its table.
pub const DICT_WORDS: usize = 4;
/// Flag of a dict inside an OrderedDict: messages and views name that.
pub(crate) const ORDERED: u8 = 1;
const EMPTY: u64 = 0;

/// Words of a table with that many buckets.
pub(crate) const fn table_words(buckets: usize, stride: usize) -> usize {
    2 + entries_for(buckets) * stride + buckets
}

const fn entries_for(buckets: usize) -> usize {
    if buckets <= 8 { buckets * 5 / 8 } else { buckets * 2 / 3 }
}

const fn buckets_for(entries: usize) -> usize {
    let mut buckets = 8;
    while entries_for(buckets) < entries {
        buckets *= 2;
    }
    buckets
}

/// Words of a dict (stride 2) or set (stride 1) with that many entries, table included.
pub const fn dict_words(entries: usize, stride: usize) -> usize {
    DICT_WORDS + if entries == 0 { 0 } else { table_words(buckets_for(entries), stride) }
}

/// What looking for a key gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The entry with that index.
    Found(usize),
    /// Not there.
    Missing,
    /// Same hash, but only Python code can say whether entry `entry` is equal; go on with [`Heap::find_next`] from `bucket`.
    Ask {
        /// Index of the entry to compare.
        entry: usize,
        /// Where to go on when it is not equal.
        bucket: usize,
    },
}

impl Heap<'_> {
    /// An empty dict, reserved before ([`DICT_WORDS`]).
    pub fn alloc_dict(&mut self) -> Value {
        Value::object(self.alloc_values(Kind::Dict, 0, 2, 1, Value::NULL) as u32)
    }

    /// An empty set or frozenset, reserved before ([`DICT_WORDS`]).
    pub fn alloc_set(&mut self, kind: Kind) -> Value {
        Value::object(self.alloc_values(kind, 0, 2, 1, Value::NULL) as u32)
    }

    /// Reserves and makes an empty dict.
    pub fn new_dict(&mut self) -> Result<Value, OutOfMemory> {
        self.reserve(DICT_WORDS)?;
        Ok(self.alloc_dict())
    }

    /// Number of entries.
    #[inline]
    pub fn dict_len(&self, dict: Value) -> usize {
        self.len_word(dict)
    }

    /// Entries ever used, deleted ones included: the range of entry indices.
    #[inline]
    pub fn dict_used(&self, dict: Value) -> usize {
        self.word(dict, 2) as u32 as usize
    }

    fn set_dict_used(&mut self, dict: Value, used: usize) {
        let word = self.word(dict, 2) & !0xFFFF_FFFF | used as u64;
        self.set_word(dict, 2, word);
    }

    /// The stamp of the keys, given out when first asked.
    pub(crate) fn watch(&mut self, dict: Value) -> u32 {
        let word = self.word(dict, 2);
        if word >> 32 != 0 {
            return (word >> 32) as u32;
        }
        let stamp = self.new_stamp();
        self.set_word(dict, 2, word | (stamp as u64) << 32);
        stamp
    }

    /// The stamp of the keys, 0 when nobody watches.
    #[inline]
    pub(crate) fn stamp(&self, dict: Value) -> u32 {
        (self.word(dict, 2) >> 32) as u32
    }

    fn keys_changed(&mut self, dict: Value) {
        let word = self.word(dict, 2);
        if word >> 32 != 0 {
            let stamp = self.new_stamp();
            self.set_word(dict, 2, word & 0xFFFF_FFFF | (stamp as u64) << 32);
        }
    }

    #[inline]
    fn stride(&self, table: Value) -> usize {
        self.aux(table) as usize
    }

    #[inline]
    fn dict_stride(&self, dict: Value) -> usize {
        if self.is_kind(dict, Kind::Dict) { 2 } else { 1 }
    }

    /// Key of an entry, the deleted marker for deleted ones.
    #[inline]
    pub fn entry_key(&self, dict: Value, entry: usize) -> Value {
        let table = self.field(dict, 3);
        let stride = self.stride(table);
        self.field(table, 2 + entry * stride)
    }

    /// Value of an entry of a dict.
    #[inline]
    pub fn entry_value(&self, dict: Value, entry: usize) -> Value {
        let table = self.field(dict, 3);
        self.field(table, 3 + entry * 2)
    }

    /// Sets the value of an entry of a dict.
    #[inline]
    pub fn set_entry_value(&mut self, dict: Value, entry: usize, value: Value) {
        let table = self.field(dict, 3);
        self.set_field(table, 3 + entry * 2, value);
    }

    /// First living entry at or after that index.
    #[inline]
    pub fn next_entry(&self, dict: Value, mut entry: usize) -> Option<usize> {
        let used = self.dict_used(dict);
        while entry < used {
            if self.entry_key(dict, entry).0 != Value::DELETED.0 {
                return Some(entry);
            }
            entry += 1;
        }
        None
    }

    /// Looks for a key with that table hash.
    #[inline]
    pub fn find(&self, dict: Value, key: Value, hash: u32) -> Lookup {
        let table = self.field(dict, 3);
        if !table.is_object() {
            return Lookup::Missing;
        }
        let at = table.offset();
        let sizes = self.mem[at + 1];
        let mask = (sizes >> 32) as usize - 1;
        self.find_next(dict, key, hash, hash as usize & mask)
    }

    /// Goes on looking from a bucket.
    pub fn find_next(&self, dict: Value, key: Value, hash: u32, bucket: usize) -> Lookup {
        self.find_within(dict, key, hash, bucket, |found, key| self.quick_eq(found, key, 0))
    }

    /// Looks from the first bucket on with an equality of the caller's.
    pub(crate) fn find_by(
        &self,
        dict: Value,
        key: Value,
        hash: u32,
        equal: impl FnMut(Value, Value) -> Option<bool>,
    ) -> Lookup {
        let table = self.field(dict, 3);
        if !table.is_object() {
            return Lookup::Missing;
        }
        let mask = (self.mem[table.offset() + 1] >> 32) as usize - 1;
        self.find_within(dict, key, hash, hash as usize & mask, equal)
    }

    #[inline]
    fn find_within(
        &self,
        dict: Value,
        key: Value,
        hash: u32,
        mut bucket: usize,
        mut equal: impl FnMut(Value, Value) -> Option<bool>,
    ) -> Lookup {
        let table = self.field(dict, 3);
        let at = table.offset();
        let sizes = self.mem[at + 1];
        let stride = self.stride(table);
        let buckets = (sizes >> 32) as usize;
        let mask = buckets - 1;
        let first = at + 2 + sizes as u32 as usize * stride;
        for _ in 0..buckets {
            let word = self.mem[first + bucket];
            if word == EMPTY {
                return Lookup::Missing;
            }
            if (word >> 32) as u32 == hash {
                let entry = (word as u32 - 1) as usize;
                let found = Value(self.mem[at + 2 + entry * stride]);
                if found == key {
                    return Lookup::Found(entry);
                }
                match equal(found, key) {
                    Some(true) => return Lookup::Found(entry),
                    Some(false) => {}
                    None => return Lookup::Ask { entry, bucket: (bucket + 1) & mask },
                }
            }
            bucket = (bucket + 1) & mask;
        }
        Lookup::Missing
    }

    /// Looks for a string key; cannot need Python.
    #[inline]
    pub fn find_str(&mut self, dict: Value, key: Value) -> Option<usize> {
        let hash = self.str_table_hash(key);
        match self.find(dict, key, hash) {
            Lookup::Found(entry) => Some(entry),
            _ => None,
        }
    }

    /// Value at a string key.
    #[inline]
    pub fn get_str(&mut self, dict: Value, key: Value) -> Option<Value> {
        self.find_str(dict, key).map(|entry| self.entry_value(dict, entry))
    }

    /// Adds an entry that is known to be missing. May reserve and move; gives dict, key and value as they are then.
    pub fn insert_new(
        &mut self,
        dict: Value,
        key: Value,
        value: Value,
        hash: u32,
    ) -> Result<(Value, Value, Value), OutOfMemory> {
        let (mut dict, mut key, mut value) = (dict, key, value);
        let table = self.field(dict, 3);
        let capacity = if table.is_object() { self.word(table, 1) as u32 as usize } else { 0 };
        if self.dict_used(dict) >= capacity {
            let mark = self.held_mark();
            let (k, v) = (self.hold(key), self.hold(value));
            let grown = self.dict_reserve(dict, self.dict_len(dict) + 1);
            key = self.held(k);
            value = self.held(v);
            self.release_to(mark);
            dict = grown?;
        }
        let entry = self.dict_used(dict);
        let table = self.field(dict, 3);
        let stride = self.stride(table);
        self.set_field(table, 2 + entry * stride, key);
        if stride == 2 {
            self.set_field(table, 3 + entry * 2, value);
        }
        self.enter(table, hash, entry);
        self.set_dict_used(dict, entry + 1);
        let live = self.dict_len(dict) + 1;
        self.set_len_word(dict, live);
        self.keys_changed(dict);
        Ok((dict, key, value))
    }

    fn enter(&mut self, table: Value, hash: u32, entry: usize) {
        let at = table.offset();
        let sizes = self.mem[at + 1];
        let mask = (sizes >> 32) as usize - 1;
        let first = at + 2 + sizes as u32 as usize * self.stride(table);
        let mut bucket = hash as usize & mask;
        while self.mem[first + bucket] != EMPTY {
            bucket = (bucket + 1) & mask;
        }
        self.mem[first + bucket] = (hash as u64) << 32 | (entry as u64 + 1);
    }

    /// Makes room for that many living entries in all, closing gaps of deleted ones. May reserve and move.
    pub fn dict_reserve(&mut self, dict: Value, live: usize) -> Result<Value, OutOfMemory> {
        let stride = self.dict_stride(dict);
        let old_live = self.dict_len(dict);
        // Twice the living entries for dicts that grow, so that growing is rare.
        let wanted = if live > old_live && old_live >= 5 { old_live * 2 + 1 } else { live };
        let buckets = buckets_for(wanted.max(live));
        let place = self.hold(dict);
        let room = self.reserve(table_words(buckets, stride));
        let dict = self.held(place);
        self.release(place);
        room?;
        let entries = entries_for(buckets);
        let words = table_words(buckets, stride);
        let at = self.take(words);
        self.mem[at] = header(Kind::Table, 0, stride as u16, words as u32);
        self.mem[at + 1] = entries as u64 | (buckets as u64) << 32;
        let (first, mask) = (at + 2 + entries * stride, buckets - 1);
        self.mem[first..at + words].fill(EMPTY);
        let new = Value::object(at as u32);
        let old = self.field(dict, 3);
        let mut next = 0;
        if old.is_object() {
            let used = self.dict_used(dict);
            let old_at = old.offset();
            let sizes = self.mem[old_at + 1];
            let old_first = old_at + 2 + sizes as u32 as usize * stride;
            let old_buckets = (sizes >> 32) as usize;
            // Where text is scarce there is one way to copy.
            let gaps = NARROW || used != old_live;
            if gaps {
                // Entries move together; where each went is kept in the key of the old table.
                for entry in 0..used {
                    let from = old_at + 2 + entry * stride;
                    if self.mem[from] == Value::DELETED.0 {
                        continue;
                    }
                    for k in 0..stride {
                        self.mem[at + 2 + next * stride + k] = self.mem[from + k];
                    }
                    self.mem[from] = Value::int(next as i64).0;
                    next += 1;
                }
            } else {
                self.mem.copy_within(old_at + 2..old_at + 2 + used * stride, at + 2);
                next = used;
            }
            for bucket in old_first..old_first + old_buckets {
                let mut word = self.mem[bucket];
                if word == EMPTY {
                    continue;
                }
                if gaps {
                    let entry = (word as u32 - 1) as usize;
                    let now = Value(self.mem[old_at + 2 + entry * stride]).raw_int() as u64;
                    word = word & !0xFFFF_FFFF | (now + 1);
                }
                let mut place = (word >> 32) as usize & mask;
                while self.mem[first + place] != EMPTY {
                    place = (place + 1) & mask;
                }
                self.mem[first + place] = word;
            }
            self.set_dict_used(dict, next);
        }
        self.mem[at + 2 + next * stride..first].fill(Value::NULL.0);
        self.set_field(dict, 3, new);
        Ok(dict)
    }

    /// Removes an entry.
    pub fn remove_entry(&mut self, dict: Value, entry: usize) {
        let table = self.field(dict, 3);
        let at = table.offset();
        let stride = self.stride(table);
        let sizes = self.mem[at + 1];
        let buckets = (sizes >> 32) as usize;
        let first = at + 2 + sizes as u32 as usize * stride;
        let mask = buckets - 1;
        // The bucket is found by the entry's number: the hash is not kept anywhere else.
        let hash = self.hash_of_entry(dict, entry);
        let mut hole = hash as usize & mask;
        for _ in 0..buckets {
            if self.mem[first + hole] as u32 as usize == entry + 1 {
                break;
            }
            hole = (hole + 1) & mask;
        }
        // Those behind it move up, as far as their own place in the row allows: no marks of deleted ones are left to pass.
        let mut next = (hole + 1) & mask;
        for _ in 0..buckets {
            let word = self.mem[first + next];
            if word == EMPTY {
                break;
            }
            let home = (word >> 32) as usize & mask;
            if next.wrapping_sub(home) & mask >= next.wrapping_sub(hole) & mask {
                self.mem[first + hole] = word;
                hole = next;
            }
            next = (next + 1) & mask;
        }
        self.mem[first + hole] = EMPTY;
        self.mem[at + 2 + entry * stride] = Value::DELETED.0;
        if stride == 2 {
            self.mem[at + 3 + entry * 2] = Value::NONE.0;
        }
        let live = self.dict_len(dict) - 1;
        self.set_len_word(dict, live);
        if live == 0 {
            // Nothing left: start again from the first entry.
            self.mem[first..first + buckets].fill(EMPTY);
            self.set_dict_used(dict, 0);
        } else if entry + 1 == self.dict_used(dict) {
            let mut used = entry;
            while used > 0 && self.mem[at + 2 + (used - 1) * stride] == Value::DELETED.0 {
                used -= 1;
            }
            self.set_dict_used(dict, used);
        }
        self.keys_changed(dict);
    }

    /// Hash of an entry: computed where that is cheap, else looked up among the buckets.
    fn hash_of_entry(&mut self, dict: Value, entry: usize) -> u32 {
        let key = self.entry_key(dict, entry);
        self.table_hash(key).unwrap_or_else(|_| self.entry_hash(dict, entry))
    }

    /// Table hash of a living entry, from its bucket.
    pub fn entry_hash(&self, dict: Value, entry: usize) -> u32 {
        let table = self.field(dict, 3);
        let at = table.offset();
        let sizes = self.mem[at + 1];
        let first = at + 2 + sizes as u32 as usize * self.stride(table);
        for bucket in 0..(sizes >> 32) as usize {
            let word = self.mem[first + bucket];
            if word as u32 as usize == entry + 1 {
                return (word >> 32) as u32;
            }
        }
        0
    }

    /// Number of buckets.
    pub(crate) fn dict_buckets(&self, dict: Value) -> usize {
        let table = self.field(dict, 3);
        if table.is_object() { (self.mem[table.offset() + 1] >> 32) as usize } else { 0 }
    }

    /// Entry and table hash in a bucket below [`Heap::dict_buckets`], if it holds one.
    pub(crate) fn dict_bucket(&self, dict: Value, bucket: usize) -> Option<(usize, u32)> {
        let table = self.field(dict, 3);
        let at = table.offset();
        let first = at + 2 + self.mem[at + 1] as u32 as usize * self.stride(table);
        match self.mem[first + bucket] {
            EMPTY => None,
            word => Some(((word as u32 - 1) as usize, (word >> 32) as u32)),
        }
    }

    /// Empties a dict or set.
    pub fn dict_clear(&mut self, dict: Value) {
        self.set_field(dict, 3, Value::NULL);
        self.set_dict_used(dict, 0);
        self.set_len_word(dict, 0);
        self.keys_changed(dict);
    }

    /// [`place`] for a dict or set, with the entry instead of its word.
    #[inline]
    pub(crate) fn find_place(&self, dict: Value, key: Value) -> Place {
        match place(self.mem, dict.offset(), key) {
            Place::At(at) => {
                let table = self.field(dict, 3);
                let entry = at as usize - table.offset() - 2;
                Place::At(if self.stride(table) == 2 { entry / 2 } else { entry } as u32)
            }
            other => other,
        }
    }

    /// Sets a string key. May reserve and move; gives dict and value as they are then.
    pub fn set_str(&mut self, dict: Value, key: Value, value: Value) -> Result<(Value, Value), OutOfMemory> {
        let hash = self.str_table_hash(key);
        if let Lookup::Found(entry) = self.find(dict, key, hash) {
            self.set_entry_value(dict, entry, value);
            return Ok((dict, value));
        }
        let (dict, _, value) = self.insert_new(dict, key, value, hash)?;
        Ok((dict, value))
    }

    /// Removes a string key; false when it was not there.
    pub fn remove_str(&mut self, dict: Value, key: Value) -> bool {
        match self.find_str(dict, key) {
            Some(entry) => {
                self.remove_entry(dict, entry);
                true
            }
            None => false,
        }
    }

    /// Copies a dict, set or frozenset into a new one of that kind. May reserve and move.
    pub fn dict_copy(&mut self, dict: Value, kind: Kind) -> Result<Value, OutOfMemory> {
        let stride = self.dict_stride(dict);
        let table = self.field(dict, 3);
        let words = DICT_WORDS + if table.is_object() { self.size(table) } else { 0 };
        let place = self.hold(dict);
        let room = self.reserve(words);
        let dict = self.held(place);
        self.release(place);
        room?;
        let copy = Value::object(self.alloc_values(kind, 0, 2, 1, Value::NULL) as u32);
        debug_assert_eq!(stride, self.dict_stride(copy));
        let table = self.field(dict, 3);
        if table.is_object() {
            let n = self.size(table);
            let at = self.take(n);
            let from = table.offset();
            self.mem.copy_within(from..from + n, at);
            self.set_field(copy, 3, Value::object(at as u32));
        }
        let live = self.dict_len(dict);
        self.set_len_word(copy, live);
        let used = self.dict_used(dict);
        self.set_dict_used(copy, used);
        Ok(copy)
    }

    /// Moves all entries of a dict or set to another of the same kind of table; what that one had is let go.
    pub fn take_table(&mut self, from: Value, to: Value) {
        let (table, live, used) = (self.field(from, 3), self.dict_len(from), self.dict_used(from));
        self.set_field(to, 3, table);
        self.set_len_word(to, live);
        self.set_dict_used(to, used);
        self.keys_changed(to);
        self.dict_clear(from);
    }

    /// Table hash of a string: that of its visible hash.
    #[inline]
    pub fn str_table_hash(&mut self, key: Value) -> u32 {
        self.str_hash(key)
    }
}

/// Joins table hashes, for tuples.
pub fn joined(h: u32, item: u32) -> u32 {
    join(h, item)
}

/// Where a key stands, as far as that can be said without Python code and without changing an object. Of two halves as wide as
/// each other, so that it travels in two registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The word of the block where it stands; in a dict the value is the next word.
    At(u32),
    /// Not there. Its table hash.
    Missing(u32),
    /// This way does not tell: ask the general one.
    Unknown,
}

/// Longest tuple that [`place`] looks at.
const SHORT_TUPLE: usize = 8;

/// Looks for a key in the dict or set at that word, for the loop and for natives: ints, strings whose hash is known, short
/// tuples of these. What it calls, it calls last: then no register has to be kept.
#[inline(never)]
pub(crate) fn place(mem: &[u64], dict: usize, key: Value) -> Place {
    let mut known = 0;
    if key.is_object() {
        known = match mem.get(key.offset()..key.offset() + 2) {
            Some(head) if head[0] as u8 == Kind::Str as u8 && head[1] >> 32 != 0 => (head[1] >> 32) as u32,
            #[cfg(target_pointer_width = "64")]
            Some(head) if head[0] as u8 == Kind::Tuple as u8 => return place_tuple(mem, dict, key),
            // Where text is scarce there is one loop over buckets.
            #[cfg(not(target_pointer_width = "64"))]
            Some(head) if head[0] as u8 == Kind::Tuple as u8 => match short_tuple_hash(mem, key) {
                Some(hash) => hash,
                None => return Place::Unknown,
            },
            _ => return Place::Unknown,
        };
    }
    if let Some(at) = place_of_few(mem, dict, key) {
        return Place::At(at as u32);
    }
    let hash = if known != 0 {
        known
    } else if key.is_int() {
        hash_word(visible_small(key.raw_int()) as u64)
    } else {
        match inline_str_hash(key) {
            Some(hash) => hash,
            None => return Place::Unknown,
        }
    };
    probe(mem, dict, key, hash, |found| is_same(mem, found, key))
}

/// Sizes of the smallest table.
const SMALLEST: u64 = (8 << 32) | entries_for(8) as u64;

/// Where that very key stands in a dict with the smallest table: it has so few entries that all are looked at in less time than
/// a hash takes. What is no living entry is no key.
#[inline(always)]
fn place_of_few(mem: &[u64], dict: usize, key: Value) -> Option<usize> {
    let table = Value(*mem.get(dict + 3)?);
    if !table.is_object() {
        return None;
    }
    let at = table.offset();
    match *mem.get(at..at + 11)? {
        [head, SMALLEST, a, _, b, _, c, _, d, _, e] if crate::heap::header::aux(head) == 2 => {
            let key = key.0;
            Some(match () {
                _ if a == key => at + 2,
                _ if b == key => at + 4,
                _ if c == key => at + 6,
                _ if d == key => at + 8,
                _ if e == key => at + 10,
                _ => return None,
            })
        }
        _ => None,
    }
}

/// [`place`] for a tuple.
#[cfg(target_pointer_width = "64")]
#[inline(never)]
fn place_tuple(mem: &[u64], dict: usize, key: Value) -> Place {
    if let Some(place) = place_pair(mem, dict, key) {
        return place;
    }
    match short_tuple_hash(mem, key) {
        Some(hash) => probe(mem, dict, key, hash, |found| is_same(mem, found, key)),
        None => Place::Unknown,
    }
}

/// [`place`] for a tuple of two ints, the usual place in a grid; None for others.
#[cfg(target_pointer_width = "64")]
#[inline(always)]
fn place_pair(mem: &[u64], dict: usize, key: Value) -> Option<Place> {
    let &[head, a, b] = mem.get(key.offset()..key.offset() + 3)? else { return None };
    if head >> 32 != 3 || !Value(a & b).is_int() {
        return None;
    }
    let mut hash = TupleHash::new();
    hash.add(visible_small(Value(a).raw_int()));
    hash.add(visible_small(Value(b).raw_int()));
    let hash = hash_word(hash.finish() as u64);
    Some(probe(mem, dict, key, hash, |found| {
        let found = if found.is_object() { mem.get(found.offset()..found.offset() + 3) } else { None };
        found.is_some_and(|found| {
            found[0] as u8 == Kind::Tuple as u8 && found[0] >> 32 == 3 && found[1] == a && found[2] == b
        })
    }))
}

/// Looks for a key with that table hash in the dict or set at that word.
#[inline(always)]
fn probe(mem: &[u64], dict: usize, key: Value, hash: u32, same: impl FnOnce(Value) -> bool) -> Place {
    let table = match mem.get(dict + 3) {
        Some(&word) if Value(word).is_object() => Value(word).offset(),
        _ => return Place::Missing(hash),
    };
    let Some(head) = mem.get(table..table + 2) else { return Place::Unknown };
    let stride = crate::heap::header::aux(head[0]) as usize;
    let mask = ((head[1] >> 32) as usize).wrapping_sub(1);
    let entries = table + 2;
    let first = entries + head[1] as u32 as usize * stride;
    let Some(buckets) = mem.get(first..first + mask + 1) else { return Place::Unknown };
    let mut bucket = hash as usize & mask;
    while let Some(&word) = buckets.get(bucket) {
        if word == EMPTY {
            return Place::Missing(hash);
        }
        if (word >> 32) as u32 == hash {
            let at = entries + (word as u32 as usize - 1) * stride;
            let Some(&found) = mem.get(at) else { break };
            if found == key.0 || same(Value(found)) {
                return Place::At(at as u32);
            }
            break;
        }
        bucket = (bucket + 1) & mask;
    }
    Place::Unknown
}

/// Table hash of a short tuple when no object must be changed for it.
#[inline]
fn short_tuple_hash(mem: &[u64], key: Value) -> Option<u32> {
    let head = *mem.get(key.offset())?;
    let items = mem.get(key.offset() + 1..key.offset() + (head >> 32) as usize)?;
    if items.len() > SHORT_TUPLE {
        return None;
    }
    let mut hash = TupleHash::new();
    for &item in items {
        let item = Value(item);
        hash.add(if item.is_int() { visible_small(item.raw_int()) } else { visible_str(mem, item)? });
    }
    Some(hash_word(hash.finish() as u64))
}

/// Table hash of a string that is no object.
#[inline]
fn inline_str_hash(value: Value) -> Option<u32> {
    if value.is_short_str() {
        let (bytes, n) = (value.0 & 0xFF_FFFF_FFFF, value.0 >> 40 & 7);
        return Some(hash_few(bytes, n as usize));
    }
    if value.is_name() {
        return crate::names::HASH.get(value.payload() as usize).copied();
    }
    None
}

/// Visible hash of a string whose table hash is known.
fn visible_str(mem: &[u64], value: Value) -> Option<i64> {
    if value == Value::EMPTY_STR {
        return Some(0);
    }
    let hash = if value.is_object() {
        let head = mem.get(value.offset()..value.offset() + 2)?;
        match (head[1] >> 32) as u32 {
            hash if hash != 0 && head[0] as u8 == Kind::Str as u8 => hash,
            _ => return None,
        }
    } else {
        inline_str_hash(value)?
    };
    Some(unhash_word(hash) as i64)
}

/// Are they two strings in the block with the same words, or two tuples of items that are the same?
#[inline(never)]
fn is_same(mem: &[u64], a: Value, b: Value) -> bool {
    if !a.is_object() || !b.is_object() {
        return false;
    }
    let (x, y) = (mem[a.offset()], mem[b.offset()]);
    let n = (x >> 32) as usize;
    if x as u8 != y as u8 || n != (y >> 32) as usize {
        return false;
    }
    if x as u8 != Kind::Str as u8 && x as u8 != Kind::Tuple as u8 {
        return false;
    }
    match (mem.get(a.offset() + 1..a.offset() + n), mem.get(b.offset() + 1..b.offset() + n)) {
        (Some(x), Some(y)) => x.iter().zip(y).all(|(x, y)| x == y),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use std::vec;

    #[test]
    fn removed_keys_leave_no_marks_and_all_others_are_found() {
        let mut block = vec![0u64; 1 << 14];
        let mut heap = Heap::new(&mut block).expect("large enough");
        let mut dict = heap.new_dict().expect("room");
        let mut living = [false; 64];
        let mut random = 7u32;
        for _ in 0..20_000 {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let n = (random >> 16) as usize % 64;
            let key = Value::int(n as i64);
            let hash = heap.table_hash(key).expect("an int");
            match heap.find(dict, key, hash) {
                Lookup::Found(entry) => {
                    assert!(living[n]);
                    heap.remove_entry(dict, entry);
                }
                _ => {
                    assert!(!living[n]);
                    dict = heap.insert_new(dict, key, Value::NONE, hash).expect("room").0;
                }
            }
            living[n] = !living[n];
            assert_eq!(heap.dict_len(dict), living.iter().filter(|&&l| l).count());
            let filled =
                (0..heap.dict_buckets(dict)).filter(|&b| heap.dict_bucket(dict, b).is_some()).count();
            assert_eq!(filled, heap.dict_len(dict));
        }
    }
}
