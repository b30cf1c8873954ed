//! What stands around an engine: the equipment, output, input, clocks.

use crate::console::Console;
use crate::{Equipment, Millis};
use core::any::{Any, TypeId};
use hognose::Host;

/// Bytes of input that wait for the program at most.
const INPUT: usize = 128;

/// The equipment of a device with what belongs to it. It lies beside the device, because engines borrow it while they run.
pub struct Gear<E> {
    /// The equipment.
    pub equipment: E,
    pub(crate) console: Console,
    input: [u8; INPUT],
    input_len: usize,
    /// The program's own time, ms: it stands still in a pause.
    pub(crate) time: Millis,
    /// When the sleeps of the program end, in its own time: of the program, of its handler.
    pub(crate) sleeps: [Option<Millis>; 2],
    pub(crate) in_handler: bool,
    /// Calls of host functions since they were last counted.
    pub(crate) calls: u32,
    /// Bytes of output since they were last counted.
    pub(crate) written: u32,
    /// No program may reach the equipment: the safe state was entered.
    pub(crate) barred: bool,
    /// The last line that was written while a failure was shown.
    pub(crate) shown: Option<Shown>,
}

/// The last line of a report.
#[derive(Clone, Copy)]
pub(crate) struct Shown {
    bytes: [u8; 160],
    len: usize,
    ended: bool,
}

impl Shown {
    pub const fn new() -> Shown {
        Shown { bytes: [0; 160], len: 0, ended: false }
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            if byte == b'\n' {
                self.ended = true;
                continue;
            }
            if self.ended {
                (self.len, self.ended) = (0, false);
            }
            if let Some(place) = self.bytes.get_mut(self.len) {
                *place = byte;
                self.len += 1;
            }
        }
    }

    /// The line, as much of it as is text.
    pub fn text(&self) -> &str {
        let bytes = self.bytes.get(..self.len).unwrap_or(&[]);
        match core::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => core::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or(""),
        }
    }
}

impl<E> Gear<E> {
    /// Around that equipment.
    pub const fn new(equipment: E) -> Gear<E> {
        Gear {
            equipment,
            console: Console::new(),
            input: [0; INPUT],
            input_len: 0,
            time: 0,
            sleeps: [None; 2],
            in_handler: false,
            calls: 0,
            written: 0,
            barred: true,
            shown: None,
        }
    }

    /// A program begins, or has ended.
    pub(crate) fn clear(&mut self) {
        self.sleeps = [None; 2];
        self.in_handler = false;
        (self.calls, self.written) = (0, 0);
        self.input_len = 0;
        self.shown = None;
    }

    /// Input for the program; gives the room that is left when it does not fit, and takes none of it then.
    pub(crate) fn put_input(&mut self, bytes: &[u8]) -> Result<(), usize> {
        let room = INPUT - self.input_len;
        let to = self.input.get_mut(self.input_len..self.input_len + bytes.len()).ok_or(room)?;
        to.copy_from_slice(bytes);
        self.input_len += bytes.len();
        Ok(())
    }

    /// When the sleep that the program is in ends, in its own time.
    pub(crate) fn sleep_end(&self) -> Option<Millis> {
        self.sleeps[usize::from(self.in_handler)]
    }

    pub(crate) fn print(&mut self, bytes: &[u8]) {
        if let Some(shown) = &mut self.shown {
            shown.write(bytes);
        }
        self.written = self.written.saturating_add(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
        self.console.write(bytes);
    }
}

impl<E: Equipment + 'static> Host for Gear<E> {
    fn write(&mut self, _: u8, bytes: &[u8]) {
        self.print(bytes);
    }

    fn state_of(&mut self, part: TypeId) -> Option<&mut dyn Any> {
        if part == TypeId::of::<Gear<E>>() {
            return Some(self);
        }
        if self.barred {
            return None;
        }
        self.calls = self.calls.saturating_add(1);
        self.equipment.state_of(part)
    }

    fn read_line(&mut self, put: &mut dyn FnMut(&[u8]) -> bool) -> bool {
        let waiting = self.input.get(..self.input_len).unwrap_or(&[]);
        let Some(end) = waiting.iter().position(|byte| *byte == b'\n') else { return false };
        put(waiting.get(..=end).unwrap_or(&[]));
        self.input.copy_within(end + 1..self.input_len, 0);
        self.input_len -= end + 1;
        true
    }

    fn monotonic(&mut self) -> Option<u64> {
        Some(self.time.saturating_mul(1_000_000))
    }

    fn sleep_later(&mut self, nanoseconds: u64) -> bool {
        let end = self.time.saturating_add(nanoseconds.div_ceil(1_000_000));
        self.sleeps[usize::from(self.in_handler)] = Some(end);
        true
    }

    fn limited(&mut self, place: u32) -> bool {
        self.equipment.warn(place)
    }
}
