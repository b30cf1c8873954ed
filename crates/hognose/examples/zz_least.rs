use hognose::*;
fn compile(source: &str, strip: bool, words: usize, keep: bool) -> Option<Vec<u8>> {
    let request = hognose_compiler::Request { strip, keep_source: keep, ..hognose_compiler::Request::new(source.as_bytes(), "main.py") };
    let mut memory = vec![0u64; words];
    let len = hognose_compiler::compile(&request, &mut memory).ok()?;
    Some(memory.iter().flat_map(|word| word.to_le_bytes()).take(len).collect())
}
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let source = std::fs::read_to_string(path).unwrap();
    println!("source {}", source.len());
    for (s, k) in [(true, false), (false, false), (false, true)] {
        let image = compile(&source, s, 1 << 18, k).unwrap();
        let mut w = 64;
        while compile(&source, s, w, k).is_none() { w += 8; }
        println!("strip {s} keep {k}: image {} compile memory {}", image.len(), w * 8);
        let mut bytes = 1024;
        let (mut loaded, mut least) = (0, 0);
        while least == 0 {
            let mut block = vec![0; bytes / 8];
            let mut output = Captured::<4096>::new();
            if let Ok(mut engine) = Engine::new(&mut block) {
                engine.set_host(&mut output);
                if engine.load_image(&image).is_ok() {
                    if loaded == 0 { loaded = bytes; }
                    if engine.run(Budget::fuel(100_000_000)) == Outcome::Finished { least = bytes; println!("{:?}", engine.statistics());  }
                }
            }
            bytes += 64;
        }
        println!("   loads in {loaded}, runs in {least}");
    }
}
