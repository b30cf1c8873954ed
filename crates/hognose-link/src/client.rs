//! The host's end of one carrier.
//!
//! [`Client::open`] starts a session; feed [`Client::receive`] with bytes as they come, call [`Client::tick`] every few
//! milliseconds, and send what [`Client::transmit`] gives. One command is on its way at a time; it is sent again until
//! its answer comes or its deadline passes. A stop goes out before everything else, even before the rest of a frame.

use core::fmt;

use crate::auth::{self, Transcript};
use crate::frame::{self, Frame, FrameError, Framer, Kind};
use crate::message::{
    Beat, Challenge, Command, Console, Drive, Event, Flow, Hello, Nak, NakCode, Proof, Reply, Role, StopKind,
    Telemetry, Welcome, topic,
};
use crate::peer::{before, newer};
use crate::wire::{Wire, WireError};

/// How a client behaves. Times in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Options<'b> {
    /// Who this is.
    pub name: &'b str,
    /// The role to ask for.
    pub role: Role,
    /// The key, for carriers that need one. With a key, a device that does not prove it is refused.
    pub key: Option<&'b [u8]>,
    /// Also ask for events and console output from before.
    pub history: bool,
    /// First wait before something is sent again; doubles up to four times this.
    pub resend: u64,
    /// An answer must come within this time.
    pub deadline: u64,
    /// Time between signs of life.
    pub beat: u64,
    /// The device counts as gone after this silence.
    pub silence: u64,
    /// Console bytes to take before [`Client::set_window`] says otherwise.
    pub window: u16,
}

impl<'b> Options<'b> {
    /// The defaults of the protocol page.
    pub const fn new(name: &'b str, role: Role) -> Self {
        Self {
            name,
            role,
            key: None,
            history: false,
            resend: 100,
            deadline: 3000,
            beat: 500,
            silence: 3000,
            window: 1024,
        }
    }
}

/// What a client knows of a device, to go on after a lost carrier without missing or doubling anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Resume {
    /// Boot number of the device.
    pub boot: u32,
    /// First event not received.
    pub event_next: u32,
    /// First console byte not received.
    pub console_next: u32,
}

/// What cannot be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientError {
    /// No session is open.
    NotOpen,
    /// A command is on its way; wait for its answer.
    InFlight {
        /// Its sequence number.
        seq: u16,
    },
    /// The message does not fit.
    Message(WireError),
    /// It is larger than the device takes.
    TooLarge {
        /// Bytes of the message.
        length: usize,
        /// Bytes the device takes.
        max: usize,
    },
}

impl fmt::Display for ClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOpen => f.write_str("no session is open"),
            Self::InFlight { seq } => write!(f, "command {seq} has no answer yet"),
            Self::Message(error) => write!(f, "{error}"),
            Self::TooLarge { length, max } => write!(f, "message of {length} bytes, the device takes {max}"),
        }
    }
}

impl core::error::Error for ClientError {}

/// What had no answer in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waited {
    /// Opening the session.
    Opening,
    /// A command, with its sequence number.
    Command(u16),
    /// A stop, with its sequence number. It is still being sent.
    Stop(u16),
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice<'a> {
    /// The session is open.
    Opened {
        /// What the device says of itself, with the role granted.
        welcome: Welcome<'a>,
        /// Events and console go on where they stopped.
        resumed: bool,
    },
    /// The session was refused.
    Refused(Nak<'a>),
    /// The device did not prove the key: it is not the one it should be. Nothing more is sent to it.
    Impostor,
    /// A command was done.
    Acked {
        /// Its sequence number.
        seq: u16,
        /// What it brought.
        reply: Reply<'a>,
    },
    /// A command was refused.
    Nacked {
        /// Its sequence number.
        seq: u16,
        /// Why.
        nak: Nak<'a>,
    },
    /// An event; each comes once.
    Event {
        /// The event.
        event: Event<'a>,
        /// Events before it that the device no longer had.
        lost: u32,
    },
    /// Console output; each byte comes once.
    Console {
        /// The output.
        data: &'a [u8],
        /// Bytes before it that the device no longer had.
        lost: u32,
    },
    /// Telemetry.
    Telemetry(Telemetry<'a>),
    /// The device is alive.
    Beat(Beat),
    /// A stop was done.
    Stopped {
        /// Its sequence number.
        seq: u16,
    },
    /// The device no longer knows the session: open another.
    SessionLost,
    /// No answer before the deadline.
    TimedOut(Waited),
    /// Nothing comes from the device any more; the session is over.
    Silent,
    /// A frame was thrown away.
    BadFrame(FrameError),
    /// A message was thrown away.
    BadMessage(WireError),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Closed,
    Greeting,
    Proving,
    Open,
}

/// Something that is sent again until it is answered.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    seq: u16,
    since: u64,
    sent: Option<u64>,
    tries: u32,
    overdue: bool,
}

impl Waiting {
    fn new(seq: u16, now: u64) -> Self {
        Self { seq, since: now, sent: None, tries: 0, overdue: false }
    }

    fn due(&self, now: u64, resend: u64) -> bool {
        match self.sent {
            None => true,
            Some(sent) => now.saturating_sub(sent) >= resend << self.tries.saturating_sub(1).min(2),
        }
    }

    fn send(&mut self, now: u64) {
        self.sent = Some(now);
        self.tries = self.tries.saturating_add(1);
    }
}

/// The host's end.
pub struct Client<'b> {
    framer: Framer<'b>,
    core: Core<'b>,
}

struct Core<'b> {
    options: Options<'b>,
    transmit: &'b mut [u8],
    sent: usize,
    end: usize,
    payload: &'b mut [u8],
    payload_length: usize,
    phase: Phase,
    opening: Option<Waiting>,
    session: u16,
    nonce: [u8; 16],
    device_nonce: [u8; 16],
    role: Role,
    resume: Resume,
    asked: Resume,
    max_receive: u16,
    max_payload: usize,
    seq: u16,
    command: Option<Waiting>,
    stop: Option<(Waiting, StopKind)>,
    stop_seq: u16,
    drive: Option<Drive>,
    drive_seq: u16,
    flow_due: bool,
    flow_seq: u16,
    flow_at: u64,
    window: u16,
    telemetry_seq: [Option<u16>; topic::COUNT],
    heard: u64,
}

impl<'b> Client<'b> {
    /// A client with no session. `receive` holds a frame on its way in ([`frame::encoded_max`] of at least
    /// [`crate::hub::MIN_PAYLOAD`]), `transmit` one on its way out, `payload` the command that waits for its answer.
    pub fn new(
        options: Options<'b>,
        receive: &'b mut [u8],
        transmit: &'b mut [u8],
        payload: &'b mut [u8],
    ) -> Self {
        let largest = receive.len().saturating_sub(frame::encoded_max(0) + 5).min(frame::MAX_PAYLOAD);
        Self {
            framer: Framer::new(receive),
            core: Core {
                options,
                transmit,
                sent: 0,
                end: 0,
                payload,
                payload_length: 0,
                phase: Phase::Closed,
                opening: None,
                session: 0,
                nonce: [0; 16],
                device_nonce: [0; 16],
                role: Role::Viewer,
                resume: Resume::default(),
                asked: Resume::default(),
                max_receive: largest as u16,
                max_payload: frame::MAX_PAYLOAD,
                seq: 0,
                command: None,
                stop: None,
                stop_seq: 0,
                drive: None,
                drive_seq: 0,
                flow_due: false,
                flow_seq: 0,
                flow_at: 0,
                window: options.window,
                telemetry_seq: [None; topic::COUNT],
                heard: 0,
            },
        }
    }

    /// Starts a session. `nonce` must never have been used before (random, or time and a counter); `resume` goes on where
    /// an earlier session stopped, see [`Self::resume`].
    pub fn open(&mut self, now: u64, nonce: [u8; 16], resume: Resume) {
        let core = &mut self.core;
        self.framer.reset();
        core.nonce = nonce;
        // Sessions only have to differ from their neighbours.
        core.session = u16::from_le_bytes([nonce[0], nonce[1]]) ^ u16::from_le_bytes([nonce[14], nonce[15]]);
        core.phase = Phase::Greeting;
        core.opening = Some(Waiting::new(0, now));
        core.asked = resume;
        core.command = None;
        core.seq = 0;
        core.flow_seq = 0;
        core.drive_seq = 0;
        core.drive = None;
        core.telemetry_seq = [None; topic::COUNT];
        core.heard = now;
    }

    /// Sends a command. Its answer comes as [`Notice::Acked`] or [`Notice::Nacked`] with the returned number.
    pub fn command(&mut self, now: u64, command: &Command<'_>) -> Result<u16, ClientError> {
        let core = &mut self.core;
        if core.phase != Phase::Open {
            return Err(ClientError::NotOpen);
        }
        if let Some(waiting) = core.command {
            return Err(ClientError::InFlight { seq: waiting.seq });
        }
        let length = command.encode(core.payload).map_err(ClientError::Message)?;
        if length > core.max_payload {
            return Err(ClientError::TooLarge { length, max: core.max_payload });
        }
        core.payload_length = length;
        core.seq = core.seq.wrapping_add(1);
        core.command = Some(Waiting::new(core.seq, now));
        Ok(core.seq)
    }

    /// Sends a stop, with or without a session, until [`Notice::Stopped`] comes with the returned number.
    pub fn stop(&mut self, now: u64, kind: StopKind) -> u16 {
        let core = &mut self.core;
        core.stop_seq = core.stop_seq.wrapping_add(1);
        core.stop = Some((Waiting::new(core.stop_seq, now), kind));
        core.drive = None;
        core.stop_seq
    }

    /// Drives: call it at least every 250 ms. Both zero ends the drive.
    pub fn drive(&mut self, drive: Drive) -> Result<(), ClientError> {
        if self.core.phase != Phase::Open {
            return Err(ClientError::NotOpen);
        }
        self.core.drive = Some(drive);
        Ok(())
    }

    /// How many console bytes the device may send ahead; 0 holds the output, and with it the program.
    pub fn set_window(&mut self, window: u16) {
        self.core.window = window;
        self.core.flow_due = true;
    }

    /// Whether a session is open.
    pub fn is_open(&self) -> bool {
        self.core.phase == Phase::Open
    }

    /// Whether a command waits for its answer.
    pub fn is_busy(&self) -> bool {
        self.core.command.is_some()
    }

    /// The role granted.
    pub fn role(&self) -> Role {
        self.core.role
    }

    /// Largest payload the device takes.
    pub fn max_payload(&self) -> usize {
        self.core.max_payload
    }

    /// Where events and console stand: for the next [`Self::open`].
    pub fn resume(&self) -> Resume {
        self.core.resume
    }

    /// The carrier closed: half frames are gone, the session is over. A stop is kept for the next carrier.
    pub fn disconnected(&mut self) {
        self.framer.reset();
        self.core.sent = 0;
        self.core.end = 0;
        self.core.over();
    }

    /// Takes bytes until something happened. Returns how many were used; call again with the rest.
    pub fn receive(&mut self, now: u64, bytes: &[u8]) -> (usize, Option<Notice<'_>>) {
        let Some(used) = bytes.iter().position(|byte| self.framer.push(*byte)) else {
            return (bytes.len(), None);
        };
        let notice = match self.framer.frame() {
            Ok(frame) => self.core.frame(frame, now).unwrap_or_else(|error| Some(Notice::BadMessage(error))),
            Err(error) => Some(Notice::BadFrame(error)),
        };
        (used + 1, notice)
    }

    /// Looks for what had no answer in time. Call until it gives nothing.
    pub fn tick(&mut self, now: u64) -> Option<Notice<'static>> {
        let core = &mut self.core;
        let deadline = core.options.deadline;
        if let Some((stop, _)) = core.stop.as_mut().filter(|(stop, _)| !stop.overdue) {
            if now.saturating_sub(stop.since) >= deadline {
                stop.overdue = true;
                return Some(Notice::TimedOut(Waited::Stop(stop.seq)));
            }
        }
        if core.opening.is_some_and(|opening| now.saturating_sub(opening.since) >= deadline) {
            core.over();
            return Some(Notice::TimedOut(Waited::Opening));
        }
        if let Some(command) = core.command.filter(|command| now.saturating_sub(command.since) >= deadline) {
            core.command = None;
            return Some(Notice::TimedOut(Waited::Command(command.seq)));
        }
        if core.phase == Phase::Open && now.saturating_sub(core.heard) >= core.options.silence {
            core.over();
            return Some(Notice::Silent);
        }
        None
    }

    /// Bytes to send, as many as `out` takes.
    pub fn transmit(&mut self, now: u64, out: &mut [u8]) -> usize {
        let core = &mut self.core;
        let mut wrote = 0;
        // A fresh stop does not wait for the rest of a frame: a zero ends it, and the device throws it away.
        if core.sent < core.end && core.stop.is_some_and(|(stop, _)| stop.sent.is_none()) {
            let Some(first) = out.first_mut() else { return 0 };
            if core.sent > 0 {
                *first = 0;
                wrote = 1;
            }
            core.sent = 0;
            core.end = 0;
            core.flow_due = core.phase == Phase::Open;
            for waiting in [&mut core.command, &mut core.opening].into_iter().flatten() {
                waiting.sent = None;
            }
        }
        while wrote < out.len() {
            if core.sent == core.end {
                core.sent = 0;
                core.end = core.next_frame(now).unwrap_or(0);
                if core.end == 0 {
                    break;
                }
            }
            let count = (core.end - core.sent).min(out.len() - wrote);
            out[wrote..wrote + count].copy_from_slice(&core.transmit[core.sent..core.sent + count]);
            core.sent += count;
            wrote += count;
        }
        wrote
    }
}

impl Core<'_> {
    fn over(&mut self) {
        self.phase = Phase::Closed;
        self.opening = None;
        self.command = None;
        self.drive = None;
        self.role = Role::Viewer;
    }

    fn transcript(&self) -> Transcript {
        Transcript {
            session: self.session,
            role: self.options.role,
            host: self.nonce,
            device: self.device_nonce,
        }
    }

    /// The next frame by rank: stop, opening, drive, command, flow.
    fn next_frame(&mut self, now: u64) -> Option<usize> {
        let resend = self.options.resend;
        if let Some((stop, kind)) = self.stop.as_mut().filter(|(stop, _)| stop.due(now, resend)) {
            stop.send(now);
            return frame::build(self.transmit, Kind::Stop, self.session, stop.seq, |out| kind.put(out)).ok();
        }
        if let Some(opening) = self.opening.as_mut().filter(|opening| opening.due(now, resend)) {
            opening.send(now);
            if self.phase == Phase::Proving {
                let mac = auth::host_proof(self.options.key.unwrap_or(&[]), &self.transcript())?;
                return frame::build(self.transmit, Kind::Proof, self.session, 0, |out| {
                    Proof { mac }.put(out)
                })
                .ok();
            }
            let hello = Hello {
                version_min: crate::hub::PROTOCOL,
                version_max: crate::hub::PROTOCOL,
                role: self.options.role,
                nonce: self.nonce,
                max_payload: self.max_receive,
                history: self.options.history,
                boot: self.asked.boot,
                event_next: self.asked.event_next,
                console_next: self.asked.console_next,
                name: self.options.name,
            };
            return frame::build(self.transmit, Kind::Hello, self.session, 0, |out| hello.put(out)).ok();
        }
        if self.phase != Phase::Open {
            return None;
        }
        if let Some(drive) = self.drive.take() {
            self.drive_seq = self.drive_seq.wrapping_add(1);
            return frame::build(self.transmit, Kind::Drive, self.session, self.drive_seq, |out| {
                drive.put(out)
            })
            .ok();
        }
        // The window is a promise the device waits for: it goes out before the next command.
        if self.flow_due || now.saturating_sub(self.flow_at) >= self.options.beat {
            self.flow_due = false;
            self.flow_at = now;
            self.flow_seq = self.flow_seq.wrapping_add(1);
            let flow = Flow {
                event_next: self.resume.event_next,
                console_next: self.resume.console_next,
                window: self.window,
            };
            return frame::build(self.transmit, Kind::Flow, self.session, self.flow_seq, |out| flow.put(out))
                .ok();
        }
        if let Some(command) = self.command.as_mut().filter(|command| command.due(now, resend)) {
            command.send(now);
            let bytes = self.payload.get(..self.payload_length).unwrap_or(&[]);
            let seq = command.seq;
            return frame::build(self.transmit, Kind::Command, self.session, seq, |out| {
                out.bytes("command", bytes)
            })
            .ok();
        }
        None
    }

    fn frame<'a>(&mut self, frame: Frame<'a>, now: u64) -> Result<Option<Notice<'a>>, WireError> {
        if frame.kind == Kind::Stopped {
            // Answers need no session, like the stop itself.
            let answered = self.stop.is_some_and(|(stop, _)| stop.seq == frame.seq);
            if answered {
                self.stop = None;
                return Ok(Some(Notice::Stopped { seq: frame.seq }));
            }
            return Ok(None);
        }
        if frame.session != self.session || self.phase == Phase::Closed {
            return Ok(None);
        }
        self.heard = now;
        match frame.kind {
            Kind::Challenge if self.phase == Phase::Greeting => {
                self.device_nonce = Challenge::decode(frame.payload)?.nonce;
                self.phase = Phase::Proving;
                if let Some(opening) = self.opening.as_mut() {
                    opening.sent = None;
                    opening.tries = 0;
                }
                Ok(None)
            }
            Kind::Welcome if self.phase != Phase::Open => self.welcome(Welcome::decode(frame.payload)?, now),
            Kind::Ack | Kind::Nak => self.answer(&frame),
            Kind::Event if self.phase == Phase::Open => self.event(Event::decode(frame.payload)?),
            Kind::Console if self.phase == Phase::Open => Ok(self.console(Console::decode(frame.payload)?)),
            Kind::Telemetry if self.phase == Phase::Open => {
                let telemetry = Telemetry::decode(frame.payload)?;
                let seen = &mut self.telemetry_seq[usize::from(telemetry.topic())];
                if !newer(frame.seq, *seen) {
                    return Ok(None);
                }
                *seen = Some(frame.seq);
                Ok(Some(Notice::Telemetry(telemetry)))
            }
            Kind::Beat if self.phase == Phase::Open => Ok(Some(Notice::Beat(Beat::decode(frame.payload)?))),
            _ => Ok(None),
        }
    }

    fn welcome<'a>(&mut self, welcome: Welcome<'a>, now: u64) -> Result<Option<Notice<'a>>, WireError> {
        if let Some(key) = self.options.key {
            // Who has a key wants proof: a device that asks for none and gives none is not the one meant.
            let proven = self.phase == Phase::Proving
                && welcome.proof.is_some_and(|proof| auth::check_device(key, &self.transcript(), &proof.mac));
            if !proven {
                self.over();
                return Ok(Some(Notice::Impostor));
            }
        }
        let resumed = self.asked.boot != 0 && self.asked.boot == welcome.boot;
        self.phase = Phase::Open;
        self.opening = None;
        self.role = welcome.role;
        self.max_payload = usize::from(welcome.capabilities.max_payload).min(frame::MAX_PAYLOAD);
        self.resume =
            Resume { boot: welcome.boot, event_next: welcome.event_next, console_next: welcome.console_next };
        self.flow_due = true;
        self.heard = now;
        Ok(Some(Notice::Opened { welcome, resumed }))
    }

    fn answer<'a>(&mut self, frame: &Frame<'a>) -> Result<Option<Notice<'a>>, WireError> {
        if frame.kind == Kind::Nak {
            let nak = Nak::decode(frame.payload)?;
            if self.phase != Phase::Open {
                self.over();
                return Ok(Some(Notice::Refused(nak)));
            }
            let mine = self.command.is_some_and(|command| command.seq == frame.seq);
            if mine && matches!(nak.code, NakCode::NoSession | NakCode::AuthRequired) {
                self.over();
                return Ok(Some(Notice::SessionLost));
            }
            if !mine {
                return Ok(None);
            }
            self.command = None;
            return Ok(Some(Notice::Nacked { seq: frame.seq, nak }));
        }
        if self.phase != Phase::Open || self.command.is_none_or(|command| command.seq != frame.seq) {
            return Ok(None);
        }
        let reply = Reply::decode(frame.payload)?;
        self.command = None;
        Ok(Some(Notice::Acked { seq: frame.seq, reply }))
    }

    fn event<'a>(&mut self, event: Event<'a>) -> Result<Option<Notice<'a>>, WireError> {
        self.flow_due = true;
        let expected = self.resume.event_next;
        if before(event.number, expected) {
            return Ok(None);
        }
        let gap = event.number.wrapping_sub(expected);
        // What is missing comes again, unless the device no longer has it.
        if gap > 0 && before(event.oldest, event.number) {
            return Ok(None);
        }
        self.resume.event_next = event.number.wrapping_add(1);
        Ok(Some(Notice::Event { event, lost: gap }))
    }

    fn console<'a>(&mut self, console: Console<'a>) -> Option<Notice<'a>> {
        self.flow_due = true;
        let expected = self.resume.console_next;
        if before(expected, console.offset) {
            if before(console.oldest, console.offset) {
                return None;
            }
            let lost = console.offset.wrapping_sub(expected);
            self.resume.console_next = console.offset.wrapping_add(console.data.len() as u32);
            return Some(Notice::Console { data: console.data, lost });
        }
        let known = expected.wrapping_sub(console.offset) as usize;
        let data = console.data.get(known..).filter(|data| !data.is_empty())?;
        self.resume.console_next = expected.wrapping_add(data.len() as u32);
        Some(Notice::Console { data, lost: 0 })
    }
}
