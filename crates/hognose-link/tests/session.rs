//! Sessions, roles, uploads, stops, console: host and device over a carrier.

mod rig;

use hognose_link::fault::Faults;
use hognose_link::*;
use rig::*;

fn controller() -> Options<'static> {
    Options::new("anna", Role::Controller)
}

fn lossy(per_mille: u16, seed: u64) -> Setup {
    Setup { faults: Faults::all(per_mille), seed, ..Setup::default() }
}

#[test]
fn a_session_opens_and_answers() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.opened(0);
    assert_eq!(rig.hub.controller(), Some((0, "anna")));
    assert!(rig.hosts[0].has(&Told::Opened { role: Role::Controller, resumed: false, boot: 77 }));
    assert_eq!(rig.ask(0, &Command::Ping { number: 9 }), Told::Acked(1, "Pong(9)".into()));
    assert_eq!(rig.ask(0, &Command::GetSetting { key: 4 }), Told::Acked(2, "Setting(4)".into()));
    let Told::Nacked(3, NakCode::NoProgram, _, _) = rig.ask(0, &Command::Start { slot: 0 }) else { panic!() };
    assert_eq!(
        rig.ask(0, &Command::Custom { id: 1, data: b"abc" }),
        Told::Acked(4, "Data([99, 98, 97])".into())
    );
    let text = format!("{:?}", Reply::Status(status(false)));
    assert_eq!(rig.ask(0, &Command::Status), Told::Acked(5, text));
    assert_eq!(rig.ask(0, &Command::Close), Told::Acked(6, "Done".into()));
    assert_eq!(rig.hub.controller(), None);
    assert_eq!(rig.robot.left, [(0, Left::Closed)]);
}

#[test]
fn an_upload_of_8_kb_survives_every_fault() {
    for (per_mille, seeds, most) in [(0, 1, 3_000), (10, 20, 5_000), (100, 20, 60_000)] {
        let mut errors = 0;
        for seed in 0..seeds {
            let mut rig = Rig::new(&lossy(per_mille, seed), [controller()]);
            let image = image(8192);
            rig.opened(0);
            rig.hosts[0].uploads = Some(Sender::new(image, begin(), 256));
            let start = rig.now;
            while !rig.hosts[0].uploads.as_ref().unwrap().is_done() {
                rig.step();
                assert!(
                    rig.now - start < most,
                    "{per_mille} {seed}: {:?}",
                    rig.hosts[0].uploads.as_ref().unwrap().progress()
                );
                assert_eq!(rig.hosts[0].uploads.as_ref().unwrap().failure(), None);
                if !rig.hosts[0].client.is_open() {
                    rig.opened(0);
                }
            }
            assert_eq!(rig.robot.program.as_deref(), Some(image));
            errors += rig.errors().count;
        }
        assert_eq!(errors > 0, per_mille > 0, "the carrier was as bad as it should be");
    }
}

#[test]
fn commands_run_once_whatever_the_carrier_does() {
    for (per_mille, seed) in [(10, 3), (100, 4), (100, 5)] {
        let patient = Options { deadline: 10_000, ..controller() };
        let mut rig = Rig::new(&lossy(per_mille, seed), [patient]);
        rig.robot.program = Some(vec![1]);
        rig.opened(0);
        for n in 1..=200 {
            let told = rig.ask(0, &Command::Start { slot: 0 });
            assert!(matches!(told, Told::Acked(..)), "{told:?}");
            assert_eq!(rig.robot.starts, n);
        }
    }
}

#[test]
fn events_come_once_and_in_order() {
    for per_mille in [0, 10, 100] {
        let mut rig = Rig::new(&lossy(per_mille, 11), [controller()]);
        rig.opened(0);
        for n in 0..300u32 {
            rig.hub.event(rig.now, &EventKind::Battery { level: n as u8 }).unwrap();
            rig.run(if per_mille == 100 { 150 } else { 40 });
        }
        rig.run(3_000);
        assert_eq!(rig.hosts[0].events(), (0..301).collect::<Vec<_>>(), "the change of control, then all");
        assert!(!rig.hosts[0].told.iter().any(|told| matches!(told, Told::Event(_, _, lost) if *lost > 0)));
    }
}

#[test]
fn events_survive_a_lost_carrier() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.opened(0);
    rig.run(200);
    rig.hosts[0].connected = false;
    rig.hosts[0].client.disconnected();
    rig.hub.disconnected(0, rig.now, &mut rig.robot);
    assert_eq!(rig.robot.left, [(0, Left::Carrier)]);
    for level in 0..5 {
        rig.hub.event(rig.now, &EventKind::Battery { level }).unwrap();
        assert_eq!(rig.hub.console(b"while away\n"), 11);
    }
    rig.run(100);
    rig.hosts[0].connected = true;
    rig.opened(0);
    rig.run(500);
    assert!(rig.hosts[0].has(&Told::Opened { role: Role::Controller, resumed: true, boot: 77 }));
    let events = rig.hosts[0].events();
    assert_eq!(events, (0..events.len() as u32).collect::<Vec<_>>());
    assert_eq!(events.len(), 8, "control, lost control, five, control");
    assert_eq!(rig.hosts[0].console(), b"while away\n".repeat(5));
}

#[test]
fn missed_events_are_counted() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.opened(0);
    rig.run(200);
    rig.hosts[0].connected = false;
    for n in 0..500u32 {
        rig.hub.event(rig.now, &EventKind::Custom { id: n as u16, data: &[7; 40] }).unwrap();
    }
    rig.hosts[0].connected = true;
    rig.run(2_000);
    let lost: u32 =
        rig.hosts[0].told.iter().map(|told| if let Told::Event(_, _, lost) = told { *lost } else { 0 }).sum();
    let got = rig.hosts[0].events().len() as u32;
    assert!(lost > 400);
    assert_eq!(got + lost, 501);
}

#[test]
fn console_is_complete_and_holds_the_program_up() {
    for per_mille in [0, 10, 100] {
        let mut rig = Rig::new(&lossy(per_mille, 5), [controller()]);
        rig.opened(0);
        let text: Vec<u8> = (0..4_000u32).flat_map(|n| format!("{n}\n").into_bytes()).collect();
        let mut written = 0;
        let mut refused = 0;
        rig.until(200_000, |_| true);
        let start = rig.now;
        while written < text.len() || rig.hosts[0].console().len() < text.len() {
            let took = rig.hub.console(&text[written..(written + 50).min(text.len())]);
            refused += u32::from(took == 0 && written < text.len());
            written += took;
            rig.step();
            assert!(rig.now - start < 300_000);
            assert!(rig.hosts[0].client.is_open());
        }
        assert_eq!(rig.hosts[0].console(), text);
        assert!(refused > 0, "the program was faster than the wire");
    }
}

#[test]
fn a_closed_window_holds_console_but_nothing_else() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.opened(0);
    rig.hosts[0].client.set_window(0);
    rig.run(100);
    let took = rig.hub.console(&[b'x'; 2_000]);
    assert_eq!(took, 512);
    rig.run(1_000);
    assert_eq!(rig.hub.console(b"y"), 0);
    assert!(rig.hosts[0].console().is_empty());
    assert_eq!(rig.ask(0, &Command::Ping { number: 1 }), Told::Acked(1, "Pong(1)".into()));
    rig.hosts[0].client.set_window(100);
    rig.until(1_000, |rig| rig.hosts[0].console().len() == 512);
    assert_eq!(rig.hub.console(b"y"), 1);
}

#[test]
fn a_second_controller_is_told_who_has_control() {
    let second = Options::new("bert", Role::Controller);
    let viewer = Options::new("vera", Role::ControllerOrViewer);
    let mut rig = Rig::new(&Setup::default(), [controller(), second, viewer]);
    rig.opened(0);
    rig.open(1);
    rig.opened(2);
    rig.run(100);
    assert!(rig.hosts[1].has(&Told::Refused(NakCode::ControllerBusy, "busy, anna has control".into())));
    assert!(!rig.hub.is_open(1));
    assert_eq!(rig.hosts[2].client.role(), Role::Viewer);
    let told = rig.ask(2, &Command::Start { slot: 0 });
    assert_eq!(told, Told::Nacked(1, NakCode::NotController, 0, "anna has control".into()));
    assert_eq!(
        rig.ask(2, &Command::Role(Role::Controller)),
        Told::Nacked(2, NakCode::ControllerBusy, 0, "busy, anna has control".into())
    );
    assert!(rig.robot.log.is_empty(), "nothing of it reached the runtime");
    // The viewer sees what the controller sees.
    rig.hub.console(b"hello");
    rig.hub.event(rig.now, &EventKind::Warning { text: "look" }).unwrap();
    rig.hub.telemetry(&Telemetry::Status(status(true))).unwrap();
    rig.run(300);
    for host in [0, 2] {
        assert_eq!(rig.hosts[host].console(), b"hello");
        assert!(
            rig.hosts[host]
                .told
                .iter()
                .any(|told| matches!(told, Told::Event(_, text, 0) if text.contains("look")))
        );
        assert!(
            rig.hosts[host]
                .told
                .iter()
                .any(|told| matches!(told, Told::Telemetry(text) if text.contains("Running")))
        );
    }
    // The controller goes, another takes over.
    rig.ask(0, &Command::Close);
    assert_eq!(rig.ask(2, &Command::Role(Role::Controller)), Told::Acked(3, "Role(Controller)".into()));
    assert_eq!(rig.hub.controller(), Some((2, "vera")));
    assert!(matches!(rig.ask(2, &Command::Pause), Told::Acked(..)));
}

#[test]
fn a_silent_controller_loses_control() {
    let mut rig = Rig::new(&Setup::default(), [controller(), Options::new("bert", Role::Controller)]);
    rig.opened(0);
    rig.hosts[0].connected = false;
    rig.until(4_000, |rig| rig.hub.controller().is_none());
    assert_eq!(rig.robot.left, [(0, Left::Silent)]);
    rig.run(500);
    assert!(rig.hosts[0].has(&Told::Silent));
    rig.opened(1);
    assert_eq!(rig.hub.controller(), Some((1, "bert")));
    // The first comes back with its old session gone.
    rig.hosts[0].connected = true;
    rig.open(0);
    rig.run(100);
    assert!(rig.hosts[0].has(&Told::Refused(NakCode::ControllerBusy, "busy, bert has control".into())));
}

#[test]
fn a_slow_viewer_never_holds_the_program_up() {
    let mut rig = Rig::new(&Setup::default(), [Options::new("vera", Role::Viewer)]);
    rig.opened(0);
    rig.hosts[0].client.set_window(0);
    rig.run(10);
    for _ in 0..100 {
        assert_eq!(rig.hub.console(&[b'z'; 100]), 100);
    }
    rig.hosts[0].client.set_window(1000);
    rig.run(1_000);
    let lost: u32 =
        rig.hosts[0].told.iter().map(|told| if let Told::Console(_, lost) = told { *lost } else { 0 }).sum();
    assert_eq!(lost, 10_000 - 512);
}

#[test]
fn stop_needs_no_session_and_no_role() {
    let mut rig = Rig::new(&Setup::default(), [controller(), Options::new("vera", Role::Viewer)]);
    rig.robot.running = true;
    let seq = rig.hosts[0].client.stop(rig.now, StopKind::Stop);
    let took = rig.until(100, |rig| rig.hosts[0].has(&Told::Stopped(seq)));
    assert!(took <= 20, "{took}");
    assert_eq!(rig.robot.stops, [(0, StopKind::Stop)]);
    rig.opened(1);
    let seq = rig.hosts[1].client.stop(rig.now, StopKind::Emergency);
    rig.until(100, |rig| rig.hosts[1].has(&Told::Stopped(seq)));
    assert_eq!(rig.robot.stops[1], (1, StopKind::Emergency));
}

#[test]
fn stop_overtakes_half_a_frame() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.opened(0);
    rig.hosts[0].uploads = Some(Sender::new(image(8192), begin(), 256));
    let mut slowest = 0;
    for n in 0..60 {
        rig.run(7 + n % 5);
        let seq = rig.hosts[0].client.stop(rig.now, StopKind::Stop);
        let stops = rig.robot.stops.len();
        // A stop is 14 bytes: two milliseconds on this wire, though a chunk takes 22.
        slowest = slowest.max(rig.until(50, |rig| rig.robot.stops.len() > stops));
        rig.until(200, |rig| rig.hosts[0].has(&Told::Stopped(seq)));
    }
    assert!(slowest <= 3, "{slowest}");
    rig.until(20_000, |rig| rig.hosts[0].uploads.as_ref().unwrap().is_done());
    assert_eq!(rig.robot.program.as_deref(), Some(image(8192)));
}

#[test]
fn stop_gets_through_a_flood_and_a_bad_carrier() {
    let mut rig = Rig::new(&lossy(100, 9), [controller(), Options::new("flood", Role::Viewer)]);
    rig.robot.program = Some(vec![1]);
    rig.opened(0);
    rig.opened(1);
    let mut noise = 1u32;
    for round in 0..500u32 {
        rig.robot.running = true;
        let seq = rig.hosts[0].client.stop(rig.now, StopKind::Stop);
        let start = rig.now;
        while !rig.hosts[0].has(&Told::Stopped(seq)) {
            // The other peer floods with commands and with rubbish.
            if rig.hosts[1].client.is_open() && !rig.hosts[1].client.is_busy() {
                rig.hosts[1].client.command(rig.now, &Command::Ping { number: round }).unwrap();
            }
            for _ in 0..200 {
                noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                rig.hosts[1].inbox.push((noise >> 24) as u8);
            }
            rig.hub.console(&[b'.'; 100]);
            rig.step();
            assert!(rig.now - start < 5_000, "stop {round} lost");
        }
        assert!(!rig.robot.running);
        rig.hosts[0].told.clear();
        rig.hosts[1].told.clear();
    }
    assert!(rig.robot.stops.len() >= 500);
}

#[test]
fn a_stop_behind_other_frames_is_done_first() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.robot.program = Some(vec![1]);
    rig.opened(0);
    let session = session_of(&mut rig);
    let mut bytes = Vec::new();
    for seq in 1..=20 {
        let mut frame = [0; 64];
        let n = Message::Command(Command::Start { slot: 0 }).frame(&mut frame, session, seq).unwrap();
        bytes.extend_from_slice(&frame[..n]);
    }
    let mut frame = [0; 64];
    let n = Message::Stop(StopKind::Stop).frame(&mut frame, 0, 5).unwrap();
    bytes.extend_from_slice(&frame[..n]);
    rig.robot.log.clear();
    rig.hub.receive(0, rig.now, &bytes, &mut rig.robot);
    assert_eq!(rig.robot.log[0], "stop");
    assert_eq!(rig.robot.stops.len(), 1);
    assert_eq!(rig.robot.log.len(), 21);
}

/// The session number that the host uses, read off the wire.
fn session_of(rig: &mut Rig<1>) -> u16 {
    let mut out = [0; 64];
    rig.hosts[0].client.set_window(1000);
    let n = rig.hosts[0].client.transmit(rig.now, &mut out);
    let mut memory = [0; 64];
    let mut framer = Framer::new(&mut memory);
    let ended = out[..n].iter().any(|byte| framer.push(*byte));
    assert!(ended);
    framer.frame().unwrap().session
}

#[test]
fn sizes_are_refused_with_the_limit() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.opened(0);
    rig.robot.program = Some(vec![42]);
    let big = UploadBegin { size: 8193, ..begin() };
    let told = rig.ask(0, &Command::UploadBegin(big));
    assert_eq!(
        told,
        Told::Nacked(1, NakCode::TooLarge, 8192, "program is 8193 bytes, this device takes 8192".into())
    );
    let told = rig.ask(0, &Command::UploadBegin(UploadBegin { size: 10, slot: 2, ..begin() }));
    assert_eq!(told, Told::Nacked(2, NakCode::OutOfRange, 1, "slot 2, this device has 0 to 1".into()));
    let Told::Nacked(3, NakCode::NoUpload, ..) = rig.ask(0, &Command::UploadChunk { offset: 0, data: b"x" })
    else {
        panic!()
    };
    assert_eq!(
        rig.ask(0, &Command::UploadBegin(UploadBegin { size: 10, crc: 1, ..begin() })),
        Told::Acked(4, "Offset(0)".into())
    );
    let Told::Nacked(5, NakCode::WrongOffset, 0, _) =
        rig.ask(0, &Command::UploadChunk { offset: 3, data: b"x" })
    else {
        panic!()
    };
    let Told::Nacked(6, NakCode::TooLarge, 10, _) =
        rig.ask(0, &Command::UploadChunk { offset: 0, data: &[0; 11] })
    else {
        panic!()
    };
    assert_eq!(
        rig.ask(0, &Command::UploadChunk { offset: 0, data: &[5; 10] }),
        Told::Acked(7, "Offset(10)".into())
    );
    let Told::Nacked(8, NakCode::BadChecksum, got, _) =
        rig.ask(0, &Command::UploadCommit { size: 10, crc: 1 })
    else {
        panic!()
    };
    assert_eq!(got, crc::crc32(&[5; 10]));
    assert_eq!(rig.robot.program, Some(vec![42]), "the old program is still there");
}

#[test]
fn an_upload_goes_on_where_the_link_was_lost() {
    let image = image(8192);
    for chunks in 1..32 {
        let mut rig = Rig::new(&Setup::default(), [controller()]);
        rig.robot.program = Some(vec![42]);
        rig.opened(0);
        rig.hosts[0].uploads = Some(Sender::new(image, begin(), 256));
        rig.until(5_000, |rig| rig.robot.staged.len() >= chunks * 256);
        rig.hosts[0].connected = false;
        rig.hosts[0].client.disconnected();
        rig.hub.disconnected(0, rig.now, &mut rig.robot);
        assert_eq!(rig.robot.abandoned, 1);
        rig.run(3_000);
        assert_eq!(rig.robot.program.as_deref(), Some(&[42u8][..]));
        rig.hosts[0].connected = true;
        rig.opened(0);
        rig.until(5_000, |rig| rig.hosts[0].uploads.as_ref().unwrap().is_done());
        assert_eq!(rig.robot.program.as_deref(), Some(image));
        assert_eq!(rig.robot.log.last().unwrap(), &format!("begin at {}", chunks * 256));
    }
}

#[test]
fn an_upload_is_given_up_after_two_silent_seconds() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.opened(0);
    let told = rig.ask(0, &Command::UploadBegin(UploadBegin { size: 10, ..begin() }));
    assert!(matches!(told, Told::Acked(..)));
    rig.run(1_900);
    assert_eq!(rig.robot.abandoned, 0);
    rig.run(200);
    assert_eq!(rig.robot.abandoned, 1);
    let Told::Nacked(_, NakCode::NoUpload, ..) = rig.ask(0, &Command::UploadChunk { offset: 0, data: b"x" })
    else {
        panic!()
    };
}

#[test]
fn a_late_answer_is_given_once() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.opened(0);
    rig.robot.later = true;
    let seq = rig.hosts[0].client.command(rig.now, &Command::Pause).unwrap();
    rig.run(1_000);
    assert_eq!(rig.robot.log.len(), 1, "sent again, done once");
    assert!(rig.hub.finish(0, Ok(Reply::Done)));
    assert!(!rig.hub.finish(0, Ok(Reply::Done)));
    rig.until(100, |rig| rig.hosts[0].has(&Told::Acked(seq, "Done".into())));
}

#[test]
fn remote_drive_ends_half_a_second_after_the_last_word() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.opened(0);
    for _ in 0..10 {
        rig.hosts[0].client.drive(Drive { speed: 100, turn: -5 }).unwrap();
        rig.run(200);
    }
    assert_eq!((rig.robot.drives.len(), rig.robot.drive_losses), (10, 0));
    rig.run(350);
    assert_eq!(rig.robot.drive_losses, 1);
    rig.hosts[0].client.drive(Drive { speed: 1, turn: 0 }).unwrap();
    rig.run(10);
    rig.hosts[0].client.drive(Drive { speed: 0, turn: 0 }).unwrap();
    rig.run(1_000);
    assert_eq!((rig.robot.drives.len(), rig.robot.drive_losses), (12, 1));
}

#[test]
fn the_newest_telemetry_counts() {
    let mut rig = Rig::new(&lossy(100, 2), [controller()]);
    rig.opened(0);
    assert!(matches!(rig.ask(0, &Command::Subscribe { topics: 0b010, period: 100 }), Told::Acked(..)));
    rig.run(200);
    rig.hosts[0].told.clear();
    for at in 1..=2_000 {
        rig.hub.telemetry(&Telemetry::Reading(Reading { at, ..Reading::default() })).unwrap();
        rig.hub.telemetry(&Telemetry::Status(status(true))).unwrap();
        rig.step();
    }
    let at = |told: &Told| match told {
        Told::Telemetry(text) => {
            assert!(text.starts_with("Reading"), "{text}");
            text.split("at: ").nth(1)?.split(',').next()?.parse::<u32>().ok()
        }
        _ => None,
    };
    let seen: Vec<u32> = rig.hosts[0].told.iter().filter_map(at).collect();
    assert!((12..=21).contains(&seen.len()), "{seen:?}");
    assert!(seen.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(rig.hub.telemetry(&Telemetry::Custom(&[0; 200])).is_err());
}

#[test]
fn a_key_opens_and_a_wrong_key_learns_nothing() {
    let keyed = |key: &'static [u8]| Options { key: Some(key), ..controller() };
    let setup = Setup { keyed: true, device_key: Some(b"correct horse"), ..Setup::default() };
    let mut rig = Rig::new(&setup, [keyed(b"correct horse")]);
    rig.opened(0);
    assert!(matches!(rig.ask(0, &Command::Ping { number: 1 }), Told::Acked(..)));

    let mut rig = Rig::new(&setup, [keyed(b"wrong")]);
    rig.hub.event(0, &EventKind::Warning { text: "secret" }).unwrap();
    rig.hub.console(b"secret");
    rig.open(0);
    rig.until(1_000, |rig| !rig.hosts[0].told.is_empty());
    assert_eq!(rig.hosts[0].told, [Told::Refused(NakCode::AuthFailed, "authentication failed".into())]);
    // At once again: refused before any challenge. Later: another try.
    rig.open(0);
    rig.run(100);
    assert_eq!(rig.robot.nonces, 1);
    rig.run(500);
    rig.open(0);
    rig.run(100);
    assert_eq!(rig.robot.nonces, 2);
    assert!(rig.hosts[0].told.iter().all(|told| matches!(told, Told::Refused(NakCode::AuthFailed, _))));
    assert!(rig.robot.log.is_empty() && !rig.hub.is_open(0));
    // Stop works all the same.
    let seq = rig.hosts[0].client.stop(rig.now, StopKind::Stop);
    rig.until(100, |rig| rig.hosts[0].has(&Told::Stopped(seq)));
}

#[test]
fn a_device_without_the_key_is_found_out() {
    // A device that lets everybody in and asks a challenge with another key.
    let setup = Setup { keyed: true, device_key: Some(b"other"), ..Setup::default() };
    let mut rig = Rig::new(&setup, [Options { key: Some(b"mine"), ..controller() }]);
    rig.open(0);
    rig.run(30);
    let session = {
        let mut out = [0; 256];
        let host = &mut rig.hosts[0];
        host.client.open(rig.now, [9; 16], Resume::default());
        let n = host.client.transmit(rig.now, &mut out);
        let mut memory = [0; 256];
        let mut framer = Framer::new(&mut memory);
        assert!(out[..n].iter().any(|byte| framer.push(*byte)));
        framer.frame().unwrap().session
    };
    let client = &mut rig.hosts[0].client;
    let mut frame = [0; 512];
    let n = Message::Challenge(Challenge { nonce: [1; 16] }).frame(&mut frame, session, 0).unwrap();
    client.receive(rig.now, &frame[..n]);
    let welcome = Welcome {
        version: 1,
        role: Role::Controller,
        boot: 1,
        event_next: 0,
        console_next: 0,
        capabilities: capabilities(),
        proof: Some(Proof { mac: [0; 32] }),
    };
    let n = Message::Welcome(welcome).frame(&mut frame, session, 0).unwrap();
    let (_, notice) = client.receive(rig.now, &frame[..n]);
    assert_eq!(notice, Some(Notice::Impostor));
    assert!(!client.is_open());
}

#[test]
fn a_device_that_asks_for_no_key_is_found_out() {
    let mut rig = Rig::new(&Setup::default(), [Options { key: Some(b"mine"), ..controller() }]);
    rig.open(0);
    rig.run(100);
    assert_eq!(rig.hosts[0].told, [Told::Impostor]);
    assert!(!rig.hosts[0].client.is_open());
}

#[test]
fn a_late_copy_of_a_hello_opens_nothing() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    let mut hello = [0; 256];
    rig.hosts[0].client.open(rig.now, [5; 16], Resume::default());
    let n = rig.hosts[0].client.transmit(rig.now, &mut hello);
    rig.hub.receive(0, rig.now, &hello[..n], &mut rig.robot);
    rig.until(100, |rig| rig.hosts[0].client.is_open());
    assert!(matches!(rig.ask(0, &Command::Close), Told::Acked(..)));
    rig.hub.receive(0, rig.now, &hello[..n], &mut rig.robot);
    assert!(!rig.hub.is_open(0));
    assert_eq!(rig.hub.controller(), None);
}

#[test]
fn every_wait_has_an_end_and_says_so() {
    let mut rig = Rig::new(&Setup::default(), [controller()]);
    rig.hosts[0].connected = false;
    rig.open(0);
    let took = rig.until(4_000, |rig| rig.hosts[0].has(&Told::TimedOut("Opening".into())));
    assert!((2_990..=3_010).contains(&took));
    rig.hosts[0].connected = true;
    rig.opened(0);
    rig.hosts[0].connected = false;
    rig.hosts[0].client.command(rig.now, &Command::Pause).unwrap();
    let seq = rig.hosts[0].client.stop(rig.now, StopKind::Stop);
    rig.until(4_000, |rig| rig.hosts[0].has(&Told::TimedOut("Command(1)".into())));
    rig.until(4_000, |rig| rig.hosts[0].has(&Told::TimedOut(format!("Stop({seq})"))));
    // The stop goes on: it is done as soon as the carrier is back.
    rig.hosts[0].connected = true;
    rig.until(1_000, |rig| rig.hosts[0].has(&Told::Stopped(seq)));
}
