//! `--rig slice`: a program that is paused all the time, and goes on from a snapshot in a block whose contents
//! are junk.

use crate::characters::CHARACTERS;
use crate::console::Console;
use crate::limits::Limits;
use crate::modules;
use crate::session::{self, CONTROL, Drive};
use hognose::{Engine, SnapshotError};
use std::time::Instant;

/// The first pauses all go through a snapshot, later ones more and more seldom: a snapshot takes as long as thousands of
/// instructions, and programs of millions have to end some day.
const ALWAYS: u64 = 64;
/// Words at both ends of the block that are overwritten between two engines, and with what.
const SPOILT: usize = 8192;
const JUNK: u64 = 0x5555_5555_5555_5555;

/// The state of the engine as bytes, or why there is none.
pub fn snapshot(engine: &Engine<'_>) -> Result<Vec<u8>, SnapshotError> {
    let mut bytes = Vec::with_capacity(engine.snapshot_len());
    engine.snapshot(&mut |piece| {
        bytes.extend_from_slice(piece);
        true
    })?;
    Ok(bytes)
}

/// Leaves nothing where the engine before had its first objects and frames. (A new block each time would be mostly the system's
/// work.)
fn spoil(block: &mut [u64]) {
    let some = block.len().min(SPOILT);
    let top = block.len() - some;
    block[..some].fill(JUNK);
    block[top..].fill(JUNK);
}

/// Runs a program from its first snapshot to its end; its exit status.
pub fn drive(first: Result<Vec<u8>, SnapshotError>, console: &mut Console, limits: &Limits) -> u8 {
    let start = Instant::now();
    let (mut pauses, mut next) = (0, 0);
    let mut course = None;
    let mut taken = first;
    let allowed = limits.allowed();
    let mut block = limits.block();
    loop {
        spoil(&mut block);
        let mut engine = match taken.and_then(|bytes| Engine::restore(&mut block, &bytes, modules::all())) {
            Ok(engine) => engine,
            Err(error) => {
                complain!("hognose: after {pauses} pauses: the snapshot was refused: {error}");
                return 1;
            }
        };
        engine.set_characters(CHARACTERS);
        engine.set_host(console);
        engine.set_control(&CONTROL);
        if !allowed.is_empty() {
            engine.grant(&allowed);
        }
        let course = course.get_or_insert_with(|| Drive::begin(&engine, limits));
        loop {
            if let Some(end) = course.slice(&mut engine) {
                let status = session::finish(&mut engine, end, limits);
                if limits.stats {
                    session::statistics(&mut engine, start.elapsed());
                }
                return session::close(&mut engine, status);
            }
            pauses += 1;
            if pauses >= next {
                next = pauses + 1 + pauses / ALWAYS;
                break;
            }
        }
        taken = snapshot(&engine);
    }
}
