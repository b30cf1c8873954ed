//! `hognose bajo`, verb by verb. Python is played by a shell script, so these need no package.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// main: Mov r1, #0; loop: Add r1, r1, #1; Sys01 #42, r1; BrGt #3, r1, loop; Sys01 #43, text; Exit #7;
/// text: "hello\n"; Exit #0
const PROGRAM: [u8; 31] = [
    0x3d, 0x09, 0x01, 0x81, 0x09, 0x09, 0x2f, 0xa2, 0x02, 0x13, 0x1d, 0x19, 0x13, 0x55, 0x2f, 0xb2, 0x02,
    0xc4, 0x02, 0x20, 0x2d, 0x39, 0x68, 0x65, 0x6c, 0x6c, 0x6f, 0x0a, 0x00, 0x2d, 0x01,
];

const LABELS: &str = r#"{"main": 65536, "loop": 65539, "text": 65558}"#;

/// A folder of its own for each test.
fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("bajo-{test}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn hognose(folder: &Path, line: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hognose"));
    command.current_dir(folder).env("HOGNOSE_PYTHON", folder.join("python")).arg("bajo");
    command.args(line.split(' ')).output().unwrap()
}

/// Standard output, standard error, exit status.
fn said(folder: &Path, line: &str) -> (String, String, i32) {
    let output = hognose(folder, line);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

/// Makes `python` a script.
fn python(folder: &Path, script: &str) {
    let path = folder.join("python");
    std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, PermissionsExt::from_mode(0o755)).unwrap();
}

/// A folder with an assembled program `p.bajo`.
fn assembled(test: &str) -> PathBuf {
    let folder = folder(test);
    std::fs::write(folder.join("code"), PROGRAM).unwrap();
    std::fs::write(folder.join("info"), format!(r#"{{"base": 65536, "end": 65567, "labels": {LABELS}}}"#))
        .unwrap();
    std::fs::write(folder.join("p.py"), "").unwrap();
    python(
        &folder,
        r#"[ "$1 $2 $3 $4 $5 $7" = "-m bajo asm p.py -o --info" ] && cp code "$6" && cp info "$8" && echo from python"#,
    );
    assert_eq!(said(&folder, "asm p.py"), ("from python\n".into(), String::new(), 0));
    folder
}

#[test]
fn asm_writes_an_image_and_its_labels() {
    let folder = assembled("asm");
    let file = std::fs::read(folder.join("p.bajo")).unwrap();
    let image = bajo::Image::parse(&file).unwrap();
    assert_eq!((image.load, image.entry, image.code), (0x10000, 0x10000, &PROGRAM[..]));
    let labels = std::fs::read_to_string(folder.join("p.bajo.sym")).unwrap();
    assert_eq!(labels, "0x00010000 main\n0x00010003 loop\n0x00010016 text\n");

    assert_eq!(said(&folder, "asm p.py -o other --entry loop").2, 0);
    let file = std::fs::read(folder.join("other")).unwrap();
    assert_eq!(bajo::Image::parse(&file).unwrap().entry, 0x10003);
    assert_eq!(said(&folder, "asm p.py -o raw --raw").2, 0);
    assert_eq!(std::fs::read(folder.join("raw")).unwrap(), PROGRAM);
}

#[test]
fn asm_says_what_is_missing_or_wrong() {
    let folder = assembled("asm-errors");
    let (_, error, status) = said(&folder, "asm p.py --entry nowhere");
    assert_eq!((&*error, status), ("hognose bajo: there is no label 'nowhere' (main, loop, text)\n", 1));
    let (_, error, status) = said(&folder, "asm q.py");
    assert!(error.contains("q.py: ") && status == 1, "{error}");
    python(&folder, "echo \"$0: No module named bajo\" >&2; exit 1");
    let (_, error, status) = said(&folder, "asm p.py");
    assert!(error.contains("pip install bindings/python") && status == 1, "{error}");
    python(&folder, "echo \"p.py:3: no label x\" >&2; exit 1");
    let (_, error, status) = said(&folder, "asm p.py");
    assert!(error.ends_with("p.py was not assembled\np.py:3: no label x\n") && status == 1, "{error}");
    std::fs::remove_file(folder.join("python")).unwrap();
    let (_, error, _) = said(&folder, "asm p.py");
    assert!(error.contains("cannot run"), "{error}");
}

#[test]
fn dis_names_labels() {
    let folder = assembled("dis");
    let (listing, _, status) = said(&folder, "dis p.bajo");
    assert_eq!(status, 0);
    assert!(listing.contains("\n.loop\n   10003:\t81 09 09                Add r1, r1, #1\n"), "{listing}");
    assert!(listing.contains("BrGt #3, r1, #-11:<loop>\n"), "{listing}");
    assert!(listing.contains("   10016:\t68 65 6c 6c 6f 0a 00 2d Bytes(b'hello\\n\\x00-')\n"), "{listing}");
    let also = said(&folder, "dis p.bajo --also 0x1001d").0;
    assert!(also.ends_with("   1001d:\t2d 01                   Exit #0\n"), "{also}");
}

#[test]
fn check_judges_for_a_device() {
    let folder = assembled("check");
    let (text, _, status) = said(&folder, "check p.bajo");
    let all = "findings: 0; instructions: 6, in 22 of 31 bytes; through memory, not followed: 0 jumps, 0 host calls\n";
    assert_eq!((&*text, status), (all, 0));
    let (text, _, status) = said(&folder, "check p.bajo --sys 42=print --also text --ram 4");
    assert_eq!(status, 1);
    assert!(text.contains("0x10000: target 0: writes 4 bytes at 0x4, not in RAM  Mov r1, #0\n"), "{text}");
    assert!(text.contains("0x1000e: the device has no host function 43  Sys01 #43, #65558\n"), "{text}");
    assert!(text.contains("0x10016: byte 0, opcode: unknown opcode 104 (known are 0 to 71)\n"), "{text}");
}

#[test]
fn run_gives_the_exit_code() {
    let folder = assembled("run");
    let all = "run p.bajo --sys 42=print --sys 43=puts --stats";
    let expected = ("1\n2\n3\nhello\n".to_owned(), "12 instructions, exit code 7\n".to_owned(), 7);
    assert_eq!(said(&folder, all), expected);
    assert_eq!(said(&folder, &format!("{all} --in-place")), expected);
    assert_eq!(said(&folder, "run p.py --sys 42=hex --sys 43=ignore").0, "from python\n0x1\n0x2\n0x3\n");
    assert_eq!(said(&folder, "run p.bajo --sys 42=print --sys 43=puts --entry 0x1000e").0, "hello\n");
    std::fs::write(folder.join("raw"), PROGRAM).unwrap();
    assert_eq!(said(&folder, "run --raw raw --sys 42=ignore --sys 43=puts").0, "hello\n");
}

#[test]
fn run_says_why_it_stopped() {
    let folder = assembled("run-errors");
    let (out, error, status) = said(&folder, "run p.bajo --sys 42=print");
    assert_eq!((&*out, status), ("1\n2\n3\n", 1));
    let expected = "hognose bajo: at 0x1000e, Sys01, action: host function 43 failed (error -2)\n    Sys01 #43, #65558\n";
    assert_eq!(error, expected);
    let (_, error, status) = said(&folder, "run p.bajo --sys 42=ignore --fuel 5");
    assert_eq!((&*error, status), ("hognose bajo: out of fuel after 5 instructions, at 0x10006\n", 3));
    let (_, error, status) = said(&folder, "run p.bajo --ram 128K");
    assert!(error.contains("RAM and code overlap") && status == 1, "{error}");
    std::fs::write(folder.join("bad"), "no image").unwrap();
    assert!(said(&folder, "run bad").1.contains("bare code needs --raw"), "no hint");
    let mut damaged = std::fs::read(folder.join("p.bajo")).unwrap();
    damaged[30] ^= 1;
    std::fs::write(folder.join("damaged"), damaged).unwrap();
    assert!(said(&folder, "run damaged").1.contains("damaged image: CRC"), "not seen");
    assert_eq!(said(&folder, "run p.bajo --sys 1=nothing").2, 2);
}

#[test]
fn trace_shows_every_instruction() {
    let folder = assembled("trace");
    let (text, _, status) = said(&folder, "trace p.bajo --sys 42=print --fuel 4");
    let expected = "\
        .main\n   10000: Mov r1, #0                               (0) -> [0x4] = 0\n\
        .loop\n   10003: Add r1, r1, #1                           (0, 1) -> [0x4] = 1\n\
        1\n   10006: Sys01 #42, r1                            (42, 1)\n   \
        1000a: BrGt #3, r1, #-11:<0x10003>              (3, 1, -11)\n";
    assert_eq!((&*text, status), (expected, 3));
    let (text, ..) = said(&folder, "trace p.bajo --entry 0x1000e");
    assert!(text.ends_with("(43, 65558) -> error -2: host function 43 failed\n"), "{text}");
}

#[test]
fn bench_counts() {
    let folder = assembled("bench");
    let (text, _, status) = said(&folder, "bench p.bajo --rounds 1");
    assert_eq!(status, 0);
    assert!(text.contains("\nprogram            12 "), "{text}");
}
