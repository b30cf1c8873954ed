//! The program in the docs does what the docs say.

mod support;

use std::process::Command;
use support::{gcc, library, run, scratch};

/// The text between a line and the next line of three backticks.
fn block<'a>(page: &'a str, open: &str) -> &'a str {
    let (_, rest) = page.split_once(open).unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn the_program_in_the_docs() {
    let page = include_str!("../../../docs/bajo/c.md");
    let folder = scratch("docs");
    let (file, to) = (folder.join("docs.c"), folder.join("docs"));
    std::fs::write(&file, block(page, "```c\n")).unwrap();
    run(gcc("gcc").arg(&file).arg(library().join("libbajo.a")).arg("-o").arg(&to));
    let output = run(&mut Command::new(&to)).stdout;
    assert_eq!(String::from_utf8(output).unwrap(), block(page, "```text\n"));
}
