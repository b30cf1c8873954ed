//! The text form: what it says, what it refuses and where.

mod common;
use common::raw::Raw;
use common::{GOOD, assemble, good, text_of, verdict};
use hognose_image::isa::{Op, Operand};
use hognose_image::{AsmProblem, Constant, DisError, Image, WriteError, asm, dis, dis_scratch_words};

fn problem(text: &str) -> (u32, u32, AsmProblem) {
    let (mut buf, mut scratch) = (vec![0; 10_000], vec![0; 1000]);
    let error = asm(text, &mut buf, &mut scratch).unwrap_err();
    (error.line, error.column, error.problem)
}

/// Assembles `before`, a line break and `line`; gives the column and what was expected.
fn expected(line: &str) -> (u32, &'static str) {
    let text =
        format!(".module \"m\" \"m\" #0\n.code #0 \"m\"\n.flags namespace\n.local x\n.cell c\n{line}\n");
    match problem(&text) {
        (6, column, AsmProblem::Expected(what)) => (column, what),
        other => panic!("{line}: {other:?}"),
    }
}

#[test]
fn errors_name_line_column_and_what_was_expected() {
    for (line, column, what) in [
        ("nonsense", 1, "an instruction"),
        ("  load_glob m", 3, "an instruction"),
        ("pop 1", 5, "the end of the line"),
        ("pop pop", 5, "the end of the line"),
        ("  (1)", 3, "an instruction, a label or a directive"),
        ("copy", 5, "a number"),
        ("copy x", 6, "a number"),
        ("copy -1", 6, "a number"),
        ("copy 4294967296", 6, "a number"),
        ("copy 0x", 6, "a number"),
        ("unpack_star 1 2", 15, "a comma and the second operand"),
        ("int x", 5, "an int of at most 32 bits"),
        ("int 2147483648", 5, "an int of at most 32 bits"),
        ("const", 6, "a constant"),
        ("const nil", 7, "a constant"),
        ("const )", 7, "a constant"),
        ("const 12ab", 7, "a number; write ints over 64 bits as 0x..."),
        ("const 9223372036854775808", 7, "a number; write ints over 64 bits as 0x..."),
        ("const 0x", 7, "hexadecimal digits"),
        ("const 0xg", 7, "hexadecimal digits"),
        ("const 1.2.3", 7, "a float, or 0x and its 64 bits"),
        ("const float x", 13, "a float, or 0x and its 64 bits"),
        ("const float 0x1ffffffffffffffff", 13, "a float, or 0x and its 64 bits"),
        ("const complex 1.0", 18, "a float, or 0x and its 64 bits"),
        ("const (1 2)", 10, "a comma or a closing parenthesis"),
        ("const (1, (2))", 11, "a constant that is no tuple"),
        ("const (1,)", 10, "a constant that is no tuple"),
        ("const frozenset 1", 17, "an opening parenthesis"),
        ("const @99", 8, "the index of a constant that is there already"),
        ("const @x", 8, "the index of a constant"),
        ("const \"abc", 7, "a constant"),
        ("const \"\\q\"", 7, "an escape: \\n \\r \\t \\\" \\\\ \\xff \\u{ff}"),
        ("const \"\\u{110000}\"", 7, "an escape: \\n \\r \\t \\\" \\\\ \\xff \\u{ff}"),
        ("const \"\\u12\"", 7, "an escape: \\n \\r \\t \\\" \\\\ \\xff \\u{ff}"),
        ("const b\"\\u{12}\"", 7, "an escape: \\n \\r \\t \\\" \\\\ \\xff \\u{ff}"),
        ("const \"\\x1\"", 7, "an escape: \\n \\r \\t \\\" \\\\ \\xff \\u{ff}"),
        ("const \"\\x+1\"", 7, "an escape: \\n \\r \\t \\\" \\\\ \\xff \\u{ff}"),
        ("const b\"\u{e9}\"", 7, "ASCII between the quotes of bytes; write others as \\xff"),
        ("load_name 5", 11, "a name"),
        ("load_name", 10, "a name"),
        ("load_local y", 12, "a local of this code object, by name or as $3"),
        ("load_local 5", 12, "a local of this code object, by name or as $3"),
        ("load_local c", 12, "a local of this code object, by name or as $3"),
        ("load_cell x", 11, "a cell or free variable of this code object, by name or as $3"),
        ("load_cell $x", 12, "a cell or free variable of this code object, by name or as $3"),
        ("binary =", 8, "an operator"),
        ("binary", 7, "an operator"),
        ("compare is  not", 9, "an operator"),
        ("make_function 0, 0", 15, "a code object, as #3"),
        ("make_function #f, 0", 16, "a code object, as #3"),
        ("jump 5", 6, "a label"),
        (".range a b", 11, "a label"),
        (".range a b c", 13, "a depth"),
        (".at 1", 6, "a colon"),
        (".at x", 5, "a line or none"),
        (".at 1:2", 8, "the word to"),
        (".at 1:2 to x", 12, "an end column"),
        (".local 5", 8, "a name"),
        (".line 5", 1, "this directive right after .code"),
        (".nonsense", 1, "one of .local .cell .free .range .at .code"),
        (".constants", 1, "one of .local .cell .free .range .at .code"),
        (".code #2 \"m\"", 8, "the index of the next code object"),
        (".import \"m\" \"n\"", 16, "the hash of a signature"),
        ("none \u{e9}", 6, "the end of the line"),
        ("const \"\u{e9}\u{e9}\" x", 12, "the end of the line"),
    ] {
        assert_eq!(expected(line), (column, what), "{line}");
    }
}

#[test]
fn errors_outside_of_code_and_of_the_writer() {
    let expected = AsmProblem::Expected;
    assert_eq!(problem("pop"), (1, 1, expected("a directive")));
    assert_eq!(problem("\n\n .modul"), (3, 2, expected("one of .stripped .constants .module .import .code")));
    assert_eq!(problem(".constants\n@1 None"), (2, 2, expected("the index of the next constant")));
    assert_eq!(problem(".constants\n@0 (1)"), (2, 6, expected("items that are constants already")));
    assert_eq!(problem(".code #0 \"f\"\n.flags nested, odd"), (2, 14, expected("the end of the line")));
    assert_eq!(problem(".code #0 \"f\"\n.flags odd"), (2, 8, expected("a flag of a code object")));
    assert_eq!(problem(".module \"m\" \"m\" 0"), (1, 17, expected("a code object, as #3")));
    let code = ".code #0 \"f\"\n";
    assert_eq!(problem(&format!("{code}jump there\njump here\nhere: none\n")).2, AsmProblem::NoLabel);
    assert_eq!(problem(&format!("{code} jump there\n jump here\n")), (2, 7, AsmProblem::NoLabel));
    assert_eq!(problem(&format!("{code}a:\nnone\na:\n")), (4, 1, AsmProblem::LabelTwice));
    let late = problem(&format!("{code}.free x\n.cell y\n")).2;
    assert_eq!(late, AsmProblem::Write(WriteError::CellAfterFree));
    let bad = problem(&format!("{code}.at 5:0 to 4:0\n")).2;
    assert!(
        matches!(bad, AsmProblem::Write(WriteError::Position(position)) if position.end_line == 4),
        "{bad:?}"
    );
    let back = problem(&format!("{code}.range b a a 0\na:\nnone\nb:\nnone\n")).2;
    assert_eq!(back, AsmProblem::Write(WriteError::Range { start: 1, end: 0 }));
    // Memory.
    let (mut buf, mut scratch) = (vec![0; 10_000], vec![0; 68]);
    let names = ".code #0 \"f\"\n.local a\n.local b\n";
    assert_eq!(asm(names, &mut buf, &mut scratch).unwrap_err().problem, AsmProblem::Scratch { have: 68 });
    assert_eq!(asm("", &mut buf, &mut [0; 63]).unwrap_err().problem, AsmProblem::Scratch { have: 63 });
    let items = ".code #0 \"f\"\nconst (1, 2, 3, 4, 5)";
    assert_eq!(asm(items, &mut buf, &mut scratch).unwrap_err().problem, AsmProblem::Scratch { have: 68 });
    let full = asm(GOOD[0].1, &mut buf[..300], &mut [0; 200]).unwrap_err().problem;
    assert_eq!(full, AsmProblem::Write(WriteError::NoSpace { have: 300 }));
    // In words.
    let error = asm(" pop", &mut buf, &mut scratch).unwrap_err();
    assert_eq!(error.to_string(), "line 1, column 2: expected a directive");
}

#[test]
fn constants_are_read_as_they_are_written() {
    let literals: [(&str, Constant<'_>); 34] = [
        ("None", Constant::None),
        ("True", Constant::True),
        ("False", Constant::False),
        ("Ellipsis", Constant::Ellipsis),
        ("0", Constant::Int(0)),
        ("-0", Constant::Int(0)),
        ("-1", Constant::Int(-1)),
        ("9223372036854775807", Constant::Int(i64::MAX)),
        ("-9223372036854775808", Constant::Int(i64::MIN)),
        ("0x0", Constant::Int(0)),
        ("0x00ff", Constant::Int(255)),
        ("-0x8000000000000000", Constant::Int(i64::MIN)),
        ("0x7fffffffffffffff", Constant::Int(i64::MAX)),
        ("0x8000000000000000", Constant::BigInt { negative: false, magnitude: &[0, 0, 0, 0, 0, 0, 0, 0x80] }),
        ("-0x8000000000000001", Constant::BigInt { negative: true, magnitude: &[1, 0, 0, 0, 0, 0, 0, 0x80] }),
        (
            "0x00123456789abcdef01",
            Constant::BigInt {
                negative: false,
                magnitude: &[1, 0xef, 0xcd, 0xab, 0x89, 0x67, 0x45, 0x23, 1],
            },
        ),
        ("1.0", Constant::Float(1.0)),
        ("-0.0", Constant::Float(-0.0)),
        ("0.1", Constant::Float(0.1)),
        ("1e-7", Constant::Float(1e-7)),
        ("1e+22", Constant::Float(1e22)),
        ("5e-324", Constant::Float(5e-324)),
        ("1.7976931348623157e308", Constant::Float(f64::MAX)),
        ("float 0x7ff0000000000000", Constant::Float(f64::INFINITY)),
        ("float 2", Constant::Float(2.0)),
        ("complex -0.0 1e3", Constant::Complex { real: -0.0, imag: 1000.0 }),
        ("complex 1 0xfff0000000000000", Constant::Complex { real: 1.0, imag: f64::NEG_INFINITY }),
        ("\"\"", Constant::Str(b"")),
        ("\"; no comment\"", Constant::Str(b"; no comment")),
        ("\"\\n\\r\\t\\\"\\\\\\x41\\u{1f40d}\"", Constant::Str("\n\r\t\"\\A\u{1f40d}".as_bytes())),
        ("\"\\u{d800}\\u{dc00}\"", Constant::Str(b"\xed\xa0\x80\xed\xb0\x80")),
        ("\"\u{e9}\u{4e2d}\"", Constant::Str("\u{e9}\u{4e2d}".as_bytes())),
        ("b\"\"", Constant::Bytes(b"")),
        ("b\"a\\x00\\xff;\\\"\"", Constant::Bytes(b"a\0\xff;\"")),
    ];
    for (literal, wanted) in literals {
        let text = format!(
            ".module \"m\" \"m\" #0\n.code #0 \"m\"\n.flags namespace\nconst {literal} ; and more\nreturn\n"
        );
        let bytes = assemble(literal, &text);
        assert_eq!(verdict(&bytes), "", "{literal}");
        let image = Image::parse(&bytes).unwrap();
        let (_, instruction) = image.code(0).unwrap().instructions().next().unwrap();
        let found = image.constant(instruction.a).unwrap();
        // Floats are compared by their text: it tells -0.0 from 0.0.
        assert_eq!(format!("{found:?}"), format!("{wanted:?}"), "{literal}");
        // And back again.
        assert!(assemble(literal, &text_of(&image)) == bytes, "{literal}");
    }
}

#[test]
fn the_text_of_a_small_image_is_as_expected() {
    let text = r#".constants
  @0 "__main__"
  @1 "m.py"
  @2 "f"
  @3 "odd name"
  @4 2.5
  @5 "a\n\"b\"\u{202e}\u{d800}"
  @6 (@2, @4)
  @7 (@6, @2)
  @8 frozenset()
  @9 b"\x00A"
  @10 "x"
.module "__main__" "m.py" #1 source "x"
.import "f" "x" 0xff

.code #0 "f"
  .qualname "odd name"
  .line 7
  .flags varargs nested
  .doc "x"
  .args 1 1 0
  .stack 3
  .local x
  .local "odd name"
  .cell f 1
  .free x
  .range L2 L6 L13 0
  .at 7:0 to 3
  load_local x
L2:
  jump_if_true L13
L6:
  .at 7:4 to 9:1
  load_local $1
  load_cell x
  int -1
  return
L13:
  .at none
  reraise

.code #1 "f"
  .line 1
  .flags namespace
  .stack 2
  const "a\n\"b\"\u{202e}\u{d800}"
  const ("f", 2.5)
  const (@6, "f")
  const frozenset()
  binary //
  compare not in
  load_name "odd name"
  call_keywords 1, ("f", 2.5)
  return
"#;
    let bytes = assemble("small", text);
    let found = text_of(&Image::parse(&bytes).unwrap()).replace("source @10", "source \"x\"");
    assert_eq!(found, text);
}

#[test]
fn every_instruction_has_a_text_that_comes_back() {
    let mut text = String::from(".module \"m\" \"m\" #0\n.code #0 \"m\"\n.local x\n.cell c\nl:\n");
    for op in Op::ALL {
        let operand = |kind: &Operand| match kind {
            Operand::Num => "300",
            Operand::Int => "-70000",
            Operand::Const => "(None, 1)",
            Operand::Name => "name",
            Operand::Tuple => "(\"a\")",
            Operand::Local => "x",
            Operand::Cell => "c",
            Operand::Code => "#0",
            Operand::Label => "l",
            Operand::Bin => "**",
            Operand::Cmp => "is not",
        };
        let operands: Vec<&str> = op.operands().iter().map(operand).collect();
        text += &format!("{} {}\n", op.text(), operands.join(", "));
    }
    let bytes = assemble("all", &text);
    let image = Image::parse(&bytes).unwrap();
    let ops: Vec<Op> = image.code(0).unwrap().instructions().map(|(_, instruction)| instruction.op).collect();
    assert_eq!(ops, Op::ALL);
    assert!(assemble("all", &text_of(&image)) == bytes);
}

/// Constants that are there twice, or in an order that the code would not give, keep their places.
#[test]
fn odd_pools_come_back() {
    let mut raw = Raw::of(&good("class"));
    for index in 0..raw.constants.len() {
        raw.constants.push(raw.constants[index].clone());
    }
    let half = raw.constants.len() as u32 / 2;
    for code in &mut raw.codes {
        for name in code
            .locals
            .iter_mut()
            .chain(&mut code.frees)
            .chain(code.cells.iter_mut().map(|cell| &mut cell[0]))
        {
            *name += half;
        }
        code.figures[1] += half;
    }
    let bytes = raw.encode();
    assert_eq!(verdict(&bytes), "");
    let text = text_of(&Image::parse(&bytes).unwrap());
    assert!(text.contains("load_local $0"), "{text}");
    assert!(assemble("twice", &text) == bytes, "{text}");
}

#[test]
fn stripped_and_wide_images_come_back() {
    for (name, text) in GOOD {
        let bytes = assemble(name, &format!(".stripped\n{text}"));
        assert_eq!(verdict(&bytes), "");
        assert!(bytes.len() < good(name).len());
        let image = Image::parse(&bytes).unwrap();
        assert!(image.is_stripped());
        assert_eq!(image.code(0).unwrap().position(0), None);
        assert!(assemble(name, &text_of(&image)) == bytes);
    }
    let mut text = String::from(".constants\n");
    for index in 0..7000 {
        text += &format!("@{index} \"number {index}\"\n");
    }
    let bytes = assemble("wide", &(text + GOOD[0].1));
    assert_eq!(verdict(&bytes), "");
    let image = Image::parse(&bytes).unwrap();
    assert!(image.is_wide());
    assert!(assemble("wide", &text_of(&image)) == bytes);
}

#[test]
fn a_sink_or_memory_that_is_too_small_is_an_error() {
    struct Full(usize);
    impl std::fmt::Write for Full {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0 = self.0.checked_sub(text.len()).ok_or(std::fmt::Error)?;
            Ok(())
        }
    }
    let bytes = good("try");
    let image = Image::parse(&bytes).unwrap();
    let need = dis_scratch_words(&image);
    let mut scratch = vec![0; need];
    let len = text_of(&image).len();
    assert_eq!(dis(&image, &mut scratch, &mut Full(len)), Ok(()));
    for room in (0..len).step_by(7) {
        assert_eq!(dis(&image, &mut scratch, &mut Full(room)), Err(DisError::Sink));
    }
    let short = dis(&image, &mut scratch[1..], &mut Full(len));
    assert_eq!(short, Err(DisError::Scratch { have: need - 1, need }));
}
