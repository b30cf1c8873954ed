//! The docs say what the code says. `UPDATE_DOCS=1` rewrites the instruction table.

use bajo::opcode::Operands;
use bajo::{Instruction, OPCODES, varint};
use std::fmt::Write;
use std::path::Path;

fn operands(list: &Operands) -> String {
    let mut text = list.names.join(" ");
    if list.counted {
        text = format!("n, {text} ...").replace(",  ...", " ...");
    }
    match list.size {
        4 => text,
        size => format!("{text} ({size} byte{})", if size == 1 { "" } else { "s" }),
    }
}

fn table() -> String {
    let mut text = String::from(
        "# The instructions of Bajo\n\n\
        Generated from the table in `crates/bajo/src/opcode.rs`; a test compares them (`UPDATE_DOCS=1` rewrites this page).\n\n\
        Targets and sources are in encoding order. All are words of 32 bits, but for those with a number of bytes. \
        A list that begins with `n` has a count in the encoding. `pc` is the address after the instruction.\n\n\
        | # | name | in C | targets | sources | does |\n|---|---|---|---|---|---|\n",
    );
    for row in &OPCODES {
        let (targets, sources) = (operands(&row.targets), operands(&row.sources));
        writeln!(
            text,
            "| {} | {} | `{}` | {targets} | {sources} | {} |",
            row.number, row.name, row.c_name, row.doc
        )
        .unwrap();
    }
    text.push_str("\nNumbers 72 to 127 are unknown: error 3. With bit 7 of the opcode byte set, source 0 is target 0.\n");
    text.replace("|  |", "| - |").replace("|  |", "| - |")
}

#[test]
fn the_instruction_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/bajo/instructions.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, table()).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path).unwrap() == table(),
        "docs/bajo/instructions.md differs from the table: run with UPDATE_DOCS=1"
    );
}

/// The cells of the rows of all tables, without backticks.
fn rows(page: &str) -> impl Iterator<Item = Vec<&str>> {
    page.lines()
        .filter_map(|line| line.strip_prefix('|'))
        .map(|line| line.split('|').map(|cell| cell.trim().trim_matches('`')).collect())
}

fn bytes(text: &str) -> Option<Vec<u8>> {
    text.split(' ').map(|byte| (byte.len() == 2).then(|| u8::from_str_radix(byte, 16).ok())?).collect()
}

#[test]
fn the_worked_bytes() {
    let page = include_str!("../../../docs/bajo/encoding.md");
    let (mut instructions, mut varints) = (0, 0);
    for row in rows(page) {
        match row[..] {
            [code, text, _, ""] => {
                let Some(code) = bytes(code) else { continue };
                let instruction = Instruction::decode(&code).unwrap();
                assert_eq!(instruction.len(), code.len(), "{text}");
                assert_eq!(instruction.to_string(), text);
                instructions += 1;
            }
            [value, code, ""] => {
                let (Ok(value), Some(code)) = (value.parse(), bytes(code)) else { continue };
                let (encoded, len) = varint::encode(value).unwrap();
                assert_eq!(encoded[..len], code[..]);
                varints += 1;
            }
            _ => {}
        }
    }
    assert_eq!((instructions, varints), (15, 7));
}
