//! Number literals.

use super::{LexError, Lexed, Lexer};
use crate::error::{NumberForm, Place, SyntaxErrorKind};
use crate::token::{Token, TokenKind};
use crate::tree::is_name_byte;

impl Lexer<'_> {
    /// A number that begins with a digit, or with a point and a digit.
    pub(super) fn number(&mut self, start: usize) -> Lexed<Token> {
        if self.current() == b'0' {
            match self.byte(start + 1) | 0x20 {
                b'x' => return self.based(start, NumberForm::Hexadecimal, 16),
                b'o' => return self.based(start, NumberForm::Octal, 8),
                b'b' => return self.based(start, NumberForm::Binary, 2),
                _ => return self.zero(start),
            }
        }
        if self.current() != b'.' {
            self.decimal_tail()?;
        }
        self.fraction(start)
    }

    /// `0x...`, `0o...`, `0b...`.
    fn based(&mut self, start: usize, form: NumberForm, base: u32) -> Lexed<Token> {
        self.at += 2;
        loop {
            if self.current() == b'_' {
                self.at += 1;
            }
            if !char::from(self.current()).is_digit(base) {
                return self.bad_digit(form, base);
            }
            while char::from(self.current()).is_digit(base) {
                self.at += 1;
            }
            if self.current() != b'_' {
                break;
            }
        }
        if self.current().is_ascii_digit() {
            return self.bad_digit(form, base);
        }
        self.check_end(form)?;
        Ok(self.token(TokenKind::Int, start))
    }

    fn bad_digit<T>(&mut self, form: NumberForm, base: u32) -> Lexed<T> {
        let digit = self.current();
        if base < 16 && digit.is_ascii_digit() {
            self.at += 1;
            return self.fault(SyntaxErrorKind::InvalidDigit { digit: char::from(digit), form });
        }
        self.fault(SyntaxErrorKind::InvalidNumber { form })
    }

    /// A number that begins with 0: zero itself, a float, or the octal of old, which is refused.
    fn zero(&mut self, start: usize) -> Lexed<Token> {
        loop {
            if self.current() == b'_' {
                self.at += 1;
                if !self.current().is_ascii_digit() {
                    return self.fault(SyntaxErrorKind::InvalidNumber { form: NumberForm::Decimal });
                }
            }
            if self.current() != b'0' {
                break;
            }
            self.at += 1;
        }
        let zeros_end = self.at;
        let nonzero = self.current().is_ascii_digit();
        if nonzero {
            self.decimal_tail()?;
        }
        match self.current() {
            b'.' | b'e' | b'E' | b'j' | b'J' => return self.fraction(start),
            _ => {}
        }
        if nonzero {
            let place = Place::Range { start: start as u32, end: zeros_end as u32 };
            return Err(LexError { kind: SyntaxErrorKind::LeadingZeros, place });
        }
        self.check_end(NumberForm::Decimal)?;
        Ok(self.token(TokenKind::Int, start))
    }

    /// What follows the whole part: a fraction, an exponent, `j`.
    fn fraction(&mut self, start: usize) -> Lexed<Token> {
        let mut kind = TokenKind::Int;
        if self.current() == b'.' {
            kind = TokenKind::Float;
            self.at += 1;
            if self.current().is_ascii_digit() {
                self.decimal_tail()?;
            }
        }
        if self.current() | 0x20 == b'e' {
            match self.byte(self.at + 1) {
                b'+' | b'-' => {
                    self.at += 2;
                    if !self.current().is_ascii_digit() {
                        return self.fault(SyntaxErrorKind::InvalidNumber { form: NumberForm::Decimal });
                    }
                }
                digit if digit.is_ascii_digit() => self.at += 1,
                _ => {
                    // The letter begins the next word: `1else`, or a fault.
                    self.check_end(NumberForm::Decimal)?;
                    return Ok(self.token(kind, start));
                }
            }
            kind = TokenKind::Float;
            self.decimal_tail()?;
        }
        if self.current() | 0x20 == b'j' {
            self.at += 1;
            self.check_end(NumberForm::Imaginary)?;
            return Ok(self.token(TokenKind::Imaginary, start));
        }
        self.check_end(NumberForm::Decimal)?;
        Ok(self.token(kind, start))
    }

    /// Digits, with single underscores between.
    fn decimal_tail(&mut self) -> Lexed<()> {
        loop {
            while self.current().is_ascii_digit() {
                self.at += 1;
            }
            if self.current() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.current().is_ascii_digit() {
                return self.fault(SyntaxErrorKind::InvalidNumber { form: NumberForm::Decimal });
            }
        }
    }

    /// A name cannot follow a number at once, but for the keywords that can follow one in a valid program.
    fn check_end(&mut self, form: NumberForm) -> Lexed<()> {
        let rest = self.source.get(self.at..).unwrap_or(&[]);
        const WHOLE: [&[u8]; 5] = [b"and", b"else", b"for", b"or", b"not"];
        const BEGUN: [&[u8]; 3] = [b"if", b"in", b"is"];
        let ends = |word: &&[u8]| !rest.get(word.len()).is_some_and(|&byte| is_name_byte(byte));
        if BEGUN.iter().any(|word| rest.starts_with(word))
            || WHOLE.iter().any(|word| rest.starts_with(word) && ends(word))
        {
            return Ok(());
        }
        match self.current() {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' => {
                self.fault(SyntaxErrorKind::InvalidNumber { form })
            }
            _ => Ok(()),
        }
    }
}
