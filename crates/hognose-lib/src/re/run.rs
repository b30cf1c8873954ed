//! One match. Its state is in a slice of the native stack, until it is large or takes long: then in a bytearray.

use super::PROGRAM;
use crate::regex::{Matcher, Program, Search, Step};
use hognose_vm::heap::Held;
use hognose_vm::native::Result;
use hognose_vm::value::Value;
use hognose_vm::vm::Vm;

/// Words of a state that is not in the block.
const NEAR: usize = 224;

/// How a match stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Came {
    /// There is a match.
    Match,
    /// There is none.
    None,
    /// The fuel is spent.
    Paused,
}

/// A match and its state.
pub struct Run {
    near: [u32; NEAR],
    /// The bytearray, null while there is none.
    far: Held,
    started: bool,
}

impl Run {
    /// No match yet. It uses one held value.
    pub fn new(vm: &mut Vm<'_>) -> Run {
        Run { near: [0; NEAR], far: vm.heap.hold(Value::NULL), started: false }
    }

    /// A match that was paused. It uses one held value.
    pub fn resume(vm: &mut Vm<'_>, state: Value) -> Run {
        Run { near: [0; NEAR], far: vm.heap.hold(state), started: true }
    }

    /// Is there a match that is not at its end?
    pub fn is_paused(&self) -> bool {
        self.started
    }

    /// Looks for a match, or goes on looking for the one that was paused.
    pub fn go(
        &mut self,
        vm: &mut Vm<'_>,
        pattern: Held,
        text: Held,
        search: Search,
        fuel: &mut u64,
    ) -> Result<Came> {
        if !self.started {
            self.start(vm, pattern, search)?;
            self.started = true;
        }
        loop {
            let before = *fuel;
            let step = self.step(vm, pattern, text, fuel);
            vm.charge(usize::try_from(before - *fuel).unwrap_or(usize::MAX).min(1 << 30));
            match step {
                Step::Match => {
                    self.started = false;
                    return Ok(Came::Match);
                }
                Step::NoMatch => {
                    self.started = false;
                    return Ok(Came::None);
                }
                Step::MoreFuel => return Ok(Came::Paused),
                Step::MoreMemory => self.grow(vm)?,
            }
        }
    }

    fn start(&mut self, vm: &mut Vm<'_>, pattern: Held, search: Search) -> Result<()> {
        let program = vm.heap.record_field(vm.heap.held(pattern), PROGRAM);
        if vm.heap.held(self.far).is_null() {
            let need = match Program::new(vm.words(program)) {
                Some(program) => Matcher::new(program).start(&mut self.near, search).err(),
                None => None,
            };
            let Some(need) = need else { return Ok(()) };
            self.make_far(vm, need)?;
        }
        let far = vm.heap.held(self.far);
        let program = vm.heap.record_field(vm.heap.held(pattern), PROGRAM);
        let need = vm.with_words(far, |others, state| {
            Program::new(others.words(program)).and_then(|p| Matcher::new(p).start(state, search).err())
        });
        match need {
            Some(Some(need)) => {
                // A state of another pattern.
                self.make_far(vm, need)?;
                self.start(vm, pattern, search)
            }
            _ => Ok(()),
        }
    }

    fn make_far(&mut self, vm: &mut Vm<'_>, words: usize) -> Result<()> {
        let made = vm.heap.new_bytearray(&[]);
        let far = vm.grant_memory(made)?;
        let made = vm.heap.resize_bytearray(far, words.saturating_mul(4));
        let far = vm.grant_memory(made)?;
        vm.heap.set_held(self.far, far);
        Ok(())
    }

    /// More room; the first time the state moves into the block.
    fn grow(&mut self, vm: &mut Vm<'_>) -> Result<()> {
        let far = vm.heap.held(self.far);
        if far.is_null() {
            return self.leave(vm, 2 * NEAR);
        }
        let len = vm.bytes_of(far).len();
        vm.charge(len / 8);
        let made = vm.heap.resize_bytearray(far, len.saturating_mul(2));
        let far = vm.grant_memory(made)?;
        vm.heap.set_held(self.far, far);
        Ok(())
    }

    fn leave(&mut self, vm: &mut Vm<'_>, words: usize) -> Result<()> {
        self.make_far(vm, words)?;
        let far = vm.heap.held(self.far);
        let near = self.near;
        vm.with_words(far, |_, state| {
            if let Some(state) = state.get_mut(..NEAR) {
                state.copy_from_slice(&near);
            }
        });
        Ok(())
    }

    /// The state as a bytearray, to go on later.
    pub fn pause(&mut self, vm: &mut Vm<'_>) -> Result {
        if vm.heap.held(self.far).is_null() {
            self.leave(vm, NEAR)?;
        }
        Ok(vm.heap.held(self.far))
    }

    fn step(&mut self, vm: &mut Vm<'_>, pattern: Held, text: Held, fuel: &mut u64) -> Step {
        let program = vm.heap.record_field(vm.heap.held(pattern), PROGRAM);
        let text = vm.unwrap(vm.heap.held(text));
        let far = vm.heap.held(self.far);
        if far.is_null() {
            let Some(program) = Program::new(vm.words(program)) else { return Step::NoMatch };
            let matcher = Matcher::new(program);
            if vm.heap.is_str(text) {
                return matcher.run(&vm.heap.text(text), &mut self.near, fuel);
            }
            return matcher.run(vm.bytes_of(text), &mut self.near, fuel);
        }
        let step = vm.with_words(far, |others, state| {
            let program = Program::new(others.words(program))?;
            Some(others.part(text, 0, usize::MAX, |text| Matcher::new(program).run(text, state, fuel)))
        });
        step.flatten().unwrap_or(Step::NoMatch)
    }

    /// Start and end of a group of the match.
    pub fn span(&self, vm: &mut Vm<'_>, pattern: Held, group: usize) -> Option<(usize, usize)> {
        self.ask(vm, pattern, |matcher, state| matcher.span(state, u32::try_from(group).unwrap_or(u32::MAX)))
    }

    /// The group that was closed last, 0 for none.
    pub fn last_index(&self, vm: &mut Vm<'_>, pattern: Held) -> usize {
        self.ask(vm, pattern, |matcher, state| matcher.last_index(state)).unwrap_or(0) as usize
    }

    fn ask<T>(
        &self,
        vm: &mut Vm<'_>,
        pattern: Held,
        ask: impl FnOnce(Matcher<'_>, &[u32]) -> Option<T>,
    ) -> Option<T> {
        let program = vm.heap.record_field(vm.heap.held(pattern), PROGRAM);
        let far = vm.heap.held(self.far);
        if far.is_null() {
            return ask(Matcher::new(Program::new(vm.words(program))?), &self.near);
        }
        vm.with_words(far, |others, state| ask(Matcher::new(Program::new(others.words(program))?), state))
            .flatten()
    }
}
