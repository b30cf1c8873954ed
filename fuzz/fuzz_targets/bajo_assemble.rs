//! The assembler never panics, and what it disassembles comes back: bytes are read as code and as a list of items.
#![no_main]

use bajo_asm::{
    Code, Env, Expr, Inst, Item, Label, Mem, Opcode, Operand, Region, assemble, disassemble, imm,
};
use libfuzzer_sys::fuzz_target;

/// Makes items out of bytes.
struct Maker<'a> {
    bytes: std::slice::Iter<'a, u8>,
    labels: Vec<Label>,
}

impl Maker<'_> {
    fn byte(&mut self) -> u8 {
        self.bytes.next().copied().unwrap_or(0)
    }

    fn number(&mut self) -> i64 {
        let len = self.byte() % 9;
        (0..len).fold(0i64, |v, _| (v << 8) | i64::from(self.byte()))
    }

    fn expr(&mut self) -> Expr {
        let i = usize::from(self.byte()) % self.labels.len();
        let label = self.labels[i].clone();
        let mut expr = Expr::from(&label);
        for _ in 0..self.byte() % 4 {
            let other = if self.byte() % 2 == 0 { Expr::from(&label) } else { Expr::int(self.number()) };
            expr = match self.byte() % 5 {
                0 => expr + other,
                1 => expr - other,
                2 => expr * other,
                3 => expr / other,
                _ => expr % other,
            };
        }
        expr
    }

    fn mem(&mut self) -> Mem {
        match self.byte() % 4 {
            0 => Mem::Reg(self.number()),
            1 => Mem::Addr(self.number()),
            2 => Mem::Named("sp".into()),
            _ => Mem::At(self.expr()),
        }
    }

    fn operand(&mut self) -> Operand {
        let chain = (0..self.byte() % 3).map(|_| self.mem()).collect();
        let last = match self.byte() % 4 {
            0 => imm(self.number()),
            1 => Operand::from(self.expr()),
            2 => Operand::branch(self.expr()),
            _ => imm(i64::from(self.byte())),
        };
        let mut operand = Operand { chain, ..last };
        if self.byte() % 2 == 0 {
            operand.last = bajo_asm::Last::Mem(self.mem());
        }
        operand
    }

    fn code(mut self) -> Code {
        let mut code = Code::new();
        while self.bytes.len() > 0 {
            match self.byte() % 8 {
                0 => {
                    let i = usize::from(self.byte());
                    code.push(self.labels.get(i).map(Code::from));
                }
                1 => code.push(Code::align(u64::from(self.byte()))),
                2 => code.push(Code::no_pad()),
                3 => code.push(Item::bytes(vec![0; usize::from(self.byte())])),
                4 => {
                    let size = u64::from(self.byte());
                    code.push(Item::data(self.expr(), size));
                }
                _ => {
                    let Some(op) = Opcode::from_number(self.byte()) else { continue };
                    let targets = (0..self.byte() % 3).map(|_| self.operand()).collect();
                    let sources = (0..self.byte() % 6).map(|_| self.operand()).collect();
                    code.push(Inst::new(op, targets, sources));
                }
            }
        }
        code
    }
}

fuzz_target!(|data: &[u8]| {
    let (base, rest) = data.split_at(data.len().min(2));
    let base = base.iter().fold(0u32, |v, b| (v << 8) | u32::from(*b));
    if !rest.is_empty() {
        let assembly = disassemble(rest, base, None).assemble().expect("any bytes come back");
        assert_eq!(assembly.code(), rest);
    }
    let labels = (0..4).map(|i| Label::new(&format!("l{i}"))).collect();
    let code = Maker { bytes: rest.iter(), labels }.code();
    let code_region = Region::new(i64::from(base).max(64), 1 << 32);
    let env = Env::new(Region::new(0, 64), code_region).expect("regions apart").register("sp", 13);
    match assemble(code, env) {
        Ok(assembly) => assert!(!assembly.listing().is_empty()),
        Err(faults) => assert!(!faults.to_string().is_empty()),
    }
});
