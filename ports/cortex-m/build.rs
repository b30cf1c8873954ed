//! Tells the linker where memory is, and the program which image to run: that of the file that `HOGNOSE_IMAGE` names.

use std::path::PathBuf;

/// The STM32F205 of a Netduino 2: a Cortex-M3 with 1 MB of flash. Of its 128 KB of RAM only as much is used as small chips have.
const STM32F205: &str = "FLASH (rx) : ORIGIN = 0x08000000, LENGTH = 1M\nRAM (rwx) : ORIGIN = 0x20000000, LENGTH = 64K";
/// The LM3S6965 of Stellaris' board: a Cortex-M3 with 256 KB of flash and 64 KB of RAM.
const LM3S6965: &str = "FLASH (rx) : ORIGIN = 0x00000000, LENGTH = 256K\nRAM (rwx) : ORIGIN = 0x20000000, LENGTH = 64K";

fn main() {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    println!("cargo::rustc-link-arg=-T{}", folder.join("layout.ld").display());
    println!("cargo::rerun-if-changed=layout.ld");
    println!("cargo::rerun-if-env-changed=HOGNOSE_IMAGE");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    let memory = if std::env::var_os("CARGO_FEATURE_LM3S6965").is_some() { LM3S6965 } else { STM32F205 };
    std::fs::write(out.join("memory.ld"), format!("MEMORY\n{{\n{memory}\n}}\n")).expect("writable");
    println!("cargo::rustc-link-search={}", out.display());
    let out = out.join("program.hog");
    match std::env::var_os("HOGNOSE_IMAGE") {
        Some(image) => {
            println!("cargo::rerun-if-changed={}", PathBuf::from(&image).display());
            std::fs::copy(&image, &out).expect("HOGNOSE_IMAGE names an image: `hognose build` makes them");
        }
        None => panic!("HOGNOSE_IMAGE names no image: `cargo xtask port cortex-m` sets it"),
    }
}
