//! Compiles and matches with memory that grows on demand, and fuel in slices.

// Each test file uses a part of this.
#![allow(dead_code)]

use hognose_lib::regex::*;

/// How much a match gets at a time.
#[derive(Clone, Copy, Debug)]
pub struct Feed {
    pub fuel: u64,
    /// Words of state to begin with, above what is needed at least. With none it also grows by one word only.
    pub spare: usize,
}

pub const PLENTY: Feed = Feed { fuel: u64::MAX, spare: 1 << 14 };
pub const SIPS: Feed = Feed { fuel: 7, spare: 1 << 14 };
/// The state is cut to its header, so the stack begins with nothing and grows an entry or two at a time.
pub const TINY: Feed = Feed { fuel: 7, spare: 0 };

pub struct Pattern {
    pub text: Vec<u8>,
    pub kind: Kind,
    pub words: Vec<u32>,
    pub compiled: Compiled,
}

pub fn compile_growing(pattern: &[u8], kind: Kind, flags: Flags) -> Result<Pattern, RegexError> {
    let (mut out, mut scratch) = (vec![0; 4], vec![0; 4]);
    loop {
        match compile(pattern, kind, flags, &mut out, &mut scratch) {
            Ok(compiled) => {
                out.truncate(compiled.len);
                return Ok(Pattern { text: pattern.to_vec(), kind, words: out, compiled });
            }
            Err(error) => match error.kind {
                ErrorKind::Memory(which, words) => {
                    let memory = if which == Memory::Program { &mut out } else { &mut scratch };
                    assert!(words as usize > memory.len(), "more memory is asked for than there is");
                    let len = (words as usize).max(memory.len() + memory.len() / 2);
                    memory.resize(len, 0xdead_beef);
                }
                _ => return Err(error),
            },
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub spans: Vec<Option<(usize, usize)>>,
    pub last: Option<u32>,
}

impl Pattern {
    pub fn program(&self) -> Program<'_> {
        Program::new(&self.words).expect("a program")
    }

    /// One match; also the fuel that it took.
    pub fn find(&self, text: &[u8], search: Search, feed: Feed) -> (Option<Found>, u64) {
        let program = self.program();
        let matcher = Matcher::new(program);
        let mut state = vec![0xdead_beef; 1];
        while let Err(words) = matcher.start(&mut state, search) {
            assert!(words > state.len());
            state.resize(words + feed.spare, 0xdead_beef);
        }
        if feed.spare == 0 {
            // Less than the documented least: the stack is asked for word by word.
            state.truncate(program.state_words() - 64);
        }
        let mut spent = 0;
        loop {
            let mut fuel = feed.fuel;
            let step = matcher.run(text, &mut state, &mut fuel);
            spent += feed.fuel - fuel;
            match step {
                Step::MoreFuel => {
                    assert_eq!(fuel, 0, "fuel was left");
                    // A paused match is its words alone.
                    state = state.clone();
                }
                Step::MoreMemory => {
                    let more = if feed.spare > 0 { state.len() } else { 1 };
                    let mut larger = vec![0xdead_beef; state.len() + more];
                    larger[..state.len()].copy_from_slice(&state);
                    state = larger;
                }
                Step::NoMatch => return (None, spent),
                Step::Match => {
                    let spans = (0..=program.groups()).map(|g| matcher.span(&state, g)).collect();
                    return (Some(Found { spans, last: matcher.last_index(&state) }), spent);
                }
            }
        }
    }

    /// All matches, as `finditer` finds them.
    pub fn find_all(&self, text: &[u8], begin: usize, end: usize, feed: Feed) -> Vec<Found> {
        let mut search = Search { mode: Mode::Search, begin, end, must_advance: false };
        let mut all = Vec::new();
        while let (Some(found), _) = self.find(text, search, feed) {
            let (start, end) = found.spans[0].expect("the whole");
            search.begin = end;
            search.must_advance = start == end;
            all.push(found);
        }
        all
    }

    /// The template's text for one match.
    pub fn expand(&self, template: &[u8], text: &[u8], found: &Found) -> Result<Vec<u8>, RegexError> {
        let mut out = Vec::new();
        for piece in Template::new(template, self.program(), &self.text) {
            match piece? {
                Piece::Text(span) => out.extend_from_slice(&template[span.start as usize..span.end as usize]),
                Piece::Char(c) if self.kind == Kind::Bytes => out.push(c as u8),
                Piece::Char(c) => out.extend(char::from_u32(c).expect("a character").to_string().bytes()),
                Piece::Group(g) => {
                    if let Some((start, end)) = found.spans[g as usize] {
                        out.extend_from_slice(&text[start..end]);
                    }
                }
            }
        }
        Ok(out)
    }
}
