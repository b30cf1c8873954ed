//! Macros and constructors make the code the vectors have for them.

mod support;

use bajo_asm::*;
use support::{cases, unhex};

/// Assembles and compares with the vector of that name.
fn same(name: &str, code: Code) {
    let cases = cases();
    let case = cases.iter().find(|c| c["name"] == name).unwrap();
    let assembly = assemble(code.with_exit(), support::env(&case["env"])).unwrap();
    assert_eq!(assembly.code(), unhex(case["code_hex"].as_str().unwrap()), "{name}\n{}", assembly.listing());
    if let Some(listing) = case["listing"].as_str() {
        assert_eq!(assembly.listing(), listing, "{name}");
    }
}

#[test]
fn when_with_and_without_otherwise() {
    let first = when(reg(1).lt(5), reg(2).set(1), ());
    let then = code![reg(3).set(1), nop()];
    same("pub-when-0-4", code![reg(1).set(4), first, when(reg(1).lt(5), then, reg(3).set(2))]);
}

#[test]
fn case_with_and_without_default() {
    let first = vec![
        (reg(1).eq(10), Code::from(reg(3).set(1))),
        (reg(1).lt(1), code![reg(4).set(2), reg(5).set(3)]),
        (reg(1).ne(50), Code::from(reg(6).set(4))),
    ];
    let first = case(first, reg(7).set(-1));
    let second = vec![(reg(1).eq(11), Code::from(reg(8).set(1))), (reg(1).ge(7), Code::from(reg(9).set(1)))];
    same("pub-case-10", code![reg(1).set(10), first, case(second, ())]);
}

#[test]
fn empty_cases() {
    let code = code![
        reg(1).set(5),
        case(vec![], ()),
        case(vec![], reg(2).set(2)),
        case(vec![(reg(1).eq(5), Code::new())], ()),
        reg(3).set(3),
    ];
    same("pub-case-empty-p", code);
}

#[test]
fn recursive_subroutine() {
    let f = Subroutine::new("fact");
    let call = f.call();
    let inner = f.call();
    let body = when(
        reg(0).le(1),
        reg(1).set(1),
        code![reg(0).set(reg(0) - 1), inner, reg(0).set(reg(0) + 1), reg(1).set(reg(1) * reg(0))],
    );
    let code = code![named("sp").set(2000), reg(0).set(5), call, exit(reg(1)), f.define(body).into_code()];
    same("pub-sub-recursive-p", code);
}

#[test]
fn subroutine_that_saves_registers() {
    let f = Subroutine::new("f");
    let call = f.call();
    let f = f.define(code![reg(0).set(reg(0) + 5), reg(1).set(1)]).saving([1, 1]);
    let code = code![named("sp").set(128), call, exit(reg(0)), f.into_code()];
    same("pub-sub-named-env-p", code);
}

#[test]
fn leaf_subroutine() {
    let f = Subroutine::new("f");
    let main = Label::new("main");
    let (one, two) = (f.call(), f.call());
    let f = f.define(reg(0).set(reg(0) * 3)).leaf();
    let code = code![f.into_code(), &main, named("sp").set(800), reg(0).set(5), one, two];
    same("pub-sub-inline-first-p", code);
}

#[test]
fn pack_keeps_padding_out() {
    let inner = Label::new("in");
    let packed = pack(code![
        reg(2).set(2),
        code![&inner, Item::text("ab"), Item::word(5)],
        Code::align(2),
        reg(3).set(3)
    ]);
    same("pub-pack-nested-p", code![reg(1).set(3), packed, reg(4).set(4)]);
}

#[test]
fn operators() {
    let (a, b) = (|| reg(1), || reg(2));
    let code = code![
        reg(1).set(77),
        reg(2).set(12),
        reg(3).set(a() + b()),
        reg(4).set(a() - b()),
        reg(5).set(a() * b()),
        reg(6).set(a() / b()),
        reg(7).set(a() / b()),
        reg(8).set(a() % b()),
        reg(9).set(a() & b()),
        reg(10).set(a() | b()),
        reg(11).set(a() ^ b()),
        reg(12).set(a() >> b()),
    ];
    same("pub-sugar-arith-p", code);
    let code = code![
        reg(1).set(77),
        reg(2).set(12),
        reg(3).set(-a()),
        reg(4).set(!a()),
        reg(5).set(Pending::abs(a())),
        ind(reg(2), 0).set(-a()),
        reg(6).set(Pending::abs(ind(reg(2), 0))),
    ];
    same("pub-sugar-unary-p", code);
}

#[test]
fn comparisons_set_and_swap() {
    let code = code![
        reg(1).set(77),
        reg(2).set(12),
        reg(3).set(reg(1).eq(reg(2))),
        reg(4).set(reg(1).ne(reg(2))),
        reg(5).set(reg(1).lt(reg(2))),
        reg(6).set(reg(1).le(reg(2))),
        reg(7).set(reg(1).gt(reg(2))),
        reg(8).set(reg(1).ge(reg(2))),
        reg(9).set(reg(1).eq(77)),
        reg(10).set(reg(1).ne(77)),
        reg(11).set(reg(1).lt(77)),
        reg(12).set(reg(1).le(77)),
        reg(13).set(reg(1).gt(77)),
        reg(14).set(reg(1).ge(77)),
    ];
    same("pub-sugar-cmp-p", code);
}

/// The opcode of every constructor, its targets and sources in the order given.
#[test]
fn constructors_agree_with_the_opcode_table() {
    let r = |n| reg(n);
    let to = Label::new("to");
    let all: Vec<Inst> = vec![
        nop(),
        add(r(1), 2, 3),
        sub(r(1), 2, 3),
        mul(r(1), 2, 3),
        div(r(1), 2, 3),
        div_u(r(1), 2, 3),
        rem(r(1), 2, 3),
        rem_u(r(1), 2, 3),
        and(r(1), vec![imm(2)]),
        or(r(1), vec![imm(2)]),
        bit_and(r(1), 2, 3),
        bit_or(r(1), 2, 3),
        bit_xor(r(1), 2, 3),
        inv(r(1), 2),
        l_shift(r(1), 2, 3),
        r_shift(r(1), 2, 3),
        r_shift_u(r(1), 2, 3),
        tst_eq(r(1), 2, 3),
        tst_ne(r(1), 2, 3),
        tst_gt(r(1), 2, 3),
        tst_ge(r(1), 2, 3),
        tst_gt_u(r(1), 2, 3),
        tst_ge_u(r(1), 2, 3),
        jmp(2),
        jmp_lnk(r(1), 2),
        br(&to),
        br_lnk(r(1), &to),
        br_eq(2, 3, &to),
        br_ne(2, 3, &to),
        br_gt(2, 3, &to),
        br_ge(2, 3, &to),
        br_gt_u(2, 3, &to),
        br_ge_u(2, 3, &to),
        mov_eq(r(1), 2, 3, 4, 5),
        mov_gt(r(1), 2, 3, 4, 5),
        mov_ge(r(1), 2, 3, 4, 5),
        mov_gt_u(r(1), 2, 3, 4, 5),
        mov_ge_u(r(1), 2, 3, 4, 5),
        ld_b(r(1), 2),
        ld_h(r(1), 2),
        ld_bu(r(1), 2),
        ld_hu(r(1), 2),
        st_b(r(1), 2),
        st_h(r(1), 2),
        sys(2, vec![r(1)], vec![imm(3)]),
        exit(2),
        sys00(2),
        sys01(2, 3),
        sys02(2, 3, 4),
        sys03(2, 3, 4, 5),
        sys04(2, 3, 4, 5, 6),
        sys10(r(1), 2),
        sys11(r(1), 2, 3),
        sys12(r(1), 2, 3, 4),
        sys13(r(1), 2, 3, 4, 5),
        sys14(r(1), 2, 3, 4, 5, 6),
        sys20(r(1), r(7), 2),
        sys21(r(1), r(7), 2, 3),
        sys22(r(1), r(7), 2, 3, 4),
        sys23(r(1), r(7), 2, 3, 4, 5),
        sys24(r(1), r(7), 2, 3, 4, 5, 6),
        mov(r(1), 2),
        neg(r(1), 2),
        abs(r(1), 2),
        and2(r(1), 2, 3),
        or2(r(1), 2, 3),
        max(r(1), vec![imm(2)]),
        min(r(1), vec![imm(2)]),
        not(r(1), 2),
        bool(r(1), 2),
        long_mul(r(1), r(7), 2, 3),
        long_mul_u(r(1), r(7), 2, 3),
    ];
    assert_eq!(all.len(), bajo::opcode::COUNT);
    for (number, inst) in all.into_iter().enumerate() {
        let op = inst.opcode();
        assert_eq!(op as usize, number);
        let assembly = assemble(code![&to.clone(), inst].with_exit(), Env::default()).unwrap();
        let decoded = bajo::Instruction::decode(assembly.code()).unwrap();
        assert_eq!(decoded.op(), op);
        // Constants count up in source order; a destination comes last.
        let constants = decoded.sources().count() - usize::from(op.info().flow.is_relative());
        for (source, wanted) in decoded.sources().take(constants).zip(2..) {
            assert_eq!(source.immediate(), Some(wanted), "{}", op.name());
        }
        for (target, wanted) in decoded.targets().zip([4, 28]) {
            assert_eq!(target.mode(), bajo::operand::Mode::Memory(wanted), "{}", op.name());
        }
    }
}

#[test]
fn swapped_constructors() {
    let to = Label::new("to");
    let text = |inst: Inst| {
        let assembly = assemble(code![&to.clone(), inst].with_exit(), Env::default()).unwrap();
        assembly.item_text(0)
    };
    assert_eq!(text(tst_lt(reg(1), 2, 3)), "TstGt r1, #3, #2");
    assert_eq!(text(tst_le(reg(1), 2, 3)), "TstGe r1, #3, #2");
    assert_eq!(text(tst_lt_u(reg(1), 2, 3)), "TstGtU r1, #3, #2");
    assert_eq!(text(tst_le_u(reg(1), 2, 3)), "TstGeU r1, #3, #2");
    assert_eq!(text(mov_lt(reg(1), 2, 3, 4, 5)), "MovGt r1, #3, #2, #4, #5");
    assert_eq!(text(mov_le(reg(1), 2, 3, 4, 5)), "MovGe r1, #3, #2, #4, #5");
    assert_eq!(text(mov_lt_u(reg(1), 2, 3, 4, 5)), "MovGtU r1, #3, #2, #4, #5");
    assert_eq!(text(mov_le_u(reg(1), 2, 3, 4, 5)), "MovGeU r1, #3, #2, #4, #5");
    assert_eq!(text(mov_ne(reg(1), 2, 3, 4, 5)), "MovEq r1, #2, #3, #5, #4");
    assert_eq!(text(br_lt(2, 3, &to)), "BrGt #3, #2, #-4:<to>");
    assert_eq!(text(br_le(2, 3, &to)), "BrGe #3, #2, #-4:<to>");
    assert_eq!(text(br_lt_u(2, 3, &to)), "BrGtU #3, #2, #-4:<to>");
    assert_eq!(text(br_le_u(2, 3, &to)), "BrGeU #3, #2, #-4:<to>");
}
