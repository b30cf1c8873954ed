//! What no pattern and no text may do: overflow the stack, run without fuel, take memory that was not given, panic.

#[path = "regex/harness.rs"]
mod harness;

use harness::*;
use hognose_lib::regex::*;
use proptest::prelude::*;

/// Runs `f` on a native stack of 64 KB.
fn on_small_stack(f: impl FnOnce() + Send + 'static) {
    std::thread::Builder::new().stack_size(64 * 1024).spawn(f).expect("a thread").join().expect("no panic");
}

fn pattern(text: &str) -> Pattern {
    compile_growing(text.as_bytes(), Kind::Str, Flags::empty())
        .unwrap_or_else(|e| panic!("{text:.40}: {e:?}"))
}

fn span(pattern: &Pattern, text: &str) -> Option<(usize, usize)> {
    let search = Search::whole(Mode::Search, text.len());
    pattern.find(text.as_bytes(), search, PLENTY).0.and_then(|f| f.spans[0])
}

#[test]
fn deep_patterns_are_bounded_by_memory_alone() {
    on_small_stack(|| {
        const DEEP: usize = 5000;
        let nest = |open: &str, inner: &str, close: &str| open.repeat(DEEP) + inner + &close.repeat(DEEP);
        for (open, close) in [
            ("(", ")"),
            ("(?:a|", ")"),
            ("(?=", ")"),
            ("(?>", ")"),
            ("(?i:", ")"),
            ("(", ")?+"),
            ("(?:", ")??"),
        ] {
            let pattern = pattern(&nest(open, "a", close));
            assert!(span(&pattern, "a").is_some(), "{open}");
        }
        // Each of these loops has all that are inside it try again after the "a": squares of 500 are enough.
        assert_eq!(span(&pattern(&nest("(?:", "a", ")*")), ""), Some((0, 0)));
        assert_eq!(span(&pattern(&("(?:".repeat(500) + "a" + &")*".repeat(500))), "aab"), Some((0, 2)));
        // Conditions on a group that matched, one in the other.
        let conditions = "(a)".to_string() + &nest("(?(1)", "a", ")");
        assert_eq!(span(&pattern(&conditions), "aa"), Some((0, 2)));
        let behind = nest("(?<=", "a", ")");
        assert_eq!(span(&pattern(&behind), "ba"), Some((2, 2)));
    });
}

#[test]
fn too_little_memory_is_an_error_that_says_so() {
    on_small_stack(|| {
        let deep = "(".repeat(5000);
        let mut out = vec![0; 100_000];
        let error =
            compile(deep.as_bytes(), Kind::Str, Flags::empty(), &mut out, &mut [0; 1000]).unwrap_err();
        assert_eq!(error.class(), ErrorClass::Memory);
        assert!(matches!(error.kind, ErrorKind::Memory(Memory::Scratch, n) if n > 1000), "{error:?}");
        let mut scratch = vec![0; 200_000];
        let error =
            compile(deep.as_bytes(), Kind::Str, Flags::empty(), &mut [0; 50], &mut scratch).unwrap_err();
        assert!(matches!(error.kind, ErrorKind::Memory(Memory::Program, n) if n > 50), "{error:?}");
        // With enough of both it is the pattern's own fault.
        let error = compile(deep.as_bytes(), Kind::Str, Flags::empty(), &mut out, &mut scratch).unwrap_err();
        assert_eq!(
            error.message(deep.as_bytes(), Kind::Str).to_string(),
            "missing ), unterminated subpattern at position 4999"
        );
    });
}

/// Every size of memory below what is needed is refused, and the first that is enough makes the same program.
#[test]
fn each_word_of_memory_counts() {
    let text = b"(?P<x>a|[b-d\xc3\xa9]+)*?(?=(?P=x))(?(x)y|z){2,3}";
    let whole = compile_growing(text, Kind::Str, Flags::IGNORECASE).expect("a pattern");
    let (len, used) = (whole.compiled.len, whole.compiled.scratch);
    for n in 0..len {
        let error =
            compile(text, Kind::Str, Flags::IGNORECASE, &mut vec![0; n], &mut vec![0; used]).unwrap_err();
        assert!(
            matches!(error.kind, ErrorKind::Memory(Memory::Program, need) if need as usize > n),
            "{n}: {error:?}"
        );
    }
    for n in 0..used {
        let error =
            compile(text, Kind::Str, Flags::IGNORECASE, &mut vec![0; len], &mut vec![0; n]).unwrap_err();
        assert!(
            matches!(error.kind, ErrorKind::Memory(Memory::Scratch, need) if need as usize > n),
            "{n}: {error:?}"
        );
    }
    let mut out = vec![7; len];
    assert!(compile(text, Kind::Str, Flags::IGNORECASE, &mut out, &mut vec![7; used]).is_ok());
    assert_eq!(out, whole.words);
}

#[test]
fn nested_repeats_end_with_their_fuel() {
    for text in ["(a*)*b", "(a+)+$", "(a|a)*b", "(?:a|aa)+$", "(a?){25}a{25}x", "(?:.*)*x", "((a*)*)*b"] {
        let pattern = pattern(text);
        let subject = "a".repeat(40) + "c";
        let matcher = Matcher::new(pattern.program());
        let mut state = vec![0; 1 << 16];
        let search = Search::whole(Mode::Search, subject.len());
        matcher.start(&mut state, search).expect("room");
        let mut fuel = 100_000;
        let step = matcher.run(subject.as_bytes(), &mut state, &mut fuel);
        if step == Step::MoreFuel {
            assert_eq!(fuel, 0, "{text}");
        } else {
            assert_eq!(step, Step::NoMatch, "{text}");
        }
    }
}

#[test]
fn a_full_stack_asks_for_memory_and_goes_on() {
    let pattern = pattern("(?:(a)|(b))*c");
    let subject = "ab".repeat(2000) + "c";
    let (found, _) = pattern.find(subject.as_bytes(), Search::whole(Mode::FullMatch, subject.len()), TINY);
    let found = found.expect("a match");
    assert_eq!(found.spans, [Some((0, 4001)), Some((3998, 3999)), Some((3999, 4000))]);
    assert_eq!(found.last, Some(2));
}

#[test]
fn a_run_of_one_character_takes_no_stack() {
    let text = "a".repeat(1 << 20);
    for repeat in ["a*", ".*", "[ab]+?$", "a*+", r"\w{5,}"] {
        let pattern = pattern(repeat);
        let program = pattern.program();
        let matcher = Matcher::new(program);
        let mut state = vec![0; program.state_words()];
        matcher.start(&mut state, Search::whole(Mode::Match, text.len())).expect("room");
        let mut fuel = u64::MAX;
        assert_eq!(matcher.run(text.as_bytes(), &mut state, &mut fuel), Step::Match, "{repeat}");
        assert_eq!(matcher.span(&state, 0), Some((0, 1 << 20)), "{repeat}");
    }
}

#[test]
fn searches_that_cannot_match_are_cheap() {
    let text = "x".repeat(100_000);
    // Much less than one a character.
    for (source, most) in [
        ("needle", 500),
        ("[nm]eedle", 500),
        ("^needle", 8),
        (r"\Ax{100001}", 2),
        ("x{100001}", 2),
        ("é", 500),
    ] {
        let search = Search::whole(Mode::Search, text.len());
        let (found, spent) = pattern(source).find(text.as_bytes(), search, PLENTY);
        assert!(found.is_none() && spent <= most, "{source}: {spent}");
    }
}

#[test]
fn the_end_is_the_end_of_the_text() {
    let search = |begin, end| Search { mode: Mode::Search, begin, end, must_advance: false };
    let find = |source: &str, text: &str, s| {
        pattern(source).find(text.as_bytes(), s, PLENTY).0.and_then(|f| f.spans[0])
    };
    assert_eq!(find("b$", "abc", search(0, 2)), Some((1, 2)));
    assert_eq!(find("^b", "abc", search(1, 3)), None);
    assert_eq!(find("(?<=a)b", "abc", search(1, 3)), Some((1, 2)));
    assert_eq!(find("b(?=c)", "abc", search(0, 2)), None);
    assert_eq!(find("", "abc", search(2, 1)), None);
    assert_eq!(find("x*", "abc", search(3, 99)), Some((3, 3)));
}

#[test]
fn programs_and_states_that_are_none_are_refused() {
    assert!(Program::new(&[]).is_none());
    assert!(Program::new(&[0; 64]).is_none());
    let pattern = pattern("(a)(b)");
    assert!(Program::new(&pattern.words[..pattern.words.len() - 1]).is_none(), "cut short");
    let matcher = Matcher::new(pattern.program());
    assert!(matcher.start(&mut [0; 3], Search::whole(Mode::Search, 1)).is_err());
    assert_eq!(matcher.run(b"ab", &mut [0; 100], &mut 100), Step::NoMatch, "never started");
    assert_eq!(matcher.span(&[], 0), None);
}

/// Text that may be a pattern.
fn scraps() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "b",
        "é",
        "ſ",
        ".",
        "\\w",
        "\\d",
        "\\b",
        "^",
        "$",
        "(",
        ")",
        "(",
        ")",
        "(?:",
        "(?=",
        "(?!",
        "(?<=",
        "(?<!",
        "(?>",
        "(?P<n>",
        "(?P=n)",
        "(?(1)",
        "(?(n)",
        "(?i)",
        "(?i:",
        "(?x)",
        "(?#",
        "[",
        "]",
        "[^",
        "-",
        "a-z",
        "\\1",
        "\\2",
        "|",
        "*",
        "+",
        "?",
        "*?",
        "+?",
        "*+",
        "{2}",
        "{1,3}",
        "{",
        "}",
        "\\",
        "\\x41",
        "\\u00e9",
        "\n",
        " ",
        "#",
        "0",
        ",",
        "\\N{x}",
        "{9999999}",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|v| v.concat())
}

/// Text that nearly always is a pattern.
fn patterns() -> impl Strategy<Value = String> {
    let atom = prop::sample::select(vec![
        "a", "b", "é", "ſ", "s", "k", ".", "\\w", "\\d", "\\s", "\\W", "[ab]", "[^a]", "[a-é]", "[\\W1]",
        "\\b", "\\B", "^", "$", "\\A", "\\Z", "", "()", "(a)", "\\x41", "(?<=a)", "(?<!.b)",
    ]);
    let atom = atom.prop_map(String::from);
    let open = prop::sample::select(vec![
        "(",
        "(",
        "(?:",
        "(?:",
        "(?=",
        "(?!",
        "(?>",
        "(?i:",
        "(?s:",
        "(x)?(?(1)",
        "(a)\\1(?:",
    ]);
    let repeat = prop::sample::select(vec![
        "*", "+", "?", "*?", "+?", "??", "*+", "++", "{2}", "{0,3}", "{2,}?", "{,2}+",
    ]);
    let nested = atom.prop_recursive(6, 40, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|v| v.concat()),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("(?:{a}|{b})")),
            (open.clone(), inner.clone()).prop_map(|(open, a)| format!("{open}{a})")),
            (inner, repeat.clone()).prop_map(|(a, repeat)| format!("(?:{a}){repeat}")),
        ]
    });
    // References by number go wrong when groups come in between; that is as good.
    prop_oneof![9 => nested, 1 => scraps()]
}

/// Flags that go with both kinds of pattern, mostly.
fn flags() -> impl Strategy<Value = u32> {
    prop_oneof![9 => (0u32..512).prop_map(|f| f & !(4 | 32)), 1 => 0u32..512]
}

fn texts() -> impl Strategy<Value = String> {
    let piece =
        prop::sample::select(vec!["a", "b", "é", "s", "ſ", "k", "\u{212a}", "1", " ", "\n", "A", "😀"]);
    prop::collection::vec(piece, 0..40).prop_map(|v| v.concat())
}

/// Compiles and matches; everything must end within the fuel.
fn try_all(source: &[u8], kind: Kind, flags: u32, text: &[u8]) {
    let (mut out, mut scratch) = (vec![0; 4000], vec![0; 4000]);
    let compiled = match compile(source, kind, Flags(flags), &mut out, &mut scratch) {
        Ok(compiled) => compiled,
        Err(error) => {
            assert!(!error.message(source, kind).to_string().is_empty());
            return;
        }
    };
    let program = Program::new(&out[..compiled.len]).expect("a program");
    let matcher = Matcher::new(program);
    for mode in [Mode::Search, Mode::Match, Mode::FullMatch] {
        for must_advance in [false, true] {
            let mut state = vec![0; program.state_words() + 500];
            let search = Search { mode, begin: 0, end: text.len(), must_advance };
            matcher.start(&mut state, search).expect("room");
            let mut fuel = 20_000;
            match matcher.run(text, &mut state, &mut fuel) {
                Step::MoreFuel => assert_eq!(fuel, 0),
                Step::Match => {
                    let (start, end) = matcher.span(&state, 0).expect("the whole");
                    assert!(start <= end && end <= text.len());
                    assert!(!(must_advance && end == 0));
                    for group in 1..=program.groups() {
                        if let Some((start, end)) = matcher.span(&state, group) {
                            assert!(start <= end && end <= text.len());
                        }
                    }
                }
                Step::NoMatch | Step::MoreMemory => {}
            }
        }
    }
    for piece in Template::new(text, program, source) {
        if let Err(error) = piece {
            assert!(!error.message(text, kind).to_string().is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn any_pattern_ends_within_its_fuel(source in patterns(), text in texts(), flags in flags()) {
        try_all(source.as_bytes(), Kind::Str, flags, text.as_bytes());
        try_all(source.as_bytes(), Kind::Bytes, flags, text.as_bytes());
    }

    #[test]
    fn any_bytes_end_within_their_fuel(
        source in prop_oneof![prop::collection::vec(any::<u8>(), 0..40), patterns().prop_map(String::into_bytes)],
        text in prop::collection::vec(any::<u8>(), 0..40),
        flags in flags(),
    ) {
        // Even what is no UTF-8.
        try_all(&source, Kind::Str, flags, &text);
        try_all(&source, Kind::Bytes, flags, &text);
    }

    /// A state that was damaged, or written by somebody else, cannot make the machine panic or run without fuel.
    #[test]
    fn any_state_is_harmless(
        source in patterns(), text in texts(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u32>()), 1..12),
        before in 1u64..200,
    ) {
        let Ok(pattern) = compile_growing(source.as_bytes(), Kind::Str, Flags::empty()) else { return Ok(()) };
        let matcher = Matcher::new(pattern.program());
        let mut state = vec![0; pattern.program().state_words() + 100];
        prop_assert!(matcher.start(&mut state, Search::whole(Mode::Search, text.len())).is_ok());
        matcher.run(text.as_bytes(), &mut state, &mut before.clone());
        for (at, word) in damage {
            let at = at.index(state.len());
            state[at] = if word & 3 == 0 { word >> 2 } else { state[at].wrapping_add(word >> 24) };
        }
        matcher.run(text.as_bytes(), &mut state, &mut 5000);
        matcher.span(&state, 0);
        matcher.last_index(&state);
    }

    /// Nor can a program that was damaged.
    #[test]
    fn any_program_is_harmless(
        source in patterns(), text in texts(),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u32>()), 1..8),
    ) {
        let Ok(pattern) = compile_growing(source.as_bytes(), Kind::Str, Flags::empty()) else { return Ok(()) };
        let mut words = pattern.words;
        for (at, word) in damage {
            let at = at.index(words.len());
            words[at] = if word & 3 == 0 { word >> 2 } else { words[at].wrapping_add(word >> 24) };
        }
        let Some(program) = Program::new(&words) else { return Ok(()) };
        let matcher = Matcher::new(program);
        let mut state = vec![0; 2000];
        if matcher.start(&mut state, Search::whole(Mode::Search, text.len())).is_ok() {
            matcher.run(text.as_bytes(), &mut state, &mut 5000);
            matcher.span(&state, 1);
        }
        program.group_named(source.as_bytes(), b"n");
    }
}
