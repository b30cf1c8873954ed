//! Expressions back to text, for annotations that are not evaluated.
//!
//! The text is put together in the lower part of the working memory, a character in each word, since an f-string is quoted
//! when all of it is known.

use crate::Compiler;
use crate::constant::utf8;
use crate::fault::{Done, Fault};
use core::fmt::Write;
use hognose_syntax::literal;
use hognose_syntax::operator::{BinaryOp, BoolOp, CompareOp, Conversion, Singleton, UnaryOp};
use hognose_syntax::tree::{Kind, List, Node, NodeId};

/// How tight an expression binds: what stands where a tighter one is wanted gets parentheses.
mod level {
    pub const TUPLE: u32 = 0;
    pub const TEST: u32 = 1;
    pub const OR: u32 = 2;
    pub const AND: u32 = 3;
    pub const NOT: u32 = 4;
    pub const COMPARE: u32 = 5;
    pub const BIT_OR: u32 = 6;
    pub const BIT_XOR: u32 = 7;
    pub const BIT_AND: u32 = 8;
    pub const SHIFT: u32 = 9;
    pub const SUM: u32 = 10;
    pub const TERM: u32 = 11;
    pub const FACTOR: u32 = 12;
    pub const POWER: u32 = 13;
    pub const AWAIT: u32 = 14;
    pub const ATOM: u32 = 15;
}

/// Texts that are written later.
const TEXTS: [&str; 26] = [
    ")",
    "]",
    "}",
    ", ",
    ": ",
    " if ",
    " else ",
    " for ",
    " async for ",
    " in ",
    " and ",
    " or ",
    ",",
    ":",
    " := ",
    "=",
    "*",
    "**",
    "*, ",
    "/",
    "!s",
    "!r",
    "!a",
    "(",
    ", /",
    "[",
];

/// What is written later. The comment names the values in the order data, a.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
enum Step {
    /// Nothing: ends the run.
    Stop,
    /// Index of the text, -.
    Text,
    /// Level, node.
    Expr,
    /// Index and kind, list: items with commas between.
    Items,
    /// Index, node: an operator of a comparison and its operand.
    Link,
    /// Index, node: `and`, `or` and a value.
    Value,
    /// -, node: operator and right operand.
    Right,
    /// -, node: attribute.
    Attribute,
    /// Place of the start, -: what was written from there on is an f-string.
    Quote,
    /// Place of the start, -: what was written from there on is the expression of a field.
    Field,
    /// Index, node: parts of an f-string.
    Parts,
    /// Index, list: conditions.
    Conditions,
    /// Index and whether something stands before, node: parameters.
    Params,
}

impl Step {
    const ALL: [Step; 13] = [
        Step::Stop,
        Step::Text,
        Step::Expr,
        Step::Items,
        Step::Link,
        Step::Value,
        Step::Right,
        Step::Attribute,
        Step::Quote,
        Step::Field,
        Step::Parts,
        Step::Conditions,
        Step::Params,
    ];
}

/// Kinds of items.
const PLAIN: u32 = 0;
const PAIRS: u32 = 1;
const COMPREHENSIONS: u32 = 2;

impl Compiler<'_, '_> {
    /// The text of an annotation, in the pool.
    pub(crate) fn unparse(&mut self, annotation: NodeId) -> Result<u32, Fault> {
        self.flush()?;
        let start = self.s.words.low();
        self.unparse_later(Step::Stop, 0, 0)?;
        self.expr_step(annotation, level::TEST)?;
        loop {
            let [a, head] = self.s.words.pop_all();
            let data = head >> 8;
            let node = NodeId::from_word(a);
            match Step::ALL.get(head as u8 as usize).copied().unwrap_or(Step::Stop) {
                Step::Stop => break,
                Step::Text => self.write(TEXTS.get(data as usize).copied().unwrap_or(""))?,
                Step::Expr => self.unparse_expr(node, data)?,
                Step::Items => self.unparse_items(data, List::from_word(a))?,
                Step::Link => self.unparse_link(data, node)?,
                Step::Value => self.unparse_value(data, node)?,
                Step::Right => self.unparse_right(node)?,
                Step::Attribute => {
                    if let Node::Attribute { value, name } = self.t.node(node) {
                        self.write(if self.t.kind(value) == Kind::Int { " ." } else { "." })?;
                        self.write_name(self.t.ident(name))?;
                    }
                }
                Step::Quote => self.quote(a, b"f")?,
                Step::Field => {
                    // A brace that follows a brace would be doubled.
                    if self.s.words.get(a) == u32::from(b'{') {
                        self.insert(a, b' ')?;
                    }
                }
                Step::Parts => self.unparse_parts(data, node)?,
                Step::Conditions => self.unparse_conditions(data, List::from_word(a))?,
                Step::Params => self.unparse_params(data, node)?,
            }
        }
        for place in start..self.s.words.low() {
            let (bytes, len) = utf8(self.s.words.get(place));
            self.s.writer.stage(bytes.get(..len).unwrap_or(&[]))?;
        }
        self.s.words.cut(start);
        Ok(self.s.writer.staged_str()?)
    }

    fn unparse_later(&mut self, step: Step, data: u32, a: u32) -> Done {
        self.s.words.push_all([a, step as u32 | data << 8])
    }

    fn text_step(&mut self, text: &str) -> Done {
        let index = TEXTS.iter().position(|known| *known == text).unwrap_or(0);
        self.unparse_later(Step::Text, index as u32, 0)
    }

    fn expr_step(&mut self, node: NodeId, level: u32) -> Done {
        self.unparse_later(Step::Expr, level, node.to_word())
    }

    fn items_step(&mut self, list: List, kind: u32) -> Done {
        self.unparse_later(Step::Items, kind, list.to_word())
    }

    fn write(&mut self, text: &str) -> Done {
        text.chars().try_for_each(|character| self.write_code(character as u32))
    }

    /// Puts an identifier in its normal form.
    fn write_name(&mut self, name: &str) -> Done {
        let Some(normalise) = self.s.characters.normalise.filter(|_| !name.is_ascii()) else {
            return self.write(name);
        };
        let mut written = Ok(());
        normalise(name, &mut |character| {
            if written.is_ok() {
                written = self.write_code(character as u32);
            }
        });
        written
    }

    fn write_code(&mut self, code: u32) -> Done {
        self.s.words.add([code])?;
        Ok(())
    }

    /// Puts a character in front of what stands from a place on.
    fn insert(&mut self, place: u32, byte: u8) -> Done {
        self.write_code(0)?;
        for at in (place..self.s.words.low() - 1).rev() {
            let code = self.s.words.get(at);
            self.s.words.set(at + 1, code);
        }
        self.s.words.set(place, u32::from(byte));
        Ok(())
    }

    /// Opens a parenthesis if the place wants a tighter expression, and closes it later.
    fn wrap(&mut self, wanted: u32, level: u32) -> Done {
        if wanted > level {
            self.write("(")?;
            self.text_step(")")?;
        }
        Ok(())
    }

    fn unparse_expr(&mut self, node: NodeId, wanted: u32) -> Done {
        match self.t.node(node) {
            Node::Name {} => self.write_name(self.t.name(node)),
            Node::Constant { value } => self.write(match value {
                Singleton::None => "None",
                Singleton::True => "True",
                Singleton::False => "False",
                Singleton::Ellipsis => "...",
            }),
            Node::Int {} => self.unparse_int(node),
            Node::Float {} | Node::Imaginary {} => self.unparse_float(node),
            Node::Str {} | Node::Bytes {} => self.unparse_text(node),
            Node::BoolOp { op, values } => {
                let own = if op == BoolOp::And { level::AND } else { level::OR };
                self.wrap(wanted, own)?;
                self.unparse_later(Step::Value, 1, node.to_word())?;
                let Some(first) = self.t.item(values, 0) else { return Ok(()) };
                self.expr_step(first, own + 1)
            }
            Node::BinOp { op, left, .. } => {
                let (_, own) = operator(op);
                self.wrap(wanted, own)?;
                self.unparse_later(Step::Right, 0, node.to_word())?;
                self.expr_step(left, own + u32::from(op == BinaryOp::Pow))
            }
            Node::UnaryOp { op, operand } => {
                let (text, own) = match op {
                    UnaryOp::Invert => ("~", level::FACTOR),
                    UnaryOp::Not => ("not ", level::NOT),
                    UnaryOp::UAdd => ("+", level::FACTOR),
                    UnaryOp::USub => ("-", level::FACTOR),
                };
                self.wrap(wanted, own)?;
                self.write(text)?;
                self.expr_step(operand, own)
            }
            Node::Lambda { params, body } => {
                self.wrap(wanted, level::TEST)?;
                self.write("lambda")?;
                self.expr_step(body, level::TEST)?;
                self.text_step(": ")?;
                match params {
                    Some(params) => {
                        // Without a blank when no plain parameter comes first, as Python does.
                        let lists = self.parameters(Some(params));
                        if !lists.posonly.is_empty() || !lists.args.is_empty() {
                            self.write(" ")?;
                        }
                        self.unparse_later(Step::Params, 0, params.to_word())
                    }
                    None => Ok(()),
                }
            }
            Node::IfExp { test, body, orelse } => {
                self.wrap(wanted, level::TEST)?;
                self.expr_step(orelse, level::TEST)?;
                self.text_step(" else ")?;
                self.expr_step(test, level::TEST + 1)?;
                self.text_step(" if ")?;
                self.expr_step(body, level::TEST + 1)
            }
            Node::Dict { items } => {
                self.write("{")?;
                self.text_step("}")?;
                self.items_step(items, PAIRS)
            }
            Node::Set { items } => {
                self.write("{")?;
                self.text_step("}")?;
                self.items_step(items, PLAIN)
            }
            Node::ListDisplay { items } => {
                self.write("[")?;
                self.text_step("]")?;
                self.items_step(items, PLAIN)
            }
            Node::Tuple { items } => {
                if items.is_empty() {
                    return self.write("()");
                }
                self.wrap(wanted, level::TUPLE)?;
                if self.t.len(items) == 1 {
                    self.text_step(",")?;
                }
                self.items_step(items, PLAIN)
            }
            Node::ListComp { element, generators } => {
                self.unparse_comprehension("[", "]", None, element, generators)
            }
            Node::SetComp { element, generators } => {
                self.unparse_comprehension("{", "}", None, element, generators)
            }
            Node::GeneratorExp { element, generators } => {
                self.unparse_comprehension("(", ")", None, element, generators)
            }
            Node::DictComp { key, value, generators } => {
                self.unparse_comprehension("{", "}", Some(key), value, generators)
            }
            Node::Await { value } => {
                self.wrap(wanted, level::AWAIT)?;
                self.write("await ")?;
                self.expr_step(value, level::ATOM)
            }
            Node::Yield { value } => {
                self.write("(yield")?;
                self.text_step(")")?;
                let Some(value) = value else { return Ok(()) };
                self.write(" ")?;
                self.expr_step(value, level::TEST)
            }
            Node::YieldFrom { value } => {
                self.write("(yield from ")?;
                self.text_step(")")?;
                self.expr_step(value, level::TEST)
            }
            Node::Compare { left, .. } => {
                self.wrap(wanted, level::COMPARE)?;
                self.unparse_later(Step::Link, 0, node.to_word())?;
                self.expr_step(left, level::COMPARE + 1)
            }
            Node::Call { func, args, keywords } => {
                let only = self.t.item(args, 0).filter(|_| self.t.len(args) == 1 && keywords.is_empty());
                match only.filter(|only| self.t.kind(*only) == Kind::GeneratorExp) {
                    Some(only) => self.expr_step(only, level::TEST)?,
                    None => {
                        self.text_step(")")?;
                        self.items_step(keywords, PLAIN)?;
                        if !args.is_empty() && !keywords.is_empty() {
                            self.text_step(", ")?;
                        }
                        self.items_step(args, PLAIN)?;
                        self.text_step("(")?;
                    }
                }
                self.expr_step(func, level::ATOM)
            }
            Node::Keyword { is_unpack, value } => {
                if is_unpack {
                    self.write("**")?;
                } else {
                    self.write_name(self.t.name(node))?;
                    self.write("=")?;
                }
                self.expr_step(value, level::TEST)
            }
            Node::JoinedStr { .. } => {
                let start = self.s.words.low();
                self.unparse_later(Step::Quote, 0, start)?;
                self.unparse_later(Step::Parts, 0, node.to_word())
            }
            Node::Attribute { value, .. } => {
                self.unparse_later(Step::Attribute, 0, node.to_word())?;
                self.expr_step(value, level::ATOM)
            }
            Node::Subscript { value, index } => {
                self.text_step("]")?;
                self.expr_step(index, level::TUPLE)?;
                self.unparse_later(Step::Text, OPEN_BRACKET, 0)?;
                self.expr_step(value, level::ATOM)
            }
            Node::Starred { value } => {
                self.write("*")?;
                self.expr_step(value, level::BIT_OR)
            }
            Node::NamedExpr { target, value } => {
                self.wrap(wanted, level::TUPLE)?;
                self.expr_step(value, level::ATOM)?;
                self.text_step(" := ")?;
                self.expr_step(target, level::ATOM)
            }
            Node::Slice { lower, upper, step } => {
                if let Some(step) = step {
                    self.expr_step(step, level::TEST)?;
                    self.text_step(":")?;
                }
                if let Some(upper) = upper {
                    self.expr_step(upper, level::TEST)?;
                }
                self.text_step(":")?;
                lower.map_or(Ok(()), |lower| self.expr_step(lower, level::TEST))
            }
            _ => Ok(()),
        }
    }

    fn unparse_comprehension(
        &mut self,
        open: &str,
        close: &str,
        key: Option<NodeId>,
        element: NodeId,
        generators: List,
    ) -> Done {
        self.write(open)?;
        self.text_step(close)?;
        self.items_step(generators, COMPREHENSIONS)?;
        self.expr_step(element, level::TEST)?;
        if let Some(key) = key {
            self.text_step(": ")?;
            self.expr_step(key, level::TEST)?;
        }
        Ok(())
    }

    fn unparse_items(&mut self, data: u32, list: List) -> Done {
        let (kind, index) = (data & 3, data >> 2);
        let Some(item) = self.t.item(list, index as usize) else { return Ok(()) };
        if index > 0 && kind != COMPREHENSIONS {
            self.write(", ")?;
        }
        if kind == PAIRS && self.t.kind(item) != Kind::DictUnpack {
            // The value is the next item.
            let Some(value) = self.t.item(list, index as usize + 1) else { return Ok(()) };
            self.unparse_later(Step::Items, kind | (index + 2) << 2, list.to_word())?;
            self.expr_step(value, level::TEST)?;
            self.text_step(": ")?;
            return self.expr_step(item, level::TEST);
        }
        self.unparse_later(Step::Items, kind | (index + 1) << 2, list.to_word())?;
        match self.t.node(item) {
            Node::DictUnpack { value } => {
                self.write("**")?;
                self.expr_step(value, level::BIT_OR)
            }
            Node::Comprehension { is_async, target, iter, ifs } => {
                self.write(if is_async { " async for " } else { " for " })?;
                self.unparse_later(Step::Conditions, 0, ifs.to_word())?;
                self.expr_step(iter, level::TEST + 1)?;
                self.text_step(" in ")?;
                self.expr_step(target, level::TUPLE)
            }
            _ => self.expr_step(item, level::TEST),
        }
    }

    fn unparse_conditions(&mut self, index: u32, list: List) -> Done {
        let Some(item) = self.t.item(list, index as usize) else { return Ok(()) };
        self.write(" if ")?;
        self.unparse_later(Step::Conditions, index + 1, list.to_word())?;
        self.expr_step(item, level::TEST + 1)
    }

    fn unparse_value(&mut self, index: u32, node: NodeId) -> Done {
        let Node::BoolOp { op, values } = self.t.node(node) else { return Ok(()) };
        let Some(item) = self.t.item(values, index as usize) else { return Ok(()) };
        let and = op == BoolOp::And;
        self.write(if and { " and " } else { " or " })?;
        self.unparse_later(Step::Value, index + 1, node.to_word())?;
        self.expr_step(item, if and { level::AND + 1 } else { level::OR + 1 })
    }

    fn unparse_right(&mut self, node: NodeId) -> Done {
        let Node::BinOp { op, right, .. } = self.t.node(node) else { return Ok(()) };
        let (text, own) = operator(op);
        self.write(text)?;
        self.expr_step(right, own + u32::from(op != BinaryOp::Pow))
    }

    fn unparse_link(&mut self, index: u32, node: NodeId) -> Done {
        let Node::Compare { links, .. } = self.t.node(node) else { return Ok(()) };
        let Some(link) = self.t.item(links, index as usize) else { return Ok(()) };
        let Node::CompareLink { op, value } = self.t.node(link) else { return Ok(()) };
        self.write(match op {
            CompareOp::Eq => " == ",
            CompareOp::NotEq => " != ",
            CompareOp::Lt => " < ",
            CompareOp::LtE => " <= ",
            CompareOp::Gt => " > ",
            CompareOp::GtE => " >= ",
            CompareOp::Is => " is ",
            CompareOp::IsNot => " is not ",
            CompareOp::In => " in ",
            CompareOp::NotIn => " not in ",
        })?;
        self.unparse_later(Step::Link, index + 1, node.to_word())?;
        self.expr_step(value, level::COMPARE + 1)
    }

    /// Parameters of a lambda, one after the other.
    fn unparse_params(&mut self, index: u32, node: NodeId) -> Done {
        let params = self.parameters(Some(node));
        let posonly = self.t.len(params.posonly);
        let plain = posonly + self.t.len(params.args);
        let kwonly = self.t.len(params.kwonly);
        let has_star = params.vararg.is_some() || kwonly > 0;
        let at = index as usize;
        // In order: positional ones, the star, keyword-only ones, the double star.
        let (before, param) = if at < plain {
            let list = if at < posonly { params.posonly } else { params.args };
            let place = if at < posonly { at } else { at - posonly };
            ("", self.t.item(list, place))
        } else if at == plain {
            if !has_star {
                return self.unparse_later(Step::Params, index + 1, node.to_word());
            }
            ("*", params.vararg)
        } else if at <= plain + kwonly {
            ("", self.t.item(params.kwonly, at - plain - 1))
        } else if at == plain + kwonly + 1 && params.kwarg.is_some() {
            ("**", params.kwarg)
        } else {
            return Ok(());
        };
        let first = at == 0 || (at == plain + 1 && plain == 0 && !has_star);
        if !first && (at > 0 || plain > 0) {
            self.write(", ")?;
        }
        self.write(before)?;
        self.unparse_later(Step::Params, index + 1, node.to_word())?;
        if at + 1 == posonly {
            // Python writes the slash behind the default.
            self.unparse_later(Step::Text, SLASH, 0)?;
        }
        let Some(param) = param else { return Ok(()) };
        self.write_name(self.t.name(param))?;
        if let Node::Param { default: Some(default), .. } = self.t.node(param) {
            self.write("=")?;
            self.expr_step(default, level::TEST)?;
        }
        Ok(())
    }

    // Numbers

    fn unparse_int(&mut self, node: NodeId) -> Done {
        let (base, digits) = literal::int_digits(self.t.text(self.t.span(node)));
        // The magnitude in words, low ones first, above what is written; then its decimal digits in groups of nine.
        let low = self.s.words.low();
        for digit in digits {
            let mut carry = u64::from(digit);
            for place in low..self.s.words.low() {
                let value = u64::from(self.s.words.get(place)) * u64::from(base) + carry;
                self.s.words.set(place, value as u32);
                carry = value >> 32;
            }
            if carry > 0 {
                self.s.words.add([carry as u32])?;
            }
        }
        const GROUP: u64 = 1_000_000_000;
        let mut groups = 0;
        let mut top = self.s.words.low();
        while top > low {
            let mut rest = 0u64;
            for place in (low..top).rev() {
                let value = rest << 32 | u64::from(self.s.words.get(place));
                self.s.words.set(place, (value / GROUP) as u32);
                rest = value % GROUP;
            }
            self.s.words.push(rest as u32)?;
            groups += 1;
            if self.s.words.get(top - 1) == 0 {
                top -= 1;
            }
        }
        self.s.words.cut(low);
        if groups == 0 {
            return self.write("0");
        }
        for group in 0..groups {
            let value = self.s.words.pop();
            let mut small = Small::default();
            let _ = if group == 0 { write!(small, "{value}") } else { write!(small, "{value:09}") };
            self.write(small.text())?;
        }
        Ok(())
    }

    fn unparse_float(&mut self, node: NodeId) -> Done {
        let kind = self.t.kind(node);
        let imaginary = kind == Kind::Imaginary;
        let value = match crate::constant::literal_number(kind, self.t.text(self.t.span(node))) {
            Some(crate::constant::Number::Float(value) | crate::constant::Number::Complex(_, value)) => value,
            _ => 0.0,
        };
        if value.is_infinite() {
            self.write("1e309")?;
            return if imaginary { self.write("j") } else { Ok(()) };
        }
        // The shortest digits, as d.ddde-x; Python writes them without exponent in the middle range.
        let mut small = Small::default();
        let _ = write!(small, "{value:e}");
        let text = small;
        let (digits, exponent) = text.text().split_once('e').unwrap_or(("0", "0"));
        let exponent: i32 = exponent.parse().unwrap_or(0);
        let mut out = Small::default();
        let plain = || digits.chars().filter(|digit| *digit != '.');
        let count = plain().count() as i32;
        if (-4..16).contains(&exponent) {
            if exponent < 0 {
                let _ = out.write_str("0.");
                for _ in exponent + 1..0 {
                    let _ = out.write_char('0');
                }
                plain().for_each(|digit| _ = out.write_char(digit));
            } else {
                for (index, digit) in plain().enumerate() {
                    if index as i32 == exponent + 1 {
                        let _ = out.write_char('.');
                    }
                    let _ = out.write_char(digit);
                }
                for _ in count..=exponent {
                    let _ = out.write_char('0');
                }
                if count <= exponent + 1 && !imaginary {
                    let _ = out.write_str(".0");
                }
            }
        } else {
            let _ = write!(out, "{digits}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs());
        }
        self.write(out.text())?;
        if imaginary { self.write("j") } else { Ok(()) }
    }

    // Text

    fn unparse_text(&mut self, node: NodeId) -> Done {
        let start = self.s.words.low();
        let find = self.s.characters.find;
        let words = &mut self.s.words;
        let (source, span) = (self.t.source(), self.t.span(node));
        let is_bytes = self.t.kind(node) == Kind::Bytes;
        let decoded = if is_bytes {
            literal::decode_bytes(source, span, |byte| words.add([u32::from(byte)]).map(|_| ()))
        } else {
            literal::decode_str(source, span, find, |code| words.add([code]).map(|_| ()))
        };
        match decoded {
            Err(literal::LiteralError::Sink(fault)) => Err(fault),
            _ if is_bytes => self.quote(start, b"b"),
            // Python keeps this prefix.
            _ if source.get(span.start as usize) == Some(&b'u') => self.quote(start, b"u"),
            _ => self.quote(start, b""),
        }
    }

    fn unparse_parts(&mut self, index: u32, node: NodeId) -> Done {
        let Node::JoinedStr { values } = self.t.node(node) else { return Ok(()) };
        let Some(item) = self.t.item(values, index as usize) else { return Ok(()) };
        self.unparse_later(Step::Parts, index + 1, node.to_word())?;
        match self.t.node(item) {
            Node::TextPart { form } => {
                let find = self.s.characters.find;
                let words = &mut self.s.words;
                let decoded = literal::decode_part(self.t.source(), self.t.span(item), form, find, |code| {
                    if code == u32::from(b'{') || code == u32::from(b'}') {
                        words.add([code])?;
                    }
                    words.add([code]).map(|_| ())
                });
                match decoded {
                    Err(literal::LiteralError::Sink(fault)) => Err(fault),
                    _ => Ok(()),
                }
            }
            Node::FormattedValue { conversion, value, format_spec } => {
                self.write("{")?;
                self.text_step("}")?;
                if let Some(spec) = format_spec {
                    self.unparse_later(Step::Parts, 0, spec.to_word())?;
                    self.text_step(":")?;
                }
                match conversion {
                    Conversion::None => {}
                    Conversion::Str => self.text_step("!s")?,
                    Conversion::Repr => self.text_step("!r")?,
                    Conversion::Ascii => self.text_step("!a")?,
                }
                let start = self.s.words.low();
                self.unparse_later(Step::Field, 0, start)?;
                self.expr_step(value, level::TEST + 1)
            }
            _ => Ok(()),
        }
    }

    /// Puts quotes around what was written from a place on, and writes what must not stand in them as escapes.
    fn quote(&mut self, start: u32, prefix: &[u8]) -> Done {
        let end = self.s.words.low();
        let is_bytes = prefix == b"b";
        let has = |quote: u8| (start..end).any(|place| self.s.words.get(place) == u32::from(quote));
        let quote = if has(b'\'') && !has(b'"') { b'"' } else { b'\'' };
        for byte in prefix {
            self.write_code(u32::from(*byte))?;
        }
        self.write_code(u32::from(quote))?;
        for place in start..end {
            let code = self.s.words.get(place);
            let mut small = Small::default();
            let _ = match code {
                0x0a => small.write_str("\\n"),
                0x0d => small.write_str("\\r"),
                0x09 => small.write_str("\\t"),
                0x5c => small.write_str("\\\\"),
                _ if code == u32::from(quote) => write!(small, "\\{}", char::from(quote)),
                0x20..0x7f => small.write_char(code as u8 as char),
                _ if is_bytes || code < 0xa1 || code == 0xad => write!(small, "\\x{code:02x}"),
                _ if !is_printable(code) && code > 0xffff => write!(small, "\\U{code:08x}"),
                _ if !is_printable(code) => write!(small, "\\u{code:04x}"),
                _ => {
                    self.write_code(code)?;
                    continue;
                }
            };
            self.write(small.text())?;
        }
        self.write_code(u32::from(quote))?;
        // The quoted text takes the place of the plain one.
        let len = self.s.words.low() - end;
        for index in 0..len {
            let code = self.s.words.get(end + index);
            self.s.words.set(start + index, code);
        }
        self.s.words.cut(start + len);
        Ok(())
    }
}

/// Places of texts that look like others.
const SLASH: u32 = 24;
const OPEN_BRACKET: u32 = 25;

/// Characters above 160 that Python's `repr` shows as they are: all but spaces, controls, surrogates and private ones.
/// Characters that Unicode has not assigned yet are shown as well.
fn is_printable(code: u32) -> bool {
    !matches!(
        code,
        0x600..=0x605 | 0x61c | 0x6dd | 0x70f | 0x1680 | 0x180e | 0x2000..=0x200f | 0x2028..=0x202f
            | 0x205f..=0x206f | 0x3000 | 0xd800..=0xf8ff | 0xfeff | 0xfff0..=0xfffb | 0xfffe..=0xffff
            | 0xe0000..=0xe0fff | 0xf0000..=0x10_ffff
    )
}

fn operator(op: BinaryOp) -> (&'static str, u32) {
    match op {
        BinaryOp::Add => (" + ", level::SUM),
        BinaryOp::Sub => (" - ", level::SUM),
        BinaryOp::Mult => (" * ", level::TERM),
        BinaryOp::MatMult => (" @ ", level::TERM),
        BinaryOp::Div => (" / ", level::TERM),
        BinaryOp::Mod => (" % ", level::TERM),
        BinaryOp::FloorDiv => (" // ", level::TERM),
        BinaryOp::LShift => (" << ", level::SHIFT),
        BinaryOp::RShift => (" >> ", level::SHIFT),
        BinaryOp::BitOr => (" | ", level::BIT_OR),
        BinaryOp::BitXor => (" ^ ", level::BIT_XOR),
        BinaryOp::BitAnd => (" & ", level::BIT_AND),
        BinaryOp::Pow => (" ** ", level::POWER),
    }
}

/// A short text.
#[derive(Clone, Copy)]
struct Small {
    bytes: [u8; 32],
    len: usize,
}

impl Default for Small {
    fn default() -> Self {
        Small { bytes: [0; 32], len: 0 }
    }
}

impl Small {
    fn text(&self) -> &str {
        self.bytes.get(..self.len).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or("")
    }
}

impl Write for Small {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        let place = self.bytes.get_mut(self.len..self.len + text.len()).ok_or(core::fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.len += text.len();
        Ok(())
    }
}
