//! Two engines side by side, a slice each in turn: they share nothing, and neither can keep the other waiting.
//!
//! `cargo run -p hognose --example two_engines`

use hognose::{Budget, Captured, Engine, Error, Outcome};

/// Runs the example; gives what both printed and how many slices the busy one took meanwhile.
pub fn run() -> Result<(String, String, u32), Error> {
    let (mut first_block, mut second_block) = (vec![0u64; 8 * 1024], vec![0u64; 8 * 1024]);
    let (mut first_out, mut second_out) = (Captured::<256>::new(), Captured::<256>::new());
    let mut busy = Engine::new(&mut first_block)?;
    let mut calm = Engine::new(&mut second_block)?;
    busy.set_host(&mut first_out);
    calm.set_host(&mut second_out);
    busy.load_source("print('for ever')\nwhile True: pass", "busy.py")?;
    calm.load_source("print(sum(n for n in range(1000)))", "calm.py")?;
    let mut slices = 0;
    loop {
        slices += 1;
        assert_eq!(busy.run(Budget::fuel(1_000)), Outcome::Spent);
        if calm.run(Budget::fuel(1_000)) == Outcome::Finished {
            break;
        }
    }
    busy.stop();
    assert!(!busy.is_active());
    drop((busy, calm));
    Ok((first_out.text().to_owned(), second_out.text().to_owned(), slices))
}

#[allow(dead_code)]
fn main() -> Result<(), Error> {
    let (busy, calm, slices) = run()?;
    println!("busy said {busy:?}, calm said {calm:?}, after {slices} slices each");
    Ok(())
}
