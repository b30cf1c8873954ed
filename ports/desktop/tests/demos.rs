//! The demos of `examples/vibe`, run headless: what they show is compared with stored pictures. With `HOGNOSE_RECORD` set the pictures are
//! stored anew; look at them then.

use hognose_desktop::desktop::Options;
use hognose_desktop::{End, picture, run, script};
use std::path::{Path, PathBuf};

/// Saturday, 2026-11-21 01:03:08 UTC.
const NOW: u64 = 1_795_222_988;
/// Difference of a channel that does not count.
const TOLERANCE: u32 = 8;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn start(file: &str, keys: &str) -> End {
    let options = Options {
        folder: root().join("examples/vibe"),
        network: false,
        window: false,
        now: Some(NOW),
        script: script::parse(keys).expect("a script"),
        record: None,
        size: (1280, 800),
    };
    run(options, &[file], 16 << 20, None).expect("it runs")
}

/// Is that what the stored picture shows?
fn compare(name: &str, (pixels, width, height): &(Vec<u32>, u32, u32)) {
    let stored = root().join(format!("ports/desktop/tests/pictures/{name}.png"));
    if std::env::var_os("HOGNOSE_RECORD").is_some() {
        picture::png(&stored, pixels, *width, *height).expect("written");
        return;
    }
    let (wanted, w, h) = picture::read(&stored).expect("a stored picture");
    assert_eq!((w, h), (*width, *height), "{name}: another size");
    let far = picture::difference(pixels, &wanted, TOLERANCE);
    if far > 0 {
        let kept = root().join(format!("target/{name}.png"));
        picture::png(&kept, pixels, *width, *height).expect("written");
        panic!(
            "{name}: {far} pixels differ from {}; what was shown is in {}",
            stored.display(),
            kept.display()
        );
    }
}

#[test]
fn hello() {
    let shown = start("/hello.py", "{wait 100}");
    compare("hello", &shown.screen);
    let end = start("/hello.py", "{wait 100}x");
    assert_eq!(end.status, 0);
    assert!(end.printed.is_empty(), "it writes to the console, not by print()");
}

#[test]
fn graphics() {
    let shown = start("/graphics.py", "{wait 100}");
    compare("graphics", &shown.screen);
    let end = start("/graphics.py", "{wait 100}{enter}");
    assert!(end.screen.0.iter().filter(|&&pixel| pixel != 0).count() < 200, "the console was cleared");
}

#[test]
fn mouse() {
    let keys = "{move 200 200}{press 1}{move 260 240}{move 320 280}{release}{move 400 300}{wait 50}nn{press 1}{wait 50}{move 500 300}\
        {move 1279 799}{wait 50}{release}{wait 50}";
    compare("mouse", &start("/mouse.py", keys).screen);
    assert_eq!(start("/mouse.py", &format!("{keys}q")).status, 0);
}

#[test]
fn bounce() {
    compare("bounce", &start("/bounce.py", "{wait 3000}").screen);
    assert_eq!(start("/bounce.py", "{wait 3000}{shift}").status, 0);
}

#[test]
fn sysinfo() {
    compare("sysinfo", &start("/sysinfo.py", "{wait 100}").screen);
}

#[test]
fn desk() {
    // A line, another colour by the palette, another line; the paint window is moved, the clock comes to the front.
    let keys = "{wait 300}{move 150 250}{press 1}{move 300 350}{move 450 200}{release}{move 175 105}{press 1}{release}++++\
        {move 200 400}{press 1}{move 500 450}{release}{move 300 70}{press 1}{move 420 170}{release}\
        {move 1100 70}{press 1}{release}{wait 1200}";
    compare("desk", &start("/desk.py", keys).screen);
    assert_eq!(start("/desk.py", &format!("{keys}{{escape}}")).status, 0);
}

#[test]
fn windows_can_be_resized_and_closed() {
    // The corner of the clock is dragged, the paint window closed by its button, the clock by its own.
    let keys = "{wait 300}{move 1236 356}{press 1}{move 1276 416}{release}{wait 1100}";
    compare("desk-resized", &start("/desk.py", keys).screen);
    let closed = format!(
        "{keys}{{move 684 75}}{{press 1}}{{release}}{{move 1263 75}}{{press 1}}{{release}}{{wait 100}}"
    );
    assert_eq!(start("/desk.py", &closed).status, 0, "it ends when both windows are closed");
}
