//! Prints the error of each program in a file that has one program a line, escaped as in tests/errors.

use hognose_syntax::error::ErrorText;
use hognose_syntax::parser::{Mode, Parser};
use std::io::Write;

fn unescape(line: &str) -> String {
    let mut out = String::new();
    let mut chars = line.chars();
    while let Some(char) = chars.next() {
        let escaped = if char == '\\' { chars.next() } else { None };
        out.push(match escaped {
            Some('n') => '\n',
            Some('t') => '\t',
            Some('r') => '\r',
            Some('f') => '\x0c',
            Some(other) => other,
            None => char,
        });
    }
    out
}

fn main() {
    let name = std::env::args().nth(1).expect("a file");
    let lines = std::fs::read_to_string(name).expect("a file that can be read");
    let mut memory = vec![0; 1 << 20];
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for line in lines.lines() {
        let source = unescape(line);
        let result = Parser::new(source.as_bytes(), Mode::Exec, &mut memory)
            .and_then(|mut parser| parser.parse_rest());
        let line = match result {
            Ok(()) => "ok".into(),
            Err(error) => {
                let text = match error.text {
                    ErrorText::Line { start, end } => source[start as usize..end as usize].to_string(),
                    ErrorText::Field { start, end, open, close } => {
                        let (open, close) = (if open { "(" } else { "" }, if close { ")" } else { "" });
                        format!("{open}{}{close}", &source[start as usize..end as usize])
                    }
                    ErrorText::None => String::new(),
                };
                let class = error.class().name();
                format!(
                    "{class}\t{}\t{}\t{}\t{}\t{error}\t{text}",
                    error.line, error.column, error.end_line, error.end_column
                )
            }
        };
        writeln!(out, "{line}").expect("output");
    }
}
