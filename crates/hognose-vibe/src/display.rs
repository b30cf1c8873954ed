//! A screen in memory, which a port shows: with two pictures, and knowing what changed.

use crate::part::Screen;
use alloc::vec;
use alloc::vec::Vec;

/// A rectangle: left, top, width, height.
pub type Area = (u32, u32, u32, u32);

/// A screen in memory.
pub struct Display {
    pictures: [Vec<u32>; 2],
    shown: usize,
    width: u32,
    height: u32,
    changed: Option<Area>,
}

/// The smallest rectangle around two.
pub fn around(a: Option<Area>, b: Option<Area>) -> Option<Area> {
    let (Some(a), Some(b)) = (a, b) else { return a.or(b) };
    let (left, top) = (a.0.min(b.0), a.1.min(b.1));
    let (right, bottom) = ((a.0 + a.2).max(b.0 + b.2), (a.1 + a.3).max(b.1 + b.3));
    Some((left, top, right - left, bottom - top))
}

impl Display {
    /// Black.
    pub fn new(width: u32, height: u32) -> Display {
        let picture = vec![0; width as usize * height as usize];
        Display {
            pictures: [picture, Vec::new()],
            shown: 0,
            width,
            height,
            changed: Some((0, 0, width, height)),
        }
    }

    /// What changed since the last time it was asked.
    pub fn take_changed(&mut self) -> Option<Area> {
        self.changed.take()
    }

    fn picture(&mut self, number: usize) -> &mut [u32] {
        let size = self.width as usize * self.height as usize;
        match self.pictures.get_mut(number) {
            Some(picture) => {
                // The second picture costs memory only when it is used.
                if picture.len() != size {
                    picture.resize(size, 0);
                }
                picture
            }
            None => &mut [],
        }
    }
}

impl Screen for Display {
    fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    fn pixels(&mut self) -> &mut [u32] {
        self.picture(self.shown)
    }

    fn touched(&mut self, x: u32, y: u32, width: u32, height: u32) {
        self.changed = around(self.changed, Some((x, y, width, height)));
    }

    fn has_double_buffer(&self) -> bool {
        true
    }

    fn flip(&mut self, picture: u32) -> bool {
        if picture > 1 {
            return false;
        }
        self.shown = picture as usize;
        self.picture(picture as usize);
        self.changed = Some((0, 0, self.width, self.height));
        true
    }

    fn back(&mut self) -> &mut [u32] {
        self.picture(1 - self.shown)
    }
}
