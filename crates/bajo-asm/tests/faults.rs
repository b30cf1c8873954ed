//! Faults: collected, with source line, operand and what was allowed.

use bajo_asm::{
    Code, Env, Expr, FaultKind, Inst, Item, Label, Layout, Lazy, LazyError, Number, Opcode, Operand,
};
use bajo_asm::{add, assemble, at, br, code, exit, imm, ind, mem, mov, named, nop, reg};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

#[test]
fn all_faults_of_a_stage_are_reported_with_their_lines() {
    let here = line!();
    let code = code![
        br(Label::new("nowhere")),
        mov(named("acc"), 1),
        add(imm(0), reg(1), 1),
        Inst::new(Opcode::Add, vec![reg(0)], vec![reg(1)]),
    ];
    let faults = assemble(code.with_exit(), Env::default()).unwrap_err();
    let lines: Vec<u32> = faults.0.iter().map(|f| f.site.as_ref().unwrap().line() - here).collect();
    assert_eq!(lines, [2, 3, 4, 5]);
    let text = faults.to_string();
    let expected = [
        "Br(Label('nowhere')): source a: Label('nowhere') is not defined in the program",
        "Mov(R['acc'], 1): target t: no register is named 'acc', there are: lr, sp",
        "Add(0, R[1], 1): target t: 0 is not allowed, allowed is memory",
        "Add(R[0], R[1]): 1 sources, this instruction takes 2",
    ];
    for (line, wanted) in text.lines().zip(expected) {
        assert!(line.ends_with(wanted), "{line}");
        assert!(line.contains("faults.rs:"), "{line}");
    }
}

#[test]
fn values_say_what_was_allowed() {
    let top = Label::new("top");
    let code = code![
        &top,
        mov(reg(1), Expr::from(&top) * 70_000),
        mov(mem(-4), 1),
        mov(reg(20_000), 1),
        mov(reg(1), ind(reg(1), mem(70_001))),
        mov(reg(1), at(&top - 1)),
        mov(reg(1), Expr::from(&top) / (&top - &top)),
        Item::data(&top - 100_000, 4),
    ];
    let faults = assemble(code.with_exit(), Env::default()).unwrap_err();
    let kinds: Vec<String> = faults.0.iter().map(|f| f.kind.to_string()).collect();
    assert_eq!(
        kinds,
        [
            "source a: value 4587520000 is outside -2147483648..4294967295",
            "target t: address -4 is outside 0..4294967295",
            "target t: address 0x13880 is outside RAM 0x0..0x10000",
            "source a: address 0x11171 is outside RAM 0x0..0x10000 and code 0x10000..0x1002b",
            "source a: address 0xffff is outside code 0x10000..0x1002b",
            "source a: division by zero",
            "value -34464 is outside 0..4294967295 (4 bytes, unsigned)",
        ]
    );
}

#[test]
fn duplicates_and_detached_labels() {
    let (a, b) = (Label::new("a"), Label::new("b"));
    let item = Item::from(nop());
    let id = item.id();
    let code = code![&a, item, &a, Item::from(nop()).with_id(id), &b];
    let faults = assemble(code, Env::default()).unwrap_err();
    assert_eq!(
        faults.0.iter().map(|f| f.kind.to_string()).collect::<Vec<_>>(),
        [
            "Label('a') stands in the program twice",
            "Nop() stands in the program twice",
            "Label('b') has no instruction or data after it"
        ]
    );
    assert!(faults.0.iter().all(|f| f.site.is_some()));
}

#[test]
fn nothing_to_assemble() {
    let faults = assemble(Code::new(), Env::default()).unwrap_err();
    assert!(matches!(faults.0[..], [bajo_asm::Fault { kind: FaultKind::Empty, .. }]));
    let faults = assemble(code![Item::bytes([])], Env::default()).unwrap_err();
    assert!(faults.to_string().contains("no bytes"));
}

struct Failing;

impl Lazy for Failing {
    fn value(&self, _: &Arc<Layout>) -> Result<Number, LazyError> {
        Err("no such key".into())
    }
    fn text(&self) -> String {
        "Key('x')".to_owned()
    }
}

#[test]
fn failing_lazy_values_are_reported_with_their_cause() {
    let code =
        code![mov(reg(1), Expr::lazy(Arc::new(Failing))), Item::data(Expr::lazy(Arc::new(Failing)) + 1, 4)];
    let faults = assemble(code.with_exit(), Env::default()).unwrap_err();
    let kinds: Vec<String> = faults.0.iter().map(|f| f.kind.to_string()).collect();
    // The data item has a fixed size: its value is not asked for before the instructions settle.
    assert_eq!(kinds, ["source a: Key('x') failed: no such key"]);
    let code = code![Item::data(Expr::lazy(Arc::new(Failing)) + 1, 4)];
    let faults = assemble(code.with_exit(), Env::default()).unwrap_err();
    assert_eq!(faults.0[0].kind.to_string(), "Key('x') failed: no such key");
}

/// Never the same twice, from one byte to five.
struct Restless(AtomicI64);

impl Lazy for Restless {
    fn value(&self, _: &Arc<Layout>) -> Result<Number, LazyError> {
        let n = self.0.fetch_add(1, Ordering::Relaxed);
        Ok(Number::from(if n % 2 == 0 { 1 } else { 1 << 30 }))
    }
}

#[test]
fn restless_lazy_values_still_end() {
    let code = code![mov(reg(1), Expr::lazy(Arc::new(Restless(AtomicI64::new(0))))), exit(0)];
    let assembly = assemble(code, Env::default()).unwrap();
    assert!(assembly.is_grown());
    assert_eq!(assembly.code().len(), 1 + 1 + 5 + 2);
}

#[test]
fn deep_chains_and_expressions_need_no_stack() {
    let top = Label::new("top");
    let mut operand = Operand::from(1);
    let mut expr = Expr::from(&top);
    for _ in 0..100_000 {
        operand = Operand { chain: operand.chain, last: operand.last };
        expr = expr + 1;
    }
    operand.chain = (0..100_000).map(|_| bajo_asm::Mem::Reg(1)).collect();
    let assembly =
        assemble(code![&top, mov(reg(1), operand), mov(reg(2), expr)].with_exit(), Env::default()).unwrap();
    assert_eq!(assembly.code().len(), 2 + 100_000 + 1 + 5 + 2);
    assert!(assembly.listing().contains(&format!("#{}", 0x10000 + 100_000)));
}

#[test]
fn transient_values_out_of_range_do_not_matter() {
    // While sizes are still the largest the label lies beyond the address space.
    let end = Label::new("end");
    let env = Env::new(bajo_asm::Region::new(0, 64), bajo_asm::Region::new(0xffff_fff0, 1 << 32)).unwrap();
    let code = code![mov(reg(1), at(&end)), &end, exit(0)];
    let assembly = assemble(code, env).unwrap();
    assert_eq!(assembly.address(&end), Some(0xffff_fff7));
}
