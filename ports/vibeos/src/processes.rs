//! Programs: scripts run in this process in turns, everything else is the kernel's.

use crate::table::Kernel;
use crate::text::{Name, text};
use alloc::boxed::Box;
use alloc::vec::Vec;
use hognose_vibe::handles::Path;
use hognose_vibe::jobs::Jobs;
use hognose_vibe::part::*;

/// Slots of the kernel.
const SLOTS: i32 = 16;
/// Bytes of a name in a list, the NUL included.
const NAME: usize = 32;

/// All programs.
pub struct Programs {
    kernel: Kernel,
    jobs: Jobs,
}

impl Programs {
    /// By that table; scripts are in `jobs`.
    pub fn new(kernel: Kernel, jobs: Jobs) -> Programs {
        Programs { kernel, jobs }
    }
}

fn is_script(path: &str) -> bool {
    path.ends_with(".py")
}

/// A program's words as the kernel takes them. The kernel does not copy them.
struct Words {
    _texts: Vec<Box<Name>>,
    addresses: Vec<*const u8>,
}

impl Words {
    fn new(path: &str, arguments: &[&str]) -> Option<Words> {
        let mut texts = Vec::new();
        for word in core::iter::once(&path).chain(arguments) {
            texts.push(Box::new(Name::new(word)?));
        }
        let mut addresses: Vec<*const u8> = texts.iter().map(|text| text.address()).collect();
        addresses.push(core::ptr::null());
        Some(Words { _texts: texts, addresses })
    }

    fn count(&self) -> i32 {
        self.addresses.len() as i32 - 1
    }
}

impl Processes for Programs {
    fn spawn(&mut self, parent: i32, path: &str, arguments: &[&str]) -> Option<i32> {
        if is_script(path) {
            return self.jobs.spawn(parent, path, arguments);
        }
        // The child reads the words when it first runs, and whenever it likes after: they stay until this process ends.
        let words = Box::leak(Box::new(Words::new(path, arguments)?));
        let program = *words.addresses.first()?;
        let pid = self.kernel.spawn_args(program, words.count(), words.addresses.as_ptr())?;
        (pid > 0).then_some(pid)
    }

    fn run(&mut self, path: &str, arguments: &[&str]) -> Option<i32> {
        if is_script(path) {
            return None;
        }
        let Some(words) = Words::new(path, arguments) else { return Some(-1) };
        let program = words.addresses.first().copied().unwrap_or(core::ptr::null());
        Some(self.kernel.exec_args(program, words.count(), words.addresses.as_ptr()).unwrap_or(-1))
    }

    fn status(&mut self, pid: i32) -> Option<i32> {
        self.jobs.status(pid)
    }

    fn kill(&mut self, pid: i32) -> bool {
        self.jobs.kill(pid) || pid > 0 && self.kernel.kill_process(pid) == Some(0)
    }

    fn job(&mut self, index: usize) -> Result<Option<Job>, ()> {
        let slot = i32::try_from(index).map_err(|_| ())?;
        if slot >= SLOTS {
            return self.jobs.job(index - SLOTS as usize);
        }
        let (mut name, mut state) = ([0; NAME], 0);
        if self.kernel.get_process_info(slot, name.as_mut_ptr(), NAME as i32, &mut state) != Some(1) {
            return Ok(None);
        }
        let state = match state {
            1 => State::Ready,
            2 => State::Running,
            3 => State::Blocked,
            _ => State::Zombie,
        };
        Ok(Some(Job { name: Path::new(text(&name)).unwrap_or_default(), state }))
    }
}
