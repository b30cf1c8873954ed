//! Compiles the frozen library: `frozen/core/*.py` together are module `_core`, each other `frozen/NAME.py` is module `NAME`, a
//! folder with `__init__.py` is a package.

use std::path::{Path, PathBuf};

struct Module {
    name: String,
    source: String,
    package: bool,
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    paths.sort();
    paths
}

fn is_python(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "py")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).expect("readable")
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a file").to_string_lossy().into_owned()
}

/// Modules of a folder, their names behind that of the package they are in.
fn collect(folder: &Path, package: &str, modules: &mut Vec<Module>) {
    let dotted = |name: String| if package.is_empty() { name } else { format!("{package}.{name}") };
    for path in entries(folder) {
        if is_python(&path) && stem(&path) != "__init__" {
            modules.push(Module { name: dotted(stem(&path)), source: read(&path), package: false });
        }
        let init = path.join("__init__.py");
        if init.is_file() {
            let name = dotted(stem(&path));
            modules.push(Module { name: name.clone(), source: read(&init), package: true });
            collect(&path, &name, modules);
        }
    }
}

/// The functions of a text that is nothing but functions, by name: the engine looks for them that way.
fn by_name(text: &str, wanted: Option<&[&str]>) -> String {
    let mut functions: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in text.lines() {
        let after_def = line.strip_prefix("async ").unwrap_or(line).strip_prefix("def ");
        if let Some(rest) = after_def {
            let name = rest.split('(').next().unwrap_or(rest);
            functions.push((name, Vec::new()));
        }
        match functions.last_mut() {
            Some((_, lines)) => lines.push(line),
            None => assert!(line.is_empty() || line.starts_with('#'), "not in a function: {line}"),
        }
    }
    if let Some(names) = wanted {
        functions.retain(|(name, _)| names.contains(name));
    }
    functions.sort_by_key(|(name, _)| *name);
    functions.iter().flat_map(|(_, lines)| lines.iter().flat_map(|line| [*line, "\n"])).collect()
}

/// Parts of `_core` that only natives of the library's modules call, and what builds without a library do without.
const OF_MODULES: &[&str] = &[
    "lib_array",
    "lib_class",
    "lib_collections",
    "lib_complex",
    "lib_console",
    "lib_json",
    "lib_memory",
    "lib_number",
    "lib_re",
    "lib_struct",
    "lib_sys",
    "lib_time",
];

fn main() {
    println!("cargo::rerun-if-changed=frozen");
    println!("cargo::rerun-if-env-changed=HOGNOSE_NAMES");
    let names = std::env::var_os("HOGNOSE_NAMES").map(|file| {
        println!("cargo::rerun-if-changed={}", PathBuf::from(&file).display());
        std::fs::read_to_string(&file).expect("HOGNOSE_NAMES names a file of names")
    });
    let names: Option<Vec<&str>> = names.as_ref().map(|names| names.lines().collect());
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it")).join("frozen");
    let (mut core, mut language) = (String::new(), String::new());
    for path in entries(&root.join("core")).iter().filter(|path| is_python(path)) {
        let text = read(path);
        for part in [&mut core, &mut language].iter_mut().take(if OF_MODULES.contains(&stem(path).as_str()) {
            1
        } else {
            2
        }) {
            part.push_str(&text);
            part.push('\n');
        }
    }
    let (core, language) = (by_name(&core, names.as_deref()), by_name(&language, names.as_deref()));
    let language = Module { name: "_core".to_owned(), source: language, package: false };
    let mut modules = vec![Module { name: "_core".to_owned(), source: core, package: false }];
    collect(&root, "", &mut modules);
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    std::fs::write(out.join("frozen.hog"), frozen::image(&modules)).expect("writable");
    std::fs::write(out.join("language.hog"), frozen::image(&[language])).expect("writable");
    std::fs::write(out.join("core.hog"), frozen::image(&modules[..1])).expect("writable");
}

mod frozen {
    use super::Module;
    use hognose_compiler::{Request, compile_modules};

    /// One image of all modules, hidden from tracebacks.
    pub fn image(modules: &[Module]) -> Vec<u8> {
        let names: Vec<String> = modules.iter().map(|m| format!("<frozen {}>", m.name)).collect();
        let requests: Vec<Request<'_>> = modules
            .iter()
            .zip(&names)
            .map(|(module, file)| Request {
                module: &module.name,
                package: module.package,
                hidden: true,
                strip: true,
                ..Request::new(module.source.as_bytes(), file)
            })
            .collect();
        let mut memory = vec![0u64; 4 << 20];
        match compile_modules(&requests, &mut memory) {
            Ok(len) => memory.iter().flat_map(|w| w.to_le_bytes()).take(len).collect(),
            Err(error) => panic!("the frozen library does not compile: line {}: {error}", error.line),
        }
    }
}
