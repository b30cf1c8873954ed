//! Any pattern, any text, any state: no panic, and an end within the fuel.
#![no_main]

use hognose_lib::regex::{Flags, Kind, Matcher, Mode, Program, Search, Step, Template, compile};
use libfuzzer_sys::fuzz_target;

// flags (2 bytes), length of the pattern, damage to the state (position, byte), pattern, text
fuzz_target!(|data: &[u8]| {
    let [low, high, len, at, byte, rest @ ..] = data else { return };
    let flags = Flags(u32::from(u16::from_le_bytes([*low, *high])) & 0x1ff);
    let kind = if high & 2 == 0 { Kind::Str } else { Kind::Bytes };
    let (pattern, text) = rest.split_at(usize::from(*len).min(rest.len()));
    let (mut out, mut scratch) = (vec![0; 8000], vec![0; 8000]);
    let compiled = match compile(pattern, kind, flags, &mut out, &mut scratch) {
        Ok(compiled) => compiled,
        Err(error) => {
            assert!(!error.message(pattern, kind).to_string().is_empty());
            return;
        }
    };
    let program = Program::new(&out[..compiled.len]).expect("what compile wrote is a program");
    let matcher = Matcher::new(program);
    for mode in [Mode::Search, Mode::Match, Mode::FullMatch] {
        let mut state = vec![0; program.state_words() + 300];
        let search = Search { mode, begin: 0, end: text.len(), must_advance: high & 4 != 0 };
        matcher.start(&mut state, search).expect("there is room");
        let mut fuel = 10_000;
        let step = matcher.run(text, &mut state, &mut fuel);
        assert!(step != Step::MoreFuel || fuel == 0);
        if step == Step::Match {
            let (start, end) = matcher.span(&state, 0).expect("a match has a span");
            assert!(start <= end && end <= text.len());
        }
        // From here on only: no panic, no endless loop.
        let at = usize::from(*at) % state.len();
        state[at] ^= u32::from(*byte) << (byte & 24);
        state[0] = 1 + u32::from(byte & 1);
        matcher.run(text, &mut state, &mut 10_000);
        matcher.span(&state, 1);
    }
    for piece in Template::new(text, program, pattern) {
        if let Err(error) = piece {
            assert!(!error.message(text, kind).to_string().is_empty());
        }
    }
});
