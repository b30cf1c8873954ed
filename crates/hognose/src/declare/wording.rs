//! Texts of a declaration, written while the program is compiled: they live in flash and cost no RAM.

use super::{Constant, Function, Literal, Parameter, Range};

/// A text that is written at compile time: once with `N` = 0 to learn its length and hash, once to have it.
#[derive(Clone, Copy)]
pub struct Line<const N: usize> {
    bytes: [u8; N],
    len: usize,
    hash: u32,
}

impl<const N: usize> Line<N> {
    const fn new() -> Self {
        // FNV-1a, 32 bits.
        Line { bytes: [0; N], len: 0, hash: 0x811C_9DC5 }
    }

    /// Bytes written, also those beyond `N`.
    #[allow(clippy::len_without_is_empty)]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// What was written.
    pub const fn bytes(self) -> [u8; N] {
        self.bytes
    }

    /// FNV-1a hash of all bytes written.
    pub const fn hash(&self) -> u32 {
        self.hash
    }

    const fn byte(&mut self, byte: u8) {
        if self.len < N {
            self.bytes[self.len] = byte;
        }
        self.len += 1;
        self.hash = (self.hash ^ byte as u32).wrapping_mul(0x0100_0193);
    }

    const fn text(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() {
            self.byte(bytes[i]);
            i += 1;
        }
    }

    /// Text of doc comments: the one space after `///` is taken off each line, and empty lines at the end.
    const fn doc(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut end = bytes.len();
        while end > 0 && (bytes[end - 1] == b'\n' || bytes[end - 1] == b' ') {
            end -= 1;
        }
        let mut i = 0;
        while i < end {
            let first = i == 0 || bytes[i - 1] == b'\n';
            if !(first && bytes[i] == b' ') {
                self.byte(bytes[i]);
            }
            i += 1;
        }
    }

    const fn int(&mut self, n: i64) {
        if n < 0 {
            self.byte(b'-');
        }
        self.digits(n.unsigned_abs(), 1);
    }

    const fn digits(&mut self, n: u64, least: u32) {
        let mut digits = 1;
        let mut power = 1u64;
        while digits < 20 && (n / power >= 10 || digits < least) {
            power *= 10;
            digits += 1;
        }
        while power > 0 {
            self.byte(b'0' + (n / power % 10) as u8);
            power /= 10;
        }
    }

    /// A float as a person writes it: at most 9 digits after the point.
    const fn float(&mut self, x: f64) {
        if x != x {
            return self.text("nan");
        }
        let (sign, size) = if x < 0.0 { ("-", -x) } else { ("", x) };
        self.text(sign);
        if size > 9e15 {
            return self.text(if size > 1.7e308 { "inf" } else { "large" });
        }
        let mut digits = 1;
        let mut scale = 10.0;
        while digits < 9 && ((size * scale + 0.5) as u64) as f64 / scale != size {
            digits += 1;
            scale *= 10.0;
        }
        let scaled = (size * scale + 0.5) as u64;
        self.digits(scaled / scale as u64, 1);
        self.byte(b'.');
        self.digits(scaled % scale as u64, digits);
    }

    const fn literal(&mut self, literal: &Literal) {
        match literal {
            Literal::None => self.text("None"),
            Literal::Int(n) => self.int(*n),
            Literal::Float(x) => self.float(*x),
            Literal::Bool(on) => self.text(if *on { "True" } else { "False" }),
            Literal::Str(text) => {
                self.byte(b'\'');
                self.text(text);
                self.byte(b'\'');
            }
        }
    }

    const fn range(&mut self, range: &Range) {
        match range {
            Range::All => {}
            Range::Int(low, high) => {
                self.int(*low);
                self.text("..=");
                self.int(*high);
            }
            Range::Float(low, high) => {
                self.float(*low);
                self.text("..=");
                self.float(*high);
            }
            Range::Length(low, high) => {
                self.int(*low);
                self.text("..=");
                self.int(*high);
                self.text(" long");
            }
        }
    }

    /// `drive(speed: int, seconds: float = 1.0) -> None`
    const fn python(&mut self, function: &Function) {
        self.text(function.name);
        self.byte(b'(');
        let mut i = 0;
        while i < function.parameters.len() {
            let parameter = &function.parameters[i];
            if i > 0 {
                self.text(", ");
            }
            self.text(parameter.name);
            self.text(": ");
            self.text(parameter.kind.name());
            if let Some(default) = &parameter.default {
                self.text(" = ");
                self.literal(default);
            }
            i += 1;
        }
        self.text(") -> ");
        self.text(function.result.name());
    }

    /// ` -1000..=1000 mm/s`
    const fn limits(&mut self, parameter: &Parameter) {
        if !matches!(parameter.range, Range::All) {
            self.byte(b' ');
            self.range(&parameter.range);
        }
        if parameter.clamped {
            self.text(" (more is limited)");
        }
        if !parameter.unit.is_empty() {
            self.byte(b' ');
            self.text(parameter.unit);
        }
    }
}

/// A doc comment as text.
#[doc(hidden)]
pub const fn doc<const N: usize>(text: &str) -> Line<N> {
    let mut line = Line::new();
    line.doc(text);
    line
}

/// Text of `help()`.
#[doc(hidden)]
pub const fn help<const N: usize>(function: &Function) -> Line<N> {
    let mut line = Line::new();
    line.python(function);
    if !function.doc.is_empty() {
        line.text("\n\n");
        line.text(function.doc);
    }
    let mut first = true;
    let mut i = 0;
    while i < function.parameters.len() {
        let parameter = &function.parameters[i];
        if !matches!(parameter.range, Range::All) || !parameter.unit.is_empty() {
            line.text(if first { "\n\n" } else { "\n" });
            first = false;
            line.text(parameter.name);
            line.byte(b':');
            line.limits(parameter);
        }
        i += 1;
    }
    if !function.unit.is_empty() {
        line.text(if first { "\n\n" } else { "\n" });
        first = false;
        line.text("result: ");
        line.text(function.unit);
    }
    if function.pending {
        line.text(if first { "\n\n" } else { "\n" });
        line.text("Waits until the host answers.");
    }
    line
}

/// The declaration as one line: what its hash is made of.
#[doc(hidden)]
pub const fn declaration<const N: usize>(function: &Function) -> Line<N> {
    let mut line = Line::new();
    if function.pending {
        line.text("pending ");
    }
    line.text(function.name);
    line.byte(b'(');
    let mut i = 0;
    while i < function.parameters.len() {
        let parameter = &function.parameters[i];
        if i > 0 {
            line.text(", ");
        }
        line.text(parameter.name);
        line.text(": ");
        line.text(parameter.kind.name());
        line.limits(parameter);
        if let Some(default) = &parameter.default {
            line.text(" = ");
            line.literal(default);
        }
        i += 1;
    }
    line.text(") -> ");
    line.text(function.result.name());
    if !function.unit.is_empty() {
        line.byte(b' ');
        line.text(function.unit);
    }
    line
}

/// The text in bytes that [`Line`] wrote.
#[doc(hidden)]
pub const fn text(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Is the first text before the second, by bytes?
#[doc(hidden)]
pub const fn less(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() {
        if a[i] != b[i] {
            return a[i] < b[i];
        }
        i += 1;
    }
    a.len() < b.len()
}

/// Refuses declarations that cannot be meant, while the program is compiled.
#[doc(hidden)]
pub const fn sound(function: &Function) {
    let mut defaults = false;
    let mut i = 0;
    while i < function.parameters.len() {
        let parameter = &function.parameters[i];
        match parameter.range {
            Range::Int(low, high) | Range::Length(low, high) => assert!(low <= high, "an empty range"),
            Range::Float(low, high) => assert!(low <= high, "an empty range"),
            Range::All => {}
        }
        if let (true, Range::Int(low, high)) = (parameter.clamped, &parameter.range) {
            let fits = hognose_vm::value::Value::fits(*low) && hognose_vm::value::Value::fits(*high);
            assert!(fits, "an end of more than 48 bits");
        }
        assert!(
            parameter.default.is_some() || !defaults,
            "a parameter without a default after one that has a default"
        );
        if let Some(Literal::Int(n)) = parameter.default {
            assert!(hognose_vm::value::Value::fits(n), "a default of more than 48 bits");
        }
        defaults = parameter.default.is_some();
        i += 1;
    }
    assert!(function.parameters.len() <= 16, "a host function takes at most 16 parameters");
}

/// Writes literals and limits at run time, in the same words.
pub(crate) struct Shown<'a, T>(pub &'a T);

/// Longest text of a literal, a range or limits at run time.
const SHOWN: usize = 120;

macro_rules! shown {
    ($($t:ty: $method:ident)*) => { $(
        impl core::fmt::Display for Shown<'_, $t> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                let mut line = Line::<SHOWN>::new();
                line.$method(self.0);
                let n = line.len.min(SHOWN);
                f.write_str(core::str::from_utf8(&line.bytes[..n]).unwrap_or(""))
            }
        }
    )* };
}

shown! { Literal: literal Range: range Parameter: limits }

impl Constant {
    /// Name of its type.
    pub const fn type_name(&self) -> &'static str {
        match self.value {
            Literal::None => "None",
            Literal::Int(_) => "int",
            Literal::Float(_) => "float",
            Literal::Bool(_) => "bool",
            Literal::Str(_) => "str",
        }
    }
}
