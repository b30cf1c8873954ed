//! A whole device but for its hardware: store, supervisor, link, host functions of the robot.

use core::hint::black_box;
use hognose_device::flash::{MemoryFlash, SECTOR};
use hognose_device::{Config, Device, Gear, Store};
use hognose_link::{Capabilities, Hub, HubMemory, PeerMemory, Settings};
use hognose_robot::hardware::{Broken, Charge, Frame, Hardware, Inertia, Motor, Screen, Side, Zones};
use hognose_robot::{Rig, python};

/// A board that is not there.
struct Board;

impl Hardware for Board {
    fn motor(&mut self, side: Side, motor: Motor) -> Result<(), Broken> {
        black_box((side, motor));
        Ok(())
    }

    fn counts(&mut self, _: Side) -> i32 {
        black_box(0)
    }

    fn inertia(&mut self) -> Result<Option<Inertia>, Broken> {
        Ok(black_box(None))
    }

    fn zones(&mut self) -> Result<Option<Zones>, Broken> {
        Ok(black_box(None))
    }

    fn side(&mut self, _: Side) -> Result<Option<u16>, Broken> {
        Ok(black_box(None))
    }

    fn floor(&mut self) -> Result<Option<[u16; 3]>, Broken> {
        Ok(black_box(None))
    }

    fn button(&mut self, _: Side) -> bool {
        black_box(false)
    }

    fn charge(&mut self) -> Result<Charge, Broken> {
        Ok(Charge { voltage: black_box(4000), current: 0, level: 90, charging: false })
    }

    fn show_lights(&mut self, frame: &Frame) {
        black_box(frame);
    }

    fn tone(&mut self, tone: Option<(f32, u8)>) {
        black_box(tone);
    }

    fn show_screen(&mut self, screen: &Screen) {
        black_box(screen);
    }
}

/// The life of the device.
pub fn run() {
    let mut block = [0; 512];
    let mut flash = [0; 6 * SECTOR];
    let mut gear = Gear::new(Rig::new(Board, hognose_robot::Settings::default()));
    let Ok(store) = Store::open(MemoryFlash::new(&mut flash), black_box(8192)) else { return };
    let mut device = Device::new(&mut block, &mut gear, store, Config::new(&python::MODULES));
    let (mut receive, mut transmit, mut reply) = ([0; 1200], [0; 1200], [0; 512]);
    let (mut events, mut console, mut telemetry) = ([0; 1024], [0; 1024], [0; 384]);
    let peer = PeerMemory { receive: &mut receive, transmit: &mut transmit, reply: &mut reply, keyed: false };
    let shared = HubMemory { events: &mut events, console: &mut console, telemetry: &mut telemetry };
    let capabilities: Capabilities<'_> = Capabilities {
        max_payload: 1024,
        max_chunk: 512,
        max_program: 8192,
        slots: 1,
        features: black_box(0),
        image_version: hognose_image::layout::ISA_VERSION,
        host_table: 0,
        memory: 4096,
        grants: 0,
        name: "bare",
        firmware: "bare",
    };
    let mut hub = Hub::new(Settings::new(capabilities, 1), [peer], shared);
    let mut out = [0; 64];
    loop {
        let now = black_box(1);
        device.step(now);
        hub.receive(0, now, black_box(&[0][..]), &mut device);
        hub.tick(now, &mut device);
        device.publish(&mut hub);
        black_box(hub.transmit(0, now, &mut out));
    }
}
