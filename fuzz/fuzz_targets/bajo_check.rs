//! Any bytes as code and entry points: a check ends, finds the same twice, and code without findings and without
//! jumps through memory fails only in what a check cannot know.
#![no_main]

use bajo::check::{Device, Finding, check};
use bajo::{Cause, Machine, Memory, NoHost, Outcome, Regions};
use libfuzzer_sys::fuzz_target;

const RAM: usize = 1024;
const BASE: u32 = 0x1000;

fuzz_target!(|data: &[u8]| {
    let Some((&[entry, flags], code)) = data.split_first_chunk() else { return };
    let entry = BASE.wrapping_add(entry.into());
    let entries = [entry, BASE];
    let entries = &entries[..if flags & 1 == 0 { 1 } else { 2 }];
    let has_function = &|func| func & 1 == 0;
    let device = Device { code, code_base: BASE, ram_base: 0, ram_len: RAM as u32, has_function };
    let mut marks = vec![u32::MAX; code.len()];
    let mut found = Vec::new();
    let summary = check(&device, entries, &mut marks, &mut |finding: Finding| found.push(finding))
        .expect("enough marks");
    assert_eq!(summary.findings as usize, found.len());
    let mut again = Vec::new();
    check(&device, entries, &mut marks, &mut |finding| again.push(finding)).expect("enough marks");
    assert_eq!(again, found);
    for finding in &found {
        assert!(!finding.to_string().is_empty());
    }
    if !found.is_empty() || summary.dynamic_jumps > 0 {
        return;
    }
    let mut ram = vec![0; RAM];
    let memory = Memory::new(0, &mut ram, BASE, code).expect("they do not overlap");
    let mut machine = Machine::new(entry);
    if let Outcome::Failed(fault) = machine.run(&mut Regions::new(memory, NoHost), 500) {
        assert!(
            matches!(
                fault.cause,
                Cause::Read { .. }
                    | Cause::Write { .. }
                    | Cause::Call { .. }
                    | Cause::ZeroDivision
                    | Cause::IntegerOverflow
            ),
            "{fault}"
        );
    }
});
