//! Listings: one line per instruction or data item, with address, bytes and text.

use crate::assembly::{Assembly, Placed};
use crate::code::Content;
use crate::encode::Encoder;
use crate::expr::Expr;
use crate::inst::Inst;
use crate::number::Number;
use crate::operand::{Last, Mem, Operand, Place};
use crate::text::{Names, bytes_repr};
use bajo::Opcode;
use std::fmt::Write;

/// Columns the bytes of an item take at least.
const BYTE_COLUMNS: usize = 24;

impl Assembly {
    /// The listing, without a newline at its end. A lazy value that fails now shows as `?`.
    pub fn listing(&self) -> String {
        let mut lister = Lister {
            assembly: self,
            encoder: Encoder::new(&self.program, &self.layout),
            names: Names::of(&self.program),
            out: String::new(),
        };
        for placed in self.placed() {
            lister.line(placed);
        }
        lister.out.pop();
        lister.out
    }

    /// The line of one item in the listing: its instruction or data as text.
    pub fn item_text(&self, index: usize) -> String {
        let mut lister = Lister {
            assembly: self,
            encoder: Encoder::new(&self.program, &self.layout),
            names: Names::of(&self.program),
            out: String::new(),
        };
        lister.item(index);
        lister.out
    }
}

struct Lister<'a> {
    assembly: &'a Assembly,
    encoder: Encoder<'a>,
    names: Names<'a>,
    out: String,
}

impl Lister<'_> {
    fn line(&mut self, placed: Placed) {
        let (address, size) = match placed {
            Placed::Padding { address } => (address, 1),
            Placed::Item { index, address, size } => {
                let program = &self.assembly.program;
                for &label in &program.slots[index].labels {
                    _ = writeln!(self.out, ".{}", program.label_name(&program.labels[label].0));
                }
                (address, size)
            }
        };
        _ = write!(self.out, "{address:>8x}:\t");
        let start = self.out.len();
        for (i, byte) in self.assembly.bytes_at(address, size).iter().enumerate() {
            _ = write!(self.out, "{}{byte:02x}", if i > 0 { " " } else { "" });
        }
        while self.out.len() < start + BYTE_COLUMNS {
            self.out.push(' ');
        }
        match placed {
            Placed::Padding { .. } => _ = write!(self.out, "{} ", Opcode::Nop.name()),
            Placed::Item { index, .. } => self.item(index),
        }
        self.out.push('\n');
    }

    fn item(&mut self, index: usize) {
        let assembly = self.assembly;
        match &assembly.program.slots[index].item.content {
            Content::Inst(inst) => self.inst(inst, index),
            Content::Bytes(bytes) => _ = write!(self.out, "Bytes({})", bytes_repr(bytes)),
            Content::Data { .. } => {
                for byte in assembly.bytes_at(assembly.layout.start(index), assembly.layout.size(index)) {
                    _ = write!(self.out, "{byte:02x}");
                }
            }
            Content::Wrong(_) => {}
        }
    }

    fn inst(&mut self, inst: &Inst, own: usize) {
        let info = inst.op.info();
        self.out.push_str(info.name);
        let mut separator = " ";
        for (operands, counted) in
            [(&inst.targets, info.targets.counted), (&inst.sources, info.sources.counted)]
        {
            if counted {
                self.out.push_str(separator);
                self.out.push('(');
                for operand in operands {
                    self.operand(operand, own);
                    self.out.push_str(", ");
                }
                self.out.push(')');
                separator = ", ";
                continue;
            }
            for operand in operands {
                self.out.push_str(separator);
                self.operand(operand, own);
                separator = ", ";
            }
        }
        match (inst.op, inst.sources.first()) {
            (Opcode::Jmp | Opcode::JmpLnk, Some(to)) => {
                _ = write!(self.out, ":<{}>", self.names.operand_object(to));
            }
            (Opcode::Nop, _) => self.out.push(' '),
            _ => {}
        }
    }

    fn operand(&mut self, operand: &Operand, own: usize) {
        for base in &operand.chain {
            self.out.push_str("mem[");
            self.mem(base, own);
            self.out.push_str(" + ");
        }
        match &operand.last {
            Last::Imm(v) => _ = write!(self.out, "#{v}"),
            Last::Lazy(expr) => {
                let value = self.value(expr, own);
                _ = write!(self.out, "#{value}");
            }
            Last::Branch(expr) => {
                let distance = self.encoder.distance(expr, own, Place::Data).ok();
                let object = self.names.object(expr);
                _ = write!(
                    self.out,
                    "#{}:<{object}>",
                    distance.map_or_else(|| "?".into(), |d| d.to_string())
                );
            }
            Last::Mem(mem) => self.mem(mem, own),
            Last::Wrong(_) => {}
        }
        self.out.extend(operand.chain.iter().map(|_| ']'));
    }

    fn mem(&mut self, mem: &Mem, own: usize) {
        match mem {
            Mem::Reg(n) => _ = write!(self.out, "r{n}"),
            Mem::Named(name) => {
                let n = self.assembly.program.env.named.get(&**name).copied().unwrap_or(0);
                _ = write!(self.out, "r{n}");
            }
            Mem::Addr(a) => {
                let kind = if self.assembly.layout.is_code(*a) { "rom" } else { "ram" };
                _ = write!(self.out, "{kind}[{a}]");
            }
            Mem::At(expr) => {
                let value =
                    self.encoder.eval(expr, own, Place::Data, None).ok().and_then(|v: Number| v.small());
                let object = self.names.object(expr);
                match value {
                    Some(a) => _ = write!(self.out, "rom[{a:#x}:<{object}>]"),
                    None => _ = write!(self.out, "rom[?:<{object}>]"),
                }
            }
        }
    }

    fn value(&mut self, expr: &Expr, own: usize) -> String {
        self.encoder.eval(expr, own, Place::Data, None).map_or_else(|_| "?".to_owned(), |v| v.to_string())
    }
}
