//! The header says what the table of the machine says.

use machine::OPCODES;
use machine::fault::code;

const HEADER: &str = include_str!("../include/bajo.h");

/// The value of an enumerator, as written.
fn value(name: &str) -> i32 {
    let found = HEADER.split(|c: char| c != '_' && !c.is_ascii_alphanumeric() && c != '=' && c != ' ');
    let pair = found.map(str::trim).find_map(|text| text.strip_prefix(name)?.trim().strip_prefix('='));
    pair.unwrap_or_else(|| panic!("{name} is missing")).trim().parse().unwrap()
}

#[test]
fn opcodes() {
    for row in &OPCODES {
        assert_eq!(value(row.c_name), i32::from(row.number), "{}", row.name);
    }
    assert_eq!(value("_MAX_OPCODE"), OPCODES.len() as i32 - 1);
}

#[test]
fn errors() {
    let codes = [
        ("OK", code::OK),
        ("EXIT", code::EXIT),
        ("BAD_VARINT", code::BAD_VARINT),
        ("UNKNOWN_OPCODE", code::UNKNOWN_OPCODE),
        ("BAD_OPERAND", code::BAD_OPERAND),
        ("BUG", code::BUG),
        ("ZERO_DIVISION", code::ZERO_DIVISION),
        ("INTEGER_OVERFLOW", code::INTEGER_OVERFLOW),
    ];
    for (name, code) in codes {
        assert_eq!(value(&format!("BAJO_{name}")), code, "{name}");
    }
}
