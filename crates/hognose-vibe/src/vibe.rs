//! What a program has of the computer: the state behind module `vibe`, one for each engine.

use crate::computer::{Computer, Shared};
use crate::handles::Handles;
use crate::player::Player;
use crate::wait::Wait;
use hognose::{Engine, Outcome, Vm};

/// The state behind module `vibe`. A host gives it from [`Host::state_of`](hognose::Host::state_of).
pub struct Vibe {
    /// The computer.
    pub computer: Shared,
    /// Number of this process.
    pub pid: i32,
    pub(crate) wait: Wait,
    pub(crate) exit: Option<i32>,
    pub(crate) handles: Handles,
    pub(crate) player: Player,
    pub(crate) windows: [i32; WINDOWS],
}

/// Windows of a program that are taken away when it ends.
const WINDOWS: usize = 16;

/// How a program stands after [`turn`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It can run on: call [`Engine::run`].
    Ready,
    /// It can run on, but has nothing to do: others first.
    Yielded,
    /// It waits for at most that many milliseconds: ask again before that.
    Waiting(u32),
    /// It asked to end with that status.
    Exited(i32),
    /// It waits for a host function that is none of ours.
    Strange,
}

impl Vibe {
    /// For process `pid` of a computer.
    pub fn new(computer: Shared, pid: i32) -> Vibe {
        Vibe {
            computer,
            pid,
            wait: Wait::None,
            exit: None,
            handles: Handles::new(),
            player: Player::new(),
            windows: [0; WINDOWS],
        }
    }

    /// The process that it waits for.
    pub fn awaited(&self) -> Option<i32> {
        if let Wait::Process(pid) = self.wait { Some(pid) } else { None }
    }

    /// The program made a window.
    pub(crate) fn note_window(&mut self, window: i32) {
        if let Some(place) = self.windows.iter_mut().find(|place| **place == 0) {
            *place = window;
        }
    }

    /// The program took a window away.
    pub(crate) fn forget_window(&mut self, window: i32) {
        for place in self.windows.iter_mut().filter(|place| **place == window) {
            *place = 0;
        }
    }

    /// The program has ended: its windows go, and its sound.
    pub fn leave(&mut self, computer: &mut dyn Computer, vm: &mut Vm<'_>) {
        self.abandon(computer);
        if self.player.is_active() {
            self.player.stop(vm);
            if let Some(sound) = computer.sound() {
                sound.stop();
            }
        }
        for window in self.windows.iter_mut().filter(|window| **window != 0) {
            if let Some(windows) = computer.windows() {
                windows.destroy(*window);
            }
            *window = 0;
        }
    }

    /// Does the program play something by itself?
    pub fn is_playing(&self) -> bool {
        self.player.is_active()
    }
}

/// Call it after each run that ended with [`Outcome::Waiting`], until the program is ready; and now and then while it runs, with the
/// outcome of the run: sounds are fed here.
pub fn turn(engine: &mut Engine<'_>, outcome: Outcome) -> Turn {
    let waiting = outcome == Outcome::Waiting && engine.is_waiting();
    let mut turn = Turn::Ready;
    let answer = engine.vm().with_host::<Vibe, _>(|vibe, vm| {
        let shared = vibe.computer;
        let Ok(mut computer) = shared.try_borrow_mut() else {
            turn = Turn::Waiting(1);
            return Ok(None);
        };
        vibe.player.feed(&mut *computer, vm);
        if let Some(status) = vibe.exit {
            turn = Turn::Exited(status);
            return Ok(None);
        }
        if !waiting {
            return Ok(None);
        }
        if matches!(vibe.wait, Wait::None) {
            turn = Turn::Strange;
            return Ok(None);
        }
        let yielded = matches!(vibe.wait, Wait::Yield);
        let answer = vibe.check(&mut *computer, vm)?;
        match answer {
            Some(_) => {
                vibe.wait = Wait::None;
                turn = if yielded { Turn::Yielded } else { Turn::Ready };
            }
            None => turn = Turn::Waiting(vibe.wait.patience(&mut *computer)),
        }
        Ok(answer)
    });
    match answer {
        Ok(Some(value)) => {
            if engine.answer(value).is_err() {
                return Turn::Strange;
            }
        }
        Ok(None) => {}
        // Making the answer needed more memory than there is: the program is told.
        Err(_) => {
            forget_wait(engine.vm());
            let raise = hognose::Raise::new(hognose::Type::MemoryError, "memory allocation failed");
            let _ = engine.answer_error(&raise);
        }
    }
    turn
}

fn forget_wait(vm: &mut Vm<'_>) {
    let _ = vm.with_host::<Vibe, _>(|vibe, _| {
        vibe.wait = Wait::None;
        Ok(())
    });
}
