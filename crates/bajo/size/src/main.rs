//! What a device pays for the machine in place: RAM, code in flash, one host function.
//!
//! ```text
//! cargo build --release --target thumbv7em-none-eabihf
//! arm-none-eabi-size target/thumbv7em-none-eabihf/release/bajo-size
//! ```
#![no_std]
#![no_main]

use bajo::{Call, HostCall, Machine, Memory, Outcome, Regions};
use core::hint::black_box;
use core::panic::PanicInfo;

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}

fn host(call: HostCall<'_>, _memory: &mut Memory<'_>) -> Result<Call, i32> {
    call.results[0] = black_box(call.func);
    Ok(Call::Done)
}

/// Entry. Nothing here is known at build time, so nothing of the machine can be left out.
#[unsafe(no_mangle)]
pub extern "C" fn _start() -> ! {
    let mut ram = [0u8; 64];
    let code: &[u8] = black_box(&[0x2d, 0x01]);
    let Ok(memory) = Memory::new(0, black_box(&mut ram), black_box(0x1_0000), code) else { loop {} };
    let mut bus = Regions::new(memory, host);
    let mut machine = Machine::new(black_box(0x1_0000));
    loop {
        match machine.run(&mut bus, black_box(1000)) {
            Outcome::Failed(fault) => black_box(fault.code),
            Outcome::Finished(code) => black_box(code),
            _ => 0,
        };
    }
}
