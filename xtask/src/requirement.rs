//! `cargo xtask requirements`: what a device has to do, row by row, with the tests that prove it and how they went.
//!
//! Tests carry the number of the row that they prove in their name (`r24_...`); tests that were there before are named here.

use crate::conformance;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A requirement.
struct Row {
    number: u8,
    /// What it means.
    meaning: &'static str,
    /// Tests that do not carry its number: a file and a function, or a group of conformance programs.
    tests: &'static [(&'static str, &'static str)],
}

const fn row(number: u8, meaning: &'static str, tests: &'static [(&'static str, &'static str)]) -> Row {
    Row { number, meaning, tests }
}

const DRIVE: &str = "crates/hognose-robot/tests/drive.rs";
const RULES: &str = "crates/hognose-robot/tests/rules.rs";
const PYTHON: &str = "crates/hognose-robot/tests/python.rs";
const EXAMPLES: &str = "crates/hognose-robot/tests/examples.rs";
const SESSION: &str = "crates/hognose-link/tests/session.rs";
const NOISE: &str = "crates/hognose-link/tests/noise.rs";
const BAD: &str = "crates/hognose-image/tests/bad_instructions.rs";
const HEADER: &str = "crates/hognose-image/tests/bad_header.rs";
const RECORDS: &str = "crates/hognose-image/tests/bad_records.rs";
/// Instead of a file: a folder of `tests/conformance`.
const PROGRAMS: &str = "conformance";

const ROWS: &[Row] = &[
    row(
        1,
        "stack code from a compiler, with an exact disassembler",
        &[
            ("crates/hognose-image/tests/round_trip.rs", "text_of_an_image_gives_the_image_back"),
            (PROGRAMS, "small_ints"),
        ],
    ),
    row(
        2,
        "a program has at most 8192 bytes on every carrier; one more is refused with size and limit",
        &[(SESSION, "sizes_are_refused_with_the_limit")],
    ),
    row(
        3,
        "an upload needs no buffer of its size: chunks, acks, 8 KB with 1 % loss in 5 s at 115200 baud",
        &[(SESSION, "an_upload_of_8_kb_survives_every_fault")],
    ),
    row(
        4,
        "a program reaches host functions and its own heap, nothing else, whatever its bytes are",
        &[
            ("crates/hognose-image/tests/hostile.rs", "no_change_of_one_byte_makes_anything_panic_loop"),
            ("crates/hognose/tests/mutated.rs", "a_changed_loop"),
        ],
    ),
    row(5, "motors are controlled while the program never yields", &[]),
    row(
        6,
        "every end goes through one shutdown",
        &[(RULES, "the_safe_state_comes_in_order_and_within_20_ms")],
    ),
    row(
        7,
        "images have magic, version and checksum, each with an error of its own",
        &[(HEADER, "what_is_no_image_is_refused"), (HEADER, "every_flipped_bit_is_seen")],
    ),
    row(
        8,
        "int, float, bool, None, str, list, tuple, dict",
        &[
            (PROGRAMS, "bool_none"),
            (PROGRAMS, "floats"),
            (PROGRAMS, "list"),
            (PROGRAMS, "dict"),
            (PROGRAMS, "tuple"),
            (PROGRAMS, "str"),
        ],
    ),
    row(9, "frames know their place: five calls, five lines", &[(PROGRAMS, "tracebacks")]),
    row(
        10,
        "code is never written; one block for everything else",
        &[("crates/hognose/tests/engine.rs", "blocks_of_every_size_give_errors_not_panics")],
    ),
    row(
        11,
        "arithmetic as Python has it",
        &[(PROGRAMS, "small_ints"), (PROGRAMS, "big_ints"), (PROGRAMS, "floats")],
    ),
    row(12, "logic and comparison as Python has them", &[(PROGRAMS, "bool_none"), (PROGRAMS, "control")]),
    row(
        13,
        "if, while, for, break, continue, return, try; jumps are checked at load",
        &[(PROGRAMS, "control"), (PROGRAMS, "exceptions"), (BAD, "bad_code_is_refused_with_the_right_words")],
    ),
    row(
        14,
        "no stack of a checked image under- or overflows",
        &[
            (BAD, "bad_code_is_refused_with_the_right_words"),
            ("crates/hognose-image/tests/docs.rs", "stack_pictures_and_effects_agree"),
        ],
    ),
    row(
        15,
        "host functions have numbers and signatures; unknown ones are refused at load",
        &[("crates/hognose/tests/declare.rs", "the_hash_is_that_of_names_types_ranges_units_and_defaults")],
    ),
    row(
        16,
        "moves by distance, angle, speed and time, in mm and degrees, closed loop",
        &[
            (DRIVE, "straight_ends_where_it_should"),
            (DRIVE, "turns_end_where_they_should"),
            (DRIVE, "a_square_closes"),
            (DRIVE, "an_arc_ends_where_it_should"),
            (DRIVE, "a_blocked_robot_gives_up"),
        ],
    ),
    row(
        17,
        "all sensors, with age and validity",
        &[
            (PYTHON, "sensors_are_read"),
            (RULES, "the_distance_sensor_measures"),
            (RULES, "colours_are_told_apart_wherever_it_stands"),
            (RULES, "sensors_that_fail_raise"),
        ],
    ),
    row(
        18,
        "single lights, groups, animations in the background",
        &[(PYTHON, "lights_are_seen"), (RULES, "animations_keep_their_time_and_freeze_in_a_pause")],
    ),
    row(19, "tones, tunes, volume", &[(PYTHON, "sounds_are_heard")]),
    row(
        20,
        "waits are exact, a clock never goes back, every wait has an end",
        &[(PYTHON, "time_is_the_programs_own")],
    ),
    row(
        21,
        "memory of a program is its own",
        &[("crates/hognose/tests/interleaved.rs", "engines_side_by_side_do_what_they_do_alone")],
    ),
    row(22, "limits of time, instructions, memory, calls and output; endless loops can be stopped", &[]),
    row(
        23,
        "grants: a program that uses what it was not granted is refused at load, by name",
        &[(PYTHON, "grants_are_kept"), ("ports/cli/tests/verbs/run.rs", "modules_are_granted")],
    ),
    row(
        24,
        "a stop is never lost and never late: 10,000 at random moments",
        &[
            (SESSION, "stop_needs_no_session_and_no_role"),
            (SESSION, "stop_overtakes_half_a_frame"),
            (SESSION, "stop_gets_through_a_flood_and_a_bad_carrier"),
            ("crates/hognose/tests/engine.rs", "nothing_catches_a_stop"),
        ],
    ),
    row(25, "what a program had is gone after it", &[(RULES, "what_was_waited_for_is_gone_after_the_end")]),
    row(
        26,
        "a link or the power that fails in an upload leaves the old program",
        &[
            (SESSION, "an_upload_goes_on_where_the_link_was_lost"),
            (SESSION, "an_upload_is_given_up_after_two_silent_seconds"),
        ],
    ),
    row(
        27,
        "images are checked before they run; what is wrong is said with its place",
        &[
            (RECORDS, "spoilt_records_are_refused_with_the_right_words"),
            (BAD, "bad_code_is_refused_with_the_right_words"),
        ],
    ),
    row(28, "memory is reserved at the start: no upload fails for want of it", &[]),
    row(29, "every run starts the same", &[(PYTHON, "the_same_run_has_the_same_trace")]),
    row(30, "status has the line", &[]),
    row(31, "recursion ends at its limit", &[]),
    row(32, "the state can be watched while a program runs", &[(SESSION, "the_newest_telemetry_counts")]),
    row(33, "the shutdown has an order", &[(RULES, "the_safe_state_comes_in_order_and_within_20_ms")]),
    row(34, "safe at power-on and after every end, and the display says why", &[(RULES, "power_on_is_safe")]),
    row(35, "a program starts again without an upload; a delete frees it", &[]),
    row(
        36,
        "every edge of the lifecycle is told once, within 100 ms",
        &[(SESSION, "events_come_once_and_in_order"), (SESSION, "events_survive_a_lost_carrier")],
    ),
    row(
        37,
        "native stack is bounded: 16 KB suffice",
        &[("crates/hognose/tests/memory.rs", "what_could_grow_without_end_is_bounded")],
    ),
    row(38, "one core is enough", &[]),
    row(39, "the link is answered while the program takes all time it gets", &[]),
    row(
        40,
        "the program runs in slices",
        &[("crates/hognose/tests/engine.rs", "fuel_does_not_depend_on_slices")],
    ),
    row(
        41,
        "one protocol on all carriers",
        &[("ports/cli/tests/devices/link.rs", "programs_run_over_every_carrier")],
    ),
    row(
        42,
        "upload, start, pause, resume, stop, delete; a pause keeps the rest of a move",
        &[(DRIVE, "pause_keeps_the_rest_of_a_move"), (RULES, "a_drive_goes_on_after_a_pause")],
    ),
    row(43, "errors are told with line and text, and the device goes on", &[]),
    row(44, "no hardware registers, no unsafe code in engines", &[]),
    row(45, "programs reach listed functions only", &[(PYTHON, "help_lists_everything")]),
    row(46, "bounds of memory and time", &[("crates/hognose/tests/memory.rs", "every_reserve_may_fail")]),
    row(
        47,
        "caps of speed and acceleration in the driver; a stall is cut off",
        &[
            (DRIVE, "speed_and_acceleration_keep_their_limits"),
            (RULES, "wheels_keep_their_limits_too"),
            (RULES, "a_stuck_wheel_stalls"),
        ],
    ),
    row(
        48,
        "sensors are read at their own rate, however often programs ask",
        &[(RULES, "rates_are_those_of_the_hardware_however_often_programs_ask")],
    ),
    row(49, "sounds have an end and a loudest volume", &[(RULES, "sounds_end_by_themselves")]),
    row(
        50,
        "lights keep to their current, and the field flashes three times a second at most",
        &[
            (RULES, "all_lights_together_keep_their_cap"),
            (RULES, "the_field_flashes_three_times_a_second_at_most"),
        ],
    ),
    row(51, "a loop of sensing, deciding and acting needs no more than that", &[(EXAMPLES, "follow_wall")]),
    row(52, "a demonstration stops the program and says so", &[]),
    row(
        53,
        "over a network: a key, one controller, many viewers",
        &[
            (SESSION, "a_second_controller_is_told_who_has_control"),
            (SESSION, "a_key_opens_and_a_wrong_key_learns_nothing"),
            (SESSION, "a_slow_viewer_never_holds_the_program_up"),
        ],
    ),
    row(
        54,
        "one sampler for all readers; sensors rest when nobody reads",
        &[(RULES, "sensors_are_on_while_they_are_used")],
    ),
    row(55, "one owner drives; the others are told who", &[(RULES, "the_stronger_owner_drives")]),
    row(56, "depth of calls is limited", &[]),
    row(
        57,
        "code is small",
        &[
            (EXAMPLES, "images_are_small"),
            ("crates/hognose-image/tests/size.rs", "a_small_program_makes_a_small_image"),
        ],
    ),
    row(58, "memory is collected", &[(PROGRAMS, "gc")]),
    row(59, "speed: see `docs/performance.md`, measured by `cargo xtask bench`", &[]),
    row(60, "a command is answered within 20 ms under full load", &[]),
    row(61, "waiting takes no instruction", &[]),
    row(
        62,
        "malformed programs and frames do no harm",
        &[
            (NOISE, "random_bytes_hurt_neither_end"),
            ("ports/cli/tests/devices/noise.rs", "random_bytes_on_every_carrier_do_no_harm"),
        ],
    ),
    row(63, "high-water marks are in the status", &[]),
    row(64, "endless loops are limited", &[]),
    row(65, "owners of the same thing do not collide", &[(RULES, "the_stronger_owner_drives")]),
    row(66, "nothing is left behind", &[]),
    row(67, "a start gate waits for the button", &[]),
    row(
        68,
        "on the cable, programs that drive are refused with the reason",
        &[(RULES, "a_cable_keeps_it_from_driving")],
    ),
    row(69, "the button starts and stops without a host", &[]),
    row(70, "a device may sleep when nothing happens; a program that runs is something", &[]),
    row(71, "low battery warns, an empty one stops", &[(RULES, "the_battery_warns_once_and_stops_once")]),
    row(
        72,
        "the program survives the power",
        &[("ports/cli/tests/devices/link.rs", "the_store_outlasts_the_device")],
    ),
];

/// What of the simulator can be relied on.
const SIMULATOR: &[(&str, &str, &str)] = &[
    ("straight moves end within 5 mm", DRIVE, "straight_ends_where_it_should"),
    ("turns end within 1.5 degrees", DRIVE, "turns_end_where_they_should"),
    ("a square closes within 30 mm", DRIVE, "a_square_closes"),
    ("an arc ends within 12 mm", DRIVE, "an_arc_ends_where_it_should"),
    ("acceleration and speed keep their limits", DRIVE, "speed_and_acceleration_keep_their_limits"),
    ("it stops within 150 ms and 40 mm", DRIVE, "it_stops_at_once"),
    ("it stops 100 to 150 mm before a wall", DRIVE, "a_wall_ahead_is_seen_in_time"),
    ("a blocked move gives up within 3 s", DRIVE, "a_blocked_robot_gives_up"),
    ("the same seed gives the same trace", PYTHON, "the_same_run_has_the_same_trace"),
    ("six colours are told apart", RULES, "colours_are_told_apart_wherever_it_stands"),
    ("distances are right within 6 mm at 300 mm", RULES, "the_distance_sensor_measures"),
    ("lights, sounds and the display are exact, and keep their limits", PYTHON, "lights_are_seen"),
    (
        "the battery is the integral of the current",
        RULES,
        "an_hour_at_full_speed_takes_what_the_current_says",
    ),
    (
        "simulator and board show the same events",
        "crates/hognose-robot/tests/device/parity.rs",
        "simulator_and_board_show_the_same_events",
    ),
    ("a hundred times as fast as real", RULES, "it_is_a_hundred_times_as_fast_as_real"),
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Names of the test functions in a file.
fn functions(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut test = false;
    for line in text.lines().map(str::trim) {
        test |= line == "#[test]" || line.starts_with("#![proptest_config");
        if let Some(name) = line.strip_prefix("fn ").and_then(|rest| rest.split('(').next()) {
            if test {
                names.push(name.to_owned());
            }
            test = false;
        }
    }
    names
}

/// All test files: path from the root, and names.
fn files() -> Result<Vec<(String, Vec<String>)>, String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    for crates in ["crates", "ports"] {
        for entry in std::fs::read_dir(root().join(crates)).map_err(|e| e.to_string())?.flatten() {
            walk(&entry.path().join("tests"), &mut found);
        }
    }
    found.sort();
    let mut files = Vec::new();
    for path in found {
        let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        files.push((name, functions(&text)));
    }
    Ok(files)
}

/// The rows that the name of a test carries: `r67_r69_...`.
fn numbers(name: &str) -> Vec<u8> {
    let digits = |part: &str| part.strip_prefix('r').filter(|d| d.len() == 2).and_then(|d| d.parse().ok());
    name.split('_').map_while(digits).collect()
}

/// Tests of a row: file and name.
fn tests_of(row: &Row, files: &[(String, Vec<String>)]) -> Result<Vec<(String, String)>, String> {
    let mut tests = Vec::new();
    for (file, names) in files {
        for name in names.iter().filter(|name| numbers(name).contains(&row.number)) {
            tests.push((file.clone(), name.clone()));
        }
    }
    for (file, name) in row.tests {
        let known = match *file {
            PROGRAMS => root().join("tests/conformance").join(name).is_dir(),
            _ => files
                .iter()
                .any(|(f, names)| f == file && (name.is_empty() || names.iter().any(|n| n == name))),
        };
        if !known {
            return Err(format!("row {}: there is no test {name:?} in {file}", row.number));
        }
        tests.push(((*file).to_owned(), (*name).to_owned()));
    }
    Ok(tests)
}

/// Package and target of a test file.
fn target(file: &str) -> (String, String) {
    let parts: Vec<&str> = file.split('/').collect();
    let package = match parts.get(..2) {
        Some(["ports", port]) => format!("hognose-{port}"),
        _ => parts.get(1).copied().unwrap_or("").to_owned(),
    };
    (package, parts.get(3).map_or("", |name| name.trim_end_matches(".rs")).to_owned())
}

/// How tests went: by file and name.
struct Results {
    /// Target, and its tests with whether they passed.
    targets: BTreeMap<(String, String), Vec<(String, bool)>>,
    /// Target, and the tests of it that are wanted.
    wanted: BTreeMap<(String, String), Vec<String>>,
    groups: BTreeMap<String, bool>,
}

impl Results {
    fn of(&mut self, file: &str, name: &str) -> bool {
        if file == PROGRAMS {
            let group = name.to_owned();
            let run = || conformance::conformance(&["--dev".to_owned(), group.clone()]).is_ok();
            return *self.groups.entry(group.clone()).or_insert_with(run);
        }
        let key = target(file);
        let wanted = self.wanted.get(&key).map_or(&[][..], Vec::as_slice);
        let tests = self.targets.entry(key.clone()).or_insert_with(|| run(&key, wanted));
        let is = |test: &str| test == name || test.ends_with(&format!("::{name}"));
        let mut found = tests.iter().filter(|(test, _)| is(test)).peekable();
        found.peek().is_some() && found.all(|(_, passed)| *passed)
    }
}

fn run((package, target): &(String, String), names: &[String]) -> Vec<(String, bool)> {
    println!("{package}, {target}");
    let mut command = Command::new("cargo");
    command.args(["test", "-p", package, "--test", target, "--"]).args(names).current_dir(root());
    let output =
        Command::new("cargo").args(["test", "-p", package, "--test", target]).current_dir(root()).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let line = |line: &str| {
        let (name, result) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
        Some((name.to_owned(), result == "ok"))
    };
    text.lines().filter_map(line).collect()
}

/// `[--all] [--check]`: runs the tests of rows that are new or did not pass, or all of them, and writes the page; with `--check`
/// only looks whether the page has these rows and tests.
pub fn requirements(args: &[String]) -> Result<(), String> {
    let check = args.iter().any(|a| a == "--check");
    let all = args.iter().any(|a| a == "--all");
    let files = files()?;
    let page = root().join("docs/requirements.md");
    let old = std::fs::read_to_string(&page).unwrap_or_default();
    let mut wanted: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut rows = Vec::new();
    for row in ROWS {
        let tests = tests_of(row, &files)?;
        rows.push((row.number.to_string(), row.meaning, tests));
    }
    for (i, (meaning, file, name)) in SIMULATOR.iter().enumerate() {
        if !files.iter().any(|(f, names)| f == file && names.iter().any(|n| n == name)) {
            return Err(format!("simulator {}: there is no test {name:?} in {file}", i + 1));
        }
        let tests = vec![((*file).to_owned(), (*name).to_owned())];
        rows.push((format!("S{}", i + 1), *meaning, tests));
    }
    for (file, name) in rows.iter().flat_map(|(_, _, tests)| tests).filter(|(file, _)| file != PROGRAMS) {
        wanted.entry(target(file)).or_default().push(name.clone());
    }
    let mut results = Results { targets: BTreeMap::new(), wanted, groups: BTreeMap::new() };
    let mut text = String::from(
        "# Requirements of a device\n\n\
         What a device with a robot has to do, and the tests that prove it, on the simulator in virtual time and over the wire.\n\
         Made by `cargo xtask requirements --all`, which runs them; `--check` looks whether this page is complete.\n\n\
         | row | meaning | tests | result |\n|---|---|---|---|\n",
    );
    let mut bare = Vec::new();
    let mut failed = Vec::new();
    let mut line = |head: &str, meaning: &str, tests: &[(String, String)]| {
        let mut shown = String::new();
        for (i, (file, name)) in tests.iter().enumerate() {
            let place = match (file.as_str(), name.as_str()) {
                (PROGRAMS, group) => format!("`tests/conformance/{group}`"),
                (file, name) => {
                    let (package, target) = target(file);
                    format!("`{package}/{target}` {name}")
                }
            };
            let _ = write!(shown, "{}{place}", if i == 0 { "" } else { "<br>" });
        }
        let start = format!("| {head} | {meaning} | {shown} |");
        let known =
            old.lines().find_map(|line| line.strip_prefix(&start)).map(|rest| rest.trim_matches([' ', '|']));
        let result = match known {
            _ if tests.is_empty() => "measured",
            Some(result) if check || result == "passed" && !all => result,
            None if check => "not run",
            _ if tests.iter().all(|(file, name)| results.of(file, name)) => "passed",
            _ => "FAILED",
        };
        if tests.is_empty() && head != "59" {
            bare.push(head.to_owned());
        }
        if result == "FAILED" {
            failed.push(head.to_owned());
        }
        let _ = writeln!(text, "{start} {result} |");
    };
    for (head, meaning, tests) in &rows {
        line(head, meaning, tests);
    }
    if !bare.is_empty() {
        return Err(format!("rows without a test: {}", bare.join(", ")));
    }
    if check {
        return if old == text {
            Ok(())
        } else {
            Err("docs/requirements.md is not up to date: cargo xtask requirements".into())
        };
    }
    std::fs::write(&page, &text).map_err(|e| format!("{}: {e}", page.display()))?;
    if failed.is_empty() { Ok(()) } else { Err(format!("rows that failed: {}", failed.join(", "))) }
}
