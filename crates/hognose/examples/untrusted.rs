//! A script that nobody trusts: 32 KB of memory, a time limit, no modules but one.
//!
//! `cargo run -p hognose --example untrusted`

use hognose::{Budget, Captured, Engine, Error, Outcome};
use std::time::{Duration, Instant};

/// How a script ended, and what it said.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It ran to its end.
    Printed(String),
    /// It failed; the last line of its traceback.
    Failed(String),
    /// It took too long.
    TooLong,
}

/// Runs a script in 32 KB for at most that long.
pub fn judge(script: &str, limit: Duration) -> Result<Verdict, Error> {
    let mut block = vec![0u64; 32 * 1024 / 8];
    let mut output = Captured::<2048>::new();
    let mut engine = Engine::new(&mut block)?;
    engine.set_host(&mut output);
    engine.grant(&["math"]);
    engine.load_source(script, "untrusted.py")?;
    let started = Instant::now();
    let clock = || started.elapsed();
    let outcome = engine.run(Budget::UNLIMITED.time(limit, &clock));
    if outcome == Outcome::Failed {
        engine.report();
    }
    drop(engine);
    let text = output.text();
    Ok(match outcome {
        Outcome::Finished => Verdict::Printed(text.to_owned()),
        Outcome::Failed => Verdict::Failed(text.lines().last().unwrap_or("").to_owned()),
        _ => Verdict::TooLong,
    })
}

/// Runs the example; gives the verdicts.
pub fn run() -> Result<Vec<Verdict>, Error> {
    let limit = Duration::from_millis(200);
    [
        "import math\nprint(math.sqrt(16))",
        "while True: pass",
        "hoard = []\nwhile True: hoard.append('more' * 100)",
        "import os",
        "def again(): again()\nagain()",
    ]
    .iter()
    .map(|script| judge(script, limit))
    .collect()
}

#[allow(dead_code)]
fn main() -> Result<(), Error> {
    for verdict in run()? {
        println!("{verdict:?}");
    }
    Ok(())
}
