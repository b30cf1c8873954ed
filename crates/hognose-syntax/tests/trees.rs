//! Trees of programs, against what CPython 3.11 makes of them (`scripts/dump_tree.py`).

#[path = "support/dump.rs"]
mod dump;

fn check(name: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/programs/");
    let source = std::fs::read(format!("{folder}{name}.py")).unwrap();
    let expected = std::fs::read_to_string(format!("{folder}{name}.tree")).unwrap();
    let found = dump::dump_program(&source)
        .unwrap_or_else(|error| panic!("{}:{}: {error}", error.line, error.column));
    for (number, (found, expected)) in found.lines().zip(expected.lines()).enumerate() {
        assert_eq!(found, expected, "{name}.tree:{}", number + 1);
    }
    assert_eq!(found.lines().count(), expected.lines().count());
}

#[test]
fn expressions() {
    check("expressions");
}

#[test]
fn literals() {
    check("literals");
}

#[test]
fn statements() {
    check("statements");
}

#[test]
fn match_statements() {
    check("match");
}

/// The same programs with other line ends are the same trees, but for offsets.
#[test]
fn line_ends() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/programs/");
    for name in ["expressions", "literals", "statements", "match"] {
        let source = std::fs::read_to_string(format!("{folder}{name}.py")).unwrap();
        let expected = dump::dump_program(source.as_bytes()).unwrap();
        for line_end in ["\r\n", "\r"] {
            let other = source.replace('\n', line_end);
            assert!(dump::dump_program(other.as_bytes()).unwrap() == expected, "{name} {line_end:?}");
        }
    }
}

/// A byte order mark, an encoding that is accepted, and a last line without an end.
#[test]
fn odd_frames() {
    let expected = dump::dump_program(b"#\nx = 1\n").unwrap();
    for source in ["\u{feff}#\nx = 1\n", "# -*- coding: UTF_8 -*-\nx = 1\n", "#\nx = 1", "#\n\\\nx = 1"] {
        let found =
            dump::dump_program(source.as_bytes()).unwrap().replace(" 3:", " 2:").replace("-3:", "-2:");
        assert_eq!(found, expected, "{source:?}");
    }
}

/// A form feed sets the indentation back to nothing.
#[test]
fn form_feed() {
    let found = dump::dump_program(b"if x:\n  y\n  \x0cz\n").unwrap();
    assert!(found.contains("\n  Expr 3:3-3:4\n"), "{found}");
}
