//! A text console.

/// A console of character cells. It obeys LF, CR, TAB and BS (which moves and erases nothing) and draws 32..126.
pub trait Console {
    /// Rows and columns.
    fn cells(&self) -> (u32, u32);
    /// One character code.
    fn put(&mut self, byte: u8);
    /// Many of them.
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.put(byte);
        }
    }
    /// Fills everything with the background; the cursor goes to row 0, column 0.
    fn clear(&mut self);
    /// Colours from now on, `0x00RRGGBB`.
    fn set_color(&mut self, foreground: u32, background: u32);
    /// Moves the cursor. A coordinate outside is ignored on its own.
    fn set_cursor(&mut self, row: i32, column: i32);
    /// Row and column of the cursor.
    fn cursor(&self) -> (u32, u32);
    /// Shows or hides the cursor.
    fn show_cursor(&mut self, on: bool);
    /// Erases from the cursor to the right edge.
    fn clear_to_eol(&mut self);
    /// Erases cells; what lies outside is left out.
    fn clear_region(&mut self, row: i32, column: i32, width: i32, height: i32);
}
