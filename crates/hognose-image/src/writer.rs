//! Making an image in memory of the caller.
//!
//! ```text
//! [ modules, imports | constants | slack | open code objects | free | finished code objects ]
//! ```
//!
//! Constants grow from one end, finished code objects from the other (byte-reversed, so that growing downwards leaves them
//! in order when [`Writer::finish`] turns them round). Code objects are opened and finished like brackets: a nested function
//! is opened while its parent is open, and finished before it. What is written to an open code object is a stream of
//! instructions and notes; finishing it resolves labels and lays out the record. Peak memory is about the size of the image,
//! a byte per constant, and twice the size of the code objects that are open.
//!
//! Adding a constant costs time linear in the number of constants, unless it is one of those used of late.

use crate::isa::{Op, Operand};
use crate::layout::*;
use crate::position::Position;
use crate::stream::Event;
use crate::varint;
use crate::view::Constant;

/// Why a writer could not go on. After an error the image is lost; start again with a new writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// The memory given is used up.
    NoSpace {
        /// Bytes given.
        have: usize,
    },
    /// An item of a tuple or frozenset, or a name, that is not a constant yet.
    NoConstant {
        /// Index given.
        index: u32,
        /// Constants so far.
        count: u32,
    },
    /// A call that needs an open code object.
    NotOpen,
    /// [`Writer::finish`] while this many code objects are open.
    StillOpen {
        /// How many.
        count: u32,
    },
    /// A label that is used but has no place.
    LabelNotPlaced {
        /// Its number.
        label: u32,
    },
    /// A label placed a second time.
    LabelPlacedTwice {
        /// Its number.
        label: u32,
    },
    /// A label that was not made by [`Writer::new_label`] of the open code object.
    NoLabel {
        /// Its number.
        label: u32,
        /// Labels made so far.
        count: u32,
    },
    /// An operand that its kind does not allow.
    Operand {
        /// The instruction.
        op: Op,
        /// The operand.
        value: u32,
    },
    /// A cell variable after a free variable: it would renumber the free ones.
    CellAfterFree,
    /// An exception range that ends before it starts.
    Range {
        /// Where it starts.
        start: u32,
        /// Where it ends.
        end: u32,
    },
    /// A position that ends on a line before its start, or figures of 2^30 and more.
    Position(Position),
    /// More code in one code object than labels can address.
    CodeTooLong {
        /// Most bytes.
        limit: u32,
    },
    /// More bytes than offsets can address.
    ImageTooLong,
    /// A module number outside the modules added.
    NoModule {
        /// Number given.
        index: u32,
        /// Modules there are.
        count: u32,
    },
    /// [`Writer::finish`] with a module whose code was not told.
    ModuleWithoutCode {
        /// Its index.
        index: u32,
    },
}

/// A place in an open code object. Good for that code object only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label(pub(crate) u32);

/// What is known of a code object when it is opened. All but name, module and line may be changed until it is finished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeHead {
    /// Flags, see [`CODE_VARARGS`].
    pub flags: u32,
    /// Constant: name.
    pub name: u32,
    /// Constant: qualified name.
    pub qualname: u32,
    /// Module it belongs to.
    pub module: u32,
    /// Line where its definition starts.
    pub first_line: u32,
    /// Most values on its stack; `None` lets the writer find out.
    pub max_stack: Option<u32>,
    /// Constant: doc string.
    pub doc: Option<u32>,
    /// Positional parameters, the positional-only ones among them.
    pub arg_count: u32,
    /// Positional-only parameters.
    pub posonly_count: u32,
    /// Keyword-only parameters.
    pub kwonly_count: u32,
}

/// An open code object.
#[derive(Clone, Copy, Default)]
pub(crate) struct Open {
    pub head: CodeHead,
    /// Start of its stream, from the start of the open region.
    pub start: u32,
    pub code_len: u32,
    pub labels: u32,
    pub locals: u32,
    pub cells: u32,
    pub frees: u32,
    pub ranges: u32,
    /// Position set last, and whether one is set now.
    pub at: Position,
    pub placed: bool,
}

/// Constants used of late: hash, place among the constants, index. A guess to be verified.
type Recent = [(u32, u32, u32); 64];

/// Makes one image.
pub struct Writer<'a> {
    pub(crate) buf: &'a mut [u8],
    pub(crate) flags: u16,
    pub(crate) meta_end: usize,
    pub(crate) constants_end: usize,
    open_start: usize,
    pub(crate) open_end: usize,
    pub(crate) codes_start: usize,
    modules: u32,
    pub(crate) constants: u32,
    pub(crate) codes: u32,
    pub(crate) depth: u32,
    open: Open,
    staged: usize,
    recent: Recent,
}

/// Kinds of records in the first region.
pub(crate) const META_MODULE: u8 = 0;
pub(crate) const META_IMPORT: u8 = 1;

impl<'a> Writer<'a> {
    /// A writer into `buf`, which is overwritten from both ends.
    pub fn new(buf: &'a mut [u8]) -> Self {
        let len = buf.len();
        Writer {
            buf,
            flags: 0,
            meta_end: 0,
            constants_end: 0,
            open_start: 0,
            open_end: 0,
            codes_start: len,
            modules: 0,
            constants: 0,
            codes: 0,
            depth: 0,
            open: Open::default(),
            staged: 0,
            recent: [(0, u32::MAX, 0); 64],
        }
    }

    /// Leaves out positions. Call it before the first code object.
    pub fn strip(&mut self) {
        self.flags |= FLAG_STRIPPED;
    }

    /// Whether positions are left out.
    pub const fn is_stripped(&self) -> bool {
        self.flags & FLAG_STRIPPED != 0
    }

    /// Modules so far.
    pub const fn module_count(&self) -> u32 {
        self.modules
    }

    /// Constants so far.
    pub const fn constant_count(&self) -> u32 {
        self.constants
    }

    /// Finished code objects so far: the index that the next one to finish gets.
    pub const fn code_count(&self) -> u32 {
        self.codes
    }

    /// Bytes not used yet.
    pub const fn free(&self) -> usize {
        self.codes_start - self.open_end
    }

    // Modules and imports

    /// Adds a module and gives its index; the first is the main one. Its code is told later by [`Writer::set_module_code`].
    pub fn module(&mut self, name: u32, file: u32, is_package: bool, source: Option<u32>) -> Result<u32, WriteError> {
        self.known(name)?;
        self.known(file)?;
        let source = match source {
            Some(index) => self.known(index)? + 1,
            None => 0,
        };
        let flags = if is_package { MODULE_PACKAGE } else { 0 };
        self.meta(META_MODULE, [flags, name, u32::MAX, file, source])?;
        self.modules += 1;
        Ok(self.modules - 1)
    }

    /// Says which code object is the top level of a module.
    pub fn set_module_code(&mut self, module: u32, code: u32) -> Result<(), WriteError> {
        let missing = WriteError::NoModule { index: module, count: self.modules };
        let place = self.find_meta(META_MODULE, |left, _| *left == module).ok_or(missing)?;
        self.put_u32(place + 9, code);
        Ok(())
    }

    /// Adds a name used of a host module; one that is there already is not added again. A name with the hash 0 and name
    /// `None` only says that the module is needed.
    pub fn import(&mut self, module: u32, name: Option<u32>, hash: u32) -> Result<(), WriteError> {
        self.known(module)?;
        let name = match name {
            Some(index) => self.known(index)? + 1,
            None => 0,
        };
        let fields = [module, name, hash, 0, 0];
        if self.find_meta(META_IMPORT, |_, found| found == fields).is_none() {
            self.meta(META_IMPORT, fields)?;
        }
        Ok(())
    }

    fn meta(&mut self, kind: u8, fields: [u32; 5]) -> Result<(), WriteError> {
        self.make_room(META)?;
        // Constants move up; their places in `recent` are counted from the start of the constants.
        self.buf.copy_within(self.meta_end..self.constants_end, self.meta_end + META);
        let place = self.meta_end;
        self.meta_end += META;
        self.constants_end += META;
        if let Some(byte) = self.buf.get_mut(place) {
            *byte = kind;
        }
        for (i, field) in fields.iter().enumerate() {
            self.put_u32(place + 1 + 4 * i, *field);
        }
        Ok(())
    }

    /// Place of the first record of the kind that the test takes; the test gets the number of the record among its kind.
    fn find_meta(&self, kind: u8, mut test: impl FnMut(&u32, [u32; 5]) -> bool) -> Option<usize> {
        let mut number = 0;
        let mut place = 0;
        while place < self.meta_end {
            if self.buf.get(place) == Some(&kind) {
                if test(&number, self.meta_fields(place)) {
                    return Some(place);
                }
                number += 1;
            }
            place += META;
        }
        None
    }

    pub(crate) fn meta_fields(&self, place: usize) -> [u32; 5] {
        core::array::from_fn(|i| self.get_u32(place + 1 + 4 * i))
    }

    // Constants

    /// Index of the constant; adds it when there is no equal one. Equal means the same type and the same bytes: `0`, `0.0`
    /// and `-0.0` are three constants. Items of tuples and frozensets have to be constants already. A big int that fits 64
    /// bits becomes an int.
    pub fn constant(&mut self, constant: &Constant<'_>) -> Result<u32, WriteError> {
        let mut small = [0; 1 + 16];
        let (tag, payload): (u8, &[u8]) = match constant {
            Constant::None => (TAG_NONE, &[]),
            Constant::True => (TAG_TRUE, &[]),
            Constant::False => (TAG_FALSE, &[]),
            Constant::Ellipsis => (TAG_ELLIPSIS, &[]),
            Constant::Int(value) => return self.int(*value),
            Constant::BigInt { negative, magnitude } => {
                let used = magnitude.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
                let digits = magnitude.get(..used).unwrap_or(&[]);
                if let Some(value) = small_int(*negative, digits) {
                    return self.int(value);
                }
                (if *negative { TAG_BIG_NEGATIVE } else { TAG_BIG }, digits)
            }
            Constant::Float(value) => {
                small[..8].copy_from_slice(&value.to_le_bytes());
                (TAG_FLOAT, &small[..8])
            }
            Constant::Complex { real, imag } => {
                small[..8].copy_from_slice(&real.to_le_bytes());
                small[8..16].copy_from_slice(&imag.to_le_bytes());
                (TAG_COMPLEX, &small[..16])
            }
            Constant::Str(text) => (TAG_STR, text),
            Constant::Bytes(bytes) => (TAG_BYTES, bytes),
            Constant::Tuple(items) => return self.items(TAG_TUPLE, *items),
            Constant::FrozenSet(items) => return self.items(TAG_FROZENSET, *items),
        };
        self.intern(tag, payload)
    }

    /// Index of a string constant.
    pub fn str(&mut self, text: &[u8]) -> Result<u32, WriteError> {
        self.intern(TAG_STR, text)
    }

    /// Index of an int constant.
    pub fn int(&mut self, value: i64) -> Result<u32, WriteError> {
        let mut small = [0; varint::MAX_U64];
        let len = varint::write(varint::zigzag64(value), &mut small);
        self.intern(TAG_INT, small.get(..len).unwrap_or(&[]))
    }

    /// Index of a tuple constant.
    pub fn tuple(&mut self, items: &[u32]) -> Result<u32, WriteError> {
        self.items(TAG_TUPLE, items.iter().copied())
    }

    /// Index of a frozenset constant; the order of the items is kept.
    pub fn frozenset(&mut self, items: &[u32]) -> Result<u32, WriteError> {
        self.items(TAG_FROZENSET, items.iter().copied())
    }

    /// The bytes (tag and payload) of a constant made before, in time linear in their number.
    pub fn constant_record(&self, index: u32) -> Option<&[u8]> {
        let (place, len) = self.entry(index)?;
        self.buf.get(place..place + len)
    }

    /// The constant made before under that index, in time linear in their number.
    pub fn get(&self, index: u32) -> Option<Constant<'_>> {
        Constant::read(self.constant_record(index)?)
    }

    fn known(&self, index: u32) -> Result<u32, WriteError> {
        if index < self.constants { Ok(index) } else { Err(WriteError::NoConstant { index, count: self.constants }) }
    }

    /// Adds bytes to the text of a constant that is put together piece by piece; [`Writer::staged_str`] and
    /// [`Writer::staged_bytes`] make the constant. No other call may come in between.
    pub fn stage(&mut self, piece: &[u8]) -> Result<(), WriteError> {
        self.put(self.open_end + self.staged, piece)?;
        self.staged += piece.len();
        Ok(())
    }

    /// Index of the string constant that was staged.
    pub fn staged_str(&mut self) -> Result<u32, WriteError> {
        self.intern_staged(TAG_STR, true)
    }

    /// Index of the bytes constant that was staged.
    pub fn staged_bytes(&mut self) -> Result<u32, WriteError> {
        self.intern_staged(TAG_BYTES, true)
    }

    fn items(&mut self, tag: u8, items: impl Iterator<Item = u32>) -> Result<u32, WriteError> {
        self.stage_items(items)?;
        self.intern_staged(tag, true)
    }

    pub(crate) fn stage_items(&mut self, items: impl Iterator<Item = u32>) -> Result<(), WriteError> {
        self.staged = 0;
        for item in items {
            let item = self.known(item)?;
            let mut small = [0; varint::MAX_U32];
            let len = varint::write(u64::from(item), &mut small);
            self.stage(small.get(..len).unwrap_or(&[]))?;
        }
        Ok(())
    }

    /// The payload stands behind the open region. When it is not to be shared, it becomes a constant of its own even if there
    /// is an equal one.
    pub(crate) fn intern_staged(&mut self, tag: u8, share: bool) -> Result<u32, WriteError> {
        let len = core::mem::take(&mut self.staged);
        let payload = self.buf.get(self.open_end..self.open_end + len).unwrap_or(&[]);
        let hash = hash(tag, payload);
        if share {
            if let Some(index) = self.find(hash, tag, payload) {
                self.remember(hash, index);
                return Ok(index);
            }
        }
        // Making room may move the open region up; counted as part of it, the payload goes along.
        self.open_end += len;
        let moved = self.make_room(entry_len(len));
        self.open_end -= len;
        moved?;
        let place = self.add_entry(tag, len);
        self.buf.copy_within(self.open_end..self.open_end + len, place);
        if share {
            self.remember(hash, self.constants - 1);
        }
        Ok(self.constants - 1)
    }

    fn intern(&mut self, tag: u8, payload: &[u8]) -> Result<u32, WriteError> {
        self.staged = 0;
        let hash = hash(tag, payload);
        if let Some(index) = self.find(hash, tag, payload) {
            self.remember(hash, index);
            return Ok(index);
        }
        self.make_room(entry_len(payload.len()))?;
        let offset = self.constants_end - self.meta_end;
        let place = self.add_entry(tag, payload.len());
        self.put(place, payload)?;
        if let Some(slot) = self.recent.get_mut(hash as usize % 64) {
            *slot = (hash, offset as u32, self.constants - 1);
        }
        Ok(self.constants - 1)
    }

    /// Writes length and tag of a new constant; gives the place of its payload. There is room.
    fn add_entry(&mut self, tag: u8, payload: usize) -> usize {
        let mut small = [0; varint::MAX_U64];
        let len = varint::write(payload as u64 + 1, &mut small);
        let place = self.constants_end;
        for (i, byte) in small.iter().take(len).chain([&tag]).enumerate() {
            if let Some(target) = self.buf.get_mut(place + i) {
                *target = *byte;
            }
        }
        self.constants_end += len + 1 + payload;
        self.constants += 1;
        place + len + 1
    }

    fn remember(&mut self, hash: u32, index: u32) {
        if let Some((place, len)) = self.entry(index) {
            let offset = place - varint::len(len as u64) - self.meta_end;
            if let Some(slot) = self.recent.get_mut(hash as usize % 64) {
                *slot = (hash, offset as u32, index);
            }
        }
    }

    fn find(&self, hash: u32, tag: u8, payload: &[u8]) -> Option<u32> {
        let equal = |record: &[u8]| record.split_first() == Some((&tag, payload));
        if let Some((seen, offset, index)) = self.recent.get(hash as usize % 64).copied() {
            if seen == hash && offset != u32::MAX {
                let mut cursor = varint::Cursor::starting(self.buf, self.meta_end + offset as usize);
                let record = cursor.varint().and_then(|len| cursor.take(len as usize));
                if record.is_some_and(equal) {
                    return Some(index);
                }
            }
        }
        let mut cursor = varint::Cursor::starting(self.buf.get(..self.constants_end)?, self.meta_end);
        for index in 0..self.constants {
            let len = cursor.varint()?;
            let record = cursor.take(len as usize)?;
            if equal(record) {
                return Some(index);
            }
        }
        None
    }

    /// Place and length of the record of a constant.
    fn entry(&self, wanted: u32) -> Option<(usize, usize)> {
        if wanted >= self.constants {
            return None;
        }
        let mut cursor = varint::Cursor::starting(self.buf, self.meta_end);
        let mut len = cursor.varint()? as usize;
        for _ in 0..wanted {
            cursor.take(len)?;
            len = cursor.varint()? as usize;
        }
        Some((cursor.at(), len))
    }

    /// Makes sure that `count` bytes are free after the constants, moving open code objects up.
    fn make_room(&mut self, count: usize) -> Result<(), WriteError> {
        if self.open_start - self.constants_end >= count {
            return Ok(());
        }
        if self.open_start == self.open_end {
            // Nothing is open, or it is empty: the region can simply begin later.
            if self.codes_start - self.constants_end < count {
                return Err(self.no_space());
            }
            self.open_start = self.constants_end + count;
            self.open_end = self.open_start;
            return Ok(());
        }
        let free = self.codes_start - self.open_end;
        let need = count - (self.open_start - self.constants_end);
        if need > free {
            return Err(self.no_space());
        }
        // Some more, in proportion to what has to be moved, so that moving stays rare.
        let by = (need + (self.open_end - self.open_start) / 4).min(need + (free - need) / 8);
        self.buf.copy_within(self.open_start..self.open_end, self.open_start + by);
        self.open_start += by;
        self.open_end += by;
        Ok(())
    }

    // Code objects

    /// Opens a code object; the one that was open waits until this one is finished.
    pub fn begin_code(&mut self, head: &CodeHead) -> Result<(), WriteError> {
        self.known(head.name)?;
        self.known(head.qualname)?;
        if self.depth > 0 {
            let outer = self.open;
            self.open_end = outer.save(self)?;
        }
        self.depth += 1;
        let start = (self.open_end - self.open_start) as u32;
        let at = Position { line: head.first_line, end_line: head.first_line, column: 0, end_column: 0 };
        self.open = Open { head: *head, start, at, ..Open::default() };
        Ok(())
    }

    /// Code objects that are open.
    pub const fn open_count(&self) -> u32 {
        self.depth
    }

    /// Head of the open code object, to change it.
    pub fn head(&mut self) -> Result<&mut CodeHead, WriteError> {
        self.must_be_open()?;
        Ok(&mut self.open.head)
    }

    /// Adds a local and gives its index. Parameters come first: positional, keyword-only, `*args`, `**kwargs`.
    pub fn local(&mut self, name: u32) -> Result<u32, WriteError> {
        self.note(Event::Local(name))?;
        self.open.locals += 1;
        Ok(self.open.locals - 1)
    }

    /// Adds a cell variable and gives its cell index; `parameter` is the local that it takes over. All cell variables come
    /// before the first free variable.
    pub fn cell(&mut self, name: u32, parameter: Option<u32>) -> Result<u32, WriteError> {
        if self.open.frees > 0 {
            return Err(WriteError::CellAfterFree);
        }
        self.note(Event::Cell(name, parameter))?;
        self.open.cells += 1;
        Ok(self.open.cells - 1)
    }

    /// Adds a free variable and gives its cell index.
    pub fn free_variable(&mut self, name: u32) -> Result<u32, WriteError> {
        self.note(Event::Free(name))?;
        self.open.frees += 1;
        Ok(self.open.cells + self.open.frees - 1)
    }

    /// A new label, without a place yet.
    pub fn new_label(&mut self) -> Result<Label, WriteError> {
        self.must_be_open()?;
        // Label numbers stand in place of labels, in three bytes.
        if self.open.labels >= CODE_LIMIT {
            return Err(WriteError::CodeTooLong { limit: CODE_LIMIT - 1 });
        }
        self.open.labels += 1;
        Ok(Label(self.open.labels - 1))
    }

    /// Places the label before the next instruction.
    pub fn place(&mut self, label: Label) -> Result<(), WriteError> {
        self.check_label(label)?;
        self.note(Event::Place(label.0))
    }

    /// A new label placed before the next instruction.
    pub fn here(&mut self) -> Result<Label, WriteError> {
        let label = self.new_label()?;
        self.place(label)?;
        Ok(label)
    }

    /// Bytes of code so far.
    pub const fn pc(&self) -> u32 {
        self.open.code_len
    }

    /// The position of the instructions that follow, until it is set again; `None` for none.
    pub fn position(&mut self, position: Option<Position>) -> Result<(), WriteError> {
        self.must_be_open()?;
        if self.is_stripped() {
            return Ok(());
        }
        match position {
            Some(position) => {
                if !position.is_sound() {
                    return Err(WriteError::Position(position));
                }
                if !self.open.placed || position != self.open.at {
                    self.note(Event::Position { from: self.open.at, to: position })?;
                }
                self.open.at = position;
            }
            None if self.open.placed => self.note(Event::NoPosition)?,
            None => {}
        }
        self.open.placed = position.is_some();
        Ok(())
    }

    /// Writes an instruction without a label. Operands that it does not have are 0; an `Int` operand is given as the bits of
    /// the `i32`.
    pub fn emit(&mut self, op: Op, a: u32, b: u32) -> Result<(), WriteError> {
        if op.operands().contains(&Operand::Label) {
            return Err(WriteError::Operand { op, value: a });
        }
        self.instruction(op, a, b)
    }

    /// Writes an instruction with a label.
    pub fn jump(&mut self, op: Op, label: Label) -> Result<(), WriteError> {
        if !op.operands().contains(&Operand::Label) {
            return Err(WriteError::Operand { op, value: label.0 });
        }
        self.check_label(label)?;
        self.instruction(op, label.0, 0)
    }

    fn instruction(&mut self, op: Op, a: u32, b: u32) -> Result<(), WriteError> {
        self.must_be_open()?;
        let mut small = [0; INSTRUCTION];
        let len = encode(op, a, b, &mut small)?;
        self.open_end = self.put(self.open_end, small.get(..len).unwrap_or(&[]))?;
        self.open.code_len += len as u32;
        if self.open.code_len >= CODE_LIMIT {
            return Err(WriteError::CodeTooLong { limit: CODE_LIMIT - 1 });
        }
        Ok(())
    }

    /// Adds an exception range. Of ranges that hold one another the inner one counts, in whatever order they are added; of
    /// equal ones the one that was added first. `depth` is the number of values that stay on the stack, under the exception.
    /// Empty ranges are left out.
    pub fn exception_range(&mut self, start: Label, end: Label, target: Label, depth: u32) -> Result<(), WriteError> {
        for label in [start, end, target] {
            self.check_label(label)?;
        }
        self.note(Event::Range { start: start.0, end: end.0, target: target.0, depth })?;
        self.open.ranges += 1;
        Ok(())
    }

    /// Finishes the open code object; gives its index. The one it is nested in is open again.
    pub fn finish_code(&mut self) -> Result<u32, WriteError> {
        self.must_be_open()?;
        let open = self.open;
        let start = self.open_start + open.start as usize;
        self.lay_out(&open, start)?;
        self.open_end = start;
        self.depth -= 1;
        if self.depth > 0 {
            (self.open, self.open_end) = Open::load(self, start);
        }
        self.codes += 1;
        Ok(self.codes - 1)
    }

    fn must_be_open(&self) -> Result<(), WriteError> {
        if self.depth == 0 { Err(WriteError::NotOpen) } else { Ok(()) }
    }

    fn check_label(&self, label: Label) -> Result<(), WriteError> {
        self.must_be_open()?;
        if label.0 < self.open.labels {
            Ok(())
        } else {
            Err(WriteError::NoLabel { label: label.0, count: self.open.labels })
        }
    }

    fn note(&mut self, event: Event) -> Result<(), WriteError> {
        self.must_be_open()?;
        if let Event::Local(name) | Event::Cell(name, _) | Event::Free(name) = event {
            self.known(name)?;
        }
        let mut small = [0; Event::MOST];
        let len = event.write(&mut small);
        self.open_end = self.put(self.open_end, small.get(..len).unwrap_or(&[]))?;
        Ok(())
    }

    // Bytes

    pub(crate) fn no_space(&self) -> WriteError {
        WriteError::NoSpace { have: self.buf.len() }
    }

    /// Writes `bytes` at `at`, below the finished code objects; gives the place after them.
    pub(crate) fn put(&mut self, at: usize, bytes: &[u8]) -> Result<usize, WriteError> {
        let end = at.saturating_add(bytes.len());
        if end > self.codes_start {
            return Err(self.no_space());
        }
        self.buf.get_mut(at..end).ok_or(WriteError::NotOpen)?.copy_from_slice(bytes);
        Ok(end)
    }

    pub(crate) fn put_u32(&mut self, at: usize, value: u32) {
        if let Some(place) = self.buf.get_mut(at..at + 4) {
            place.copy_from_slice(&value.to_le_bytes());
        }
    }

    pub(crate) fn get_u32(&self, at: usize) -> u32 {
        varint::Cursor::starting(self.buf, at).u32().unwrap_or(0)
    }
}

/// Most bytes of an instruction.
pub(crate) const INSTRUCTION: usize = 1 + 2 * varint::MAX_U32;

/// Bytes of a record in the first region.
pub(crate) const META: usize = 1 + 4 * 5;

fn entry_len(payload: usize) -> usize {
    varint::len(payload as u64 + 1) + 1 + payload
}

/// FNV-1a.
fn hash(tag: u8, payload: &[u8]) -> u32 {
    let step = |hash: u32, byte: &u8| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    let hash = payload.iter().fold(step(0x811c_9dc5, &tag), step);
    hash ^ hash >> 16
}

/// The number when it fits 64 bits; `digits` has no zeros at its end.
fn small_int(negative: bool, digits: &[u8]) -> Option<i64> {
    let mut bytes = [0; 8];
    bytes.get_mut(..digits.len())?.copy_from_slice(digits);
    let size = u64::from_le_bytes(bytes);
    if negative { 0i64.checked_sub_unsigned(size) } else { i64::try_from(size).ok() }
}

/// Writes an instruction; gives its length. A label is written as it is.
pub(crate) fn encode(op: Op, a: u32, b: u32, out: &mut [u8; INSTRUCTION]) -> Result<usize, WriteError> {
    out[0] = op as u8;
    let mut len = 1;
    let mut values = [a, b].into_iter();
    for kind in op.operands() {
        let value = values.next().unwrap_or(0);
        let place = out.get_mut(len..).unwrap_or(&mut []);
        match kind {
            Operand::Label => {
                for (byte, source) in place.iter_mut().zip(value.to_le_bytes().iter().take(3)) {
                    *byte = *source;
                }
                len += 3;
            }
            Operand::Bin | Operand::Cmp => {
                let small = u8::try_from(value).map_err(|_| WriteError::Operand { op, value })?;
                if let Some(byte) = place.first_mut() {
                    *byte = small;
                }
                len += 1;
            }
            Operand::Int => len += varint::write(u64::from(crate::code::int_operand(value)), place),
            _ => len += varint::write(u64::from(value), place),
        }
    }
    match values.find(|value| *value != 0) {
        Some(value) => Err(WriteError::Operand { op, value }),
        None => Ok(len),
    }
}
