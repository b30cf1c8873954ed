//! A program's host: its output, clocks, files and modules are those of the computer.

use crate::computer::{Computer, Shared};
use crate::handles::Path;
use crate::part::{Disk, key};
use crate::vibe::Vibe;
use crate::wait::Wait;
use core::any::{Any, TypeId};
use hognose::{Control, FoundModule, Host};
use hognose_vm::vm::{File, NO_FILES};

/// Bytes read from a file at a time.
const PIECE: usize = 1024;
/// Longest line of `input()`, bytes.
const LINE: usize = 255;
/// Milliseconds between two looks at the keyboard.
const LOOK: u32 = 10;
/// Files that a program may have open.
const FILES: usize = 256;
/// More than those: a number of module `errno`.
const TOO_MANY: u16 = 24;

/// A program's host.
pub struct Program {
    /// What the program has of the computer.
    pub vibe: Vibe,
    /// Where its modules stand.
    pub folder: Path,
    /// Requests to the program: Ctrl-C while it reads a line.
    pub control: &'static Control,
    /// Handles of its open files, in no order; 0 for none.
    files: [u64; FILES],
}

impl Program {
    /// For process `pid`, with modules in that folder.
    pub fn new(computer: Shared, pid: i32, folder: &str, control: &'static Control) -> Program {
        Program {
            vibe: Vibe::new(computer, pid),
            folder: Path::new(folder).unwrap_or_default(),
            control,
            files: [0; FILES],
        }
    }

    /// The program has ended: files that it left open are closed, or they would stay open for good.
    pub fn close_files(&mut self) {
        for file in core::mem::replace(&mut self.files, [0; FILES]).into_iter().filter(|&file| file != 0) {
            let _ = self.with(Err(NO_FILES), |computer| ask(computer, File::Close(file)));
        }
    }

    fn with<T>(&self, or: T, call: impl FnOnce(&mut dyn Computer) -> T) -> T {
        match self.vibe.computer.try_borrow_mut() {
            Ok(mut computer) => call(&mut *computer),
            Err(_) => or,
        }
    }
}

impl Host for Program {
    fn write(&mut self, stream: u8, bytes: &[u8]) {
        self.with((), |computer| computer.print(stream, bytes));
    }

    fn is_terminal(&mut self, _stream: u8) -> bool {
        true
    }

    fn state_of(&mut self, part: TypeId) -> Option<&mut dyn Any> {
        if part == TypeId::of::<Program>() {
            return Some(self);
        }
        Some(&mut self.vibe)
    }

    fn clock(&mut self) -> Option<u64> {
        self.with(None, |computer| computer.clock()?.time())
            .map(|seconds| seconds.saturating_mul(1_000_000_000))
    }

    fn monotonic(&mut self) -> Option<u64> {
        self.with(None, |computer| computer.clock().map(|clock| clock.uptime()))
            .map(|ms| ms.saturating_mul(1_000_000))
    }

    fn sleep_later(&mut self, nanoseconds: u64) -> bool {
        let Some(now) = self.with(None, |computer| computer.clock().map(|clock| clock.uptime())) else {
            return false;
        };
        self.vibe.wait = Wait::Until(now.saturating_add(nanoseconds.div_ceil(1_000_000)));
        true
    }

    fn read_line(&mut self, put: &mut dyn FnMut(&[u8]) -> bool) -> bool {
        let mut line = [0; LINE + 1];
        let mut len = 0;
        loop {
            let key = self.with(None, |computer| {
                computer.poll();
                let key = computer.keyboard().map(|keyboard| keyboard.key());
                if key == Some(None) {
                    computer.idle(LOOK);
                }
                key
            });
            let Some(key) = key else { return false };
            match key {
                None => {}
                Some(key::ENTER) => {
                    self.write(1, b"\n");
                    line[len.min(LINE)] = b'\n';
                    return put(line.get(..=len).unwrap_or(&[]));
                }
                Some(key::INTERRUPT) => {
                    self.control.interrupt();
                    return false;
                }
                Some(key::END_OF_INPUT) if len == 0 => return false,
                Some(key::BACKSPACE) if len > 0 => {
                    len -= 1;
                    self.write(1, b"\x08 \x08");
                }
                Some(code @ 32..=126) if len < LINE => {
                    line[len] = code as u8;
                    len += 1;
                    self.write(1, &[code as u8]);
                }
                Some(_) => {}
            }
        }
    }

    fn file(&mut self, request: File<'_>) -> Result<u64, u16> {
        match request {
            File::Open { .. } => {
                if !self.files.contains(&0) {
                    return Err(TOO_MANY);
                }
                let file = self.with(Err(NO_FILES), |computer| ask(computer, request))?;
                if let Some(place) = self.files.iter_mut().find(|place| **place == 0) {
                    *place = file;
                }
                Ok(file)
            }
            File::Close(file) => {
                for place in self.files.iter_mut().filter(|place| **place == file) {
                    *place = 0;
                }
                self.with(Err(NO_FILES), |computer| ask(computer, request))
            }
            _ => self.with(Err(NO_FILES), |computer| ask(computer, request)),
        }
    }

    fn find_module(
        &mut self,
        name: &str,
        folder: Option<&str>,
        put: &mut dyn FnMut(&[u8]) -> bool,
    ) -> Option<FoundModule> {
        let own = self.folder;
        self.with(None, |computer| {
            let disk = computer.files()?;
            match folder {
                Some(folder) => module(disk, folder, name.rsplit('.').next()?, put),
                None => module(disk, own.as_str(), name, put),
            }
        })
    }
}

fn ask(computer: &mut dyn Computer, request: File<'_>) -> Result<u64, u16> {
    match computer.files() {
        Some(disk) => disk.request(request),
        None => Err(NO_FILES),
    }
}

/// A path made of pieces; None when it is too long.
fn joined(pieces: &[&str]) -> Option<Path> {
    let mut bytes = [0; crate::handles::PATH];
    let mut len = 0;
    for piece in pieces {
        bytes.get_mut(len..len + piece.len())?.copy_from_slice(piece.as_bytes());
        len += piece.len();
    }
    Path::new(core::str::from_utf8(bytes.get(..len)?).ok()?)
}

/// A module of a folder: `NAME/__init__.py`, `NAME.py`, or the folder `NAME`; dots of the name are folders.
fn module(
    disk: &mut dyn Disk,
    folder: &str,
    name: &str,
    put: &mut dyn FnMut(&[u8]) -> bool,
) -> Option<FoundModule> {
    if name.split('.').any(|part| part.is_empty() || part.contains(['/', '\\', '\0'])) {
        return None;
    }
    let mut parts = [""; 16];
    let mut count = 0;
    let gap = if folder.is_empty() || folder.ends_with('/') { "" } else { "/" };
    let root = joined(&[folder, gap])?;
    for (i, part) in name.split('.').enumerate() {
        let at = 2 * i;
        *parts.get_mut(at)? = part;
        *parts.get_mut(at + 1)? = "/";
        count = at + 1;
    }
    let base = joined(parts.get(..count)?)?;
    let (root, base) = (root.as_str(), base.as_str());
    let is_file =
        |disk: &mut dyn Disk, path: &Path| disk.stat(path.as_str()).is_some_and(|stat| !stat.folder);
    let package = joined(&[root, base, "/__init__.py"])?;
    let (path, package) = match is_file(disk, &package) {
        true => (package, true),
        false => (joined(&[root, base, ".py"])?, false),
    };
    if is_file(disk, &path) {
        let mut at = 0;
        let mut piece = [0; PIECE];
        loop {
            let n = disk.read(path.as_str(), at, &mut piece)?;
            if n == 0 {
                return Some(FoundModule { package, image: false, folder: false });
            }
            if !put(piece.get(..n)?) {
                return None;
            }
            at += n as u64;
        }
    }
    let plain = joined(&[root, base])?;
    let is_folder = disk.stat(plain.as_str()).is_some_and(|stat| stat.folder);
    is_folder.then_some(FoundModule { package: true, image: false, folder: true })
}
