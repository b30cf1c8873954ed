//! Headers and offset tables that the reader refuses.

mod common;
use common::good;
use common::raw::seal;
use hognose_image::layout::*;
use hognose_image::{Image, ImageError};

fn parse(bytes: &[u8]) -> Option<ImageError> {
    Image::parse(bytes).err()
}

/// A good image with bytes changed and the CRC put right.
fn spoilt(spoil: impl FnOnce(&mut Vec<u8>)) -> Option<ImageError> {
    let mut bytes = good("loop");
    spoil(&mut bytes);
    seal(&mut bytes);
    parse(&bytes)
}

#[test]
fn what_is_no_image_is_refused() {
    let bytes = good("loop");
    assert_eq!(parse(&bytes), None);
    assert_eq!(parse(&[]), Some(ImageError::Short { len: 0, need: 16 }));
    assert_eq!(parse(b"HOG"), Some(ImageError::Short { len: 3, need: 16 }));
    assert_eq!(parse(b"HOGN"), Some(ImageError::Short { len: 4, need: 16 }));
    assert_eq!(parse(b"#!/usr/bin/python"), Some(ImageError::Magic));
    assert_eq!(spoilt(|bytes| bytes[3] = b'm'), Some(ImageError::Magic));
    assert_eq!(spoilt(|bytes| bytes[4] = 2), Some(ImageError::Version { found: 2, known: 1 }));
    assert_eq!(spoilt(|bytes| bytes[5] = 1), Some(ImageError::Version { found: 257, known: 1 }));
    assert_eq!(spoilt(|bytes| bytes[6] = 0x10), Some(ImageError::Flags { found: 16, known: 3 }));
    let len = bytes.len();
    let stated = len as u32;
    assert_eq!(spoilt(|bytes| bytes.push(0)), Some(ImageError::Length { stated, len: len + 1 }));
    assert_eq!(parse(&bytes[..len - 1]), Some(ImageError::Length { stated, len: len - 1 }));
    assert_eq!(Image::stated_len(&bytes[..12]), Some(stated));
    assert_eq!(Image::stated_len(&bytes[..11]), None);
    assert_eq!(Image::stated_len(b"HOGM00000000"), None);
}

#[test]
fn every_flipped_bit_is_seen() {
    let mut bytes = good("closure");
    for bit in 0..bytes.len() * 8 {
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert!(parse(&bytes).is_some(), "bit {bit}");
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    let crc = u32::from_le_bytes(bytes[CRC_AT..HEADER].try_into().unwrap());
    bytes[CRC_AT] ^= 1;
    assert_eq!(parse(&bytes), Some(ImageError::Crc { stated: crc ^ 1, found: crc }));
}

#[test]
fn offsets_have_to_tile_the_image() {
    let bytes = good("loop");
    let len = bytes.len() as u32;
    let image = Image::parse(&bytes).unwrap();
    let table = HEADER + 2 * SECTIONS;
    let at = |record: usize| {
        u32::from(u16::from_le_bytes([bytes[table + 2 * record], bytes[table + 2 * record + 1]]))
    };
    let start = at(0);
    // The first record begins behind the table.
    let first = |offset: u32| Some(ImageError::Offset { record: 0, offset, from: start, to: start });
    assert_eq!(spoilt(|bytes| bytes[table] += 1), first(start + 1));
    assert_eq!(spoilt(|bytes| bytes[table] -= 1), first(start - 1));
    assert_eq!(spoilt(|bytes| bytes[table + 1] = 0xff), first(start | 0xff00));
    // None goes back.
    let wrong = Some(ImageError::Offset { record: 2, offset: at(1) - 1, from: at(1), to: len });
    assert_eq!(spoilt(|bytes| bytes[table + 4] = at(1) as u8 - 1), wrong);
    // None goes past the end.
    let last = image.module_count() + image.constant_count() + image.code_count() - 1;
    let place = table + 2 * last as usize;
    let wrong =
        Some(ImageError::Offset { record: last, offset: len + 1, from: at(last as usize - 1), to: len });
    assert_eq!(
        spoilt(|bytes| bytes[place..place + 2].copy_from_slice(&(len as u16 + 1).to_le_bytes())),
        wrong
    );
    // More records than the table has room for.
    let many = Some(ImageError::Short { len: len as usize, need: table + 2 * (0xffff + last as usize) });
    assert_eq!(
        spoilt(|bytes| bytes[18..20].copy_from_slice(&[0xff, 0xff])),
        many.map(|error| match error {
            ImageError::Short { len, need } => ImageError::Short { len, need: need + 2 },
            other => other,
        })
    );
}

#[test]
fn an_image_without_modules_is_refused() {
    let mut bytes = Vec::from(MAGIC);
    bytes.extend([1, 0, 0, 0, 24, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    seal(&mut bytes);
    assert_eq!(parse(&bytes), Some(ImageError::NoModule));
    // Header and CRC alone, no counts.
    let mut bytes = bytes[..16].to_vec();
    bytes[8] = 16;
    seal(&mut bytes);
    assert_eq!(parse(&bytes), Some(ImageError::Short { len: 16, need: 24 }));
    // Counts of 4 bytes each that promise more than any memory holds.
    let mut bytes = Vec::from(MAGIC);
    bytes.extend([1, 0, 1, 0, 32, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend([0xff; 16]);
    seal(&mut bytes);
    assert!(matches!(parse(&bytes), Some(ImageError::Short { len: 32, .. })));
}
