//! Errors of wrong programs, against what CPython 3.11 reported (`scripts/record_errors.py`).
#![cfg(feature = "explain")]

use hognose_syntax::error::{ErrorText, SyntaxError};
use hognose_syntax::parser::{Mode, Parser};

fn unescape(line: &str) -> String {
    let mut out = String::new();
    let mut chars = line.chars();
    while let Some(char) = chars.next() {
        out.push(match (char, char == '\\') {
            (_, true) => match chars.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                Some('f') => '\x0c',
                _ => '\\',
            },
            (char, false) => char,
        });
    }
    out
}

fn parse(source: &str, mode: Mode) -> Result<(), SyntaxError> {
    let mut memory = vec![0; 1 << 16];
    Parser::new(source.as_bytes(), mode, &mut memory)?.parse_rest()
}

fn shown(source: &str, error: &SyntaxError) -> String {
    match error.text {
        ErrorText::Line { start, end } => source[start as usize..end as usize].to_string(),
        ErrorText::Field { start, end, open, close } => format!(
            "{}{}{}",
            if open { "(" } else { "" },
            &source[start as usize..end as usize],
            if close { ")" } else { "" }
        ),
        ErrorText::None => String::new(),
    }
}

fn describe(source: &str, mode: Mode) -> String {
    match parse(source, mode) {
        Ok(()) => "ok".into(),
        Err(error) => format!(
            "{}\t{}\t{}\t{}\t{}\t{error}\t{}",
            error.class().name(),
            error.line,
            error.column,
            error.end_line,
            error.end_column,
            shown(source, &error)
        ),
    }
}

fn check(name: &str, mode: Mode) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/errors/");
    let programs = std::fs::read_to_string(format!("{folder}{name}.txt")).unwrap();
    let expected = std::fs::read_to_string(format!("{folder}{name}.expected")).unwrap();
    assert_eq!(programs.lines().count(), expected.lines().count());
    let mut wrong = 0;
    for (program, expected) in programs.lines().zip(expected.lines()) {
        let found = describe(&unescape(program), mode);
        if found != expected {
            wrong += 1;
            println!("{program}\n  expected {expected}\n  found    {found}");
        }
    }
    assert_eq!(wrong, 0, "of {}", programs.lines().count());
}

macro_rules! recorded {
    ($($name:ident),*) => { $(
        #[test]
        fn $name() {
            check(stringify!($name), Mode::Exec);
        }
    )* };
}

recorded!(
    text,
    numbers,
    brackets,
    indentation,
    statements,
    expressions,
    calls,
    parameters,
    patterns,
    fstring
);

#[test]
fn expressions_alone() {
    check("eval", Mode::Eval);
}

#[test]
fn lines_of_a_prompt() {
    check("single", Mode::Single);
}

/// Python 3.12 accepts these, 3.11 does not.
#[test]
fn newer_fstrings_are_accepted() {
    for source in
        [r#"f'{"\n"}'"#, "f'{a\n}'", r#"f'{"' '"}'"#, "f'{a['b']}'", "f'{f'{a}'}'", "f'''{a # comment\n}'''"]
    {
        assert_eq!(describe(source, Mode::Exec), "ok", "{source}");
    }
}

/// Where the field of an f-string goes over several lines, Python 3.11 moves columns of the later lines to the left, at
/// times below zero. Here they are right.
#[test]
fn columns_in_fields_of_many_lines() {
    let found = describe("x = f'''{(\n   b c)}'''", Mode::Exec);
    assert_eq!(
        found,
        "SyntaxError\t2\t4\t2\t7\tf-string: invalid syntax. Perhaps you forgot a comma?\t   b c))"
    );
}

#[test]
fn names_of_characters_are_not_supported() {
    let found = describe(r"'\N{DIGIT ONE}'", Mode::Exec);
    assert!(found.contains(r"\N{...} escapes are not supported"), "{found}");
}

/// What a source says about its encoding, and what it is.
#[test]
fn encodings() {
    let parse = |source: &[u8]| {
        let mut memory = [0; 100];
        Parser::new(source, Mode::Exec, &mut memory)
            .map(|_| ())
            .map_err(|error| (error.to_string(), error.line))
    };
    assert_eq!(parse(b"# coding: utf-8\nx"), Ok(()));
    assert_eq!(parse(b"#!/bin/x\n# vim: set fileencoding=UTF-8 :\nx"), Ok(()));
    assert_eq!(parse(b"x\n# coding: latin-1"), Ok(()));
    let (message, line) = parse(b"#\n# coding: latin-1\nx").unwrap_err();
    assert_eq!((message.as_str(), line), ("encoding problem: only utf-8 is supported", 2));
    let (message, line) = parse(b"x = 1\ny = '\xff'").unwrap_err();
    assert!(message.starts_with("Non-UTF-8 code starting with '\\xff'"), "{message}");
    assert_eq!(line, 2);
    assert_eq!(parse(b"x\0").unwrap_err().0, "source code string cannot contain null bytes");
    let mut memory = [0; 100];
    let mut parser = Parser::of_text("# coding: latin-1\nx", Mode::Exec, &mut memory).unwrap();
    assert!(parser.next_statement().unwrap().is_some());
}

#[test]
fn integers_of_many_digits() {
    let most = "1".repeat(4300);
    assert_eq!(describe(&most, Mode::Exec), "ok");
    let found = describe(&format!("x = {most}1"), Mode::Exec);
    let message = "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits";
    assert!(found.starts_with(&format!("SyntaxError\t1\t0\t1\t0\t{message}")), "{found}");
    assert_eq!(describe(&format!("0x{most}1"), Mode::Exec), "ok");
}

/// A prompt asks for more lines when the source only ends too early.
#[test]
fn incomplete_programs() {
    let incomplete = |source: &str| parse(source, Mode::Exec).unwrap_err().incomplete;
    for source in
        ["(", "f(a,\n", "'''a\n", "if x:\n", "if x:\n  y\nelse:\n", "try:\n  x\n", "@x\n", "x = \\\n"]
    {
        assert!(incomplete(source), "{source:?}");
    }
    for source in [")", "x y", "'a", "x =\n", "(a b)", "if x\n", "if x:\ny"] {
        assert!(!incomplete(source), "{source:?}");
    }
}

/// A statement that is right is given before the fault in a later one, and the fault again and again.
#[test]
fn statements_before_the_fault() {
    let mut memory = vec![0; 1000];
    let mut parser = Parser::new(b"x = 1\ny = 2\nz z\n", Mode::Exec, &mut memory).unwrap();
    assert!(parser.next_statement().unwrap().is_some());
    assert!(parser.next_statement().unwrap().is_some());
    let first = parser.next_statement().unwrap_err();
    assert_eq!((first.line, first.column, first.end_column), (3, 3, 4));
    assert_eq!(parser.next_statement().unwrap_err(), first);
    assert_eq!(parser.parse_rest().unwrap_err(), first);
}
