//! Which attributes of built-in types and functions a build keeps: all, or those whose names are in the file that
//! `HOGNOSE_NAMES` names, a name a line.

use std::path::PathBuf;

fn main() {
    println!("cargo::rerun-if-env-changed=HOGNOSE_NAMES");
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("wanted.rs");
    let text = match std::env::var_os("HOGNOSE_NAMES") {
        None => "None".to_owned(),
        Some(file) => {
            println!("cargo::rerun-if-changed={}", PathBuf::from(&file).display());
            let names = std::fs::read_to_string(&file).expect("HOGNOSE_NAMES names a file of names");
            let mut names: Vec<&str> = names.lines().collect();
            names.sort_unstable();
            names.dedup();
            format!("Some(&{names:?})")
        }
    };
    std::fs::write(out, text).expect("writable");
}
