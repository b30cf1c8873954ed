//! A host function that takes its time, in a super-loop: the script waits, the loop goes on.
//!
//! `cargo run -p hognose --example pending`

use hognose::{Budget, Engine, Error, Host, Outcome, module, modules};
use std::any::Any;
use std::task::Poll;

/// A sensor whose measurement takes three turns of the loop.
#[derive(Default)]
struct Board {
    asked: bool,
    printed: String,
}

module! {
    /// What the board can feel.
    pub SENSOR = "sensor" for Board;

    /// Distance to the next thing. The script waits for it.
    pending fn distance(board) -> int unit "mm" {
        board.asked = true;
        Ok(Poll::Pending)
    }
}

impl Host for Board {
    fn write(&mut self, _stream: u8, bytes: &[u8]) {
        self.printed.push_str(&String::from_utf8_lossy(bytes));
    }

    fn state(&mut self) -> Option<&mut dyn Any> {
        Some(self)
    }
}

const SCRIPT: &str = "
import sensor
for turn in range(3):
    print(turn, sensor.distance())
";

/// Runs the example; gives the turns of the loop and what the script printed.
pub fn run() -> Result<(u32, String), Error> {
    let mut block = vec![0u64; 8 * 1024];
    let mut board = Board::default();
    let mut engine = Engine::with_modules(&mut block, modules![SENSOR])?;
    engine.set_host(&mut board);
    engine.load_source(SCRIPT, "sensor.py")?;
    let (mut turns, mut ready_at) = (0, None);
    loop {
        // Everything else that the firmware does stands here; it is never kept waiting.
        turns += 1;
        if ready_at.is_some_and(|at| turns >= at) {
            engine.answer(100 + turns)?;
            ready_at = None;
        }
        if ready_at.is_some() {
            continue;
        }
        match engine.run(Budget::fuel(500)) {
            Outcome::Finished => break,
            Outcome::Waiting => ready_at = Some(turns + 3),
            Outcome::Spent => {}
            other => panic!("{other:?}"),
        }
    }
    drop(engine);
    assert!(board.asked);
    Ok((turns, board.printed))
}

#[allow(dead_code)]
fn main() -> Result<(), Error> {
    let (turns, printed) = run()?;
    print!("{printed}");
    println!("{turns} turns of the loop");
    Ok(())
}
