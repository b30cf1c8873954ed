//! The display: 128 by 64 dots, a page buffer that programs draw in, another one that is shown.

use crate::font;
use crate::hardware::{Hardware, Screen};
use crate::limits;
use hognose_device::Millis;

/// Dots across.
pub const WIDTH: i64 = 128;
/// Dots down.
pub const HEIGHT: i64 = 64;
/// Shortest time between two frames.
const PERIOD: Millis = 1000 / limits::DISPLAY_RATE as Millis;

/// The display.
#[derive(Clone, Debug)]
pub struct Display {
    drawn: Screen,
    shown: Screen,
    dirty: bool,
    next: Millis,
    /// Where the next printed character goes: column and row of letters.
    cursor: [i64; 2],
}

impl Default for Display {
    fn default() -> Self {
        Display { drawn: [0; 1024], shown: [0; 1024], dirty: false, next: 0, cursor: [0, 0] }
    }
}

impl Display {
    /// Sets a dot or takes it away; outside nothing happens.
    pub fn pixel(&mut self, x: i64, y: i64, on: bool) {
        if (0..WIDTH).contains(&x) && (0..HEIGHT).contains(&y) {
            if let Some(byte) = self.drawn.get_mut((y / 8 * WIDTH + x) as usize) {
                let bit = 1 << (y % 8);
                *byte = if on { *byte | bit } else { *byte & !bit };
            }
        }
    }

    /// What is drawn at a dot.
    pub fn is_set(&self, x: i64, y: i64) -> bool {
        let inside = (0..WIDTH).contains(&x) && (0..HEIGHT).contains(&y);
        inside && self.drawn.get((y / 8 * WIDTH + x) as usize).is_some_and(|byte| byte >> (y % 8) & 1 == 1)
    }

    /// A line from one dot to another. Coordinates are those of the declared range.
    pub fn line(&mut self, from: [i64; 2], to: [i64; 2], on: bool) {
        let (dx, dy) = ((to[0] - from[0]).abs(), -(to[1] - from[1]).abs());
        let step = [(to[0] - from[0]).signum(), (to[1] - from[1]).signum()];
        let (mut at, mut error) = (from, dx + dy);
        loop {
            self.pixel(at[0], at[1], on);
            if at == to {
                return;
            }
            let twice = 2 * error;
            if twice >= dy {
                error += dy;
                at[0] += step[0];
            }
            if twice <= dx {
                error += dx;
                at[1] += step[1];
            }
        }
    }

    /// A rectangle with its corner at the top left.
    pub fn rect(&mut self, at: [i64; 2], size: [i64; 2], fill: bool, on: bool) {
        let end = [at[0] + size[0], at[1] + size[1]];
        for y in at[1].max(0)..end[1].min(HEIGHT) {
            for x in at[0].max(0)..end[0].min(WIDTH) {
                let edge = x == at[0] || x == end[0] - 1 || y == at[1] || y == end[1] - 1;
                if fill || edge {
                    self.pixel(x, y, on);
                }
            }
        }
    }

    /// Text with its corner at the top left, over what is there.
    pub fn text(&mut self, x: i64, y: i64, text: &str) {
        // What is to the right of the display needs no drawing.
        for (i, c) in text.chars().take(1 + WIDTH as usize).enumerate() {
            self.letter(x + i as i64 * font::WIDTH, y, c);
        }
    }

    fn letter(&mut self, x: i64, y: i64, c: char) {
        let columns = font::glyph(c);
        for column in 0..font::WIDTH {
            let dots = columns.get(column as usize).copied().unwrap_or(0);
            for row in 0..font::HEIGHT {
                self.pixel(x + column, y + row, dots >> row & 1 == 1);
            }
        }
    }

    /// The whole page buffer.
    pub fn image(&mut self, image: &Screen) {
        self.drawn = *image;
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.drawn = [0; 1024];
        self.cursor = [0, 0];
    }

    /// Text under what was printed before, and a line end; the display scrolls. Shows it.
    pub fn print(&mut self, text: &str) {
        for c in text.chars() {
            self.print_char(c);
        }
        self.print_char('\n');
        self.show();
    }

    fn print_char(&mut self, c: char) {
        let (columns, rows) = (WIDTH / font::WIDTH, HEIGHT / font::HEIGHT);
        if c == '\n' {
            self.cursor = [0, self.cursor[1] + 1];
            return;
        }
        if self.cursor[0] >= columns {
            self.cursor = [0, self.cursor[1] + 1];
        }
        while self.cursor[1] >= rows {
            self.drawn.copy_within(WIDTH as usize.., 0);
            let last = self.drawn.len() - WIDTH as usize;
            self.drawn[last..].fill(0);
            self.cursor[1] -= 1;
        }
        self.letter(self.cursor[0] * font::WIDTH, self.cursor[1] * font::HEIGHT, c);
        self.cursor[0] += 1;
    }

    /// Shows what is drawn, as soon as the rate allows.
    pub fn show(&mut self) {
        if self.shown != self.drawn {
            self.shown = self.drawn;
            self.dirty = true;
        }
    }

    /// Only this text, at once.
    pub fn show_message(&mut self, first: &str, second: &str) {
        self.clear();
        self.print(first);
        self.print(second);
        self.cursor = [0, 0];
        self.next = 0;
    }

    /// Sends what changed; gives when it wants to be called again.
    pub fn poll(&mut self, now: Millis, hardware: &mut dyn Hardware) -> Millis {
        if !self.dirty {
            return Millis::MAX;
        }
        if now >= self.next {
            hardware.show_screen(&self.shown);
            self.dirty = false;
            self.next = now + PERIOD;
            return Millis::MAX;
        }
        self.next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawing_stays_inside() {
        let mut display = Display::default();
        display.line([-5, -5], [100, 100], true);
        display.rect([120, 60], [20, 20], false, true);
        display.text(125, 62, "long text that goes over the edge");
        display.text(-1000, -1000, "x");
        assert!(display.is_set(120, 60) && display.is_set(0, 0) && !display.is_set(0, 63));
        display.clear();
        display.line([0, 0], [10, 0], true);
        let count = display.drawn.iter().map(|byte| byte.count_ones()).sum::<u32>();
        assert_eq!(count, 11);
    }

    #[test]
    fn printing_scrolls() {
        let mut display = Display::default();
        for _ in 0..8 {
            display.print("L");
        }
        let before = display.drawn;
        display.print("A");
        assert_eq!(display.drawn[..128], before[128..256], "the first line went out at the top");
        assert_eq!(display.drawn[7 * 128..7 * 128 + 5], font::glyph('A'));
        display.clear();
        display.print("0123456789012345678901");
        assert_eq!(display.drawn[128..133], font::glyph('1'), "21 letters a line");
    }
}
