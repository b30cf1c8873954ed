//! Module `_file`: the files that the host offers, by handle and by path. What scripts see of them is in modules `io` and
//! `os`.

use crate::argument::{integer, tuple};
use hognose_vm::native::{Args, Def, ModuleDef, Result, Trap};
use hognose_vm::types::Type;
use hognose_vm::value::Value;
use hognose_vm::vm::{File, FileEntry, FileFacts, FileSpace, Host, NO_FILES, Vm};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_file",
    attributes: &[
        Def::function("close", close, 1, 1),
        Def::function("current", current, 0, 0),
        Def::function("enter", enter, 1, 1),
        Def::function("entry", entry, 2, 2),
        Def::function("facts", facts, 1, 1),
        Def::function("flush", flush, 1, 1),
        Def::function("make_folder", make_folder, 1, 1),
        Def::function("open", open, 2, 2),
        Def::function("read", read, 2, 2),
        Def::function("remove", remove, 1, 1),
        Def::function("remove_folder", remove_folder, 1, 1),
        Def::function("rename", rename, 2, 2),
        Def::function("seek", seek, 3, 3),
        Def::function("space", space, 1, 1),
        Def::function("strerror", strerror, 1, 1),
        Def::function("sync", sync, 0, 0),
        Def::function("truncate", truncate, 2, 2),
        Def::function("write", write, 3, 3),
    ],
    types: &[],
    notes: &[],
    doc: "",
};

/// What `strerror` of Linux says about the errors that files have.
const WORDS: &[(u16, &str)] = &[
    (1, "Operation not permitted"),
    (2, "No such file or directory"),
    (5, "Input/output error"),
    (9, "Bad file descriptor"),
    (12, "Cannot allocate memory"),
    (13, "Permission denied"),
    (16, "Device or resource busy"),
    (17, "File exists"),
    (18, "Invalid cross-device link"),
    (19, "No such device"),
    (20, "Not a directory"),
    (21, "Is a directory"),
    (22, "Invalid argument"),
    (23, "Too many open files in system"),
    (24, "Too many open files"),
    (26, "Text file busy"),
    (27, "File too large"),
    (28, "No space left on device"),
    (29, "Illegal seek"),
    (30, "Read-only file system"),
    (32, "Broken pipe"),
    (36, "File name too long"),
    (38, "Function not implemented"),
    (39, "Directory not empty"),
    (40, "Too many levels of symbolic links"),
];

/// ENOSYS: what a host without files answers.
const NOT_IMPLEMENTED: u16 = 38;
/// ENAMETOOLONG
const TOO_LONG: u16 = 36;
/// Bytes of the longest path that is given to a script.
const LONGEST: usize = 512;

/// OSError with that number, and the path if one was asked for.
#[cold]
fn fail(vm: &mut Vm<'_>, errno: u16, path: Value) -> Trap {
    let errno = if errno == NO_FILES { NOT_IMPLEMENTED } else { errno };
    let path = vm.heap.hold(path);
    let words = WORDS.iter().find(|(n, _)| *n == errno).map_or("Unknown error", |(_, words)| *words);
    let text = match crate::argument::text(vm, words.as_bytes()) {
        Ok(text) => vm.heap.hold(text),
        Err(trap) => return trap,
    };
    match vm.frozen_function("_raise_os_error") {
        Ok(function) => {
            let (text, path) = (vm.heap.held(text), vm.heap.held(path));
            vm.tail_call(function, &[Value::int(errno.into()), text, path])
        }
        Err(trap) => trap,
    }
}

fn number(vm: &mut Vm<'_>, args: Args, i: usize) -> Result<i64> {
    let value = vm.unwrap(args.get(vm, i));
    match vm.heap.as_i64(value) {
        Some(n) => Ok(n),
        None => Err(vm.raise(Type::OverflowError, "Python int too large to convert to C long")),
    }
}

fn handle(vm: &mut Vm<'_>, args: Args) -> Result<u64> {
    number(vm, args, 0).map(|n| n.max(0) as u64)
}

fn answer(vm: &mut Vm<'_>, result: core::result::Result<u64, u16>, path: Value) -> Result {
    match result {
        Ok(n) => integer(vm, i64::try_from(n).unwrap_or(i64::MAX)),
        Err(errno) => Err(fail(vm, errno, path)),
    }
}

/// `open(path, flags)`: bits of the flags are read, write, truncate, append, create, exclusive. Gives a handle.
fn open(vm: &mut Vm<'_>, args: Args) -> Result {
    let flags = number(vm, args, 1)?;
    let path = vm.unwrap(args.get(vm, 0));
    let on = |bit: u32| flags >> bit & 1 != 0;
    let result = vm.file_at(path, |host, path| {
        host.file(File::Open {
            path,
            read: on(0),
            write: on(1),
            truncate: on(2),
            append: on(3),
            create: on(4),
            exclusive: on(5),
        })
    });
    let path = args.get(vm, 0);
    answer(vm, result, path)
}

/// `read(handle, buffer)`: as much as there is, at most what there is room for; gives the number of bytes.
fn read(vm: &mut Vm<'_>, args: Args) -> Result {
    let handle = handle(vm, args)?;
    let buffer = args.get(vm, 1);
    let n = vm.bytes_of(buffer).len();
    vm.charge(n / 8);
    let result = vm.file_read(handle, buffer, 0, n);
    answer(vm, result, Value::NONE)
}

/// `write(handle, bytes, start)`: the bytes from start on; gives how many of them.
fn write(vm: &mut Vm<'_>, args: Args) -> Result {
    let handle = handle(vm, args)?;
    let start = number(vm, args, 2)?.max(0) as usize;
    let data = args.get(vm, 1);
    let n = vm.bytes_of(data).len();
    vm.charge(n / 8);
    let result = vm.file_write(handle, data, start);
    answer(vm, result, Value::NONE)
}

/// `seek(handle, offset, whence)`: gives the place.
fn seek(vm: &mut Vm<'_>, args: Args) -> Result {
    let (handle, offset, from) = (handle(vm, args)?, number(vm, args, 1)?, number(vm, args, 2)?);
    let result = match u8::try_from(from) {
        Ok(from @ 0..=2) => vm.file(File::Seek(handle, offset, from)),
        _ => Err(22),
    };
    answer(vm, result, Value::NONE)
}

fn truncate(vm: &mut Vm<'_>, args: Args) -> Result {
    let (handle, size) = (handle(vm, args)?, number(vm, args, 1)?);
    let result = match u64::try_from(size) {
        Ok(size) => vm.file(File::Truncate(handle, size)),
        Err(_) => Err(22),
    };
    answer(vm, result, Value::NONE)
}

fn flush(vm: &mut Vm<'_>, args: Args) -> Result {
    let handle = handle(vm, args)?;
    let result = vm.file(File::Flush(handle));
    answer(vm, result, Value::NONE)
}

fn close(vm: &mut Vm<'_>, args: Args) -> Result {
    let handle = handle(vm, args)?;
    let result = vm.file(File::Close(handle));
    answer(vm, result, Value::NONE)
}

/// Asks for something by the path in argument 0.
fn by_path(
    vm: &mut Vm<'_>,
    args: Args,
    ask: impl FnOnce(&mut dyn Host, &str) -> core::result::Result<u64, u16>,
) -> Result {
    let path = vm.unwrap(args.get(vm, 0));
    let result = vm.file_at(path, ask);
    let path = args.get(vm, 0);
    answer(vm, result, path)
}

/// `remove(path)`
fn remove(vm: &mut Vm<'_>, args: Args) -> Result {
    by_path(vm, args, |host, path| host.file(File::Remove(path)))
}

/// `make_folder(path)`
fn make_folder(vm: &mut Vm<'_>, args: Args) -> Result {
    by_path(vm, args, |host, path| host.file(File::MakeFolder(path)))
}

/// `remove_folder(path)`
fn remove_folder(vm: &mut Vm<'_>, args: Args) -> Result {
    by_path(vm, args, |host, path| host.file(File::RemoveFolder(path)))
}

/// `enter(path)`: paths begin there.
fn enter(vm: &mut Vm<'_>, args: Args) -> Result {
    by_path(vm, args, |host, path| host.file(File::Enter(path)))
}

/// `rename(from, to)`
fn rename(vm: &mut Vm<'_>, args: Args) -> Result {
    let (from, to) = (vm.unwrap(args.get(vm, 0)), vm.unwrap(args.get(vm, 1)));
    let result = vm.file_rename(from, to);
    answer(vm, result, args.get(vm, 0))
}

fn sync(vm: &mut Vm<'_>, _: Args) -> Result {
    let result = vm.file(File::Sync);
    answer(vm, result, Value::NONE)
}

/// `current()`: the folder that paths begin in, as bytes.
fn current(vm: &mut Vm<'_>, _: Args) -> Result {
    let mut path = [0; LONGEST];
    let result = vm.file(File::Current(&mut path));
    let path = match result {
        Ok(n) => usize::try_from(n).ok().and_then(|n| path.get(..n)).ok_or(TOO_LONG),
        Err(errno) => Err(errno),
    };
    match path {
        Ok(path) => {
            let made = vm.heap.new_bytes(path);
            vm.grant_memory(made)
        }
        Err(errno) => Err(fail(vm, errno, Value::NONE)),
    }
}

/// A tuple of numbers.
fn numbers<const N: usize>(vm: &mut Vm<'_>, numbers: [u64; N]) -> Result {
    let mark = vm.heap.held_mark();
    let mut places = [None; N];
    for (place, n) in places.iter_mut().zip(numbers) {
        let made = integer(vm, i64::try_from(n).unwrap_or(i64::MAX))?;
        *place = Some(vm.heap.hold(made));
    }
    let values = places.map(|place| place.map_or(Value::NONE, |place| vm.heap.held(place)));
    let made = tuple(vm, &values);
    vm.heap.release_to(mark);
    made
}

/// `facts(path)`: mode, size, number, nanoseconds of the last change.
fn facts(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut facts = FileFacts::default();
    by_path(vm, args, |host, path| host.file(File::Facts(path, &mut facts)))?;
    numbers(vm, [facts.mode.into(), facts.size, facts.number, facts.changed])
}

/// `space(path)`: bytes of a block, blocks, free blocks, bytes of the longest name.
fn space(vm: &mut Vm<'_>, args: Args) -> Result {
    let mut space = FileSpace::default();
    by_path(vm, args, |host, path| host.file(File::Space(path, &mut space)))?;
    numbers(vm, [space.block.into(), space.blocks, space.free, space.name.into()])
}

/// `entry(path, at)`: the next entry of a folder as (`at` of the one after it, name as bytes, mode, size, number), None at
/// the end.
fn entry(vm: &mut Vm<'_>, args: Args) -> Result {
    let at = number(vm, args, 1)?.max(0) as u64;
    let mut entry = FileEntry::new();
    let path = vm.unwrap(args.get(vm, 0));
    let next = match vm.file_at(path, |host, path| host.file(File::Entry { path, at, entry: &mut entry })) {
        Ok(0) => return Ok(Value::NONE),
        Ok(next) => next,
        Err(errno) => {
            let path = args.get(vm, 0);
            return Err(fail(vm, errno, path));
        }
    };
    let mark = vm.heap.held_mark();
    let made = vm.heap.new_bytes(entry.name());
    let name = vm.grant_memory(made)?;
    let name = vm.heap.hold(name);
    let rest = numbers(vm, [next, entry.facts.mode.into(), entry.facts.size, entry.facts.number])?;
    let name = vm.heap.held(name);
    let rest = [0, 1, 2, 3].map(|i| vm.heap.item(rest, i));
    let made = tuple(vm, &[rest[0], name, rest[1], rest[2], rest[3]]);
    vm.heap.release_to(mark);
    made
}

/// `strerror(number)`
fn strerror(vm: &mut Vm<'_>, args: Args) -> Result {
    let errno = number(vm, args, 0)?;
    match WORDS.iter().find(|(n, _)| i64::from(*n) == errno) {
        Some((_, words)) => crate::argument::text(vm, words.as_bytes()),
        None => Ok(Value::NONE),
    }
}
