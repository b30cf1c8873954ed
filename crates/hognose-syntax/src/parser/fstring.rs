//! String literals side by side, and f-strings with their fields.
//!
//! The text parts of an f-string are read by the lexer on demand, so a field is parsed like any other expression. A string
//! in a field may use the quotes of the f-string around it, as in Python 3.12.

use super::display::FIELD;
use super::memory::Frame;
use super::{Fault, Parsed, Parser, Step};
use crate::lexer::{Quoting, TextEnd};
use crate::literal;
use crate::operator::Conversion;
use crate::token::{Token, TokenKind as T};
use crate::tree::{Kind, TextForm};

/// Format specs can be this deep: a field in a spec may have a spec, which can have no field.
const MAX_SPECS: u16 = 2;

impl Parser<'_> {
    /// String literals begin with the current token.
    pub(super) fn strings(&mut self) -> Parsed<Step> {
        let first = self.token;
        let plain = if first.kind == T::Bytes { T::Bytes } else { T::Str };
        while self.at(plain) {
            self.check_literal()?;
            self.advance()?;
        }
        match self.token.kind {
            T::FString if plain == T::Str => {
                self.memory.push_all(&[first.start, 0])?;
                self.enter(Frame::Fstring, 0)?;
                if self.token.start != first.start {
                    // The literals before the first f-string are text parts too: read them once more.
                    self.lexer.back_to(first.start);
                    self.token = self.lexer.next()?;
                }
                self.string_parts()
            }
            T::Str | T::Bytes | T::FString => Err(Fault::Syntax),
            _ => {
                let kind = if plain == T::Bytes { Kind::Bytes } else { Kind::Str };
                self.make(kind, 0, first.start, &[])?;
                self.strings_done()
            }
        }
    }

    /// Refuses a literal with a wrong escape sequence or, in bytes, a character above 127.
    fn check_literal(&self) -> Parsed<()> {
        let text = self.text_of(self.token);
        let bytes = self.at(T::Bytes);
        let suspect = text.iter().any(|&byte| byte == b'\\' || bytes && byte >= 0x80);
        if suspect && !literal::is_sound(self.source, self.token.span(), bytes, self.characters.find) {
            return Err(Fault::Syntax);
        }
        Ok(())
    }

    /// After string literals an expression goes on, a pattern does not.
    fn strings_done(&mut self) -> Parsed<Step> {
        if self.memory.top().0 == Frame::PatternText { Ok(Step::Value) } else { Ok(Step::Suffix) }
    }

    /// The literals of the f-string on top, from the current token to the next one that is an f-string.
    fn string_parts(&mut self) -> Parsed<Step> {
        while self.at(T::Str) {
            self.check_literal()?;
            let quoting = self.lexer.quoting_of_literal(self.token);
            let quotes = if quoting.triple { 3 } else { 1 };
            let prefix =
                self.text_of(self.token).iter().take_while(|byte| byte.is_ascii_alphabetic()).count() as u32;
            let (start, end) = (self.token.start + prefix + quotes, self.token.end.saturating_sub(quotes));
            self.text_node(start, end, if quoting.raw { TextForm::RAW } else { 0 })?;
            self.advance()?;
        }
        match self.token.kind {
            T::FString => {
                let quoting = self.lexer.quoting(self.token);
                self.memory.set_data(u16::from(quoting.to_code()));
                Ok(Step::Text)
            }
            T::Bytes => Err(Fault::Syntax),
            _ => {
                self.leave();
                let [start, count] = self.memory.pop_all();
                let values = self.memory.list(count)?;
                self.make(Kind::JoinedStr, 0, start, &[values.0])?;
                self.strings_done()
            }
        }
    }

    fn text_node(&mut self, start: u32, end: u32, form: u8) -> Parsed<()> {
        if start < end {
            let part = self.memory.node(Kind::TextPart, form, start, end, &[])?;
            self.memory.add_item::<2>(part.0)?;
        }
        Ok(())
    }

    /// A text part of the f-string or format spec on top.
    pub(super) fn text(&mut self) -> Parsed<Step> {
        let (frame, data) = self.memory.top();
        let spec = frame == Frame::FormatSpec;
        let quoting = Quoting::from_code(data as u8);
        let Some((span, end)) = self.lexer.text_part(quoting, spec) else { return Err(Fault::Syntax) };
        let form = if quoting.raw { TextForm::RAW } else { 0 } | if spec { 0 } else { TextForm::BRACES };
        let sound = literal::decode_part(self.source, span, TextForm(form), self.characters.find, |_| {
            Ok::<(), ()>(())
        });
        if sound.is_err() {
            return Err(Fault::Syntax);
        }
        self.text_node(span.start, span.end, form)?;
        match end {
            TextEnd::Quote if spec => Err(Fault::Syntax),
            TextEnd::Quote => {
                let end = self.lexer.offset() as u32;
                self.token = Token { kind: T::Str, start: end, end };
                self.advance()?;
                self.string_parts()
            }
            TextEnd::Field => self.open_field(span.end, data),
            TextEnd::Brace => {
                let [start, count] = {
                    self.leave();
                    self.memory.pop_all()
                };
                let values = self.memory.list(count)?;
                let end = self.lexer.offset() as u32;
                let spec = self.memory.node(Kind::JoinedStr, 0, start, end, &[values.0])?;
                self.lexer.take_byte(b'}');
                self.lexer.close_field();
                self.close_field(spec.0)
            }
        }
    }

    /// A field begins; its `{` was taken by the lexer.
    fn open_field(&mut self, start: u32, data: u16) -> Parsed<Step> {
        if data >> 8 >= MAX_SPECS {
            return Err(Fault::Syntax);
        }
        self.lexer.open_field()?;
        let text = self.lexer.offset() as u32;
        self.memory.push_all(&[start, text, u32::from(self.field_depth), 0])?;
        self.enter(Frame::Field, data)?;
        self.field_depth = self.lexer.depth() as u16;
        self.last_end = text;
        self.token = self.lexer.next()?;
        self.open_items(FIELD, text)?;
        Ok(Step::Item)
    }

    /// The expression of a field is complete: `=`, a conversion, a format spec or the end follows. All of these are read
    /// as bytes.
    pub(super) fn field_value(&mut self) -> Parsed<Step> {
        let text = self.memory.peek(3);
        self.memory.poke(1, self.value.0);
        if self.lexer.depth() != usize::from(self.field_depth) - usize::from(self.at(T::RightBrace)) {
            return Err(Fault::Syntax);
        }
        let mut conversion = Conversion::None;
        let mut verbatim = 0;
        let mut next = self.token.kind;
        if next == T::Equal {
            self.lexer.skip_field_blanks();
            verbatim = self.lexer.offset() as u32;
            next = match self.lexer.peek_byte() {
                b'!' => T::Stray,
                b':' => T::Colon,
                b'}' => T::RightBrace,
                _ => return Err(Fault::Syntax),
            };
            self.lexer.take_byte(self.lexer.peek_byte());
            if next == T::RightBrace {
                self.lexer.close_field();
                conversion = Conversion::Repr;
            }
        } else if next == T::Walrus {
            self.lexer.back_to(self.token.start + 1);
            next = T::Colon;
        } else if next == T::Stray && self.text_of(self.token) != b"!" {
            return Err(Fault::Syntax);
        }
        if next == T::Stray {
            conversion = match self.lexer.peek_byte() {
                b's' => Conversion::Str,
                b'r' => Conversion::Repr,
                b'a' => Conversion::Ascii,
                _ => return Err(Fault::Syntax),
            };
            self.lexer.take_byte(self.lexer.peek_byte());
            next = if self.lexer.take_byte(b':') {
                T::Colon
            } else if self.lexer.take_byte(b'}') {
                self.lexer.close_field();
                T::RightBrace
            } else {
                return Err(Fault::Syntax);
            };
        }
        let (_, data) = self.memory.top();
        self.memory.set_data(data & !(3 << 12) | (conversion as u16) << 12);
        if verbatim > 0 {
            self.add_verbatim(text, verbatim)?;
        }
        match next {
            T::Colon => {
                self.memory.push_all(&[self.lexer.offset() as u32, 0])?;
                // A spec is one level deeper, and quoted as the f-string is.
                self.enter(Frame::FormatSpec, (data & 0xfff) + 0x100)?;
                Ok(Step::Text)
            }
            T::RightBrace => self.close_field(0),
            _ => Err(Fault::Syntax),
        }
    }

    /// The source text of `{expression=}` goes before the field, under the frame on top.
    fn add_verbatim(&mut self, start: u32, end: u32) -> Parsed<()> {
        let part = self.memory.node(Kind::TextPart, TextForm::VERBATIM, start, end, &[])?;
        let head = self.memory.pop();
        let words: [u32; 4] = self.memory.pop_all();
        self.memory.add_item::<2>(part.0)?;
        self.memory.push_all(&words)?;
        self.memory.push(head)
    }

    /// The field on top is complete, its `}` taken.
    fn close_field(&mut self, spec: u32) -> Parsed<Step> {
        let data = self.leave();
        let [start, _, outside, value] = self.memory.pop_all();
        self.field_depth = outside as u16;
        let end = self.lexer.offset() as u32;
        let conversion = (data >> 12 & 3) as u8;
        let field = self.memory.node(Kind::FormattedValue, conversion, start, end, &[value, spec])?;
        self.memory.add_item::<2>(field.0)?;
        Ok(Step::Text)
    }
}
