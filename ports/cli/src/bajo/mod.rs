//! `hognose bajo`: the Bajo machine from the command line.

pub mod asm;
mod bench;
mod check;
mod dis;
mod options;
pub mod program;
mod run;
mod system;
mod trace;

use clap::{Args, Subcommand};
use std::process::ExitCode;

/// Programs for the Bajo machine: assemble, look at, check, run.
#[derive(Args)]
pub struct BajoArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Assembles a Python script into an image.
    Asm(asm::AsmArgs),
    /// Lists the instructions of a program.
    Dis(dis::DisArgs),
    /// Checks all code that can be reached from the entry points.
    Check(check::CheckArgs),
    /// Runs a program. The exit status is its exit code (the low byte).
    Run(run::RunArgs),
    /// Runs a program and prints every instruction: address, text, values of the operands, results.
    Trace(trace::TraceArgs),
    /// Measures the machine, with a program or with its four kernels.
    Bench(bench::BenchArgs),
}

/// Exit status of anything that went wrong, in the program or before it.
const FAILED: u8 = 1;

/// Exit status of a program that was stopped because its fuel was used up.
const OUT_OF_FUEL: u8 = 3;

/// Does what the command line says. 0: done; 1: an error, told on standard error; 3: out of fuel; `run` and `trace`
/// of a program that ends: its exit code.
pub fn run(args: BajoArgs) -> ExitCode {
    let status = match args.verb {
        Verb::Asm(args) => asm::asm(&args),
        Verb::Dis(args) => dis::dis(&args),
        Verb::Check(args) => check::check(&args),
        Verb::Run(args) => run::run(&args),
        Verb::Trace(args) => trace::trace(&args),
        Verb::Bench(args) => bench::bench(&args),
    };
    match status {
        Ok(status) => ExitCode::from(status),
        Err(message) => {
            complain!("hognose bajo: {message}");
            ExitCode::from(FAILED)
        }
    }
}
