//! A whole device on a Cortex-M4: store, link on the serial port, robot, Python.
#![no_std]
#![no_main]

mod start;
mod ticks;
mod uart;
mod wheels;

use hognose_device::flash::{MemoryFlash, SECTOR};
use hognose_device::{Config, Device, Gear, Store};
use hognose_link::frame::{MAX_PAYLOAD, encoded_max};
use hognose_link::{Capabilities, Hub, HubMemory, PeerMemory, Settings, feature};
use hognose_robot::{Rig, part, python};
use wheels::Wheels;

/// Memory for programs: 64 KB.
const BLOCK: usize = 64 * 1024 / 8;
/// Bytes of the largest program.
const PROGRAM: usize = 8 * 1024;
/// Flash: two areas for programs, and one sector each for what is noted about them.
const FLASH: usize = 2 * (PROGRAM.div_ceil(SECTOR) + 1) * SECTOR;
const FRAME: usize = encoded_max(MAX_PAYLOAD);
/// Longest time that is caught up with at once, ms.
const LATE: u64 = 50;

#[unsafe(no_mangle)]
extern "C" fn main() -> ! {
    ticks::start();
    uart::start();
    serve()
}

fn serve() -> ! {
    let mut block = [0u64; BLOCK];
    let mut flash = [0xFF; FLASH];
    let mut gear = Gear::new(Rig::new(Wheels::new(), hognose_robot::Settings::default()));
    let Ok(store) = Store::open(MemoryFlash::new(&mut flash), PROGRAM as u32) else { halt() };
    let mut device = Device::new(&mut block, &mut gear, store, Config::new(&python::MODULES));
    let (mut receive, mut transmit, mut reply) = ([0; FRAME], [0; FRAME], [0; 512]);
    let (mut events, mut console, mut telemetry) = ([0; 2048], [0; 2048], [0; 3 * 256]);
    let peer = PeerMemory { receive: &mut receive, transmit: &mut transmit, reply: &mut reply, keyed: false };
    let shared = HubMemory { events: &mut events, console: &mut console, telemetry: &mut telemetry };
    let mut hub = Hub::new(Settings::new(capabilities(), 1), [peer], shared);
    let mut now = ticks::milliseconds();
    let mut slipped = 0;
    device.boot(now);
    // What is being sent, and how much of it is.
    let (mut out, mut len, mut at) = ([0; 256], 0, 0);
    loop {
        // When the machine was held up, time stood still: nothing of the device sees it jump.
        let late = ticks::milliseconds().saturating_sub(slipped + now);
        slipped += late.saturating_sub(LATE);
        let real = now + late.min(LATE);
        while now < real {
            now += 1;
            device.equipment().hardware.advance(now);
            device.step(now);
        }
        let mut bytes = [0; 256];
        let n = uart::receive(&mut bytes);
        if n > 0 {
            hub.receive(0, now, &bytes[..n], &mut device);
        }
        hub.tick(now, &mut device);
        device.publish(&mut hub);
        loop {
            if at == len {
                len = hub.transmit(0, now, &mut out).min(out.len());
                at = 0;
            }
            if at == len || !uart::send(out[at]) {
                break;
            }
            at += 1;
        }
    }
}

fn capabilities() -> Capabilities<'static> {
    Capabilities {
        max_payload: MAX_PAYLOAD as u16,
        max_chunk: 512,
        max_program: PROGRAM as u32,
        slots: 1,
        features: feature::PYTHON | feature::BAJO | feature::DRIVE | feature::BATTERY | feature::SIMULATED,
        image_version: hognose_image::layout::ISA_VERSION,
        host_table: hognose_robot::words::host_table(),
        memory: (BLOCK * 8) as u32,
        grants: part::ALL,
        name: "hognose-cortex-m",
        firmware: concat!("hognose ", env!("CARGO_PKG_VERSION"), " (Cortex-M)"),
    }
}

fn halt() -> ! {
    loop {
        core::hint::spin_loop();
    }
}

/// An error of the processor: the wheels of a real board stop by their driver's watchdog.
#[unsafe(no_mangle)]
extern "C" fn fault() -> ! {
    halt()
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    halt()
}
