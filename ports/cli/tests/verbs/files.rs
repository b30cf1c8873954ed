//! What programs see of files is what they see with CPython.

use crate::command::{HOGNOSE, folder, run};

#[test]
fn files_are_those_of_python() {
    let here = folder("files", &[("files.py", include_str!("programs/files.py"))]);
    let expected = run("python3", &here, &["files.py"], "");
    assert_eq!((expected.err.as_str(), expected.status), ("", 0));
    let left = std::fs::read(here.join("left.tmp")).unwrap();
    for name in ["files.tmp", "left.tmp", "bytes.tmp"] {
        std::fs::remove_file(here.join(name)).unwrap();
    }
    for rig in [&["files.py"][..], &["--rig", "move", "files.py"]] {
        assert_eq!(run(HOGNOSE, &here, rig, ""), expected, "{rig:?}");
        // What a program did not close is there all the same.
        assert_eq!(std::fs::read(here.join("left.tmp")).unwrap(), left);
        assert_eq!(std::fs::read(here.join("bytes.tmp")).unwrap(), b"left open, bytes");
    }
}

#[test]
fn standard_streams_have_numbers() {
    let here = folder("files-numbers", &[]);
    let code = "import sys\nprint(open(0).read().split())\nopen(1, 'w').write('out\\n')\nopen(2, 'wb').write(b'err\\n')";
    let said = run(HOGNOSE, &here, &["-c", code], "a b\nc");
    assert_eq!((said.out.as_str(), said.err.as_str()), ("['a', 'b', 'c']\nout\n", "err\n"));
}

#[test]
#[cfg(unix)]
fn the_system_may_refuse() {
    use std::os::unix::fs::PermissionsExt;
    let here = folder("files-refused", &[("secret", "x")]);
    std::fs::set_permissions(here.join("secret"), PermissionsExt::from_mode(0o000)).unwrap();
    // Nothing is refused to the super-user.
    if std::fs::read(here.join("secret")).is_err() {
        let said = run(HOGNOSE, &here, &["-c", "open('secret')"], "");
        assert!(said.err.ends_with("PermissionError: [Errno 13] Permission denied: 'secret'\n"), "{said:?}");
        let said = run(HOGNOSE, &here, &["secret"], "");
        assert_eq!(
            (said.err.as_str(), said.status),
            ("hognose: can't open file 'secret': [Errno 13] Permission denied\n", 2)
        );
    }
    let said = run(HOGNOSE, &here, &["-c", "with open('/dev/full', 'w') as f: f.write('x')"], "");
    assert!(said.err.ends_with("OSError: [Errno 28] No space left on device\n"), "{said:?}");
}
