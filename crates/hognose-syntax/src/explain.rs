//! Why a program is wrong, in Python's words.
//!
//! The parser only finds that a statement is wrong. Then the statement is read once more by a machine that runs a grammar
//! of errors ([`machine`]), first to find the token at which Python's parser gives up, then to find out why. An error in
//! the field of an f-string is explained by a further look at the field alone.

mod action;
mod fragment;
mod fstring;
mod machine;
#[rustfmt::skip]
mod tables;

use crate::character::Characters;
use crate::error::{ErrorText, Place, SyntaxError, SyntaxErrorKind as K};
use crate::lexer::{LexError, Lexer};
use crate::parser::{Fault, Mode, Origin, Parser};
use crate::span::{LineCursor, Position};
use crate::token::{Token, TokenKind as T};
use machine::{Machine, Outcome, Stop};

/// What is explained.
#[derive(Clone, Copy, Debug)]
enum Scope {
    /// The statement that begins here.
    Statement(Origin),
    /// The expression in a field of an f-string, between two offsets.
    Field(u32, u32),
}

impl Parser<'_> {
    /// The error a fault stands for.
    #[cold]
    pub(crate) fn explain(&mut self, fault: Fault) -> SyntaxError {
        let token = self.token();
        let source = self.source();
        if let Fault::Memory = fault {
            return SyntaxError::at(K::OutOfMemory, Place::LineStart(token.start), source);
        }
        if let Fault::SecondStatement = fault {
            let place = Place::Range { start: token.start, end: token.end };
            return SyntaxError::at(K::MultipleStatements, place, source);
        }
        if let (Fault::Lex(error), false) = (fault, self.has_started()) {
            return SyntaxError::at(error.kind, error.place, source);
        }
        let origin = self.origin();
        let bare_match = self.bare_match();
        if bare_match.is_none()
            && token.kind == T::Indent
            && origin.start == token.start
            && matches!(fault, Fault::Syntax)
        {
            return SyntaxError::at(K::UnexpectedIndent, Place::Cursor(token.start), source);
        }
        let mut explanation = Explanation {
            source,
            characters: self.characters(),
            mode: self.mode(),
            lexer: self.lexer_clone(),
            fault,
            token,
            scope: Scope::Statement(origin),
            earlier: None,
        };
        if let Some(origin) = bare_match {
            explanation.look_at_match(origin, self.all_words());
            if token.kind == T::Indent && matches!(fault, Fault::Syntax) {
                let kind = explanation.earlier.map_or(K::UnexpectedIndent, |(kind, _)| kind);
                return SyntaxError::at(kind, Place::Cursor(token.start), source);
            }
        }
        loop {
            match explanation.explain(self.all_words()) {
                Ok(error) => return error,
                Err(scope) => explanation.scope = scope,
            }
        }
    }
}

struct Explanation<'a> {
    source: &'a [u8],
    characters: Characters,
    mode: Mode,
    lexer: Lexer<'a>,
    /// Why the parser gave up, and at what token.
    fault: Fault,
    token: Token,
    scope: Scope,
    /// What Python finds wrong in an earlier statement when it looks for faults; without a place it is at the last token.
    earlier: Option<(K, Option<Place>)>,
}

impl<'a> Explanation<'a> {
    /// A statement that is right can look wrong when faults are looked for: `match (a)` without a colon.
    fn look_at_match(&mut self, origin: Origin, words: &mut [u32]) {
        let mut machine = Machine::new(self.source, self.characters, words);
        let mut lexer = self.lexer.clone();
        lexer.rewind(origin.start as usize, usize::from(origin.level));
        lexer.set_whole_fstrings();
        while let Ok(token) = lexer.next() {
            if !machine.add_token(token.kind, token.start, token.end, lexer.depth()) {
                return;
            }
            if token.kind == T::Newline {
                break;
            }
        }
        if let Outcome::Stopped(Stop::Raised(kind, place)) = machine.run(tables::PROGRAM, true) {
            let missing = matches!(kind, K::Expected { .. });
            self.earlier = Some((kind, if missing { None } else { Some(place) }));
        }
    }

    /// The error, or the field that it is in.
    fn explain(&self, words: &mut [u32]) -> Result<SyntaxError, Scope> {
        let mut machine = Machine::new(self.source, self.characters, words);
        let Some(mut rest) = self.load(&mut machine) else {
            return Ok(self.unexplained());
        };
        let rule = match (self.scope, self.mode) {
            (Scope::Field(..), _) => tables::FIELD,
            (_, Mode::Exec) => tables::PROGRAM,
            (_, Mode::Eval) => tables::EVAL,
            (_, Mode::Single) => tables::LINE,
        };
        let mut outcome = machine.run(rule, false);
        let last = machine.furthest;
        if let Outcome::Fails | Outcome::Fits = outcome {
            outcome = match self.earlier {
                Some((kind, place)) => {
                    Outcome::Stopped(Stop::Raised(kind, place.unwrap_or(machine.place_of(last))))
                }
                None => machine.run(rule, true),
            };
        }
        let (kind, place) = match outcome {
            Outcome::Stopped(Stop::Field(start, end)) => {
                let line = LineCursor::new(self.source).position(machine.start(machine.furthest)).line;
                return match self.look_at_rest(&mut rest, machine.broken, line) {
                    Some(error) => Ok(error),
                    None => Err(Scope::Field(start, end)),
                };
            }
            Outcome::Stopped(Stop::Lex(error)) => return Ok(self.lex_error(error)),
            Outcome::Stopped(Stop::Memory) => {
                return Ok(self.unexplained());
            }
            Outcome::Stopped(Stop::Raised(kind, place)) => (kind, place),
            _ if machine.is(last, T::Indent) => (K::UnexpectedIndent, machine.here()),
            _ if machine.is(last, T::Dedent) => (K::UnexpectedUnindent, machine.here()),
            _ if machine.is(last, T::End) => {
                let end = machine.start(last);
                (K::Invalid, Place::Unplaced(end.saturating_sub(1)))
            }
            _ => (K::Invalid, machine.place_of(last)),
        };
        if !matches!(kind, K::UnexpectedIndent | K::UnexpectedUnindent) {
            let line = LineCursor::new(self.source).position(machine.start(machine.furthest)).line;
            if let Some(error) = self.look_at_rest(&mut rest, machine.broken, line) {
                return Ok(error);
            }
        }
        Ok(self.error(kind, place))
    }

    /// What is known without an explanation: for this the memory is never too small.
    fn unexplained(&self) -> SyntaxError {
        match self.fault {
            Fault::Lex(error) => self.lex_error(error),
            _ => self.error(K::Invalid, Place::Range { start: self.token.start, end: self.token.end }),
        }
    }

    /// The lexer at the start of the scope.
    fn lexer_at_start(&self) -> Lexer<'a> {
        match self.scope {
            Scope::Statement(origin) => {
                let mut lexer = self.lexer.clone();
                lexer.rewind(origin.start as usize, usize::from(origin.level));
                lexer.set_whole_fstrings();
                lexer
            }
            Scope::Field(start, end) => {
                let mut lexer = Lexer::inside(self.source, start as usize, end as usize);
                lexer.set_whole_fstrings();
                lexer
            }
        }
    }

    /// Reads the tokens of the scope. Gives the lexer behind them; none when the memory is full.
    fn load(&self, machine: &mut Machine<'_>) -> Option<Lexer<'a>> {
        let mut lexer = self.lexer_at_start();
        if let Scope::Field(start, end) = self.scope {
            // Python reads the expression of a field in parentheses, so line ends do not count.
            let mut fits = machine.add_token(T::LeftParen, start - 1, start, 1);
            loop {
                match lexer.next() {
                    Ok(token) if token.kind == T::End => break,
                    Ok(token) => {
                        fits &= machine.add_token(token.kind, token.start, token.end, lexer.depth() + 1)
                    }
                    Err(error) => {
                        machine.broken = Some(error);
                        return fits.then_some(lexer);
                    }
                }
            }
            fits &= machine.add_token(T::RightParen, end, end + 1, 0);
            fits &= machine.add_token(T::Newline, end + 1, end + 1, 0);
            fits &= machine.add_token(T::End, end + 1, end + 1, 0);
            return fits.then_some(lexer);
        }
        let Scope::Statement(origin) = self.scope else { return None };
        let mut new_line = false;
        loop {
            let token = match lexer.next() {
                Ok(token) => token,
                Err(error) => {
                    machine.broken = Some(error);
                    return Some(lexer);
                }
            };
            // Only the last line of a file ends without a line end.
            let virtual_end = token.kind == T::Newline && token.start as usize == self.source.len();
            if virtual_end && self.mode != Mode::Exec {
                continue;
            }
            if !machine.add_token(token.kind, token.start, token.end, lexer.depth()) {
                return None;
            }
            // A statement behind the one that is wrong is of no interest; what goes on with it is.
            let over = new_line
                && token.start > self.token.end
                && lexer.level() <= usize::from(origin.level)
                && !matches!(
                    token.kind,
                    T::Newline | T::Indent | T::Dedent | T::Elif | T::Else | T::Except | T::Finally
                );
            if over || token.kind == T::End {
                return Some(lexer);
            }
            new_line = matches!(token.kind, T::Newline | T::Dedent);
        }
    }

    /// A fault of the text further on goes before the error that was found, in `line`.
    fn look_at_rest(&self, rest: &mut Lexer<'a>, broken: Option<LexError>, line: u32) -> Option<SyntaxError> {
        let mut error = broken;
        while error.is_none() {
            match rest.next() {
                Ok(token) if token.kind == T::End => return None,
                Ok(_) => {}
                Err(found) => error = Some(found),
            }
        }
        let error = error?;
        match error.kind {
            K::UnexpectedEnd | K::AfterContinuation | K::InconsistentTabs | K::TooManyIndents | K::Dedent => {
                let (bracket, start) = self.open_bracket()?;
                let opened = LineCursor::new(self.source).position(start).line;
                (line > opened).then(|| self.error(K::NeverClosed { bracket }, Place::From { start }))
            }
            _ => Some(self.lex_error(error)),
        }
    }

    /// The innermost bracket that is open where the text breaks off.
    fn open_bracket(&self) -> Option<(char, u32)> {
        let depth = self.count_brackets();
        let mut lexer = self.lexer_at_start();
        let mut found = None;
        while let Ok(token) = lexer.next() {
            let bracket = match token.kind {
                T::LeftParen => '(',
                T::LeftBracket => '[',
                T::LeftBrace => '{',
                T::End => break,
                _ => continue,
            };
            if lexer.depth() == depth {
                found = Some((bracket, token.start));
            }
        }
        found
    }

    /// How many brackets are open where the text breaks off, before the token that breaks it.
    fn count_brackets(&self) -> usize {
        let mut lexer = self.lexer_at_start();
        loop {
            let depth = lexer.depth();
            match lexer.next() {
                Ok(token) if token.kind == T::End => return depth,
                Ok(_) => {}
                Err(_) => return depth,
            }
        }
    }

    /// The error of a token that cannot be made.
    fn lex_error(&self, error: LexError) -> SyntaxError {
        let mut kind = error.kind;
        let mut place = error.place;
        match kind {
            K::UnexpectedEnd => {
                if let Some((bracket, start)) = self.open_bracket() {
                    kind = K::NeverClosed { bracket };
                    place = Place::From { start };
                }
            }
            K::Mismatched { close, open } => {
                if let (Some((_, start)), Place::UpTo(at)) = (self.open_bracket(), place) {
                    let mut cursor = LineCursor::new(self.source);
                    let line = cursor.position(start).line;
                    if cursor.position(at).line != line {
                        kind = K::MismatchedAcrossLines { close, open, line };
                    }
                }
            }
            _ => {}
        }
        let mut found = SyntaxError::at(kind, place, self.source);
        if let Scope::Field(start, end) = self.scope {
            self.move_into_field(&mut found, start, end, |position| position.column);
        }
        found
    }

    /// An error at a place of the scope.
    fn error(&self, kind: K, place: Place) -> SyntaxError {
        let Scope::Field(start, end) = self.scope else { return SyntaxError::at(kind, place, self.source) };
        // Of errors in fields Python counts columns in bytes.
        let mut error = SyntaxError::at_columns(kind, place, self.source, |position| position.byte_column);
        error.in_fstring = true;
        self.move_into_field(&mut error, start, end, |position| position.byte_column);
        error
    }

    /// Python counts columns in the first line of a field from the parenthesis it has put before the expression.
    fn move_into_field(&self, error: &mut SyntaxError, start: u32, end: u32, column_of: fn(Position) -> u32) {
        let mut cursor = LineCursor::new(self.source);
        let first = cursor.position(start);
        let last = cursor.position(end);
        if error.line == first.line {
            error.column = (error.column + 1).saturating_sub(column_of(first));
        }
        if error.end_line == first.line && error.end_column > 0 {
            error.end_column += 1 - column_of(first) as i32;
        }
        if let ErrorText::Line { start: line, end: line_end } = error.text {
            error.text = ErrorText::Field {
                start: line.max(start),
                end: line_end.min(end),
                open: error.line == first.line,
                close: error.line == last.line,
            };
        }
    }
}
