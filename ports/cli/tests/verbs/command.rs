//! The command as its user runs it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The built command.
pub const HOGNOSE: &str = env!("CARGO_BIN_EXE_hognose");

/// What a run said.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// Exit status.
    pub status: i32,
}

/// A folder of its own for a test, with files in it.
pub fn folder(test: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

/// Runs a program there with that standard input.
pub fn run(program: &str, folder: &Path, words: &[&str], input: &str) -> Said {
    let mut child = Command::new(program)
        .current_dir(folder)
        .args(words)
        .env_remove("PYTHONUNBUFFERED")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may end without reading.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    Said { out: text(output.stdout), err: text(output.stderr), status: output.status.code().unwrap_or(-1) }
}

/// Runs `hognose` there.
pub fn hognose(folder: &Path, words: &[&str]) -> Said {
    run(HOGNOSE, folder, words, "")
}

/// A run that printed that, said nothing else and ended well.
pub fn printed(out: &str) -> Said {
    Said { out: out.to_owned(), err: String::new(), status: 0 }
}
