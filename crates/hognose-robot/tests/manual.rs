//! The tables of `docs/robot.md` are made of the declarations. `HOGNOSE_WRITE=1` writes them.

use hognose_robot::words::TABLE;
use hognose_robot::{Robot, python};
use std::fmt::Write;
use std::path::PathBuf;

const MARK: &str = "<!-- made from the declarations: what follows is not written by hand -->\n";

fn tables() -> String {
    let mut text = String::new();
    text.push_str("\n## Functions for Python\n");
    for module in python::DECLARED {
        let module = &module.declaration;
        let _ = write!(
            text,
            "\n### {}\n\n{}\n\n| call | what it does | arguments |\n|---|---|---|\n",
            module.name, module.doc
        );
        for function in module.functions {
            let signature = function.help.lines().next().unwrap_or("");
            let limits: Vec<String> = function
                .parameters
                .iter()
                .filter_map(|p| {
                    let line =
                        function.help.lines().find(|line| line.starts_with(&format!("{}:", p.name)))?;
                    Some(line.to_string())
                })
                .collect();
            let unit = if function.unit.is_empty() { String::new() } else { format!(" ({})", function.unit) };
            let doc = function.doc.replace('\n', " ").replace('|', "\\|");
            let _ = writeln!(text, "| `{signature}`{unit} | {doc} | {} |", limits.join("<br>"));
        }
        if !module.constants.is_empty() {
            let names: Vec<String> = module.constants.iter().map(|c| format!("`{}`", c.name)).collect();
            let _ = writeln!(text, "\nConstants: {}.", names.join(", "));
        }
    }
    text.push_str("\n## Functions for Bajo\n\n| number | function | gives |\n|---|---|---|\n");
    for entry in TABLE {
        let parameters: Vec<String> = entry
            .parameters
            .iter()
            .map(|(name, default)| match default {
                Some(value) => format!("{name} = {value}"),
                None => (*name).to_string(),
            })
            .collect();
        let _ = writeln!(
            text,
            "| `{:#05x}` | {}({}) | {} |",
            entry.number,
            entry.name,
            parameters.join(", "),
            entry.results
        );
    }
    text
}

#[test]
fn the_manual_is_that_of_the_declarations() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/robot.md");
    let page = std::fs::read_to_string(&path).expect("readable");
    let (head, tail) = page.split_once(MARK).expect("the mark is there");
    if std::env::var_os("HOGNOSE_WRITE").is_some() {
        std::fs::write(&path, format!("{head}{MARK}{}", tables())).expect("writable");
        return;
    }
    assert!(tail == tables(), "docs/robot.md is old: run this test with HOGNOSE_WRITE=1");
}

/// What a robot takes of a small machine's memory.
#[test]
fn a_robot_is_small() {
    let size = std::mem::size_of::<Robot>();
    assert!(size <= 7 * 1024, "{size} bytes");
}
