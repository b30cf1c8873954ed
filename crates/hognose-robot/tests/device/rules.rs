//! Rules that hold for the whole, not for one call.

use crate::bench::Bench;
use hognose_link::StopReason;
use std::path::Path;

/// No engine crate has a line of unsafe code, and none allocates.
#[test]
fn r44_engines_and_devices_forbid_unsafe_code() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crates");
    let names = [
        "bajo",
        "bajo-asm",
        "hognose",
        "hognose-compiler",
        "hognose-device",
        "hognose-image",
        "hognose-lib",
        "hognose-link",
        "hognose-robot",
        "hognose-syntax",
        "hognose-vm",
    ];
    for name in names {
        let text = std::fs::read_to_string(crates.join(name).join("src/lib.rs")).expect("readable");
        assert!(text.contains("#![forbid(unsafe_code)]"), "{name}");
        assert!(name == "bajo-asm" || text.contains("#![no_std]") || text.contains("no_std"), "{name}");
    }
}

/// Programs reach the functions that help() lists, and no files, nets or processes.
#[test]
fn r45_r21_programs_reach_what_the_table_says_and_nothing_else() {
    let mut bench = Bench::new();
    assert_eq!(bench.play("import robot\nrobot.help()\n"), StopReason::Finished, "{}", bench.output);
    for name in ["straight", "beep", "distance", "blink"] {
        assert!(bench.output.contains(name), "{name}: {}", bench.output);
    }
    for line in
        ["import socket", "import subprocess", "import ctypes", "open('x', 'w')", "__import__('machine')"]
    {
        let end = bench.play(&format!("{line}\n"));
        // Without files, opening one is an error, or does not even fit.
        assert!(matches!(end, StopReason::Error | StopReason::MemoryLimit), "{line}");
    }
}

/// What is not used any more is collected: memory stays below its limit for as long as one likes.
#[test]
fn r58_garbage_is_collected_as_long_as_a_program_runs() {
    let mut bench = Bench::new();
    let source = "from robot import *\nwhile system.time() < 60000:\n    x = [str(i) for i in range(100)]\n    y = {i: [x] for i in range(20)}\n    \
                  y[0].append(y)\n";
    assert_eq!(bench.play(source), StopReason::Finished, "{}", bench.output);
    let status = bench.device.status();
    assert!(status.steps > 20_000_000 && status.memory_peak <= 64 * 1024, "{status:?}");
}
