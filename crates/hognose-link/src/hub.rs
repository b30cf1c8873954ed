//! The device's end: all its peers, who has control, and what they are told.
//!
//! Feed [`Hub::receive`] with bytes as they come, call [`Hub::tick`] every few milliseconds, and send what
//! [`Hub::transmit`] gives. Commands go to the [`Runtime`], which answers at once or, by [`Hub::finish`], later.

use crate::auth;
use crate::frame::{Frame, FrameError, Framer, Kind};
use crate::journal::Journal;
use crate::line::Line;
use crate::message::{
    Capabilities, Command, Drive, EventKind, Flow, Hello, NakCode, Proof, Refusal, Reply, Role, StopKind,
    Telemetry, UploadBegin, Welcome, topic,
};
use crate::peer::{Opening, Outgoing, Peer, Session, before, newer};
use crate::ring::Ring;
use crate::upload::Staged;
use crate::wire::{Wire, WireError};

/// Protocol version spoken here.
pub const PROTOCOL: u8 = 1;
/// Smallest payload a host must take.
pub const MIN_PAYLOAD: u16 = 384;

/// Who sent something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller {
    /// Number of the peer.
    pub peer: usize,
    /// Its role.
    pub role: Role,
}

/// Why a peer is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// It said so.
    Closed,
    /// Nothing came from it for too long.
    Silent,
    /// It opened another session.
    Reopened,
    /// Its carrier closed.
    Carrier,
}

/// The answer to a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer<'a> {
    /// Done.
    Ack(Reply<'a>),
    /// Refused.
    Nak(Refusal),
    /// Not yet: [`Hub::finish`] will tell.
    Later,
}

/// What the device does with what comes over the link.
///
/// Order of chunks, sizes, checksums, roles and sessions are checked before anything gets here.
pub trait Runtime {
    /// Stop now. Comes from any peer, without session or role, and may come more than once.
    fn stop(&mut self, from: Caller, kind: StopKind);
    /// A command that the hub does not answer itself.
    fn command(&mut self, from: Caller, command: &Command<'_>) -> Answer<'_>;
    /// A program is announced. `resume` bytes of it are staged already.
    fn upload_begin(&mut self, from: Caller, begin: &UploadBegin<'_>, resume: u32) -> Result<(), Refusal>;
    /// The next bytes of the program.
    fn upload_chunk(&mut self, offset: u32, data: &[u8]) -> Result<(), Refusal>;
    /// All bytes are there and match their checksum: check the image and make it the program.
    fn upload_commit(&mut self, from: Caller) -> Answer<'_>;
    /// The upload is given up for now; it may still be resumed. The old program stays.
    fn upload_abandon(&mut self);
    /// Remote drive.
    fn drive(&mut self, drive: Drive);
    /// No remote drive for too long: motors to zero.
    fn drive_lost(&mut self);
    /// A peer with an open session is gone.
    fn left(&mut self, from: Caller, why: Left);
    /// 16 bytes never used before: asked for on carriers that need a key.
    fn nonce(&mut self) -> [u8; 16];
}

/// What a device says of itself, and its times in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Settings<'b> {
    /// What it is and takes.
    pub capabilities: Capabilities<'b>,
    /// Changes at every start of the device, never 0.
    pub boot: u32,
    /// The key for carriers that need one. Without a key such carriers let nobody in.
    pub key: Option<&'b [u8]>,
    /// A session ends after this silence.
    pub session_timeout: u64,
    /// An upload is given up after this silence.
    pub upload_timeout: u64,
    /// Remote drive ends after this silence.
    pub drive_timeout: u64,
    /// Events and console are sent again after this time without an answer.
    pub resend: u64,
    /// Time between signs of life.
    pub beat: u64,
    /// Console bytes in one frame, at most.
    pub console_chunk: usize,
}

impl<'b> Settings<'b> {
    /// The defaults of the protocol page.
    pub const fn new(capabilities: Capabilities<'b>, boot: u32) -> Self {
        Self {
            capabilities,
            boot,
            key: None,
            session_timeout: 3000,
            upload_timeout: 2000,
            drive_timeout: 500,
            resend: 100,
            beat: 500,
            console_chunk: 128,
        }
    }
}

/// Memory of one peer.
#[derive(Debug)]
pub struct PeerMemory<'b> {
    /// For a frame on its way in: [`crate::frame::encoded_max`] of the device's `max_payload`.
    pub receive: &'b mut [u8],
    /// For a frame on its way out: [`crate::frame::encoded_max`]`(MIN_PAYLOAD)` or more.
    pub transmit: &'b mut [u8],
    /// For the last answer: 256 bytes are enough for all but long `Custom` answers.
    pub reply: &'b mut [u8],
    /// Whether this carrier needs the key.
    pub keyed: bool,
}

/// The newest telemetry of each topic.
#[derive(Debug)]
pub(crate) struct Slots<'b> {
    bytes: &'b mut [u8],
    lengths: [usize; topic::COUNT],
    generations: [u32; topic::COUNT],
}

impl Slots<'_> {
    /// Generation and bytes of a topic; generation 0: nothing yet.
    pub fn get(&self, index: usize) -> (u32, &[u8]) {
        let size = self.bytes.len() / topic::COUNT;
        let start = index * size;
        (self.generations[index], self.bytes.get(start..start + self.lengths[index]).unwrap_or(&[]))
    }

    fn set(&mut self, telemetry: &Telemetry<'_>) -> Result<(), WireError> {
        let index = usize::from(telemetry.topic());
        let size = self.bytes.len() / topic::COUNT;
        let place = self.bytes.get_mut(index * size..(index + 1) * size).unwrap_or(&mut []);
        // A message that does not fit leaves the slot empty, not torn.
        self.lengths[index] = 0;
        self.generations[index] = 0;
        self.lengths[index] = telemetry.encode(place)?;
        Ok(())
    }
}

/// Frames that were thrown away, and why the last one was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Errors {
    /// How many.
    pub count: u32,
    /// The last.
    pub last: Option<FrameError>,
}

struct Shared<'b> {
    settings: Settings<'b>,
    journal: Journal<'b>,
    console: Ring<'b>,
    slots: Slots<'b>,
    generation: u32,
    controller: Option<(usize, Line)>,
    staged: Staged,
    driving: Option<u64>,
    errors: Errors,
}

/// The device's end of up to `N` carriers.
pub struct Hub<'b, const N: usize> {
    peers: [Peer<'b>; N],
    shared: Shared<'b>,
}

/// Memory that all peers share.
#[derive(Debug)]
pub struct HubMemory<'b> {
    /// Events not yet delivered: 512 bytes or more.
    pub events: &'b mut [u8],
    /// Console output not yet delivered.
    pub console: &'b mut [u8],
    /// Telemetry: three times the largest message (128 bytes without `Custom`).
    pub telemetry: &'b mut [u8],
}

impl<'b, const N: usize> Hub<'b, N> {
    /// A device with no peer connected.
    pub fn new(settings: Settings<'b>, peers: [PeerMemory<'b>; N], memory: HubMemory<'b>) -> Self {
        Self {
            peers: peers.map(|memory| Peer {
                framer: Framer::new(memory.receive),
                session: Session::new(memory.transmit, memory.reply, memory.keyed),
            }),
            shared: Shared {
                settings,
                journal: Journal::new(memory.events),
                console: Ring::new(memory.console),
                slots: Slots {
                    bytes: memory.telemetry,
                    lengths: [0; topic::COUNT],
                    generations: [0; topic::COUNT],
                },
                generation: 0,
                controller: None,
                staged: Staged::new(),
                driving: None,
                errors: Errors::default(),
            },
        }
    }

    /// Takes bytes of a peer's carrier. A stop among them is done before anything else in them.
    pub fn receive(&mut self, peer: usize, now: u64, bytes: &[u8], runtime: &mut impl Runtime) {
        let Some(Peer { framer, session }) = self.peers.get_mut(peer) else { return };
        let shared = &mut self.shared;
        // Frames that end from here on lie wholly in these bytes and were looked through for stops.
        let scanned = if framer.is_empty() {
            Some(0)
        } else {
            bytes.iter().position(|byte| *byte == 0).map(|at| at + 1)
        };
        if let Some(start) = scanned {
            for piece in bytes[start..].split_inclusive(|byte| *byte == 0) {
                if let Some(kind) = stop_in(piece) {
                    runtime.stop(Caller { peer, role: session.role }, kind);
                    shared.driving = None;
                }
            }
        }
        for (at, byte) in bytes.iter().enumerate() {
            if framer.push(*byte) {
                match framer.frame() {
                    Err(error) => {
                        shared.errors.count = shared.errors.count.saturating_add(1);
                        shared.errors.last = Some(error);
                    }
                    Ok(frame) if frame.kind == Kind::Stop => {
                        let kind = StopKind::decode(frame.payload).unwrap_or(StopKind::Stop);
                        if scanned.is_none_or(|start| at < start) || frame.payload.len() > 1 {
                            runtime.stop(Caller { peer, role: session.role }, kind);
                            shared.driving = None;
                        }
                        session.stopped = Some((frame.session, frame.seq, kind));
                    }
                    Ok(frame) => shared.frame(peer, session, &frame, now, runtime),
                }
            }
        }
    }

    /// Bytes to send to a peer, as many as `out` takes.
    pub fn transmit(&mut self, peer: usize, now: u64, out: &mut [u8]) -> usize {
        let Some(Peer { session, .. }) = self.peers.get_mut(peer) else { return 0 };
        let shared = &self.shared;
        let settings = &shared.settings;
        session.transmit(
            out,
            &Outgoing {
                now,
                resend: settings.resend,
                beat: settings.beat,
                console_chunk: settings.console_chunk,
                journal: &shared.journal,
                console: &shared.console,
                telemetry: &shared.slots,
                welcome: Welcome {
                    version: PROTOCOL,
                    role: Role::Viewer,
                    boot: settings.boot,
                    event_next: 0,
                    console_next: 0,
                    capabilities: settings.capabilities,
                    proof: None,
                },
                key: settings.key.unwrap_or(&[]),
            },
        )
    }

    /// Does what time asks for: silent peers, uploads and drives.
    pub fn tick(&mut self, now: u64, runtime: &mut impl Runtime) {
        for (index, Peer { session, .. }) in self.peers.iter_mut().enumerate() {
            let silent = now.saturating_sub(session.heard) >= self.shared.settings.session_timeout;
            if session.opening != Opening::Idle && silent {
                self.shared.end(index, session, Left::Silent, now, runtime);
            }
        }
        let shared = &mut self.shared;
        if shared.staged.open && now.saturating_sub(shared.staged.heard) >= shared.settings.upload_timeout {
            shared.staged.open = false;
            runtime.upload_abandon();
        }
        if shared.driving.is_some_and(|at| now.saturating_sub(at) >= shared.settings.drive_timeout) {
            shared.driving = None;
            runtime.drive_lost();
        }
    }

    /// The carrier of a peer closed: its session is over, its half frames are gone.
    pub fn disconnected(&mut self, peer: usize, now: u64, runtime: &mut impl Runtime) {
        let Some(Peer { framer, session }) = self.peers.get_mut(peer) else { return };
        framer.reset();
        session.drop_output();
        self.shared.end(peer, session, Left::Carrier, now, runtime);
    }

    /// Completes the command of a peer that was answered with [`Answer::Later`]. `false`: it waits for none.
    pub fn finish(&mut self, peer: usize, answer: Result<Reply<'_>, Refusal>) -> bool {
        match self.peers.get_mut(peer) {
            Some(Peer { session, .. }) if session.pending => {
                session.answer(answer);
                true
            }
            _ => false,
        }
    }

    /// Tells all peers of an event, each exactly once. Returns its number.
    pub fn event(&mut self, now: u64, kind: &EventKind<'_>) -> Result<u32, WireError> {
        self.shared.journal.push(now as u32, kind)
    }

    /// Console output. Returns how much was taken; less than all means that the controller does not keep up, and the
    /// program has to wait. Viewers never hold it up.
    pub fn console(&mut self, data: &[u8]) -> usize {
        let keep = self
            .shared
            .controller
            .and_then(|(index, _)| self.peers.get(index))
            .map(|peer| peer.session.console_acked);
        self.shared.console.write(data, keep)
    }

    /// New telemetry; replaces what was not sent yet.
    pub fn telemetry(&mut self, telemetry: &Telemetry<'_>) -> Result<(), WireError> {
        let shared = &mut self.shared;
        shared.slots.set(telemetry)?;
        // 0 means nothing yet.
        shared.generation = shared.generation.wrapping_add(1).max(1);
        shared.slots.generations[usize::from(telemetry.topic())] = shared.generation;
        Ok(())
    }

    /// Name of the peer that has control.
    pub fn controller(&self) -> Option<(usize, &str)> {
        self.shared.controller.as_ref().map(|(index, name)| (*index, name.as_str()))
    }

    /// Whether a peer has an open session.
    pub fn is_open(&self, peer: usize) -> bool {
        self.peers.get(peer).is_some_and(|peer| peer.session.opening == Opening::Open)
    }

    /// Frames thrown away so far.
    pub fn errors(&self) -> Errors {
        self.shared.errors
    }
}

/// The stop in the bytes of one frame with its final zero.
fn stop_in(piece: &[u8]) -> Option<StopKind> {
    let mut bytes = [0u8; 16];
    let (zero, stuffed) = piece.split_last()?;
    if *zero != 0 {
        return None;
    }
    let place = bytes.get_mut(..stuffed.len())?;
    place.copy_from_slice(stuffed);
    let length = crate::cobs::decode_in_place(place).ok()?;
    let frame = crate::frame::parse(place.get(..length)?).ok()?;
    let found = frame.kind == Kind::Stop && frame.payload.len() <= 1;
    found.then(|| StopKind::decode(frame.payload).unwrap_or(StopKind::Stop))
}

impl Shared<'_> {
    fn frame(
        &mut self,
        peer: usize,
        session: &mut Session<'_>,
        frame: &Frame<'_>,
        now: u64,
        runtime: &mut impl Runtime,
    ) {
        if session.opening != Opening::Idle && frame.session == session.id {
            session.heard = now;
        }
        match frame.kind {
            Kind::Hello => self.hello(peer, session, frame, now, runtime),
            Kind::Proof => self.proof(peer, session, frame, now, runtime),
            Kind::Command => self.command(peer, session, frame, now, runtime),
            Kind::Flow => self.flow(session, frame),
            Kind::Drive => self.drive(session, frame, now, runtime),
            // Stops were done before; the other kinds are for hosts.
            _ => {}
        }
    }

    fn hello(
        &mut self,
        peer: usize,
        session: &mut Session<'_>,
        frame: &Frame<'_>,
        now: u64,
        runtime: &mut impl Runtime,
    ) {
        let refuse = |refusal| Some((frame.session, frame.seq, refusal));
        let hello = match Hello::decode(frame.payload) {
            Ok(hello) => hello,
            Err(error) => {
                session.refusal = refuse(malformed(&error));
                return;
            }
        };
        if session.keyed && now < session.locked_until {
            session.refusal = refuse(locked(session.locked_until - now));
            return;
        }
        if hello.version_min > PROTOCOL || hello.version_max < PROTOCOL {
            let (low, high) = (hello.version_min, hello.version_max);
            session.refusal = refuse(Refusal::say(
                NakCode::Version,
                u32::from(PROTOCOL),
                format_args!("host speaks {low} to {high}, device {PROTOCOL}"),
            ));
            return;
        }
        if hello.max_payload < MIN_PAYLOAD {
            session.refusal = refuse(Refusal::say(
                NakCode::OutOfRange,
                u32::from(MIN_PAYLOAD),
                format_args!("host takes {} bytes, at least {MIN_PAYLOAD} needed", hello.max_payload),
            ));
            return;
        }
        if session.previous == Some(hello.nonce) {
            // A hello of an earlier session that was long on its way.
            return;
        }
        if session.id == frame.session && session.host_nonce == hello.nonce {
            match session.opening {
                Opening::Open => {
                    session.welcome_due = true;
                    return;
                }
                Opening::Challenged => {
                    session.challenge_due = true;
                    return;
                }
                Opening::Idle => {}
            }
        }
        if session.keyed {
            if session.opening == Opening::Open {
                self.end(peer, session, Left::Reopened, now, runtime);
            }
            session.greet(frame.session, &hello, self.settings.boot, now);
            session.device_nonce = runtime.nonce();
            session.opening = Opening::Challenged;
            session.challenge_due = true;
            return;
        }
        if session.opening != Opening::Idle {
            self.end(peer, session, Left::Reopened, now, runtime);
        }
        session.greet(frame.session, &hello, self.settings.boot, now);
        self.open(peer, session, frame, now);
    }

    fn proof(
        &mut self,
        peer: usize,
        session: &mut Session<'_>,
        frame: &Frame<'_>,
        now: u64,
        runtime: &mut impl Runtime,
    ) {
        if session.keyed && session.opening == Opening::Idle && now < session.locked_until {
            session.refusal = Some((frame.session, frame.seq, locked(session.locked_until - now)));
            return;
        }
        if frame.session != session.id || session.opening == Opening::Idle {
            session.refusal = Some((frame.session, frame.seq, Refusal::new(NakCode::NoSession)));
            return;
        }
        if session.opening == Opening::Open {
            session.welcome_due = true;
            return;
        }
        let right = match (Proof::decode(frame.payload), self.settings.key) {
            (Ok(proof), Some(key)) => auth::check_host(key, &session.transcript(), &proof.mac),
            _ => false,
        };
        if right {
            session.failures = 0;
            self.open(peer, session, frame, now);
            return;
        }
        // Guessing is slow, and a guesser cannot keep the owner out for long: 0.5 s, 1 s, 2 s, 2 s ...
        let wait = 500u64 << session.failures.min(2);
        session.failures = session.failures.saturating_add(1);
        session.locked_until = now + wait;
        session.refusal = Some((frame.session, frame.seq, locked(wait)));
        self.end(peer, session, Left::Closed, now, runtime);
    }

    /// Gives the role asked for and starts the session, or refuses it.
    fn open(&mut self, peer: usize, session: &mut Session<'_>, frame: &Frame<'_>, now: u64) {
        let granted = match (session.asked, self.controller) {
            (Role::Controller, Some((_, owner))) => {
                session.refusal = Some((frame.session, frame.seq, busy(&owner)));
                session.opening = Opening::Idle;
                return;
            }
            (Role::Viewer, _) | (Role::ControllerOrViewer, Some(_)) => Role::Viewer,
            (Role::Controller | Role::ControllerOrViewer, None) => Role::Controller,
        };
        let fresh = if session.history {
            (self.journal.oldest, self.console.oldest)
        } else {
            (self.journal.next, self.console.end)
        };
        let (event, console) = match session.resume {
            Some((event, console)) => {
                let event = if before(self.journal.next, event) { self.journal.next } else { event };
                let console = if before(self.console.end, console) { self.console.end } else { console };
                (event, console)
            }
            None => fresh,
        };
        session.event_start = event;
        session.event_acked = event;
        session.event_sent = event;
        session.console_start = console;
        session.console_acked = console;
        session.console_sent = console;
        session.console_limit = console;
        session.opening = Opening::Open;
        session.role = granted;
        session.welcome_due = true;
        if granted == Role::Controller {
            self.take_control(peer, session.name, now);
        }
    }

    fn take_control(&mut self, peer: usize, name: Line, now: u64) {
        self.controller = Some((peer, name));
        // The journal takes a name of this length whenever it takes anything.
        let _ = self.journal.push(now as u32, &EventKind::Controller { name: name.as_str() });
    }

    fn drop_control(&mut self, peer: usize, now: u64, runtime: &mut impl Runtime) {
        if self.controller.is_some_and(|(index, _)| index == peer) {
            self.controller = None;
            let _ = self.journal.push(now as u32, &EventKind::Controller { name: "" });
            if self.driving.take().is_some() {
                runtime.drive_lost();
            }
            if self.staged.open {
                self.staged.open = false;
                runtime.upload_abandon();
            }
        }
    }

    fn end(
        &mut self,
        peer: usize,
        session: &mut Session<'_>,
        why: Left,
        now: u64,
        runtime: &mut impl Runtime,
    ) {
        let caller = Caller { peer, role: session.role };
        let was_open = session.opening == Opening::Open;
        session.close();
        if was_open {
            self.drop_control(peer, now, runtime);
            runtime.left(caller, why);
        }
    }

    fn flow(&mut self, session: &mut Session<'_>, frame: &Frame<'_>) {
        let Ok(flow) = Flow::decode(frame.payload) else { return };
        if session.opening != Opening::Open
            || frame.session != session.id
            || !newer(frame.seq, session.flow_seq)
        {
            return;
        }
        session.flow_seq = Some(frame.seq);
        // A host cannot have what was never sent.
        let event_ok =
            !before(flow.event_next, session.event_acked) && !before(self.journal.next, flow.event_next);
        if event_ok {
            session.event_acked = flow.event_next;
        }
        let console_ok =
            !before(flow.console_next, session.console_acked) && !before(self.console.end, flow.console_next);
        if console_ok {
            session.console_acked = flow.console_next;
        }
        // Older than that is gone and takes nothing of the window.
        session.console_limit = session.console_acked.wrapping_add(u32::from(flow.window));
    }

    fn drive(&mut self, session: &mut Session<'_>, frame: &Frame<'_>, now: u64, runtime: &mut impl Runtime) {
        let Ok(drive) = Drive::decode(frame.payload) else { return };
        let allowed = session.opening == Opening::Open && session.role == Role::Controller;
        if !allowed || frame.session != session.id || !newer(frame.seq, session.drive_seq) {
            return;
        }
        session.drive_seq = Some(frame.seq);
        self.driving = (drive.speed != 0 || drive.turn != 0).then_some(now);
        runtime.drive(drive);
    }

    fn command(
        &mut self,
        peer: usize,
        session: &mut Session<'_>,
        frame: &Frame<'_>,
        now: u64,
        runtime: &mut impl Runtime,
    ) {
        if session.opening != Opening::Open || frame.session != session.id {
            let code = if session.keyed && session.opening != Opening::Open {
                NakCode::AuthRequired
            } else {
                NakCode::NoSession
            };
            session.refusal = Some((frame.session, frame.seq, Refusal::new(code)));
            return;
        }
        if frame.seq == session.last_seq {
            if !session.pending {
                session.answer_again();
            }
            return;
        }
        if !newer(frame.seq, Some(session.last_seq)) {
            return;
        }
        session.last_seq = frame.seq;
        let command = match Command::decode(frame.payload) {
            Ok(command) => command,
            Err(error) => return session.answer(Err(malformed(&error))),
        };
        let caller = Caller { peer, role: session.role };
        if session.role != Role::Controller && !command.is_for_viewers() {
            let text = match self.controller {
                Some((_, owner)) => {
                    Refusal::say(NakCode::NotController, 0, format_args!("{owner} has control"))
                }
                None => Refusal::say(
                    NakCode::NotController,
                    0,
                    format_args!("viewers only watch; ask for control first"),
                ),
            };
            return session.answer(Err(text));
        }
        let answer = match command {
            Command::UploadBegin(begin) => self.upload_begin(caller, &begin, now, runtime).map(Reply::Offset),
            Command::UploadChunk { offset, data } => {
                self.upload_chunk(offset, data, now, runtime).map(Reply::Offset)
            }
            Command::UploadCommit { size, crc } => match self.staged.commit(size, crc) {
                Ok(()) => return reply(session, runtime.upload_commit(caller)),
                Err(refusal) => Err(refusal),
            },
            Command::UploadAbort => {
                self.staged.forget();
                runtime.upload_abandon();
                Ok(Reply::Done)
            }
            Command::Capabilities => Ok(Reply::Capabilities(self.settings.capabilities)),
            Command::Ping { number } => Ok(Reply::Pong(number)),
            Command::Subscribe { topics, period } => {
                session.topics = topics;
                session.period = period;
                Ok(Reply::Done)
            }
            Command::Role(role) => self.role(peer, session, role, now, runtime).map(Reply::Role),
            Command::Close => {
                session.answer(Ok(Reply::Done));
                return self.end(peer, session, Left::Closed, now, runtime);
            }
            _ => return reply(session, runtime.command(caller, &command)),
        };
        session.answer(answer);
    }

    fn role(
        &mut self,
        peer: usize,
        session: &mut Session<'_>,
        role: Role,
        now: u64,
        runtime: &mut impl Runtime,
    ) -> Result<Role, Refusal> {
        match (role, session.role, self.controller) {
            (Role::Viewer, Role::Controller, _) => {
                self.drop_control(peer, now, runtime);
                session.role = Role::Viewer;
            }
            (Role::Controller, Role::Viewer, Some((_, owner))) => return Err(busy(&owner)),
            (Role::Controller | Role::ControllerOrViewer, Role::Viewer, None) => {
                session.role = Role::Controller;
                self.take_control(peer, session.name, now);
            }
            _ => {}
        }
        Ok(session.role)
    }

    fn upload_begin(
        &mut self,
        caller: Caller,
        begin: &UploadBegin<'_>,
        now: u64,
        runtime: &mut impl Runtime,
    ) -> Result<u32, Refusal> {
        let resume = self.staged.plan(begin, &self.settings.capabilities)?;
        runtime.upload_begin(caller, begin, resume)?;
        self.staged.begin(begin, resume, now);
        Ok(resume)
    }

    fn upload_chunk(
        &mut self,
        offset: u32,
        data: &[u8],
        now: u64,
        runtime: &mut impl Runtime,
    ) -> Result<u32, Refusal> {
        let next = self.staged.accepts(offset, data, &self.settings.capabilities)?;
        self.staged.heard = now;
        if !next {
            return Ok(self.staged.next());
        }
        runtime.upload_chunk(offset, data)?;
        Ok(self.staged.stored(data))
    }
}

fn reply(session: &mut Session<'_>, answer: Answer<'_>) {
    match answer {
        Answer::Ack(reply) => session.answer(Ok(reply)),
        Answer::Nak(refusal) => session.answer(Err(refusal)),
        Answer::Later => session.pending = true,
    }
}

fn malformed(error: &WireError) -> Refusal {
    Refusal::say(NakCode::Malformed, u32::try_from(error.at).unwrap_or(u32::MAX), format_args!("{error}"))
}

fn busy(owner: &Line) -> Refusal {
    Refusal::say(NakCode::ControllerBusy, 0, format_args!("busy, {owner} has control"))
}

fn locked(wait: u64) -> Refusal {
    Refusal::say(
        NakCode::AuthFailed,
        u32::try_from(wait).unwrap_or(u32::MAX),
        format_args!("authentication failed"),
    )
}
