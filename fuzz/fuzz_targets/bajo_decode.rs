//! Any bytes as an instruction and as an image: what is decoded is what the machine executes.
#![no_main]

use bajo::{Image, Instruction, Machine, Memory, NoHost, Regions};
use libfuzzer_sys::fuzz_target;

const BASE: u32 = 0x1000;

fuzz_target!(|data: &[u8]| {
    if let Ok(image) = Image::parse(data) {
        let mut file = image.header().to_vec();
        file.extend_from_slice(image.code);
        assert_eq!(file, data);
    }
    let Ok(instruction) = Instruction::decode(data) else { return };
    assert!((1..=data.len()).contains(&instruction.len()));
    assert_eq!(Instruction::decode(instruction.bytes()), Ok(instruction));
    assert!(!instruction.display(BASE, BASE..BASE + 64).to_string().is_empty());
    assert_eq!(instruction.targets().count(), instruction.target_count());
    assert_eq!(instruction.sources().count(), instruction.source_count());
    let next = BASE + instruction.len() as u32;
    let mut ram = [0; 256];
    let memory = Memory::new(0, &mut ram, BASE, instruction.bytes()).expect("they do not overlap");
    let mut machine = Machine::new(BASE);
    machine.step(&mut Regions::new(memory, NoHost));
    // It may have jumped; otherwise it consumed what was decoded.
    assert!(instruction.op().info().flow.destination().is_some() || machine.pc() == next, "{instruction}");
});
