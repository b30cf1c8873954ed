//! The file system against a model, full, and with the power cut at every step.

use embedded_storage::nor_flash::{ErrorType, NorFlash, ReadNorFlash};
use hognose_files::{FileEntry, FileError, Files, FlashFiles, Memory, MemoryError, Open, Whence};
use std::collections::BTreeMap;

const SECTOR: usize = 128;

fn formatted(bytes: &mut [u8]) -> FlashFiles<Memory<'_, SECTOR>> {
    FlashFiles::format(Memory::new(bytes)).unwrap()
}

fn put<F: Files>(files: &mut F, path: &str, bytes: &[u8]) -> Result<(), FileError> {
    let file = files.open(path, Open::CREATE)?;
    let written = files.write(file, bytes);
    let closed = files.close(file);
    if written? < bytes.len() { Err(FileError::NoSpace) } else { closed }
}

fn get<F: Files>(files: &mut F, path: &str) -> Result<Vec<u8>, FileError> {
    let file = files.open(path, Open::READ)?;
    let mut bytes = vec![0; files.size(file)? as usize + 10];
    let n = files.read(file, &mut bytes)?;
    bytes.truncate(n);
    files.close(file)?;
    Ok(bytes)
}

fn list<F: Files>(files: &mut F, folder: &str) -> Result<Vec<String>, FileError> {
    let (mut names, mut entry, mut at) = (Vec::new(), FileEntry::new(), 0);
    while let Some(next) = files.entry(folder, at, &mut entry)? {
        names.push(String::from_utf8(entry.name().to_vec()).unwrap());
        at = next;
    }
    names.sort();
    Ok(names)
}

#[test]
fn files_and_folders() {
    let mut bytes = vec![0; 64 * SECTOR];
    let mut files = formatted(&mut bytes);
    let long: Vec<u8> = (0..1000).map(|i| i as u8).collect();
    put(&mut files, "/a", b"first").unwrap();
    files.make_folder("/in").unwrap();
    put(&mut files, "/in/b", &long).unwrap();
    assert_eq!(list(&mut files, "/"), Ok(vec!["a".to_owned(), "in".to_owned()]));
    assert_eq!(get(&mut files, "/in/b"), Ok(long.clone()));
    files.rename("/a", "/in/c").unwrap();
    files.rename("/in/c", "/in/b").unwrap();
    assert_eq!(list(&mut files, "/in"), Ok(vec!["b".to_owned()]));
    let flash = files.into_flash();
    let mut files = FlashFiles::mount(flash).unwrap();
    assert_eq!(get(&mut files, "/in/b").as_deref(), Ok(&b"first"[..]));
    assert_eq!(files.facts("/in/b").unwrap().size, 5);
    assert!(files.facts("/in").unwrap().is_folder());
    files.remove("/in/b").unwrap();
    files.remove_folder("/in").unwrap();
    assert_eq!(list(&mut files, "/"), Ok(vec![]));
    let space = files.space("/").unwrap();
    assert_eq!((space.blocks, space.free), (64, 62), "nothing is left behind");
}

#[test]
fn refusals() {
    let mut bytes = vec![0; 64 * SECTOR];
    let mut files = formatted(&mut bytes);
    put(&mut files, "/f", b"x").unwrap();
    files.make_folder("/d").unwrap();
    files.make_folder("/d/e").unwrap();
    let long = format!("/{}", "n".repeat(SECTOR - 31));
    let refused = [
        (files.make_folder("/d"), FileError::Exists),
        (files.make_folder("/f"), FileError::Exists),
        (files.make_folder("/"), FileError::Exists),
        (files.make_folder("/x/y"), FileError::NotFound),
        (files.make_folder("/f/y"), FileError::NotFolder),
        (files.make_folder(&long), FileError::NameTooLong),
        (files.remove_folder("/d"), FileError::NotEmpty),
        (files.remove_folder("/f"), FileError::NotFolder),
        (files.remove_folder("/"), FileError::Busy),
        (files.remove("/d"), FileError::IsFolder),
        (files.remove("/x"), FileError::NotFound),
        (files.rename("/x", "/y"), FileError::NotFound),
        (files.rename("/d", "/d/e/f"), FileError::Invalid),
        (files.rename("/f", "/d"), FileError::IsFolder),
        (files.rename("/d", "/f"), FileError::NotFolder),
        (files.open("/x", Open::READ).map(|_| ()), FileError::NotFound),
        (files.open("/d", Open::READ).map(|_| ()), FileError::IsFolder),
        (files.open("/", Open::CREATE).map(|_| ()), FileError::IsFolder),
        (files.open("/f", Open { exclusive: true, ..Open::CREATE }).map(|_| ()), FileError::Exists),
        (files.read(7, &mut [0]).map(|_| ()), FileError::BadHandle),
        (files.close(99), FileError::BadHandle),
    ];
    for (i, (result, wanted)) in refused.into_iter().enumerate() {
        assert_eq!(result, Err(wanted), "number {i}");
    }
    let file = files.open("/f", Open::READ).unwrap();
    assert_eq!(files.write(file, b"y"), Err(FileError::BadHandle));
    assert_eq!(files.remove("/f"), Err(FileError::Busy));
    assert_eq!(files.seek(file, -1, Whence::Start), Err(FileError::Invalid));
    for _ in 0..7 {
        files.open("/f", Open::READ).unwrap();
    }
    assert_eq!(files.open("/f", Open::READ), Err(FileError::TooManyOpen));
    files.close_all();
    assert_eq!(get(&mut files, "/f").as_deref(), Ok(&b"x"[..]));
}

#[test]
fn places_holes_and_ends() {
    let mut bytes = vec![0; 64 * SECTOR];
    let mut files = formatted(&mut bytes);
    put(&mut files, "/f", &[7; 300]).unwrap();
    let file = files.open("/f", Open::CHANGE).unwrap();
    files.truncate(file, 10).unwrap();
    files.seek(file, 500, Whence::Start).unwrap();
    assert_eq!(files.write(file, b"end"), Ok(3));
    assert_eq!(files.seek(file, 0, Whence::End), Ok(503));
    files.truncate(file, 600).unwrap();
    files.close(file).unwrap();
    let mut wanted = vec![7; 10];
    wanted.resize(500, 0);
    wanted.extend(b"end");
    wanted.resize(600, 0);
    assert_eq!(get(&mut files, "/f"), Ok(wanted));
    let file = files.open("/f", Open::APPEND).unwrap();
    files.seek(file, 0, Whence::Start).unwrap();
    files.write(file, b"!").unwrap();
    files.close(file).unwrap();
    assert_eq!(get(&mut files, "/f").unwrap()[600], b'!');
}

#[test]
fn a_full_flash_can_be_emptied() {
    let mut bytes = vec![0; 16 * SECTOR];
    let mut files = formatted(&mut bytes);
    put(&mut files, "/keep", b"kept").unwrap();
    assert_eq!(put(&mut files, "/big", &[1; 16 * SECTOR]), Err(FileError::NoSpace));
    assert_eq!(put(&mut files, "/more", b"x"), Err(FileError::NoSpace));
    assert_eq!(files.make_folder("/more"), Err(FileError::NoSpace));
    put(&mut files, "/keep", b"").unwrap();
    files.rename("/keep", "/kept").unwrap();
    files.remove("/big").unwrap();
    put(&mut files, "/more", b"x").unwrap();
    assert_eq!(list(&mut files, "/"), Ok(vec!["kept".to_owned(), "more".to_owned()]));
}

/// Numbers that look random, the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

#[test]
fn it_does_what_a_model_does() {
    let mut bytes = vec![0; 96 * SECTOR];
    let mut files = formatted(&mut bytes);
    let mut model: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut dice = Dice(7);
    for step in 0..3000 {
        let (name, other) = (format!("/{}", dice.roll(6)), format!("/{}", dice.roll(6)));
        match dice.roll(6) {
            0 => {
                let new = vec![step as u8; dice.roll(400)];
                put(&mut files, &name, &new).unwrap();
                model.insert(name.clone(), new);
            }
            1 => assert_eq!(files.remove(&name).is_ok(), model.remove(&name).is_some()),
            2 => {
                let there = model.contains_key(&name);
                assert_eq!(files.rename(&name, &other).is_ok(), there);
                if let Some(bytes) = model.remove(&name) {
                    model.insert(other, bytes);
                }
            }
            3 => {
                let (size, cut) = (dice.roll(50), dice.roll(600));
                if let Some(bytes) = model.get_mut(&name) {
                    let file = files.open(&name, Open::CHANGE).unwrap();
                    files.truncate(file, cut as u64).unwrap();
                    bytes.resize(cut, 0);
                    let at = dice.roll(cut + 50);
                    files.seek(file, at as i64, Whence::Start).unwrap();
                    assert_eq!(files.write(file, &vec![9; size]), Ok(size));
                    if size > 0 {
                        bytes.resize(bytes.len().max(at + size), 0);
                        bytes[at..at + size].fill(9);
                    }
                    files.close(file).unwrap();
                }
            }
            4 => assert_eq!(get(&mut files, &name).ok().as_ref(), model.get(&name), "step {step}"),
            _ if step % 10 == 0 => files = FlashFiles::mount(files.into_flash()).unwrap(),
            _ => {}
        }
    }
    let names: Vec<String> = model.keys().map(|name| name[1..].to_owned()).collect();
    assert_eq!(list(&mut files, "/"), Ok(names));
}

/// A flash whose power fails in the middle of a step.
struct Failing<'m> {
    memory: Memory<'m, SECTOR>,
    left: usize,
}

impl Failing<'_> {
    /// How much of a step is done: all, half or nothing.
    fn part(&mut self, len: usize) -> (usize, Result<(), MemoryError>) {
        match self.left {
            0 => (0, Err(MemoryError::OutOfBounds)),
            1 => {
                self.left = 0;
                (len / 8 * 4, Err(MemoryError::OutOfBounds))
            }
            _ => {
                self.left -= 1;
                (len, Ok(()))
            }
        }
    }
}

impl ErrorType for Failing<'_> {
    type Error = MemoryError;
}

impl ReadNorFlash for Failing<'_> {
    const READ_SIZE: usize = 4;

    fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), MemoryError> {
        assert!(offset % 4 == 0 && bytes.len() % 4 == 0);
        self.memory.read(offset, bytes)
    }

    fn capacity(&self) -> usize {
        self.memory.capacity()
    }
}

impl NorFlash for Failing<'_> {
    const WRITE_SIZE: usize = 8;
    const ERASE_SIZE: usize = SECTOR;

    fn erase(&mut self, from: u32, to: u32) -> Result<(), MemoryError> {
        let (n, result) = self.part((to - from) as usize);
        if result.is_ok() {
            return self.memory.erase(from, to);
        }
        // Half of it is blank, the rest is as it was.
        let mut rest = vec![0; (to - from) as usize - n];
        self.memory.read(from + n as u32, &mut rest)?;
        if n > 0 {
            self.memory.erase(from, to)?;
            self.memory.write(from + n as u32, &rest)?;
        }
        result
    }

    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), MemoryError> {
        assert!(offset % 8 == 0 && bytes.len() % 8 == 0);
        let (n, result) = self.part(bytes.len());
        self.memory.write(offset, &bytes[..n])?;
        result
    }
}

/// What a power cut may interrupt.
fn work<F: Files>(files: &mut F) -> Result<(), FileError> {
    put(files, "/new", &[2; 250])?;
    files.rename("/new", "/old")?;
    let file = files.open("/log", Open::APPEND)?;
    files.write(file, &[3; 200])?;
    files.close(file)?;
    files.make_folder("/folder")?;
    files.rename("/log", "/folder/log")?;
    let file = files.open("/folder/log", Open::CHANGE)?;
    files.truncate(file, 20)?;
    files.close(file)?;
    files.remove("/old")
}

#[test]
fn power_may_fail_at_every_step() {
    for cut in 1.. {
        let mut bytes = vec![0; 32 * SECTOR];
        let mut files = formatted(&mut bytes);
        put(&mut files, "/old", &[1; 300]).unwrap();
        put(&mut files, "/log", &[3; 100]).unwrap();
        put(&mut files, "/other", b"untouched").unwrap();
        drop(files);
        let mut files =
            FlashFiles::mount(Failing { memory: Memory::new(&mut bytes), left: usize::MAX }).unwrap();
        files.flash().left = cut;
        let finished = work(&mut files).is_ok();
        drop(files);
        let mut files = FlashFiles::<Memory<'_, SECTOR>>::mount(Memory::new(&mut bytes)).unwrap();
        assert_eq!(get(&mut files, "/other").as_deref(), Ok(&b"untouched"[..]), "cut {cut}");
        match get(&mut files, "/old") {
            Ok(old) => assert!(old == [1; 300] || old == [2; 250], "cut {cut}"),
            Err(error) => assert_eq!(error, FileError::NotFound, "cut {cut}"),
        }
        let logs: Vec<_> =
            ["/log", "/folder/log"].iter().filter_map(|path| get(&mut files, path).ok()).collect();
        assert_eq!(logs.len(), 1, "cut {cut}");
        assert!([20, 100, 300].contains(&logs[0].len()) && logs[0].iter().all(|&b| b == 3), "cut {cut}");
        // It goes on working, and nothing is left behind.
        for path in ["/old", "/new", "/log", "/folder/log", "/other"] {
            let _ = files.remove(path);
        }
        let _ = files.remove_folder("/folder");
        assert_eq!(files.space("/").unwrap().free, 30, "cut {cut}");
        if finished {
            assert!(cut > 50, "there were {cut} steps");
            return;
        }
    }
}
