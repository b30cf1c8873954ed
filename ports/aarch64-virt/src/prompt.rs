//! The prompt on the serial port.

use crate::{interrupts, serial};
use alloc::string::String;
use alloc::vec;
use hognose::{Budget, Control, Engine, Host, Outcome};

/// Words of the engine's block: 32 MB.
const BLOCK: usize = 4 << 20;
/// Instructions between two looks at the keyboard.
const SLICE: u64 = 50_000;

static CONTROL: Control = Control::new();

struct Port;

impl Host for Port {
    fn write(&mut self, _stream: u8, bytes: &[u8]) {
        serial::write(bytes);
    }

    fn monotonic(&mut self) -> Option<u64> {
        Some(interrupts::uptime().as_nanos() as u64)
    }
}

/// Reads lines and runs them, for ever.
pub fn run() -> ! {
    let mut block = vec![0u64; BLOCK];
    let mut port = Port;
    let mut engine = Engine::new(&mut block).unwrap_or_else(|e| panic!("{e}"));
    engine.set_host(&mut port);
    engine.set_control(&CONTROL);
    let _ = engine.load_source("", "<stdin>");
    drive(&mut engine);
    loop {
        serial::write(b">>> ");
        let line = line();
        match engine.load_line(&line, "<stdin>") {
            Ok(()) => drive(&mut engine),
            Err(_) => {
                engine.report();
            }
        }
    }
}

fn drive(engine: &mut Engine<'_>) {
    loop {
        if serial::take_break() {
            serial::forget();
            CONTROL.interrupt();
        }
        match engine.run(Budget::fuel(SLICE)) {
            Outcome::Finished => return,
            Outcome::Failed => {
                engine.report();
                return;
            }
            Outcome::Stopped => return,
            _ => {}
        }
    }
}

fn line() -> String {
    let mut line = String::new();
    loop {
        match serial::read() {
            Some(b'\r' | b'\n') => {
                serial::write(b"\n");
                line.push('\n');
                return line;
            }
            Some(8 | 127) => {
                if line.pop().is_some() {
                    serial::write(b"\x08 \x08");
                }
            }
            Some(byte @ 32..127) => {
                line.push(byte.into());
                serial::write(&[byte]);
            }
            Some(_) => {}
            None => interrupts::wait(),
        }
    }
}
