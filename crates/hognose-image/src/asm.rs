//! Text to image. The form is in [`text`](crate::text).

use crate::isa::{BinaryOp, CompareOp, Op, Operand};
use crate::layout::*;
use crate::lexer::{Lexer, Token};
use crate::position::Position;
use crate::text::FLAG_WORDS;
use crate::writer::{CodeHead, Label, WriteError, Writer};

/// What is wrong in the text, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsmError {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in characters.
    pub column: u32,
    /// What is wrong.
    pub problem: AsmProblem,
}

/// What is wrong in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsmProblem {
    /// Something else was expected.
    Expected(&'static str),
    /// A label that has no place in this code object.
    NoLabel,
    /// A label that has a place already.
    LabelTwice,
    /// The words lent are used up: there are more names, labels or items than they hold.
    Scratch {
        /// Words lent.
        have: usize,
    },
    /// The writer refused.
    Write(WriteError),
}

impl core::fmt::Display for AsmError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "line {}, column {}: ", self.line, self.column)?;
        match self.problem {
            AsmProblem::Expected(what) => write!(f, "expected {what}"),
            AsmProblem::NoLabel => f.write_str("expected a label that has a place in this code object"),
            AsmProblem::LabelTwice => f.write_str("expected a label that has no place yet"),
            AsmProblem::Scratch { have } => {
                write!(f, "more names, labels or items than fit {have} words of memory")
            }
            AsmProblem::Write(error) => write!(f, "{error:?}"),
        }
    }
}

impl core::error::Error for AsmError {}

type Result<T> = core::result::Result<T, AsmProblem>;

impl From<WriteError> for AsmProblem {
    fn from(error: WriteError) -> Self {
        AsmProblem::Write(error)
    }
}

/// Assembles `text` into `buf`; gives the length of the image. `scratch` holds 5 words for each local, cell, free variable
/// and label of one code object, 64 more, and one for each item of the longest tuple.
pub fn asm(text: &str, buf: &mut [u8], scratch: &mut [u32]) -> core::result::Result<usize, AsmError> {
    let mut asm = Asm {
        lexer: Lexer::new(text),
        writer: Writer::new(buf),
        names: Names { words: scratch, count: 0 },
        is_open: false,
        text,
    };
    let outcome = asm.file();
    let lexer = asm.lexer;
    let (line, column) = lexer.place(lexer.start());
    outcome.and_then(|()| Ok(asm.writer.finish()?)).map_err(|problem| AsmError { line, column, problem })
}

/// Names of the open code object: slots by the constant of their name, labels by their text.
struct Names<'s> {
    /// 64 heads of chains, then 5 words a name: kind, key, length of the key, value, next of the chain.
    words: &'s mut [u32],
    count: usize,
}

const HEADS: usize = 64;
const ENTRY: usize = 5;
const LOCAL: u32 = 0;
const CELL: u32 = 1;
const LABEL: u32 = 2;
const LABEL_PLACED: u32 = 3;

impl Names<'_> {
    fn clear(&mut self) -> Result<()> {
        let have = self.words.len();
        self.words.get_mut(..HEADS).ok_or(AsmProblem::Scratch { have })?.fill(0);
        self.count = 0;
        Ok(())
    }

    fn used(&self) -> usize {
        HEADS + self.count * ENTRY
    }

    /// The words behind the names.
    fn free(&mut self) -> &mut [u32] {
        let used = self.used();
        self.words.get_mut(used..).unwrap_or(&mut [])
    }

    fn add(&mut self, hash: u32, entry: [u32; 4]) -> Result<()> {
        let have = self.words.len();
        let at = self.used();
        let place = self.words.get_mut(at..at + ENTRY).ok_or(AsmProblem::Scratch { have })?;
        if let [kind, key, len, value, _] = place {
            [*kind, *key, *len, *value] = entry;
        }
        self.count += 1;
        let number = self.count as u32;
        let head =
            self.words.get_mut(hash as usize % HEADS).map_or(0, |head| core::mem::replace(head, number));
        if let Some(next) = self.words.get_mut(at + 4) {
            *next = head;
        }
        Ok(())
    }

    /// Place and content of the first one that the test takes, the one added last first.
    fn find(&self, hash: u32, test: impl Fn(&[u32; 4]) -> bool) -> Option<(usize, [u32; 4])> {
        let mut number = *self.words.get(hash as usize % HEADS)?;
        let mut found = None;
        while number > 0 {
            let at = HEADS + (number as usize - 1) * ENTRY;
            let entry: [u32; 4] = self.words.get(at..at + 4)?.try_into().ok()?;
            if test(&entry) {
                found = Some((at, entry));
            }
            number = *self.words.get(at + 4)?;
        }
        found
    }
}

fn hash(text: &str) -> u32 {
    text.bytes().fold(7, |hash: u32, byte| hash.wrapping_mul(31).wrapping_add(u32::from(byte)))
}

struct Asm<'t, 'b, 's> {
    lexer: Lexer<'t>,
    writer: Writer<'b>,
    names: Names<'s>,
    is_open: bool,
    text: &'t str,
}

const CONSTANT: AsmProblem = AsmProblem::Expected("a constant");
const OPERATOR: AsmProblem = AsmProblem::Expected("an operator");
const ESCAPE: AsmProblem = AsmProblem::Expected("an escape: \\n \\r \\t \\\" \\\\ \\xff \\u{ff}");

impl<'t> Asm<'t, '_, '_> {
    fn file(&mut self) -> Result<()> {
        self.names.clear()?;
        loop {
            match self.lexer.next() {
                Token::Newline => continue,
                Token::End => return self.end_code(),
                Token::Directive(word) => self.directive(word)?,
                Token::Word(word) if self.is_open => {
                    if self.lexer.peek() == Token::Mark(':') {
                        self.place(word)?;
                        self.lexer.next();
                        continue;
                    }
                    self.instruction(word)?;
                }
                _ if self.is_open => {
                    return Err(AsmProblem::Expected("an instruction, a label or a directive"));
                }
                _ => return Err(AsmProblem::Expected("a directive")),
            }
            self.end_line()?;
        }
    }

    fn end_line(&mut self) -> Result<()> {
        match self.lexer.peek() {
            Token::Newline | Token::End => Ok(()),
            _ => {
                self.lexer.next();
                Err(AsmProblem::Expected("the end of the line"))
            }
        }
    }

    fn directive(&mut self, word: &'t str) -> Result<()> {
        if self.is_open && self.code_directive(word)? {
            return Ok(());
        }
        match word {
            "stripped" if !self.is_open && self.writer.code_count() == 0 => self.writer.strip(),
            "constants" if !self.is_open => self.constants()?,
            "module" => self.module()?,
            "import" => self.import()?,
            "code" => self.code()?,
            "qualname" | "of" | "line" | "flags" | "doc" | "args" | "stack" if self.is_open => {
                return Err(AsmProblem::Expected("this directive right after .code"));
            }
            _ if self.is_open => {
                return Err(AsmProblem::Expected("one of .local .cell .free .range .at .code"));
            }
            _ => return Err(AsmProblem::Expected("one of .stripped .constants .module .import .code")),
        }
        Ok(())
    }

    fn constants(&mut self) -> Result<()> {
        self.end_line()?;
        loop {
            let before = self.lexer;
            self.skip_newlines();
            if self.lexer.peek() != Token::Mark('@') {
                self.lexer = before;
                return Ok(());
            }
            let index = self.marked('@', "a number")?;
            if index != self.writer.constant_count() {
                return Err(AsmProblem::Expected("the index of the next constant"));
            }
            let token = self.lexer.next();
            self.value(token, true, false)?;
            if self.writer.constant_count() != index + 1 {
                return Err(AsmProblem::Expected("items that are constants already"));
            }
            self.end_line()?;
        }
    }

    fn skip_newlines(&mut self) {
        while self.lexer.peek() == Token::Newline {
            self.lexer.next();
        }
    }

    fn module(&mut self) -> Result<()> {
        let name = self.constant()?;
        let file = self.constant()?;
        let code = self.marked('#', "a code object, as #3")?;
        let is_package = self.lexer.peek() == Token::Word("package");
        if is_package {
            self.lexer.next();
        }
        let mut source = None;
        if self.lexer.peek() == Token::Word("source") {
            self.lexer.next();
            source = Some(self.constant()?);
        }
        let module = self.writer.module(name, file, is_package, source)?;
        Ok(self.writer.set_module_code(module, code)?)
    }

    fn import(&mut self) -> Result<()> {
        let module = self.constant()?;
        self.writer.import(module, None, 0)?;
        while !matches!(self.lexer.peek(), Token::Newline | Token::End) {
            let name = self.constant()?;
            let hash = self.number("the hash of a signature")?;
            self.writer.import(module, Some(name), hash)?;
        }
        Ok(())
    }

    fn code(&mut self) -> Result<()> {
        self.end_code()?;
        let index = self.marked('#', "a code object, as #3")?;
        if index != self.writer.code_count() {
            return Err(AsmProblem::Expected("the index of the next code object"));
        }
        let name = self.constant()?;
        let mut head = CodeHead { name, qualname: name, first_line: 1, ..CodeHead::default() };
        self.head(&mut head)?;
        self.writer.begin_code(&head)?;
        self.names.clear()?;
        self.is_open = true;
        Ok(())
    }

    /// Directives that tell the head, in any order, before all others.
    fn head(&mut self, head: &mut CodeHead) -> Result<()> {
        loop {
            let before = self.lexer;
            self.skip_newlines();
            let Token::Directive(word) = self.lexer.next() else {
                self.lexer = before;
                return Ok(());
            };
            match word {
                "qualname" => head.qualname = self.constant()?,
                "of" => head.module = self.number("the number of a module")?,
                "line" => head.first_line = self.number("a line")?,
                "doc" => head.doc = Some(self.constant()?),
                "stack" => head.max_stack = Some(self.number("a depth")?),
                "args" => {
                    head.arg_count = self.number("a number of parameters")?;
                    head.posonly_count = self.number("a number of parameters")?;
                    head.kwonly_count = self.number("a number of parameters")?;
                }
                "flags" => {
                    while let Token::Word(word) = self.lexer.peek() {
                        self.lexer.next();
                        let found = FLAG_WORDS.iter().find(|(_, text)| *text == word);
                        head.flags |= found.ok_or(AsmProblem::Expected("a flag of a code object"))?.0;
                    }
                }
                _ => {
                    self.lexer = before;
                    return Ok(());
                }
            }
            self.end_line()?;
        }
    }

    /// A directive inside a code object; gives whether it is one.
    fn code_directive(&mut self, word: &str) -> Result<bool> {
        match word {
            "local" => {
                let name = self.name()?;
                let index = self.writer.local(name)?;
                self.names.add(name, [LOCAL, name, 0, index])?;
            }
            "cell" => {
                let name = self.name()?;
                let mut parameter = None;
                if let Token::Number(_) = self.lexer.peek() {
                    parameter = Some(self.number("a local")?);
                }
                let index = self.writer.cell(name, parameter)?;
                self.names.add(name, [CELL, name, 0, index])?;
            }
            "free" => {
                let name = self.name()?;
                let index = self.writer.free_variable(name)?;
                self.names.add(name, [CELL, name, 0, index])?;
            }
            "range" => {
                let (start, end, target) = (self.label()?, self.label()?, self.label()?);
                let depth = self.number("a depth")?;
                self.writer.exception_range(start, end, target, depth)?;
            }
            "at" => self.position()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn position(&mut self) -> Result<()> {
        if self.lexer.peek() == Token::Word("none") {
            self.lexer.next();
            return Ok(self.writer.position(None)?);
        }
        let line = self.number("a line or none")?;
        self.mark(':', "a colon")?;
        let column = self.number("a column")?;
        if self.lexer.next() != Token::Word("to") {
            return Err(AsmProblem::Expected("the word to"));
        }
        let (mut end_line, mut end_column) = (line, self.number("an end column")?);
        if self.lexer.peek() == Token::Mark(':') {
            self.lexer.next();
            end_line = end_column;
            end_column = self.number("an end column")?;
        }
        Ok(self.writer.position(Some(Position { line, end_line, column, end_column }))?)
    }

    fn end_code(&mut self) -> Result<()> {
        if !self.is_open {
            return Ok(());
        }
        // Of the labels without a place the first one in the text is named.
        let mut missing: Option<u32> = None;
        for number in 0..self.names.count {
            let at = HEADS + number * ENTRY;
            if let Some([LABEL, from, ..]) = self.names.words.get(at..at + ENTRY) {
                missing = Some(missing.map_or(*from, |other| other.min(*from)));
            }
        }
        if let Some(from) = missing {
            self.lexer = Lexer::at(self.text, from as usize);
            return Err(AsmProblem::NoLabel);
        }
        self.is_open = false;
        self.writer.finish_code()?;
        Ok(())
    }

    fn instruction(&mut self, word: &str) -> Result<()> {
        let found = Op::ALL.iter().find(|op| op.text() == word);
        let op = *found.ok_or(AsmProblem::Expected("an instruction"))?;
        let mut values = [0; 2];
        for (i, (kind, value)) in op.operands().iter().zip(&mut values).enumerate() {
            if i > 0 {
                self.mark(',', "a comma and the second operand")?;
            }
            *value = match kind {
                Operand::Num => self.number("a number")?,
                Operand::Int => self.small_int()?,
                Operand::Const | Operand::Tuple => self.constant()?,
                Operand::Name => self.name()?,
                Operand::Local => self.slot(LOCAL, "a local of this code object, by name or as $3")?,
                Operand::Cell => {
                    self.slot(CELL, "a cell or free variable of this code object, by name or as $3")?
                }
                Operand::Code => self.marked('#', "a code object, as #3")?,
                Operand::Label => {
                    let label = self.label()?;
                    return Ok(self.writer.jump(op, label)?);
                }
                Operand::Bin => {
                    let text = self.lexer.rest_of_line();
                    *BinaryOp::ALL.iter().find(|op| op.text() == text).ok_or(OPERATOR)? as u32
                }
                Operand::Cmp => {
                    let text = self.lexer.rest_of_line();
                    *CompareOp::ALL.iter().find(|op| op.text() == text).ok_or(OPERATOR)? as u32
                }
            };
        }
        let [a, b] = values;
        Ok(self.writer.emit(op, a, b)?)
    }

    fn slot(&mut self, kind: u32, expected: &'static str) -> Result<u32> {
        if self.lexer.peek() == Token::Mark('$') {
            return self.marked('$', expected);
        }
        match self.lexer.peek() {
            Token::Word(_) | Token::Str(_) | Token::Mark('@') => {}
            _ => {
                self.lexer.next();
                return Err(AsmProblem::Expected(expected));
            }
        }
        let name = self.name()?;
        let found = self.names.find(name, |entry| entry[0] == kind && entry[1] == name);
        found.map(|(_, entry)| entry[3]).ok_or(AsmProblem::Expected(expected))
    }

    // Labels

    fn find_label(&self, word: &str) -> Option<(usize, [u32; 4])> {
        self.names.find(hash(word), |[kind, from, len, _]| {
            let (from, len) = (*from as usize, *len as usize);
            *kind >= LABEL && self.text.get(from..from + len) == Some(word)
        })
    }

    fn label(&mut self) -> Result<Label> {
        match self.lexer.next() {
            Token::Word(word) => self.label_of(word, LABEL),
            _ => Err(AsmProblem::Expected("a label")),
        }
    }

    /// The label of that name, which stands where the lexer read last.
    fn label_of(&mut self, word: &str, kind: u32) -> Result<Label> {
        if let Some((_, entry)) = self.find_label(word) {
            return Ok(Label(entry[3]));
        }
        let label = self.writer.new_label()?;
        self.names.add(hash(word), [kind, self.lexer.start() as u32, word.len() as u32, label.0])?;
        Ok(label)
    }

    fn place(&mut self, word: &str) -> Result<()> {
        let label = match self.find_label(word) {
            Some((_, [LABEL_PLACED, ..])) => return Err(AsmProblem::LabelTwice),
            Some((at, entry)) => {
                if let Some(kind) = self.names.words.get_mut(at) {
                    *kind = LABEL_PLACED;
                }
                Label(entry[3])
            }
            None => self.label_of(word, LABEL_PLACED)?,
        };
        Ok(self.writer.place(label)?)
    }

    // Words

    fn mark(&mut self, mark: char, expected: &'static str) -> Result<()> {
        if self.lexer.next() == Token::Mark(mark) { Ok(()) } else { Err(AsmProblem::Expected(expected)) }
    }

    fn marked(&mut self, mark: char, expected: &'static str) -> Result<u32> {
        self.mark(mark, expected)?;
        self.number(expected)
    }

    fn number(&mut self, expected: &'static str) -> Result<u32> {
        let Token::Number(text) = self.lexer.next() else { return Err(AsmProblem::Expected(expected)) };
        let parsed = match text.strip_prefix("0x") {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => text.parse(),
        };
        parsed.map_err(|_| AsmProblem::Expected(expected))
    }

    fn small_int(&mut self) -> Result<u32> {
        let wrong = AsmProblem::Expected("an int of at most 32 bits");
        let Token::Number(text) = self.lexer.next() else { return Err(wrong) };
        text.parse::<i32>().map(|value| value as u32).map_err(|_| wrong)
    }

    fn name(&mut self) -> Result<u32> {
        match self.lexer.peek() {
            Token::Word(word) => {
                self.lexer.next();
                Ok(self.writer.str(word.as_bytes())?)
            }
            Token::Str(_) | Token::Mark('@') => self.constant(),
            _ => {
                self.lexer.next();
                Err(AsmProblem::Expected("a name"))
            }
        }
    }

    // Constants

    fn constant(&mut self) -> Result<u32> {
        let token = self.lexer.next();
        if token == Token::Mark('@') {
            return self.by_index();
        }
        self.value(token, true, true)
    }

    fn by_index(&mut self) -> Result<u32> {
        let index = self.number("the index of a constant")?;
        let known = index < self.writer.constant_count();
        if known {
            Ok(index)
        } else {
            Err(AsmProblem::Expected("the index of a constant that is there already"))
        }
    }

    /// A constant that begins with this word. Shared ones are equal to none before them.
    fn value(&mut self, token: Token<'t>, tuples: bool, share: bool) -> Result<u32> {
        let tag = match token {
            Token::Word("None") => TAG_NONE,
            Token::Word("True") => TAG_TRUE,
            Token::Word("False") => TAG_FALSE,
            Token::Word("Ellipsis") => TAG_ELLIPSIS,
            Token::Word("float") => {
                let Token::Number(text) = self.lexer.next() else { return Err(FLOAT) };
                self.stage(&float(text)?)?;
                TAG_FLOAT
            }
            Token::Word("complex") => {
                for _ in 0..2 {
                    let Token::Number(text) = self.lexer.next() else { return Err(FLOAT) };
                    let bytes = float(text)?;
                    self.stage(&bytes)?;
                }
                TAG_COMPLEX
            }
            Token::Word("frozenset") if tuples => {
                self.mark('(', "an opening parenthesis")?;
                self.items()?;
                TAG_FROZENSET
            }
            Token::Mark('(') if tuples => {
                self.items()?;
                TAG_TUPLE
            }
            Token::Number(text) => self.stage_number(text)?,
            Token::Str(inside) => {
                self.stage_text(inside, true)?;
                TAG_STR
            }
            Token::Bytes(inside) => {
                self.stage_text(inside, false)?;
                TAG_BYTES
            }
            _ if tuples => return Err(CONSTANT),
            _ => return Err(AsmProblem::Expected("a constant that is no tuple")),
        };
        Ok(self.writer.intern_staged(tag, share)?)
    }

    fn stage(&mut self, bytes: &[u8]) -> Result<()> {
        Ok(self.writer.stage(bytes)?)
    }

    /// Items up to the closing parenthesis; staged.
    fn items(&mut self) -> Result<()> {
        let mut count = 0;
        if self.lexer.peek() == Token::Mark(')') {
            self.lexer.next();
        } else {
            loop {
                let item = match self.lexer.next() {
                    Token::Mark('@') => self.by_index()?,
                    token => self.value(token, false, true)?,
                };
                let have = self.names.words.len();
                *self.names.free().get_mut(count).ok_or(AsmProblem::Scratch { have })? = item;
                count += 1;
                match self.lexer.next() {
                    Token::Mark(')') => break,
                    Token::Mark(',') => {}
                    _ => return Err(AsmProblem::Expected("a comma or a closing parenthesis")),
                }
            }
        }
        let items = self.names.free().get(..count).unwrap_or(&[]);
        Ok(self.writer.stage_items(items.iter().copied())?)
    }

    /// An int or a float.
    fn stage_number(&mut self, text: &str) -> Result<u8> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) => (true, digits),
            None => (false, text),
        };
        if let Some(digits) = digits.strip_prefix("0x") {
            return self.stage_hex(negative, digits);
        }
        if text.bytes().any(|byte| matches!(byte, b'.' | b'e' | b'E')) {
            self.stage(&float(text)?)?;
            return Ok(TAG_FLOAT);
        }
        let value: i64 =
            text.parse().map_err(|_| AsmProblem::Expected("a number; write ints over 64 bits as 0x..."))?;
        self.stage_int(value)
    }

    fn stage_int(&mut self, value: i64) -> Result<u8> {
        let mut small = [0; crate::varint::MAX_U64];
        let len = crate::varint::write(crate::varint::zigzag64(value), &mut small);
        self.stage(small.get(..len).unwrap_or(&[]))?;
        Ok(TAG_INT)
    }

    fn stage_hex(&mut self, negative: bool, digits: &str) -> Result<u8> {
        let wrong = AsmProblem::Expected("hexadecimal digits");
        let digits = digits.as_bytes();
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        let used = digits.get(zeros..).unwrap_or(&[]);
        if digits.is_empty() || !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(wrong);
        }
        if used.len() <= 16 {
            let text = core::str::from_utf8(digits).map_err(|_| wrong)?;
            let size = u64::from_str_radix(if used.is_empty() { "0" } else { text }, 16).unwrap_or(0);
            let value = if negative { 0i64.checked_sub_unsigned(size) } else { i64::try_from(size).ok() };
            if let Some(value) = value {
                return self.stage_int(value);
            }
        }
        for pair in used.rchunks(2) {
            let byte = pair
                .iter()
                .fold(0u8, |byte, digit| byte << 4 | char::from(*digit).to_digit(16).unwrap_or(0) as u8);
            self.stage(&[byte])?;
        }
        Ok(if negative { TAG_BIG_NEGATIVE } else { TAG_BIG })
    }

    fn stage_text(&mut self, inside: &str, is_str: bool) -> Result<()> {
        let mut rest = inside;
        while let Some(at) = rest.find('\\') {
            self.stage_plain(rest.get(..at).unwrap_or(""), is_str)?;
            rest = rest.get(at + 1..).unwrap_or("");
            let kind = rest.chars().next().ok_or(ESCAPE)?;
            rest = rest.get(kind.len_utf8()..).unwrap_or("");
            match kind {
                'n' => self.stage(b"\n")?,
                'r' => self.stage(b"\r")?,
                't' => self.stage(b"\t")?,
                '"' => self.stage(b"\"")?,
                '\\' => self.stage(b"\\")?,
                'x' => {
                    let digits =
                        rest.get(..2).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
                    let byte = u8::from_str_radix(digits.ok_or(ESCAPE)?, 16).map_err(|_| ESCAPE)?;
                    self.stage(&[byte])?;
                    rest = rest.get(2..).unwrap_or("");
                }
                'u' if is_str => {
                    let (digits, after) =
                        rest.strip_prefix('{').and_then(|rest| rest.split_once('}')).ok_or(ESCAPE)?;
                    let code = u32::from_str_radix(digits, 16).map_err(|_| ESCAPE)?;
                    match char::from_u32(code) {
                        Some(c) => self.stage(c.encode_utf8(&mut [0; 4]).as_bytes())?,
                        None if (0xd800..0xe000).contains(&code) => {
                            let low = 0x80 | (code & 0x3f) as u8;
                            self.stage(&[0xed, 0x80 | (code >> 6 & 0x3f) as u8, low])?;
                        }
                        None => return Err(ESCAPE),
                    }
                    rest = after;
                }
                _ => return Err(ESCAPE),
            }
        }
        self.stage_plain(rest, is_str)
    }

    fn stage_plain(&mut self, text: &str, is_str: bool) -> Result<()> {
        if !is_str && !text.is_ascii() {
            return Err(AsmProblem::Expected("ASCII between the quotes of bytes; write others as \\xff"));
        }
        self.stage(text.as_bytes())
    }
}

const FLOAT: AsmProblem = AsmProblem::Expected("a float, or 0x and its 64 bits");

fn float(text: &str) -> Result<[u8; 8]> {
    match text.strip_prefix("0x") {
        Some(digits) => u64::from_str_radix(digits, 16).map(u64::to_le_bytes).map_err(|_| FLOAT),
        None => text.parse::<f64>().map(f64::to_le_bytes).map_err(|_| FLOAT),
    }
}
