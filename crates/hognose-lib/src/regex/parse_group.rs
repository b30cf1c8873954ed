//! What may follow an open parenthesis.

use super::classes::{digit_value, goes_on_name, is_space, starts_name};
use super::error::{ErrorKind, RegexError, Span};
use super::parse::{Level, Opened, Parser};
use super::source::{Source, Token, char_at};
use super::{Flags, Kind};

/// Group numbers from here on are refused as such.
const MAX_NUMBER: u64 = 1073741823;

/// Whether `text` is a Python name.
pub fn is_name(text: &[u8], kind: Kind) -> bool {
    let mut at = 0;
    while let Some((c, len)) = char_at(text, at, kind) {
        if !(if at == 0 { starts_name(c) } else { goes_on_name(c) }) {
            return false;
        }
        at += len;
    }
    at > 0
}

/// A whole number that is not negative, as `int()` reads it: with space around, a sign, underscores between digits.
pub fn read_number(text: &[u8], kind: Kind) -> Option<u64> {
    let (mut start, mut end, mut at) = (None, 0, 0);
    while let Some((c, len)) = char_at(text, at, kind) {
        if !is_space(c, false) {
            start = start.or(Some(at));
            end = at + len;
        }
        at += len;
    }
    let text = text.get(start?..end)?;
    let negative = text.first() == Some(&b'-');
    let text = match text.split_first() {
        Some((b'+' | b'-', rest)) => rest,
        _ => text,
    };
    let (mut value, mut digit_before, mut at) = (0u64, false, 0);
    while let Some((c, len)) = char_at(text, at, kind) {
        match digit_value(c) {
            Some(d) => {
                value = value.saturating_mul(10).saturating_add(u64::from(d));
                digit_before = true;
            }
            None if c == 0x5f && digit_before => digit_before = false,
            None => return None,
        }
        at += len;
    }
    // "-0" is 0.
    (digit_before && (!negative || value == 0)).then_some(value)
}

/// Reads a number of a group and refuses what cannot be one. `name` was read, and what ends it.
pub fn group_number(source: &Source, name: Span) -> Result<u32, RegexError> {
    let back = source.chars(name) + 1;
    match read_number(name.of(source.text), source.kind) {
        None => Err(source.error(ErrorKind::BadNameCharacter(name), back)),
        Some(n) if n >= MAX_NUMBER => Err(source.error(ErrorKind::InvalidGroup(name), back)),
        Some(n) => Ok(n as u32),
    }
}

impl Parser<'_, '_> {
    /// A parenthesis was taken.
    pub fn open(&mut self, token: Token) -> Result<(), RegexError> {
        let start = token.start;
        if !self.source.take(b'?')? {
            return self.open_group(start, None);
        }
        let char = self.option_char()?;
        match char.single().and_then(|c| u8::try_from(c).ok()) {
            Some(b'P') => self.python_extension(start),
            Some(b':') => self.open_plain(start, Flags::empty(), Flags::empty()),
            Some(b'#') => self.comment(start),
            Some(b'=') => self.open_look(start, false, false),
            Some(b'!') => self.open_look(start, true, false),
            Some(b'<') => {
                let char = self.option_char()?;
                match char.single() {
                    Some(0x3d) => self.open_look(start, false, true),
                    Some(0x21) => self.open_look(start, true, true),
                    _ => self.unknown("?<", char),
                }
            }
            Some(b'(') => self.open_condition(start),
            Some(b'>') => {
                let verbose = self.level.verbose;
                self.enter(Level::new(Opened::Atomic, start, 0, verbose))
            }
            _ if char.flag().is_some() || char.is(b'-') => self.flags(start, char),
            _ => self.unknown("?", char),
        }
    }

    fn option_char(&mut self) -> Result<Token, RegexError> {
        match self.source.get()? {
            Some(token) => Ok(token),
            None => Err(self.source.error(ErrorKind::UnexpectedEnd, 0)),
        }
    }

    fn unknown(&self, before: &'static str, char: Token) -> Result<(), RegexError> {
        let back = char.chars() + before.len() as u32;
        Err(self.source.error(ErrorKind::UnknownExtension(before, char.span()), back))
    }

    fn open_group(&mut self, start: usize, name: Option<Span>) -> Result<(), RegexError> {
        let group = self.new_group(name)?;
        let verbose = self.level.verbose;
        self.enter(Level::new(Opened::Group, start, group, verbose))
    }

    fn open_plain(&mut self, start: usize, add: Flags, del: Flags) -> Result<(), RegexError> {
        let verbose = (self.level.verbose || add.has(Flags::VERBOSE)) && !del.has(Flags::VERBOSE);
        self.enter(Level::new(Opened::Plain, start, add.0 | del.0 << 9, verbose))
    }

    fn open_look(&mut self, start: usize, negative: bool, behind: bool) -> Result<(), RegexError> {
        let arg = u32::from(negative) | u32::from(behind) << 1;
        let mut level = Level::new(Opened::Look, start, arg, self.level.verbose);
        level.lookbehind = self.lookbehind;
        if behind && self.lookbehind == 0 {
            self.lookbehind = self.groups;
        }
        self.enter(level)
    }

    fn comment(&mut self, start: usize) -> Result<(), RegexError> {
        loop {
            match self.source.get()? {
                None => return Err(self.source.error_at(ErrorKind::UnterminatedComment, start)),
                Some(token) if token.is(b')') => return Ok(()),
                Some(_) => {}
            }
        }
    }

    fn check_name(&self, name: Span) -> Result<(), RegexError> {
        if is_name(name.of(self.source.text), self.source.kind) {
            return Ok(());
        }
        Err(self.source.error(ErrorKind::BadNameCharacter(name), self.source.chars(name) + 1))
    }

    fn known_name(&self, name: Span) -> Result<u32, RegexError> {
        self.group_named(name)
            .ok_or_else(|| self.source.error(ErrorKind::UnknownName(name), self.source.chars(name) + 1))
    }

    /// `(?P<name>` and `(?P=name)`.
    fn python_extension(&mut self, start: usize) -> Result<(), RegexError> {
        if self.source.take(b'<')? {
            let name = self.source.name(">", "group name")?;
            self.check_name(name)?;
            return self.open_group(start, Some(name));
        }
        if self.source.take(b'=')? {
            let name = self.source.name(")", "group name")?;
            self.check_name(name)?;
            let group = self.known_name(name)?;
            if !self.is_closed(group) {
                return Err(self.source.error(ErrorKind::OpenGroup, self.source.chars(name) + 1));
            }
            self.check_lookbehind(group)?;
            return self.reference(group);
        }
        let char = self.option_char()?;
        self.unknown("?P", char)
    }

    /// `(?(name)` and `(?(number)`.
    fn open_condition(&mut self, start: usize) -> Result<(), RegexError> {
        let name = self.source.name(")", "group name")?;
        let group = if is_name(name.of(self.source.text), self.source.kind) {
            self.known_name(name)?
        } else {
            let group = group_number(&self.source, name)?;
            if group == 0 {
                return Err(self.source.error(ErrorKind::BadGroupNumber, self.source.chars(name) + 1));
            }
            self.note_condition(group, name)?;
            group
        };
        self.check_lookbehind(group)?;
        let verbose = self.level.verbose;
        self.enter(Level::new(Opened::Condition, start, group, verbose))
    }

    /// `(?flags)` for the whole, `(?flags-flags:` for a part. `char` is the first flag, or the dash.
    fn flags(&mut self, start: usize, char: Token) -> Result<(), RegexError> {
        let (add, end) = if char.is(b'-') { (Flags::empty(), char) } else { self.added_flags(char)? };
        if end.is(b')') {
            self.flags = self.flags.with(add);
            if !self.at_start() {
                return Err(self.source.error_at(ErrorKind::GlobalFlagsNotAtStart, start));
            }
            self.level.verbose = self.flags.has(Flags::VERBOSE);
            return Ok(());
        }
        if add.has(Flags::GLOBAL) {
            return Err(self.source.error(ErrorKind::TurnOnGlobal, 1));
        }
        let del = if end.is(b'-') { self.removed_flags()? } else { Flags::empty() };
        if del.has(Flags::GLOBAL) {
            return Err(self.source.error(ErrorKind::TurnOffGlobal, 1));
        }
        if add.has(del) {
            return Err(self.source.error(ErrorKind::OnAndOff, 1));
        }
        self.open_plain(start, add, del)
    }

    /// The next flag or one of `ends`; `missing` is what is said when neither stands there.
    fn flag_or(&mut self, ends: &[u8], missing: ErrorKind) -> Result<Token, RegexError> {
        let Some(char) = self.source.get()? else {
            return Err(self.source.error(missing, 0));
        };
        if char.flag().is_some() || ends.iter().any(|&end| char.is(end)) {
            return Ok(char);
        }
        let letter = char.single().is_some_and(|c| starts_name(c) && c != 0x5f);
        Err(self.source.error(if letter { ErrorKind::UnknownFlag } else { missing }, char.chars()))
    }

    fn added_flags(&mut self, first: Token) -> Result<(Flags, Token), RegexError> {
        let mut add = Flags::empty();
        let mut char = first;
        while let Some(flag) = char.flag() {
            let wrong = match self.source.kind {
                Kind::Str if char.is(b'L') => Some(ErrorKind::LocaleInStr),
                Kind::Bytes if char.is(b'u') => Some(ErrorKind::UnicodeInBytes),
                _ => None,
            };
            if let Some(wrong) = wrong {
                return Err(self.source.error(wrong, 0));
            }
            add = add.with(flag);
            if flag.has(Flags::TYPES) && add.0 & Flags::TYPES.0 != flag.0 {
                return Err(self.source.error(ErrorKind::IncompatibleTypes, 0));
            }
            char = self.flag_or(b")-:", ErrorKind::MissingFlagEnd)?;
        }
        Ok((add, char))
    }

    fn removed_flags(&mut self) -> Result<Flags, RegexError> {
        let mut del = Flags::empty();
        let mut char = self.flag_or(b"", ErrorKind::MissingFlag)?;
        while let Some(flag) = char.flag() {
            if flag.has(Flags::TYPES) {
                return Err(self.source.error(ErrorKind::TurnOffType, 0));
            }
            del = del.with(flag);
            char = self.flag_or(b":", ErrorKind::MissingColon)?;
        }
        Ok(del)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_int_reads_them() {
        let read = |text: &str| read_number(text.as_bytes(), Kind::Str);
        assert_eq!(read(" +1_0 "), Some(10));
        assert_eq!(read("-0"), Some(0));
        assert_eq!(read("\u{664}2"), Some(42));
        for bad in ["", "-1", "1__0", "_1", "1_", "1 0", "x", "+", " "] {
            assert_eq!(read(bad), None, "{bad:?}");
        }
    }
}
