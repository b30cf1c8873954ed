//! The engine without an operating system: nothing allocates, nothing is printed. What is here only makes the linker keep what a
//! device would use.
#![no_std]
#![no_main]
#![forbid(unsafe_op_in_unsafe_fn)]

#[cfg(feature = "device")]
mod device;

use core::hint::black_box;
use hognose::{Budget, Engine, Host, ModuleDef};

/// Where output goes.
struct Port;

impl Host for Port {
    fn write(&mut self, stream: u8, bytes: &[u8]) {
        black_box((stream, bytes));
    }
}

/// Where the processor begins.
#[unsafe(no_mangle)]
pub extern "C" fn _start() -> ! {
    #[cfg(feature = "device")]
    device::run();
    let mut block = [0; 512];
    let mut host = Port;
    if let Ok(mut engine) = Engine::with_frozen(&mut block, modules(), frozen()) {
        engine.set_host(&mut host);
        #[cfg(feature = "compiler")]
        black_box(engine.load_source(black_box(""), "main.py").is_ok());
        #[cfg(not(feature = "compiler"))]
        black_box(engine.load_image(black_box(&[])).is_ok());
        loop {
            black_box(engine.run(Budget::fuel(black_box(1000))));
        }
    }
    loop {
        black_box(());
    }
}

#[cfg(feature = "library")]
fn modules() -> &'static [&'static ModuleDef] {
    hognose::LIBRARY
}

#[cfg(not(feature = "library"))]
fn modules() -> &'static [&'static ModuleDef] {
    &[]
}

#[cfg(feature = "library")]
fn frozen() -> &'static [u8] {
    hognose::FROZEN
}

#[cfg(not(feature = "library"))]
fn frozen() -> &'static [u8] {
    hognose::LANGUAGE
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {
        black_box(());
    }
}
