//! Keyboard and pointer.

/// Codes of keys that are no characters.
pub mod key {
    /// Ctrl-C.
    pub const INTERRUPT: u16 = 3;
    /// Ctrl-D.
    pub const END_OF_INPUT: u16 = 4;
    /// Backspace.
    pub const BACKSPACE: u16 = 8;
    /// Tab.
    pub const TAB: u16 = 9;
    /// Enter; never 13.
    pub const ENTER: u16 = 10;
    /// Escape.
    pub const ESCAPE: u16 = 27;
    /// Arrow up.
    pub const UP: u16 = 0x100;
    /// Arrow down.
    pub const DOWN: u16 = 0x101;
    /// Arrow left.
    pub const LEFT: u16 = 0x102;
    /// Arrow right.
    pub const RIGHT: u16 = 0x103;
    /// Home.
    pub const HOME: u16 = 0x104;
    /// End.
    pub const END: u16 = 0x105;
    /// Delete.
    pub const DELETE: u16 = 0x106;
    /// Page up.
    pub const PAGE_UP: u16 = 0x107;
    /// Page down.
    pub const PAGE_DOWN: u16 = 0x108;
    /// Ctrl itself went down.
    pub const CTRL: u16 = 0x109;
    /// Shift itself went down.
    pub const SHIFT: u16 = 0x10A;
}

/// Keys as they were pressed: ASCII for characters, 1..26 for Ctrl with a letter, [`key`] for others.
pub trait Keyboard {
    /// Does a key wait?
    fn has_key(&mut self) -> bool;
    /// Takes the next key.
    fn key(&mut self) -> Option<u16>;
    /// Takes one Ctrl-C out of the keys that wait, and leaves all others.
    fn take_interrupt(&mut self) -> bool {
        false
    }
}

/// A mouse, tablet or touch screen.
pub trait Pointer {
    /// Pixels from the top left corner of the screen; its centre before the first movement.
    fn position(&mut self) -> (i32, i32);
    /// Buttons that are down: 1 left, 2 right, 4 middle.
    fn buttons(&mut self) -> u8;
    /// Puts it somewhere else.
    fn move_to(&mut self, x: i32, y: i32);
    /// How far it moved since the last call, pixels.
    fn delta(&mut self) -> (i32, i32);
}
