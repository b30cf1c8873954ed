//! `hognose bajo bench`.

use super::options::number;
use super::program::{Program, ProgramArgs, RamArgs};
use bajo::{Call, Decoded, HostCall, Machine, Memory, Outcome, Regions, Slot};
use clap::Args;
use std::path::PathBuf;
use std::time::Instant;

/// What to measure.
#[derive(Args)]
pub struct BenchArgs {
    /// The program: an image, bare code with --raw, or a Python script. Default: the four kernels.
    /// Its host functions do nothing.
    file: Option<PathBuf>,
    /// The file is bare code, without a header.
    #[arg(long)]
    raw: bool,
    /// Address of bare code.
    #[arg(long, value_name = "ADDRESS", default_value = "0x10000", value_parser = number)]
    base: u32,
    /// Where the program begins: a label or an address.
    #[arg(long, value_name = "LABEL")]
    entry: Option<String>,
    #[command(flatten)]
    ram: RamArgs,
    /// Most instructions of one run.
    #[arg(long, value_name = "N", default_value_t = 1_000_000_000)]
    fuel: u64,
    /// Runs of each kind; the fastest counts.
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

/// Name, code, and nanoseconds an instruction of the C original (gcc 12 -O2, a shared 2.6 GHz server).
const KERNELS: [(&str, &str, f64); 4] = [
    ("loop", include_str!("../../../../crates/bajo/tests/vectors/bajo-kernels/loop.hex"), 19.9),
    ("sieve", include_str!("../../../../crates/bajo/tests/vectors/bajo-kernels/sieve.hex"), 21.9),
    ("fib", include_str!("../../../../crates/bajo/tests/vectors/bajo-kernels/fib.hex"), 22.2),
    ("matmul", include_str!("../../../../crates/bajo/tests/vectors/bajo-kernels/matmul.hex"), 23.5),
];

pub fn bench(args: &BenchArgs) -> Result<u8, String> {
    let programs: Vec<(&str, Program, Option<f64>)> = match args.file.clone() {
        Some(file) => {
            let program = ProgramArgs { file, raw: args.raw, base: args.base, entry: args.entry.clone() };
            vec![("program", program.load()?, None)]
        }
        None => KERNELS.iter().map(|(name, hex, ns)| (*name, kernel(hex), Some(*ns))).collect(),
    };
    tell!("nanoseconds an instruction");
    tell!("{:8} {:>12} {:>9} {:>9} {:>9}", "", "instructions", "in place", "decoded", "C original");
    for (name, program, original) in &programs {
        let (spent, in_place) = fastest(args, program, false)?;
        let (_, decoded) = fastest(args, program, true)?;
        let original = original.map_or("-".to_owned(), |ns| format!("{ns:.1}"));
        tell!("{name:8} {spent:>12} {in_place:>9.2} {decoded:>9.2} {original:>10}");
    }
    Ok(0)
}

/// Every host function of a measured program.
fn nothing(_call: HostCall<'_>, _memory: &mut Memory<'_>) -> Result<Call, i32> {
    Ok(Call::Done)
}

fn kernel(hex: &str) -> Program {
    let digits: Vec<u32> = hex.chars().filter_map(|c| c.to_digit(16)).collect();
    let code = digits.chunks_exact(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect();
    Program { code, base: 0x1_0000, entry: 0x1_0000, labels: Vec::new() }
}

/// Instructions, and nanoseconds an instruction in the fastest run.
fn fastest(args: &BenchArgs, program: &Program, decoded: bool) -> Result<(u64, f64), String> {
    let mut best = (0, f64::INFINITY);
    for _ in 0..args.rounds {
        let mut ram = vec![0; args.ram.ram as usize];
        let mut bus = Regions::new(program.map(&mut ram, args.ram.ram_base)?, nothing);
        let mut machine = Machine::new(program.entry);
        let mut index = vec![0; program.code.len()];
        let mut slots = vec![Slot::EMPTY; program.code.len() + 16];
        let mut memory = Decoded::new(&mut index, &mut slots);
        let start = Instant::now();
        let outcome = if decoded {
            machine.run_decoded(&mut bus, &mut memory, args.fuel)
        } else {
            machine.run(&mut bus, args.fuel)
        };
        let ns = start.elapsed().as_secs_f64() * 1e9;
        if let Outcome::Failed(fault) = outcome {
            return Err(fault.to_string());
        }
        best = (machine.spent(), best.1.min(ns / machine.spent().max(1) as f64));
    }
    Ok(best)
}
