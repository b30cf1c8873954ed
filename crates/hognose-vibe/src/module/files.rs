//! Files by handle, without a place in them.

use crate::call::{Call, Words};
use crate::handles::{Opened, Path};
use crate::part::{Disk, Stat};
use hognose::{NativeResult, ToPython, Value, Vm};
use hognose_vm::heap::Held;
use hognose_vm::object::list::list_words;

/// A list that grows.
pub struct Growing {
    list: Held,
    mark: usize,
}

impl Growing {
    /// An empty one.
    pub fn new(vm: &mut Vm<'_>) -> NativeResult<Growing> {
        let mark = vm.heap.held_mark();
        vm.reserve(list_words(0))?;
        let list = vm.heap.alloc_list(0);
        Ok(Growing { list: vm.heap.hold(list), mark })
    }

    /// Adds an item that was made; when it could not be made the list is let go.
    pub fn push(&mut self, vm: &mut Vm<'_>, item: NativeResult) -> NativeResult<()> {
        let pushed = item.and_then(|item| {
            let list = vm.heap.held(self.list);
            let made = vm.heap.list_push(list, item);
            vm.grant_memory(made).map(|_| ())
        });
        if pushed.is_err() {
            vm.heap.release_to(self.mark);
        }
        pushed
    }

    /// The list.
    pub fn finish(self, vm: &mut Vm<'_>) -> Value {
        let list = vm.heap.held(self.list);
        vm.heap.release_to(self.mark);
        list
    }
}

/// A path that can be one.
fn path<'a>(words: &'a Words<'_>) -> Option<&'a str> {
    words.as_str().filter(|path| !path.is_empty() && path.len() <= crate::handles::PATH)
}

/// Asks the disk about path argument 0; `or` without a disk or with a path that cannot be.
fn at<T>(call: &mut Call<'_>, vm: &Vm<'_>, or: T, ask: impl FnOnce(&mut dyn Disk, &str) -> T) -> T {
    let words = call.words(vm, 0);
    match (path(&words), call.computer.files()) {
        (Some(path), Some(disk)) => ask(disk, path),
        _ => or,
    }
}

/// The handle of what stands at path argument 0.
fn opened(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let found =
        at(call, vm, None, |disk, path| Some(Opened { path: Path::new(path)?, stat: disk.stat(path)? }));
    found.and_then(|found| call.vibe.handles.add(found)).to_python(vm)
}

pub fn open(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    opened(call, vm)
}

pub fn close(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    call.vibe.handles.close(call.int(0));
    Ok(Value::NONE)
}

pub fn read(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let (size, offset) =
        (usize::try_from(call.int(1)).unwrap_or(0), u64::try_from(call.int(2)).unwrap_or(u64::MAX));
    let Some(&Opened { path, stat }) = call.vibe.handles.get(call.int(0)) else { return Ok(Value::NONE) };
    if stat.folder {
        return Ok(Value::NONE);
    }
    let now = call.computer.files().and_then(|disk| disk.stat(path.as_str()));
    let Some(Stat { folder: false, size: length }) = now else { return Ok(Value::NONE) };
    if size / 8 > vm.heap.words() {
        // More than this program could ever hold: it is told, although the file may be small.
        return Err(vm.out_of_memory());
    }
    let room = size.min(usize::try_from(length.saturating_sub(offset)).unwrap_or(usize::MAX));
    vm.charge(room / 64);
    let mut read = None;
    let made = vm.new_bytes_by(room, [], |_, _, out| {
        read = call.computer.files().and_then(|disk| {
            let mut at = 0;
            while let Some(rest) = out.get_mut(at..).filter(|rest| !rest.is_empty()) {
                let n = disk.read(path.as_str(), offset + at as u64, rest)?;
                if n == 0 {
                    break;
                }
                at += n;
            }
            Some(at)
        });
    })?;
    match read {
        None => Ok(Value::NONE),
        Some(n) if n >= room => Ok(made),
        Some(n) => {
            let mark = vm.heap.held_mark();
            let whole = vm.heap.hold(made);
            let part = vm.new_bytes_part(whole, 0, n);
            vm.heap.release_to(mark);
            part
        }
    }
}

pub fn write(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let Some(&Opened { path, stat }) = call.vibe.handles.get(call.int(0)) else { return Ok(Value::int(-1)) };
    let words = call.words(vm, 1);
    let n = words.len();
    let written = !stat.folder && call.computer.files().is_some_and(|disk| disk.write(path.as_str(), &words));
    drop(words);
    vm.charge(n / 64);
    (if written { n as i64 } else { -1 }).to_python(vm)
}

pub fn file_size(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let size = call
        .vibe
        .handles
        .get(call.int(0))
        .map(|opened| if opened.stat.folder { 0 } else { opened.stat.size });
    size.map_or(-1, |size| i64::try_from(size).unwrap_or(i64::MAX)).to_python(vm)
}

pub fn is_dir(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(call.vibe.handles.get(call.int(0)).is_some_and(|opened| opened.stat.folder)))
}

pub fn create(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let there = at(call, vm, false, |disk, path| disk.stat(path).is_some() || disk.write(path, b""));
    if there { opened(call, vm) } else { Ok(Value::NONE) }
}

pub fn mkdir(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let made = at(call, vm, false, |disk, path| disk.make_folder(path));
    if made { opened(call, vm) } else { Ok(Value::NONE) }
}

pub fn delete(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let file = |disk: &mut dyn Disk, path: &str| {
        disk.stat(path).is_some_and(|stat| !stat.folder) && disk.remove(path)
    };
    Ok(Value::bool(at(call, vm, false, file)))
}

pub fn rmdir(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let folder = |disk: &mut dyn Disk, path: &str| {
        disk.stat(path).is_some_and(|stat| stat.folder) && disk.remove_folder(path)
    };
    Ok(Value::bool(at(call, vm, false, folder)))
}

/// Deepest tree that is removed.
const DEPTH: usize = 32;

pub fn delete_recursive(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(at(call, vm, false, |disk, path| {
        Path::new(path).is_some_and(|path| remove_tree(disk, path))
    })))
}

/// Removes a file or a folder with all that is in it: always the first thing of the deepest folder, so that the path is all
/// there is to remember.
fn remove_tree(disk: &mut dyn Disk, root: Path) -> bool {
    let mut at = root;
    let mut depth = 0;
    loop {
        let Some(stat) = disk.stat(at.as_str()) else { return false };
        let inner = if stat.folder { first(disk, at) } else { Inside::Empty };
        match inner {
            Inside::Some(path) if depth < DEPTH => {
                at = path;
                depth += 1;
            }
            Inside::Empty => {
                let removed =
                    if stat.folder { disk.remove_folder(at.as_str()) } else { disk.remove(at.as_str()) };
                if !removed {
                    return false;
                }
                if depth == 0 {
                    return true;
                }
                let above = at.as_str().rsplit_once('/').and_then(|(above, _)| Path::new(above));
                let Some(above) = above else { return false };
                at = above;
                depth -= 1;
            }
            _ => return false,
        }
    }
}

/// What a folder has.
enum Inside {
    Empty,
    Some(Path),
    TooLong,
}

fn first(disk: &mut dyn Disk, folder: Path) -> Inside {
    let mut found = Inside::Empty;
    disk.list(folder.as_str(), &mut |name, _| {
        found = join(folder.as_str(), name).map_or(Inside::TooLong, Inside::Some);
        false
    });
    found
}

/// A name in a folder.
fn join(folder: &str, name: &str) -> Option<Path> {
    let mut bytes = [0; crate::handles::PATH];
    let folder = folder.trim_end_matches('/').as_bytes();
    let len = folder.len() + 1 + name.len();
    bytes.get_mut(..folder.len())?.copy_from_slice(folder);
    *bytes.get_mut(folder.len())? = b'/';
    bytes.get_mut(folder.len() + 1..len)?.copy_from_slice(name.as_bytes());
    Path::new(core::str::from_utf8(bytes.get(..len)?).ok()?)
}

pub fn rename(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let new = call.words(vm, 1);
    let name = new.as_str().map(|name| name.rsplit('/').next().unwrap_or("")).filter(|name| !name.is_empty());
    let renamed = name.is_some_and(|name| {
        at(call, vm, false, |disk, path| disk.stat(path).is_some() && disk.rename(path, name))
    });
    Ok(Value::bool(renamed))
}

pub fn listdir(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let folder = path(&call.words(vm, 0)).and_then(Path::new);
    let mut list = Growing::new(vm)?;
    let mut failed = None;
    if let (Some(folder), Some(disk)) = (folder, call.computer.files()) {
        disk.list(folder.as_str(), &mut |name, is_folder| {
            if name == "." || name == ".." {
                return true;
            }
            let item = (name, is_folder).to_python(vm);
            failed = list.push(vm, item).err();
            failed.is_none()
        });
    }
    match failed {
        Some(trap) => Err(trap),
        None => Ok(list.finish(vm)),
    }
}

pub fn getcwd(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    match call.computer.files() {
        Some(disk) => disk.folder().to_python(vm),
        None => "/".to_python(vm),
    }
}

pub fn chdir(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(at(call, vm, false, |disk, path| disk.enter(path))))
}
