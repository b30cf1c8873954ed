//! `hognose sim` without a live view.

use crate::command::{Said, folder, hognose};
use bajo_asm::{Env, Label, assemble, br_ne, code, imm, reg, sys};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The folder of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sim(words: &[&str]) -> Said {
    let mut line = vec!["sim", "--headless"];
    line.extend(words);
    hognose(&root().join("examples/robot"), &line)
}

/// Every example in its world, on the supervisor that runs on devices: what it prints, and where it says that it got.
#[test]
fn all_examples_run() {
    let cases: [(&[&str], &str, &str); 8] = [
        (&["square.py"], "corner 1\ncorner 2\ncorner 3\ncorner 4\nfinished after 15.", "x "),
        (&["follow_wall.py", "--world", "worlds/room.json"], "corner 1 after", "goals 1 of 1"),
        (&["stop_before_wall.py", "--world", "worlds/wall.json"], "stopped 1", "x 0 mm, y 3"),
        (
            &["color_jump.py", "--world", "worlds/colors.json"],
            "red\ngreen\nblue\nyellow\n4 colors\n",
            "goals 1 of 1",
        ),
        (&["light_show.py"], "that was it\nfinished after", "x 0 mm, y 0 mm"),
        (&["button_menu.py", "--world", "worlds/menu.json"], "sing\ndance\ngood night\n", "heading"),
        (&["tilt_alarm.py", "--world", "worlds/tilt.json"], "on guard\nalarm: 0 90\n", "heading"),
        (&["remote_drive.py"], "finished after", "battery"),
    ];
    for (words, out, place) in cases {
        let said = sim(words);
        assert_eq!((said.err.as_str(), said.status), ("", 0), "{words:?}");
        assert!(said.out.starts_with(out) && said.out.contains(place), "{words:?}: {}", said.out);
        assert!(!said.out.contains("collisions"), "{words:?}: {}", said.out);
    }
}

/// Whatever the noise: a square closes, and no corner of it takes for ever to settle.
#[test]
fn a_square_is_one_with_every_seed() {
    for seed in 1..=10 {
        let said = sim(&["square.py", "--seed", &seed.to_string()]);
        let number = |text: &str, after: &str| {
            let (_, rest) = text.split_once(after).unwrap();
            rest.split([' ', ',']).next().unwrap().parse::<f64>().unwrap()
        };
        let (seconds, x, y) =
            (number(&said.out, "after "), number(&said.out, "\nx "), number(&said.out, " y "));
        assert!(seconds < 18.0 && x.hypot(y) < 10.0, "seed {seed}: {said:?}");
    }
}

/// A square of 300 mm, as an image of a Bajo program: functions 0x100 and 0x101 are straight and turn.
#[test]
fn bajo_programs_run_too() {
    let next = Label::auto();
    let program = code![
        reg(0).set(4),
        &next,
        sys(0x100, vec![reg(1)], vec![imm(300)]),
        sys(0x101, vec![reg(2)], vec![imm(90)]),
        reg(0).set(reg(0) - 1),
        br_ne(reg(0), 0, &next),
        bajo_asm::exit(imm(0)),
    ];
    let assembly = assemble(program, Env::default()).unwrap();
    let image = bajo::Image { load: 0x1_0000, entry: 0x1_0000, code: assembly.code() };
    let mut bytes = image.header().to_vec();
    bytes.extend_from_slice(image.code);
    let folder = folder("sim-bajo", &[]);
    std::fs::write(folder.join("square.bajo"), bytes).unwrap();
    let said = hognose(&folder, &["sim", "--headless", "--ideal", "square.bajo"]);
    assert!(said.status == 0 && said.out.starts_with("finished after 1"), "{said:?}");
    assert!(said.out.contains("\nx 0 mm, y 0 mm, heading 0 degrees"), "{said:?}");
}

/// Virtual time is at least 100 times as fast as real time: the best of three runs, as other tests run beside this one.
#[test]
fn it_is_a_hundred_times_as_fast_as_a_robot() {
    let times = (0..3).map(|_| {
        let out = sim(&["follow_wall.py", "--world", "worlds/room.json"]).out;
        let (_, rest) = out.split_once('(').unwrap();
        rest.split(' ').next().unwrap().parse::<f64>().unwrap()
    });
    let best = times.fold(0.0, f64::max);
    assert!(best >= 100.0, "{best} times");
}

#[test]
fn a_speed_is_kept() {
    let since = Instant::now();
    let said = sim(&["light_show.py", "--speed", "10"]);
    let real = since.elapsed().as_secs_f64();
    assert!(said.status == 0 && real >= 0.65, "7 s at ten times the speed in {real} s: {said:?}");
}

#[test]
fn the_same_seed_gives_the_same_trace() {
    let folder = folder("sim-traces", &[]);
    let trace = |name: &str, seed: &str| {
        let path = folder.join(name).display().to_string();
        let said = sim(&["square.py", "--seed", seed, "--trace", &path]);
        assert_eq!(said.status, 0, "{said:?}");
        std::fs::read_to_string(path).unwrap()
    };
    let (a, b, c) = (trace("a", "7"), trace("b", "7"), trace("c", "8"));
    assert!(a == b && a != c && a.lines().count() > 100);
    assert!(a.contains("{\"t\":0,\"start\":{\"world\":\"empty\",\"seed\":7"), "{}", &a[..200]);
    let same = hognose(&folder, &["sim", "--diff", "a", "b"]);
    assert!(same.status == 0 && same.out.starts_with("the same: "), "{same:?}");
    let other = hognose(&folder, &["sim", "--diff", "a", "c"]);
    assert!(other.status == 1 && other.out.starts_with("they differ in line 1:\n"), "{other:?}");
    let again = hognose(&folder, &["sim", "--replay", "a", "--picture", "p.png"]);
    assert!(again.out.starts_with("corner 1\ncorner 2\ncorner 3\ncorner 4\nreplayed "), "{again:?}");
    assert_eq!(again.err, "");
    std::fs::write(folder.join("room.json"), "{\"name\": \"room\"}").unwrap();
    let elsewhere = hognose(&folder, &["sim", "--replay", "a", "--world", "room.json"]);
    assert!(elsewhere.err.contains("made in world 'empty', this is 'room'"), "{elsewhere:?}");
    assert!(std::fs::read(folder.join("p.png")).unwrap().starts_with(b"\x89PNG"));
}

/// The picture in the manual is one that the simulator makes. HOGNOSE_RECORD=1 makes it anew.
#[test]
fn the_picture_of_the_manual_is_drawn_by_the_simulator() {
    let folder = folder("sim-picture", &[]);
    let path = folder.join("wall.png").display().to_string();
    let said = sim(&["follow_wall.py", "--world", "worlds/room.json", "--picture", &path]);
    assert_eq!(said.status, 0, "{said:?}");
    let made = std::fs::read(&path).unwrap();
    let page = root().join("docs/pictures/follow_wall.png");
    if std::env::var_os("HOGNOSE_RECORD").is_some() {
        std::fs::create_dir_all(page.parent().unwrap()).unwrap();
        std::fs::write(&page, &made).unwrap();
    }
    assert!(std::fs::read(page).unwrap() == made, "docs/pictures/follow_wall.png is not what is drawn now");
    assert!(made.len() < 60_000, "{} bytes", made.len());
}

#[test]
fn errors_come_with_file_line_column_and_source() {
    let folder = folder(
        "sim-errors",
        &[
            (
                "fall.py",
                "from robot import *\n\ndef f(x):\n    return 10 / x\n\ndrive.drive(100)\nprint('off')\nf(0)\n",
            ),
            ("part.py", "import helper\nhelper.work()\n"),
            ("helper.py", "def work():\n    raise ValueError('no\u{e9}')\n"),
            ("range.py", "import robot\nrobot.drive.straight('far')\n"),
            ("quit.py", "from robot import *\nsystem.stop('enough')\nprint('never')\n"),
        ],
    );
    let said = hognose(&folder, &["sim", "--headless", "fall.py"]);
    assert_eq!(
        said.err,
        "Traceback (most recent call last):\n  File \"fall.py\", line 8, in <module>\n    f(0)\n  \
         File \"fall.py\", line 4, in f\n    return 10 / x\n           ^\nZeroDivisionError: division by zero\n"
    );
    assert!(said.status == 1 && said.out.starts_with("off\nstopped by an error after 0."), "{said:?}");
    let said = hognose(&folder, &["sim", "--headless", "part.py"]);
    assert!(said.err.contains("line 2, in work\n    raise ValueError"), "{said:?}");
    assert!(said.err.ends_with("ValueError: no\u{e9}\n") && said.status == 1, "{said:?}");
    let said = hognose(&folder, &["sim", "--headless", "range.py"]);
    assert!(said.err.contains("range.py\", line 2") && said.status == 1, "{said:?}");
    let said = hognose(&folder, &["sim", "--headless", "quit.py"]);
    assert!(said.out.starts_with("finished: enough after") && said.status == 0, "{said:?}");
}

#[test]
fn what_ends_a_program_is_told() {
    let folder = folder(
        "sim-ends",
        &[
            ("loop.py", "while True:\n    pass\n"),
            ("eat.py", "x = []\nwhile True:\n    x.append([])\n"),
            ("go.py", "from robot import *\nwhile True:\n    drive.drive(200)\n    wait(20)\n"),
            ("hit.json", "{\"collision_ends\": true}"),
        ],
    );
    let cases: [(&[&str], &str, i32); 7] = [
        (&["loop.py", "--time", "2s"], "time limit after 2.", 3),
        (&["eat.py"], "memory limit after", 3),
        (&["go.py", "--fault", "1s:battery=2"], "low battery after", 4),
        (&["go.py", "--fault", "1s:tether"], "tethered after", 4),
        (&["go.py", "--world", "hit.json"], "stopped by a collision after", 4),
        (&["go.py", "--fault", "1s:dead_motor=left"], "", 1),
        (&["go.py", "--time", "3s", "--fault", "500ms:stuck_motor=left"], "time limit after 3.", 3),
    ];
    for (words, out, status) in cases {
        let mut line = vec!["sim", "--headless"];
        line.extend(words);
        let said = hognose(&folder, &line);
        assert!(said.out.contains(out) && said.status == status, "{words:?}: {said:?}");
    }
}

#[test]
fn wrong_words_are_answered_with_what_is_right() {
    let folder = folder(
        "sim-wrong",
        &[
            ("a.py", "print(1)\n"),
            ("bad.json", "{\"walls\": 3}"),
            ("far.json", "{\"walls\": [{\"from\": [0, 0], \"to\": [1e9, 0]}]}"),
            ("color.json", "{\"floor\": \"pink\"}"),
            ("syntax.py", "def f(:\n"),
            ("image.hog", "HOGN and nothing more"),
            ("image.bajo", "BAJO and nothing more"),
            ("trace", "nonsense\n"),
        ],
    );
    let large = "x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'\n".to_owned();
    let large: String = (0..200).map(|i| large.replace('a', &format!("{i}"))).collect();
    std::fs::write(folder.join("large.py"), large).unwrap();
    let cases: [(&[&str], i32, &str); 17] = [
        (&["none.py"], 2, "can't open file 'none.py'"),
        (&["a.py", "--world", "none.json"], 2, "can't open world 'none.json'"),
        (&["a.py", "--world", "bad.json"], 2, "world 'bad.json', line 1"),
        (&["a.py", "--world", "far.json"], 2, "walls[0].to[0]: 1000000000 is not from"),
        (&["a.py", "--world", "color.json"], 2, "floor: no colour: \"pink\" (red, green"),
        (&["a.py", "--speed", "0"], 2, "'0' is no speed; write a number from 0.01"),
        (&["a.py", "--seed", "x"], 2, "invalid value 'x'"),
        (&["a.py", "--fault", "soon:tilt"], 2, "'soon' is no time"),
        (&["a.py", "--fault", "1s:fire"], 2, "'fire' is no fault; there are stuck_motor"),
        (&["a.py", "--trace", "none/t"], 2, "can't write file 'none/t'"),
        (&["syntax.py"], 1, "SyntaxError"),
        (&["image.hog"], 2, "the device refuses the program"),
        (&["image.bajo"], 2, "image.bajo"),
        (&["large.py"], 2, "a device takes 8192"),
        (&["--replay", "trace"], 2, "'trace': line 1 of the trace"),
        (&["--diff", "trace", "none"], 2, "line 1 of the trace"),
        (&[], 2, "<PROGRAM>"),
    ];
    for (words, status, text) in cases {
        let mut line = vec!["sim", "--headless"];
        line.extend(words);
        let said = hognose(&folder, &line);
        assert!(said.status == status && said.err.contains(text), "{words:?}: {said:?}");
    }
}

/// A path, for tests beside this one.
pub fn example(name: &str) -> String {
    let path: &Path = &root().join("examples/robot");
    path.join(name).display().to_string()
}
