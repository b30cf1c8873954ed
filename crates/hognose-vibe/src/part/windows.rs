//! Windows.

/// Kinds of events.
pub mod event {
    /// A button went down: x, y, the button.
    pub const MOUSE_DOWN: u32 = 1;
    /// The left button went up: x, y.
    pub const MOUSE_UP: u32 = 2;
    /// The pointer moved: x, y, buttons that are down.
    pub const MOUSE_MOVE: u32 = 3;
    /// A key: its code.
    pub const KEY: u32 = 4;
    /// The window is to close: the program destroys it.
    pub const CLOSE: u32 = 5;
    /// Keys come here now.
    pub const FOCUS: u32 = 6;
    /// Keys go elsewhere now.
    pub const UNFOCUS: u32 = 7;
    /// The window has another outer size and a new blank content: width, height.
    pub const RESIZE: u32 = 8;
}

/// What happened to a window: its kind of [`event`] and what belongs to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Kind.
    pub kind: u32,
    /// What belongs to it.
    pub data: [i32; 3],
}

/// The content of a window.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// Pixels, row after row: width times height.
    pub pixels: &'a mut [u32],
    /// Pixels of a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// A window system. Unknown windows are ignored.
pub trait Windows {
    /// Outer position and size, title. Its number; None: it cannot be made.
    fn create(&mut self, x: i32, y: i32, width: i32, height: i32, title: &str) -> Option<i32>;
    /// Takes it away.
    fn destroy(&mut self, window: i32);
    /// Another title.
    fn set_title(&mut self, window: i32, title: &str);
    /// Its content, to draw into. It changes with the size: ask anew each time.
    fn canvas(&mut self, window: i32) -> Option<Canvas<'_>>;
    /// Takes an event.
    fn event(&mut self, window: i32) -> Option<Event>;
    /// Asks for the content to be shown.
    fn invalidate(&mut self, window: i32);
}
