//! The inventory of node kinds.

use super::{Ident, List, NodeId, Tree};
use crate::operator::{BinaryOp, BoolOp, CompareOp, Conversion, Singleton, UnaryOp};

/// What a field word can be read as.
pub(super) trait Field {
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

            pub(super) fn from_code(code: u8) -> Kind {
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
