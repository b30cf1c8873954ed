//! The working memory: a heap of words from below, a stack of tasks from above.
//!
//! Below stand the scopes of the current statement, then constants that are held back, names and labels of a pattern.
//! Above stand the tasks: what is to be done when the task on top is done.

use crate::fault::{Done, Fault};

/// The words given for it. Place 0 is never used: 0 means nowhere.
pub(crate) struct Words<'a> {
    words: &'a mut [u32],
    low: usize,
    high: usize,
}

impl<'a> Words<'a> {
    pub fn new(words: &'a mut [u32]) -> Self {
        Words { low: 1, high: words.len().max(1), words }
    }

    /// The word at a place; 0 outside.
    pub fn get(&self, place: u32) -> u32 {
        self.words.get(place as usize).copied().unwrap_or(0)
    }

    pub fn set(&mut self, place: u32, word: u32) {
        if let Some(slot) = self.words.get_mut(place as usize) {
            *slot = word;
        }
    }

    // From below

    /// First free place of the lower part.
    pub const fn low(&self) -> u32 {
        self.low as u32
    }

    /// Forgets what stands at and above a place of the lower part.
    pub fn cut(&mut self, place: u32) {
        self.low = self.low.min(place as usize);
    }

    /// Adds words to the lower part; gives the place of the first.
    pub fn add<const N: usize>(&mut self, words: [u32; N]) -> Result<u32, Fault> {
        let place = self.low;
        if self.high.saturating_sub(place) < N {
            return Err(Fault::WorkSpace);
        }
        for (slot, word) in self.words.iter_mut().skip(place).zip(words) {
            *slot = word;
        }
        self.low = place + N;
        Ok(place as u32)
    }

    /// Words of the lower part from a place on.
    pub fn from(&self, place: u32) -> &[u32] {
        self.words.get(place as usize..self.low).unwrap_or(&[])
    }

    // From above

    pub fn push(&mut self, word: u32) -> Done {
        if self.high <= self.low {
            return Err(Fault::WorkSpace);
        }
        self.high -= 1;
        self.set(self.high as u32, word);
        Ok(())
    }

    /// Pushes words so that the last of them is on top.
    pub fn push_all<const N: usize>(&mut self, words: [u32; N]) -> Done {
        words.into_iter().try_for_each(|word| self.push(word))
    }

    pub fn pop(&mut self) -> u32 {
        let word = self.get(self.high as u32);
        self.high = (self.high + 1).min(self.words.len());
        word
    }

    /// Takes words off, in the order in which they were pushed.
    pub fn pop_all<const N: usize>(&mut self) -> [u32; N] {
        let mut words = [0; N];
        for word in words.iter_mut().rev() {
            *word = self.pop();
        }
        words
    }

    /// Forgets all tasks.
    pub fn clear_stack(&mut self) {
        self.high = self.words.len().max(1);
    }

    /// Place of the word on top of the stack.
    pub const fn top(&self) -> u32 {
        self.high as u32
    }
}
