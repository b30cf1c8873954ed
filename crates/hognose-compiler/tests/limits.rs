//! Little memory, little native stack, large and deep sources.

mod support;

use hognose_compiler::{CompileErrorKind, Problem, Request, compile};
use support::{PLENTY, checked, files, image, top};

/// The fewest bytes a program compiles in.
fn least(source: &str) -> usize {
    let request = Request::new(source.as_bytes(), "main.py");
    let (mut low, mut high) = (1, PLENTY / 8);
    while low < high {
        let middle = (low + high) / 2;
        let mut memory = vec![0; middle];
        match compile(&request, &mut memory) {
            Ok(_) => high = middle,
            Err(error) => {
                assert_eq!(error.kind, CompileErrorKind::OutOfMemory);
                low = middle + 1;
            }
        }
    }
    low * 8
}

#[test]
fn a_line_compiles_in_little_memory() {
    let bytes = least("print(\"hi\")\n");
    assert!(bytes <= 512, "{bytes} bytes");
}

/// Programs of some hundred lines compile in 16 KB.
#[test]
fn a_hundred_lines_compile_in_sixteen_kilobytes() {
    let mut count = 0;
    for path in files(&top().join("tests/conformance/programs"), "py") {
        let source = std::fs::read_to_string(&path).unwrap();
        let lines = source.lines().count();
        if !(80..=110).contains(&lines) {
            continue;
        }
        count += 1;
        let bytes = least(&source);
        assert!(bytes <= 16 << 10, "{}: {lines} lines, {bytes} bytes", path.display());
    }
    assert!(count >= 5, "{count} programs of that size");
}

/// What compiles in some memory compiles in more, and to the same bytes.
#[test]
fn more_memory_never_hurts() {
    let source = std::fs::read_to_string(top().join("benches/programs/fannkuch.py")).unwrap();
    let request = Request::new(source.as_bytes(), "main.py");
    let least = least(&source) / 8;
    let expected = image(&request, &mut vec![0; PLENTY / 8]).unwrap();
    for size in least..3 * least {
        assert_eq!(image(&request, &mut vec![0; size]).as_deref(), Ok(expected.as_slice()), "{size} words");
    }
    for size in 0..least {
        let error = compile(&request, &mut vec![0; size]).unwrap_err();
        assert_eq!(error.kind, CompileErrorKind::OutOfMemory, "{size} words");
    }
}

/// Runs on a thread with a native stack of this many bytes.
fn with_stack(bytes: usize, run: fn()) {
    std::thread::Builder::new().stack_size(bytes).spawn(run).unwrap().join().unwrap();
}

fn compiles(source: &str) {
    let mut memory = vec![0; PLENTY / 8];
    let len = compile(&Request::new(source.as_bytes(), "deep.py"), &mut memory).unwrap_or_else(|error| {
        panic!("{error} at {}:{} of {}", error.line, error.column, &source[..source.len().min(60)])
    });
    let bytes: Vec<u8> = memory.iter().flat_map(|word| word.to_ne_bytes()).take(len).collect();
    checked(&bytes);
}

/// Compiles, or ends with an error that says what there is too much of.
fn compiles_or_says_why(source: &str) {
    let mut memory = vec![0; PLENTY / 8];
    match compile(&Request::new(source.as_bytes(), "deep.py"), &mut memory) {
        Ok(len) => {
            let bytes: Vec<u8> = memory.iter().flat_map(|word| word.to_ne_bytes()).take(len).collect();
            let image = hognose_image::Image::parse(&bytes).unwrap();
            let mut scratch = vec![0; hognose_image::check_scratch_words(&image)];
            // The stack of the code may be deeper than images allow.
            let _ = hognose_image::check(&image, &mut scratch);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

const NATIVE: usize = 64 << 10;

#[test]
fn long_chains() {
    with_stack(NATIVE, || {
        let many = 100_000;
        compiles(&format!("x = a{}\n", " + a".repeat(many)));
        compiles(&format!("x = 1{}\n", " + 1".repeat(many)));
        compiles(&format!("x = a{}\n", " and a".repeat(many)));
        compiles(&format!("x = a{}\n", " < a".repeat(many)));
        compiles(&format!("x = a{}\n", ".a".repeat(many)));
        compiles(&format!("x = a{}\n", "[0]".repeat(many)));
        compiles(&format!("x = a{}\n", "()".repeat(many)));
        compiles(&format!("if a{}: pass\n", " or a".repeat(many)));
        compiles(&format!("x = {}a\n", "b if c else ".repeat(many)));
        compiles(&format!("x = {}a\n", "not ".repeat(many)));
        compiles(&format!("x = {}a\n", "-".repeat(many)));
        compiles(&format!("{}x\n", "x = ".repeat(many)));
        compiles(&format!("if a: pass\n{}", "elif b: pass\n".repeat(10_000)));
    });
}

#[test]
fn deep_nests() {
    with_stack(NATIVE, || {
        let deep = 5_000;
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("f(", ")"), ("(a, ", ")"), ("{0: ", "}")] {
            // Python's own parser allows 200 brackets.
            let source = format!("x = {}a{}\n", open.repeat(deep), close.repeat(deep));
            let mut memory = vec![0; PLENTY / 8];
            let request = Request::new(source.as_bytes(), "deep.py");
            assert!(compile(&request, &mut memory).is_err(), "{open}");
            compiles(&format!("x = {}a{}\n", open.repeat(150), close.repeat(150)));
        }
        compiles_or_says_why(&format!("x = {}a\n", "lambda: ".repeat(1_000)));
        compiles_or_says_why(&format!("x = {}a{}\n", "[".repeat(150), " for a in b]".repeat(150)));
        compiles_or_says_why(&format!("match a:\n case {}a{}: pass\n", "[".repeat(150), "]".repeat(150)));
        compiles_or_says_why(&format!("x: {}a\n", "-".repeat(deep)));
        compiles_or_says_why(&format!("from __future__ import annotations\nx: {}a\n", "-".repeat(deep)));
        let mut nested = String::new();
        for depth in 0..90 {
            nested.push_str(&" ".repeat(depth));
            nested.push_str("def f():\n");
        }
        nested.push_str(&" ".repeat(90));
        nested.push_str("pass\n");
        compiles(&nested);
        compiles(&nested.replace("def f():", "class f:"));
        compiles(&nested.replace("def f():", "if a:"));
    });
}

#[test]
fn long_displays() {
    with_stack(NATIVE, || {
        let many = 20_000;
        for (open, item, close) in [
            ("(", "1, ", ")"),
            ("(", "a, ", ")"),
            ("[", "1, ", "]"),
            ("[", "a, ", "]"),
            ("{", "1, ", "}"),
            ("{", "a, ", "}"),
            ("{", "1: a, ", "}"),
            ("{", "**a, ", "}"),
            ("[", "*a, ", "]"),
            ("f(", "a, ", ")"),
            ("f(", "*a, ", ")"),
            ("f(", "**a, ", ")"),
            ("(", "'a' ", ")"),
            ("(", "f'{a}' ", ")"),
        ] {
            compiles(&format!("x = {open}{}{close}\n", item.repeat(many)));
        }
        let keywords: String = (0..1_000).map(|index| format!("k{index}=1, ")).collect();
        compiles(&format!("f({keywords})\n"));
        let names: String = (0..1_000).map(|index| format!("v{index}, ")).collect();
        compiles(&format!("def f({names}): pass\n"));
        compiles(&format!("{names} = x\n"));
        compiles(&format!("from a import ({names})\n"));
        compiles(&format!("del {names}\n"));
    });
}

#[test]
fn blocks_are_limited_as_in_python() {
    let nest = |count: usize| {
        let mut source = String::new();
        for depth in 0..count {
            source.push_str(&" ".repeat(depth));
            source.push_str("while a:\n");
        }
        source.push_str(&" ".repeat(count));
        source.push_str("pass\n");
        source
    };
    compiles(&nest(20));
    let source = nest(21);
    let error = compile(&Request::new(source.as_bytes(), "deep.py"), &mut vec![0; 1 << 16]).unwrap_err();
    assert_eq!(error.kind, CompileErrorKind::Program(Problem::TooManyBlocks));
    assert_eq!((error.line, error.column), (21, 21));
}

/// The name of a scope tells all scopes around it, so their number is bounded.
#[test]
fn scopes_are_limited() {
    compiles(&format!("x = {}1\n", "lambda: ".repeat(200)));
    let source = format!("x = {}1\n", "lambda: ".repeat(5000));
    let error = compile(&Request::new(source.as_bytes(), "deep.py"), &mut vec![0; 1 << 20]).unwrap_err();
    assert_eq!(error.kind, CompileErrorKind::Program(Problem::TooManyScopes));
    assert_eq!(error.line, 1);
}

/// `finally` is written once for every way out: nested ones grow without end, and stop at the memory.
#[test]
fn nested_finally_stops_at_the_memory() {
    let mut source = String::from("def f():\n");
    for depth in 1..=19 {
        source.push_str(&" ".repeat(depth));
        source.push_str("try: return\n");
        source.push_str(&" ".repeat(depth));
        source.push_str("finally:\n");
    }
    source.push_str(&" ".repeat(20));
    source.push_str("pass\n");
    let error = compile(&Request::new(source.as_bytes(), "deep.py"), &mut vec![0; 1 << 16]).unwrap_err();
    assert_eq!(error.kind, CompileErrorKind::OutOfMemory);
}
