//! `cargo xtask port`: builds the product for one kind of machine into `target/ports/NAME/`.

use crate::boot;
use crate::conformance;
use crate::device;
use crate::need;
use crate::target::Build;
use crate::vibeos;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Name, what is built, and what builds it.
type Port = (&'static str, &'static str, fn(&[String]) -> Result<(), String>);

const PORTS: &[Port] = &[
    ("aarch64-virt", ": the image that boots into Python on QEMU's virt machine", |_| {
        boot::image().map(said_where)
    }),
    ("cortex-m", "[PROGRAM]: firmware for a Cortex-M3 that runs one program", |args| {
        cortex_m(args).map(|_| ())
    }),
    ("device-cortex-m", ": a whole device on a Cortex-M4", |args| device::port(args).map(said_where)),
    ("vibeos", ": the program for the VibeOS kernel", vibeos::port),
];

fn said_where(file: PathBuf) {
    println!("{}", file.display());
}

/// `NAME [ARGUMENT...]`
pub fn port(args: &[String]) -> Result<(), String> {
    let found = args.first().and_then(|name| PORTS.iter().find(|port| port.0 == name));
    match found {
        Some((.., build)) => build(&args[1..]),
        None => {
            let known: Vec<String> = PORTS.iter().map(|(name, what, _)| format!("  {name} {what}")).collect();
            Err(format!("which port? There are:\n{}", known.join("\n")))
        }
    }
}

/// Firmware that runs a program, and the image in it.
pub struct Firmware {
    /// For the device.
    pub elf: PathBuf,
    /// The same program for the host.
    pub image: PathBuf,
}

fn cortex_m(args: &[String]) -> Result<Firmware, String> {
    cortex_m_with(args.first().map_or("ports/cortex-m/programs/queens.py", String::as_str), "", "release")
}

fn cortex_m_with(program: &str, features: &str, profile: &str) -> Result<Firmware, String> {
    let folder = Path::new("target/ports/cortex-m");
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let name = Path::new(program).file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let image = folder.join(format!("{name}.hog"));
    let hognose = conformance::build()?;
    run(Command::new(hognose).args(["build", program, "-o"]).arg(&image))?;
    let image = image.canonicalize().map_err(|e| format!("{}: {e}", image.display()))?;
    let build = Build {
        folder: "ports/cortex-m",
        binary: "hognose-cortex-m",
        target: "thumbv7m-none-eabi",
        profile,
        features,
        variables: &[("HOGNOSE_IMAGE", &image)],
    };
    let elf = folder.join(format!("{name}.elf"));
    std::fs::copy(build.run()?, &elf).map_err(|e| format!("{}: {e}", elf.display()))?;
    println!("{} runs {program}", elf.display());
    Ok(Firmware { elf, image })
}

fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|e| format!("{command:?}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {command:?}")) }
}

/// What a program said.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// Standard output.
    pub out: String,
    /// Number behind `fuel` on standard error.
    pub fuel: u64,
    /// Number behind `ticks`, from a device.
    pub ticks: u64,
}

/// Runs it; gives standard output and standard error.
fn texts(command: &mut Command) -> Result<(String, String), String> {
    let output = command.stdin(Stdio::null()).output().map_err(|e| format!("{command:?}: {e}"))?;
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    if !output.status.success() {
        return Err(format!("{}: {command:?}\n{err}", output.status));
    }
    Ok((String::from_utf8_lossy(&output.stdout).into_owned(), err))
}

/// The number behind a word.
fn number(text: &str, name: &str) -> Option<u64> {
    let mut words = text.split_whitespace().skip_while(|word| *word != name);
    words.nth(1).and_then(|word| word.parse().ok())
}

fn said(command: &mut Command) -> Result<Said, String> {
    let (out, err) = texts(command)?;
    let fuel = number(&err, "fuel").ok_or_else(|| format!("no fuel was said: {err}"))?;
    Ok(Said { out, fuel, ticks: number(&err, "ticks").unwrap_or(0) })
}

/// QEMU with that firmware, every instruction one nanosecond of its time.
fn qemu(elf: &Path) -> Command {
    let mut command = Command::new("qemu-system-arm");
    command.args(["-machine", "netduino2", "-nographic", "-icount", "shift=0"]);
    command.args(["-semihosting-config", "enable=on,target=native", "-kernel"]).arg(elf);
    command
}

/// How often the firmware does each operation between its two looks at the ticks.
const TIMES: u64 = 10_900 - 1_090;

/// Instructions that each operation of `benches/device.py` takes on the emulated Cortex-M3. Profiles are those of the port.
pub fn instructions(profile: &str) -> Result<Vec<(&'static str, u64)>, String> {
    need::tools()?;
    let firmware = cortex_m_with("benches/device.py", "bench", profile)?;
    let (_, err) = texts(&mut qemu(&firmware.elf))?;
    // Ticks are slower than instructions by a factor that a loop of a million instructions tells.
    let million =
        number(&err, "million").filter(|n| *n > 0).ok_or_else(|| format!("nothing was measured: {err}"))?;
    ["call", "loop", "method", "dicts", "floats"]
        .into_iter()
        .map(|name| {
            let ticks = number(&err, name).ok_or_else(|| format!("{name} was not measured: {err}"))?;
            Ok((name, ticks * 1_000_000 / million / TIMES))
        })
        .collect()
}

/// Runs a program on an emulated Cortex-M3, every instruction one nanosecond of its time.
pub fn emulate(program: &str) -> Result<(Said, Firmware), String> {
    let firmware = cortex_m(&[program.to_owned()])?;
    Ok((said(&mut qemu(&firmware.elf))?, firmware))
}

/// A real program prints on the device what it prints on the host, and takes as much fuel.
pub fn test_cortex_m() -> Result<(), String> {
    need::tools()?;
    let (device, firmware) = emulate("ports/cortex-m/programs/queens.py")?;
    let host =
        said(Command::new(conformance::build()?).args(["--stats", "--memory", "48K"]).arg(&firmware.image))?;
    if device.out != host.out || host.out.is_empty() {
        return Err(format!("the device printed:\n{}\nthe host:\n{}", device.out, host.out));
    }
    if device.fuel != host.fuel {
        return Err(format!("the device took {} fuel, the host {}", device.fuel, host.fuel));
    }
    println!("{} fuel, {} lines: the same as on the host", device.fuel, device.out.lines().count());
    Ok(())
}
