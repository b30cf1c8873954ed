//! Drawing into pixels, clipped on all sides.

use crate::font;

/// Pixels of a cell: columns.
pub const CELL_WIDTH: u32 = 8;
/// Pixels of a cell: rows.
pub const CELL_HEIGHT: u32 = 16;

/// Pixels to draw into: width times height of them.
pub struct Paint<'a> {
    /// Row after row.
    pub pixels: &'a mut [u32],
    /// Pixels of a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
}

/// A rectangle that lies inside: left, top, width, height.
pub type Inside = (u32, u32, u32, u32);

impl Paint<'_> {
    /// What of a rectangle lies inside.
    pub fn clip(&self, x: i32, y: i32, width: i32, height: i32) -> Option<Inside> {
        let side = |at: i32, size: i32, limit: u32| {
            let (start, end) = (i64::from(at).max(0), (i64::from(at) + i64::from(size)).min(limit.into()));
            (start < end).then_some((start as u32, (end - start) as u32))
        };
        let (left, w) = side(x, width, self.width)?;
        let (top, h) = side(y, height, self.height)?;
        Some((left, top, w, h))
    }

    fn row(&mut self, x: u32, y: u32, width: u32) -> &mut [u32] {
        let start = y as usize * self.width as usize + x as usize;
        self.pixels.get_mut(start..start + width as usize).unwrap_or(&mut [])
    }

    /// One pixel.
    pub fn pixel(&mut self, x: i32, y: i32, color: u32) -> Option<Inside> {
        self.fill(x, y, 1, 1, color)
    }

    /// A full rectangle; what was drawn of it.
    pub fn fill(&mut self, x: i32, y: i32, width: i32, height: i32, color: u32) -> Option<Inside> {
        let inside = self.clip(x, y, width, height)?;
        let (left, top, w, h) = inside;
        for y in top..top + h {
            self.row(left, y, w).fill(color);
        }
        Some(inside)
    }

    /// An outline of one pixel.
    pub fn outline(&mut self, x: i32, y: i32, width: i32, height: i32, color: u32) {
        if width <= 0 || height <= 0 {
            return;
        }
        let (right, bottom) = (x.saturating_add(width - 1), y.saturating_add(height - 1));
        self.fill(x, y, width, 1, color);
        self.fill(x, bottom, width, 1, color);
        self.fill(x, y, 1, height, color);
        self.fill(right, y, 1, height, color);
    }

    /// A character cell, both colours painted.
    pub fn cell(&mut self, x: i32, y: i32, code: u8, foreground: u32, background: u32) -> Option<Inside> {
        let inside = self.clip(x, y, CELL_WIDTH as i32, CELL_HEIGHT as i32)?;
        let (left, top, w, h) = inside;
        let glyph = font::glyph(code);
        let (skip_x, skip_y) = (i64::from(left) - i64::from(x), i64::from(top) - i64::from(y));
        for dy in 0..h {
            let bits = glyph.get(dy as usize + skip_y as usize).copied().unwrap_or(0);
            for (dx, pixel) in self.row(left, top + dy, w).iter_mut().enumerate() {
                let on = bits << (dx + skip_x as usize).min(7) & 0x80 != 0;
                *pixel = if on { foreground } else { background };
            }
        }
        Some(inside)
    }

    /// Coverage 0..255 as a mix of two colours.
    pub fn coverage(
        &mut self,
        x: i32,
        y: i32,
        bitmap: &[u8],
        width: i32,
        height: i32,
        foreground: u32,
        background: u32,
    ) {
        let Some((left, top, w, h)) = self.clip(x, y, width, height) else { return };
        let (skip_x, skip_y) = (i64::from(left) - i64::from(x), i64::from(top) - i64::from(y));
        for dy in 0..h {
            let start = (i64::from(dy) + skip_y) * i64::from(width) + skip_x;
            let source = usize::try_from(start).ok().and_then(|start| bitmap.get(start..)).unwrap_or(&[]);
            for (pixel, &a) in self.row(left, top + dy, w).iter_mut().zip(source) {
                *pixel = mix(foreground, background, a);
            }
        }
    }
}

/// `(foreground * a + background * (255 - a)) // 255` per channel.
pub fn mix(foreground: u32, background: u32, a: u8) -> u32 {
    let a = u32::from(a);
    let channel = |shift: u32| {
        let (f, b) = (foreground >> shift & 255, background >> shift & 255);
        (f * a + b * (255 - a)) / 255 << shift
    };
    channel(16) | channel(8) | channel(0)
}
