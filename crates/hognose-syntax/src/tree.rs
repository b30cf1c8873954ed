//! The tree of a Python program: every node kind, and how to read it.
//!
//! A tree lives in a slice of `u32` words. A node is two head words and one word for each field:
//!
//! ```text
//! word 0   kind (8 bits) | start: byte offset into the source (24 bits)
//! word 1   fields left out (4 bits) | data (4 bits) | end: byte offset into the source (24 bits)
//! word 2.. the fields, in the order of the inventory in [`Node`]; fields at the end that are empty are left out
//! ```
//!
//! A field is a child (`NodeId`), a child that may be missing (`Option<NodeId>`), a list of children (`List`) or an
//! identifier (`Ident`, the offset of its first byte). A list of one child is the child itself, marked by the top bit;
//! a longer one is a separate record, `count` then the children. `data` is an operator or a flag.
//!
//! [`Tree::node`] gives a node as the enum [`Node`] with named fields: this is the way to read a tree.
//! The names are those of Python's `ast` module; where the shape differs, the inventory says so. What `ast` calls
//! `ctx` is not stored: it follows from the place of the node. Trees can be as deep as the source makes them (a chain
//! of a hundred thousand `+`): walk them with an explicit stack.

mod node;

use crate::span::Span;
use node::Field;
pub use node::{Kind, Node, Slot, TextForm};

/// Source text is at most this long, in bytes: offsets have 24 bits.
pub const MAX_SOURCE: usize = (1 << 24) - 1;

/// Marks a list word that is its only child.
const SINGLE: u32 = 1 << 31;

/// Which node of a tree: the index of its first word. Valid until the parser is asked for the next statement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub(crate) u32);

impl NodeId {
    /// The id as a number, to keep it in a caller's own word memory. Never 0.
    #[must_use]
    pub const fn to_word(self) -> u32 {
        self.0
    }

    /// The id back from [`NodeId::to_word`]. A number that is no node reads as `Pass` or as some other node: wrong, but harmless.
    #[must_use]
    pub const fn from_word(word: u32) -> Self {
        Self(word)
    }
}

/// A list field as it is stored; [`Tree::items`] walks it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct List(pub(crate) u32);

impl List {
    /// The list that has nothing in it.
    pub const EMPTY: Self = Self(0);

    /// True when there is nothing in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The list as a number, to keep it in a caller's own word memory.
    #[must_use]
    pub const fn to_word(self) -> u32 {
        self.0
    }

    /// The list back from [`List::to_word`].
    #[must_use]
    pub const fn from_word(word: u32) -> Self {
        Self(word)
    }
}

/// An identifier: the offset of its first byte. [`Tree::ident`] gives its text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ident(pub(crate) u32);

impl Ident {
    /// Offset of the first byte.
    #[must_use]
    pub const fn start(self) -> u32 {
        self.0
    }
}

/// A tree to read: the words of the parser's memory and the source text they point into.
#[derive(Clone, Copy)]
pub struct Tree<'a> {
    words: &'a [u32],
    source: &'a [u8],
}

impl<'a> Tree<'a> {
    pub(crate) const fn new(words: &'a [u32], source: &'a [u8]) -> Self {
        Self { words, source }
    }

    fn word(&self, at: u32) -> u32 {
        self.words.get(at as usize).copied().unwrap_or(0)
    }

    /// The kind of a node.
    #[must_use]
    pub fn kind(&self, id: NodeId) -> Kind {
        Kind::from_code((self.word(id.0) >> 24) as u8)
    }

    /// The data of a node: the code of its operator or its flag.
    #[must_use]
    pub fn data(&self, id: NodeId) -> u8 {
        (self.word(id.0.wrapping_add(1)) >> 24 & 15) as u8
    }

    /// How many fields are stored.
    fn present(&self, id: NodeId) -> u32 {
        let all = self.kind(id).slots().len() as u32;
        all.saturating_sub(self.word(id.0.wrapping_add(1)) >> 28)
    }

    /// Where the node stands in the source, in bytes.
    #[must_use]
    pub fn span(&self, id: NodeId) -> Span {
        Span { start: self.word(id.0) & 0xff_ffff, end: self.word(id.0.wrapping_add(1)) & 0xff_ffff }
    }

    /// The word of a field by its place, for walkers that keep (node, step) on a stack.
    /// [`Kind::slots`] says what it is.
    #[must_use]
    pub fn field(&self, id: NodeId, place: usize) -> u32 {
        if place >= self.present(id) as usize {
            return 0;
        }
        self.word(id.0.wrapping_add(2).wrapping_add(place as u32))
    }

    /// How many words a node takes, without the lists of its fields.
    #[must_use]
    pub fn words(&self, id: NodeId) -> usize {
        2 + self.present(id) as usize
    }

    /// The child in a field, when the field holds one.
    #[must_use]
    pub fn child(&self, id: NodeId, place: usize) -> Option<NodeId> {
        <Option<NodeId> as Field>::read(self.field(id, place))
    }

    /// The list in a field.
    #[must_use]
    pub fn list(&self, id: NodeId, place: usize) -> List {
        List(self.field(id, place))
    }

    /// Number of children in a list.
    #[must_use]
    pub fn len(&self, list: List) -> usize {
        match list.0 {
            0 => 0,
            word if word & SINGLE != 0 => 1,
            word => self.word(word) as usize,
        }
    }

    /// The child at a place of a list.
    #[must_use]
    pub fn item(&self, list: List, place: usize) -> Option<NodeId> {
        if place >= self.len(list) {
            None
        } else if list.0 & SINGLE != 0 {
            Some(NodeId(list.0 & !SINGLE))
        } else {
            Some(NodeId(self.word(list.0.wrapping_add(1).wrapping_add(place as u32))))
        }
    }

    /// The children of a list, in order.
    #[must_use]
    pub fn items(&self, list: List) -> Items<'a> {
        Items { tree: *self, list, next: 0, end: self.len(list) }
    }

    /// The source text the tree was made from.
    #[must_use]
    pub const fn source(&self) -> &'a [u8] {
        self.source
    }

    /// The source text of a span; empty when the span is not inside the source.
    #[must_use]
    pub fn text(&self, span: Span) -> &'a [u8] {
        self.source.get(span.start as usize..span.end as usize).unwrap_or(&[])
    }

    /// The text of an identifier.
    #[must_use]
    pub fn ident(&self, ident: Ident) -> &'a str {
        let span = self.ident_span(ident);
        core::str::from_utf8(self.text(span)).unwrap_or("")
    }

    /// Where an identifier stands.
    #[must_use]
    pub fn ident_span(&self, ident: Ident) -> Span {
        let rest = self.source.get(ident.0 as usize..).unwrap_or(&[]);
        let len = rest.iter().take_while(|&&byte| is_name_byte(byte)).count();
        Span { start: ident.0, end: ident.0 + len as u32 }
    }

    /// The identifier at the start of a node: `Name`, `Param`, `Keyword`, `MatchKeyword`.
    #[must_use]
    pub fn name(&self, id: NodeId) -> &'a str {
        self.ident(Ident(self.span(id).start))
    }

    /// The identifiers of the dotted name that begins at `first`, in order: `a . b` gives `a`, `b`.
    #[must_use]
    pub const fn dotted(&self, first: Ident) -> Dotted<'a> {
        Dotted { tree: *self, next: Some(first) }
    }

    /// The identifiers of the dotted name of an `Alias`.
    #[must_use]
    pub fn alias_name(&self, alias: NodeId) -> Dotted<'a> {
        self.dotted(Ident(self.span(alias).start))
    }
}

/// True for the bytes of which identifiers are made in a source the lexer has accepted: outside strings and comments
/// every byte above 127 belongs to an identifier.
pub(crate) const fn is_name_byte(byte: u8) -> bool {
    byte == b'_' || byte >= 0x80 || byte.is_ascii_alphanumeric()
}

/// The children of a list.
#[derive(Clone)]
pub struct Items<'a> {
    tree: Tree<'a>,
    list: List,
    next: usize,
    end: usize,
}

impl Iterator for Items<'_> {
    type Item = NodeId;

    fn next(&mut self) -> Option<NodeId> {
        if self.next >= self.end {
            return None;
        }
        let item = self.tree.item(self.list, self.next)?;
        self.next += 1;
        Some(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.end - self.next;
        (left, Some(left))
    }
}

impl DoubleEndedIterator for Items<'_> {
    fn next_back(&mut self) -> Option<NodeId> {
        if self.next >= self.end {
            return None;
        }
        self.end -= 1;
        self.tree.item(self.list, self.end)
    }
}

impl ExactSizeIterator for Items<'_> {}

/// The identifiers of a dotted name.
#[derive(Clone)]
pub struct Dotted<'a> {
    tree: Tree<'a>,
    next: Option<Ident>,
}

impl<'a> Iterator for Dotted<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let ident = self.next.take()?;
        let name = self.tree.ident(ident);
        let source = self.tree.source;
        let end = self.tree.ident_span(ident).end as usize;
        let dot = skip_blank(source, end);
        if source.get(dot) == Some(&b'.') {
            self.next = Some(Ident(skip_blank(source, dot + 1) as u32));
        }
        Some(name)
    }
}

/// The offset of the first byte that is no blank and no continuation of a line.
fn skip_blank(source: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\t' | b'\x0c' | b'\\' | b'\r' | b'\n') = source.get(at) {
        // A line end counts only after a backslash: a bare one ends the statement.
        if matches!(source.get(at), Some(b'\r' | b'\n')) && !continued(source, at) {
            break;
        }
        at += 1;
    }
    at
}

/// True when the line end at `at` follows a backslash.
fn continued(source: &[u8], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|i| source.get(i)).copied();
    before(1) == Some(b'\\') || (before(1) == Some(b'\r') && before(2) == Some(b'\\'))
}
