//! One peer of a device: its session, its cursors in events and console, its frame on the way out.

use crate::auth::Transcript;
use crate::frame::{self, Framer, Kind};
use crate::line::Line;
use crate::message::{Beat, Challenge, Console, Hello, Nak, Refusal, Reply, Role, StopKind, topic};
use crate::wire::{Wire, WireError, Writer};

/// How far a session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// No session.
    Idle,
    /// A challenge was sent.
    Challenged,
    /// Open.
    Open,
}

/// Events on the way at once.
const EVENT_WINDOW: u32 = 4;

#[derive(Debug)]
pub(crate) struct Peer<'b> {
    pub framer: Framer<'b>,
    pub session: Session<'b>,
}

#[derive(Debug)]
pub(crate) struct Session<'b> {
    transmit: &'b mut [u8],
    sent: usize,
    end: usize,
    reply: &'b mut [u8],
    reply_length: usize,
    reply_kind: Kind,
    reply_due: bool,
    /// A command is with the runtime, its answer comes later.
    pub pending: bool,
    pub last_seq: u16,
    pub keyed: bool,
    pub opening: Opening,
    pub id: u16,
    /// Nonce of the session before: a late copy of its hello opens nothing.
    pub previous: Option<[u8; 16]>,
    pub asked: Role,
    pub role: Role,
    pub host_nonce: [u8; 16],
    pub device_nonce: [u8; 16],
    pub name: Line,
    pub max_payload: usize,
    pub history: bool,
    pub resume: Option<(u32, u32)>,
    pub challenge_due: bool,
    pub welcome_due: bool,
    pub refusal: Option<(u16, u16, Refusal)>,
    pub stopped: Option<(u16, u16, StopKind)>,
    pub heard: u64,
    pub flow_seq: Option<u16>,
    pub drive_seq: Option<u16>,
    pub event_start: u32,
    pub event_acked: u32,
    pub event_sent: u32,
    event_clock: u64,
    pub console_start: u32,
    pub console_acked: u32,
    pub console_sent: u32,
    pub console_limit: u32,
    console_clock: u64,
    pub topics: u8,
    pub period: u16,
    pub telemetry_seen: [u32; topic::COUNT],
    telemetry_at: [Option<u64>; topic::COUNT],
    beat_at: u64,
    out_seq: u16,
    pub failures: u8,
    pub locked_until: u64,
}

/// What the hub shares with a peer that makes its next frame.
pub(crate) struct Outgoing<'h, 'b> {
    pub now: u64,
    pub resend: u64,
    pub beat: u64,
    pub console_chunk: usize,
    pub journal: &'h crate::journal::Journal<'b>,
    pub console: &'h crate::ring::Ring<'b>,
    pub telemetry: &'h crate::hub::Slots<'b>,
    pub welcome: crate::message::Welcome<'h>,
    pub key: &'h [u8],
}

impl<'b> Session<'b> {
    pub fn new(transmit: &'b mut [u8], reply: &'b mut [u8], keyed: bool) -> Self {
        Self {
            transmit,
            sent: 0,
            end: 0,
            reply,
            reply_length: 0,
            reply_kind: Kind::Ack,
            reply_due: false,
            pending: false,
            last_seq: 0,
            keyed,
            opening: Opening::Idle,
            id: 0,
            previous: None,
            asked: Role::Viewer,
            role: Role::Viewer,
            host_nonce: [0; 16],
            device_nonce: [0; 16],
            name: Line::new(),
            max_payload: 0,
            history: false,
            resume: None,
            challenge_due: false,
            welcome_due: false,
            refusal: None,
            stopped: None,
            heard: 0,
            flow_seq: None,
            drive_seq: None,
            event_start: 0,
            event_acked: 0,
            event_sent: 0,
            event_clock: 0,
            console_start: 0,
            console_acked: 0,
            console_sent: 0,
            console_limit: 0,
            console_clock: 0,
            topics: topic::ALL,
            period: 0,
            telemetry_seen: [0; topic::COUNT],
            telemetry_at: [None; topic::COUNT],
            beat_at: 0,
            out_seq: 0,
            failures: 0,
            locked_until: 0,
        }
    }

    /// Starts over with what a hello says.
    pub fn greet(&mut self, id: u16, hello: &Hello<'_>, boot: u32, now: u64) {
        self.id = id;
        self.asked = hello.role;
        self.host_nonce = hello.nonce;
        self.name = Line::from(short(hello.name, 32));
        self.max_payload = usize::from(hello.max_payload).min(frame::MAX_PAYLOAD);
        self.history = hello.history;
        self.resume = (boot != 0 && hello.boot == boot).then_some((hello.event_next, hello.console_next));
        self.heard = now;
        self.last_seq = 0;
        self.reply_length = 0;
        self.reply_due = false;
        self.pending = false;
        self.flow_seq = None;
        self.drive_seq = None;
        self.topics = topic::ALL;
        self.period = 0;
        self.telemetry_seen = [0; topic::COUNT];
        self.telemetry_at = [None; topic::COUNT];
        self.welcome_due = false;
        self.challenge_due = false;
    }

    /// The session is over.
    pub fn close(&mut self) {
        self.previous = Some(self.host_nonce);
        self.opening = Opening::Idle;
        self.role = Role::Viewer;
        self.pending = false;
        self.welcome_due = false;
        self.challenge_due = false;
    }

    /// A frame that is half on the way is gone with its carrier.
    pub fn drop_output(&mut self) {
        self.sent = 0;
        self.end = 0;
        self.reply_due = false;
        self.refusal = None;
        self.stopped = None;
    }

    /// What both sides' proofs cover.
    pub fn transcript(&self) -> Transcript {
        Transcript { session: self.id, role: self.asked, host: self.host_nonce, device: self.device_nonce }
    }

    /// Keeps the answer to the last command, to send now and again if it is lost.
    pub fn answer(&mut self, answer: Result<Reply<'_>, Refusal>) {
        self.pending = false;
        let (kind, written) = match &answer {
            Ok(reply) => (Kind::Ack, reply.encode(self.reply)),
            Err(refusal) => (Kind::Nak, nak(refusal).encode(self.reply)),
        };
        // An answer that does not fit the buffer must not leave the host waiting.
        let (kind, length) = match written {
            Ok(length) => (kind, length),
            Err(_) => {
                let small = Nak { code: crate::message::NakCode::Full, value: 0, text: "" };
                (Kind::Nak, small.encode(self.reply).unwrap_or(0))
            }
        };
        self.reply_kind = kind;
        self.reply_length = length;
        self.reply_due = true;
    }

    /// Sends the kept answer again.
    pub fn answer_again(&mut self) {
        self.reply_due = self.reply_length > 0;
    }

    /// Copies what there is to send to `out`.
    pub fn transmit(&mut self, out: &mut [u8], from: &Outgoing<'_, '_>) -> usize {
        let mut wrote = 0;
        while wrote < out.len() {
            if self.sent == self.end {
                self.sent = 0;
                self.end = self.next_frame(from).unwrap_or(0);
                if self.end == 0 {
                    break;
                }
            }
            let count = (self.end - self.sent).min(out.len() - wrote);
            out[wrote..wrote + count].copy_from_slice(&self.transmit[self.sent..self.sent + count]);
            self.sent += count;
            wrote += count;
        }
        wrote
    }

    fn build(
        &mut self,
        kind: Kind,
        session: u16,
        seq: u16,
        fill: impl FnOnce(&mut Writer<'_>) -> Result<(), WireError>,
    ) -> Option<usize> {
        frame::build(self.transmit, kind, session, seq, fill).ok()
    }

    fn count(&mut self) -> u16 {
        self.out_seq = self.out_seq.wrapping_add(1);
        self.out_seq
    }

    /// The next frame by rank: stop, opening, refusals, answers, events, console, telemetry, sign of life.
    fn next_frame(&mut self, from: &Outgoing<'_, '_>) -> Option<usize> {
        if let Some((session, seq, kind)) = self.stopped.take() {
            return self.build(Kind::Stopped, session, seq, |out| kind.put(out));
        }
        if self.challenge_due {
            self.challenge_due = false;
            let challenge = Challenge { nonce: self.device_nonce };
            return self.build(Kind::Challenge, self.id, 0, |out| challenge.put(out));
        }
        if self.welcome_due {
            self.welcome_due = false;
            let proof =
                if self.keyed { crate::auth::device_proof(from.key, &self.transcript()) } else { None };
            let mut welcome = from.welcome;
            welcome.role = self.role;
            welcome.event_next = self.event_start;
            welcome.console_next = self.console_start;
            welcome.proof = proof.map(|mac| crate::message::Proof { mac });
            return self.build(Kind::Welcome, self.id, 0, |out| welcome.put(out));
        }
        if let Some((session, seq, refusal)) = self.refusal.take() {
            return self.build(Kind::Nak, session, seq, |out| nak(&refusal).put(out));
        }
        if self.reply_due {
            self.reply_due = false;
            let bytes = self.reply.get(..self.reply_length).unwrap_or(&[]);
            return frame::build(self.transmit, self.reply_kind, self.id, self.last_seq, |out| {
                out.bytes("reply", bytes)
            })
            .ok();
        }
        if self.opening != Opening::Open {
            return None;
        }
        self.next_event(from)
            .or_else(|| self.next_console(from))
            .or_else(|| self.next_telemetry(from))
            .or_else(|| self.next_beat(from))
    }

    fn next_event(&mut self, from: &Outgoing<'_, '_>) -> Option<usize> {
        let journal = from.journal;
        if before(self.event_acked, journal.oldest) {
            self.event_acked = journal.oldest;
        }
        if before(self.event_sent, self.event_acked) {
            self.event_sent = self.event_acked;
        }
        if self.event_sent != self.event_acked && from.now.saturating_sub(self.event_clock) >= from.resend {
            self.event_sent = self.event_acked;
        }
        let number = self.event_sent;
        if !before(number, journal.next) || number.wrapping_sub(self.event_acked) >= EVENT_WINDOW {
            return None;
        }
        let seq = self.count();
        self.event_sent = number.wrapping_add(1);
        self.event_clock = from.now;
        self.build(Kind::Event, self.id, seq, |out| {
            out.u32("oldest", journal.oldest)?;
            out.u32("number", number)?;
            out.fill(usize::MAX, |room| journal.copy(number, room).unwrap_or(0));
            Ok(())
        })
    }

    fn next_console(&mut self, from: &Outgoing<'_, '_>) -> Option<usize> {
        let ring = from.console;
        if before(self.console_acked, ring.oldest) {
            // What is gone takes nothing of the window.
            let gone = ring.oldest.wrapping_sub(self.console_acked);
            self.console_limit = self.console_limit.wrapping_add(gone);
            self.console_acked = ring.oldest;
        }
        if before(self.console_sent, self.console_acked) {
            self.console_sent = self.console_acked;
        }
        if self.console_sent != self.console_acked
            && from.now.saturating_sub(self.console_clock) >= from.resend
        {
            self.console_sent = self.console_acked;
        }
        let offset = self.console_sent;
        if !before(offset, ring.end) || !before(offset, self.console_limit) {
            return None;
        }
        let most = (self.console_limit.wrapping_sub(offset) as usize)
            .min(from.console_chunk)
            .min(self.max_payload.saturating_sub(8))
            .max(1);
        let seq = self.count();
        let mut wrote = 0;
        let built = self.build(Kind::Console, self.id, seq, |out| {
            Console { oldest: ring.oldest, offset, data: &[] }.put(out)?;
            wrote = out.fill(most, |room| ring.copy(offset, room));
            Ok(())
        });
        self.console_sent = offset.wrapping_add(wrote as u32);
        self.console_clock = from.now;
        built
    }

    fn next_telemetry(&mut self, from: &Outgoing<'_, '_>) -> Option<usize> {
        for index in 0..topic::COUNT {
            let wanted = self.topics & (1 << index) != 0;
            let rested = self.telemetry_at[index]
                .is_none_or(|at| from.now.saturating_sub(at) >= u64::from(self.period));
            let (generation, bytes) = from.telemetry.get(index);
            if wanted && rested && generation != self.telemetry_seen[index] {
                self.telemetry_seen[index] = generation;
                self.telemetry_at[index] = Some(from.now);
                let seq = self.count();
                return self.build(Kind::Telemetry, self.id, seq, |out| out.bytes("telemetry", bytes));
            }
        }
        None
    }

    fn next_beat(&mut self, from: &Outgoing<'_, '_>) -> Option<usize> {
        if from.now.saturating_sub(self.beat_at) < from.beat {
            return None;
        }
        self.beat_at = from.now;
        let seq = self.count();
        let beat = Beat { event_end: from.journal.next, console_end: from.console.end };
        self.build(Kind::Beat, self.id, seq, |out| beat.put(out))
    }
}

/// Whether `a` comes before `b` on a counter that wraps.
pub(crate) const fn before(a: u32, b: u32) -> bool {
    (a.wrapping_sub(b) as i32) < 0
}

/// Whether sequence number `a` is newer than the last one.
pub(crate) const fn newer(a: u16, last: Option<u16>) -> bool {
    match last {
        None => true,
        Some(last) => (a.wrapping_sub(last) as i16) > 0,
    }
}

fn nak(refusal: &Refusal) -> Nak<'_> {
    Nak { code: refusal.code, value: refusal.value, text: refusal.text.as_str() }
}

fn short(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
