//! Compiling in tests.
#![allow(dead_code)]

use hognose_compiler::{CompileError, Request, compile};
use hognose_image::{Image, check, check_scratch_words, dis, dis_scratch_words};
use std::path::{Path, PathBuf};

/// Bytes of memory that are enough for any program of the tests.
pub const PLENTY: usize = 64 << 20;

/// The image of a program, checked.
pub fn image<'s>(request: &Request<'s>, memory: &mut [u64]) -> Result<Vec<u8>, CompileError<'s>> {
    let len = compile(request, memory)?;
    let bytes: Vec<u8> = memory.iter().flat_map(|word| word.to_ne_bytes()).take(len).collect();
    checked(&bytes);
    Ok(bytes)
}

/// Asserts that the checker takes the image.
pub fn checked(bytes: &[u8]) {
    let image = Image::parse(bytes).expect("an image");
    let mut scratch = vec![0; check_scratch_words(&image)];
    if let Err(error) = check(&image, &mut scratch) {
        panic!("{:?} {:?}\n{}", error.place, error.problem, text(bytes));
    }
}

/// The text form of an image.
pub fn text(bytes: &[u8]) -> String {
    let image = Image::parse(bytes).expect("an image");
    let mut out = String::new();
    let mut scratch = vec![0; dis_scratch_words(&image)];
    dis(&image, &mut scratch, &mut out).expect("text");
    out
}

/// The top folder of the project.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files with this ending under a folder, sorted.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
