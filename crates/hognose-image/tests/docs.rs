//! `docs/image.md` says what the code says. UPDATE=1 writes its generated parts.

mod common;
use common::{assemble, verdict};
use hognose_image::isa::{BinaryOp, CompareOp, Flow, Op, Operand};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/image.md");

/// Module documentation of a source file, without its first line, links to items turned to plain code.
fn module_docs(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!")).skip(2);
    let mut text: String =
        lines.map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect();
    // [`name`](target) becomes `name`, [words](target) becomes words, [`name`] becomes `name`.
    while let Some(open) = text.find("](") {
        let start = text[..open].rfind('[').unwrap();
        let end = open + text[open..].find(')').unwrap();
        let words = text[start + 1..open].to_string();
        text.replace_range(start..=end, &words);
    }
    text.replace("[`", "`").replace("`]", "`")
}

fn instruction_table() -> String {
    let mut table =
        String::from("| number | word | operands | goes | what it does |\n|---|---|---|---|---|\n");
    for op in Op::ALL {
        let operands: Vec<String> = op.operands().iter().map(|kind| format!("{kind:?}")).collect();
        let flow = match op.flow() {
            Flow::Next => "on",
            Flow::Jump => "to the label",
            Flow::Branch => "on or to the label",
            Flow::End => "nowhere",
        };
        let doc = op.doc().join("");
        let doc = doc.trim().replace('|', "\\|");
        table +=
            &format!("| {:#04x} | `{}` | {} | {flow} | {doc} |\n", *op as u8, op.text(), operands.join(", "));
    }
    let numbered = |words: Vec<&str>| -> String {
        let parts: Vec<String> = words.iter().enumerate().map(|(i, word)| format!("{i} `{word}`")).collect();
        parts.join(", ").replace('|', "\\|")
    };
    table += &format!("\n`Bin`: {}.\n", numbered(BinaryOp::ALL.iter().map(|op| op.text()).collect()));
    table += &format!("\n`Cmp`: {}.\n", numbered(CompareOp::ALL.iter().map(|op| op.text()).collect()));
    table
}

/// What stands between the two marks of that name.
fn part<'p>(page: &'p str, name: &str) -> &'p str {
    let (_, rest) =
        page.split_once(&format!("<!-- {name} -->\n")).unwrap_or_else(|| panic!("no part {name}"));
    rest.split_once("<!-- end -->").unwrap().0
}

#[test]
fn generated_parts_are_those_of_the_code() {
    let mut page = std::fs::read_to_string(PAGE).unwrap();
    let parts = [
        ("layout", module_docs(include_str!("../src/layout.rs"))),
        ("positions", module_docs(include_str!("../src/position.rs"))),
        ("operands", module_docs(include_str!("../src/isa.rs"))),
        ("instructions", instruction_table()),
        ("text", module_docs(include_str!("../src/text.rs"))),
    ];
    let update = std::env::var_os("UPDATE").is_some();
    for (name, wanted) in parts {
        let found = part(&page, name).to_string();
        let wanted = format!("\n{}\n\n", wanted.trim());
        if update {
            page = page.replace(&format!("<!-- {name} -->\n{found}"), &format!("<!-- {name} -->\n{wanted}"));
        } else {
            assert_eq!(found, wanted, "part {name} of docs/image.md; UPDATE=1 writes it anew");
        }
    }
    if update {
        std::fs::write(PAGE, page).unwrap();
    }
}

#[test]
fn the_worked_example_is_true() {
    let page = std::fs::read_to_string(PAGE).unwrap();
    let blocks: Vec<&str> = part(&page, "example").split("```").collect();
    let [_, text, _, dump, _] = blocks[..] else { panic!("two blocks are expected") };
    let text = text.strip_prefix("text\n").unwrap();
    let image = assemble("example", text);
    assert_eq!(verdict(&image), "");
    let mut bytes = Vec::new();
    for line in dump.strip_prefix("text\n").unwrap().lines() {
        let (at, rest) = line.trim_start().split_once("  ").unwrap();
        assert_eq!(at.parse(), Ok(bytes.len()), "{line}");
        let hex = rest.split("  ").next().unwrap();
        bytes.extend(hex.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap()));
    }
    assert_eq!(bytes, image);
}

/// Values in a stack picture, or `None` when it says "so many".
fn values(picture: &str) -> Option<u32> {
    let inside = picture.trim().strip_prefix('[')?.strip_suffix(']')?;
    match inside {
        "" => Some(0),
        _ if inside.contains("..")
            || inside.contains('?')
            || inside.contains('(')
            || inside.contains("n-th") =>
        {
            None
        }
        _ => Some(inside.split(", ").count() as u32),
    }
}

#[test]
fn stack_pictures_and_effects_agree() {
    let mut compared = 0;
    for op in Op::ALL {
        let doc = op.doc().join("");
        let Some(picture) = doc.trim().strip_prefix('`').and_then(|rest| rest.split('`').next()) else {
            continue;
        };
        let Some((before, after)) = picture.split_once(" -> ") else { continue };
        let (Some(before), Some(after)) = (values(before), values(after)) else { continue };
        let effect = op.effect(0, 0);
        match op {
            // The picture in front is that of the jump.
            Op::JumpIfFalseOrPop | Op::JumpIfTrueOrPop => {
                assert_eq!((effect.pops, effect.jump_pushes, effect.pushes), (before, after, 0), "{op:?}");
            }
            _ => assert_eq!((effect.pops, effect.pushes), (before, after), "{op:?}"),
        }
        compared += 1;
    }
    assert!(compared >= 70, "{compared}");
    // Those whose picture depends on their operands.
    let effect = |op: Op, a, b| (op.effect(a, b).pops, op.effect(a, b).pushes);
    assert_eq!(effect(Op::Copy, 3, 0), (3, 4));
    assert_eq!(effect(Op::Swap, 3, 0), (3, 3));
    assert_eq!(effect(Op::BuildSlice, 3, 0), (3, 1));
    assert_eq!(effect(Op::BuildTuple, 4, 0), (4, 1));
    assert_eq!(effect(Op::BuildDict, 4, 0), (8, 1));
    assert_eq!(effect(Op::BuildDict, u32::MAX, 0), (u32::MAX, 1));
    assert_eq!(effect(Op::ListAppend, 2, 0), (3, 2));
    assert_eq!(effect(Op::SetAdd, 2, 0), (3, 2));
    assert_eq!(effect(Op::DictAdd, 2, 0), (4, 2));
    assert_eq!(effect(Op::Unpack, 3, 0), (1, 3));
    assert_eq!(effect(Op::UnpackStar, 2, 1), (1, 4));
    assert_eq!(effect(Op::UnpackStar, u32::MAX, u32::MAX), (1, u32::MAX));
    assert_eq!(effect(Op::Call, 2, 0), (3, 1));
    assert_eq!(effect(Op::CallKeywords, 2, 0), (3, 1));
    assert_eq!(effect(Op::CallMethod, 2, 0), (4, 1));
    assert_eq!(effect(Op::CallMethodKeywords, 2, 0), (4, 1));
    assert_eq!(effect(Op::CallSpread, 1, 0), (3, 1));
    assert_eq!(effect(Op::MakeFunction, 77, 0b1011), (3, 1));
    assert_eq!(effect(Op::Raise, 2, 0), (2, 0));
    assert_eq!(Op::ForIter.effect(0, 0).jump_pushes, 0);
}

#[test]
fn numbers_and_words_of_instructions_are_unique() {
    for (i, op) in Op::ALL.iter().enumerate() {
        assert_eq!(Op::from_byte(*op as u8), Some(*op));
        assert!((*op as u8) < 0x80, "{op:?}: the writer marks its notes with the high bit");
        assert!(Op::ALL[..i].iter().all(|other| other.text() != op.text()), "{op:?}");
        let has_label = op.operands().contains(&Operand::Label);
        assert_eq!(has_label, matches!(op.flow(), Flow::Jump | Flow::Branch), "{op:?}");
    }
    let known = (0..=255).filter(|byte| Op::from_byte(*byte).is_some()).count();
    assert_eq!(known, Op::ALL.len());
}
