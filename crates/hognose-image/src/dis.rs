//! Image to text. What is written assembles to the same bytes, for every image that passes the checker.

use crate::code::{Code, Instruction};
use crate::isa::{BinaryOp, CompareOp, Operand};
use crate::layout::*;
use crate::position::Position;
use crate::text::{FLAG_WORDS, Part, Parts, is_word};
use crate::view::{Constant, Image, Items};
use core::fmt::{self, Write};

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DisError {
    /// The caller lent too little memory.
    Scratch {
        /// Words lent.
        have: usize,
        /// Words needed.
        need: usize,
    },
    /// The sink refused the text.
    Sink,
}

impl From<fmt::Error> for DisError {
    fn from(_: fmt::Error) -> Self {
        DisError::Sink
    }
}

/// Words of memory that [`dis`] wants for this image: a bit for each byte of code of its largest code object.
pub fn dis_scratch_words(image: &Image<'_>) -> usize {
    let words = |index| image.code(index).map_or(0, |code| code.bytes().len() / 32 + 1);
    (0..image.code_count()).map(words).max().unwrap_or(0)
}

/// Writes the text form of an image. Of an image that did not pass the checker parts may be unreadable: they are written as
/// `.malformed`, which does not assemble.
pub fn dis(image: &Image<'_>, scratch: &mut [u32], out: &mut dyn Write) -> Result<(), DisError> {
    let need = dis_scratch_words(image);
    let have = scratch.len();
    let scratch = scratch.get_mut(..need).ok_or(DisError::Scratch { have, need })?;
    let mut text = Text { image, out };
    if image.is_stripped() {
        writeln!(text.out, ".stripped")?;
    }
    text.constants()?;
    for index in 0..image.module_count() {
        text.module(index)?;
    }
    for index in 0..image.import_count() {
        text.import(index)?;
    }
    for index in 0..image.code_count() {
        writeln!(text.out)?;
        match image.code(index) {
            Some(code) => text.code(index, &code, scratch)?,
            None => writeln!(text.out, ".malformed code #{index}")?,
        }
    }
    Ok(())
}

struct Text<'i, 'a, 'o> {
    image: &'i Image<'a>,
    out: &'o mut dyn Write,
}

impl Text<'_, '_, '_> {
    fn constants(&mut self) -> fmt::Result {
        if self.image.constant_count() > 0 {
            writeln!(self.out, ".constants")?;
        }
        for index in 0..self.image.constant_count() {
            write!(self.out, "  @{index} ")?;
            match self.image.constant(index) {
                Some(Constant::Tuple(items)) => self.items("", items, false)?,
                Some(Constant::FrozenSet(items)) => self.items("frozenset", items, false)?,
                Some(constant) => self.scalar(&constant)?,
                None => write!(self.out, ".malformed")?,
            }
            writeln!(self.out)?;
        }
        Ok(())
    }

    fn module(&mut self, index: u32) -> fmt::Result {
        let Some(module) = self.image.module(index) else {
            return writeln!(self.out, ".malformed module {index}");
        };
        write!(self.out, ".module ")?;
        self.constant(module.name)?;
        write!(self.out, " ")?;
        self.constant(module.file)?;
        write!(self.out, " #{}", module.code)?;
        if module.is_package() {
            write!(self.out, " package")?;
        }
        if module.flags & !MODULE_PACKAGE != 0 {
            write!(self.out, " .malformed flags")?;
        }
        if let Some(source) = module.source {
            write!(self.out, " source @{source}")?;
        }
        writeln!(self.out)
    }

    fn import(&mut self, index: u32) -> fmt::Result {
        let Some(import) = self.image.import(index) else {
            return writeln!(self.out, ".malformed import {index}");
        };
        write!(self.out, ".import ")?;
        self.constant(import.module)?;
        let mut names = import.names;
        for (name, hash) in names.by_ref() {
            write!(self.out, " ")?;
            self.constant(name)?;
            write!(self.out, " {hash:#x}")?;
        }
        if !names.rest().is_empty() {
            write!(self.out, " .malformed")?;
        }
        writeln!(self.out)
    }

    fn code(&mut self, index: u32, code: &Code<'_>, labels: &mut [u32]) -> fmt::Result {
        write!(self.out, ".code #{index} ")?;
        self.constant(code.name)?;
        writeln!(self.out)?;
        if code.qualname != code.name {
            self.line(".qualname", code.qualname)?;
        }
        if code.module != 0 {
            writeln!(self.out, "  .of {}", code.module)?;
        }
        writeln!(self.out, "  .line {}", code.first_line)?;
        if code.flags != 0 {
            write!(self.out, "  .flags")?;
            for (flag, word) in FLAG_WORDS {
                if code.flags & flag != 0 {
                    write!(self.out, " {word}")?;
                }
            }
            if code.flags & !CODE_FLAGS_KNOWN != 0 {
                write!(self.out, " .malformed")?;
            }
            writeln!(self.out)?;
        }
        if let Some(doc) = code.doc {
            self.line(".doc", doc)?;
        }
        let args = [code.arg_count, code.posonly_count, code.kwonly_count];
        if args != [0; 3] {
            writeln!(self.out, "  .args {} {} {}", args[0], args[1], args[2])?;
        }
        writeln!(self.out, "  .stack {}", code.max_stack)?;
        for name in code.locals() {
            self.line_of_name(".local", name, None)?;
        }
        for (name, parameter) in code.cells() {
            self.line_of_name(".cell", name, parameter)?;
        }
        for name in code.frees() {
            self.line_of_name(".free", name, None)?;
        }
        self.body(code, labels)
    }

    fn body(&mut self, code: &Code<'_>, labels: &mut [u32]) -> fmt::Result {
        labels.fill(0);
        let mut mark = |pc: u32| {
            if let Some(word) = labels.get_mut(pc as usize / 32) {
                *word |= 1 << (pc % 32);
            }
        };
        for (_, instruction) in code.instructions() {
            if instruction.op.operands().contains(&Operand::Label) {
                mark(instruction.a);
            }
        }
        for range in code.ranges() {
            for label in [range.start, range.end, range.target] {
                mark(label);
            }
            writeln!(self.out, "  .range L{} L{} L{} {}", range.start, range.end, range.target, range.depth)?;
        }
        let is_label = |pc: u32| labels.get(pc as usize / 32).is_some_and(|word| word >> (pc % 32) & 1 == 1);
        let mut positions = code.positions();
        let mut current: Option<Position> = None;
        let mut instructions = code.instructions();
        for (pc, instruction) in instructions.by_ref() {
            if is_label(pc) {
                writeln!(self.out, "L{pc}:")?;
            }
            match positions.next() {
                Some(position) if position != current => {
                    current = position;
                    self.position(position)?;
                }
                None if !self.image.is_stripped() => writeln!(self.out, "  .malformed position")?,
                _ => {}
            }
            self.instruction(code, &instruction)?;
        }
        let end = instructions.pc();
        if (end as usize) < code.bytes().len() {
            return writeln!(self.out, "  .malformed instruction at byte {end}");
        }
        if is_label(end) {
            writeln!(self.out, "L{end}:")?;
        }
        if !positions.is_finished() {
            writeln!(self.out, "  .malformed position")?;
        }
        Ok(())
    }

    fn position(&mut self, position: Option<Position>) -> fmt::Result {
        match position {
            None => writeln!(self.out, "  .at none"),
            Some(Position { line, end_line, column, end_column }) if line == end_line => {
                writeln!(self.out, "  .at {line}:{column} to {end_column}")
            }
            Some(Position { line, end_line, column, end_column }) => {
                writeln!(self.out, "  .at {line}:{column} to {end_line}:{end_column}")
            }
        }
    }

    fn instruction(&mut self, code: &Code<'_>, instruction: &Instruction) -> fmt::Result {
        write!(self.out, "  {}", instruction.op.text())?;
        for (i, (kind, value)) in
            instruction.op.operands().iter().zip([instruction.a, instruction.b]).enumerate()
        {
            write!(self.out, "{}", if i == 0 { " " } else { ", " })?;
            match kind {
                Operand::Num => write!(self.out, "{value}")?,
                Operand::Int => write!(self.out, "{}", value as i32)?,
                Operand::Const | Operand::Tuple => self.constant(value)?,
                Operand::Name => self.name(value)?,
                Operand::Local => {
                    let name = code.locals().nth(value as usize);
                    let first = code.locals().position(|other| Some(other) == name);
                    self.slot(value, name, first)?;
                }
                Operand::Cell => {
                    let names = || code.cells().map(|(name, _)| name).chain(code.frees());
                    let name = names().nth(value as usize);
                    let first = names().position(|other| Some(other) == name);
                    self.slot(value, name, first)?;
                }
                Operand::Code => write!(self.out, "#{value}")?,
                Operand::Label => write!(self.out, "L{value}")?,
                Operand::Bin => match BinaryOp::from_byte(value as u8) {
                    Some(op) => write!(self.out, "{}", op.text())?,
                    None => write!(self.out, ".malformed")?,
                },
                Operand::Cmp => match CompareOp::from_byte(value as u8) {
                    Some(op) => write!(self.out, "{}", op.text())?,
                    None => write!(self.out, ".malformed")?,
                },
            }
        }
        writeln!(self.out)
    }

    /// A local or cell: by name when that leads back to it.
    fn slot(&mut self, index: u32, name: Option<u32>, first: Option<usize>) -> fmt::Result {
        let name = name.filter(|name| first == Some(index as usize) && self.is_first(*name));
        match name.and_then(|name| self.image.str(name)) {
            Some(text) if is_word(text) => self.word(text),
            _ => write!(self.out, "${index}"),
        }
    }

    fn line(&mut self, directive: &str, constant: u32) -> fmt::Result {
        write!(self.out, "  {directive} ")?;
        self.constant(constant)?;
        writeln!(self.out)
    }

    fn line_of_name(&mut self, directive: &str, name: u32, parameter: Option<u32>) -> fmt::Result {
        write!(self.out, "  {directive} ")?;
        self.name(name)?;
        if let Some(parameter) = parameter {
            write!(self.out, " {parameter}")?;
        }
        writeln!(self.out)
    }

    /// A name: a bare word if it can be.
    fn name(&mut self, index: u32) -> fmt::Result {
        match self.image.str(index) {
            Some(text) if is_word(text) && self.is_first(index) => self.word(text),
            _ => self.constant(index),
        }
    }

    fn word(&mut self, text: &[u8]) -> fmt::Result {
        text.iter().try_for_each(|byte| self.out.write_char(char::from(*byte)))
    }

    /// Whether this is the first constant of its value, the one that writing the value leads to.
    fn is_first(&self, index: u32) -> bool {
        let Some(record) = self.image.constant_record(index) else { return false };
        (0..index).all(|other| self.image.constant_record(other) != Some(record))
    }

    /// A constant by its value if that leads back to it, else by its index.
    fn constant(&mut self, index: u32) -> fmt::Result {
        if !self.is_first(index) {
            return write!(self.out, "@{index}");
        }
        match self.image.constant(index) {
            Some(Constant::Tuple(items)) => self.items("", items, true),
            Some(Constant::FrozenSet(items)) => self.items("frozenset", items, true),
            Some(constant) => self.scalar(&constant),
            None => write!(self.out, "@{index}"),
        }
    }

    fn items(&mut self, word: &str, mut items: Items<'_>, by_value: bool) -> fmt::Result {
        write!(self.out, "{word}(")?;
        for (i, item) in items.by_ref().enumerate() {
            if i > 0 {
                write!(self.out, ", ")?;
            }
            match self.image.constant(item) {
                Some(Constant::Tuple(_) | Constant::FrozenSet(_)) | None => write!(self.out, "@{item}")?,
                Some(constant) if by_value && self.is_first(item) => self.scalar(&constant)?,
                Some(_) => write!(self.out, "@{item}")?,
            }
        }
        if !items.rest().is_empty() {
            write!(self.out, " .malformed")?;
        }
        write!(self.out, ")")
    }

    fn scalar(&mut self, constant: &Constant<'_>) -> fmt::Result {
        match *constant {
            Constant::None => write!(self.out, "None"),
            Constant::True => write!(self.out, "True"),
            Constant::False => write!(self.out, "False"),
            Constant::Ellipsis => write!(self.out, "Ellipsis"),
            Constant::Int(value) => write!(self.out, "{value}"),
            Constant::BigInt { negative, magnitude } => {
                write!(self.out, "{}0x", if negative { "-" } else { "" })?;
                magnitude.iter().rev().try_for_each(|byte| write!(self.out, "{byte:02x}"))
            }
            Constant::Float(value) if value.is_finite() => write!(self.out, "{value:?}"),
            Constant::Float(value) => write!(self.out, "float {:#018x}", value.to_bits()),
            Constant::Complex { real, imag } => {
                write!(self.out, "complex")?;
                for part in [real, imag] {
                    match part.is_finite() {
                        true => write!(self.out, " {part:?}")?,
                        false => write!(self.out, " {:#018x}", part.to_bits())?,
                    }
                }
                Ok(())
            }
            Constant::Str(text) => self.str(text),
            Constant::Bytes(bytes) => {
                write!(self.out, "b\"")?;
                for byte in bytes {
                    self.char(char::from(*byte), byte.is_ascii_graphic() || *byte == b' ')?;
                }
                write!(self.out, "\"")
            }
            Constant::Tuple(_) | Constant::FrozenSet(_) => write!(self.out, ".malformed"),
        }
    }

    fn str(&mut self, text: &[u8]) -> fmt::Result {
        write!(self.out, "\"")?;
        for part in Parts::new(text) {
            match part {
                // Anything but letters and digits may be invisible or steer the terminal: shown by its number.
                Part::Char(c) if c.is_ascii_graphic() || c == ' ' || c.is_alphanumeric() => {
                    self.char(c, true)?
                }
                Part::Char(c) if c.is_ascii_whitespace() => self.char(c, c == ' ')?,
                Part::Char(c) => write!(self.out, "\\u{{{:x}}}", u32::from(c))?,
                Part::Surrogate(unit) => write!(self.out, "\\u{{{unit:x}}}")?,
                Part::Byte(byte) => write!(self.out, "\\x{byte:02x}")?,
            }
        }
        write!(self.out, "\"")
    }

    fn char(&mut self, c: char, visible: bool) -> fmt::Result {
        match c {
            '\n' => write!(self.out, "\\n"),
            '\r' => write!(self.out, "\\r"),
            '\t' => write!(self.out, "\\t"),
            '"' | '\\' => write!(self.out, "\\{c}"),
            _ if visible => self.out.write_char(c),
            _ => write!(self.out, "\\x{:02x}", u32::from(c)),
        }
    }
}
