//! The language without the library's modules: programs that import nothing do the same with the smaller image.

use hognose::{Budget, Captured, Engine, ModuleDef, Outcome};
use std::path::{Path, PathBuf};

/// What the language has in tables of its own.
const ALONE: &[&ModuleDef] = &[hognose::COMPLEX];

const FUEL: u64 = 3_000_000;

/// What a program prints, and how it ends.
fn run(
    source: &str,
    modules: &'static [&'static ModuleDef],
    frozen: &'static [u8],
) -> (String, String, Outcome) {
    let mut block = vec![0; 1 << 18];
    let mut output = Captured::<16384>::new();
    let mut engine = Engine::with_frozen(&mut block, modules, frozen).unwrap();
    engine.set_host(&mut output);
    let outcome = match engine.load_source(source, "main.py") {
        Ok(()) => engine.run(Budget::fuel(FUEL)),
        Err(_) => Outcome::Failed,
    };
    let error = if outcome == Outcome::Failed { engine.result().type_name().to_vec() } else { Vec::new() };
    drop(engine);
    (output.text().to_owned(), String::from_utf8(error).unwrap(), outcome)
}

fn programs(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            programs(&path, found);
        } else if path.extension().is_some_and(|e| e == "py") {
            found.push(path);
        }
    }
}

#[test]
fn programs_without_imports_do_the_same() {
    let mut all = Vec::new();
    programs(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/conformance"), &mut all);
    all.sort();
    let (mut compared, mut wrong) = (0, Vec::new());
    for path in all {
        let source = std::fs::read_to_string(&path).unwrap();
        if source.contains("import") {
            continue;
        }
        let whole = run(&source, hognose::LIBRARY, hognose::FROZEN);
        if run(&source, ALONE, hognose::LANGUAGE) != whole {
            wrong.push(path);
        }
        compared += 1;
    }
    assert!(wrong.is_empty(), "these do something else without the library: {wrong:?}");
    assert!(compared > 200, "only {compared} programs import nothing");
}

#[test]
fn powers_of_complex_numbers_can_be_left_out() {
    for (source, alone) in [
        ("print(2j ** 2)", ""),
        ("print(2j ** 0.5)", "NotImplementedError"),
        ("print((-8) ** 0.5)", "NotImplementedError"),
    ] {
        let (whole, error, _) = run(source, ALONE, hognose::LANGUAGE);
        assert_eq!((error.as_str(), whole.is_empty()), ("", false), "{source}");
        assert_eq!(run(source, &[], hognose::LANGUAGE).1, alone, "{source}");
    }
}

#[test]
fn modules_of_the_library_are_not_there() {
    let (_, error, outcome) = run("import json", &[], hognose::LANGUAGE);
    assert_eq!((error.as_str(), outcome), ("ModuleNotFoundError", Outcome::Failed));
}
