//! The computer, by the kernel's table. What the table lacks at the moment, the computer lacks.

use crate::files::Disks;
use crate::network::Wire;
use crate::processes::Programs;
use crate::screen::Glass;
use crate::sound::Speaker;
use crate::system::Board;
use crate::table::Kernel;
use crate::text::pieces;
use hognose_vibe::Computer;
use hognose_vibe::jobs::Jobs;
use hognose_vibe::keys::Keys;
use hognose_vibe::part::*;

/// The computer.
pub struct VibeOs {
    kernel: Kernel,
    keys: Keys,
    text: Text,
    glass: Glass,
    disk: Disks,
    board: Board,
    programs: Programs,
    speaker: Speaker,
    wire: Wire,
}

/// The console and the serial port.
struct Text(Kernel);

impl VibeOs {
    /// By that table; programs of this process are in `jobs`.
    pub fn new(kernel: Kernel, jobs: Jobs) -> VibeOs {
        VibeOs {
            kernel,
            keys: Keys::new(),
            text: Text(kernel),
            glass: Glass::new(kernel),
            disk: Disks::new(kernel),
            board: Board::new(kernel),
            programs: Programs::new(kernel, jobs),
            speaker: Speaker::new(kernel),
            wire: Wire::new(kernel),
        }
    }

    /// Takes what the terminal has, or the console without a terminal.
    fn take_keys(&mut self) {
        while self.keys.room() > 0 {
            let code = match self.kernel.stdio_has_key() {
                Some(0) => None,
                Some(_) => self.kernel.stdio_getc(),
                None => self.kernel.has_key().filter(|&waits| waits != 0).and_then(|_| self.kernel.getc()),
            };
            let Some(Ok(code)) = code.map(u16::try_from) else { return };
            self.keys.press(code);
        }
    }
}

/// Output: to the terminal, or to the console without one. Both are asked for at every piece, since terminals come and go.
pub fn print(kernel: Kernel, bytes: &[u8]) {
    pieces(bytes, |text| kernel.stdio_puts(text).or_else(|| kernel.puts(text)));
}

impl Computer for VibeOs {
    fn poll(&mut self) {
        self.take_keys();
        self.speaker.poll();
    }

    fn idle(&mut self, milliseconds: u32) {
        // The next interrupt is at most 10 ms away.
        if self.kernel.yield_now().is_none() {
            self.kernel.sleep_ms(milliseconds.min(10));
        }
        self.take_keys();
    }

    fn print(&mut self, _stream: u8, bytes: &[u8]) {
        print(self.kernel, bytes);
    }

    fn console(&mut self) -> Option<&mut dyn Console> {
        Some(&mut self.text)
    }

    fn keyboard(&mut self) -> Option<&mut dyn Keyboard> {
        self.take_keys();
        Some(&mut self.keys)
    }

    fn pointer(&mut self) -> Option<&mut dyn Pointer> {
        Some(&mut self.glass)
    }

    fn screen(&mut self) -> Option<&mut dyn Screen> {
        self.glass.is_there().then_some(&mut self.glass as &mut dyn Screen)
    }

    fn files(&mut self) -> Option<&mut dyn Disk> {
        Some(&mut self.disk)
    }

    fn clock(&mut self) -> Option<&mut dyn Clock> {
        Some(&mut self.board)
    }

    fn serial(&mut self) -> Option<&mut dyn Serial> {
        Some(&mut self.text)
    }

    fn processes(&mut self) -> Option<&mut dyn Processes> {
        Some(&mut self.programs)
    }

    fn sound(&mut self) -> Option<&mut dyn Sound> {
        Some(&mut self.speaker)
    }

    fn network(&mut self) -> Option<&mut dyn Network> {
        Some(&mut self.wire)
    }

    fn system(&mut self) -> Option<&mut dyn System> {
        Some(&mut self.board)
    }

    fn fonts(&mut self) -> Option<&mut dyn Fonts> {
        Some(&mut self.glass)
    }

    fn windows(&mut self) -> Option<&mut dyn Windows> {
        Some(&mut self.glass)
    }

    fn log(&mut self) -> Option<&mut dyn KernelLog> {
        Some(&mut self.board)
    }

    fn led(&mut self) -> Option<&mut dyn Led> {
        Some(&mut self.board)
    }

    fn memory(&mut self) -> Option<&mut dyn Memory> {
        Some(&mut self.board)
    }

    fn dma(&mut self) -> Option<&mut dyn Dma> {
        Some(&mut self.board)
    }
}

impl Console for Text {
    fn cells(&self) -> (u32, u32) {
        let side = |n: Option<i32>| n.and_then(|n| n.try_into().ok()).unwrap_or(0);
        (side(self.0.console_rows()), side(self.0.console_cols()))
    }

    fn put(&mut self, byte: u8) {
        self.0.putc(byte);
    }

    fn write(&mut self, bytes: &[u8]) {
        if !pieces(bytes, |text| self.0.puts(text)) {
            for &byte in bytes {
                self.put(byte);
            }
        }
    }

    fn clear(&mut self) {
        self.0.clear();
    }

    fn set_color(&mut self, foreground: u32, background: u32) {
        self.0.set_color(foreground, background);
    }

    fn set_cursor(&mut self, row: i32, column: i32) {
        self.0.set_cursor(row, column);
    }

    fn cursor(&self) -> (u32, u32) {
        // The kernel does not tell.
        (0, 0)
    }

    fn show_cursor(&mut self, on: bool) {
        self.0.set_cursor_enabled(on.into());
    }

    fn clear_to_eol(&mut self) {
        self.0.clear_to_eol();
    }

    fn clear_region(&mut self, row: i32, column: i32, width: i32, height: i32) {
        self.0.clear_region(row, column, width, height);
    }
}

impl Serial for Text {
    fn write(&mut self, bytes: &[u8]) {
        pieces(bytes, |text| self.0.uart_puts(text));
    }
}
