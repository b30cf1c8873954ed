//! Places in the code that is being written, as words.

use hognose_image::{CodeHead, Label, WriteError, Writer};

/// A place in the code of the open code object: the number of a label of the writer. A place that no running code can come
/// to or leave from has none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Spot(u32);

impl Spot {
    /// In code that never runs.
    pub const DEAD: Spot = Spot(u32::MAX);

    pub const fn new(number: u32) -> Spot {
        Spot(number)
    }

    pub fn is_dead(self) -> bool {
        self == Spot::DEAD
    }

    pub const fn to_word(self) -> u32 {
        self.0
    }

    pub const fn from_word(word: u32) -> Spot {
        Spot(word)
    }
}

/// Labels that are remembered.
const REMEMBERED: usize = 256;

/// Labels of the writer by number. Those given out last are remembered; an older one is found by counting once more.
pub(crate) struct Labels {
    known: [Option<(u32, Label)>; REMEMBERED],
}

impl Labels {
    pub const fn new() -> Self {
        Labels { known: [None; REMEMBERED] }
    }

    pub fn remember(&mut self, number: u32, label: Label) {
        if let Some(place) = self.known.get_mut(number as usize % REMEMBERED) {
            *place = Some((number, label));
        }
    }

    pub fn get(&self, spot: Spot) -> Result<Label, WriteError> {
        match self.known.get(spot.0 as usize % REMEMBERED) {
            Some(Some((number, label))) if *number == spot.0 => Ok(*label),
            _ if spot.is_dead() => Err(WriteError::NotOpen),
            _ => count(spot.0),
        }
    }
}

/// A label that is not remembered any more: a writer of its own counts up to it.
#[cold]
#[inline(never)]
fn count(number: u32) -> Result<Label, WriteError> {
    let mut small = [0; 64];
    let mut writer = Writer::new(&mut small);
    let name = writer.str(b"")?;
    writer.begin_code(&CodeHead { name, qualname: name, ..CodeHead::default() })?;
    let mut label = writer.new_label()?;
    for _ in 0..number {
        label = writer.new_label()?;
    }
    Ok(label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_any_number() {
        let mut memory = [0; 4096];
        let mut writer = Writer::new(&mut memory);
        let name = writer.str(b"f").unwrap();
        writer.begin_code(&CodeHead { name, qualname: name, ..CodeHead::default() }).unwrap();
        let mut labels = Labels::new();
        let made: [_; 600] = core::array::from_fn(|number| {
            let label = writer.new_label().unwrap();
            labels.remember(number as u32, label);
            label
        });
        for (number, label) in made.into_iter().enumerate() {
            assert_eq!(labels.get(Spot::new(number as u32)), Ok(label));
        }
        assert!(labels.get(Spot::DEAD).is_err());
    }
}
