//! Text to events. What is open is one bit each in words that the caller supplies: no recursion, no limit but those.

use super::error::{ErrorKind, JsonError};
use super::string::{Text, scan};

/// A piece of the text, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// One step through a JSON text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// `null`
    Null,
    /// `true`
    True,
    /// `false`
    False,
    /// `NaN`, which CPython takes.
    NaN,
    /// `Infinity`
    Infinity,
    /// `-Infinity`
    MinusInfinity,
    /// A number without fraction and exponent.
    Int(Span),
    /// Any other number.
    Float(Span),
    /// A string.
    Str(Text),
    /// The key of the next member of an object.
    Key(Text),
    /// `[`
    BeginArray,
    /// `]`
    EndArray,
    /// `{`
    BeginObject,
    /// `}`
    EndObject,
    /// The text is at its end, after one value.
    End,
}

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Expect {
    /// The value, white space before it.
    Start,
    /// A value at once.
    Value,
    /// After `[`: a value or the end.
    FirstElement,
    /// After `{`: a key or the end.
    FirstKey,
    /// After a value: a comma or the end of what is around it.
    Next,
    /// After the value of the text.
    End,
}

/// Reads JSON text. It is small and can be copied; between calls nothing else is kept but the words of what is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Scanner {
    at: usize,
    depth: usize,
    expect: Expect,
    strict: bool,
}

fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r')
}

impl Scanner {
    /// Reads a text from the start, as `json.loads` does. `strict` refuses control characters in strings.
    pub fn new(strict: bool) -> Scanner {
        Scanner { at: 0, depth: 0, expect: Expect::Start, strict }
    }

    /// Reads a value that must start at byte `at`, as `JSONDecoder.raw_decode` does: go on until [`Scanner::is_done`].
    pub fn raw(at: usize, strict: bool) -> Scanner {
        Scanner { at, depth: 0, expect: Expect::Value, strict }
    }

    /// All that it knows, as numbers, to be kept elsewhere between calls.
    pub fn save(&self) -> [usize; 3] {
        let expect = match self.expect {
            Expect::Start => 0,
            Expect::Value => 1,
            Expect::FirstElement => 2,
            Expect::FirstKey => 3,
            Expect::Next => 4,
            Expect::End => 5,
        };
        [self.at, self.depth, expect << 1 | usize::from(self.strict)]
    }

    /// A scanner that goes on from where [`Scanner::save`] was called.
    pub fn restore([at, depth, state]: [usize; 3]) -> Scanner {
        let expect = match state >> 1 {
            0 => Expect::Start,
            1 => Expect::Value,
            2 => Expect::FirstElement,
            3 => Expect::FirstKey,
            4 => Expect::Next,
            _ => Expect::End,
        };
        Scanner { at, depth, expect, strict: state & 1 != 0 }
    }

    /// Up to where the text was read, in bytes.
    pub fn position(&self) -> usize {
        self.at
    }

    /// How many arrays and objects are open.
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// Whether the value of the text was read as a whole.
    pub fn is_done(&self) -> bool {
        self.expect == Expect::End
    }

    /// The next event. `open` is the same words at each call, larger ones with the same start if need be: one bit for
    /// each array or object that can be open. After an error with "deep" in its name the call can be made again with
    /// more; after another error there is nothing more.
    pub fn next(&mut self, text: &[u8], open: &mut [u32]) -> Result<Event, JsonError> {
        match self.expect {
            Expect::Start => {
                if text.starts_with("\u{feff}".as_bytes()) {
                    return Err(JsonError { kind: ErrorKind::ByteOrderMark, at: 0 });
                }
                self.skip_space(text);
                self.expect = Expect::Value;
                self.value(text, open)
            }
            Expect::Value => self.value(text, open),
            Expect::FirstElement => {
                self.skip_space(text);
                if self.take(text, b']') { Ok(self.close(Event::EndArray)) } else { self.value(text, open) }
            }
            Expect::FirstKey => {
                self.skip_space(text);
                if self.take(text, b'}') { Ok(self.close(Event::EndObject)) } else { self.key(text) }
            }
            Expect::Next => self.after_value(text, open),
            Expect::End => {
                self.skip_space(text);
                if self.at < text.len() { Err(self.wrong(ErrorKind::ExtraData)) } else { Ok(Event::End) }
            }
        }
    }

    fn wrong(&self, kind: ErrorKind) -> JsonError {
        JsonError { kind, at: self.at }
    }

    fn skip_space(&mut self, text: &[u8]) {
        let rest = text.get(self.at..).unwrap_or(&[]);
        self.at += rest.iter().position(|&b| !is_space(b)).unwrap_or(rest.len());
    }

    fn take(&mut self, text: &[u8], b: u8) -> bool {
        let yes = text.get(self.at) == Some(&b);
        self.at += usize::from(yes);
        yes
    }

    fn close(&mut self, event: Event) -> Event {
        self.depth = self.depth.saturating_sub(1);
        self.ended(event)
    }

    /// A value has ended with `event`.
    fn ended(&mut self, event: Event) -> Event {
        self.expect = if self.depth == 0 { Expect::End } else { Expect::Next };
        event
    }

    fn open(&mut self, open: &mut [u32], object: bool) -> Result<Event, JsonError> {
        let Some(word) = open.get_mut(self.depth / 32) else {
            return Err(self.wrong(if object { ErrorKind::DeepObject } else { ErrorKind::DeepArray }));
        };
        let bit = 1 << (self.depth % 32);
        *word = if object { *word | bit } else { *word & !bit };
        self.depth += 1;
        self.at += 1;
        if object {
            self.expect = Expect::FirstKey;
            Ok(Event::BeginObject)
        } else {
            self.expect = Expect::FirstElement;
            Ok(Event::BeginArray)
        }
    }

    fn after_value(&mut self, text: &[u8], open: &mut [u32]) -> Result<Event, JsonError> {
        let inner = self.depth.saturating_sub(1);
        let object = open.get(inner / 32).is_some_and(|w| w >> (inner % 32) & 1 != 0);
        self.skip_space(text);
        if self.take(text, if object { b'}' } else { b']' }) {
            return Ok(self.close(if object { Event::EndObject } else { Event::EndArray }));
        }
        if !self.take(text, b',') {
            return Err(self.wrong(ErrorKind::Comma));
        }
        self.skip_space(text);
        if object {
            return self.key(text);
        }
        // Should the value not be read for want of bits, the comma is behind all the same.
        self.expect = Expect::Value;
        self.value(text, open)
    }

    fn key(&mut self, text: &[u8]) -> Result<Event, JsonError> {
        if !self.take(text, b'"') {
            return Err(self.wrong(ErrorKind::Key));
        }
        let key = scan(text, self.at, self.strict)?;
        self.at = key.end + 1;
        self.skip_space(text);
        if !self.take(text, b':') {
            return Err(self.wrong(ErrorKind::Colon));
        }
        self.skip_space(text);
        self.expect = Expect::Value;
        Ok(Event::Key(key))
    }

    fn value(&mut self, text: &[u8], open: &mut [u32]) -> Result<Event, JsonError> {
        let rest = text.get(self.at..).unwrap_or(&[]);
        let word =
            |word: &str, event: Event| rest.starts_with(word.as_bytes()).then_some((event, word.len()));
        let constant = match rest.first() {
            None => return Err(self.wrong(ErrorKind::Value)),
            Some(b'"') => {
                let string = scan(text, self.at + 1, self.strict)?;
                self.at = string.end + 1;
                return Ok(self.ended(Event::Str(string)));
            }
            Some(b'{') => return self.open(open, true),
            Some(b'[') => return self.open(open, false),
            Some(b'n') => word("null", Event::Null),
            Some(b't') => word("true", Event::True),
            Some(b'f') => word("false", Event::False),
            Some(b'N') => word("NaN", Event::NaN),
            Some(b'I') => word("Infinity", Event::Infinity),
            Some(b'-') => word("-Infinity", Event::MinusInfinity),
            Some(_) => None,
        };
        let Some((event, len)) = constant.or_else(|| number(rest, self.at)) else {
            return Err(self.wrong(ErrorKind::Value));
        };
        self.at += len;
        Ok(self.ended(event))
    }
}

/// The number that `rest` starts with, and its length. `at` is where it stands.
fn number(rest: &[u8], at: usize) -> Option<(Event, usize)> {
    let digits =
        |from: usize| rest.get(from..).map_or(0, |r| r.iter().take_while(|b| b.is_ascii_digit()).count());
    let mut len = usize::from(rest.first() == Some(&b'-'));
    len += match rest.get(len)? {
        b'0' => 1,
        b'1'..=b'9' => digits(len),
        _ => return None,
    };
    let whole = len;
    if rest.get(len) == Some(&b'.') {
        let fraction = digits(len + 1);
        len += if fraction > 0 { 1 + fraction } else { 0 };
    }
    if matches!(rest.get(len), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(rest.get(len + 1), Some(b'+' | b'-')));
        let exponent = digits(len + 1 + sign);
        len += if exponent > 0 { 1 + sign + exponent } else { 0 };
    }
    let span = Span { start: at, end: at + len };
    Some((if len == whole { Event::Int(span) } else { Event::Float(span) }, len))
}
