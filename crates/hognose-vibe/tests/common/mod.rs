//! A computer that records what is done to it, one that has nothing, and programs on them.

#![allow(dead_code)]

mod drawer;

use drawer::Drawer;
use hognose::{Budget, Control, Engine, Outcome};
use hognose_files::Tree;
use hognose_vibe::host::Program;
use hognose_vibe::jobs::{Jobs, Table};
use hognose_vibe::keys::Keys;
use hognose_vibe::part::*;
use hognose_vibe::{Computer, MODULES, Shared, Turn, turn};
use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::task::Poll;

/// A computer that has nothing.
#[derive(Default)]
pub struct Bare {
    pub printed: String,
}

impl Computer for Bare {
    fn print(&mut self, _stream: u8, bytes: &[u8]) {
        self.printed.push_str(&String::from_utf8_lossy(bytes));
    }
}

/// A computer that records what is done to it.
pub struct Recorder {
    pub log: Vec<String>,
    pub printed: String,
    pub now: u64,
    pub keys: Keys,
    pub pixels: Vec<u32>,
    pub disk: Tree<Drawer>,
    pub jobs: Jobs,
    pub incoming: VecDeque<Option<Vec<u8>>>,
    pub checks: u32,
    pub speaker: bool,
    pub fed: Vec<i16>,
    pub paused: bool,
    pub lamp: bool,
    pub blocks: HashMap<u32, Vec<u8>>,
    pub content: Vec<u32>,
    pub events: VecDeque<Event>,
    pub bitmap: Vec<u8>,
    pub shown: u32,
}

pub const WIDTH: u32 = 64;
pub const HEIGHT: u32 = 48;

impl Recorder {
    pub fn new() -> Recorder {
        Recorder {
            log: Vec::new(),
            printed: String::new(),
            now: 1000,
            keys: Keys::new(),
            pixels: vec![0; (WIDTH * HEIGHT) as usize],
            disk: Tree::new(Drawer::default()),
            jobs: Box::leak(Box::new(RefCell::new(Table::new()))),
            incoming: VecDeque::new(),
            checks: 0,
            speaker: true,
            fed: Vec::new(),
            paused: false,
            lamp: false,
            blocks: HashMap::new(),
            content: vec![0xFF_FFFF; 20 * 10],
            events: VecDeque::new(),
            bitmap: vec![1, 2, 3, 4, 5, 6],
            shown: 0,
        }
    }

    fn note(&mut self, text: String) {
        self.log.push(text);
    }
}

impl Console for Recorder {
    fn cells(&self) -> (u32, u32) {
        (50, 160)
    }
    fn put(&mut self, byte: u8) {
        self.note(format!("put {byte}"));
    }
    fn write(&mut self, bytes: &[u8]) {
        self.note(format!("write {:?}", String::from_utf8_lossy(bytes)));
    }
    fn clear(&mut self) {
        self.note("clear".into());
    }
    fn set_color(&mut self, foreground: u32, background: u32) {
        self.note(format!("color {foreground:06x} {background:06x}"));
    }
    fn set_cursor(&mut self, row: i32, column: i32) {
        self.note(format!("cursor {row} {column}"));
    }
    fn cursor(&self) -> (u32, u32) {
        (0, 0)
    }
    fn show_cursor(&mut self, on: bool) {
        self.note(format!("cursor {on}"));
    }
    fn clear_to_eol(&mut self) {
        self.note("clear to eol".into());
    }
    fn clear_region(&mut self, row: i32, column: i32, width: i32, height: i32) {
        self.note(format!("clear {row} {column} {width} {height}"));
    }
}

impl Screen for Recorder {
    fn size(&self) -> (u32, u32) {
        (WIDTH, HEIGHT)
    }
    fn pixels(&mut self) -> &mut [u32] {
        &mut self.pixels
    }
    fn touched(&mut self, x: u32, y: u32, width: u32, height: u32) {
        self.note(format!("touched {x} {y} {width} {height}"));
    }
    fn has_double_buffer(&self) -> bool {
        true
    }
    fn flip(&mut self, picture: u32) -> bool {
        self.shown = picture;
        picture < 2
    }
}

impl Pointer for Recorder {
    fn position(&mut self) -> (i32, i32) {
        (640, 400)
    }
    fn buttons(&mut self) -> u8 {
        5
    }
    fn move_to(&mut self, x: i32, y: i32) {
        self.note(format!("move {x} {y}"));
    }
    fn delta(&mut self) -> (i32, i32) {
        (-3, 4)
    }
}

impl Clock for Recorder {
    fn uptime(&mut self) -> u64 {
        self.now
    }
    fn time(&mut self) -> Option<u64> {
        // Saturday, 2026-11-21 01:03:08 UTC.
        Some(1_795_222_988)
    }
}

impl Serial for Recorder {
    fn write(&mut self, bytes: &[u8]) {
        self.note(format!("serial {:?}", String::from_utf8_lossy(bytes)));
    }
}

impl Sound for Recorder {
    fn start(&mut self, format: Format) -> bool {
        self.note(format!("sound {} {}", format.channels, format.rate));
        self.speaker
    }
    fn feed(&mut self, samples: &[i16]) -> usize {
        if self.paused {
            return 0;
        }
        self.fed.extend_from_slice(samples);
        samples.len()
    }
    fn is_playing(&mut self) -> bool {
        // Heard after three looks.
        self.checks += 1;
        self.checks < 3
    }
    fn stop(&mut self) {
        self.note("stop".into());
    }
    fn pause(&mut self) {
        self.paused = true;
    }
    fn resume(&mut self) -> bool {
        std::mem::take(&mut self.paused)
    }
    fn is_paused(&mut self) -> bool {
        self.paused
    }
}

impl Network for Recorder {
    fn address(&mut self) -> u32 {
        0x0A00_020F
    }
    fn mac(&mut self) -> [u8; 6] {
        [0x52, 0x54, 0, 0x12, 0x34, 0x56]
    }
    fn poll(&mut self) {}
    fn resolve(&mut self, host: &str) -> Option<Ticket> {
        self.note(format!("resolve {host}"));
        Some(if host == "lost.test" { 1 } else { 2 })
    }
    fn ping(&mut self, address: u32, timeout_ms: u32) -> Option<Ticket> {
        self.note(format!("ping {address:08x} {timeout_ms}"));
        Some(if address == 1 { 1 } else { 3 })
    }
    fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        self.checks += 1;
        match (self.checks % 3, ticket) {
            (0, 1) => Poll::Ready(0),
            (0, 2) => Poll::Ready(0x5DB8_D822),
            (0, _) => Poll::Ready(1),
            _ => Poll::Pending,
        }
    }
    fn tcp(&mut self) -> Option<&mut dyn Sockets> {
        Some(self)
    }
    fn tls(&mut self) -> Option<&mut dyn Sockets> {
        Some(self)
    }
}

impl Sockets for Recorder {
    fn connect(&mut self, address: u32, port: u16, host: &str) -> Option<Ticket> {
        self.note(format!("connect {address:08x} {port} {host:?}"));
        (port != 1).then_some(if port == 2 { 1 } else { 2 })
    }
    fn check(&mut self, ticket: Ticket) -> Poll<i64> {
        self.checks += 1;
        if self.checks % 3 != 0 { Poll::Pending } else { Poll::Ready(if ticket == 1 { -1 } else { 4 }) }
    }
    fn forget(&mut self, ticket: Ticket) {
        self.note(format!("forget {ticket}"));
    }
    fn send(&mut self, socket: i64, bytes: &[u8]) -> Option<usize> {
        self.note(format!("send {socket} {bytes:?}"));
        (socket == 4).then_some(bytes.len())
    }
    fn receive(&mut self, socket: i64, out: &mut [u8]) -> Received {
        if socket != 4 {
            return Received::Closed;
        }
        match self.incoming.pop_front() {
            None => Received::Closed,
            Some(None) => Received::Nothing,
            Some(Some(bytes)) => {
                let n = bytes.len().min(out.len());
                out[..n].copy_from_slice(&bytes[..n]);
                Received::Bytes(n)
            }
        }
    }
    fn close(&mut self, socket: i64) {
        self.note(format!("close {socket}"));
    }
    fn is_connected(&mut self, socket: i64) -> bool {
        socket == 4
    }
}

impl System for Recorder {
    fn heap_free(&mut self) -> u64 {
        1 << 40
    }
    fn heap_used(&mut self) -> u64 {
        4096
    }
    fn ram_total(&mut self) -> u64 {
        536_870_912
    }
    fn disk_total(&mut self) -> u64 {
        65536
    }
    fn disk_free(&mut self) -> u64 {
        1234
    }
    fn cpu(&mut self) -> Cpu<'_> {
        Cpu { name: "Cortex-A72", mhz: 1500, cores: 1 }
    }
    fn usb(&mut self, index: usize) -> Option<UsbDevice<'_>> {
        let device = UsbDevice { vendor: 1, product: 2, name: "USB Hub" };
        (index < 2).then_some(device)
    }
}

impl Fonts for Recorder {
    fn is_ready(&mut self) -> bool {
        true
    }
    fn glyph(&mut self, code: u32, size: i32, style: u32) -> Option<Glyph<'_>> {
        self.log.push(format!("glyph {code} {size} {style}"));
        (code != 32).then_some(Glyph { bitmap: &self.bitmap, width: 2, height: 3, x: -1, y: -11, advance: 9 })
    }
    fn metrics(&mut self, size: i32) -> Option<Metrics> {
        Some(Metrics { ascent: size - 2, descent: -2, gap: 1 })
    }
    fn advance(&mut self, _code: u32, _size: i32) -> Option<i32> {
        Some(7)
    }
    fn kerning(&mut self, _left: u32, _right: u32, _size: i32) -> i32 {
        -1
    }
}

impl Windows for Recorder {
    fn create(&mut self, x: i32, y: i32, width: i32, height: i32, title: &str) -> Option<i32> {
        self.note(format!("window {x} {y} {width} {height} {title:?}"));
        Some(3)
    }
    fn destroy(&mut self, window: i32) {
        self.note(format!("destroy {window}"));
    }
    fn set_title(&mut self, window: i32, title: &str) {
        self.note(format!("title {window} {title:?}"));
    }
    fn canvas(&mut self, window: i32) -> Option<Canvas<'_>> {
        (window == 3).then_some(Canvas { pixels: &mut self.content, width: 20, height: 10 })
    }
    fn event(&mut self, window: i32) -> Option<Event> {
        self.events.pop_front().filter(|_| window == 3)
    }
    fn invalidate(&mut self, window: i32) {
        self.note(format!("invalidate {window}"));
    }
}

impl KernelLog for Recorder {
    fn size(&mut self) -> usize {
        10
    }
    fn read(&mut self, offset: usize, out: &mut [u8]) -> usize {
        let log = &b"0123456789"[offset..];
        let n = out.len().min(log.len());
        out[..n].copy_from_slice(&log[..n]);
        n
    }
}

impl Led for Recorder {
    fn is_on(&mut self) -> bool {
        self.lamp
    }
    fn set(&mut self, on: bool) {
        self.lamp = on;
        self.note(format!("led {on}"));
    }
}

impl Memory for Recorder {
    fn allocate(&mut self, bytes: usize) -> Option<u32> {
        let number = block::FIRST + self.blocks.len() as u32;
        (bytes <= 4096).then(|| {
            self.blocks.insert(number, vec![0; bytes]);
            number
        })
    }
    fn free(&mut self, number: u32) {
        self.blocks.remove(&number);
    }
    fn bytes(&mut self, number: u32) -> Option<&mut [u8]> {
        self.blocks.get_mut(&number).map(Vec::as_mut_slice)
    }
}

impl Dma for Recorder {
    fn is_available(&self) -> bool {
        true
    }
}

impl Computer for Recorder {
    fn print(&mut self, _stream: u8, bytes: &[u8]) {
        self.printed.push_str(&String::from_utf8_lossy(bytes));
    }
    fn idle(&mut self, milliseconds: u32) {
        self.now += u64::from(milliseconds);
    }
    fn console(&mut self) -> Option<&mut dyn Console> {
        Some(self)
    }
    fn keyboard(&mut self) -> Option<&mut dyn Keyboard> {
        Some(&mut self.keys)
    }
    fn pointer(&mut self) -> Option<&mut dyn Pointer> {
        Some(self)
    }
    fn screen(&mut self) -> Option<&mut dyn Screen> {
        Some(self)
    }
    fn files(&mut self) -> Option<&mut dyn Disk> {
        Some(&mut self.disk)
    }
    fn clock(&mut self) -> Option<&mut dyn Clock> {
        Some(self)
    }
    fn serial(&mut self) -> Option<&mut dyn Serial> {
        Some(self)
    }
    fn processes(&mut self) -> Option<&mut dyn Processes> {
        Some(&mut self.jobs)
    }
    fn sound(&mut self) -> Option<&mut dyn Sound> {
        Some(self)
    }
    fn network(&mut self) -> Option<&mut dyn Network> {
        Some(self)
    }
    fn system(&mut self) -> Option<&mut dyn System> {
        Some(self)
    }
    fn fonts(&mut self) -> Option<&mut dyn Fonts> {
        Some(self)
    }
    fn windows(&mut self) -> Option<&mut dyn Windows> {
        Some(self)
    }
    fn log(&mut self) -> Option<&mut dyn KernelLog> {
        Some(self)
    }
    fn led(&mut self) -> Option<&mut dyn Led> {
        Some(self)
    }
    fn memory(&mut self) -> Option<&mut dyn Memory> {
        Some(self)
    }
    fn dma(&mut self) -> Option<&mut dyn Dma> {
        Some(self)
    }
}

/// A computer that is shared.
pub fn shared<C: Computer>(computer: C) -> &'static RefCell<C> {
    Box::leak(Box::new(RefCell::new(computer)))
}

/// How a program ended.
pub struct End {
    pub status: i32,
    /// Most milliseconds that passed in one wait.
    pub turns: u32,
}

/// Runs a program to its end; what it waits for comes as the computer says.
pub fn run(computer: Shared, source: &str) -> End {
    let control: &'static Control = Box::leak(Box::new(Control::new()));
    let mut program = Program::new(computer, 1, "/", control);
    let mut block = vec![0u64; 64 * 1024];
    let mut engine = Engine::with_modules(&mut block, &MODULES).expect("a block");
    engine.set_host(&mut program);
    engine.set_control(control);
    if engine.load_source(source, "/main.py").is_err() {
        let status = engine.report().into();
        return End { status, turns: 0 };
    }
    let mut turns = 0;
    for _ in 0..100_000 {
        computer.borrow_mut().poll();
        let outcome = engine.run(Budget::fuel(100_000));
        match turn(&mut engine, outcome) {
            Turn::Exited(status) => return End { status, turns },
            Turn::Waiting(ms) => {
                turns += 1;
                computer.borrow_mut().idle(ms);
            }
            Turn::Strange => panic!("the program waits for something unknown"),
            Turn::Ready | Turn::Yielded => {}
        }
        match outcome {
            Outcome::Finished => return End { status: 0, turns },
            Outcome::Failed => {
                let status = engine.report().into();
                return End { status, turns };
            }
            _ => {}
        }
    }
    panic!("the program does not end");
}

/// What a program prints on a recorder, and what it did to it.
pub fn recorded(source: &str) -> (String, Vec<String>) {
    let computer = shared(Recorder::new());
    run(computer, source);
    let mut computer = computer.borrow_mut();
    (std::mem::take(&mut computer.printed), std::mem::take(&mut computer.log))
}

/// What a program prints on a computer that has nothing.
pub fn on_bare(source: &str) -> String {
    let computer = shared(Bare::default());
    run(computer, source);
    let printed = computer.borrow().printed.clone();
    printed
}
