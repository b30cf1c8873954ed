//! Tokens to tree.
//!
//! The parser is a pushdown machine: it takes a step, and what is to be done later is a frame on a stack in the
//! caller's memory. Nothing recurses on the native stack, however deep the source is. The tree grows from the low end
//! of the memory, the stack from the high end.
//!
//! An expression is parsed by the level of its operators: `Step::Operand` wants an operand, `Step::Operator` has one
//! and looks at what follows. An operator of a lower level than `min` belongs to a frame further out. When no operator
//! goes on, `Step::Value` gives the value to the frame on top.

mod call;
mod compound;
mod display;
mod expression;
#[cfg(feature = "explain")]
mod fragment;
mod fstring;
mod memory;
mod parameter;
mod pattern;
mod statement;
mod target;

use crate::character::Characters;
use crate::error::{Place, SyntaxError, SyntaxErrorKind};
use crate::lexer::{LexError, Lexer};
use crate::token::{Token, TokenKind};
use crate::tree::{Kind, List, MAX_SOURCE, NodeId, Tree};
use memory::{Frame, Memory};

/// What a source text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// A file: any number of statements.
    Exec,
    /// One expression; [`Parser::next_statement`] gives it as it is, once.
    Eval,
    /// One line, or one compound statement, as typed at a prompt.
    Single,
}

/// Why a step cannot go on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    /// The current token does not fit.
    Syntax,
    /// The current token cannot be made.
    Lex(LexError),
    /// The memory is full.
    Memory,
    /// At a prompt, after the line that ends with the current token.
    SecondStatement,
}

impl From<LexError> for Fault {
    fn from(error: LexError) -> Self {
        Self::Lex(error)
    }
}

type Parsed<T> = Result<T, Fault>;

/// What the machine does next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    /// A statement begins, or the block ends.
    Statement,
    /// A simple statement begins.
    Simple,
    /// The statement in `value` is done, and its line may go on with `;`.
    SimpleDone,
    /// The compound statement in `value` is done.
    CompoundDone,
    /// The statements of a block begin after a colon that was read.
    Block,
    /// The block in `list` is done.
    BlockDone,
    /// An element of a bare or bracketed list begins, or the list ends.
    Item,
    /// An element of a `{}` display begins, or the display ends.
    BraceItem,
    /// An argument begins, or the call ends.
    Argument,
    /// A parameter begins, or the parameters end.
    Parameter,
    /// An operand begins.
    Operand,
    /// The primary expression in `value` may go on with `.`, `(` or `[`.
    Suffix,
    /// The operand in `value` may be followed by an operator.
    Operator,
    /// The expression in `value` is complete: for the frame on top.
    Value,
    /// A text part of an f-string begins.
    Text,
    /// A pattern begins.
    Pattern,
    /// The closed pattern in `value` may be followed by `|` or `as`.
    PatternOperator,
    /// The pattern in `value` is complete: for the frame on top.
    PatternValue,
    /// A `case` begins, or the `match` ends.
    Case,
    /// The statement in `value` is one of the top level.
    Done,
}

/// Parses a source text, one statement of its top level at a time.
///
/// The tree of a statement is in the memory until the next one is asked for. How much memory a source needs is set
/// by its largest statement: some 3.5 words a node, and the frames of what is open.
pub struct Parser<'a> {
    source: &'a [u8],
    characters: Characters,
    mode: Mode,
    lexer: Lexer<'a>,
    memory: Memory<'a>,
    /// The token to be looked at; the lexer is right behind it.
    token: Token,
    /// End of the last token that was taken, line ends and indentation aside.
    last_end: u32,
    /// Operators below this level end the current expression.
    min: u8,
    /// The last complete expression, statement or pattern.
    value: NodeId,
    /// Where it starts, parentheses included.
    value_start: u32,
    /// It stands in parentheses.
    value_grouped: bool,
    /// The last complete block.
    list: List,
    /// Bracket depth of the innermost open field of an f-string; 0 for none.
    field_depth: u16,
    /// The top level is within a line: only a simple statement can follow.
    in_line: bool,
    /// The first token was made.
    started: bool,
    /// Statements of the top level so far.
    statements: u32,
    finished: bool,
    /// The line or compound statement the machine is in: offset and open blocks where it begins.
    statement: Origin,
    /// The first statement so far that would be a `match` if a colon were at its end.
    bare_match: Option<Origin>,
    failed: Option<SyntaxError>,
}

/// Where a statement begins.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Origin {
    /// Offset of its first token.
    pub start: u32,
    /// Open blocks around it.
    pub level: u8,
}

impl<'a> Parser<'a> {
    /// A parser for text that is no file: what it says about its encoding is not looked at.
    ///
    /// # Errors
    /// When the source has a null byte or is longer than 16 MiB.
    pub fn of_text(source: &'a str, mode: Mode, memory: &'a mut [u32]) -> Result<Self, SyntaxError> {
        crate::encoding::check_bytes(source.as_bytes())?;
        if source.starts_with('\u{feff}') {
            // A mark at the start is one of files only.
            let kind = SyntaxErrorKind::NonPrintable { character: '\u{feff}' };
            return Err(SyntaxError::at(kind, Place::Range { start: 0, end: 3 }, source.as_bytes()));
        }
        Self::checked(source.as_bytes(), mode, memory)
    }

    /// A parser for a source text, with memory for its tree. Some hundred words are enough for small statements.
    ///
    /// # Errors
    /// When the source is not UTF-8, names another encoding, has a null byte or is longer than 16 MiB.
    pub fn new(source: &'a [u8], mode: Mode, memory: &'a mut [u32]) -> Result<Self, SyntaxError> {
        crate::encoding::check(source)?;
        Self::checked(source, mode, memory)
    }

    /// The same parser with what the host knows of characters.
    #[must_use]
    pub fn knowing(mut self, characters: Characters) -> Self {
        self.characters = characters;
        self
    }

    fn checked(source: &'a [u8], mode: Mode, memory: &'a mut [u32]) -> Result<Self, SyntaxError> {
        if source.len() > MAX_SOURCE {
            return Err(SyntaxError::at(SyntaxErrorKind::SourceTooLong, Place::LineStart(0), source));
        }
        Ok(Self {
            source,
            characters: Characters::default(),
            mode,
            lexer: Lexer::new(source),
            memory: Memory::new(memory),
            token: Token { kind: TokenKind::Newline, start: 0, end: 0 },
            last_end: 0,
            min: 0,
            value: NodeId(0),
            value_start: 0,
            value_grouped: false,
            list: List::EMPTY,
            field_depth: 0,
            in_line: false,
            started: false,
            statements: 0,
            finished: false,
            statement: Origin::default(),
            bare_match: None,
            failed: None,
        })
    }

    /// The next statement of the top level, or none at the end. In [`Mode::Eval`] the expression.
    /// The memory of the statement before is used again.
    ///
    /// # Errors
    /// The first fault of the program. After a fault every call gives the same fault.
    pub fn next_statement(&mut self) -> Result<Option<NodeId>, SyntaxError> {
        if let Some(error) = self.failed {
            return Err(error);
        }
        if self.finished {
            return Ok(None);
        }
        self.memory.clear();
        match self.top_level() {
            Ok(found) => {
                self.finished |= found.is_none();
                Ok(found)
            }
            Err(fault) => {
                let incomplete = match fault {
                    Fault::Lex(error) => matches!(
                        error.kind,
                        SyntaxErrorKind::UnexpectedEnd | SyntaxErrorKind::UnterminatedTripleString { .. }
                    ),
                    Fault::Syntax => {
                        matches!(self.token.kind, TokenKind::End | TokenKind::Dedent)
                            && self.token.start as usize == self.source.len()
                    }
                    Fault::Memory => false,
                    Fault::SecondStatement => false,
                };
                let mut error = self.explain(fault);
                error.incomplete = incomplete;
                self.failed = Some(error);
                Err(error)
            }
        }
    }

    /// Parses what is left, without keeping it: Python reports an error of the parser before one of the compiler,
    /// also when it comes later in the file.
    ///
    /// # Errors
    /// The first fault in the rest.
    pub fn parse_rest(&mut self) -> Result<(), SyntaxError> {
        while self.next_statement()?.is_some() {}
        Ok(())
    }

    /// The tree of the statement that was parsed last.
    #[must_use]
    pub fn tree(&self) -> Tree<'_> {
        Tree::new(self.memory.tree_words(), self.source)
    }

    /// The source text.
    #[must_use]
    pub const fn source(&self) -> &'a [u8] {
        self.source
    }

    /// The most words of memory that any statement has used so far.
    #[must_use]
    pub const fn peak_words(&self) -> usize {
        self.memory.peak()
    }

    fn top_level(&mut self) -> Parsed<Option<NodeId>> {
        if !self.started {
            self.token = self.lexer.next()?;
            self.started = true;
        }
        if self.mode == Mode::Eval {
            return self.expression_only().map(Some);
        }
        if !self.in_line {
            if self.token.kind == TokenKind::End {
                return Ok(None);
            }
            if self.mode == Mode::Single && self.statements > 0 {
                return self.second_statement();
            }
        }
        self.statements = self.statements.saturating_add(1);
        self.min = 0;
        self.field_depth = 0;
        let step = if self.in_line { Step::Simple } else { Step::Statement };
        self.run(step).map(Some)
    }

    /// At a prompt nothing may follow the first line or compound statement.
    fn second_statement(&self) -> Parsed<Option<NodeId>> {
        if !self.at(TokenKind::Newline) {
            return Err(Fault::Syntax);
        }
        let mut rest = self.source.get(self.lexer.offset()..).unwrap_or(&[]).trim_ascii_start();
        while let [b'#', comment @ ..] = rest {
            let end = comment.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(comment.len());
            rest = comment.get(end..).unwrap_or(&[]).trim_ascii_start();
        }
        if rest.is_empty() { Ok(None) } else { Err(Fault::SecondStatement) }
    }

    fn expression_only(&mut self) -> Parsed<NodeId> {
        self.finished = true;
        self.statement = Origin { start: self.token.start, level: 0 };
        self.memory.push(0)?;
        self.enter(Frame::Outermost, 0)?;
        self.open_items(display::PLAIN, self.token.start)?;
        let value = self.run(Step::Item)?;
        while self.token.kind == TokenKind::Newline {
            self.advance()?;
        }
        if self.token.kind == TokenKind::End { Ok(value) } else { Err(Fault::Syntax) }
    }

    fn run(&mut self, mut step: Step) -> Parsed<NodeId> {
        loop {
            step = match step {
                Step::Statement => self.statement()?,
                Step::Simple => self.simple()?,
                Step::SimpleDone => self.simple_done()?,
                Step::CompoundDone => self.compound_done()?,
                Step::Block => self.block()?,
                Step::BlockDone => self.block_done()?,
                Step::Item => self.item()?,
                Step::BraceItem => self.brace_item()?,
                Step::Argument => self.argument()?,
                Step::Parameter => self.parameter()?,
                Step::Operand => self.operand()?,
                Step::Suffix => self.suffix()?,
                Step::Operator => self.operator()?,
                Step::Value => self.value()?,
                Step::Text => self.text()?,
                Step::Pattern => self.pattern()?,
                Step::PatternOperator => self.pattern_operator()?,
                Step::PatternValue => self.pattern_value()?,
                Step::Case => self.case()?,
                Step::Done => return Ok(self.value),
            };
        }
    }

    /// Gives a complete expression to the frame on top.
    fn value(&mut self) -> Parsed<Step> {
        let (frame, data) = self.memory.top();
        match frame {
            Frame::Items => self.items_value(data),
            Frame::Brace => self.brace_value(data),
            Frame::DictUnpack => self.dict_unpack_value(),
            Frame::Clause => self.clause_value(data),
            Frame::Starred => self.starred_value(),
            Frame::Yield => self.yield_value(Kind::Yield),
            Frame::YieldFrom => self.yield_value(Kind::YieldFrom),
            Frame::Slice => self.slice_value(data),
            Frame::Call => self.call_value(data),
            Frame::Keyword => self.keyword_value(data),
            Frame::Parameter => self.parameter_value(data),
            Frame::Field => self.field_value(),
            Frame::PatternText => self.pattern_text(),
            Frame::Outermost => Ok(Step::Done),
            _ => self.statement_value(frame, data),
        }
    }

    /// Takes the current token.
    fn advance(&mut self) -> Parsed<()> {
        match self.token.kind {
            TokenKind::Newline | TokenKind::Indent | TokenKind::Dedent => {}
            _ => self.last_end = self.token.end,
        }
        self.token = self.lexer.next()?;
        Ok(())
    }

    /// The token to be looked at.
    pub(crate) const fn token(&self) -> Token {
        self.token
    }

    #[cfg(feature = "explain")]
    pub(crate) const fn origin(&self) -> Origin {
        self.statement
    }

    #[cfg(feature = "explain")]
    pub(crate) const fn has_started(&self) -> bool {
        self.started
    }

    #[cfg(feature = "explain")]
    pub(crate) const fn bare_match(&self) -> Option<Origin> {
        self.bare_match
    }

    #[cfg(feature = "explain")]
    pub(crate) const fn mode(&self) -> Mode {
        self.mode
    }

    #[cfg(feature = "explain")]
    pub(crate) const fn characters(&self) -> Characters {
        self.characters
    }

    /// A lexer that knows the indentation of the blocks that are open.
    #[cfg(feature = "explain")]
    pub(crate) fn lexer_clone(&self) -> Lexer<'a> {
        self.lexer.clone()
    }

    /// All of the memory: the tree and the stack are lost.
    #[cfg(feature = "explain")]
    pub(crate) fn all_words(&mut self) -> &mut [u32] {
        self.memory.all_words()
    }

    fn at(&self, kind: TokenKind) -> bool {
        self.token.kind == kind
    }

    /// Takes the current token when it is of this kind.
    fn take(&mut self, kind: TokenKind) -> Parsed<bool> {
        let here = self.at(kind);
        if here {
            self.advance()?;
        }
        Ok(here)
    }

    /// Takes the current token, which must be of this kind.
    fn expect(&mut self, kind: TokenKind) -> Parsed<()> {
        if self.at(kind) { self.advance() } else { Err(Fault::Syntax) }
    }

    /// True at a name with this text.
    fn at_word(&self, word: &[u8]) -> bool {
        self.at(TokenKind::Name) && self.text_of(self.token) == word
    }

    fn text_of(&self, token: Token) -> &'a [u8] {
        self.source.get(token.start as usize..token.end as usize).unwrap_or(&[])
    }

    /// Pushes a frame over the words that belong to it. The level of the expression outside is kept in it.
    fn enter(&mut self, frame: Frame, data: u16) -> Parsed<()> {
        self.memory.push_frame(frame, self.min, data)
    }

    /// Takes the frame on top off, its words aside, and gives its data.
    fn leave(&mut self) -> u16 {
        let (min, data) = self.memory.pop_frame();
        self.min = min;
        data
    }

    /// Makes a node that ends with the last token taken, and makes it the value.
    fn make(&mut self, kind: Kind, data: u8, start: u32, fields: &[u32]) -> Parsed<()> {
        self.value = self.memory.node(kind, data, start, self.last_end, fields)?;
        self.value_start = start;
        self.value_grouped = false;
        Ok(())
    }

    /// Makes a node of the current token, and takes the token.
    fn make_leaf(&mut self, kind: Kind, data: u8) -> Parsed<()> {
        let token = self.token;
        self.value = self.memory.node(kind, data, token.start, token.end, &[])?;
        self.value_start = token.start;
        self.value_grouped = false;
        self.advance()
    }

    fn kind(&self, id: NodeId) -> Kind {
        self.tree().kind(id)
    }

    /// The value is a name that stands alone.
    fn value_is_name(&self) -> bool {
        !self.value_grouped && self.kind(self.value) == Kind::Name
    }
}
