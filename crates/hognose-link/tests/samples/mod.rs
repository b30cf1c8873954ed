//! At least one of every message, with the names under which the protocol page shows them.

use hognose_link::*;

const NONCE: [u8; 16] =
    [0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F];

fn event(number: u32, kind: EventKind<'static>) -> Message<'static> {
    Message::Event(Event { oldest: 0, number, at: 1500, kind })
}

fn command(command: Command<'static>) -> Message<'static> {
    Message::Command(command)
}

pub fn capabilities() -> Capabilities<'static> {
    Capabilities {
        max_payload: 300,
        max_chunk: 256,
        max_program: 8192,
        slots: 2,
        features: feature::PYTHON | feature::BAJO | feature::DRIVE,
        image_version: 1,
        host_table: 0x1234_ABCD,
        memory: 32768,
        grants: 0b111,
        name: "hog-1",
        firmware: "0.1.0",
    }
}

pub fn status() -> Status {
    Status {
        state: State::Running,
        reason: StopReason::Finished,
        slot: 0,
        program: 0xCBF4_3926,
        pc: 17,
        line: 3,
        uptime: 61_000,
        run_time: 2500,
        steps: 5_000_000_000,
        memory: 2048,
        memory_peak: 4096,
        battery: 88,
        millivolts: 3950,
        tethered: false,
    }
}

/// Name, message and sequence number.
pub fn samples() -> Vec<(&'static str, Message<'static>, u16)> {
    let hello = Hello {
        version_min: 1,
        version_max: 1,
        role: Role::Controller,
        nonce: NONCE,
        max_payload: 1000,
        history: false,
        boot: 0,
        event_next: 0,
        console_next: 0,
        name: "anna",
    };
    let welcome = Welcome {
        version: 1,
        role: Role::Controller,
        boot: 77,
        event_next: 5,
        console_next: 0,
        capabilities: capabilities(),
        proof: None,
    };
    let limits =
        Limits { run_time: 60_000, memory: 0, kilo_steps: 0, recursion: 16, host_calls: 0, console: 0 };
    let begin = UploadBegin {
        slot: 0,
        size: 9,
        crc: 0xCBF4_3926,
        replace: true,
        autostart: false,
        grants: 1,
        limits,
        name: "square",
    };
    let reading = Reading {
        at: 1500,
        x: -120,
        y: 300,
        heading: 905,
        left: 100,
        right: -100,
        front: 2000,
        left_side: 10,
        right_side: 0,
        floor: [255, 128, 0],
        buttons: 2,
    };
    let (from, to) = (State::Running, State::Stopping);
    let failed = EventKind::Failed {
        program: 0xCBF4_3926,
        pc: 17,
        line: 3,
        column: 7,
        error: "ZeroDivisionError",
        message: "division by zero",
    };
    let device = Challenge { nonce: NONCE.map(|byte| byte + 0x10) };
    let transcript =
        auth::Transcript { session: 0x2A51, role: Role::Controller, host: NONCE, device: device.nonce };
    let host_mac = auth::host_proof(b"correct horse", &transcript).unwrap();
    let device_mac = auth::device_proof(b"correct horse", &transcript).unwrap();
    let nak =
        Nak { code: NakCode::TooLarge, value: 8192, text: "program is 8193 bytes, this device takes 8192" };
    let slot = SlotInfo { slot: 0, autostart: true, size: 9, crc: 0xCBF4_3926, name: "square" };
    let status_reply = Reply::Status(status());
    vec![
        ("stop", Message::Stop(StopKind::Stop), 1),
        ("stopped", Message::Stopped(StopKind::Stop), 1),
        ("emergency-stop", Message::Stop(StopKind::Emergency), 2),
        ("hello", Message::Hello(hello), 0),
        ("challenge", Message::Challenge(device), 0),
        ("proof", Message::Proof(Proof { mac: host_mac }), 0),
        ("welcome", Message::Welcome(welcome), 0),
        ("welcome-keyed", Message::Welcome(Welcome { proof: Some(Proof { mac: device_mac }), ..welcome }), 0),
        ("flow", Message::Flow(Flow { event_next: 5, console_next: 0, window: 1024 }), 1),
        ("upload-begin", command(Command::UploadBegin(begin)), 1),
        ("ack-offset", Message::Ack(Reply::Offset(0)), 1),
        ("upload-chunk", command(Command::UploadChunk { offset: 0, data: b"123456789" }), 2),
        ("upload-commit", command(Command::UploadCommit { size: 9, crc: 0xCBF4_3926 }), 3),
        ("ack-done", Message::Ack(Reply::Done), 3),
        ("upload-abort", command(Command::UploadAbort), 4),
        ("nak", Message::Nak(nak), 4),
        ("start", command(Command::Start { slot: 0 }), 5),
        ("pause", command(Command::Pause), 6),
        ("resume", command(Command::Resume), 7),
        ("clear", command(Command::Clear), 8),
        ("delete", command(Command::Delete { slot: 1 }), 9),
        ("status", command(Command::Status), 10),
        ("ack-status", Message::Ack(status_reply), 10),
        ("capabilities", command(Command::Capabilities), 11),
        ("ack-capabilities", Message::Ack(Reply::Capabilities(capabilities())), 11),
        ("slot", command(Command::Slot { slot: 0 }), 12),
        ("ack-slot", Message::Ack(Reply::Slot(slot)), 12),
        ("get-setting", command(Command::GetSetting { key: 3 }), 13),
        ("set-setting", command(Command::SetSetting { key: 3, value: -1 }), 14),
        ("ack-setting", Message::Ack(Reply::Setting(-1)), 14),
        ("ping", command(Command::Ping { number: 7 }), 15),
        ("ack-pong", Message::Ack(Reply::Pong(7)), 15),
        ("role", command(Command::Role(Role::Viewer)), 16),
        ("ack-role", Message::Ack(Reply::Role(Role::Viewer)), 16),
        ("subscribe", command(Command::Subscribe { topics: 0b011, period: 100 }), 17),
        ("input", command(Command::Input(b"yes\n")), 18),
        ("custom", command(Command::Custom { id: 900, data: b"abc" }), 19),
        ("ack-data", Message::Ack(Reply::Data(b"cba")), 19),
        ("close", command(Command::Close), 20),
        ("drive", Message::Drive(Drive { speed: 150, turn: -30 }), 1),
        ("event-state", event(5, EventKind::State { from, to, reason: StopReason::Host }), 1),
        ("event-failed", event(6, failed), 2),
        ("event-uploaded", event(7, EventKind::Uploaded { slot: 0, size: 9, crc: 0xCBF4_3926 }), 3),
        ("event-deleted", event(8, EventKind::Deleted { slot: 1 }), 4),
        ("event-controller", event(9, EventKind::Controller { name: "anna" }), 5),
        ("event-button", event(10, EventKind::Button { button: 1, pressed: true }), 6),
        ("event-battery", event(11, EventKind::Battery { level: 20 }), 7),
        ("event-stall", event(12, EventKind::Stall { actuator: 0 }), 8),
        ("event-warning", event(13, EventKind::Warning { text: "tone was cut at 10 s" }), 9),
        ("event-custom", event(14, EventKind::Custom { id: 900, data: b"abc" }), 10),
        ("console", Message::Console(Console { oldest: 0, offset: 512, data: b"hello\n" }), 11),
        ("telemetry-status", Message::Telemetry(Telemetry::Status(status())), 12),
        ("telemetry-reading", Message::Telemetry(Telemetry::Reading(reading)), 13),
        ("telemetry-custom", Message::Telemetry(Telemetry::Custom(b"abc")), 14),
        ("beat", Message::Beat(Beat { event_end: 15, console_end: 518 }), 15),
    ]
}
