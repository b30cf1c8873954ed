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
    pub(crate) open_start: usize,
    pub(crate) open_end: usize,
    pub(crate) codes_start: usize,
    pub(crate) modules: u32,
    pub(crate) constants: u32,
    pub(crate) codes: u32,
    pub(crate) depth: u32,
    open: Open,
    pub(crate) staged: usize,
    pub(crate) recent: Recent,
}

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
    pub fn exception_range(
        &mut self,
        start: Label,
        end: Label,
        target: Label,
        depth: u32,
    ) -> Result<(), WriteError> {
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
