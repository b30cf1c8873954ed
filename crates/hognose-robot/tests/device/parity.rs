//! The simulator and a board of pins: the same program, the same events.

use crate::bench::{Bench, FLASH, LARGEST, image, leak};
use embedded_hal::digital::InputPin;
use embedded_hal::pwm::SetDutyCycle;
use hognose_device::flash::MemoryFlash;
use hognose_device::store::{Request, Store};
use hognose_device::{Config, Device, Equipment, Gear, Note};
use hognose_link::State;
use hognose_robot::board::{Board, Bridge, Counter, Extras};
use hognose_robot::hardware::{Broken, Charge};
use hognose_robot::limits::Calibration;
use hognose_robot::{Rig, Settings, part, python};
use std::cell::Cell;
use std::convert::Infallible;
use std::rc::Rc;

/// Two wheels that turn as their pins say, without mass.
#[derive(Clone, Default)]
struct Wheel {
    forward: Rc<Cell<u16>>,
    backward: Rc<Cell<u16>>,
    counts: Rc<Cell<f64>>,
}

struct Pin(Rc<Cell<u16>>);

impl embedded_hal::pwm::ErrorType for Pin {
    type Error = Infallible;
}

impl SetDutyCycle for Pin {
    fn max_duty_cycle(&self) -> u16 {
        1000
    }

    fn set_duty_cycle(&mut self, duty: u16) -> Result<(), Infallible> {
        self.0.set(duty);
        Ok(())
    }
}

struct Open;

impl embedded_hal::digital::ErrorType for Open {
    type Error = Infallible;
}

impl InputPin for Open {
    fn is_high(&mut self) -> Result<bool, Infallible> {
        Ok(false)
    }

    fn is_low(&mut self) -> Result<bool, Infallible> {
        Ok(true)
    }
}

struct Encoder(Rc<Cell<f64>>);

impl Counter for Encoder {
    fn counts(&mut self) -> i32 {
        self.0.get() as i32
    }
}

struct Parts;

impl Extras for Parts {
    fn charge(&mut self) -> Result<Charge, Broken> {
        Ok(Charge { voltage: 4000, current: 100, level: 90, charging: false })
    }
}

impl Wheel {
    /// One millisecond.
    fn turn(&self) {
        let calibration = Calibration::default();
        let duty = (f64::from(self.forward.get()) - f64::from(self.backward.get())) / 1000.0;
        let dead = f64::from(calibration.dead_zone);
        let speed = if duty.abs() < dead {
            0.0
        } else {
            (duty.abs() - dead) / (1.0 - dead) * f64::from(calibration.full_speed)
        };
        let way = speed.copysign(duty) / 1000.0;
        self.counts.set(self.counts.get() + way / f64::from(calibration.mm_per_count()));
    }
}

const PROGRAM: &str = "
from robot import *
drive.use_gyro(False)
print('ahead', drive.straight(200), round(drive.distance(), -1))
print('round', drive.turn(90), round(drive.angle(), -1))
print('back', drive.straight(-100))
print('wheel', motors.left.run_angle(200, 180))
drive.drive(100)
for i in range(3):
    lights.on('red')
    wait(100)
    print('step', i)
drive.brake()
print('busy', drive.is_moving())
try:
    drive.straight(20000)
except ValueError as error:
    print(error)
raise RuntimeError('done')
";

fn events(notes: &[Note]) -> Vec<String> {
    notes
        .iter()
        .filter(|note| matches!(note, Note::State { .. } | Note::Failed))
        .map(|note| format!("{note:?}"))
        .collect()
}

#[test]
fn simulator_and_board_show_the_same_events() {
    let mut bench = Bench::new();
    bench.play(PROGRAM);
    let (output, notes) = (bench.output.clone(), events(&bench.notes));

    let wheels = [Wheel::default(), Wheel::default()];
    let bridge =
        |wheel: &Wheel| Bridge { forward: Pin(wheel.forward.clone()), backward: Pin(wheel.backward.clone()) };
    let board = Board {
        left: bridge(&wheels[0]),
        right: bridge(&wheels[1]),
        counters: [Encoder(wheels[0].counts.clone()), Encoder(wheels[1].counts.clone())],
        left_button: Open,
        right_button: Open,
        extras: Parts,
    };
    let gear = Box::leak(Box::new(Gear::new(Rig::new(board, Settings::default()))));
    let store = Store::open(MemoryFlash::new(leak(0, FLASH)), LARGEST).unwrap();
    let mut device = Device::new(leak(0, 8192), gear, store, Config::new(&python::MODULES));
    device.boot(0);
    let program = image(PROGRAM);
    let request = Request {
        size: program.len() as u32,
        crc: hognose_link::crc::crc32(&program),
        grants: part::ALL,
        ..Request::default()
    };
    device.stage(&request, false).unwrap();
    device.write(0, &program).unwrap();
    device.commit().unwrap();
    while device.note().is_some() {}
    device.start().unwrap();
    let (mut said, mut told) = (String::new(), Vec::new());
    for now in 1..60_000 {
        wheels.iter().for_each(Wheel::turn);
        device.step(now);
        told.extend(device.note());
        said.push_str(&String::from_utf8_lossy(device.output()));
        device.taken(device.output().len());
        if device.state() == State::Ready {
            break;
        }
    }
    while let Some(note) = device.note() {
        told.push(note);
    }
    assert_eq!(said, output);
    assert_eq!(events(&told), notes);
    assert!(device.equipment().is_safe());
}
