//! `hognose bajo trace`.

use super::program::{Program, ProgramArgs};
use super::run::{MachineArgs, end};
use super::system::System;
use bajo::{Event, Instruction, Machine, Regions};
use clap::Args;
use std::io::Write;

/// What to trace.
#[derive(Args)]
pub struct TraceArgs {
    #[command(flatten)]
    program: ProgramArgs,
    #[command(flatten)]
    machine: MachineArgs,
}

pub fn trace(args: &TraceArgs) -> Result<u8, String> {
    let program = args.program.load()?;
    let mut ram = vec![0; args.machine.ram.ram as usize];
    let memory = program.map(&mut ram, args.machine.ram.ram_base)?;
    let mut bus = Regions::new(memory, System::new(&args.machine.functions));
    let mut machine = Machine::new(program.entry);
    let mut open = true;
    let mut out = std::io::BufWriter::new(std::io::stdout());
    let outcome =
        machine.run_traced(&mut bus, args.machine.fuel.unwrap_or(u64::MAX), &mut |event: &Event<'_>| {
            let label = program.label(event.pc).map(|label| format!(".{label}\n")).unwrap_or_default();
            // Each line is out before the next instruction prints something of its own. A closed pipe ends it.
            open = writeln!(out, "{label}{}", line(&program, event)).and_then(|()| out.flush()).is_ok();
            open
        });
    bus.host.flush();
    if !open {
        return Ok(0);
    }
    Ok(end(&program, &machine, outcome))
}

/// One instruction: address, text, values of the sources, what was written where.
fn line(program: &Program, event: &Event<'_>) -> String {
    let at = event.pc.wrapping_sub(program.base) as usize;
    let text = match Instruction::decode_up_to(program.code.get(at..).unwrap_or(&[]), 64) {
        Ok(instruction) => instruction.display(event.pc, program.base..program.end()).to_string(),
        // Code in RAM, or a failing instruction.
        Err(_) => event.op.map_or("?", |op| op.name()).to_owned(),
    };
    let sources: Vec<String> = event.sources.iter().map(i32::to_string).collect();
    let mut line = format!("{:8x}: {text:<40} ({})", event.pc, sources.join(", "));
    let results: Vec<String> =
        event.targets.iter().zip(event.results).map(|(at, word)| format!("[{at:#x}] = {word}")).collect();
    if !results.is_empty() {
        line += &format!(" -> {}", results.join(", "));
    }
    if let Some(fault) = event.fault {
        line += &format!(" -> error {}: {}", fault.code, fault.cause);
    }
    line
}
