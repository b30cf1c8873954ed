//! Tells the linker what the kernel can load: position independent, one segment, relocations of one kind.
//! Constants hold addresses too, and everything can be written to.

use std::path::PathBuf;

fn main() {
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    println!("cargo::rustc-link-arg=-T{}", folder.join("layout.ld").display());
    for arg in
        ["-pie", "--no-dynamic-linker", "-znorelro", "-znotext", "-zmax-page-size=4096", "--hash-style=gnu"]
    {
        println!("cargo::rustc-link-arg={arg}");
    }
    println!("cargo::rerun-if-changed=layout.ld");
}
