//! The engine without an operating system: nothing allocates, nothing is printed. What is here only makes the linker keep what a
//! device would use.
#![no_std]
#![no_main]
#![forbid(unsafe_op_in_unsafe_fn)]

#[cfg(feature = "compiler")]
mod source;

use core::hint::black_box;
use hognose_vm::vm::{Host, Vm};

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
    let mut block = [0; 512];
    let mut host = Port;
    let program: &[u8] = black_box(&[]);
    if let Ok(mut vm) = Vm::new(&mut block, modules(), hognose_lib::FROZEN) {
        vm.set_host(&mut host);
        #[cfg(feature = "compiler")]
        source::start(&mut vm, program);
        #[cfg(not(feature = "compiler"))]
        if let Ok(image) = vm.load_image(program) {
            let _ = vm.start(image);
        }
        loop {
            let exit = vm.run(black_box(1000));
            black_box(exit);
        }
    }
    loop {
        black_box(());
    }
}

#[cfg(feature = "library")]
fn modules() -> &'static [&'static hognose_vm::native::ModuleDef] {
    hognose_lib::MODULES
}

#[cfg(not(feature = "library"))]
fn modules() -> &'static [&'static hognose_vm::native::ModuleDef] {
    &[]
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {
        black_box(());
    }
}
