//! Building the library, and C programs against it.

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
