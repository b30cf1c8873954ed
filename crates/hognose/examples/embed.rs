//! The engine in twenty lines: a block, a program, what it printed.
//!
//! `cargo run -p hognose --example embed`

use hognose::{Budget, Captured, Engine, Error, Outcome};

/// Runs the example; gives what the script printed.
pub fn run() -> Result<String, Error> {
    let mut block = vec![0u64; 8 * 1024];
    let mut output = Captured::<256>::new();
    let mut engine = Engine::new(&mut block)?;
    engine.set_host(&mut output);
    engine.load_source("squares = [n * n for n in range(5)]\nprint('squares:', squares)", "embed.py")?;
    assert_eq!(engine.run(Budget::fuel(100_000)), Outcome::Finished);
    drop(engine);
    Ok(output.text().to_owned())
}

#[allow(dead_code)]
fn main() -> Result<(), Error> {
    print!("{}", run()?);
    Ok(())
}
