//! `cargo xtask test`: everything that is tested, in order, with a table at the end.

use crate::{
    booted, conformance, desktop, device, difference, fuzz, generated, need, port, requirement, size, vibeos,
};
use std::process::{Command, Stdio};
use std::time::Instant;

/// One part of the tests.
struct Step {
    name: &'static str,
    run: fn() -> Result<(), String>,
}

const STEPS: &[Step] = &[
    Step { name: "tools", run: need::tools },
    Step { name: "format", run: format },
    Step { name: "crates", run: crates },
    Step { name: "requirements", run: || requirement::requirements(&["--check".to_owned()]) },
    Step { name: "conformance", run: conformance },
    Step { name: "differences", run: || difference::differences(&[]) },
    Step { name: "generated", run: same_cases },
    Step { name: "fuzz", run: || fuzz::fuzz(&[]) },
    Step { name: "targets", run: size::targets },
    Step { name: "size", run: || size::size(&[]) },
    Step { name: "boot", run: || booted::booted(&[]) },
    Step { name: "cortex-m", run: port::test_cortex_m },
    Step { name: "cortex-m-small", run: port::test_small },
    Step { name: "device-cortex-m", run: device::test },
    Step { name: "mpremote", run: mpremote },
    Step { name: "desktop", run: desktop::test },
    Step { name: "vibeos", run: vibeos::test },
    Step { name: "bajo for C", run: bajo_c },
    Step { name: "bajo for Python", run: bajo_python },
];

/// `[STEP...]`: all steps, or those named.
pub fn test(args: &[String]) -> Result<(), String> {
    let known = |name: &String| STEPS.iter().any(|step| step.name == *name);
    if let Some(unknown) = args.iter().find(|a| !known(a)) {
        let names: Vec<&str> = STEPS.iter().map(|s| s.name).collect();
        return Err(format!("no step {unknown:?}; there are: {}", names.join(", ")));
    }
    let mut rows = Vec::new();
    for step in STEPS.iter().filter(|s| args.is_empty() || args.iter().any(|a| a == s.name)) {
        println!("== {}", step.name);
        let started = Instant::now();
        let result = (step.run)();
        if let Err(message) = &result {
            println!("{message}");
        }
        rows.push((step.name, started.elapsed().as_secs(), result.is_ok()));
    }
    println!("\n| step | seconds | result |\n|---|---|---|");
    for (name, seconds, ok) in &rows {
        println!("| {name} | {seconds} | {} |", if *ok { "passed" } else { "FAILED" });
    }
    let failed = rows.iter().filter(|row| !row.2).count();
    println!("{} passed, {failed} failed", rows.len() - failed);
    if failed == 0 { Ok(()) } else { Err(String::new()) }
}

/// Runs a command; its output goes where ours goes.
fn command(program: &str, args: &[&str]) -> Result<(), String> {
    let status = Command::new(program).args(args).status().map_err(|e| format!("{program}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {program} {}", args.join(" "))) }
}

/// All code is laid out by `cargo fmt`, which is a part of rustup or a package of Debian's.
fn format() -> Result<(), String> {
    let there = || {
        let ask = Command::new("cargo")
            .args(["fmt", "--version"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        ask.is_ok_and(|status| status.success())
    };
    if !there() && need::have("rustup") {
        command("rustup", &["component", "add", "rustfmt"])?;
    }
    if !there() {
        need::provide(&[need::Need {
            program: "rustfmt",
            package: "rustfmt",
            purpose: "the layout of the code",
        }])?;
    }
    command("cargo", &["fmt", "--all", "--check"])
}

fn crates() -> Result<(), String> {
    command("cargo", &["test", "--workspace", "--quiet", "--no-fail-fast"])
}

/// The same cases every time; `cargo xtask generated` alone makes new ones.
fn same_cases() -> Result<(), String> {
    generated::generated(&["--seed".to_owned(), "311".to_owned()])
}

fn conformance() -> Result<(), String> {
    conformance::conformance(&["--all-modes".to_owned()])
}

/// The prompt of a simulated device, as the tool of MicroPython sees it.
fn mpremote() -> Result<(), String> {
    command("cargo", &["build", "--quiet", "--package", "hognose-cli"])?;
    command("python3", &["tests/mpremote/run.py", "target/debug/hognose", "target/mpremote"])
}

fn bajo_c() -> Result<(), String> {
    command("cargo", &["test", "--quiet", "--release", "--manifest-path", "bindings/c/Cargo.toml"])
}

fn bajo_python() -> Result<(), String> {
    command("python3", &["bindings/python/tests/run.py"])
}
