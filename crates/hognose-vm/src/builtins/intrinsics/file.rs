//! Natives of frozen code about files of the host. A negative number instead of a result is an error number of module
//! `errno`; `_file_error` has its text.

use crate::builtins::text::fill_object;
use crate::native::{Args, Def, Result};
use crate::object::bytes::bytes_words;
use crate::types::Type;
use crate::value::Value;
use crate::vm::{File, NO_FILES, Vm};

/// Sorted by name.
pub static INTRINSICS: &[Def] = &[
    Def::function("_file_close", close, 1, 1),
    Def::function("_file_error", error_text, 1, 1),
    Def::function("_file_flush", flush, 1, 1),
    Def::function("_file_open", open, 2, 2),
    Def::function("_file_read", read, 2, 2),
    Def::function("_file_read_into", read_into, 2, 2),
    Def::function("_file_remove", remove, 1, 1),
    Def::function("_file_seek", seek, 3, 3),
    Def::function("_file_truncate", truncate, 2, 2),
    Def::function("_file_write", write, 2, 2),
];

/// Most bytes of one read.
const LONGEST_READ: usize = 1 << 16;

/// Bits of the second argument of `_file_open`.
mod flag {
    pub const READ: i64 = 1;
    pub const WRITE: i64 = 2;
    pub const TRUNCATE: i64 = 4;
    pub const APPEND: i64 = 8;
    pub const CREATE: i64 = 16;
    pub const EXCLUSIVE: i64 = 32;
}

/// The answer of the host as a value: a number, or an error as a negative one.
fn answer(vm: &mut Vm<'_>, result: core::result::Result<u64, u16>) -> Result {
    match result {
        Ok(n) => {
            let made = vm.heap.new_int(i64::try_from(n).unwrap_or(i64::MAX));
            vm.grant_memory(made)
        }
        Err(NO_FILES) => Err(vm.raise(Type::OSError, "there are no files on this machine")),
        Err(number) => Ok(Value::int(-i64::from(number))),
    }
}

fn number(vm: &Vm<'_>, args: Args, i: usize) -> i64 {
    vm.heap.as_i64(vm.unwrap(args.get(vm, i))).unwrap_or(-1)
}

fn handle(vm: &Vm<'_>, args: Args) -> u64 {
    // What is no handle is none that a host gave out.
    u64::try_from(number(vm, args, 0)).unwrap_or(u64::MAX)
}

/// Asks for something about the path in the first argument.
fn with_path(vm: &mut Vm<'_>, args: Args, request: impl FnOnce(&str) -> File<'_>) -> Result {
    let path = vm.unwrap(args.get(vm, 0));
    let result = vm.file_at(path, request);
    answer(vm, result)
}

/// `_file_open(path, flags)`: a handle.
fn open(vm: &mut Vm<'_>, args: Args) -> Result {
    let flags = number(vm, args, 1);
    with_path(vm, args, |path| File::Open {
        path,
        read: flags & flag::READ != 0,
        write: flags & flag::WRITE != 0,
        truncate: flags & flag::TRUNCATE != 0,
        append: flags & flag::APPEND != 0,
        create: flags & flag::CREATE != 0,
        exclusive: flags & flag::EXCLUSIVE != 0,
    })
}

/// `_file_remove(path)`
fn remove(vm: &mut Vm<'_>, args: Args) -> Result {
    with_path(vm, args, |path| File::Remove(path))
}

/// `_file_read(handle, size)`: at most so many bytes and at most 64 KB; none at the end.
fn read(vm: &mut Vm<'_>, args: Args) -> Result {
    let room = usize::try_from(number(vm, args, 1)).unwrap_or(0).min(LONGEST_READ);
    vm.charge(room / 8);
    vm.reserve(2 * bytes_words(room))?;
    let handle = handle(vm, args);
    let bytes = vm.heap.alloc_bytes(room);
    let result = match vm.host.as_deref_mut() {
        Some(host) => host.file(File::Read(handle, vm.heap.blob_mut(bytes))),
        None => Err(NO_FILES),
    };
    let len = match result {
        Ok(n) => usize::try_from(n).unwrap_or(room).min(room),
        Err(_) => return answer(vm, result),
    };
    if len == room {
        return Ok(bytes);
    }
    let shorter = vm.heap.alloc_bytes(len);
    fill_object(&mut vm.heap, shorter, 0, len, |view, out| out.copy_from_slice(&view.raw(bytes)[..len]));
    Ok(shorter)
}

/// `_file_read_into(handle, buffer)`: reads into a bytearray or what stands for one; how many bytes.
fn read_into(vm: &mut Vm<'_>, args: Args) -> Result {
    let (handle, buffer) = (handle(vm, args), args.get(vm, 1));
    let Some(len) = vm.bytes_of_mut(buffer).map(|bytes| bytes.len()) else {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("readinto() argument must be read-write bytes-like object, not ")?;
            vm.write_type_name(buffer, out)
        }));
    };
    vm.charge(len / 8);
    let result = vm.file_read(handle, buffer, 0, len);
    answer(vm, result)
}

/// `_file_write(handle, data)`: how many bytes of it the host took.
fn write(vm: &mut Vm<'_>, args: Args) -> Result {
    let (handle, data) = (handle(vm, args), args.get(vm, 1));
    vm.charge(vm.bytes_of(data).len() / 8);
    let result = vm.file_write(handle, data, 0);
    answer(vm, result)
}

/// `_file_seek(handle, offset, whence)`: the place.
fn seek(vm: &mut Vm<'_>, args: Args) -> Result {
    let (handle, offset) = (handle(vm, args), number(vm, args, 1));
    let whence = u8::try_from(number(vm, args, 2)).unwrap_or(u8::MAX);
    let result = vm.file(File::Seek(handle, offset, whence));
    answer(vm, result)
}

/// `_file_truncate(handle, size)`
fn truncate(vm: &mut Vm<'_>, args: Args) -> Result {
    let (handle, size) = (handle(vm, args), number(vm, args, 1));
    let result = match u64::try_from(size) {
        Ok(size) => vm.file(File::Truncate(handle, size)),
        Err(_) => Err(EINVAL),
    };
    answer(vm, result)
}

/// `_file_flush(handle)`
fn flush(vm: &mut Vm<'_>, args: Args) -> Result {
    let handle = handle(vm, args);
    let result = vm.file(File::Flush(handle));
    answer(vm, result)
}

/// `_file_close(handle)`
fn close(vm: &mut Vm<'_>, args: Args) -> Result {
    let handle = handle(vm, args);
    let result = vm.file(File::Close(handle));
    answer(vm, result)
}

const EINVAL: u16 = 22;

/// Texts of the errors that requests for files can have, as the C library of Linux has them, by number.
const TEXTS: &[(u16, &str)] = &[
    (1, "Operation not permitted"),
    (2, "No such file or directory"),
    (4, "Interrupted system call"),
    (5, "Input/output error"),
    (6, "No such device or address"),
    (9, "Bad file descriptor"),
    (11, "Resource temporarily unavailable"),
    (12, "Cannot allocate memory"),
    (13, "Permission denied"),
    (14, "Bad address"),
    (16, "Device or resource busy"),
    (17, "File exists"),
    (18, "Invalid cross-device link"),
    (19, "No such device"),
    (20, "Not a directory"),
    (21, "Is a directory"),
    (22, "Invalid argument"),
    (23, "Too many open files in system"),
    (24, "Too many open files"),
    (25, "Inappropriate ioctl for device"),
    (26, "Text file busy"),
    (27, "File too large"),
    (28, "No space left on device"),
    (29, "Illegal seek"),
    (30, "Read-only file system"),
    (31, "Too many links"),
    (32, "Broken pipe"),
    (36, "File name too long"),
    (38, "Function not implemented"),
    (39, "Directory not empty"),
    (40, "Too many levels of symbolic links"),
    (75, "Value too large for defined data type"),
    (95, "Operation not supported"),
    (104, "Connection reset by peer"),
    (110, "Connection timed out"),
    (116, "Stale file handle"),
    (122, "Disk quota exceeded"),
];

/// `_file_error(number)`: its text; None when it is none of those.
fn error_text(vm: &mut Vm<'_>, args: Args) -> Result {
    let number = number(vm, args, 0);
    match TEXTS.iter().find(|(known, _)| i64::from(*known) == number) {
        Some((_, text)) => {
            let made = vm.heap.new_str(text.as_bytes());
            vm.grant_memory(made)
        }
        None => Ok(Value::NONE),
    }
}
