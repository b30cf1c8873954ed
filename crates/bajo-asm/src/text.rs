//! Names and texts of operands, expressions and items, as listings and errors show them.

use crate::code::{Content, Item};
use crate::expr::{Expr, Term};
use crate::label::Label;
use crate::operand::{Last, Mem, Operand};
use crate::program::Program;
use std::fmt::Write;

/// How deep texts of items follow references to other items.
const DEPTH: u32 = 4;

/// Writes texts; knows the program, if there is one, for the names of labels and for items.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    program: Option<&'a Program>,
    depth: u32,
}

impl<'a> Names<'a> {
    pub fn none() -> Self {
        Self { program: None, depth: DEPTH }
    }

    pub fn of(program: &'a Program) -> Self {
        Self { program: Some(program), depth: DEPTH }
    }

    fn label_name(self, label: &Label) -> String {
        match self.program {
            Some(program) => program.label_name(label),
            None => label.given_name().unwrap_or("_L?").to_owned(),
        }
    }

    /// `Label('name')`
    pub fn label(self, label: &Label) -> String {
        format!("Label({})", string_repr(&self.label_name(label)))
    }

    /// An expression as the object of an operand: a label by itself is its bare name.
    pub fn object(self, expr: &Expr) -> String {
        match expr.terms.as_slice() {
            [Term::Label(label)] => self.label_name(label),
            _ => self.expr(expr),
        }
    }

    /// An expression; labels as `Label('name')`.
    pub fn expr(self, expr: &Expr) -> String {
        let first = expr.first_operands();
        let mut out = String::new();
        let Some(root) = expr.terms.len().checked_sub(1) else { return out };
        let mut work = vec![Step::Term(root)];
        while let Some(step) = work.pop() {
            let i = match step {
                Step::Text(text) => {
                    out.push_str(text);
                    continue;
                }
                Step::Base(id) => {
                    match id {
                        None => out.push_str("here"),
                        Some(id) => out.push_str(&self.item_text(id)),
                    }
                    continue;
                }
                Step::Term(i) => i,
            };
            let pair = match &expr.terms[i] {
                Term::At => {
                    out.push_str("M[");
                    work.extend([Step::Text("]"), Step::Term(first[i])]);
                    continue;
                }
                Term::From(base) => {
                    out.push_str("ImmOffset(");
                    let parts = [Step::Text(")"), Step::Term(first[i]), Step::Text(", "), Step::Base(*base)];
                    work.extend(parts);
                    continue;
                }
                Term::Add => "ImmAdd(",
                Term::Sub => "ImmSub(",
                Term::Mul => "ImmMul(",
                Term::Div => "ImmDiv(",
                Term::Mod => "ImmMod(",
                leaf => {
                    self.leaf(leaf, &mut out);
                    continue;
                }
            };
            out.push_str(pair);
            let parts = [Step::Text(")"), Step::Term(i - 1), Step::Text(", "), Step::Term(first[i])];
            work.extend(parts);
        }
        out
    }

    fn leaf(self, term: &Term, out: &mut String) {
        match term {
            Term::Int(v) => _ = write!(out, "{v}"),
            Term::Label(l) => out.push_str(&self.label(l)),
            Term::Item(id) => out.push_str(&self.item_text(*id)),
            Term::SizeOf(id) => _ = write!(out, "ImmSizeof({})", self.item_text(*id)),
            Term::Nowhere(text) | Term::Wrong(text) => out.push_str(text),
            Term::Reg(n) => _ = write!(out, "R[{n}]"),
            Term::Addr(a) => _ = write!(out, "M[{a}]"),
            Term::Named(name) => _ = write!(out, "R[{}]", string_repr(name)),
            Term::Lazy(lazy) => out.push_str(&lazy.text()),
            Term::At | Term::From(_) | Term::Add | Term::Sub | Term::Mul | Term::Div | Term::Mod => {}
        }
    }

    fn item_text(self, id: crate::label::ItemId) -> String {
        let slot = self.program.and_then(|p| p.slots.get(p.slot_of_item(id)?));
        match slot {
            Some(slot) if self.depth > 0 => Self { depth: self.depth - 1, ..self }.item(&slot.item),
            _ => "...".to_owned(),
        }
    }

    fn mem(self, mem: &Mem) -> String {
        match mem {
            Mem::Reg(n) => format!("R[{n}]"),
            Mem::Addr(a) => format!("M[{a}]"),
            Mem::Named(name) => format!("R[{}]", string_repr(name)),
            Mem::At(expr) => format!("M[{}]", self.expr(expr)),
        }
    }

    /// An operand on its own: a label is its bare name.
    pub fn operand_object(self, operand: &Operand) -> String {
        match &operand.last {
            Last::Lazy(expr) | Last::Branch(expr) if operand.chain.is_empty() => self.object(expr),
            _ => self.operand(operand),
        }
    }

    /// An operand inside an instruction.
    pub fn operand(self, operand: &Operand) -> String {
        let mut out = String::new();
        for base in &operand.chain {
            _ = write!(out, "Mem[{} + ", self.mem(base));
        }
        match &operand.last {
            Last::Imm(v) => _ = write!(out, "{v}"),
            Last::Lazy(expr) | Last::Branch(expr) => out.push_str(&self.expr(expr)),
            Last::Mem(mem) => out.push_str(&self.mem(mem)),
            Last::Wrong(wrong) => out.push_str(&wrong.found),
        }
        out.extend(operand.chain.iter().map(|_| ']'));
        out
    }

    /// An instruction with targets, then sources; data.
    pub fn item(self, item: &Item) -> String {
        match &item.content {
            Content::Inst(inst) => {
                let operands: Vec<_> =
                    inst.targets.iter().chain(&inst.sources).map(|operand| self.operand(operand)).collect();
                format!("{}({})", inst.op.name(), operands.join(", "))
            }
            Content::Bytes(bytes) => format!("Bytes({})", bytes_repr(bytes)),
            Content::Data { value, .. } => format!("@{}", self.object(value)),
            Content::Wrong(found) => found.clone(),
        }
    }
}

/// A step of writing an expression without recursion.
enum Step {
    Text(&'static str),
    Term(usize),
    Base(Option<crate::label::ItemId>),
}

/// A byte string as Python writes it.
pub(crate) fn bytes_repr(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut out = format!("b{quote}");
    for &byte in bytes {
        match byte {
            b'\t' => out.push_str("\\t"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\\' => out.push_str("\\\\"),
            _ if char::from(byte) == quote => _ = write!(out, "\\{quote}"),
            b' '..=b'~' => out.push(char::from(byte)),
            _ => _ = write!(out, "\\x{byte:02x}"),
        }
    }
    out.push(quote);
    out
}

/// A string as Python writes it (control characters escaped, the rest as it is).
pub(crate) fn string_repr(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::from(quote);
    for c in text.chars() {
        match c {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\\' => out.push_str("\\\\"),
            _ if c == quote => _ = write!(out, "\\{quote}"),
            '\0'..='\x1f' | '\x7f'..='\u{a0}' => _ = write!(out, "\\x{:02x}", u32::from(c)),
            _ => out.push(c),
        }
    }
    out.push(quote);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expr::Expr;

    #[test]
    fn python_texts() {
        assert_eq!(bytes_repr(b"ab\x00"), r"b'ab\x00'");
        assert_eq!(bytes_repr(b"it's"), "b\"it's\"");
        assert_eq!(bytes_repr(b"'\"\\\t\n\r\x7f\xff"), r#"b'\'"\\\t\n\r\x7f\xff'"#);
        assert_eq!(string_repr("a'b"), "\"a'b\"");
    }

    #[test]
    fn deep_expressions_need_no_stack() {
        let label = Label::new("x");
        let mut expr = Expr::from(&label) + 1;
        for _ in 0..100_000 {
            expr = expr + 1;
        }
        let text = Names::none().expr(&expr);
        assert!(text.starts_with("ImmAdd(ImmAdd("));
        assert!(text.ends_with(", 1), 1)"));
        assert_eq!(text.len(), 100_001 * "ImmAdd(, 1)".len() + "Label('x')".len());
    }
}
