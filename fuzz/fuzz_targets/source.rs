//! Any text as a program, in a small block: it ends within its budget, whatever the collector and the slices do, and the engine
//! runs another program afterwards.
#![no_main]

use hognose::{Budget, Engine, Outcome};
use libfuzzer_sys::fuzz_target;

/// Words of the block.
const BLOCK: usize = 16 * 1024;
const FUEL: u64 = 20_000;
/// With everything moving at every reserve, which takes long.
const FUEL_MOVING: u64 = 1_000;
/// One of so many faults is shown: a traceback takes ten times as long as most programs.
const SHOWN: usize = 16;

fuzz_target!(|data: &[u8]| {
    let Some((&mode, source)) = data.split_first() else { return };
    let show = source.len() % SHOWN == 0;
    let mut block = vec![0; BLOCK];
    let mut engine = Engine::new(&mut block).expect("the block is large enough");
    // Everything moves at every reserve; a reserve fails.
    let fail = (mode & 2 != 0).then_some(u64::from(mode >> 2) * 5);
    engine.vm().heap.set_rig(mode & 1 != 0, fail);
    let most = if mode & 1 != 0 { FUEL_MOVING } else { FUEL };
    let slice = if mode & 4 == 0 { most } else { 7 };
    match engine.load_source_bytes(source, "fuzz.py") {
        Ok(()) => {
            let mut outcome = Outcome::Spent;
            while outcome == Outcome::Spent && engine.statistics().fuel < most {
                outcome = engine.run(Budget::fuel(slice));
            }
            if outcome == Outcome::Failed && show {
                engine.report();
            }
        }
        Err(_) => {
            if show {
                engine.report();
            }
        }
    }
    engine.vm().heap.set_rig(false, None);
    engine.vm().heap.collect();
    engine.load_source("x = [1, 2]\nx.append(len(x))", "after.py").expect("it is a program");
    assert_eq!(engine.run(Budget::fuel(1000)), Outcome::Finished);
    assert_eq!(engine.global("x").and_then(|x| x.item(2)).and_then(|n| n.as_int()), Some(2));
});
