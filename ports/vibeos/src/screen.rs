//! Screen, pointer, letters and windows.

use crate::table::Kernel;
use crate::text::Name;
use core::slice::{from_raw_parts, from_raw_parts_mut};
use hognose_vibe::part::*;

/// The screen and what is on it.
pub struct Glass {
    kernel: Kernel,
}

impl Glass {
    /// By that table.
    pub fn new(kernel: Kernel) -> Glass {
        Glass { kernel }
    }

    /// Is there a screen?
    pub fn is_there(&self) -> bool {
        let (width, height) = Screen::size(self);
        !self.kernel.fb_base().is_null() && width > 0 && height > 0
    }

    fn picture(&mut self, first: *mut u32) -> &mut [u32] {
        let (width, height) = Screen::size(self);
        let count = (width as usize).saturating_mul(height as usize);
        if first.is_null() {
            return &mut [];
        }
        // SAFETY: the kernel's picture has that many pixels and stays; the borrow keeps a second slice of it away.
        unsafe { from_raw_parts_mut(first, count) }
    }
}

impl Screen for Glass {
    fn size(&self) -> (u32, u32) {
        (self.kernel.fb_width(), self.kernel.fb_height())
    }

    fn pixels(&mut self) -> &mut [u32] {
        let first = self.kernel.fb_base();
        self.picture(first)
    }

    fn has_double_buffer(&self) -> bool {
        self.kernel.fb_has_hw_double_buffer().is_some_and(|there| there != 0)
    }

    fn flip(&mut self, picture: u32) -> bool {
        i32::try_from(picture).is_ok_and(|n| self.kernel.fb_flip(n) == Some(0))
    }

    fn back(&mut self) -> &mut [u32] {
        let first = self.kernel.fb_get_backbuffer().filter(|first| !first.is_null());
        let first = first.unwrap_or_else(|| self.kernel.fb_base());
        self.picture(first)
    }
}

impl Pointer for Glass {
    fn position(&mut self) -> (i32, i32) {
        let (mut x, mut y) = (0, 0);
        self.kernel.mouse_poll();
        self.kernel.mouse_get_pos(&mut x, &mut y);
        (x, y)
    }

    fn buttons(&mut self) -> u8 {
        self.kernel.mouse_poll();
        self.kernel.mouse_get_buttons().unwrap_or(0)
    }

    fn move_to(&mut self, x: i32, y: i32) {
        self.kernel.mouse_set_pos(x, y);
    }

    fn delta(&mut self) -> (i32, i32) {
        let (mut x, mut y) = (0, 0);
        self.kernel.mouse_poll();
        self.kernel.mouse_get_delta(&mut x, &mut y);
        (x, y)
    }
}

impl Fonts for Glass {
    fn is_ready(&mut self) -> bool {
        self.kernel.ttf_is_ready().is_some_and(|ready| ready != 0)
    }

    fn glyph(&mut self, code: u32, size: i32, style: u32) -> Option<Glyph<'_>> {
        let found = self.kernel.ttf_get_glyph(code.try_into().ok()?, size, style.try_into().ok()?)?;
        // SAFETY: null, or a record that stays until the next call; the borrow keeps that away.
        let found = unsafe { found.as_ref() }?;
        let (width, height) = (u32::try_from(found.width).ok()?, u32::try_from(found.height).ok()?);
        if found.bitmap.is_null() || width == 0 || height == 0 {
            return None;
        }
        let count = (width as usize).checked_mul(height as usize)?;
        // SAFETY: the bitmap has a byte for each pixel.
        let bitmap = unsafe { from_raw_parts(found.bitmap, count) };
        Some(Glyph { bitmap, width, height, x: found.x, y: found.y, advance: found.advance })
    }

    fn metrics(&mut self, size: i32) -> Option<Metrics> {
        if !self.is_ready() {
            return None;
        }
        let (mut ascent, mut descent, mut gap) = (0, 0, 0);
        self.kernel.ttf_get_metrics(size, &mut ascent, &mut descent, &mut gap)?;
        Some(Metrics { ascent, descent, gap })
    }

    fn advance(&mut self, code: u32, size: i32) -> Option<i32> {
        if !self.is_ready() {
            return None;
        }
        self.kernel.ttf_get_advance(code.try_into().ok()?, size)
    }

    fn kerning(&mut self, left: u32, right: u32, size: i32) -> i32 {
        let codes = i32::try_from(left).ok().zip(i32::try_from(right).ok()).filter(|_| self.is_ready());
        codes.and_then(|(left, right)| self.kernel.ttf_get_kerning(left, right, size)).unwrap_or(0)
    }
}

impl Windows for Glass {
    fn create(&mut self, x: i32, y: i32, width: i32, height: i32, title: &str) -> Option<i32> {
        let title = Name::cut(title);
        self.kernel.window_create(x, y, width, height, title.address()).filter(|&window| window >= 0)
    }

    fn destroy(&mut self, window: i32) {
        self.kernel.window_destroy(window);
    }

    fn set_title(&mut self, window: i32, title: &str) {
        let title = Name::cut(title);
        self.kernel.window_set_title(window, title.address());
    }

    fn canvas(&mut self, window: i32) -> Option<Canvas<'_>> {
        let (mut width, mut height) = (0, 0);
        let first = self.kernel.window_get_buffer(window, &mut width, &mut height)?;
        let (width, height) = (u32::try_from(width).ok()?, u32::try_from(height).ok()?);
        let count = (width as usize).checked_mul(height as usize)?;
        if first.is_null() {
            return None;
        }
        // SAFETY: the content has that many pixels; it is asked for anew at each use.
        Some(Canvas { pixels: unsafe { from_raw_parts_mut(first, count) }, width, height })
    }

    fn event(&mut self, window: i32) -> Option<Event> {
        let (mut kind, mut a, mut b, mut c) = (0, 0, 0, 0);
        let found = self.kernel.window_poll_event(window, &mut kind, &mut a, &mut b, &mut c)?;
        (found != 0).then(|| Event { kind: kind.try_into().unwrap_or(0), data: [a, b, c] })
    }

    fn invalidate(&mut self, window: i32) {
        self.kernel.window_invalidate(window);
    }
}
