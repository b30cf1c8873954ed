//! Keys that wait.

use crate::part::{Keyboard, key};

/// Most keys that wait; later ones are dropped.
const MOST: usize = 31;

/// Keys that wait, in a ring.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    ring: [u16; MOST],
    first: usize,
    count: usize,
}

impl Keys {
    /// None.
    pub const fn new() -> Keys {
        Keys { ring: [0; MOST], first: 0, count: 0 }
    }

    /// A key was pressed. False: it is dropped.
    pub fn press(&mut self, key: u16) -> bool {
        if self.count == MOST {
            return false;
        }
        if let Some(place) = self.ring.get_mut((self.first + self.count) % MOST) {
            *place = key;
            self.count += 1;
        }
        true
    }

    /// How many more can wait.
    pub fn room(&self) -> usize {
        MOST - self.count
    }
}

impl Keyboard for Keys {
    fn has_key(&mut self) -> bool {
        self.count > 0
    }

    fn key(&mut self) -> Option<u16> {
        if self.count == 0 {
            return None;
        }
        let key = self.ring.get(self.first).copied();
        self.first = (self.first + 1) % MOST;
        self.count -= 1;
        key
    }

    fn take_interrupt(&mut self) -> bool {
        let mut found = false;
        for _ in 0..self.count {
            match self.key() {
                Some(key::INTERRUPT) if !found => found = true,
                Some(other) => {
                    self.press(other);
                }
                None => {}
            }
        }
        found
    }
}
