//! Prints the tree of a program: `cargo run --example dump_tree -- FILE...`.
//!
//! With several files it prints, for each, how long it took and how much memory its largest statement needed.

#[path = "../tests/support/dump.rs"]
mod dump;

use std::process::ExitCode;

fn main() -> ExitCode {
    let names: Vec<String> = std::env::args().skip(1).collect();
    let mut code = ExitCode::SUCCESS;
    for name in &names {
        let source = match std::fs::read(name) {
            Ok(source) => source,
            Err(error) => {
                eprintln!("{name}: {error}");
                code = ExitCode::FAILURE;
                continue;
            }
        };
        match dump::dump_program(&source) {
            Ok(text) if names.len() == 1 => print!("{text}"),
            Ok(text) => {
                if std::fs::write(format!("{name}.hognose"), text).is_err() {
                    code = ExitCode::FAILURE;
                }
            }
            Err(error) => {
                println!("{name}:{}:{}: {}: {error}", error.line, error.column, error.class().name());
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}
