//! The `hognose` command.

mod console;
mod modules;
mod run;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Runs other people's Python, safely.
#[derive(Parser)]
#[command(name = "hognose", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    run: run::RunArgs,
}

#[derive(Subcommand)]
enum Command {
    /// Runs a program: a file, `-` for standard input, `-c CODE`, or `-m MODULE`.
    Run(run::RunArgs),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match cli.command {
        Some(Command::Run(args)) => run::run(args),
        None => run::run(cli.run),
    }
}
