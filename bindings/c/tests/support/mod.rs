//! Building the library, and C programs against it.
#![allow(dead_code, reason = "each test binary uses its own part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The folder of this package.
pub fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder for what a test builds.
pub fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs a command that has to succeed, and returns what it wrote.
pub fn run(command: &mut Command) -> Output {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().unwrap_or_else(|error| {
        panic!("{program}: {error}. Needed: gcc, valgrind, gcc-arm-none-eabi, libnewlib-arm-none-eabi, qemu-system-arm")
    });
    assert!(
        output.status.success(),
        "{command:?}\n{}\n{}{}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// Builds the library for this computer and returns the folder it is in.
pub fn library() -> PathBuf {
    let target = scratch("library");
    run(Command::new(env!("CARGO"))
        .args(["build", "--release", "--manifest-path"])
        .arg(home().join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target));
    target.join("release")
}

/// A gcc with the flags that all C here has to pass without a warning.
pub fn gcc(compiler: &str) -> Command {
    let mut command = Command::new(compiler);
    command
        .args(["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-O2", "-g"])
        .arg("-I")
        .arg(home().join("include"));
    command
}

/// What a command that has to succeed prints.
pub fn text(command: &mut Command) -> String {
    String::from_utf8(run(command).stdout).unwrap()
}

/// A cargo for bare metal. Uses the installed `core` of the target; without one, builds it from the sources of a
/// compiler that has them: `BAJO_ARM_RUSTC` and `BAJO_ARM_CARGO` name it, or else `/usr/bin` is tried.
pub fn arm_cargo(target: &str) -> Command {
    let libdir = text(Command::new("rustc").args(["--print", "target-libdir", "--target", target]));
    if Path::new(libdir.trim()).exists() {
        return Command::new(env!("CARGO"));
    }
    let name = |variable: &str, default: &str| std::env::var(variable).unwrap_or_else(|_| default.to_owned());
    let mut cargo = Command::new(name("BAJO_ARM_CARGO", "/usr/bin/cargo"));
    cargo
        .env("RUSTC", name("BAJO_ARM_RUSTC", "/usr/bin/rustc"))
        .env("RUSTC_BOOTSTRAP", "1")
        .arg("-Zbuild-std=core");
    for variable in ["RUSTUP_TOOLCHAIN", "RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
        cargo.env_remove(variable);
    }
    cargo
}
