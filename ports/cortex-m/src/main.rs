//! The engine on a Cortex-M3: runs one image in a block of RAM, prints through semihosting, then says on standard error what
//! it took, and ends with the exit status of the program.
#![no_std]
#![no_main]

mod semihosting;
mod start;
mod ticks;

use core::fmt::Write;
use hognose::{Budget, Engine, Host, Outcome};
use semihosting::Console;

/// The program.
static IMAGE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/program.hog"));
/// What it may import.
#[cfg(feature = "library")]
const MODULES: &[&hognose::ModuleDef] = hognose::LIBRARY;
#[cfg(feature = "library")]
static LIBRARY: &[u8] = hognose::FROZEN;
/// Nothing to import.
#[cfg(not(feature = "library"))]
const MODULES: &[&hognose::ModuleDef] = &[];
#[cfg(not(feature = "library"))]
static LIBRARY: &[u8] = hognose::CORE;
/// Words of the block: 48 KB.
const BLOCK: usize = 48 * 1024 / 8;

/// Output and time.
struct Port {
    console: Console,
}

impl Host for Port {
    fn write(&mut self, stream: u8, bytes: &[u8]) {
        self.console.write(stream, bytes);
    }
}

/// Lines on standard error.
struct Errors;

impl Write for Errors {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        Console::open().write(2, text.as_bytes());
        Ok(())
    }
}

#[unsafe(no_mangle)]
extern "C" fn main() -> ! {
    ticks::start();
    let mut block = [0; BLOCK];
    let mut port = Port { console: Console::open() };
    semihosting::exit(run(&mut block, &mut port))
}

fn run(block: &mut [u64], port: &mut Port) -> u8 {
    let mut engine = match Engine::with_frozen(block, MODULES, LIBRARY) {
        Ok(engine) => engine,
        Err(error) => return refused(&error),
    };
    engine.set_host(port);
    if let Err(error) = engine.load_trusted_image(IMAGE) {
        return refused(&error);
    }
    let before = ticks::now();
    let outcome = engine.run(Budget::UNLIMITED);
    let ticks = ticks::now() - before;
    let status = match outcome {
        Outcome::Finished => 0,
        _ => engine.report(),
    };
    let used = engine.statistics();
    let _ = writeln!(Errors, "fuel {} peak {} ticks {ticks}", used.fuel, used.peak);
    #[cfg(feature = "bench")]
    measure(&mut engine);
    status
}

/// Ticks of functions of the program that take how often they do something: without what goes before and after.
#[cfg(feature = "bench")]
fn measure(engine: &mut Engine<'_>) {
    // A known number of instructions, to know what a tick is.
    let before = ticks::now();
    ticks::count_down(500_000);
    let _ = writeln!(Errors, "million {}", ticks::now() - before);
    for name in ["call", "loop", "method", "floats", "dicts"] {
        let Ok(function) = engine.keep_global(name) else { continue };
        let mut ticks = [0; 3];
        // The first one lowers code and fills caches.
        for (times, ticks) in [109, 1090, 10900].into_iter().zip(&mut ticks) {
            let before = ticks::now();
            if engine.call(function, (times,)).is_err() || engine.run(Budget::UNLIMITED) != Outcome::Finished
            {
                let _ = writeln!(Errors, "{name} failed");
                return;
            }
            *ticks = ticks::now() - before;
        }
        let _ = writeln!(Errors, "{name} {}", ticks[2] - ticks[1]);
    }
}

fn refused(error: &hognose::Error) -> u8 {
    let _ = writeln!(Errors, "{error}");
    2
}

/// An error of the processor: most likely the stack is full.
#[unsafe(no_mangle)]
extern "C" fn fault() -> ! {
    let _ = Errors.write_str("the processor stopped at an error\n");
    semihosting::exit(3)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    // Saying where would keep every place where a panic could be, and the names of all files: 30 KB.
    let _ = Errors.write_str("a panic\n");
    semihosting::exit(4)
}
