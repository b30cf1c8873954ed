//! Tells the linker where memory is, and the program which image to run: that of the file that `HOGNOSE_IMAGE` names.

use std::path::PathBuf;

fn main() {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    println!("cargo::rustc-link-arg=-T{}", folder.join("layout.ld").display());
    println!("cargo::rerun-if-changed=layout.ld");
    println!("cargo::rerun-if-env-changed=HOGNOSE_IMAGE");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("program.hog");
    match std::env::var_os("HOGNOSE_IMAGE") {
        Some(image) => {
            println!("cargo::rerun-if-changed={}", PathBuf::from(&image).display());
            std::fs::copy(&image, &out).expect("HOGNOSE_IMAGE names an image: `hognose build` makes them");
        }
        None => panic!("HOGNOSE_IMAGE names no image: `cargo xtask port cortex-m` sets it"),
    }
}
