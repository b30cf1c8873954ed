//! The kernel's files, in memory. Contents are blocks that are not on the heap of programs.

use crate::heap;
use core::ffi::{CStr, c_char};

const FILES: usize = 64;
const PATH: usize = 256;
const CONTENT: usize = 64 * 1024;

#[derive(Clone, Copy)]
struct Entry {
    used: bool,
    folder: bool,
    path: [u8; PATH],
    len: usize,
}

/// A handle as programs hold it.
#[repr(C)]
struct Handle {
    file: usize,
    size: usize,
    rest: [u8; 656],
}

static mut ENTRIES: [Entry; FILES] = [Entry { used: false, folder: false, path: [0; PATH], len: 0 }; FILES];
static mut CONTENTS: [[u8; CONTENT]; FILES] = [[0; CONTENT]; FILES];
static mut HERE: [u8; PATH] = [0; PATH];
static mut OPEN: usize = 0;
static mut NODE: Handle = Handle { file: 0, size: 0, rest: [0; 656] };

fn entries() -> &'static mut [Entry; FILES] {
    // SAFETY: one thread; calls do not nest.
    unsafe { &mut *(&raw mut ENTRIES) }
}

fn bytes(text: &[u8; PATH]) -> &[u8] {
    text.split(|&byte| byte == 0).next().unwrap_or(&[])
}

fn here() -> &'static mut [u8; PATH] {
    // SAFETY: as above.
    unsafe { &mut *(&raw mut HERE) }
}

/// The root.
pub fn start() {
    here()[0] = b'/';
    add(b"/", true);
}

/// Handles that are open.
pub fn handles() -> usize {
    // SAFETY: one thread.
    unsafe { OPEN }
}

/// A path from the root, without `.` and `..` and without a `/` at its end.
fn whole(path: *const c_char) -> [u8; PATH] {
    // SAFETY: programs give texts with a NUL.
    let path = unsafe { CStr::from_ptr(path) }.to_bytes();
    let mut out = [0; PATH];
    let mut len = 0;
    let start: &[u8] = if path.starts_with(b"/") { b"" } else { bytes(here()) };
    for part in start.split(|&b| b == b'/').chain(path.split(|&b| b == b'/')) {
        match part {
            b"" | b"." => {}
            b".." => {
                while len > 0 {
                    len -= 1;
                    let was = out[len];
                    out[len] = 0;
                    if was == b'/' {
                        break;
                    }
                }
            }
            part => {
                assert!(len + part.len() < PATH - 1, "a path that is too long");
                out[len] = b'/';
                out[len + 1..len + 1 + part.len()].copy_from_slice(part);
                len += 1 + part.len();
            }
        }
    }
    if len == 0 {
        out[0] = b'/';
    }
    out
}

fn find(path: &[u8]) -> Option<usize> {
    entries().iter().position(|entry| entry.used && bytes(&entry.path) == path)
}

fn parent(path: &[u8]) -> &[u8] {
    match path.iter().rposition(|&b| b == b'/') {
        Some(0) | None => b"/",
        Some(at) => &path[..at],
    }
}

fn add(path: &[u8], folder: bool) -> Option<usize> {
    let free = entries().iter().position(|entry| !entry.used)?;
    let entry = &mut entries()[free];
    *entry = Entry { used: true, folder, path: [0; PATH], len: 0 };
    entry.path[..path.len()].copy_from_slice(path);
    Some(free)
}

/// A file or folder of the scene.
pub fn put(path: &str, content: Option<&[u8]>) {
    let at = add(path.as_bytes(), content.is_none()).unwrap_or(0);
    let content = content.unwrap_or(&[]);
    // SAFETY: one thread.
    unsafe { (&mut *(&raw mut CONTENTS))[at][..content.len()].copy_from_slice(content) };
    entries()[at].len = content.len();
}

pub extern "C" fn open(path: *const c_char) -> usize {
    let Some(file) = find(bytes(&whole(path))) else { return 0 };
    let handle = heap::malloc(size_of::<Handle>());
    // SAFETY: a new block; contents are the bytes of a record.
    unsafe {
        (handle as *mut Handle).write_unaligned(Handle { file, size: entries()[file].len, rest: [0; 656] });
        OPEN += 1;
    }
    handle
}

pub extern "C" fn close(handle: usize) {
    // SAFETY: one thread.
    unsafe { OPEN -= 1 };
    heap::free(handle);
}

fn handle(at: usize) -> (usize, usize) {
    // SAFETY: a handle of ours.
    let handle = unsafe { (at as *const Handle).read_unaligned() };
    (handle.file, handle.size)
}

pub extern "C" fn read(at: usize, out: *mut u8, n: usize, offset: usize) -> i32 {
    let (file, _) = handle(at);
    let entry = &entries()[file];
    if entry.folder || !entry.used {
        return -1;
    }
    let n = n.min(entry.len.saturating_sub(offset));
    // SAFETY: the program gave room for that many bytes.
    unsafe { core::ptr::copy_nonoverlapping((&raw const CONTENTS[file]).cast::<u8>().add(offset), out, n) };
    n as i32
}

pub extern "C" fn write(at: usize, bytes: *const u8, n: usize) -> i32 {
    let (file, _) = handle(at);
    let entry = &mut entries()[file];
    if entry.folder || !entry.used || n > CONTENT {
        return -1;
    }
    // SAFETY: the program gave that many bytes.
    unsafe { core::ptr::copy_nonoverlapping(bytes, (&raw mut CONTENTS[file]).cast::<u8>(), n) };
    entry.len = n;
    n as i32
}

pub extern "C" fn is_dir(at: usize) -> i32 {
    entries()[handle(at).0].folder.into()
}

pub extern "C" fn file_size(at: usize) -> i32 {
    handle(at).1 as i32
}

fn node(file: usize) -> usize {
    // SAFETY: one thread.
    unsafe {
        NODE.file = file;
        &raw mut NODE as usize
    }
}

fn make(path: *const c_char, folder: bool) -> usize {
    let path = whole(path);
    let path = bytes(&path);
    match find(path) {
        Some(file) if !folder => return node(file),
        Some(_) => return 0,
        None => {}
    }
    if !find(parent(path)).is_some_and(|at| entries()[at].folder) {
        return 0;
    }
    add(path, folder).map_or(0, node)
}

pub extern "C" fn create(path: *const c_char) -> usize {
    make(path, false)
}

pub extern "C" fn mkdir(path: *const c_char) -> usize {
    make(path, true)
}

fn take_away(path: *const c_char, folder: bool) -> i32 {
    let path = whole(path);
    let path = bytes(&path);
    let full = entries()
        .iter()
        .any(|entry| entry.used && parent(bytes(&entry.path)) == path && bytes(&entry.path) != b"/");
    match find(path) {
        Some(at) if entries()[at].folder == folder && !(folder && full) => {
            entries()[at].used = false;
            0
        }
        _ => -1,
    }
}

pub extern "C" fn delete(path: *const c_char) -> i32 {
    take_away(path, false)
}

pub extern "C" fn delete_dir(path: *const c_char) -> i32 {
    take_away(path, true)
}

pub extern "C" fn rename(path: *const c_char, name: *const c_char) -> i32 {
    let old = whole(path);
    let Some(at) = find(bytes(&old)) else { return -1 };
    // SAFETY: a text with a NUL.
    let name = unsafe { CStr::from_ptr(name) }.to_bytes();
    let name = name.rsplit(|&b| b == b'/').next().unwrap_or(name);
    let folder = parent(bytes(&old));
    let mut new = [0; PATH];
    let len = if folder == b"/" { 0 } else { folder.len() };
    new[..len].copy_from_slice(&folder[..len]);
    new[len] = b'/';
    new[len + 1..len + 1 + name.len()].copy_from_slice(name);
    entries()[at].path = new;
    0
}

pub extern "C" fn readdir(at: usize, i: i32, name: *mut u8, n: usize, kind: *mut u8) -> i32 {
    let folder = entries()[handle(at).0];
    let folder = bytes(&folder.path);
    let inside =
        entries().iter().filter(|e| e.used && bytes(&e.path) != b"/" && parent(bytes(&e.path)) == folder);
    // `.` and `..` come first, as on a disk.
    let (text, is_folder): (&[u8], bool) = match i {
        0 => (b".", true),
        1 => (b"..", true),
        i => match inside.skip(i as usize - 2).next() {
            Some(entry) => (bytes(&entry.path).rsplit(|&b| b == b'/').next().unwrap_or(b""), entry.folder),
            None => return -1,
        },
    };
    // SAFETY: the program gave room for `n` bytes and for the kind.
    unsafe {
        let len = text.len().min(n - 1);
        core::ptr::copy_nonoverlapping(text.as_ptr(), name, len);
        name.add(len).write(0);
        kind.write(if is_folder { 2 } else { 1 });
    }
    0
}

pub extern "C" fn set_cwd(path: *const c_char) -> i32 {
    let path = whole(path);
    if find(bytes(&path)).is_some_and(|at| entries()[at].folder) {
        *here() = path;
        return 0;
    }
    -1
}

pub extern "C" fn get_cwd(out: *mut u8, n: usize) -> i32 {
    let text = bytes(here());
    if text.len() >= n {
        return -1;
    }
    // SAFETY: the program gave room for `n` bytes.
    unsafe {
        core::ptr::copy_nonoverlapping(text.as_ptr(), out, text.len());
        out.add(text.len()).write(0);
    }
    0
}
