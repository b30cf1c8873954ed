//! `cargo xtask VERB`: the project's own tasks.

mod bench;
mod boot;
mod booted;
mod conformance;
mod corpus;
mod desktop;
mod device;
mod difference;
mod elf;
mod fuzz;
mod generated;
mod guest;
mod need;
mod port;
mod record;
mod requirement;
mod size;
mod target;
mod test;
mod vibeos;

use std::process::ExitCode;

/// What a verb does with the arguments after it.
type Task = fn(&[String]) -> Result<(), String>;

/// Verb, arguments, one line of help, and what does it.
const VERBS: &[(&str, &str, &str, Task)] = &[
    (
        "bench",
        "[--device] [--rounds N] [bajo] [device] [FILTER...]",
        "measure the engines beside CPython, Lua and MicroPython; --device: instructions on a Cortex-M3",
        bench::bench,
    ),
    ("boot", "[--headless] [ARGUMENT-OF-QEMU...]", "start the bare-metal image in QEMU", boot::boot),
    ("booted", "[PART...]", "test the bare-metal image in QEMU", booted::booted),
    (
        "conformance",
        "[--all-modes] [--show] [FILTER...]",
        "run the conformance programs and compare with what CPython printed",
        conformance::conformance,
    ),
    ("fuzz", "[--seconds N] [TARGET...]", "run the targets of fuzz/, 60 s each", fuzz::fuzz),
    (
        "generated",
        "[--seed N] [--times N] [--dev]",
        "compare random expressions and small programs with CPython",
        generated::generated,
    ),
    (
        "record",
        "[--check] [FILTER...]",
        "ask CPython 3.11 what the conformance programs print, and write it beside them",
        record::record,
    ),
    (
        "differences",
        "[--record]",
        "run the programs that show where Hognose differs from CPython, and check the page made of them",
        difference::differences,
    ),
    (
        "port",
        "NAME [ARGUMENT...]",
        "build the product for one kind of machine into target/ports/NAME/",
        port::port,
    ),
    (
        "requirements",
        "[--all] [--check]",
        "run the tests of what a device has to do, and write the page with their results",
        requirement::requirements,
    ),
    ("size", "", "flash and RAM that the engine takes on a small machine", size::size),
    ("test", "[STEP...]", "run all tests, or some steps of them", test::test),
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(verb) = args.first() else {
        help();
        return ExitCode::SUCCESS;
    };
    if matches!(verb.as_str(), "help" | "--help" | "-h") {
        help();
        return ExitCode::SUCCESS;
    }
    let Some((_, _, _, task)) = VERBS.iter().find(|(name, ..)| name == verb) else {
        eprintln!("xtask: no verb {verb:?}\n");
        help();
        return ExitCode::from(2);
    };
    match task(&args[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Says what can be done here.
fn help() {
    println!("cargo xtask VERB: the project's own tasks\n");
    for (name, args, what, _) in VERBS {
        println!("  {name} {args}\n      {what}");
    }
}
