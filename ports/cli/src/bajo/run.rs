//! `hognose bajo run`.

use super::options::function;
use super::program::{Program, ProgramArgs, RamArgs};
use super::system::{Function, System};
use super::{FAILED, OUT_OF_FUEL};
use bajo::{Decoded, Fault, Instruction, Machine, Outcome, Regions, Slot};
use clap::Args;

/// What to run, and what it is given.
#[derive(Args)]
pub struct RunArgs {
    #[command(flatten)]
    program: ProgramArgs,
    #[command(flatten)]
    machine: MachineArgs,
    /// Executes the code in place, as small devices do. The result is the same.
    #[arg(long)]
    in_place: bool,
    /// Tells the number of instructions and the exit code.
    #[arg(long)]
    stats: bool,
}

/// The machine a program is given.
#[derive(Args)]
pub struct MachineArgs {
    #[command(flatten)]
    pub ram: RamArgs,
    /// Most instructions it may execute. Default: no limit.
    #[arg(long, value_name = "N")]
    pub fuel: Option<u64>,
    /// Offers a host function: 1=print (numbers), hex, putc, puts (text at an address), getc, millis, ignore.
    #[arg(long = "sys", value_name = "NUMBER=NAME", value_parser = function, allow_hyphen_values = true)]
    pub functions: Vec<(i32, Function)>,
}

pub fn run(args: &RunArgs) -> Result<u8, String> {
    let program = args.program.load()?;
    let mut ram = vec![0; args.machine.ram.ram as usize];
    let memory = program.map(&mut ram, args.machine.ram.ram_base)?;
    let mut bus = Regions::new(memory, System::new(&args.machine.functions));
    let mut machine = Machine::new(program.entry);
    let fuel = args.machine.fuel.unwrap_or(u64::MAX);
    let outcome = if args.in_place {
        machine.run(&mut bus, fuel)
    } else {
        let mut index = vec![0; program.code.len()];
        let mut slots = vec![Slot::EMPTY; program.code.len() + 16];
        machine.run_decoded(&mut bus, &mut Decoded::new(&mut index, &mut slots), fuel)
    };
    bus.host.flush();
    let status = end(&program, &machine, outcome);
    if args.stats {
        complain!("{} instructions, exit code {}", machine.spent(), machine.exit_code());
    }
    Ok(status)
}

/// Tells how a program ended, and returns the exit status.
pub fn end(program: &Program, machine: &Machine, outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Finished(code) => code as u8,
        Outcome::Spent => {
            complain!(
                "hognose bajo: out of fuel after {} instructions, at {:#x}",
                machine.spent(),
                machine.pc()
            );
            OUT_OF_FUEL
        }
        Outcome::Failed(fault) => {
            complain!("hognose bajo: {fault}");
            if let Some(text) = text(program, &fault) {
                complain!("    {text}");
            }
            FAILED
        }
        // No function here leaves a call open or asks for a pause.
        Outcome::Paused | Outcome::Waiting(_) => FAILED,
    }
}

/// The failed instruction as text.
fn text(program: &Program, fault: &Fault) -> Option<String> {
    let at = fault.pc.wrapping_sub(program.base) as usize;
    let instruction = Instruction::decode_up_to(program.code.get(at..)?, 64).ok()?;
    let text = instruction.display(fault.pc, program.base..program.end());
    Some(match program.label(fault.pc) {
        Some(label) => format!("{label}: {text}"),
        None => text.to_string(),
    })
}
