//! `cargo xtask boot`: the bare-metal image in QEMU, with a window or without.

use crate::need;
use crate::target::Build;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the image and the disk lie.
pub const FOLDER: &str = "target/ports/aarch64-virt";

/// What booting takes.
pub const NEEDS: &[need::Need] = &[
    need::Need {
        program: "qemu-system-aarch64",
        package: "qemu-system-arm",
        purpose: "running the bare-metal image",
    },
    need::Need { program: "mformat", package: "mtools", purpose: "making the disk of the bare-metal image" },
];

/// Builds the image for QEMU's `virt` machine.
pub fn image() -> Result<PathBuf, String> {
    let build = Build {
        folder: "ports/aarch64-virt",
        binary: "hognose-aarch64-virt",
        target: "aarch64-unknown-none",
        profile: "release",
        features: "",
        variables: &[],
    };
    std::fs::create_dir_all(FOLDER).map_err(|e| format!("{FOLDER}: {e}"))?;
    let elf = Path::new(FOLDER).join("hognose.elf");
    std::fs::copy(build.run()?, &elf).map_err(|e| format!("{}: {e}", elf.display()))?;
    Ok(elf)
}

/// The machine, without a disk, a network, sound and a place for its serial port.
pub fn machine(elf: &Path) -> Command {
    let mut command = Command::new("qemu-system-aarch64");
    command.args(["-M", "virt", "-cpu", "cortex-a72", "-m", "512", "-kernel"]).arg(elf);
    command.args(["-device", "virtio-gpu-device,xres=1280,yres=800"]);
    command.args(["-device", "virtio-keyboard-device", "-device", "virtio-tablet-device"]);
    command
}

/// Adds a disk to it.
pub fn with_disk(command: &mut Command, disk: &Path) {
    command.arg("-drive").arg(format!("if=none,id=disk,format=raw,file={}", disk.display()));
    command.args(["-device", "virtio-blk-device,drive=disk"]);
}

/// Makes a FAT disk of so many MiB with the demos in `/python`.
pub fn make_disk(disk: &Path, mebibytes: u32) -> Result<(), String> {
    need::provide(NEEDS)?;
    let file = std::fs::File::create(disk).map_err(|e| format!("{}: {e}", disk.display()))?;
    file.set_len(u64::from(mebibytes) << 20).map_err(|e| format!("{}: {e}", disk.display()))?;
    let image = disk.display().to_string();
    let mut format = vec!["-i", &image, "-v", "HOGNOSE"];
    if mebibytes >= 64 {
        format.push("-F");
    }
    mtools("mformat", &format)?;
    mtools("mmd", &["-i", &image, "::/python"])?;
    if let Ok(demos) = std::fs::read_dir("examples/vibe") {
        let demos: Vec<String> = demos
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.is_file())
            .map(|path| path.display().to_string())
            .collect();
        let mut args = vec!["-i", &image, "-o"];
        args.extend(demos.iter().map(String::as_str));
        args.push("::/python/");
        if !demos.is_empty() {
            mtools("mcopy", &args)?;
        }
    }
    Ok(())
}

/// Runs one of the mtools.
pub fn mtools(program: &str, args: &[&str]) -> Result<(), String> {
    let output = Command::new(program).args(args).output().map_err(|e| format!("{program}: {e}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() {
        Ok(())
    } else {
        Err(format!("failed: {program} {}\n{said}", args.join(" ")))
    }
}

/// `[--headless] [ARGUMENT-OF-QEMU...]`
pub fn boot(args: &[String]) -> Result<(), String> {
    need::provide(NEEDS)?;
    let elf = image()?;
    let disk = Path::new(FOLDER).join("disk.img");
    if !disk.exists() {
        make_disk(&disk, 64)?;
    }
    let mut command = machine(&elf);
    with_disk(&mut command, &disk);
    command.args(["-netdev", "user,id=net", "-device", "virtio-net-device,netdev=net"]);
    match args.iter().position(|arg| arg == "--headless") {
        Some(_) => command.args(["-display", "none", "-serial", "mon:stdio"]),
        None => command.args(["-serial", "mon:stdio"]),
    };
    command.args(args.iter().filter(|arg| *arg != "--headless"));
    if !args.iter().any(|arg| arg == "-audiodev") {
        command.args(["-audiodev", "none,id=sound", "-device", "AC97,audiodev=sound"]);
    }
    println!("Ctrl-A X ends QEMU");
    let status = command.status().map_err(|e| format!("qemu-system-aarch64: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("qemu-system-aarch64: {status}")) }
}
