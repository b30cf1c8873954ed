//! The tables of `docs/vibe.md` are made from the declarations. With `HOGNOSE_RECORD` set they are written anew.

use hognose::declare::{Function, Kind, Literal};
use hognose_vibe::VIBE;
use std::fmt::Write;
use std::path::Path;

const START: &str = "<!-- made from the declarations: start -->\n";
const END: &str = "<!-- end -->";

fn call(function: &Function) -> String {
    let mut text = format!("{}(", function.name);
    for (i, parameter) in function.parameters.iter().enumerate() {
        let gap = if i > 0 { ", " } else { "" };
        let _ = write!(text, "{gap}{}", parameter.name);
        match parameter.default {
            Some(Literal::Int(n)) => drop(write!(text, "={n}")),
            Some(Literal::Bool(on)) => drop(write!(text, "={}", if on { "True" } else { "False" })),
            Some(_) => text.push_str("=()"),
            None => {}
        }
    }
    text.push(')');
    text
}

fn tables() -> String {
    let mut text = String::from("| call | result | what it does |\n|---|---|---|\n");
    for function in VIBE.declaration.functions {
        let result = if function.result == Kind::Any { "" } else { function.result.name() };
        let waits = if function.pending { " *" } else { "" };
        let _ = writeln!(text, "| `{}`{waits} | {result} | {} |", call(function), function.doc);
    }
    text.push_str("\n| constant | value |\n|---|---|\n");
    for constant in VIBE.declaration.constants {
        let Literal::Int(n) = constant.value else { continue };
        let shown =
            if constant.doc == "A colour." { format!("0x{n:06X}") } else { format!("{n}: {}", constant.doc) };
        let _ = writeln!(text, "| `{}` | {shown} |", constant.name);
    }
    text
}

#[test]
fn the_manual_has_every_function_as_it_is_declared() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/vibe.md");
    let page = std::fs::read_to_string(&path).expect("the manual");
    let (before, rest) = page.split_once(START).expect("a start");
    let (found, after) = rest.split_once(END).expect("an end");
    let wanted = tables();
    if std::env::var_os("HOGNOSE_RECORD").is_some() {
        std::fs::write(&path, format!("{before}{START}{wanted}{END}{after}")).expect("written");
        return;
    }
    assert_eq!(found, wanted, "docs/vibe.md is not as the functions are declared");
}
