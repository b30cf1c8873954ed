//! The store in flash that loses power, wears, and holds anything.

use embedded_storage::nor_flash::{ErrorType, NorFlash, NorFlashErrorKind, ReadNorFlash};
use hognose_device::setting::DEFAULTS;
use hognose_device::store::{Request, Store};
use hognose_device::{Setting, StoreError};

const ERASE: usize = 512;
const PROGRAM: usize = 1536;
const SIZE: usize = 2 * (ERASE + PROGRAM);

/// Flash whose power fails after so many bytes were erased or written.
#[derive(Clone, Debug)]
struct Flash {
    bytes: Vec<u8>,
    left: usize,
    erased: Vec<u32>,
}

impl Flash {
    fn new(bytes: Vec<u8>) -> Flash {
        let sectors = bytes.len() / ERASE;
        Flash { bytes, left: usize::MAX, erased: vec![0; sectors] }
    }
}

impl ErrorType for Flash {
    type Error = NorFlashErrorKind;
}

impl ReadNorFlash for Flash {
    const READ_SIZE: usize = 4;

    fn read(&mut self, offset: u32, bytes: &mut [u8]) -> Result<(), NorFlashErrorKind> {
        assert!(offset % 4 == 0 && bytes.len() % 4 == 0, "aligned");
        bytes.copy_from_slice(&self.bytes[offset as usize..offset as usize + bytes.len()]);
        Ok(())
    }

    fn capacity(&self) -> usize {
        self.bytes.len()
    }
}

impl NorFlash for Flash {
    const WRITE_SIZE: usize = 8;
    const ERASE_SIZE: usize = ERASE;

    fn erase(&mut self, from: u32, to: u32) -> Result<(), NorFlashErrorKind> {
        assert!(from as usize % ERASE == 0 && to as usize % ERASE == 0 && from < to, "aligned");
        for sector in from as usize / ERASE..to as usize / ERASE {
            self.erased[sector] += 1;
        }
        for at in from as usize..to as usize {
            if self.left == 0 {
                // What was being erased is anything.
                self.bytes[at] ^= 0x5A;
                return Err(NorFlashErrorKind::Other);
            }
            self.left -= 1;
            self.bytes[at] = 0xFF;
        }
        Ok(())
    }

    fn write(&mut self, offset: u32, bytes: &[u8]) -> Result<(), NorFlashErrorKind> {
        assert!(offset % 8 == 0 && bytes.len() % 8 == 0, "aligned");
        for (at, byte) in (offset as usize..).zip(bytes) {
            if self.left == 0 {
                // Half of the bits.
                self.bytes[at] &= byte | 0x55;
                return Err(NorFlashErrorKind::Other);
            }
            self.left -= 1;
            self.bytes[at] &= byte;
        }
        Ok(())
    }
}

fn crc(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

fn image(size: usize, salt: u8) -> Vec<u8> {
    (0..size).map(|i| (i * 7 + i / 256) as u8 ^ salt).collect()
}

fn open(bytes: Vec<u8>) -> Store<Flash> {
    Store::open(Flash::new(bytes), PROGRAM as u32).expect("flash that works is always taken")
}

/// A whole upload in chunks.
fn upload(store: &mut Store<Flash>, image: &[u8], chunk: usize) -> Result<(), StoreError> {
    let request = Request { size: image.len() as u32, crc: crc(image), name: "test", ..Request::default() };
    store.stage(&request)?;
    for (i, piece) in image.chunks(chunk).enumerate() {
        store.write((i * chunk) as u32, piece)?;
    }
    store.commit(0).map(|_| ())
}

fn stored(store: &mut Store<Flash>) -> Option<Vec<u8>> {
    let entry = *store.program()?;
    let mut bytes = vec![0; entry.size as usize];
    store.read(&entry, 0, &mut bytes).expect("it can be read");
    assert_eq!(crc(&bytes), entry.crc);
    Some(bytes)
}

#[test]
fn programs_and_settings_survive() {
    let mut store = open(vec![0; SIZE]);
    assert_eq!((stored(&mut store), store.setting(Setting::Recursion)), (None, 32));
    for round in 0..20 {
        let image = image(100 + 70 * round, round as u8);
        upload(&mut store, &image, 1 + 13 * round).unwrap();
        store.set(Setting::RunTime, 1000 + round as i32).unwrap();
        let bytes = store.flash().bytes.clone();
        store = open(bytes);
        assert_eq!(stored(&mut store).as_ref(), Some(&image));
        assert_eq!(store.setting(Setting::RunTime), 1000 + round as i32);
        assert_eq!(store.program().unwrap().name.as_str(), "test");
    }
    store.delete().unwrap();
    let bytes = store.flash().bytes.clone();
    assert_eq!(stored(&mut open(bytes)), None);
}

#[test]
fn what_is_wrong_is_refused_and_the_old_program_stays() {
    let mut store = open(vec![0; SIZE]);
    let old = image(500, 1);
    upload(&mut store, &old, 64).unwrap();
    let long = Request { size: PROGRAM as u32 + 1, ..Request::default() };
    assert_eq!(store.stage(&long), Err(StoreError::TooLarge { size: 1537, limit: 1536 }));
    let new = image(300, 2);
    let request = Request { size: 300, crc: 5, ..Request::default() };
    store.stage(&request).unwrap();
    assert_eq!(store.write(8, &new), Err(StoreError::NotStaged), "not at the start");
    store.write(0, &new[..100]).unwrap();
    assert_eq!(store.write(0, &new[..100]), Err(StoreError::NotStaged), "twice");
    assert_eq!(store.commit(0), Err(StoreError::NotStaged), "not all of it");
    store.write(100, &new[100..]).unwrap();
    assert_eq!(store.commit(0), Err(StoreError::Checksum { found: crc(&new) }));
    assert_eq!(stored(&mut store), Some(old));
    let small = Flash::new(vec![0; SIZE - ERASE]);
    let error = Store::open(small, PROGRAM as u32).expect_err("too small");
    assert_eq!(error, StoreError::TooSmall { have: (SIZE - ERASE) as u32, need: SIZE as u32 });
}

/// Power fails at every byte of an upload, wherever the log stands.
#[test]
fn r26_r72_power_may_fail_at_every_byte() {
    for changes in 0..4 {
        let mut store = open(vec![0; SIZE]);
        let (old, new, third) = (image(700, 3), image(PROGRAM, 4), image(200, 5));
        upload(&mut store, &old, 100).unwrap();
        for change in 0..changes {
            store.set(Setting::RunTime, 7 + change).unwrap();
        }
        let before = store.flash().bytes.clone();
        let mut cut = 0;
        loop {
            let mut store = open(before.clone());
            let stop = 4;
            store.flash().left = cut;
            let done = upload(&mut store, &new, 100);
            let bytes = store.flash().bytes.clone();
            let mut store = open(bytes);
            let now = stored(&mut store).expect("a program is always there");
            assert!(now == old || now == new, "cut after {cut} bytes");
            if done.is_ok() {
                assert_eq!(now, new);
                assert!(cut > new.len() + stop);
                break;
            }
            let run_time = if changes == 0 { DEFAULTS[Setting::RunTime as usize] } else { 6 + changes };
            assert_eq!(store.setting(Setting::RunTime), run_time, "cut after {cut} bytes");
            if cut % 16 == 0 {
                upload(&mut store, &third, 50).expect("the next upload works");
                let bytes = store.flash().bytes.clone();
                assert_eq!(stored(&mut open(bytes)).as_ref(), Some(&third), "cut after {cut} bytes");
            }
            cut += 1;
        }
    }
}

#[test]
fn power_may_fail_while_settings_change() {
    let mut store = open(vec![0; SIZE]);
    let old = image(700, 3);
    upload(&mut store, &old, 100).unwrap();
    let before = store.flash().bytes.clone();
    let whole = 20 * 128;
    for cut in 0..whole {
        let mut store = open(before.clone());
        store.flash().left = cut;
        let mut reached = DEFAULTS[Setting::RunTime as usize];
        let mut tried = reached;
        for value in 1..12 {
            tried = value;
            if store.set(Setting::RunTime, value).is_err() {
                break;
            }
            reached = value;
        }
        let bytes = store.flash().bytes.clone();
        let mut store = open(bytes);
        let now = store.setting(Setting::RunTime);
        assert!(now == reached || now == tried, "{now} is neither {reached} nor {tried}, cut after {cut}");
        assert_eq!(stored(&mut store).as_ref(), Some(&old));
    }
}

#[test]
fn anything_in_flash_is_taken() {
    let mut seed = 1u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as u8
    };
    for round in 0..200 {
        let mut bytes: Vec<u8> = (0..SIZE).map(|_| next()).collect();
        if round % 2 == 0 {
            // A store with damage.
            let mut store = open(vec![0; SIZE]);
            upload(&mut store, &image(900, 9), 128).unwrap();
            store.set(Setting::Console, 99).unwrap();
            let random = bytes;
            bytes = store.flash().bytes.clone();
            for i in 0..40 {
                let at = usize::from(random[3 * i]) * 256 + usize::from(random[3 * i + 1]);
                bytes[at % SIZE] = random[3 * i + 2];
            }
        }
        let mut store = open(bytes);
        let _ = stored(&mut store);
        upload(&mut store, &image(1000, 8), 99).unwrap();
        let bytes = store.flash().bytes.clone();
        assert_eq!(stored(&mut open(bytes)), Some(image(1000, 8)));
    }
}

#[test]
fn r28_wear_is_spread_and_no_upload_ever_fails() {
    let mut store = open(vec![0; SIZE]);
    for round in 0..10_000u32 {
        let image = image(64, round as u8);
        upload(&mut store, &image, 64).unwrap();
    }
    let erased = store.flash().erased.clone();
    assert!(erased[0].abs_diff(erased[1]) <= 1, "{erased:?}");
    assert!(erased[2].abs_diff(*erased.last().unwrap()) <= 1, "{erased:?}");
}
