//! The buttons: debounced, and what happened since they were asked last.

use crate::hardware::{Hardware, Side};
use crate::limits;
use hognose_device::Millis;

/// One button.
#[derive(Clone, Copy, Debug, Default)]
struct Button {
    down: bool,
    raw: bool,
    changed: Millis,
    pressed_at: Millis,
    was_pressed: bool,
    presses: u32,
}

/// Both buttons.
#[derive(Clone, Debug, Default)]
pub struct Buttons {
    all: [Button; 2],
    next: Millis,
}

/// Something that a button did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// It went down.
    Down(Side),
    /// It came up after that many ms.
    Up(Side, Millis),
}

impl Buttons {
    /// A program begins: what was pressed before does not count.
    pub fn begin(&mut self) {
        for button in &mut self.all {
            button.was_pressed = false;
        }
    }

    /// Is it down?
    pub fn is_pressed(&self, side: Side) -> bool {
        self.all[side.index()].down
    }

    /// Was it pressed since this was asked last?
    pub fn was_pressed(&mut self, side: Side) -> bool {
        core::mem::take(&mut self.all[side.index()].was_pressed)
    }

    /// How often it was pressed since power-on.
    pub fn presses(&self, side: Side) -> u32 {
        self.all[side.index()].presses
    }

    /// Reads them when it is time; gives when it wants to be called again.
    pub fn poll(&mut self, now: Millis, hardware: &mut dyn Hardware, mut tell: impl FnMut(Edge)) -> Millis {
        if now < self.next {
            return self.next;
        }
        self.next = now + limits::BUTTON_PERIOD;
        for side in Side::BOTH {
            let raw = hardware.button(side);
            let button = &mut self.all[side.index()];
            if raw != button.raw {
                button.raw = raw;
                button.changed = now;
            }
            if raw != button.down && now - button.changed >= limits::DEBOUNCE {
                button.down = raw;
                if raw {
                    button.pressed_at = now;
                    button.was_pressed = true;
                    button.presses = button.presses.wrapping_add(1);
                    tell(Edge::Down(side));
                } else {
                    tell(Edge::Up(side, now - button.pressed_at));
                }
            }
        }
        self.next
    }
}
