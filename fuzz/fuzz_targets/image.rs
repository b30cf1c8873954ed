//! Any bytes: reader, checker and disassembler never panic; what passes the checker comes back from its text and runs in the
//! engine, within its budget.
#![no_main]

use hognose::{Budget, Engine};
use hognose_image::crc::Crc;
use hognose_image::layout::{CRC_AT, HEADER, LENGTH_AT};
use hognose_image::{Image, asm, check, check_scratch_words, dis, dis_scratch_words};
use libfuzzer_sys::fuzz_target;

/// Words of the block.
const BLOCK: usize = 32 * 1024;
const FUEL: u64 = 10_000;

fuzz_target!(|bytes: &[u8]| {
    if bytes.len() < HEADER {
        let _ = Image::parse(bytes);
        return;
    }
    // Length and CRC are put right, or nothing would come past them.
    let mut bytes = bytes.to_vec();
    let len = bytes.len() as u32;
    bytes[LENGTH_AT..CRC_AT].copy_from_slice(&len.to_le_bytes());
    let crc = Crc::new().with(&bytes[..CRC_AT]).with(&bytes[HEADER..]).value();
    bytes[CRC_AT..HEADER].copy_from_slice(&crc.to_le_bytes());

    let Ok(image) = Image::parse(&bytes) else { return };
    let mut scratch = vec![0; check_scratch_words(&image)];
    let passed = check(&image, &mut scratch).is_ok();
    let mut text = String::new();
    let mut scratch = vec![0; dis_scratch_words(&image)];
    dis(&image, &mut scratch, &mut text).unwrap();
    if passed {
        let mut again = vec![0; 4 * text.len() + 10_000];
        let mut scratch = vec![0; text.len() + 100];
        let len = asm(&text, &mut again, &mut scratch).unwrap();
        assert_eq!(again[..len], bytes);
        let mut block = vec![0; BLOCK];
        let mut engine = Engine::new(&mut block).expect("the block is large enough");
        if engine.load_image(&bytes).is_ok() {
            engine.run(Budget::fuel(FUEL));
            engine.vm().heap.collect();
        }
    }
});
