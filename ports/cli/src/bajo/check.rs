//! `hognose bajo check`.

use super::FAILED;
use super::options::function;
use super::program::{ProgramArgs, RamArgs, entry};
use super::system::Function;
use bajo::Instruction;
use bajo::check::{Device, Finding};
use clap::Args;

/// What to check, and for which device.
#[derive(Args)]
pub struct CheckArgs {
    #[command(flatten)]
    program: ProgramArgs,
    #[command(flatten)]
    ram: RamArgs,
    /// A host function of the device. With none, any function number is accepted.
    #[arg(long = "sys", value_name = "NUMBER=NAME", value_parser = function, allow_hyphen_values = true)]
    functions: Vec<(i32, Function)>,
    /// More entry points: labels or addresses.
    #[arg(long = "also", value_name = "LABEL")]
    also: Vec<String>,
}

pub fn check(args: &CheckArgs) -> Result<u8, String> {
    let program = args.program.load()?;
    let mut entries = vec![program.entry];
    for text in &args.also {
        entries.push(entry(text, &program.labels)?);
    }
    let has_function =
        |func| args.functions.is_empty() || args.functions.iter().any(|(known, _)| *known == func);
    let device = Device {
        code: &program.code,
        code_base: program.base,
        ram_base: args.ram.ram_base,
        ram_len: args.ram.ram,
        has_function: &has_function,
    };
    let mut findings = Vec::new();
    let mut marks = vec![0; program.code.len()];
    let summary = bajo::check(&device, &entries, &mut marks, &mut |finding: Finding| findings.push(finding))
        .map_err(|error| error.to_string())?;
    findings.sort_by_key(|finding| finding.pc);
    for finding in &findings {
        let at = finding.pc.wrapping_sub(program.base) as usize;
        let code = program.code.get(at..).unwrap_or(&[]);
        let text = match Instruction::decode_up_to(code, 64) {
            Ok(instruction) => format!("  {}", instruction.display(finding.pc, program.base..program.end())),
            Err(_) => String::new(),
        };
        tell!("{finding}{text}");
    }
    tell!(
        "findings: {}; instructions: {}, in {} of {} bytes; through memory, not followed: {} jumps, {} host calls",
        summary.findings,
        summary.instructions,
        summary.bytes,
        program.code.len(),
        summary.dynamic_jumps,
        summary.dynamic_calls
    );
    Ok(if summary.findings == 0 { 0 } else { FAILED })
}
