//! Programs that the tests need and a fresh machine lacks: Debian's packages, installed where that is allowed.

use std::process::{Command, Stdio};

/// A program and the package that brings it.
pub struct Need {
    /// Its name on the path.
    pub program: &'static str,
    /// Debian's package.
    pub package: &'static str,
    /// What it is for.
    pub purpose: &'static str,
}

/// All of them.
pub const NEEDS: &[Need] = &[
    Need { program: "gcc", package: "gcc", purpose: "the C library's tests" },
    Need { program: "valgrind", package: "valgrind", purpose: "the C library's memory check" },
    Need {
        program: "arm-none-eabi-gcc",
        package: "gcc-arm-none-eabi",
        purpose: "the C library on a Cortex-M3",
    },
    Need { program: "qemu-system-arm", package: "qemu-system-arm", purpose: "running Cortex-M programs" },
    Need { program: "lua5.4", package: "lua5.4", purpose: "benchmarks beside Lua" },
];

/// Is there such a program on the path?
pub fn have(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}

/// Installs what the tests need with apt-get when that is allowed; else says what to install.
pub fn tools() -> Result<(), String> {
    provide(NEEDS)
}

/// The same of these.
pub fn provide(needs: &[Need]) -> Result<(), String> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !have(need.program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    let advice = format!("install them with: sudo apt-get install {}", packages.join(" "));
    let root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0"));
    if !root || !have("apt-get") {
        let list: Vec<String> = missing.iter().map(|n| format!("  {} ({})", n.package, n.purpose)).collect();
        return Err(format!("the tests need packages that are missing here:\n{}\n{advice}", list.join("\n")));
    }
    println!("installing {}", packages.join(" "));
    let quiet = |args: &[&str]| {
        Command::new("apt-get")
            .args(args)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null())
            .stdin(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    let mut install = vec!["install", "-y", "--no-install-recommends"];
    install.extend(packages);
    if quiet(&install) || quiet(&["update"]) && quiet(&install) { Ok(()) } else { Err(advice) }
}
