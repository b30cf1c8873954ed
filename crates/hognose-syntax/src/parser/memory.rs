//! The caller's memory: the tree from below, the stack of frames from above.

use super::{Fault, Parsed};
use crate::tree::{Kind, List, NodeId};

macro_rules! frames {
    ($($(#[$doc:meta])* $frame:ident),* $(,)?) => {
        /// What is to be done when the step above is done. The words of a frame lie under its head word; the lists name
        /// them from the bottom up. A count stands over the items it counts and over the words after them.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub(super) enum Frame {
            $($(#[$doc])* $frame,)*
        }

        impl Frame {
            const ALL: &'static [Frame] = &[$(Frame::$frame),*];
        }
    };
}

frames! {
    /// Nothing: the bottom of the stack.
    Bottom,
    /// The expression of `Eval`. `0`
    Outermost,

    // ---- expressions
    /// left, start; data: operator
    Binary,
    /// start; data: operator
    Unary,
    /// start
    Await,
    /// links, left, start, count; data: operator to come
    Compare,
    /// values, start, count; data: operator
    Bool,
    /// body, start
    IfTest,
    /// body, test, start
    IfElse,
    /// target, start
    Walrus,
    /// params, start
    LambdaBody,
    /// start
    Starred,
    /// start
    Yield,
    /// start
    YieldFrom,
    /// items, start, count; data: kind of list and flags
    Items,
    /// lower, upper, start; data: which bound is to come
    Slice,
    /// object, start
    Subscript,
    /// items, start, count; data: dict or set, and what is to come
    Brace,
    /// start
    DictUnpack,
    /// generators, element, value, start, count; data: kind
    Comprehension,
    /// ifs, target, iter, start, count; data: what is to come
    Clause,
    /// items, function, start, bracket, count; data: flags
    Call,
    /// start; data: 1 for `**`
    Keyword,
    /// params, posonly, args, vararg, kwarg, start, count; data: flags
    Parameters,
    /// start, end, annotation; data: what is to come
    Parameter,
    /// values, start, count; data: quoting
    Fstring,
    /// values, start, count; data: quoting, depth of specs
    FormatSpec,
    /// start, start of its text, field depth outside, value; data: quoting, depth of specs, conversion
    Field,

    // ---- statements
    /// statements, start of owner, count; data: level of owner, flags
    Block,
    /// start
    ExpressionStatement,
    /// targets, start, count
    Assign,
    /// target, start; data: operator
    AugAssign,
    /// target, annotation, start; data: simple
    AnnAssign,
    /// start
    Return,
    /// start
    Delete,
    /// exc, start
    Raise,
    /// test, start
    Assert,
    /// expressions, count
    Decorators,
    /// name, params, returns, start; data: async
    Function,
    /// name, bases, keywords, start
    Class,
    /// test, body, start; data: what is to come
    If,
    /// test, body, start; data: what is to come
    While,
    /// target, iter, body, start; data: what is to come, async
    For,
    /// items, start, count; data: async, in parentheses
    With,
    /// context, start; data: in parentheses
    WithTarget,
    /// handlers, body, orelse, start, count; data: what is to come, star
    Try,
    /// type, name, start
    Handler,
    /// cases, subject, start, count
    Match,
    /// pattern, guard, start
    Case,

    // ---- patterns
    /// patterns, start, count; data: kind, flags
    PatternItems,
    /// patterns, start, count
    PatternOr,
    /// items, rest, start, count
    PatternMapping,
    /// patterns, class, start, count; data: flags
    PatternClass,
    /// start
    PatternKeyword,
    /// data: 1 for the key of a mapping
    PatternText,
}

/// Marks a list word that is its only child.
const SINGLE: u32 = 1 << 31;

/// The words given by the caller.
pub(super) struct Memory<'a> {
    words: &'a mut [u32],
    /// First word that no node uses. Word 0 is never used: 0 is no node.
    tree: usize,
    /// Index of the topmost word of the stack.
    stack: usize,
    peak: usize,
}

impl<'a> Memory<'a> {
    pub fn new(words: &'a mut [u32]) -> Self {
        // Node ids share their word with a mark in the top bit.
        let length = words.len().min(SINGLE as usize - 1);
        let words = words.get_mut(..length).unwrap_or_default();
        Self { stack: words.len(), words, tree: 1, peak: 0 }
    }

    /// Forgets the tree and the stack.
    pub fn clear(&mut self) {
        self.tree = 1;
        self.stack = self.words.len();
    }

    pub const fn peak(&self) -> usize {
        self.peak
    }

    pub fn tree_words(&self) -> &[u32] {
        self.words.get(..self.tree).unwrap_or(&[])
    }

    /// The words between tree and stack, all of them when the stack is of no use any more.
    #[cfg(feature = "explain")]
    pub fn all_words(&mut self) -> &mut [u32] {
        self.words
    }

    fn note_peak(&mut self) {
        let used = self.tree + self.words.len() - self.stack;
        self.peak = self.peak.max(used);
    }

    pub fn push(&mut self, word: u32) -> Parsed<()> {
        if self.stack <= self.tree {
            return Err(Fault::Memory);
        }
        self.stack -= 1;
        match self.words.get_mut(self.stack) {
            Some(slot) => *slot = word,
            None => return Err(Fault::Memory),
        }
        self.note_peak();
        Ok(())
    }

    pub fn push_all(&mut self, words: &[u32]) -> Parsed<()> {
        words.iter().try_for_each(|&word| self.push(word))
    }

    pub fn pop(&mut self) -> u32 {
        let word = self.words.get(self.stack).copied().unwrap_or(0);
        self.stack = (self.stack + 1).min(self.words.len());
        word
    }

    /// Takes words off; they come in the order in which they were pushed.
    pub fn pop_all<const N: usize>(&mut self) -> [u32; N] {
        let mut words = [0; N];
        for word in words.iter_mut().rev() {
            *word = self.pop();
        }
        words
    }

    /// The word at a depth under the top, 0 for the top itself.
    pub fn peek(&self, depth: usize) -> u32 {
        self.words.get(self.stack + depth).copied().unwrap_or(0)
    }

    /// Changes the word at a depth under the top.
    pub fn poke(&mut self, depth: usize, word: u32) {
        if let Some(slot) = self.words.get_mut(self.stack + depth) {
            *slot = word;
        }
    }

    pub fn push_frame(&mut self, frame: Frame, min: u8, data: u16) -> Parsed<()> {
        self.push(frame as u32 | u32::from(min) << 8 | u32::from(data) << 16)
    }

    /// The level kept in the frame on top, and its data.
    pub fn pop_frame(&mut self) -> (u8, u16) {
        let head = self.pop();
        ((head >> 8) as u8, (head >> 16) as u16)
    }

    /// The frame on top and its data.
    pub fn top(&self) -> (Frame, u16) {
        if self.stack >= self.words.len() {
            return (Frame::Bottom, 0);
        }
        let head = self.peek(0);
        let frame = Frame::ALL.get((head & 0xff) as usize).copied().unwrap_or(Frame::Bottom);
        (frame, (head >> 16) as u16)
    }

    /// Changes the data of the frame on top.
    pub fn set_data(&mut self, data: u16) {
        let head = self.peek(0);
        self.poke(0, head & 0xffff | u32::from(data) << 16);
    }

    /// Puts an item under the frame on top, which has `WORDS` words between the items and its head; the last of them
    /// is the count.
    pub fn add_item<const WORDS: usize>(&mut self, item: u32) -> Parsed<()> {
        let head = self.pop();
        let mut words = self.pop_all::<WORDS>();
        if let Some(count) = words.last_mut() {
            *count += 1;
        }
        self.push(item)?;
        self.push_all(&words)?;
        self.push(head)
    }

    /// The `place`-th of `count` items on top of the stack, in the order in which they were pushed.
    pub fn stacked(&self, count: usize, place: usize) -> u32 {
        self.peek(count.wrapping_sub(1).wrapping_sub(place))
    }

    /// Takes `count` items off and makes a list of them.
    pub fn list(&mut self, count: u32) -> Parsed<List> {
        let list = self.list_of(count as usize, 0, count as usize)?;
        self.drop_items(count);
        Ok(list)
    }

    /// Makes a list of some of the `count` items on top of the stack, which stay there.
    pub fn list_of(&mut self, count: usize, from: usize, to: usize) -> Parsed<List> {
        match to.saturating_sub(from) {
            0 => return Ok(List::EMPTY),
            1 => return Ok(List(self.stacked(count, from) | SINGLE)),
            length => self.list_head(length)?,
        };
        let list = List(self.tree as u32);
        self.tree += 1;
        for place in from..to {
            let item = self.stacked(count, place);
            self.list_item(item);
        }
        Ok(list)
    }

    /// Makes two lists of the `count` items on top of the stack and takes them off: first those that are no `kind`, then
    /// those that are.
    pub fn split(&mut self, count: u32, kind: Kind) -> Parsed<(List, List)> {
        let count = count as usize;
        let code = kind as u32;
        let is_kind = |memory: &Self, place: usize| {
            let id = memory.stacked(count, place) as usize;
            memory.words.get(id).is_some_and(|word| word >> 24 == code)
        };
        let number = (0..count).filter(|&place| is_kind(self, place)).count();
        let mut lists = [List::EMPTY; 2];
        for (wanted, list) in lists.iter_mut().enumerate() {
            let length = if wanted == 0 { count - number } else { number };
            if length > 1 {
                self.list_head(length)?;
                *list = List(self.tree as u32);
                self.tree += 1;
            }
            for place in 0..count {
                if is_kind(self, place) == (wanted == 1) {
                    let item = self.stacked(count, place);
                    if length == 1 {
                        *list = List(item | SINGLE);
                    } else {
                        self.list_item(item);
                    }
                }
            }
        }
        self.drop_items(count as u32);
        Ok((lists[0], lists[1]))
    }

    pub fn drop_items(&mut self, count: u32) {
        self.stack = (self.stack + count as usize).min(self.words.len());
    }

    /// Makes room for a list and writes its length.
    fn list_head(&mut self, length: usize) -> Parsed<()> {
        if self.tree + length + 1 > self.stack {
            return Err(Fault::Memory);
        }
        if let Some(slot) = self.words.get_mut(self.tree) {
            *slot = length as u32;
        }
        Ok(())
    }

    fn list_item(&mut self, item: u32) {
        if let Some(slot) = self.words.get_mut(self.tree) {
            *slot = item;
        }
        self.tree += 1;
        self.note_peak();
    }

    /// A list of one.
    pub fn single(item: NodeId) -> List {
        List(item.0 | SINGLE)
    }

    /// Makes a node.
    pub fn node(&mut self, kind: Kind, data: u8, start: u32, end: u32, fields: &[u32]) -> Parsed<NodeId> {
        // Empty fields at the end are left out.
        let present = fields.iter().rposition(|&field| field != 0).map_or(0, |last| last + 1);
        let omitted = (fields.len() - present) as u32;
        let fields = fields.get(..present).unwrap_or(&[]);
        let id = self.tree;
        let after = id + 2 + fields.len();
        if after > self.stack {
            return Err(Fault::Memory);
        }
        let Some(room) = self.words.get_mut(id..after) else { return Err(Fault::Memory) };
        let (head, rest) = room.split_at_mut(2);
        head[0] = (kind as u32) << 24 | start & 0xff_ffff;
        head[1] = omitted << 28 | u32::from(data & 15) << 24 | end & 0xff_ffff;
        rest.copy_from_slice(fields);
        self.tree = after;
        self.note_peak();
        Ok(NodeId(id as u32))
    }
}
