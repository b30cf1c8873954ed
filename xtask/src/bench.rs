//! `cargo xtask bench`: how fast, beside CPython, Lua and MicroPython on the same machine.
//!
//! CPU time (user and system) of whole processes, runs interleaved, medians of the ratios of neighbouring runs: that holds
//! when the machine's speed drifts. Every program prints a checksum, which must be the recorded one.

use crate::conformance::build;
use crate::corpus;
use crate::need::have;
use crate::port;
use crate::size;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use wait4::Wait4;

/// What one run took.
#[derive(Clone, Copy)]
struct Cost {
    /// Seconds of CPU time.
    seconds: f64,
    /// Seconds from start to end.
    wall: f64,
    /// Largest resident size, bytes.
    peak: u64,
}

/// Operations on a Cortex-M3, and the instructions that each may take: half of what MicroPython takes, for floats as many.
const OPERATIONS: [(&str, u64); 5] =
    [("call", 320), ("loop", 246), ("method", 644), ("dicts", 461), ("floats", 925)];

/// `[--device] [--rounds N] [start] [bajo] [device] [FILTER...]`
pub fn bench(args: &[String]) -> Result<(), String> {
    if args.iter().any(|arg| arg == "--device") {
        return instructions();
    }
    let mut rounds = 5;
    let mut filters = Vec::new();
    let mut rest = args.iter();
    while let Some(arg) = rest.next() {
        if arg == "--rounds" {
            rounds = rest.next().and_then(|n| n.parse().ok()).ok_or("--rounds takes a number")?;
        } else {
            filters.push(arg.clone());
        }
    }
    // First: the system counts what the process that starts another has in memory as that one's, too.
    if filters.is_empty() || filters.iter().any(|f| f == "start") {
        start()?;
    }
    if filters.is_empty() || filters.iter().any(|f| f == "bajo") {
        bajo()?;
    }
    if filters.is_empty() || filters.iter().any(|f| f == "device") {
        device()?;
    }
    let parts = ["start", "bajo", "device"];
    filters.retain(|f| !parts.contains(&f.as_str()));
    if filters.is_empty() && args.iter().any(|a| parts.contains(&a.as_str())) {
        return Ok(());
    }
    programs(rounds, &filters)?;
    println!();
    pause()
}

/// Exact counts of instructions on an emulated Cortex-M3, for two ways to build the firmware.
fn instructions() -> Result<(), String> {
    let (small, fast) = (port::instructions("release")?, port::instructions("fast")?);
    println!("## Cortex-M3: instructions an operation (QEMU, -icount shift=0)\n");
    println!("| operation | opt-level z | opt-level s | target |\n|---|---|---|---|");
    for (name, target) in OPERATIONS {
        let of =
            |counts: &[(&str, u64)]| counts.iter().find(|count| count.0 == name).map_or(0, |count| count.1);
        println!("| {name} | {} | {} | {target} |", of(&small), of(&fast));
    }
    Ok(())
}

/// Starts of each kind that are measured.
const STARTS: usize = 20;

/// How long the shortest programs take, and the memory that is resident at their end. Medians, runs interleaved.
fn start() -> Result<(), String> {
    let hognose = build()?;
    let hundred = corpus::folder()?.join("../../crates/hognose/tests/programs/hundred.py");
    let hundred = hundred.to_string_lossy();
    let print = ["-c", "print('hi')"];
    let kinds: [(&str, &Path, &[&str]); 3] = [
        ("`hognose -c \"print('hi')\"`", &hognose, &print),
        ("`hognose hundred.py`, 100 lines", &hognose, &[&hundred]),
        ("`python3 -S -E -c \"print('hi')\"`", Path::new(cpython()), &["-S", "-E", print[0], print[1]]),
    ];
    let mut costs = kinds.map(|_| Vec::new());
    for _ in 0..STARTS {
        for ((_, program, words), costs) in kinds.iter().zip(&mut costs) {
            costs.push(cost(Command::new(program).args(*words), None)?);
        }
    }
    println!("## Start\n\n| program | ms | resident MB |\n|---|---|---|");
    for ((name, ..), costs) in kinds.iter().zip(&costs) {
        let ms = median(costs.iter().map(|cost| cost.wall)) * 1000.0;
        println!("| {name} | {ms:.1} | {:.2} |", median(costs.iter().map(|cost| cost.peak as f64)) / 1e6);
    }
    println!();
    Ok(())
}

/// The pause of a collection.
fn pause() -> Result<(), String> {
    let status = Command::new("cargo")
        .args(["run", "--quiet", "--release", "-p", "hognose", "--example", "pause"])
        .status()
        .map_err(|e| format!("cargo: {e}"))?;
    if status.success() { Ok(()) } else { Err("the collections failed".to_owned()) }
}

/// The kernels of the Bajo machine.
fn bajo() -> Result<(), String> {
    println!("## Bajo\n");
    let status = Command::new("cargo")
        .args(["run", "--quiet", "--release", "-p", "bajo", "--example", "kernels"])
        .status()
        .map_err(|e| format!("cargo: {e}"))?;
    let text = size::bajo()?;
    println!("text in place on {}: {:.1} KB\n", size::MACHINE, text as f64 / 1024.0);
    if status.success() { Ok(()) } else { Err("the kernels failed".to_owned()) }
}

/// Programs for the robot in the simulator, with their worlds.
const ROBOT: [(&str, Option<&str>); 4] = [
    ("square.py", None),
    ("follow_wall.py", Some("worlds/room.json")),
    ("color_jump.py", Some("worlds/colors.json")),
    ("light_show.py", None),
];

/// A program that keeps a device busy.
const BUSY: &str = "i = 0\nwhile True:\n    i += 1\n    if i % 500 == 0:\n        print('still here', i)\n";

/// The simulator against real time, and how long commands to a busy device take.
fn device() -> Result<(), String> {
    let hognose = build()?;
    let folder = corpus::folder()?.join("../../examples/robot");
    println!("## Simulator: virtual time as a multiple of real time, whole process\n");
    println!("| program | virtual s | times |");
    println!("|---|---|---|");
    for (program, world) in ROBOT {
        let mut command = Command::new(&hognose);
        command.current_dir(&folder).args(["sim", "--headless", program]);
        command.args(world.iter().flat_map(|world| ["--world", world]));
        let output = command.output().map_err(|e| format!("hognose: {e}"))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let line = text.lines().find(|line| line.starts_with("finished after "));
        let words: Vec<&str> = line.ok_or(format!("{program} did not finish"))?.split([' ', '(']).collect();
        let (seconds, times) = (words.get(2).unwrap_or(&"?"), words.get(5).unwrap_or(&"?"));
        println!("| {program} | {seconds} | {times} |");
    }
    println!("\n## Link: commands to a simulated device over TCP, its program busy\n");
    let place = std::env::temp_dir().join(format!("hognose-bench-{}", std::process::id()));
    std::fs::create_dir_all(&place).map_err(|e| e.to_string())?;
    let measured = link(&hognose, &place);
    let _ = std::fs::remove_dir_all(&place);
    measured
}

fn link(hognose: &Path, folder: &Path) -> Result<(), String> {
    let wrong = |e: std::io::Error| format!("hognose device: {e}");
    std::fs::write(folder.join("busy.py"), BUSY).map_err(wrong)?;
    let mut serve = Command::new(hognose)
        .args(["device", "serve", "--sim", "--tcp", "127.0.0.1:0"])
        .env_remove("HOGNOSE_KEY")
        .stderr(Stdio::piped())
        .spawn()
        .map_err(wrong)?;
    let run = |serve: &mut std::process::Child| {
        let mut line = String::new();
        let stderr = serve.stderr.take().ok_or("hognose device: no messages")?;
        std::io::BufRead::read_line(&mut std::io::BufReader::new(stderr), &mut line).map_err(wrong)?;
        let target = line.trim().replace(' ', ":");
        for words in [&["upload", "busy.py", "--start"][..], &["link-test", "--count", "2000"]] {
            let mut command = Command::new(hognose);
            command.current_dir(folder).args(words).args(["--to", &target]).env_remove("HOGNOSE_KEY");
            if !command.status().map_err(wrong)?.success() {
                return Err(format!("failed: hognose {}", words.join(" ")));
            }
        }
        Ok(())
    };
    let done = run(&mut serve);
    let _ = serve.kill();
    let _ = serve.wait();
    println!();
    done
}

fn programs(rounds: usize, filters: &[String]) -> Result<(), String> {
    let hognose = build()?;
    let root = corpus::folder()?.join("../../benches");
    let mut files: Vec<PathBuf> = std::fs::read_dir(root.join("programs"))
        .map_err(|e| format!("benches/programs: {e}"))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "py"))
        .filter(|path| {
            filters.is_empty() || filters.iter().any(|f| path.to_string_lossy().contains(f.as_str()))
        })
        .collect();
    files.sort();
    let others: [(&str, Option<&str>, &str); 3] = [
        ("CPython", Some(cpython()), "py"),
        ("Lua", have("lua5.4").then_some("lua5.4"), "lua"),
        ("MicroPython", have("micropython").then_some("micropython"), "py"),
    ];
    println!("## Python: CPU time of others as a multiple of ours\n");
    println!("| program | ms | CPython | Lua | MicroPython | peak MB | CPython MB |");
    println!("|---|---|---|---|---|---|---|");
    let mut ratios: [Vec<f64>; 3] = Default::default();
    for file in &files {
        let name = file.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let sum = std::fs::read_to_string(file.with_extension("out")).ok();
        let mut ours = Vec::new();
        let mut theirs: [Vec<Cost>; 3] = Default::default();
        let mut failed = None;
        for _ in 0..rounds {
            match measure(&hognose, file, sum.as_deref()) {
                Ok(cost) => ours.push(cost),
                Err(why) => {
                    failed = Some(why);
                    break;
                }
            }
            for (i, (_, program, kind)) in others.iter().enumerate() {
                let Some(program) = program else { continue };
                let script =
                    if *kind == "lua" { root.join("lua").join(format!("{name}.lua")) } else { file.clone() };
                if script.exists() {
                    if let Ok(cost) = measure(Path::new(program), &script, sum.as_deref()) {
                        theirs[i].push(cost);
                    }
                }
            }
        }
        if let Some(why) = failed {
            println!("| {name} | {why} | | | | | |");
            continue;
        }
        let mut cells = Vec::new();
        for (i, costs) in theirs.iter().enumerate() {
            if costs.len() == ours.len() {
                let ratio = median(costs.iter().zip(&ours).map(|(a, b)| a.seconds / b.seconds));
                ratios[i].push(ratio);
                cells.push(format!("{ratio:.2}"));
            } else {
                cells.push(String::new());
            }
        }
        let ms = median(ours.iter().map(|c| c.seconds)) * 1000.0;
        let peak =
            |costs: &[Cost]| costs.first().map_or(String::new(), |c| format!("{:.1}", c.peak as f64 / 1e6));
        println!("| {name} | {ms:.0} | {} | {} | {} |", cells.join(" | "), peak(&ours), peak(&theirs[0]));
    }
    for (i, (name, ..)) in others.iter().enumerate() {
        if !ratios[i].is_empty() {
            let mean = (ratios[i].iter().map(|r| r.ln()).sum::<f64>() / ratios[i].len() as f64).exp();
            let least = ratios[i].iter().copied().fold(f64::INFINITY, f64::min);
            println!(
                "\n{name}: geometric mean {mean:.2} over {} programs, least {least:.2}",
                ratios[i].len()
            );
        }
    }
    Ok(())
}

/// Debian's build of CPython is the faster one.
fn cpython() -> &'static str {
    if Path::new("/usr/bin/python3.11").exists() { "/usr/bin/python3.11" } else { "python3" }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

fn measure(program: &Path, script: &Path, sum: Option<&str>) -> Result<Cost, String> {
    cost(Command::new(program).arg(script), sum)
}

/// Runs a command to its end; it has to print what `sum` tells.
fn cost(command: &mut Command, sum: Option<&str>) -> Result<Cost, String> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| format!("{}: {e}", command.get_program().to_string_lossy()))?;
    let mut out = String::new();
    if let Some(mut stdout) = child.stdout.take() {
        let _ = stdout.read_to_string(&mut out);
    }
    let done = child.wait4().map_err(|e| e.to_string())?;
    let wall = start.elapsed().as_secs_f64();
    if !done.status.success() {
        return Err("failed".to_owned());
    }
    if sum.is_some_and(|sum| sum.trim() != out.trim()) {
        return Err("wrong checksum".to_owned());
    }
    let usage = done.rusage;
    Ok(Cost { seconds: (usage.utime + usage.stime).as_secs_f64(), wall, peak: usage.maxrss })
}
