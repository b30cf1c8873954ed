//! Speed of the machine on four kernels, as a table: instructions per second in place and decoded,
//! beside the figures of the C original (gcc 12 -O2, one core of a shared 2.6 GHz server).
//!
//! Each kernel runs several times; the fastest counts, because a shared computer only ever slows down.

use bajo::{Decoded, Machine, Memory, NoHost, Outcome, Regions, Slot};
use std::time::Instant;

/// Name, code, instructions, exit code, nanoseconds an instruction of the original.
const KERNELS: [(&str, &str, u64, i32, f64); 4] = [
    ("loop", include_str!("../tests/vectors/bajo-kernels/loop.hex"), 20_000_002, 10_000_000, 19.9),
    ("sieve", include_str!("../tests/vectors/bajo-kernels/sieve.hex"), 8_203_812, 6057, 21.9),
    ("fib", include_str!("../tests/vectors/bajo-kernels/fib.hex"), 8_580_885, 196_418, 22.2),
    ("matmul", include_str!("../tests/vectors/bajo-kernels/matmul.hex"), 1_602_255, 51_547_840, 23.5),
];

const BASE: u32 = 0x1_0000;

fn hex(text: &str) -> Vec<u8> {
    let text = text.trim();
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(&text[i..i + 2], 16).expect("hex")).collect()
}

/// Nanoseconds an instruction.
fn time(kernel: &(&str, &str, u64, i32, f64), rounds: u32, fast: bool) -> f64 {
    let code = hex(kernel.1);
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let mut ram = vec![0; BASE as usize];
        let memory = Memory::new(0, &mut ram, BASE, &code).expect("RAM ends where code begins");
        let mut bus = Regions::new(memory, NoHost);
        let mut machine = Machine::new(BASE);
        let start = Instant::now();
        let outcome = if fast {
            let mut index = vec![0; code.len()];
            let mut slots = vec![Slot::EMPTY; code.len()];
            machine.run_decoded(&mut bus, &mut Decoded::new(&mut index, &mut slots), u64::MAX)
        } else {
            machine.run(&mut bus, u64::MAX)
        };
        let seconds = start.elapsed().as_secs_f64();
        assert_eq!(outcome, Outcome::Finished(kernel.3), "{}", kernel.0);
        assert_eq!(machine.spent(), kernel.2, "{}", kernel.0);
        best = best.min(seconds * 1e9 / kernel.2 as f64);
    }
    best
}

fn main() {
    let rounds = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(5);
    println!("ns an instruction, and how many times faster than the original");
    println!("{:8} {:>9} {:>9} {:>7} {:>9} {:>7}", "kernel", "original", "in place", "", "decoded", "");
    for kernel in &KERNELS {
        let (in_place, decoded) = (time(kernel, rounds, false), time(kernel, rounds, true));
        let original = kernel.4;
        println!(
            "{:8} {original:>9.2} {in_place:>9.2} {:>6.1}x {decoded:>9.2} {:>6.1}x",
            kernel.0,
            original / in_place,
            original / decoded
        );
    }
    println!(
        "state of a machine: {} bytes; of a decoded instruction: {} bytes",
        size_of::<Machine>(),
        size_of::<Slot>()
    );
}
