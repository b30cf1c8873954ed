//! A device, its hosts and the carriers between them, on a virtual clock.
#![allow(dead_code)]

use hognose_link::fault::{Faults, Lossy};
use hognose_link::frame::MAX_FRAME;
use hognose_link::hub::{Errors, HubMemory};
use hognose_link::*;

/// A runtime that remembers what it was told.
#[derive(Default)]
pub struct Robot {
    pub running: bool,
    pub starts: u32,
    pub stops: Vec<(usize, StopKind)>,
    pub log: Vec<String>,
    pub staged: Vec<u8>,
    pub program: Option<Vec<u8>>,
    pub name: String,
    pub drives: Vec<Drive>,
    pub drive_losses: u32,
    pub left: Vec<(usize, Left)>,
    pub abandoned: u32,
    pub nonces: u8,
    pub later: bool,
    pub scratch: Vec<u8>,
}

impl Runtime for Robot {
    fn stop(&mut self, from: Caller, kind: StopKind) {
        self.running = false;
        self.stops.push((from.peer, kind));
        self.log.push(format!("{kind}"));
    }

    fn command(&mut self, _: Caller, command: &Command<'_>) -> Answer<'_> {
        self.log.push(format!("{command:?}"));
        if self.later {
            return Answer::Later;
        }
        match command {
            Command::Start { slot: 0 } if self.program.is_none() => {
                Answer::Nak(Refusal::new(NakCode::NoProgram))
            }
            Command::Start { .. } => {
                self.running = true;
                self.starts += 1;
                Answer::Ack(Reply::Done)
            }
            Command::Status => Answer::Ack(Reply::Status(status(self.running))),
            Command::GetSetting { key } => Answer::Ack(Reply::Setting(i32::from(*key))),
            Command::Custom { data, .. } => {
                self.scratch = data.iter().rev().copied().collect();
                Answer::Ack(Reply::Data(&self.scratch))
            }
            _ => Answer::Ack(Reply::Done),
        }
    }

    fn upload_begin(&mut self, _: Caller, begin: &UploadBegin<'_>, resume: u32) -> Result<(), Refusal> {
        if self.running && !begin.replace {
            return Err(Refusal::say(NakCode::Busy, 0, format_args!("busy, the program is running")));
        }
        self.log.push(format!("begin at {resume}"));
        self.staged.truncate(resume as usize);
        self.name = begin.name.into();
        Ok(())
    }

    fn upload_chunk(&mut self, offset: u32, data: &[u8]) -> Result<(), Refusal> {
        assert_eq!(offset as usize, self.staged.len(), "chunks come in order, once");
        self.staged.extend_from_slice(data);
        Ok(())
    }

    fn upload_commit(&mut self, _: Caller) -> Answer<'_> {
        self.program = Some(std::mem::take(&mut self.staged));
        Answer::Ack(Reply::Done)
    }

    fn upload_abandon(&mut self) {
        self.abandoned += 1;
    }

    fn drive(&mut self, drive: Drive) {
        self.drives.push(drive);
    }

    fn drive_lost(&mut self) {
        self.drive_losses += 1;
    }

    fn left(&mut self, from: Caller, why: Left) {
        self.left.push((from.peer, why));
    }

    fn nonce(&mut self) -> [u8; 16] {
        self.nonces += 1;
        [self.nonces; 16]
    }
}

pub fn status(running: bool) -> Status {
    Status {
        state: if running { State::Running } else { State::Ready },
        reason: StopReason::None,
        slot: 0,
        program: 0x1234_5678,
        pc: 17,
        line: 3,
        uptime: 1000,
        run_time: 250,
        steps: 5_000_000_000,
        memory: 2048,
        memory_peak: 4096,
        battery: 88,
        millivolts: 3950,
        tethered: false,
    }
}

pub fn capabilities() -> Capabilities<'static> {
    Capabilities {
        max_payload: 300,
        max_chunk: 256,
        max_program: 8192,
        slots: 2,
        features: feature::PYTHON | feature::BAJO,
        image_version: 1,
        host_table: 0xABCD_EF01,
        memory: 32768,
        grants: 0b111,
        name: "hog-1",
        firmware: "0.1.0",
    }
}

fn leak(size: usize) -> &'static mut [u8] {
    Box::leak(vec![0; size].into_boxed_slice())
}

/// What a host was told, owned.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    Opened { role: Role, resumed: bool, boot: u32 },
    Refused(NakCode, String),
    Impostor,
    Acked(u16, String),
    Nacked(u16, NakCode, u32, String),
    Event(u32, String, u32),
    Console(Vec<u8>, u32),
    Telemetry(String),
    Stopped(u16),
    SessionLost,
    TimedOut(String),
    Silent,
}

/// A host with its end of a carrier.
pub struct Host {
    pub client: Client<'static>,
    pub up: Lossy<'static>,
    pub down: Lossy<'static>,
    /// Bytes that arrived at the device's input and were not read yet.
    pub inbox: Vec<u8>,
    pub outbox: Vec<u8>,
    pub told: Vec<Told>,
    pub uploads: Option<Sender<'static>>,
    pub connected: bool,
    nonce: u64,
}

impl Host {
    pub fn events(&self) -> Vec<u32> {
        self.told
            .iter()
            .filter_map(|told| if let Told::Event(number, ..) = told { Some(*number) } else { None })
            .collect()
    }

    pub fn console(&self) -> Vec<u8> {
        self.told
            .iter()
            .filter_map(|told| if let Told::Console(data, 0) = told { Some(data.clone()) } else { None })
            .flatten()
            .collect()
    }

    pub fn has(&self, what: &Told) -> bool {
        self.told.contains(what)
    }
}

pub struct Rig<const N: usize> {
    pub now: u64,
    pub hub: Hub<'static, N>,
    pub robot: Robot,
    pub hosts: Vec<Host>,
    /// Bytes per millisecond and direction.
    pub speed: usize,
}

pub struct Setup {
    pub faults: Faults,
    pub seed: u64,
    pub keyed: bool,
    pub device_key: Option<&'static [u8]>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { faults: Faults::default(), seed: 1, keyed: false, device_key: None }
    }
}

impl<const N: usize> Rig<N> {
    pub fn new(setup: &Setup, options: [Options<'static>; N]) -> Self {
        let mut settings = Settings::new(capabilities(), 77);
        settings.key = setup.device_key;
        let peers = std::array::from_fn(|_| PeerMemory {
            receive: leak(frame::encoded_max(300)),
            transmit: leak(frame::encoded_max(384)),
            reply: leak(256),
            keyed: setup.keyed,
        });
        let memory = HubMemory { events: leak(1024), console: leak(512), telemetry: leak(384) };
        let hosts = options
            .into_iter()
            .enumerate()
            .map(|(index, options)| {
                let lossy = |salt: u64| {
                    Lossy::new(
                        setup.seed * 1000 + salt + 10 * index as u64,
                        setup.faults,
                        leak(MAX_FRAME),
                        leak(MAX_FRAME),
                    )
                };
                Host {
                    client: Client::new(options, leak(MAX_FRAME), leak(MAX_FRAME), leak(1000)),
                    up: lossy(1),
                    down: lossy(2),
                    inbox: Vec::new(),
                    outbox: Vec::new(),
                    told: Vec::new(),
                    uploads: None,
                    connected: true,
                    nonce: setup.seed * 100_000 + 1000 * index as u64,
                }
            })
            .collect();
        Self { now: 10, hub: Hub::new(settings, peers, memory), robot: Robot::default(), hosts, speed: 12 }
    }

    pub fn open(&mut self, host: usize) {
        let resume = self.hosts[host].client.resume();
        let host = &mut self.hosts[host];
        host.nonce += 1;
        let mut nonce = [0; 16];
        nonce[..8].copy_from_slice(&host.nonce.to_le_bytes());
        host.client.open(self.now, nonce, resume);
    }

    /// One millisecond.
    pub fn step(&mut self) {
        self.now += 1;
        let now = self.now;
        for (index, host) in self.hosts.iter_mut().enumerate() {
            let Host { client, up, down, inbox, outbox, told, uploads, connected, .. } = host;
            if let Some(upload) = uploads {
                if client.is_open() && !client.is_busy() {
                    if let Some(command) = upload.command() {
                        client.command(now, &command).unwrap();
                    }
                }
            }
            let mut buffer = [0; 64];
            let count = client.transmit(now, &mut buffer[..self.speed]);
            if *connected {
                up.send(&buffer[..count], |bytes| inbox.extend_from_slice(bytes));
                if now % 20 == 0 {
                    up.release(|bytes| inbox.extend_from_slice(bytes));
                }
                self.hub.receive(index, now, &std::mem::take(inbox), &mut self.robot);
                let count = self.hub.transmit(index, now, &mut buffer[..self.speed]);
                down.send(&buffer[..count], |bytes| outbox.extend_from_slice(bytes));
                if now % 20 == 0 {
                    down.release(|bytes| outbox.extend_from_slice(bytes));
                }
            }
            let bytes = std::mem::take(outbox);
            let mut rest = &bytes[..];
            while !rest.is_empty() {
                let (used, notice) = client.receive(now, rest);
                rest = &rest[used..];
                if let Some(notice) = notice {
                    hear(told, uploads, notice);
                }
            }
            while let Some(notice) = client.tick(now) {
                hear(told, uploads, notice);
            }
        }
        self.hub.tick(now, &mut self.robot);
    }

    pub fn run(&mut self, milliseconds: u64) {
        for _ in 0..milliseconds {
            self.step();
        }
    }

    /// Runs until `done`, at most `most` milliseconds, and returns how long it took.
    pub fn until(&mut self, most: u64, mut done: impl FnMut(&Self) -> bool) -> u64 {
        let start = self.now;
        while !done(self) {
            assert!(
                self.now - start < most,
                "not done in {most} ms; told {:?}",
                self.hosts.iter().map(|h| &h.told).collect::<Vec<_>>()
            );
            self.step();
        }
        self.now - start
    }

    /// Opens a session, again until it is open.
    pub fn opened(&mut self, host: usize) {
        self.open(host);
        while !self.hosts[host].client.is_open() {
            self.until(20_000, |rig| {
                rig.hosts[host].client.is_open()
                    || matches!(rig.hosts[host].told.last(), Some(Told::TimedOut(_)))
            });
            if !self.hosts[host].client.is_open() {
                self.hosts[host].told.clear();
                self.open(host);
            }
        }
    }

    /// Sends a command and returns what the host was told.
    pub fn ask(&mut self, host: usize, command: &Command<'_>) -> Told {
        let seq = self.hosts[host].client.command(self.now, command).unwrap();
        let of = |told: &&Told| matches!(told, Told::Acked(n, _) | Told::Nacked(n, ..) if *n == seq);
        self.until(10_000, |rig| rig.hosts[host].told.iter().any(|told| of(&told)));
        self.hosts[host].told.iter().rev().find(of).unwrap().clone()
    }

    pub fn errors(&self) -> Errors {
        self.hub.errors()
    }
}

fn hear(told: &mut Vec<Told>, uploads: &mut Option<Sender<'static>>, notice: Notice<'_>) {
    told.push(match notice {
        Notice::Opened { welcome, resumed } => {
            if let Some(upload) = uploads {
                upload.reconnected();
            }
            Told::Opened { role: welcome.role, resumed, boot: welcome.boot }
        }
        Notice::Refused(nak) => Told::Refused(nak.code, nak.text.into()),
        Notice::Impostor => Told::Impostor,
        Notice::Acked { seq, reply } => {
            if let Some(upload) = uploads {
                upload.acked(&reply);
            }
            Told::Acked(seq, format!("{reply:?}"))
        }
        Notice::Nacked { seq, nak } => {
            if let Some(upload) = uploads {
                upload.nacked(&nak);
            }
            Told::Nacked(seq, nak.code, nak.value, nak.text.into())
        }
        Notice::Event { event, lost } => Told::Event(event.number, format!("{:?}", event.kind), lost),
        Notice::Console { data, lost } => Told::Console(data.to_vec(), lost),
        Notice::Telemetry(telemetry) => Told::Telemetry(format!("{telemetry:?}")),
        Notice::Stopped { seq } => Told::Stopped(seq),
        Notice::SessionLost => Told::SessionLost,
        Notice::TimedOut(what) => Told::TimedOut(format!("{what:?}")),
        Notice::Silent => Told::Silent,
        Notice::Beat(_) | Notice::BadFrame(_) | Notice::BadMessage(_) => return,
    });
}

pub fn image(size: usize) -> &'static [u8] {
    Box::leak((0..size).map(|i| (i * 31 + i / 251) as u8).collect::<Vec<_>>().into_boxed_slice())
}

pub fn begin() -> UploadBegin<'static> {
    UploadBegin {
        slot: 0,
        size: 0,
        crc: 0,
        replace: false,
        autostart: false,
        grants: 1,
        limits: Limits::default(),
        name: "square",
    }
}
