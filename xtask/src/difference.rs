//! `cargo xtask differences`: where Hognose differs from CPython on purpose, as programs, and the page made of them.
//!
//! A difference is `tests/differences/NAME.py`, whose first comment is a title and an explanation. Beside it stands
//! `NAME.cpython`, what CPython 3.11 printed. The page `docs/differences.md` holds what both print; it is checked by running the
//! command again.

use crate::conformance::build;
use crate::corpus;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PAGE_TOP: &str = "# Differences from CPython

Programs that print something else under CPython 3.11 than under Hognose, each with the reason. The page is made by
`cargo xtask differences --record` from the programs in `tests/differences/`, and checked by the tests.
";

/// `differences [--record]`: runs the programs and compares; with `--record` asks CPython too and writes everything down.
pub fn differences(args: &[String]) -> Result<(), String> {
    let record = match args {
        [] => false,
        [flag] if flag == "--record" => true,
        _ => return Err("differences knows --record and nothing else".to_owned()),
    };
    let hognose = build()?;
    let root = corpus::folder()?.join("../..");
    let folder = root.join("tests/differences");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .map_err(|e| format!("tests/differences: {e}"))?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "py"))
        .collect();
    files.sort();
    let mut page = PAGE_TOP.to_owned();
    let mut wrong = Vec::new();
    for file in &files {
        let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        let ours = run(&hognose, &folder, &name)?;
        let recorded = file.with_extension("cpython");
        if record {
            let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
            fs::write(&recorded, run(Path::new(&python), &folder, &name)?)
                .map_err(|e| format!("{name}: {e}"))?;
        }
        let theirs = fs::read_to_string(&recorded).map_err(|e| format!("{}: {e}", recorded.display()))?;
        if ours == theirs {
            wrong.push(format!("{name}: both print the same, it is no difference"));
        }
        let source = fs::read_to_string(file).map_err(|e| format!("{name}: {e}"))?;
        section(&mut page, &source, &ours, &theirs);
    }
    let place = root.join("docs/differences.md");
    if record {
        fs::write(&place, &page).map_err(|e| format!("docs/differences.md: {e}"))?;
    } else if fs::read_to_string(&place).map_err(|e| format!("docs/differences.md: {e}"))? != page {
        wrong.push(
            "docs/differences.md is not what the programs give: cargo xtask differences --record".to_owned(),
        );
    }
    println!("{} differences, {} wrong", files.len(), wrong.len());
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// What a program prints on both streams.
fn run(python: &Path, folder: &Path, name: &str) -> Result<String, String> {
    let done = Command::new(python)
        .args([name])
        .current_dir(folder)
        .env("PYTHONHASHSEED", "0")
        .env("PYTHONWARNINGS", "ignore")
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .map_err(|e| format!("{}: {e}", python.display()))?;
    let text = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    Ok(text.replace(&format!("{}/", whole.display()), ""))
}

/// One section of the page.
fn section(page: &mut String, source: &str, ours: &str, theirs: &str) {
    let comment: Vec<&str> = source.lines().take_while(|line| line.starts_with('#')).collect();
    let code: Vec<&str> = source.lines().skip(comment.len()).collect();
    let text: Vec<&str> = comment.iter().map(|line| line.trim_start_matches('#').trim()).collect();
    let title = text.first().copied().unwrap_or_default();
    let _ = write!(
        page,
        "\n## {title}\n{}\n\n```python\n{}\n```\n",
        text[1.min(text.len())..].join("\n"),
        code.join("\n").trim()
    );
    let _ = write!(
        page,
        "\nHognose prints\n\n```text\n{}\n```\n\nCPython 3.11 prints\n\n```text\n{}\n```\n",
        ours.trim_end(),
        theirs.trim_end()
    );
}
