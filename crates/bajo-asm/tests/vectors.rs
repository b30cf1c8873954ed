//! Every program of the vector file: bytes, listing, layout, errors.

mod support;

use bajo_asm::{FaultKind, assemble};
use serde_json::Value;
use support::{Builder, cases, env, kernel, unhex};

/// The class the original raises for a fault, as the vectors call it.
fn class(kind: &FaultKind) -> &'static str {
    match kind {
        FaultKind::Duplicate { .. } => "DuplicateDefError",
        FaultKind::Detached { .. } => "DetachedLabelError",
        FaultKind::Missing { .. } => "MissingDefError",
        FaultKind::Register { .. } => "KeyError",
        FaultKind::Operand { .. } => "AttributeError",
        FaultKind::Count { .. } | FaultKind::Item { .. } => "TypeError",
        FaultKind::Address { .. } | FaultKind::Value { .. } => "AssertionError",
        FaultKind::Data { .. } => "OverflowError",
        FaultKind::Zero { .. } => "ZeroDivisionError",
        FaultKind::Outside { .. } | FaultKind::Fit { .. } | FaultKind::Long { .. } => "AddrError",
        FaultKind::Empty => "IndexError",
        FaultKind::Huge { .. } | FaultKind::Lazy { .. } | FaultKind::Unstable => "none",
    }
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn programs() {
    let (mut good, mut bad, mut rescued) = (0, 0, 0);
    for case in cases().iter().filter(|c| c.get("program").is_some()) {
        let name = case["name"].as_str().unwrap();
        let mut builder = Builder::default();
        let code = builder.code(&case["program"]);
        let result = assemble(code, env(&case["env"]));
        match (case.get("error").and_then(Value::as_str), result) {
            // What the original gives up on gets a layout here.
            (Some("BuildError"), Ok(assembly)) => {
                assert!(assembly.is_grown(), "{name}");
                rescued += 1;
            }
            (Some(error), Err(faults)) => {
                assert_eq!(
                    faults.0.iter().map(|f| class(&f.kind)).collect::<Vec<_>>(),
                    [error],
                    "{name}: {faults}"
                );
                bad += 1;
            }
            (Some(error), Ok(_)) => panic!("{name}: no {error}"),
            (None, Err(faults)) => panic!("{name}: {faults}"),
            (None, Ok(assembly)) => {
                assert_eq!(assembly.code(), unhex(case["code_hex"].as_str().unwrap()), "{name}");
                let range = assembly.code_range();
                assert_eq!(serde_json::json!([range.lo, range.hi]), case["code_range"], "{name}");
                if let Some(listing) = case.get("listing") {
                    assert_eq!(assembly.listing(), listing.as_str().unwrap(), "{name}");
                }
                if let Some(hash) = case.get("listing_sha256") {
                    let listing = assembly.listing();
                    assert_eq!(
                        listing.chars().count() as u64,
                        case["listing_chars"].as_u64().unwrap(),
                        "{name}"
                    );
                    assert_eq!(sha256(&listing), hash.as_str().unwrap(), "{name}");
                }
                if let Some(layout) = case.get("layout") {
                    let mut labels = assembly.labels();
                    labels.sort();
                    let mut expected: Vec<_> = layout.as_object().unwrap().iter().collect();
                    expected.sort_by_key(|(name, _)| *name);
                    assert_eq!(labels.len(), expected.len(), "{name}");
                    for ((label, address), (wanted, at)) in labels.iter().zip(expected) {
                        assert_eq!((label, *address), (wanted, at.as_i64().unwrap()), "{name}");
                    }
                }
                assert!(!assembly.is_grown(), "{name}");
                good += 1;
            }
        }
    }
    println!("{good} programs, {bad} errors, {rescued} rescued");
    assert!(good > 400 && bad > 20 && rescued == 1);
}

#[test]
fn kernels() {
    for name in ["loop", "sieve", "fib", "matmul"] {
        let (program, bytes) = kernel(name);
        let code = Builder::default().code(&program["program"]);
        let assembly = assemble(code, env(&program["env"])).unwrap_or_else(|f| panic!("{name}: {f}"));
        assert_eq!(assembly.code(), bytes, "{name}");
    }
}
