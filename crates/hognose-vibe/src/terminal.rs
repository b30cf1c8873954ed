//! A console made of pixels.

use crate::paint::{CELL_HEIGHT, CELL_WIDTH, Paint};
use crate::part::{Console, Screen};

/// A screen with a console on it: a [`Screen`] and a [`Console`] at the same time. The console has no memory of its own: it scrolls
/// what is on the screen.
pub struct Terminal<S> {
    /// The screen.
    pub screen: S,
    row: u32,
    column: u32,
    foreground: u32,
    background: u32,
    cursor: bool,
    /// Is the cursor to be seen now?
    drawn: bool,
}

impl<S: Screen> Terminal<S> {
    /// White on black; the screen stays as it is until [`Console::clear`].
    pub fn new(screen: S) -> Terminal<S> {
        Terminal {
            screen,
            row: 0,
            column: 0,
            foreground: 0xFF_FFFF,
            background: 0,
            cursor: true,
            drawn: false,
        }
    }

    fn fill(&mut self, x: u32, y: u32, width: u32, height: u32, color: u32) {
        let (w, h) = self.screen.size();
        let mut paint = Paint { pixels: self.screen.pixels(), width: w, height: h };
        if let Some((x, y, w, h)) = paint.fill(x as i32, y as i32, width as i32, height as i32, color) {
            self.screen.touched(x, y, w, h);
        }
    }

    fn draw(&mut self, byte: u8) {
        let (w, h) = self.screen.size();
        let mut paint = Paint { pixels: self.screen.pixels(), width: w, height: h };
        let (x, y) = (self.column * CELL_WIDTH, self.row * CELL_HEIGHT);
        if let Some((x, y, w, h)) = paint.cell(x as i32, y as i32, byte, self.foreground, self.background) {
            self.screen.touched(x, y, w, h);
        }
    }

    /// Turns the colours of the cursor's cell round: the cursor comes or goes.
    fn toggle_cursor(&mut self) {
        self.drawn = !self.drawn;
        let (width, _) = self.screen.size();
        let (x, y) = (self.column * CELL_WIDTH, self.row * CELL_HEIGHT);
        for dy in CELL_HEIGHT - 2..CELL_HEIGHT {
            let start = ((y + dy) * width + x) as usize;
            if let Some(row) = self.screen.pixels().get_mut(start..start + CELL_WIDTH as usize) {
                for pixel in row {
                    *pixel ^= 0xFF_FFFF;
                }
            }
        }
        self.screen.touched(x, y, CELL_WIDTH, CELL_HEIGHT);
    }

    /// Takes the cursor away while something is drawn.
    fn hide(&mut self) {
        if self.drawn {
            self.toggle_cursor();
        }
    }

    fn next_line(&mut self) {
        let (rows, _) = self.cells();
        self.column = 0;
        self.row += 1;
        if self.row < rows {
            return;
        }
        self.row = rows.saturating_sub(1);
        let (width, height) = self.screen.size();
        let line = width as usize * CELL_HEIGHT as usize;
        let text = line * rows as usize;
        if let Some(pixels) = self.screen.pixels().get_mut(..text) {
            pixels.copy_within(line.min(text).., 0);
        }
        self.screen.touched(0, 0, width, height.min(rows * CELL_HEIGHT));
        self.fill(0, self.row * CELL_HEIGHT, width, CELL_HEIGHT, self.background);
    }

    fn put_hidden(&mut self, byte: u8) {
        let (rows, columns) = self.cells();
        if rows == 0 || columns == 0 {
            return;
        }
        match byte {
            b'\n' => self.next_line(),
            b'\r' => self.column = 0,
            // At the left edge it goes back to the end of the line above: long inputs are edited over several lines.
            8 if self.column == 0 && self.row > 0 => (self.row, self.column) = (self.row - 1, columns - 1),
            8 => self.column = self.column.saturating_sub(1),
            b'\t' => {
                self.column = (self.column / 8 + 1) * 8;
                if self.column >= columns {
                    self.next_line();
                }
            }
            32..=126 => {
                if self.column >= columns {
                    self.next_line();
                }
                self.draw(byte);
                self.column += 1;
                if self.column >= columns {
                    self.next_line();
                }
            }
            _ => {}
        }
    }
}

impl<S: Screen> Console for Terminal<S> {
    fn cells(&self) -> (u32, u32) {
        let (width, height) = self.screen.size();
        (height / CELL_HEIGHT, width / CELL_WIDTH)
    }

    fn put(&mut self, byte: u8) {
        self.write(&[byte]);
    }

    fn write(&mut self, bytes: &[u8]) {
        self.hide();
        for &byte in bytes {
            self.put_hidden(byte);
        }
        if self.cursor {
            self.toggle_cursor();
        }
    }

    fn clear(&mut self) {
        let (width, height) = self.screen.size();
        self.fill(0, 0, width, height, self.background);
        (self.row, self.column, self.drawn) = (0, 0, false);
    }

    fn set_color(&mut self, foreground: u32, background: u32) {
        (self.foreground, self.background) = (foreground & 0xFF_FFFF, background & 0xFF_FFFF);
    }

    fn set_cursor(&mut self, row: i32, column: i32) {
        self.hide();
        let (rows, columns) = self.cells();
        let inside = |n: i32, limit: u32| u32::try_from(n).ok().filter(|&n| n < limit);
        self.row = inside(row, rows).unwrap_or(self.row);
        self.column = inside(column, columns).unwrap_or(self.column);
        if self.cursor {
            self.toggle_cursor();
        }
    }

    fn cursor(&self) -> (u32, u32) {
        (self.row, self.column)
    }

    fn show_cursor(&mut self, on: bool) {
        self.hide();
        self.cursor = on;
        if on {
            self.toggle_cursor();
        }
    }

    fn clear_to_eol(&mut self) {
        self.hide();
        let (x, y) = (self.column * CELL_WIDTH, self.row * CELL_HEIGHT);
        let (width, _) = self.screen.size();
        self.fill(x, y, width.saturating_sub(x), CELL_HEIGHT, self.background);
    }

    fn clear_region(&mut self, row: i32, column: i32, width: i32, height: i32) {
        self.hide();
        let (rows, columns) = self.cells();
        let side = |at: i32, size: i32, limit: u32| {
            let (start, end) = (i64::from(at).max(0), (i64::from(at) + i64::from(size)).min(limit.into()));
            (start < end).then_some((start as u32, (end - start) as u32))
        };
        if let (Some((row, h)), Some((column, w))) = (side(row, height, rows), side(column, width, columns)) {
            let (x, y) = (column * CELL_WIDTH, row * CELL_HEIGHT);
            self.fill(x, y, w * CELL_WIDTH, h * CELL_HEIGHT, self.background);
        }
    }
}

impl<S: Screen> Screen for Terminal<S> {
    fn size(&self) -> (u32, u32) {
        self.screen.size()
    }

    fn pixels(&mut self) -> &mut [u32] {
        self.screen.pixels()
    }

    fn touched(&mut self, x: u32, y: u32, width: u32, height: u32) {
        self.screen.touched(x, y, width, height);
    }

    fn has_double_buffer(&self) -> bool {
        self.screen.has_double_buffer()
    }

    fn flip(&mut self, picture: u32) -> bool {
        self.screen.flip(picture)
    }

    fn back(&mut self) -> &mut [u32] {
        self.screen.back()
    }
}
