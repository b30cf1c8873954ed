//! The whole device on a Cortex-M: built, and driven by the command through the serial port of QEMU.

use crate::conformance;
use crate::need;
use crate::target::Build;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A program that drives, prints, and ends in a while; and one that never ends.
const PROGRAMS: [(&str, &str); 2] = [
    ("drives.py", "from robot import drive\ndrive.straight(100)\nprint('driven', 6 * 7)\n"),
    ("stays.py", "import time\nwhile True:\n    time.sleep_ms(10)\n"),
];
/// Longest time for anything to happen.
const PATIENCE: Duration = Duration::from_secs(60);

/// The firmware.
fn build() -> Result<PathBuf, String> {
    let build = Build {
        folder: "ports/device-cortex-m",
        binary: "hognose-device-cortex-m",
        target: "thumbv7em-none-eabihf",
        profile: "release",
        features: "",
        variables: &[],
    };
    build.run()
}

/// `cargo xtask port device-cortex-m`: leaves the firmware in `target/ports/device-cortex-m/`.
pub fn port(_: &[String]) -> Result<PathBuf, String> {
    let folder = Path::new("target/ports/device-cortex-m");
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let file = folder.join("hognose.elf");
    std::fs::copy(build()?, &file).map_err(|e| format!("{}: {e}", file.display()))?;
    Ok(file)
}

/// QEMU with the device; ends with this.
struct Machine(Child);

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The step `device-cortex-m`.
pub fn test() -> Result<(), String> {
    need::tools()?;
    let firmware = port(&[])?;
    let hognose = conformance::build()?;
    let port = TcpListener::bind("127.0.0.1:0")
        .and_then(|free| free.local_addr())
        .map_err(|e| e.to_string())?
        .port();
    let mut qemu = Command::new("qemu-system-arm");
    qemu.args(["-M", "mps2-an386", "-display", "none", "-monitor", "none", "-serial"]);
    qemu.arg(format!("tcp:127.0.0.1:{port},server,nowait")).arg("-kernel").arg(&firmware);
    let child = qemu.stdin(Stdio::null()).spawn().map_err(|e| format!("qemu-system-arm: {e}"))?;
    let _machine = Machine(child);
    let target = format!("tcp:127.0.0.1:{port}");
    let folder = firmware.with_file_name("programs");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for (name, text) in PROGRAMS {
        std::fs::write(folder.join(name), text).map_err(|e| format!("{name}: {e}"))?;
    }
    let ask = |words: &[&str]| {
        let output = Command::new(&hognose).args(words).args(["--to", &target]).stdin(Stdio::null()).output();
        let output = output.map_err(|e| format!("hognose: {e}"))?;
        let text =
            format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        if output.status.success() {
            Ok(text)
        } else {
            Err(format!("hognose {}: {}\n{text}", words.join(" "), output.status))
        }
    };
    let until = |words: &[&str], wanted: &str| {
        let end = Instant::now() + PATIENCE;
        loop {
            let text = ask(words);
            match text {
                Ok(text) if text.to_lowercase().contains(wanted) => return Ok(()),
                Ok(text) | Err(text) if Instant::now() > end => {
                    return Err(format!("no {wanted:?} came: {text}"));
                }
                _ => std::thread::sleep(Duration::from_millis(200)),
            }
        }
    };
    let drives = folder.join("drives.py").display().to_string();
    let stays = folder.join("stays.py").display().to_string();
    until(&["status"], "empty")?;
    ask(&["upload", &drives])?;
    until(&["status"], "ready")?;
    ask(&["start"])?;
    until(&["status"], "finished")?;
    ask(&["upload", &stays])?;
    ask(&["start"])?;
    until(&["status"], "running")?;
    ask(&["pause"])?;
    until(&["status"], "paused")?;
    ask(&["resume"])?;
    until(&["status"], "running")?;
    ask(&["stop"])?;
    until(&["status"], "ready")?;
    ask(&["delete"])?;
    until(&["status"], "empty")?;
    println!("uploaded, started, paused, resumed, stopped and deleted programs on {target}");
    Ok(())
}
