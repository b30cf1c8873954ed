//! `cargo xtask record`: asks CPython 3.11 what every program of the corpus prints, and writes it down.

use crate::corpus::{self, Program};
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The reference: what it prints, we print.
const REFERENCE: &str = "Python 3.11.";

/// A program that takes longer is broken. Most take a few milliseconds.
const LIMIT: Duration = Duration::from_secs(10);

/// What one run of a program gave, places of this machine taken out.
#[derive(Debug, PartialEq, Eq)]
struct Said {
    out: String,
    err: String,
    status: i32,
}

/// `record [--check] [FILTER...]`: runs the programs whose `GROUP/NAME` holds a filter (all if there is none) and
/// writes `.out`, `.err` and `.status` beside them. With `--check` nothing is written: other hash seed, and every
/// difference from what stands there is an error.
pub fn record(args: &[String]) -> Result<(), String> {
    let mut check = false;
    let mut filters = Vec::new();
    for arg in args {
        match arg.as_str() {
            "--check" => check = true,
            flag if flag.starts_with('-') => return Err(format!("record knows --check, not {flag}")),
            filter => filters.push(filter.to_string()),
        }
    }
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_string());
    let home = home(&python)?;
    let programs = corpus::programs(&corpus::folder()?, &filters)?;
    let mut changed = 0;
    let mut wrong = Vec::new();
    for program in &programs {
        let said = match run(&python, program, if check { "1" } else { "0" }) {
            Ok(said) => said,
            Err(e) => {
                wrong.push(e);
                continue;
            }
        };
        if tells_place(&said, &home) {
            wrong.push(format!("{}: prints a path of this machine", program.title()));
            continue;
        }
        if same(program, &said) {
            continue;
        }
        if check {
            wrong.push(format!("{}: says something else than recorded", program.title()));
        } else {
            write(program, &said)?;
            changed += 1;
            println!("recorded {}", program.title());
        }
    }
    println!("{} programs, {changed} recorded anew, {} wrong", programs.len(), wrong.len());
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// Makes sure that `python` is the reference; gives the place where it is installed.
fn home(python: &str) -> Result<String, String> {
    let ask = |args: &[&str]| {
        let output = Command::new(python).args(args).output().map_err(|e| format!("{python}: {e}"))?;
        Ok::<String, String>(String::from_utf8_lossy(&output.stdout).trim().to_string())
    };
    let said = ask(&["--version"])?;
    if said.starts_with(REFERENCE) {
        ask(&["-c", "import sys; print(sys.base_prefix)"])
    } else {
        Err(format!("{python} is {said:?}, the reference is {REFERENCE}x (set PYTHON to it)"))
    }
}

/// Whether a program printed where this machine keeps its Python: no other machine could say the same.
fn tells_place(said: &Said, home: &str) -> bool {
    let library = format!("{home}/lib/python");
    said.out.contains(&library) || said.err.contains(&library)
}

/// Runs one program in its own folder with a bare surrounding.
fn run(python: &str, program: &Program, seed: &str) -> Result<Said, String> {
    let mut command = Command::new(python);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("PYTHON") {
            command.env_remove(name);
        }
    }
    command.env("PYTHONHASHSEED", seed).env("PYTHONIOENCODING", "utf-8").env("LC_ALL", "C.UTF-8");
    command.arg("-B").arg(program.file()).current_dir(program.folder());
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|e| format!("{python}: {e}"))?;
    let out = reader(child.stdout.take());
    let err = reader(child.stderr.take());
    let status = wait(&mut child).map_err(|e| format!("{}: {e}", program.title()))?;
    let text = |thread: thread::JoinHandle<Vec<u8>>, what: &str| {
        let bytes = thread.join().map_err(|_| format!("{}: reading {what} failed", program.title()))?;
        let text = String::from_utf8(bytes).map_err(|e| format!("{}: {what}: {e}", program.title()))?;
        Ok::<String, String>(program.without_folder(&text))
    };
    Ok(Said { out: text(out, "stdout")?, err: text(err, "stderr")?, status })
}

/// Reads a pipe to its end beside the program, so that a full pipe cannot stop it.
fn reader(pipe: Option<impl Read + Send + 'static>) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // A broken pipe shows as missing text, which the comparison sees.
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}

/// Waits for the end of a program, at most `LIMIT`.
fn wait(child: &mut Child) -> Result<i32, String> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(|e| e.to_string())? {
            return status.code().ok_or_else(|| format!("ended by {status}"));
        }
        if start.elapsed() > LIMIT {
            child.kill().map_err(|e| e.to_string())?;
            child.wait().map_err(|e| e.to_string())?;
            return Err(format!("still running after {} s", LIMIT.as_secs()));
        }
        thread::sleep(Duration::from_millis(1));
    }
}

/// Whether the recorded expectations are what the program said.
fn same(program: &Program, said: &Said) -> bool {
    program.out.as_ref() == Some(&said.out) && program.err == said.err && program.status == said.status
}

/// Writes what was said beside the program; files that would say nothing are taken away.
fn write(program: &Program, said: &Said) -> Result<(), String> {
    let status = if said.status == 0 { String::new() } else { format!("{}\n", said.status) };
    put(&program.path.with_extension("out"), &said.out, true)?;
    put(&program.path.with_extension("err"), &said.err, false)?;
    put(&program.path.with_extension("status"), &status, false)
}

/// Writes one file; an empty text takes it away unless `always`.
fn put(path: &Path, text: &str, always: bool) -> Result<(), String> {
    let done = if always || !text.is_empty() {
        fs::write(path, text)
    } else if path.exists() {
        fs::remove_file(path)
    } else {
        Ok(())
    };
    done.map_err(|e| format!("{}: {e}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_written_and_read_back() {
        let folder = std::env::temp_dir().join(format!("hognose-record-{}", std::process::id()));
        let group = folder.join("group");
        fs::create_dir_all(&group).unwrap();
        fs::write(group.join("p.py"), "").unwrap();
        let read = || Program::read(&group.join("p.py")).unwrap();
        let first = Said { out: "1\n".to_string(), err: "E\n".to_string(), status: 3 };
        assert!(!same(&read(), &first));
        write(&read(), &first).unwrap();
        assert!(same(&read(), &first));
        let second = Said { out: String::new(), err: String::new(), status: 0 };
        write(&read(), &second).unwrap();
        assert!(same(&read(), &second));
        assert!(
            group.join("p.out").exists() && !group.join("p.err").exists() && !group.join("p.status").exists()
        );
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_path_into_the_library_is_seen() {
        let err = "from 'x' (/some/where/lib/python3.11/x.py)".to_string();
        let said = Said { out: String::new(), err, status: 1 };
        assert!(tells_place(&said, "/some/where"));
        assert!(!tells_place(&said, "/else/where"));
    }

    #[test]
    fn an_unknown_flag_is_refused() {
        assert!(record(&["--what".to_string()]).unwrap_err().contains("--what"));
    }
}
