//! Letters of any size.

/// Bits of a style.
pub mod style {
    /// Smeared by a pixel.
    pub const BOLD: u32 = 1;
    /// Leaning by a fifth.
    pub const ITALIC: u32 = 2;
}

/// A letter as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// Coverage 0..255, row after row.
    pub bitmap: &'a [u8],
    /// Pixels of a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// From the pen to the left edge.
    pub x: i32,
    /// From the base line to the top edge; negative is above.
    pub y: i32,
    /// How far the pen moves.
    pub advance: i32,
}

/// Heights of a font, pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metrics {
    /// Above the base line.
    pub ascent: i32,
    /// Below it, negative.
    pub descent: i32,
    /// Between lines.
    pub gap: i32,
}

/// A TrueType font. Sizes are heights in pixels.
pub trait Fonts {
    /// Is a font there?
    fn is_ready(&mut self) -> bool;
    /// A letter. None: no font, or nothing to be seen, as for the space.
    fn glyph(&mut self, code: u32, size: i32, style: u32) -> Option<Glyph<'_>>;
    /// Heights. None: no font.
    fn metrics(&mut self, size: i32) -> Option<Metrics>;
    /// How far the pen moves. None: no font.
    fn advance(&mut self, code: u32, size: i32) -> Option<i32>;
    /// By how much two letters are closer, negative for closer; 0 without a font.
    fn kerning(&mut self, left: u32, right: u32, size: i32) -> i32;
}
