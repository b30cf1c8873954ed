//! Whether the operands of a finished layout lie where they may.

use crate::code::Content;
use crate::encode::{Encoder, Met};
use crate::env::Region;
use crate::expr::Expr;
use crate::fault::{Fault, FaultKind};
use crate::operand::{Last, Mem, Operand, Place};
use crate::program::Program;

/// Checks operands of one program.
pub(crate) struct Checker<'a> {
    encoder: Encoder<'a>,
    program: &'a Program,
    used: Region,
    met: Vec<Met>,
    faults: Vec<Fault>,
}

impl<'a> Checker<'a> {
    pub fn new(encoder: Encoder<'a>) -> Self {
        let (program, used) = (encoder.program, encoder.layout.code_range());
        Self { encoder, program, used, met: Vec::new(), faults: Vec::new() }
    }

    /// Every operand outside the regions it may lie in: registers in RAM, addresses in RAM or used code, code memory
    /// in used code. Only first bytes are looked at.
    pub fn run(mut self) -> Vec<Fault> {
        for slot in 0..self.program.slots.len() {
            if let Content::Inst(inst) = &self.program.slots[slot].item.content {
                for (i, operand) in inst.targets.iter().enumerate() {
                    self.operand(operand, slot, Place::Target(inst.op, i));
                }
                for (i, operand) in inst.sources.iter().enumerate() {
                    self.operand(operand, slot, Place::Source(inst.op, i));
                }
            }
        }
        self.faults
    }

    fn operand(&mut self, operand: &Operand, slot: usize, place: Place) {
        for base in &operand.chain {
            self.mem(base, slot, place);
        }
        match &operand.last {
            Last::Mem(mem) => self.mem(mem, slot, place),
            // A label by itself is always in the code.
            Last::Lazy(expr) | Last::Branch(expr) if expr.terms.len() > 1 || !is_label(expr) => {
                self.expr(expr, slot, place);
            }
            Last::Lazy(_) | Last::Branch(_) | Last::Imm(_) | Last::Wrong(_) => {}
        }
    }

    fn mem(&mut self, mem: &Mem, slot: usize, place: Place) {
        // Addresses beyond the address space were reported by the encoder.
        let Ok(address) = self.encoder.address(mem, slot, place) else { return };
        let address = i64::from(address);
        match mem {
            Mem::Reg(_) | Mem::Named(_) => self.allow(Met::Register(address), slot, place),
            Mem::Addr(_) => self.allow(Met::Address(address), slot, place),
            Mem::At(expr) => {
                self.expr(expr, slot, place);
                self.allow(Met::Code(address), slot, place);
            }
        }
    }

    fn expr(&mut self, expr: &Expr, slot: usize, place: Place) {
        let mut met = std::mem::take(&mut self.met);
        if self.encoder.eval(expr, slot, place, Some(&mut met)).is_ok() {
            for found in met.drain(..) {
                self.allow(found, slot, place);
            }
        }
        met.clear();
        self.met = met;
    }

    fn allow(&mut self, found: Met, slot: usize, place: Place) {
        let (ram, code) = (("RAM", self.program.env.ram), ("code", self.used));
        let (address, allowed) = match found {
            Met::Register(a) => (a, vec![ram]),
            Met::Address(a) => (a, vec![ram, code]),
            Met::Code(a) => (a, vec![code]),
        };
        if !allowed.iter().any(|(_, region)| region.contains(address)) {
            let kind = FaultKind::Outside { operand: place.to_string(), address, allowed };
            self.faults.push(self.program.fault(kind, Some(slot)));
        }
    }
}

fn is_label(expr: &Expr) -> bool {
    matches!(expr.terms.as_slice(), [crate::expr::Term::Label(_)])
}
