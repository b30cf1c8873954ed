//! How the released command is linked, so that a start touches little memory. Without any of it the command works the same.

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=start.ld");
    println!("cargo:rerun-if-env-changed=CARGO_ENCODED_RUSTFLAGS");
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if !(is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && is("PROFILE", "release"))
    {
        return;
    }
    // One library less to load: what walks the stack for a backtrace comes from the compiler's archive.
    println!("cargo:rustc-link-lib=gcc_eh");
    // A linker that the builder chose may know no scripts: mold does not.
    let chosen = ["RUSTC_LINKER", "CARGO_ENCODED_RUSTFLAGS"].map(|name| env::var(name).unwrap_or_default());
    if chosen.iter().any(|chosen| ["mold", "gold", "wild"].iter().any(|linker| chosen.contains(linker))) {
        return;
    }
    let folder = env::var("CARGO_MANIFEST_DIR").expect("cargo tells it");
    println!("cargo:rustc-link-arg-bins=-T{folder}/start.ld");
}
