//! Builds for machines without an operating system: with rustup's targets where there are such, else with Debian's Rust, which
//! brings the source of `core` to build it along.

use crate::need;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a build takes.
pub struct Build<'a> {
    /// Folder of the package, from the root of the project.
    pub folder: &'a str,
    /// Name of the package's binary.
    pub binary: &'a str,
    /// Rust's name of the machine.
    pub target: &'a str,
    /// Profile of the package.
    pub profile: &'a str,
    /// Features, with commas.
    pub features: &'a str,
    /// Variables for its build script.
    pub variables: &'a [(&'a str, &'a Path)],
}

/// Where the library of a target comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    /// Rustup has it.
    Rustup,
    /// It is built along, from Debian's source.
    Debian,
}

/// Debian's Rust, its source of `core`, and a linker for every machine.
const DEBIAN: &[need::Need] = &[
    need::Need { program: "/usr/bin/cargo", package: "cargo-web", purpose: "building for small machines" },
    need::Need { program: "/usr/bin/rustc", package: "rustc-web", purpose: "building for small machines" },
    need::Need {
        program: "/usr/lib/rustlib/src/rust/library/Cargo.lock",
        package: "rust-web-src",
        purpose: "Rust's own library for small machines",
    },
    need::Need { program: "ld.lld", package: "lld", purpose: "linking for small machines" },
];

/// Has rustup's compiler the library of that target, or can it get it?
fn source(target: &str) -> Result<Source, String> {
    let has = || {
        let output = Command::new("rustc").args(["--print", "sysroot"]).output();
        let root =
            output.map(|out| String::from_utf8_lossy(&out.stdout).trim().to_owned()).unwrap_or_default();
        !root.is_empty() && Path::new(&root).join("lib/rustlib").join(target).join("lib").is_dir()
    };
    if has() {
        return Ok(Source::Rustup);
    }
    if need::have("rustup") {
        let _ = Command::new("rustup")
            .args(["target", "add", target])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if has() {
            return Ok(Source::Rustup);
        }
    }
    need::provide(DEBIAN)?;
    Ok(Source::Debian)
}

impl Build<'_> {
    /// Builds it; gives the file.
    pub fn run(&self) -> Result<PathBuf, String> {
        let (mut command, place) = match source(self.target)? {
            Source::Rustup => (Command::new("cargo"), PathBuf::from("target/machines")),
            Source::Debian => {
                let mut command = Command::new("/usr/bin/cargo");
                let linker = format!("CARGO_TARGET_{}_LINKER", self.target.to_uppercase().replace('-', "_"));
                let lld = if self.target.starts_with("wasm") { "wasm-ld" } else { "ld.lld" };
                // Only a compiler that may use unstable options builds `core` along.
                command.env("RUSTC", "/usr/bin/rustc").env("RUSTC_BOOTSTRAP", "1").env(linker, lld);
                command.arg("-Zbuild-std=core,alloc");
                (command, PathBuf::from("target/machines/debian"))
            }
        };
        command.args(["build", "--quiet", "--target", self.target, "--profile", self.profile]);
        command.arg("--manifest-path").arg(Path::new(self.folder).join("Cargo.toml"));
        command.args(["--features", self.features]).env("CARGO_TARGET_DIR", &place);
        // LLVM would keep constants in registers throughout the interpreter, which push out what is used more.
        if self.target.starts_with("thumb") {
            command.env("RUSTFLAGS", "-Cllvm-args=-consthoist-min-num-to-rebase=100000");
        }
        for (name, value) in self.variables {
            command.env(name, value);
        }
        let status = command.status().map_err(|e| format!("cargo: {e}"))?;
        if !status.success() {
            return Err(format!("{} does not build for {}", self.folder, self.target));
        }
        let ending = if self.target.starts_with("wasm") { "wasm" } else { "" };
        Ok(place.join(self.target).join(self.profile).join(self.binary).with_extension(ending))
    }
}
