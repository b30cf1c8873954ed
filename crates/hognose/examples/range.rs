//! A host function with a range and a unit: what is outside it never reaches the host.
//!
//! `cargo run -p hognose --example range`

use hognose::{Budget, Engine, Error, Host, Outcome, module, modules};
use std::any::Any;

/// What stands behind the module: a heater, and what the script printed.
#[derive(Default)]
struct Kitchen {
    target: f64,
    printed: String,
}

module! {
    /// The oven.
    pub OVEN = "oven" for Kitchen;

    /// Heats up to that temperature.
    fn heat(kitchen, to: float in 20.0..=250.0 unit "degrees Celsius") {
        kitchen.target = to;
        Ok(())
    }
}

impl Host for Kitchen {
    fn write(&mut self, _stream: u8, bytes: &[u8]) {
        self.printed.push_str(&String::from_utf8_lossy(bytes));
    }

    fn state(&mut self) -> Option<&mut dyn Any> {
        Some(self)
    }
}

const SCRIPT: &str = "
import oven
oven.heat(180)
try:
    oven.heat(900)
except ValueError as e:
    print(e)
";

/// Runs the example; gives the temperature and what the script printed.
pub fn run() -> Result<(f64, String), Error> {
    let mut block = vec![0u64; 8 * 1024];
    let mut kitchen = Kitchen::default();
    let mut engine = Engine::with_modules(&mut block, modules![OVEN])?;
    engine.set_host(&mut kitchen);
    engine.load_source(SCRIPT, "oven.py")?;
    assert_eq!(engine.run(Budget::fuel(100_000)), Outcome::Finished);
    drop(engine);
    Ok((kitchen.target, kitchen.printed))
}

#[allow(dead_code)]
fn main() -> Result<(), Error> {
    let (target, printed) = run()?;
    println!("heated to {target}\n{printed}");
    Ok(())
}
