//! The prompt of a simulated device: a terminal of its own with Python, its files in flash, for people, `mpremote` and Thonny.

use super::flash::HostFlash;
use hognose::{Control, Engine, FoundModule, Host};
use hognose_device::flash::SECTOR;
use hognose_files::{Files, FlashFiles, Open, Tree};
use hognose_prompt::{Buffers, Prompt, State};
use hognose_vm::vm::File as Request;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::any::Any;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime};

/// Bytes of the flash for files.
const FLASH: usize = 1 << 20;
/// Words of the engine's block: 1 MB.
const BLOCK: usize = 1 << 17;
/// Bytes of the longest program that is typed or sent.
const TEXT: usize = 64 * 1024;
/// Instructions between two looks at the terminal.
const FUEL: u64 = 100_000;
/// How long nobody may read before output is dropped.
const PATIENCE: Duration = Duration::from_secs(2);
/// Longest wait for bytes.
const TICK: Duration = Duration::from_millis(20);
const CTRL_C: u8 = 3;
/// Run when the device starts, as on other devices with MicroPython's prompt; for tools only the first.
const BOOT: &str = "/boot.py";
const MAIN: &str = "/main.py";

/// Requests to the engine.
static CONTROL: Control = Control::new();

/// What the engine sees of the device.
struct Board {
    terminal: File,
    /// Bytes that came while code ran.
    ahead: Vec<u8>,
    files: Tree<FlashFiles<HostFlash>>,
    start: Instant,
    /// Nobody reads: output is dropped until somebody does.
    deaf: bool,
}

/// Files of a device with that store; in memory without one.
///
/// # Errors
/// A message.
fn files(store: Option<&Path>) -> Result<FlashFiles<HostFlash>, String> {
    let flash = match store {
        Some(folder) => HostFlash::in_folder(&folder.join("files"), FLASH / SECTOR)?,
        None => HostFlash::in_memory(FLASH / SECTOR),
    };
    FlashFiles::mount(flash).map_err(|error| format!("the files of the device cannot be used: {error}"))
}

impl Board {
    fn ready(&self, flags: PollFlags, wait: Duration) -> bool {
        let time = Timespec { tv_sec: wait.as_secs() as i64, tv_nsec: wait.subsec_nanos().into() };
        let mut fds = [PollFd::new(&self.terminal, flags)];
        matches!(poll(&mut fds, Some(&time)), Ok(n) if n > 0) && fds[0].revents().contains(flags)
    }

    /// Takes what came, after at most that wait. Ctrl-C is told to the engine when code runs.
    fn listen(&mut self, wait: Duration) {
        if self.ready(PollFlags::IN, wait) {
            let mut bytes = [0; 4096];
            if let Ok(n) = self.terminal.read(&mut bytes) {
                self.ahead.extend_from_slice(&bytes[..n]);
            }
        }
    }

    /// Was Ctrl-C typed while code waits?
    fn interrupted(&mut self) -> bool {
        let last = self.ahead.iter().rposition(|&byte| byte == CTRL_C);
        if let Some(last) = last {
            self.ahead.drain(..=last);
            CONTROL.interrupt();
        }
        last.is_some()
    }
}

impl Host for Board {
    fn write(&mut self, _: u8, bytes: &[u8]) {
        let mut cooked = Vec::with_capacity(bytes.len() + 8);
        for &byte in bytes {
            if byte == b'\n' {
                cooked.push(b'\r');
            }
            cooked.push(byte);
        }
        // Pieces that a terminal always takes when it takes anything.
        for piece in cooked.chunks(256) {
            let wait = if self.deaf { Duration::ZERO } else { PATIENCE };
            self.deaf = !self.ready(PollFlags::OUT, wait) || self.terminal.write_all(piece).is_err();
        }
    }

    fn is_terminal(&mut self, _: u8) -> bool {
        true
    }

    fn state(&mut self) -> Option<&mut dyn Any> {
        Some(self)
    }

    fn find_module(
        &mut self,
        name: &str,
        folder: Option<&str>,
        put: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Option<FoundModule> {
        self.files.find_module(name, folder, put)
    }

    fn read_line(&mut self, put: &mut dyn FnMut(&[u8]) -> bool) -> bool {
        let mut line = Vec::new();
        loop {
            if self.interrupted() {
                return false;
            }
            if self.ahead.is_empty() {
                self.listen(TICK);
                continue;
            }
            match self.ahead.remove(0) {
                4 if line.is_empty() => return false,
                b'\r' | b'\n' => {
                    self.write(1, b"\n");
                    line.push(b'\n');
                    return put(&line);
                }
                8 | 127 => {
                    if line.pop().is_some() {
                        self.write(1, b"\x08 \x08");
                    }
                }
                byte => {
                    line.push(byte);
                    self.write(1, &[byte]);
                }
            }
        }
    }

    fn clock(&mut self) -> Option<u64> {
        SystemTime::UNIX_EPOCH.elapsed().ok().and_then(|time| time.as_nanos().try_into().ok())
    }

    fn monotonic(&mut self) -> Option<u64> {
        self.start.elapsed().as_nanos().try_into().ok()
    }

    fn sleep(&mut self, nanoseconds: u64) -> bool {
        let start = Instant::now();
        let time = Duration::from_nanos(nanoseconds);
        while !self.interrupted() {
            let left = time.saturating_sub(start.elapsed());
            if left.is_zero() {
                break;
            }
            self.listen(left.min(TICK));
        }
        true
    }

    fn file(&mut self, request: Request<'_>) -> Result<u64, u16> {
        self.files.request(request)
    }
}

fn board<'e>(engine: &'e mut Engine<'_>) -> Option<&'e mut Board> {
    engine.vm().host()?.state()?.downcast_mut()
}

/// A whole file, when it is there.
fn contents(board: &mut Board, path: &str) -> Option<Vec<u8>> {
    let files = board.files.files();
    let file = files.open(path, Open::READ).ok()?;
    let mut bytes = vec![0; usize::try_from(files.size(file).ok()?).ok()?];
    let n = files.read(file, &mut bytes).ok()?;
    bytes.truncate(n);
    files.close(file).ok()?;
    Some(bytes)
}

/// Starts, or starts again after a soft reset: with the program of the device, if it has one.
fn begin(engine: &mut Engine<'_>, prompt: &mut Prompt<'_>, path: &str) {
    let program = board(engine).and_then(|board| {
        board.files.reset();
        contents(board, path)
    });
    if let Some(program) = program {
        if engine.load_source_bytes(&program, path).is_err() {
            engine.report();
            engine.stop();
        }
    }
    prompt.begin(engine);
}

/// Serves the prompt on a terminal until `stop`.
///
/// # Errors
/// A message: its files cannot be used.
pub fn start(
    terminal: File,
    store: Option<&Path>,
    stop: &'static AtomicBool,
) -> Result<std::thread::JoinHandle<()>, String> {
    let files = Tree::new(files(store)?);
    let start = Instant::now();
    let board = Board { terminal, ahead: Vec::new(), files, start, deaf: false };
    Ok(std::thread::spawn(move || serve(board, stop)))
}

fn serve(mut own: Board, stop: &AtomicBool) {
    let mut block = vec![0; BLOCK];
    // The block is large enough for an engine.
    let Ok(mut engine) = Engine::new(&mut block) else { return };
    engine.set_host(&mut own);
    engine.set_control(&CONTROL);
    let (mut text, mut history, mut tree) = (vec![0; TEXT], vec![0; 4096], vec![0; 1 << 14]);
    let buffers = Buffers { text: &mut text, history: &mut history, tree: &mut tree };
    let banner = concat!("Hognose ", env!("CARGO_PKG_VERSION"), ": Python 3.11 on a simulated device\n");
    let mut prompt = Prompt::new(buffers, banner);
    begin(&mut engine, &mut prompt, MAIN);
    let mut state = State::Busy;
    while !stop.load(Ordering::Relaxed) {
        if let Some(board) = board(&mut engine) {
            board.listen(if state == State::Idle { TICK } else { Duration::ZERO });
            let n = prompt.receive(&board.ahead);
            board.ahead.drain(..n);
        }
        state = prompt.step(&mut engine, &CONTROL, FUEL);
        match state {
            State::Reset => begin(&mut engine, &mut prompt, BOOT),
            State::Left(_) => {
                engine.vm().write(1, b"MPY: soft reboot\n");
                begin(&mut engine, &mut prompt, MAIN);
            }
            // Nothing that it offers is answered later.
            State::Waiting => engine.stop(),
            State::Idle | State::Busy => {}
        }
    }
    engine.flush_files();
    if let Some(board) = board(&mut engine) {
        board.files.reset();
    }
}
