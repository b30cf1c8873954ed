//! What a device pays for the machine in place.

mod support;

use std::process::Command;
use support::{arm_cargo, home, run, scratch, text};

/// Bytes of text that firmware with the machine and nothing else may have.
const LIMIT: u32 = 6 * 1024;

#[test]
fn the_machine_fits_six_kilobytes() {
    const TARGET: &str = "thumbv7em-none-eabihf";
    let target = scratch("size");
    run(arm_cargo(TARGET)
        .env("CARGO_TARGET_THUMBV7EM_NONE_EABIHF_LINKER", "arm-none-eabi-ld")
        .env("CARGO_TARGET_THUMBV7EM_NONE_EABIHF_RUSTFLAGS", "-Clinker-flavor=ld")
        .args(["build", "--release", "--target", TARGET, "--manifest-path"])
        .arg(home().join("../../crates/bajo/size/Cargo.toml"))
        .arg("--target-dir")
        .arg(&target));
    let elf = target.join(TARGET).join("release/bajo-size");
    let sizes = text(Command::new("arm-none-eabi-size").arg(elf));
    let bytes: u32 =
        sizes.lines().nth(1).and_then(|line| line.split_whitespace().next()).unwrap().parse().unwrap();
    // The machine cannot have vanished.
    assert!((2048..=LIMIT).contains(&bytes), "{bytes} bytes of text, {LIMIT} allowed\n{sizes}");
}
