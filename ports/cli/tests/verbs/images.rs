//! `hognose build`, `dis`, `asm`, `check`, `info`, `stubs`.

use crate::command::{folder, hognose, printed};

const MAIN: &str = "import one, pkg.two\nfrom pkg import three as t, name\nimport math\nprint(one.x, pkg.two.y, t.z, name, math.floor(2.5))\n";

fn program(test: &str) -> std::path::PathBuf {
    folder(
        test,
        &[
            ("src/main.py", MAIN),
            ("src/one.py", "x = 1\n"),
            ("src/pkg/__init__.py", "name = 'pkg'\n"),
            ("src/pkg/two.py", "from .three import z\ny = z - 1\n"),
            ("src/pkg/three.py", "z = 3\n"),
            ("src/unused.py", "1/0\n"),
        ],
    )
}

#[test]
fn an_image_has_the_modules_that_it_imports() {
    let here = program("build");
    assert_eq!(hognose(&here, &["build", "src/main.py", "-o", "main.hog"]), printed(""));
    std::fs::remove_dir_all(here.join("src")).unwrap();
    assert_eq!(hognose(&here, &["main.hog"]), printed("1 2 3 pkg 2\n"));
    assert_eq!(hognose(&here, &["run", "--rig", "slice", "main.hog"]), printed("1 2 3 pkg 2\n"));
    let said = hognose(&here, &["check", "main.hog"]);
    assert!(said.status == 0 && said.out.starts_with("main.hog: well-formed, "), "{said:?}");
    let said = hognose(&here, &["info", "main.hog"]);
    for line in [
        "module __main__ from src/main.py",
        "module one from",
        "package pkg from",
        "module pkg.two from",
        "module pkg.three from",
    ] {
        assert!(said.out.contains(line), "{line} {said:?}");
    }
    assert!(!said.out.contains("unused"), "{said:?}");
}

#[test]
fn build_writes_beside_the_program() {
    let here = folder("build-beside", &[("a/p.py", "def f():\n    return 1/0\nf()\n")]);
    assert_eq!(hognose(&here, &["build", "a/p.py"]), printed(""));
    let said = hognose(&here, &["a/p.hog"]);
    assert_eq!(said.status, 1);
    assert!(said.err.contains("line 2, in f\n"), "{said:?}");
    assert_eq!(hognose(&here, &["build", "--strip", "a/p.py", "-o", "stripped.hog"]), printed(""));
    let said = hognose(&here, &["stripped.hog"]);
    assert!(
        said.err.ends_with("ZeroDivisionError: division by zero\n") && !said.err.contains("line 2"),
        "{said:?}"
    );
    assert!(hognose(&here, &["info", "stripped.hog"]).out.contains("without line numbers"));
    assert_eq!(hognose(&here, &["build", "--source", "a/p.py", "-o", "source.hog"]), printed(""));
    std::fs::remove_file(here.join("a/p.py")).unwrap();
    let said = hognose(&here, &["source.hog"]);
    assert!(said.err.contains("    return 1/0\n"), "{said:?}");
}

#[test]
fn what_is_wrong_in_a_program_is_shown() {
    let here =
        folder("build-errors", &[("p.py", "x = = 1\n"), ("q.py", "import p\n"), ("r.py", "return 1\n")]);
    let said = hognose(&here, &["build", "p.py", "-o", "x.hog"]);
    assert!(
        said.status == 1 && said.err.ends_with("    x = = 1\n        ^\nSyntaxError: invalid syntax\n"),
        "{said:?}"
    );
    let said = hognose(&here, &["build", "q.py", "-o", "x.hog"]);
    assert!(said.status == 1 && said.err.contains("p.py\", line 1\n"), "{said:?}");
    let said = hognose(&here, &["build", "r.py", "-o", "x.hog"]);
    assert!(said.err.contains("SyntaxError: 'return' outside function"), "{said:?}");
    assert!(!here.join("x.hog").exists());
    let said = hognose(&here, &["build", "no.py"]);
    assert_eq!(said.err, "hognose build: can't open file 'no.py': [Errno 2] No such file or directory\n");
    let said = hognose(&here, &["build", "p.py", "q.py"]);
    assert_eq!(said.status, 2);
}

#[test]
fn text_and_image_are_the_same() {
    let here = program("dis");
    assert_eq!(hognose(&here, &["build", "src/main.py", "-o", "main.hog"]), printed(""));
    let text = hognose(&here, &["dis", "main.hog"]);
    assert!(text.status == 0 && text.out.contains(".module \"__main__\""), "{text:?}");
    assert_eq!(hognose(&here, &["dis", "main.hog", "-o", "main.hogasm"]), printed(""));
    assert_eq!(std::fs::read_to_string(here.join("main.hogasm")).unwrap(), text.out);
    assert_eq!(hognose(&here, &["asm", "main.hogasm", "-o", "again.hog"]), printed(""));
    assert_eq!(std::fs::read(here.join("main.hog")).unwrap(), std::fs::read(here.join("again.hog")).unwrap());
    // A source file alone.
    assert!(hognose(&here, &["dis", "src/one.py"]).out.contains("\"x\""));
    std::fs::write(here.join("bad.hogasm"), ".constants\n  nonsense\n").unwrap();
    let said = hognose(&here, &["asm", "bad.hogasm"]);
    assert!(
        said.status == 1 && said.err.starts_with("hognose asm: bad.hogasm: line 2, column 3: "),
        "{said:?}"
    );
}

#[test]
fn images_are_checked() {
    let here = program("check");
    assert_eq!(hognose(&here, &["build", "src/main.py", "-o", "main.hog"]), printed(""));
    let good = std::fs::read(here.join("main.hog")).unwrap();
    let mut damaged = good.clone();
    damaged[good.len() / 2] ^= 4;
    std::fs::write(here.join("damaged.hog"), damaged).unwrap();
    std::fs::write(here.join("short.hog"), &good[..20]).unwrap();
    std::fs::write(here.join("empty.hog"), "").unwrap();
    let said = hognose(
        &here,
        &["check", "main.hog", "damaged.hog", "short.hog", "empty.hog", "src/main.py", "no.hog"],
    );
    assert_eq!(said.status, 1);
    assert_eq!(said.out.lines().count(), 1);
    let lines: Vec<&str> = said.err.lines().collect();
    assert_eq!(lines.len(), 5, "{said:?}");
    assert!(lines[0].starts_with("damaged.hog: not an image: the header says CRC"), "{said:?}");
    assert!(lines[4].ends_with("[Errno 2] No such file or directory"), "{said:?}");
    let said = hognose(&here, &["damaged.hog"]);
    assert!(said.status == 1 && said.err.starts_with("hognose: ") && said.err.contains("CRC"), "{said:?}");
    assert_eq!(hognose(&here, &["info", "damaged.hog"]).status, 1);
}

#[test]
fn stubs_are_written() {
    let here = folder("stubs", &[]);
    let said = hognose(&here, &["stubs"]);
    assert!(said.out.contains("def size() -> tuple:\n"), "{said:?}");
    let said = hognose(&here, &["stubs", "math"]);
    assert!(said.out.contains("def floor("), "{said:?}");
    assert_eq!(hognose(&here, &["stubs", "-o", "out", "math", "terminal"]), printed(""));
    for (name, text) in [("math", "def sqrt("), ("terminal", "COLUMNS: int\n")] {
        let stub = std::fs::read_to_string(here.join(format!("out/{name}.pyi"))).unwrap();
        assert!(stub.contains(text), "{stub}");
        // Python itself can read it.
        let parsed = crate::command::run(
            "python3",
            &here,
            &["-c", "import ast, sys; ast.parse(sys.stdin.read())"],
            &stub,
        );
        assert_eq!(parsed, printed(""));
    }
    assert!(hognose(&here, &["stubs", "--pages"]).out.contains("size()"));
    let said = hognose(&here, &["stubs", "nothing"]);
    assert!(
        said.status == 1 && said.err.starts_with("hognose stubs: no module nothing is built in here"),
        "{said:?}"
    );
}
