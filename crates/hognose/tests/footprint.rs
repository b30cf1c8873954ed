//! How small a block may be for programs to run in it. A block is counted in bytes of the caller's memory; nothing else is used.

use hognose::{Budget, Captured, Engine, Outcome};

/// A hundred lines with classes, generators and formatting.
const HUNDRED: &str = include_str!("programs/hundred.py");
/// What CPython prints for it.
const SAID: &str = include_str!("programs/hundred.out");

/// Runs source, or its image, in a block of that many bytes; gives what it printed if it got to its end.
fn run(source: &str, image: bool, bytes: usize) -> Option<String> {
    let mut block = vec![0; bytes / 8];
    let mut output = Captured::<4096>::new();
    let mut engine = Engine::new(&mut block).ok()?;
    engine.set_host(&mut output);
    if image {
        engine.load_image(&compile(source)).ok()?;
    } else {
        engine.load_source(source, "main.py").ok()?;
    }
    let outcome = engine.run(Budget::fuel(10_000_000));
    drop(engine);
    (outcome == Outcome::Finished).then(|| output.text().to_owned())
}

/// The image of a program, without what only tracebacks need.
fn compile(source: &str) -> Vec<u8> {
    let request = hognose_compiler::Request {
        strip: true,
        ..hognose_compiler::Request::new(source.as_bytes(), "main.py")
    };
    let mut memory = vec![0u64; 1 << 16];
    let len = hognose_compiler::compile(&request, &mut memory).unwrap();
    memory.iter().flat_map(|word| word.to_le_bytes()).take(len).collect()
}

/// The smallest block in which it gets to its end, to 64 bytes.
fn least(source: &str, image: bool) -> usize {
    let mut bytes = 1024;
    while run(source, image, bytes).is_none() {
        bytes += 64;
        assert!(bytes < 1 << 20);
    }
    bytes
}

#[test]
fn a_greeting_fits_8_kb_as_source() {
    let least = least("print('hi')", false);
    println!("least block for a greeting from source: {least}");
    assert!(least <= 8 * 1024, "{least}");
    assert_eq!(run("print('hi')", false, 8 * 1024).as_deref(), Some("hi\n"));
}

#[test]
fn a_greeting_fits_4_kb_as_image() {
    let least = least("print('hi')", true);
    println!("least block for a greeting from an image: {least}");
    assert!(least <= 4 * 1024, "{least}");
    assert_eq!(run("print('hi')", true, 4 * 1024).as_deref(), Some("hi\n"));
}

#[test]
fn a_hundred_lines_fit_32_kb_as_source() {
    let least = least(HUNDRED, false);
    println!("least block for a hundred lines from source: {least}");
    assert!(least <= 32 * 1024, "{least}");
    assert_eq!(run(HUNDRED, false, 32 * 1024), Some(SAID.to_owned()));
}
