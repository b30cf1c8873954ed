//! The table of processes of a computer whose programs all run in this one.

use crate::part::{Job, Processes, State};
use alloc::string::String;
use alloc::vec::Vec;
use core::cell::RefCell;

/// Most processes.
pub const SLOTS: usize = 16;
/// Bytes of a name in a list.
const NAME: usize = 31;

/// What is known of a process.
pub struct Entry {
    /// Its number.
    pub pid: i32,
    /// Who started it; 0 for nobody.
    pub parent: i32,
    /// The path it was started with, and its arguments.
    pub words: Vec<String>,
    /// How it stands.
    pub state: State,
    /// It ended with that.
    pub status: Option<i32>,
    /// It waits to be loaded.
    pub new: bool,
}

/// All processes.
#[derive(Default)]
pub struct Table {
    slots: [Option<Entry>; SLOTS],
    last: i32,
}

/// The table as a computer and its machine share it.
pub type Jobs = &'static RefCell<Table>;

impl Table {
    /// No processes.
    pub const fn new() -> Table {
        Table { slots: [const { None }; SLOTS], last: 0 }
    }

    /// No processes; their numbers will be above that one, for computers with processes of other kinds.
    pub const fn after(last: i32) -> Table {
        Table { slots: [const { None }; SLOTS], last }
    }

    /// Adds a process that waits to be loaded. None: all slots are in use.
    pub fn add(&mut self, parent: i32, words: Vec<String>) -> Option<i32> {
        // Who was started by somebody that ended is asked for by nobody.
        let orphan = |entry: &Entry, all: &[Option<Entry>]| {
            entry.status.is_some()
                && !all.iter().flatten().any(|other| other.pid == entry.parent && other.status.is_none())
        };
        let find = |fits: &dyn Fn(&Option<Entry>) -> bool| self.slots.iter().position(fits);
        let free = find(&Option::is_none)
            .or_else(|| find(&|slot| slot.as_ref().is_some_and(|entry| orphan(entry, &self.slots))))
            // Who started it may never ask how it ended.
            .or_else(|| find(&|slot| slot.as_ref().is_some_and(|entry| entry.status.is_some())))?;
        self.last = self.last.checked_add(1).unwrap_or(1);
        let pid = self.last;
        *self.slots.get_mut(free)? =
            Some(Entry { pid, parent, words, state: State::Ready, status: None, new: true });
        Some(pid)
    }

    /// A process.
    pub fn get(&mut self, pid: i32) -> Option<&mut Entry> {
        self.slots.iter_mut().flatten().find(|entry| entry.pid == pid)
    }

    /// Processes that wait to be loaded.
    pub fn new_one(&mut self) -> Option<&mut Entry> {
        self.slots.iter_mut().flatten().find(|entry| entry.new && entry.status.is_none())
    }

    /// A process ended, and with it what it started and nobody else waits for.
    pub fn end(&mut self, pid: i32, status: i32) {
        if let Some(entry) = self.get(pid) {
            if entry.status.is_none() {
                entry.status = Some(status);
                entry.state = State::Zombie;
            }
        }
        // Nobody will ask for the statuses of its children, nor for its own when nobody started it.
        for slot in &mut self.slots {
            let done = |entry: &Entry| {
                entry.status.is_some() && (entry.parent == pid || entry.pid == pid && entry.parent == 0)
            };
            if slot.as_ref().is_some_and(done) {
                *slot = None;
            }
        }
    }

    /// Has it ended, or was it forgotten?
    pub fn is_over(&mut self, pid: i32) -> bool {
        self.get(pid).is_none_or(|entry| entry.status.is_some())
    }

    fn child_of(&self, pid: i32) -> Option<i32> {
        self.slots
            .iter()
            .flatten()
            .find(|entry| entry.parent == pid && entry.status.is_none())
            .map(|entry| entry.pid)
    }
}

impl Processes for Jobs {
    fn spawn(&mut self, parent: i32, path: &str, arguments: &[&str]) -> Option<i32> {
        let mut words = alloc::vec![String::from(path)];
        words.extend(arguments.iter().map(|&word| String::from(word)));
        self.try_borrow_mut().ok()?.add(parent, words)
    }

    fn status(&mut self, pid: i32) -> Option<i32> {
        let Ok(mut table) = self.try_borrow_mut() else { return None };
        let Some(slot) =
            table.slots.iter_mut().find(|slot| slot.as_ref().is_some_and(|entry| entry.pid == pid))
        else {
            return Some(-1);
        };
        let status = slot.as_ref().and_then(|entry| entry.status);
        if status.is_some() {
            *slot = None;
        }
        status
    }

    fn kill(&mut self, pid: i32) -> bool {
        let Ok(mut table) = self.try_borrow_mut() else { return false };
        if table.is_over(pid) {
            return false;
        }
        // The youngest first, so that nothing is left without who started it.
        for _ in 0..SLOTS {
            let mut youngest = pid;
            for _ in 0..SLOTS {
                match table.child_of(youngest) {
                    Some(child) => youngest = child,
                    None => break,
                }
            }
            table.end(youngest, -1);
            if youngest == pid {
                break;
            }
        }
        true
    }

    fn job(&mut self, index: usize) -> Result<Option<Job>, ()> {
        // A list is asked for while nobody changes the table; a name is copied because the table is only lent for a moment.
        let Ok(table) = self.try_borrow() else { return Err(()) };
        let Some(slot) = table.slots.get(index) else { return Err(()) };
        Ok(slot.as_ref().map(|entry| {
            let name = entry.words.first().map_or("", String::as_str);
            let mut end = name.len().min(NAME);
            while !name.is_char_boundary(end) {
                end -= 1;
            }
            Job {
                name: crate::handles::Path::new(name.get(..end).unwrap_or("")).unwrap_or_default(),
                state: entry.state,
            }
        }))
    }
}
