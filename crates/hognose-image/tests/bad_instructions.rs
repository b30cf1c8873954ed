//! Code that the checker refuses, each with its verdict: `tests/bad/instructions.txt`.

mod common;
use common::{assemble, verdict};
use std::fmt::Write;

const TABLE: &str = include_str!("bad/instructions.txt");

/// A whole program around the code of the line.
fn program(code: &str) -> String {
    let names = ["@0"; 256].join(", ");
    format!(
        ".constants\n@0 \"m\"\n@1 \"f\"\n@2 12\n@3 (@0, @1)\n@4 (@0, @2)\n@5 1.5\n@6 \"m2\"\n@7 ({names})\n@8 (@3, @3)\n\
         .module @0 @0 #1\n.module @6 @0 #3\n\
         .code #0 @1\n{}\n\
         .code #1 @0\n.flags namespace\nnone\nreturn\n\
         .code #2 @1\n.free m\nload_cell m\nreturn\n\
         .code #3 @0\n.of 1\n.flags namespace\nnone\nreturn\n",
        code.replace(" | ", "\n")
    )
}

#[test]
fn the_program_around_is_good() {
    assert_eq!(verdict(&assemble("around", &program("none | return"))), "");
}

#[test]
fn bad_code_is_refused_with_the_right_words() {
    let mut found = String::new();
    let mut count = 0;
    for line in TABLE.lines() {
        let Some((code, _)) = line.split_once(" =>").filter(|_| !line.starts_with("# ")) else {
            writeln!(found, "{line}").unwrap();
            continue;
        };
        let verdict = verdict(&assemble(code, &program(code)));
        writeln!(found, "{code} => {}", if verdict.is_empty() { "NOT REFUSED" } else { &verdict }).unwrap();
        count += 1;
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bad/instructions.txt"), &found).unwrap();
        return;
    }
    assert!(!found.contains("NOT REFUSED"));
    for (found, wanted) in found.lines().zip(TABLE.lines()) {
        assert_eq!(found, wanted);
    }
    assert!(count >= 200, "{count} codes");
}
