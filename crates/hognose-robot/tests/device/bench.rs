//! A simulated robot with a whole device around it, in virtual time.

use hognose_compiler::{Request, compile_modules};
use hognose_device::flash::{MemoryFlash, SECTOR};
use hognose_device::store::{self, Store};
use hognose_device::{Config, Device, Failure, Gear, Note};
use hognose_link::{Limits, Refusal, State, StopReason};
use hognose_robot::hardware::{Motor, Side};
use hognose_robot::recorder::Recorder;
use hognose_robot::sim::{Fault, Options, Sim, World};
use hognose_robot::{Rig, Settings, part, python};

pub type Robot = Rig<Recorder<Sim>>;
pub type Machine = Device<'static, Robot, MemoryFlash<'static>>;

/// Bytes of the block, of the largest program.
pub const BLOCK: usize = 64 * 1024;
pub const LARGEST: u32 = 8192;
/// Bytes of flash.
pub const FLASH: usize = 6 * SECTOR;

pub fn leak<T: Clone>(value: T, count: usize) -> &'static mut [T] {
    Box::leak(vec![value; count].into_boxed_slice())
}

/// A program as an image.
pub fn image(source: &str) -> Vec<u8> {
    let mut memory = vec![0u64; 1 << 17];
    let request = Request { module: "__main__", ..Request::new(source.as_bytes(), "program.py") };
    let len = compile_modules(&[request], &mut memory).unwrap_or_else(|error| panic!("{error}\n{source}"));
    memory.iter().flat_map(|word| word.to_le_bytes()).take(len).collect()
}

/// A device, its time, and what it told.
pub struct Bench {
    pub device: Machine,
    pub now: u64,
    pub output: String,
    pub notes: Vec<Note>,
    pub failure: Option<Failure>,
    /// Is the output left to a link?
    pub linked: bool,
}

pub fn open() -> World {
    World { border: false, ..World::default() }
}

impl Bench {
    pub fn new() -> Bench {
        Bench::over(leak(0, FLASH), open(), Settings::default(), 1000)
    }

    pub fn with_slice(slice: u64) -> Bench {
        Bench::over(leak(0, FLASH), open(), Settings::default(), slice)
    }

    pub fn over(flash: &'static mut [u8], world: World, settings: Settings, slice: u64) -> Bench {
        let options = Options { seed: 1, ideal: true, trace: false };
        let gear =
            Box::leak(Box::new(Gear::new(Rig::new(Recorder::new(Sim::new(world, options)), settings))));
        let store = Store::open(MemoryFlash::new(flash), LARGEST).expect("flash");
        let config = Config { slice, ..Config::new(&python::MODULES) };
        let mut device = Device::new(leak(0, BLOCK / 8), gear, store, config);
        device.boot(0);
        let mut bench =
            Bench { device, now: 0, output: String::new(), notes: Vec::new(), failure: None, linked: false };
        bench.collect();
        bench
    }

    pub fn sim(&mut self) -> &mut Sim {
        &mut self.device.equipment().hardware.hardware
    }

    /// What was done since the last call.
    pub fn collect(&mut self) {
        if self.linked {
            return;
        }
        while let Some(note) = self.device.note() {
            if note == Note::Failed {
                self.failure = self.device.failure().copied();
            }
            self.notes.push(note);
        }
        while !self.device.output().is_empty() {
            let text = String::from_utf8_lossy(self.device.output()).into_owned();
            let count = self.device.output().len();
            self.output.push_str(&text);
            self.device.taken(count);
        }
    }

    /// One step within this millisecond.
    pub fn slice(&mut self) -> u64 {
        let next = self.device.step(self.now);
        self.collect();
        next
    }

    /// One millisecond.
    pub fn tick(&mut self) -> u64 {
        self.now += 1;
        let now = self.now;
        self.sim().advance(now);
        self.slice()
    }

    pub fn run(&mut self, ms: u64) {
        for _ in 0..ms {
            self.tick();
        }
    }

    /// Runs until that is so, and how long it took.
    pub fn until(&mut self, most: u64, mut done: impl FnMut(&mut Bench) -> bool) -> u64 {
        let start = self.now;
        while !done(self) {
            assert!(
                self.now - start < most,
                "not in {most} ms: {} {:?} {}",
                self.state(),
                self.notes,
                self.output
            );
            self.tick();
        }
        self.now - start
    }

    pub fn state(&self) -> State {
        self.device.state()
    }

    pub fn send(&mut self, image: &[u8], limits: Limits, grants: u32) -> Result<(), Refusal> {
        let request = store::Request {
            size: image.len() as u32,
            crc: hognose_link::crc::crc32(image),
            grants,
            limits,
            autostart: false,
            name: "test",
        };
        self.device.stage(&request, false)?;
        for (i, chunk) in image.chunks(200).enumerate() {
            self.device.write(i as u32 * 200, chunk)?;
        }
        self.device.commit()
    }

    pub fn upload(&mut self, source: &str) {
        let image = image(source);
        self.send(&image, Limits::default(), part::ALL).unwrap_or_else(|refusal| panic!("{}", refusal.text));
        self.collect();
    }

    pub fn start(&mut self) {
        self.device.start().unwrap_or_else(|refusal| panic!("{}", refusal.text));
        self.collect();
    }

    /// Uploads, starts and runs a program to its end.
    pub fn play(&mut self, source: &str) -> StopReason {
        self.upload(source);
        self.replay()
    }

    /// Runs the program that is there to its end.
    pub fn replay(&mut self) -> StopReason {
        self.output.clear();
        self.notes.clear();
        self.failure = None;
        self.start();
        self.until(700_000, |bench| !matches!(bench.state(), State::Running | State::Stopping));
        self.device.reason()
    }

    pub fn motors_off(&mut self) -> bool {
        self.sim().motors().iter().all(|motor| !matches!(motor, Motor::Duty(_)))
    }

    /// Motors, lights, sound, sensors, program.
    pub fn is_safe(&mut self) -> bool {
        use hognose_device::Equipment;
        self.motors_off()
            && self.device.equipment().is_safe()
            && self.sim().tone().is_none()
            && self.sim().lights().iter().all(|light| *light == [0; 3])
    }

    pub fn press(&mut self) {
        self.sim().press(Side::Left, true);
        self.run(60);
        self.sim().press(Side::Left, false);
        self.run(60);
    }

    pub fn inject(&mut self, fault: Fault) {
        self.sim().inject(fault);
    }
}
