//! The tree of a Python program: every node kind, and how to read it.
//!
//! A tree lives in a slice of `u32` words. A node is two head words and one word for each field:
//!
//! ```text
//! word 0   kind (8 bits) | start: byte offset into the source (24 bits)
//! word 1   fields left out (4 bits) | data (4 bits) | end: byte offset into the source (24 bits)
//! word 2.. the fields, in the order of the inventory below; fields at the end that are empty are left out
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

use crate::operator::{BinaryOp, BoolOp, CompareOp, Conversion, Singleton, UnaryOp};
use crate::span::Span;

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

/// What a field word can be read as.
trait Field {
    fn read(word: u32) -> Self;
    const SLOT: Slot;
}

impl Field for NodeId {
    fn read(word: u32) -> Self {
        Self(word)
    }
    const SLOT: Slot = Slot::Node;
}

impl Field for Option<NodeId> {
    fn read(word: u32) -> Self {
        if word == 0 { None } else { Some(NodeId(word)) }
    }
    const SLOT: Slot = Slot::Node;
}

impl Field for List {
    fn read(word: u32) -> Self {
        Self(word)
    }
    const SLOT: Slot = Slot::List;
}

impl Field for Ident {
    fn read(word: u32) -> Self {
        Self(word)
    }
    const SLOT: Slot = Slot::Word;
}

impl Field for Option<Ident> {
    fn read(word: u32) -> Self {
        if word == 0 { None } else { Some(Ident(word)) }
    }
    const SLOT: Slot = Slot::Word;
}

impl Field for u32 {
    fn read(word: u32) -> Self {
        word
    }
    const SLOT: Slot = Slot::Word;
}

/// What the data byte of a node can be read as.
trait Data {
    fn read(byte: u8) -> Self;
}

impl Data for bool {
    fn read(byte: u8) -> Self {
        byte != 0
    }
}

impl Data for TextForm {
    fn read(byte: u8) -> Self {
        Self(byte)
    }
}

macro_rules! data_by_code {
    ($($name:ident),*) => { $(impl Data for $name {
        fn read(byte: u8) -> Self {
            Self::from_code(byte)
        }
    })* };
}
data_by_code!(BinaryOp, BoolOp, CompareOp, UnaryOp, Singleton, Conversion);

/// How the text of a [`Node::TextPart`] is to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextForm(pub(crate) u8);

impl TextForm {
    pub(crate) const RAW: u8 = 1;
    pub(crate) const BRACES: u8 = 2;
    pub(crate) const VERBATIM: u8 = 4;

    /// Backslashes are plain characters.
    #[must_use]
    pub const fn is_raw(self) -> bool {
        self.0 & Self::RAW != 0
    }

    /// `{{` and `}}` stand for one brace: the text part of an f-string.
    #[must_use]
    pub const fn doubles_braces(self) -> bool {
        self.0 & Self::BRACES != 0
    }

    /// The source text itself, of `{expression=}`.
    #[must_use]
    pub const fn is_verbatim(self) -> bool {
        self.0 & Self::VERBATIM != 0
    }
}

/// What kind of word a field is, for walkers that do not care about kinds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    /// A child, or 0 for none.
    Node,
    /// A list of children.
    List,
    /// No child: an identifier or a number.
    Word,
}

macro_rules! nodes {
    ($( $(#[$doc:meta])* $kind:ident $([$data:ident : $data_type:ty])? { $( $(#[$field_doc:meta])* $field:ident : $type:ty ),* } )*) => {
        /// The kinds of node; [`Node`] has one variant for each, with the fields.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum Kind {
            $( $(#[$doc])* $kind, )*
        }

        impl Kind {
            const ALL: &'static [Kind] = &[$(Kind::$kind),*];

            fn from_code(code: u8) -> Kind {
                Kind::ALL.get(usize::from(code)).copied().unwrap_or(Kind::Pass)
            }

            /// The fields of a node of this kind, in order.
            #[must_use]
            pub const fn slots(self) -> &'static [Slot] {
                match self {
                    $( Kind::$kind => &[$( <$type as Field>::SLOT ),*], )*
                }
            }
        }

        /// A node, read. The variants are the inventory of the language.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Node {
            $( $(#[$doc])* $kind {
                $( #[doc = "From the data byte of the node."] $data: $data_type, )?
                $( $(#[$field_doc])* $field: $type, )*
            }, )*
        }

        impl Tree<'_> {
            /// The node with its fields.
            #[must_use]
            #[allow(unused_mut, unused_variables, unused_assignments)]
            pub fn node(&self, id: NodeId) -> Node {
                let mut at = id.0.wrapping_add(2);
                let end = at.wrapping_add(self.present(id));
                match self.kind(id) {
                    $( Kind::$kind => Node::$kind {
                        $( $data: <$data_type as Data>::read(self.data(id)), )?
                        $( $field: {
                            let word = if at < end { self.word(at) } else { 0 };
                            at = at.wrapping_add(1);
                            <$type as Field>::read(word)
                        }, )*
                    }, )*
                }
            }
        }
    };
}

nodes! {
    // ---- statements -------------------------------------------------------------------------------------------
    /// `def` or `async def`. The span starts at `def` / `async`, not at the decorators (as in `ast`).
    FunctionDef [is_async: bool] {
        /// Its name.
        name: Ident,
        /// A `Params` node; none when there are no parameters.
        params: Option<NodeId>,
        /// Expression after `->`.
        returns: Option<NodeId>,
        /// Expressions, in source order.
        decorators: List,
        /// Statements.
        body: List
    }
    /// `class`. The span starts at `class`.
    ClassDef {
        /// Its name.
        name: Ident,
        /// Expressions or `Starred`.
        bases: List,
        /// `Keyword` nodes.
        keywords: List,
        /// Expressions, in source order.
        decorators: List,
        /// Statements.
        body: List
    }
    /// `return`.
    Return {
        /// What is returned.
        value: Option<NodeId>
    }
    /// `del`.
    Delete {
        /// Targets.
        targets: List
    }
    /// `a = b = value`.
    Assign {
        /// Targets from left to right.
        targets: List,
        /// The value.
        value: NodeId
    }
    /// `a += value`.
    AugAssign [op: BinaryOp] {
        /// Name, Attribute or Subscript.
        target: NodeId,
        /// The value.
        value: NodeId
    }
    /// `a: annotation = value`; `simple` is true for a bare name without parentheses.
    AnnAssign [simple: bool] {
        /// Name, Attribute or Subscript.
        target: NodeId,
        /// The annotation.
        annotation: NodeId,
        /// The value.
        value: Option<NodeId>
    }
    /// `for` or `async for`.
    For [is_async: bool] {
        /// Target.
        target: NodeId,
        /// What is iterated.
        iter: NodeId,
        /// Statements.
        body: List,
        /// Statements of `else`.
        orelse: List
    }
    /// `while`.
    While {
        /// Condition.
        test: NodeId,
        /// Statements.
        body: List,
        /// Statements of `else`.
        orelse: List
    }
    /// `if`; an `elif` is an `If` as the only statement of `orelse`.
    If {
        /// Condition.
        test: NodeId,
        /// Statements.
        body: List,
        /// Statements of `else`.
        orelse: List
    }
    /// `with` or `async with`.
    With [is_async: bool] {
        /// `WithItem` nodes.
        items: List,
        /// Statements.
        body: List
    }
    /// `match`.
    Match {
        /// What is matched.
        subject: NodeId,
        /// `MatchCase` nodes.
        cases: List
    }
    /// `raise`.
    Raise {
        /// The exception.
        exc: Option<NodeId>,
        /// Expression after `from`.
        cause: Option<NodeId>
    }
    /// `try`; `is_star` when the handlers are `except*`.
    Try [is_star: bool] {
        /// Statements.
        body: List,
        /// `ExceptHandler` nodes.
        handlers: List,
        /// Statements of `else`.
        orelse: List,
        /// Statements of `finally`.
        finalbody: List
    }
    /// `assert`.
    Assert {
        /// Condition.
        test: NodeId,
        /// Message.
        msg: Option<NodeId>
    }
    /// `import`.
    Import {
        /// `Alias` nodes.
        names: List
    }
    /// `from module import names`.
    ImportFrom {
        /// First identifier of the dotted name ([`Tree::dotted`]); none for `from . import x`.
        module: Option<Ident>,
        /// `Alias` nodes.
        names: List,
        /// Number of leading dots.
        level: u32
    }
    /// `global`.
    Global {
        /// `Name` nodes.
        names: List
    }
    /// `nonlocal`.
    Nonlocal {
        /// `Name` nodes.
        names: List
    }
    /// An expression as a statement.
    Expr {
        /// The expression.
        value: NodeId
    }
    /// `pass`.
    Pass {}
    /// `break`.
    Break {}
    /// `continue`.
    Continue {}

    // ---- parts of statements ----------------------------------------------------------------------------------
    /// The parameters of a function or lambda (`ast.arguments`). Defaults are in the `Param` nodes.
    Params {
        /// `Param` nodes before `/`.
        posonly: List,
        /// `Param` nodes that can be positional or named.
        args: List,
        /// `Param` of `*name`.
        vararg: Option<NodeId>,
        /// `Param` nodes after `*`.
        kwonly: List,
        /// `Param` of `**name`.
        kwarg: Option<NodeId>
    }
    /// One parameter. Its name is at the start of the span ([`Tree::name`]); the span leaves out the default.
    Param {
        /// After `:`. For `*name: *annotation` a `Starred`.
        annotation: Option<NodeId>,
        /// After `=`.
        default: Option<NodeId>
    }
    /// `name=value` or (`is_unpack`) `**value` in a call or class header. The name is at the start of the span ([`Tree::name`]).
    Keyword [is_unpack: bool] {
        /// The value.
        value: NodeId
    }
    /// `a.b.c as d` or `b as c` or (`is_star`) `*`. The dotted name starts at the start of the span ([`Tree::dotted`]).
    Alias [is_star: bool] {
        /// Name after `as`.
        asname: Option<Ident>
    }
    /// `context as target` of `with`.
    WithItem {
        /// The context manager.
        context: NodeId,
        /// Target.
        vars: Option<NodeId>
    }
    /// `except type as name:`.
    ExceptHandler {
        /// None for a bare `except:`.
        kind: Option<NodeId>,
        /// Name after `as`.
        name: Option<Ident>,
        /// Statements.
        body: List
    }
    /// One `for target in iter if ...` of a comprehension.
    Comprehension [is_async: bool] {
        /// Target.
        target: NodeId,
        /// What is iterated.
        iter: NodeId,
        /// Conditions.
        ifs: List
    }
    /// `case pattern if guard:`.
    MatchCase {
        /// The pattern.
        pattern: NodeId,
        /// Condition.
        guard: Option<NodeId>,
        /// Statements.
        body: List
    }

    // ---- patterns ---------------------------------------------------------------------------------------------
    /// A number, string or dotted name, compared by `==`.
    MatchValue {
        /// The expression.
        value: NodeId
    }
    /// `None`, `True` or `False`, compared by `is`. Never `Ellipsis`.
    MatchSingleton [value: Singleton] {}
    /// `[a, b]` or `(a, b)` or `a, b`.
    MatchSequence {
        /// Patterns; at most one `MatchStar`.
        patterns: List
    }
    /// `{key: pattern, **rest}`.
    MatchMapping {
        /// Key expression, pattern, key expression, pattern ...
        items: List,
        /// Name after `**`.
        rest: Option<Ident>
    }
    /// `Class(pattern, name=pattern)`.
    MatchClass {
        /// Name or Attribute.
        class: NodeId,
        /// Patterns by position.
        patterns: List,
        /// `MatchKeyword` nodes.
        keywords: List
    }
    /// `name=pattern` in a class pattern. The name is at the start of the span ([`Tree::name`]).
    MatchKeyword {
        /// The pattern.
        pattern: NodeId
    }
    /// `*name`; without a name for `*_`.
    MatchStar {
        /// The name.
        name: Option<Ident>
    }
    /// `pattern as name`, `name` (no pattern) or `_` (neither).
    MatchAs {
        /// The pattern.
        pattern: Option<NodeId>,
        /// The name.
        name: Option<Ident>
    }
    /// `a | b`.
    MatchOr {
        /// Two or more patterns.
        patterns: List
    }

    // ---- expressions ------------------------------------------------------------------------------------------
    /// `a and b and c`, `a or b or c`.
    BoolOp [op: BoolOp] {
        /// Two or more.
        values: List
    }
    /// `name := value`.
    NamedExpr {
        /// A `Name`.
        target: NodeId,
        /// The value.
        value: NodeId
    }
    /// `a + b`.
    BinOp [op: BinaryOp] {
        /// Left operand.
        left: NodeId,
        /// Right operand.
        right: NodeId
    }
    /// `-a`, `not a`.
    UnaryOp [op: UnaryOp] {
        /// The operand.
        operand: NodeId
    }
    /// `lambda params: body`.
    Lambda {
        /// A `Params` node; none when there are no parameters.
        params: Option<NodeId>,
        /// The expression.
        body: NodeId
    }
    /// `body if test else orelse`.
    IfExp {
        /// Condition.
        test: NodeId,
        /// When true.
        body: NodeId,
        /// When false.
        orelse: NodeId
    }
    /// `{key: value, **other}`.
    Dict {
        /// Key, value, key, value ...; a `DictUnpack` stands alone, without a value after it.
        items: List
    }
    /// `**value` in a dict display.
    DictUnpack {
        /// The mapping.
        value: NodeId
    }
    /// `{a, b}`.
    Set {
        /// Expressions or `Starred`.
        items: List
    }
    /// `[element for ...]`.
    ListComp {
        /// The element.
        element: NodeId,
        /// `Comprehension` nodes.
        generators: List
    }
    /// `{element for ...}`.
    SetComp {
        /// The element.
        element: NodeId,
        /// `Comprehension` nodes.
        generators: List
    }
    /// `{key: value for ...}`.
    DictComp {
        /// The key.
        key: NodeId,
        /// The value.
        value: NodeId,
        /// `Comprehension` nodes.
        generators: List
    }
    /// `(element for ...)`.
    GeneratorExp {
        /// The element.
        element: NodeId,
        /// `Comprehension` nodes.
        generators: List
    }
    /// `await value`.
    Await {
        /// The awaitable.
        value: NodeId
    }
    /// `yield value`.
    Yield {
        /// What is yielded.
        value: Option<NodeId>
    }
    /// `yield from value`.
    YieldFrom {
        /// The iterable.
        value: NodeId
    }
    /// `left < a <= b`.
    Compare {
        /// First operand.
        left: NodeId,
        /// One or more `CompareLink` nodes.
        links: List
    }
    /// An operator of a comparison and its right operand. The span is that of the operand.
    CompareLink [op: CompareOp] {
        /// Right operand.
        value: NodeId
    }
    /// `func(args, keywords)`.
    Call {
        /// What is called.
        func: NodeId,
        /// Expressions or `Starred`.
        args: List,
        /// `Keyword` nodes.
        keywords: List
    }
    /// `{value!conversion:format_spec}` in an f-string. The span is from `{` to `}`
    /// (`ast` gives it that of the whole string).
    FormattedValue [conversion: Conversion] {
        /// The expression.
        value: NodeId,
        /// A `JoinedStr`.
        format_spec: Option<NodeId>
    }
    /// An f-string, with the string literals beside it.
    JoinedStr {
        /// `TextPart` and `FormattedValue` nodes. Neighbouring `TextPart`s are one constant.
        values: List
    }
    /// A piece of text in a `JoinedStr`: the span is what stands between quotes and braces.
    TextPart [form: TextForm] {}
    /// A string literal, or several side by side: the span covers all with prefixes and quotes.
    /// [`crate::literal::decode_str`] reads it.
    Str {}
    /// A bytes literal, or several side by side. [`crate::literal::decode_bytes`] reads it.
    Bytes {}
    /// An integer literal: the span is its text, underscores and base prefix included.
    Int {}
    /// A float literal.
    Float {}
    /// An imaginary literal; the last character is `j` or `J`.
    Imaginary {}
    /// `None`, `True`, `False`, `...`.
    Constant [value: Singleton] {}
    /// `value.name`.
    Attribute {
        /// The object.
        value: NodeId,
        /// The attribute.
        name: Ident
    }
    /// `value[index]`.
    Subscript {
        /// The object.
        value: NodeId,
        /// An expression, a `Slice`, or a `Tuple` of these.
        index: NodeId
    }
    /// `*value`.
    Starred {
        /// The iterable.
        value: NodeId
    }
    /// A name. The span is its text ([`Tree::name`]).
    Name {}
    /// `[a, b]`, also as a target.
    ListDisplay {
        /// Expressions or `Starred`.
        items: List
    }
    /// `(a, b)` or `a, b`, also as a target. The span has the parentheses when there are any.
    Tuple {
        /// Expressions or `Starred`.
        items: List
    }
    /// `lower:upper:step` in a subscript.
    Slice {
        /// Lower bound.
        lower: Option<NodeId>,
        /// Upper bound.
        upper: Option<NodeId>,
        /// Step.
        step: Option<NodeId>
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
