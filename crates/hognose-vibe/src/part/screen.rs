//! A screen of pixels.

/// A framebuffer: a word a pixel, `0x00RRGGBB`, row after row without gaps.
pub trait Screen {
    /// Width and height in pixels.
    fn size(&self) -> (u32, u32);
    /// All pixels; at least width times height of them.
    fn pixels(&mut self) -> &mut [u32];
    /// A rectangle was drawn into, which lies inside the screen: screens that are copies send it on.
    fn touched(&mut self, x: u32, y: u32, width: u32, height: u32) {
        let _ = (x, y, width, height);
    }
    /// Has it two pictures, of which one is shown?
    fn has_double_buffer(&self) -> bool {
        false
    }
    /// Shows picture 0 or 1. False: there is no such picture.
    fn flip(&mut self, picture: u32) -> bool {
        let _ = picture;
        false
    }
    /// The picture that is not shown; with one picture, that one.
    fn back(&mut self) -> &mut [u32] {
        self.pixels()
    }
}
