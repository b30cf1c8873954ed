//! A TrueType font, made into pictures of letters by `fontdue`.

use crate::part::{Fonts, Glyph, Metrics, style};
use alloc::vec;
use alloc::vec::Vec;
use fontdue::{Font, FontSettings};

/// Heights that there are, pixels; others are served by the nearest.
const SIZES: [i32; 8] = [12, 14, 16, 18, 20, 24, 28, 32];
/// How much an italic letter leans.
const SLANT: f32 = 0.2;

/// A font.
pub struct TrueType {
    font: Font,
    /// Pixels of the em per pixel of height.
    scale: f32,
    bitmap: Vec<u8>,
}

fn nearest(size: i32) -> f32 {
    let near = SIZES.iter().min_by_key(|&&known| (known.abs_diff(size), known)).copied();
    near.unwrap_or(16) as f32
}

fn letter(code: u32) -> char {
    char::from_u32(code).unwrap_or('\u{FFFD}')
}

impl TrueType {
    /// From the bytes of a font file. None: it is none.
    pub fn new(bytes: &[u8]) -> Option<TrueType> {
        let font = Font::from_bytes(bytes, FontSettings::default()).ok()?;
        let line = font.horizontal_line_metrics(1.0)?;
        let height = line.ascent - line.descent;
        (height > 0.0).then_some(TrueType { font, scale: 1.0 / height, bitmap: Vec::new() })
    }

    fn em(&self, size: i32) -> f32 {
        nearest(size) * self.scale
    }
}

impl Fonts for TrueType {
    fn is_ready(&mut self) -> bool {
        true
    }

    fn glyph(&mut self, code: u32, size: i32, style: u32) -> Option<Glyph<'_>> {
        let em = self.em(size);
        let (metrics, plain) = self.font.rasterize(letter(code), em);
        if plain.is_empty() {
            return None;
        }
        let (bold, italic) = (style & style::BOLD != 0, style & style::ITALIC != 0);
        let lean = |row: usize| if italic { ((metrics.height - row) as f32 * SLANT) as usize } else { 0 };
        let extra =
            if italic { libm::ceilf(metrics.height as f32 * SLANT) as usize } else { 0 } + usize::from(bold);
        let width = metrics.width + extra;
        self.bitmap = vec![0; width * metrics.height];
        for (row, line) in plain.chunks_exact(metrics.width.max(1)).enumerate() {
            for (column, &a) in line.iter().enumerate() {
                let at = row * width + column + lean(row);
                for place in at..=at + usize::from(bold) {
                    if let Some(pixel) = self.bitmap.get_mut(place) {
                        *pixel = (*pixel).max(a);
                    }
                }
            }
        }
        Some(Glyph {
            bitmap: &self.bitmap,
            width: width as u32,
            height: metrics.height as u32,
            x: metrics.xmin,
            y: -(metrics.ymin + metrics.height as i32),
            advance: metrics.advance_width as i32 + i32::from(bold),
        })
    }

    fn metrics(&mut self, size: i32) -> Option<Metrics> {
        let line = self.font.horizontal_line_metrics(self.em(size))?;
        Some(Metrics { ascent: line.ascent as i32, descent: line.descent as i32, gap: line.line_gap as i32 })
    }

    fn advance(&mut self, code: u32, size: i32) -> Option<i32> {
        Some(self.font.metrics(letter(code), self.em(size)).advance_width as i32)
    }

    fn kerning(&mut self, left: u32, right: u32, size: i32) -> i32 {
        self.font.horizontal_kern(letter(left), letter(right), self.em(size)).map_or(0, |kern| kern as i32)
    }
}
