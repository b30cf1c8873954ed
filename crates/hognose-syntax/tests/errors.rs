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

fn parse(source: &str) -> Result<(), SyntaxError> {
    let mut memory = vec![0; 1 << 16];
    Parser::new(source.as_bytes(), Mode::Exec, &mut memory)?.parse_rest()
}

fn text(source: &str, error: &SyntaxError) -> String {
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

fn describe(source: &str) -> String {
    match parse(source) {
        Ok(()) => "ok".into(),
        Err(error) => format!(
            "{}\t{}\t{}\t{}\t{}\t{error}\t{}",
            error.class().name(),
            error.line,
            error.column,
            error.end_line,
            error.end_column,
            text(source, &error)
        ),
    }
}

fn check(name: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/errors/");
    let programs = std::fs::read_to_string(format!("{folder}{name}.txt")).unwrap();
    let expected = std::fs::read_to_string(format!("{folder}{name}.expected")).unwrap();
    assert_eq!(programs.lines().count(), expected.lines().count());
    let mut wrong = 0;
    for (program, expected) in programs.lines().zip(expected.lines()) {
        let found = describe(&unescape(program));
        if found != expected {
            wrong += 1;
            println!("{program}\n  expected {expected}\n  found    {found}");
        }
    }
    assert_eq!(wrong, 0, "of {}", programs.lines().count());
}

#[test]
fn fields_of_fstrings() {
    check("fstring");
}
