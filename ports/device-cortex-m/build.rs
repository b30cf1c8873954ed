//! Tells the linker where memory is.

use std::path::PathBuf;

fn main() {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    println!("cargo::rustc-link-arg=-T{}", folder.join("layout.ld").display());
    println!("cargo::rerun-if-changed=layout.ld");
}
