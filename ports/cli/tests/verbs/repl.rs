//! `hognose repl`, at a terminal that Python plays, and in a pipe.

use crate::command::{HOGNOSE, Said, folder, printed, run};
use std::path::Path;

/// Keys, and what is on the screen after them.
type Step<'a> = (&'a str, &'a str);

const ENTER_D: &str = "\x04";

/// Plays a user with those arguments of the command; the exit status.
fn at_terminal(here: &Path, arguments: &[&str], steps: &[Step<'_>]) -> i32 {
    let mut list = Vec::new();
    for (i, (keys, wanted)) in steps.iter().enumerate() {
        list.push(serde_json::json!([keys, wanted]));
        // Keys are pressed when the editor is there again: before that they are the terminal's.
        if i + 1 < steps.len() && wanted.ends_with("\r\n") {
            list.push(serde_json::json!(["", ">>> "]));
        }
    }
    let player = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/verbs/programs/terminal.py");
    let mut command = std::process::Command::new("python3");
    command.arg(player).arg(serde_json::Value::from(list).to_string()).arg(HOGNOSE).args(arguments);
    command.env("TERM", "xterm").env("HOGNOSE_HISTORY", here.join("history")).current_dir(here);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().parse().unwrap()
}

#[test]
fn values_are_shown_and_kept() {
    let here = folder("repl-values", &[]);
    let steps = [
        ("", ">>> "),
        ("x = 6 * 7\r", ">>> "),
        ("x\r", "\n42\r\n"),
        ("'a' + 'b'\r", "\n'ab'\r\n"),
        ("_ * 2\r", "\n'abab'\r\n"),
        ("None\r", ">>> "),
        ("import sys; sys.stdout.isatty(), sys.stdin.isatty()\r", "\n(True, True)\r\n"),
        ("print('p'); 1; 2\r", "\np\r\n1\r\n2\r\n"),
        (ENTER_D, ""),
    ];
    assert_eq!(at_terminal(&here, &[], &steps), 0);
}

#[test]
fn inputs_have_several_lines() {
    let here = folder("repl-lines", &[]);
    let steps = [
        ("", ">>> "),
        ("def double(n):\r", "... "),
        ("    return 2 * n\r", "... "),
        ("\r", ">>> "),
        ("double(4)\r", "\n8\r\n"),
        ("(1 +\r", "... "),
        ("2)\r", "\n3\r\n"),
        ("if double: 'yes'\r", "... "),
        ("\r", "\n'yes'\r\n"),
        // Pasted at once.
        ("\x1b[200~a = 5\nfor i in range(2):\n    print(a + i)\na + 9\x1b[201~\r", "\n5\r\n6\r\n14\r\n"),
        (ENTER_D, ""),
    ];
    assert_eq!(at_terminal(&here, &["repl"], &steps), 0);
}

#[test]
fn errors_leave_the_prompt() {
    let here = folder("repl-errors", &[]);
    let trace = "Traceback (most recent call last):\r\n  File \"<stdin>\", line 1, in <module>\r\n";
    let zero = format!("{trace}ZeroDivisionError: division by zero\r\n");
    let steps = [
        ("", ">>> "),
        ("1 / 0\r", &*zero),
        ("x = = 1\r", "    x = = 1\r\n        ^\r\nSyntaxError: invalid syntax\r\n"),
        ("'open\r", "SyntaxError: unterminated string literal"),
        ("2 + 2\r", "\n4\r\n"),
        ("raise SystemExit(9)\r", ""),
    ];
    assert_eq!(at_terminal(&here, &[], &steps), 9);
}

#[test]
fn ctrl_c_ends_what_runs_and_keeps_the_prompt() {
    let here = folder("repl-interrupt", &[]);
    let steps = [
        ("", ">>> "),
        ("x = 1\r", ">>> "),
        ("for x in range(10**12): x or print('on')\r", "... "),
        ("\r", "\non"),
        (
            "\x03",
            "Traceback (most recent call last):\r\n  File \"<stdin>\", line 1, in <module>\r\nKeyboardInterrupt\r\n",
        ),
        ("x > 0\r", "\nTrue\r\n"),
        ("half a line\x03", "KeyboardInterrupt\r\n"),
        ("x > 2\r", "\nTrue\r\n"),
        (ENTER_D, ""),
    ];
    assert_eq!(at_terminal(&here, &[], &steps), 0);
}

#[test]
fn tab_completes() {
    let here = folder("repl-complete", &[("own_module.py", "speed = 5")]);
    let steps = [
        ("", ">>> "),
        ("unusual_name = 'text'\r", ">>> "),
        ("unus\t", "unusual_name"),
        (".isnum\t", "unusual_name.isnumeric"),
        ("()\r", "\nFalse\r\n"),
        ("import own_m\t", "import own_module"),
        ("\r", ">>> "),
        ("own_module.sp\t", "own_module.speed"),
        ("\r", "\n5\r\n"),
        ("if unusual_name:\r", "... "),
        ("\tprint('in')\r", "... "),
        ("\r", "\nin\r\n"),
        (ENTER_D, ""),
    ];
    assert_eq!(at_terminal(&here, &[], &steps), 0);
}

#[test]
fn the_history_comes_back() {
    let here = folder("repl-history", &[]);
    let up = "\x1b[A";
    let steps = [("", ">>> "), ("17 * 3\r", "\n51\r\n"), ("1\r", "\n1\r\n"), (ENTER_D, "")];
    assert_eq!(at_terminal(&here, &[], &steps), 0);
    let twice = format!("{up}{up}");
    let steps = [("", ">>> "), (&*twice, "17 * 3"), ("\r", "\n51\r\n"), (ENTER_D, "")];
    assert_eq!(at_terminal(&here, &[], &steps), 0);
    assert!(std::fs::read_to_string(here.join("history")).unwrap().contains("17 * 3"));
}

#[test]
fn limits_are_those_of_each_input() {
    let here = folder("repl-limits", &[]);
    let steps = [
        ("", ">>> "),
        ("while True: pass\r", "... "),
        ("\r", "hognose: the program used up its fuel of 50000 instructions\r\n"),
        ("1 + 1\r", "\n2\r\n"),
        ("x = [0] * 10**6\r", "MemoryError\r\n"),
        ("3 + 3\r", "\n6\r\n"),
        (ENTER_D, ""),
    ];
    assert_eq!(at_terminal(&here, &["--fuel", "50000", "--memory", "512K"], &steps), 0);
}

#[test]
fn a_program_may_read_lines() {
    let here = folder("repl-input", &[]);
    let steps = [
        ("", ">>> "),
        // The question, not its echo in the line that asks it.
        ("name = input('who? ')\r", "\nwho? "),
        ("me\r", ">>> "),
        ("name\r", "\n'me'\r\n"),
        (ENTER_D, ""),
    ];
    assert_eq!(at_terminal(&here, &[], &steps), 0);
}

#[test]
fn a_pipe_is_run_line_by_line() {
    let here = folder("repl-pipe", &[]);
    let lines = "x = 1\ndef f():\n    return x + 1\n\nf()\n1/0\n'after'\n";
    let said = run(HOGNOSE, &here, &["repl"], lines);
    let err = "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\nZeroDivisionError: division by zero\n";
    assert_eq!(said, Said { out: "2\n'after'\n".to_owned(), err: err.to_owned(), status: 0 });
    assert_eq!(run(HOGNOSE, &here, &["repl"], "1\nexit()\n2\n"), printed("1\n"));
    assert_eq!(run(HOGNOSE, &here, &["repl"], "import sys\nsys.exit(4)\n").status, 4);
    // The last line has no end.
    assert_eq!(run(HOGNOSE, &here, &["repl"], "5"), printed("5\n"));
}

#[test]
fn statistics_tell_the_time_of_the_whole_prompt() {
    let here = folder("repl-stats", &[]);
    let said = run(HOGNOSE, &here, &["repl", "--stats"], "import time; time.sleep(0.02)\n");
    let time = said.err.split("  time ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap_or("none");
    assert!(time.parse::<f64>().is_ok_and(|seconds| seconds >= 0.02), "{}", said.err);
}
