//! `hognose run` and what is short for it.

use crate::command::{HOGNOSE, Said, folder, hognose, printed, run};
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

const HI: (&str, &str) = ("hi.py", "import sys\nprint('hi', sys.argv)\n");

fn failed(said: &Said, status: i32, in_error: &str) {
    assert_eq!(said.status, status, "{said:?}");
    assert!(said.err.contains(in_error), "{said:?}");
    assert!(!said.err.contains("panicked"), "{said:?}");
}

#[test]
fn programs_come_from_everywhere() {
    let here = folder(
        "run-from",
        &[HI, ("pkg/__init__.py", ""), ("pkg/__main__.py", "print(__name__)"), ("pkg/a.py", "print(1)")],
    );
    assert_eq!(hognose(&here, &["run", "hi.py", "a", "--stats"]), printed("hi ['hi.py', 'a', '--stats']\n"));
    assert_eq!(hognose(&here, &["hi.py", "-c"]), printed("hi ['hi.py', '-c']\n"));
    assert_eq!(hognose(&here, &["-c", "import sys; print(sys.argv)", "x"]), printed("['-c', 'x']\n"));
    assert_eq!(run(HOGNOSE, &here, &["-", "x"], HI.1), printed("hi ['-', 'x']\n"));
    assert_eq!(run(HOGNOSE, &here, &[], "print(2 + 3)"), printed("5\n"));
    assert_eq!(hognose(&here, &["-m", "pkg"]), printed("__main__\n"));
    assert_eq!(hognose(&here, &["-m", "pkg.a"]), printed("1\n"));
    assert_eq!(hognose(&here, &["pkg"]), printed("__main__\n"));
    assert_eq!(hognose(&here, &["-c", ""]), printed(""));
    let said = hognose(&here, &["-m", "hi", "x"]);
    assert!(said.out.ends_with("hi.py', 'x']\n") && said.out.contains("['/"), "{said:?}");
}

#[test]
fn modules_are_found_beside_the_program() {
    let here = folder(
        "run-modules",
        &[
            ("p/main.py", "import other, pkg.sub\nprint(other.x, pkg.sub.y)"),
            ("p/other.py", "x = 1"),
            ("p/pkg/__init__.py", ""),
            ("p/pkg/sub.py", "from . import more\ny = more.z"),
            ("p/pkg/more.py", "z = 2"),
        ],
    );
    assert_eq!(hognose(&here, &["p/main.py"]), printed("1 2\n"));
}

#[test]
fn the_exit_status_is_that_of_python() {
    let here = folder("run-status", &[]);
    for (code, status, err) in [
        ("pass", 0, ""),
        ("import sys; sys.exit()", 0, ""),
        ("import sys; sys.exit(7)", 7, ""),
        ("import sys; sys.exit(256 + 4)", 4, ""),
        ("import sys; sys.exit('bye')", 1, "bye\n"),
        ("raise SystemExit(3)", 3, ""),
        ("exit()", 0, ""),
        ("quit(6)", 6, ""),
        (
            "1/0",
            1,
            "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\nZeroDivisionError: division by zero\n",
        ),
        ("x = = 1", 1, "  File \"<string>\", line 1\n    x = = 1\n        ^\nSyntaxError: invalid syntax\n"),
    ] {
        let wanted = Said { out: String::new(), err: err.to_owned(), status };
        assert_eq!(hognose(&here, &["-c", code]), wanted, "{code}");
        assert_eq!(run("python3", &here, &["-c", code], ""), wanted, "{code}");
    }
    assert_eq!(hognose(&here, &["-c", "print(1, flush=True); 1/0"]).out, "1\n");
}

#[test]
fn wrong_use_is_told() {
    let here = folder("run-wrong", &[HI, ("empty.py", ""), ("d/x.py", "")]);
    std::fs::write(here.join("bytes.py"), b"x = 1\ny = '\xc3('\n").unwrap();
    std::fs::write(here.join("null.py"), b"x = 1\0\n").unwrap();
    std::fs::write(here.join("bad.hog"), b"HOGN rest is nothing").unwrap();
    failed(&hognose(&here, &["no.py"]), 2, "can't open file 'no.py': [Errno 2] No such file or directory\n");
    failed(&hognose(&here, &["d"]), 2, "can't find '__main__' module in 'd'\n");
    failed(&hognose(&here, &["-m", "no"]), 1, "No module named no\n");
    failed(&hognose(&here, &["bytes.py"]), 1, "SyntaxError: Non-UTF-8 code starting with '\\xc3' in file ");
    failed(&hognose(&here, &["null.py"]), 1, "SyntaxError: source code");
    failed(&hognose(&here, &["bad.hog"]), 1, "bad.hog: ");
    assert_eq!(hognose(&here, &["empty.py"]), printed(""));
    failed(&hognose(&here, &["-c"]), 2, "-c <CODE>");
    failed(&hognose(&here, &["--nonsense", "hi.py"]), 2, "unexpected argument '--nonsense'");
    failed(&hognose(&here, &["--memory", "lots", "hi.py"]), 2, "'lots' is no size");
    failed(&hognose(&here, &["--memory", "64G", "hi.py"]), 2, "more than 32G");
    failed(&hognose(&here, &["--fuel", "x", "hi.py"]), 2, "--fuel");
    failed(&hognose(&here, &["--time", "soon", "hi.py"]), 2, "'soon' is no time");
    failed(&hognose(&here, &["--allow", "no", "hi.py"]), 2, "there is no module 'no' to allow");
}

#[test]
#[cfg(unix)]
fn odd_names_are_refused() {
    use std::os::unix::ffi::OsStrExt;
    let here = folder("run-names", &[]);
    let name = std::ffi::OsStr::from_bytes(b"\xff.py");
    let output = Command::new(HOGNOSE).current_dir(here).arg(name).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(output.stderr, b"hognose: an argument is not UTF-8\n");
}

#[test]
fn memory_is_limited() {
    let here = folder("run-memory", &[]);
    let hungry = "x = []\nwhile True: x.append([1] * 100)";
    failed(&hognose(&here, &["--memory", "64K", "-c", hungry]), 1, "MemoryError");
    failed(&hognose(&here, &["--memory", "16M", "-c", hungry]), 1, "MemoryError");
    let caught = "try:\n    x = [0] * 10**9\nexcept MemoryError: print('caught')";
    assert_eq!(hognose(&here, &["--memory", "64K", "-c", caught]), printed("caught\n"));
    failed(&hognose(&here, &["--memory", "1K", "-c", "print(1)"]), 1, "MemoryError");
    assert_eq!(hognose(&here, &["--memory", "16K", "-c", "print(1)"]), printed("1\n"));
}

#[test]
fn fuel_and_time_are_limited() {
    let here = folder("run-limits", &[]);
    let said = hognose(&here, &["--fuel", "100000", "-c", "print(1)\nwhile True: pass"]);
    let err = "hognose: the program used up its fuel of 100000 instructions\n";
    assert_eq!(said, Said { out: "1\n".to_owned(), err: err.to_owned(), status: 3 });
    let start = std::time::Instant::now();
    let said = hognose(&here, &["--time", "200ms", "-c", "while True: pass"]);
    assert_eq!((said.err.as_str(), said.status), ("hognose: the program used up its time of 0.2 s\n", 3));
    assert!(start.elapsed().as_millis() >= 200);
    // No handler of the program keeps it alive.
    let stubborn = "while True:\n    try:\n        while True: pass\n    except BaseException: pass";
    assert_eq!(hognose(&here, &["--fuel", "100000", "-c", stubborn]).status, 3);
}

#[test]
fn statistics_are_told() {
    let here = folder("run-stats", &[]);
    let said = hognose(&here, &["--stats", "--memory", "64K", "-c", "for i in range(9999): x = [i]"]);
    assert_eq!(said.status, 0);
    let words: Vec<&str> = said.err.split_whitespace().collect();
    let number = |after: &str| -> f64 {
        let at = words.iter().position(|word| *word == after).unwrap();
        words[at + 1].trim_end_matches(',').parse().unwrap()
    };
    assert!(number("fuel") > 9999.0, "{said:?}");
    assert!(number("peak") > 1.0 && number("peak") <= 64.0, "{said:?}");
    assert!(number("collections") >= 1.0, "{said:?}");
    assert!(said.err.contains("the longest"), "{said:?}");
}

#[test]
fn modules_are_granted() {
    let here = folder("run-grants", &[("own.py", "x = 1")]);
    assert_eq!(
        hognose(&here, &["--allow", "math", "-c", "import math, own; print(math.floor(own.x))"]),
        printed("1\n")
    );
    for code in [
        "import random",
        "from random import random",
        "__import__('random')",
        "__import__(name='random')",
        "exec('import random')",
        "import sys",
    ] {
        failed(&hognose(&here, &["--allow", "math", "-c", code]), 1, "is not granted to this program");
    }
    // What a module needs itself comes with it.
    assert_eq!(
        hognose(&here, &["--allow", "random", "-c", "import random; print(random.Random(1).random() < 1)"]),
        printed("True\n")
    );
}

#[test]
fn a_sandbox_has_no_files() {
    let here = folder("run-sandbox", &[("x", "text")]);
    let code = "try: open('x')\nexcept PermissionError as e: print(e)\nopen('y', 'w')";
    let said = hognose(&here, &["--sandbox", "-c", code]);
    assert_eq!(said.out, "[Errno 13] Permission denied: 'x'\n");
    failed(&said, 1, "PermissionError: [Errno 13] Permission denied: 'y'");
    assert!(!here.join("y").exists());
}

#[test]
fn standard_input_is_read() {
    let here = folder("run-input", &[]);
    let code = "import sys\nprint(input('? '))\nfor line in sys.stdin: print(repr(line))\nprint(repr(sys.stdin.read()))";
    assert_eq!(run(HOGNOSE, &here, &["-c", code], "a\nb\nc"), printed("? a\n'b\\n'\n'c'\n''\n"));
    failed(&hognose(&here, &["-c", "input()"]), 1, "EOFError: EOF when reading a line");
    // The program itself came from standard input.
    failed(&run(HOGNOSE, &here, &[], "input()"), 1, "EOFError");
    assert_eq!(
        hognose(&here, &["-c", "import sys; print(sys.stdin.isatty(), sys.stdout.isatty())"]),
        printed("False False\n")
    );
    let said = run(HOGNOSE, &here, &["-c", "import sys; print(sys.stdin.buffer.read())"], "é");
    assert_eq!(said, printed("b'\\xc3\\xa9'\n"));
}

/// Runs it and closes standard output after the first bytes.
fn cut_short(here: &Path, words: &[&str]) -> Said {
    let mut child = Command::new(HOGNOSE)
        .current_dir(here)
        .args(words)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = child.stdout.take().unwrap();
    let mut bytes = [0; 2];
    stdout.read_exact(&mut bytes).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Said { out: text(&bytes), err: text(&output.stderr), status: output.status.code().unwrap_or(-1) }
}

#[test]
fn a_reader_that_goes_away_is_told_as_python_tells_it() {
    let here = folder("run-pipe", &[]);
    let said = cut_short(&here, &["-c", "while True: print('y' * 1000)"]);
    assert_eq!(said.out, "yy");
    failed(&said, 1, "BrokenPipeError: [Errno 32] Broken pipe\n");
    let caught = "try:\n    while True: print('y' * 1000)\nexcept BrokenPipeError: raise SystemExit(5)";
    assert_eq!(
        cut_short(&here, &["-c", caught]),
        Said { out: "yy".to_owned(), err: String::new(), status: 5 }
    );
    // The last output, after the end of the program.
    let said = cut_short(&here, &["-c", "print('yy', flush=True)\nfor i in range(10**6): pass\nprint('z')"]);
    failed(
        &said,
        120,
        "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\nBrokenPipeError: [Errno 32] Broken pipe\n",
    );
    let many: String = (0..20000).map(|i| format!("x{i} = {i}\n")).collect();
    std::fs::write(here.join("many.py"), many).unwrap();
    assert_eq!(
        cut_short(&here, &["dis", "many.py"]),
        Said { out: ".c".to_owned(), err: String::new(), status: 141 }
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(HOGNOSE).args(["-c", "print(1)"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(120));
    assert!(output.stderr.ends_with(b"OSError: [Errno 28] No space left on device\n"), "{output:?}");
}

/// Runs it, waits for `ready` on standard output, and presses Ctrl-C.
fn interrupted(here: &Path, code: &str) -> Said {
    let mut child = Command::new(HOGNOSE)
        .current_dir(here)
        .args(["-c", code])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Held open, so that a read of it waits.
    let stdin = child.stdin.take();
    let mut stdout = child.stdout.take().unwrap();
    let (sender, receiver) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let mut out = [0; 6];
        let read = stdout.read_exact(&mut out);
        let _ = sender.send(());
        read.unwrap();
        assert_eq!(&out, b"ready\n");
        let mut rest = String::new();
        stdout.read_to_string(&mut rest).unwrap();
        rest
    });
    let ready = receiver.recv_timeout(std::time::Duration::from_secs(20));
    if ready.is_err() {
        let _ = child.kill();
    }
    std::thread::sleep(std::time::Duration::from_millis(50));
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(sent.success());
    let output = child.wait_with_output().unwrap();
    drop(stdin);
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    Said { out: reader.join().unwrap(), err, status: output.status.code().unwrap_or(-1) }
}

#[test]
#[cfg(unix)]
fn ctrl_c_is_a_keyboard_interrupt() {
    let here = folder("run-interrupt", &[]);
    let said = interrupted(&here, "print('ready', flush=True)\nwhile True: pass");
    let err =
        "Traceback (most recent call last):\n  File \"<string>\", line 2, in <module>\nKeyboardInterrupt\n";
    assert_eq!(said, Said { out: String::new(), err: err.to_owned(), status: 130 });
    let caught =
        "print('ready', flush=True)\ntry:\n    while True: pass\nexcept KeyboardInterrupt: print('caught')";
    assert_eq!(interrupted(&here, caught), printed("caught\n"));
    let waits = "print('ready', flush=True)\ntry: input()\nexcept KeyboardInterrupt: print('caught')";
    assert_eq!(interrupted(&here, waits), printed("caught\n"));
}

#[test]
fn flushed_output_arrives_at_once() {
    let here = folder("run-flush", &[]);
    for flush in [
        "print('ready', flush=True)",
        "print('ready', flush=[1])",
        "print('ready'); import sys; sys.stdout.flush()",
    ] {
        let said = interrupted(&here, &format!("{flush}\nwhile True: pass"));
        assert_eq!(said.status, 130, "{flush} {said:?}");
    }
}

#[test]
fn rigs_make_no_difference() {
    let program = "class A:\n    def __init__(self, n): self.n = n\n    def __repr__(self): return f'A({self.n})'\n\ndef gen(n):\n    for i in range(n):\n        try: yield A(i)\n        finally: print('left', i)\n\nx = list(gen(3))\nprint(x, {str(a): a.n for a in x}, sum(i * i for i in range(100)))\n1/0\n";
    let here = folder("run-rigs", &[("p.py", program)]);
    let plain = hognose(&here, &["p.py"]);
    assert_eq!(plain.status, 1);
    for rig in ["move", "slice", "image"] {
        assert_eq!(hognose(&here, &["--rig", rig, "p.py"]), plain, "{rig}");
    }
    let limited = hognose(&here, &["--rig", "slice", "--fuel", "30000", "-c", "while True: pass"]);
    assert_eq!(limited.status, 3, "{limited:?}");
}

#[test]
fn minus_i_goes_on_with_a_prompt() {
    let here = folder("run-prompt", &[("p.py", "x = 5")]);
    assert_eq!(run(HOGNOSE, &here, &["-i", "p.py"], "x + 1\n"), printed("6\n"));
}
