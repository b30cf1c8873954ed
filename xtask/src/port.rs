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
    ("cortex-m-small", "[PROGRAM]: the same with no more in it than the program uses, in 256 KB", |args| {
        small(args.first().map_or(BOARDS, String::as_str)).map(|_| ())
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
    let program = args.first().map_or("ports/cortex-m/programs/queens.py", String::as_str);
    cortex_m_with(program, "", "release", false)
}

/// The program of the small firmware.
const BOARDS: &str = "ports/cortex-m/programs/boards.py";

/// Firmware with no more of the engine than a program uses that runs here first, in the memory of an LM3S6965.
fn small(program: &str) -> Result<Firmware, String> {
    cortex_m_with(program, "lm3s6965", "release", true)
}

fn cortex_m_with(program: &str, features: &str, profile: &str, few: bool) -> Result<Firmware, String> {
    let folder = Path::new("target/ports/cortex-m");
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let name = Path::new(program).file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let image = folder.join(format!("{name}.hog"));
    let hognose = conformance::build()?;
    run(Command::new(hognose).args(["build", program, "-o"]).arg(&image))?;
    let image = image.canonicalize().map_err(|e| format!("{}: {e}", image.display()))?;
    let names = image.with_extension("names");
    let mut variables = vec![("HOGNOSE_IMAGE", image.as_path())];
    if few {
        let hognose = conformance::build()?;
        run(Command::new(hognose).args(["run", "--names"]).arg(&names).arg(&image).stdout(Stdio::null()))?;
        variables.push(("HOGNOSE_NAMES", &names));
    }
    let build = Build {
        folder: "ports/cortex-m",
        binary: "hognose-cortex-m",
        target: "thumbv7m-none-eabi",
        profile,
        features,
        variables: &variables,
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
fn qemu(machine: &str, elf: &Path) -> Command {
    let mut command = Command::new("qemu-system-arm");
    command.args(["-machine", machine, "-nographic", "-icount", "shift=0"]);
    command.args(["-semihosting-config", "enable=on,target=native", "-kernel"]).arg(elf);
    command
}

/// How often the firmware does each operation between its two looks at the ticks.
const TIMES: u64 = 10_900 - 1_090;

/// Instructions that each operation of `benches/device.py` takes on the emulated Cortex-M3. Profiles are those of the port.
pub fn instructions(profile: &str) -> Result<Vec<(&'static str, u64)>, String> {
    need::tools()?;
    let firmware = cortex_m_with("benches/device.py", "bench", profile, false)?;
    let (_, err) = texts(&mut qemu("netduino2", &firmware.elf))?;
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
    Ok((said(&mut qemu("netduino2", &firmware.elf))?, firmware))
}

/// A real program prints on the device what it prints on the host, and takes as much fuel.
pub fn test_cortex_m() -> Result<(), String> {
    need::tools()?;
    let (device, firmware) = emulate("ports/cortex-m/programs/queens.py")?;
    same_as_host(&device, &firmware)
}

/// So does a program in firmware that has nothing else in it, on a processor with 256 KB of flash and 64 KB of RAM.
pub fn test_small() -> Result<(), String> {
    need::tools()?;
    let firmware = small(BOARDS)?;
    let file = std::fs::read(&firmware.elf).map_err(|e| format!("{}: {e}", firmware.elf.display()))?;
    let sizes = crate::elf::sizes(&file).ok_or("no ELF file of 32 bits")?;
    println!("{:.1} KB of flash", sizes.text as f64 / 1024.0);
    same_as_host(&said(&mut qemu("lm3s6965evb", &firmware.elf))?, &firmware)
}

fn same_as_host(device: &Said, firmware: &Firmware) -> Result<(), String> {
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
