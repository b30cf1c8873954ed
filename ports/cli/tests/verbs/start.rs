//! `start.ld` tells the linker what runs at every start. A name in it that is no more would go unseen.

use std::path::{Path, PathBuf};

/// The parts of a name as compilers write them: each behind its length. None: one is cut or of another length.
fn parts(mut name: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    while !name.is_empty() {
        let digits = name.len() - name.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (length, rest) = name.split_at(digits);
        let (part, rest) = rest.split_at_checked(length.parse().ok()?)?;
        parts.push(part);
        name = rest;
    }
    Some(parts)
}

/// The file of a module in a folder.
fn module(folder: &Path, name: &str) -> Option<PathBuf> {
    [folder.join(format!("{name}.rs")), folder.join(name).join("mod.rs")]
        .into_iter()
        .find(|file| file.exists())
}

/// Are there these modules, and in the last one what is named behind them? In the first of the crates that has them.
fn exists(sources: &[PathBuf], names: &[&str]) -> bool {
    sources.iter().any(|source| {
        let mut folder = source.clone();
        let mut file =
            ["lib.rs", "main.rs"].map(|file| source.join(file)).into_iter().find(|file| file.exists());
        for name in names {
            if let Some(found) = module(&folder, name) {
                file = Some(found);
                folder.push(name);
                continue;
            }
            let text = file.as_ref().map(|file| std::fs::read_to_string(file).unwrap()).unwrap_or_default();
            if !["fn", "struct", "enum"].iter().any(|kind| text.contains(&format!("{kind} {name}"))) {
                return false;
            }
        }
        true
    })
}

#[test]
fn what_start_ld_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let script = std::fs::read_to_string(root.join("start.ld")).unwrap();
    let names = script.split(|c: char| " ()\n".contains(c)).filter_map(|word| {
        word.strip_prefix(".text._*").or(word.strip_prefix(".text.*")).and_then(|word| word.strip_suffix('*'))
    });
    let mut checked = 0;
    for name in
        names.filter(|name| name.starts_with(|c: char| c.is_ascii_digit()) && name.contains("hognose"))
    {
        let parts = parts(name).unwrap_or_else(|| panic!("{name}: a length in it is wrong"));
        // The command and the engine for programs in Rust have the same name.
        let sources = match parts[0] {
            "hognose" => vec![root.join("src"), root.join("../../crates/hognose/src")],
            name => vec![root.join("../../crates").join(name.replace('_', "-")).join("src")],
        };
        assert!(exists(&sources, &parts[1..]), "{name}: there is no such thing");
        checked += 1;
    }
    assert!(checked > 40, "{checked} names");
}
