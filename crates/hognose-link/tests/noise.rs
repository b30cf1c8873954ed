//! Whatever bytes come, both ends stay alive, and the next good session works.

mod rig;
mod samples;

use hognose_link::*;
use rig::*;

struct Random(u64);

impl Random {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32
    }
}

#[test]
fn random_bytes_hurt_neither_end() {
    for seed in 0..8 {
        let mut random = Random(seed);
        let mut rig = Rig::new(&Setup::default(), [Options::new("anna", Role::Controller)]);
        rig.opened(0);
        for _ in 0..5_000 {
            for _ in 0..random.next() % 40 {
                let byte = if random.next() % 8 == 0 { 0 } else { random.next() as u8 };
                rig.hosts[0].inbox.push(byte);
                rig.hosts[0].outbox.push((random.next() % 7) as u8);
            }
            rig.step();
        }
        rig.hosts[0].inbox.clear();
        rig.opened(0);
        assert!(matches!(rig.ask(0, &Command::Ping { number: 1 }), Told::Acked(..)));
        assert!(rig.errors().count > 1000 && rig.errors().last.is_some());
        assert!(rig.robot.program.is_none());
    }
}

#[test]
fn wellformed_frames_in_any_order_hurt_neither_end() {
    let samples = samples::samples();
    for seed in 0..8u64 {
        for keyed in [false, true] {
            let mut random = Random(seed);
            let setup = Setup { keyed, device_key: Some(b"key"), ..Setup::default() };
            let options =
                Options { key: keyed.then_some(b"key".as_slice()), ..Options::new("anna", Role::Controller) };
            let mut rig = Rig::new(&setup, [options]);
            let mut frame = [0; 1024];
            for _ in 0..3_000 {
                let (_, message, _) = samples[random.next() as usize % samples.len()];
                let session = (random.next() % 3) as u16;
                let seq = (random.next() % 40) as u16;
                let length = message.frame(&mut frame, session, seq).unwrap();
                // Payloads are damaged too, under a right checksum.
                let mut bytes = frame[..length].to_vec();
                if random.next() % 3 == 0 {
                    let plain = cobs::decode_in_place(&mut bytes[..length - 1]).unwrap();
                    let kind = Kind::from_number(bytes[1]).unwrap();
                    let mut payload = bytes[8..plain - 2].to_vec();
                    for byte in &mut payload {
                        if random.next() % 8 == 0 {
                            *byte = random.next() as u8;
                        }
                    }
                    let n =
                        frame::build(&mut frame, kind, session, seq, |out| out.bytes("payload", &payload))
                            .unwrap();
                    bytes = frame[..n].to_vec();
                }
                rig.hosts[0].inbox.extend_from_slice(&bytes);
                rig.hosts[0].outbox.extend_from_slice(&bytes);
                if random.next() % 100 == 0 {
                    rig.open(0);
                }
                rig.robot.later = random.next() % 5 == 0;
                rig.step();
            }
            rig.robot.later = false;
            rig.run(4_000);
            rig.hosts[0].told.clear();
            rig.opened(0);
            assert!(matches!(rig.ask(0, &Command::Ping { number: 1 }), Told::Acked(..)), "{seed}");
        }
    }
}
