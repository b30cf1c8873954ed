//! The `hognose` command.

// Errors of the engine hold their text: it has no allocator.
#![allow(clippy::result_large_err)]

#[macro_use]
mod output;

mod arguments;
mod bajo;
mod characters;
mod console;
mod device;
mod files;
mod image;
mod input;
mod interrupt;
mod limits;
mod modules;
mod paint;
mod program;
mod repl;
mod rig;
mod run;
mod session;
mod sim;
mod stubs;
mod terminal;
mod vibe;
mod warnings;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Runs other people's Python, safely.
///
/// `hognose FILE` is short for `hognose run FILE`; without anything, on a terminal, it is `hognose repl`.
#[derive(Parser)]
#[command(name = "hognose", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs a program: a file, `-` for standard input, `-c CODE`, or `-m MODULE`. Source and images alike.
    ///
    /// Exit status: 0; 1 after an exception, with its traceback on standard error; that of sys.exit(); 2 for wrong usage;
    /// 3 when the fuel or the time is used up; 130 after Ctrl-C.
    Run(run::RunArgs),
    /// A prompt that runs what is typed.
    Repl(repl::ReplArgs),
    /// Compiles a program and the modules that it imports into an image.
    Build(image::BuildArgs),
    /// Prints the text form of an image, or of what a source file compiles to.
    Dis(image::DisArgs),
    /// Assembles the text form into an image.
    Asm(image::AsmArgs),
    /// Proves that an image is well-formed.
    Check(image::CheckArgs),
    /// Tells what is in an image.
    Info(image::InfoArgs),
    /// Prints `.pyi` stubs of the modules that programs can import here.
    Stubs(stubs::StubsArgs),
    /// A computer in a window that Python owns: console, keys, mouse, screen, windows, sound, files of a folder.
    ///
    /// With a FILE it runs that, else there is a prompt. Module `vibe` is the computer.
    Vibe(vibe::VibeArgs),
    /// Programs for the Bajo machine.
    Bajo(bajo::BajoArgs),
    /// Runs a program on the simulated robot, shown live in the terminal.
    ///
    /// Exit status: 0 finished; 1 an error of the program; 2 wrong usage; 3 stopped by a limit of time, steps or memory; 4 stopped
    /// otherwise (by hand, by a button, by the battery, by a collision); 130 after Ctrl-C.
    Sim(sim::SimArgs),
    /// Devices on this computer.
    Device(device::DeviceArgs),
    /// Sends a program to a device; it is verified there before it takes the place of the old one.
    ///
    /// Exit status of all verbs with --to: 0 done; 1 the device refused, or its program failed; 2 wrong usage; 3 no answer in
    /// time (of a program that was watched: a limit ended it); 4 a program that was watched was stopped; 130 after Ctrl-C.
    Upload(device::UploadArgs),
    /// Starts a program on a device.
    Start(device::StartArgs),
    /// Freezes the program of a device, and the robot with it.
    Pause(device::PlainArgs),
    /// Lets the program go on, and the rest of its move.
    Resume(device::PlainArgs),
    /// Stops whatever runs on a device; needs no session and nobody's leave.
    Stop(device::StopArgs),
    /// Lets a device move again after a fault or an emergency stop.
    Clear(device::PlainArgs),
    /// Drives the robot of a device by hand for a while.
    Drive(device::DriveArgs),
    /// Lists or changes what a device allows all programs.
    Settings(device::SettingsArgs),
    /// Tells how a device is.
    Status(device::StatusArgs),
    /// Shows what a device does: state, place, senses, output.
    Watch(device::WatchArgs),
    /// Prints events and output that a device still knows.
    Logs(device::LogsArgs),
    /// Deletes a program on a device.
    Delete(device::DeleteArgs),
    /// Measures a link: times of commands, throughput.
    LinkTest(device::LinkTestArgs),
}

fn main() -> ExitCode {
    let Some((line, rest)) =
        std::env::args_os().map(|word| word.into_string().ok()).collect::<Option<_>>().map(arguments::split)
    else {
        complain!("hognose: an argument is not UTF-8");
        return ExitCode::from(2);
    };
    if let Some(args) = run::RunArgs::plain(&line) {
        return run::run(args, rest);
    }
    if let Some(args) = repl::ReplArgs::plain(&line) {
        return repl::repl(args);
    }
    let cli = Cli::parse_from(line);
    match cli.command {
        Command::Run(args) => run::run(args, rest),
        Command::Repl(args) => repl::repl(args),
        Command::Build(args) => image::build(&args),
        Command::Dis(args) => image::dis(&args),
        Command::Asm(args) => image::asm(&args),
        Command::Check(args) => image::check(&args),
        Command::Info(args) => image::info(&args),
        Command::Stubs(args) => stubs::stubs(&args),
        Command::Vibe(args) => vibe::vibe(args),
        Command::Bajo(args) => bajo::run(args),
        Command::Sim(args) => sim::sim(args),
        Command::Device(args) => device::device(args),
        Command::Upload(args) => device::upload(args),
        Command::Start(args) => device::start(args),
        Command::Pause(args) => device::pause(args),
        Command::Resume(args) => device::resume(args),
        Command::Stop(args) => device::stop(args),
        Command::Clear(args) => device::clear(args),
        Command::Drive(args) => device::drive(args),
        Command::Settings(args) => device::settings(args),
        Command::Status(args) => device::status(args),
        Command::Watch(args) => device::watch(args),
        Command::Logs(args) => device::logs(args),
        Command::Delete(args) => device::delete(args),
        Command::LinkTest(args) => device::link_test(args),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn lines_without_options_mean_the_same_read_either_way() {
        for line in
            [&["run", "a.py"][..], &["run", "-"], &["run", ""], &["run", "-c", "pass"], &["run", "-c", "-x"]]
        {
            let line: Vec<String> = ["hognose"].iter().chain(line).map(|&word| word.to_owned()).collect();
            let plain = run::RunArgs::plain(&line).expect("it has no options");
            let Command::Run(read) = Cli::parse_from(line).command else { panic!("another verb") };
            assert_eq!(plain, read);
        }
        let line = ["hognose", "repl"].map(str::to_owned);
        let plain = repl::ReplArgs::plain(&line).expect("it has no options");
        let Command::Repl(read) = Cli::parse_from(line).command else { panic!("another verb") };
        assert_eq!(plain, read);
        for line in [
            &["run"][..],
            &["run", "-h"],
            &["run", "--stats", "a.py"],
            &["run", "-ic", "pass"],
            &["repl", "-c", "pass"],
        ] {
            let line: Vec<String> = ["hognose"].iter().chain(line).map(|&word| word.to_owned()).collect();
            assert!(run::RunArgs::plain(&line).is_none(), "{line:?}");
            assert!(repl::ReplArgs::plain(&line).is_none(), "{line:?}");
        }
    }

    #[test]
    fn every_verb_is_known_to_the_command_line() {
        for verb in Cli::command().get_subcommands() {
            let words = ["hognose", verb.get_name()].map(str::to_owned).to_vec();
            assert_eq!(arguments::split(words.clone()).0[1], words[1]);
        }
    }
}
