//! What firmware for a program has to have.

use hognose::{Budget, Engine, Outcome};
use std::collections::BTreeSet;

fn names(source: &str) -> BTreeSet<String> {
    let mut block = vec![0; 1 << 16];
    let mut engine = Engine::new(&mut block).unwrap();
    engine.load_source(source, "main.py").unwrap();
    assert_eq!(engine.run(Budget::UNLIMITED), Outcome::Finished);
    let mut names = BTreeSet::new();
    engine.names(&mut |name| {
        names.insert(name.to_owned());
    });
    names
}

fn assert_has(names: &BTreeSet<String>, wanted: &[&str]) {
    for name in wanted {
        assert!(names.contains(*name), "{name}: {names:?}");
    }
}

fn assert_has_not(names: &BTreeSet<String>, unwanted: &[&str]) {
    for name in unwanted {
        assert!(!names.contains(*name), "{name}: {names:?}");
    }
}

#[test]
fn attributes_functions_instructions_and_operators_that_a_program_has() {
    let names = names("found = [1]\nfound.append(2 * 3)\nn = len(found)\n");
    assert_has(&names, &["append", "len", "op int", "op load_method"]);
    assert_has_not(&names, &["pop", "print", "op **", "op yield", "complex", "str %"]);
}

#[test]
fn what_a_program_has_but_did_not_run_too() {
    let names = names("def f(x):\n    return x.upper() ** 2\n");
    assert_has(&names, &["upper", "op **", "op make_function"]);
}

#[test]
fn functions_of_the_library_only_when_they_ran_and_with_what_is_in_them() {
    let unused = names("n = 1\n");
    let used = names("n = sorted(iter(str(i) for i in range(3)), key=len)\n");
    assert!(unused.iter().all(|name| !name.starts_with("_") || name.starts_with("__")), "{unused:?}");
    assert!(used.iter().any(|name| name.starts_with("_builtin_") || name.starts_with("_sort")), "{used:?}");
    assert_has(&used, &["sorted", "key", "op yield"]);
}

#[test]
fn families_that_constants_and_functions_bring() {
    assert_has(&names("z = 1j\n"), &["complex"]);
    assert_has(&names("t = 'a %s'\n"), &["str %"]);
    assert_has(&names("n = pow(2, 3)\n"), &["op **", "op %"]);
}

#[test]
fn docs_that_the_compiler_stores_are_no_use_of_docs() {
    assert_has_not(&names("'A doc.'\n"), &["__doc__"]);
    assert_has(&names("'A doc.'\nn = len.__doc__\n"), &["__doc__"]);
}
