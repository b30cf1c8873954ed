//! The device over the wire: hub, carriers that lose things, clients.

use crate::bench::{BLOCK, Bench, LARGEST, image, leak};
use hognose_device::{Owner, Setting};
use hognose_link::fault::{Faults, Lossy};
use hognose_link::frame::{self, MAX_FRAME};
use hognose_link::hub::HubMemory;
use hognose_link::{
    Capabilities, Client, Command, Drive, EventKind, Hub, Limits, NakCode, Notice, Options, PeerMemory,
    Reply, Role, Sender, State, Status, StopKind, StopReason, Telemetry, UploadBegin, feature,
};
use hognose_robot::part;

/// Bytes that a serial line of 115200 baud carries in a millisecond.
const SERIAL: usize = 12;

fn capabilities() -> Capabilities<'static> {
    Capabilities {
        max_payload: 300,
        max_chunk: 256,
        max_program: LARGEST,
        slots: 1,
        features: feature::PYTHON | feature::BAJO | feature::DRIVE | feature::SIMULATED,
        image_version: 1,
        host_table: 1,
        memory: BLOCK as u32,
        grants: part::ALL,
        name: "sim",
        firmware: "0",
    }
}

/// What a host was told.
#[derive(Debug, Clone, PartialEq)]
enum Told {
    Acked(u16),
    Nacked(u16, NakCode, String),
    Status(Status),
    Event(String),
    Edge(State, State, StopReason, u64),
    Refused(NakCode, String),
    Stopped,
}

struct Host {
    client: Client<'static>,
    up: Lossy<'static>,
    down: Lossy<'static>,
    told: Vec<Told>,
    console: String,
    telemetry: Vec<(u64, u8)>,
    status: Option<Status>,
    upload: Option<Sender<'static>>,
    connected: bool,
    nonce: u8,
}

struct Wire {
    bench: Bench,
    hub: Hub<'static, 2>,
    hosts: Vec<Host>,
    speed: usize,
}

impl Wire {
    fn new(faults: Faults, seed: u64) -> Wire {
        let mut bench = Bench::new();
        bench.linked = true;
        let peers = std::array::from_fn(|_| PeerMemory {
            receive: leak(0, frame::encoded_max(300)),
            transmit: leak(0, frame::encoded_max(384)),
            reply: leak(0, 256),
            keyed: false,
        });
        let memory = HubMemory { events: leak(0, 1024), console: leak(0, 1024), telemetry: leak(0, 384) };
        let hub = Hub::new(hognose_link::Settings::new(capabilities(), 7), peers, memory);
        let hosts = [("anna", Role::Controller), ("ben", Role::ControllerOrViewer)]
            .into_iter()
            .enumerate()
            .map(|(i, (name, role))| {
                let lossy = |salt| {
                    Lossy::new(seed * 100 + salt + i as u64, faults, leak(0, MAX_FRAME), leak(0, MAX_FRAME))
                };
                let options = Options::new(name, role);
                Host {
                    client: Client::new(options, leak(0, MAX_FRAME), leak(0, MAX_FRAME), leak(0, 1000)),
                    up: lossy(10),
                    down: lossy(20),
                    told: Vec::new(),
                    console: String::new(),
                    telemetry: Vec::new(),
                    status: None,
                    upload: None,
                    connected: true,
                    nonce: i as u8,
                }
            })
            .collect();
        Wire { bench, hub, hosts, speed: SERIAL }
    }

    fn clean() -> Wire {
        let mut wire = Wire::new(Faults::default(), 1);
        wire.open(0);
        wire
    }

    fn now(&self) -> u64 {
        self.bench.now
    }

    fn step(&mut self) {
        self.bench.tick();
        let now = self.bench.now;
        for (index, host) in self.hosts.iter_mut().enumerate() {
            if let Some(upload) = &host.upload {
                if host.client.is_open() && !host.client.is_busy() {
                    if let Some(command) = upload.command() {
                        host.client.command(now, &command).unwrap();
                    }
                }
            }
            let mut buffer = [0; 512];
            let count = host.client.transmit(now, &mut buffer[..self.speed]);
            let (mut inbox, mut outbox) = (Vec::new(), Vec::new());
            if host.connected {
                host.up.send(&buffer[..count], |bytes| inbox.extend_from_slice(bytes));
                if now % 20 == 0 {
                    host.up.release(|bytes| inbox.extend_from_slice(bytes));
                }
                self.hub.receive(index, now, &inbox, &mut self.bench.device);
                let count = self.hub.transmit(index, now, &mut buffer[..self.speed]);
                host.down.send(&buffer[..count], |bytes| outbox.extend_from_slice(bytes));
                if now % 20 == 0 {
                    host.down.release(|bytes| outbox.extend_from_slice(bytes));
                }
            }
            let mut rest = &outbox[..];
            while !rest.is_empty() {
                let (used, notice) = host.client.receive(now, rest);
                rest = &rest[used..];
                if let Some(notice) = notice {
                    Wire::hear(
                        now,
                        notice,
                        &mut host.told,
                        &mut host.console,
                        &mut host.telemetry,
                        &mut host.status,
                        &mut host.upload,
                    );
                }
            }
            while let Some(notice) = host.client.tick(now) {
                Wire::hear(
                    now,
                    notice,
                    &mut host.told,
                    &mut host.console,
                    &mut host.telemetry,
                    &mut host.status,
                    &mut host.upload,
                );
            }
        }
        self.hub.tick(now, &mut self.bench.device);
        self.bench.device.publish(&mut self.hub);
    }

    fn hear(
        now: u64,
        notice: Notice<'_>,
        told: &mut Vec<Told>,
        console: &mut String,
        telemetry: &mut Vec<(u64, u8)>,
        newest: &mut Option<Status>,
        upload: &mut Option<Sender<'static>>,
    ) {
        match notice {
            Notice::Opened { .. } => {
                if let Some(upload) = upload {
                    upload.reconnected();
                }
            }
            Notice::Refused(nak) => told.push(Told::Refused(nak.code, nak.text.into())),
            Notice::Acked { seq, reply } => {
                if let Some(upload) = upload {
                    upload.acked(&reply);
                }
                told.push(Told::Acked(seq));
                if let Reply::Status(status) = reply {
                    told.push(Told::Status(status));
                }
            }
            Notice::Nacked { seq, nak } => {
                if let Some(upload) = upload {
                    upload.nacked(&nak);
                }
                told.push(Told::Nacked(seq, nak.code, nak.text.into()));
            }
            Notice::Event { event, lost } => {
                assert_eq!(lost, 0);
                told.push(match event.kind {
                    EventKind::State { from, to, reason } => {
                        Told::Edge(from, to, reason, now - u64::from(event.at))
                    }
                    kind => Told::Event(format!("{kind:?}")),
                });
            }
            Notice::Console { data, .. } => console.push_str(&String::from_utf8_lossy(data)),
            Notice::Telemetry(message) => {
                telemetry.push((now, message.topic()));
                if let Telemetry::Status(status) = message {
                    *newest = Some(status);
                }
            }
            Notice::Stopped { .. } => told.push(Told::Stopped),
            _ => {}
        }
    }

    fn run(&mut self, ms: u64) {
        for _ in 0..ms {
            self.step();
        }
    }

    fn until(&mut self, most: u64, mut done: impl FnMut(&mut Wire) -> bool) -> u64 {
        let start = self.now();
        while !done(self) {
            assert!(self.now() - start < most, "not in {most} ms: {:?}", self.hosts[0].told);
            self.step();
        }
        self.now() - start
    }

    fn open(&mut self, host: usize) {
        // Sequence numbers start anew.
        self.hosts[host].told.retain(|told| !matches!(told, Told::Acked(_) | Told::Nacked(..)));
        for _ in 0..20 {
            let resume = self.hosts[host].client.resume();
            let nonce = &mut self.hosts[host].nonce;
            *nonce += 2;
            let nonce = [*nonce; 16];
            let now = self.now();
            self.hosts[host].client.open(now, nonce, resume);
            for _ in 0..3000 {
                self.step();
                if self.hosts[host].client.is_open() {
                    return;
                }
            }
        }
        panic!("it never opens");
    }

    /// Sends a command; its answer, and how long that took.
    fn ask(&mut self, host: usize, command: &Command<'_>) -> (Result<(), (NakCode, String)>, u64) {
        let now = self.now();
        let seq = self.hosts[host].client.command(now, command).unwrap();
        let mut answer = None;
        let took = self.until(10_000, |wire| {
            answer = wire.hosts[host].told.iter().find_map(|told| match told {
                Told::Acked(n) if *n == seq => Some(Ok(())),
                Told::Nacked(n, code, text) if *n == seq => Some(Err((*code, text.clone()))),
                _ => None,
            });
            answer.is_some()
        });
        (answer.unwrap(), took)
    }

    fn ok(&mut self, command: &Command<'_>) {
        self.ask(0, command).0.unwrap_or_else(|error| panic!("{command:?}: {error:?}"));
    }

    fn begin_upload(&mut self, bytes: &[u8], replace: bool) {
        let bytes: &'static [u8] = Box::leak(bytes.to_vec().into_boxed_slice());
        let begin = UploadBegin {
            slot: 0,
            size: 0,
            crc: 0,
            replace,
            autostart: false,
            grants: part::ALL,
            limits: Limits::default(),
            name: "wire",
        };
        self.hosts[0].upload = Some(Sender::new(bytes, begin, 256));
    }

    fn upload(&mut self, bytes: &[u8]) -> u64 {
        self.begin_upload(bytes, false);
        let took =
            self.until(60_000, |wire| wire.hosts[0].upload.as_ref().is_none_or(|u| u.command().is_none()));
        let upload = self.hosts[0].upload.take().unwrap();
        assert!(upload.is_done(), "{:?} {:?}", upload.failure(), self.hosts[0].told.last());
        took
    }

    fn state(&mut self) -> State {
        self.bench.state()
    }
}

fn lossy(per_mille: u16) -> Faults {
    Faults::all(per_mille)
}

/// A program of nearly 8 KB.
fn large() -> Vec<u8> {
    let source = format!("x = '{}'\nprint(len(x))\n", "abcdefgh".repeat(990));
    let bytes = image(&source);
    assert!((7900..=8192).contains(&bytes.len()), "{}", bytes.len());
    bytes
}

#[test]
fn r03_an_upload_of_8_kb_arrives_whole_whatever_is_lost() {
    let bytes = large();
    for (per_mille, most) in [(0, 2000), (10, 5000), (100, 40_000)] {
        for seed in 1..4 {
            let mut wire = Wire::new(lossy(per_mille), seed);
            wire.open(0);
            let took = wire.upload(&bytes);
            assert!(took <= most, "{per_mille} per mille: {took} ms");
            let entry = *wire.bench.device.store().program().unwrap();
            let mut stored = vec![0; entry.size as usize];
            wire.bench.device.store().read(&entry, 0, &mut stored).unwrap();
            assert_eq!(stored, bytes);
            wire.bench.device.start().unwrap();
            wire.until(30_000, |wire| wire.hosts[0].console == "7920\n");
        }
    }
}

#[test]
fn r26_a_link_that_dies_at_any_chunk_leaves_the_old_program() {
    let (old, new) = (image("print('old')\n"), large());
    let chunks = new.len().div_ceil(256);
    let mut wire = Wire::clean();
    wire.upload(&old);
    for chunk in 0..=chunks {
        wire.begin_upload(&new, false);
        wire.until(60_000, |wire| {
            let upload = wire.hosts[0].upload.as_ref().unwrap();
            upload.progress().0 >= (chunk * 256).min(new.len())
        });
        let done = wire.hosts[0].upload.take().unwrap().is_done();
        wire.hosts[0].connected = false;
        wire.run(4000);
        wire.hosts[0].connected = true;
        wire.hosts[0].client.disconnected();
        wire.open(0);
        if !done {
            assert_eq!(wire.bench.device.slot().size as usize, old.len(), "chunk {chunk}");
        }
    }
    wire.hosts[0].console.clear();
    wire.ok(&Command::Start { slot: 0 });
    wire.until(3000, |wire| wire.hosts[0].console == "old\n");
    wire.until(1000, |wire| wire.state() == State::Ready);
    wire.upload(&new);
    wire.ok(&Command::Start { slot: 0 });
    wire.until(3000, |wire| wire.hosts[0].console.ends_with("7920\n"));
}

#[test]
fn r36_the_host_sees_each_edge_once_and_soon() {
    for per_mille in [0, 10] {
        let mut wire = Wire::new(lossy(per_mille), 3);
        wire.open(0);
        wire.upload(&image("from robot import *\nwait(300)\n"));
        wire.ok(&Command::Start { slot: 0 });
        wire.run(100);
        wire.ok(&Command::Pause);
        wire.run(100);
        wire.ok(&Command::Resume);
        wire.until(3000, |wire| wire.state() == State::Ready);
        wire.run(2000);
        let edges: Vec<_> = wire.hosts[0]
            .told
            .iter()
            .filter_map(|told| match *told {
                Told::Edge(from, to, reason, late) => Some((from, to, reason, late)),
                _ => None,
            })
            .collect();
        let wanted = [
            (State::Empty, State::Ready),
            (State::Ready, State::Running),
            (State::Running, State::Paused),
            (State::Paused, State::Running),
            (State::Running, State::Stopping),
            (State::Stopping, State::Ready),
        ];
        assert_eq!(edges.iter().map(|edge| (edge.0, edge.1)).collect::<Vec<_>>(), wanted);
        assert_eq!(edges[5].2, StopReason::Finished);
        if per_mille == 0 {
            assert!(edges.iter().all(|edge| edge.3 <= 100), "{edges:?}");
        }
    }
}

#[test]
fn r32_telemetry_comes_ten_times_a_second_while_the_program_loops() {
    let mut wire = Wire::clean();
    wire.ok(&Command::Subscribe { topics: 7, period: 0 });
    wire.upload(&image("while True: pass\n"));
    wire.ok(&Command::Start { slot: 0 });
    wire.hosts[0].telemetry.clear();
    wire.run(5000);
    let readings = wire.hosts[0].telemetry.iter().filter(|(_, topic)| *topic == 1).count();
    assert!(readings >= 50, "{readings} in 5 s");
    let status = wire.hosts[0].status.expect("it came");
    assert_eq!((status.state, status.line), (State::Running, 1));
}

#[test]
fn r30_the_status_tells_the_line_within_half_a_second() {
    let mut wire = Wire::clean();
    wire.ok(&Command::Subscribe { topics: 7, period: 0 });
    wire.upload(&image("from robot import *\nwait(1)\nwhile True:\n    wait(7)\n"));
    wire.ok(&Command::Start { slot: 0 });
    let took = wire.until(500, |wire| wire.hosts[0].status.is_some_and(|status| status.line == 4));
    assert!(took <= 500);
}

#[test]
fn r39_r60_commands_are_answered_within_20_ms_under_full_load() {
    let mut wire = Wire::clean();
    wire.open(1);
    wire.ok(&Command::Subscribe { topics: 7, period: 0 });
    wire.upload(&image("while True: print('all work and no play')\n"));
    wire.ok(&Command::Start { slot: 0 });
    let mut times: Vec<u64> = (0..300)
        .map(|number| {
            wire.run(3);
            wire.ask(0, &Command::Ping { number }).1
        })
        .collect();
    times.sort_unstable();
    assert!(times[times.len() * 99 / 100] <= 20, "{times:?}");
    assert_eq!(wire.state(), State::Running);
}

#[test]
fn r53_one_controller_many_viewers() {
    let mut wire = Wire::clean();
    wire.open(1);
    let (refused, _) = wire.ask(1, &Command::Start { slot: 0 });
    assert_eq!(refused.unwrap_err(), (NakCode::NotController, "anna has control".into()));
    let (refused, _) = wire.ask(1, &Command::Role(Role::Controller));
    assert_eq!(refused.unwrap_err(), (NakCode::ControllerBusy, "busy, anna has control".into()));
    wire.ask(1, &Command::Subscribe { topics: 7, period: 0 }).0.unwrap();
    wire.upload(&image("from robot import *\nwhile True: wait(10)\n"));
    wire.ok(&Command::Start { slot: 0 });
    wire.run(1000);
    assert!(wire.hosts[1].telemetry.len() >= 10);
    // A viewer may stop all the same.
    let now = wire.now();
    wire.hosts[1].client.stop(now, StopKind::Stop);
    wire.until(100, |wire| wire.state() == State::Ready);
    assert!(wire.bench.is_safe());
}

#[test]
fn r24_a_stop_over_a_bad_link_is_never_lost() {
    let mut wire = Wire::new(lossy(100), 5);
    wire.open(0);
    wire.upload(&image("from robot import *\nwhile True:\n    drive.drive(200)\n    print('x' * 40)\n"));
    for round in 0..30 {
        if !wire.hosts[0].client.is_open() {
            wire.open(0);
        }
        wire.bench.device.start().unwrap();
        wire.run(50 + round);
        let now = wire.now();
        wire.hosts[0].told.clear();
        wire.hosts[0].client.stop(now, StopKind::Stop);
        wire.until(2000, |wire| wire.state() == State::Ready);
        assert!(wire.bench.is_safe());
        // It is sent again until the answer comes, or the wait for it is over.
        wire.run(3500);
    }
}

#[test]
fn r43_an_error_reaches_the_host_with_its_line_and_the_device_stays() {
    let mut wire = Wire::clean();
    for _ in 0..5 {
        wire.upload(&image("from robot import *\nwait(20)\nx = [1][5]\n"));
        wire.ok(&Command::Start { slot: 0 });
        wire.until(2000, |wire| wire.state() == State::Ready);
        wire.run(200);
        let failed = wire.hosts[0].told.iter().rev().find_map(|told| match told {
            Told::Event(text) if text.starts_with("Failed") => Some(text.clone()),
            _ => None,
        });
        let failed = failed.expect("it is told");
        assert!(
            failed
                .contains("line: 3, column: 5, error: \"IndexError\", message: \"list index out of range\""),
            "{failed}"
        );
    }
    assert!(wire.hosts[0].console.contains("Traceback"));
}

#[test]
fn r53_a_program_needs_its_link_when_that_is_set() {
    let mut wire = Wire::clean();
    wire.upload(&image("from robot import *\nwhile True: drive.drive(100); wait(10)\n"));
    wire.ok(&Command::Start { slot: 0 });
    wire.hosts[0].connected = false;
    wire.run(5000);
    assert_eq!(wire.state(), State::Running, "by itself it goes on");
    wire.hosts[0].connected = true;
    wire.hosts[0].client.disconnected();
    wire.open(0);
    wire.ok(&Command::SetSetting { key: Setting::LinkNeeded as u16, value: 1 });
    wire.hosts[0].connected = false;
    wire.until(4000, |wire| wire.state() == State::Ready);
    assert_eq!(wire.bench.device.reason(), StopReason::LinkLost);
    assert!(wire.bench.is_safe());
}

#[test]
fn remote_drive_ends_when_it_falls_silent() {
    use hognose_device::Equipment;
    let mut wire = Wire::clean();
    for _ in 0..10 {
        wire.hosts[0].client.drive(Drive { speed: 150, turn: 0 }).unwrap();
        wire.run(100);
    }
    assert!(wire.bench.sim().body().speed > 100.0);
    assert_eq!(wire.bench.device.equipment().owner(), Owner::Remote);
    wire.run(1000);
    assert!(wire.bench.motors_off());
    assert_eq!(wire.bench.device.equipment().owner(), Owner::Nobody);
}

#[test]
fn settings_input_and_what_is_wrong_with_commands() {
    let mut wire = Wire::clean();
    let said = |wire: &mut Wire, command: Command<'_>| wire.ask(0, &command).0.unwrap_err();
    assert_eq!(
        said(&mut wire, Command::GetSetting { key: 99 }),
        (NakCode::OutOfRange, "setting 99, this device has 0 to 10".into())
    );
    let high = Command::SetSetting { key: Setting::Recursion as u16, value: 2000 };
    assert_eq!(
        said(&mut wire, high),
        (NakCode::OutOfRange, "setting recursion is 4 to 1000, not 2000".into())
    );
    assert_eq!(said(&mut wire, Command::Start { slot: 3 }).0, NakCode::OutOfRange);
    assert_eq!(said(&mut wire, Command::Start { slot: 0 }).0, NakCode::NoProgram);
    assert_eq!(said(&mut wire, Command::Input(b"x")).0, NakCode::Busy);
    assert_eq!(said(&mut wire, Command::Custom { id: 1, data: b"" }).0, NakCode::Unsupported);
    wire.upload(&image("from robot import *\nwait(200)\nprint('hello', input())\n"));
    wire.ok(&Command::Start { slot: 0 });
    wire.ok(&Command::Input(b"snake\n"));
    assert_eq!(said(&mut wire, Command::Input(&[b'x'; 200])).0, NakCode::Full);
    wire.until(2000, |wire| wire.hosts[0].console.contains("hello snake\n"));
}

/// Anything on the wire: the device lives, and a stop gets through.
#[test]
fn r04_r62_a_flood_of_random_bytes_changes_nothing() {
    let mut wire = Wire::clean();
    wire.upload(&image("from robot import *\nwhile True: drive.drive(100); wait(10)\n"));
    let mut seed = 3u64;
    for _ in 0..60_000 {
        let mut bytes = [0; SERIAL];
        for byte in &mut bytes {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (seed >> 56) as u8;
        }
        let now = wire.now();
        wire.hub.receive(1, now, &bytes, &mut wire.bench.device);
        if wire.state() == State::Ready {
            wire.bench.device.start().unwrap();
        }
        wire.step();
    }
    let (answer, took) = wire.ask(0, &Command::Ping { number: 1 });
    assert!(answer.is_ok() && took <= 20, "{took}");
    let now = wire.now();
    wire.hosts[0].client.stop(now, StopKind::Stop);
    wire.until(100, |wire| wire.state() == State::Ready);
    assert!(wire.bench.is_safe());
}

/// An upload that goes on has the limits and grants that it asks for now, and still needs a device that does not run.
#[test]
fn an_upload_that_goes_on_asks_anew() {
    let mut wire = Wire::clean();
    let new = large();
    wire.begin_upload(&new, false);
    wire.until(10_000, |wire| wire.hosts[0].upload.as_ref().unwrap().progress().0 >= 2000);
    wire.hosts[0].upload = None;
    wire.run(3000);
    let bytes: &'static [u8] = Box::leak(new.into_boxed_slice());
    let begin = UploadBegin {
        slot: 0,
        size: 0,
        crc: 0,
        replace: false,
        autostart: false,
        grants: 5,
        limits: Limits { run_time: 1234, ..Limits::default() },
        name: "again",
    };
    wire.hosts[0].upload = Some(Sender::new(bytes, begin, 256));
    wire.until(10_000, |wire| wire.hosts[0].upload.as_ref().unwrap().is_done());
    let entry = *wire.bench.device.store().program().unwrap();
    assert_eq!((entry.grants, entry.limits.run_time, entry.name.as_str()), (5, 1234, "again"));
}
