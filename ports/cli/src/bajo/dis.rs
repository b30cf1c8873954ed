//! `hognose bajo dis`.

use super::program::{Program, ProgramArgs, entry};
use bajo_asm::disassemble;
use clap::Args;

/// What to list.
#[derive(Args)]
pub struct DisArgs {
    #[command(flatten)]
    program: ProgramArgs,
    /// Lists all bytes in order as code. Default: what the entry points do not reach is data.
    #[arg(long)]
    all: bool,
    /// More entry points: labels or addresses.
    #[arg(long = "also", value_name = "LABEL")]
    also: Vec<String>,
}

pub fn dis(args: &DisArgs) -> Result<u8, String> {
    let program = args.program.load()?;
    let mut entries = vec![program.entry];
    for text in &args.also {
        entries.push(entry(text, &program.labels)?);
    }
    let entries = (!args.all).then_some(&entries[..]);
    let listing = disassemble(&program.code, program.base, entries)
        .assemble()
        .map_err(|faults| format!("the listing: {faults}"))?
        .listing();
    for line in listing.lines() {
        tell!("{}", named(line, &program));
    }
    Ok(0)
}

/// A line of the listing, with the labels of the program for those that were made up (`L` and the address).
fn named(line: &str, program: &Program) -> String {
    let mut line = line.to_owned();
    for (name, at) in &program.labels {
        if line == format!(".L{at:x}") {
            return format!(".{name}");
        }
        line = line.replace(&format!("<L{at:x}>"), &format!("<{name}>"));
    }
    line
}
