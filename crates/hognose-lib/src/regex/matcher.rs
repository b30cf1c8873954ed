//! Runs a program over a text, a slice of fuel at a time.
//!
//! One fuel pays one instruction, one entry taken off the stack, 32 characters of a run, 256 bytes of looking for a
//! start. How much a match costs does not depend on how it is cut into slices, nor on when the state was moved.

use super::machine::Machine;
use super::program::Program;
use super::state::*;

/// Why [`Matcher::run`] returned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// There is a match: see [`Matcher::span`].
    Match,
    /// There is none.
    NoMatch,
    /// The fuel is spent: call again with more.
    MoreFuel,
    /// The stack is full: copy the state to the start of a larger slice and call again with that.
    MoreMemory,
}

/// Runs one program. All that a match knows between calls is in the state that the caller keeps.
#[derive(Clone, Copy, Debug)]
pub struct Matcher<'p> {
    program: Program<'p>,
}

impl<'p> Matcher<'p> {
    /// A matcher for `program`.
    pub fn new(program: Program<'p>) -> Matcher<'p> {
        Matcher { program }
    }

    /// Makes `state` ready for a match. When it is too small: how many words it must have at least.
    pub fn start(&self, state: &mut [u32], search: Search) -> Result<(), usize> {
        let slots = 2 * (self.program.groups() as usize + self.program.loops() as usize);
        let need = self.program.state_words();
        let Some(used) = state.get_mut(..HEADER + slots) else { return Err(need) };
        used.fill(NONE);
        let mode = match search.mode {
            Mode::Search => MODE_SEARCH,
            Mode::Match => MODE_MATCH,
            Mode::FullMatch => MODE_FULL,
        };
        let end = search.end.min(NONE as usize - 1) as u32;
        let begin = search.begin.min(NONE as usize - 1) as u32;
        let phase = if begin > end { FAILED } else { SCAN };
        let mode = mode | if search.must_advance { MODE_ADVANCE } else { 0 };
        let header = [phase, mode, begin, end, begin, 0, 0, 0, NONE, 0, 0, 0, 0, slots as u32];
        if let Some(to) = used.get_mut(..HEADER) {
            to.copy_from_slice(&header);
        }
        Ok(())
    }

    /// Goes on with the match in `state`, with `text` as it was before. Fuel is taken off `fuel`.
    ///
    /// Returns the same again when the match has ended. A state that was never started, or is damaged, gives
    /// [`Step::NoMatch`] or a meaningless match, never a panic.
    pub fn run(&self, text: &[u8], state: &mut [u32], fuel: &mut u64) -> Step {
        let Some(mut machine) = Machine::load(self.program, text, state) else { return Step::NoMatch };
        let step = machine.run(fuel);
        let saved = machine.save();
        if let Some(to) = state.get_mut(..HEADER) {
            to.copy_from_slice(&saved);
        }
        step
    }

    /// Start and end of a group, in bytes, after a match; group 0 is the whole. Nothing if it did not take part.
    pub fn span(&self, state: &[u32], group: u32) -> Option<(usize, usize)> {
        let (start, end) = if group == 0 {
            (*state.get(S_START)?, *state.get(S_POS)?)
        } else {
            if group > self.program.groups() {
                return None;
            }
            let at = HEADER + 2 * (group as usize - 1);
            (*state.get(at)?, *state.get(at + 1)?)
        };
        (start != NONE && end != NONE && start <= end).then_some((start as usize, end as usize))
    }

    /// The group that was closed last, after a match: `Match.lastindex`.
    pub fn last_index(&self, state: &[u32]) -> Option<u32> {
        state.get(S_LAST).copied().filter(|&n| n > 0 && n <= self.program.groups())
    }
}
