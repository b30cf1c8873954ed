//! `cargo xtask generated`: random expressions and small programs, compared with CPython.
//!
//! `tests/generated/make.py` makes them in batches; a case is known by seed, kind and number. Each batch runs in one process of
//! either side, some of them also with everything moving at every reserve.

use crate::conformance::build_profile;
use crate::corpus;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Kinds, how many of them, and how many in a batch.
const KINDS: &[(&str, usize, usize)] = &[("expressions", 20_000, 1000), ("programs", 2_000, 100)];
/// Every so many batches one runs with the collector's rig too.
const MOVED: usize = 5;
/// Longest time for a batch.
const LIMIT: Duration = Duration::from_secs(120);
/// Failed cases that are shown.
const SHOWN: usize = 12;

/// One batch.
struct Batch {
    kind: &'static str,
    first: usize,
    count: usize,
    moved: bool,
}

/// Where everything is.
struct Place {
    maker: PathBuf,
    folder: PathBuf,
    hognose: PathBuf,
    python: String,
    seed: String,
}

/// `[--seed N] [--times N] [--dev]`: `times` as many cases.
pub fn generated(args: &[String]) -> Result<(), String> {
    let mut seed = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis() as u64);
    let (mut times, mut dev) = (1, false);
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        let mut number = || rest.next().and_then(|n| n.parse().ok()).ok_or(format!("{arg} takes a number"));
        match arg.as_str() {
            "--seed" => seed = number()?,
            "--times" => times = number()? as usize,
            "--dev" => dev = true,
            _ => return Err(format!("generated knows --seed, --times and --dev, not {arg}")),
        }
    }
    let root = corpus::folder()?.join("../..").canonicalize().map_err(|e| e.to_string())?;
    let place = Place {
        maker: root.join("tests/generated/make.py"),
        folder: root.join("target/generated"),
        hognose: if dev { build_profile("dev", "debug")? } else { build_profile("release", "release")? },
        python: std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned()),
        seed: seed.to_string(),
    };
    fs::create_dir_all(&place.folder).map_err(|e| format!("{}: {e}", place.folder.display()))?;
    println!("seed {seed}");
    let mut batches = Vec::new();
    for &(kind, count, size) in KINDS {
        for first in (0..count * times).step_by(size) {
            batches.push(Batch { kind, first, count: size, moved: (first / size) % MOVED == 0 });
        }
    }
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, |n| n.get()) {
            scope.spawn(|| {
                while let Some(batch) = batches.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = check(&place, batch).unwrap_or_else(|why| vec![why]);
                    failures.lock().unwrap_or_else(|e| e.into_inner()).extend(found);
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap_or_else(|e| e.into_inner());
    for failure in failures.iter().take(SHOWN) {
        println!("{failure}\n");
    }
    let cases: usize = batches.iter().map(|batch| batch.count).sum();
    println!("{cases} cases, {} differ", failures.len());
    if failures.is_empty() { Ok(()) } else { Err(format!("again with: cargo xtask generated --seed {seed}")) }
}

/// Runs a batch everywhere; what differs.
fn check(place: &Place, batch: &Batch) -> Result<Vec<String>, String> {
    let name = format!("{}_{}", batch.kind, batch.first);
    let script = place.folder.join(format!("{name}.py"));
    fs::write(&script, make(place, batch.kind, batch.count, batch.first)?).map_err(|e| e.to_string())?;
    let expected = run(place, Path::new(&place.python), &["-W", "ignore"], &script, &name)?;
    let mut failures = Vec::new();
    let modes: &[&[&str]] = if batch.moved { &[&["run"], &["run", "--rig", "move"]] } else { &[&["run"]] };
    for mode in modes {
        let found = run(place, &place.hognose, mode, &script, &name)?;
        for n in batch.first..batch.first + batch.count {
            let (want, got) = (expected.get(&n), found.get(&n));
            if want != got {
                failures.push(describe(place, batch.kind, n, mode, want, got));
                // The rest of a batch that stopped says nothing.
                if got.is_none() {
                    break;
                }
            }
        }
    }
    Ok(failures)
}

/// The text of some cases.
fn make(place: &Place, kind: &str, count: usize, first: usize) -> Result<Vec<u8>, String> {
    let made = Command::new(&place.python)
        .arg(&place.maker)
        .args([&place.seed, kind, &count.to_string(), &first.to_string()])
        .output()
        .map_err(|e| format!("{}: {e}", place.python))?;
    if !made.status.success() {
        return Err(format!("make.py failed:\n{}", String::from_utf8_lossy(&made.stderr)));
    }
    Ok(made.stdout)
}

/// Lines that each case printed.
fn run(
    place: &Place,
    program: &Path,
    options: &[&str],
    script: &Path,
    name: &str,
) -> Result<BTreeMap<usize, Vec<String>>, String> {
    let side = program.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let [out, err] = ["out", "err"].map(|kind| place.folder.join(format!("{name}.{side}.{kind}")));
    let file = |path: &Path| File::create(path).map_err(|e| format!("{}: {e}", path.display()));
    let mut child = Command::new(program)
        .args(options)
        .arg(script)
        .stdin(Stdio::null())
        .stdout(file(&out)?)
        .stderr(file(&err)?)
        .spawn()
        .map_err(|e| format!("{}: {e}", program.display()))?;
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|e| e.to_string())? {
            break status;
        }
        if start.elapsed() > LIMIT {
            let _ = child.kill();
            let _ = child.wait();
            return Err(format!(
                "{} {} took more than {} s",
                program.display(),
                script.display(),
                LIMIT.as_secs()
            ));
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let text = fs::read_to_string(&out).map_err(|e| format!("{}: {e}", out.display()))?;
    let mut cases: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for line in text.lines() {
        if let Some((n, rest)) = line.split_once(' ') {
            if let Ok(n) = n.parse() {
                cases.entry(n).or_default().push(rest.to_owned());
            }
        }
    }
    if !status.success() {
        let said = fs::read_to_string(&err).unwrap_or_default();
        let last: Vec<&str> = said.lines().rev().take(6).collect();
        let last: Vec<&str> = last.into_iter().rev().collect();
        let end = cases.keys().last().map_or("nothing".to_owned(), |n| format!("case {n}"));
        return Err(format!(
            "{side} {} ended with {status} after {end}:\n{}",
            script.display(),
            last.join("\n")
        ));
    }
    Ok(cases)
}

/// A case that differs, alone.
fn describe(
    place: &Place,
    kind: &str,
    n: usize,
    mode: &[&str],
    want: Option<&Vec<String>>,
    got: Option<&Vec<String>>,
) -> String {
    let path = place.folder.join(format!("failed_{kind}_{n}.py"));
    let text = make(place, kind, 1, n).unwrap_or_default();
    let _ = fs::write(&path, &text);
    let text = String::from_utf8_lossy(&text);
    let case = match text.rfind("\nattempt(").or_else(|| text.rfind("\n@program(")) {
        Some(at) if text.len() - at < 1500 => text[at..].trim().to_owned(),
        _ => String::new(),
    };
    let empty = Vec::new();
    let (want, got) = (want.unwrap_or(&empty), got.unwrap_or(&empty));
    let at = want.iter().zip(got).position(|(a, b)| a != b).unwrap_or(want.len().min(got.len()));
    let line = |lines: &[String]| lines.get(at).cloned().unwrap_or("<nothing>".to_owned());
    format!(
        "{} [{}]\n{case}\n  expected {}\n  found    {}",
        path.display(),
        mode.join(" "),
        line(want),
        line(got)
    )
}
