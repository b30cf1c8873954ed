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
        push_line(&mut text, source.map(Path::to_path_buf), line, usize::from(failure.column));
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
    let line = text.split(|&byte| byte == b'\n').nth((line as usize).checked_sub(1)?)?;
    Some(String::from_utf8_lossy(line).into_owned())
}

/// The local source of a program with that name: the file that was said, or one of that name here.
pub fn find(said: Option<&Path>, name: &str) -> Option<PathBuf> {
    let path = said.map_or_else(|| PathBuf::from(name), Path::to_path_buf);
    (!path.as_os_str().is_empty() && path.is_file()).then_some(path)
}

/// How a traceback begins.
const BEGIN: &str = "Traceback (most recent call last):";

/// Finds tracebacks in the output of a program. A device holds no source: its tracebacks come without the lines, which are put in
/// here.
#[derive(Debug, Default)]
pub struct Tracebacks {
    /// The line that is not complete yet, while it may be one of a traceback.
    line: String,
    /// The last output ended with a line.
    inside: bool,
    /// Lines of a traceback that is not complete.
    lines: Vec<String>,
    /// A complete one that nobody was shown.
    whole: Option<Vec<String>>,
}

impl Tracebacks {
    /// Takes output; gives what is no traceback.
    pub fn take(&mut self, text: &str) -> String {
        let mut plain = String::new();
        for piece in text.split_inclusive('\n') {
            if self.inside {
                // In the middle of an ordinary line.
                plain.push_str(piece);
                self.inside = !piece.ends_with('\n');
                continue;
            }
            self.line.push_str(piece);
            if self.lines.is_empty() && !BEGIN.starts_with(self.line.trim_end_matches('\n')) {
                self.inside = !self.line.ends_with('\n');
                plain.push_str(&std::mem::take(&mut self.line));
            } else if self.line.ends_with('\n') {
                let line = std::mem::take(&mut self.line);
                let line = line.trim_end_matches('\n').to_owned();
                let begins = line == BEGIN && self.lines.is_empty();
                if begins {
                    self.lines.push(line);
                } else if self.lines.is_empty() {
                    plain.push_str(&line);
                    plain.push('\n');
                } else {
                    let last = !line.starts_with(' ');
                    self.lines.push(line);
                    if last {
                        self.whole = Some(std::mem::take(&mut self.lines));
                    }
                }
            }
        }
        plain
    }

    /// Takes output; gives all of it, with lines of the source in its tracebacks.
    pub fn fill(&mut self, text: &str, said: Option<&Path>) -> String {
        let mut filled = String::new();
        for line in text.split_inclusive('\n') {
            filled.push_str(&self.take(line));
            if let Some(traceback) = self.shown(None, said) {
                filled.push_str(&traceback);
                filled.push('\n');
            }
        }
        filled
    }

    /// Is there one that nobody was shown?
    pub fn is_whole(&self) -> bool {
        self.whole.is_some()
    }

    /// The traceback, with lines of the source; `failure` tells the column of the last.
    pub fn shown(&mut self, failure: Option<&Failure>, said: Option<&Path>) -> Option<String> {
        let lines = self.whole.take()?;
        let last = lines.iter().rposition(|line| place(line).is_some());
        let mut text = String::new();
        for (i, line) in lines.iter().enumerate() {
            text.push_str(line);
            text.push('\n');
            let has_source = lines.get(i + 1).is_some_and(|next| next.starts_with("    "));
            if let Some((file, number)) = place(line).filter(|_| !has_source) {
                let column = failure
                    .filter(|failure| Some(i) == last && failure.line == number)
                    .map_or(0, |failure| usize::from(failure.column));
                push_line(&mut text, find(said.filter(|said| is_named(said, file)), file), number, column);
            }
        }
        Some(text.trim_end().to_owned())
    }
}

fn is_named(path: &Path, file: &str) -> bool {
    path.file_name() == Path::new(file).file_name()
}

/// File and line of a line of a traceback.
fn place(line: &str) -> Option<(&str, u32)> {
    let (file, rest) = line.strip_prefix("  File \"")?.split_once("\", line ")?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    Some((file, digits.parse().ok()?))
}

/// A line of the source, with a mark below its column.
fn push_line(text: &mut String, source: Option<PathBuf>, line: u32, column: usize) {
    let Some(found) = source.and_then(|path| line_of(&path, line)) else { return };
    let code = found.trim_start();
    let cut = found.chars().count() - code.chars().count();
    text.push_str(&format!("    {}\n", code.trim_end()));
    if column > cut && column <= found.chars().count() {
        text.push_str(&format!("    {}^\n", " ".repeat(column - 1 - cut)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_shown_with_a_mark() {
        let path = std::env::temp_dir().join(format!("hognose-source-{}.py", std::process::id()));
        std::fs::write(&path, "x = 1\n    y = x / 0\n").unwrap();
        let mut failure = Failure {
            program: 0,
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
        failure =
            Failure { program: 0, line: 0, column: 0, error: "MemoryError".into(), message: String::new() };
        assert_eq!(shown(&failure, "a.py", None), "  File \"a.py\"\nMemoryError");
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn tracebacks_are_found_and_filled() {
        let path = std::env::temp_dir().join(format!("hognose-traceback-{}.py", std::process::id()));
        std::fs::write(&path, "def f(x):\n    return 1 / x\nf(0)\n").unwrap();
        let name = path.display();
        let output = format!(
            "Trace\nno end{BEGIN}\n{BEGIN}\n  File \"{name}\", line 3, in <module>\n  File \"{name}\", line 2, in f\n\
             ZeroDivisionError: division by zero\nlater\n"
        );
        let failure = Failure {
            program: 0,
            line: 2,
            column: 12,
            error: "ZeroDivisionError".into(),
            message: "division by zero".into(),
        };
        // In pieces of any size.
        for size in [1, 7, 10_000] {
            let (mut found, mut plain) = (Tracebacks::default(), String::new());
            for piece in output.as_bytes().chunks(size) {
                plain.push_str(&found.take(std::str::from_utf8(piece).unwrap()));
            }
            assert_eq!(plain, format!("Trace\nno end{BEGIN}\nlater\n"));
            let text = found.shown(Some(&failure), None).unwrap();
            assert_eq!(
                text,
                format!(
                    "{BEGIN}\n  File \"{name}\", line 3, in <module>\n    f(0)\n  File \"{name}\", line 2, in f\n    \
                     return 1 / x\n           ^\nZeroDivisionError: division by zero"
                )
            );
            assert!(!found.is_whole());
        }
        std::fs::remove_file(path).unwrap();
    }
}
