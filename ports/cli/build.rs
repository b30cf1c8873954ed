//! How the command is linked.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |key: &str, value: &str| std::env::var(key).is_ok_and(|found| found == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        // At a fixed address: the 13,000 pointers of the tables need no relocation, which was a third of each start and 0.7 MB of
        // memory.
        println!("cargo:rustc-link-arg-bins=-no-pie");
        // What is rarely run stands apart from the rest, so that fewer pages are touched. GNU ld does that by itself.
        println!("cargo:rustc-link-arg-bins=-Wl,-z,keep-text-section-prefix");
    }
}
