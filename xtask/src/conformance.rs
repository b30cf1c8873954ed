//! `cargo xtask conformance`: runs the corpus with `hognose` and compares with what CPython printed.
//!
//! With `--all-modes` each program runs in every mode of [`MODES`]; output and fuel must be the same in all of them.

use crate::corpus::{self, Program};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Ways to run a program: name and options for `hognose`.
const MODES: &[(&str, &[&str])] = &[
    ("normal", &[]),
    ("moving", &["--rig", "move"]),
    ("sliced", &["--rig", "slice"]),
    ("image", &["--rig", "image"]),
];

/// Longest time for one program in one mode.
const LIMIT: Duration = Duration::from_secs(120);

/// What one run printed.
#[derive(Default, PartialEq, Eq)]
struct Run {
    out: String,
    err: String,
    status: i32,
    /// Fuel that it took, as it says itself; empty when that was not asked.
    fuel: String,
}

/// `[--all-modes] [--dev] [--show] [FILTER...]`
pub fn conformance(args: &[String]) -> Result<(), String> {
    let all = args.iter().any(|a| a == "--all-modes");
    let show = args.iter().any(|a| a == "--show");
    let filters: Vec<String> = args.iter().filter(|a| !a.starts_with("--")).cloned().collect();
    let command = if args.iter().any(|a| a == "--dev") { build_profile("dev", "debug")? } else { build()? };
    let programs = corpus::programs(&corpus::folder()?, &filters)?;
    let modes = if all { MODES } else { &MODES[..1] };
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    let started = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, |n| n.get()) {
            scope.spawn(|| {
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    let Some(program) = programs.get(i) else { return };
                    for (m, why) in check_modes(&command, program, modes) {
                        let first = why.lines().next().unwrap_or("");
                        let line = format!("{} [{}]: {first}", program.title(), modes[m].0);
                        let mut failures = failures.lock().unwrap_or_else(|e| e.into_inner());
                        failures.push((i, m, line, why));
                    }
                }
            });
        }
    });
    let mut failures = failures.into_inner().unwrap_or_else(|e| e.into_inner());
    failures.sort();
    let mut out = std::io::stdout().lock();
    for (.., line, why) in &failures {
        let _ = writeln!(out, "{}", if show { why } else { line });
    }
    println!("{} modes, {:.0} s", modes.len(), started.elapsed().as_secs_f64());
    let bad = (0..programs.len()).filter(|i| failures.iter().any(|f| f.0 == *i)).count();
    println!("{} passed, {} failed", programs.len() - bad, failures.len());
    if failures.is_empty() { Ok(()) } else { Err(String::new()) }
}

/// Builds the command and gives its path.
pub fn build() -> Result<PathBuf, String> {
    build_profile("release", "release")
}

/// The same in a profile, which goes to that folder.
pub fn build_profile(profile: &str, folder: &str) -> Result<PathBuf, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let done = Command::new(&cargo)
        .args(["build", "--quiet", "--profile", profile, "-p", "hognose-cli"])
        .status()
        .map_err(|e| format!("cargo: {e}"))?;
    if !done.success() {
        return Err("the command does not build".to_owned());
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let path = target.join(folder).join("hognose");
    path.canonicalize().map_err(|e| format!("{}: {e}", path.display()))
}

/// What is wrong, by mode. The other modes are compared with the first one.
fn check_modes(command: &Path, program: &Program, modes: &[(&str, &[&str])]) -> Vec<(usize, String)> {
    let stats: &[&str] = if modes.len() > 1 { &["--stats"] } else { &[] };
    let mut failures = Vec::new();
    let mut usual = Run::default();
    for (m, (mode, options)) in modes.iter().enumerate() {
        let found = match run(command, program, &[options, stats].concat()) {
            Ok(found) => found,
            Err(why) => {
                failures.push((m, why));
                // Without the first there is nothing to compare with.
                if m == 0 { break } else { continue }
            }
        };
        if m == 0 {
            failures.extend(check(program, &found).err().map(|why| (m, why)));
            usual = found;
        } else if found != usual {
            failures.push((m, unlike(program, mode, &usual, &found)));
        }
    }
    failures
}

/// How a run differs from the usual one.
fn unlike(program: &Program, mode: &str, usual: &Run, found: &Run) -> String {
    let title = format!("{} [{mode}]", program.title());
    if usual.out != found.out {
        format!("stdout differs{}", difference(&title, &usual.out, &found.out, &found.err))
    } else if usual.status != found.status {
        format!("status {} instead of {}\n{}", found.status, usual.status, found.err)
    } else if usual.err != found.err {
        format!("stderr differs{}", difference(&title, &usual.err, &found.err, ""))
    } else {
        format!("fuel {} instead of {}", found.fuel, usual.fuel)
    }
}

fn check(program: &Program, run: &Run) -> Result<(), String> {
    let expected = program.out.as_deref().ok_or("nothing is recorded: run `cargo xtask record`")?;
    let title = program.title();
    if run.out != expected {
        return Err(format!("stdout differs{}", difference(&title, expected, &run.out, &run.err)));
    }
    if run.status != program.status {
        return Err(format!("status {} instead of {}\n{}", run.status, program.status, run.err));
    }
    if run.err != program.err {
        return Err(format!("stderr differs{}", difference(&title, &program.err, &run.err, "")));
    }
    Ok(())
}

/// First differing line and a little around it.
fn difference(title: &str, expected: &str, found: &str, err: &str) -> String {
    let mut lines = expected.lines().zip(found.lines()).enumerate();
    let at = lines
        .find(|(_, (a, b))| a != b)
        .map_or(expected.lines().count().min(found.lines().count()), |(i, _)| i);
    let want = expected.lines().nth(at).unwrap_or("<end>");
    let got = found.lines().nth(at).unwrap_or("<end>");
    let last = err.lines().last().unwrap_or("");
    format!(
        " at line {}: {last}\n== {title} line {}\n  expected {want}\n  found    {got}\n{err}",
        at + 1,
        at + 1
    )
}

fn run(command: &Path, program: &Program, options: &[&str]) -> Result<Run, String> {
    let mut child = Command::new(command)
        .args(options)
        .arg(program.file())
        .current_dir(program.folder())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| e.to_string())?;
    let (Some(mut stdout), Some(mut stderr)) = (child.stdout.take(), child.stderr.take()) else {
        return Err("no pipes".to_owned());
    };
    let out = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stdout.read_to_end(&mut bytes);
        bytes
    });
    let err = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = stderr.read_to_end(&mut bytes);
        bytes
    });
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|e| e.to_string())? {
            break status;
        }
        if started.elapsed() > LIMIT {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!("took more than {} s", LIMIT.as_secs()));
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    let text = |thread: std::thread::JoinHandle<Vec<u8>>| {
        program.without_folder(&String::from_utf8_lossy(&thread.join().unwrap_or_default()))
    };
    let (out, mut err) = (text(out), text(err));
    let fuel = if options.contains(&"--stats") { take_fuel(&mut err) } else { String::new() };
    Ok(Run { out, err, status: status.code().unwrap_or(-1), fuel })
}

/// Takes the line of statistics off the end of what was printed; gives the fuel in it.
fn take_fuel(err: &mut String) -> String {
    let Some(at) = err.rfind("fuel ").filter(|&at| err[at..].contains("  memory peak ")) else {
        return String::new();
    };
    let line = err.split_off(at);
    line["fuel ".len()..].split(' ').next().unwrap_or("").to_owned()
}
