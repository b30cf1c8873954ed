//! The window that the screen is shown in.

use hognose_vibe::desk::Desk;
use hognose_vibe::display::{Area, Display};
use hognose_vibe::part::{Screen, key};
use minifb::{InputCallback, Key, KeyRepeat, MouseButton, MouseMode, WindowOptions};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Between two pictures.
const FRAME: Duration = Duration::from_micros(16_600);

/// Keys that are no characters.
const SPECIAL: &[(Key, u16)] = &[
    (Key::Enter, key::ENTER),
    (Key::NumPadEnter, key::ENTER),
    (Key::Tab, key::TAB),
    (Key::Backspace, key::BACKSPACE),
    (Key::Escape, key::ESCAPE),
    (Key::Up, key::UP),
    (Key::Down, key::DOWN),
    (Key::Left, key::LEFT),
    (Key::Right, key::RIGHT),
    (Key::Home, key::HOME),
    (Key::End, key::END),
    (Key::Delete, key::DELETE),
    (Key::PageUp, key::PAGE_UP),
    (Key::PageDown, key::PAGE_DOWN),
];

/// Keys that count when they go down, once.
const MODIFIERS: &[(Key, u16)] = &[
    (Key::LeftCtrl, key::CTRL),
    (Key::RightCtrl, key::CTRL),
    (Key::LeftShift, key::SHIFT),
    (Key::RightShift, key::SHIFT),
];

/// Letters, for Ctrl with one of them.
const LETTERS: [Key; 26] = [
    Key::A, Key::B, Key::C, Key::D, Key::E, Key::F, Key::G, Key::H, Key::I, Key::J, Key::K, Key::L, Key::M,
    Key::N, Key::O, Key::P, Key::Q, Key::R, Key::S, Key::T, Key::U, Key::V, Key::W, Key::X, Key::Y, Key::Z,
];

/// Characters as they were typed.
struct Typed(Rc<RefCell<Vec<u32>>>);

impl InputCallback for Typed {
    fn add_char(&mut self, code: u32) {
        self.0.borrow_mut().push(code);
    }
}

/// What a person did since the last time.
pub struct Events {
    /// Keys in their order, as far as it is known.
    pub keys: Vec<u16>,
    /// Where the pointer is.
    pub pointer: Option<(i32, i32)>,
    /// Buttons that are down.
    pub buttons: u8,
    /// The window is to close.
    pub closed: bool,
}

/// The window.
pub struct Window {
    window: minifb::Window,
    picture: Vec<u32>,
    typed: Rc<RefCell<Vec<u32>>>,
    shown: Option<Instant>,
}

impl Window {
    /// With that many pixels.
    pub fn new(width: u32, height: u32) -> Result<Window, String> {
        let options = WindowOptions { resize: false, ..WindowOptions::default() };
        let mut window = minifb::Window::new("Hognose", width as usize, height as usize, options)
            .map_err(|error| format!("can't open a window: {error}"))?;
        // The moment of the next picture is counted here.
        window.set_target_fps(0);
        let typed = Rc::new(RefCell::new(Vec::new()));
        window.set_input_callback(Box::new(Typed(Rc::clone(&typed))));
        Ok(Window { window, picture: vec![0; width as usize * height as usize], typed, shown: None })
    }

    /// Is it time for another picture?
    pub fn is_due(&self) -> bool {
        self.shown.is_none_or(|shown| shown.elapsed() >= FRAME)
    }

    /// Shows the screen with its windows; `changed` is what is not yet shown.
    pub fn show(&mut self, changed: Option<Area>, screen: &mut Display, desk: &Desk) {
        self.shown = Some(Instant::now());
        let (width, height) = screen.size();
        let Some((x, y, w, h)) = changed else {
            self.window.update();
            return;
        };
        let source = screen.pixels();
        for row in y..y + h {
            let start = (row * width + x) as usize;
            self.picture[start..start + w as usize].copy_from_slice(&source[start..start + w as usize]);
        }
        desk.compose(&mut self.picture, width, height, (x, y, w, h));
        // What cannot be shown now is shown with the next picture.
        let _ = self.window.update_with_buffer(&self.picture, width as usize, height as usize);
    }

    /// What happened since the last time.
    pub fn events(&mut self) -> Events {
        let control = self.window.is_key_down(Key::LeftCtrl) || self.window.is_key_down(Key::RightCtrl);
        let mut keys: Vec<u16> = Vec::new();
        let pressed = self.window.get_keys_pressed(KeyRepeat::No);
        keys.extend(MODIFIERS.iter().filter(|(key, _)| pressed.contains(key)).map(|(_, code)| *code));
        let typed = std::mem::take(&mut *self.typed.borrow_mut());
        if control {
            let letter = |key: &Key| LETTERS.iter().position(|letter| letter == key);
            keys.extend(pressed.iter().filter_map(letter).map(|at| at as u16 + 1));
        } else {
            keys.extend(typed.iter().filter(|code| (32..=126).contains(*code)).map(|&code| code as u16));
        }
        let repeated = self.window.get_keys_pressed(KeyRepeat::Yes);
        keys.extend(SPECIAL.iter().filter(|(key, _)| repeated.contains(key)).map(|(_, code)| *code));
        let pointer = self.window.get_mouse_pos(MouseMode::Clamp).map(|(x, y)| (x as i32, y as i32));
        let down = |button, bit| if self.window.get_mouse_down(button) { bit } else { 0 };
        let buttons = down(MouseButton::Left, 1) | down(MouseButton::Right, 2) | down(MouseButton::Middle, 4);
        Events { keys, pointer, buttons, closed: !self.window.is_open() }
    }
}
