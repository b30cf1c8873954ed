//! Replacement texts of `sub` and `expand`.

use super::error::{ErrorKind, RegexError, Span};
use super::parse_escape::control;
use super::parse_group::{group_number, is_name};
use super::program::Program;
use super::source::{Source, Token};

/// A piece of a replacement text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece {
    /// A part of the template as it stands.
    Text(Span),
    /// One character (or byte) that an escape stands for.
    Char(u32),
    /// What a group matched; 0 is the whole match. A group that did not take part gives nothing.
    Group(u32),
}

/// The pieces of a replacement text, in order. After an error there are no more.
///
/// CPython refuses a template before it replaces anything: go through all pieces once before the first use.
pub struct Template<'a> {
    source: Option<Source<'a>>,
    /// An error that was found before the first piece.
    early: Option<RegexError>,
    program: Program<'a>,
    pattern: &'a [u8],
}

impl<'a> Template<'a> {
    /// Reads `template` for matches of `program`, which was compiled from `pattern`.
    pub fn new(template: &'a [u8], program: Program<'a>, pattern: &'a [u8]) -> Template<'a> {
        let (source, early) = match Source::new(template, program.kind()) {
            Ok(source) => (Some(source), None),
            Err(error) => (None, Some(error)),
        };
        Template { source, early, program, pattern }
    }
}

impl Iterator for Template<'_> {
    type Item = Result<Piece, RegexError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.early.take() {
            return Some(Err(error));
        }
        let source = self.source.as_mut()?;
        let piece = read(source, &self.program, self.pattern).transpose();
        if !matches!(piece, Some(Ok(_))) {
            self.source = None;
        }
        piece
    }
}

fn read(source: &mut Source, program: &Program, pattern: &[u8]) -> Result<Option<Piece>, RegexError> {
    let start = source.tell();
    while source.next.is_some_and(|t| t.escaped().is_none()) {
        source.get()?;
    }
    let end = source.tell();
    if end > start {
        return Ok(Some(Piece::Text(Span::new(start, end))));
    }
    let Some(token) = source.get()? else { return Ok(None) };
    let Some(c) = token.escaped() else { return Ok(None) };
    escape(source, token, c, program, pattern).map(Some)
}

fn escape(
    source: &mut Source,
    token: Token,
    c: u32,
    program: &Program,
    pattern: &[u8],
) -> Result<Piece, RegexError> {
    match u8::try_from(c).unwrap_or(0) {
        b'g' => named(source, program, pattern),
        b'0' => {
            let (value, _) = source.digits(2, 8, Token::octal)?;
            Ok(Piece::Char(value))
        }
        b'1'..=b'9' => numbered(source, token, c - 0x30, program),
        b'a'..=b'z' | b'A'..=b'Z' if control(c).is_none() => {
            Err(source.error(ErrorKind::BadEscape(token.span()), 2))
        }
        _ => match control(c) {
            Some(c) => Ok(Piece::Char(c)),
            // A backslash before anything else stays.
            None => Ok(Piece::Text(token.span())),
        },
    }
}

/// `\g<name>` and `\g<number>`.
fn named(source: &mut Source, program: &Program, pattern: &[u8]) -> Result<Piece, RegexError> {
    if !source.take(b'<')? {
        return Err(source.error(ErrorKind::MissingAngle, 0));
    }
    let name = source.name(">", "group name")?;
    let text = name.of(source.text);
    if is_name(text, source.kind) {
        let group = program.group_named(pattern, text);
        return group.map(Piece::Group).ok_or(RegexError::whole(ErrorKind::UnknownTemplateName(name)));
    }
    let group = group_number(source, name)?;
    group_piece(source, group, name, source.chars(name) + 1, program)
}

/// `\1` to `\99`, or three octal digits.
fn numbered(source: &mut Source, token: Token, first: u32, program: &Program) -> Result<Piece, RegexError> {
    let mut group = first;
    let mut chars = 2;
    if let Some(second) = source.next.and_then(Token::digit) {
        source.get()?;
        chars = 3;
        group = first * 10 + second;
        let third = source.next.and_then(Token::octal);
        if let (true, true, Some(third)) = (first < 8, second < 8, third) {
            source.get()?;
            let value = first << 6 | second << 3 | third;
            if value > 0o377 {
                let span = Span::new(token.start, source.tell());
                return Err(source.error(ErrorKind::OctalOutOfRange(span), 4));
            }
            return Ok(Piece::Char(value));
        }
    }
    let span = Span::new(token.start + 1, source.tell());
    group_piece(source, group, span, chars - 1, program)
}

fn group_piece(
    source: &Source,
    group: u32,
    span: Span,
    back: u32,
    program: &Program,
) -> Result<Piece, RegexError> {
    if group > program.groups() {
        return Err(source.error(ErrorKind::InvalidGroup(span), back));
    }
    Ok(Piece::Group(group))
}
