//! Errors of programs shown with the line of the source, which the device does not hold.

use super::link::Failure;
use std::path::{Path, PathBuf};

/// How a program's error is shown: file, line, column, the line itself, and what is wrong.
pub fn shown(failure: &Failure, name: &str, source: Option<&Path>) -> String {
    let mut text = String::new();
    let line = failure.line;
    if line > 0 {
        text.push_str(&format!("  File \"{name}\", line {line}"));
        if failure.column > 0 {
            text.push_str(&format!(", column {}", failure.column));
        }
        text.push('\n');
        if let Some(found) = source.and_then(|path| line_of(path, line)) {
            let code = found.trim_start();
            let cut = found.chars().count() - code.chars().count();
            text.push_str(&format!("    {}\n", code.trim_end()));
            let column = usize::from(failure.column);
            if column > cut && column <= found.chars().count() {
                text.push_str(&format!("    {}^\n", " ".repeat(column - 1 - cut)));
            }
        }
    } else if !name.is_empty() {
        text.push_str(&format!("  File \"{name}\"\n"));
    }
    text.push_str(&failure.error);
    if !failure.message.is_empty() {
        text.push_str(&format!(": {}", failure.message));
    }
    text
}

fn line_of(path: &Path, line: u32) -> Option<String> {
    let text = std::fs::read(path).ok()?;
    let line = text.split(|&byte| byte == b'\n').nth(line as usize - 1)?;
    Some(String::from_utf8_lossy(line).into_owned())
}

/// The local source of a program with that name: the file that was said, or one of that name here.
pub fn find(said: Option<&Path>, name: &str) -> Option<PathBuf> {
    let path = said.map_or_else(|| PathBuf::from(name), Path::to_path_buf);
    (!path.as_os_str().is_empty() && path.is_file()).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_shown_with_a_mark() {
        let path = std::env::temp_dir().join(format!("hognose-source-{}.py", std::process::id()));
        std::fs::write(&path, "x = 1\n    y = x / 0\n").unwrap();
        let mut failure = Failure {
            line: 2,
            column: 9,
            error: "ZeroDivisionError".into(),
            message: "division by zero".into(),
        };
        let text = shown(&failure, "a.py", Some(&path));
        assert_eq!(
            text,
            "  File \"a.py\", line 2, column 9\n    y = x / 0\n        ^\nZeroDivisionError: division by zero"
        );
        failure.line = 9;
        assert_eq!(
            shown(&failure, "a.py", Some(&path)),
            "  File \"a.py\", line 9, column 9\nZeroDivisionError: division by zero"
        );
        failure = Failure { line: 0, column: 0, error: "MemoryError".into(), message: String::new() };
        assert_eq!(shown(&failure, "a.py", None), "  File \"a.py\"\nMemoryError");
        std::fs::remove_file(path).unwrap();
    }
}
