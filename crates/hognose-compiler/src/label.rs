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

/// Labels of the writer by number: those of small numbers as it gave them out, the others counted up once more.
pub(crate) struct Labels {
    known: [Option<Label>; 128],
}

impl Labels {
    pub const fn new() -> Self {
        Labels { known: [None; 128] }
    }

    pub fn remember(&mut self, number: u32, label: Label) {
        if let Some(place) = self.known.get_mut(number as usize) {
            *place = Some(label);
        }
    }

    pub fn get(&self, spot: Spot) -> Result<Label, WriteError> {
        if let Some(Some(label)) = self.known.get(spot.0 as usize) {
            return Ok(*label);
        }
        if spot.is_dead() {
            return Err(WriteError::NotOpen);
        }
        let mut small = [0; 64];
        let mut writer = Writer::new(&mut small);
        let name = writer.str(b"")?;
        writer.begin_code(&CodeHead { name, qualname: name, ..CodeHead::default() })?;
        let mut label = writer.new_label()?;
        for _ in 0..spot.0 {
            label = writer.new_label()?;
        }
        Ok(label)
    }
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
        for number in 0..400 {
            let label = writer.new_label().unwrap();
            labels.remember(number, label);
            assert_eq!(labels.get(Spot::new(number)), Ok(label));
        }
        assert!(labels.get(Spot::DEAD).is_err());
    }
}
