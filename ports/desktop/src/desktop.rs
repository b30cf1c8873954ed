//! This computer as one that Python owns.

use crate::folder::Folder;
use crate::network::Net;
use crate::picture::{self, Recording};
use crate::script::Act;
use crate::sound::Speaker;
#[cfg(feature = "window")]
use crate::window::Window;
use hognose_files::Tree;
use hognose_vibe::Computer;
use hognose_vibe::desk::Desk;
use hognose_vibe::display::Display;
use hognose_vibe::jobs::{Jobs, Table};
use hognose_vibe::keys::Keys;
use hognose_vibe::part::*;
use hognose_vibe::terminal::Terminal;
use hognose_vibe::truetype::TrueType;
use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Milliseconds between two keys of a script.
const TYPING: u64 = 20;
/// Bytes of the log that are kept.
const LOG: usize = 64 * 1024;
/// Most memory outside of programs, bytes.
const MEMORY: usize = 64 << 20;
/// Where the font is looked for.
const FONT: &str = "/fonts/Roboto/Roboto-Regular.ttf";

/// What the computer is made with.
pub struct Options {
    /// Its disk.
    pub folder: PathBuf,
    /// May programs use the network?
    pub network: bool,
    /// Is there a window? Without one time is counted, not measured, so that everything happens the same each time.
    pub window: bool,
    /// Seconds since 1970 at the start; now when not given.
    pub now: Option<u64>,
    /// What a person does.
    pub script: VecDeque<Act>,
    /// Where the screen is recorded.
    pub record: Option<PathBuf>,
    /// Screen size.
    pub size: (u32, u32),
}

/// Time that is measured, or counted.
enum Time {
    Measured(Instant),
    Counted(u64),
}

impl Time {
    fn now(&self) -> u64 {
        match self {
            Time::Measured(start) => start.elapsed().as_millis() as u64,
            Time::Counted(now) => *now,
        }
    }
}

/// The mouse.
#[derive(Default)]
struct Mouse {
    at: (i32, i32),
    before: (i32, i32),
    buttons: u8,
}

impl Pointer for Mouse {
    fn position(&mut self) -> (i32, i32) {
        self.at
    }

    fn buttons(&mut self) -> u8 {
        self.buttons
    }

    fn move_to(&mut self, x: i32, y: i32) {
        self.at = (x, y);
    }

    fn delta(&mut self) -> (i32, i32) {
        let delta = (self.at.0 - self.before.0, self.at.1 - self.before.1);
        self.before = self.at;
        delta
    }
}

/// Memory outside of programs.
#[derive(Default)]
struct Blocks {
    blocks: HashMap<u32, Vec<u8>>,
    used: usize,
    next: u32,
}

impl Memory for Blocks {
    fn allocate(&mut self, bytes: usize) -> Option<u32> {
        if bytes > MEMORY - self.used {
            return None;
        }
        let number = self.next.max(block::FIRST);
        self.next = number.checked_add(1)?;
        self.used += bytes;
        self.blocks.insert(number, vec![0; bytes]);
        Some(number)
    }

    fn free(&mut self, number: u32) {
        if let Some(block) = self.blocks.remove(&number) {
            self.used -= block.len();
        }
    }

    fn bytes(&mut self, number: u32) -> Option<&mut [u8]> {
        self.blocks.get_mut(&number).map(Vec::as_mut_slice)
    }
}

/// What the computer wrote about itself.
#[derive(Default)]
struct Journal(VecDeque<u8>);

impl KernelLog for Journal {
    fn size(&mut self) -> usize {
        self.0.len()
    }

    fn read(&mut self, offset: usize, out: &mut [u8]) -> usize {
        let mut n = 0;
        for (slot, byte) in out.iter_mut().zip(self.0.iter().skip(offset)) {
            *slot = *byte;
            n += 1;
        }
        n
    }
}

/// The light: only what it is told.
#[derive(Default)]
struct Light(bool);

impl Led for Light {
    fn is_on(&mut self) -> bool {
        self.0
    }

    fn set(&mut self, on: bool) {
        self.0 = on;
    }
}

/// Standard error stands for the serial port.
struct Port;

impl Serial for Port {
    fn write(&mut self, bytes: &[u8]) {
        eprint!("{}", String::from_utf8_lossy(bytes));
    }
}

/// This computer.
pub struct Desktop {
    /// Screen and console.
    pub terminal: Terminal<Display>,
    /// Windows.
    pub desk: Desk,
    keys: Keys,
    mouse: Mouse,
    disk: Tree<Folder>,
    time: Time,
    epoch: u64,
    jobs: Jobs,
    net: Option<Net>,
    /// The loudspeaker.
    pub speaker: Speaker,
    font: Option<TrueType>,
    blocks: Blocks,
    journal: Journal,
    light: Light,
    port: Port,
    script: VecDeque<Act>,
    next_act: u64,
    recording: Option<Recording>,
    /// What the program printed.
    pub printed: Vec<u8>,
    #[cfg(feature = "window")]
    window: Option<Window>,
    closed: bool,
    failure: Option<String>,
}

impl Desktop {
    /// A computer, and the table of its processes.
    pub fn new(options: Options) -> Result<(Desktop, Jobs), String> {
        let folder = Folder::new(&options.folder)
            .map_err(|error| format!("can't use '{}': {error}", options.folder.display()))?;
        let (width, height) = options.size;
        let jobs: Jobs = Box::leak(Box::new(RefCell::new(Table::new())));
        let mut disk = Tree::new(folder);
        let font = read_font(&mut disk);
        for start in ["/home/user", "/home"] {
            if disk.enter(start) {
                break;
            }
        }
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        let recording = match &options.record {
            Some(path) => Some(Recording::new(path, width, height)?),
            None => None,
        };
        #[cfg(feature = "window")]
        let window = if options.window { Some(Window::new(width, height)?) } else { None };
        #[cfg(not(feature = "window"))]
        if options.window {
            return Err("this command was built without windows: use --headless".to_owned());
        }
        let centre = ((width / 2) as i32, (height / 2) as i32);
        let mut terminal = Terminal::new(Display::new(width, height));
        terminal.clear();
        let desktop = Desktop {
            terminal,
            desk: Desk::new(width, height),
            keys: Keys::new(),
            mouse: Mouse { at: centre, before: centre, buttons: 0 },
            disk,
            time: if options.window { Time::Measured(Instant::now()) } else { Time::Counted(0) },
            epoch: options.now.unwrap_or(now),
            jobs,
            net: options.network.then(Net::new),
            speaker: Speaker::new(options.window),
            font,
            blocks: Blocks::default(),
            journal: Journal::default(),
            light: Light::default(),
            port: Port,
            script: options.script,
            next_act: 0,
            recording,
            printed: Vec::new(),
            #[cfg(feature = "window")]
            window,
            closed: false,
            failure: None,
        };
        Ok((desktop, jobs))
    }

    /// Milliseconds since the start.
    pub fn now(&self) -> u64 {
        self.time.now()
    }

    /// Was the window closed?
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// Is there nothing left of the script?
    pub fn is_idle(&self) -> bool {
        self.script.is_empty() && self.now() >= self.next_act
    }

    /// What went wrong with a file of the script.
    pub fn take_failure(&mut self) -> Option<String> {
        self.failure.take()
    }

    /// Notes something in the log of the computer.
    pub fn note(&mut self, text: &str) {
        let now = self.now();
        self.journal.0.extend(format!("[{:5}.{:03}] {text}\n", now / 1000, now % 1000).bytes());
        let most = self.journal.0.len().saturating_sub(LOG);
        self.journal.0.drain(..most);
    }

    /// Ends a recording.
    pub fn finish(&mut self) {
        let now = self.now();
        if let Some(recording) = self.recording.take() {
            recording.finish(now);
        }
    }

    fn press(&mut self, key: u16) {
        // Ctrl-C is for who runs, not for the window in front.
        if key == key::INTERRUPT || !self.desk.key(key) {
            self.keys.press(key);
        }
    }

    fn point(&mut self, x: i32, y: i32, buttons: u8) {
        self.desk.pointer(x, y, buttons);
        self.mouse.at = (x, y);
        self.mouse.buttons = buttons;
    }

    fn act(&mut self) {
        let now = self.now();
        while now >= self.next_act {
            let Some(act) = self.script.pop_front() else { return };
            self.next_act = now + TYPING;
            match act {
                Act::Key(key) => self.press(key),
                Act::Move(x, y) => self.point(x, y, self.mouse.buttons),
                Act::Buttons(buttons) => self.point(self.mouse.at.0, self.mouse.at.1, buttons),
                Act::Wait(ms) => self.next_act = now + ms,
                Act::Shot(path) => {
                    let (pixels, width, height) = picture::shown(self);
                    if let Err(message) = picture::png(path.as_ref(), &pixels, width, height) {
                        self.failure = Some(message);
                    }
                }
            }
        }
    }

    /// Shows what was drawn, where it is shown.
    fn show(&mut self) {
        if self.recording.is_some() {
            let (pixels, width, _) = picture::shown(self);
            let now = self.now();
            if let Some(recording) = &mut self.recording {
                recording.frame(now, &pixels, width);
            }
        }
        #[cfg(feature = "window")]
        self.show_window();
    }

    #[cfg(feature = "window")]
    fn show_window(&mut self) {
        let Some(mut window) = self.window.take() else { return };
        if window.is_due() {
            let changed =
                hognose_vibe::display::around(self.terminal.screen.take_changed(), self.desk.take_changed());
            window.show(changed, &mut self.terminal.screen, &self.desk);
            let events = window.events();
            for key in events.keys {
                self.press(key);
            }
            if let Some((x, y)) = events.pointer {
                self.point(x, y, events.buttons);
            }
            self.closed |= events.closed;
        }
        self.window = Some(window);
    }
}

fn read_font(disk: &mut Tree<Folder>) -> Option<TrueType> {
    let size = disk.stat(FONT)?.size;
    let mut bytes = vec![0; usize::try_from(size).ok()?];
    let mut at = 0;
    while at < bytes.len() {
        match disk.read(FONT, at as u64, &mut bytes[at..])? {
            0 => break,
            n => at += n,
        }
    }
    TrueType::new(&bytes)
}

impl Clock for Desktop {
    fn uptime(&mut self) -> u64 {
        self.now()
    }

    fn time(&mut self) -> Option<u64> {
        Some(self.epoch + self.now() / 1000)
    }
}

impl System for Desktop {
    fn heap_free(&mut self) -> u64 {
        (MEMORY - self.blocks.used) as u64
    }

    fn heap_used(&mut self) -> u64 {
        self.blocks.used as u64
    }

    fn ram_total(&mut self) -> u64 {
        512 << 20
    }

    fn disk_total(&mut self) -> u64 {
        0
    }

    fn disk_free(&mut self) -> u64 {
        0
    }

    fn cpu(&mut self) -> Cpu<'_> {
        let cores = std::thread::available_parallelism().map_or(1, |n| n.get() as u32);
        Cpu { name: std::env::consts::ARCH, mhz: 0, cores }
    }
}

impl Computer for Desktop {
    fn poll(&mut self) {
        if let Time::Counted(now) = &mut self.time {
            *now += 1;
        }
        self.act();
        let now = self.now();
        self.speaker.run(now);
        self.show();
    }

    fn idle(&mut self, milliseconds: u32) {
        match &mut self.time {
            // Programs that wait do so in no time, but never past what the script does next.
            Time::Counted(now) => {
                let due = if self.script.is_empty() { u64::MAX } else { self.next_act };
                let ms = u64::from(milliseconds).min(due.saturating_sub(*now));
                *now += ms.saturating_sub(1);
            }
            Time::Measured(_) => std::thread::sleep(Duration::from_millis(milliseconds.min(4).into())),
        }
    }

    fn print(&mut self, _stream: u8, bytes: &[u8]) {
        // Only who runs without a window looks at it.
        if matches!(self.time, Time::Counted(_)) {
            self.printed.extend_from_slice(bytes);
        }
        self.terminal.write(bytes);
    }

    fn console(&mut self) -> Option<&mut dyn Console> {
        Some(&mut self.terminal)
    }

    fn keyboard(&mut self) -> Option<&mut dyn Keyboard> {
        Some(&mut self.keys)
    }

    fn pointer(&mut self) -> Option<&mut dyn Pointer> {
        Some(&mut self.mouse)
    }

    fn screen(&mut self) -> Option<&mut dyn Screen> {
        Some(&mut self.terminal)
    }

    fn files(&mut self) -> Option<&mut dyn Disk> {
        Some(&mut self.disk)
    }

    fn clock(&mut self) -> Option<&mut dyn Clock> {
        Some(self)
    }

    fn serial(&mut self) -> Option<&mut dyn Serial> {
        Some(&mut self.port)
    }

    fn processes(&mut self) -> Option<&mut dyn Processes> {
        Some(&mut self.jobs)
    }

    fn sound(&mut self) -> Option<&mut dyn Sound> {
        Some(&mut self.speaker)
    }

    fn network(&mut self) -> Option<&mut dyn Network> {
        self.net.as_mut().map(|net| net as &mut dyn Network)
    }

    fn system(&mut self) -> Option<&mut dyn System> {
        Some(self)
    }

    fn fonts(&mut self) -> Option<&mut dyn Fonts> {
        self.font.as_mut().map(|font| font as &mut dyn Fonts)
    }

    fn windows(&mut self) -> Option<&mut dyn Windows> {
        Some(&mut self.desk)
    }

    fn log(&mut self) -> Option<&mut dyn KernelLog> {
        Some(&mut self.journal)
    }

    fn led(&mut self) -> Option<&mut dyn Led> {
        Some(&mut self.light)
    }

    fn memory(&mut self) -> Option<&mut dyn Memory> {
        Some(&mut self.blocks)
    }
}
