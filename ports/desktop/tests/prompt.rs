//! The prompt and processes on a headless computer.

use hognose_desktop::desktop::Options;
use hognose_desktop::{End, run, script};
use std::path::Path;

/// Runs the prompt on a disk with these files.
fn typed(name: &str, files: &[(&str, &str)], keys: &str) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, text) in files {
        std::fs::write(folder.join(name), text).expect("written");
    }
    let End { printed, .. } = start(&folder, &[], keys);
    String::from_utf8(printed).expect("text").split_once(">>> ").expect("a prompt").1.to_owned()
}

fn start(folder: &Path, words: &[&str], keys: &str) -> End {
    let options = Options {
        folder: folder.to_owned(),
        network: false,
        window: false,
        now: Some(0),
        script: script::parse(keys).expect("a script"),
        record: None,
        size: (1280, 800),
    };
    run(options, words, 4 << 20, None).expect("it runs")
}

/// What a screen shows of output with BS in it: one line after the other.
fn shown(printed: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in printed.split('\n') {
        let mut cells: Vec<char> = Vec::new();
        let mut at = 0;
        for c in line.chars() {
            if c == '\u{8}' {
                at -= 1;
                continue;
            }
            if at == cells.len() {
                cells.push(c);
            } else {
                cells[at] = c;
            }
            at += 1;
        }
        lines.push(cells.into_iter().collect::<String>().trim_end().to_owned());
    }
    lines
}

#[test]
fn what_is_typed_is_run() {
    let printed = typed("typed", &[], "1 + 2\nx = 'a'\nx * 3\n_\nprint(5)\n1/0\ny\n");
    let wanted = [
        "1 + 2",
        "3",
        ">>> x = 'a'",
        ">>> x * 3",
        "'aaa'",
        ">>> _",
        "'aaa'",
        ">>> print(5)",
        "5",
        ">>> 1/0",
        "Traceback (most recent call last):",
        "  File \"<stdin>\", line 1, in <module>",
        "ZeroDivisionError: division by zero",
        ">>> y",
        "Traceback (most recent call last):",
        "  File \"<stdin>\", line 1, in <module>",
        "NameError: name 'y' is not defined",
        ">>>",
    ];
    assert_eq!(shown(&printed), wanted);
}

#[test]
fn lines_are_edited() {
    let printed = typed(
        "edited",
        &[],
        "prnt(7){home}{right}{right}i\n{up}{up}\n'abc'{left}{left}{backspace}x{delete}{end}*2\nzz{ctrl-u}8{ctrl-a}1{ctrl-e}9\nab{ctrl-c}4\n",
    );
    let lines = shown(&printed);
    assert_eq!(lines[..2], ["print(7)".to_owned(), "7".to_owned()]);
    assert!(lines.windows(2).any(|pair| pair == [">>> print(7)", "7"]), "from the history");
    assert!(lines.windows(2).any(|pair| pair == [">>> 'ax'*2", "'axax'"]), "{lines:?}");
    assert!(lines.windows(2).any(|pair| pair == [">>> 189", "189"]), "{lines:?}");
    assert!(lines.windows(2).any(|pair| pair == [">>> ab", ">>> 4"]), "{lines:?}");
}

#[test]
fn blocks_are_indented_and_ended() {
    let printed = typed("blocks", &[], "for i in range(2):\nprint(i)\n\nif 1:\n{backspace}x = 5\n");
    let lines = shown(&printed);
    assert_eq!(lines[..5], ["for i in range(2):", "...     print(i)", "...", "0", "1"]);
    assert!(lines.iter().any(|line| line.contains("IndentationError")), "{lines:?}");
}

#[test]
fn words_are_completed() {
    let printed = typed("completed", &[], "import vi{tab}\nvibe.mouse_p{tab}()\nvibe.mouse_{tab}{ctrl-c}");
    let lines = shown(&printed);
    assert_eq!(lines[..2], ["import vibe", ">>> vibe.mouse_pos()"]);
    let listed = ["mouse_buttons", "mouse_delta", "mouse_pos"];
    assert!(lines.iter().any(|line| listed.iter().all(|name| line.contains(name))), "{lines:?}");
}

#[test]
fn text_is_pasted() {
    let printed = typed("pasted", &[], "{ctrl-e}a = 1\nfor i in 1, 2:\n    a += i\n\nprint(a)\n{ctrl-d}a\n");
    let lines = shown(&printed);
    assert!(lines.windows(3).any(|three| three == ["4", ">>> a", "4"]), "{lines:?}");
}

#[test]
fn running_code_is_interrupted() {
    let printed = typed("interrupted", &[], "while True: pass\n\n{wait 50}{ctrl-c}{wait 50}'on'\n");
    let lines = shown(&printed);
    assert!(lines.iter().any(|line| line == "KeyboardInterrupt"), "{lines:?}");
    assert!(lines.windows(2).any(|pair| pair == [">>> 'on'", "'on'"]), "{lines:?}");
}

#[test]
fn programs_run_others() {
    let files = [
        ("main.py", "import vibe, sys\nprint('main', sys.argv)\nvibe.exit(7)\n"),
        ("loop.py", "while True: pass\n"),
        ("late.py", "import vibe\nfor i in range(3):\n    vibe.sleep_ms(100)\n    print('late', i)\n"),
    ];
    let keys = "import vibe\nrun('/main.py', 'a', 'b')\np = vibe.spawn('/loop.py')\nvibe.spawn('/late.py') > p\n{wait 600}vibe.ps()\n\
        vibe.kill(p), vibe.kill(p)\nlen(vibe.ps())\nrun('/none.py')\nrun('/loop.py')\n{wait 50}{ctrl-c}{wait 50}'still here'\n";
    let printed = typed("programs", &files, keys);
    let lines = shown(&printed);
    let has = |text: &str| assert!(lines.iter().any(|line| line.contains(text)), "{text}: {lines:?}");
    has("main ['/main.py', 'a', 'b']");
    assert!(lines.iter().any(|line| line == "7"), "{lines:?}");
    for i in 0..3 {
        has(&format!("late {i}"));
    }
    has("(1, '/loop.py', 1)");
    has("(True, False)");
    has("'still here'");
    has("KeyboardInterrupt");
    assert!(lines.iter().any(|line| line == "130"), "{lines:?}");
    assert!(lines.iter().any(|line| line == "-1"), "{lines:?}");
}

#[test]
fn a_thousand_programs_leave_nothing_behind() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("thousand");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(
        folder.join("one.py"),
        "import vibe\nvibe.window_create(0, 0, 50, 50, 'x')\nvibe.exit(3)\n",
    )
    .expect("written");
    let main = "import vibe\nn = 0\nfor i in range(1000):\n    n += vibe.exec('/one.py')\nprint(n, vibe.ps(), vibe.window_create(0, 0, 50, 50, 'y') > 0)\n";
    std::fs::write(folder.join("main.py"), main).expect("written");
    let before = resident();
    let end = start(&folder, &["/main.py"], "{wait 100000000}");
    assert_eq!(String::from_utf8_lossy(&end.printed), "3000 [(0, '/main.py', 2)] True\n");
    assert!(resident() < before + 64 * 1024, "memory grew from {before} to {} KiB", resident());
}

/// KiB of memory of this process; 0 where that is not told.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

#[test]
fn the_status_is_that_of_the_program() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("status");
    std::fs::create_dir_all(&folder).expect("a folder");
    for (text, status) in
        [("import sys\nsys.exit(5)", 5), ("1/0", 1), ("x = ", 1), ("", 0), ("import vibe\nvibe.exit()", 0)]
    {
        std::fs::write(folder.join("main.py"), text).expect("written");
        assert_eq!(start(&folder, &["/main.py"], "{wait 1000}").status, status, "{text}");
    }
}
