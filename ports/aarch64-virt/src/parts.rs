//! This machine as a computer of programs: all its parts.

use crate::clock::Clock;
use crate::files::{DiskFiles, content};
use crate::interrupts::{self, uptime};
use crate::keyboard::Inputs;
use crate::network::Net;
use crate::screen::Screen;
use crate::sound::Sound;
use crate::virtio::Place;
use crate::{heap, log, serial};
use alloc::vec;
use alloc::vec::Vec;
use hognose_vibe::Computer;
use hognose_vibe::desk::Desk;
use hognose_vibe::display::{Area, Display, around};
use hognose_vibe::jobs::Jobs;
use hognose_vibe::part::{self, Console, Cpu, block};
use hognose_vibe::terminal::Terminal;
use hognose_vibe::truetype::TrueType;

/// Most blocks of memory that programs may have, and bytes of one.
const BLOCKS: usize = 256;
const LARGEST: usize = 64 << 20;
/// The certificate (DER) that those of TLS servers have to be signed with, and its bytes at most.
const ROOT: &str = "/etc/root.der";
const CERTIFICATE: usize = 16384;
/// The TrueType font, and its bytes at most.
const FONT: &str = "/fonts/Roboto/Roboto-Regular.ttf";
const LARGEST_FONT: usize = 8 << 20;
/// The console without a screen.
const CELLS: (u32, u32) = (50, 160);

/// All parts.
pub struct Parts {
    text: Both,
    screen: Option<Screen>,
    inputs: Keys,
    clock: MachineClock,
    port: Port,
    disk: Option<DiskFiles>,
    sound: Option<Sound>,
    net: Option<Net>,
    facts: Facts,
    log: Log,
    memory: Blocks,
    jobs: Jobs,
    fonts: Option<TrueType>,
    desk: Desk,
}

/// What was found.
pub struct Found {
    /// The screen.
    pub screen: Option<Screen>,
    /// Places of keyboard and tablet.
    pub inputs: Vec<Place>,
    /// The disk.
    pub disk: Option<DiskFiles>,
    /// The sound.
    pub sound: Option<Sound>,
    /// The network.
    pub net: Option<Net>,
    /// Bytes of RAM.
    pub ram: usize,
}

impl Parts {
    /// Of what was found.
    pub fn new(found: Found, jobs: Jobs) -> Parts {
        let size = found.screen.as_ref().map_or((1, 1), Screen::size);
        let mut inputs = Inputs::new(size);
        for place in found.inputs {
            if !inputs.add(place) {
                log::line(format_args!("an input device does not work"));
            }
        }
        Parts {
            text: Both {
                terminal: found.screen.as_ref().map(|_| Terminal::new(Display::new(size.0, size.1))),
            },
            screen: found.screen,
            inputs: Keys { inputs, serial: None },
            clock: MachineClock(Clock::read()),
            port: Port,
            disk: found.disk,
            sound: found.sound,
            net: found.net,
            facts: Facts { ram: found.ram, disk: (0, 0) },
            log: Log,
            memory: Blocks { blocks: Vec::new() },
            jobs,
            fonts: None,
            desk: Desk::new(size.0, size.1),
        }
    }

    /// Clears the screen, and takes the certificate that servers are checked with from the disk.
    pub fn start(&mut self) {
        self.text.clear();
        let font = self.disk.as_mut().and_then(|disk| content(disk, FONT, LARGEST_FONT));
        self.fonts = font.and_then(|bytes| TrueType::new(&bytes));
        let root = self.disk.as_mut().and_then(|disk| content(disk, ROOT, CERTIFICATE));
        if let (Some(root), Some(net)) = (root, &mut self.net) {
            net.set_root(root);
            log::line(format_args!("TLS servers are checked with {ROOT}"));
        }
    }

    /// Writes where everybody sees it, when nothing else works any more.
    pub fn cry(&mut self, text: &str) {
        if let Some(terminal) = &mut self.text.terminal {
            terminal.set_color(0xFF_FFFF, 0xA0_0000);
            terminal.write(text.as_bytes());
        }
        self.show();
    }

    /// Brings what changed to the screen, with the windows over it.
    fn show(&mut self) {
        let (Some(screen), Some(terminal)) = (&mut self.screen, &mut self.text.terminal) else { return };
        let changed = around(terminal.screen.take_changed(), self.desk.take_changed());
        let Some(area) = changed else { return };
        let (width, height) = screen.size();
        let picture = screen.pixels();
        copy(picture, part::Screen::pixels(&mut terminal.screen), width, area);
        if self.desk.is_active() {
            self.desk.compose(picture, width, height, area);
        }
        screen.show();
    }
}

/// Copies a rectangle from one picture to another of the same size.
fn copy(to: &mut [u32], from: &[u32], width: u32, (left, top, columns, rows): Area) {
    let width = width as usize;
    for row in top as usize..top as usize + rows as usize {
        let range = row * width + left as usize..row * width + left as usize + columns as usize;
        if let (Some(to), Some(from)) = (to.get_mut(range.clone()), from.get(range)) {
            to.copy_from_slice(from);
        }
    }
}

impl Computer for Parts {
    fn poll(&mut self) {
        self.inputs.poll();
        let (x, y) = self.inputs.inputs.pointer();
        self.desk.pointer(x, y, self.inputs.inputs.buttons());
        if self.desk.is_active() {
            // Keys go to the window in front.
            while let Some(key) = self.inputs.inputs.next_key() {
                if !self.desk.key(key) {
                    self.inputs.inputs.press_first(key);
                    break;
                }
            }
        }
        if self.screen.as_ref().is_some_and(Screen::is_due) {
            self.show();
        }
        if let Some(sound) = &mut self.sound {
            sound.poll();
        }
        if let Some(net) = &mut self.net {
            part::Network::poll(net);
        }
    }

    fn idle(&mut self, milliseconds: u32) {
        // The timer ends it after a millisecond; what came is looked at before more waiting.
        if milliseconds > 0 {
            interrupts::wait();
        }
    }

    fn print(&mut self, _stream: u8, bytes: &[u8]) {
        self.text.write(bytes);
    }

    fn console(&mut self) -> Option<&mut dyn Console> {
        Some(&mut self.text)
    }

    fn keyboard(&mut self) -> Option<&mut dyn part::Keyboard> {
        Some(&mut self.inputs)
    }

    fn pointer(&mut self) -> Option<&mut dyn part::Pointer> {
        Some(&mut self.inputs)
    }

    fn screen(&mut self) -> Option<&mut dyn part::Screen> {
        self.text.terminal.as_mut().map(|terminal| terminal as &mut dyn part::Screen)
    }

    fn files(&mut self) -> Option<&mut dyn part::Disk> {
        self.disk.as_mut().map(|disk| disk as &mut dyn part::Disk)
    }

    fn clock(&mut self) -> Option<&mut dyn part::Clock> {
        Some(&mut self.clock)
    }

    fn serial(&mut self) -> Option<&mut dyn part::Serial> {
        Some(&mut self.port)
    }

    fn processes(&mut self) -> Option<&mut dyn part::Processes> {
        Some(&mut self.jobs)
    }

    fn memory(&mut self) -> Option<&mut dyn part::Memory> {
        Some(&mut self.memory)
    }

    fn sound(&mut self) -> Option<&mut dyn part::Sound> {
        self.sound.as_mut().map(|sound| sound as &mut dyn part::Sound)
    }

    fn network(&mut self) -> Option<&mut dyn part::Network> {
        self.net.as_mut().map(|net| net as &mut dyn part::Network)
    }

    fn system(&mut self) -> Option<&mut dyn part::System> {
        if let Some(disk) = &mut self.disk {
            let space = hognose_files::Files::space(disk.files(), "/").unwrap_or_default();
            let kibibytes = |blocks: u64| blocks * u64::from(space.block) / 1024;
            self.facts.disk = (kibibytes(space.blocks), kibibytes(space.free));
        }
        Some(&mut self.facts)
    }

    fn fonts(&mut self) -> Option<&mut dyn part::Fonts> {
        self.fonts.as_mut().map(|fonts| fonts as &mut dyn part::Fonts)
    }

    fn windows(&mut self) -> Option<&mut dyn part::Windows> {
        if self.screen.is_some() { Some(&mut self.desk) } else { None }
    }

    fn log(&mut self) -> Option<&mut dyn part::KernelLog> {
        Some(&mut self.log)
    }
}

/// Text on the screen and on the serial port both.
struct Both {
    terminal: Option<Terminal<Display>>,
}

impl Console for Both {
    fn cells(&self) -> (u32, u32) {
        self.terminal.as_ref().map_or(CELLS, Console::cells)
    }

    fn put(&mut self, byte: u8) {
        self.write(&[byte]);
    }

    fn write(&mut self, bytes: &[u8]) {
        serial::write(bytes);
        if let Some(terminal) = &mut self.terminal {
            terminal.write(bytes);
        }
    }

    fn clear(&mut self) {
        if let Some(terminal) = &mut self.terminal {
            terminal.clear();
        }
    }

    fn set_color(&mut self, foreground: u32, background: u32) {
        if let Some(terminal) = &mut self.terminal {
            terminal.set_color(foreground, background);
        }
    }

    fn set_cursor(&mut self, row: i32, column: i32) {
        if let Some(terminal) = &mut self.terminal {
            terminal.set_cursor(row, column);
        }
    }

    fn cursor(&self) -> (u32, u32) {
        self.terminal.as_ref().map_or((0, 0), Console::cursor)
    }

    fn show_cursor(&mut self, on: bool) {
        if let Some(terminal) = &mut self.terminal {
            terminal.show_cursor(on);
        }
    }

    fn clear_to_eol(&mut self) {
        if let Some(terminal) = &mut self.terminal {
            terminal.clear_to_eol();
        }
    }

    fn clear_region(&mut self, row: i32, column: i32, width: i32, height: i32) {
        if let Some(terminal) = &mut self.terminal {
            terminal.clear_region(row, column, width, height);
        }
    }
}

/// Keys of the keyboard and of the serial port, and the pointer.
struct Keys {
    inputs: Inputs,
    serial: Option<Escape>,
}

/// A key of a terminal that comes in several bytes, so far.
#[derive(Clone, Copy)]
enum Escape {
    /// ESC.
    Started,
    /// ESC [ and a number.
    Number(u8),
}

impl Keys {
    /// Takes what has come, as far as there is room.
    fn poll(&mut self) {
        self.inputs.poll();
        if serial::take_break() {
            self.inputs.press(part::key::INTERRUPT);
        }
        while self.inputs.room() > 0 {
            let Some(byte) = serial::read() else { break };
            if let Some(key) = self.serial_key(byte) {
                self.inputs.press(key);
            }
        }
    }

    /// The key that ends with this byte of the serial port.
    fn serial_key(&mut self, byte: u8) -> Option<u16> {
        use part::key;
        match (self.serial.take(), byte) {
            (None, 27) => self.serial = Some(Escape::Started),
            (Some(Escape::Started), b'[' | b'O') => self.serial = Some(Escape::Number(0)),
            (Some(Escape::Number(number)), b'0'..=b'9') => {
                self.serial = Some(Escape::Number(number.wrapping_mul(10).wrapping_add(byte - b'0')));
            }
            (Some(Escape::Number(_)), b';') => self.serial = Some(Escape::Number(0)),
            (Some(Escape::Number(number)), byte) => {
                return match (number, byte) {
                    (_, b'A') => Some(key::UP),
                    (_, b'B') => Some(key::DOWN),
                    (_, b'C') => Some(key::RIGHT),
                    (_, b'D') => Some(key::LEFT),
                    (_, b'H') | (1 | 7, b'~') => Some(key::HOME),
                    (_, b'F') | (4 | 8, b'~') => Some(key::END),
                    (3, b'~') => Some(key::DELETE),
                    (5, b'~') => Some(key::PAGE_UP),
                    (6, b'~') => Some(key::PAGE_DOWN),
                    _ => None,
                };
            }
            (_, b'\r') => return Some(key::ENTER),
            (_, 127) => return Some(key::BACKSPACE),
            (_, byte) => return Some(byte.into()),
        }
        None
    }
}

impl part::Keyboard for Keys {
    fn has_key(&mut self) -> bool {
        self.poll();
        self.inputs.has_key()
    }

    fn key(&mut self) -> Option<u16> {
        self.poll();
        self.inputs.next_key()
    }

    fn take_interrupt(&mut self) -> bool {
        self.poll();
        self.inputs.take_interrupt()
    }
}

impl part::Pointer for Keys {
    fn position(&mut self) -> (i32, i32) {
        self.poll();
        self.inputs.pointer()
    }

    fn buttons(&mut self) -> u8 {
        self.poll();
        self.inputs.buttons()
    }

    fn move_to(&mut self, x: i32, y: i32) {
        self.inputs.set_pointer(x, y);
    }

    fn delta(&mut self) -> (i32, i32) {
        self.poll();
        self.inputs.moved()
    }
}

struct MachineClock(Clock);

impl part::Clock for MachineClock {
    fn uptime(&mut self) -> u64 {
        uptime().as_millis() as u64
    }

    fn time(&mut self) -> Option<u64> {
        Some(self.0.now().as_secs())
    }
}

struct Port;

impl part::Serial for Port {
    fn write(&mut self, bytes: &[u8]) {
        serial::write(bytes);
    }
}

struct Facts {
    ram: usize,
    /// KiB of the disk, and free ones.
    disk: (u64, u64),
}

impl part::System for Facts {
    fn heap_free(&mut self) -> u64 {
        heap::free() as u64
    }

    fn heap_used(&mut self) -> u64 {
        heap::used() as u64
    }

    fn ram_total(&mut self) -> u64 {
        self.ram as u64
    }

    fn disk_total(&mut self) -> u64 {
        self.disk.0
    }

    fn disk_free(&mut self) -> u64 {
        self.disk.1
    }

    fn cpu(&mut self) -> Cpu<'_> {
        // What this kind of processor runs at; an emulated one has no such figure.
        Cpu { name: "Cortex-A72", mhz: 1500, cores: 1 }
    }
}

struct Log;

impl part::KernelLog for Log {
    fn size(&mut self) -> usize {
        log::size()
    }

    fn read(&mut self, offset: usize, out: &mut [u8]) -> usize {
        log::read(offset, out)
    }
}

/// Memory that programs asked for.
struct Blocks {
    blocks: Vec<Option<Vec<u8>>>,
}

impl part::Memory for Blocks {
    fn allocate(&mut self, bytes: usize) -> Option<u32> {
        // What drivers need stays free.
        if bytes == 0 || bytes > LARGEST || heap::free() < bytes + LARGEST {
            return None;
        }
        let index = match self.blocks.iter().position(Option::is_none) {
            Some(index) => index,
            None if self.blocks.len() < BLOCKS => {
                self.blocks.push(None);
                self.blocks.len() - 1
            }
            None => return None,
        };
        *self.blocks.get_mut(index)? = Some(vec![0; bytes]);
        Some(block::FIRST + index as u32)
    }

    fn free(&mut self, number: u32) {
        let index = number.checked_sub(block::FIRST);
        if let Some(slot) = index.and_then(|index| self.blocks.get_mut(index as usize)) {
            *slot = None;
        }
    }

    fn bytes(&mut self, number: u32) -> Option<&mut [u8]> {
        let index = number.checked_sub(block::FIRST)?;
        self.blocks.get_mut(index as usize)?.as_deref_mut()
    }
}
