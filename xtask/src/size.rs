//! `cargo xtask size`: flash and RAM that the engine takes on a small machine, by what it can do.

use crate::elf;
use crate::target::Build;

/// A row of the table.
struct Row {
    what: &'static str,
    features: &'static str,
    /// Most KB of flash: what was reached, with a little room. To be lowered, not raised.
    most: u64,
}

const ROWS: &[Row] = &[
    Row { what: "engine for images, without complex powers that take sines", features: "", most: 645 },
    Row {
        what: "with a compiler that says only `invalid syntax`, and names in ASCII",
        features: "compiler",
        most: 800,
    },
    Row { what: "with the compiler", features: "compiler,words", most: 825 },
    Row {
        what: "with the compiler and the library (json, re, random, ...)",
        features: "compiler,words,library",
        most: 1160,
    },
];

/// The machine that is measured: a Cortex-M4 with its own floats.
pub const MACHINE: &str = "thumbv7em-none-eabihf";

/// Without arguments: all rows.
pub fn size(_: &[String]) -> Result<(), String> {
    println!(
        "Size on {MACHINE}, optimised for size over all crates at once. Blocks come on top of the RAM.\n"
    );
    println!("| what | flash, KB | RAM, bytes |\n|---|---|---|");
    let mut wrong = Vec::new();
    for row in ROWS {
        let build = Build {
            folder: "ports/bare",
            binary: "hognose-bare",
            target: MACHINE,
            profile: "release",
            features: row.features,
            variables: &[],
        };
        let path = build.run()?;
        let file = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let sizes = elf::sizes(&file).ok_or_else(|| format!("{}: no ELF file of 32 bits", path.display()))?;
        println!("| {} | {:.1} | {} |", row.what, sizes.text as f64 / 1024.0, sizes.ram);
        if sizes.text > row.most * 1024 {
            wrong.push(format!("{}: more than {} KB of flash", row.what, row.most));
        }
        if sizes.ram != 0 {
            wrong.push(format!("{}: an engine needs no RAM but its block", row.what));
        }
    }
    for target in [MACHINE, "riscv32imc-unknown-none-elf"] {
        let build = Build {
            folder: "ports/bare",
            binary: "hognose-bare",
            target,
            profile: "release",
            features: "device",
            variables: &[],
        };
        let path = build.run()?;
        let file = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let sizes = elf::sizes(&file).ok_or_else(|| format!("{}: no ELF file of 32 bits", path.display()))?;
        println!(
            "| device: store, supervisor, link, robot, both engines, library, on {target} | {:.1} | {} |",
            sizes.text as f64 / 1024.0,
            sizes.ram
        );
    }
    println!();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// Bytes of text of the Bajo machine in place.
pub fn bajo() -> Result<u64, String> {
    let build = Build {
        folder: "crates/bajo/size",
        binary: "bajo-size",
        target: MACHINE,
        profile: "release",
        features: "",
        variables: &[],
    };
    let path = build.run()?;
    let file = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    elf::sizes(&file)
        .map(|sizes| sizes.text)
        .ok_or_else(|| format!("{}: no ELF file of 32 bits", path.display()))
}

/// The engine links for every kind of machine, into a program without an allocator.
pub fn targets() -> Result<(), String> {
    for target in [
        "thumbv7em-none-eabihf",
        "riscv32imc-unknown-none-elf",
        "aarch64-unknown-none",
        "wasm32-unknown-unknown",
    ] {
        let build = Build {
            folder: "ports/bare",
            binary: "hognose-bare",
            target,
            profile: "link",
            features: "compiler,words,library",
            variables: &[],
        };
        let path = build.run()?;
        let bytes = std::fs::metadata(&path).map_err(|e| format!("{}: {e}", path.display()))?.len();
        println!("{target}: {bytes} bytes");
    }
    Ok(())
}
