//! What a program plays: fed to the loudspeaker piece by piece, so that nothing waits for it.

use crate::computer::Computer;
use crate::handles::Path;
use crate::part::Format;
use crate::wav::{self, Wav};
use hognose::{Handle, Vm};

/// Samples of a piece.
const PIECE: usize = 1024;
/// Pieces fed at one time.
const PIECES: usize = 64;

/// Where samples come from.
#[derive(Clone, Copy)]
enum Source {
    /// Nothing is played.
    None,
    /// A file.
    File(Path, Wav, u64),
    /// 16-bit samples of an object of the program, from this byte on.
    Data(Handle, Format, usize),
    /// All was fed.
    Fed,
    /// It could not be read any more.
    Failed,
}

/// What a program plays.
pub struct Player {
    source: Source,
}

impl Player {
    pub(crate) fn new() -> Player {
        Player { source: Source::None }
    }

    /// Is there something left to feed?
    pub(crate) fn is_active(&self) -> bool {
        matches!(self.source, Source::File(..) | Source::Data(..))
    }

    /// Starts a WAV file. False: it cannot be played.
    pub(crate) fn file(&mut self, computer: &mut dyn Computer, vm: &mut Vm<'_>, path: &str) -> bool {
        let Some(path) = Path::new(path) else { return false };
        let Some(wav) = computer.files().and_then(|disk| Wav::of(disk, path.as_str())) else { return false };
        if wav.end <= wav.start || !computer.sound().is_some_and(|sound| sound.start(wav.format)) {
            return false;
        }
        self.forget(vm);
        self.source = Source::File(path, wav, wav.start);
        true
    }

    /// Starts samples of the program; the handle is let go at the end. False: they cannot be played.
    pub(crate) fn data(
        &mut self,
        computer: &mut dyn Computer,
        vm: &mut Vm<'_>,
        data: Handle,
        format: Format,
    ) -> bool {
        if !computer.sound().is_some_and(|sound| sound.start(format)) {
            return false;
        }
        self.forget(vm);
        self.source = Source::Data(data, format, 0);
        true
    }

    /// Ends it.
    pub(crate) fn stop(&mut self, vm: &mut Vm<'_>) {
        self.forget(vm);
    }

    fn forget(&mut self, vm: &mut Vm<'_>) {
        if let Source::Data(handle, ..) = self.source {
            handle.release(vm);
        }
        self.source = Source::None;
    }

    /// Gives the loudspeaker what it takes.
    pub(crate) fn feed(&mut self, computer: &mut dyn Computer, vm: &mut Vm<'_>) {
        for _ in 0..PIECES {
            if !self.is_active() || !self.feed_piece(computer, vm) {
                return;
            }
        }
    }

    /// False: no more for now.
    fn feed_piece(&mut self, computer: &mut dyn Computer, vm: &mut Vm<'_>) -> bool {
        let mut samples = [0i16; PIECE];
        match &mut self.source {
            Source::File(path, wav, at) => {
                let frame = (wav.width * wav.format.channels).max(1) as usize;
                let mut bytes = [0; 4 * PIECE];
                let most = PIECE / wav.format.channels.max(1) as usize * frame;
                let left = usize::try_from(wav.end.saturating_sub(*at)).unwrap_or(usize::MAX);
                let n = most.min(left / frame * frame);
                let Some(room) = bytes.get_mut(..n) else { return false };
                let read = match computer.files().and_then(|disk| disk.read(path.as_str(), *at, room)) {
                    Some(read) => read / frame * frame,
                    None => {
                        self.source = Source::Failed;
                        return false;
                    }
                };
                if read == 0 {
                    self.source = Source::Fed;
                    return false;
                }
                let n = wav::samples(bytes.get(..read).unwrap_or(&[]), wav.width, &mut samples);
                let taken = feed(computer, samples.get(..n).unwrap_or(&[]));
                *at += (taken * wav.width as usize) as u64;
                taken == n
            }
            Source::Data(handle, format, at) => {
                let frame = 2 * format.channels.max(1) as usize;
                let most = PIECE * 2 / frame * frame;
                let Some(value) = handle.read(vm) else {
                    self.source = Source::Failed;
                    return false;
                };
                let bytes = vm.bytes_of(value).get(*at..).unwrap_or(&[]);
                let n = most.min(bytes.len() / frame * frame);
                let n = wav::samples(bytes.get(..n).unwrap_or(&[]), 2, &mut samples);
                if n == 0 {
                    handle.release(vm);
                    self.source = Source::Fed;
                    return false;
                }
                let taken = feed(computer, samples.get(..n).unwrap_or(&[]));
                *at += taken * 2;
                taken == n
            }
            Source::None | Source::Fed | Source::Failed => false,
        }
    }

    /// Has it ended? True: all was heard.
    pub(crate) fn outcome(&mut self, computer: &mut dyn Computer) -> Option<bool> {
        match self.source {
            Source::File(..) | Source::Data(..) => None,
            Source::None | Source::Failed => Some(false),
            Source::Fed => (!computer.sound().is_some_and(|sound| sound.is_playing())).then(|| {
                self.source = Source::None;
                true
            }),
        }
    }
}

fn feed(computer: &mut dyn Computer, samples: &[i16]) -> usize {
    computer.sound().map_or(0, |sound| sound.feed(samples)).min(samples.len())
}
