//! Keyboard and tablet: virtio input devices. Keys become characters of the US layout.

use crate::virtio::{Place, Shared};
use alloc::collections::VecDeque;
use alloc::vec::Vec;
use hognose_vibe::part::key;
use virtio_drivers::device::input::{InputEvent, VirtIOInput};

/// Events that wait; further ones are dropped.
const MOST: usize = 256;
/// Kinds of event, and axes.
const KEY: u16 = 1;
const ABSOLUTE: u16 = 3;
const RELATIVE: u16 = 2;
const AXIS_X: u16 = 0;
const AXIS_Y: u16 = 1;
/// A tablet's axes reach from 0 to this.
const TABLET: u32 = 32767;

/// Keys 1 to 57 without and with Shift; 0 has no character.
const PLAIN: &[u8; 58] = b"\0\x1b1234567890-=\x08\tqwertyuiop[]\n\0asdfghjkl;'`\0\\zxcvbnm,./\0*\0 ";
const SHIFTED: &[u8; 58] = b"\0\x1b!@#$%^&*()_+\x08\tQWERTYUIOP{}\n\0ASDFGHJKL:\"~\0|ZXCVBNM<>?\0*\0 ";

/// All input devices together.
#[derive(Default)]
pub struct Inputs {
    devices: Vec<VirtIOInput<Shared, Place>>,
    keys: VecDeque<u16>,
    /// Ctrl-C was pressed: it goes before all other keys, and is never dropped.
    interrupt: bool,
    shift: u8,
    ctrl: u8,
    /// Place of the pointer on the screen.
    pointer: (i32, i32),
    moved: (i32, i32),
    buttons: u8,
    screen: (u32, u32),
}

impl Inputs {
    /// None yet, for a screen of that size.
    pub fn new(screen: (u32, u32)) -> Inputs {
        let pointer = (screen.0 as i32 / 2, screen.1 as i32 / 2);
        Inputs { pointer, screen, ..Inputs::default() }
    }

    /// One more device. False: it does not work.
    pub fn add(&mut self, place: Place) -> bool {
        let device = VirtIOInput::new(place);
        device.map(|device| self.devices.push(device)).is_ok()
    }

    /// Takes what the devices have to say.
    pub fn poll(&mut self) {
        let mut devices = core::mem::take(&mut self.devices);
        for device in &mut devices {
            while let Some(event) = device.pop_pending_event() {
                self.take(&event);
            }
        }
        self.devices = devices;
    }

    fn take(&mut self, event: &InputEvent) {
        match (event.event_type, event.code) {
            (KEY, 0x110..=0x112) => {
                // Left, right, middle.
                let bit = 1 << (event.code - 0x110);
                self.buttons = if event.value == 0 { self.buttons & !bit } else { self.buttons | bit };
            }
            (KEY, code) => self.key(code, event.value != 0),
            (ABSOLUTE, AXIS_X) => self.pointer.0 = on_screen(event.value, self.screen.0),
            (ABSOLUTE, AXIS_Y) => self.pointer.1 = on_screen(event.value, self.screen.1),
            (RELATIVE, AXIS_X) => self.go(self.pointer.0.saturating_add(event.value as i32), self.pointer.1),
            (RELATIVE, AXIS_Y) => self.go(self.pointer.0, self.pointer.1.saturating_add(event.value as i32)),
            _ => {}
        }
    }

    fn go(&mut self, x: i32, y: i32) {
        let most = |size: u32| (size as i32 - 1).max(0);
        self.pointer = (x.clamp(0, most(self.screen.0)), y.clamp(0, most(self.screen.1)));
    }

    fn key(&mut self, code: u16, down: bool) {
        let hold = |mask: u8, bit: u8| if down { mask | bit } else { mask & !bit };
        match code {
            42 => self.shift = hold(self.shift, 1),
            54 => self.shift = hold(self.shift, 2),
            29 => self.ctrl = hold(self.ctrl, 1),
            97 => self.ctrl = hold(self.ctrl, 2),
            _ => {}
        }
        if !down {
            return;
        }
        let key = match code {
            29 | 97 => key::CTRL,
            42 | 54 => key::SHIFT,
            102 => key::HOME,
            103 => key::UP,
            104 => key::PAGE_UP,
            105 => key::LEFT,
            106 => key::RIGHT,
            107 => key::END,
            108 => key::DOWN,
            109 => key::PAGE_DOWN,
            111 => key::DELETE,
            // The keypad.
            71..=83 => u16::from(b"789-456+1230."[usize::from(code - 71)]),
            96 => u16::from(b'\n'),
            98 => u16::from(b'/'),
            _ => {
                let table = if self.shift != 0 { SHIFTED } else { PLAIN };
                let Some(character @ 1..) = table.get(usize::from(code)).copied() else { return };
                let letter = character.to_ascii_lowercase();
                u16::from(if self.ctrl != 0 && letter.is_ascii_lowercase() {
                    letter - b'a' + 1
                } else {
                    character
                })
            }
        };
        self.press(key);
    }

    /// A key was pressed.
    pub fn press(&mut self, code: u16) {
        if code == key::INTERRUPT {
            self.interrupt = true;
        } else if self.keys.len() < MOST {
            self.keys.push_back(code);
        }
    }

    /// A key that was taken waits again, before all others.
    pub fn press_first(&mut self, code: u16) {
        if code == key::INTERRUPT {
            self.interrupt = true;
        } else {
            self.keys.push_front(code);
        }
    }

    /// How many more keys can wait.
    pub fn room(&self) -> usize {
        MOST.saturating_sub(self.keys.len())
    }

    /// Takes a Ctrl-C before all other keys.
    pub fn take_interrupt(&mut self) -> bool {
        core::mem::take(&mut self.interrupt)
    }

    /// The next key.
    pub fn next_key(&mut self) -> Option<u16> {
        if self.take_interrupt() { Some(key::INTERRUPT) } else { self.keys.pop_front() }
    }

    /// Does a key wait?
    pub fn has_key(&self) -> bool {
        self.interrupt || !self.keys.is_empty()
    }

    /// Place of the pointer.
    pub fn pointer(&self) -> (i32, i32) {
        self.pointer
    }

    /// Puts the pointer there.
    pub fn set_pointer(&mut self, x: i32, y: i32) {
        self.go(x, y);
        self.moved = self.pointer;
    }

    /// How far the pointer moved since this was asked last.
    pub fn moved(&mut self) -> (i32, i32) {
        let (x, y) = self.moved;
        self.moved = self.pointer;
        (self.pointer.0 - x, self.pointer.1 - y)
    }

    /// Buttons that are held: 1 left, 2 right, 4 middle.
    pub fn buttons(&self) -> u8 {
        self.buttons
    }
}

fn on_screen(value: u32, size: u32) -> i32 {
    (u64::from(value.min(TABLET)) * u64::from(size) / u64::from(TABLET + 1)) as i32
}
