//! How long a collection of a 64 KB block takes that is three quarters full of what lives: the longest pause of a program there.
//!
//! `cargo run --release -p hognose --example pause`

use hognose::{Budget, Engine, Error, Outcome};
use std::time::{Duration, Instant};

/// Keeps making objects of all sorts and sizes until three quarters of the block are full.
const SOURCE: &str = "
class Point:
    def __init__(self, x):
        self.x = x
        self.next = None
kept = []
for i in range(PARTS):
    point = Point(i)
    point.next = kept[i // 2] if kept else None
    kept.append(point)
    kept.append((i, str(i) * 5, [i, {i: point}]))
";

/// Runs the example; gives bytes in use, and the median and the longest of so many collections.
pub fn run(count: usize) -> Result<(usize, Duration, Duration), Error> {
    let mut block = vec![0u64; 64 * 1024 / 8];
    let mut engine = Engine::new(&mut block)?;
    engine.load_source(&SOURCE.replace("PARTS", "110"), "pause.py")?;
    assert_eq!(engine.run(Budget::UNLIMITED), Outcome::Finished);
    engine.vm().heap.collect();
    let used = engine.statistics().used;
    let mut pauses: Vec<Duration> = (0..count.max(1))
        .map(|_| {
            let start = Instant::now();
            engine.vm().heap.collect();
            start.elapsed()
        })
        .collect();
    pauses.sort();
    Ok((used, pauses[pauses.len() / 2], pauses[pauses.len() - 1]))
}

#[allow(dead_code)]
fn main() -> Result<(), Error> {
    let (used, median, longest) = run(2000)?;
    println!(
        "collection of a 64 KB block with {used} bytes in use: median {:.1} us, longest {:.1} us",
        median.as_secs_f64() * 1e6,
        longest.as_secs_f64() * 1e6
    );
    Ok(())
}
