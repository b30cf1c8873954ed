//! A session with a device: commands with answers in time, and everything it tells by itself.

use super::carrier::{self, Carrier, plain};
use super::target::Target;
use super::{Problem, REFUSED};
use hognose_link::client::Waited;
use hognose_link::frame::{MAX_FRAME, MAX_PAYLOAD};
use hognose_link::{
    Client, Command, EventKind, Nak, NakCode, Notice, Options, Reading, Reply, Resume, Role, SlotInfo, State,
    Status, StopKind, StopReason, Telemetry,
};
use std::collections::VecDeque;
use std::io::ErrorKind;
use std::time::{Duration, Instant};

/// Longest time between two looks at the clock.
const TICK: Duration = Duration::from_millis(10);
/// How this command calls itself.
const NAME: &str = "hognose";

/// What to ask for when a session begins.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// To command, or only to watch?
    pub role: Role,
    /// Events and output from before too?
    pub history: bool,
}

impl Asked {
    /// To command.
    pub const CONTROL: Asked = Asked { role: Role::Controller, history: false };
    /// Only to watch.
    pub const VIEW: Asked = Asked { role: Role::Viewer, history: false };
}

/// What the device says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// Its name.
    pub name: String,
    /// What runs on it.
    pub firmware: String,
    /// Bytes of a chunk.
    pub max_chunk: u16,
    /// Bytes of a program.
    pub max_program: u32,
    /// Programs that it holds.
    pub slots: u8,
    /// Parts that programs may be granted.
    pub grants: u32,
    /// Bytes of memory for programs.
    pub memory: u32,
}

/// A program on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Does it start by itself?
    pub autostart: bool,
    /// Bytes of its image.
    pub size: u32,
    /// Checksum of its image.
    pub crc: u32,
    /// Its name.
    pub name: String,
}

/// The answer to a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Done.
    Done,
    /// The next byte that is expected.
    Offset(u32),
    /// How it is.
    Status(Status),
    /// What is in a slot.
    Slot(Slot),
    /// The value of a setting.
    Setting(i32),
    /// The number that was sent.
    Pong(u32),
    /// Something else.
    Other,
}

impl From<Reply<'_>> for Answer {
    fn from(reply: Reply<'_>) -> Answer {
        match reply {
            Reply::Done => Answer::Done,
            Reply::Offset(offset) => Answer::Offset(offset),
            Reply::Status(status) => Answer::Status(status),
            Reply::Slot(SlotInfo { autostart, size, crc, name, .. }) => {
                Answer::Slot(Slot { autostart, size, crc, name: name.to_owned() })
            }
            Reply::Setting(value) => Answer::Setting(value),
            Reply::Pong(number) => Answer::Pong(number),
            Reply::Capabilities(_) | Reply::Role(_) | Reply::Data(_) => Answer::Other,
        }
    }
}

/// Why a command was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// As a code.
    pub code: NakCode,
    /// What was allowed.
    pub value: u32,
    /// In words.
    pub text: String,
}

impl From<Nak<'_>> for Refused {
    fn from(nak: Nak<'_>) -> Refused {
        Refused { code: nak.code, value: nak.value, text: nak.text.to_owned() }
    }
}

/// An error of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Checksum of the program.
    pub program: u32,
    /// Line, from 1; 0: unknown.
    pub line: u32,
    /// Column, from 1; 0: unknown.
    pub column: u16,
    /// Class of the error.
    pub error: String,
    /// Its message.
    pub message: String,
}

/// What a device tells by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// The program is in another state.
    State(State, State, StopReason),
    /// The program failed.
    Failed(Failure),
    /// Something else that happened.
    Event(String),
    /// Events were lost before the next one.
    Lost(u32),
    /// Output of the program, and how much before it was lost.
    Console(Vec<u8>, u32),
    /// How it is.
    Status(Status),
    /// Where it is and what it senses.
    Reading(Reading),
}

/// A session.
pub struct Link {
    target: Target,
    wait: Duration,
    carrier: Box<dyn Carrier>,
    client: Client<'static>,
    since: Instant,
    /// Bytes that the carrier did not take yet.
    out: Vec<u8>,
    out_at: usize,
    told: VecDeque<Told>,
    answer: Option<(u16, Result<Answer, Refused>)>,
    stopped: Option<u16>,
    opened: Option<Device>,
    trouble: Option<Problem>,
}

/// Memory that lives as long as the command: it opens one session.
fn forever(size: usize) -> &'static mut [u8] {
    Box::leak(vec![0; size].into_boxed_slice())
}

impl Link {
    /// Opens a session.
    ///
    /// # Errors
    /// Nobody is there, or it says no.
    pub fn open(target: Target, key: Option<Vec<u8>>, wait: Duration, asked: Asked) -> Result<Link, Problem> {
        let mut link = Link::connect(target, key, wait, asked)?;
        link.greet(Resume::default())?;
        Ok(link)
    }

    /// Opens the carrier, without a session: enough for a stop.
    ///
    /// # Errors
    /// Nobody is there.
    pub fn connect(
        target: Target,
        key: Option<Vec<u8>>,
        wait: Duration,
        asked: Asked,
    ) -> Result<Link, Problem> {
        let carrier = carrier::open(&target, wait).map_err(Problem::no_answer)?;
        let options = Options {
            key: key.map(|key| &*Box::leak(key.into_boxed_slice())),
            history: asked.history,
            deadline: wait.as_millis() as u64,
            silence: wait.as_millis().max(3000) as u64,
            window: 4096,
            ..Options::new(NAME, asked.role)
        };
        let client = Client::new(options, forever(MAX_FRAME), forever(MAX_FRAME), forever(MAX_PAYLOAD));
        Ok(Link {
            target,
            wait,
            carrier,
            client,
            since: Instant::now(),
            out: Vec::new(),
            out_at: 0,
            told: VecDeque::new(),
            answer: None,
            stopped: None,
            opened: None,
            trouble: None,
        })
    }

    fn greet(&mut self, resume: Resume) -> Result<(), Problem> {
        let mut nonce = [0; 16];
        getrandom::fill(&mut nonce)
            .map_err(|_| Problem::no_answer("this computer gives no random numbers"))?;
        let now = self.now();
        self.client.open(now, nonce, resume);
        while !self.client.is_open() {
            self.pump(TICK)?;
        }
        Ok(())
    }

    /// After the carrier broke: another one, where the session goes on.
    ///
    /// # Errors
    /// Nobody is there, or it says no.
    pub fn again(&mut self) -> Result<(), Problem> {
        self.client.disconnected();
        self.trouble = None;
        self.answer = None;
        (self.out_at, self.out) = (0, Vec::new());
        self.carrier = carrier::open(&self.target, self.wait).map_err(Problem::no_answer)?;
        let resume = self.client.resume();
        self.greet(resume)
    }

    fn now(&self) -> u64 {
        self.since.elapsed().as_millis() as u64
    }

    /// The device at the other end.
    pub fn device(&self) -> Option<&Device> {
        self.opened.as_ref()
    }

    /// What it told and nobody took yet.
    pub fn told(&mut self) -> Option<Told> {
        self.told.pop_front()
    }

    /// Sends what there is to send, waits for bytes at most that long, and takes them.
    ///
    /// # Errors
    /// The session is over.
    pub fn pump(&mut self, time: Duration) -> Result<(), Problem> {
        self.send()?;
        let mut bytes = [0; 4096];
        let mut waited = false;
        loop {
            match self.carrier.read(&mut bytes) {
                Ok(0) => {
                    return Err(self.trouble.take().unwrap_or_else(|| {
                        Problem::no_answer(format!("the device at {} closed the connection", self.target))
                    }));
                }
                Ok(count) => {
                    self.take(&bytes[..count]);
                    waited = true;
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {
                    if waited {
                        break;
                    }
                    waited = true;
                    let full = self.out_at < self.out.len();
                    carrier::wait_for(
                        &[self.carrier.fd()],
                        if full { Duration::from_millis(1) } else { time },
                    );
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => {
                    let text = format!("the connection to {} broke: {}", self.target, plain(&error));
                    return Err(self.trouble.take().unwrap_or_else(|| Problem::no_answer(text)));
                }
            }
        }
        while let Some(notice) = self.client.tick(self.since.elapsed().as_millis() as u64) {
            self.trouble = trouble(&notice, &self.target, self.wait).or(self.trouble.take());
        }
        self.send()?;
        self.trouble.take().map_or(Ok(()), Err)
    }

    fn send(&mut self) -> Result<(), Problem> {
        loop {
            if self.out_at == self.out.len() {
                let mut bytes = [0; 1024];
                let count = self.client.transmit(self.since.elapsed().as_millis() as u64, &mut bytes);
                self.out = bytes[..count].to_vec();
                self.out_at = 0;
            }
            match self.carrier.write(&self.out[self.out_at..]) {
                Ok(count) => self.out_at += count,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                // Its last words may still be there to read.
                Err(_) => return Ok(()),
            }
            if self.out.is_empty() {
                return Ok(());
            }
        }
    }

    fn take(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            let now = self.since.elapsed().as_millis() as u64;
            let (used, notice) = self.client.receive(now, bytes);
            bytes = &bytes[used..];
            let Some(notice) = notice else { continue };
            match notice {
                Notice::Opened { welcome, .. } => {
                    let device = welcome.capabilities;
                    self.opened = Some(Device {
                        name: device.name.to_owned(),
                        firmware: device.firmware.to_owned(),
                        max_chunk: device.max_chunk,
                        max_program: device.max_program,
                        slots: device.slots,
                        grants: device.grants,
                        memory: device.memory,
                    });
                }
                Notice::Acked { seq, reply } => self.answer = Some((seq, Ok(reply.into()))),
                Notice::Nacked { seq, nak } => self.answer = Some((seq, Err(nak.into()))),
                Notice::Stopped { seq } => self.stopped = Some(seq),
                Notice::Event { event, lost } => {
                    if lost > 0 {
                        self.told.push_back(Told::Lost(lost));
                    }
                    self.told.push_back(told(&event.kind));
                }
                Notice::Console { data, lost } => self.told.push_back(Told::Console(data.to_vec(), lost)),
                Notice::Telemetry(Telemetry::Status(status)) => self.told.push_back(Told::Status(status)),
                Notice::Telemetry(Telemetry::Reading(reading)) => self.told.push_back(Told::Reading(reading)),
                other => {
                    self.trouble = trouble(&other, &self.target, self.wait).or(self.trouble.take());
                }
            }
        }
    }

    /// Sends a command and waits for its answer.
    ///
    /// # Errors
    /// No answer in time, or the session is over.
    pub fn ask(&mut self, command: &Command<'_>) -> Result<Result<Answer, Refused>, Problem> {
        let now = self.now();
        let seq = self
            .client
            .command(now, command)
            .map_err(|error| Problem { message: error.to_string(), status: REFUSED })?;
        loop {
            self.pump(TICK)?;
            if let Some((_, answer)) = self.answer.take_if(|(answered, _)| *answered == seq) {
                return Ok(answer);
            }
        }
    }

    /// Sends a command that should not be refused.
    ///
    /// # Errors
    /// It was refused, or there was no answer in time.
    pub fn order(&mut self, command: &Command<'_>) -> Result<Answer, Problem> {
        self.ask(command)?.map_err(|refused| Problem::refused(refused.text))
    }

    /// Drives: again and again, or the device stops.
    ///
    /// # Errors
    /// There is no session.
    pub fn drive(&mut self, speed: i16, turn: i16) -> Result<(), Problem> {
        let drive = hognose_link::Drive { speed, turn };
        self.client.drive(drive).map_err(|error| Problem::no_answer(error.to_string()))
    }

    /// Stops whatever runs, with or without a session.
    ///
    /// # Errors
    /// No answer in time.
    pub fn stop(&mut self, kind: StopKind) -> Result<(), Problem> {
        let now = self.now();
        let seq = self.client.stop(now, kind);
        loop {
            self.pump(TICK)?;
            if self.stopped == Some(seq) {
                return Ok(());
            }
        }
    }

    /// Ends the session, so that another controller need not wait for it.
    pub fn close(mut self) {
        let _ = self.ask(&Command::Close);
    }
}

/// What of a notice ends the session.
fn trouble(notice: &Notice<'_>, target: &Target, wait: Duration) -> Option<Problem> {
    let seconds = wait.as_secs_f64();
    Some(match notice {
        Notice::Refused(nak) if nak.code == NakCode::AuthFailed => Problem::refused(format!(
            "the device at {target} refuses the key ({}); give the right one with --key or HOGNOSE_KEY",
            nak.text
        )),
        Notice::Refused(nak) => Problem::refused(format!("the device at {target} says: {}", nak.text)),
        Notice::Impostor => Problem::refused(format!(
            "the device at {target} does not prove that it knows the key: it is not the one meant, or the key is wrong"
        )),
        Notice::SessionLost => {
            Problem::no_answer(format!("the device at {target} has forgotten the session; did it restart?"))
        }
        Notice::Silent => Problem::no_answer(format!("the device at {target} has fallen silent")),
        Notice::TimedOut(Waited::Opening) => Problem::no_answer(format!(
            "no answer from {target} in {seconds} s: is it a Hognose device, and on?"
        )),
        Notice::TimedOut(_) => Problem::no_answer(format!("no answer from {target} in {seconds} s")),
        _ => return None,
    })
}

fn told(event: &EventKind<'_>) -> Told {
    Told::Event(match *event {
        EventKind::State { from, to, reason } => return Told::State(from, to, reason),
        EventKind::Failed { program, line, column, error, message, .. } => {
            let (error, message) = (error.to_owned(), message.to_owned());
            return Told::Failed(Failure { program, line, column, error, message });
        }
        EventKind::Uploaded { slot, size, .. } => format!("program of {size} bytes stored in slot {slot}"),
        EventKind::Deleted { slot } => format!("program in slot {slot} deleted"),
        EventKind::Controller { name: "" } => "nobody has control".to_owned(),
        EventKind::Controller { name } => format!("{name} has control"),
        EventKind::Button { button, pressed } => {
            let name = if button == 0 { "left" } else { "right" };
            format!("{name} button {}", if pressed { "pressed" } else { "released" })
        }
        EventKind::Battery { level } => format!("battery {level} %"),
        EventKind::Stall { actuator } => {
            format!("{} wheel blocked", if actuator == 0 { "left" } else { "right" })
        }
        EventKind::Warning { text } => format!("warning: {text}"),
        EventKind::Custom { id, .. } => format!("event {id}"),
    })
}
