//! The disk as programs see it.

use crate::fat::Fat;
use alloc::vec;
use alloc::vec::Vec;
use hognose_files::Tree;
use hognose_vibe::part::Disk;

/// The disk, with a folder that paths begin in.
pub type DiskFiles = Tree<Fat>;

/// A whole file, if it is no longer than that.
pub fn content(disk: &mut DiskFiles, path: &str, most: usize) -> Option<Vec<u8>> {
    let stat = disk.stat(path).filter(|stat| !stat.folder && stat.size <= most as u64)?;
    let mut bytes = vec![0; stat.size as usize];
    let len = disk.read(path, 0, &mut bytes)?;
    bytes.truncate(len);
    Some(bytes)
}
