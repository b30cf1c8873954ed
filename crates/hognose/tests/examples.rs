//! The examples, run as they stand.

#[path = "../examples/embed.rs"]
mod embed;
#[path = "../examples/pause.rs"]
mod pause;
#[path = "../examples/pending.rs"]
mod pending;
#[path = "../examples/range.rs"]
mod range;
#[path = "../examples/two_engines.rs"]
mod two_engines;
#[path = "../examples/untrusted.rs"]
mod untrusted;

#[test]
fn embed_in_twenty_lines() {
    assert_eq!(embed::run().unwrap(), "squares: [0, 1, 4, 9, 16]\n");
}

#[test]
fn a_range_keeps_the_host_safe() {
    let (target, printed) = range::run().unwrap();
    assert_eq!(target, 180.0);
    assert_eq!(printed, "heat(): to must be 20.0..=250.0 degrees Celsius, not 900\n");
}

#[test]
fn a_pending_function_does_not_block_the_loop() {
    let (turns, printed) = pending::run().unwrap();
    assert_eq!(printed, "0 104\n1 107\n2 110\n");
    assert_eq!(turns, 10);
}

#[test]
fn two_engines_take_turns() {
    let (busy, calm, slices) = two_engines::run().unwrap();
    assert_eq!((busy.as_str(), calm.as_str()), ("for ever\n", "499500\n"));
    assert!(slices > 1, "the calm one took more than one slice");
}

#[test]
fn untrusted_scripts_are_judged() {
    use untrusted::Verdict;
    let verdicts = untrusted::run().unwrap();
    assert_eq!(verdicts[0], Verdict::Printed("4.0\n".to_owned()));
    assert_eq!(verdicts[1], Verdict::TooLong);
    assert_eq!(verdicts[2], Verdict::Failed("MemoryError".to_owned()));
    assert!(
        matches!(&verdicts[3], Verdict::Failed(line) if line.starts_with("ModuleNotFoundError") || line.starts_with("ImportError")),
        "{:?}",
        verdicts[3]
    );
    assert!(
        matches!(&verdicts[4], Verdict::Failed(line) if line.starts_with("RecursionError") || line == "MemoryError"),
        "{:?}",
        verdicts[4]
    );
}

#[test]
fn a_collection_of_a_small_block_is_short() {
    let (used, median, longest) = pause::run(50).unwrap();
    // Three quarters of 64 KB.
    assert!((45_000..60_000).contains(&used), "{used}");
    assert!(median <= longest && median.as_millis() < 50, "{median:?} {longest:?}");
}
