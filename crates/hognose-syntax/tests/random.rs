//! Random and damaged programs: the parser says yes or no, and never panics.

use hognose_syntax::parser::{Mode, Parser};

/// A generator of numbers that look random (xorshift), the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit
    }
}

fn feed(source: &[u8], memory: &mut [u32]) {
    for mode in [Mode::Exec, Mode::Eval, Mode::Single] {
        let Ok(mut parser) = Parser::new(source, mode, memory) else { continue };
        loop {
            match parser.next_statement() {
                Ok(Some(id)) => {
                    let tree = parser.tree();
                    let span = tree.span(id);
                    assert!(span.start <= span.end && span.end as usize <= source.len());
                }
                Ok(None) => break,
                Err(error) => {
                    assert!(!error.to_string().is_empty());
                    assert!(error.line >= 1 || source.is_empty());
                    break;
                }
            }
        }
    }
}

fn programs() -> Vec<Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/programs/");
    ["expressions", "literals", "statements", "match"]
        .iter()
        .map(|name| std::fs::read(format!("{folder}{name}.py")).unwrap())
        .collect()
}

#[test]
fn random_bytes() {
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut memory = vec![0; 1 << 14];
    for _ in 0..20_000 {
        let length = random.below(60);
        let source: Vec<u8> = (0..length).map(|_| random.below(256) as u8).collect();
        feed(&source, &mut memory);
    }
}

#[test]
fn random_characters() {
    const ALPHABET: &[u8] = b"()[]{}{}''\"\"ffrb:=,.;!@#\\\n\n\t  +-*/%<>&|^~01_exjabcNu";
    let mut random = Random(0x2545_f491_4f6c_dd1d);
    let mut memory = vec![0; 1 << 14];
    for _ in 0..40_000 {
        let length = random.below(40);
        let source: Vec<u8> = (0..length).map(|_| ALPHABET[random.below(ALPHABET.len())]).collect();
        feed(&source, &mut memory);
    }
}

#[test]
fn random_words() {
    const WORDS: &[&str] = &[
        "a", "b", "_", "match", "case", "print", "1", "1.5", "2j", "'s'", "b's'", "f'{a}'", "f'{", "}'", "(",
        ")", "[", "]", "{", "}", ",", ":", ";", ".", "...", "->", ":=", "=", "+=", "==", "<", "+", "-", "*",
        "**", "/", "@", "~", "\n", "\n ", "\n  ", "if", "elif", "else", "for", "while", "in", "is", "not",
        "and", "or", "def", "class", "lambda", "try", "except", "finally", "with", "as", "import", "from",
        "return", "yield", "await", "async", "del", "global", "raise", "assert", "pass", "None", "True",
    ];
    let mut random = Random(0x1234_5678_9abc_def1);
    let mut memory = vec![0; 1 << 14];
    for _ in 0..40_000 {
        let length = random.below(20);
        let mut source = String::new();
        for _ in 0..length {
            source.push_str(WORDS[random.below(WORDS.len())]);
            if random.below(4) > 0 {
                source.push(' ');
            }
        }
        feed(source.as_bytes(), &mut memory);
    }
}

#[test]
fn damaged_programs() {
    let mut random = Random(0xdead_beef_cafe_f00d);
    let mut memory = vec![0; 1 << 14];
    for program in programs() {
        for _ in 0..1_500 {
            let from = random.below(program.len());
            let length = 1 + random.below(300);
            let mut source = program[from..(from + length).min(program.len())].to_vec();
            for _ in 0..1 + random.below(4) {
                let at = random.below(source.len());
                match random.below(4) {
                    0 => {
                        source.remove(at);
                    }
                    1 => source[at] = random.below(256) as u8,
                    2 => source.insert(at, b"()[]{}'\":,\\\n \t=f#"[random.below(17)]),
                    _ => source.truncate(at),
                }
                if source.is_empty() {
                    break;
                }
            }
            feed(&source, &mut memory);
        }
    }
}

/// A little memory at a time: each place where the memory can run out is met.
#[test]
fn little_memory() {
    let mut random = Random(0x0bad_5eed_0bad_5eed);
    for program in programs() {
        for _ in 0..400 {
            let from = random.below(program.len());
            let source = &program[from..(from + 120).min(program.len())];
            let mut memory = vec![0; random.below(400)];
            feed(source, &mut memory);
        }
    }
}
