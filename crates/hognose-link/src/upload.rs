//! An upload, seen from both ends: the device's order of chunks, and the host's [`Sender`].

use crate::crc::{Crc32, crc32};
use crate::message::{Capabilities, Command, Nak, NakCode, Refusal, Reply, UploadBegin};

/// The device's side: what is staged, and what may come next.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Staged {
    /// The host is at it.
    pub open: bool,
    /// There is a half program to go on with.
    resumable: bool,
    slot: u8,
    size: u32,
    crc: u32,
    next: u32,
    sum: Crc32,
    /// When the last message of the upload came.
    pub heard: u64,
}

impl Staged {
    pub const fn new() -> Self {
        Self { open: false, resumable: false, slot: 0, size: 0, crc: 0, next: 0, sum: Crc32::new(), heard: 0 }
    }

    /// Checks an announcement and says where to go on.
    pub fn plan(&self, begin: &UploadBegin<'_>, device: &Capabilities<'_>) -> Result<u32, Refusal> {
        if begin.size > device.max_program {
            let (size, limit) = (begin.size, device.max_program);
            return Err(Refusal::say(
                NakCode::TooLarge,
                limit,
                format_args!("program is {size} bytes, this device takes {limit}"),
            ));
        }
        if begin.size == 0 {
            return Err(Refusal::say(NakCode::BadImage, 0, format_args!("program is empty")));
        }
        if begin.slot >= device.slots {
            let last = device.slots.saturating_sub(1);
            return Err(Refusal::say(
                NakCode::OutOfRange,
                u32::from(last),
                format_args!("slot {}, this device has 0 to {last}", begin.slot),
            ));
        }
        let same = self.slot == begin.slot && self.size == begin.size && self.crc == begin.crc;
        Ok(if self.resumable && same { self.next } else { 0 })
    }

    pub fn begin(&mut self, begin: &UploadBegin<'_>, at: u32, now: u64) {
        if at == 0 {
            self.sum = Crc32::new();
        }
        *self = Self {
            open: true,
            resumable: true,
            slot: begin.slot,
            size: begin.size,
            crc: begin.crc,
            next: at,
            sum: self.sum,
            heard: now,
        };
    }

    /// Checks a chunk: `true`, it is the next; `false`, it was there already.
    pub fn accepts(&self, offset: u32, data: &[u8], device: &Capabilities<'_>) -> Result<bool, Refusal> {
        if !self.open {
            return Err(Refusal::new(NakCode::NoUpload));
        }
        let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
        let limit = u32::from(device.max_chunk);
        if length > limit {
            return Err(Refusal::say(
                NakCode::TooLarge,
                limit,
                format_args!("chunk is {length} bytes, this device takes {limit}"),
            ));
        }
        let end = offset.saturating_add(length);
        if end > self.size {
            return Err(Refusal::say(
                NakCode::TooLarge,
                self.size,
                format_args!("chunk ends at {end}, the program at {}", self.size),
            ));
        }
        if offset == self.next {
            return Ok(true);
        }
        if end <= self.next {
            return Ok(false);
        }
        Err(Refusal::say(
            NakCode::WrongOffset,
            self.next,
            format_args!("chunk at {offset}, expected at {}", self.next),
        ))
    }

    /// A chunk was stored. Returns the next offset.
    pub fn stored(&mut self, data: &[u8]) -> u32 {
        self.sum.update(data);
        self.next = self.next.saturating_add(u32::try_from(data.len()).unwrap_or(u32::MAX));
        self.next
    }

    pub const fn next(&self) -> u32 {
        self.next
    }

    /// Checks the end of an upload; whatever comes out, the upload is over unless bytes are missing.
    pub fn commit(&mut self, size: u32, crc: u32) -> Result<(), Refusal> {
        if !self.open {
            return Err(Refusal::new(NakCode::NoUpload));
        }
        if size != self.size || self.next != self.size {
            return Err(Refusal::say(
                NakCode::WrongOffset,
                self.next,
                format_args!("{} of {} bytes are here, commit says {size}", self.next, self.size),
            ));
        }
        let got = self.sum.value();
        self.forget();
        if crc != self.crc || crc != got {
            return Err(Refusal::say(
                NakCode::BadChecksum,
                got,
                format_args!("checksum {got:#010x}, commit says {crc:#010x}"),
            ));
        }
        Ok(())
    }

    /// Nothing is staged any more.
    pub fn forget(&mut self) {
        self.open = false;
        self.resumable = false;
    }
}

/// The host's side: gives the commands of an upload one after the other, and goes on where the device says.
#[derive(Debug, Clone)]
pub struct Sender<'i> {
    image: &'i [u8],
    begin: UploadBegin<'i>,
    chunk: usize,
    stage: Stage,
    restarts: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Begin,
    Chunk(usize),
    Commit,
    Done,
    Failed(NakCode),
}

impl<'i> Sender<'i> {
    /// How often a lost upload is begun again.
    pub const RESTARTS: u8 = 8;

    /// Sends `image` in chunks of at most `chunk` bytes; size and checksum in `begin` are set here.
    pub fn new(image: &'i [u8], begin: UploadBegin<'i>, chunk: usize) -> Self {
        let size = u32::try_from(image.len()).unwrap_or(u32::MAX);
        let begin = UploadBegin { size, crc: crc32(image), ..begin };
        Self { image, begin, chunk: chunk.max(1), stage: Stage::Begin, restarts: 0 }
    }

    /// The command to send next; `None` when done or failed.
    pub fn command(&self) -> Option<Command<'i>> {
        match self.stage {
            Stage::Begin => Some(Command::UploadBegin(self.begin)),
            Stage::Chunk(at) => {
                let end = self.image.len().min(at.saturating_add(self.chunk));
                let data = self.image.get(at..end).unwrap_or(&[]);
                Some(Command::UploadChunk { offset: at as u32, data })
            }
            Stage::Commit => Some(Command::UploadCommit { size: self.begin.size, crc: self.begin.crc }),
            Stage::Done | Stage::Failed(_) => None,
        }
    }

    fn go_to(&mut self, offset: u32) {
        let at = (offset as usize).min(self.image.len());
        self.stage = if at == self.image.len() { Stage::Commit } else { Stage::Chunk(at) };
    }

    /// The command was acked.
    pub fn acked(&mut self, reply: &Reply<'_>) {
        match (self.stage, reply) {
            (Stage::Begin | Stage::Chunk(_), Reply::Offset(offset)) => self.go_to(*offset),
            (Stage::Commit, _) => self.stage = Stage::Done,
            _ => {}
        }
    }

    /// The command was refused. `true`: go on with [`Self::command`]; `false`: the upload failed.
    pub fn nacked(&mut self, nak: &Nak<'_>) -> bool {
        match (self.stage, nak.code) {
            (Stage::Chunk(_) | Stage::Commit, NakCode::WrongOffset) if self.again() => self.go_to(nak.value),
            (Stage::Chunk(_) | Stage::Commit, NakCode::NoUpload) if self.again() => self.stage = Stage::Begin,
            (_, code) => self.stage = Stage::Failed(code),
        }
        self.command().is_some()
    }

    fn again(&mut self) -> bool {
        self.restarts = self.restarts.saturating_add(1);
        self.restarts <= Self::RESTARTS
    }

    /// The session was lost and another is open: begin again; the device says where to go on.
    pub fn reconnected(&mut self) {
        if self.command().is_some() {
            self.stage = Stage::Begin;
        }
    }

    /// The device has verified and committed the program.
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// Why it failed.
    pub fn failure(&self) -> Option<NakCode> {
        if let Stage::Failed(code) = self.stage { Some(code) } else { None }
    }

    /// Bytes the device has, and all bytes.
    pub fn progress(&self) -> (usize, usize) {
        let sent = match self.stage {
            Stage::Begin | Stage::Failed(_) => 0,
            Stage::Chunk(at) => at,
            Stage::Commit | Stage::Done => self.image.len(),
        };
        (sent, self.image.len())
    }
}
