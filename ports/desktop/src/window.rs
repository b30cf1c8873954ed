//! The window that the screen is shown in.

use hognose_vibe::desk::Desk;
use hognose_vibe::display::{Area, Display};
use hognose_vibe::part::{Screen, key};
use minifb::{InputCallback, Key, MouseButton, MouseMode, WindowOptions};
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
    (Key::LeftCtrl, key::CTRL),
    (Key::RightCtrl, key::CTRL),
    (Key::LeftShift, key::SHIFT),
    (Key::RightShift, key::SHIFT),
];

/// Letters, for Ctrl with one of them.
const LETTERS: [Key; 26] = [
    Key::A,
    Key::B,
    Key::C,
    Key::D,
    Key::E,
    Key::F,
    Key::G,
    Key::H,
    Key::I,
    Key::J,
    Key::K,
    Key::L,
    Key::M,
    Key::N,
    Key::O,
    Key::P,
    Key::Q,
    Key::R,
    Key::S,
    Key::T,
    Key::U,
    Key::V,
    Key::W,
    Key::X,
    Key::Y,
    Key::Z,
];

/// Keys in their order, as codes of the computer.
#[derive(Default)]
struct Pressed {
    codes: Vec<u16>,
    /// Ctrl keys that are down.
    controls: u8,
}

/// Told by the window of each key, however short it was down.
struct Listener(Rc<RefCell<Pressed>>);

impl InputCallback for Listener {
    fn add_char(&mut self, code: u32) {
        let mut pressed = self.0.borrow_mut();
        if pressed.controls == 0 && (32..=126).contains(&code) {
            pressed.codes.push(code as u16);
        }
    }

    fn set_key_state(&mut self, key: Key, down: bool) {
        let mut pressed = self.0.borrow_mut();
        let bit = match key {
            Key::LeftCtrl => 1,
            Key::RightCtrl => 2,
            _ => 0,
        };
        if !down {
            pressed.controls &= !bit;
            return;
        }
        // A modifier that is held counts once.
        let held = bit != 0 && pressed.controls & bit != 0;
        pressed.controls |= bit;
        let letter = LETTERS.iter().position(|letter| *letter == key).filter(|_| pressed.controls != 0);
        let known = SPECIAL.iter().find(|(special, _)| *special == key).map(|(_, code)| *code);
        if let Some(code) = known.or(letter.map(|at| at as u16 + 1)).filter(|_| !held) {
            pressed.codes.push(code);
        }
    }
}

/// What a person did since the last time.
pub struct Events {
    /// Keys in their order.
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
    pressed: Rc<RefCell<Pressed>>,
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
        let pressed = Rc::new(RefCell::new(Pressed::default()));
        window.set_input_callback(Box::new(Listener(Rc::clone(&pressed))));
        Ok(Window { window, picture: vec![0; width as usize * height as usize], pressed, shown: None })
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
        let keys = std::mem::take(&mut self.pressed.borrow_mut().codes);
        let pointer = self.window.get_mouse_pos(MouseMode::Clamp).map(|(x, y)| (x as i32, y as i32));
        let down = |button, bit| if self.window.get_mouse_down(button) { bit } else { 0 };
        let buttons = down(MouseButton::Left, 1) | down(MouseButton::Right, 2) | down(MouseButton::Middle, 4);
        Events { keys, pointer, buttons, closed: !self.window.is_open() }
    }
}
