//! JSON text against what CPython 3.11 answered (jsontext/cases.txt, written by jsontext/record.py).

use hognose_lib::jsontext::*;
use proptest::prelude::*;

/// Undoes the escapes of record.py.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let c = match c {
            '\\' => match rest.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some('r') => '\r',
                Some('u') => {
                    let hex: String = rest.by_ref().skip(1).take_while(|&c| c != '}').collect();
                    char::from_u32(u32::from_str_radix(&hex, 16).expect("hex")).expect("a character")
                }
                _ => '\\',
            },
            c => c,
        };
        out.push(c);
    }
    out.into_bytes()
}

/// The escapes of record.py.
fn show(chars: impl Iterator<Item = u32>) -> String {
    chars
        .map(|c| match char::from_u32(c) {
            Some('\\') => "\\\\".into(),
            Some('\n') => "\\n".into(),
            Some('\t') => "\\t".into(),
            Some('\r') => "\\r".into(),
            Some(c) if (' '..='~').contains(&c) => c.to_string(),
            _ => format!("\\u{{{c:x}}}"),
        })
        .collect()
}

fn show_utf8(text: &[u8]) -> String {
    show(std::str::from_utf8(text).expect("UTF-8").chars().map(u32::from))
}

/// A value as record.py shows it. The words for what is open grow as they are asked for.
fn read(mut scanner: Scanner, text: &[u8], whole: bool) -> Result<String, JsonError> {
    let mut open = vec![];
    let mut out = String::new();
    loop {
        if scanner.is_done() && !whole {
            return Ok(format!("{out}@{}", scanner.position()));
        }
        let depth = scanner.depth();
        let event = match scanner.next(text, &mut open) {
            Err(error) if !error.is_decode_error() && open.len() < 1000 => {
                assert_eq!(depth, 32 * open.len());
                open.push(0xdead_beef);
                continue;
            }
            other => other?,
        };
        let number = |prefix: &str, span: Span| prefix.to_string() + &show_utf8(&text[span.start..span.end]);
        out += &match event {
            Event::Null => "null".into(),
            Event::True => "true".into(),
            Event::False => "false".into(),
            Event::NaN => "cNaN".into(),
            Event::Infinity => "cInfinity".into(),
            Event::MinusInfinity => "c-Infinity".into(),
            Event::Int(span) => number("i", span),
            Event::Float(span) => number("f", span),
            Event::Str(string) => {
                if !string.escaped {
                    assert_eq!(show_utf8(string.raw(text)), show(string.chars(text)));
                }
                format!("\"{}\"", show(string.chars(text)))
            }
            Event::Key(key) => format!("\"{}\":", show(key.chars(text))),
            Event::BeginArray => "[".into(),
            Event::EndArray => "]".into(),
            Event::BeginObject => "{".into(),
            Event::EndObject => "}".into(),
            Event::End => return Ok(out),
        };
        let member = !matches!(event, Event::Key(_) | Event::BeginArray | Event::BeginObject);
        if member && scanner.depth() > 0 {
            out.push(',');
        }
    }
}

fn answer(op: &str, text: &[u8]) -> String {
    let result = match op {
        "loads" => read(Scanner::new(true), text, true),
        "lax" => {
            // The decoder itself knows no byte-order mark.
            if text.starts_with("\u{feff}".as_bytes()) {
                return "!Expecting value: line 1 column 1 (char 0)".into();
            }
            read(Scanner::new(false), text, true)
        }
        "ascii" | "plain" => return format!("\"{}\"", show_utf8(&escape(text, op == "ascii", 1 << 16))),
        _ => {
            let chars: usize = op.strip_prefix("raw ").expect("an operation").parse().expect("a number");
            let at = std::str::from_utf8(text)
                .expect("UTF-8")
                .char_indices()
                .nth(chars)
                .map_or(text.len(), |(n, _)| n);
            read(Scanner::raw(at, true), text, false)
        }
    };
    result.unwrap_or_else(|error| format!("!{}", show_utf8(error.message(text).to_string().as_bytes())))
}

/// Escapes through a buffer of so many bytes.
fn escape(mut text: &[u8], ascii: bool, room: usize) -> Vec<u8> {
    let mut out = Vec::new();
    let whole = text;
    while !text.is_empty() {
        let mut buffer = vec![0; room];
        let progress = escape_into(text, ascii, &mut buffer);
        assert!(progress.read > 0, "no progress");
        out.extend_from_slice(&buffer[..progress.written]);
        text = &text[progress.read..];
    }
    assert_eq!(out.len(), escaped_len(whole, ascii));
    out
}

#[test]
fn as_cpython() {
    let default = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/jsontext/cases.txt");
    let path = std::env::var("JSON_CASES").unwrap_or(default.into());
    let cases = std::fs::read_to_string(path).expect("cases.txt");
    let (mut count, mut wrong) = (0, Vec::new());
    for line in cases.lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [op, text, expected] = fields[..] else { panic!("fields of {line:?}") };
        let got = answer(op, &unescape(text));
        count += 1;
        if got != expected {
            wrong.push(format!("{line}\n    got {got}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
    assert!(count > 600);
}

#[test]
fn deep_text_takes_a_bit_a_level() {
    let run = || {
        const DEEP: usize = 100_000;
        let text = "[".repeat(DEEP) + "{\"a\":1}" + &"]".repeat(DEEP);
        let mut open = vec![0; DEEP / 32 + 1];
        let mut scanner = Scanner::new(true);
        let mut events = 0;
        while scanner.next(text.as_bytes(), &mut open).expect("good text") != Event::End {
            events += 1;
        }
        assert_eq!(events, 2 * DEEP + 4);
        // One level more than there are bits for.
        let mut scanner = Scanner::new(true);
        let error = loop {
            match scanner.next(text.as_bytes(), &mut [0; 4]) {
                Ok(_) => {}
                Err(error) => break error,
            }
        };
        assert_eq!(error, JsonError { kind: ErrorKind::DeepArray, at: 128 });
        assert_eq!(
            error.message(text.as_bytes()).to_string(),
            "maximum recursion depth exceeded while decoding a JSON array from a unicode string"
        );
    };
    std::thread::Builder::new().stack_size(64 * 1024).spawn(run).expect("a thread").join().expect("no panic");
}

#[test]
fn escaping_stops_where_the_room_ends() {
    let text = "é\"😀\n".as_bytes();
    let mut out = [0; 13];
    let progress = escape_into(text, true, &mut out);
    assert_eq!(progress, Progress { read: 3, written: 8 });
    assert_eq!(&out[..8], b"\\u00e9\\\"");
}

fn texts() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "[", "]", "{", "}", ",", ":", "\"", "\"a\"", "\\", "\\u", "d83d", "\\ude00", "1", "-", ".", "e", "0",
        "null", "true", "NaN", " ", "\n", "é", "\u{feff}",
    ]);
    prop::collection::vec(piece, 0..30).prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    /// Good or bad, every text ends after at most as many events as it has bytes, and then stays as it is.
    #[test]
    fn any_text_ends(text in texts(), noise in prop::collection::vec(any::<u8>(), 0..30), strict: bool) {
        for text in [text.as_bytes(), &noise] {
            let mut scanner = Scanner::new(strict);
            let mut open = [0; 2];
            let mut events = 0;
            loop {
                match scanner.next(text, &mut open) {
                    Ok(Event::End) => {
                        prop_assert_eq!(scanner.next(text, &mut open), Ok(Event::End));
                        break;
                    }
                    Ok(Event::Str(string) | Event::Key(string)) => {
                        string.chars(text).count();
                    }
                    Ok(_) => {}
                    Err(error) => {
                        prop_assert!(error.at <= text.len());
                        prop_assert!(!error.message(text).to_string().is_empty());
                        break;
                    }
                }
                events += 1;
                prop_assert!(events <= text.len());
            }
        }
    }

    /// What is escaped comes back, through a buffer of any size.
    #[test]
    fn escapes_come_back(text: String, ascii: bool, room in 12usize..40) {
        let json = [b"\"", &*escape(text.as_bytes(), ascii, room), b"\""].concat();
        prop_assert!(!ascii || json.is_ascii());
        let mut scanner = Scanner::new(true);
        let Ok(Event::Str(string)) = scanner.next(&json, &mut []) else { panic!("no string: {json:?}") };
        prop_assert!(string.chars(&json).eq(text.chars().map(u32::from)));
        prop_assert_eq!(scanner.next(&json, &mut []), Ok(Event::End));
    }
}
