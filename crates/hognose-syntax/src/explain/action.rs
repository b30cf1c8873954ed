//! What the grammar of errors does at the end of an alternative.

use super::fragment::{Fragment, Part};
use super::fstring;
use super::machine::{Machine, Run, Stop};
use super::tables::{KINDS, NAMED, OWNERS, how};
use crate::error::{ExpressionName, Place, SyntaxErrorKind as K};
use crate::literal;
use crate::operator::{CompareOp, Singleton};
use crate::span::{LineCursor, Span};
use crate::token::TokenKind as T;
use crate::tree::{Kind, Node, NodeId, Tree};

/// What a target is a target of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TargetOf {
    Assignment,
    For,
    Delete,
}

type Acted<T> = Result<T, Stop>;

impl Machine<'_> {
    /// Does an action. False when the alternative does not fit after all.
    #[cold]
    pub(super) fn act(&mut self, action: u8, what: u8) -> Acted<bool> {
        let (a, b) = (self.mark(0), self.mark(1));
        let kind = KINDS.get(usize::from(what)).copied().unwrap_or(K::Invalid);
        match action {
            how::ITEM => {
                self.last_item = a;
                Ok(true)
            }
            how::NUMBER => self.number(a),
            how::STRINGS => self.strings(a),
            how::REAL => self.complex_part(a, false),
            how::IMAGINARY => self.complex_part(a, true),
            how::HERE | how::EXPECTED => Err(Stop::Raised(kind, self.here())),
            how::AT => {
                let span = self.span(a)?;
                Err(Stop::Raised(kind, Place::Range { start: span.start, end: span.end }))
            }
            how::RANGE => self.raise_between(kind, a, b),
            how::UPTO_ITEM => self.raise_between(kind, a, self.mark(2)),
            how::UPTO_LAST => {
                let start = self.span(a)?.start;
                let end = self.look(b, |tree, id| match tree.node(id) {
                    Node::Tuple { items } => {
                        tree.items(items).next_back().map_or(tree.span(id), |id| tree.span(id))
                    }
                    _ => tree.span(id),
                })?;
                Err(Stop::Raised(kind, Place::Range { start, end: end.end }))
            }
            how::FROM => {
                let start = self.span(a)?.start;
                Err(Stop::Raised(kind, Place::To { start, end: self.end(self.furthest) }))
            }
            how::PARAMETER => {
                let mut run = a;
                if self.is(run.end.saturating_sub(1), T::Comma) {
                    run.end -= 1;
                }
                Err(Stop::Raised(kind, self.place_of_run(run)))
            }
            how::NAMED => {
                let (name, span) = self.look(a, |tree, id| (name_of(tree, id), tree.span(id)))?;
                let kind = NAMED.get(usize::from(what)).map_or(K::Invalid, |kind| kind(name));
                Err(Stop::Raised(kind, Place::Range { start: span.start, end: span.end }))
            }
            how::ANNOTATED_TUPLE => {
                let kind = K::AnnotatedTarget { name: ExpressionName::Tuple };
                let span = self.span(a)?;
                Err(Stop::Raised(kind, Place::Range { start: span.start, end: span.end }))
            }
            how::BLOCK => {
                let owner = OWNERS.get(usize::from(what)).copied().unwrap_or(crate::error::BlockOwner::If);
                let line = LineCursor::new(self.source).position(self.start(a.first)).line;
                let kind = K::ExpectedBlockAfter { owner, line };
                Err(Stop::Raised(kind, self.here()))
            }
            how::TARGET => self.invalid_target(a, what),
            how::LEGACY => match self.legacy(a) {
                Some(name) => self.raise_between(K::MissingParentheses { name }, a, b),
                None => Ok(false),
            },
            how::FORGOT_COMMA => {
                let last = self.position().saturating_sub(1);
                if self.legacy(a).is_some() || self.depth(last) == 0 {
                    return Ok(false);
                }
                self.raise_between(K::ForgotComma, a, b)
            }
            how::ASSIGN_KEYWORD => {
                let name = match self.text(a.first) {
                    b"True" => "True",
                    b"False" => "False",
                    _ => "None",
                };
                self.raise_between(K::AssignToKeyword { name }, a, b)
            }
            how::ARGUMENT_ORDER => {
                let unpacked = self.look_at_arguments(a, |tree, _, keywords| {
                    tree.items(keywords)
                        .any(|id| matches!(tree.node(id), Node::Keyword { is_unpack: true, .. }))
                })?;
                let kind = if unpacked { K::PositionalAfterUnpack } else { K::PositionalAfterKeyword };
                Err(Stop::Raised(kind, self.here()))
            }
            how::GENERATOR_IN_CALL => {
                let last = self.look_at_arguments(a, |tree, args, _| {
                    if tree.len(args) <= 1 {
                        None
                    } else {
                        tree.items(args).next_back().map(|id| tree.span(id))
                    }
                })?;
                let Some(last) = last else { return Ok(false) };
                let end = self.span(self.mark(2))?.end;
                Err(Stop::Raised(K::BareGenerator, Place::Range { start: last.start, end }))
            }
            how::DICT_COLON => {
                let span = self.span(a)?;
                Err(Stop::Raised(K::DictColonExpected, Place::Last { start: span.start, end: span.end }))
            }
            _ => Ok(false),
        }
    }

    /// Where Python reports a fault without a place of its own: at the last token it has looked at.
    pub(super) fn here(&self) -> Place {
        self.place_of(self.furthest)
    }

    /// Where a token stands, as far as it has a place.
    pub(super) fn place_of(&self, index: u32) -> Place {
        let (start, end) = (self.start(index), self.end(index));
        if self.is(index, T::End) {
            return Place::EndOfText;
        }
        if self.is(index, T::Indent) || self.is(index, T::Dedent) {
            if start as usize >= self.source.len() {
                return Place::EndOfText;
            }
            return Place::Cursor(start);
        }
        Place::Range { start, end }
    }

    fn place_of_run(&self, run: Run) -> Place {
        Place::Range { start: self.start(run.first), end: self.end(run.end.saturating_sub(1)) }
    }

    /// Where the node stands that these tokens make: without the parentheses around it.
    fn span(&mut self, run: Run) -> Acted<Span> {
        let last = run.end.saturating_sub(1);
        if self.is(run.first, T::LeftParen) && self.is(last, T::RightParen) {
            return self.look(run, |tree, id| tree.span(id));
        }
        Ok(Span { start: self.start(run.first), end: self.end(last) })
    }

    fn raise_between(&mut self, kind: K, a: Run, b: Run) -> Acted<bool> {
        let start = self.span(a)?.start;
        let end = self.span(b)?.end;
        Err(Stop::Raised(kind, Place::Range { start, end }))
    }

    /// Parses tokens that make an expression, and looks at its tree.
    fn look<R>(&mut self, run: Run, see: impl FnOnce(Tree<'_>, NodeId) -> R) -> Acted<R> {
        self.charge(run);
        let (start, end) = (self.start(run.first), self.end(run.end.saturating_sub(1)));
        let source = self.source;
        Fragment::parse(Part::Expression, source, self.characters, start, end, self.free_words()).look(see)
    }

    /// Parses tokens that are arguments of a call, and looks at their lists.
    fn look_at_arguments<R>(
        &mut self,
        run: Run,
        see: impl FnOnce(Tree<'_>, crate::tree::List, crate::tree::List) -> R,
    ) -> Acted<R> {
        self.charge(run);
        let (start, end) = (self.start(run.first), self.end(run.end.saturating_sub(1)));
        let source = self.source;
        Fragment::parse(Part::Arguments, source, self.characters, start, end, self.free_words()).look(
            |tree, id| match tree.node(id) {
                Node::Call { args, keywords, .. } => see(tree, args, keywords),
                _ => see(tree, crate::tree::List::EMPTY, crate::tree::List::EMPTY),
            },
        )
    }

    /// The name of a statement of old that tokens are, in parentheses or not.
    fn legacy(&self, run: Run) -> Option<&'static str> {
        let (mut first, mut last) = (run.first, run.end.saturating_sub(1));
        while first < last && self.is(first, T::LeftParen) && self.is(last, T::RightParen) {
            first += 1;
            last -= 1;
        }
        match self.text(first) {
            b"print" if first == last => Some("print"),
            b"exec" if first == last => Some("exec"),
            _ => None,
        }
    }

    fn invalid_target(&mut self, run: Run, what: u8) -> Acted<bool> {
        let of = match what {
            0 => TargetOf::Assignment,
            1 => TargetOf::For,
            _ => TargetOf::Delete,
        };
        self.charge(run);
        let (start, end) = (self.start(run.first), self.end(run.end.saturating_sub(1)));
        let source = self.source;
        let mut fragment =
            Fragment::parse(Part::Expression, source, self.characters, start, end, self.free_words());
        let found = fragment.find(|tree, id| judge(tree, id, of))?;
        let Some((name, span)) = found else { return Ok(false) };
        let kind = if of == TargetOf::Delete { K::CannotDelete { name } } else { K::CannotAssign { name } };
        Err(Stop::Raised(kind, Place::Range { start: span.start, end: span.end }))
    }

    fn number(&self, run: Run) -> Acted<bool> {
        let text = self.text(run.first);
        if !self.is(run.first, T::Int) || !literal::is_too_long(text) {
            return Ok(true);
        }
        let kind = K::TooManyDigits { digits: literal::digits(text) as u32 };
        Err(Stop::Raised(kind, Place::Unplaced(self.start(run.first))))
    }

    fn complex_part(&self, run: Run, imaginary: bool) -> Acted<bool> {
        if self.is(run.first, T::Imaginary) == imaginary {
            return Ok(true);
        }
        let kind = if imaginary { K::ImaginaryRequired } else { K::RealRequired };
        Err(Stop::Raised(kind, self.place_of_run(run)))
    }

    /// Checks string literals side by side.
    fn strings(&mut self, run: Run) -> Acted<bool> {
        let first_bytes = self.is(run.first, T::Bytes);
        for index in run.first..run.end {
            let bytes = self.is(index, T::Bytes);
            let (start, end) = (self.start(index), self.end(index));
            let span = Span { start, end };
            let source = self.source;
            let here = self.here();
            if bytes && !self.text(index).is_ascii() {
                return Err(Stop::Raised(K::BytesNotAscii, Place::Range { start, end }));
            }
            if !self.is(index, T::FString) {
                fstring::check_plain(source, span, self.characters, bytes, here)?;
            }
            if bytes != first_bytes {
                return Err(Stop::Raised(K::MixedBytes, here));
            }
            if self.is(index, T::FString) {
                fstring::check(source, self.characters, span, here, self.free_words())?;
            }
        }
        Ok(true)
    }
}

/// What a walk over a target does with a node.
pub(super) enum Verdict {
    /// It is no target.
    Wrong,
    /// It is one.
    Right,
    /// Its child decides.
    Child(NodeId),
    /// Its children decide.
    Children(crate::tree::List),
}

/// Is a node what can be assigned to or deleted?
fn judge(tree: Tree<'_>, id: NodeId, of: TargetOf) -> Verdict {
    match tree.node(id) {
        Node::Tuple { items } | Node::ListDisplay { items } => Verdict::Children(items),
        Node::Starred { .. } if of == TargetOf::Delete => Verdict::Wrong,
        Node::Starred { value } => Verdict::Child(value),
        // In `for a in b` the target and what is iterated look like a comparison.
        Node::Compare { left, links } if of == TargetOf::For => {
            match tree.item(links, 0).map(|id| tree.node(id)) {
                Some(Node::CompareLink { op: CompareOp::In, .. }) => Verdict::Child(left),
                _ => Verdict::Right,
            }
        }
        Node::Name {} | Node::Subscript { .. } | Node::Attribute { .. } => Verdict::Right,
        _ => Verdict::Wrong,
    }
}

/// What messages call an expression.
pub(super) fn name_of(tree: Tree<'_>, id: NodeId) -> ExpressionName {
    match tree.kind(id) {
        Kind::Attribute => ExpressionName::Attribute,
        Kind::Subscript => ExpressionName::Subscript,
        Kind::Starred => ExpressionName::Starred,
        Kind::Name => ExpressionName::Name,
        Kind::ListDisplay => ExpressionName::List,
        Kind::Tuple => ExpressionName::Tuple,
        Kind::Lambda => ExpressionName::Lambda,
        Kind::Call => ExpressionName::FunctionCall,
        Kind::GeneratorExp => ExpressionName::GeneratorExpression,
        Kind::Yield | Kind::YieldFrom => ExpressionName::YieldExpression,
        Kind::Await => ExpressionName::AwaitExpression,
        Kind::ListComp => ExpressionName::ListComprehension,
        Kind::SetComp => ExpressionName::SetComprehension,
        Kind::DictComp => ExpressionName::DictComprehension,
        Kind::Dict => ExpressionName::DictLiteral,
        Kind::Set => ExpressionName::SetDisplay,
        Kind::JoinedStr => ExpressionName::FString,
        Kind::Str | Kind::Bytes | Kind::Int | Kind::Float | Kind::Imaginary => ExpressionName::Literal,
        Kind::Compare => ExpressionName::Comparison,
        Kind::IfExp => ExpressionName::ConditionalExpression,
        Kind::NamedExpr => ExpressionName::NamedExpression,
        Kind::Constant => match tree.node(id) {
            Node::Constant { value: Singleton::True } => ExpressionName::True,
            Node::Constant { value: Singleton::False } => ExpressionName::False,
            Node::Constant { value: Singleton::None } => ExpressionName::None,
            _ => ExpressionName::Ellipsis,
        },
        _ => ExpressionName::Expression,
    }
}
