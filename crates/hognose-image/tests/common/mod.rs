//! Good images for the tests, assembled from `tests/good`.
#![allow(dead_code)]

pub mod raw;

use hognose_image::{Image, asm, check, check_scratch_words, dis, dis_scratch_words};

pub const GOOD: [(&str, &str); 5] = [
    ("loop", include_str!("../good/loop.txt")),
    ("try", include_str!("../good/try.txt")),
    ("generator", include_str!("../good/generator.txt")),
    ("closure", include_str!("../good/closure.txt")),
    ("class", include_str!("../good/class.txt")),
];

/// Assembles, or says where not.
pub fn assemble(name: &str, text: &str) -> Vec<u8> {
    let mut buf = vec![0; 4 * text.len() + 10_000];
    let mut scratch = vec![0; text.len() + 100];
    match asm(text, &mut buf, &mut scratch) {
        Ok(len) => {
            buf.truncate(len);
            buf
        }
        Err(error) => panic!("{name}: {error}"),
    }
}

pub fn good(name: &str) -> Vec<u8> {
    let (_, text) = GOOD.iter().find(|(other, _)| *other == name).unwrap();
    assemble(name, text)
}

/// What the checker says, as text; empty when it has no complaint.
pub fn verdict(bytes: &[u8]) -> String {
    let image = match Image::parse(bytes) {
        Ok(image) => image,
        Err(error) => return format!("{error:?}"),
    };
    let mut scratch = vec![0; check_scratch_words(&image)];
    check(&image, &mut scratch).map_or_else(|error| error.to_string(), |_| String::new())
}

pub fn text_of(image: &Image<'_>) -> String {
    let mut text = String::new();
    let mut scratch = vec![0; dis_scratch_words(image)];
    dis(image, &mut scratch, &mut text).unwrap();
    text
}
