//! `cargo xtask fuzz`: the targets of `fuzz/`, built with coverage on stable Rust and run for a while each.
//!
//! libfuzzer-sys brings its own libFuzzer, and rustc has the pass that counts edges; a sanitizer is not needed, since the crates
//! have no unsafe code. So no other toolchain than that of the workspace is used.

use crate::corpus;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What makes the compiler count edges and comparisons.
const FLAGS: &[&str] = &[
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// A target and the longest input that it makes.
const TARGETS: &[(&str, u32)] = &[
    ("source", 2000),
    ("image", 4096),
    ("snapshot", 300),
    ("regex", 300),
    ("bajo_run", 1000),
    ("bajo_check", 1000),
    ("bajo_decode", 1000),
    ("bajo_assemble", 600),
];

/// Seconds for a target, if not said otherwise.
const SECONDS: u32 = 60;
/// Longest time for one input, seconds.
const LONGEST: u32 = 10;
/// Targets that run at the same time.
const JOBS: usize = 2;
/// Lines of a failed run that are shown.
const SHOWN: usize = 40;

/// `[--seconds N] [TARGET...]`
pub fn fuzz(args: &[String]) -> Result<(), String> {
    let mut seconds = SECONDS;
    let mut names = Vec::new();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        if arg == "--seconds" {
            seconds = rest.next().and_then(|n| n.parse().ok()).ok_or("--seconds takes a number")?;
        } else {
            names.push(arg.as_str());
        }
    }
    let known = |name: &&&str| TARGETS.iter().any(|target| target.0 == **name);
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        return Err(format!("there is no target {unknown}"));
    }
    let chosen: Vec<_> = TARGETS.iter().filter(|t| names.is_empty() || names.contains(&t.0)).collect();
    let root = corpus::folder()?.join("../..").canonicalize().map_err(|e| e.to_string())?;
    let programs = build(&root)?;
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..JOBS {
            scope.spawn(|| {
                while let Some(&&(name, longest)) = chosen.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let line = match run(&root, &programs, name, longest, seconds) {
                        Ok(line) => line,
                        Err(why) => {
                            failures.lock().unwrap_or_else(|e| e.into_inner()).push(name);
                            why
                        }
                    };
                    println!("{name}: {line}");
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap_or_else(|e| e.into_inner());
    if failures.is_empty() { Ok(()) } else { Err(format!("failed: {}", failures.join(", "))) }
}

/// Builds all targets; gives the folder of the programs.
fn build(root: &Path) -> Result<PathBuf, String> {
    let target = root.join("target/fuzz");
    let host = host()?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // With a target named, flags are for the targets alone and not for what only builds.
    let done = Command::new(cargo)
        .args(["build", "--release", "--quiet", "--target", &host, "--manifest-path"])
        .arg(root.join("fuzz/Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .env("RUSTFLAGS", FLAGS.join(" "))
        .status()
        .map_err(|e| format!("cargo: {e}"))?;
    if !done.success() {
        return Err("the fuzz targets do not build".to_owned());
    }
    Ok(target.join(host).join("release"))
}

/// The target triple of this machine.
fn host() -> Result<String, String> {
    let said = Command::new("rustc").arg("-vV").output().map_err(|e| format!("rustc: {e}"))?;
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned).ok_or("rustc does not say its host".to_owned())
}

/// Runs one target; a line about it.
fn run(root: &Path, programs: &Path, name: &str, longest: u32, seconds: u32) -> Result<String, String> {
    let found = root.join("target/fuzz/corpus").join(name);
    let artifacts = root.join("fuzz/artifacts").join(name);
    for folder in [&found, &artifacts] {
        fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    let mut command = Command::new(programs.join(name));
    command
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-max_len={longest}"))
        .arg(format!("-timeout={LONGEST}"))
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .args(["-rss_limit_mb=2048", "-print_final_stats=1"]);
    let words = root.join("fuzz").join(format!("{name}.dict"));
    if words.exists() {
        command.arg(format!("-dict={}", words.display()));
    }
    // New inputs go to the first folder, the seeds of the tree are only read.
    command.arg(&found);
    let seeds = root.join("fuzz/corpus").join(name);
    if seeds.is_dir() {
        command.arg(seeds);
    }
    let done = command.stdin(Stdio::null()).output().map_err(|e| format!("{name}: {e}"))?;
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    let figure = |what: &str| {
        let line = said.lines().rev().find_map(|line| line.strip_prefix(what));
        line.map_or("?", str::trim).to_owned()
    };
    if done.status.success() {
        let runs = figure("stat::number_of_executed_units:");
        return Ok(format!(
            "{runs} inputs in {seconds} s, {} kept",
            fs::read_dir(&found).map_or(0, Iterator::count)
        ));
    }
    let lines: Vec<&str> = said.lines().collect();
    let tail = lines[lines.len().saturating_sub(SHOWN)..].join("\n");
    Err(format!("{}\n{tail}", done.status))
}
