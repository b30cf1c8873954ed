//! Compiles the frozen library: `frozen/core/*.py` together are module `_core`, each `frozen/NAME.py` is module `NAME`.

use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "py")).collect();
    files.sort();
    files
}

fn main() {
    println!("cargo::rerun-if-changed=frozen");
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("frozen");
    let mut core = String::new();
    for file in sources(&root.join("core")) {
        core.push_str(&std::fs::read_to_string(&file).expect("readable"));
        core.push('\n');
    }
    let mut modules = vec![("_core".to_owned(), core)];
    for file in sources(&root) {
        let name = file.file_stem().expect("a file").to_string_lossy().into_owned();
        modules.push((name, std::fs::read_to_string(&file).expect("readable")));
    }
    let image = frozen::image(&modules);
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it")).join("frozen.hog");
    std::fs::write(out, image).expect("writable");
}

mod frozen {
    use hognose_compiler::{Mode, Request, compile_modules};

    /// One image of all modules, hidden from tracebacks.
    pub fn image(modules: &[(String, String)]) -> Vec<u8> {
        let names: Vec<String> = modules.iter().map(|(name, _)| format!("<frozen {name}>")).collect();
        let requests: Vec<Request<'_>> = modules
            .iter()
            .zip(&names)
            .map(|((name, source), file)| Request {
                source: source.as_bytes(),
                file,
                module: name,
                mode: Mode::Exec,
                hidden: true,
                strip: true,
                ..Request::default()
            })
            .collect();
        let mut memory = vec![0u64; 4 << 20];
        match compile_modules(&requests, &mut memory) {
            Ok(len) => memory.iter().flat_map(|w| w.to_le_bytes()).take(len).collect(),
            Err(error) => panic!("the frozen library does not compile: {error}"),
        }
    }
}
