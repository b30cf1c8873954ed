//! A file takes the place of another with one write of one sector: whenever the plug is pulled, its name leads to the old content or
//! to the new one. The library could only remove the one and then rename the other.

use crate::disk::{Disk, DiskError};
use alloc::vec;
use core::ops::Range;
use fatfs::{FatType, Read, Seek, SeekFrom, Write};

/// Bytes of an entry of a folder.
const ENTRY: usize = 32;
/// The name in an entry: eight letters and three, with blanks.
pub type Name = [u8; 11];
/// Attribute of names of the disk and of pieces of long names.
const NO_FILE: u8 = 0x08;
/// First byte of an entry that was removed, and of those after the last.
const REMOVED: u8 = 0xe5;
const LAST: u8 = 0;
/// Clusters of a folder at most: one whose clusters go in a circle is given up.
const LONGEST: usize = 65536;

/// A short name as it stands in an entry. None: it has letters that are not the same there.
pub fn name(text: &[u8]) -> Option<Name> {
    let mut name = [b' '; 11];
    let dot = text.iter().rposition(|byte| *byte == b'.');
    let (base, ending) = text.split_at(dot.unwrap_or(text.len()));
    name.get_mut(..8)?.get_mut(..base.len())?.copy_from_slice(base);
    let ending = ending.get(1..).unwrap_or_default();
    name.get_mut(8..)?.get_mut(..ending.len())?.copy_from_slice(ending);
    text.is_ascii().then_some(name)
}

/// Where things lie on the disk: its first sector says so.
struct Layout {
    kind: FatType,
    cluster: u64,
    table: u64,
    data: u64,
    /// The root folder of the older kinds, and the cluster that it begins with for the youngest.
    root: Range<u64>,
    first: u32,
}

fn read(disk: &mut Disk, place: u64, mut into: &mut [u8]) -> Result<(), DiskError> {
    disk.seek(SeekFrom::Start(place))?;
    while !into.is_empty() {
        let len = disk.read(into)?;
        if len == 0 {
            return Err(DiskError::Outside);
        }
        into = into.get_mut(len..).unwrap_or_default();
    }
    Ok(())
}

fn write(disk: &mut Disk, place: u64, bytes: &[u8]) -> Result<(), DiskError> {
    disk.seek(SeekFrom::Start(place))?;
    if disk.write(bytes)? == bytes.len() { Ok(()) } else { Err(DiskError::Short) }
}

impl Layout {
    fn read(disk: &mut Disk, kind: FatType) -> Result<Layout, DiskError> {
        let mut head = [0; 64];
        read(disk, 0, &mut head)?;
        let byte = |at: usize| u64::from(head[at]);
        let word = |at: usize| byte(at) | byte(at + 1) << 8;
        let sector = word(11);
        let size = if word(22) != 0 { word(22) } else { word(36) | word(38) << 16 };
        let tables = word(14) + byte(16) * size;
        let root = tables * sector..tables * sector + word(17) * ENTRY as u64;
        let data = root.end.div_ceil(sector.max(1)) * sector;
        let first = (word(44) | word(46) << 16) as u32;
        Ok(Layout { kind, cluster: byte(13) * sector, table: word(14) * sector, data, root, first })
    }

    /// The cluster after one; None after the last.
    fn next(&self, disk: &mut Disk, cluster: u32) -> Result<Option<u32>, DiskError> {
        let mut bytes = [0; 4];
        let at = u64::from(cluster);
        let (next, end) = match self.kind {
            FatType::Fat32 => {
                read(disk, self.table + at * 4, &mut bytes)?;
                (u32::from_le_bytes(bytes) & 0x0fff_ffff, 0x0fff_fff7)
            }
            FatType::Fat16 => {
                read(disk, self.table + at * 2, bytes.get_mut(..2).unwrap_or_default())?;
                (u32::from_le_bytes(bytes), 0xfff7)
            }
            FatType::Fat12 => {
                read(disk, self.table + at + at / 2, bytes.get_mut(..2).unwrap_or_default())?;
                (u32::from_le_bytes(bytes) >> (cluster % 2 * 4) & 0xfff, 0xff7)
            }
        };
        Ok((2..end).contains(&next).then_some(next))
    }

    /// The entry of that name in the folder that begins with that cluster; 0 is the root.
    fn find(&self, disk: &mut Disk, folder: u32, name: &Name) -> Result<Option<Found>, DiskError> {
        let is_table = folder == 0 && self.kind != FatType::Fat32;
        let mut cluster = if folder == 0 { self.first } else { folder };
        for _ in 0..LONGEST {
            let start = self.data + u64::from(cluster.saturating_sub(2)) * self.cluster;
            let range = if is_table { self.root.clone() } else { start..start + self.cluster };
            let mut bytes = vec![0; (range.end - range.start) as usize];
            read(disk, range.start, &mut bytes)?;
            for (index, entry) in bytes.chunks_exact(ENTRY).enumerate() {
                let Ok(bytes) = <[u8; ENTRY]>::try_from(entry) else { continue };
                if bytes[0] == LAST {
                    return Ok(None);
                }
                if entry.starts_with(name) && bytes[11] & NO_FILE == 0 {
                    return Ok(Some(Found { place: range.start + (index * ENTRY) as u64, bytes }));
                }
            }
            match self.next(disk, cluster)? {
                Some(next) if !is_table => cluster = next,
                _ => return Ok(None),
            }
        }
        Ok(None)
    }
}

/// An entry, and where it is.
struct Found {
    place: u64,
    bytes: [u8; ENTRY],
}

impl Found {
    fn cluster(&self) -> u32 {
        u32::from_le_bytes([self.bytes[26], self.bytes[27], self.bytes[20], self.bytes[21]])
    }

    /// This entry with the content of that one: place, size, and when it was changed.
    fn with_content(&self, of: &Found) -> [u8; ENTRY] {
        let mut bytes = self.bytes;
        bytes[20..].copy_from_slice(&of.bytes[20..]);
        bytes
    }
}

/// The contents of two files of a folder change places. False: they were not found, and nothing was done.
pub fn swap(
    disk: &mut Disk,
    kind: FatType,
    folder: &[Name],
    new: &Name,
    old: &Name,
) -> Result<bool, DiskError> {
    let layout = Layout::read(disk, kind)?;
    let mut cluster = 0;
    for name in folder {
        let Some(found) = layout.find(disk, cluster, name)? else { return Ok(false) };
        cluster = found.cluster();
    }
    let Some(new) = layout.find(disk, cluster, new)? else { return Ok(false) };
    let Some(old) = layout.find(disk, cluster, old)? else { return Ok(false) };
    // In between the new content has no name, then the old one: never do two names lead to the same.
    write(disk, new.place, &[REMOVED])?;
    write(disk, old.place, &old.with_content(&new))?;
    write(disk, new.place, &new.with_content(&old))?;
    Ok(true)
}
